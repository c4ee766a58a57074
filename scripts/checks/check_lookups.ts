/**
 * Checks that no code that ships looks up a text in an object: a text may be `constructor` or `__proto__`, which every
 * object has. `ownValue()`, a Map, or a key whose type lists all keys are safe.
 */

import ts from "typescript";
import { shippedFiles } from "./check_imports.ts";

/** Files that look up texts which cannot come from users, with the reason. */
const PERMITTED: Readonly<Record<string, string>> = {
  "src/text/own_value.ts": "looks only at own properties",
  "src/kustomization/read_fields.ts": "names of the table of fields",
  "src/kustomization/moves.ts": "names of the table of fields",
  "src/edit/struct_codec.ts": "names of the table of fields",
};

export interface Lookup {
  path: string;
  line: number;
  text: string;
}

/** The lookups by a text in some TypeScript files. */
export function findLookups(paths: readonly string[]): Lookup[] {
  const program = ts.createProgram([...paths], {
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const found: Lookup[] = [];
  for (const path of paths) {
    const source = program.getSourceFile(path);
    if (source === undefined) throw new Error(`${path} was not read`);
    const visit = (node: ts.Node): void => {
      const key = keyOf(node);
      if (key !== undefined && mayBeAnyText(checker.getTypeAtLocation(key), checker) && !isLoopVariable(key, checker)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart());
        found.push({ path, line: line + 1, text: node.getText() });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

/** The key of `object[key]` and `key in object`, except for a literal. */
function keyOf(node: ts.Node): ts.Expression | undefined {
  const key = ts.isElementAccessExpression(node)
    ? node.argumentExpression
    : ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword
    ? node.left
    : undefined;
  return key === undefined || ts.isStringLiteralLike(key) ? undefined : key;
}

function mayBeAnyText(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.isUnion()) return type.types.some((one) => mayBeAnyText(one, checker));
  if (type.flags & ts.TypeFlags.TypeParameter) {
    const constraint = checker.getBaseConstraintOfType(type);
    return constraint === undefined || mayBeAnyText(constraint, checker);
  }
  return (type.flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral | ts.TypeFlags.Any)) !== 0;
}

/** Whether a key is the variable of `for (const name in object)`, so that the object has it. */
function isLoopVariable(key: ts.Expression, checker: ts.TypeChecker): boolean {
  const declaration = checker.getSymbolAtLocation(key)?.valueDeclaration;
  return declaration !== undefined && ts.isForInStatement(declaration.parent.parent);
}

if (import.meta.main) {
  const faults = findLookups(shippedFiles()).filter(({ path }) => !Object.hasOwn(PERMITTED, path));
  for (const { path, line, text } of faults) {
    console.error(`${path}:${line}: looks up a text in an object: ${text}: use ownValue() or a Map`);
  }
  if (faults.length > 0) Deno.exit(1);
}

/** Draws a tree with lines. */

export interface Branch {
  text: string;
  branches: Branch[];
}

export function branch(text: string): Branch {
  return { text, branches: [] };
}

/** Adds a branch and returns it. */
export function grow(parent: Branch, text: string): Branch {
  const added = branch(text);
  parent.branches.push(added);
  return added;
}

const LINK = "│   ";
const NO_LINK = "    ";

/** @param root Its text is the first line. */
export function drawTree(root: Branch): string {
  const lines = [root.text];
  const draw = ({ branches }: Branch, before: string): void => {
    for (const [index, { text, branches: below }] of branches.entries()) {
      const isLast = index === branches.length - 1;
      const inner = before + (isLast ? NO_LINK : LINK);
      lines.push(`${before}${isLast ? "└──" : "├──"} ${text.replaceAll("\n", `\n${inner}`)}`);
      draw({ text, branches: below }, inner);
    }
  };
  draw(root, "");
  return lines.map((line) => `${line}\n`).join("");
}

/** Random commands on the folder of a project. */

import type { Random } from "../fuzz/random.ts";

const TEXTS = [
  "a",
  "x=y",
  "__proto__",
  "constructor=1",
  "",
  "a=b:c",
  "nginx=x:1",
  "..",
  "/",
  "web",
  "*",
  "[",
  "-1",
  "\0",
];

/** @param dir A folder of the project. @param files Paths of its files. */
export function commandWords(random: Random, dir: string, files: readonly string[]): string[] {
  const file = () => random.chance(0.9) ? random.pick(files) : random.pick(TEXTS);
  const text = () => random.pick(TEXTS);
  const format = (...formats: string[]) => ["--format", random.pick(formats)];
  return random.pick<() => string[]>([
    () => ["build", dir, ...random.pick([[], ["--blame"], ["--profile"], ["-o", "out"], ["--as-current-user"]])],
    () => ["build", "--all", ".", ...random.pick([[], ["-o", "out"], format("json", "github"), ["-o", "-"]])],
    () => ["diff", dir, dir, ...format("human", "json", "html", "markdown", "github")],
    () => ["diff", dir, "--against", file(), ...format("human", "json", "html", "markdown"), "--ignore", text()],
    () => ["diff", dir, "--compat", "v5.6.0..v5.8.3"],
    () => ["lint", ".", ...format("human", "json", "sarif", "junit", "github")],
    () => ["lint", dir, "--fix"],
    () => ["deps", dir, ...format("human", "json", "dot", "mermaid", "make", "argocd")],
    () => ["deps", dir, "--reverse", file()],
    () => ["explain", dir, "--field", text()],
    () => ["explain", dir, `Deployment/${text()}`, "spec.replicas"],
    () => ["explain", dir, text(), random.pick(["spec.template", "metadata.name", "[0]", "a[", "/a/~2", ""])],
    () => ["affected", "--files", file(), "--why"],
    () => ["cfg", "cat", dir, ...random.pick([[], ["--format=false"], ["--wrap-kind", text()]])],
    () => ["cfg", "count", dir],
    () => ["cfg", "grep", random.pick([text(), `spec.replicas>${text()}`, "a[b=c].d=1", "kind=(a+)+$"]), dir],
    () => ["cfg", "tree", dir, ...random.pick([[], ["--all"], ["--field", text()], ["--graph-structure", "owners"]])],
    () => ["localize", dir, "copy", "--scope", "."],
    () => ["create", "--resources", file(), "--autodetect"],
    () => ["edit", "fix"],
    () => ["edit", "set", random.pick(["image", "label", "annotation", "replicas", "namespace", "nameprefix"]), text()],
    () => [
      "edit",
      "add",
      random.pick(["resource", "patch", "component", "base", "configmap", "secret", "label"]),
      text(),
    ],
    () => ["edit", "add", "configmap", text(), "--from-file", file(), "--from-literal", text()],
    () => ["edit", "remove", random.pick(["resource", "patch", "label", "configmap", "annotation"]), text()],
    () => ["schema"],
    () => ["help", text()],
    () => [text(), file(), `--${text()}`],
  ])();
}

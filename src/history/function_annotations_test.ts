import { assertEquals } from "@std/assert";
import { NO_HISTORY } from "../model/history.ts";
import { removeInternal, showHistory, showsHistory } from "./function_annotations.ts";

const ORIGIN = "config.kubernetes.io/origin";
const TRANSFORMATIONS = "alpha.config.kubernetes.io/transformations";

Deno.test("annotations for internal use are removed, those that can be shown are not", () => {
  const annotations = new Map(
    [ORIGIN, TRANSFORMATIONS, "mine", "internal.config.kubernetes.io/prefixes", "internal.config.kubernetes.io/path"]
      .map((key) => [key, "x"]),
  );
  removeInternal(annotations);
  assertEquals([...annotations.keys()], [ORIGIN, TRANSFORMATIONS, "mine"]);
});

Deno.test("what buildMetadata asks for is shown, and what it could ask for is removed", () => {
  const history = { ...NO_HISTORY, origin: { path: "a.yaml" } };
  for (
    const [asked, shows, left] of [
      [[], false, ["mine"]],
      [["managedByLabel"], false, ["mine"]],
      [["originAnnotations"], true, [ORIGIN, "mine"]],
      // Without any transformation, the text that is there stays.
      [["transformerAnnotations"], true, [TRANSFORMATIONS, "mine"]],
    ] as const
  ) {
    const annotations = new Map([[ORIGIN, "old"], [TRANSFORMATIONS, "old"], ["mine", "old"]]);
    showHistory(annotations, history, asked);
    assertEquals([[...annotations.keys()], showsHistory(asked)], [left, shows]);
    assertEquals(annotations.get(ORIGIN), shows && left[0] === ORIGIN ? "path: a.yaml\n" : undefined);
  }
});

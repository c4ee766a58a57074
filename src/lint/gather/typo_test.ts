import { assertEquals } from "@std/assert";
import { resourcesOf } from "../../testing/model.ts";
import { Scalar } from "../../yaml/tree/node.ts";
import { isSlip, typoOf } from "./typo.ts";

Deno.test("isSlip() takes one letter too many, too few, changed or exchanged, and another case", () => {
  for (const other of ["replica", "replicass", "repliças", "repilcas", "Replicas"]) {
    assertEquals(isSlip(other, "replicas"), true, other);
  }
  for (const other of ["replic", "strategy", "repalicsa"]) assertEquals(isSlip(other, "replicas"), false, other);
});

Deno.test("isSlip() looks at the ends of names, too", () => {
  const slips = [["abcd", "abcde"], ["bcde", "abcde"], ["abcx", "abcd"], ["xbcd", "abcd"], ["abdc", "abcd"], [
    "bacd",
    "abcd",
  ]];
  for (const [a = "", b = ""] of slips) assertEquals([isSlip(a, b), isSlip(b, a)], [true, true], `${a} ${b}`);
  const others = [["abc", "abcde"], ["abxd", "abcde"], ["abdx", "abcd"], ["axyd", "abcd"], ["dbca", "abcd"], [
    "abdce",
    "abcdf",
  ]];
  for (const [a = "", b = ""] of others) assertEquals([isSlip(a, b), isSlip(b, a)], [false, false], `${a} ${b}`);
});

Deno.test("typoOf() tells of fields with fixed names", () => {
  const typo = (field: string, sibling: string, type = "apiVersion: apps/v1, kind: Deployment") => {
    const [target] = resourcesOf(`{${type}, metadata: {name: a}}`);
    const path = field.split("/");
    const key = new Scalar(path.at(-1)!);
    return typoOf({ path, key, value: new Scalar("x"), siblings: [sibling] }, target!);
  };
  assertEquals(typo("spec/replica", "replicas"), "replicas");
  assertEquals(typo("spec/name", "names"), "names");
  assertEquals(typo("spec/replicas", "replicas"), undefined);
  assertEquals(typo("spec/nam", "name"), undefined);
  assertEquals(typo("spec/a-name", "b-name"), undefined);
  assertEquals(typo("spec/hostPID", "hostIPC"), undefined);
  assertEquals(typo("spec/hostPID", "hostPIC"), "hostPIC");
  assertEquals(typo("metadata/labels/name", "names"), undefined);
  assertEquals(typo("spec/labels", "label"), "label");
  assertEquals(typo("spec/replica", "replicas", "apiVersion: x.io/v1, kind: Widget"), undefined);
  assertEquals(typo("spec/replica", "replicas", "apiVersion: policy.k8s.io/v1, kind: Widget"), "replicas");
  assertEquals(typo("spec/replica", "replicas", "apiVersion: v1, kind: CustomResourceDefinition"), undefined);
});

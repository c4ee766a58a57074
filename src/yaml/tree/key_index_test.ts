import { assertEquals } from "@std/assert";
import { type Entry, Mapping, Scalar, scalarText } from "./node.ts";
import { LARGE } from "./key_index.ts";

const COUNT = 2 * LARGE;

function mapping(): Mapping {
  const made = new Mapping();
  for (let index = 0; index < COUNT; index++) made.set(`key-${index}`, new Scalar(`${index}`));
  return made;
}

/** What a search from the start finds. */
function plainEntry({ entries }: Mapping, key: string): Entry | undefined {
  return entries.find((entry) => scalarText(entry.key) === key);
}

function assertFindsAll(map: Mapping): void {
  const keys = [...map.entries.map(({ key }) => scalarText(key)), "missing", "key-3", "key-new"];
  for (const key of keys) assertEquals(map.entry(key) === plainEntry(map, key), true, key);
}

Deno.test("a large mapping finds its keys after every kind of change", () => {
  const changes: ((map: Mapping) => void)[] = [
    (map) => map.delete("key-3"),
    (map) => map.entries.push({ key: new Scalar("key-new"), value: new Scalar("") }),
    (map) => map.entries.push({ key: new Scalar("key-7"), value: new Scalar("second") }),
    (map) => map.entries.reverse(),
    (map) => map.entries.splice(3, 2, map.entries[4]!, map.entries[3]!),
    (map) => void map.entries.splice(0, 1),
    (map) => map.entries = map.entries.slice(1),
    (map) => {
      map.delete("key-3");
      map.set("key-new", new Scalar(""));
    },
    (map) => map.entries.length = LARGE,
  ];
  for (const first of changes) {
    for (const second of changes) {
      const map = mapping();
      assertFindsAll(map);
      first(map);
      second(map);
      assertFindsAll(map);
    }
  }
});

Deno.test("adding and finding twice as many keys reads twice as many", () => {
  const reads = (count: number): number => {
    let calls = 0;
    const map = new Mapping();
    for (let index = 0; index < count; index++) {
      map.set(`${index}`, new Scalar(""));
      const entry = map.entries.at(-1)!;
      const { key } = entry;
      Object.defineProperty(entry, "key", { get: () => (calls++, key) });
    }
    for (let index = 0; index < count; index++) map.entry("missing");
    return calls;
  };
  assertEquals(reads(8 * LARGE) < 2.5 * reads(4 * LARGE), true);
});

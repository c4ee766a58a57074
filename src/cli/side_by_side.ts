/** Work on many items: one after the other, except for those that wait. */

/**
 * Starts with the next item when one ends or waits for something outside the program, so that the times of local work
 * do not overlap, and nor does its memory.
 *
 * @param atOnce How many may wait at a time.
 * @param goesOn Asked before each item whether to start with it.
 */
export async function sideBySide<Item>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<void>,
  goesOn: () => boolean = () => true,
): Promise<void> {
  const running = new Set<Promise<void>>();
  for (const item of items) {
    while (running.size >= atOnce) await Promise.race(running);
    if (!goesOn()) break;
    const one: Promise<void> = work(item).then(() => void running.delete(one));
    running.add(one);
    await untilItWaits(one);
  }
  await Promise.all(running);
}

/** Work that never waits for anything outside the program ends before any timer. */
async function untilItWaits(work: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([work, new Promise((resolve) => timer = setTimeout(resolve))]);
  clearTimeout(timer);
}

// SPDX-License-Identifier: GPL-3.0-or-later

/** How often this thread came round while the work was done: hundreds of times beside another thread, hardly ever when it does the work itself. */
export const turnsDuring = async <T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly turns: number }> => {
  let turns = 0;
  let isDone = false;
  const turn = (): void => {
    turns += 1;
    if (!isDone) setImmediate(turn);
  };
  turn();
  const value = await work().finally(() => (isDone = true));
  return { value, turns };
};

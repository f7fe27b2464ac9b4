// SPDX-License-Identifier: GPL-3.0-or-later

/** What comes of the work; undefined once it is stopped: what is under way then ends by itself, and nobody hears of it. */
export const stopping = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> => {
  const stopped = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  const ended = await Promise.race([work, stopped]);
  return signal.aborted ? undefined : ended;
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { liveWatched, type LifeOptions, type Seen } from './life.ts';

// One life in a thread of its own: lives share nothing, so several take no longer than the longest of them.

/** What was seen of a life that is lived beside this thread. */
export const liveBeside = (options: LifeOptions): Promise<Seen> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: options });
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`a life ended without a word (${code})`)));
  });

if (!isMainThread && isLife(workerData)) parentPort?.postMessage(await liveWatched(workerData));

/** Tests run in threads too, and theirs bring other data. */
function isLife(data: unknown): data is LifeOptions {
  return typeof data === 'object' && data !== null && 'paymentsAWeek' in data && 'seed' in data;
}

// SPDX-License-Identifier: GPL-3.0-or-later
import type { Task, Threads } from '../../threads.ts';
import type { Result } from '../../../shared/result.ts';
import { keyPairs } from '../../state/commitment.ts';
import { openBlob, openTask, sealBlob, sealTask, type OpenJob, type SealJob } from './blob.ts';
import { readBlob, readTask, type Unpacked, type UnpackFailure } from './read.ts';

/** Seals and opens blobs, wherever that happens. */
export type Sealer = {
  readonly seal: (job: SealJob) => ReturnType<typeof sealBlob>;
  readonly open: (job: OpenJob) => ReturnType<typeof openBlob>;
  /** opens what comes from outside, and reads and judges what is in it */
  readonly read: (job: OpenJob) => Promise<Result<Unpacked, UnpackFailure>>;
  /** What is not done by now is rejected. */
  readonly close: () => void;
};

/** Below this a blob takes a few milliseconds, less than starting a thread; above it the window would stutter. */
const WORTH_A_THREAD = 256 * 1024;

/** What is in it is judged, too, and a key takes a tenth of a millisecond: the smallest class of all, which holds two thousand of them, is read here, and no other. */
const WORTH_A_THREAD_TO_READ = 100 * 1024;

/** Seals in this thread (compression still runs beside it). */
export const inlineSealer = (): Sealer => ({
  seal: sealBlob,
  open: openBlob,
  read: readBlob,
  close: () => undefined,
});

/** Gives large blobs to the threads. */
export const threadSealer = (threads: Pick<Threads, 'run'>): Sealer => {
  const waiting = new Set<(why: Error) => void>();
  let isClosed = false;
  const send = <I, O>(task: Task<I, O>, job: I): Promise<O> =>
    new Promise<O>((done, failed) => {
      if (isClosed) return failed(closed());
      waiting.add(failed);
      const perform = async (): Promise<void> => {
        try {
          done(await threads.run(task, job));
        } catch (why) {
          failed(why instanceof Error ? why : new Error('a thread failed'));
        } finally {
          waiting.delete(failed);
        }
      };
      void perform();
    });
  return {
    seal: (job) => (job.json.length < WORTH_A_THREAD ? sealBlob(job) : send(sealTask, job)),
    open: (job) => (job.bytes.length < WORTH_A_THREAD ? openBlob(job) : send(openTask, job)),
    read: async (job) => {
      if (job.bytes.length < WORTH_A_THREAD_TO_READ) return readBlob(job);
      const read = await send(readTask, job);
      if (read.ok) keyPairs.know(read.value.pairs);
      return read;
    },
    close: () => {
      isClosed = true;
      for (const failed of waiting) failed(closed());
      waiting.clear();
    },
  };
};

const closed = (): Error => new Error('the wallet is closed');

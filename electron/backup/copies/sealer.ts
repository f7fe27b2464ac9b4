// SPDX-License-Identifier: GPL-3.0-or-later
import { Worker } from 'node:worker_threads';
import { openBlob, sealBlob, type OpenJob, type SealJob } from './blob.ts';
import type { WorkerAnswer, WorkerJob } from './worker.ts';

/** Seals and opens blobs, wherever that happens. */
export type Sealer = {
  readonly seal: (job: SealJob) => ReturnType<typeof sealBlob>;
  readonly open: (job: OpenJob) => ReturnType<typeof openBlob>;
  readonly close: () => void;
};

/** Below this a blob takes a few milliseconds, less than starting a thread; above it the window would stutter. */
const WORTH_A_THREAD = 256 * 1024;

/** Seals in this thread (compression still runs beside it). */
export const inlineSealer = (): Sealer => ({ seal: sealBlob, open: openBlob, close: () => undefined });

/**
 * Gives large blobs to a worker thread, started when first needed; `program` is where `worker.ts` is (the bundled application passes
 * its own `worker.js`).
 */
export const threadSealer = (program: URL | string = new URL('./worker.ts', import.meta.url)): Sealer => {
  type Waiting = { readonly done: (result: never) => void; readonly failed: (why: Error) => void };
  const waiting = new Map<number, Waiting>();
  let thread: Worker | undefined;
  let count = 0;

  const failAll = (why: Error): void => {
    const failed = [...waiting.values()];
    waiting.clear();
    thread = undefined;
    for (const each of failed) each.failed(why);
  };
  const start = (): Worker => {
    const worker = new Worker(program);
    worker.unref();
    worker.on('message', (answer: WorkerAnswer) => {
      const each = waiting.get(answer.number);
      waiting.delete(answer.number);
      if (waiting.size === 0) worker.unref();
      if ('defect' in answer) each?.failed(new Error(answer.defect));
      else each?.done(answer.result as never);
    });
    worker.on('error', (why) => failAll(why instanceof Error ? why : new Error('the sealing thread failed')));
    worker.on('exit', () => {
      if (thread === worker) failAll(new Error('the sealing thread ended'));
    });
    return worker;
  };
  const send = <T>(asked: WorkerJob): Promise<T> =>
    new Promise<T>((done, failed) => {
      thread ??= start();
      waiting.set(asked.number, { done: done as Waiting['done'], failed });
      thread.ref();
      thread.postMessage(asked);
    });

  return {
    seal: (job) =>
      job.json.length < WORTH_A_THREAD ? sealBlob(job) : send({ number: (count += 1), task: 'seal', job }),
    open: (job) =>
      job.bytes.length < WORTH_A_THREAD ? openBlob(job) : send({ number: (count += 1), task: 'open', job }),
    close: () => {
      const ended = thread;
      failAll(new Error('the wallet is closed'));
      void ended?.terminate();
    },
  };
};

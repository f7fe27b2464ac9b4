// SPDX-License-Identifier: GPL-3.0-or-later
import { isMainThread, parentPort } from 'node:worker_threads';
import { openBlob, sealBlob, type OpenJob, type SealJob } from './blob.ts';

// The whole program of the sealing thread. It holds no database and never sees the root secret; each job brings the derived key it needs.

export type WorkerJob = { readonly number: number } & (
  | { readonly task: 'seal'; readonly job: SealJob }
  | { readonly task: 'open'; readonly job: OpenJob }
);
export type WorkerAnswer = { readonly number: number } & (
  | { readonly result: Awaited<ReturnType<typeof sealBlob>> | Awaited<ReturnType<typeof openBlob>> }
  | { readonly defect: string }
);

const perform = async (asked: WorkerJob): Promise<WorkerAnswer> => {
  try {
    const result = asked.task === 'seal' ? await sealBlob(asked.job) : await openBlob(asked.job);
    return { number: asked.number, result };
  } catch (thrown) {
    // Errors lose their type between threads; the other side throws this again.
    return { number: asked.number, defect: thrown instanceof Error ? thrown.message : 'unknown' };
  }
};

if (!isMainThread && parentPort) {
  const port = parentPort;
  port.on('message', (asked: WorkerJob) => void perform(asked).then((answer) => port.postMessage(answer)));
}

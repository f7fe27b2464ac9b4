// SPDX-License-Identifier: GPL-3.0-or-later
import { MAX_FILE_BYTES } from '../../../shared/reading/file-kind.ts';
import { tooLarge } from '../../../shared/reading/read-file.ts';
import type { Read, ReadingFailure, Wanted } from '../../../shared/reading/reading.ts';
import { err, type Result } from '../../../shared/result.ts';
import { isAnswer, READY, type Asked } from './asked.ts';
// oxlint-disable-next-line import/default -- what is imported is its address, which the build makes
import program from './worker.ts?worker&url';

/** A worker that looks at one thing after the other. */
export type Reader = {
  /** rejects when the worker ended before it answered */
  readonly ask: (asked: Asked, handedOver: Transferable[]) => Promise<unknown>;
  readonly isReady: () => boolean;
  readonly close: () => void;
};

/** The page's policy takes no strings where programs are loaded from; this one names one program, and nothing else. */
type Policy = { readonly createScriptURL: (url: string) => string };
type Policies = { readonly createPolicy: (name: string, rules: Policy) => Policy };
let policy: Policy | undefined;
const ownProgram = (): string => {
  const rules: Policy = {
    createScriptURL: (url) => {
      if (url !== program) throw new TypeError('not a program of this window');
      return url;
    },
  };
  policy ??=
    (globalThis as { readonly trustedTypes?: Policies }).trustedTypes?.createPolicy('holdfast-reader', rules) ?? rules;
  return policy.createScriptURL(program);
};

export const openReader = (): Reader => {
  const worker = new Worker(ownProgram(), { type: 'module' });
  const waiting: { readonly done: (answer: unknown) => void; readonly failed: (why: Error) => void }[] = [];
  let isReady = false;
  let isClosed = false;
  const close = (): void => {
    isClosed = true;
    worker.terminate();
    for (const { failed } of waiting.splice(0)) failed(new Error('the reader was ended'));
  };
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data === READY) isReady = true;
    // What reads PDFs takes the worker for its own and speaks to us, too.
    else if (isAnswer(data)) waiting.shift()?.done(data.answer);
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    close();
  });
  return {
    ask: (asked, handedOver) =>
      new Promise((done, failed) => {
        if (isClosed) return failed(new Error('the reader was ended'));
        waiting.push({ done, failed });
        worker.postMessage(asked, handedOver);
      }),
    isReady: () => isReady,
    close,
  };
};

/** Half a minute of looks, on a slow machine. */
const READ_MS = 60_000;

/** What a file says; undefined when its person wants to wait no longer. */
export const readBlob = async (
  file: Blob,
  stopped: AbortSignal,
  wants: Wanted = 'ours',
): Promise<Result<Read, ReadingFailure> | undefined> => {
  if (file.size > MAX_FILE_BYTES) return err(tooLarge(file.size));
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (bytes === undefined) return err({ kind: 'unread-file', facts: { what: 'gone' } });
  const reader = openReader();
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    reader.close();
  }, READ_MS);
  stopped.addEventListener('abort', reader.close);
  try {
    return (await reader.ask({ kind: 'file', bytes: new Uint8Array(bytes), wants }, [bytes])) as Result<
      Read,
      ReadingFailure
    >;
  } catch {
    if (stopped.aborted) return undefined;
    if (!reader.isReady() && !isLate) return err({ kind: 'no-reader', facts: {} });
    return err({ kind: 'file-too-costly', facts: { of: isLate ? 'time' : 'memory' } });
  } finally {
    clearTimeout(late);
    stopped.removeEventListener('abort', reader.close);
    reader.close();
  }
};

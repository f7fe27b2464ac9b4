// SPDX-License-Identifier: GPL-3.0-or-later
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

// Work that would keep the window from being drawn is done beside it: one program (`worker.ts`), a few threads, tasks by name.

/** One kind of work. What goes in and what comes out are plain data, for they cross between threads. */
export type Task<I, O> = { readonly name: string; readonly perform: (input: I) => O | Promise<O> };

/** The threads of a process. */
export type Threads = {
  /** What the task of that name makes of the input. Rejects when the task throws, and when its thread dies of it. */
  readonly run: (task: string, input: unknown) => Promise<unknown>;
  /** Ends them; what was being done is rejected. */
  readonly close: () => void;
};

/** Does the task beside this thread, or in it where there are no threads (tests, measurements). */
export const aside = async <I, O>(
  { threads }: { readonly threads?: Pick<Threads, 'run'> },
  task: Task<I, O>,
  input: I,
): Promise<O> => (threads ? ((await threads.run(task.name, input)) as O) : task.perform(input));

type Asked = { readonly number: number; readonly task: string; readonly input: unknown };
type Answered = { readonly number: number } & ({ readonly result: unknown } | { readonly defect: string });

/** Makes the thread this is called in do these tasks; does nothing in the main thread. */
export const serveTasks = (tasks: readonly Task<never, unknown>[]): void => {
  const port = parentPort;
  if (isMainThread || port === null) return;
  const byName = new Map(tasks.map((task) => [task.name, task.perform as (input: unknown) => unknown]));
  const perform = async ({ number, task, input }: Asked): Promise<Answered> => {
    try {
      const work = byName.get(task);
      if (work === undefined) throw new Error(`defect: no task is called ${task}`);
      return { number, result: await work(input) };
    } catch (thrown) {
      // Errors lose their type between threads; the other side throws this again.
      return { number, defect: thrown instanceof Error ? thrown.message : 'unknown' };
    }
  };
  port.on('message', (asked: Asked) => void perform(asked).then((answer) => port.postMessage(answer)));
};

/** Two: a second one so that a passphrase does not wait for a long list of denominations. */
const MOST_THREADS = 2;

/** Threads of the given program, each started when it is first needed; one that died is replaced. They keep the process alive only while they work. */
export const startThreads = (program: URL | string): Threads => {
  const threads = new Set<Thread>();
  let isClosed = false;
  const idlest = (): Thread => {
    const [best] = [...threads].sort((a, b) => a.waiting() - b.waiting());
    if (best && (best.waiting() === 0 || threads.size >= MOST_THREADS)) return best;
    const started = startThread(program, () => threads.delete(started));
    threads.add(started);
    return started;
  };
  return {
    run: (task, input) => (isClosed ? Promise.reject(closed()) : idlest().run(task, input)),
    close: () => {
      isClosed = true;
      for (const thread of threads) thread.end(closed());
      threads.clear();
    },
  };
};

const closed = (): Error => new Error('the threads are closed');

type Thread = {
  readonly run: (task: string, input: unknown) => Promise<unknown>;
  readonly waiting: () => number;
  readonly end: (why: Error) => void;
};
type Waiting = { readonly done: (result: unknown) => void; readonly failed: (why: Error) => void };

const startThread = (program: URL | string, onDead: () => void): Thread => {
  const waiting = new Map<number, Waiting>();
  const worker = new Worker(program);
  let count = 0;
  const end = (why: Error): void => {
    onDead();
    const failed = [...waiting.values()];
    waiting.clear();
    for (const each of failed) each.failed(why);
  };
  worker.unref();
  worker.on('message', (answer: Answered) => {
    const each = waiting.get(answer.number);
    waiting.delete(answer.number);
    if (waiting.size === 0) worker.unref();
    if ('defect' in answer) each?.failed(new Error(answer.defect));
    else each?.done(answer.result);
  });
  worker.on('error', (why) => end(why instanceof Error ? why : new Error('a thread failed')));
  worker.on('exit', () => end(new Error('a thread ended')));
  return {
    waiting: () => waiting.size,
    run: (task, input) =>
      new Promise((done, failed) => {
        count += 1;
        waiting.set(count, { done, failed });
        worker.ref();
        worker.postMessage({ number: count, task, input } satisfies Asked);
      }),
    end: (why) => {
      end(why);
      void worker.terminate();
    },
  };
};

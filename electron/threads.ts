// SPDX-License-Identifier: GPL-3.0-or-later
import { isMainThread, parentPort, Worker } from 'node:worker_threads';

// Work that would keep the window from being drawn is done beside it: one program (`worker.ts`), a few threads, tasks by name.

/** One kind of work. What goes in and what comes out are plain data, for they cross between threads. */
export type Task<I, O> = { readonly name: string; readonly perform: (input: I) => O | Promise<O> };

/** The threads of a process. */
export type Threads = {
  /**
   * What the task makes of the input, in a thread; in this one when no thread can be started. Rejects when the task throws, and
   * when its thread dies of it: what killed one thread is not tried in this one.
   */
  readonly run: <I, O>(task: Task<I, O>, input: I) => Promise<O>;
  /** Ends them; what was being done is rejected. */
  readonly close: () => void;
};

/** Does the task beside this thread, or in it where there are no threads (tests, measurements). */
export const aside = async <I, O>(
  { threads }: { readonly threads?: Pick<Threads, 'run'> },
  task: Task<I, O>,
  input: I,
): Promise<O> => (threads ? threads.run(task, input) : task.perform(input));

type Asked = { readonly number: number; readonly task: string; readonly input: unknown };
type Answered = { readonly number: number } & ({ readonly result: unknown } | { readonly defect: string });
/** The first message of every thread: its program was found, read and run. */
const READY = 'ready';

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
  port.postMessage(READY);
};

/** Two: a second one so that a passphrase does not wait for a long list of denominations. */
const MOST_THREADS = 2;

/** A tenth of a second is usual. One that says nothing for so long is taken for one that never will. */
const START_MS = 20_000;

/** What the log hears: the first work of each kind that a thread did, and why there is no thread. */
export type ThreadEvent =
  | { readonly event: 'thread-works'; readonly task: string }
  | { readonly event: 'thread-refused'; readonly why: string };
export type ThreadOptions = { readonly log?: (event: ThreadEvent) => void; readonly startMs?: number };

/**
 * Threads of the given program, each started when it is first needed; one that died is replaced. They keep the process alive
 * only while they work. When one cannot be started (no such file, a system that allows none), the log says why and no other
 * is tried: the work goes to those there are, or is done in this thread.
 */
export const startThreads = (program: URL | string, options: ThreadOptions = {}): Threads => {
  const { log = () => undefined, startMs = START_MS } = options;
  const threads = new Set<Thread>();
  let isClosed = false;
  let isRefused = false;
  const worked = new Set<string>();
  const works = (task: string): void => {
    if (!worked.has(task)) log({ event: 'thread-works', task });
    worked.add(task);
  };
  const start = (): Thread | undefined => {
    const refused = (why: string): void => {
      isRefused = true;
      log({ event: 'thread-refused', why });
    };
    try {
      const started = startThread(program, startMs, {
        refused,
        works,
        dead: () => threads.delete(started),
      });
      threads.add(started);
      return started;
    } catch (error) {
      refused(messageOf(error));
      return undefined;
    }
  };
  const idlest = (): Thread | undefined => {
    const [best] = [...threads].sort((a, b) => a.waiting() - b.waiting());
    if (isRefused || (best && (best.waiting() === 0 || threads.size >= MOST_THREADS))) return best;
    return start() ?? best;
  };
  const run = async <I, O>(task: Task<I, O>, input: I): Promise<O> => {
    for (;;) {
      if (isClosed) throw closed();
      const thread = idlest();
      if (thread === undefined) return task.perform(input);
      const outcome = await thread.run(task.name, input);
      if (outcome !== NEVER_STARTED) return outcome as O;
    }
  };
  return {
    run,
    close: () => {
      isClosed = true;
      for (const thread of threads) thread.end(closed());
      threads.clear();
    },
  };
};

const closed = (): Error => new Error('the threads are closed');
const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : 'unknown');

/** Comes out of a thread that never began: the work was not touched, and somebody else can do it. */
const NEVER_STARTED = Symbol('never started');

type Thread = {
  readonly run: (task: string, input: unknown) => Promise<unknown>;
  readonly waiting: () => number;
  readonly end: (why: Error) => void;
};
type Waiting = {
  readonly task: string;
  readonly done: (result: unknown) => void;
  readonly failed: (why: Error) => void;
};
type Events = {
  /** it did not start; nothing it was asked was begun */
  readonly refused: (why: string) => void;
  /** it has done this */
  readonly works: (task: string) => void;
  readonly dead: () => void;
};

const startThread = (program: URL | string, startMs: number, events: Events): Thread => {
  const waiting = new Map<number, Waiting>();
  const worker = new Worker(program);
  let [count, isReady, isDead] = [0, false, false];
  const end = (each: (waiting: Waiting) => void): void => {
    if (isDead) return;
    isDead = true;
    clearTimeout(tooLong);
    events.dead();
    const left = [...waiting.values()];
    waiting.clear();
    left.forEach(each);
    void worker.terminate();
  };
  const died = (why: string): void => {
    if (isDead) return;
    if (isReady) return end(({ failed }) => failed(new Error(why)));
    events.refused(why);
    end(({ done }) => done(NEVER_STARTED));
  };
  // Looked at after what has arrived by then: this thread itself may have been busy for so long.
  const late = (): void => void (isReady || died(`silent-${startMs}-ms`));
  const tooLong = setTimeout(() => setImmediate(late), startMs);
  tooLong.unref();
  const answered = (answer: Answered): void => {
    const each = waiting.get(answer.number);
    waiting.delete(answer.number);
    if (waiting.size === 0) worker.unref();
    if (each) events.works(each.task);
    if ('defect' in answer) each?.failed(new Error(answer.defect));
    else each?.done(answer.result);
  };
  worker.unref();
  worker.on('message', (message: Answered | typeof READY) => {
    if (message !== READY) return answered(message);
    isReady = true;
    clearTimeout(tooLong);
  });
  worker.on('messageerror', (why) => died(messageOf(why)));
  // An error overtakes what the thread said before it, that it is ready too; its end, which always follows, does not.
  let last = 'a thread ended';
  worker.on('error', (why) => void (last = messageOf(why) || 'without a word'));
  worker.on('exit', () => died(last));
  return {
    waiting: () => waiting.size,
    run: (task, input) =>
      new Promise((done, failed) => {
        count += 1;
        // What cannot cross is thrown here, before anybody waits for it.
        worker.postMessage({ number: count, task, input } satisfies Asked);
        waiting.set(count, { task, done, failed });
        worker.ref();
      }),
    end: (why) => end(({ failed }) => failed(why)),
  };
};

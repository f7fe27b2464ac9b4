// SPDX-License-Identifier: GPL-3.0-or-later
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { startThreads, type Task, type ThreadEvent, type ThreadOptions } from '../../electron/threads.ts';

// Threads that do not start, die or hang: the work is done in this thread or refused, the log says why, and nobody waits for ever.

const THREADS = pathToFileURL(join(import.meta.dirname, '../../electron/threads.ts')).href;
const folder = mkdtempSync(join(tmpdir(), 'holdfast-threads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let programs = 0;
const program = (text: string): URL => {
  programs += 1;
  const file = join(folder, `program-${programs}.mjs`);
  writeFileSync(file, text);
  return pathToFileURL(file);
};

/** Says by whom it was done. */
const who: Task<string, string> = { name: 'who', perform: (text) => `${text} here` };
const SERVING = `
  import { serveTasks } from ${JSON.stringify(THREADS)};
  serveTasks([{ name: 'who', perform: async (text) => {
    if (text === 'die') process.exit(1);
    if (text === 'throw') throw new Error('no good');
    if (text === 'unclonable') return () => undefined;
    while (text === 'for ever');
    return text + ' beside';
  } }]);`;

const logged = (at: URL | string, options: ThreadOptions = {}) => {
  const events: ThreadEvent[] = [];
  return { events, threads: startThreads(at, { ...options, log: (event) => void events.push(event) }) };
};

test('the work is done beside, and the log says so once for each kind', async () => {
  const { events, threads } = logged(program(SERVING));
  expect(await threads.run(who, 'a')).toBe('a beside');
  expect(await threads.run(who, 'b')).toBe('b beside');
  expect(events).toEqual([{ event: 'thread-works', task: 'who' }]);
  threads.close();
});

test.each([
  ['is not there', new URL('file:///no/such/worker.js'), {}],
  ['is no address', 'worker.js', {}],
  ['cannot be read as a program', program('this is no program'), {}],
  ['throws at once', program("throw new Error('forbidden')"), {}],
  ['ends at once', program('process.exit(0)'), {}],
  [
    'never says a word',
    program("import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => undefined)"),
    { startMs: 300 },
  ],
  ['turns for ever', program('for (;;);'), { startMs: 300 }],
] as const)('when the program %s, everything is done here, and the log says why once', async (_, at, options) => {
  const { events, threads } = logged(at, options);
  expect(await Promise.all([threads.run(who, 'a'), threads.run(who, 'b'), threads.run(who, 'c')])).toEqual([
    'a here',
    'b here',
    'c here',
  ]);
  expect(await threads.run(who, 'd')).toBe('d here');
  expect(new Set(events.map(({ event }) => event))).toEqual(new Set(['thread-refused']));
  expect(events.length).toBeLessThanOrEqual(2);
  threads.close();
});

test('work that kills its thread is refused and not tried here; the next has a new thread', async () => {
  const { events, threads } = logged(program(SERVING));
  await expect(threads.run(who, 'die')).rejects.toThrow('ended');
  await expect(threads.run(who, 'unclonable')).rejects.toThrow();
  await expect(threads.run(who, 'throw')).rejects.toThrow('no good');
  await expect(threads.run(who as Task<unknown, string>, () => undefined)).rejects.toThrow();
  expect(await threads.run(who, 'a')).toBe('a beside');
  expect(events.map(({ event }) => event)).not.toContain('thread-refused');
  threads.close();
});

test('closing does not wait for what is being done, and nothing is done after it, here neither', async () => {
  const { threads } = logged(program(SERVING));
  await threads.run(who, 'a');
  const long = threads.run(who, 'for ever');
  setImmediate(threads.close);
  await expect(long).rejects.toThrow('closed');
  await expect(threads.run(who, 'b')).rejects.toThrow('closed');
});

test('idle threads let the process end', () => {
  const main = program(`
    import { startThreads } from ${JSON.stringify(THREADS)};
    const threads = startThreads(new URL(${JSON.stringify(program(SERVING).href)}));
    process.stdout.write(await threads.run({ name: 'who' }, 'a'));`);
  const ended = spawnSync(process.execPath, [main.pathname], { timeout: 20_000, encoding: 'utf8' });
  expect([ended.status, ended.stdout]).toEqual([0, 'a beside']);
});

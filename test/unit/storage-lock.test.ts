// SPDX-License-Identifier: GPL-3.0-or-later
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lockDirectory } from '../../electron/storage/directory/lock.ts';

const newDirectory = (): string => mkdtempSync(join(tmpdir(), 'holdfast-lock-'));
const lockModule = fileURLToPath(new URL('../../electron/storage/directory/lock.ts', import.meta.url));

/** A process of its own that locks the directory, says what came of it, and stays. */
const lockElsewhere = async (directory: string): Promise<{ readonly child: ChildProcess; readonly said: string }> => {
  const program = `
    import { lockDirectory } from ${JSON.stringify(lockModule)};
    const lock = lockDirectory(${JSON.stringify(directory)});
    process.stdout.write(lock.ok ? 'locked' : lock.error.kind);
    setInterval(() => lock, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, said: said.toString() };
};

const kill = async (child: ChildProcess): Promise<void> => {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
};

test('the second process on one directory is refused; a killed one leaves no lock behind', async () => {
  const directory = newDirectory();
  const first = await lockElsewhere(directory);
  expect(first.said).toBe('locked');
  const second = await lockElsewhere(directory);
  expect(second.said).toBe('already-running');
  expect(lockDirectory(directory)).toEqual({ ok: false, error: { kind: 'already-running' } });
  await kill(first.child);
  const ours = lockDirectory(directory);
  expect(ours.ok).toBe(true);
  if (ours.ok) ours.value.release();
  await kill(second.child);
});

test('in one process as well, until it is released', () => {
  const directory = join(newDirectory(), 'made', 'by the lock');
  const first = lockDirectory(directory);
  expect(lockDirectory(directory)).toEqual({ ok: false, error: { kind: 'already-running' } });
  if (first.ok) first.value.release();
  expect(lockDirectory(directory).ok).toBe(true);
});

test('a path that is no directory is named', () => {
  const file = join(newDirectory(), 'file');
  writeFileSync(file, '');
  expect(lockDirectory(file)).toMatchObject({ ok: false, error: { kind: 'cannot-open' } });
});

test.skipIf(process.platform !== 'linux')(
  'a file system that knows no new directories ends the attempt, and is named',
  () => {
    const script = `import(${JSON.stringify(lockModule)}).then((it) => console.log(JSON.stringify(it.lockDirectory('/proc/holdfast/w'))))`;
    const said = execFileSync(process.execPath, ['-e', script], {
      timeout: 30_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(JSON.parse(String(said))).toMatchObject({ ok: false, error: { kind: 'cannot-open', why: 'ENOENT' } });
  },
);

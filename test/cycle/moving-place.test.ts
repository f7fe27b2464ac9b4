// SPDX-License-Identifier: GPL-3.0-or-later
import fs, { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, test } from 'vitest';
import { claimDirectory } from '../../electron/app/data-directory.ts';
import { moveFiles, whyNoPlace } from '../../electron/app/directory/move.ts';
import { finishMove } from '../../electron/app/directory/moved.ts';
import { placeOf } from '../../electron/app/directory/place.ts';
import { keepSettings, keptSettings } from '../../electron/app/settings.ts';
import { mustOk } from '../../shared/result.ts';
import { USUAL_SETTINGS } from '../../shared/settings.ts';
import { testWorld } from '../support/backup-rig.ts';
import { stride } from '../support/seed.ts';
import { FILE_FAULTS, strikeFiles } from '../support/fail-file.ts';

// The wallet's files move to another folder, and wherever that is cut short one of the two has a whole wallet.

const base = mkdtempSync(join(tmpdir(), 'holdfast-moving-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const world = testWorld();
let made = 0;

/** A wallet in the usual place of a home, and an empty folder; another wallet in each home, or one that was made before. */
const lab = async (template?: string) => {
  const home = join(base, String((made += 1)));
  const [from, to] = [join(home, 'wallet'), join(home, 'elsewhere')];
  mkdirSync(to, { recursive: true });
  if (template !== undefined) {
    cpSync(template, from, { recursive: true });
    return { home, from, to };
  }
  const directory = mustOk(claimDirectory(from, world), 'claimed');
  const store = mustOk(await directory.create({ type: 'unprotected' }), 'created');
  store.transaction((tx) => tx.put('setting', 'note', { value: 'kept' }));
  store.close();
  directory.release();
  mustOk(keepSettings(from, { ...USUAL_SETTINGS, size: 120 }), 'settings');
  return { home, from, to };
};

const walletIn = async (directory: string): Promise<string> => {
  if (!existsSync(join(directory, 'wallet-key.json'))) return 'none';
  const claimed = mustOk(claimDirectory(directory, world), 'claimed');
  try {
    const store = mustOk(await claimed.unlockWithoutAsking(), 'opened') ?? expect.fail('asks');
    const note = store.entry('setting', 'note')?.value.value;
    store.close();
    return note === 'kept' ? 'whole' : 'other';
  } finally {
    claimed.release();
  }
};
const names = (directory: string): readonly string[] => readdirSync(directory).toSorted();

test('copied, compared, named, removed: nothing is left behind, and what its person chose comes along', async () => {
  const { home, from, to } = await lab();
  expect(await moveFiles(home, from, to)).toEqual({ ok: true, value: { folder: to } });
  expect(placeOf(home)).toEqual({ directory: to, isChosen: true });
  expect([await walletIn(to), keptSettings(to).size, names(from)]).toEqual(['whole', 120, []]);
  expect(names(home)).toEqual(['elsewhere', 'wallet', 'wallet-place']);
  // And back again.
  expect(await moveFiles(home, to, from)).toEqual({ ok: true, value: { folder: from } });
  expect([await walletIn(from), names(to)]).toEqual(['whole', []]);
});

test('nobody gets at the old folder before nothing of it is left', async () => {
  const { home, from, to } = await lab();
  const real = fs.rmSync;
  const tries: string[] = [];
  fs.rmSync = (path, how) => {
    if (dirname(String(path)) === from && !String(path).endsWith('wallet.lock')) {
      const rival = claimDirectory(from, world);
      tries.push(rival.ok ? 'let in' : rival.error.kind);
      if (rival.ok) rival.value.release();
    }
    real(path, how);
  };
  syncBuiltinESMExports();
  try {
    expect(await moveFiles(home, from, to)).toMatchObject({ ok: true });
  } finally {
    fs.rmSync = real;
    syncBuiltinESMExports();
  }
  expect([...new Set(tries)]).toEqual(['already-running']);
  expect(names(from)).toEqual([]);
});

describe('a folder is refused', () => {
  it.each([
    ['that has something in it', ({ to }: Lab) => writeFileSync(join(to, 'note.txt'), 'mine'), 'not-empty'],
    ['that is not there', ({ to }: Lab) => rmSync(to, { recursive: true }), 'failed'],
    ['that is a file', ({ to }: Lab) => (rmSync(to, { recursive: true }), writeFileSync(to, '')), 'failed'],
    ['of a wallet that plays', ({ from }: Lab) => mkdirSync(`${from}-play-money`), 'play-money'],
  ] as const)('%s', async (_, prepare, why) => {
    const { home, from, to } = await lab();
    prepare({ home, from, to });
    expect(whyNoPlace(from, to)).toBe(why);
    expect(await moveFiles(home, from, to)).toMatchObject({ ok: false, error: { facts: { why } } });
    expect([await walletIn(from), placeOf(home).isChosen]).toEqual(['whole', false]);
  });

  it('that lies in the wallet’s own or round it, by whatever name', async () => {
    const { home, from, to } = await lab();
    mkdirSync(join(from, 'inner'));
    rmSync(to, { recursive: true });
    fs.symlinkSync(join(from, 'inner'), to);
    expect([join(from, 'inner'), from, home, to].map((each) => whyNoPlace(from, each))).toEqual(
      Array.from({ length: 4 }, () => 'inside'),
    );
  });

  it.each([
    ['a disk without room', 'statfsSync', () => ({ blocks: 10, bavail: 1, bsize: 4096 }), 'full'],
    ['a disk that takes nothing', 'accessSync', () => fails('EROFS'), 'read-only'],
  ] as const)('on %s', async (_, name, instead, why) => {
    const { from, to } = await lab();
    const real = fs[name];
    Reflect.set(fs, name, instead);
    syncBuiltinESMExports();
    try {
      expect(whyNoPlace(from, to)).toBe(why);
    } finally {
      Reflect.set(fs, name, real);
      syncBuiltinESMExports();
    }
  });
});

type Lab = { readonly home: string; readonly from: string; readonly to: string };
const fails = (code: string): never => {
  throw Object.assign(new Error(code), { code });
};

test('a disk that gives back something else is found out, and nothing has moved', async () => {
  const { home, from, to } = await lab();
  const real = fs.promises.open;
  // What was written there is changed before it is read again.
  Reflect.set(fs.promises, 'open', async (path: string, flags: string, mode?: number) => {
    if (flags === 'r' && path === join(to, 'wallet.db')) writeFileSync(path, Buffer.from('other bytes'));
    return real(path, flags, mode);
  });
  syncBuiltinESMExports();
  try {
    expect(await moveFiles(home, from, to)).toMatchObject({ ok: false, error: { facts: { why: 'differs' } } });
  } finally {
    Reflect.set(fs.promises, 'open', real);
    syncBuiltinESMExports();
  }
  expect([await walletIn(from), names(to), placeOf(home).isChosen]).toEqual(['whole', [], false]);
});

describe.each(FILE_FAULTS)('%s during a move', (fault) => {
  it(
    'the place that is named has a whole wallet, and the next start leaves it in no other',
    { timeout: 120_000 },
    async () => {
      const { from: template } = await lab();
      const { first, by } = stride(8);
      let steps = 0;
      for (let n = first; n < 120; n += by) {
        const { home, from, to } = await lab(template);
        const struck = await strikeFiles(home, { fault, n }, () => moveFiles(home, from, to));
        // As the next start does before anything is opened; twice, for it may be cut short itself.
        finishMove(home);
        finishMove(home);
        const { directory } = placeOf(home);
        const other = directory === to ? from : to;
        expect({ n, here: await walletIn(directory), other: existsSync(join(other, 'wallet-key.json')) }).toEqual({
          n,
          here: 'whole',
          other: false,
        });
        expect(names(other).filter((name) => name !== 'wallet.lock')).toEqual([]);
        expect(names(home).filter((name) => name.startsWith('wallet-moving'))).toEqual([]);
        if (!struck) break;
        steps = n;
      }
      expect(steps).toBeGreaterThan(15);
      expect(steps).toBeLessThan(119);
    },
  );
});

test('the note of a move is anybody’s: it takes no other wallet away', async () => {
  const [one, other] = [await lab(), await lab()];
  const note = (move: unknown): void => writeFileSync(join(one.home, 'wallet-moving'), JSON.stringify(move));
  // The place that is named is ours, the files it would remove are another wallet's.
  note({ from: other.from, to: one.from, phase: 'compared' });
  finishMove(one.home);
  expect([await walletIn(one.from), await walletIn(other.from)]).toEqual(['whole', 'whole']);
  for (const nonsense of ['', '{', 'null', { from: 'x', to: 'y' }, { from: 1 }, 'x'.repeat(100_000)]) {
    note(nonsense);
    finishMove(one.home);
    expect([await walletIn(one.from), existsSync(join(one.home, 'wallet-moving'))]).toEqual(['whole', false]);
  }
});

test('a move that was cut short while copying takes no other wallet away, made since where its copies were', async () => {
  const [one, other] = [await lab(), await lab()];
  const note = (move: unknown): void => writeFileSync(join(one.home, 'wallet-moving'), JSON.stringify(move));
  note({ from: one.from, to: other.from, phase: 'copying' });
  finishMove(one.home);
  expect([await walletIn(one.from), await walletIn(other.from)]).toEqual(['whole', 'whole']);
  expect(existsSync(join(one.home, 'wallet-moving'))).toBe(false);
  // Which of the two it is cannot be told: nothing is removed, and the next start looks again.
  note({ from: join(one.home, 'away'), to: other.from, phase: 'copying' });
  finishMove(one.home);
  expect([await walletIn(other.from), existsSync(join(one.home, 'wallet-moving'))]).toEqual(['whole', true]);
});

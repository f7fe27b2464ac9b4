// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { keepPlace, meantPlace, placeOf } from '../../electron/app/directory/place.ts';
import { fileLog } from '../../electron/app/file-log.ts';
import { reportOf } from '../../electron/app/report.ts';
import { markRun } from '../../electron/app/run-mark.ts';
import { keepPageAlive } from '../../electron/shell/page-deaths.ts';
import { foldersSetAside, setAside } from '../../electron/storage/directory/set-aside.ts';
import { fileFailures } from '../../shared/facts/failure-files.ts';
import { waysOut } from '../../shared/rescue.ts';
import type { FailureView } from '../../shared/view.ts';
import { mustOk } from '../../shared/result.ts';
import { FILE_FAULTS, strikeFiles } from '../support/fail-file.ts';

const top = mkdtempSync(join(tmpdir(), 'holdfast-rescue-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const newDirectory = (): string => mkdtempSync(join(top, 'd-'));
const AT = Date.UTC(2026, 11, 1, 6, 43, 9);

describe('the ways out', () => {
  const ways = (kind: FailureView['kind'], opensBySheet = false, chosenPlace = false): readonly string[] =>
    waysOut({ kind, facts: {} } as FailureView, { opensBySheet, chosenPlace });

  test.each([
    ['damaged-database', false, 'restore'],
    ['empty-database', true, 'restore'],
    ['missing-database', true, 'restore'],
    ['damaged-vault', false, 'restore'],
    ['orphan-database', false, 'restore'],
    ['keychain-refused', false, 'restore'],
    ['keychain-refused', true, 'unlock-by-sheet'],
    ['costly-vault', true, 'unlock-by-sheet'],
    ['newer-database', true, 'try-again'],
    ['newer-vault', false, 'try-again'],
    ['cannot-open', false, 'try-again'],
    ['already-running', false, 'try-again'],
    ['place-missing', false, 'try-again'],
    ['defect', false, 'try-again'],
  ] as const)('of %s (sheet opens it: %s) begin with %s', (kind, opensBySheet, first) => {
    expect(ways(kind, opensBySheet)[0]).toBe(first);
  });

  test('each is named once, none is missing another look and another folder, and nothing is moved that is in use', () => {
    for (const kind of [...Object.keys(fileFailures), 'defect', 'keychain-refused'] as FailureView['kind'][]) {
      for (const opensBySheet of [true, false]) {
        const all = ways(kind, opensBySheet, true);
        expect(new Set(all).size).toBe(all.length);
        expect(all).toEqual(expect.arrayContaining(['try-again', 'elsewhere', 'usual-place']));
      }
    }
    for (const kind of ['already-running', 'not-erased', 'disk-full', 'place-missing'] as const)
      expect(ways(kind).filter((way) => ['restore', 'regain', 'set-aside'].includes(way))).toEqual([]);
  });
});

describe('files that are set aside', () => {
  const FILES = ['wallet-key.json', 'wallet.db', 'wallet.db-wal', 'wallet-key-tries.json'];
  const wallet = (): string => {
    const directory = newDirectory();
    for (const name of FILES) writeFileSync(join(directory, name), name);
    for (const name of ['wallet.lock', 'language', 'a person’s own.txt']) writeFileSync(join(directory, name), name);
    return directory;
  };

  test('are whole in a folder with the time in its name; whatever is no file of the wallet stays', () => {
    const directory = wallet();
    const folder = mustOk(setAside(directory, AT), 'moved');
    expect(folder).toBe(join(directory, 'set-aside-2026-12-01-06-43-09'));
    for (const name of FILES) {
      expect(readFileSync(join(folder, name), 'utf8')).toBe(name);
      expect(existsSync(join(directory, name))).toBe(false);
    }
    for (const name of ['wallet.lock', 'language', 'a person’s own.txt'])
      expect(existsSync(join(directory, name))).toBe(true);
    for (const name of FILES) writeFileSync(join(directory, name), `${name} of another`);
    const second = mustOk(setAside(directory, AT), 'moved');
    expect(foldersSetAside(directory)).toEqual([second, folder]);
    expect(readFileSync(join(folder, 'wallet.db'), 'utf8')).toBe('wallet.db');
  });

  test.each(FILE_FAULTS)('are whole in one of the two places wherever it breaks off (%s)', async (fault) => {
    for (let n = 1; ; n += 1) {
      const directory = wallet();
      const struck = await strikeFiles(directory, { fault, n }, async () => setAside(directory, AT));
      const places = [directory, ...foldersSetAside(directory)];
      const found = (name: string): readonly string[] =>
        places
          .map((each) => join(each, name))
          .filter((file) => existsSync(file))
          .map((file) => readFileSync(file, 'utf8'));
      for (const name of FILES) expect([n, found(name)]).toEqual([n, [name]]);
      mustOk(setAside(directory, AT), 'again');
      expect(FILES.filter((name) => existsSync(join(directory, name)))).toEqual([]);
      if (!struck) return;
    }
  });
});

describe('the place of the wallet', () => {
  test('is the usual one until somebody chose, also where the choice cannot be read', () => {
    const home = newDirectory();
    expect(placeOf(home)).toEqual({ directory: join(home, 'wallet'), isChosen: false });
    const chosen = join(newDirectory(), 'there');
    mustOk(keepPlace(home, chosen), 'kept');
    expect(placeOf(home)).toEqual({ directory: chosen, isChosen: true });
    mustOk(keepPlace(home, undefined), 'back');
    expect(placeOf(home).isChosen).toBe(false);
    for (const text of ['', 'relative/path', '\0', 'x'.repeat(40_000)]) {
      writeFileSync(join(home, 'wallet-place'), text);
      expect(placeOf(home)).toEqual({ directory: join(home, 'wallet'), isChosen: false });
    }
    rmSync(join(home, 'wallet-place'));
    mkdirSync(join(home, 'wallet-place'));
    expect(placeOf(home).isChosen).toBe(false);
    expect(keepPlace(home, chosen)).toMatchObject({ ok: false, error: { kind: 'cannot-write' } });
  });

  test('a folder means the wallet in it, an empty one itself, and any other a folder of ours in it', () => {
    const [empty, full, wallet] = [newDirectory(), newDirectory(), newDirectory()];
    writeFileSync(join(full, 'photo.jpg'), 'x');
    writeFileSync(join(wallet, 'wallet-key.json'), '{}');
    expect([meantPlace(empty), meantPlace(full), meantPlace(wallet)]).toEqual([empty, join(full, 'Holdfast'), wallet]);
    mkdirSync(join(full, 'wallet'));
    writeFileSync(join(full, 'wallet', 'wallet.db'), 'x');
    expect(meantPlace(full)).toBe(join(full, 'wallet'));
  });
});

describe('a run that died', () => {
  test('is told by the next one, with when it was last alive, and one that ended is not', () => {
    const directory = newDirectory();
    let now = AT;
    const first = markRun(directory, () => now);
    expect(first.ended()).toBeUndefined();
    now += 600_000;
    first.lives();
    const second = markRun(directory, () => now);
    expect(second.ended()).toEqual({ what: 'program', at: now });
    second.read();
    expect(second.ended()).toBeUndefined();
    second.windowDied();
    expect(second.ended()).toEqual({ what: 'window', at: now });
    second.ends();
    expect(markRun(directory, () => now).ended()).toBeUndefined();
  });

  test('costs nothing where no mark can be written', () => {
    const file = join(newDirectory(), 'file');
    writeFileSync(file, '');
    const mark = markRun(file, () => AT);
    mark.lives();
    mark.ends();
    expect(mark.ended()).toBeUndefined();
  });
});

describe('a page that dies', () => {
  const page = (goesOn: boolean) => {
    const seen = { redrawn: 0, forgotten: 0, asked: 0, quit: 0 };
    let now = 0;
    const listeners: { gone?: (reason: string) => void; hung?: () => void } = {};
    keepPageAlive({
      onGone: (listener) => (listeners.gone = listener),
      onHung: (listener) => (listeners.hung = listener),
      redraw: () => void (seen.redrawn += 1),
      forget: () => void (seen.forgotten += 1),
      now: () => now,
      askToGoOn: async () => {
        seen.asked += 1;
        return goesOn;
      },
      askToRedraw: async () => {
        seen.asked += 1;
        return goesOn;
      },
      quit: () => void (seen.quit += 1),
      isEnding: () => false,
    });
    const settle = async (): Promise<void> => {
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    };
    return {
      seen,
      dies: async (after = 1000, reason = 'crashed') => {
        now += after;
        listeners.gone?.(reason);
        await settle();
      },
      hangs: async () => {
        listeners.hung?.();
        await settle();
      },
    };
  };

  test('is drawn anew, and what it had shown is forgotten; a page that was closed is not', async () => {
    const { seen, dies } = page(true);
    await dies();
    await dies(1000, 'clean-exit');
    expect(seen).toEqual({ redrawn: 1, forgotten: 1, asked: 0, quit: 0 });
  });

  test('three times within a minute is asked about; with time in between it is not', async () => {
    const quick = page(true);
    for (let at = 0; at < 3; at += 1) await quick.dies();
    expect(quick.seen).toEqual({ redrawn: 3, forgotten: 3, asked: 1, quit: 0 });
    const slow = page(true);
    for (let at = 0; at < 6; at += 1) await slow.dies(31_000);
    expect(slow.seen).toEqual({ redrawn: 6, forgotten: 6, asked: 0, quit: 0 });
    const ends = page(false);
    for (let at = 0; at < 3; at += 1) await ends.dies();
    expect(ends.seen).toEqual({ redrawn: 2, forgotten: 3, asked: 1, quit: 1 });
  });

  test('that does not answer is drawn anew only when its person wants that', async () => {
    const [yes, no] = [page(true), page(false)];
    await yes.hangs();
    await no.hangs();
    expect([yes.seen, no.seen]).toEqual([
      { redrawn: 1, forgotten: 1, asked: 1, quit: 0 },
      { redrawn: 0, forgotten: 0, asked: 1, quit: 0 },
    ]);
  });
});

describe('a report', () => {
  test('says what does not open, which files there are and what happened, and nothing that is a person’s own', () => {
    const [directory, logs] = [newDirectory(), newDirectory()];
    writeFileSync(join(directory, 'wallet.db'), 'x'.repeat(77));
    writeFileSync(join(directory, 'Letter to Ada.odt'), '');
    const log = fileLog(logs, () => AT);
    log({ event: 'backup-cycle', provider: 'https://backup.example/ada', outcome: 'stored' });
    log({ event: 'print-failed', why: 'no printer at https://secret.example with KUDOS:12.5' });
    const error = new Error('passphrase four random words');
    log({ event: 'defect', reference: '0badcafe', where: 'loop: money', error: error.stack });
    const text = reportOf({
      directory,
      stage: 'locked',
      protection: 'passphrase',
      trouble: { kind: 'damaged-database', facts: { detail: 'SQLITE_CORRUPT' } },
      waits: [
        {
          id: 'r1',
          type: 'refresh',
          waitingFor: 'exchange',
          nextTryAt: AT,
          attempts: 1,
          why: {
            kind: 'refused',
            facts: {
              host: 'issuer.example',
              status: 400,
              code: 26,
              detail: `parameter old_denom_sig of ${'Q7'.repeat(26)} at https://issuer.example/melt for KUDOS:1.5`,
            },
          },
        },
      ],
      logDirectory: logs,
      nowMs: AT,
    });
    expect(JSON.parse(text)).toMatchObject({
      at: '2026-12-01T06:43:09.000Z',
      stage: 'locked',
      trouble: { kind: 'damaged-database', detail: 'SQLITE_CORRUPT' },
      refused: [
        { type: 'refresh', kind: 'refused', status: 400, code: 26, detail: 'parameter old_denom_sig of … at … for …' },
      ],
      files: [expect.stringMatching(/^wallet\.db 77 /), '+1'],
      events: [
        { event: 'backup-cycle', outcome: 'stored' },
        { event: 'print-failed' },
        { event: 'defect', reference: '0badcafe', where: 'loop: money' },
      ],
    });
    for (const own of ['example', 'KUDOS', 'passphrase four', 'Letter', top, process.env['HOME'] ?? top])
      expect(text).not.toContain(own);
    expect(text).toContain('rescue.test.ts');
  });

  test('of a directory and a log that are not there is one all the same', () => {
    const none = join(newDirectory(), 'none');
    const text = reportOf({
      directory: none,
      stage: 'locked',
      protection: 'none',
      trouble: { kind: 'place-missing', facts: { file: none } },
      logDirectory: none,
      nowMs: AT,
    });
    expect(JSON.parse(text)).toMatchObject({ files: 'ENOENT', events: [], trouble: { kind: 'place-missing' } });
    expect(text).not.toContain(none);
  });
});

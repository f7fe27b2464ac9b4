// SPDX-License-Identifier: GPL-3.0-or-later
import { cpSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MARKER_FILE } from '../../electron/backup/providers/place/marker.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, recoveryText, testWorld, total, withdraw, type Installation } from '../support/backup-rig.ts';

// A folder with copies as it comes back from file managers, synchronising programs and people.

const world = testWorld();
let sandbox: Sandbox;
aroundEconomy(world, [], (opened) => {
  sandbox = opened;
});
let base: string;
let stick: string;
let mine: Installation;
let text: string;
let secretAlone: string;
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'holdfast-renamed-'));
  stick = join(base, 'as-written');
  mkdirSync(stick);
  mine = install(world);
  await withdraw(mine, sandbox, 'KUDOS:3');
  expect(await add(mine, stick)).toBe('stored');
  text = recoveryText(mine);
  secretAlone = [...text.matchAll(/^secret [\d-]+: (.*)$/gm)].map(([, groups]) => groups).join(' ');
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(base, 'copy-'));
  cpSync(stick, folder, { recursive: true });
});
const blobs = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.blob'));
const rename = (to: (name: string) => string): void => {
  for (const name of blobs()) renameSync(join(folder, name), join(folder, to(name)));
};
const restore = async (sheet: string, pointed: string) => {
  const fresh = install(world);
  const answer = await fresh.backup.restore(sheet, { folders: [pointed] });
  return { fresh, answer };
};
const expectBack = async (sheet: string, pointed: string, notes: readonly string[]): Promise<void> => {
  const { fresh, answer } = await restore(sheet, pointed);
  expect(answer).toMatchObject({ ok: true });
  if (answer.ok)
    expect(answer.value.sources).toMatchObject([{ answer: 'found', notes: notes.map((kind) => ({ kind })) }]);
  expect(total(fresh)).toBe(total(mine));
};

describe.each([
  ['the whole sheet', () => text],
  ['the secret alone', () => secretAlone],
])('with %s', (_what, sheet) => {
  test.each<[string, (name: string) => string]>([
    ['a copy of a file manager', (name) => name.replace('.blob', ' - Copy.blob')],
    ['a download of the same name', (name) => name.replace('.blob', ' (1).blob')],
    ['lower case', (name) => name.toLowerCase()],
    ['a conflict copy', (name) => name.replace('.blob', " (Anna's conflicted copy 2026-11-30).blob")],
    ['a shortened name', (name) => `${name.slice(0, 6).toUpperCase()}~1.BLO`],
    ['another ending', (name) => name.replace('.blob', '.bin')],
  ])('%s is found', async (_name, to) => {
    rename(to);
    await expectBack(sheet(), folder, ['renamed']);
  });

  test('the folder above is looked through', async () => {
    const parent = mkdtempSync(join(base, 'parent-'));
    renameSync(folder, join(parent, 'Backups'));
    await expectBack(sheet(), parent, []);
  });

  test.each<[string, () => void]>([
    ['missing', () => rmSync(join(folder, MARKER_FILE))],
    ['empty', () => writeFileSync(join(folder, MARKER_FILE), '')],
    ['renamed', () => renameSync(join(folder, MARKER_FILE), join(folder, 'holdfast-provider (1).json'))],
  ])('a marker that is %s', async (_name, harm) => {
    harm();
    await expectBack(sheet(), folder, ['renamed']);
  });
});

test('neither marker nor names: the sheet knows which place it was', async () => {
  rmSync(join(folder, MARKER_FILE));
  rename(() => 'x.dat');
  await expectBack(text, folder, ['renamed']);
});

test('a copy that two machines wrote past each other is joined, whatever it is called', async () => {
  const before = blobs()[0] ?? '';
  const other = install(world);
  expect(await other.backup.restore(text, { folders: [folder] })).toMatchObject({ ok: true });
  other.store.transaction((tx) => tx.put('setting', 'note', { value: 'of the other' }));
  await other.backup.cycle();
  for (const name of blobs()) if (name !== before) renameSync(join(folder, name), join(folder, `conflict-${name}`));
  const { fresh, answer } = await restore(text, folder);
  expect(answer).toMatchObject({ ok: true, value: { sources: [{ answer: 'found', notes: [{ kind: 'renamed' }] }] } });
  expect(fresh.store.entry('setting', 'note')?.value).toEqual({ value: 'of the other' });
});

describe('among very many other files and folders', () => {
  /** More than are looked into. */
  const crowd = (where: string, of: (path: string) => void, count: number): void => {
    for (let at = 0; at < count; at++) of(join(where, `photo-${at}`));
  };
  const files = (where: string): void => crowd(where, (path) => writeFileSync(path, 'x'.repeat(20)), 5_500);

  test.each([
    ['the whole sheet', () => text],
    ['the secret alone', () => secretAlone],
  ])('what is still called a little like a copy is found (%s)', async (_what, sheet) => {
    files(folder);
    rmSync(join(folder, MARKER_FILE));
    rename((name) => name.replace('.blob', ' (1).blob'));
    await expectBack(sheet(), folder, ['renamed']);
  });

  test('where not every file was looked into, nobody is told that there is none', async () => {
    const crowded = mkdtempSync(join(base, 'crowded-'));
    files(crowded);
    const { answer } = await restore(secretAlone, crowded);
    expect(answer).toMatchObject({
      error: { sources: [{ name: crowded, answer: 'silent', notes: [{ kind: 'folder-crowded' }] }] },
    });
    // Nor by the mark of the place, whose copies are called something else.
    files(folder);
    for (const name of blobs()) rmSync(join(folder, name));
    const marked = await restore(text, folder);
    expect(marked.answer).toMatchObject({
      error: { sources: [{ answer: 'silent', notes: [{ kind: 'folder-crowded' }] }] },
    });
  });

  test('the folder among 300 is found by its name, and one that is hidden or a link as well', async () => {
    for (const lay of [
      (parent: string) => renameSync(folder, join(parent, 'zz Holdfast copies')),
      (parent: string) => renameSync(folder, join(parent, '.zz-holdfast')),
      (parent: string) => symlinkSync(folder, join(parent, 'a-link')),
    ]) {
      const parent = mkdtempSync(join(base, 'parent-'));
      folder = mkdtempSync(join(base, 'copy-'));
      cpSync(stick, folder, { recursive: true });
      crowd(parent, (path) => mkdirSync(path), 300);
      lay(parent);
      await expectBack(text, parent, []);
    }
  });
});

describe('what holds nothing is named, with its path and why', () => {
  test.each<[string, string, (where: string, blob: string) => void]>([
    ['packed', 'backup.zip', (where) => writeFileSync(join(where, 'backup.zip'), 'PK\u0003\u0004 and so on')],
    ['packed one by one', 'X.blob.gz', (where, blob) => writeFileSync(join(where, `${blob}.gz`), gzipSync('x'))],
    ['not loaded yet', '.X.blob.icloud', (where, blob) => writeFileSync(join(where, `.${blob}.icloud`), 'bplist00')],
    ['half loaded', 'X.blob.part', (where, blob) => writeFileSync(join(where, `${blob}.part`), '')],
  ])('copies that are %s', async (_what, called, lay) => {
    const blob = blobs()[0] ?? '';
    for (const withMarker of [true, false]) {
      const where = mkdtempSync(join(base, 'packed-'));
      if (withMarker) cpSync(join(folder, MARKER_FILE), join(where, MARKER_FILE));
      lay(where, blob);
      const { answer } = await restore(secretAlone, where);
      const facts = { file: called.replace('X.blob', blob) };
      expect(answer).toMatchObject({
        error: { sources: [{ answer: 'unusable', notes: [{ kind: 'folder-unopened', facts }] }] },
      });
    }
  });

  const expectNamed = async (pointed: string, answer: string, kind: string): Promise<void> => {
    const result = await restore(secretAlone, pointed);
    expect(result.answer).toMatchObject({
      ok: false,
      error: { kind: 'nothing-restored', sources: [{ name: pointed, answer, notes: [{ kind }] }] },
    });
  };
  test('an empty folder', () => expectNamed(mkdtempSync(join(base, 'empty-')), 'empty', 'folder-without-copies'));
  test('a folder that is not there', () => expectNamed(join(base, 'none'), 'silent', 'folder-missing'));
  test('a file', () => {
    const file = join(base, 'a-file');
    writeFileSync(file, 'x');
    return expectNamed(file, 'silent', 'folder-is-file');
  });
  test("another wallet's copies", async () => {
    const theirs = install(world);
    const where = mkdtempSync(join(base, 'theirs-'));
    expect(await add(theirs, where)).toBe('stored');
    rmSync(join(where, MARKER_FILE));
    await expectNamed(where, 'unusable', 'folder-of-others');
  });
  test('a thousand files that begin like copies end the search, not the program', async () => {
    const where = mkdtempSync(join(base, 'many-'));
    for (let at = 0; at < 1000; at++) writeFileSync(join(where, `${at}`), `HLDFST01${'x'.repeat(100)}`);
    await expectNamed(where, 'unusable', 'folder-of-others');
  });
});

// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  readTextIfThere,
  readUpTo,
  UNFINISHED,
  writeWhole,
  writeWholeSync,
} from '../../electron/storage/whole-file.ts';

let directory: string;
let file: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'holdfast-whole-'));
  file = join(directory, 'sheet.pdf');
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe.each([
  ['waiting', writeWhole],
  ['at once', async (path: string, content: Uint8Array) => writeWholeSync(path, content)],
])('written whole, %s', (_how, write) => {
  it('only its owner may read it, also where there was one that everybody could', async () => {
    writeFileSync(file, 'an older sheet');
    chmodSync(file, 0o644);
    await write(file, bytes('the sheet'));
    expect(readFileSync(file, 'utf8')).toBe('the sheet');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(directory)).toEqual(['sheet.pdf']);
  });

  it('what a dying process left is replaced, and a link planted there is not followed', async () => {
    const precious = join(directory, 'wallet-key.json');
    writeFileSync(precious, 'the only key');
    symlinkSync(precious, `${file}${UNFINISHED}`);
    await write(file, bytes('the sheet'));
    expect(readFileSync(precious, 'utf8')).toBe('the only key');
    expect(readFileSync(file, 'utf8')).toBe('the sheet');
    expect(existsSync(`${file}${UNFINISHED}`)).toBe(false);
  });

  it('a link in its own place is replaced and not written through', async () => {
    const other = join(directory, 'other');
    writeFileSync(other, 'of somebody else');
    symlinkSync(other, file);
    await write(file, bytes('the sheet'));
    expect([readFileSync(other, 'utf8'), readFileSync(file, 'utf8')]).toEqual(['of somebody else', 'the sheet']);
  });

  it('a failure is thrown, and leaves what was there and nothing beside it', async () => {
    await expect(write(join(directory, 'missing', 'sheet.pdf'), bytes('x'))).rejects.toThrow('ENOENT');
    mkdirSync(file);
    writeFileSync(join(file, 'inside'), 'kept');
    await expect(write(file, bytes('x'))).rejects.toThrow();
    expect(readdirSync(directory)).toEqual(['sheet.pdf']);
    expect(readFileSync(join(file, 'inside'), 'utf8')).toBe('kept');
  });
});

describe('read up to a ceiling', () => {
  it('a file that fits, to its last byte, and none that is longer', async () => {
    writeFileSync(file, 'sheet');
    expect(await readUpTo(file, 5)).toEqual(bytes('sheet'));
    expect(await readUpTo(file, 4)).toBeUndefined();
    expect([readTextIfThere(file, 5), readTextIfThere(file, 4)]).toEqual(['sheet', '']);
  });

  it('nothing where nothing is', async () => {
    await expect(readUpTo(file, 5)).rejects.toThrow('ENOENT');
    expect(readTextIfThere(file, 5)).toBeUndefined();
  });

  it('no folder, no device without an end, and no pipe without a beginning', async () => {
    const pipe = join(directory, 'pipe');
    execFileSync('/usr/bin/env', ['mkfifo', pipe]);
    for (const strange of [directory, '/dev/zero', pipe]) {
      expect(await readUpTo(strange, 1024)).toBeUndefined();
      expect(readTextIfThere(strange, 1024)).toBe('');
    }
  });
});

// SPDX-License-Identifier: GPL-3.0-or-later
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeFileAtomically } from '../../electron/storage/directory/files.ts';

it('a file only its owner may read, also where there was one that everybody could', () => {
  const directory = mkdtempSync(join(tmpdir(), 'holdfast-owner-'));
  const file = join(directory, 'sheet.pdf');
  writeFileSync(file, 'an older sheet');
  chmodSync(file, 0o644);
  writeFileAtomically(file, Buffer.from('the sheet'));
  expect(readFileSync(file, 'utf8')).toBe('the sheet');
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(readdirSync(directory)).toEqual(['sheet.pdf']);
  expect(() => writeFileAtomically(join(directory, 'missing', 'sheet.pdf'), Buffer.from('x'))).toThrow();
  rmSync(directory, { recursive: true });
});

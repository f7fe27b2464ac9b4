// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseRecovery } from '../../electron/backup/paper/parse.ts';
import { bytesToHex } from '../../electron/taler/bytes/encodings.ts';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import { holdfast } from '../support/holdfast.ts';
import { TOP } from '../support/imports.ts';

// A stranger's sixty lines open a copy from the printed page, by FORMAT.md alone.

const root = mkdtempSync(join(tmpdir(), 'holdfast-page-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const SCRIPT = join(TOP, 'test/support/page-restore.ts');

test('the text of the printed page and a folder are enough for a script of sixty lines without a module of ours', async () => {
  const source = readFileSync(SCRIPT, 'utf8');
  expect(source.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
  expect([...source.matchAll(/from '(.*)'/g)].filter(([, name = '']) => !/^node:|^@noble\//.test(name))).toEqual([]);

  const stick = mkdtempSync(join(root, 'stick-'));
  const mine = ['--data', join(root, 'wallet'), '--unprotected'];
  await holdfast([...mine, 'provider', 'add', stick, '--yes']);
  const own = parseRecovery((await holdfast([...mine, 'sheet'])).out);
  for (const paper of ['A4', 'Letter']) {
    const file = join(root, `${paper}.pdf`);
    await holdfast([...mine, '--lang', paper === 'A4' ? 'de' : 'en', 'sheet', '--pdf', file, '--paper', paper]);
    const page = execFileSync('pdftotext', ['-layout', file, '-']);
    const said = JSON.parse(
      execFileSync(process.execPath, [SCRIPT, stick], { input: page, encoding: 'utf8' }),
    ) as object;
    expect(own.ok && said).toMatchObject({ root: own.ok ? bytesToHex(openSecret(own.value.root)) : '' });
    expect((said as { readonly entries: number }).entries).toBeGreaterThan(1);
  }
}, 60_000);

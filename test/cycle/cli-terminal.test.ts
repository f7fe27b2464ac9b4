// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { atTerminal, hasTerminal } from '../support/at-terminal.ts';

const root = mkdtempSync(join(tmpdir(), 'holdfast-terminal-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const naming = (data: string, typed: readonly string[]) =>
  atTerminal(['--data', data, 'name', '--wallet', 'Mine'], typed);

describe.skipIf(!hasTerminal)(
  `a passphrase at the terminal${hasTerminal ? '' : ' (skipped: no script of util-linux)'}`,
  () => {
    const data = join(root, 'wallet');
    const PASSPHRASE = 'correct horse battery';

    test('a new one that is not the same twice makes no wallet', async () => {
      const { seen, code } = await naming(data, [PASSPHRASE, 'correct horse batter']);
      expect(seen).toContain('The two passphrases differ. Nothing was changed.');
      expect([code, existsSync(join(data, 'wallet.db'))]).toEqual([1, false]);
    });

    test('is never seen, makes the wallet when said twice, and opens it when said once', async () => {
      const made = await naming(data, [PASSPHRASE, PASSPHRASE]);
      expect(made.code).toBe(0);
      expect(made.seen).toContain('Once more: ');
      const opened = await naming(data, [PASSPHRASE]);
      expect(opened.code).toBe(0);
      expect(opened.seen).not.toContain('Once more');
      for (const { seen } of [made, opened]) expect(seen).not.toMatch(/correct|horse/);
      expect((await naming(data, ['wrong'])).code).toBe(1);
    });

    test('Ctrl-C ends it with nothing changed', async () => {
      const { seen, code } = await naming(data, ['\u0003']);
      expect(seen).toContain('Nothing was opened or changed');
      expect(code).toBe(1);
    });
  },
);

// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';

const CLI = fileURLToPath(new URL('../../electron/cli.ts', import.meta.url));
const root = mkdtempSync(join(tmpdir(), 'holdfast-terminal-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** util-linux' own way of giving a program a terminal; BSD's takes other arguments. */
const hasTerminal = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;

/** Runs a command at a terminal of its own; types the next line each time a question is asked. */
const atTerminal = (
  data: string,
  typed: readonly string[],
): Promise<{ readonly seen: string; readonly code: number }> =>
  new Promise((resolve, reject) => {
    const command = `'${process.execPath}' '${CLI}' --data '${data}' name --wallet Mine`;
    const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null']);
    const left = [...typed];
    let seen = '';
    let asked = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      for (const questions = seen.match(/: /g)?.length ?? 0; asked < questions && left.length > 0; asked++)
        child.stdin.write(`${left.shift()}\r`);
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ seen, code: code ?? -1 }));
  });

describe.skipIf(!hasTerminal)(
  `a passphrase at the terminal${hasTerminal ? '' : ' (skipped: no script of util-linux)'}`,
  () => {
    const data = join(root, 'wallet');
    const PASSPHRASE = 'correct horse battery';

    test('a new one that is not the same twice makes no wallet', async () => {
      const { seen, code } = await atTerminal(data, [PASSPHRASE, 'correct horse batter']);
      expect(seen).toContain('The two passphrases differ. Nothing was changed.');
      expect([code, existsSync(join(data, 'wallet.db'))]).toEqual([1, false]);
    });

    test('is never seen, makes the wallet when said twice, and opens it when said once', async () => {
      const made = await atTerminal(data, [PASSPHRASE, PASSPHRASE]);
      expect(made.code).toBe(0);
      expect(made.seen).toContain('Once more: ');
      const opened = await atTerminal(data, [PASSPHRASE]);
      expect(opened.code).toBe(0);
      expect(opened.seen).not.toContain('Once more');
      for (const { seen } of [made, opened]) expect(seen).not.toMatch(/correct|horse/);
      expect((await atTerminal(data, ['wrong'])).code).toBe(1);
    });

    test('Ctrl-C ends it with nothing changed', async () => {
      const { seen, code } = await atTerminal(data, ['\u0003']);
      expect(seen).toContain('Nothing was opened or changed');
      expect(code).toBe(1);
    });
  },
);

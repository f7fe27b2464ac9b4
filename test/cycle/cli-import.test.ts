// SPDX-License-Identifier: GPL-3.0-or-later
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { holdfast, type Finished } from '../support/holdfast.ts';
import { sealTheirs } from '../support/their-wallet.ts';
import { broughtLab, type Theirs } from './brought-lab.ts';

// `import` at the command line: a link comes from standard input, a copy from a file, and what opens it from standard input.

const lab = await broughtLab();
let root: string;
let them: Theirs;
let link: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-cli-import-'));
  them = await lab.theirs('cli', 'KUDOS:5');
  link = await them.keep();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const run = (name: string, args: readonly string[], input = ''): Promise<Finished> =>
  holdfast(['--data', join(root, name), '--unprotected', ...args], input, lab.world);
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(root, name), content);
  return join(root, name);
};

describe('import', () => {
  test('shows with --look what is there, and changes nothing', async () => {
    const seen = await run('one', ['import', '-', '--look', '--json'], `${link}\n`);
    expect([seen.code, seen.err]).toEqual([0, '']);
    expect(JSON.parse(seen.out)).toMatchObject({
      what: 'link',
      issuers: [{ exchange: lab.exchange.baseUrl, there: 'KUDOS:4.99' }],
      bad: [],
      isHere: false,
    });
    const words = await run('one', ['import', '-', '--look'], `${link}\n`);
    expect(words.out).toMatch(/4\.99 KUDOS at .*\nWithdrawals: 1|4\.99 KUDOS at/);
    expect(words.out).not.toContain(bytesToCrock(them.root));
    expect(JSON.parse((await run('one', ['status', '--json'])).out)).toMatchObject({ balances: [] });
  });

  test('brings it in with --yes, once', async () => {
    const brought = await run('one', ['import', '-', '--yes', '--json'], `${link}\n`);
    expect(brought.err).toBe('');
    expect(JSON.parse(brought.out)).toMatchObject({ bad: [], said: [{ kind: 'brought-in' }, {}, {}] });
    const total = async (): Promise<unknown> =>
      (JSON.parse((await run('one', ['status', '--json'])).out) as { balances: { total: string }[] }).balances.map(
        (each) => each.total,
      );
    expect(await total()).toEqual(['KUDOS:4.99']);
    // No place keeps copies yet, so it can still be spent by the other program; with one it is ours alone, for the price that was told.
    expect((await run('one', ['status'])).out).toMatch(/can still be spent by whoever/);
    await run('one', ['provider', 'add', lab.url(1), '--yes']);
    await run('one', ['run', '--until-done', '--json']);
    expect(await total()).toEqual(['KUDOS:4.97']);
    expect((await run('one', ['status'])).out).not.toMatch(/can still be spent by whoever/);
    const again = await run('one', ['import', '-', '--yes'], `${link}\n`);
    expect(again.out).toContain('All of it was brought in before, so nothing was changed.');
  });

  test('reads standard input to its end, past empty lines', async () => {
    const text = JSON.stringify(them.content(), undefined, 1).replaceAll('\n', '\n\n');
    const seen = await run('one', ['import', '-', '--look', '--json'], text);
    expect(JSON.parse(seen.out)).toMatchObject({ what: 'export' });
  });

  test('opens a sealed copy with what comes from standard input', async () => {
    const copy = file('copy.bin', sealTheirs(them.content(), them.root, Buffer.alloc(24, 1)));
    expect(JSON.parse((await run('one', ['import', copy, '--look', '--json'], `${link}\n`)).out)).toMatchObject({
      what: 'sealed',
      isHere: false,
    });
    const wrong = await run('one', ['import', copy, '--look', '--json'], `0${bytesToCrock(them.root).slice(1)}\n`);
    expect(JSON.parse(wrong.err)).toMatchObject({ kind: 'import-wrong-secret' });
  });

  test('refuses by its name what it does not read', async () => {
    const huge = join(root, 'huge.json');
    const handle = openSync(huge, 'w');
    writeSync(handle, '{"schema_id":"gnu-taler-wallet-backup-content"');
    ftruncateSync(handle, 2 * 1024 ** 3);
    closeSync(handle);
    const dump = file('dump.json', JSON.stringify({ databases: { 'taler-wallet-main-v10': {} } }));
    const cut = file('cut.json', JSON.stringify(them.content()).slice(0, -9));
    for (const [given, kind, words] of [
      [huge, 'import-too-large', /33\.6 MB/],
      [dump, 'import-newer', /taler-wallet-main-v10/],
      [cut, 'import-damaged', /Nothing was changed/],
    ] as const) {
      const refused = await run('one', ['import', given, '--yes', '--json']);
      expect([refused.code, JSON.parse(refused.err)]).toMatchObject([
        1,
        { kind, sentence: expect.stringMatching(words) },
      ]);
    }
    expect((await run('one', ['import', join(root, 'nowhere.json'), '--yes'])).code).not.toBe(0);
    expect((await run('one', ['import'])).code).toBe(2);
  });
});

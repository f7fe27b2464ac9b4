// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { openEconomy } from '../support/economy.ts';
import { realWorld } from '../../electron/world.ts';
import { inTurn } from '../support/seed.ts';
import { holdfast, holdfastFromSources, holdfastProcess, isDone, type Finished } from '../support/holdfast.ts';

let root: string;
let economy: Sandbox;
let exchange: string;
let passphraseFile: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'holdfast-cli-'));
  passphraseFile = join(root, 'passphrase');
  writeFileSync(passphraseFile, 'a long passphrase\n');
  economy = await openEconomy(realWorld(), {
    directory: join(root, 'sandbox'),
    currency: 'KUDOS',
    exchanges: [{ generation: 'v23' }],
    syncProviders: [
      { name: 'free', annualFee: 'KUDOS:0' },
      { name: 'paid', annualFee: 'KUDOS:0.1' },
    ],
  });
  exchange = economy.exchanges[0]?.baseUrl ?? '';
}, 120_000);

afterAll(async () => {
  await economy.close();
  rmSync(root, { recursive: true, force: true });
});

const wallet = (name: string, call = holdfast) => {
  const data = join(root, name);
  return {
    data,
    run: (...args: string[]) => call(['--data', data, '--passphrase-file', passphraseFile, '--json', ...args]),
  };
};
const json = (finished: Finished): Record<string, unknown> & unknown[] => {
  if (!isDone(finished)) throw new Error(`exit ${finished.code}: ${finished.err}`);
  return JSON.parse(finished.out);
};

/** An ordinary run begins the wallet by processes or in this one, and with the next commit the other way. */
const WAYS = [
  // It is locked by processes, with all that trying a passphrase costs.
  { how: 'as processes', begin: holdfastProcess, look: holdfastFromSources },
  { how: 'in this process', begin: holdfast, look: holdfast },
];

describe.each(inTurn('cli', WAYS))('the headless wallet, begun $how', ({ how, begin, look }) => {
  let sheetFile: string;
  const stick = (): string => join(root, `stick ${how}`);

  test('withdraws by hand, backs up to a free and a paid provider and a folder, and writes the sheet', async () => {
    const { run } = wallet(`first ${how}`, begin);
    expect(json(await run('exchange', 'add', exchange))).toMatchObject({ currency: 'KUDOS', state: 'ready' });
    const withdrawal = json(await run('withdraw', 'KUDOS:12', '--exchange', exchange)) as Record<string, string>;
    expect(withdrawal['payto']).toMatch(/^payto:\/\//);
    await economy.bank.transferToReserve(withdrawal['reservePub'] ?? '', 'KUDOS:12');
    // Nothing is withdrawn before its seed is stored somewhere else, and there is nowhere yet.
    const waits = await run('run', '--until-done', '--timeout', '60');
    expect(waits.code).toBe(1);
    expect(JSON.parse(waits.err)).toMatchObject({
      kind: 'still-pending',
      sentence: expect.stringMatching(/waiting until a place holds a copy.*no place for copies yet/),
    });
    for (const provider of economy.syncProviders) {
      expect(json(await run('provider', 'add', provider.baseUrl, '--yes'))).toMatchObject({ lastOutcome: 'stored' });
    }
    mkdirSync(stick());
    json(await run('provider', 'add', stick(), '--yes'));
    json(await run('run', '--until-done', '--timeout', '60'));
    const reports = json(await run('backup')) as unknown as { outcome: string }[];
    expect(reports.map((report) => report.outcome).sort()).toHaveLength(3);
    expect(reports.every((report) => report.outcome === 'stored' || report.outcome === 'unchanged')).toBe(true);
    sheetFile = join(root, 'sheet.txt');
    writeFileSync(sheetFile, String((json(await run('sheet')) as { text?: string }).text));
    expect(readFileSync(sheetFile, 'utf8')).toContain('HOLDFAST-RECOVERY-1');
    for (const kind of ['pdf', 'html']) {
      const file = join(root, `sheet ${how}.${kind}`);
      json(await run('sheet', `--${kind}`, file));
      expect(statSync(file).size).toBeGreaterThan(2000);
      expect(statSync(file).mode & 0o077).toBe(0);
    }
  }, 120_000);

  test('restores in an empty directory from the text alone, the same sum, and pays with it', async () => {
    const first = wallet(`first ${how}`, look);
    const before = json(await first.run('balance')) as unknown as { total: string }[];
    const second = wallet(`second ${how}`);
    const report = json(
      await holdfast(
        ['--data', second.data, '--passphrase-file', passphraseFile, '--json', 'restore', '-', '--folder', stick()],
        readFileSync(sheetFile, 'utf8'),
      ),
    );
    expect(
      (report['sources'] as { answer: string }[]).filter((source) => source.answer === 'found').length,
    ).toBeGreaterThanOrEqual(2);
    const after = json(await second.run('balance')) as unknown as { total: string }[];
    expect(after.map((each) => each.total)).toEqual(before.map((each) => each.total));
    const order = await economy.merchant.createOrder({ amount: 'KUDOS:2.5', summary: 'tea' });
    expect(json(await second.run('pay', order.talerPayUri, '--yes'))).toMatchObject({ state: 'paid' });
    json(await second.run('run', '--until-done', '--timeout', '60'));
    const lines = json(await second.run('history')) as unknown as { type: string; state: string }[];
    expect(lines.filter((line) => line.type === 'payment' && line.state === 'done')).toHaveLength(1);
  }, 120_000);

  test('a second restore into a used wallet is refused and changes nothing', async () => {
    const second = wallet(`second ${how}`);
    const before = json(await second.run('balance'));
    const refused = await second.run('restore', '--sheet', sheetFile);
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.err)).toMatchObject({
      kind: expect.any(String),
      facts: { state: 'initialized' },
      sentence: expect.stringMatching(/copies of its own.*Nothing|nothing was changed/),
    });
    expect(json(await second.run('balance'))).toEqual(before);
  }, 60_000);
});

describe('bad input on the command line', () => {
  const bad = async (finished: Promise<Finished>, kind: string | RegExp): Promise<string> => {
    const result = await finished;
    expect(result.code).not.toBe(0);
    expect(result.out).toBe('');
    const failure = JSON.parse(result.err) as { kind: string; sentence: string };
    expect(failure.kind).toMatch(kind);
    expect(failure.sentence.length).toBeGreaterThan(20);
    return failure.sentence;
  };

  test('unknown commands and options are named', async () => {
    const { run } = wallet('bad');
    expect(await bad(run('withdrow'), 'usage')).toContain('withdrow');
    expect(await bad(run('provider', 'add', 'x', '--max-fees', 'KUDOS:1'), 'usage')).toContain('--max-fees');
    // Only what begins something makes a wallet; after that a command that looks says what is wrong with it.
    expect(await bad(run('run', '--timeout', 'soon'), 'no-wallet')).toContain('no wallet');
    json(await run('name', '--wallet', 'Bad'));
    expect(await bad(run('run', '--timeout', 'soon'), 'usage')).toContain('seconds');
  }, 60_000);

  test('a malformed amount, a foreign currency and a malformed URI are refused before anything is sent', async () => {
    const { run } = wallet('bad');
    json(await run('exchange', 'add', exchange));
    await bad(run('withdraw', 'KUDOS:1,5', '--exchange', exchange), /amount/);
    await bad(run('withdraw', 'EUR:5', '--exchange', exchange), /currency/);
    await bad(run('withdraw', 'KUDOS:1.005', '--exchange', exchange), 'amount-too-fine');
    await bad(run('pay', 'taler://pay/', '--yes'), /uri/);
    await bad(run('provider', 'add', exchange, '--yes'), /.+/);
    expect(json(await run('balance'))).toEqual([]);
  }, 60_000);

  test('a wrong passphrase is refused, and the right one still opens', async () => {
    const { data, run } = wallet('bad');
    const wrong = join(root, 'wrong');
    writeFileSync(wrong, 'not it');
    await bad(holdfast(['--data', data, '--passphrase-file', wrong, '--json', 'status']), /passphrase/);
    json(await run('status'));
  }, 60_000);

  test('without a passphrase nothing is created', async () => {
    await bad(holdfast(['--data', join(root, 'none'), '--json', 'status']), 'no-wallet');
    await bad(holdfast(['--data', join(root, 'none'), '--json', 'name', '--wallet', 'W']), 'passphrase-needed');
  }, 60_000);

  test('a truncated sheet names the line', async () => {
    const { run } = wallet('bad');
    const file = join(root, 'torn.txt');
    writeFileSync(file, readFileSync(join(root, 'sheet.txt'), 'utf8').split('\n').slice(0, 5).join('\n'));
    expect(await bad(run('restore', '--sheet', file), /.+/)).toMatch(/line/i);
  }, 60_000);
});

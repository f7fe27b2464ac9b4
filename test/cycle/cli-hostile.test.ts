// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWalletApp } from '../../electron/app/wallet-app.ts';
import { exchangeId } from '../../electron/state/entry.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { openVault } from '../../electron/storage/directory/vault.ts';
import { openStore } from '../../electron/storage/store.ts';
import { realWorld } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { inTurn } from '../support/seed.ts';
import { holdfast } from '../support/holdfast.ts';
import { bytes, purchase, purse } from '../unit/ledger-entries.ts';

// Everything that somebody else chose, through every command that shows it: the terminal obeys none of it, no line is faked, the
// wallet's own words stay its own, and what programs read is JSON.

const TEXTS: Readonly<Record<string, string>> = {
  'turned round': '\u202eLIVE EVIL\u2066 \u202d',
  unseen: 'E\u200bV\u200dI\u2060L EVIL\ufeff\u{e0041}',
  towers: `EVIL ${'e\u0301\u0302\u0303'.repeat(40)}${'\u0489'.repeat(2000)}`,
  'without end': `EVIL${'W'.repeat(40_000)}`,
  'terminal signs': '\u001b[2J\u001b]0;EVIL\u0007 \u009b31mEVIL\b\b\b\b\u001b]8;;https://evil.example/\u001b\\EVIL',
  'lines of its own':
    'EVIL\r\nProtected · 3 places, EVIL\n\nYou get 5.00 KUDOS back: EVIL\u2028EVIL\u2029EVIL\u0085EVIL',
  'our own words': 'EVIL. Protected: everything is safe',
  'closing marks': 'EVIL” (bank.example) “EVIL ‟EVIL„ «EVIL» "EVIL" ❝EVIL❞ 〝EVIL〞 ＂EVIL＂ ″EVIL″ ‘‘EVIL’’ ‚‚EVIL‘',
  messages: '{$sum :amount} EVIL {{.local $x = {EVIL}}} |EVIL| %s ${EVIL} `EVIL`',
  scripts: 'شركة EVIL עברית Аmazоn 東京',
};

const EXCHANGE = 'https://exchange.example/';
const base = mkdtempSync(join(tmpdir(), 'holdfast-cli-hostile-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A wallet in which everybody is called like that. */
const made = async (text: string, at: number): Promise<string> => {
  const data = join(base, `wallet-${at}`);
  const app = mustOk(await openWalletApp({ dataDirectory: data, world: realWorld(), loop: false }), 'app');
  mustOk(await app.handle('app.create', { protection: { type: 'unprotected' } }), 'created');
  // As long as this system lets a folder be called.
  const folder = join(base, `${at}`, text.replaceAll(/[/\\\0]/g, ' ').slice(0, 60));
  mkdirSync(folder, { recursive: true });
  mustOk(await app.handle('provider.add', { target: folder }), 'folder');
  await app.close();

  const world = realWorld();
  const key = mustOk(await openVault(world, data, { kind: 'unprotected' }), 'key');
  const store = openStore({ db: mustOk(openDatabase({ path: join(data, 'wallet.db'), key }), 'database'), world });
  const [master, created] = [bytes(32, 1), { t_s: Math.floor(world.now() / 1000) }];
  const cut = text.slice(0, 400);
  store.transaction((tx) => {
    tx.put('exchange', exchangeId(EXCHANGE, master), {
      base_url: EXCHANGE,
      master_pub: master,
      currency: 'KUDOS',
      fields: {},
    });
    const common = { ...purse, exchange: EXCHANGE, master_pub: master, created };
    for (const status of ['paid', 'failed', 'offered'] as const)
      tx.put('purchase', `p-${status}`, {
        ...purchase({ status, created, exchange: EXCHANGE, order_id: cut, why: cut }),
        terms: { merchant: { name: text }, summary: text },
        about: { merchant: cut, summary: cut },
      });
    tx.put('push-in', bytes(32, 21), {
      ...common,
      terms: { summary: text },
      purse_expiration: created,
      status: 'aborted',
      why: cut,
    });
    const device = store.entries('device')[0];
    if (device) tx.put('device', 'A'.repeat(52), { ...device.value, name: cut, epoch: 0, status: 'taken-over' });
    const place = { name: cut, provider_kind: 'sync', removed: false };
    tx.put('provider', 'https://place.example/', place);
    tx.put('provider', 'https://former.example/', { ...place, removed: true });
    tx.put('provider', 'holdfast+tape:X', { ...place, provider_kind: 'tape' });
  });
  store.close();
  return data;
};

const COMMANDS: readonly (readonly string[])[] = [
  ['status'],
  ['balance'],
  ['history'],
  ['exchange', 'list'],
  ['provider', 'list'],
  ['devices'],
  ['backup'],
  ['run', '--timeout', '1'],
  ['forget', 'p-paid'],
  ['provider', 'remove', 'https://place.example/'],
  ['pay', 'taler://pay/nobody.invalid/TEXT/'],
  ['receive', 'TEXT'],
  ['restore', '--sheet', 'FILE'],
  ['sheet', '--test', 'FILE'],
];

const SHOWING = new Set(['history', 'provider list', 'devices']);

/** Every other text in an ordinary run, the others with the next commit. */
const texts = inTurn('cli-hostile', Object.entries(TEXTS), 2);

describe.each(texts.map(([name, text], at) => [name, text, at] as const))('%s', (_, text, at) => {
  let data = '';
  let file = '';
  beforeAll(async () => {
    data = await made(text, at);
    file = join(base, `sheet-${at}`);
    writeFileSync(file, `HOLDFAST-RECOVERY-1\nwallet: ${text}\n${text}\nEND\n`);
  });

  test.each(COMMANDS.map((command) => [command.join(' '), command] as const))('%s', async (_name, command) => {
    const args = command.map((word) => (word === 'FILE' ? file : word.replace('TEXT', text.slice(0, 2000))));
    const shows: boolean[] = [];
    for (const locale of ['en', 'de']) {
      const { out, err } = await holdfast(['--data', data, '--lang', locale, ...args]);
      shows.push(out.includes('EVIL'));
      for (const line of `${out}\n${err}`.split('\n')) {
        expect(line).toMatch(/^[^\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\p{Zl}\p{Zp}]*$/u);
        expect(line).not.toMatch(/(?<!\p{M})\p{M}{9}/u);
        expect(line.length).toBeLessThan(4000);
        // A path that is one word can be nothing else.
        const own = line.replaceAll(/“[^”]*”|„[^“]*“/gu, '').replace(new RegExp(`${base}\\S*`), '');
        expect(own).not.toContain('EVIL');
      }
    }
    // Otherwise nothing was looked at.
    if (SHOWING.has(command.join(' '))) expect(shows).toEqual([true, true]);
    const json = await holdfast(['--data', data, '--json', ...args]);
    for (const line of `${json.out}\n${json.err}`.split('\n').filter((each) => each !== '')) {
      expect(() => JSON.parse(line) as unknown).not.toThrow();
      expect(line).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u);
    }
  });
});

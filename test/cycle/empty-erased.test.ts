// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openWalletApp, type WalletApp } from '../../electron/app/wallet-app.ts';
import { mustOk } from '../../shared/result.ts';
import { install } from '../support/backup-rig.ts';
import { emptyLab, takeAll } from './empty-lab.ts';

// What becomes of the files on this computer when the wallet was emptied.

const { world, sandbox, url } = await emptyLab();
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

describe('the wallet as a whole', () => {
  const directory = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'holdfast-empty-'));
    folders.push(made);
    return join(made, 'wallet');
  };
  const openApp = async (data: string, systemLocale = 'en-GB'): Promise<WalletApp> => {
    const app = mustOk(await openWalletApp({ dataDirectory: data, world, loop: false, systemLocale }), 'app');
    if (app.state().stage === 'first-start')
      mustOk(await app.handle('app.create', { protection: { type: 'unprotected' } }), 'created');
    return app;
  };
  const emptiedApp = async (data: string, systemLocale?: string): Promise<WalletApp> => {
    const app = await openApp(data, systemLocale);
    const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
    mustOk(await app.handle('exchange.add', { url: exchange }), 'exchange');
    const manual = mustOk(await app.handle('withdraw.manual', { exchange, amount: 'KUDOS:2' }), 'withdrawal');
    mustOk(sandbox.bank.transferToReserve(manual.payto), 'transfer');
    mustOk(await app.runPending({ untilDone: true, timeoutMs: 20_000 }), 'run');
    mustOk(await app.handle('provider.add', { target: url(0) }), 'provider');
    const view = mustOk(await app.handle('wallet.empty', {}), 'emptying');
    await takeAll(install(world), view);
    world.move(60_000);
    await app.runPending({ untilDone: false, timeoutMs: 5_000 });
    expect(mustOk(await app.handle('wallet.empty.status', {}), 'status').state).toBe('ready');
    return app;
  };

  it.each([
    ['en-GB', 'Everything in a wallet'],
    ['de-CH', 'Alles aus einer Wallet'],
  ])('tells the wallet that gets it in the language of whoever sends it: %s', async (locale, summary) => {
    const app = await emptiedApp(directory(), locale);
    const { payments } = mustOk(await app.handle('wallet.empty.status', {}), 'status');
    expect(payments).toMatchObject([{ summary }]);
    await app.close();
  });

  it('is erased, and a receipt as text and PDF says what was sent where', async () => {
    const data = directory();
    const app = await emptiedApp(data);
    const receipt = mustOk(await app.handle('wallet.empty.finish', { confirm: 'erase this wallet' }), 'receipt');
    expect(app.state().stage).toBe('first-start');
    for (const name of ['wallet.db', 'wallet-key.json']) expect(existsSync(join(data, name))).toBe(false);
    expect(receipt.text).toMatch(/Sent and taken: 1\.9\d KUDOS/);
    expect(receipt.text).toContain(sandbox.exchanges[0]?.baseUrl ?? 'none');
    expect(receipt.files.map((file) => file.replace(/^.*\./, ''))).toEqual(['txt', 'pdf']);
    expect(readFileSync(receipt.files[0] ?? '', 'utf8')).toBe(receipt.text);
    expect(
      readFileSync(receipt.files[1] ?? '')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    await app.close();
  });

  it('does not erase what came in while the receipt was being written', async () => {
    const data = directory();
    const app = await openApp(data);
    const exchange = sandbox.exchanges[0]?.baseUrl ?? '';
    mustOk(await app.handle('exchange.add', { url: exchange }), 'exchange');
    const first = await app.handle('withdraw.manual', { exchange, amount: 'KUDOS:2', withoutBackup: true });
    mustOk(sandbox.bank.transferToReserve(mustOk(first, 'withdrawal').payto), 'transfer');
    mustOk(await app.runPending({ untilDone: true, timeoutMs: 20_000 }), 'run');
    await takeAll(install(world), mustOk(await app.handle('wallet.empty', {}), 'emptying'));
    world.move(60_000);
    await app.runPending({ untilDone: false, timeoutMs: 5_000 });
    mustOk(await app.handle('exchange.add', { url: exchange }), 'exchange is known and its keys are fresh');
    const [finished, came] = await Promise.all([
      app.handle('wallet.empty.finish', { confirm: 'erase this wallet' }),
      app.handle('withdraw.manual', { exchange, amount: 'KUDOS:4' }),
    ]);
    expect(came.ok).toBe(true);
    expect(finished).toMatchObject({ ok: false, error: { kind: 'not-empty' } });
    expect(app.state().stage).toBe('open');
    const pending = mustOk(await app.handle('wallet.pending', {}), 'pending').pending;
    expect(pending).toMatchObject([{ type: 'withdrawal' }]);
    expect(mustOk(await app.handle('wallet.empty.status', {}), 'status').state).toBe('returned');
    await app.close();
    expect(existsSync(join(data, 'wallet.db'))).toBe(true);
  });

  it('killed before the erasing: the next start writes the receipt and erases', async () => {
    const data = directory();
    const app = await emptiedApp(data);
    // The receipt cannot be written: the wallet stays, left and empty, as a crash at that moment would leave it.
    const at = world.now();
    for (let second = 0; second < 8; second += 1)
      mkdirSync(
        join(data, `emptied-${new Date(at + second * 1000).toISOString().slice(0, 19).replaceAll(':', '')}.txt`),
      );
    const refused = await app.handle('wallet.empty.finish', { confirm: 'erase this wallet' });
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: 'unwritable-file', facts: { what: 'receipt' } },
    });
    expect(existsSync(join(data, 'wallet.db'))).toBe(true);
    await app.close();
    for (const name of readdirSync(data))
      if (name.startsWith('emptied-')) rmSync(join(data, name), { recursive: true });
    const again = mustOk(await openWalletApp({ dataDirectory: data, world, loop: false }), 'app');
    expect(again.state().stage).toBe('first-start');
    expect(existsSync(join(data, 'wallet.db'))).toBe(false);
    expect(
      readdirSync(data)
        .filter((name) => name.startsWith('emptied-'))
        .map((name) => name.slice(-3))
        .sort(),
    ).toEqual(['pdf', 'txt']);
    await again.close();
  });
});

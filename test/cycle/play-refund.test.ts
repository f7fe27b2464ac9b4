// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { claimDirectory } from '../../electron/app/data-directory.ts';
import { openWalletApp } from '../../electron/app/wallet-app.ts';
import { exchangeId } from '../../electron/state/entry-id.ts';
import { realWorld } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { noWindow } from '../support/no-window.ts';

// A newcomer with play money buys something and gets it refunded, all from the window's own requests.

const base = mkdtempSync(join(tmpdir(), 'holdfast-play-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

it('the play shop sells with a choice and by an offer that stands ready, and gives back what it has sold, once, and nothing that was not paid', async () => {
  const world = realWorld(() => undefined);
  const app = mustOk(await openWalletApp({ dataDirectory: join(base, 'w'), world, loop: false }), 'app');
  try {
    mustOk(await app.handle('app.create', { protection: { type: 'unprotected' } }), 'created');
    mustOk(await app.handle('play.start', {}), 'play money');
    // New play money has an issuer of today.
    expect(await app.handle('exchange.list', {})).toMatchObject({
      value: { exchanges: [{ version: expect.stringMatching(/^3[2-5]:/) }] },
    });
    mustOk(await app.handle('play.withdraw', { amount: 'KUDOS:8', withoutBackup: true }), 'money');
    mustOk(await app.runPending({ untilDone: true, timeoutMs: 20_000 }), 'arrival');
    const ways = [
      { amount: 'KUDOS:1.5', description: 'by letter' },
      { amount: 'KUDOS:3.2', description: 'framed' },
    ];
    const asked = { amount: 'KUDOS:1.5', summary: 'a postcard', ways };
    const { uri } = mustOk(await app.handle('play.order', asked), 'order');
    const wish = { uri, amount: 'KUDOS:1.5' };
    const refused = { error: { kind: 'nothing-to-refund' } };
    expect(await app.handle('play.refund', wish)).toMatchObject(refused);
    expect(await app.handle('play.refund', { ...wish, uri: 'taler://pay/shop.example/1/' })).toMatchObject(refused);
    const offer = mustOk(await app.handle('pay.prepare', { uri }), 'offer');
    expect(offer.choices).toMatchObject(ways.map((way) => ({ ...way, payable: true })));
    const first = { purchaseId: offer.purchaseId, shown: offer.total, choice: 0 };
    mustOk(await app.handle('pay.confirm', first), 'payment');
    const link = mustOk(await app.handle('play.refund', wish), 'refund granted');
    expect(link.uri).toContain('//refund/');
    expect(await app.handle('refund.uri', { uri: link.uri })).toMatchObject({ value: { refunded: 'KUDOS:1.5' } });
    expect(await app.handle('play.refund', wish)).toMatchObject(refused);

    const box = mustOk(await app.handle('play.offer', { amount: 'KUDOS:1', summary: 'the lamp' }), 'offer');
    const said = mustOk(await app.handle('pay.template', box), 'what it leaves open');
    expect(said).toMatchObject({ summary: 'the lamp', proposedAmount: 'KUDOS:1', currency: 'KUDOS' });
    const given = mustOk(await app.handle('pay.order', { ...box, amount: 'KUDOS:0.7' }), 'order of it');
    const gift = mustOk(await app.handle('pay.prepare', given), 'gift');
    expect(gift).toMatchObject({ summary: 'the lamp', amount: 'KUDOS:0.7', payable: true });
    const paid = await app.handle('pay.confirm', { purchaseId: gift.purchaseId, shown: gift.total });
    expect(paid).toMatchObject({ value: { state: 'paid' } });
  } finally {
    await app.close();
  }
});

it('a wallet that does not know the play economy gets play money all the same: its issuer is this program', async () => {
  const world = realWorld(() => undefined);
  const app = mustOk(await openWalletApp({ dataDirectory: join(base, 'anew'), world, loop: false }), 'app');
  try {
    mustOk(await app.handle('app.create', { protection: { type: 'unprotected' } }), 'created');
    mustOk(await app.handle('play.withdraw', { amount: 'KUDOS:3', withoutBackup: true }), 'money');
    mustOk(await app.runPending({ untilDone: true, timeoutMs: 20_000 }), 'arrival');
    expect(mustOk(await app.handle('wallet.overview', {}), 'overview').balances).toHaveLength(1);
  } finally {
    await app.close();
  }
});

it('a wallet that knows a real issuer begins to play by no request: neither by drawing nor by an order', async () => {
  const [world, dataDirectory] = [realWorld(() => undefined), join(base, 'real')];
  const directory = mustOk(claimDirectory(dataDirectory, world), 'claimed');
  const store = mustOk(await directory.create({ type: 'unprotected' }), 'created');
  const real = { base_url: 'https://exchange.example/', master_pub: '0'.repeat(52), currency: 'CHF', fields: {} };
  store.transaction((tx) => tx.put('exchange', exchangeId(real.base_url, real.master_pub), real));
  store.close();
  directory.release();
  mkdirSync(`${dataDirectory}-play-money`);
  const shell = {
    ...noWindow,
    chooseFolder: async () => null,
    confirmReveal: async () => true,
    sheetShown: () => undefined,
    cameraWanted: () => undefined,
    printPages: async () => expect.fail('nothing is printed'),
    savePages: async () => expect.fail('nothing is saved'),
  };
  const app = mustOk(await openWalletApp({ dataDirectory, world, loop: false, shell }), 'app');
  try {
    const refused = { ok: false, error: { kind: 'real-money-here' } };
    expect(await app.handle('play.start', {})).toMatchObject(refused);
    expect(await app.handle('play.withdraw', { amount: 'KUDOS:3', withoutBackup: true })).toMatchObject(refused);
    expect(await app.handle('play.order', { amount: 'KUDOS:1', summary: 'a postcard' })).toMatchObject(refused);
    expect(await app.handle('play.offer', { amount: 'KUDOS:1', summary: 'the lamp' })).toMatchObject(refused);
    expect(await app.handle('play.refund', { uri: 'taler://pay/x.example/1/', amount: 'KUDOS:1' })).toMatchObject(
      refused,
    );
    // Nor by the sheet of a wallet that played here.
    await app.handle('restore.run', { recoveryText: 'provider: http://127.0.0.1:9/' });
    expect(app.state().playMoney).toBe(false);
  } finally {
    await app.close();
  }
});

// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { english } from '../support/english.ts';
import { mustOk } from '../../shared/result.ts';
import { rich, settle } from './peer-lab.ts';
import { aroundExchange } from './one-exchange.ts';
import { expectSumsAgree, fund, runToRest, type OpenWallet, type WalletLab } from './wallet-lab.ts';

const DAY = 24 * 3600_000;
const MEGABYTE = 1024 * 1024;

const bytesOf = ({ store }: OpenWallet): number => JSON.stringify(store.snapshot()).length;

// A link is all it takes to have an offer written into every copy.
describe('a shop, or a person, that wants the copies full', () => {
  let lab: WalletLab;
  let base: string;
  aroundExchange({}, (opened, { baseUrl }) => {
    lab = opened;
    base = baseUrl;
  });

  const order = (pad: number, amount = 'KUDOS:1') =>
    lab.sandbox.merchant.createOrder({ amount, summary: 'a lamp', extra: { pad: 'x'.repeat(pad) } });
  const open = async (wallet: OpenWallet['wallet'], pad: number, amount?: string) =>
    mustOk(await wallet.preparePay((await order(pad, amount)).talerPayUri), 'offer').purchaseId;

  test('of its offers nobody paid the newest stay, within a megabyte; what was paid is not touched', async () => {
    const mine = lab.openWallet();
    await fund(lab, mine, 'KUDOS:4.01');
    const paid = await open(mine.wallet, 1_000);
    mustOk(await mine.wallet.confirmPay(paid), 'payment');
    await runToRest(lab, mine.wallet);
    const before = bytesOf(mine);
    const ids: string[] = [];
    for (let link = 0; link < 12; link++) {
      ids.push(await open(mine.wallet, 300_000));
      lab.travel(1_000);
    }
    expect(bytesOf(mine) - before).toBeLessThan(MEGABYTE + 12 * 700);
    const last = ids.at(-1) ?? '';
    expect(mine.store.entry('purchase', last)?.value.status).toBe('offered');
    expect(mine.store.entry('purchase', ids[0] ?? '')?.value).toMatchObject({ status: 'aborted', forgotten: true });
    expect(await mine.wallet.confirmPay(ids[0] ?? '')).toMatchObject({ error: { kind: 'purchase-closed' } });
    expect(JSON.stringify(mine.store.entry('purchase', paid))).toContain('a lamp');
    // An older copy brings nothing back, and what stays of them goes for good.
    const copy = mine.store.snapshot();
    lab.travel(2 * DAY);
    const next = await open(mine.wallet, 1_000);
    expect(mine.store.entry('purchase', ids[0] ?? '')).toBeUndefined();
    mine.store.transaction((tx) => tx.join(copy));
    expect(mine.store.entry('purchase', ids[0] ?? '')).toBeUndefined();
    mustOk(await mine.wallet.confirmPay(next), 'payment');
    await runToRest(lab, mine.wallet);
    expectSumsAgree(mine.wallet);
  });

  test('many small offers: thirty-two are kept', async () => {
    const mine = lab.openWallet();
    await fund(lab, mine, 'KUDOS:4.01');
    for (let link = 0; link < 40; link++) {
      await open(mine.wallet, 10);
      lab.travel(1_000);
    }
    const offered = mine.store.entries('purchase').filter(({ value }) => value.status === 'offered');
    expect(offered.length).toBe(32);
  });

  test('contracts that cost nothing and are taken all the same: beyond four megabytes it is said, and forgetting helps', async () => {
    const mine = lab.openWallet();
    await fund(lab, mine, 'KUDOS:4.01');
    const before = bytesOf(mine);
    const free: string[] = [];
    let refused: unknown;
    for (let link = 0; link < 14 && refused === undefined; link++) {
      const { talerPayUri } = await order(400_000, 'KUDOS:0');
      const offer = await mine.wallet.preparePay(talerPayUri);
      if (offer.ok) free.push(offer.value.purchaseId);
      else refused = offer.error;
      if (offer.ok) mustOk(await mine.wallet.confirmPay(offer.value.purchaseId), 'taken');
    }
    expect(refused).toMatchObject({ kind: 'too-much-kept', what: 'shop' });
    const { host } = new URL(lab.sandbox.merchant.baseUrl);
    expect(english('failure', { kind: 'too-much-kept', facts: { host, what: 'shop' } })).toMatch(/Forget/);
    expect(bytesOf(mine) - before).toBeLessThan(4.6 * MEGABYTE);
    for (const id of free.slice(0, 3)) mustOk(await mine.wallet.forget(id), 'forgetting');
    await open(mine.wallet, 1_000);
    expectSumsAgree(mine.wallet);
  });

  test('offers of persons: the oldest go, and the next one is taken', async () => {
    const [sender, mine] = [await rich(lab, 'KUDOS:20'), lab.openWallet()];
    await fund(lab, mine, 'KUDOS:4.01');
    const uris: string[] = [];
    for (let link = 0; link < 36; link++)
      uris.push(
        mustOk(await sender.wallet.peer.request({ amount: 'KUDOS:0.1', summary: `lunch ${link}` }), 'asked').uri,
      );
    for (const uri of uris) {
      mustOk(await mine.wallet.peer.prepare(uri), 'offer');
      lab.travel(1_000);
    }
    const offered = () => mine.store.entries('pull-in').filter(({ value }) => value.status === 'offered');
    expect(offered().length).toBe(32);
    expect(await mine.wallet.peer.prepare(uris[0] ?? '')).toMatchObject({ value: { possible: false } });
    const last = mustOk(await mine.wallet.peer.prepare(uris.at(-1) ?? ''), 'offer');
    mustOk(await mine.wallet.peer.confirm(last.id), 'payment');
    await settle(lab, mine);
    expect(mine.wallet.history().some(({ type, state }) => type === 'invoice-paid' && state === 'done')).toBe(true);
    expect(base).not.toBe('');
  });
});

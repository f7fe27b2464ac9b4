// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { trusting } from '../support/trusting.ts';
import { add, install, type Installation } from '../support/backup-rig.ts';
import { FREE, gateLab, makesCoins, PAID, type Watched } from './gate-lab.ts';

const { base, sandbox, exchange, providers, url, watched, copiesBefore, begin, run } = await gateLab();
const HOUR = 3600_000;

// Money that comes by whatever way, while no copy holds what it comes into.

/** The states in which nothing holds a copy of what comes. */
const STATES = ['no place', 'silent place', 'fee and nothing to pay it'] as const;
type State = (typeof STATES)[number];
const bring = async (one: Installation, state: State): Promise<void> => {
  if (state === 'silent place') {
    await add(one, url(FREE));
    await one.backup.cycle();
    providers[FREE].faults.always({}, { status: 503 });
  }
  if (state === 'fee and nothing to pay it') expect(await add(one, url(PAID))).toBe('payment-required');
};
const funds = /\/merge$|\/reserves\/.*\/purse$|\/refund$/;
const live = async (one: Installation, hours: number): Promise<void> => {
  for (let hour = 0; hour < hours; hour += 1) {
    await one.wallet.run();
    base.move(HOUR);
  }
};
const expectNoCoins = async (one: Watched, from: number, what: RegExp = /$^/): Promise<void> => {
  const since = one.requests.slice(from);
  expect(since.filter((each) => what.test(each))).toEqual([]);
  const copies = (await copiesBefore(one)).filter((n) => n === 0);
  expect(makesCoins(since) ? copies : []).toEqual([]);
};

describe.each(STATES)('%s', (state) => {
  it('a late bank transfer to a withdrawal that was given up', async () => {
    const mine = watched();
    await bring(mine, state);
    mustOk(await mine.wallet.addExchange(exchange.baseUrl), 'exchange');
    const w = mustOk(
      await mine.wallet.withdrawManual({ exchange: exchange.baseUrl, amount: 'KUDOS:3', withoutBackup: true }),
      'withdrawal',
    );
    await live(mine, 2);
    mustOk(await mine.wallet.abort(w.id), 'given up');
    mustOk(sandbox.bank.transferToReserve(w.payto), 'transfer');
    await live(mine, 60);
    await expectNoCoins(mine, 0);
  });

  it('an invoice that somebody could pay', async () => {
    const mine = watched();
    await bring(mine, state);
    mustOk(await mine.wallet.addExchange(exchange.baseUrl), 'exchange');
    const from = mine.requests.length;
    mustOk(await mine.wallet.peer.request({ amount: 'KUDOS:2', summary: 'rent' }), 'invoice');
    await live(mine, 5);
    expect(mine.wallet.peer.list().map(({ state }) => state)).toEqual(['starting']);
    await expectNoCoins(mine, from, funds);
  });

  it('money from a person, also when it is confirmed twice and offered by two', async () => {
    const mine = watched();
    await bring(mine, state);
    const sender = install(base);
    await begin(sender, 'KUDOS:6');
    await run(sender);
    const from = mine.requests.length;
    for (const sum of ['KUDOS:2', 'KUDOS:1']) {
      const uri = mustOk(await sender.wallet.peer.send({ amount: sum, summary: 'lunch' }), 'sent').uri ?? '';
      const offer = mustOk(await trusting((asked) => mine.wallet.peer.prepare(uri, asked)), 'offer');
      await mine.wallet.peer.confirm(offer.id);
    }
    await live(mine, 5);
    expect(mine.wallet.pending().map(({ type }) => type)).toEqual(['peer-receive', 'peer-receive']);
    await expectNoCoins(mine, from, funds);
    const [one] = mine.wallet.pending();
    if (state === 'no place') return;
    mustOk(await mine.wallet.goOnWithoutBackup(one?.id ?? ''), 'yes');
    await live(mine, 3);
    // Only what was asked about.
    if (state === 'silent place') expect(mine.requests.filter((each) => each.endsWith('/merge')).length).toBe(1);
  });
});

describe('money that comes back while the place is silent', () => {
  it('a refund', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    await begin(mine, 'KUDOS:4');
    await run(mine);
    const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:1', summary: 'x', refundWithinMs: 100 * HOUR });
    const { purchaseId } = mustOk(await mine.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await mine.wallet.confirmPay(purchaseId), 'paid');
    await run(mine);
    providers[FREE].faults.always({}, { status: 503 });
    await sandbox.merchant.refund(order.orderId, 'KUDOS:1');
    const from = mine.requests.length;
    const seen = mine.sightings.length;
    mustOk(await mine.wallet.refund(order.talerPayUri.replace('//pay/', '//refund/')), 'refund');
    await live(mine, 60);
    expect(makesCoins(mine.requests.slice(from))).toBe(false);
    expect(mine.sightings.length).toBe(seen);
    providers[FREE].faults.clear();
    await live(mine, 30);
    expect(mine.wallet.pending()).toEqual([]);
    expect(mine.wallet.balances()[0]).toMatchObject({ incoming: 'KUDOS:0' });
  });

  it('coins that are found again after a poisoned copy', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    await begin(mine, 'KUDOS:4');
    await run(mine);
    await mine.backup.cycle();
    providers[FREE].faults.always({}, { status: 503 });
    const other = install(base);
    other.store.transaction((tx) => tx.join(mine.store.snapshot()));
    other.store.transaction((tx) => {
      for (const { id, value } of tx.coins({})) {
        const { sig: _, ...rest } = value;
        tx.put('coin', id, { ...rest, status: 'spent', remaining: 'KUDOS:0' });
      }
    });
    mine.store.transaction((tx) => tx.join(other.store.snapshot()));
    const from = mine.requests.length;
    await live(mine, 72);
    // Coins that were drawn before are asked for again, and nothing is made of them.
    expect(mine.requests.slice(from).filter((each) => each.endsWith('/melt'))).toEqual([]);
    providers[FREE].faults.clear();
    await live(mine, 72);
    expect(Math.min(...(await copiesBefore(mine)))).toBe(1);
  });
});

// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { english } from '../support/english.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import {
  balanceAt,
  expectSumsAgree,
  fund,
  runToRest,
  startWalletLab,
  type OpenWallet,
  type WalletLab,
} from './wallet-lab.ts';

const HOUR = 3600_000;

type Line = Readonly<Record<string, unknown>>;
type Answer = { readonly refunds: readonly Line[] };

// A shop that was paid once may answer every question about refunds with as much as it likes.
describe('a shop that floods the wallet with refunds', () => {
  let lab: WalletLab;
  let base: string;
  beforeAll(async () => {
    lab = await startWalletLab();
    base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
  });
  afterEach(() => lab.sandbox.merchant.faults.clear());
  afterAll(() => lab.close());

  /** A paid order of which 1 was refunded; the shop's next answers about it are changed. */
  const bought = async (flood: (honest: Line) => readonly Line[]) => {
    const open = lab.openWallet();
    await fund(lab, open, 'KUDOS:8.01');
    const order = await lab.sandbox.merchant.createOrder({
      amount: 'KUDOS:3',
      summary: 'a lamp',
      refundWithinMs: 20 * HOUR,
      autoRefundMs: 20 * HOUR,
    });
    const offer = mustOk(await open.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await open.wallet.confirmPay(offer.purchaseId), 'payment');
    await runToRest(lab, open.wallet);
    await lab.sandbox.merchant.refund(order.orderId, 'KUDOS:1');
    lab.sandbox.merchant.faults.always(
      { path: /\/refund$/ },
      {
        changeJson: (body) => {
          const answer = body as Answer;
          return { ...answer, refunds: answer.refunds.flatMap((line) => flood(line)) };
        },
      },
    );
    const refundUri = order.talerPayUri.replace('//pay/', '//refund/');
    return { ...open, refundUri, purchaseId: offer.purchaseId, contributing: coinsOf(open, offer.purchaseId) };
  };

  const coinsOf = ({ store }: OpenWallet, id: string): number =>
    Object.keys(store.entry('purchase', id)?.value.coins ?? {}).length;

  const refunds = ({ store }: OpenWallet) => store.entries('refund');

  /** Milliseconds of this process for one poll; the shop is in it, too. */
  const cpuOf = async (work: () => Promise<unknown>): Promise<number> => {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };

  const many = (line: Line, change: (at: number) => Line): readonly Line[] => [
    ...Array.from({ length: 9_990 }, (_, at) => ({ ...line, rtransaction_id: 1_000 + at, ...change(at) })),
    line,
  ];
  const unsigned = { exchange_pub: undefined, exchange_sig: undefined };

  test('ten thousand refused refunds of nothing are not kept, and the poll costs little', async () => {
    const open = await bought((line) =>
      many(line, () => ({ ...unsigned, exchange_status: 410, refund_amount: 'KUDOS:0' })),
    );
    lab.travel(60_000);
    const spent = await cpuOf(() => open.wallet.run());
    expect(spent).toBeLessThan(3_000);
    expect(refunds(open).filter(({ value }) => value.status === 'failed')).toEqual([]);
    expect(refunds(open).length).toBeLessThanOrEqual(open.contributing);
    await runToRest(lab, open.wallet);
    expectSumsAgree(open.wallet);
  });

  test.each([
    ['refused', { ...unsigned, exchange_status: 410, refund_amount: 'KUDOS:0.01' }],
    ['not answered by the exchange', { ...unsigned, exchange_status: 502, refund_amount: 'KUDOS:0.00000001' }],
  ])(
    'of ten thousand that are %s some are kept, and what the exchange signed comes all the same',
    async (_name, change) => {
      const open = await bought((line) => many(line, () => change));
      const spent = await cpuOf(() => open.wallet.refund(open.refundUri));
      expect(spent).toBeLessThan(3_000);
      expect(refunds(open).length).toBeLessThanOrEqual(open.contributing + 128);
      expect(refunds(open).filter(({ value }) => value.exchange_sig !== undefined).length).toBeGreaterThan(0);
      const bytes = refunds(open).reduce((sum, each) => sum + JSON.stringify(each).length, 0);
      expect(bytes).toBeLessThan(128 * 1024);
      // The next poll adds nothing.
      const before = refunds(open).length;
      lab.travel(HOUR);
      await open.wallet.run();
      expect(refunds(open).length).toBe(before);
      expectSumsAgree(open.wallet);
      expect(amount(balanceAt(open.wallet, base).total).units).toBeGreaterThan(amount('KUDOS:5.9').units);
    },
  );

  test('one signed line said ten thousand times is checked and counted once', async () => {
    const open = await bought((line) => Array.from({ length: 9_990 }, () => line));
    const spent = await cpuOf(() => open.wallet.refund(open.refundUri));
    expect(spent).toBeLessThan(3_000);
    expect(refunds(open).length).toBeLessThanOrEqual(open.contributing);
    await runToRest(lab, open.wallet);
    expectSumsAgree(open.wallet);
  });

  test('a refund that the shop names and never gets is ended by its person, and comes all the same when it does', async () => {
    let asked = 0;
    const open = await bought((line) => {
      asked += 1;
      return [{ ...line, ...unsigned, exchange_status: 502 }];
    });
    const view = mustOk(await open.wallet.refund(open.refundUri), 'refund');
    expect(view).toMatchObject({ refunded: 'KUDOS:0', state: 'pending' });
    expect(open.wallet.pending()).toMatchObject([{ type: 'refund', id: open.purchaseId }]);
    expect(mustOk(await open.wallet.abort(open.purchaseId), 'end')).toEqual({
      id: open.purchaseId,
      amount: 'KUDOS:1',
      state: 'aborted',
    });
    expect(open.wallet.pending()).toEqual([]);
    expect(await open.wallet.run({ untilDone: true, timeoutMs: 20_000 })).toMatchObject({
      pending: [],
      timedOut: false,
    });
    const reference = { error: { kind: 'nothing-to-abort' } };
    expect(await open.wallet.abort(open.purchaseId)).toMatchObject(reference);
    // It is looked at a few times a day, and no more.
    const before = asked;
    for (let hours = 0; hours < 5; hours += 1) {
      lab.travel(HOUR);
      await open.wallet.run();
    }
    expect(asked - before).toBeLessThanOrEqual(1);
    expect(open.wallet.pending()).toEqual([]);
    lab.sandbox.merchant.faults.clear();
    for (let day = 0; day < 2; day += 1) {
      lab.travel(24 * HOUR);
      await runToRest(lab, open.wallet);
    }
    expect(refunds(open).every(({ value }) => value.status === 'done')).toBe(true);
    expect(amount(balanceAt(open.wallet, base).total).units).toBeGreaterThan(amount('KUDOS:5.9').units);
    expectSumsAgree(open.wallet);
  });

  test('one that was ended is asked for again by its link', async () => {
    const open = await bought((line) => [{ ...line, ...unsigned, exchange_status: 502 }]);
    mustOk(await open.wallet.refund(open.refundUri), 'refund');
    mustOk(await open.wallet.abort(open.purchaseId), 'end');
    lab.sandbox.merchant.faults.clear();
    expect(mustOk(await open.wallet.refund(open.refundUri), 'refund')).toMatchObject({ refunded: 'KUDOS:1' });
  });

  test('a line that says the shop has more than the wallet keeps tells the person', async () => {
    const open = await bought((line) =>
      many(line, () => ({ ...unsigned, exchange_status: 502, refund_amount: 'KUDOS:0.00000001' })),
    );
    const view = mustOk(await open.wallet.refund(open.refundUri), 'refund');
    expect(view.why).toMatchObject({ kind: 'too-many-refunds' });
    const said = english('failure', view.why ?? { kind: 'nothing-to-refund', facts: {} });
    // Who, whether money is at risk, and what to do.
    expect(said).toMatch(/^127\.0\.0\.1.* more refunds .*No money of this wallet is lost.*Ask the shop/);
  });
});

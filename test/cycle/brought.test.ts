// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { add, install, outcomes, recoveryText, total, withdraw, type Installation } from '../support/backup-rig.ts';
import { agreeToRenewals } from '../support/renewals.ts';
import { theirWithdrawal, type TheirContent, type TheirRecord } from '../support/their-wallet.ts';
import { bringIn, broughtLab } from './brought-lab.ts';
import { expectSumsAgree, feesOf, settle, units, unitsOf } from './takeover-lab.ts';

// Copies of GNU Taler's wallet, downloaded from where it keeps them: what is in them is here, whole, and ours alone afterwards.

const { world, sandbox, exchange, url, theirs, pay } = await broughtLab();

const settled = async (one: Installation): Promise<void> => {
  for (const _round of [0, 1]) {
    await world.hurry(one.wallet.run({ untilDone: true, timeoutMs: 20_000 }));
    await agreeToRenewals(one.wallet);
  }
  await world.hurry(settle(one));
  expectSumsAgree(one);
};
const lines = ({ wallet }: Installation): readonly string[] =>
  wallet
    .history()
    .flatMap(({ type, amount }) => (type === 'refresh' || amount === 'KUDOS:0' ? [] : [`${type} ${amount}`]));
/** What paying it to ourselves has cost; what change of before had cost is in what was there. */
const paidOver = ({ wallet }: Installation): bigint =>
  wallet.history().reduce((sum, line) => sum + (line.title?.kind === 'reissue' ? units(line.fees) : 0n), 0n);
/** No coin that the other program has the key of is left in use. */
const expectOursAlone = async (one: Installation): Promise<void> => {
  expect(await one.wallet.quoteReissue()).toEqual([]);
  expect(one.wallet.balances().flatMap(({ notes = [] }) => notes)).toEqual([]);
};
const coinsIn = ({ exchange_details: details }: TheirContent): readonly TheirRecord[] =>
  details.flatMap(({ denominations }) => denominations.flatMap(({ coins }) => coins));
/** The copy without the coins that `isLost` says. */
const without = (content: TheirContent, isLost: (coin: TheirRecord) => boolean): TheirContent => {
  for (const { denominations } of content.exchange_details)
    for (const each of denominations) each.coins = each.coins.filter((coin) => !isLost(coin));
  return content;
};

describe('a copy of GNU Taler’s wallet', () => {
  it('is downloaded, shown, brought in, and paid to ourselves', async () => {
    const them = await theirs('first', 'KUDOS:10');
    await pay(them.one, 'KUDOS:3.3');
    await settled(them.one);
    const link = await them.keep();
    const money = unitsOf(them.one);
    const two = install(world);
    const seen = mustOk(await two.backup.lookAtImport({ given: link }), 'look');
    expect(seen).toMatchObject({
      what: 'link',
      sources: [{ answer: 'found' }, { answer: 'found' }],
      issuers: [{ exchange: exchange.baseUrl, there: total(them.one) }],
      bad: [],
      isHere: false,
    });
    expect([two.backup.state(), two.store.snapshot()]).toEqual(['uninitialized', []]);
    expect(await two.backup.bringIn({ given: link })).toMatchObject({ error: { kind: 'unknown-exchange' } });
    expect(await two.backup.bringIn({ given: link, newExchanges: [exchange.baseUrl] })).toMatchObject({
      error: { kind: 'import-asks', there: [total(them.one)], stays: [], silent: [] },
    });
    expect([two.backup.state(), two.store.snapshot()]).toEqual(['uninitialized', []]);
    const report = mustOk(await bringIn(two, { given: link }), 'import');
    expect(report.bad).toEqual([]);
    await settled(two);
    expect(unitsOf(two) + feesOf(two)).toBe(money);
    expect(lines(two).toSorted()).toEqual(['payment KUDOS:3.3', 'withdrawal KUDOS:10']);
    await expectOursAlone(two);
    await pay(two, 'KUDOS:6.5');
    await settled(two);
    // The secret of this wallet is its own, and of 64 bytes.
    expect(recoveryText(two)).toContain('HOLDFAST-RECOVERY-1');
    // The other program has nothing left.
    await them.one.wallet.auditCoins();
    await world.hurry(settle(them.one));
    expect(unitsOf(them.one)).toBe(0n);
  });

  it('is brought once: a second time changes nothing', async () => {
    const them = await theirs('twice', 'KUDOS:4');
    const content = them.content();
    const link = await them.keep(content);
    const two = install(world);
    mustOk(await bringIn(two, { given: link }), 'import');
    await settled(two);
    await pay(two, 'KUDOS:1');
    await settled(two);
    const before = [total(two), lines(two)];
    const again = mustOk(await bringIn(two, { given: link }), 'again');
    expect(again.said).toEqual([{ kind: 'brought-nothing-new', facts: {} }]);
    expect(mustOk(await two.backup.lookAtImport({ given: link }), 'look').isHere).toBe(true);
    expect([total(two), lines(two)]).toEqual(before);
    // By its plain export it is the same wallet.
    const plain = JSON.stringify(content);
    expect(mustOk(await bringIn(two, { given: plain }), 'plain')).toMatchObject({
      said: [{ kind: 'brought-nothing-new' }],
    });
  });

  it('comes into a wallet that has money, places and a secret of its own', async () => {
    const them = await theirs('beside', 'KUDOS:5');
    const link = await them.keep();
    const two = install(world);
    await withdraw(two, sandbox, 'KUDOS:3');
    await add(two, url(0));
    await outcomes(two);
    const secret = recoveryText(two);
    const [ours, money] = [unitsOf(two), unitsOf(them.one)];
    mustOk(await bringIn(two, { given: link }), 'import');
    await settled(two);
    expect(unitsOf(two) + feesOf(two)).toBe(ours + money);
    expect(recoveryText(two)).toBe(secret);
    await expectOursAlone(two);
    await outcomes(two);
    expect(two.backup.status()).toMatchObject({ safety: { uncopied: [] } });
    // It is all there again from our own place.
    const three = install(world);
    mustOk(await three.backup.restore(secret), 'restore');
    await settled(three);
    expect(total(three)).toBe(total(two));
  });

  it('may be older at one place than at the other', async () => {
    const them = await theirs('older', 'KUDOS:5');
    await them.keep(undefined, [0]);
    await withdraw(them.one, sandbox, 'KUDOS:2');
    // That program keeps coins that are used up; ours keeps them as long as something may come back into them.
    await pay(them.one, 'KUDOS:1.5', { refundWithinMs: 3_600_000 });
    await settled(them.one);
    world.move(5_000);
    await them.keep(undefined, [1]);
    const money = unitsOf(them.one);
    const two = install(world);
    mustOk(await bringIn(two, { given: them.link() }), 'import');
    await settled(two);
    expect(unitsOf(two) + feesOf(two)).toBe(money);
    expect(lines(two).toSorted()).toEqual(['payment KUDOS:1.5', 'withdrawal KUDOS:2', 'withdrawal KUDOS:5']);
  });

  it('says what the other program has spent since', async () => {
    const them = await theirs('since', 'KUDOS:5');
    const link = await them.keep();
    await pay(them.one, 'KUDOS:3');
    await settled(them.one);
    const money = unitsOf(them.one);
    const two = install(world);
    const report = mustOk(await bringIn(two, { given: link }), 'import');
    expect(report.coinsSpentElsewhere).toBeGreaterThan(0);
    await settled(two);
    // The rest of what was changed there is not lost: the exchange tells of it.
    expect(unitsOf(two) + paidOver(two)).toBe(money);
    await expectOursAlone(two);
  });
});

describe('what was unfinished there is finished here', () => {
  it('a withdrawal whose money has not come yet', async () => {
    const them = await theirs('unfunded', 'KUDOS:1');
    const begun = theirWithdrawal(them.one, exchange.baseUrl, [
      { value: 'KUDOS:4', count: 1 },
      { value: 'KUDOS:1', count: 2 },
    ]);
    const content = them.content();
    content.withdrawal_groups.push(begun.record);
    const link = await them.keep(content);
    const two = install(world);
    mustOk(await bringIn(two, { given: link }), 'import');
    await two.wallet.run();
    const before = unitsOf(two);
    mustOk(sandbox.bank.transferToReserve(begun.reserve, begun.sum), 'transfer');
    await settled(two);
    expect(unitsOf(two) - before + feesOf(two)).toBeGreaterThan(units('KUDOS:5.9'));
    expect(sandbox.exchanges[0]?.reserveBalance(begun.reserve)).toBe('KUDOS:0');
    expect(lines(two)).toContain(`withdrawal ${begun.sum}`);
  });

  it('a withdrawal that was sent and not answered, or answered in part', async () => {
    for (const [name, isLost] of [
      ['unanswered', () => true],
      ['in-part', ({ coin_source: from }: TheirRecord) => (from as { coin_index: number }).coin_index > 0],
    ] as const) {
      const them = await theirs(name, 'KUDOS:5');
      const content = without(them.content(), isLost);
      for (const group of content.withdrawal_groups) {
        group['operation_status'] = 'pending';
        delete group['timestamp_finish'];
      }
      const link = await them.keep(content);
      const two = install(world);
      mustOk(await bringIn(two, { given: link }), 'import');
      await settled(two);
      expect([name, unitsOf(two) + feesOf(two)]).toEqual([name, unitsOf(them.one)]);
    }
  });

  it('change that was asked for and not answered, or whose answer was lost', async () => {
    for (const isMelted of [false, true]) {
      const them = await theirs(`change ${isMelted}`, 'KUDOS:5');
      await pay(them.one, 'KUDOS:1.5');
      await settled(them.one);
      const isNew = ({ coin_source: from }: TheirRecord): boolean => (from as { type: string }).type === 'refresh';
      const content = without(them.content(), isNew);
      for (const group of content.refresh_groups) {
        delete group['timestamp_finish'];
        for (const old of group['old_coins'] as TheirRecord[]) {
          old['finished'] = false;
          if (!isMelted) delete (old['refresh_session'] as TheirRecord)['noreveal_index'];
        }
      }
      expect(coinsIn(them.content()).some(isNew)).toBe(true);
      const link = await them.keep(content);
      const two = install(world);
      mustOk(await bringIn(two, { given: link }), 'import');
      await settled(two);
      expect([isMelted, unitsOf(two) + feesOf(two)]).toEqual([isMelted, unitsOf(them.one)]);
    }
  });

  it.each(['not taken up', 'taken up', 'taken up since'])('a refund that was there before, %s', async (state) => {
    const them = await theirs(`refund ${state}`, 'KUDOS:6');
    const order = await pay(them.one, 'KUDOS:3', { refundWithinMs: 3_600_000 });
    await settled(them.one);
    const before = unitsOf(them.one);
    await sandbox.merchant.refund(order, 'KUDOS:2');
    const host = new URL(sandbox.merchant.baseUrl).host;
    mustOk(await them.one.wallet.refund(`taler+http://refund/${host}/${order}/`), 'refund');
    const content = them.content();
    expect(content.purchases.flatMap(({ refunds }) => refunds)).toMatchObject([{ type: 'applied' }]);
    if (state !== 'not taken up') await settled(them.one);
    const link = await them.keep(state === 'taken up' ? them.content() : content);
    const two = install(world);
    const report = mustOk(await bringIn(two, { given: link }), 'import');
    expect(report.bad).toEqual([]);
    await settled(two);
    expect(unitsOf(two) + feesOf(two)).toBeGreaterThan(before + units('KUDOS:1.95'));
    expect(lines(two).filter((line) => line.startsWith('refund'))).toEqual(['refund KUDOS:2']);
    await expectOursAlone(two);
  });

  it('a refund that the shop grants afterwards', async () => {
    const them = await theirs('refund', 'KUDOS:6');
    const order = await pay(them.one, 'KUDOS:3', { refundWithinMs: 3_600_000 });
    await settled(them.one);
    const link = await them.keep();
    const two = install(world);
    mustOk(await bringIn(two, { given: link }), 'import');
    await settled(two);
    const before = unitsOf(two) + feesOf(two);
    await sandbox.merchant.refund(order, 'KUDOS:2');
    const host = new URL(sandbox.merchant.baseUrl).host;
    mustOk(await two.wallet.refund(`taler+http://refund/${host}/${order}/`), 'refund');
    await settled(two);
    expect(lines(two).filter((line) => line.startsWith('refund'))).toEqual(['refund KUDOS:2']);
    expect(unitsOf(two) + feesOf(two)).toBeGreaterThan(before + units('KUDOS:1.9'));
  });
});

describe('a coin without its seed', () => {
  it('comes all the same: a gift of a shop, and what a damaged record has made', async () => {
    const them = await theirs('single', 'KUDOS:5');
    const content = them.content();
    for (const coin of coinsIn(content).slice(0, 2))
      coin['coin_source'] = { type: 'tip', wallet_tip_id: 'T1', coin_index: 0 };
    content.withdrawal_groups.length = 0;
    const link = await them.keep(content);
    const two = install(world);
    mustOk(await bringIn(two, { given: link }), 'import');
    await settled(two);
    expect(unitsOf(two) + feesOf(two)).toBe(unitsOf(them.one));
    await expectOursAlone(two);
  });
});

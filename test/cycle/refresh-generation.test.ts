// SPDX-License-Identifier: GPL-3.0-or-later
import { createStrangeLooks } from '../../electron/wallet/strange-looks.ts';
import { expect, test } from 'vitest';
import { err, mustOk, ok } from '../../shared/result.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { abilitiesOf } from '../../electron/taler/exchange/generation.ts';
import type { Exchange, RefreshPlan, RefreshSession } from '../../electron/taler/exchange/exchange.ts';
import { createCoinKeyRing } from '../../electron/wallet/coins/coins.ts';
import type { StepOutcome, Wallets } from '../../electron/wallet/context.ts';
import { createExchangeBook, type ExchangeBook } from '../../electron/wallet/exchanges.ts';
import { oneGo, pendingSteps } from '../../electron/wallet/runner/flows.ts';
import { aroundExchange } from './one-exchange.ts';
import { expectSumsAgree, fund, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// The flow of a refresh knows a plan and a session, and nothing of what a generation sends.

let lab: WalletLab;
aroundExchange({}, (opened) => {
  lab = opened;
});

/** The wallet's parts, with another way of making sessions put before the exchange's own. */
const withSessions = (one: OpenWallet, openRefresh: (own: Exchange['openRefresh']) => Exchange['openRefresh']) => {
  const book = createExchangeBook(lab.world, one.store);
  const exchanges: ExchangeBook = {
    ...book,
    open: async (baseUrl, how) => {
      const open = await book.open(baseUrl, how);
      if (!open.ok) return open;
      const { client, keys } = open.value;
      return ok({ keys, client: { ...client, openRefresh: openRefresh(client.openRefresh) } });
    },
  };
  const wallets: Wallets = {
    world: lab.world,
    store: one.store,
    exchanges,
    coinKeys: createCoinKeyRing(one.store),
    // As for somebody who waits.
    haste: { isOn: () => true, during: <T>(work: () => Promise<T>) => work() },
    overdue: { time: (_, due) => due, shown: (_, due) => due },
    strangeLooks: createStrangeLooks(),
    gate: async () => ok(undefined),
  };
  return wallets;
};

/** Every step of renewals and refreshes, until there is none. */
const finish = async (wallets: Wallets): Promise<readonly StepOutcome[]> => {
  const outcomes: StepOutcome[] = [];
  for (let go = 0; go < 50; go++) {
    const step = pendingSteps(wallets).find(({ background }) => background !== true);
    if (!step) return outcomes;
    outcomes.push(await oneGo(wallets, step));
  }
  throw new Error('it does not come to rest');
};

test('the flow needs only commit, reveal and the question whether it was booked', async () => {
  const one = lab.openWallet();
  await fund(lab, one, 'KUDOS:6');
  const plans: RefreshPlan[] = [];
  const asked: string[] = [];
  const wallets = withSessions(one, (own) => async (plan) => {
    plans.push(plan);
    const inner = mustOk(await own(plan), 'session');
    const session: RefreshSession = {
      commit: () => {
        asked.push('commit');
        return inner.commit();
      },
      isCommitted: () => inner.isCommitted(),
      reveal: (noRevealIndex) => {
        asked.push('reveal');
        return inner.reveal(noRevealIndex);
      },
    };
    return ok(session);
  });
  const renewed = one.wallet.renewCoins();
  const before = one.wallet.balances()[0]?.total;
  for (const outcome of await finish(wallets)) expect(outcome.kind).not.toBe('failed');
  expect(asked.filter((each) => each === 'commit')).toHaveLength(renewed);
  expect(asked.filter((each) => each === 'reveal')).toHaveLength(renewed);
  // The same plan at every attempt, whole in itself.
  const bySeed = Map.groupBy(plans, ({ seed }) => seed.join());
  expect(bySeed.size).toBe(renewed);
  for (const same of bySeed.values()) for (const plan of same) expect(plan).toEqual(same[0]);
  expect(plans.every(({ scheme }) => scheme === 1)).toBe(true);
  expect(one.wallet.balances()[0]?.available).not.toBe('KUDOS:0');
  expect(before).toBeDefined();
  expectSumsAgree(one.wallet);
});

test('what was planned for another generation is planned anew, and nothing is lost', async () => {
  const one = lab.openWallet();
  await fund(lab, one, 'KUDOS:3');
  one.wallet.renewCoins();
  const first = withSessions(one, (own) => own);
  const [exchange] = pendingSteps(first).filter(({ kind }) => kind === 'renewal');
  if (!exchange) throw new Error('a renewal was expected');
  expect(await oneGo(first, exchange)).toMatchObject({ kind: 'finished' });
  const planned = new Set(one.store.entries('refresh').map(({ id }) => id));
  const seeds = new Set(one.store.entries('refresh').map(({ value }) => value.seed));
  expect(planned.size).toBeGreaterThan(0);

  // The exchange has moved on: sessions that were planned before are none of its kind.
  let refused = 0;
  const moved = withSessions(one, (own) => async (plan) => {
    const isOld = one.store
      .entries('refresh')
      .some(({ id, value }) => planned.has(id) && value.status === 'planned' && value.seed === bytesToCrock(plan.seed));
    if (!isOld) return own(plan);
    refused += 1;
    return err({ kind: 'other-scheme' });
  });
  for (const outcome of await finish(moved)) expect(outcome.kind).not.toBe('failed');
  expect(refused).toBe(planned.size);
  for (const id of planned)
    expect(one.store.entry('refresh', id)?.value).toMatchObject({ status: 'failed', why: 'other-generation' });
  const later = one.store.entries('refresh').filter(({ id }) => !planned.has(id));
  expect(later).toHaveLength(planned.size);
  for (const { value } of later) {
    expect(value.status).toBe('done');
    expect(seeds.has(value.seed)).toBe(false);
  }
  expectSumsAgree(one.wallet);
});

test('an exchange makes no session of a scheme it does not know', async () => {
  const one = lab.openWallet();
  await fund(lab, one, 'KUDOS:2');
  const wallets = withSessions(one, (own) => own);
  const open = mustOk(await wallets.exchanges.open(lab.sandbox.exchanges[0]?.baseUrl ?? ''), 'exchange');
  const [coin] = one.store.coins({ status: 'fresh' });
  const denomination = open.keys.denominations.get(coin?.value.h ?? '');
  const keys = wallets.coinKeys.keysOf(coin?.id ?? '');
  if (!denomination || !keys) throw new Error('a coin was expected');
  const plan: RefreshPlan = {
    oldCoin: { pub: keys.coinPub, priv: keys.coinPriv, denomination, denomSig: new Uint8Array(1) },
    seed: new Uint8Array(64).fill(1),
    scheme: abilitiesOf(open.keys).refreshScheme ?? 0,
    newDenominations: [denomination],
    valueWithFee: denomination.value,
  };
  expect((await open.client.openRefresh(plan)).ok).toBe(true);
  expect(await open.client.openRefresh({ ...plan, scheme: 4 })).toEqual({ ok: false, error: { kind: 'other-scheme' } });
  const keyless = { ...denomination, key: undefined };
  expect(await open.client.openRefresh({ ...plan, newDenominations: [keyless] })).toEqual({
    ok: false,
    error: { kind: 'malicious-key' },
  });
});

// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import type { StepOutcome, Wallets } from '../context.ts';
import { dueAbroad, nextAbroadMs } from '../ledger/abroad.ts';
import { lowerRemaining } from '../audit/audit.ts';
import { isOf, newerSeeds } from '../coins/scheme.ts';
import { badCoins, checkSignatures } from '../coins/signatures.ts';
import { BACK_OFF_CEILING_MS, DAY_MS, HOUR_MS, type Flow } from './flow.ts';
import { lookForTransfers } from './withdraw/late-transfer.ts';
import { isRenewalDue } from '../coins/lifetime.ts';

/** The flow that looks after the coins and transfers of an exchange; the id of a step is its base URL. */
export const upkeepFlow = {
  entries: ['exchange', 'coin', 'withdrawal'],
  type: 'refresh',
  pending: ({ store }) =>
    [...new Set(store.entries('exchange').map(({ value }) => value.base_url))].map((baseUrl) => ({
      id: baseUrl,
      lane: baseUrl,
      waitingFor: 'exchange',
      background: true,
    })),
  go: (wallets, exchange) => stepUpkeep(wallets, exchange),
  longestWaitMs: 30 * HOUR_MS,
  backOffCeilingMs: BACK_OFF_CEILING_MS,
} as const satisfies Flow;

/** Looks through the coins of one exchange: those that grow too old or whose denomination was revoked are taken out of circulation, and the renewal does the rest. Looks for transfers that came late, too. */
const stepUpkeep = async (wallets: Wallets, exchange: string): Promise<StepOutcome> => {
  await lookAbroad(wallets, exchange);
  const rest: StepOutcome = { kind: 'waiting', waitingFor: 'exchange', forMs: nextLookMs(wallets) };
  const hasCoins = wallets.store.coins({ exchange, status: 'fresh' }).length > 0;
  const mayBeFunded = wallets.store.entries('withdrawal').some(({ value }) => value.exchange === exchange);
  if (!hasCoins && !mayBeFunded) return rest;
  const open = await wallets.exchanges.open(exchange);
  // Nothing waits for this look: an exchange that is gone is not knocked at every few minutes.
  if (!open.ok) return { kind: 'waiting', waitingFor: 'exchange', forMs: HOUR_MS };
  const { keys } = open.value;
  await lookForTransfers(wallets, open.value);
  // Another copy may have brought the signature that was missing.
  const bad = badCoins(wallets.store.local);
  if (bad.size > 0)
    await checkSignatures(
      wallets,
      keys,
      wallets.store.coins({ exchange }).filter(({ id }) => bad.has(id)),
    );
  const offered = [...keys.denominations.values()];
  const nowMs = wallets.world.now();
  const dueByKind = new Map<string, boolean>();
  wallets.store.transaction((tx) => {
    const newer = newerSeeds(tx);
    for (const { id, value } of tx.coins({ exchange, status: 'fresh' })) {
      if (isOf(newer, id)) continue;
      const denomination = keys.denominations.get(value.h);
      if (!denomination || (value.master_pub !== undefined && value.master_pub !== keys.masterPub)) continue;
      const kind = `${value.h} ${value.remaining}`;
      const due =
        dueByKind.get(kind) ??
        (denomination.revoked || isRenewalDue(denomination, amount(value.remaining), offered, nowMs));
      dueByKind.set(kind, due);
      if (due) tx.put('coin', id, { ...value, status: 'in-use' });
    }
  });
  return rest;
};

/** The time of another copy's payment to somebody is over: what nobody took is back in our coins. */
const lookAbroad = async (wallets: Wallets, exchange: string): Promise<void> => {
  const due = dueAbroad(wallets.store, wallets.world.now());
  const ours = due.filter((id) => wallets.store.entry('coin', id)?.value.exchange === exchange);
  if (ours.length === 0) return;
  const open = await wallets.exchanges.open(exchange);
  if (!open.ok) return;
  // An exchange that does not answer is asked again with the next look.
  for (const id of ours) await lowerRemaining(wallets, open.value, id);
};

/** Once a day is often for things that happen over years, and tells an exchange little; drawn anew so that days differ. */
const nextLookMs = ({ world, store }: Wallets): number => {
  const random = world.randomBytes(1)[0] ?? 0;
  const usual = Math.floor(DAY_MS * (0.75 + random / 512));
  // The exchange's own job takes a moment to give the coins back.
  const abroad = Math.max((nextAbroadMs(store) ?? Number.POSITIVE_INFINITY) - world.now(), 0) + HOUR_MS / 60;
  return Math.min(usual, abroad);
};

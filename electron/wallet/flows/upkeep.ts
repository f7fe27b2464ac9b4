// SPDX-License-Identifier: GPL-3.0-or-later
import { timestampToMs } from '../../../shared/time.ts';
import type { StepOutcome, Wallets } from '../context.ts';
import { dueAbroad, nextAbroadMs } from '../ledger/abroad.ts';
import { lowerRemaining } from '../audit/audit.ts';
import { badCoins, checkSignatures } from '../coins/signatures.ts';
import { BACK_OFF_CEILING_MS, DAY_MS, HOUR_MS, MINUTE_MS, type Flow } from './flow.ts';
import { tidyPurchases } from './pay/tidy.ts';
import { mayWaitForLookMs } from './refresh/next-end.ts';
import { planProof } from './refresh/proof.ts';
import { revealOwed } from './refresh/reveal.ts';
import { lookForTransfers } from './withdraw/late-transfer.ts';
import { drawOwed } from './withdraw/owed.ts';
import { planSome, wholeCoins } from './refresh/spread.ts';

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
  // A coin that came since the last look may end before the next one.
  longestWaitMs: (wallets, exchange) => Math.min(30 * HOUR_MS, mayWaitForLookMs(wallets, exchange) + MINUTE_MS),
  backOffCeilingMs: BACK_OFF_CEILING_MS,
} as const satisfies Flow;

/** Looks through the coins of one exchange: what has expired or was revoked is taken out of circulation, and of what grows too old some is planned for renewal. Looks for transfers that came late, and for coins that are said to be here and are not, too. */
const stepUpkeep = async (wallets: Wallets, exchange: string): Promise<StepOutcome> => {
  await lookAbroad(wallets, exchange);
  tidyPurchases(wallets);
  /** Said at the end, of the coins there are by then. */
  const rest = (atMostMs = nextLookMs(wallets)): StepOutcome => ({
    kind: 'waiting',
    waitingFor: 'exchange',
    forMs: Math.min(atMostMs, mayWaitForLookMs(wallets, exchange)),
  });
  const hasCoins = wallets.store.coins({ exchange, status: 'fresh' }).length > 0;
  const mayBeFunded = wallets.store.entries('withdrawal').some(({ value }) => value.exchange === exchange);
  if (!hasCoins && !mayBeFunded) return rest();
  const open = await wallets.exchanges.open(exchange);
  // Nothing waits for this look: an exchange that is gone is not knocked at every few minutes.
  if (!open.ok) return rest(HOUR_MS);
  const { keys } = open.value;
  await drawOwed(wallets, open.value);
  await revealOwed(wallets, open.value);
  await lookForTransfers(wallets, open.value);
  // Another copy may have brought the signature that was missing.
  const bad = badCoins(wallets.store.local);
  if (bad.size > 0)
    await checkSignatures(
      wallets,
      keys,
      wallets.store.coins({ exchange }).filter(({ id }) => bad.has(id)),
    );
  const nowMs = wallets.world.now();
  wallets.store.transaction((tx) => {
    // An expired coin's end belongs into the books, a revoked one is given back; neither can be spent.
    for (const { entry, denomination } of wholeCoins(tx, keys)) {
      if (!denomination.revoked && timestampToMs(denomination.stampExpireDeposit) > nowMs) continue;
      tx.put('coin', entry.id, { ...entry.value, status: 'in-use' });
    }
    planProof(wallets, tx, keys);
    planSome(wallets, tx, keys);
  });
  return rest();
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

// SPDX-License-Identifier: GPL-3.0-or-later
import type { DoubtKind } from '../../../state/doubts.ts';
import type { Reader } from '../../../storage/store.ts';
import type { NotedDoubt } from '../../../storage/tables/doubt.ts';
import type { StepOutcome, Wallets } from '../../context.ts';
import { BACK_OFF_CEILING_MS, DAY_MS, HOUR_MS, type Flow } from '../flow.ts';
import { accountOf, lookAtCoin } from './coin.ts';
import type { Look, Seen } from './look.ts';
import { lookAtDeposit, lookAtPushIn, lookAtRefresh } from './others.ts';
import { lookAtReserve, lookAtWithdrawal } from './reserve.ts';

// Copies are joined, and a join only moves on: whoever once had the secret can write one in which money has ended that has not. What a
// copy changed here is noted beside the entries (`state/doubts.ts`), and asked about at its exchange until that has confirmed it.

/** The flow that asks exchanges about what copies have changed; the id of a step is the exchange. */
export const doubtFlow = {
  entries: ['coin', 'withdrawal', 'reserve', 'refresh', 'push-in', 'deposit'],
  type: 'refresh',
  pending: ({ store, world }) =>
    store.local.hasDoubts(world.now())
      ? [...new Set(store.entries('exchange').map(({ value }) => value.base_url))].map((baseUrl) => ({
          id: baseUrl,
          lane: baseUrl,
          waitingFor: 'exchange',
          background: true,
        }))
      : [],
  go: (wallets, exchange) => stepDoubts(wallets, exchange),
  longestWaitMs: 30 * HOUR_MS,
  backOffCeilingMs: BACK_OFF_CEILING_MS,
} as const satisfies Flow;

const LOOKS: { readonly [K in DoubtKind]: (look: Look, id: string) => Promise<Seen> } = {
  coin: lookAtCoin,
  reserve: lookAtReserve,
  withdrawal: lookAtWithdrawal,
  refresh: lookAtRefresh,
  'push-in': lookAtPushIn,
  deposit: lookAtDeposit,
};

const PARALLEL_REQUESTS = 8;
/** Within a fortnight everything has had its turn; a copy full of what never was keeps the rest waiting, and nobody busy. */
const LOOKS_FOR_ALL = 14;
const FEWEST = 16;
const MOST = 256;

const stepDoubts = async (wallets: Wallets, exchange: string): Promise<StepOutcome> => {
  const all = dueAt(wallets, exchange);
  if (all.length === 0) return { kind: 'waiting', waitingFor: 'exchange', forMs: HOUR_MS };
  const open = await wallets.exchanges.open(exchange);
  if (!open.ok) return { kind: 'waiting', waitingFor: 'exchange', forMs: HOUR_MS };
  const turn = all.slice(0, Math.min(Math.max(Math.ceil(all.length / LOOKS_FOR_ALL), FEWEST), MOST));
  const queue = turn.values();
  let isSilent = false;
  const worker = async (): Promise<void> => {
    for (const doubt of queue) {
      const seen = await LOOKS[doubt.kind]({ wallets, open: open.value, asked: doubt.asked }, doubt.id);
      isSilent ||= seen.kind === 'silent';
      note(wallets, doubt, seen);
      if (isSilent) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(PARALLEL_REQUESTS, turn.length) }, worker));
  if (isSilent) return { kind: 'waiting', waitingFor: 'exchange', forMs: HOUR_MS };
  const random = (wallets.world.randomBytes(1)[0] ?? 0) / 255;
  return turn.length < all.length
    ? { kind: 'waiting', waitingFor: 'exchange', forMs: DAY_MS * (0.75 + random / 2) }
    : { kind: 'finished' };
};

const note = ({ store, world }: Wallets, doubt: NotedDoubt, seen: Seen): void => {
  if (seen.kind === 'silent') return;
  store.transaction((tx) => {
    // A copy that came meanwhile has changed it again.
    if (seen.kind === 'settled') tx.local.settleDoubt(doubt);
    else tx.local.putDoubt({ ...doubt, asked: doubt.asked + 1, nextAt: world.now() + seen.forMs });
  });
};

/** What is due at an exchange, in a turn nobody outside can foresee: what no deed of ours explains comes first. What needs no question is settled. */
const dueAt = (wallets: Wallets, exchange: string): readonly NotedDoubt[] => {
  const { store, world } = wallets;
  const due = store.local.doubts(world.now());
  const isIdle = (doubt: NotedDoubt): boolean =>
    store.entry(doubt.kind, doubt.id) === undefined || isWhole(store, doubt);
  const idle = due.filter(isIdle);
  if (idle.length > 0) store.transaction((tx) => idle.forEach(tx.local.settleDoubt));
  const ranked = due.flatMap((doubt) => {
    if (store.entry(doubt.kind, doubt.id)?.value.exchange !== exchange || isIdle(doubt)) return [];
    const isExplained = doubt.kind === 'coin' && (accountOf(store, doubt.id)?.elsewhere ?? 0n) <= 0n;
    const dice = new DataView(world.randomBytes(4).buffer).getUint32(0);
    return [{ doubt, rank: (isExplained ? 1 : 0) + dice / 2 ** 32 }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ doubt }) => doubt);
};

const isWhole = (store: Reader, { kind, id }: NotedDoubt): boolean => {
  const account = kind === 'coin' ? accountOf(store, id) : undefined;
  return account !== undefined && account.held >= account.face;
};

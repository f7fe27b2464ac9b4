// SPDX-License-Identifier: GPL-3.0-or-later
import { auditable, changeOfOthers, type AuditTurn } from '../../wallet/audit/audit.ts';
import type { Store } from '../../storage/store.ts';
import type { Wallet } from '../../wallet/wallet.ts';
import type { World } from '../../world.ts';
import { AGAIN_AFTER_MS, AUDIT_SPREAD_MS } from '../devices/marks.ts';

// Whoever is asked about all coins of a wallet in one minute knows that they are one person's. So where nobody waits for it, each coin has
// a time of its own, within a day. The times are not written down: a computer that was off draws them anew, or all that came due meanwhile
// would be asked about at its start.

/** Once the day is over, what is left within so long of each start: a wallet that is only opened for minutes gets there, too. */
const REST_MS = 60 * 60_000;
/** Two looks are so far apart, however many coins there are; at each, what is left is written down. */
const LOOK_MS = 2 * 60_000;

type Parts = { readonly world: World; readonly store: Store; readonly wallet: Pick<Wallet, 'auditCoins'> };

/** The audit in the background. */
export type SpreadAudit = {
  /** before its first look it is due whatever was written down: the times are to be drawn */
  readonly isNew: () => boolean;
  readonly look: () => Promise<void>;
};

export const createSpreadAudit = ({ world, store, wallet }: Parts): SpreadAudit => {
  /** by coin, when it is asked about; of the audit that began then */
  let times = new Map<string, number>();
  let course: number | undefined;

  const drawTime = (begun: number, from: number): number =>
    from + Math.floor(part(world) * Math.max(REST_MS, Math.min(AUDIT_SPREAD_MS, begun + AUDIT_SPREAD_MS - from)));

  /** What is left of the audit that was begun, or a new one. */
  const begin = (): { readonly begun: number; readonly left: readonly string[]; readonly isFirst: boolean } => {
    const open = store.local.mark('audit-left');
    const begun = open && open.begun <= world.now() ? open.begun : world.now();
    const there = new Map(auditable(store).idle.map((coin) => [coin.id, coin] as const));
    const left = open === undefined ? [...there.keys()] : open.coins.filter((id) => there.has(id));
    // Money that is paid over as soon as its exchange has said what it is worth waits for nothing.
    const hurried = store.local.mark('reissue-agreed') ?? {};
    const isFirst = course !== begun;
    if (isFirst) times = new Map();
    course = begun;
    for (const id of left)
      if (!times.has(id))
        times.set(id, (there.get(id)?.value.exchange ?? '') in hurried ? 0 : drawTime(begun, world.now()));
    return { begun, left, isFirst };
  };

  const look = async (): Promise<void> => {
    const dueBefore = store.local.mark('audit-due');
    const { begun, left, isFirst } = begin();
    const now = world.now();
    const due = new Set(left.filter((id) => (times.get(id) ?? 0) <= now));
    const turn: AuditTurn = (coin) => (due.has(coin) ? 'ask' : isFirst ? 'check' : 'leave');
    const report = await wallet.auditCoins({}, changeOfOthers(store), { turn });
    // Begun anew meanwhile, or ended by one that was waited for: nothing of this one counts.
    if (store.local.mark('audit-due') !== dueBefore) return;
    const silent = new Set(report.exchangesSilent);
    const done = new Set(report.exchangesUntelling);
    const coins = auditable(store).idle.map(({ id, value }) => ({ id, exchange: value.exchange }));
    const open = new Set(left);
    const stays = coins.filter(({ id, exchange }) => {
      if (!open.has(id) || done.has(exchange)) return false;
      return !due.has(id) || silent.has(exchange);
    });
    for (const { id, exchange } of stays)
      if (silent.has(exchange)) times.set(id, drawTime(begun, world.now() + AGAIN_AFTER_MS));
    const next = Math.min(...stays.map(({ id }) => times.get(id) ?? 0));
    store.transaction((tx) => {
      tx.local.setMark('audit-left', stays.length === 0 ? undefined : { begun, coins: stays.map(({ id }) => id) });
      tx.local.setMark('audit-due', stays.length === 0 ? undefined : Math.max(next, world.now() + LOOK_MS));
    });
    if (stays.length === 0) course = undefined;
  };

  return { isNew: () => course !== store.local.mark('audit-left')?.begun, look };
};

/** A number from 0 up to 1. */
const part = (world: Pick<World, 'randomBytes'>): number => {
  const bytes = world.randomBytes(4);
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) / 2 ** 32;
};

// SPDX-License-Identifier: GPL-3.0-or-later
import type { Reader } from '../../../storage/store.ts';
import { badCoins } from '../../coins/signatures.ts';
import type { Wallets } from '../../context.ts';
import { readNoted } from '../../failure/noted.ts';
import { abroadText } from '../../ledger/abroad.ts';
import { partOf } from '../../ledger/kept-part.ts';
import { coinAccount, type CoinAccount } from '../../ledger/account.ts';
import { readUses } from '../../ledger/uses.ts';
import { isChangeLeft, readPast, refundableUntilMs } from './past.ts';
import { isChangeDue, isPutOff } from './put-off.ts';

/** Exchanges with used coins that nothing works on yet, and that are to be worked on now. */
export const waitingRenewals = (wallets: Wallets): readonly string[] => {
  const nowMs = wallets.world.now();
  return [...readIdle(wallets)]
    .flatMap(([exchange, { closesMs, changeOf, isReachable }]) =>
      closesMs <= nowMs || (changeOf.size > 0 && (isReachable || isChangeDue(wallets, exchange, changeOf)))
        ? [exchange]
        : [],
    )
    .sort();
};

/** Exchanges whose change nobody has put off yet. */
export const newChange = (wallets: Wallets): readonly string[] =>
  [...readIdle(wallets)].flatMap(([exchange, { changeOf, isReachable }]) =>
    changeOf.size > 0 && !isReachable && !isPutOff(wallets, exchange) && !isChangeDue(wallets, exchange, changeOf)
      ? [exchange]
      : [],
  );

/** Whether what is left of used coins of this exchange is made into change now. */
export const mayMakeChange = (wallets: Wallets, exchange: string): boolean => {
  const { changeOf = [], isReachable = false } = readIdle(wallets).get(exchange) ?? {};
  return isReachable || isChangeDue(wallets, exchange, changeOf);
};

/**
 * Exchanges at which money that was taken over is paid to ourselves as soon as they have said what it is worth, and our own copies hold
 * what it comes from: made into change first, it would cost more than was agreed to, and its former owner could follow it.
 */
export const paidOverNext = ({ world, store }: Wallets): ReadonlySet<string> => {
  const audit = store.local.mark('audit-due');
  const isAuditDue = audit !== undefined && audit <= world.now();
  const agreed = Object.keys(store.local.mark('reissue-agreed') ?? {});
  return new Set(agreed.filter((exchange) => isAuditDue || isHeldUp(store, exchange)));
};

/** Paying to ourselves was tried there, and waits for something other than a yes to its price. */
const isHeldUp = ({ local }: Pick<Reader, 'local'>, exchange: string): boolean => {
  const failed = readNoted(local.task('reissue', exchange)?.lastFailure);
  return failed !== undefined && failed.kind !== 'reissue-asks';
};

export const isPaidOverNext = (
  exchanges: ReadonlySet<string>,
  { coin, outside }: Pick<CoinAccount, 'coin' | 'outside'>,
): boolean => outside === 'joined' && exchanges.has(coin.exchange);

type Idle = {
  /** from when on something can be closed */
  readonly closesMs: number;
  /** the denominations of what holds something */
  readonly changeOf: ReadonlySet<string>;
  /** somebody outside can reach some of that, so nothing of it is put off */
  readonly isReachable: boolean;
};

/** What was found last, for the entries and marks of then: the runner asks at every turn, and to look at thousands of used-up coins takes longer than the turn. */
const lastIdle = new WeakMap<Reader['local'], { readonly state: string; readonly idle: ReadonlyMap<string, Idle> }>();

const usedCoins = partOf('coin', ({ value }) => value.status === 'in-use');

/** For every exchange with such coins, what there is to do with them. */
const readIdle = (wallets: Wallets): ReadonlyMap<string, Idle> => {
  const { store } = wallets;
  const leaves = paidOverNext(wallets);
  const state = [store.revision(), ...badCoins(store.local), abroadText(store), ...leaves].join(' ');
  const last = lastIdle.get(store.local);
  if (last?.state === state) return last.idle;
  const idle = new Map<string, { closesMs: number; changeOf: Set<string>; isReachable: boolean }>();
  const used = usedCoins(store);
  if (used.length > 0) {
    const uses = readUses(store);
    const past = readPast(store);
    const bad = badCoins(store.local);
    for (const entry of used) {
      const account = coinAccount(entry, uses);
      const { busy, held, abroad, isNewer } = account;
      if (
        bad.has(entry.id) ||
        isPaidOverNext(leaves, account) ||
        busy ||
        isNewer ||
        (held === 0n && (abroad > 0n || isChangeLeft(store, entry.id, past)))
      )
        continue;
      const here = idle.get(entry.value.exchange) ?? {
        closesMs: Number.POSITIVE_INFINITY,
        changeOf: new Set(),
        isReachable: false,
      };
      if (held > 0n) {
        here.changeOf.add(entry.value.h);
        here.isReachable ||= account.outside !== undefined;
      } else here.closesMs = Math.min(here.closesMs, refundableUntilMs(entry, account, past));
      idle.set(entry.value.exchange, here);
    }
  }
  lastIdle.set(store.local, { state, idle });
  return idle;
};

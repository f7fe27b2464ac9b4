// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../shared/amount.ts';
import { NEVER_MS, type Fact, type Table } from '../../../shared/facts/fact.ts';
import { quoted } from '../../../shared/facts/read.ts';
import { subjects, type KindOf, type Said } from '../../../shared/facts/subjects.ts';
import { timestampToMs, type Timestamp } from '../../../shared/time.ts';
import type { FailureView } from '../../../shared/view.ts';
import { INNER_ADDRESS } from '../../network.ts';
import type { Standing } from '../../state/standing.ts';
import type { NotBackedUp, WalletFailure } from './failure.ts';

/** The failure as it is stored, sent and shown: its kind and what is known of it; no bodies of servers, no keys, no big numbers. */
export const explainFailure = (failure: WalletFailure): FailureView => {
  switch (failure.kind) {
    case 'not-backed-up-yet':
      return explainNotBackedUp(failure);
    case 'superseded':
      return { kind: 'superseded', facts: { standing: explainStanding(failure.standing) } };
    case 'peer-closed':
      return {
        kind: 'peer-closed',
        facts: { state: PEER_CLOSED[failure.status] ?? 'closed', ...detailOf(failure.why ?? failure.status) },
      };
    case 'purchase-closed':
      return {
        kind: 'purchase-closed',
        facts: {
          state: purchaseState(failure),
          ...detailOf(failure.why),
        },
      };
    case 'insufficient-balance': {
      const { needed, fees, available, change, pending, tooShort } = failure;
      const madeFirst = change === undefined || change.endsWith(':0') ? {} : { change };
      const shown = pending === undefined || pending.endsWith(':0') ? {} : { pending };
      const short = tooShort === undefined ? {} : { tooShort: tooShort.sum, until: toMs(tooShort.until) };
      return { kind: failure.kind, facts: { needed, fees, available, ...madeFirst, ...shown, ...short } };
    }
    case 'unknown-exchange': {
      const { host, protocol } = new URL(failure.exchange);
      return {
        kind: failure.kind,
        facts: { host, exchange: failure.exchange, how: protocol === 'https:' ? 'https' : 'http' },
      };
    }
    case 'unreachable':
      return failure.why === INNER_ADDRESS
        ? { kind: 'inner-address', facts: { host: hostOf(failure.url) } }
        : plainly(failure);
    case 'deposit-confirmed':
      return { kind: failure.kind, facts: { how: failure.wired ? 'wired' : 'confirmed' } };
    default:
      return plainly(failure);
  }
};

/** The same as a remark beside something else. */
export const noteOfFailure = (failure: WalletFailure): Said<'note'> => ({
  kind: 'failure',
  facts: { why: explainFailure(failure) },
});

/**
 * Why this device stands still; `left`: it has no recovery secret any more, so it cannot be kept. `moved`: its wallet went on under a new
 * secret, by what the copies say.
 */
export const explainStanding = (
  standing: Exclude<Standing, 'active'>,
  left = false,
  moved = false,
): Said<'standstill'> => {
  if (standing !== 'taken-over') return { kind: standing, facts: {} };
  return { kind: moved ? 'moved' : left ? 'taken-over-left' : 'taken-over', facts: {} };
};

const explainNotBackedUp = ({ kind, why, staysIn = 'reserve', fees, copies, until }: NotBackedUp): FailureView => ({
  kind,
  facts: {
    why: why ?? 'unknown',
    staysIn: { kind: staysIn, facts: {} },
    ...(copies === undefined ? {} : { wanted: copies.wanted, there: copies.there }),
    ...(fees === undefined ? {} : { fees: fees.map(amountToText) }),
    ...(until === undefined ? {} : { until }),
  },
});

/** States that are no failures: the same address was opened twice. */
/** Its own coins were gone, by their exchange's word, when it was to be paid. */
const SPENT: ReadonlySet<string | undefined> = new Set(['insufficient-balance', 'coin-spent']);

const purchaseState = ({ status, why }: Extract<WalletFailure, { kind: 'purchase-closed' }>) =>
  status === 'paid' || status === 'paying' ? status : SPENT.has(why) ? 'spent' : 'closed';

const PEER_CLOSED: Readonly<
  Record<string, Extract<FailureView, { kind: 'peer-closed' }>['facts']['state'] | undefined>
> = {
  accepted: 'being-received',
  merged: 'being-received',
  done: 'received',
  paying: 'being-paid',
  paid: 'paid',
  taken: 'taken',
};

const detailOf = (why: string | undefined): { readonly detail?: string } =>
  why === undefined ? {} : { detail: quoted(why) };

/** The failures whose facts are their own fields, some under another name. */
type Plain = Exclude<
  WalletFailure,
  {
    kind:
      | 'not-backed-up-yet'
      | 'superseded'
      | 'peer-closed'
      | 'purchase-closed'
      | 'insufficient-balance'
      | 'unknown-exchange'
      | 'deposit-confirmed';
  }
>;

/** Under which names a failure may carry a fact that it does not carry under its own. */
const CALLED = {
  host: ['url', 'exchange'],
  detail: ['why', 'what', 'got', 'operation', 'coin'],
  quote: ['hint', 'said'],
} as const;
type Called = typeof CALLED;

/** Follows the table of the failure's kind, and takes from the failure what stands there and nothing else. */
const plainly = (failure: Plain): FailureView => {
  const fields = failure as Readonly<Record<string, unknown>>;
  const facts: Record<string, unknown> = {};
  for (const [name, fact] of Object.entries((subjects.failure as Table)[failure.kind] ?? {})) {
    const names = [name, ...(Object.hasOwn(CALLED, name) ? CALLED[name as keyof Called] : [])];
    const value = names.map((each) => fields[each]).find((each) => each !== undefined);
    if (value !== undefined) facts[name] = name === 'host' ? hostOf(quoted(value)) : factOf(fact, value);
  }
  // `Lacking` below proves that a failure of each kind has the facts of its table.
  return { kind: failure.kind, facts } as FailureView;
};

type FailureTables = (typeof subjects)['failure'];
type Required<K extends KindOf<'failure'>> = {
  [N in keyof FailureTables[K]]: FailureTables[K][N] extends `${string}?` ? never : N;
}[keyof FailureTables[K]];
type NamesOf<F> =
  | keyof F
  | { [N in keyof Called]: Extract<keyof F, Called[N][number]> extends never ? never : N }[keyof Called];
type Lacking = Plain extends infer F
  ? F extends Plain
    ? F['kind'] extends KindOf<'failure'>
      ? Exclude<Required<F['kind']>, NamesOf<F>>
      : F['kind']
    : never
  : never;
/** The compiler proves that no kind and no fact was forgotten. */
const nothingLacking: [Lacking] extends [never] ? true : Lacking = true;
void nothingLacking;

const factOf = (fact: Fact, value: unknown): unknown => {
  const type = typeof fact === 'string' ? fact.replace(/\?$/, '') : 'choice';
  if (type === 'amount' && typeof value === 'object') return amountToText(value as Parameters<typeof amountToText>[0]);
  if (type === 'time' && typeof value === 'object') return toMs(value as Timestamp);
  return type === 'string' ? quoted(value) : value;
};

const toMs = (at: Timestamp): number => {
  const ms = timestampToMs(at);
  return Number.isFinite(ms) ? ms : NEVER_MS;
};

/** The name of the host, which people know, without paths that may hold secrets of an order. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : quoted(url));

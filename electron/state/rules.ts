// SPDX-License-Identifier: GPL-3.0-or-later
import { isObject } from '../taler/bytes/json.ts';
import { canonicalJson } from '../taler/bytes/canonical-json.ts';
import { type CarriedEntry, type Kind, OUTSIDE, STATUS } from './entry.ts';
import {
  forgettable,
  FORGOTTEN_DEPOSIT,
  FORGOTTEN_PURCHASE,
  FORGOTTEN_PURSE,
  FORGOTTEN_WITHDRAWAL,
  hasEnded,
} from './forgotten.ts';
import {
  compareText,
  earliestTime,
  forward,
  type Join,
  laterRegister,
  largestAmount,
  largestNumber,
  largestText,
  latestTime,
  nameWithClock,
  mapOf,
  record,
  smallestAmount,
  statusWithWhy,
  together,
} from './join.ts';

/** How the values of a kind join. `clock` says whether clocks decide: never, per field, or for the whole value (last writer wins). */
export type Rule =
  | { readonly clock: 'none' | 'per-field'; readonly join: Join }
  | { readonly clock: 'whole'; readonly atEqualClocks: (a: unknown, b: unknown) => number };

/** Names that are only added; what stands beside one is set once. */
const names = mapOf(record({}));

const contributions = mapOf(record({ s: forward(STATUS.contribution), renewal: largestAmount, change: largestAmount }));

/** `spent` is the top of its order, so dropping the signatures there keeps the join associative. */
const spentCoinsNeedNoSignature =
  (join: Join): Join =>
  (a, b) => {
    const joined = join(a, b);
    if (!isObject(joined) || joined['status'] !== 'spent') return joined;
    if (!Object.hasOwn(joined, 'sig') && !Object.hasOwn(joined, 'sigs')) return joined;
    return Object.fromEntries(Object.entries(joined).filter(([name]) => name !== 'sig' && name !== 'sigs'));
  };

/**
 * `paid` is the top of its order, and `provider` and `closed` once there stay. Emptied, the terms still count as one member of their
 * group, and sort behind what tells two orders apart, so the same side wins before and after.
 */
const closedNeedNoTerms =
  (join: Join): Join =>
  (a, b) => {
    const joined = join(a, b);
    if (!isObject(joined) || !Object.hasOwn(joined, 'terms')) return joined;
    const isPaidToPlace = joined['status'] === 'paid' && Object.hasOwn(joined, 'provider');
    if (!isPaidToPlace && !(Object.hasOwn(joined, 'closed') && hasEnded(joined))) return joined;
    return Object.fromEntries(Object.entries(joined).map(([name, value]) => [name, name === 'terms' ? {} : value]));
  };

/**
 * A join cannot tell a wrong answer of an exchange from the right one, and a coin without its signature, or derived by another index,
 * is lost: copies at odds keep both, each under its own text.
 */
const keepsBoth =
  (one: string, all: string, type: 'string' | 'number', join: Join): Join =>
  (a, b) => {
    const joined = join(a, b);
    if (!isObject(a) || !isObject(b) || !isObject(joined)) return joined;
    const [left, right] = [a[one], b[one]];
    // What is not of its type loses against what is, so it is nowhere to be found once it was joined before.
    if (left === right || typeof left !== type || typeof right !== type) return joined;
    return { ...joined, [all]: names(joined[all] ?? {}, { [String(left)]: true, [String(right)]: true }) };
  };

const byCanonicalJson = (a: unknown, b: unknown): number => compareText(canonicalJson(a), canonicalJson(b));

const removalWins = (a: unknown, b: unknown): number =>
  Number(isRemoved(a)) - Number(isRemoved(b)) || byCanonicalJson(a, b);

const isRemoved = (value: unknown): boolean => isObject(value) && value['removed'] === true;

/** When something began. Whatever waits for a time to pass is looked at sooner if that is earlier, and never later. */
const begun = { created: earliestTime };

const purseFacts = together('terms', 'h_contract', 'purse_expiration');

/** How each kind joins (FORMAT.md#8-joining-copies). Members that are not named here are set once. */
const ruleByKind: { readonly [K in Kind]: Rule } = {
  device: {
    clock: 'none',
    join: record({ epoch: largestNumber, status: forward(STATUS.device), last_clock: largestText }, nameWithClock),
  },
  provider: { clock: 'whole', atEqualClocks: removalWins },
  exchange: { clock: 'per-field', join: record({ fields: mapOf(laterRegister) }) },
  reserve: { clock: 'none', join: record({ ...begun, status: forward(STATUS.reserve) }) },
  withdrawal: {
    clock: 'none',
    join: forgettable(
      FORGOTTEN_WITHDRAWAL,
      record(
        {
          ...begun,
          batches: mapOf(record({ status: forward(STATUS.batch), outside: forward(OUTSIDE) })),
          max_fees: largestAmount,
        },
        statusWithWhy(STATUS.withdrawal),
      ),
    ),
  },
  refresh: {
    clock: 'none',
    join: keepsBoth(
      'noreveal_index',
      'gammas',
      'number',
      record(
        { ...begun, outside: forward(OUTSIDE), noreveal_index: largestNumber, gammas: names },
        statusWithWhy(STATUS.refresh),
        together('exchange_pub', 'exchange_sig'),
      ),
    ),
  },
  coin: {
    clock: 'none',
    join: spentCoinsNeedNoSignature(
      keepsBoth(
        'sig',
        'sigs',
        'string',
        record({ status: forward(STATUS.coin), remaining: smallestAmount, sig: largestText, sigs: names }),
      ),
    ),
  },
  purchase: {
    clock: 'none',
    join: forgettable(
      FORGOTTEN_PURCHASE,
      closedNeedNoTerms(
        record(
          {
            ...begun,
            begun: earliestTime,
            paid_at: earliestTime,
            refund_deadline: latestTime,
            coins: contributions,
            refunds: mapOf(record({})),
          },
          statusWithWhy(STATUS.purchase),
          together('terms', 'merchant_sig', 'h_contract', 'amount', 'choice'),
        ),
      ),
    ),
  },
  refund: {
    clock: 'none',
    join: record(
      { ...begun, renewal: largestAmount },
      statusWithWhy(STATUS.refund),
      together('exchange_pub', 'exchange_sig'),
    ),
  },
  deposit: {
    clock: 'none',
    join: forgettable(FORGOTTEN_DEPOSIT, record({ ...begun, coins: contributions }, statusWithWhy(STATUS.deposit))),
  },
  'push-out': {
    clock: 'none',
    join: forgettable(
      FORGOTTEN_PURSE,
      record(
        { ...begun, coins: contributions, called_back: largestNumber },
        statusWithWhy(STATUS['push-out']),
        purseFacts,
      ),
    ),
  },
  'push-in': {
    clock: 'none',
    join: forgettable(
      FORGOTTEN_PURSE,
      record(
        { ...begun, called_back: largestNumber },
        statusWithWhy(STATUS['push-in']),
        purseFacts,
        together('reserve', 'merge_priv', 'merge_timestamp'),
      ),
    ),
  },
  'pull-out': {
    clock: 'none',
    join: forgettable(
      FORGOTTEN_PURSE,
      record({ ...begun, called_back: largestNumber }, statusWithWhy(STATUS['pull-out']), purseFacts),
    ),
  },
  'pull-in': {
    clock: 'none',
    join: forgettable(
      FORGOTTEN_PURSE,
      record(
        { ...begun, coins: contributions, called_back: largestNumber },
        statusWithWhy(STATUS['pull-in']),
        purseFacts,
      ),
    ),
  },
  setting: { clock: 'whole', atEqualClocks: byCanonicalJson },
  tombstone: { clock: 'none', join: record({ until: latestTime }) },
  gone: { clock: 'none', join: record({ seeds: names, entries: names }) },
};

/** What an older wallet can do for a kind it does not know: keep the later copy whole. */
const unknownKind: Rule = { clock: 'whole', atEqualClocks: byCanonicalJson };

const rules = new Map<string, Rule>(Object.entries(ruleByKind));

/** The rule of a kind, known or not. */
export const ruleOf = (kind: string): Rule => rules.get(kind) ?? unknownKind;

/** Every clock that decides something in this entry; empty when clocks play no part in its join. */
export const decidingClocks = ({ kind, clock, value }: CarriedEntry): readonly string[] => {
  const rule = ruleOf(kind);
  if (rule.clock === 'none') return [];
  if (rule.clock === 'whole') return [clock];
  const fields = isObject(value) && isObject(value['fields']) ? Object.values(value['fields']) : [];
  return fields.flatMap((field) => (isObject(field) && typeof field['clock'] === 'string' ? [field['clock']] : []));
};

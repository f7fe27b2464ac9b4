// SPDX-License-Identifier: GPL-3.0-or-later
import { isObject } from '../taler/bytes/json.ts';
import { canonicalJson } from '../taler/bytes/canonical-json.ts';
import { type CarriedEntry, type Kind, OUTSIDE, STATUS } from './entry.ts';
import {
  compareText,
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

const contributions = mapOf(record({ s: forward(STATUS.contribution) }));

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
    if (!isPaidToPlace && !Object.hasOwn(joined, 'closed')) return joined;
    return Object.fromEntries(Object.entries(joined).map(([name, value]) => [name, name === 'terms' ? {} : value]));
  };

/** The signatures of a coin, each under its own text. */
const signatures = mapOf(record({}));

/** A join cannot tell a damaged signature from a good one, and a coin without the good one is lost: copies at odds keep both. */
const keepsBothSignatures =
  (join: Join): Join =>
  (a, b) => {
    const joined = join(a, b);
    if (!isObject(a) || !isObject(b) || !isObject(joined)) return joined;
    const [left, right] = [a['sig'], b['sig']];
    if (typeof left !== 'string' || typeof right !== 'string' || left === right) return joined;
    return { ...joined, sigs: signatures(joined['sigs'] ?? {}, { [left]: true, [right]: true }) };
  };

const byCanonicalJson = (a: unknown, b: unknown): number => compareText(canonicalJson(a), canonicalJson(b));

const removalWins = (a: unknown, b: unknown): number =>
  Number(isRemoved(a)) - Number(isRemoved(b)) || byCanonicalJson(a, b);

const isRemoved = (value: unknown): boolean => isObject(value) && value['removed'] === true;

const purseFacts = together('terms', 'h_contract', 'purse_expiration');

/** How each kind joins (FORMAT.md#8-joining-copies). Members that are not named here are set once. */
const ruleByKind: { readonly [K in Kind]: Rule } = {
  device: {
    clock: 'none',
    join: record({ epoch: largestNumber, status: forward(STATUS.device), last_clock: largestText }, nameWithClock),
  },
  provider: { clock: 'whole', atEqualClocks: removalWins },
  exchange: { clock: 'per-field', join: record({ fields: mapOf(laterRegister) }) },
  reserve: { clock: 'none', join: record({ status: forward(STATUS.reserve) }) },
  withdrawal: {
    clock: 'none',
    join: record(
      {
        batches: mapOf(record({ status: forward(STATUS.batch), outside: forward(OUTSIDE) })),
        max_fees: largestAmount,
      },
      statusWithWhy(STATUS.withdrawal),
    ),
  },
  refresh: {
    clock: 'none',
    join: record(
      { outside: forward(OUTSIDE) },
      statusWithWhy(STATUS.refresh),
      together('noreveal_index', 'exchange_pub', 'exchange_sig'),
    ),
  },
  coin: {
    clock: 'none',
    join: spentCoinsNeedNoSignature(
      keepsBothSignatures(record({ status: forward(STATUS.coin), remaining: smallestAmount, sigs: signatures })),
    ),
  },
  purchase: {
    clock: 'none',
    join: closedNeedNoTerms(
      record(
        { coins: contributions, refunds: mapOf(record({})) },
        statusWithWhy(STATUS.purchase),
        together('terms', 'merchant_sig', 'h_contract', 'amount'),
      ),
    ),
  },
  refund: { clock: 'none', join: record({}, statusWithWhy(STATUS.refund), together('exchange_pub', 'exchange_sig')) },
  deposit: { clock: 'none', join: record({ coins: contributions }, statusWithWhy(STATUS.deposit)) },
  'push-out': {
    clock: 'none',
    join: record({ coins: contributions, called_back: largestNumber }, statusWithWhy(STATUS['push-out']), purseFacts),
  },
  'push-in': {
    clock: 'none',
    join: record(
      { called_back: largestNumber },
      statusWithWhy(STATUS['push-in']),
      purseFacts,
      together('reserve', 'merge_priv', 'merge_timestamp'),
    ),
  },
  'pull-out': {
    clock: 'none',
    join: record({ called_back: largestNumber }, statusWithWhy(STATUS['pull-out']), purseFacts),
  },
  'pull-in': {
    clock: 'none',
    join: record({ coins: contributions, called_back: largestNumber }, statusWithWhy(STATUS['pull-in']), purseFacts),
  },
  setting: { clock: 'whole', atEqualClocks: byCanonicalJson },
  tombstone: { clock: 'none', join: record({ until: latestTime }) },
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

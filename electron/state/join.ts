// SPDX-License-Identifier: GPL-3.0-or-later
import { isObject, memberOf, type JsonObject } from '../taler/bytes/json.ts';
import { parseAmount } from '../../shared/amount.ts';
import { canonicalJson } from '../taler/bytes/canonical-json.ts';

/**
 * Joins two JSON values into one. Every rule here is total over all JSON, commutative, associative and idempotent: a leaf
 * rule is the maximum of a total order, a composite rule joins member by member with "absent" below everything.
 */
export type Join = (a: unknown, b: unknown) => unknown;

/** A total preorder; what it holds equal is told apart by canonical JSON. */
type Compare = (a: unknown, b: unknown) => number;

/** Some members of an object that belong together and are taken from one side. */
export type Group = { readonly members: readonly string[]; readonly compare: Compare };

/** The greater of two under an order. */
const largest =
  (compare: Compare): Join =>
  (a, b) => {
    if (a === b) return a;
    const order = compare(a, b) || compareCanonical(a, b);
    return order >= 0 ? a : b;
  };

const compareCanonical: Compare = (a, b) => compareText(canonicalJson(a), canonicalJson(b));

/** Compares two texts by UTF-16 code unit, never by locale: -1, 0 or 1. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The rule of a member that is set once and never changed; if two copies differ anyway, the larger canonical JSON wins everywhere alike. */
const setOnce: Join = largest(() => 0);

/**
 * A status moves only to the right in `order`. A word of a newer wallet ranks just before the last known one: it may not undo
 * what is final here, and is not undone by what is not. What is not text ranks below everything.
 */
const compareStatus = (order: readonly string[]): Compare => {
  const rankByWord = new Map(order.map((word, at) => [word, at === order.length - 1 ? at + 1 : at]));
  const rank = (word: unknown): number => (typeof word === 'string' ? (rankByWord.get(word) ?? order.length - 1) : -1);
  return (a, b) => rank(a) - rank(b);
};

export const forward = (order: readonly string[]): Join => largest(compareStatus(order));

/** Orders amounts, a malformed one below all, of two currencies the one whose name sorts last above; `sign` 1 puts the larger sum last, -1 the smaller. */
const byAmount =
  (sign: 1 | -1): Compare =>
  (a, b) => {
    const [left, right] = [readAmount(a), readAmount(b)];
    if (!left || !right) return Number(left !== undefined) - Number(right !== undefined);
    if (left.currency !== right.currency) return compareText(left.currency, right.currency);
    return left.units === right.units ? 0 : left.units > right.units ? sign : -sign;
  };

/** The smaller amount; a malformed one loses; of two currencies the same one wins everywhere. */
export const smallestAmount: Join = largest(byAmount(-1));

/** The larger amount, alike. */
export const largestAmount: Join = largest(byAmount(1));

const readAmount = (value: unknown): { readonly currency: string; readonly units: bigint } | undefined => {
  if (typeof value !== 'string') return undefined;
  const parsed = parseAmount(value);
  return parsed.ok ? parsed.value : undefined;
};

/** The larger number. */
export const largestNumber: Join = largest((a, b) => {
  const [left, right] = [a, b].map((value) => (typeof value === 'number' ? value : Number.NEGATIVE_INFINITY));
  return left === right ? 0 : (left ?? 0) - (right ?? 0);
});

/** The text that sorts last, such as the later clock. */
export const largestText: Join = largest((a, b) => {
  if (typeof a !== 'string' || typeof b !== 'string')
    return Number(typeof a === 'string') - Number(typeof b === 'string');
  return compareText(a, b);
});

/** The later `{t_s}`; "never" is latest. */
export const latestTime: Join = largest((a, b) => {
  const [left, right] = [timeRank(a), timeRank(b)];
  return left === right ? 0 : left - right;
});

/** The earlier `{t_s}`; "never" is latest, and what is no time loses against every one. */
export const earliestTime: Join = largest((a, b) => {
  const [left, right] = [timeRank(a), timeRank(b)];
  if (left === right) return 0;
  const [noLeft, noRight] = [isNoTime(left), isNoTime(right)];
  return noLeft || noRight ? Number(noRight) - Number(noLeft) : right - left;
});

const isNoTime = (rank: number): boolean => rank === Number.NEGATIVE_INFINITY || rank === Number.MIN_SAFE_INTEGER;

const timeRank = (value: unknown): number => {
  if (!isObject(value)) return Number.NEGATIVE_INFINITY;
  if (value['t_s'] === 'never') return Number.POSITIVE_INFINITY;
  return typeof value['t_s'] === 'number' ? value['t_s'] : Number.MIN_SAFE_INTEGER;
};

/** A register `{clock, value}`: the later clock wins. */
export const laterRegister: Join = largest((a, b) => {
  const [left, right] = [a, b].map((value) =>
    isObject(value) && typeof value['clock'] === 'string' ? value['clock'] : '',
  );
  return compareText(left ?? '', right ?? '');
});

/** Members come from the side that has more of them: one answer of one server, never half of two. */
export const together = (...members: readonly string[]): Group => ({
  members,
  compare: (a, b) => countOf(a) - countOf(b),
});

const countOf = (value: unknown): number => (isObject(value) ? Object.keys(value).length : 0);

/** The status, and with it the reason it was written with. */
export const statusWithWhy = (order: readonly string[]): Group => {
  const compare = compareStatus(order);
  return {
    members: ['status', 'why'],
    compare: (a, b) => compare(memberOf(a, 'status'), memberOf(b, 'status')) || countOf(a) - countOf(b),
  };
};

/** A device's name, and with it the clock under which it was given: the later one. */
export const nameWithClock: Group = {
  members: ['name', 'name_clock'],
  compare: (a, b) => compareText(textOf(memberOf(a, 'name_clock')), textOf(memberOf(b, 'name_clock'))),
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** An object member by member: named rules, groups taken whole, and `setOnce` for members only a newer wallet knows. */
export const record = (rules: { readonly [member: string]: Join }, ...groups: readonly Group[]): Join => {
  const ruleByName = new Map(Object.entries(rules));
  const grouped = new Set(groups.flatMap((group) => group.members));
  return objects((a, b) => {
    const members = joinMembers(a, b, (name) => (grouped.has(name) ? undefined : (ruleByName.get(name) ?? setOnce)));
    for (const group of groups) members.push(...pickGroup(group, a, b));
    return Object.fromEntries(members);
  });
};

/** An object whose members are all alike, united by name. */
export const mapOf = (rule: Join): Join => objects((a, b) => Object.fromEntries(joinMembers(a, b, () => rule)));

/** What is no object ranks below every object, so that a damaged copy never wins over a whole one. */
const objects =
  (both: (a: JsonObject, b: JsonObject) => unknown): Join =>
  (a, b) => {
    if (isObject(a) && isObject(b)) return both(a, b);
    if (isObject(a)) return both(a, a);
    return isObject(b) ? both(b, b) : setOnce(a, b);
  };

/** Object.fromEntries on the result defines own members even for names like `__proto__`; assigning would not. */
const joinMembers = (
  a: JsonObject,
  b: JsonObject,
  ruleFor: (name: string) => Join | undefined,
): [string, unknown][] => {
  const members: [string, unknown][] = [];
  const names = a === b ? Object.keys(a) : new Set([...Object.keys(a), ...Object.keys(b)]);
  for (const name of names) {
    const rule = ruleFor(name);
    const [left, right] = [memberOf(a, name), memberOf(b, name)];
    if (!rule || (left === undefined && right === undefined)) continue;
    members.push([name, left === undefined ? right : right === undefined ? left : rule(left, right)]);
  }
  return members;
};

const pickGroup = ({ members, compare }: Group, a: JsonObject, b: JsonObject): [string, unknown][] => {
  const part = (from: JsonObject): JsonObject =>
    Object.fromEntries(members.flatMap((name) => (memberOf(from, name) === undefined ? [] : [[name, from[name]]])));
  return Object.entries(largest(compare)(part(a), part(b)) as JsonObject);
};

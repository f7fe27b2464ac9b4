// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amountToText, isZero, type Amount } from '../../../shared/amount.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import type { MoneyFrom } from '../copies/risk.ts';
import type { PlaceFacts, SafetyFacts } from './facts.ts';

// Which places count for what, and where the money is by that: what the judgement is made of.

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A change goes out within a minute; for twice as long nobody has to be told of it, nor of a first failure. */
export const SETTLE_MS = 2 * MINUTE_MS;
/** A service is looked at daily. One that could not be read for a month is not one of the copies somebody wants. */
const SERVICE_BELIEVED_MS = 30 * DAY_MS;
/** A folder may lie in a drawer; as long as a sheet goes untested. */
const FOLDER_BELIEVED_MS = 180 * DAY_MS;
/** What nobody has promised to keep may go any day; it is looked at daily. */
const UNPAID_BELIEVED_MS = 2 * DAY_MS;
/** After half a year the sheet is asked for again, and a drill, and the ways of an escrow. */
export const PAPER_FRESH_MS = 180 * DAY_MS;

/** The places by what they count for, and the money by where it is. */
export type Counted = {
  /** those that held a copy when they were last read and have not provably lost it */
  readonly holding: readonly PlaceFacts[];
  /** those of them that were read back lately enough to be one of the wanted copies */
  readonly believed: readonly PlaceFacts[];
  readonly all: readonly string[];
  /** what a loss of this disk would take */
  readonly lost: readonly string[];
  /** what would be lost if there were the sheet alone */
  readonly lostByPaper: readonly string[];
  /** the part of it that is still arriving */
  readonly lostArriving: readonly string[];
  /** what no copy holds, paper or not */
  readonly uncopied: readonly string[];
  /** what is in fewer believed copies than wanted */
  readonly thin: readonly string[];
  /** it would be in enough, if what these hold had been read back lately enough to be believed */
  readonly unread: readonly PlaceFacts[];
  /** believed ones that hold all the money */
  readonly whole: readonly PlaceFacts[];
};

export const counted = (facts: SafetyFacts): Counted => {
  const { now, places, paper, wanted } = facts;
  const holding = places.filter((place) => isHeld(place, now));
  const believed = holding.filter((place) => isBelieved(place, now));
  const ledTo = holding.filter(({ id }) => isLedTo(facts, id));
  const onPaper = holding.filter(({ id }) => paper?.places.has(id) === true);
  const money = byPlaces(facts.money, holding);
  const isThinIn = (among: readonly PlaceFacts[]): readonly string[] =>
    sums(money.filter((part) => isIn(part, among) < wanted));
  const isIn = ({ held }: Part, among: readonly PlaceFacts[]): number =>
    among.filter((place) => held.includes(place)).length;
  const lost = money.filter((part) => isIn(part, ledTo) === 0);
  return {
    holding,
    believed,
    all: sums(money),
    lost: sums(lost),
    lostByPaper: sums(money.filter((part) => isIn(part, onPaper) === 0)),
    lostArriving: sums(lost.filter(({ arriving }) => arriving)),
    uncopied: sums(money.filter(({ held }) => held.length === 0)),
    thin: isThinIn(believed),
    unread: isThinIn(holding).length === 0 ? holding.filter((place) => !believed.includes(place)) : [],
    whole: believed.filter((place) => money.every((part) => isIn(part, [place]) > 0)),
  };
};

/** Money of one currency that the same places hold. */
type Part = { readonly held: readonly PlaceFacts[]; readonly arriving: boolean; readonly sum: Amount };

/** There may be ten thousand sources and two hundred places; which of these hold what is looked up once. */
const byPlaces = (money: readonly MoneyFrom[], holding: readonly PlaceFacts[]): readonly Part[] => {
  const parts = new Map<string, Part>();
  for (const { source, sum, arriving = false } of money) {
    const where = holding.map(({ copy }) => (copy?.sources.has(source) === true ? '1' : '0')).join('');
    const key = `${where} ${arriving} ${sum.currency}`;
    const before = parts.get(key);
    if (before) parts.set(key, { ...before, sum: addCapped(before.sum, sum) });
    else parts.set(key, { held: holding.filter((_, at) => where[at] === '1'), arriving, sum });
  }
  return [...parts.values()];
};

/** Whether a sheet that was read back, or an escrow that was rehearsed, leads to a place. */
export const isLedTo = ({ paper, escrow }: SafetyFacts, id: string): boolean =>
  paper?.places.has(id) === true || escrow?.places.has(id) === true;

/** Neither a sheet that was read back nor an escrow that was rehearsed: what the copies open with is here alone. */
export const isWayBackMissing = ({ paper, escrow }: SafetyFacts): boolean =>
  paper === undefined && escrow === undefined;

/** A paid year that is over is a copy that may be gone, unless it was read back since, and lately. */
export const isHeld = ({ copy, gone, paidUntil }: PlaceFacts, now: number): boolean => {
  if (copy === undefined || gone) return false;
  if (paidUntil === undefined || paidUntil > now) return true;
  return copy.at >= paidUntil && now - copy.at <= UNPAID_BELIEVED_MS;
};

const isBelieved = ({ copy, unplugged }: PlaceFacts, now: number): boolean =>
  copy !== undefined && now - copy.at <= (unplugged ? FOLDER_BELIEVED_MS : SERVICE_BELIEVED_MS);

/** Failing for longer than a hiccup, or not plugged in, which is none. A clock that was set back does not make it younger. */
export const isSilent = ({ failingSince, unplugged }: PlaceFacts, now: number): boolean =>
  failingSince !== undefined && (unplugged || Math.abs(now - failingSince) > SETTLE_MS);

/** How many places hold a copy that counts and can be reached now: what is said of their number everywhere. */
export const placesCounting = (facts: SafetyFacts): number =>
  counted(facts).believed.filter((place) => !isSilent(place, facts.now)).length;

/** The next year is paid two weeks before: where that did not come about a week before, somebody has to see to it. */
const WEEK_MS = 7 * DAY_MS;

/** Whole days and the one that is running. */
export const daysLeft = (until: number, now: number): number => Math.ceil((until - now) / DAY_MS);

/** What places want to be decided, and what none of them promises any more. */
export const dues = ({ now, places, escrowAsks = [] }: SafetyFacts): readonly Said<'safety'>[] => [
  ...[...places, ...escrowAsks].flatMap(({ name, asks }): readonly Said<'safety'>[] =>
    asks === undefined ? [] : [{ kind: 'place-asks', facts: { place: name, why: asks } }],
  ),
  ...places.flatMap(({ name, asks, paidUntil }): readonly Said<'safety'>[] =>
    asks !== undefined || paidUntil === undefined || paidUntil > now
      ? []
      : [{ kind: 'year-over', facts: { place: name, until: paidUntil } }],
  ),
  ...places.flatMap(({ name, asks, isPaid, paidUntil = 0 }): readonly Said<'safety'>[] =>
    asks !== undefined || isPaid !== true || paidUntil <= now || paidUntil - now > WEEK_MS
      ? []
      : [{ kind: 'year-ends', facts: { place: name, until: paidUntil, days: daysLeft(paidUntil, now) } }],
  ),
];

/** When one of these was last read back. */
export const newest = (places: readonly PlaceFacts[]): number =>
  Math.max(0, ...places.map(({ copy }) => copy?.at ?? 0));

/** Per currency, without those there is nothing of. */
const sums = (money: readonly Pick<MoneyFrom, 'sum'>[]): readonly string[] => {
  const byCurrency = new Map<string, Amount>();
  for (const { sum } of money) {
    const before = byCurrency.get(sum.currency);
    byCurrency.set(sum.currency, before === undefined ? sum : addCapped(before, sum));
  }
  return [...byCurrency.values()]
    .filter((sum) => !isZero(sum))
    .map(amountToText)
    .sort();
};

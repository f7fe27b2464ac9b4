// SPDX-License-Identifier: GPL-3.0-or-later
import { addCapped, amountToText, isZero, type Amount } from '../../../shared/amount.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import type { SafetyView } from '../../../shared/view-backup.ts';
import type { MoneyFrom } from '../copies/risk.ts';
import type { PlaceFacts, SafetyFacts } from './facts.ts';

// The one answer to "how safe is my money?". Everything that shows a state reads this one: overview, sidebar, window title,
// the questions before quitting and erasing, and `status` with its exit code. Nothing is safe that was not read back.

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A change goes out within a minute; for twice as long nobody has to be told of it, nor of a first failure. */
const SETTLE_MS = 2 * MINUTE_MS;
/** A service is looked at daily. One that could not be read for a month is not one of the copies somebody wants. */
const SERVICE_BELIEVED_MS = 30 * DAY_MS;
/** A folder may lie in a drawer; as long as a sheet goes untested. */
const FOLDER_BELIEVED_MS = 180 * DAY_MS;
/** What nobody has promised to keep may go any day; it is looked at daily. */
const UNPAID_BELIEVED_MS = 2 * DAY_MS;
/** After half a year the sheet is asked for again. */
const PAPER_FRESH_MS = 180 * DAY_MS;

/** Says how safe the money is, why, what a loss of this disk would take, and the one thing to do next. */
export const judgeSafety = (facts: SafetyFacts): SafetyView => {
  const view = verdict(facts, counted(facts));
  return view.state === 'stopped' ? view : { ...view, said: [...view.said, ...notes(facts, view)] };
};

/** The places by what they count for, and the money by where it is. */
type Counted = {
  /** those that held a copy when they were last read and have not provably lost it */
  readonly holding: readonly PlaceFacts[];
  /** those of them that were read back lately enough to be one of the wanted copies */
  readonly believed: readonly PlaceFacts[];
  readonly all: readonly string[];
  /** what a loss of this disk would take */
  readonly lost: readonly string[];
  /** what no copy holds, paper or not */
  readonly uncopied: readonly string[];
  /** what is in fewer believed copies than wanted */
  readonly thin: readonly string[];
};

const counted = ({ now, places, money, paper, wanted }: SafetyFacts): Counted => {
  const holding = places.filter((place) => isHeld(place, now));
  const believed = holding.filter((place) => isBelieved(place, now));
  const onPaper = holding.filter(({ id }) => paper?.places.has(id) === true);
  const isIn = (source: string, among: readonly PlaceFacts[]): number =>
    among.filter(({ copy }) => copy?.sources.has(source) === true).length;
  return {
    holding,
    believed,
    all: sums(money),
    lost: sums(money.filter(({ source }) => isIn(source, onPaper) === 0)),
    uncopied: sums(money.filter(({ source }) => isIn(source, holding) === 0)),
    thin: sums(money.filter(({ source }) => isIn(source, believed) < wanted)),
  };
};

/** A paid year that is over is a copy that may be gone, unless it was read back since, and lately. */
const isHeld = ({ copy, gone, paidUntil }: PlaceFacts, now: number): boolean => {
  if (copy === undefined || gone) return false;
  if (paidUntil === undefined || paidUntil > now) return true;
  return copy.at >= paidUntil && now - copy.at <= UNPAID_BELIEVED_MS;
};

const isBelieved = ({ copy, unplugged }: PlaceFacts, now: number): boolean =>
  copy !== undefined && now - copy.at <= (unplugged ? FOLDER_BELIEVED_MS : SERVICE_BELIEVED_MS);

/** Failing for longer than a hiccup. A clock that was set back does not make it younger. */
const isSilent = ({ failingSince }: PlaceFacts, now: number): boolean =>
  failingSince !== undefined && Math.abs(now - failingSince) > SETTLE_MS;

const verdict = (facts: SafetyFacts, sorted: Counted): SafetyView => {
  if (facts.standstill !== undefined)
    return {
      state: 'stopped',
      said: [{ kind: 'stands-still', facts: { standing: facts.standstill } }],
      lost: [],
      uncopied: sorted.uncopied,
      next: 'continue-here',
    };
  const { lost, uncopied } = sorted;
  const as = (state: SafetyView['state'], said: Said<'safety'>, next?: SafetyView['next']): SafetyView => ({
    state,
    said: [said],
    lost,
    uncopied,
    ...(next === undefined ? {} : { next }),
  });
  if (sorted.all.length === 0 && (sorted.holding.length === 0 || facts.paper === undefined))
    return facts.places.length === 0
      ? as('nothing', { kind: 'nothing', facts: {} }, 'add-money')
      : as('nothing', { kind: 'no-money', facts: {} }, facts.paper === undefined ? 'test-sheet' : 'copy-now');
  return (
    notProtected(facts, sorted, as) ??
    atRisk(facts, sorted, as) ??
    paymentDue(facts, as) ??
    syncing(facts, sorted, as) ??
    whole(facts, sorted, as)
  );
};

type As = (state: SafetyView['state'], said: Said<'safety'>, next?: SafetyView['next']) => SafetyView;

const notProtected = ({ places, paper }: SafetyFacts, { holding, lost }: Counted, as: As): SafetyView | undefined => {
  if (places.length === 0) return as('not-protected', { kind: 'no-place', facts: { lost } }, 'add-place');
  if (holding.length === 0) return as('not-protected', { kind: 'no-copy', facts: { lost } }, 'copy-now');
  if (paper === undefined) return as('not-protected', { kind: 'no-paper', facts: { lost } }, 'test-sheet');
  return undefined;
};

const atRisk = (facts: SafetyFacts, sorted: Counted, as: As): SafetyView | undefined => {
  const { now, places, paper, wanted } = facts;
  const { holding, believed, lost, uncopied, thin, all } = sorted;
  const tested = paper?.testedAt ?? 0;
  const risk = (said: Said<'safety'>, next: SafetyView['next']): SafetyView => as('at-risk', said, next);
  if (!holding.some(({ id }) => paper?.places.has(id) === true))
    return risk({ kind: 'paper-outdated', facts: { tested, ...(lost.length === 0 ? {} : { lost }) } }, 'print-sheet');
  if (uncopied.length > 0)
    return risk({ kind: 'only-here', facts: { lost: uncopied, all, at: newest(holding) } }, 'copy-now');
  if (lost.length > 0) return risk({ kind: 'paper-behind', facts: { lost, tested } }, 'print-sheet');
  const gone = places.find((place) => place.gone);
  if (gone !== undefined) return risk({ kind: 'copy-gone', facts: { place: gone.name } }, 'copy-now');
  const drawer = holding.every(({ unplugged }) => unplugged) && believed.length > 0;
  if (holding.every((place) => isSilent(place, now)) && !drawer)
    return risk({ kind: 'all-silent', facts: { places: holding.length, at: newest(holding) } }, 'copy-now');
  if (wanted > places.length)
    return risk({ kind: 'too-few-places', facts: { there: places.length, wanted } }, 'add-place');
  if (thin.length > 0 && !isYoung(facts)) return risk({ kind: 'too-few-copies', facts: { thin, wanted } }, 'copy-now');
  return undefined;
};

const paymentDue = ({ now, places }: SafetyFacts, as: As): SafetyView | undefined => {
  const asking = places.find(({ asks }) => asks !== undefined);
  if (asking?.asks !== undefined)
    return as('payment-due', { kind: 'place-asks', facts: { place: asking.name, why: asking.asks } }, 'decide');
  const over = places.find(({ paidUntil }) => paidUntil !== undefined && paidUntil <= now);
  return over?.paidUntil === undefined
    ? undefined
    : as('payment-due', { kind: 'year-over', facts: { place: over.name, until: over.paidUntil } }, 'decide');
};

const syncing = (facts: SafetyFacts, { believed }: Counted, as: As): SafetyView | undefined =>
  isYoung(facts) && believed.some(({ copy }) => copy?.complete !== true)
    ? as('syncing', { kind: 'saving', facts: {} })
    : undefined;

const whole = ({ now, paper }: SafetyFacts, { believed }: Counted, as: As): SafetyView => {
  const answering = believed.filter((place) => !isSilent(place, now));
  const shown = answering.length > 0 ? answering : believed;
  // Of the copies that are spoken of, the one that was looked at longest ago.
  const at = Math.min(...shown.map(({ copy }) => copy?.at ?? 0));
  const facts = { places: shown.length, at, tested: paper?.testedAt ?? 0 };
  return as('protected', { kind: 'protected', facts }, 'test-again');
};

/** A change that is younger than the time it takes to save one; a clock that was set back far makes nothing young. */
export const isYoung = ({ now, changedAt }: Pick<SafetyFacts, 'now' | 'changedAt'>): boolean =>
  changedAt !== undefined && Math.abs(now - changedAt) < SETTLE_MS;

/** What belongs beside the state, without changing it. */
const notes = (facts: SafetyFacts, { state, said }: SafetyView): readonly Said<'safety'>[] => {
  const { now, places, paper, waits } = facts;
  const first = said[0]?.kind;
  const found: Said<'safety'>[] = [];
  if (waits && first === 'no-place') found.push({ kind: 'waits-for-place', facts: {} });
  if (waits && first === 'no-copy') found.push({ kind: 'waits-for-copy', facts: {} });
  const holding = places.filter((place) => isHeld(place, now));
  if (state === 'protected' && holding.every(({ copy }) => copy?.complete !== true))
    found.push({ kind: 'not-saved', facts: { at: newest(holding) } });
  if (first !== 'all-silent') found.push(...holding.flatMap((place) => silence(place, now)));
  if (paper === undefined || state === 'not-protected') return found;
  const lacking = holding.filter(({ id }) => !paper.places.has(id)).map(({ name }) => name);
  if (lacking.length > 0 && first !== 'paper-behind' && first !== 'paper-outdated')
    found.push({ kind: 'paper-lacks', facts: { places: lacking, tested: paper.testedAt } });
  if (now - paper.testedAt > PAPER_FRESH_MS) found.push({ kind: 'test-again', facts: { tested: paper.testedAt } });
  return found;
};

const silence = (place: PlaceFacts, now: number): readonly Said<'safety'>[] => {
  const { name, copy, failingSince, unplugged } = place;
  if (copy === undefined || failingSince === undefined || !isSilent(place, now)) return [];
  return unplugged
    ? [{ kind: 'not-connected', facts: { place: name, at: copy.at } }]
    : [{ kind: 'not-answering', facts: { place: name, at: copy.at, since: failingSince } }];
};

/** When one of these was last read back. */
const newest = (places: readonly PlaceFacts[]): number => Math.max(0, ...places.map(({ copy }) => copy?.at ?? 0));

/** Per currency, without those there is nothing of. */
const sums = (money: readonly MoneyFrom[]): readonly string[] => {
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

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
/** After half a year the sheet is asked for again, and a drill. */
const PAPER_FRESH_MS = 180 * DAY_MS;

/** Says how safe the money is, why, what a loss of this disk would take, and the one thing to do next. */
export const judgeSafety = (facts: SafetyFacts): SafetyView => {
  const sorted = counted(facts);
  const view = verdict(facts, sorted);
  if (view.state === 'stopped') return view;
  const next = view.next === 'copy-now' && onlyAsking(facts) ? 'decide' : view.next;
  return {
    ...view,
    said: [...view.said, ...notes(facts, sorted, view)],
    ...(next === undefined ? {} : { next }),
  };
};

/** Every place that is behind wants a decision first: another try changes nothing. */
const onlyAsking = ({ places, now }: SafetyFacts): boolean => {
  const behind = places.filter((place) => !isHeld(place, now) || place.copy?.complete !== true);
  return behind.length > 0 && behind.every(({ asks }) => asks !== undefined);
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

const counted = ({ now, places, money, paper, wanted }: SafetyFacts): Counted => {
  const holding = places.filter((place) => isHeld(place, now));
  const believed = holding.filter((place) => isBelieved(place, now));
  const onPaper = holding.filter(({ id }) => paper?.places.has(id) === true);
  const isThinIn = (among: readonly PlaceFacts[]): readonly string[] =>
    sums(money.filter(({ source }) => isIn(source, among) < wanted));
  const isIn = (source: string, among: readonly PlaceFacts[]): number =>
    among.filter(({ copy }) => copy?.sources.has(source) === true).length;
  const lost = money.filter(({ source }) => isIn(source, onPaper) === 0);
  return {
    holding,
    believed,
    all: sums(money),
    lost: sums(lost),
    lostArriving: sums(lost.filter(({ arriving }) => arriving === true)),
    uncopied: sums(money.filter(({ source }) => isIn(source, holding) === 0)),
    thin: isThinIn(believed),
    unread: isThinIn(holding).length === 0 ? holding.filter((place) => !believed.includes(place)) : [],
    whole: believed.filter((place) => money.every(({ source }) => isIn(source, [place]) > 0)),
  };
};

/** A paid year that is over is a copy that may be gone, unless it was read back since, and lately. */
export const isHeld = ({ copy, gone, paidUntil }: PlaceFacts, now: number): boolean => {
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
  if (sorted.all.length === 0 && (sorted.believed.length === 0 || facts.paper === undefined))
    return facts.places.length === 0
      ? as('nothing', { kind: 'nothing', facts: {} }, 'add-money')
      : as('nothing', { kind: 'no-money', facts: {} }, facts.paper === undefined ? sheetStep(facts) : 'copy-now');
  return (
    notProtected(facts, sorted, as) ??
    atRisk(facts, sorted, as) ??
    paymentDue(facts, as) ??
    syncing(facts, sorted, as) ??
    whole(facts, sorted, as)
  );
};

type As = (state: SafetyView['state'], said: Said<'safety'>, next?: SafetyView['next']) => SafetyView;

/** A sheet that never was on the screen cannot be read back. */
const sheetStep = ({ sheetShown }: SafetyFacts): 'show-sheet' | 'test-sheet' =>
  sheetShown ? 'test-sheet' : 'show-sheet';

const notProtected = (facts: SafetyFacts, { holding, lost }: Counted, as: As): SafetyView | undefined => {
  const { places, paper } = facts;
  if (places.length === 0) return as('not-protected', { kind: 'no-place', facts: { lost } }, 'add-place');
  if (holding.length === 0) return as('not-protected', { kind: 'no-copy', facts: { lost } }, 'copy-now');
  if (paper === undefined) return as('not-protected', { kind: 'no-paper', facts: { lost } }, sheetStep(facts));
  return undefined;
};

const atRisk = (facts: SafetyFacts, sorted: Counted, as: As): SafetyView | undefined => {
  const { now, places, paper, wanted } = facts;
  const { holding, believed, lost, uncopied, thin, unread: longUnread, all } = sorted;
  const tested = paper?.testedAt ?? 0;
  const risk = (said: Said<'safety'>, next: SafetyView['next']): SafetyView => as('at-risk', said, next);
  if (!holding.some(({ id }) => paper?.places.has(id) === true))
    return risk({ kind: 'paper-outdated', facts: { tested, ...(lost.length === 0 ? {} : { lost }) } }, 'print-sheet');
  if (uncopied.length > 0)
    return risk({ kind: 'only-here', facts: { lost: uncopied, all, at: newest(holding) } }, 'copy-now');
  if (lost.length > 0) return risk({ kind: 'paper-behind', facts: { lost, tested } }, 'print-sheet');
  const gone = places.filter((place) => place.gone).map(({ name }) => name);
  if (gone.length > 0) return risk({ kind: 'copy-gone', facts: { places: gone } }, 'copy-now');
  if (facts.failedDrill !== undefined) {
    const { at, lacking, places: lostAt, isMended } = facts.failedDrill;
    return risk(
      {
        kind: 'drill-failed',
        facts: {
          at,
          ...(lacking.length === 0 ? {} : { lacking }),
          ...(lostAt.length === 0 ? {} : { places: lostAt }),
        },
      },
      isMended ? 'test-again' : 'copy-now',
    );
  }
  // It may hold what no copy that was found does, so nothing else can make this whole.
  const unread = places.filter((place) => place.unread === true).map(({ name }) => name);
  if (unread.length > 0) return risk({ kind: 'unread', facts: { places: unread } }, 'copy-now');
  const drawer = believed.some(({ unplugged }) => unplugged);
  if (holding.every((place) => isSilent(place, now)) && !drawer)
    return risk({ kind: 'all-silent', facts: { places: holding.length, at: newest(holding) } }, 'copy-now');
  if (wanted > places.length)
    return risk({ kind: 'too-few-places', facts: { there: places.length, wanted } }, 'add-place');
  if (thin.length > 0 && longUnread.length > 0)
    return risk(
      { kind: 'long-unread', facts: { thin, places: longUnread.map(({ name }) => name), at: newest(longUnread) } },
      'copy-now',
    );
  if (thin.length > 0 && !isYoung(facts)) return risk({ kind: 'too-few-copies', facts: { thin, wanted } }, 'copy-now');
  return undefined;
};

const paymentDue = (facts: SafetyFacts, as: As): SafetyView | undefined => {
  const due = dues(facts);
  const [first] = due;
  return first === undefined ? undefined : { ...as('payment-due', first, 'decide'), said: due };
};

/** What places want to be decided, and what none of them promises any more. */
const dues = ({ now, places }: SafetyFacts): readonly Said<'safety'>[] => [
  ...places.flatMap(({ name, asks }): readonly Said<'safety'>[] =>
    asks === undefined ? [] : [{ kind: 'place-asks', facts: { place: name, why: asks } }],
  ),
  ...places.flatMap(({ name, asks, paidUntil }): readonly Said<'safety'>[] =>
    asks !== undefined || paidUntil === undefined || paidUntil > now
      ? []
      : [{ kind: 'year-over', facts: { place: name, until: paidUntil } }],
  ),
];

const syncing = (facts: SafetyFacts, { believed }: Counted, as: As): SafetyView | undefined =>
  isYoung(facts) && believed.some(({ copy }) => copy?.complete !== true)
    ? as('syncing', { kind: 'saving', facts: {} })
    : undefined;

const whole = ({ now, paper }: SafetyFacts, { believed, whole: all }: Counted, as: As): SafetyView => {
  const answering = all.filter((place) => !isSilent(place, now));
  // Where no place holds all of it, all of them together do.
  const shown = answering.length > 0 ? answering : all.length > 0 ? all : believed;
  // Of the copies that are spoken of, the one that was looked at longest ago.
  const at = Math.min(...shown.map(({ copy }) => copy?.at ?? 0));
  const facts = { places: shown.length, at, tested: paper?.testedAt ?? 0 };
  return as('protected', { kind: 'protected', facts }, 'test-again');
};

/** A change that is younger than the time it takes to save one; a clock that was set back far makes nothing young. */
export const isYoung = ({ now, changedAt }: Pick<SafetyFacts, 'now' | 'changedAt'>): boolean =>
  changedAt !== undefined && Math.abs(now - changedAt) < SETTLE_MS;

const SAYS_LOST: ReadonlySet<string | undefined> = new Set<Said<'safety'>['kind']>(['no-place', 'no-copy', 'no-paper']);

/** What belongs beside the state, without changing it. */
const notes = (
  facts: SafetyFacts,
  { lostArriving }: Counted,
  { state, said }: SafetyView,
): readonly Said<'safety'>[] => {
  const { now, places, paper, waits } = facts;
  const first = said[0]?.kind;
  const found: Said<'safety'>[] = state === 'not-protected' || state === 'at-risk' ? [...dues(facts)] : [];
  if (SAYS_LOST.has(first) && lostArriving.length > 0)
    found.push({ kind: 'lost-arriving', facts: { sums: lostArriving } });
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
  // With the sheet in hand the drill is asked for there.
  else if (facts.drilledAt !== undefined && now - facts.drilledAt > PAPER_FRESH_MS)
    found.push({ kind: 'drill-again', facts: { at: facts.drilledAt } });
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

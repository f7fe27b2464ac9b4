// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import type { SafetyView } from '../../../shared/view-backup.ts';
import {
  counted,
  dues,
  isHeld,
  isLedTo,
  isSilent,
  isWayBackMissing,
  newest,
  SETTLE_MS,
  type Counted,
} from './counted.ts';
import type { SafetyFacts } from './facts.ts';
import { notes } from './notes.ts';

// The one answer to "how safe is my money?". Everything that shows a state reads this one: overview, sidebar, window title,
// the questions before quitting and erasing, and `status` with its exit code. Nothing is safe that was not read back.

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
  if (sorted.all.length === 0 && (sorted.believed.length === 0 || isWayBackMissing(facts)))
    return facts.places.length === 0
      ? as('nothing', { kind: 'nothing', facts: {} }, 'add-money')
      : as('nothing', { kind: 'no-money', facts: {} }, isWayBackMissing(facts) ? sheetStep(facts) : 'copy-now');
  return (
    notProtected(facts, sorted, as) ??
    atRisk(facts, sorted, as) ??
    paymentDue(facts, as) ??
    syncing(facts, sorted, as) ??
    whole(facts, sorted, as)
  );
};

type As = (state: SafetyView['state'], said: Said<'safety'>, next?: SafetyView['next']) => SafetyView;

/** A sheet that never was on the screen cannot be read back; then an escrow that is there is nearer. */
const sheetStep = ({ sheetShown, escrowLacks }: SafetyFacts): 'show-sheet' | 'test-sheet' | EscrowStep =>
  sheetShown
    ? 'test-sheet'
    : escrowLacks === undefined
      ? 'show-sheet'
      : escrowLacks > 0
        ? 'rehearse-escrow'
        : 'update-escrow';
type EscrowStep = 'rehearse-escrow' | 'update-escrow';

const notProtected = (facts: SafetyFacts, { holding, lost }: Counted, as: As): SafetyView | undefined => {
  const { places } = facts;
  if (places.length === 0) return as('not-protected', { kind: 'no-place', facts: { lost } }, 'add-place');
  if (holding.length === 0) return as('not-protected', { kind: 'no-copy', facts: { lost } }, 'copy-now');
  if (isWayBackMissing(facts)) return as('not-protected', { kind: 'no-paper', facts: { lost } }, sheetStep(facts));
  return undefined;
};

const atRisk = (facts: SafetyFacts, sorted: Counted, as: As): SafetyView | undefined => {
  const { now, places, paper, escrow, wanted } = facts;
  const { holding, believed, lost, uncopied, thin, unread: longUnread, all } = sorted;
  // Where there are both, the sheet is what its person mends: the escrow follows by itself.
  const by = paper === undefined ? 'escrow' : 'paper';
  const mend = paper === undefined ? 'update-escrow' : 'print-sheet';
  const tested = (paper ?? escrow)?.testedAt ?? 0;
  const risk = (said: Said<'safety'>, next: SafetyView['next']): SafetyView => as('at-risk', said, next);
  if (!holding.some(({ id }) => isLedTo(facts, id)))
    return risk({ kind: `${by}-outdated`, facts: { tested, ...(lost.length === 0 ? {} : { lost }) } }, mend);
  if (uncopied.length > 0)
    return risk({ kind: 'only-here', facts: { lost: uncopied, all, at: newest(holding) } }, 'copy-now');
  if (lost.length > 0) return risk({ kind: `${by}-behind`, facts: { lost, tested } }, mend);
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
  if (first === undefined) return undefined;
  const next = due.length > (facts.escrowAsks ?? []).length ? 'decide' : 'update-escrow';
  return { ...as('payment-due', first, next), said: due };
};

/** What is wanted gets a change within a minute; the other places follow within the hour, which is nothing to wait for. */
const syncing = (facts: SafetyFacts, { believed }: Counted, as: As): SafetyView | undefined =>
  isYoung(facts) && believed.filter(({ copy }) => copy?.complete === true).length < facts.wanted
    ? as('syncing', { kind: 'saving', facts: {} })
    : undefined;

const whole = ({ now, paper, escrow }: SafetyFacts, sorted: Counted, as: As): SafetyView => {
  const { believed, whole: all, lostByPaper } = sorted;
  const answering = all.filter((place) => !isSilent(place, now));
  // Where no place holds all of it, all of them together do.
  const shown = answering.length > 0 ? answering : all.length > 0 ? all : believed;
  // Of the copies that are spoken of, the one that was looked at longest ago.
  const at = Math.min(...shown.map(({ copy }) => copy?.at ?? 0));
  const away = shown.filter((place) => isSilent(place, now)).length;
  const about = { places: shown.length, at, ...(away === 0 ? {} : { away }) };
  // What the sheet alone does not bring back the escrow does.
  return paper === undefined || (lostByPaper.length > 0 && escrow !== undefined)
    ? as(
        'protected',
        { kind: 'protected-by-escrow', facts: { ...about, tested: escrow?.testedAt ?? 0 } },
        'rehearse-escrow',
      )
    : as('protected', { kind: 'protected', facts: { ...about, tested: paper.testedAt } }, 'test-again');
};

/** A change that is younger than the time it takes to save one; a clock that was set back far makes nothing young. */
export const isYoung = ({ now, changedAt }: Pick<SafetyFacts, 'now' | 'changedAt'>): boolean =>
  changedAt !== undefined && Math.abs(now - changedAt) < SETTLE_MS;

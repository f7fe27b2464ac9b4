// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import type { SafetyView } from '../../../shared/view-backup.ts';
import { dues, isHeld, isSilent, newest, PAPER_FRESH_MS, type Counted } from './counted.ts';
import type { PlaceFacts, SafetyFacts } from './facts.ts';

// What is said beside the state of safety, without changing it.

const SAYS_LOST: ReadonlySet<string | undefined> = new Set<Said<'safety'>['kind']>(['no-place', 'no-copy', 'no-paper']);

/** What belongs beside the state, without changing it. */
export const notes = (
  facts: SafetyFacts,
  { lostArriving, lostByPaper }: Counted,
  { state, said }: SafetyView,
): readonly Said<'safety'>[] => {
  const { now, places, waits } = facts;
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
  if (state === 'not-protected') return [...found, ...escrowLacks(facts)];
  return [...found, ...ofPaper(facts, lostByPaper, first, holding), ...ofEscrow(facts)];
};

/** What the sheet that was read back does not lead to, and when it is to be tested again. */
const ofPaper = (
  { now, paper, drilledAt, escrow }: SafetyFacts,
  lostByPaper: readonly string[],
  first: Said<'safety'>['kind'] | undefined,
  holding: readonly PlaceFacts[],
): readonly Said<'safety'>[] => {
  if (paper === undefined) return [];
  const found: Said<'safety'>[] = [];
  const lacking = holding.filter(({ id }) => !paper.places.has(id)).map(({ name }) => name);
  if (lostByPaper.length > 0 && escrow !== undefined && first !== 'paper-behind' && first !== 'paper-outdated')
    found.push({ kind: 'paper-alone-lacks', facts: { lost: lostByPaper, tested: paper.testedAt } });
  else if (lacking.length > 0 && first !== 'paper-behind' && first !== 'paper-outdated')
    found.push({ kind: 'paper-lacks', facts: { places: lacking, tested: paper.testedAt } });
  if (now - paper.testedAt > PAPER_FRESH_MS) found.push({ kind: 'test-again', facts: { tested: paper.testedAt } });
  // With the sheet in hand the drill is asked for there.
  else if (drilledAt !== undefined && now - drilledAt > PAPER_FRESH_MS)
    found.push({ kind: 'drill-again', facts: { at: drilledAt } });
  return found;
};

const ofEscrow = ({ now, escrow, ...facts }: SafetyFacts): readonly Said<'safety'>[] =>
  escrow === undefined
    ? escrowLacks(facts)
    : now - escrow.testedAt > PAPER_FRESH_MS
      ? [{ kind: 'rehearse-again', facts: { tested: escrow.testedAt } }]
      : [];

/** An escrow that is there and does not count yet. */
const escrowLacks = ({
  escrowLacks: lacks,
  escrowNewer,
}: Pick<SafetyFacts, 'escrowLacks' | 'escrowNewer'>): readonly Said<'safety'>[] =>
  lacks === undefined
    ? escrowNewer === true
      ? [{ kind: 'escrow-newer', facts: {} }]
      : []
    : [lacks > 0 ? { kind: 'escrow-unrehearsed', facts: { ways: lacks } } : { kind: 'escrow-not-current', facts: {} }];

const silence = (place: PlaceFacts, now: number): readonly Said<'safety'>[] => {
  const { name, copy, failingSince, unplugged } = place;
  if (copy === undefined || failingSince === undefined || !isSilent(place, now)) return [];
  return unplugged
    ? [{ kind: 'not-connected', facts: { place: name, at: copy.at } }]
    : [{ kind: 'not-answering', facts: { place: name, at: copy.at, since: failingSince } }];
};

// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { RemovalPreviewView, SafetyView } from '../../../shared/view-backup.ts';
import type { Store } from '../../storage/store.ts';
import type { World } from '../../world.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { findProvider, isFree } from '../providers/known.ts';
import { isHeld } from './counted.ts';
import type { SafetyFacts } from './facts.ts';
import { judgeSafety } from './judge.ts';
import { readSafety } from './read.ts';

type Parts = { readonly world: World; readonly store: Store };

/** What removing a place would mean for the money and for the sheet, before anything is changed. */
export const previewRemoval = (parts: Parts, called: string): Result<RemovalPreviewView, BackupFailure> => {
  const id = findProvider(parts.store, called);
  if (id === undefined) return err({ kind: 'unknown-provider', id: called });
  const facts = readSafety(parts);
  const entry = parts.store.entry('provider', id)?.value;
  const said = warnings(facts, id, entry === undefined || isFree(entry));
  return ok({ id, said, harmless: said.every(({ kind }) => HARMLESS.has(kind)) });
};

const HARMLESS: ReadonlySet<Said<'removal'>['kind']> = new Set(['sheet-suffices', 'paid-until']);

/** What removing one of the places would change, from what the safety of the money is judged by. */
export const warnings = (facts: SafetyFacts, id: string, free: boolean): readonly Said<'removal'>[] => {
  const { now, paper, wanted } = facts;
  const removed = facts.places.find((place) => place.id === id);
  const places = facts.places.filter((place) => place.id !== id);
  const [before, after] = [judgeSafety(facts), judgeSafety({ ...facts, places })];
  const named = paper?.places.has(id) === true;
  const stillLeads = places.some((place) => paper?.places.has(place.id) === true && isHeld(place, now));
  // What is said of the sheet is said of it alone, whatever an escrow brings back beside it.
  const { escrow: _escrow, ...byPaper } = facts;
  const leftByPaper = judgeSafety({ ...byPaper, places }).lost;
  const isWorse = after.lost.join(' ') !== before.lost.join(' ');
  const first = missing(after, places.length, isWorse || after.uncopied.length > before.uncopied.length);
  const isTooFew = places.length > 0 && wanted > places.length;
  return [
    ...(first === undefined ? [] : [first]),
    ...(isTooFew ? [{ kind: 'too-few' as const, facts: { there: places.length, wanted } }] : []),
    ...(first === undefined && !isTooFew ? leaves(before, after) : []),
    ...(paper === undefined || !named || places.length === 0 || (stillLeads && leftByPaper.length > 0)
      ? []
      : stillLeads
        ? [{ kind: 'sheet-suffices' as const, facts: { tested: paper.testedAt } }]
        : [{ kind: 'sheet-leads-nowhere' as const, facts: { tested: paper.testedAt } }]),
    ...(removed?.paidUntil !== undefined && removed.paidUntil > now && !free
      ? [{ kind: 'paid-until' as const, facts: { until: removed.paidUntil } }]
      : []),
  ];
};

/** Money that would be lost, or that there is no place left. */
const missing = (after: SafetyView, left: number, isWorse: boolean): Said<'removal'> | undefined => {
  if (after.lost.length > 0 && (isWorse || left === 0)) return { kind: 'would-lose', facts: { lost: after.lost } };
  return left === 0 ? { kind: 'last-place', facts: {} } : undefined;
};

/** Nothing would be lost by what is known, but what is left is not to be relied on: what would be said then. */
const leaves = (before: SafetyView, after: SafetyView): readonly Said<'removal'>[] => {
  const [was, is] = [before.said[0], after.said[0]];
  if (is === undefined) return [];
  if (isAway(is) && was !== undefined && !isAway(was)) return [{ kind: 'leaves', facts: { why: is } }];
  if (is.kind === was?.kind || (after.state !== 'at-risk' && after.state !== 'not-protected')) return [];
  return [{ kind: 'leaves', facts: { why: is } }];
};

/** All is well by what was read back, at places of which none can be reached now. */
const isAway = (said: Said<'safety'>): boolean => 'away' in said.facts && said.facts.away !== undefined;

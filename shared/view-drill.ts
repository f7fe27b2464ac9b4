// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from './facts/subjects.ts';
import type { DrillVerdict, SheetTestView } from './view-backup.ts';
import type { RestoreIssuerView, RestorePlaceView, RestoreSourceView } from './view-restore.ts';

// What the screens show of a drill: a restore that is carried out for a try and changes nothing.

/** What one place would bring back by itself. `lost`: what it was known to hold is not there, or cannot be used. */
export type DrillPlaceView = RestoreSourceView & {
  readonly brings: 'all' | 'part' | 'nothing';
  /** per currency */
  readonly sums: readonly string[];
  readonly lost?: true;
};

export type DrillReportView = {
  /** milliseconds since the epoch */
  readonly at: number;
  /** the paper that was shown; absent when the drill went by what this wallet knows itself */
  readonly sheet?: SheetTestView;
  /** per currency: what this wallet has, what of it would come back, and the rest */
  readonly total: readonly string[];
  readonly brought: readonly string[];
  readonly lacking: readonly string[];
  readonly verdict: DrillVerdict;
  readonly places: readonly DrillPlaceView[];
  readonly coinsChecked: number;
  readonly exchangesSilent: readonly string[];
  readonly said: readonly Said<'drill'>[];
};

/** What reading back one place has shown. */
export type PlaceTestView = {
  /** milliseconds since the epoch */
  readonly at: number;
  readonly place: DrillPlaceView;
  /** per currency: all that this wallet has */
  readonly total: readonly string[];
  /** what is there are the very bytes that were last found equal */
  readonly isThere: boolean;
};

const OTHER_REASONS: ReadonlySet<string> = new Set(['left-out', 'spent-elsewhere', 'bad-signatures']);

/** How many places do not hold what they should, where that is all that failed and the others bring everything back; else 0. */
export const placesLostOnly = ({ verdict, lacking, places, said }: DrillReportView): number =>
  verdict !== 'failed' || lacking.length > 0 || said.some(({ kind }) => OTHER_REASONS.has(kind))
    ? 0
    : places.filter(({ answer, lost }) => lost === true && answer !== 'silent').length;

/** How far the drill has come that is under way. */
export type DrillProgressView = {
  readonly places: readonly RestorePlaceView[];
  readonly issuers: readonly RestoreIssuerView[];
};

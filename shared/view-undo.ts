// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from './facts/subjects.ts';

// What the screens show of taking back a restore or a takeover.

/** A step that can be taken back: another wallet's copies were brought back here, gone on with, or joined into this wallet. */
export type UndoStepView = {
  readonly number: number;
  /** when it was made, and until when it can be taken back, in milliseconds since the epoch */
  readonly at: number;
  readonly until: number;
  readonly why: 'restore' | 'continued' | 'joined';
  /** it is being taken back, and goes on by itself */
  readonly underWay: boolean;
};

/** What can be taken back, the last step first. */
export type UndoListView = { readonly steps: readonly UndoStepView[] };

/** What taking a step back means, in sums, before it is agreed to. */
export type UndoPreviewView = { readonly number: number; readonly said: readonly Said<'undo'>[] };

/** What came of it; `going-on`: enough places have to hear of it first, and it ends by itself. */
export type UndoReportView = { readonly state: 'done' | 'going-on'; readonly said: readonly Said<'undo'>[] };

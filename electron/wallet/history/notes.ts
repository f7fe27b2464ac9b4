// SPDX-License-Identifier: GPL-3.0-or-later
import { NEVER_MS } from '../../../shared/facts/fact.ts';
import { quoted } from '../../../shared/facts/read.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { timestampToMs, type Timestamp } from '../../../shared/time.ts';

/** The code with which something was written down, for whoever looks into the details. */
export const detailOf = (why: string | undefined): { readonly detail?: string } =>
  why === undefined ? {} : { detail: quoted(why) };

/** Until when something can be taken or paid; nothing where that is not known. */
export const untilOf = (at: Timestamp | undefined): { readonly until?: number } => {
  if (at === undefined) return {};
  const ms = timestampToMs(at);
  return { until: Number.isFinite(ms) ? ms : NEVER_MS };
};

/** The member of a line: absent while there is nothing to say. */
export const withNotes = (notes: readonly Said<'note'>[]): { readonly notes?: readonly Said<'note'>[] } =>
  notes.length === 0 ? {} : { notes };

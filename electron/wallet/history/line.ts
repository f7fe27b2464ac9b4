// SPDX-License-Identifier: GPL-3.0-or-later
import { timestampToMs, type Timestamp } from '../../../shared/time.ts';
import type { HistoryLine } from '../../../shared/view.ts';

/** A line, and the id of the event that it is of. */
export type Owned = { readonly owner: string; readonly line: HistoryLine };

/** When an event began; 0 for one that says "never". */
export const createdMs = ({ created }: { readonly created: Timestamp }): number => {
  const value = timestampToMs(created);
  return Number.isFinite(value) ? value : 0;
};

/** The name of a server as people read it; whatever is no address stays as it is. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

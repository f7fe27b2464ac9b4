// SPDX-License-Identifier: GPL-3.0-or-later
import type { HistoryLine } from '../../../shared/view.ts';
import { partyText, quotedText } from '../../../shared/words/party.ts';
import { joined, NOTHING, type Spoken } from '../../../shared/words/spoken.ts';
import { saying } from '../base/saying.ts';
import { moneyText } from '../base/money.tsx';
import { shown, t } from '../../words.ts';

/**
 * What the line is about: what somebody wrote, or the wallet's own title. A backup service writes the same English contract words into
 * every bill; the line's own name says it in the person's language.
 */
export const aboutOf = ({ type, title, summary }: HistoryLine): Spoken => {
  if (title !== undefined) return saying('title', [title]);
  return type === 'provider-fee' ? NOTHING : quotedText(shown(), summary);
};

/** Who is on the other side. */
export const withWhom = ({ party, partyHost }: HistoryLine): Spoken => partyText(shown(), party, partyHost);

/** What a line is called where it is spoken of: in questions, and to people who do not see it. */
export const nameOf = (line: HistoryLine): Spoken =>
  joined([t(`history.type.${line.type}`), moneyText(line.amount), aboutOf(line)], ', ');

/** What says that money is gone which somebody wanted to keep. */
const LOSSES: ReadonlySet<string> = new Set(['expired-coins', 'unpaid-kept']);

/** Red is for what is lost; what was ended, ran out or did not come about is no alarm. */
export const toneOf = ({ state, notes = [] }: HistoryLine): 'warn' | 'bad' | 'plain' =>
  state === 'pending' ? 'warn' : notes.some(({ kind }) => LOSSES.has(kind)) ? 'bad' : 'plain';

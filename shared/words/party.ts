// SPDX-License-Identifier: GPL-3.0-or-later
import { isolated, NOTHING, type Spoken } from './spoken.ts';
import type { Words } from './words.ts';

/** Who is on the other side: a name somebody gives himself stands quoted before the host, whatever the wallet knows itself stands alone. */
export const partyText = (words: Words, name: string, host?: string): Spoken =>
  host === undefined || host === '' || host === name
    ? name === ''
      ? NOTHING
      : apart(words, /^https?:/i.test(name) ? words.foreign.place(name) : words.foreign.host(name))
    : words.t('party.named', { name, host });

/** What somebody wrote, quoted; nothing where nobody did. */
export const quotedText = (words: Words, text: string): Spoken =>
  text === '' ? NOTHING : apart(words, words.foreign.quote(text));

/** Beside words that are read from the right, a name keeps the direction of its own letters. */
export const apart = ({ dir }: Words, text: Spoken): Spoken => (dir === 'ltr' ? text : isolated(text));

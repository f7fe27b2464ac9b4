// SPDX-License-Identifier: GPL-3.0-or-later
import { NOTHING, type Spoken } from './spoken.ts';
import type { Words } from './words.ts';

/** Who is on the other side: a name somebody gives himself stands quoted before the host, whatever the wallet knows itself stands alone. */
export const partyText = ({ t, foreign }: Words, name: string, host?: string): Spoken =>
  host === undefined || host === '' || host === name
    ? name === ''
      ? NOTHING
      : /^https?:/i.test(name)
        ? foreign.place(name)
        : foreign.host(name)
    : t('party.named', { name, host });

/** What somebody wrote, quoted; nothing where nobody did. */
export const quotedText = ({ foreign }: Words, text: string): Spoken => (text === '' ? NOTHING : foreign.quote(text));

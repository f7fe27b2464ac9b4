// SPDX-License-Identifier: GPL-3.0-or-later
import type { Words } from './words.ts';

// Names and texts that somebody else chose. They stand between quotation marks, which `plainText` leaves in none of them, so
// that no reader takes them for the wallet's own words.

/** Who is on the other side: a name somebody gives himself stands quoted before the host, whatever the wallet knows itself stands alone. */
export const partyText = ({ t }: Words, name: string, host?: string): string =>
  host === undefined || host === '' || host === name ? name : t('party.named', { name, host });

/** What somebody wrote, quoted; nothing where nobody did. */
export const quotedText = ({ t }: Words, text: string): string => (text === '' ? '' : t('party.words', { text }));

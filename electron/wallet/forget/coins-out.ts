// SPDX-License-Identifier: GPL-3.0-or-later
import type { Contribution } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';

/** Whether coins of an event are promised, or were given up and not renewed yet: until then whoever was promised them may take them. */
export const isOut = (
  reader: Pick<Reader, 'entry'>,
  coins: Readonly<Record<string, Pick<Contribution, 's'>>>,
): boolean =>
  Object.entries(coins).some(([coin, { s }]) => {
    if (s === 'reserved') return true;
    const entry = s === 'released' ? reader.entry('coin', coin)?.value : undefined;
    return entry?.status === 'in-use' && !entry.remaining.endsWith(':0');
  });

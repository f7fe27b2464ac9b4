// SPDX-License-Identifier: GPL-3.0-or-later
import { calledPlace } from '../../../shared/names.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import type { SheetTestView } from '../../../shared/view-backup.ts';
import type { Store } from '../../storage/store.ts';
import type { World } from '../../world.ts';
import type { Recovery } from '../paper/text.ts';
import { judgeSafety } from './judge.ts';
import { readSafety } from './read.ts';

/** What a sheet that was just read back is good for: where it leads, and whether everything comes back by it. */
export const sheetTestView = (
  parts: { readonly world: World; readonly store: Store },
  sheet: Recovery,
): SheetTestView => {
  const facts = readSafety(parts);
  // An escrow brings back what it brings back; this is about the sheet.
  const { escrow: _escrow, ...byPaper } = facts;
  const { lost } = judgeSafety(byPaper);
  // The code alone names nothing; what the whole sheet was found to name stays tested.
  const named =
    sheet.providers.length === 0
      ? (facts.paper?.places ?? new Set<string>())
      : new Set(sheet.providers.map(({ url }) => url));
  const used = new Set(facts.places.map(({ id }) => id));
  const leadsTo = facts.places.filter(({ id, copy }) => named.has(id) && copy !== undefined).map(({ name }) => name);
  const namesNone = leadsTo.length === 0 && sheet.providers.length === 0;
  const unknown = facts.places.filter(({ id }) => !named.has(id)).map(({ name }) => name);
  const former = sheet.providers
    .filter(({ url }) => !used.has(url))
    .map(({ name, url, at }) => calledPlace(url, name, at));
  const said: Said<'sheetTest'>[] = [
    leadsTo.length === 0
      ? { kind: namesNone ? 'names-none' : 'leads-nowhere', facts: {} }
      : lost.length > 0
        ? { kind: 'not-all', facts: { lost } }
        : { kind: 'brings-all', facts: {} },
    ...(leadsTo.length === 0 ? [] : [{ kind: 'leads-to' as const, facts: { places: leadsTo } }]),
    ...(leadsTo.length > 0 && sheet.providers.length === 0 ? [{ kind: 'code-alone' as const, facts: {} }] : []),
    ...(namesNone || unknown.length === 0 ? [] : [{ kind: 'does-not-know' as const, facts: { places: unknown } }]),
    ...(former.length === 0 ? [] : [{ kind: 'names-former' as const, facts: { places: former } }]),
  ];
  return {
    ...(sheet.split === undefined ? numbered(sheet.sheetNumber) : { split: sheet.split }),
    ...(sheet.date === '' ? {} : { date: sheet.date }),
    leadsTo,
    said,
  };
};

const numbered = (sheetNumber: string): Pick<SheetTestView, 'sheetNumber'> =>
  sheetNumber === '' ? {} : { sheetNumber: sheetNumber.toUpperCase() };

// SPDX-License-Identifier: GPL-3.0-or-later
import type { Store } from '../storage/store.ts';

/** set when the sheet was shown, printed or typed in on this device; a sheet that misses a provider of today is an old one */
const SHOWN = 'sheet-shown';

/** Notes that the person has seen the sheet that names `providers` (their ids). */
export const noteSheetShown = (store: Store, now: number, providers: readonly string[]): void =>
  store.transaction((tx) => tx.local.setMeta(SHOWN, JSON.stringify({ at: now, providers })));

/** When a sheet that names all of `providers` was last seen on this device (milliseconds since the epoch), or undefined. */
export const sheetShownAt = (store: Store, providers: readonly string[]): number | undefined => {
  const text = store.local.meta(SHOWN);
  if (text === undefined) return undefined;
  const { at, providers: named } = JSON.parse(text) as { readonly at: number; readonly providers: readonly string[] };
  return providers.every((id) => named.includes(id)) ? at : undefined;
};

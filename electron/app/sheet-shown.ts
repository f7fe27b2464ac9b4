// SPDX-License-Identifier: GPL-3.0-or-later
import type { Store } from '../storage/store.ts';

/** Notes that the person has seen the sheet that names `providers` (their ids): shown, printed or typed in on this device. */
export const noteSheetShown = (store: Store, now: number, providers: readonly string[]): void =>
  store.transaction((tx) => tx.local.setMark('sheet-shown', { at: now, providers: [...providers] }));

/** When a sheet that names all of `providers` was last seen on this device (milliseconds since the epoch), or undefined: one that misses a provider of today is an old one. */
export const sheetShownAt = (store: Store, providers: readonly string[]): number | undefined => {
  const shown = store.local.mark('sheet-shown');
  return shown && providers.every((id) => shown.providers.includes(id)) ? shown.at : undefined;
};

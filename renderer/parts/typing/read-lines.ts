// SPDX-License-Identifier: GPL-3.0-or-later

/** A place as a sheet names it: its address, and its name where it has one. */
type ReadPlace = { readonly name: string; readonly address: string };

const KNOWN = /^(?:wallet: |date: |sheet: |share: )/;
/** A folder has a number before its web address. */
const PLACE =
  /^provider \d{1,3} of \d{1,3}: (?:(.*) = )?(?:holdfast\+[a-z0-9-]+:[0-9A-Z]+@(?=https?:))?(\S+) \[[0-9a-z]{4}\]$/;

/** The places in lines as the wallet writes them of a sheet that was read; undefined for what a person wrote, which is shown as it is. */
export const placesRead = (lines: string): readonly ReadPlace[] | undefined => {
  const places: ReadPlace[] = [];
  for (const line of lines.split('\n')) {
    if (KNOWN.test(line)) continue;
    const [, name = '', address] = PLACE.exec(line) ?? [];
    if (address === undefined) return undefined;
    places.push({ name, address });
  }
  return places.length === 0 ? undefined : places;
};

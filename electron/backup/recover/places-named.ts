// SPDX-License-Identifier: GPL-3.0-or-later
import { quoted } from '../../../shared/facts/read.ts';
import { tidyAddress } from '../../../shared/pasted.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { providerAddress, type SheetProvider } from '../paper/address.ts';

/** The providers that a person names beside the sheet: a web address, or a place as it would stand on a sheet. */
export const placesNamed = (places: readonly string[]): Result<readonly SheetProvider[], BackupFailure> => {
  const named: SheetProvider[] = [];
  for (const place of places) {
    const address = providerAddress(tidyAddress(place), undefined);
    if (address === undefined) return err({ kind: 'no-such-place', text: quoted(place) });
    named.push({ name: '', ...address });
  }
  return ok(named);
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { KNOWN } from '../../../shared/known.ts';

/** Places that programs of 2022 offered to everybody; whether they still answer only asking tells (PROTOCOL.md#anastasis-generations). */
export const KNOWN_ESCROW_PLACES: readonly string[] = KNOWN.filter(({ kind }) => kind === 'escrow').map(
  ({ url }) => url,
);

// SPDX-License-Identifier: GPL-3.0-or-later
import type { Purchase, ValueByKind } from '../../state/entry.ts';

/** The wish to abort is part of the purchase, so that a restart goes on with it; being paid or aborted takes it away. */
export const ABORTING = 'aborting';

/** True for a payment that its owner wants back. */
export const isAborting = ({ status, why }: Purchase): boolean => status === 'paying' && why === ABORTING;

/** True for a deposit that its owner wants back. */
export const isTakenBack = ({ status, why }: ValueByKind['deposit']): boolean =>
  status === 'planned' && why === ABORTING;

/** `why` of what was ended before money came: a look now and then still finds what comes all the same. */
export const GIVEN_UP = 'given-up';

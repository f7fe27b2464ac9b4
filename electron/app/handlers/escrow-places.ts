// SPDX-License-Identifier: GPL-3.0-or-later
import { scopeOfHost } from '../../scope.ts';
import { KNOWN_ESCROW_PLACES } from '../../taler/anastasis/known-places.ts';
import type { PlayMoney } from '../play-money.ts';

/**
 * Places for escrow that nobody has to name: play money has its own. Who names places of this computer alone tries something out, and
 * nobody on the internet is asked for that.
 */
export const knownEscrowPlaces = (
  playing: Pick<PlayMoney, 'escrowPlaces'> | undefined,
  typed: readonly string[] = [],
): readonly string[] => {
  if (playing !== undefined) return playing.escrowPlaces.map(({ url }) => url);
  return typed.length > 0 && typed.every(isHere) ? [] : KNOWN_ESCROW_PLACES;
};

const isHere = (place: string): boolean => URL.canParse(place) && scopeOfHost(new URL(place).hostname) === 'loopback';

// SPDX-License-Identifier: GPL-3.0-or-later
import { isPlayIssuer } from '../../shared/play.ts';
import type { Reader } from '../storage/store.ts';

/** Play money and money never meet in one wallet: one of these would bring money into one that plays. Asked in the transaction that would write it. */
export const isRealWhilePlaying = ({ local }: Pick<Reader, 'local'>, issuers: readonly string[]): boolean =>
  local.mark('play-money') === true && !issuers.every(isPlayIssuer);

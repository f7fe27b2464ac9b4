// SPDX-License-Identifier: GPL-3.0-or-later
import { KNOWN } from '../../../shared/known.ts';
import { shownHost } from '../../../shared/names.ts';
import { isPlayIssuer } from '../../../shared/play.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { row, shown, t } from '../../words.ts';

/** An issuer as people call it: the play issuer by that name, one of the built-in list by its own, any other by its host. Its whole address is for details. */
export const issuerName = (exchange: string): Spoken => {
  if (isPlayIssuer(exchange)) return t('issuer.play');
  const known = KNOWN.find(({ kind, url }) => kind === 'issuer' && url === exchange);
  return known === undefined ? shown().foreign.host(shownHost(exchange).host) : row(known.name);
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { KNOWN } from '../../../shared/known.ts';
import { shownHost } from '../../../shared/names.ts';
import { isPlayIssuer, PLAY_CURRENCY } from '../../../shared/play.ts';
import type { ExchangeView } from '../../../shared/view.ts';
import { apart } from '../../../shared/words/party.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { row, shown, t } from '../../words.ts';

/** Issuers of this wallet that serve on this very computer and whose money is none of play. */
let serious: ReadonlySet<string> = new Set();

/** What decides who is the play issuer in what is drawn: a wallet of real money may have an issuer on this computer, too. */
export const writeIssuers = (known: readonly Pick<ExchangeView, 'baseUrl' | 'currency'>[], plays: boolean): void => {
  serious = new Set(plays ? [] : known.flatMap(({ baseUrl, currency }) => (currency === PLAY_CURRENCY ? [] : baseUrl)));
};

/** Whether an issuer's money is play money, as far as this wallet knows. */
export const playsAt = (exchange: string): boolean => isPlayIssuer(exchange) && !serious.has(exchange);

/** An issuer where its name stands alone: what the play issuer has, for its own name is a part of a sentence. */
export const issuerTitle = (exchange: string): Spoken =>
  playsAt(exchange) ? t('nav.playMoney') : apart(shown(), issuerName(exchange));

/** An issuer as people call it: the play issuer by that name, one of the built-in list by its own, any other by its host. Its whole address is for details. */
export const issuerName = (exchange: string): Spoken => {
  if (playsAt(exchange)) return t('issuer.play');
  const known = KNOWN.find(({ kind, url }) => kind === 'issuer' && url === exchange);
  return known === undefined ? shown().foreign.host(shownHost(exchange).host) : row(known.name);
};

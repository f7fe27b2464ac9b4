// SPDX-License-Identifier: GPL-3.0-or-later
import { shownHost } from '../../../shared/names.ts';
import { isPlayIssuer } from '../../../shared/play.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { shown, t } from '../../words.ts';

/** An issuer as people call it: the play issuer by that name, any other by its host. Its whole address is for details. */
export const issuerName = (exchange: string): Spoken =>
  isPlayIssuer(exchange) ? t('issuer.play') : shown().foreign.host(shownHost(exchange).host);

// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { isPlayIssuer } from '../../../shared/play.ts';
import { t } from '../../words.ts';

/** What tells play money from money, wherever a balance is shown. */
export const PlayTag = ({ exchange }: { readonly exchange: string }): ReactNode =>
  isPlayIssuer(exchange) ? (
    <>
      {' '}
      <span className="tag" data-tone="play">
        {t('nav.playMoney')}
      </span>
    </>
  ) : null;

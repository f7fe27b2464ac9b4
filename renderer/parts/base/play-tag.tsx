// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { t } from '../../words.ts';
import { playsAt } from './issuer.ts';

/** What tells play money from money, wherever a balance is shown. */
export const PlayTag = ({ exchange }: { readonly exchange: string }): ReactNode =>
  playsAt(exchange) ? (
    <>
      {' '}
      <span className="tag" data-tone="play">
        {t('nav.playMoney')}
      </span>
    </>
  ) : null;

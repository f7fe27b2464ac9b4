// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { ShareView, SharesView } from '../../../shared/view-shares.ts';
import { useAnswer } from '../../bridge.ts';
import { row, t } from '../../words.ts';
import { DrawnOrWhy } from './drawn-page.tsx';
import type { PaperSize } from './print-buttons.tsx';
import { GroupsRead, PlacesRead } from './read-aloud.tsx';

/** One opened share as it is printed; who hears the page is told which one it is and that alone it reveals nothing. */
export const SharePage = ({
  shares,
  share,
  paper,
}: {
  readonly shares: SharesView;
  readonly share: ShareView;
  readonly paper: PaperSize;
}): ReactNode => {
  const { split, needed, of, walletName, date, providers } = shares;
  const drawn = useAnswer('shares.page', { paper, only: share.number });
  const title = t('share.title', { share: share.number, of });
  return (
    <article className="paper" aria-label={title}>
      <DrawnOrWhy drawn={drawn} />
      <div className="visually-hidden">
        <h2>{title}</h2>
        <p>{t('share.what', { needed })}</p>
        <dl>
          <div>
            <dt>{t('paper.wallet')}</dt>
            <dd>{row(walletName)}</dd>
          </div>
          <div>
            <dt>{t('paper.date')}</dt>
            <dd>{date}</dd>
          </div>
          <div>
            <dt>{t('share.split')}</dt>
            <dd>{split}</dd>
          </div>
        </dl>
        <GroupsRead id={`share-${share.number}`} title={t('share.code')} groups={share.groups} />
        <PlacesRead providers={providers} />
      </div>
    </article>
  );
};

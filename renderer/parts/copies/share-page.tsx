// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { ShareView, SharesView } from '../../../shared/view-shares.ts';
import { called, row, t } from '../../words.ts';
import { QrCode } from '../base/qr.tsx';

/** One opened share as it looks on paper: like the sheet, with which one it is and that alone it reveals nothing. */
export const SharePage = ({ shares, share }: { readonly shares: SharesView; readonly share: ShareView }): ReactNode => {
  const { split, needed, of, walletName, date, providers } = shares;
  const title = t('share.title', { share: share.number, of });
  const id = `share-${share.number}`;
  return (
    <article className="paper" aria-label={title}>
      <header>
        <div>
          <h2>{title}</h2>
          <p>{t('share.what', { needed })}</p>
        </div>
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
      </header>
      <div className="paper-body">
        <QrCode text={share.qrText} label={t('share.qr')} />
        <div>
          <h3 id={id}>{t('share.code')}</h3>
          <ol className="groups" aria-labelledby={id}>
            {share.groups.map((group, index) => (
              // Groups can repeat; their number is their identity.
              <li key={index}>
                <span aria-hidden="true">{index + 1}</span>
                <code>{group}</code>
              </li>
            ))}
          </ol>
        </div>
      </div>
      <h3>{t('paper.providers')}</h3>
      <ul className="paper-providers">
        {providers.map((provider) => (
          <li key={provider.url}>
            <strong>{called(provider.name, provider.url)}</strong>{' '}
            <span className="address">{row(provider.at ?? provider.url)}</span>
            {provider.at === undefined ? null : <> {t('paper.asks')}</>}
          </li>
        ))}
      </ul>
    </article>
  );
};

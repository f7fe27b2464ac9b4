// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { RecoverySheetView } from '../../../shared/view-backup.ts';
import { called, row, t } from '../../words.ts';
import { useAnswer } from '../../bridge.ts';
import { DrawnPagesView } from './drawn-page.tsx';
import { Failure } from '../base/failure.tsx';
import { Waiting } from '../base/layout.tsx';
import type { PaperSize } from './print-buttons.tsx';

/** The opened sheet as it is printed: always dark on white, because cameras and printers read it. No copy button on purpose. */
export const Sheet = ({
  sheet,
  paper,
}: {
  readonly sheet: RecoverySheetView;
  readonly paper: PaperSize;
}): ReactNode => {
  const drawn = useAnswer('sheet.page', { paper });
  return (
    <article className="paper as-printed" aria-label={t('paper.title')}>
      {drawn === undefined ? (
        <Waiting />
      ) : drawn.ok ? (
        <DrawnPagesView pages={drawn.value} />
      ) : (
        <Failure failure={drawn.error} />
      )}
      <ReadAloud sheet={sheet} />
      <details>
        <summary>{t('paper.text')}</summary>
        <pre role="region" aria-label={t('paper.text')} tabIndex={0}>
          {sheet.text}
        </pre>
      </details>
    </article>
  );
};

/** The same for who hears the page. */
const ReadAloud = ({ sheet }: { readonly sheet: RecoverySheetView }): ReactNode => (
  <div className="visually-hidden">
    <header>
      <div>
        <h2>{t('paper.title')}</h2>
        <p>{t('paper.what')}</p>
      </div>
      <dl>
        <div>
          <dt>{t('paper.wallet')}</dt>
          <dd>{row(sheet.walletName)}</dd>
        </div>
        <div>
          <dt>{t('paper.date')}</dt>
          <dd>{sheet.date}</dd>
        </div>
        <div>
          <dt>{t('paper.number')}</dt>
          <dd>{sheet.sheetNumber}</dd>
        </div>
      </dl>
    </header>
    <div className="paper-body">
      <div>
        <h3 id="paper-secret">{t('paper.secret')}</h3>
        <ol className="groups" aria-labelledby="paper-secret">
          {sheet.groups.map((group, index) => (
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
      {sheet.providers.map((provider) => (
        <li key={provider.url}>
          <strong>{called(provider.name, provider.url)}</strong>{' '}
          <span className="address">{row(provider.at ?? provider.url)}</span>
          {provider.at === undefined ? null : <> {t('paper.asks')}</>}
        </li>
      ))}
    </ul>
  </div>
);

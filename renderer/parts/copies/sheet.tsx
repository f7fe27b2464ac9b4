// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { RecoverySheetView } from '../../../shared/view-backup.ts';
import { row, t } from '../../words.ts';
import { useAnswer } from '../../bridge.ts';
import { PrintPreview } from './drawn-page.tsx';
import type { PaperSize } from './print-buttons.tsx';
import { GroupsRead, PlacesRead } from './read-aloud.tsx';

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
    <article className="paper" aria-label={t('paper.title')}>
      <PrintPreview drawn={drawn} />
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
    <GroupsRead id="paper-secret" title={t('paper.secret')} groups={sheet.groups} />
    <PlacesRead providers={sheet.providers} />
  </div>
);

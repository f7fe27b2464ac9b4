// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { SharesView } from '../../../shared/view-shares.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Notice } from '../base/failure.tsx';
import { PageHead } from '../base/layout.tsx';
import { PrintButtons, usualPaper, type PaperSize } from './print-buttons.tsx';
import { SharePage } from './share-page.tsx';

/** All shares of a split while they are opened: to be printed together or one by one, and hidden again. */
export const OpenedShares = ({
  shares,
  onBack,
  onHide,
}: {
  readonly shares: SharesView;
  readonly onBack: () => void;
  readonly onHide: () => void;
}): ReactNode => {
  const [paper, onPaper] = useState<PaperSize>(usualPaper);
  const print = useRequest('shares.print');
  const save = useRequest('shares.save');
  const busy = print.pending || save.pending;
  const { split, needed, of } = shares;
  return (
    <>
      <PageHead
        title={t('split.title')}
        actions={
          <PrintButtons
            paper={paper}
            onPaper={onPaper}
            words={t('split.print.first', { needed })}
            print={{ ...print, start: () => void print.send({ paper }), done: () => t('split.print.done', { needed }) }}
            save={{ ...save, start: () => void save.send({ paper }), done: (file) => t('split.printed', { file }) }}
          >
            <Button onPress={onHide} icon="lock">
              {t('sheet.hide')}
            </Button>
          </PrintButtons>
        }
      />
      <Notice tone="plain">
        <p>
          <strong>{t('split.shown', { split, needed, count: of })}</strong>
        </p>
        <p>{t('split.shown.words', { needed })}</p>
      </Notice>
      {shares.shares.map((share) => (
        <div key={share.number} className="share">
          <SharePage shares={shares} share={share} paper={paper} />
          <p>
            <Button look="quiet" disabled={busy} onPress={() => void print.send({ paper, only: share.number })}>
              {t('split.printOne', { number: share.number })}
            </Button>
            <Button look="quiet" disabled={busy} onPress={() => void save.send({ paper, only: share.number })}>
              {t('split.saveOne', { number: share.number })}
            </Button>
          </p>
        </div>
      ))}
      <p>
        <Button onPress={onBack}>{t('split.back')}</Button>
      </p>
    </>
  );
};

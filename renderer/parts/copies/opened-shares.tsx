// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { SharesView } from '../../../shared/view-shares.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { PageHead } from '../base/layout.tsx';
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
  const print = useRequest('shares.print');
  const file = print.answer?.ok === true ? print.answer.value.file : undefined;
  const { split, needed, of } = shares;
  return (
    <>
      <PageHead
        title={t('split.title')}
        actions={
          <>
            <Button look="primary" pending={print.pending} onPress={() => void print.send({ paper: 'A4' })}>
              {t('split.printAll.A4')}
            </Button>
            <Button disabled={print.pending} onPress={() => void print.send({ paper: 'Letter' })}>
              {t('split.printAll.Letter')}
            </Button>
            <Button onPress={onHide} icon="lock">
              {t('sheet.hide')}
            </Button>
          </>
        }
      />
      <Notice tone="plain">
        <p>
          <strong>{t('split.shown', { split, needed, count: of })}</strong>
        </p>
        <p>{t('split.shown.words', { needed })}</p>
      </Notice>
      {print.answer?.ok === false ? <Failure failure={print.answer.error} /> : null}
      {typeof file === 'string' ? (
        <Notice tone="warn" live>
          <p>{t('split.printed', { file })}</p>
        </Notice>
      ) : null}
      {shares.shares.map((share) => (
        <div key={share.number} className="share">
          <SharePage shares={shares} share={share} />
          <p>
            <Button
              look="quiet"
              disabled={print.pending}
              onPress={() => void print.send({ paper: 'A4', only: share.number })}
            >
              {t('split.printOne', { number: share.number })}
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

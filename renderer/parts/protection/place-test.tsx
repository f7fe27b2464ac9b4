// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { ProviderView } from '../../../shared/view-backup.ts';
import type { PlaceTestView } from '../../../shared/view-drill.ts';
import { ask, type Request } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { moneyText } from '../base/money.tsx';
import { saying } from '../base/saying.ts';

/** Reading one place back, while it is read and once it was. */
export const PlaceTest = ({
  provider: { id },
  test,
}: {
  readonly provider: ProviderView;
  readonly test: Request<'provider.test'>;
}): ReactNode => {
  if (test.pending)
    return (
      <div className="place-news" role="status">
        <p>
          <span className="spinner" aria-hidden="true" /> {t('placeTest.running')}
        </p>
        <Button look="quiet" onPress={() => void ask('provider.stopTest', { id })}>
          {t('placeTest.stop')}
        </Button>
      </div>
    );
  if (test.answer === undefined) return null;
  return test.answer.ok ? <Result result={test.answer.value} /> : <Failure failure={test.answer.error} />;
};

const Result = ({ result: { place, total } }: { readonly result: PlaceTestView }): ReactNode => {
  const isWhole = place.brings === 'all' && place.lost !== true && place.answer === 'found';
  return (
    <Notice tone={isWhole ? 'good' : place.lost === true ? 'bad' : 'warn'} live>
      <p>
        <strong>{t(`placeTest.${wordOf(place)}`)}</strong>{' '}
        {place.answer === 'found' && total.length > 0 && place.brings !== 'nothing'
          ? t('placeTest.sums', { sums: place.sums.map(moneyText), total: total.map(moneyText) })
          : null}
        {place.copyFrom === undefined ? null : <> {t('restore.copyFrom', { at: place.copyFrom })}</>}
      </p>
      {place.notes.length === 0 ? null : <p>{saying('source', place.notes)}</p>}
      {place.lost === true ? <p>{t('placeTest.again')}</p> : null}
    </Notice>
  );
};

const wordOf = ({ answer, brings, lost }: PlaceTestView['place']) =>
  answer === 'silent' ? 'silent' : lost === true ? 'lost' : answer !== 'found' ? 'none' : brings;

// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { FailureView } from '../../../shared/view.ts';
import { useLookAgain } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Report } from './report.tsx';
import './rescue.css';

/** A page, or the wallet itself, that could not be shown: what happened, that no money hangs on it, another try, and a report for whoever helps. */
export const CannotShow = ({
  failure,
  what,
}: {
  readonly failure: FailureView;
  readonly what: 'page' | 'wallet';
}): ReactNode => {
  const lookAgain = useLookAgain();
  return (
    <div className="sections cannot-show">
      <Failure failure={failure} />
      <section className="ways" aria-label={t('rescue.ways')}>
        <p className="fine">{t(what === 'page' ? 'cannotShow.lead' : 'rescue.lead')}</p>
        <section className="way" data-look="first" aria-labelledby="way-again">
          <div>
            <h2 id="way-again">{t('way.try-again.title')}</h2>
            <p>{t(what === 'page' ? 'cannotShow.again' : 'way.try-again.words')}</p>
          </div>
          <Button icon="turning" look="primary" onPress={lookAgain}>
            {t('way.try-again.do')}
          </Button>
        </section>
        <Report />
      </section>
    </div>
  );
};

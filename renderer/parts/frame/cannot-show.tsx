// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { FailureView } from '../../../shared/view.ts';
import { useLookAgain } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Report } from './report.tsx';
import './rescue.css';

/** A page that could not be filled: what happened, that no money hangs on it, another try, and a report for whoever helps. */
export const CannotShow = ({ failure }: { readonly failure: FailureView }): ReactNode => {
  const lookAgain = useLookAgain();
  return (
    <div className="sections">
      <Failure failure={failure} />
      <section className="ways" aria-label={t('rescue.ways')}>
        <p className="fine">{t('cannotShow.lead')}</p>
        <section className="way" data-look="first" aria-labelledby="way-again">
          <div>
            <h2 id="way-again">{t('way.try-again.title')}</h2>
            <p>{t('cannotShow.again')}</p>
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

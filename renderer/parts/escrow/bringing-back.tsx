// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { AppStateView } from '../../../shared/contract.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { RegainUnderWay } from './under-way.tsx';

/** Leads to the wallet that was to come back into this one, and says how this one is kept empty instead; nothing once it is here. */
export const BringingBack = ({ app: { bringingBack } }: { readonly app: AppStateView }): ReactNode => {
  const under = useAnswer('recover.session', {});
  const keep = useRequest('setUp.end');
  if (under === undefined) return null;
  // Who is half through with escrow is told that, and nothing twice.
  if (bringingBack === undefined || (under.ok && under.value.session !== null)) return <RegainUnderWay />;
  return (
    <Notice tone="warn" live>
      <p>{t('restore.under')}</p>
      <div className="actions">
        <Link className="button" data-look="primary" href={`/${bringingBack}`}>
          {t('regain.goOn')}
        </Link>
        <Button look="quiet" pending={keep.pending} onPress={() => void keep.send({})}>
          {t('restore.keepEmpty')}
        </Button>
      </div>
      {keep.answer?.ok === false ? <Failure failure={keep.answer.error} /> : null}
    </Notice>
  );
};

/** On the page where the sheet goes in: why it is asked for once more. */
export const SheetAgain = (): ReactNode => (
  <Notice tone="warn" live>
    <p>{t('restore.again')}</p>
  </Notice>
);

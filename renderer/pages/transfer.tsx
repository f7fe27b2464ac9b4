// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useAnswer } from '../bridge.ts';
import { t } from '../words.ts';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { PageHead, Waiting } from '../parts/base/layout.tsx';
import { Success } from '../parts/base/success.tsx';
import { TransferCard } from '../parts/sums/transfer.tsx';

/** A transfer to an issuer that its person has begun: what it must say until it has come or was ended, and then what became of it. */
export const TransferPage = ({ id }: { readonly id: string }): ReactNode => {
  const found = useAnswer('withdraw.transfer', { id });
  const state = found?.ok === true ? found.value.state : undefined;
  return (
    <>
      <PageHead title={t('transfer.title')} />
      {found === undefined ? <Waiting /> : null}
      {found?.ok === false ? <Failure failure={found.error} /> : null}
      {found?.ok === true && state === 'awaited' ? <TransferCard transfer={found.value} /> : null}
      {found?.ok === true && state === 'done' ? (
        <div className="card">
          <Success
            title={t('transfer.done', { sum: found.value.total })}
            next={[
              ['/', t('success.money')],
              ['/history', t('pay.history')],
            ]}
          />
        </div>
      ) : null}
      {state === 'arriving' || state === 'ended' ? (
        <Notice tone="plain" live>
          <p>{t(`transfer.${state}`)}</p>
          <p>
            <Link href="/history">{t('pay.history')}</Link>
          </p>
        </Notice>
      ) : null}
    </>
  );
};

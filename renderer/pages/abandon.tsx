// SPDX-License-Identifier: GPL-3.0-or-later
import { saying } from '../parts/base/saying.ts';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { DevicesView } from '../../shared/view-devices.ts';
import { useAnswer, useRequest } from '../bridge.ts';
import { shown, t } from '../words.ts';
import { Confirm } from '../parts/base/confirm.tsx';
import { Button } from '../parts/base/controls.tsx';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { PageHead, Waiting } from '../parts/base/layout.tsx';

/** Leaves the wallet on this device so that another may take it over: announced to the providers first, final only when they have it. */
export const AbandonPage = (): ReactNode => {
  const devices = useAnswer('device.list', {});
  const status = useAnswer('backup.status', {});
  const abandon = useRequest('backup.abandon');
  const [asking, setAsking] = useState(false);
  const standing = devices?.ok === true ? devices.value.standing : undefined;
  const confirm = async (): Promise<void> => {
    const answer = await abandon.send({});
    if (answer.ok) setAsking(false);
  };
  const said = abandon.answer?.ok === true ? abandon.answer.value : undefined;
  const noBackup = status?.ok === true && status.value.state === 'uninitialized';
  return (
    <>
      <PageHead title={t('abandon.title')} lead={t('abandon.lead')} />
      <Failure failure={devices?.ok === false ? devices.error : undefined} />
      {standing === undefined ? (
        devices === undefined ? (
          <Waiting />
        ) : null
      ) : (
        <div className="card form">
          <Phases standing={standing} />
          <p>{t('abandon.after')}</p>
          {said === undefined ? null : (
            <Notice tone={said.state === 'abandoned' ? 'good' : 'plain'} live>
              <p>{saying('leaving', said.said)}</p>
            </Notice>
          )}
          {noBackup ? (
            <Notice tone="warn">
              <p>{t('abandon.noBackup')}</p>
              <p>
                <Link href="/protection">{t('gate.addProvider')}</Link>
              </p>
            </Notice>
          ) : null}
          {standing === 'active' ? (
            <div className="actions">
              <Button look="danger" disabled={noBackup} onPress={() => setAsking(true)}>
                {t('abandon.open')}
              </Button>
            </div>
          ) : null}
        </div>
      )}
      <Confirm
        open={asking}
        title={t('abandon.confirm.title')}
        action={t('abandon.do')}
        pending={abandon.pending}
        onConfirm={() => void confirm()}
        onCancel={() => {
          abandon.reset();
          setAsking(false);
        }}
      >
        <p>{t('abandon.confirm.words')}</p>
        {abandon.answer?.ok === false ? <Failure failure={abandon.answer.error} /> : null}
      </Confirm>
    </>
  );
};

/** The two steps: announced, then known to the providers. */
const Phases = ({ standing }: { readonly standing: DevicesView['standing'] }): ReactNode => (
  <ol className="phases">
    <li data-number={shown().integer(1)} data-state={standing === 'active' ? 'next' : 'done'}>
      <strong>{t('abandon.first')}</strong>
      <span>{t('abandon.first.words')}</span>
    </li>
    <li
      data-number={shown().integer(2)}
      data-state={standing === 'abandoned' ? 'done' : standing === 'leaving' ? 'next' : 'later'}
    >
      <strong>{t('abandon.second')}</strong>
      <span>{t('abandon.second.words')}</span>
    </li>
  </ol>
);

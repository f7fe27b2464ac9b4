// SPDX-License-Identifier: GPL-3.0-or-later
import { saying } from '../base/saying.ts';
import { useState, type ReactNode } from 'react';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Confirm } from '../base/confirm.tsx';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Icon } from '../base/icons.tsx';

/** On every page while this device stands still: why, in the wallet's one sentence, and the way to go on here. */
export const Standing = (): ReactNode => {
  const status = useAnswer('backup.status', {});
  if (status?.ok !== true || status.value.standing === undefined) return null;
  return (
    <div className="standing" role="status">
      <Icon name="warning" />
      <p>{saying('safety', status.value.safety.said)}</p>
      {/* Once the secret is forgotten here, nobody would hear of it: only the sheet leads back. */}
      {status.value.state === 'initialized' ? (
        <div className="actions">
          <KeepDevice />
        </div>
      ) : null}
    </div>
  );
};

/** Makes this device the active one of its wallet, after saying what that does to the others. */
export const KeepDevice = (): ReactNode => {
  const keep = useRequest('device.keep');
  const [asking, setAsking] = useState(false);
  const confirm = async (): Promise<void> => {
    const answer = await keep.send({});
    if (answer.ok) setAsking(false);
  };
  return (
    <>
      <Button look="primary" onPress={() => setAsking(true)}>
        {t('standing.keep')}
      </Button>
      <Confirm
        open={asking}
        title={t('standing.keep.title')}
        action={t('standing.keep.do')}
        keep={t('standing.keep.not')}
        pending={keep.pending}
        onConfirm={() => void confirm()}
        onCancel={() => {
          keep.reset();
          setAsking(false);
        }}
      >
        <p>{t('standing.keep.words')}</p>
        {keep.answer?.ok === false ? <Failure failure={keep.answer.error} /> : null}
      </Confirm>
    </>
  );
};

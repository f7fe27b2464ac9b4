// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { calledPlace } from '../../../shared/names.ts';
import type { ProviderView } from '../../../shared/view-backup.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Confirm } from '../base/confirm.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { saying } from '../base/saying.ts';

/** Says before it is done what removing means, in money and for the printed sheet. */
export const Removal = ({
  provider,
  onClose,
  onRemoved,
}: {
  readonly provider: ProviderView;
  readonly onClose: () => void;
  readonly onRemoved: (sentence: string) => void;
}): ReactNode => {
  const remove = useRequest('provider.remove');
  const preview = useAnswer('provider.removal', { id: provider.id });
  const confirm = async (): Promise<void> => {
    const answer = await remove.send({ id: provider.id });
    if (!answer.ok) return;
    onClose();
    onRemoved(saying('removal', answer.value.said));
  };
  return (
    <Confirm
      open
      title={t('provider.remove.title', { name: calledPlace(provider.id, provider.name) })}
      action={t('provider.remove.do')}
      pending={remove.pending}
      disabled={preview?.ok !== true}
      onConfirm={() => void confirm()}
      onCancel={onClose}
    >
      {preview?.ok !== true || preview.value.said.length === 0 ? null : (
        <Notice tone={preview.value.harmless ? 'plain' : 'bad'}>
          {preview.value.said.map((each) => (
            <p key={each.kind}>{saying('removal', [each])}</p>
          ))}
        </Notice>
      )}
      <p>{t('provider.remove.words')}</p>
      {preview?.ok === false ? <Failure failure={preview.error} /> : null}
      {remove.answer?.ok === false ? <Failure failure={remove.answer.error} /> : null}
    </Confirm>
  );
};

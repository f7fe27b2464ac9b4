// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { AppStateView } from '../../../shared/contract.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Confirm } from '../base/confirm.tsx';
import { Failure, Notice } from '../base/failure.tsx';

/** Asks before the files of a wallet that is not open are moved into a folder of their own. */
export const SetAside = ({
  directory,
  toRestore,
  onDone,
  onCancel,
}: {
  readonly directory: string;
  /** a restore follows at once */
  readonly toRestore: boolean;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}): ReactNode => {
  const moving = useRequest('app.setAside');
  const confirm = async (): Promise<void> => {
    const answer = await moving.send({});
    if (answer.ok) onDone();
  };
  return (
    <Confirm
      open
      title={t('rescue.aside.title')}
      action={t(toRestore ? 'rescue.aside.restore' : 'rescue.aside.do')}
      look="primary"
      keep={t('rescue.aside.keep')}
      pending={moving.pending}
      onConfirm={() => void confirm()}
      onCancel={onCancel}
    >
      <p>{t('rescue.aside.words', { directory })}</p>
      <p>{t('rescue.aside.money')}</p>
      {moving.answer?.ok === false ? <Failure failure={moving.answer.error} /> : null}
    </Confirm>
  );
};

/** Where the files of a wallet lie that was set aside here, while there is no wallet. */
export const KeptAside = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const [folder] = app.setAside ?? [];
  return folder === undefined ? null : (
    <Notice tone="plain">
      <p>{t('rescue.kept', { folder })}</p>
    </Notice>
  );
};

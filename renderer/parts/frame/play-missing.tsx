// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { AppStateView } from '../../../shared/contract.ts';
import { useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';

/** Says that the play economy of this wallet did not start, and starts it again. */
export const PlayMissing = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const start = useRequest('play.start');
  if (app.playMoneyMissing !== true) return null;
  return (
    <Notice tone="warn" live>
      <p>{t('play.missing')}</p>
      {start.answer?.ok === false ? <Failure failure={start.answer.error} /> : null}
      <div className="actions">
        <Button pending={start.pending} onPress={() => void start.send({})}>
          {t('play.startAgain')}
        </Button>
      </div>
    </Notice>
  );
};

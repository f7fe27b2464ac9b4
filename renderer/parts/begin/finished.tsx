// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { BackupStatusView } from '../../../shared/view-backup.ts';
import { useAnswer } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Icon } from '../base/icons.tsx';
import { SAFETY_ICON, SAFETY_TONE } from '../base/safety.ts';
import { saying } from '../base/saying.ts';
import { Chain } from '../copies/chain.tsx';
import { BeginFrame } from './frame.tsx';

/** A calm end: how safe the money is now, in the one sentence that says so everywhere. */
export const Finished = ({
  status: known,
  onDone,
}: {
  readonly status: BackupStatusView;
  readonly onDone: () => void;
}): ReactNode => {
  // What was known when the page was shown is from before the test.
  const now = useAnswer('backup.status', {});
  const status = now?.ok === true ? now.value : known;
  const { state, said } = status.safety;
  return (
    <BeginFrame at={4} title={t(`safetyState.${state}`)} lead={saying('safety', said.slice(0, 1))}>
      <div className="begin-end" data-tone={SAFETY_TONE[state]} data-state={state} data-testid="begin-end">
        <span className="begin-seal">
          <Icon name={SAFETY_ICON[state]} />
        </span>
        <Chain status={status} />
        <p>{t(state === 'protected' || state === 'syncing' ? 'begin.end.safe' : 'begin.end.open')}</p>
        <Button look="primary" onPress={onDone}>
          {t('begin.end.do')}
        </Button>
      </div>
    </BeginFrame>
  );
};

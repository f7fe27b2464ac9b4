// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { LeavingPlayView } from '../../../shared/view-begin.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Confirm } from '../base/confirm.tsx';
import { Failure } from '../base/failure.tsx';
import { Section, Waiting } from '../base/layout.tsx';
import { Money } from '../base/money.tsx';

/** The way out of play money, after what goes with it was said; for a wallet that plays. */
export const LeavePlay = (): ReactNode => {
  const [asks, setAsks] = useState(false);
  return (
    <Section title={t('leavePlay.title')}>
      <div className="card form">
        <p>{t('leavePlay.words')}</p>
        <div className="actions">
          <Button onPress={() => setAsks(true)}>{t('leavePlay.do')}</Button>
        </div>
      </div>
      {asks ? <Asking onEnd={() => setAsks(false)} /> : null}
    </Section>
  );
};

const Asking = ({ onEnd }: { readonly onEnd: () => void }): ReactNode => {
  const about = useAnswer('app.aboutLeavingPlay', {});
  const leave = useRequest('app.leavePlay');
  const [, go] = useLocation();
  const mayLeave = about?.ok === true && about.value.real.length === 0 && about.value.awaited === 0;
  const confirm = async (): Promise<void> => {
    const left = await leave.send({ confirm: 'leave play money' });
    if (left.ok) go('/');
  };
  return (
    <Confirm
      open
      title={t('leavePlay.ask')}
      action={t('leavePlay.confirm')}
      keep={t('leavePlay.keep')}
      pending={leave.pending}
      disabled={!mayLeave}
      onConfirm={() => void confirm()}
      onCancel={onEnd}
    >
      {about === undefined ? <Waiting /> : about.ok ? <About about={about.value} /> : <Failure failure={about.error} />}
      {leave.answer?.ok === false ? <Failure failure={leave.answer.error} /> : null}
    </Confirm>
  );
};

const About = ({ about: { lost, real, awaited } }: { readonly about: LeavingPlayView }): ReactNode => {
  const words = real.length > 0 ? 'leavePlay.real' : lost.length > 0 ? 'leavePlay.lost' : 'leavePlay.lostNothing';
  return (
    <>
      <p>{t(words)}</p>
      <ul className="points">
        {(real.length > 0 ? real : lost).map((sum) => (
          <li key={sum}>
            <Money text={sum} />
          </li>
        ))}
      </ul>
      {awaited > 0 ? <p>{t('leavePlay.awaited')}</p> : null}
    </>
  );
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { AppStateView } from '../../shared/contract.ts';
import { useAnswer, useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { PageHead, Waiting } from '../parts/base/layout.tsx';
import { RestoreProgress } from '../parts/copies/restore-progress.tsx';
import { RestoreReport } from '../parts/copies/restore-report.tsx';
import { UndoSection } from '../parts/copies/undo.tsx';
import { FindForm } from '../parts/escrow/find-form.tsx';
import { PlayMessages } from '../parts/escrow/play-messages.tsx';
import { RegainRun } from '../parts/escrow/regain-run.tsx';
import { Session } from '../parts/escrow/session.tsx';
import { TakeoverReport } from '../parts/takeover/report.tsx';

/** A wallet comes back from escrow: who one is, which wallet, one way after the other, and then as from paper. */
export const RegainPage = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const run = useRequest('recover.run');
  const takeOver = useRequest('recover.takeOver');
  const [isUndone, setUndone] = useState(false);
  return (
    <>
      <PageHead title={t('regain.title')} lead={t('regain.lead')} />
      {takeOver.answer?.ok === true ? (
        <TakeoverReport report={takeOver.answer.value} />
      ) : run.answer?.ok === true ? (
        <>
          {isUndone ? null : <RestoreReport report={run.answer.value} />}
          <div className="actions">
            <Link className="button" data-look="primary" href="/">
              {t('restore.toOverview')}
            </Link>
          </div>
          <UndoSection onUndone={() => setUndone(true)} />
        </>
      ) : (
        <Regaining app={app} run={run} takeOver={takeOver} />
      )}
    </>
  );
};

/** Until the restore has ended. */
const Regaining = ({
  app,
  run,
  takeOver,
}: {
  readonly app: AppStateView;
  readonly run: ReturnType<typeof useRequest<'recover.run'>>;
  readonly takeOver: ReturnType<typeof useRequest<'recover.takeOver'>>;
}): ReactNode => {
  const backup = useAnswer('backup.status', {});
  const session = useAnswer('recover.session', {});
  const countries = useAnswer('escrow.countries', {});
  const [isStopped, setStopped] = useState(false);
  const failure = [backup, session, countries].find((answer) => answer?.ok === false);
  if (failure?.ok === false) return <Failure failure={failure.error} />;
  if (backup?.ok !== true || session?.ok !== true || countries?.ok !== true) return <Waiting />;
  const going = session.value.session;
  const isRunning = run.pending || takeOver.pending;
  if (going !== null)
    return (
      <>
        <Session session={going} onStopped={() => setStopped(true)} />
        {going.isOpen ? <RegainRun run={run} takeOver={takeOver} /> : null}
        {app.playMoney && !going.isOpen ? <PlayMessages /> : null}
        {isRunning ? <Running /> : null}
      </>
    );
  // The secret is this wallet's own as soon as the copies are joined, long before the issuers have answered.
  if (isRunning) return <Running />;
  return (
    <>
      {backup.value.state === 'initialized' ? (
        <Initialized />
      ) : (
        <>
          {isStopped ? (
            <Notice tone="plain" live>
              <p>{t('regain.stopped')}</p>
            </Notice>
          ) : null}
          <FindForm countries={countries.value.countries} />
        </>
      )}
      <RestoreProgress />
    </>
  );
};

const Running = (): ReactNode => (
  <>
    <p role="status">{t('restore.pending')}</p>
    <p>
      <Link href="/">{t('restore.leave')}</Link>
    </p>
    <RestoreProgress />
  </>
);

const Initialized = (): ReactNode => (
  <Notice tone="plain">
    <p>{t('regain.initialized')}</p>
    <p>
      <Link href="/settings">{t('restore.toComputer')}</Link>
    </p>
  </Notice>
);

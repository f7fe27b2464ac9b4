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

/** A wallet comes back from escrow: who one is, which wallet, one way after the other, and then as from paper. */
export const RegainPage = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const backup = useAnswer('backup.status', {});
  const session = useAnswer('recover.session', {});
  const countries = useAnswer('escrow.countries', {});
  const run = useRequest('recover.run');
  const [isUndone, setUndone] = useState(false);
  const [isStopped, setStopped] = useState(false);
  const report = run.answer?.ok === true ? run.answer.value : undefined;
  const failure = [backup, session, countries].find((answer) => answer?.ok === false);
  return (
    <>
      <PageHead title={t('regain.title')} lead={t('regain.lead')} />
      {failure?.ok === false ? <Failure failure={failure.error} /> : null}
      {report !== undefined ? (
        <>
          {isUndone ? null : <RestoreReport report={report} />}
          <UndoSection onUndone={() => setUndone(true)} />
          <div className="actions">
            <Link className="button" data-look="primary" href="/">
              {t('restore.toOverview')}
            </Link>
          </div>
        </>
      ) : backup?.ok !== true || session?.ok !== true || countries?.ok !== true ? (
        failure === undefined ? (
          <Waiting />
        ) : null
      ) : session.value.session !== null ? (
        <>
          <Session session={session.value.session} onStopped={() => setStopped(true)} />
          {session.value.session.isOpen ? <RegainRun run={run} /> : null}
          {app.playMoney ? <PlayMessages /> : null}
          <RestoreProgress />
        </>
      ) : backup.value.state === 'initialized' ? (
        <Notice tone="plain">
          <p>{t('regain.initialized')}</p>
          <p>
            <Link href="/computer">{t('restore.toComputer')}</Link>
          </p>
        </Notice>
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
    </>
  );
};

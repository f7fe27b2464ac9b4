// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { AppStateView } from '../../shared/contract.ts';
import { useAnswer, useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { PageHead, Waiting } from '../parts/base/layout.tsx';
import { keepSheet, keptSheet } from '../parts/copies/kept-sheet.ts';
import { isTyped, NOTHING_TYPED } from '../parts/typing/typed.ts';
import { RecoveryForm, type Recovery } from '../parts/copies/recovery-form.tsx';
import { RestoreProgress } from '../parts/copies/restore-progress.tsx';
import { RestoreReport } from '../parts/copies/restore-report.tsx';
import { UndoSection } from '../parts/copies/undo.tsx';
import { SheetAgain } from '../parts/escrow/bringing-back.tsx';
import { JoinAnother, Retire } from '../parts/frame/ways-on.tsx';
import { RegainUnderWay } from '../parts/escrow/under-way.tsx';

/** The recovery text goes in; who answered, what was found and what it is worth comes out. */
export const RestorePage = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const status = useAnswer('backup.status', {});
  const restore = useRequest('restore.run');
  const [isUndone, setUndone] = useState(false);
  // A sheet that was read a moment ago goes on by itself.
  const [isAgain] = useState(() => app.bringingBack === 'restore' && !isTyped(keptSheet('restore')));
  const run = async (recovery: Recovery): Promise<void> => {
    const answer = await restore.send(recovery);
    if (answer.ok) keepSheet('restore', NOTHING_TYPED);
  };
  const report = restore.answer?.ok === true ? restore.answer.value : undefined;
  const initialized = status?.ok === true && status.value.state === 'initialized';
  return (
    <>
      <PageHead title={t('restore.title')} lead={t('restore.lead')} />
      {report !== undefined ? (
        <>
          {isUndone ? null : <RestoreReport report={report} />}
          <div className="actions">
            <Link className="button" data-look="primary" href="/">
              {t('restore.toOverview')}
            </Link>
          </div>
          <UndoSection onUndone={() => setUndone(true)} />
        </>
      ) : status === undefined ? (
        <Waiting />
      ) : !status.ok ? (
        <Failure failure={status.error} />
      ) : initialized && !restore.pending ? (
        <WalletHere />
      ) : (
        <>
          <RegainUnderWay />
          {isAgain && !restore.pending ? <SheetAgain /> : null}
          <RecoveryForm
            action={t('restore.do')}
            waiting={t('restore.pending')}
            pending={restore.pending}
            keep="restore"
            onSubmit={(recovery) => void run(recovery)}
            onTouched={restore.reset}
          />
        </>
      )}
      {report === undefined ? <RestoreProgress /> : null}
      {restore.answer?.ok === false ? <Failure failure={restore.answer.error} /> : null}
      {restore.answer?.ok === false && restore.answer.error.kind === 'money-here' ? (
        <p>
          <Link href="/takeover">{t('restore.toTakeover')}</Link>
        </p>
      ) : null}
      {report === undefined && status?.ok === true && !(initialized && !restore.pending) ? (
        <p>
          <Link href="/regain">{t('regain.link')}</Link>
        </p>
      ) : null}
      {report === undefined && !initialized && !restore.pending ? (
        <p>
          <Link href="/import">{t('import.link')}</Link>
        </p>
      ) : null}
    </>
  );
};

/** Nothing is restored over a wallet: where its person may go instead. */
const WalletHere = (): ReactNode => (
  <>
    <Notice tone="plain">
      <p>{t('restore.initialized')}</p>
      <p>
        <Link href="/settings">{t('restore.toComputer')}</Link>
      </p>
    </Notice>
    <JoinAnother />
    <Retire />
  </>
);

// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { useAnswer, useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Notice } from '../parts/base/failure.tsx';
import { PageHead } from '../parts/base/layout.tsx';
import { RecoveryForm, type Recovery } from '../parts/copies/recovery-form.tsx';
import { RestoreProgress } from '../parts/copies/restore-progress.tsx';
import { keepSheet } from '../parts/copies/kept-sheet.ts';
import { TakeoverAnswer, type TakeoverAnswers } from '../parts/takeover/answer.tsx';
import { TakeoverReport } from '../parts/takeover/report.tsx';
import { NOTHING_TYPED } from '../parts/typing/typed.ts';

/** The sheet with what its person has answered so far. */
type Wanted = Recovery & TakeoverAnswers;

/** Another wallet's money by its sheet: gone on with in an empty wallet, joined into one that keeps backups. */
export const TakeoverPage = (): ReactNode => {
  const status = useAnswer('backup.status', {});
  const takeover = useRequest('backup.takeover');
  const [asked, setAsked] = useState<Wanted>();
  const joins = status?.ok === true && status.value.state === 'initialized';
  const report = takeover.answer?.ok === true ? takeover.answer.value : undefined;
  const failure = takeover.answer?.ok === false ? takeover.answer.error : undefined;
  const take = (wanted: Wanted): void => {
    setAsked(wanted);
    void takeover.send(wanted).then((answer) => (answer.ok ? keepSheet('takeover', NOTHING_TYPED) : undefined));
  };
  return (
    <>
      <PageHead title={t('takeover.title')} lead={t('takeover.lead')} />
      {report === undefined ? (
        <>
          <Notice tone="plain">
            <p>{t(joins ? 'takeover.joins' : 'takeover.continues')}</p>
          </Notice>
          <RecoveryForm
            keep="takeover"
            action={t('takeover.do')}
            waiting={t('takeover.pending')}
            pending={takeover.pending}
            isAnswered={failure?.kind === 'takeover-asks'}
            onSubmit={take}
            onTouched={takeover.reset}
          />
          <RestoreProgress />
          <TakeoverAnswer failure={failure} pending={takeover.pending} asked={asked} take={take} />
        </>
      ) : (
        <TakeoverReport report={report} />
      )}
    </>
  );
};

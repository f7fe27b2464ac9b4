// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { CycleReportView } from '../../../shared/view-backup.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { called, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { saying } from '../base/saying.ts';

/** What the round just now brought, place by place; of one that was removed since nothing is said any more. */
export const Round = ({ reports: all }: { readonly reports: readonly CycleReportView[] }): ReactNode => {
  const list = useAnswer('provider.list', {});
  if (list?.ok !== true) return null;
  const { providers } = list.value;
  const reports = all.filter((report) => providers.some((provider) => provider.id === report.provider));
  return (
    <div className="round" role="status">
      <ul>
        {reports.map((report) => (
          <li key={report.provider}>
            {t('provider.answered', {
              place: called(providers.find((provider) => provider.id === report.provider)?.name ?? '', report.provider),
              said: report.notes === undefined ? t(`outcome.${report.outcome}`) : saying('placeNote', report.notes),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
};

/** Makes copies on the spot, and says what each place answered. */
export const CopyHere = (): ReactNode => {
  const run = useRequest('backup.run');
  return (
    <>
      <div className="actions">
        <Button look="primary" icon="backup" pending={run.pending} onPress={() => void run.send({})}>
          {t('backup.run')}
        </Button>
      </div>
      {run.answer === undefined ? null : run.answer.ok ? (
        <Round reports={run.answer.value.reports} />
      ) : (
        <Failure failure={run.answer.error} />
      )}
    </>
  );
};

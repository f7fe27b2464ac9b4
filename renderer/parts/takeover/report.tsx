// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { TakeoverReportView } from '../../../shared/view-restore.ts';
import { called, t } from '../../words.ts';
import { Section } from '../base/layout.tsx';
import { saying } from '../base/saying.ts';
import { RestoreReport } from '../copies/restore-report.tsx';
import { UndoSection } from '../copies/undo.tsx';

/** What came of a takeover: as of a restore, and what the other wallet's places were told. */
export const TakeoverReport = ({ report }: { readonly report: TakeoverReportView }): ReactNode => (
  <>
    <RestoreReport report={report} />
    {report.marked.length === 0 ? null : (
      <Section title={t('takeover.marked')}>
        <ul className="sources">
          {report.marked.map((mark) => (
            <li key={mark.provider} className="source">
              <span className="tag" data-tone={mark.done ? 'good' : 'warn'}>
                {t(mark.done ? 'takeover.marked.done' : 'takeover.marked.not')}
              </span>
              <div>
                <p>
                  {called(report.sources.find(({ provider }) => provider === mark.provider)?.name ?? '', mark.provider)}
                </p>
                {mark.note === undefined ? null : <p className="detail">{saying('mark', [mark.note])}</p>}
              </div>
            </li>
          ))}
        </ul>
      </Section>
    )}
    <div className="actions">
      <Link className="button" data-look="primary" href="/">
        {t('restore.toOverview')}
      </Link>
    </div>
    <UndoSection />
  </>
);

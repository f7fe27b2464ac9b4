// SPDX-License-Identifier: GPL-3.0-or-later
import { saying } from '../parts/base/saying.ts';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { TakeoverReportView } from '../../shared/view-restore.ts';
import { useAnswer, useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Button } from '../parts/base/controls.tsx';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { PageHead, Section } from '../parts/base/layout.tsx';
import { RecoveryForm, type Recovery } from '../parts/copies/recovery-form.tsx';
import { RestoreReport } from '../parts/copies/restore-report.tsx';
import { KeepDevice } from '../parts/frame/standing.tsx';

/** Another wallet's money by its sheet: gone on with in an empty wallet, joined into one that keeps backups. */
export const TakeoverPage = (): ReactNode => {
  const status = useAnswer('backup.status', {});
  const takeover = useRequest('backup.takeover');
  const [asked, setAsked] = useState<Recovery & { readonly evenIfNotAbandoned?: boolean }>();
  const joins = status?.ok === true && status.value.state === 'initialized';
  const report = takeover.answer?.ok === true ? takeover.answer.value : undefined;
  const failure = takeover.answer?.ok === false ? takeover.answer.error : undefined;
  const take = (wanted: NonNullable<typeof asked>): void => {
    setAsked(wanted);
    void takeover.send(wanted);
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
            action={t('takeover.do')}
            waiting={t('takeover.pending')}
            pending={takeover.pending}
            onSubmit={take}
            onTouched={takeover.reset}
          />
          <Failure failure={failure} />
          {failure?.kind === 'own-sheet' ? (
            <div className="actions">
              <KeepDevice />
            </div>
          ) : null}
          {failure?.kind === 'not-abandoned' && asked !== undefined ? (
            <div className="card form">
              <p>{t('takeover.even.words')}</p>
              <div className="actions">
                <Button
                  look="danger"
                  pending={takeover.pending}
                  onPress={() => take({ ...asked, evenIfNotAbandoned: true })}
                >
                  {t('takeover.even.do')}
                </Button>
              </div>
            </div>
          ) : null}
          {failure?.kind === 'takeover-asks' && asked !== undefined ? (
            <div className="actions">
              <Button
                look="primary"
                pending={takeover.pending}
                onPress={() => void takeover.send({ ...asked, agreedFees: [...(failure.facts.fees ?? [])] })}
              >
                {t('takeover.agree.do')}
              </Button>
            </div>
          ) : null}
        </>
      ) : (
        <Report report={report} />
      )}
    </>
  );
};

const Report = ({ report }: { readonly report: TakeoverReportView }): ReactNode => (
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
                <p>{report.sources.find(({ provider }) => provider === mark.provider)?.name ?? mark.provider}</p>
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
  </>
);

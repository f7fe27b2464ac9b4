// SPDX-License-Identifier: GPL-3.0-or-later
import type { Spoken } from '../../shared/words/spoken.ts';
import { useIntoView } from '../parts/base/into-view.ts';
import { failureSaid, saying } from '../parts/base/saying.ts';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { TakeoverReportView } from '../../shared/view-restore.ts';
import type { FailureView } from '../../shared/view.ts';
import { useAnswer, useRequest } from '../bridge.ts';
import { called, t } from '../words.ts';
import { Button } from '../parts/base/controls.tsx';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { PageHead, Section } from '../parts/base/layout.tsx';
import { NewExchange } from '../parts/sums/new-exchange.tsx';
import { RecoveryForm, type Recovery } from '../parts/copies/recovery-form.tsx';
import { RestoreProgress } from '../parts/copies/restore-progress.tsx';
import { RestoreReport } from '../parts/copies/restore-report.tsx';
import { UndoSection } from '../parts/copies/undo.tsx';
import { keepSheet } from '../parts/copies/kept-sheet.ts';
import { NOTHING_TYPED } from '../parts/typing/typed.ts';
import { KeepDevice } from '../parts/frame/standing.tsx';

/** The sheet with what its person has answered so far. */
type Wanted = Recovery & {
  readonly evenIfNotAbandoned?: boolean;
  readonly newExchanges?: string[];
  readonly agreedFees?: string[];
};

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
            onSubmit={take}
            onTouched={takeover.reset}
          />
          <RestoreProgress />
          <Answer failure={failure} pending={takeover.pending} asked={asked} take={take} />
        </>
      ) : (
        <Report report={report} />
      )}
    </>
  );
};

/** What stands in the way of a takeover, with the answer that there is to it. */
const Answer = ({
  failure,
  pending,
  asked,
  take,
}: {
  readonly failure: FailureView | undefined;
  readonly pending: boolean;
  readonly asked: Wanted | undefined;
  readonly take: (wanted: Wanted) => void;
}): ReactNode => {
  if (failure?.kind === 'own-sheet')
    return (
      <>
        <Failure failure={failure} />
        <div className="actions">
          <KeepDevice />
        </div>
      </>
    );
  if (asked === undefined || failure === undefined) return <Failure failure={failure} />;
  const { newExchanges = [] } = asked;
  switch (failure.kind) {
    case 'unknown-exchange':
      return (
        <NewExchange
          failure={failure}
          pending={pending}
          onAdd={(exchange) => take({ ...asked, newExchanges: [...newExchanges, exchange] })}
        />
      );
    case 'not-abandoned':
      return (
        <>
          <Failure failure={failure} />
          <div className="card form">
            <p>{t('takeover.even.words')}</p>
            <div className="actions">
              <Button look="danger" pending={pending} onPress={() => take({ ...asked, evenIfNotAbandoned: true })}>
                {t('takeover.even.do')}
              </Button>
            </div>
          </div>
        </>
      );
    case 'takeover-asks': {
      const agreedFees = [...(failure.facts.fees ?? [])];
      return (
        <Question words={failureSaid(failure)}>
          <Button look="primary" pending={pending} onPress={() => take({ ...asked, agreedFees })}>
            {t('takeover.agree.do')}
          </Button>
        </Question>
      );
    }
    default:
      return <Failure failure={failure} />;
  }
};

/** What is asked before money moves: nothing has gone wrong, so it does not look like it. */
const Question = ({ words, children }: { readonly words: Spoken; readonly children: ReactNode }): ReactNode => (
  <Section title={t('takeover.agree.title')}>
    <div className="card form" role="status" data-kind="takeover-asks" ref={useIntoView<HTMLDivElement>()}>
      <p>{words}</p>
      <div className="actions">{children}</div>
    </div>
  </Section>
);

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
    <UndoSection />
    <div className="actions">
      <Link className="button" data-look="primary" href="/">
        {t('restore.toOverview')}
      </Link>
    </div>
  </>
);

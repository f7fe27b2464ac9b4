// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { ImportReportView } from '../../shared/view-import.ts';
import type { FailureView } from '../../shared/view.ts';
import { useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Button } from '../parts/base/controls.tsx';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { useIntoView } from '../parts/base/into-view.ts';
import { PageHead, Section } from '../parts/base/layout.tsx';
import { failureApart, saying } from '../parts/base/saying.ts';
import { ImportBad, ImportFound, ImportPlaces } from '../parts/copies/import-found.tsx';
import { ImportGiven, type Given } from '../parts/copies/import-given.tsx';
import { RestoreProgress } from '../parts/copies/restore-progress.tsx';
import { NewExchange } from '../parts/sums/new-exchange.tsx';

/** What was given, with what its person has answered so far. */
type Wanted = Given & { readonly newExchanges?: string[]; readonly agreedFees?: string[] };

/** The money of GNU Taler's wallet: what is there is shown, then it is brought in. */
export const ImportPage = (): ReactNode => {
  const look = useRequest('import.read');
  const run = useRequest('import.run');
  const [given, setGiven] = useState<Given>();
  const [asked, setAsked] = useState<Wanted>();
  const seen = look.answer?.ok === true ? look.answer.value : undefined;
  const report = run.answer?.ok === true ? run.answer.value : undefined;
  const failure = look.answer?.ok === false ? look.answer.error : undefined;
  const [asksSecret, setAsksSecret] = useState(false);
  const touched = (): void => {
    look.reset();
    run.reset();
    setGiven(undefined);
    setAsksSecret(false);
  };
  const bring = (wanted: Wanted): void => {
    setAsked(wanted);
    void run.send(wanted);
  };
  if (report !== undefined) return <Report report={report} />;
  return (
    <>
      <PageHead title={t('import.title')} lead={t('import.lead')} />
      <ImportGiven
        asksSecret={asksSecret}
        pending={look.pending || run.pending}
        looking={look.pending}
        isRead={seen !== undefined}
        onTouched={touched}
        onLook={(wanted) => {
          run.reset();
          setGiven(wanted);
          void look.send(wanted).then((answer) => {
            if (!answer.ok && answer.error.kind === 'import-needs-secret') setAsksSecret(true);
          });
        }}
      />
      <Trouble failure={failure} />
      {seen === undefined ? null : <ImportFound view={seen} />}
      {seen?.isHere === true ? (
        <Notice tone="plain" live>
          <p>{t('import.here')}</p>
        </Notice>
      ) : null}
      {seen === undefined || seen.isHere || given === undefined || run.answer?.ok === false ? null : (
        <Begin pending={run.pending} onBegin={() => bring(given)} />
      )}
      {run.pending ? <RestoreProgress /> : null}
      <Answer
        failure={run.answer?.ok === false ? run.answer.error : undefined}
        pending={run.pending}
        asked={asked}
        bring={bring}
      />
    </>
  );
};

const Begin = ({ pending, onBegin }: { readonly pending: boolean; readonly onBegin: () => void }): ReactNode => (
  <div className="card form">
    <p>{t('import.stop')}</p>
    <div className="actions">
      <Button look="primary" pending={pending} onPress={onBegin}>
        {t('import.do')}
      </Button>
    </div>
    {pending ? (
      <p className="detail" role="status">
        {t('import.pending')}
      </p>
    ) : null}
  </div>
);

/** Why nothing is shown; that a copy is sealed is no failure, and said at the field that asks what opens it. */
const Trouble = ({ failure }: { readonly failure: FailureView | undefined }): ReactNode => (
  <Failure failure={failure?.kind === 'import-needs-secret' ? undefined : failure} />
);

/** What is asked before money moves, with the answer that there is to it. */
const Answer = ({
  failure,
  pending,
  asked,
  bring,
}: {
  readonly failure: FailureView | undefined;
  readonly pending: boolean;
  readonly asked: Wanted | undefined;
  readonly bring: (wanted: Wanted) => void;
}): ReactNode => {
  const view = useIntoView<HTMLDivElement>();
  if (asked === undefined || failure === undefined) return <Failure failure={failure} />;
  const { newExchanges = [] } = asked;
  if (failure.kind === 'unknown-exchange')
    return (
      <NewExchange
        failure={failure}
        pending={pending}
        onAdd={(exchange) => bring({ ...asked, newExchanges: [...newExchanges, exchange] })}
      />
    );
  if (failure.kind !== 'import-asks') return <Failure failure={failure} />;
  return (
    <Section title={t('import.ask.title')}>
      <div className="card form" role="status" data-kind="import-asks" ref={view}>
        {failureApart(failure).map((said) => (
          <p key={said}>{said}</p>
        ))}
        <div className="actions">
          <Button
            look="primary"
            pending={pending}
            onPress={() => bring({ ...asked, agreedFees: [...(failure.facts.fees ?? [])] })}
          >
            {t('import.agree')}
          </Button>
        </div>
      </div>
    </Section>
  );
};

const Report = ({ report }: { readonly report: ImportReportView }): ReactNode => (
  <>
    <PageHead title={t('import.title')} />
    <Notice tone={report.bad.length === 0 && report.exchangesSilent.length === 0 ? 'good' : 'warn'} live>
      <p>{saying('restored', report.said)}</p>
    </Notice>
    <ImportBad bad={report.bad} />
    <ImportPlaces places={report.places} />
    <div className="actions">
      <Link className="button" data-look="primary" href="/">
        {t('restore.toOverview')}
      </Link>
      {report.said.some(({ kind }) => kind === 'brought-own-secret') ? (
        <Link className="button" href="/sheet">
          {t('import.toSheet')}
        </Link>
      ) : null}
    </div>
  </>
);

// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { Said } from '../../../shared/facts/subjects.ts';
import { placesLostOnly, type DrillPlaceView, type DrillReportView } from '../../../shared/view-drill.ts';
import { ask, useAnswer } from '../../bridge.ts';
import { called, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Notice } from '../base/failure.tsx';
import { useIntoView } from '../base/into-view.ts';
import { Section } from '../base/layout.tsx';
import { saying } from '../base/saying.ts';
import { Success } from '../base/success.tsx';
import { CopyHere } from './round.tsx';
import { WhoIsAsked } from './restore-progress.tsx';
import './drill.css';

const TONE = { behind: 'warn', failed: 'bad' } as const;
const BRINGS = { all: 'good', part: 'warn', nothing: 'plain' } as const;

/** How far the test has come that is under way, and the way to end it; nothing while there is none. */
export const DrillProgress = (): ReactNode => {
  const answer = useAnswer('drill.progress', {});
  const progress = answer?.ok === true ? answer.value.progress : null;
  if (progress === null) return null;
  return (
    <div className="drill" aria-live="polite" data-testid="drill-progress">
      <p>{t('trial.running')}</p>
      {progress.places.length === 0 ? null : <WhoIsAsked progress={progress} />}
      <div className="actions">
        <Button onPress={() => void ask('drill.stop', {})}>{t('trial.stop')}</Button>
      </div>
    </div>
  );
};

const headline = (report: DrillReportView) => {
  const places = placesLostOnly(report);
  return places > 0 ? t('trial.verdict.places', { places }) : t(`trial.verdict.${report.verdict}`);
};

/** What would come back, by whom, and what the paper leads to. */
export const DrillReport = ({ report }: { readonly report: DrillReportView }): ReactNode => (
  <div ref={useIntoView<HTMLDivElement>()} className="drill" data-testid="drill-report" data-verdict={report.verdict}>
    {report.verdict === 'passed' ? (
      <Success title={headline(report)} next={[['/protection', t('success.protection')]]}>
        <Found report={report} />
      </Success>
    ) : (
      <Notice tone={TONE[report.verdict]} live>
        <p>
          <strong>{headline(report)}</strong>
        </p>
        <Found report={report} />
      </Notice>
    )}
    {report.said.some(({ kind }) => kind === 'copy-now') ? <CopyHere /> : null}
    <Section title={t('trial.places')}>
      <ul className="sources">
        {report.places.map((place) => (
          <li key={place.provider}>
            <Place place={place} />
          </li>
        ))}
      </ul>
      {report.coinsChecked === 0 ? null : <p className="detail">{t('trial.coins', { count: report.coinsChecked })}</p>}
    </Section>
  </div>
);

const Found = ({ report }: { readonly report: DrillReportView }): ReactNode => (
  <>
    <Reasons said={report.said} />
    {report.sheet === undefined ? null : <p>{saying('sheetTest', report.sheet.said)}</p>}
  </>
);

const SUM: ReadonlySet<Said<'drill'>['kind']> = new Set(['all-back', 'not-all', 'nothing-found', 'oldest']);

/** The sum in one go, then one line for each thing that is to be known. */
const Reasons = ({ said }: { readonly said: readonly Said<'drill'>[] }): ReactNode => {
  const reasons = said.filter(({ kind }) => !SUM.has(kind));
  return (
    <>
      <p>
        {saying(
          'drill',
          said.filter(({ kind }) => SUM.has(kind)),
        )}
      </p>
      {reasons.length === 0 ? null : (
        <ul className="points">
          {reasons.map((each) => (
            <li key={each.kind}>{saying('drill', [each])}</li>
          ))}
        </ul>
      )}
    </>
  );
};

const Place = ({ place }: { readonly place: DrillPlaceView }): ReactNode => (
  <div className="source">
    <span className="tag" data-tone={place.lost === true ? 'bad' : BRINGS[place.brings]}>
      {place.answer === 'silent' ? t('answer.silent') : t(`trial.brings.${place.brings}`)}
    </span>
    <div>
      <p>
        <strong>{called(place.name, place.provider)}</strong>
      </p>
      <p className="detail">
        {place.notes.length === 0 ? t(`answer.${place.answer}.why`) : saying('source', place.notes)}
        {place.copyFrom === undefined ? null : <> {t('restore.copyFrom', { at: place.copyFrom })}</>}
        {place.brings === 'part' ? <> {saying('drill', [{ kind: 'alone', facts: { sums: place.sums } }])}</> : null}
      </p>
    </div>
  </div>
);

// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { DrillReportView } from '../../../shared/view-drill.ts';
import type { RestoreIssuerView, RestorePlaceView } from '../../../shared/view-restore.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { ask, useAnswer } from '../../bridge.ts';
import { called, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Icon, type IconName } from '../base/icons.tsx';
import { issuerTitle } from '../base/issuer.ts';
import { Money, moneyText } from '../base/money.tsx';
import { DrillReport } from '../copies/drill.tsx';

/** The test before the eyes: a row for the page, for each place and for each issuer, from waiting to done; then the sum. */
export const DrillRows = ({
  report,
  onAgain,
  onDone,
}: {
  readonly report: DrillReportView | undefined;
  readonly onAgain: () => void;
  readonly onDone: () => void;
}): ReactNode => {
  const answer = useAnswer('drill.progress', {}, report === undefined);
  const progress = answer?.ok === true ? answer.value.progress : null;
  const places = report?.places ?? progress?.places ?? [];
  const issuers = progress?.issuers ?? [];
  return (
    <section className="card begin-drill" aria-live="polite" data-testid="begin-drill">
      <ul className="begin-rows">
        <li data-state="added">
          <RowMark state="done" />
          <div>
            <p>
              <strong>{t('begin.drill.read')}</strong>
            </p>
          </div>
        </li>
        {places.map((place) => (
          <li key={place.provider}>
            <PlaceRow place={place} isOver={report !== undefined} />
          </li>
        ))}
        {issuers.map((issuer) => (
          <li key={issuer.exchange}>
            <IssuerRow issuer={issuer} />
          </li>
        ))}
      </ul>
      {report === undefined ? (
        <div className="actions">
          <p role="status">{t('trial.running')}</p>
          <Button onPress={() => void ask('drill.stop', {})}>{t('trial.stop')}</Button>
        </div>
      ) : (
        <Verdict report={report} onAgain={onAgain} onDone={onDone} />
      )}
    </section>
  );
};

/** The sum in large figures where all of it comes back; everything else is said in full. */
const Verdict = ({
  report,
  onAgain,
  onDone,
}: {
  readonly report: DrillReportView;
  readonly onAgain: () => void;
  readonly onDone: () => void;
}): ReactNode => {
  const isWhole = report.verdict === 'passed';
  return (
    <>
      {isWhole && report.total.length > 0 ? (
        <div className="begin-sum" data-testid="begin-sum">
          <p className="detail">{t('begin.drill.brings')}</p>
          {report.total.map((total, at) => (
            <p key={total}>
              <strong>
                <Money text={report.brought[at] ?? total} size="large" />
              </strong>{' '}
              {t('begin.drill.of', { total })}
            </p>
          ))}
        </div>
      ) : null}
      {isWhole && report.total.length === 0 ? <p>{t('begin.drill.noMoney')}</p> : null}
      {isWhole ? null : <DrillReport report={report} />}
      <div className="actions">
        {isWhole ? null : <Button onPress={onAgain}>{t('begin.drill.again')}</Button>}
        <Button look={isWhole ? 'primary' : 'plain'} onPress={onDone}>
          {t(isWhole ? 'begin.done' : 'begin.later')}
        </Button>
      </div>
    </>
  );
};

type RowState = 'waiting' | 'done' | 'warn';
const MARKS: Readonly<Record<RowState, IconName>> = { waiting: 'clock', done: 'check', warn: 'warning' };

const RowMark = ({ state }: { readonly state: RowState }): ReactNode => (
  <span className="begin-mark" data-state={state}>
    <Icon name={MARKS[state]} />
  </span>
);

const PlaceRow = ({ place, isOver }: { readonly place: RestorePlaceView; readonly isOver: boolean }): ReactNode => {
  const { provider, name, answer, copyFrom } = place;
  const sums = 'sums' in place && isOver ? (place.sums as readonly string[]) : [];
  const said: Spoken = answer === undefined ? t('restore.asking.why') : t(`answer.${answer}.why`);
  return (
    <>
      <RowMark state={answer === undefined ? 'waiting' : answer === 'found' ? 'done' : 'warn'} />
      <div>
        <p>
          <strong>{called(name, provider)}</strong>
        </p>
        <p className="detail">
          {said}
          {copyFrom === undefined ? null : <> {t('restore.copyFrom', { at: copyFrom })}</>}
        </p>
      </div>
      <span className="begin-brings">{sums.map((sum) => moneyText(sum)).join(' · ')}</span>
    </>
  );
};

const IssuerRow = ({ issuer: { exchange, checked, of, state } }: { readonly issuer: RestoreIssuerView }): ReactNode => (
  <>
    <RowMark state={state === 'checking' ? 'waiting' : state === 'done' ? 'done' : 'warn'} />
    <div>
      <p>
        <strong>{issuerTitle(exchange)}</strong>
      </p>
      <p className="detail">
        {t('issuer.progress', { checked, of })}
        {state === 'silent' ? <> {t('issuer.silent.why')}</> : null}
      </p>
    </div>
  </>
);

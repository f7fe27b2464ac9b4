// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { DrillProgressView } from '../../../shared/view-drill.ts';
import type { RestoreIssuerView, RestorePlaceView } from '../../../shared/view-restore.ts';
import { ask, useAnswer } from '../../bridge.ts';
import { called, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { issuerName, issuerTitle } from '../base/issuer.ts';
import { Section } from '../base/layout.tsx';
import { Money } from '../base/money.tsx';

const TONE = { found: 'good', empty: 'warn', silent: 'warn', unusable: 'bad', asking: 'plain' } as const;
const ISSUER_TONE = { checking: 'plain', done: 'good', silent: 'warn' } as const;

/** How far the restore or takeover has come that is under way; nothing while there is none. */
export const RestoreProgress = (): ReactNode => {
  const answer = useAnswer('restore.progress', {});
  const progress = answer?.ok === true ? answer.value.progress : null;
  if (progress === null || progress.places.length === 0) return null;
  return (
    <div className="sections" aria-live="polite" data-testid="restore-progress">
      {progress.joined ? <SoFar /> : null}
      <WhoIsAsked progress={progress} />
      {progress.joined ? null : (
        <div className="actions">
          <Button onPress={() => void ask('restore.stop', {})}>{t('restore.stop')}</Button>
        </div>
      )}
    </div>
  );
};

/** Places and issuers, each with what it has said by now. */
export const WhoIsAsked = ({ progress }: { readonly progress: DrillProgressView }): ReactNode => (
  <>
    <Section title={t('restore.progress.places')}>
      <ul className="sources">
        {progress.places.map((place) => (
          <li key={place.provider}>
            <Place place={place} />
          </li>
        ))}
      </ul>
    </Section>
    {progress.issuers.length === 0 ? null : (
      <Section title={t('restore.progress.issuers')}>
        <ul className="sources">
          {progress.issuers.map((issuer) => (
            <li key={issuer.exchange}>
              <Issuer issuer={issuer} />
            </li>
          ))}
        </ul>
      </Section>
    )}
  </>
);

/** The money that is here already; it can be used while the rest goes on. */
const SoFar = (): ReactNode => {
  const overview = useAnswer('wallet.overview', {});
  const balances = overview?.ok === true ? overview.value.balances : [];
  return (
    <Section title={t('restore.progress.money')}>
      <div className="balances">
        {balances.map(({ exchange, currency, total }) => (
          <article
            key={`${exchange} ${currency}`}
            className="card balance"
            aria-label={t('overview.balanceOf', { currency })}
          >
            <p className="balance-total" data-testid="so-far">
              <Money text={total} size="large" />
            </p>
            <p className="detail">
              {t('overview.issuedBy')} {issuerName(exchange)}
            </p>
          </article>
        ))}
      </div>
      <p>{t('restore.progress.joined')}</p>
      <p>
        <Link href="/">{t('restore.toOverview')}</Link>
      </p>
    </Section>
  );
};

const Place = ({ place: { provider, name, answer, copyFrom } }: { readonly place: RestorePlaceView }): ReactNode => (
  <div className="source">
    <span className="tag" data-tone={TONE[answer ?? 'asking']}>
      {answer === undefined ? t('restore.asking') : t(`answer.${answer}`)}
    </span>
    <div>
      <p>
        <strong>{called(name, provider)}</strong>
      </p>
      <p className="detail">
        {answer === undefined ? t('restore.asking.why') : t(`answer.${answer}.why`)}
        {copyFrom === undefined ? null : <> {t('restore.copyFrom', { at: copyFrom })}</>}
      </p>
    </div>
  </div>
);

const Issuer = ({ issuer: { exchange, checked, of, state } }: { readonly issuer: RestoreIssuerView }): ReactNode => (
  <div className="source">
    <span className="tag" data-tone={ISSUER_TONE[state]}>
      {t(`issuer.${state}`)}
    </span>
    <div>
      <p>
        <strong>{issuerTitle(exchange)}</strong>
      </p>
      <p className="detail">
        {t('issuer.progress', { checked, of })}
        {state === 'silent' ? <> {t('issuer.silent.why')}</> : null}
      </p>
    </div>
  </div>
);

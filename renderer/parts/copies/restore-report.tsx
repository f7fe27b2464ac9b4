// SPDX-License-Identifier: GPL-3.0-or-later
import { saying } from '../base/saying.ts';
import type { ReactNode } from 'react';
import type { RestoreReportView, RestoreSourceView } from '../../../shared/view-restore.ts';
import { called, row, t } from '../../words.ts';
import { Notice } from '../base/failure.tsx';
import { Success } from '../base/success.tsx';
import { useIntoView } from '../base/into-view.ts';
import { Section } from '../base/layout.tsx';
import { issuerName } from '../base/issuer.ts';
import { Money } from '../base/money.tsx';
import { PlayTag } from '../base/play-tag.tsx';

const TONE = { found: 'good', empty: 'plain', silent: 'warn', unusable: 'bad' } as const;

/** Who answered with what. "Did not answer" is never shown as "has nothing". */
export const RestoreReport = ({ report }: { readonly report: RestoreReportView }): ReactNode => {
  const answers = report.sources.map(({ answer }) => answer);
  // What is empty beside a good copy is no worry of the whole; a void sheet is.
  const isWell =
    !report.said.some(({ kind }) => kind === 'moved') &&
    answers.includes('found') &&
    answers.every((answer) => answer === 'found' || answer === 'empty') &&
    !report.sources.some(isBehindItself) &&
    report.exchangesSilent.length === 0;
  return (
    <>
      <div ref={useIntoView<HTMLDivElement>()}>
        {isWell ? (
          <div className="card">
            <Success title={saying('restored', report.said)} next={[['/', t('success.toMoney')]]} />
          </div>
        ) : (
          <Notice tone="warn" live>
            <p>{saying('restored', report.said)}</p>
          </Notice>
        )}
      </div>
      <div className="balances">
        {report.balances.map((balance) => (
          <article
            key={`${balance.exchange} ${balance.currency}`}
            className="card balance"
            aria-label={t('overview.balanceOf', { currency: balance.currency })}
          >
            <p className="balance-total" data-testid="restored-total">
              <Money text={balance.total} size="large" />
              <PlayTag exchange={balance.exchange} />
            </p>
            <p className="detail">
              {t('overview.issuedBy')} {issuerName(balance.exchange)}
            </p>
          </article>
        ))}
      </div>
      <Sources sources={report.sources} />
      <Section title={t('restore.coins')}>
        <Checked report={report} />
        {report.exchangesSilent.length === 0 || report.said.some(({ kind }) => kind === 'issuers-silent') ? null : (
          <Notice tone="warn">
            <p>{t('restore.exchangesSilent', { exchanges: report.exchangesSilent })}</p>
          </Notice>
        )}
      </Section>
    </>
  );
};

/** The places that were asked, each with its answer; an address stands only where it tells two of one name apart. */
export const Sources = ({ sources }: { readonly sources: readonly RestoreSourceView[] }): ReactNode => {
  const shared = repeated(sources.map(({ name, provider }) => called(name, provider)));
  return (
    <Section title={t('restore.sources')}>
      <ul className="sources">
        {sources.map((source) => (
          <li key={source.provider}>
            <Source source={source} isAlone={!shared.has(called(source.name, source.provider))} />
          </li>
        ))}
      </ul>
    </Section>
  );
};

const repeated = (names: readonly string[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.size === seen.add(name).size));
};

/** What was found of the money; where nobody was asked or answered, nothing was. */
const Checked = ({
  report: { coinsChecked: count, coinsSpentElsewhere: spent, exchangesSilent },
}: {
  readonly report: RestoreReportView;
}): ReactNode =>
  count === 0 ? (
    <p>{t(exchangesSilent.length === 0 ? 'restore.nothingToCheck' : 'restore.nobodyChecked')}</p>
  ) : (
    <p>
      {t('restore.coinsChecked', { count })}{' '}
      {spent === 0 ? t('restore.coinsNoneSpent', { count }) : t('restore.coinsSpent', { count: spent })}
    </p>
  );

const Source = ({
  source,
  isAlone,
}: {
  readonly source: RestoreSourceView;
  /** no other place is called the same */
  readonly isAlone: boolean;
}): ReactNode => (
  <div className="source">
    <span className="tag" data-tone={isBehindItself(source) ? 'warn' : TONE[source.answer]}>
      {t(`answer.${source.answer}`)}
    </span>
    <div>
      <p>
        <strong>{called(source.name, source.provider)}</strong>{' '}
        {isWeb(source.provider) && !isAlone ? <span className="detail address">{row(source.provider)}</span> : null}
      </p>
      <p className="detail">
        {source.notes.length === 0 ? t(`answer.${source.answer}.why`) : saying('source', source.notes)}
        {source.copyFrom === undefined ? null : <> {t('restore.copyFrom', { at: source.copyFrom })}</>}
      </p>
    </div>
  </div>
);

/** It gave a copy, an older one than it had promised to keep. */
const isBehindItself = ({ notes }: RestoreSourceView): boolean => notes.some(({ kind }) => kind === 'behind-itself');

/** What a folder is known by here says nothing to a person; its name does. */
const isWeb = (provider: string): boolean => /^https?:/i.test(provider);

// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { ImportBadView, ImportView } from '../../../shared/view-import.ts';
import { address, t } from '../../words.ts';
import { useIntoView } from '../base/into-view.ts';
import { Section } from '../base/layout.tsx';
import { saying } from '../base/saying.ts';
import { Sources } from './restore-report.tsx';

/** What is in it, issuer by issuer, and what of it cannot be brought in. */
export const ImportFound = ({ view }: { readonly view: ImportView }): ReactNode => (
  <div className="sections" ref={useIntoView<HTMLDivElement>()} role="status">
    <Section title={t('import.found')}>
      {view.writtenAt === undefined ? null : <p>{t('import.written', { at: view.writtenAt })}</p>}
      {view.issuers.length === 0 ? <p>{t('import.empty')}</p> : null}
      <ul className="sources">
        {view.issuers.map(({ exchange, there, coins, incoming }) => (
          <li key={exchange + there}>
            <p>
              <strong>{t('import.issuer', { there, issuer: exchange })}</strong>
            </p>
            <p className="detail">
              {t('import.issuer.coins', { coins })}{' '}
              {isNothing(incoming) ? null : t('import.issuer.incoming', { sum: incoming })}
            </p>
          </li>
        ))}
      </ul>
      <p className="detail">{t('import.counts', { payments: view.payments, withdrawals: view.withdrawals })}</p>
      <p className="detail">{t('import.byTheCopy')}</p>
    </Section>
    {view.sources.length === 0 ? null : <Sources sources={view.sources} />}
    <ImportBad bad={view.bad} />
    <ImportPlaces places={view.places} />
  </div>
);

const isNothing = (sum: string): boolean => sum.endsWith(':0');

/** Each record that cannot be brought in as it is, with what hangs on it. */
export const ImportBad = ({ bad }: { readonly bad: readonly ImportBadView[] }): ReactNode =>
  bad.length === 0 ? null : (
    <Section title={t('import.bad')}>
      <ul className="points">
        {bad.map((each, at) => (
          <li key={at}>{t('import.bad.line', { at: each.at, what: saying('brought', [each.said]) })}</li>
        ))}
      </ul>
    </Section>
  );

/** Where that wallet keeps copies: suggestions, which nobody takes by himself. */
export const ImportPlaces = ({ places }: { readonly places: readonly string[] }): ReactNode =>
  places.length === 0 ? null : (
    <Section title={t('import.places')}>
      <p className="detail">{t('import.places.help')}</p>
      <ul>
        {places.map((place) => (
          <li key={place} className="address selectable">
            {address(place)}
          </li>
        ))}
      </ul>
    </Section>
  );

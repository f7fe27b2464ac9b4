// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { RekeyPlaceView, RekeyQuoteView } from '../../../shared/view-rekey.ts';
import type { ReissueLine } from '../../../shared/view-restore.ts';
import { address, called, shown, t } from '../../words.ts';
import { Section } from '../base/layout.tsx';
import { isZeroText } from '../base/money.tsx';
import { saying } from '../base/saying.ts';

/** What a new secret costs, place by place and issuer by issuer, and what it cannot do. */
export const RekeyQuote = ({ quote }: { readonly quote: RekeyQuoteView }): ReactNode => {
  const total = quote.total.filter((sum) => !isZeroText(sum));
  const isPaid = quote.places.some((place) => place.total !== undefined);
  return (
    <>
      <div className="card form">
        <p>
          <strong>
            {total.length === 0
              ? t('newSecret.cost.nothing')
              : t('newSecret.cost', { total: shown().list(total.map(shown().amount)) })}
          </strong>
        </p>
        {quote.places.length === 0 ? null : (
          <>
            <h2>{t('newSecret.places')}</h2>
            <ul className="points">
              {quote.places.map((place) => (
                <li key={place.id}>
                  <strong>{called(place.name, place.id)}</strong> <span className="detail">{priceOf(place)}</span>
                </li>
              ))}
            </ul>
            {isPaid ? <p className="detail">{t('newSecret.place.lost')}</p> : null}
          </>
        )}
        {quote.money.length === 0 ? null : (
          <>
            <h2>{t('newSecret.money')}</h2>
            <ul className="points">
              {quote.money.map((line) => (
                <li key={line.exchange}>
                  <strong className="address">{address(line.exchange)}</strong>{' '}
                  <span className="detail">{moveOf(line)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <Section title={t('newSecret.know')}>
        <div className="card">
          <ul className="points">
            {quote.said.map((each) => (
              <li key={each.kind}>{saying('rekey', [each])}</li>
            ))}
          </ul>
        </div>
      </Section>
    </>
  );
};

const priceOf = ({ fee, total }: RekeyPlaceView) =>
  fee === undefined || total === undefined ? t('newSecret.place.free') : t('newSecret.place.year', { fee, total });

const moveOf = ({ total, fees, reachable, why }: ReissueLine) =>
  why === undefined ? t('newSecret.money.cost', { sum: total, fees }) : t('newSecret.money.silent', { sum: reachable });

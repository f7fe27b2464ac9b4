// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { RekeyPlaceView, RekeyQuoteView } from '../../../shared/view-rekey.ts';
import type { ReissueLine } from '../../../shared/view-restore.ts';
import { shown, t } from '../../words.ts';
import { issuerName } from '../base/issuer.ts';
import { Section } from '../base/layout.tsx';
import { isZeroText, Money } from '../base/money.tsx';
import { saying } from '../base/saying.ts';
import type { Deed } from '../base/agree-parts.tsx';
import { placeWhom } from './place-whom.ts';
import { AgreeList, type AgreeLine } from '../base/agree-list.tsx';

/** What a new secret costs, place by place and issuer by issuer, what it cannot do, and the button that makes it. */
export const RekeyQuote = ({
  quote,
  deed,
}: {
  readonly quote: RekeyQuoteView;
  readonly deed: Omit<Deed, 'words'>;
}): ReactNode => {
  const isPaid = quote.places.some((place) => place.total !== undefined);
  const sums = paidSums(quote);
  return (
    <>
      <Section title={t('newSecret.know')}>
        <div className="card">
          <ul className="points">
            {quote.said.map((each) => (
              <li key={each.kind}>{saying('rekey', [each])}</li>
            ))}
          </ul>
        </div>
      </Section>
      <AgreeList
        lines={[...quote.places.map(placeLine), ...quote.money.map(moneyLine)]}
        deed={{
          ...deed,
          words: sums === undefined ? t('newSecret.do') : t('newSecret.do.paid', { total: sums }),
        }}
      >
        <p>
          <strong>{sums === undefined ? t('newSecret.cost.nothing') : t('newSecret.cost', { total: sums })}</strong>
        </p>
        {isPaid ? <p className="detail">{t('newSecret.place.lost')}</p> : null}
      </AgreeList>
    </>
  );
};

/** What it costs at most, currency by currency; undefined where it is free. */
export const paidSums = ({ total }: RekeyQuoteView) => {
  const sums = total.filter((sum) => !isZeroText(sum));
  return sums.length === 0 ? undefined : shown().list(sums.map(shown().amount));
};

const placeLine = (place: RekeyPlaceView): AgreeLine => ({
  key: place.id,
  whom: placeWhom(t('newSecret.places'), place.name ?? '', [place.id]),
  facts: [],
  children: <p className="detail">{priceOf(place)}</p>,
});

const moneyLine = (line: ReissueLine): AgreeLine => ({
  key: line.exchange,
  whom: { label: t('receive.exchange'), host: issuerName(line.exchange) },
  facts:
    line.why === undefined
      ? [
          [t('newSecret.money.moves'), <Money key="sum" text={line.total} />],
          [t('pay.fees'), <Money key="fees" text={line.fees} />],
        ]
      : [],
  children:
    line.why === undefined ? null : <p className="detail">{t('newSecret.money.silent', { sum: line.reachable })}</p>,
});

const priceOf = ({ fee, total }: RekeyPlaceView) =>
  fee === undefined || total === undefined ? t('newSecret.place.free') : t('newSecret.place.year', { fee, total });

// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { calledPlace } from '../../../shared/names.ts';
import type { ProviderView } from '../../../shared/view-backup.ts';
import type { EmptyQuoteLine, EmptyQuoteView } from '../../../shared/view-devices.ts';
import { useAnswer } from '../../bridge.ts';
import { shown, t } from '../../words.ts';
import { Notice } from '../base/failure.tsx';
import { issuerName } from '../base/issuer.ts';
import { Facts } from '../base/layout.tsx';
import { isZeroText, Money } from '../base/money.tsx';

/** What emptying will send and what that costs, exchange by exchange, before anything is sent. */
export const EmptyQuote = ({ quote }: { readonly quote: EmptyQuoteView }): ReactNode => (
  <>
    {quote.lines.length === 0 ? <p>{t('emptyQuote.nothing')}</p> : null}
    <ul className="quotes">
      {quote.lines.map((line) => (
        <li key={`${line.exchange} ${line.currency}`}>
          <Line line={line} />
        </li>
      ))}
    </ul>
    {quote.underWay ? (
      <Notice tone="warn">
        <p>{t('emptyQuote.underWay')}</p>
      </Notice>
    ) : null}
    <PaidPlaces />
  </>
);

/** Years at places that the wallet has paid go with it. */
const PaidPlaces = (): ReactNode => {
  const list = useAnswer('provider.list', {});
  const places = list?.ok === true ? list.value.providers : [];
  return places.map(({ id, name, annualFee = '', paidUntil, notes }) =>
    paidUntil === undefined || annualFee === '' || isZeroText(annualFee) || isOver(notes) ? null : (
      <p key={id} className="detail">
        {t('empty.paid', { place: calledPlace(id, name), until: paidUntil })}
      </p>
    ),
  );
};

const Line = ({ line }: { readonly line: EmptyQuoteLine }): ReactNode => (
  <>
    <p className="quote-of">{issuerName(line.exchange)}</p>
    {line.payments === 0 ? (
      <p>{t('emptyQuote.none')}</p>
    ) : (
      <Facts
        look="receipt"
        facts={[
          [t('emptyQuote.payments'), shown().integer(line.payments)],
          [t('send.amount'), <Money key="amount" text={line.amount} />],
          [t('emptyQuote.fees'), <Money key="fees" text={line.fees} />],
          [t('emptyQuote.total'), <Money key="total" text={line.total} />],
        ]}
      />
    )}
    {isZeroText(line.dust) ? null : <p className="detail">{t('emptyQuote.dust', { sum: line.dust })}</p>}
    {isZeroText(line.later) ? null : <p className="detail">{t('emptyQuote.later', { sum: line.later })}</p>}
  </>
);

const isOver = (notes: ProviderView['notes'] = []): boolean => notes.some(({ kind }) => kind === 'year-over');

// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { calledPlace } from '../../../shared/names.ts';
import type { ProviderView } from '../../../shared/view-backup.ts';
import type { EmptyQuoteLine, EmptyQuoteView } from '../../../shared/view-devices.ts';
import { joined } from '../../../shared/words/spoken.ts';
import { useAnswer } from '../../bridge.ts';
import { shown, t } from '../../words.ts';
import { Notice } from '../base/failure.tsx';
import { issuerName } from '../base/issuer.ts';
import { isZeroText, Money, moneyText, sumByCurrency } from '../base/money.tsx';
import type { Deed } from '../base/agree-parts.tsx';
import { theyGet } from './agree-card.tsx';
import { AgreeList, type AgreeLine } from '../base/agree-list.tsx';

/** What emptying will send, what that costs and what the other wallet gets, issuer by issuer, and the button that sends it. */
export const EmptyQuote = ({
  quote,
  again,
  deed,
}: {
  readonly quote: EmptyQuoteView;
  /** some of it was sent before and came back */
  readonly again: boolean;
  readonly deed: Omit<Deed, 'words'>;
}): ReactNode => {
  const sums = [...sumByCurrency(quote.lines.map(({ amount }) => amount)).values()].filter((sum) => !isZeroText(sum));
  const all = { sums: joined(sums.map(moneyText), ', ') };
  const words =
    sums.length === 0
      ? t(again ? 'empty.again' : 'empty.begin')
      : t(again ? 'empty.again.sum' : 'empty.begin.sum', all);
  return (
    <AgreeList lines={quote.lines.map(lineOf)} deed={{ ...deed, words }}>
      {quote.lines.length === 0 ? <p>{t('emptyQuote.nothing')}</p> : null}
      {quote.underWay ? (
        <Notice tone="warn">
          <p>{t('emptyQuote.underWay')}</p>
        </Notice>
      ) : null}
      <PaidPlaces />
    </AgreeList>
  );
};

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

const isOver = (notes: ProviderView['notes'] = []): boolean => notes.some(({ kind }) => kind === 'year-over');

const lineOf = (line: EmptyQuoteLine): AgreeLine => ({
  key: `${line.exchange} ${line.currency}`,
  whom: { label: t('receive.exchange'), host: issuerName(line.exchange) },
  facts:
    line.payments === 0
      ? []
      : [
          [t('emptyQuote.payments'), shown().integer(line.payments)],
          [t('send.amount'), <Money key="amount" text={line.amount} />],
          [t('emptyQuote.fees'), <Money key="fees" text={line.fees} />],
          [
            t('emptyQuote.total'),
            <strong key="total">
              <Money text={line.total} />
            </strong>,
          ],
          theyGet(line),
        ],
  children: (
    <>
      {line.payments === 0 ? <p>{t('emptyQuote.none')}</p> : null}
      {isZeroText(line.dust) ? null : <p className="detail">{t('emptyQuote.dust', { sum: line.dust })}</p>}
      {isZeroText(line.later) ? null : <p className="detail">{t('emptyQuote.later', { sum: line.later })}</p>}
    </>
  ),
});

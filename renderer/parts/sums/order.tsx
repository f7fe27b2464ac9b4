// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { amount } from '../../../shared/amount.ts';
import type { PayOfferView } from '../../../shared/view-shops.ts';
import { quotedText } from '../../../shared/words/party.ts';
import { address, shown, t } from '../../words.ts';
import type { Whom } from '../base/agree-parts.tsx';
import { CopyText } from '../base/copy-text.tsx';
import { Notice } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { AgreeCard, mayComeTrue } from './agree-card.tsx';
import { Choices } from './choices.tsx';
import { useMoneyComes } from './money-comes.ts';

/** An order as it would be paid: the ways to pay it where there are several, the sums and the button, and the shop's page once it is paid. */
export const Order = ({
  offer,
  onChoose,
  pending,
  dearer,
  outcome,
  onPay,
  again,
}: {
  readonly offer: PayOfferView;
  readonly onChoose: (index: number) => void;
  readonly pending: boolean;
  /** it takes more than was agreed to before */
  readonly dearer: boolean;
  readonly outcome: 'paid' | 'pending' | undefined;
  readonly onPay: () => void;
  /** looks once more: money has come since */
  readonly again: () => void;
}): ReactNode => {
  useMoneyComes(amount(offer.amount).currency, outcome === undefined && mayComeTrue(offer.why), again);
  return (
    <Section title={t('pay.offer')}>
      {offer.choices === undefined || outcome !== undefined ? null : (
        <Choices
          choices={offer.choices}
          chosen={offer.choice}
          said={offer.why}
          onChoose={onChoose}
          disabled={pending}
        />
      )}
      <AgreeCard
        whom={whomOf(offer)}
        about={[
          offer.summary === '' ? null : [t('pay.summary'), quotedText(shown(), offer.summary)],
          offer.from === undefined ? null : [t('pay.from'), shown().foreign.host(offer.from)],
        ]}
        amount={t('pay.amount')}
        quote={offer}
        possible={offer.payable}
        impossible={t('pay.notPayable')}
        outcome={
          outcome && {
            words: t(outcome === 'paid' ? 'pay.paid' : 'pay.pending'),
            good: outcome === 'paid',
            next: [
              ['/', t('success.money')],
              ['/history', t('pay.history')],
            ],
          }
        }
        deed={{
          words: dearer ? t('fees.newPrice') : t('agree.pay', { sum: offer.amount }),
          icon: 'pay',
          pending,
          onPress: onPay,
        }}
      >
        {offer.merchantOdd === true ? (
          <Notice tone="warn">
            <p>{t('party.odd')}</p>
          </Notice>
        ) : null}
        {offer.minimumAge === undefined ? null : <p>{t('pay.age', { years: offer.minimumAge })}</p>}
        {outcome === 'paid' || offer.alreadyPaid === true ? <Afterwards offer={offer} /> : null}
      </AgreeCard>
    </Section>
  );
};

const whomOf = ({ merchant, merchantHost }: PayOfferView): Whom => ({
  label: t('pay.merchant'),
  host: shown().foreign.host(merchantHost),
  ...(merchant === merchantHost ? {} : { name: merchant }),
});

/** What the shop says and shows to those who have paid. */
const Afterwards = ({ offer: { message, page } }: { readonly offer: PayOfferView }): ReactNode => (
  <>
    {message === undefined ? null : (
      <p>
        {t('pay.message')} <span className="selectable">{quotedText(shown(), message)}</span>
      </p>
    )}
    {page === undefined ? null : (
      <p>
        {t('pay.shopPage')}{' '}
        <CopyText text={page} what={t('pay.shopPage')}>
          {address(page)}
        </CopyText>
      </p>
    )}
  </>
);

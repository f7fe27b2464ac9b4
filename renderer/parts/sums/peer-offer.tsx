// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { amount, amountToText, subtractAmounts } from '../../../shared/amount.ts';
import type { PeerOfferView } from '../../../shared/view.ts';
import { quotedText } from '../../../shared/words/party.ts';
import { useRequest } from '../../bridge.ts';
import { shown, t } from '../../words.ts';
import { Failure, Notice } from '../base/failure.tsx';
import { issuerName } from '../base/issuer.ts';
import { Section } from '../base/layout.tsx';
import { When } from '../base/when.tsx';
import { AgreeCard, isDearer, mayComeTrue, theyGet } from './agree-card.tsx';
import { useMoneyComes } from './money-comes.ts';
import { termsFirst } from './terms.tsx';
import { WithdrawalFees } from './withdrawal-fees.tsx';
import { useNoProvider, WithoutBackup } from './without-backup.tsx';

/** The offer of somebody's request at the price that it has now; its sum stays. */
const pricedAt = (offer: PeerOfferView, total: string): PeerOfferView => ({
  ...offer,
  fees: amountToText(subtractAmounts(amount(total), amount(offer.amount))),
  total,
});

/** The taking of a payment or the paying of a request, at the price that was shown. */
const useAgreeing = (offer: PeerOfferView) => {
  const confirm = useRequest('peer.confirm');
  const noProvider = useNoProvider();
  const [without, setWithout] = useState(false);
  /** the total that was agreed to last */
  const [agreed, setAgreed] = useState('');
  const [dearer, setDearer] = useState<{ readonly of: PeerOfferView; readonly total: string }>();
  const waits = noProvider && offer.kind === 'push' && offer.possible;
  const agree = async (seen: string): Promise<void> => {
    setAgreed(seen);
    const answer = await confirm.send({ id: offer.id, ...(waits ? { withoutBackup: without } : {}), shown: seen });
    // What it takes has changed since it was shown: the new sum is shown beside the reason, to be confirmed again.
    if (!answer.ok && answer.error.kind === 'fees-changed') setDearer({ of: offer, total: answer.error.facts.total });
  };
  const price = dearer?.of === offer ? pricedAt(offer, dearer.total) : offer;
  return { confirm, waits, without, setWithout, price, agree, agreed };
};

/** A payment (`push`) or a request (`pull`) of another wallet: what it would bring or cost, and the button that takes or pays it. `again` looks once more. */
export const PeerOffer = ({
  offer,
  again,
}: {
  readonly offer: PeerOfferView;
  readonly again: () => void;
}): ReactNode => {
  const { confirm, waits, without, setWithout, price, agree, agreed } = useAgreeing(offer);
  const { kind } = offer;
  const outcome = confirm.answer?.ok === true ? confirm.answer.value.state : undefined;
  const failure = confirm.answer?.ok === false ? confirm.answer.error : undefined;
  useMoneyComes(amount(offer.amount).currency, outcome === undefined && mayComeTrue(offer.why), again);
  return (
    <Section title={t(offer.own === true ? `receive.own.${kind}.title` : `receive.${kind}.title`)}>
      {offer.own === true && outcome === undefined ? <Own kind={kind} /> : null}
      <AgreeCard
        about={[
          offer.summary === '' ? null : [t('pay.summary'), quotedText(shown(), offer.summary)],
          [t('receive.exchange'), issuerName(offer.exchange)],
          [t('peer.until'), <When key="until" ms={offer.expiresAt} />],
        ]}
        amount={t(`receive.${kind}.amount`)}
        total={t(`receive.${kind}.total`)}
        arrives={theyGet(offer)}
        quote={price}
        possible={offer.possible}
        impossible={t('receive.impossible')}
        outcome={
          outcome && {
            words: t(outcome === 'pending' && waits && !without ? 'receive.waits' : `receive.${kind}.${outcome}`),
            good: outcome !== 'pending',
            next: [
              ['/', t('success.money')],
              ['/history', t('pay.history')],
            ],
            todo: waits && !without ? ['/protection', t('gate.addProvider')] : undefined,
          }
        }
        deed={{
          words: isDearer(confirm.answer)
            ? t('fees.newPrice')
            : kind === 'push'
              ? t('agree.take', { sum: price.total })
              : t('agree.pay', { sum: price.amount }),
          icon: kind === 'push' ? 'add' : 'pay',
          look: offer.own === true ? 'plain' : 'primary',
          pending: confirm.pending,
          onPress: () => void agree(price.total),
        }}
        terms={termsFirst(failure, confirm.pending, () => void agree(agreed))}
      >
        {waits && outcome === undefined ? (
          <WithoutBackup staysIn="sender" sum={offer.total} chosen={without} onChange={setWithout} />
        ) : null}
        {failure?.kind === 'withdrawal-fees' || failure?.kind === 'terms-unaccepted' ? null : (
          <Failure failure={failure} />
        )}
        <WithdrawalFees failure={failure} pending={confirm.pending} onAgree={(seen) => void agree(seen)} />
      </AgreeCard>
    </Section>
  );
};

/** Nobody means to pay oneself, and it costs the fees of both sides: the way to one's own code is offered instead. */
const Own = ({ kind }: Pick<PeerOfferView, 'kind'>): ReactNode => (
  <Notice tone="warn" live>
    <p>{t(`receive.own.${kind}`)}</p>
    {kind === 'push' ? (
      <p>
        <Link href="/send">{t('history.toCode')}</Link>
      </p>
    ) : null}
  </Notice>
);

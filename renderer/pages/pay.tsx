// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { AppStateView } from '../../shared/contract.ts';
import type { PayOfferView } from '../../shared/view.ts';
import { useRequest } from '../bridge.ts';
import { quotedText } from '../../shared/words/party.ts';
import { shown, t } from '../words.ts';
import { Button, Field } from '../parts/base/controls.tsx';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { useGivenLink } from '../parts/base/given-link.ts';
import { PageHead, Section } from '../parts/base/layout.tsx';
import { PlayOrder, PlayRefund } from '../parts/sums/play-shop.tsx';
import { isDearer, QuoteCard } from '../parts/sums/quote-card.tsx';

/** What another page opens: payments and invoices of people, refunds. */
const NO_ORDER = /^(?:web\+)?taler(?:\+http)?:\/*(?:pay-push|pay-pull|refund)\//i;

/** What is typed, what was found there, and the paying of it. */
const usePaying = () => {
  const prepare = useRequest('pay.prepare');
  const confirm = useRequest('pay.confirm');
  const [uri, setUri] = useState('');
  const [looked, setLooked] = useState('');
  const [elsewhere, setElsewhere] = useState(false);
  const offer = prepare.answer?.ok === true ? prepare.answer.value : undefined;

  const look = (address: string): void => {
    confirm.reset();
    if (address === '' || prepare.pending) return;
    const isOther = NO_ORDER.test(address);
    setElsewhere(isOther);
    if (isOther) prepare.reset();
    else {
      setLooked(address);
      void prepare.send({ uri: address });
    }
  };
  const write = (typed: string): void => {
    setUri(typed);
    setElsewhere(false);
    prepare.reset();
    confirm.reset();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    look(uri.trim());
  };
  const pay = async ({ purchaseId, total }: PayOfferView): Promise<void> => {
    const answer = await confirm.send({ purchaseId, shown: total });
    // What it takes has changed since it was shown: the new sum is shown beside the reason, to be confirmed again.
    if (isDearer(answer)) void prepare.send({ uri: looked });
  };
  useGivenLink('/pay', (link) => {
    write(link);
    look(link);
  });
  return { prepare, confirm, looked, uri, setUri, elsewhere, offer, look, write, submit, pay };
};

/** Reads a payment address, shows what would be paid to whom and with which fees, and pays only after that was seen. */
export const PayPage = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const [played, setPlayed] = useState<string>();
  const { prepare, confirm, looked, uri, setUri, elsewhere, offer, look, write, submit, pay } = usePaying();
  return (
    <>
      <PageHead title={t('pay.title')} lead={t('pay.lead')} />
      <form className="card form" onSubmit={submit}>
        <div className="inline">
          <Field label={t('pay.uri')} long value={uri} onChange={write} help={t('pay.uri.help')} />
          <Button type="submit" pending={prepare.pending}>
            {t('pay.look')}
          </Button>
        </div>
        {prepare.answer?.ok === false ? <Failure failure={prepare.answer.error} /> : null}
        {elsewhere ? (
          <Notice tone="plain" live>
            <p>{t('pay.elsewhere')}</p>
            <p>
              <Link href="/receive">{t('pay.toReceive')}</Link>
            </p>
          </Notice>
        ) : null}
      </form>
      {app.playMoney && offer === undefined ? (
        <PlayOrder
          onOrder={(address) => {
            setPlayed(address);
            setUri(address);
            look(address);
          }}
        />
      ) : null}
      {offer === undefined ? null : (
        <Offer
          offer={offer}
          pending={confirm.pending}
          dearer={isDearer(confirm.answer)}
          outcome={confirm.answer?.ok === true ? confirm.answer.value.state : undefined}
          onPay={() => void pay(offer)}
        />
      )}
      {confirm.answer?.ok === false ? <Failure failure={confirm.answer.error} /> : null}
      {looked === played &&
      offer !== undefined &&
      confirm.answer?.ok === true &&
      confirm.answer.value.state === 'paid' ? (
        <PlayRefund key={looked} uri={looked} amount={offer.amount} />
      ) : null}
    </>
  );
};

const Offer = ({
  offer,
  pending,
  dearer,
  outcome,
  onPay,
}: {
  readonly offer: PayOfferView;
  readonly pending: boolean;
  /** it takes more than was agreed to before */
  readonly dearer: boolean;
  readonly outcome: 'paid' | 'pending' | undefined;
  readonly onPay: () => void;
}): ReactNode => (
  <Section title={t('pay.offer')}>
    <QuoteCard
      about={[
        [
          t('pay.merchant'),
          offer.merchant === offer.merchantHost
            ? shown().foreign.host(offer.merchant)
            : quotedText(shown(), offer.merchant),
        ],
        [
          t('pay.host'),
          <span key="host" className="address">
            {shown().foreign.host(offer.merchantHost)}
          </span>,
        ],
        [t('pay.summary'), quotedText(shown(), offer.summary)],
      ]}
      amount={t('pay.amount')}
      quote={offer}
      possible={offer.payable}
      impossible={t('pay.notPayable')}
      outcome={outcome && { words: t(outcome === 'paid' ? 'pay.paid' : 'pay.pending'), good: outcome === 'paid' }}
      action={
        <Button look="primary" icon="pay" pending={pending} disabled={!offer.payable} onPress={onPay}>
          {t(dearer ? 'fees.newPrice' : 'pay.do')}
        </Button>
      }
    >
      {offer.merchantOdd === true ? (
        <Notice tone="warn">
          <p>{t('party.odd')}</p>
        </Notice>
      ) : null}
    </QuoteCard>
  </Section>
);

// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { RequestInput } from '../../shared/contract.ts';
import type { PeerQuoteView } from '../../shared/view.ts';
import { useAnswer, useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Button } from '../parts/base/controls.tsx';
import { Failure } from '../parts/base/failure.tsx';
import { PageHead, Section } from '../parts/base/layout.tsx';
import { BetweenFields, useBetween } from '../parts/sums/between-people.tsx';
import { PeerList, PeerPayment } from '../parts/sums/peer-payment.tsx';
import { isDearer, QuoteCard, theyGet } from '../parts/sums/quote-card.tsx';

type Wish = RequestInput<'peer.send'>;

/** A payment that is looked at and made, and what has become of the ones before. */
const useSending = () => {
  const quote = useRequest('peer.quote');
  const send = useRequest('peer.send');
  const list = useAnswer('peer.list', {});
  const [wish, setWish] = useState<Wish>();
  const payments = list?.ok === true ? list.value.payments.filter(({ kind }) => kind === 'push') : [];
  const sent = send.answer?.ok === true ? send.answer.value : undefined;
  // The list knows what has become of it since it was sent.
  const current = sent && (payments.find(({ id }) => id === sent.id) ?? sent);

  const look = (wanted: Wish): void => {
    setWish(wanted);
    send.reset();
    void ask(wanted);
  };
  /** What was said of another sum is not said of this one. */
  const touched = (): void => {
    quote.reset();
    send.reset();
  };
  const ask = ({ summary: _, ...price }: Wish): Promise<unknown> => quote.send(price);
  const pay = async (wanted: Wish, { exchange, total }: PeerQuoteView): Promise<void> => {
    const answer = await send.send({ ...wanted, exchange, shown: total });
    // What it takes has changed since it was shown: the new sum is shown beside the reason, to be confirmed again.
    if (isDearer(answer)) void ask(wanted);
  };
  return { quote, send, list, wish, payments, current, look, touched, pay };
};

/** Money to another person's wallet: what it costs first, then a code they scan, then whether they have it. */
export const SendPage = (): ReactNode => {
  const { quote, send, list, wish, payments, current, look, touched, pay } = useSending();
  return (
    <>
      <PageHead
        title={t('send.title')}
        lead={t('send.lead')}
        actions={
          <Link className="button" data-look="plain" href="/deposit">
            {t('send.toBank')}
          </Link>
        }
      />
      {current === undefined ? (
        <>
          <SendForm pending={quote.pending} disabled={send.pending} onLook={look} onTouched={touched} />
          {quote.answer?.ok === false ? <Failure failure={quote.answer.error} /> : null}
          {quote.answer?.ok === true && wish !== undefined ? (
            <Quote
              quote={quote.answer.value}
              pending={send.pending}
              dearer={isDearer(send.answer)}
              onSend={(seen) => void pay(wish, seen)}
            />
          ) : null}
          {send.answer?.ok === false ? <Failure failure={send.answer.error} /> : null}
        </>
      ) : (
        <>
          <PeerPayment payment={current} />
          <div className="actions">
            <Button
              onPress={() => {
                quote.reset();
                send.reset();
              }}
            >
              {t('send.another')}
            </Button>
          </div>
        </>
      )}
      {list?.ok === false ? <Failure failure={list.error} /> : null}
      {payments.some(({ id }) => id !== current?.id) ? (
        <Section title={t('send.before')}>
          <PeerList payments={payments.filter(({ id }) => id !== current?.id)} />
        </Section>
      ) : null}
    </>
  );
};

const SendForm = ({
  pending,
  disabled,
  onLook,
  onTouched,
}: {
  readonly pending: boolean;
  readonly disabled: boolean;
  readonly onLook: (wish: Wish) => void;
  readonly onTouched: () => void;
}): ReactNode => {
  const typed = useBetween();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wish = pending || disabled ? undefined : typed.read();
    if (wish !== undefined) onLook(wish);
  };
  return (
    <form className="card form" onSubmit={submit}>
      <BetweenFields
        typed={typed}
        labels={{ amount: t('send.amount'), hours: t('send.hours'), summary: t('send.summary') }}
        onTouched={onTouched}
      />
      <div className="actions">
        <Button type="submit" pending={pending} disabled={disabled}>
          {t('send.look')}
        </Button>
      </div>
    </form>
  );
};

const Quote = ({
  quote,
  pending,
  dearer,
  onSend,
}: {
  readonly quote: PeerQuoteView;
  readonly pending: boolean;
  /** it takes more than was agreed to before */
  readonly dearer: boolean;
  readonly onSend: (seen: PeerQuoteView) => void;
}): ReactNode => (
  <QuoteCard
    amount={t('send.sum')}
    arrives={theyGet(quote)}
    quote={quote}
    possible={quote.possible}
    impossible={t('send.impossible')}
    action={
      <Button look="primary" icon="pay" pending={pending} disabled={!quote.possible} onPress={() => onSend(quote)}>
        {t(dearer ? 'fees.newPrice' : 'send.do')}
      </Button>
    }
  >
    {quote.possible ? <p className="detail">{t('send.returns')}</p> : null}
  </QuoteCard>
);

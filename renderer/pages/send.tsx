// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { RequestInput } from '../../shared/contract.ts';
import type { PeerQuoteView } from '../../shared/view.ts';
import { useAnswer, useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Button, Field } from '../parts/base/controls.tsx';
import { Failure } from '../parts/base/failure.tsx';
import { PageHead, Section } from '../parts/base/layout.tsx';
import { PeerList, PeerPayment } from '../parts/sums/peer-payment.tsx';
import { QuoteCard } from '../parts/sums/quote-card.tsx';
import { HoursField, SumField, useSum, type Hours } from '../parts/sums/sum-field.tsx';

type Wish = RequestInput<'peer.send'>;

/** Money to another person's wallet: what it costs first, then a code they scan, then whether they have it. */
export const SendPage = (): ReactNode => {
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
  const ask = ({ summary: _, ...price }: Wish): Promise<unknown> => quote.send(price);
  const pay = async (wanted: Wish, { exchange, total }: PeerQuoteView): Promise<void> => {
    const answer = await send.send({ ...wanted, exchange, shown: total });
    // What it takes has changed since it was shown: the new sum is shown beside the reason, to be confirmed again.
    if (!answer.ok && answer.error.kind === 'fees-changed') void ask(wanted);
  };
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
          <SendForm pending={quote.pending} disabled={send.pending} onLook={look} onTouched={quote.reset} />
          {quote.answer?.ok === false ? <Failure failure={quote.answer.error} /> : null}
          {quote.answer?.ok === true && wish !== undefined ? (
            <Quote quote={quote.answer.value} pending={send.pending} onSend={(seen) => void pay(wish, seen)} />
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
  const sum = useSum();
  const [summary, setSummary] = useState('');
  const [hours, setHours] = useState<Hours>('168');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (pending || disabled) return;
    const amount = sum.read();
    if (amount !== undefined) onLook({ amount, summary: summary.trim(), expiresHours: Number(hours) });
  };
  return (
    <form className="card form" onSubmit={submit}>
      <div className="inline">
        <SumField sum={sum} label={t('send.amount')} onTouched={onTouched} />
        <HoursField
          label={t('send.hours')}
          value={hours}
          onChange={(chosen) => {
            setHours(chosen);
            onTouched();
          }}
        />
      </div>
      <Field
        label={t('send.summary')}
        value={summary}
        onChange={(text) => {
          setSummary(text);
          onTouched();
        }}
        help={t('send.summary.help')}
        maxLength={1000}
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
  onSend,
}: {
  readonly quote: PeerQuoteView;
  readonly pending: boolean;
  readonly onSend: (seen: PeerQuoteView) => void;
}): ReactNode => (
  <QuoteCard
    amount={t('send.arrives')}
    quote={quote}
    possible={quote.possible}
    impossible={t('send.impossible')}
    action={
      <Button look="primary" icon="pay" pending={pending} disabled={!quote.possible} onPress={() => onSend(quote)}>
        {t('send.do')}
      </Button>
    }
  >
    {quote.possible ? <p className="detail">{t('send.returns')}</p> : null}
  </QuoteCard>
);

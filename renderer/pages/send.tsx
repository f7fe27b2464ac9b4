// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { RequestInput } from '../../shared/contract.ts';
import type { PeerQuoteView } from '../../shared/view.ts';
import { amount } from '../../shared/amount.ts';
import { ask, useAnswer, useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Button } from '../parts/base/controls.tsx';
import { Failure } from '../parts/base/failure.tsx';
import { PageHead, Section } from '../parts/base/layout.tsx';
import { Slow } from '../parts/base/slow.tsx';
import { BetweenFields, useBetween } from '../parts/sums/between-people.tsx';
import { PeerList, PeerPayment } from '../parts/sums/peer-payment.tsx';
import { AgreeCard, isDearer, mayComeTrue, theyGet } from '../parts/sums/agree-card.tsx';
import { useMoneyComes } from '../parts/sums/money-comes.ts';

type Wish = RequestInput<'peer.send'>;

const priceOf = ({ summary: _, ...price }: Wish): Omit<Wish, 'summary'> => price;

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
    void quote.send(priceOf(wanted));
  };
  /** What was said of another sum is not said of this one. */
  const touched = (): void => {
    quote.reset();
    send.reset();
  };
  const pay = async (wanted: Wish, { exchange, total }: PeerQuoteView): Promise<void> => {
    const answer = await send.send({ ...wanted, exchange, shown: total });
    // What it takes has changed since it was shown: the new sum is shown beside the reason, to be confirmed again.
    if (isDearer(answer)) void quote.again(priceOf(wanted));
  };
  const again = (wanted: Wish): void => void quote.again(priceOf(wanted));
  return { quote, send, list, wish, payments, current, look, touched, pay, again };
};

/** Money to another person's wallet: what it costs first, then a code they scan, then whether they have it. */
export const SendPage = (): ReactNode => {
  const { quote, send, list, wish, payments, current, look, touched, pay, again } = useSending();
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
          <SendForm
            pending={quote.pending}
            disabled={send.pending}
            onLook={look}
            onTouched={touched}
            onCancel={quote.reset}
          />
          {quote.answer?.ok === false ? <Failure failure={quote.answer.error} /> : null}
          {quote.answer?.ok === true && wish !== undefined ? (
            <Quote
              quote={quote.answer.value}
              pending={send.pending}
              dearer={isDearer(send.answer)}
              onSend={(seen) => void pay(wish, seen)}
              again={() => again(wish)}
            />
          ) : null}
          {send.answer?.ok === false ? <Failure failure={send.answer.error} /> : null}
        </>
      ) : (
        <>
          <PeerPayment payment={current} isMoment />
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
  onCancel,
}: {
  readonly pending: boolean;
  readonly disabled: boolean;
  readonly onCancel: () => void;
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
        disabled={disabled}
        most={(currency) => ask('peer.most', { currency, expiresHours: Number(typed.hours) })}
      />
      <div className="actions">
        <Slow pending={pending} onCancel={onCancel} />
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
  again,
}: {
  readonly quote: PeerQuoteView;
  readonly pending: boolean;
  /** it takes more than was agreed to before */
  readonly dearer: boolean;
  readonly onSend: (seen: PeerQuoteView) => void;
  /** looks once more: money has come since */
  readonly again: () => void;
}): ReactNode => {
  useMoneyComes(amount(quote.amount).currency, mayComeTrue(quote.why), again);
  return (
    <AgreeCard
      amount={t('send.sum')}
      arrives={theyGet(quote)}
      quote={quote}
      possible={quote.possible}
      impossible={t('send.impossible')}
      deed={{
        words: dearer ? t('fees.newPrice') : t('agree.send', { sum: quote.amount }),
        icon: 'send',
        pending,
        onPress: () => onSend(quote),
      }}
    >
      {quote.possible ? <p className="detail">{t('send.returns')}</p> : null}
    </AgreeCard>
  );
};

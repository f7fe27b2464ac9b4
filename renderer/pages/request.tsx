// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { RequestInput } from '../../shared/contract.ts';
import type { FailureView, PeerQuoteView } from '../../shared/view.ts';
import { useAnswer, useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Button } from '../parts/base/controls.tsx';
import { Failure } from '../parts/base/failure.tsx';
import { PageHead, Section } from '../parts/base/layout.tsx';
import { Slow } from '../parts/base/slow.tsx';
import { isZeroText } from '../parts/base/money.tsx';
import { AgreeCard } from '../parts/sums/agree-card.tsx';
import { BetweenFields, useBetween } from '../parts/sums/between-people.tsx';
import { PeerList, PeerPayment } from '../parts/sums/peer-payment.tsx';
import { termsFirst } from '../parts/sums/terms.tsx';
import { useNoProvider, WithoutBackup } from '../parts/sums/without-backup.tsx';

type Wish = RequestInput<'peer.request'>;

/** Asking another person for money: what it costs first, then a code anybody can pay who sees it, and what has become of those before. */
export const RequestPage = (): ReactNode => {
  const { request, quote, look, make, reset, fee, failure, wish } = useInvoice();
  const list = useAnswer('peer.list', {});
  const invoices = list?.ok === true ? list.value.payments.filter(({ kind }) => kind === 'pull') : [];
  const made = request.answer?.ok === true ? request.answer.value : undefined;
  const current = made && (invoices.find(({ id }) => id === made.id) ?? made);
  const before = invoices.filter(({ id }) => id !== current?.id);
  return (
    <>
      <PageHead
        title={t('request.title')}
        lead={t('request.words')}
        actions={
          <Link className="button" data-look="plain" href="/receive">
            {t('request.toReceive')}
          </Link>
        }
      />
      {current === undefined ? (
        <InvoiceForm
          pending={quote.pending}
          busy={request.pending}
          onMake={(wanted) => void look(wanted)}
          onTouched={reset}
          onCancel={quote.reset}
        >
          {fee === undefined ? <Failure failure={failure} /> : null}
        </InvoiceForm>
      ) : (
        <>
          <PeerPayment payment={current} isMoment />
          <div className="actions">
            <Button onPress={reset}>{t('request.another')}</Button>
          </div>
        </>
      )}
      {fee === undefined || wish === undefined || current !== undefined ? null : (
        <InvoiceFee quote={fee} failure={failure} pending={request.pending} onAgree={() => void make(wish, fee)} />
      )}
      {list?.ok === false ? <Failure failure={list.error} /> : null}
      {before.length === 0 ? null : (
        <Section title={t('request.before')}>
          <PeerList payments={before} />
        </Section>
      )}
    </>
  );
};

/** The making of an invoice. What it costs is shown first, and it is made after a yes to that. */
const useInvoice = () => {
  const request = useRequest('peer.request');
  const quote = useRequest('peer.quoteRequest');
  const [wish, setWish] = useState<Wish>();
  const priceOf = ({ amount, expiresHours }: Wish) => ({ amount, expiresHours });
  const look = async (wanted: Wish): Promise<void> => {
    setWish(wanted);
    request.reset();
    await quote.send(priceOf(wanted));
  };
  const make = async (wanted: Wish, { exchange, fees }: PeerQuoteView): Promise<void> => {
    const answer = await request.send({ ...wanted, exchange, maxFee: fees });
    // It has changed since it was shown: the new sum is shown, to be agreed to again.
    if (!answer.ok && answer.error.kind === 'invoice-fee') void quote.again(priceOf(wanted));
  };
  const reset = (): void => {
    request.reset();
    quote.reset();
  };
  const price = quote.answer?.ok === true ? quote.answer.value : undefined;
  const fee = price?.possible === true ? price : undefined;
  const refused = request.answer?.ok === false && request.answer.error.kind !== 'invoice-fee';
  const failure = refused
    ? request.answer.error
    : quote.answer?.ok === false
      ? quote.answer.error
      : price?.possible === false
        ? price.why
        : undefined;
  return { request, quote, look, make, reset, fee, failure, wish };
};

const InvoiceForm = ({
  pending,
  busy,
  onMake,
  onTouched,
  onCancel,
  children,
}: {
  readonly onCancel: () => void;
  readonly pending: boolean;
  /** it is being made: nothing of it can be changed now */
  readonly busy: boolean;
  readonly onMake: (wish: Wish) => void;
  readonly onTouched: () => void;
  readonly children: ReactNode;
}): ReactNode => {
  const noProvider = useNoProvider();
  const typed = useBetween();
  const [without, setWithout] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wish = pending || busy ? undefined : typed.read();
    if (wish !== undefined) onMake(noProvider ? { ...wish, withoutBackup: without } : wish);
  };
  return (
    <form className="card form" onSubmit={submit}>
      <BetweenFields
        typed={typed}
        labels={{ amount: t('request.amount'), hours: t('request.hours'), summary: t('request.summary') }}
        onTouched={onTouched}
        disabled={busy}
      />
      {noProvider ? <WithoutBackup staysIn="payer" sum={undefined} chosen={without} onChange={setWithout} /> : null}
      <div className="actions">
        <Slow pending={pending} onCancel={onCancel} />
        <Button type="submit" pending={pending} disabled={busy}>
          {t('send.look')}
        </Button>
      </div>
      {children}
    </form>
  );
};

/** What an invoice costs at this exchange, opening it and making coins of the money, to be agreed to before it is made. */
const InvoiceFee = ({
  quote,
  failure,
  pending,
  onAgree,
}: {
  readonly quote: PeerQuoteView;
  /** why it was not made */
  readonly failure: FailureView | undefined;
  readonly pending: boolean;
  readonly onAgree: () => void;
}): ReactNode => (
  <AgreeCard
    amount={t('request.fee.pays')}
    total={t('receive.push.total')}
    quote={quote}
    deed={{ words: t('agree.request', { sum: quote.amount }), pending, onPress: onAgree }}
    terms={termsFirst(failure, pending, onAgree)}
  >
    <p className="detail">
      {quote.opening !== undefined
        ? t('request.fee.words.opening', { opening: quote.opening })
        : t(isZeroText(quote.fees) ? 'request.fee.words.free' : 'request.fee.words.drawing')}
    </p>
    {failure?.kind === 'terms-unaccepted' ? null : <Failure failure={failure} />}
  </AgreeCard>
);

// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import type { RequestInput } from '../../shared/contract.ts';
import type { PeerQuoteView } from '../../shared/view.ts';
import { useAnswer, useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Button } from '../parts/base/controls.tsx';
import { Failure } from '../parts/base/failure.tsx';
import { BetweenFields, useBetween } from '../parts/sums/between-people.tsx';
import { Incoming } from '../parts/sums/incoming.tsx';
import { InvoiceFee } from '../parts/sums/invoice-fee.tsx';
import { PageHead, Section } from '../parts/base/layout.tsx';
import { PeerList, PeerPayment } from '../parts/sums/peer-payment.tsx';
import { useNoProvider, WithoutBackup } from '../parts/sums/without-backup.tsx';

/** Money from another person: their address is pasted here, or an invoice is shown to them. */
export const ReceivePage = (): ReactNode => (
  <>
    <PageHead title={t('receive.title')} lead={t('receive.lead')} />
    <Incoming />
    <Invoice />
  </>
);

type Wish = RequestInput<'peer.request'>;

/** An invoice anybody can pay who sees its code, and what has become of the ones before. */
const Invoice = (): ReactNode => {
  const { request, quote, look, make, reset, fee, failure, wish } = useInvoice();
  const list = useAnswer('peer.list', {});
  const invoices = list?.ok === true ? list.value.payments.filter(({ kind }) => kind === 'pull') : [];
  const made = request.answer?.ok === true ? request.answer.value : undefined;
  const current = made && (invoices.find(({ id }) => id === made.id) ?? made);
  const before = invoices.filter(({ id }) => id !== current?.id);
  return (
    <>
      <Section title={t('request.title')}>
        {current === undefined ? (
          <InvoiceForm
            pending={request.pending || quote.pending}
            onMake={(wanted) => void look(wanted)}
            onTouched={reset}
          >
            {fee === undefined ? <Failure failure={failure} /> : null}
          </InvoiceForm>
        ) : (
          <>
            <PeerPayment payment={current} />
            <div className="actions">
              <Button onPress={reset}>{t('request.another')}</Button>
            </div>
          </>
        )}
        {fee === undefined || wish === undefined || current !== undefined ? null : (
          <InvoiceFee quote={fee} pending={request.pending} onAgree={() => void make(wish, fee)} />
        )}
        {fee === undefined || current !== undefined ? null : <Failure failure={failure} />}
      </Section>
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
  const look = async (wanted: Wish): Promise<void> => {
    setWish(wanted);
    request.reset();
    await quote.send({ amount: wanted.amount, expiresHours: wanted.expiresHours });
  };
  const make = async (wanted: Wish, { exchange, fees }: PeerQuoteView): Promise<void> => {
    const answer = await request.send({ ...wanted, exchange, maxFee: fees });
    // It has changed since it was shown: the new sum is shown, to be agreed to again.
    if (!answer.ok && answer.error.kind === 'invoice-fee')
      void quote.send({ amount: wanted.amount, expiresHours: wanted.expiresHours });
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
  onMake,
  onTouched,
  children,
}: {
  readonly pending: boolean;
  readonly onMake: (wish: Wish) => void;
  readonly onTouched: () => void;
  readonly children: ReactNode;
}): ReactNode => {
  const noProvider = useNoProvider();
  const typed = useBetween();
  const [without, setWithout] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wish = pending ? undefined : typed.read();
    if (wish !== undefined) onMake(noProvider ? { ...wish, withoutBackup: without } : wish);
  };
  return (
    <form className="card form" onSubmit={submit}>
      <p>{t('request.words')}</p>
      <BetweenFields
        typed={typed}
        labels={{ amount: t('request.amount'), hours: t('request.hours'), summary: t('request.summary') }}
        onTouched={onTouched}
      />
      {noProvider ? <WithoutBackup staysIn="payer" sum={undefined} chosen={without} onChange={setWithout} /> : null}
      <div className="actions">
        <Button type="submit" pending={pending}>
          {t('send.look')}
        </Button>
      </div>
      {children}
    </form>
  );
};

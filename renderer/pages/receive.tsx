// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import type { RequestInput } from '../../shared/contract.ts';
import { useAnswer, useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Button, Field } from '../parts/base/controls.tsx';
import { Failure } from '../parts/base/failure.tsx';
import { Incoming } from '../parts/sums/incoming.tsx';
import { InvoiceFee } from '../parts/sums/invoice-fee.tsx';
import { PageHead, Section } from '../parts/base/layout.tsx';
import { PeerList, PeerPayment } from '../parts/sums/peer-payment.tsx';
import { HoursField, SumField, useSum, type Hours } from '../parts/sums/sum-field.tsx';
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
  const { request, quote, make, reset, fee, wish } = useInvoice();
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
            onMake={(wanted) => void make(wanted)}
            onTouched={reset}
          >
            {request.answer?.ok === false && fee === undefined ? <Failure failure={request.answer.error} /> : null}
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
          <InvoiceFee
            quote={fee}
            pending={request.pending}
            onAgree={() => void make({ ...wish, exchange: fee.exchange, maxFee: fee.fees })}
          />
        )}
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

/** The making of an invoice. Mostly it costs nothing; where it does, that is shown and agreed to first. */
const useInvoice = () => {
  const request = useRequest('peer.request');
  const quote = useRequest('peer.quoteRequest');
  const [wish, setWish] = useState<Wish>();
  const make = async (wanted: Wish): Promise<void> => {
    setWish(wanted);
    quote.reset();
    const answer = await request.send(wanted);
    if (answer.ok || answer.error.kind !== 'invoice-fee') return;
    void quote.send({ amount: wanted.amount, expiresHours: wanted.expiresHours });
  };
  const reset = (): void => {
    request.reset();
    quote.reset();
  };
  const fee = quote.answer?.ok === true && quote.answer.value.possible ? quote.answer.value : undefined;
  return { request, quote, make, reset, fee, wish };
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
  const sum = useSum();
  const [summary, setSummary] = useState('');
  const [hours, setHours] = useState<Hours>('168');
  const [without, setWithout] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const amount = pending ? undefined : sum.read();
    if (amount === undefined) return;
    const wish = { amount, summary: summary.trim(), expiresHours: Number(hours) };
    onMake(noProvider ? { ...wish, withoutBackup: without } : wish);
  };
  return (
    <form className="card form" onSubmit={submit}>
      <p>{t('request.words')}</p>
      <div className="inline">
        <SumField sum={sum} label={t('request.amount')} onTouched={onTouched} />
        <HoursField
          label={t('request.hours')}
          value={hours}
          onChange={(chosen) => {
            setHours(chosen);
            onTouched();
          }}
        />
      </div>
      <Field
        label={t('request.summary')}
        value={summary}
        onChange={(text) => {
          setSummary(text);
          onTouched();
        }}
        help={t('send.summary.help')}
        maxLength={1000}
      />
      {noProvider ? <WithoutBackup staysIn="payer" sum={undefined} chosen={without} onChange={setWithout} /> : null}
      <div className="actions">
        <Button type="submit" pending={pending}>
          {t('request.do')}
        </Button>
      </div>
      {children}
    </form>
  );
};

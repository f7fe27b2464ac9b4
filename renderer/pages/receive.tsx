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

/** An invoice anybody can pay who sees its code, and what has become of the ones before. */
// long because its split by subject is still to come
const Invoice = (): ReactNode => {
  const request = useRequest('peer.request');
  const quote = useRequest('peer.quoteRequest');
  const [wish, setWish] = useState<RequestInput<'peer.request'>>();
  const list = useAnswer('peer.list', {});
  const noProvider = useNoProvider();
  const sum = useSum();
  const [summary, setSummary] = useState('');
  const [hours, setHours] = useState<Hours>('168');
  const [without, setWithout] = useState(false);
  const invoices = list?.ok === true ? list.value.payments.filter(({ kind }) => kind === 'pull') : [];
  const made = request.answer?.ok === true ? request.answer.value : undefined;
  const current = made && (invoices.find(({ id }) => id === made.id) ?? made);
  const before = invoices.filter(({ id }) => id !== current?.id);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const amount = request.pending ? undefined : sum.read();
    if (amount === undefined) return;
    void make({
      amount,
      summary: summary.trim(),
      expiresHours: Number(hours),
      ...(noProvider ? { withoutBackup: without } : {}),
    });
  };
  /** Mostly an invoice costs nothing; where it does, that is shown and agreed to first. */
  const make = async (wanted: RequestInput<'peer.request'>): Promise<void> => {
    setWish(wanted);
    quote.reset();
    const answer = await request.send(wanted);
    if (answer.ok || answer.error.kind !== 'invoice-fee') return;
    void quote.send({ amount: wanted.amount, expiresHours: wanted.expiresHours });
  };
  const touched = (): void => {
    request.reset();
    quote.reset();
  };
  const fee = quote.answer?.ok === true && quote.answer.value.possible ? quote.answer.value : undefined;
  return (
    <>
      <Section title={t('request.title')}>
        {current === undefined ? (
          <form className="card form" onSubmit={submit}>
            <p>{t('request.words')}</p>
            <div className="inline">
              <SumField sum={sum} label={t('request.amount')} onTouched={touched} />
              <HoursField
                label={t('request.hours')}
                value={hours}
                onChange={(chosen) => {
                  setHours(chosen);
                  touched();
                }}
              />
            </div>
            <Field
              label={t('request.summary')}
              value={summary}
              onChange={(text) => {
                setSummary(text);
                touched();
              }}
              help={t('send.summary.help')}
              maxLength={1000}
            />
            {noProvider ? (
              <WithoutBackup staysIn="payer" sum={undefined} chosen={without} onChange={setWithout} />
            ) : null}
            <div className="actions">
              <Button type="submit" pending={request.pending || quote.pending}>
                {t('request.do')}
              </Button>
            </div>
            {request.answer?.ok === false && fee === undefined ? <Failure failure={request.answer.error} /> : null}
          </form>
        ) : (
          <>
            <PeerPayment payment={current} />
            <div className="actions">
              <Button onPress={touched}>{t('request.another')}</Button>
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

// SPDX-License-Identifier: GPL-3.0-or-later
import { apart } from '../../../shared/words/party.ts';
import { joined } from '../../../shared/words/spoken.ts';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { RequestInput, RequestOutput } from '../../../shared/contract.ts';
import { plainText } from '../../../shared/names.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { address, row, shown, t } from '../../words.ts';
import { AmountField } from '../base/amount-field.tsx';
import { Button, Field } from '../base/controls.tsx';
import { CopyText } from '../base/copy-text.tsx';
import { useGivenLink } from '../base/given-link.ts';
import { Failure, Notice } from '../base/failure.tsx';
import { Facts, Section } from '../base/layout.tsx';
import { Money, moneyText } from '../base/money.tsx';
import { readTyped, type TypedTrouble } from '../base/typed-sum.ts';
import { InnerExchange } from './inner-exchange.tsx';
import { TermsFirst } from './terms.tsx';
import { WithdrawalFees } from './withdrawal-fees.tsx';
import { useNoProvider, WithoutBackup } from './without-backup.tsx';

type Wish = Pick<RequestInput<'withdraw.manual'>, 'exchange' | 'amount' | 'shown'>;

/** What is typed, and the sending of it. */
const useManual = () => {
  const add = useRequest('exchange.add');
  const withdraw = useRequest('withdraw.manual');
  const [wish, setWish] = useState<Wish>();
  const [url, setUrl] = useState('');
  const [typed, setTyped] = useState('');
  const [trouble, setTrouble] = useState<TypedTrouble>();
  const noProvider = useNoProvider();
  const [without, setWithout] = useState(false);

  /** What was said of another issuer or sum is not said of this one. */
  const forget = (): void => {
    setTrouble(undefined);
    add.reset();
    withdraw.reset();
  };
  const write = (address: string): void => {
    setUrl(address);
    forget();
  };
  const writeSum = (sum: string): void => {
    setTyped(sum);
    forget();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void begin();
  };
  /** `innerHost`: seen and allowed although its name leads into this house */
  const begin = async (innerHost?: string): Promise<void> => {
    if (add.pending || withdraw.pending || url.trim() === '') return;
    withdraw.reset();
    const added = await add.send({ url: url.trim(), ...(innerHost === undefined ? {} : { innerHost }) });
    if (!added.ok) return;
    const read = readTyped(typed, added.value.currency);
    setTrouble(read.ok ? undefined : read.error);
    if (!read.ok) return;
    const wanted = { exchange: added.value.baseUrl, amount: read.value };
    send(wanted);
  };
  const send = (wanted: Wish): void => {
    setWish(wanted);
    void withdraw.send({ ...wanted, ...(noProvider ? { withoutBackup: without } : {}) });
  };
  const failure = withdraw.answer?.ok === false ? withdraw.answer.error : undefined;
  const begun = withdraw.answer?.ok === true ? withdraw.answer.value : undefined;
  return {
    add,
    withdraw,
    wish,
    url,
    typed,
    trouble,
    noProvider,
    without,
    setWithout,
    write,
    writeSum,
    submit,
    begin,
    send,
    failure,
    begun,
  };
};

/** A bank transfer the person makes: asks for exchange and sum, then shows exactly what the transfer must say. */
export const ManualWithdrawal = (): ReactNode => {
  const manual = useManual();
  const { wish } = manual;
  useGivenLink('issuer', manual.write);
  return (
    <Section title={t('add.manual.title')}>
      <form className="card form" onSubmit={manual.submit}>
        <p>{t('add.manual.words')}</p>
        <Known onPick={manual.write} />
        <div className="inline">
          <Field label={t('add.manual.exchange')} long value={manual.url} onChange={manual.write} />
          <AmountField
            label={t('add.amount')}
            value={manual.typed}
            onChange={manual.writeSum}
            trouble={manual.trouble}
          />
          <Button type="submit" pending={manual.add.pending || manual.withdraw.pending}>
            {t('add.manual.do')}
          </Button>
        </div>
        {manual.noProvider && manual.url.trim() !== '' ? (
          <WithoutBackup staysIn="reserve" sum={undefined} chosen={manual.without} onChange={manual.setWithout} />
        ) : null}
        {manual.add.answer?.ok === false ? <Failure failure={manual.add.answer.error} /> : null}
        <InnerExchange
          failure={manual.add.answer?.ok === false ? manual.add.answer.error : undefined}
          url={manual.url.trim()}
          pending={manual.add.pending}
          onAllow={(host) => void manual.begin(host)}
        />
        {manual.failure?.kind === 'withdrawal-fees' || manual.failure?.kind === 'terms-unaccepted' ? null : (
          <Failure failure={manual.failure} />
        )}
        {wish === undefined ? null : (
          <WithdrawalFees
            failure={manual.failure}
            pending={manual.withdraw.pending}
            onAgree={(shown) => manual.send({ ...wish, shown })}
          />
        )}
        {wish === undefined ? null : (
          <TermsFirst failure={manual.failure} pending={manual.withdraw.pending} onAgreed={() => manual.send(wish)} />
        )}
      </form>
      {manual.begun === undefined ? null : <Transfer begun={manual.begun} />}
    </Section>
  );
};

/** The issuers of this wallet, one press each. */
const Known = ({ onPick }: { readonly onPick: (url: string) => void }): ReactNode => {
  const exchanges = useAnswer('exchange.list', {});
  const known = exchanges?.ok === true ? exchanges.value.exchanges : [];
  return known.length === 0 ? null : (
    <div className="picks" role="group" aria-label={t('add.manual.known')}>
      {known.map((exchange) => (
        <Button key={`${exchange.baseUrl} ${exchange.masterPub}`} look="quiet" onPress={() => onPick(exchange.baseUrl)}>
          {joined([shown().foreign.currency(exchange.currency), apart(shown(), address(exchange.baseUrl))], ' · ')}
        </Button>
      ))}
    </div>
  );
};

/** What the transfer must say, fact by fact. */
export const Transfer = ({ begun }: { readonly begun: RequestOutput<'withdraw.manual'> }): ReactNode => {
  const { account, amount, subject, receiver } = readPayto(begun.payto);
  return (
    <div className="card form">
      <Notice tone="plain" live>
        <p>{t('add.transfer.words')}</p>
      </Notice>
      <Facts
        facts={[
          receiver === undefined ? null : [t('add.transfer.receiver'), row(receiver)],
          [t('add.transfer.account'), <CopyText key="account" text={account} what={t('add.transfer.account')} />],
          amount === undefined
            ? null
            : [
                t('add.amount'),
                <CopyText key="amount" text={moneyText(amount)} what={t('add.amount')}>
                  <Money text={amount} />
                </CopyText>,
              ],
          subject === undefined
            ? null
            : [t('add.transfer.subject'), <CopyText key="subject" text={subject} what={t('add.transfer.subject')} />],
          [t('pay.fees'), <Money key="fees" text={begun.fees} />],
          [t('receive.push.total'), <Money key="total" text={begun.total} />],
        ]}
      />
    </div>
  );
};

/** The parts of `payto://METHOD/ACCOUNT?amount=…&message=…` (RFC 8905) a person needs at the bank's counter. */
const readPayto = (
  payto: string,
): { readonly account: string; readonly amount?: string; readonly subject?: string; readonly receiver?: string } => {
  const [address = '', query = ''] = payto.split('?', 2);
  const values = new URLSearchParams(query);
  const [amount, subject, receiver] = [
    values.get('amount'),
    values.get('message') ?? values.get('subject'),
    values.get('receiver-name'),
  ];
  return {
    // A bank's form takes the IBAN alone: neither the kind of account nor the bank's own code before it.
    account: address.replace(/^payto:\/\/(?:iban\/(?:[A-Z0-9]{8}(?:[A-Z0-9]{3})?\/)?)?/i, ''),
    ...(amount === null ? {} : { amount }),
    ...(subject === null ? {} : { subject }),
    ...(receiver === null ? {} : { receiver: plainText(receiver) }),
  };
};

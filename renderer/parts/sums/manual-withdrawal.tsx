// SPDX-License-Identifier: GPL-3.0-or-later
import { joined } from '../../../shared/words/spoken.ts';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { parseAmount } from '../../../shared/amount.ts';
import { readIssuerLink, type IssuerLink } from '../../../shared/issuer-link.ts';
import type { RequestInput } from '../../../shared/contract.ts';
import type { ExchangeView, WithdrawalQuoteView } from '../../../shared/view.ts';
import type { KnownService } from '../../../shared/view-begin.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { row, shown, t } from '../../words.ts';
import { AmountField } from '../base/amount-field.tsx';
import { Button, Field } from '../base/controls.tsx';
import { useGivenLink } from '../base/given-link.ts';
import { Failure } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { readTyped, typedText, type TypedTrouble } from '../base/typed-sum.ts';
import { Slow } from '../base/slow.tsx';
import { issuerName, issuerTitle } from '../base/issuer.ts';
import { AgreeCard } from './agree-card.tsx';
import type { Turns } from './bank-withdrawal.tsx';
import { InnerExchange } from './inner-exchange.tsx';
import { termsFirst } from './terms.tsx';
import { WithdrawalFees } from './withdrawal-fees.tsx';
import { useNoProvider, WithoutBackup } from './without-backup.tsx';

type Wish = Pick<RequestInput<'withdraw.manual'>, 'exchange' | 'amount' | 'shown'>;

/** What is asked of the wallet for a transfer: the issuer, what it comes to, and the transfer itself. */
const useAsking = () => {
  const add = useRequest('exchange.add');
  const quote = useRequest('withdraw.quote');
  const withdraw = useRequest('withdraw.manual');
  const [, go] = useLocation();
  const [wish, setWish] = useState<Wish>();
  const noProvider = useNoProvider();
  const [without, setWithout] = useState(false);
  /** counts what was asked or cancelled: what was asked before is not gone on with */
  const turn = useRef(0);
  const reset = (): void => {
    turn.current += 1;
    for (const each of [add, quote, withdraw]) each.reset();
  };
  const cancel = (): void => {
    turn.current += 1;
    add.reset();
    quote.reset();
  };
  /** The issuer's currency, once it has answered and nobody has thought better of it. */
  const currencyOf = async (
    url: string,
    innerHost: string | undefined,
    key: string | undefined,
  ): Promise<ExchangeView | undefined> => {
    reset();
    const mine = turn.current;
    const added = await add.send({
      url,
      ...(innerHost === undefined ? {} : { innerHost }),
      ...(key === undefined ? {} : { key }),
    });
    return added.ok && turn.current === mine ? added.value : undefined;
  };
  const send = async (wanted: Wish): Promise<void> => {
    setWish(wanted);
    const made = await withdraw.send({ ...wanted, ...(noProvider ? { withoutBackup: without } : {}) });
    // What it must say stands on a page of its own, which the history leads to until the money came.
    if (made.ok) go(`/transfer/${made.value.id}`);
  };
  return { add, quote, withdraw, wish, noProvider, without, setWithout, reset, cancel, currencyOf, send };
};

/** The sum of a link as a person writes it, with its currency: another one than the issuer's is to be noticed. */
const asTyped = (text: string): string => {
  const read = parseAmount(text);
  return read.ok ? `${typedText(text)} ${read.value.currency}` : text;
};

/** What is typed, and the asking for it. */
const useManual = ({ onAsk, onTouched }: Turns) => {
  const asking = useAsking();
  const { add, quote, withdraw, reset, currencyOf } = asking;
  const [url, setUrl] = useState('');
  const [typed, setTyped] = useState('');
  const [trouble, setTrouble] = useState<TypedTrouble>();
  const [named, setNamed] = useState<IssuerLink>();
  /** What the link that filled this in says whose key answers there. */
  const keyThere = named?.url === url.trim() ? named.key : undefined;
  /** What was said of another issuer or sum is not said of this one. */
  const forgetting =
    (set: (text: string) => void) =>
    (text: string): void => {
      set(text);
      setTrouble(undefined);
      onTouched();
      reset();
    };
  /** What a link names is filled in and asked of nobody before a press. */
  const take = (text: string): void => {
    const link = readIssuerLink(text);
    forgetting(setUrl)(link?.url ?? text);
    setNamed(link);
    if (link?.amount !== undefined) setTyped(asTyped(link.amount));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void begin();
  };
  /** `innerHost`: seen and allowed although its name leads into this house */
  const begin = async (innerHost?: string): Promise<void> => {
    if (add.pending || quote.pending || withdraw.pending || url.trim() === '') return;
    onAsk();
    const issuer = await currencyOf(url.trim(), innerHost, keyThere);
    if (issuer === undefined) return;
    const read = readTyped(typed, issuer.currency);
    setTrouble(read.ok ? undefined : read.error);
    if (read.ok) await quote.send({ exchange: issuer.baseUrl, amount: read.value });
  };
  const failure = withdraw.answer?.ok === false ? withdraw.answer.error : undefined;
  const quoted = quote.answer?.ok === true ? quote.answer.value : undefined;
  return {
    ...asking,
    url,
    typed,
    trouble,
    write: forgetting(setUrl),
    writeSum: forgetting(setTyped),
    submit,
    begin,
    failure,
    take,
    quoted,
  };
};

/** A bank transfer the person makes: asks for exchange and sum, says what it comes to, and then exactly what the transfer must say. */
export const ManualWithdrawal = ({ isNewest, ...turns }: Turns & { readonly isNewest: boolean }): ReactNode => {
  const manual = useManual(turns);
  const busy = manual.withdraw.pending;
  const failure = manual.add.answer?.ok === false ? manual.add.answer.error : undefined;
  useGivenLink('issuer', manual.take);
  return (
    <Section title={t('add.manual.title')}>
      <form className="card form" onSubmit={manual.submit}>
        <p>{t('add.manual.words')}</p>
        <Known onPick={manual.write} />
        <div className="inline">
          <Field label={t('add.manual.exchange')} long value={manual.url} onChange={manual.write} disabled={busy} />
          <AmountField
            label={t('add.amount')}
            value={manual.typed}
            onChange={manual.writeSum}
            trouble={manual.trouble}
            disabled={busy}
          />
          <Button type="submit" pending={manual.add.pending || manual.quote.pending} disabled={busy}>
            {t('send.look')}
          </Button>
        </div>
        <Slow pending={manual.add.pending || manual.quote.pending} onCancel={manual.cancel} />
        <Failure failure={failure} />
        <InnerExchange
          failure={failure}
          url={manual.url.trim()}
          pending={manual.add.pending}
          onAllow={(host) => void manual.begin(host)}
        />
        {manual.quote.answer?.ok === false ? <Failure failure={manual.quote.answer.error} /> : null}
      </form>
      {manual.quoted === undefined || !(isNewest || busy) ? null : <Price quoted={manual.quoted} manual={manual} />}
    </Section>
  );
};

/** What the transfer comes to, and the button that prepares it. */
const Price = ({
  quoted: { exchange, amount, total },
  quoted,
  manual: { failure, withdraw, wish, send, noProvider, without, setWithout },
}: {
  readonly quoted: WithdrawalQuoteView;
  readonly manual: ReturnType<typeof useManual>;
}): ReactNode => (
  <AgreeCard
    whom={{ label: t('receive.exchange'), host: issuerName(exchange) }}
    amount={t('transfer.you')}
    total={t('receive.push.total')}
    quote={quoted}
    deed={{
      words: t('agree.prepare', { sum: amount }),
      pending: withdraw.pending,
      onPress: () => void send({ exchange, amount, shown: total }),
    }}
    terms={wish && termsFirst(failure, withdraw.pending, () => void send(wish))}
  >
    {noProvider ? <WithoutBackup staysIn="reserve" sum={total} chosen={without} onChange={setWithout} /> : null}
    {failure?.kind === 'withdrawal-fees' || failure?.kind === 'terms-unaccepted' ? null : <Failure failure={failure} />}
    {wish === undefined ? null : (
      <WithdrawalFees
        failure={failure}
        pending={withdraw.pending}
        onAgree={(seen) => void send({ ...wish, shown: seen })}
      />
    )}
  </AgreeCard>
);

/** The issuers of this wallet, one press each; where there is none yet, those of the list one can begin with. */
const Known = ({ onPick }: { readonly onPick: (url: string) => void }): ReactNode => {
  const exchanges = useAnswer('exchange.list', {});
  const isNew = exchanges?.ok === true && exchanges.value.exchanges.length === 0;
  const list = useAnswer('known.list', {}, isNew);
  if (isNew) return list?.ok === true ? <Suggested services={list.value.services} onPick={onPick} /> : null;
  const known = exchanges?.ok === true ? exchanges.value.exchanges : [];
  return known.length === 0 ? null : (
    <div className="picks" role="group" aria-label={t('add.manual.known')}>
      {known.map((exchange) => (
        <Button key={`${exchange.baseUrl} ${exchange.masterPub}`} look="quiet" onPress={() => onPick(exchange.baseUrl)}>
          {joined([shown().foreign.currency(exchange.currency), issuerTitle(exchange.baseUrl)], ' · ')}
        </Button>
      ))}
    </div>
  );
};

const Suggested = ({
  services,
  onPick,
}: {
  readonly services: readonly KnownService[];
  readonly onPick: (url: string) => void;
}): ReactNode => {
  const issuers = services.filter(({ kind }) => kind === 'issuer');
  return issuers.length === 0 ? null : (
    <>
      <div className="picks" role="group" aria-label={t('suggested.kind.issuer')}>
        {issuers.map(({ url, name, currency }) => (
          <Button key={url} look="quiet" onPress={() => onPick(url)}>
            {currency === undefined ? row(name) : joined([row(name), shown().foreign.currency(currency)], ' · ')}
          </Button>
        ))}
      </div>
      <p className="detail">{t('begin.issuers.note')}</p>
    </>
  );
};

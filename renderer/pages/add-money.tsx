// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { AppStateView } from '../../shared/contract.ts';
import type { WithdrawalQuoteView } from '../../shared/view.ts';
import { useAnswer, useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Button } from '../parts/base/controls.tsx';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { PageHead, Section } from '../parts/base/layout.tsx';
import { BankWithdrawal } from '../parts/sums/bank-withdrawal.tsx';
import { ManualWithdrawal } from '../parts/sums/manual-withdrawal.tsx';
import { LinkField } from '../parts/frame/link-field.tsx';
import { PlayMissing } from '../parts/frame/play-missing.tsx';
import { AmountField } from '../parts/base/amount-field.tsx';
import { readTyped, type TypedTrouble } from '../parts/base/typed-sum.ts';
import { StepsHere } from '../parts/frame/steps.tsx';
import { WithdrawalFees } from '../parts/sums/withdrawal-fees.tsx';
import { useNoProvider, WithoutBackup } from '../parts/sums/without-backup.tsx';

/** Three ways for money to come in: play money, a bank's withdrawal address, a transfer of one's own. */
export const AddMoneyPage = ({ app }: { readonly app: AppStateView }): ReactNode => {
  // What was asked for last is what may be agreed to: of two offers nobody has to guess which a button means.
  const [newest, setNewest] = useState<'bank' | 'transfer'>();
  const forget = (): void => setNewest(undefined);
  return (
    <>
      <PageHead title={t('add.title')} lead={t('add.lead')} />
      <StepsHere isAside={newest !== undefined} />
      <PlayMissing app={app} />
      {app.playMoney && app.playMoneyMissing !== true ? <PlayWithdrawal isAside={newest !== undefined} /> : null}
      <BankWithdrawal
        isNewest={newest === 'bank'}
        onAsk={() => setNewest('bank')}
        onTouched={forget}
        field={(given) => (
          <LinkField
            page="/add"
            label={t('add.uri.field')}
            help={t('add.uri.help')}
            action={t('receive.look')}
            {...given}
          />
        )}
      />
      <ManualWithdrawal isNewest={newest === 'transfer'} onAsk={() => setNewest('transfer')} onTouched={forget} />
      {app.playMoney ? null : <StartPlayMoney />}
    </>
  );
};

/** What a sum of play money becomes; undefined until that is known. */
const usePlayPrice = (exchange: string | undefined, amount: string | undefined): WithdrawalQuoteView | undefined => {
  const wish = { exchange: exchange ?? '', amount: amount ?? '' };
  const price = useAnswer('withdraw.quote', wish, exchange !== undefined && amount !== undefined);
  return price?.ok === true && price.value.amount === amount ? price.value : undefined;
};

/** What becomes of the sum, before it is asked for. */
const PlayPrice = ({ quoted }: { readonly quoted: WithdrawalQuoteView | undefined }): ReactNode =>
  quoted === undefined ? null : (
    <p className="detail">{t('add.uri.fees', { fees: quoted.fees, total: quoted.total })}</p>
  );

const PlayBegun = ({ waits, onMore }: { readonly waits: boolean; readonly onMore: () => void }): ReactNode => (
  <div className="card form">
    <Notice tone="good" live>
      <p>{t(waits ? 'add.waits' : 'add.play.done')}</p>
    </Notice>
    <div className="actions">
      <Link className="button" data-look="plain" href="/">
        {t('success.money')}
      </Link>
      <Button onPress={onMore}>{t('add.play.more')}</Button>
    </div>
  </div>
);

/** What is typed of play money, what it comes to, and the asking for it. */
const usePlay = () => {
  const start = useAnswer('play.start', {});
  const withdraw = useRequest('play.withdraw');
  const [typed, setTyped] = useState('20');
  const [trouble, setTrouble] = useState<TypedTrouble>();
  const noProvider = useNoProvider();
  const [without, setWithout] = useState(false);
  const play = start?.ok === true ? start.value : undefined;
  const currency = play?.currency;
  const sum = currency === undefined ? undefined : readTyped(typed, currency);
  const quoted = usePlayPrice(play?.exchange, sum?.ok === true ? sum.value : undefined);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (currency === undefined || withdraw.pending) return;
    const read = readTyped(typed, currency);
    setTrouble(read.ok ? undefined : read.error);
    if (read.ok) send(read.value, quoted?.amount === read.value ? quoted.total : undefined);
  };
  const send = (amount: string, shown?: string): void =>
    void withdraw.send({
      amount,
      ...(noProvider ? { withoutBackup: without } : {}),
      ...(shown === undefined ? {} : { shown }),
    });
  const failure = withdraw.answer?.ok === false ? withdraw.answer.error : undefined;
  const change = (text: string): void => {
    setTyped(text);
    setTrouble(undefined);
  };
  return {
    start,
    withdraw,
    typed,
    change,
    trouble,
    noProvider,
    without,
    setWithout,
    currency,
    sum,
    quoted,
    submit,
    send,
    failure,
  };
};

const PlayWithdrawal = ({ isAside }: { readonly isAside: boolean }): ReactNode => {
  const { start, withdraw, typed, change, trouble, noProvider, without, setWithout, currency, sum, quoted, ...play } =
    usePlay();
  const { submit, send, failure } = play;
  // Whoever wants more says so: another press or Enter at the same place is no second wish.
  if (withdraw.answer?.ok === true)
    return (
      <Section title={t('add.play.title')}>
        <PlayBegun waits={noProvider && !without} onMore={withdraw.reset} />
      </Section>
    );
  return (
    <Section title={t('add.play.title')}>
      <form className="card form" onSubmit={submit}>
        <p>{t('add.play.words')}</p>
        <div className="inline">
          <AmountField
            label={t('add.amount')}
            value={typed}
            onChange={change}
            trouble={trouble}
            {...(currency === undefined ? {} : { suffix: currency })}
          />
          <Button
            look={isAside ? 'plain' : 'primary'}
            type="submit"
            pending={withdraw.pending}
            disabled={currency === undefined}
          >
            {t('add.play.do')}
          </Button>
        </div>
        <PlayPrice quoted={quoted} />
        {noProvider ? (
          <WithoutBackup
            staysIn="reserve"
            sum={sum?.ok === true ? sum.value : undefined}
            chosen={without}
            onChange={setWithout}
          />
        ) : null}
        {start?.ok === false ? <Failure failure={start.error} /> : null}
        {failure?.kind === 'withdrawal-fees' ? null : <Failure failure={failure} />}
        <WithdrawalFees
          failure={failure}
          pending={withdraw.pending}
          onAgree={(total) => (sum?.ok === true ? send(sum.value, total) : undefined)}
        />
      </form>
    </Section>
  );
};

/** Only where no issuer is known yet: play money and money never meet in one wallet. */
const StartPlayMoney = (): ReactNode => {
  const start = useRequest('play.start');
  const known = useAnswer('exchange.list', {});
  if (known?.ok !== true || known.value.exchanges.length > 0) return null;
  return (
    <Section title={t('add.startPlay.title')}>
      <div className="card form">
        <p>{t('add.startPlay.words')}</p>
        {start.answer?.ok === false ? <Failure failure={start.answer.error} /> : null}
        <div className="actions">
          <Button pending={start.pending} onPress={() => void start.send({})}>
            {t('add.startPlay.do')}
          </Button>
        </div>
      </div>
    </Section>
  );
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { plain, tidyAddress } from '../../shared/pasted.ts';
import type { RequestInput } from '../../shared/contract.ts';
import type { DepositOfferView } from '../../shared/view.ts';
import { useRequest } from '../bridge.ts';
import { row, t } from '../words.ts';
import { Button, Field } from '../parts/base/controls.tsx';
import { Failure } from '../parts/base/failure.tsx';
import { useGivenLink } from '../parts/base/given-link.ts';
import { PageHead } from '../parts/base/layout.tsx';
import { isDearer, QuoteCard } from '../parts/sums/quote-card.tsx';
import { SumField, useSum } from '../parts/sums/sum-field.tsx';

type Wish = RequestInput<'deposit.prepare'>;

/** Back to one's own bank account: account and sum, what arrives and what it costs, then the transfer. */
export const DepositPage = (): ReactNode => {
  const prepare = useRequest('deposit.prepare');
  const deposit = useRequest('deposit.confirm');
  const [wish, setWish] = useState<Wish>();
  const offer = prepare.answer?.ok === true ? prepare.answer.value : undefined;
  const look = (wanted: Wish): void => {
    setWish(wanted);
    deposit.reset();
    void prepare.send(wanted);
  };
  const pay = async (wanted: Wish, { total }: DepositOfferView): Promise<void> => {
    const answer = await deposit.send({ ...wanted, shown: total });
    // What it takes has changed since it was shown: the new sum is shown beside the reason, to be confirmed again.
    if (isDearer(answer)) void prepare.send(wanted);
  };
  return (
    <>
      <PageHead title={t('deposit.title')} lead={t('deposit.lead')} />
      <DepositForm
        pending={prepare.pending}
        disabled={deposit.pending}
        onLook={look}
        onTouched={() => {
          prepare.reset();
          deposit.reset();
        }}
      />
      <Failure failure={prepare.answer?.ok === false ? prepare.answer.error : undefined} />
      {offer === undefined || wish === undefined ? null : (
        <Offer
          offer={offer}
          pending={deposit.pending}
          dearer={isDearer(deposit.answer)}
          outcome={deposit.answer?.ok === true ? deposit.answer.value.state : undefined}
          onDeposit={() => void pay(wish, offer)}
        />
      )}
      <Failure failure={deposit.answer?.ok === false ? deposit.answer.error : undefined} />
    </>
  );
};

const DepositForm = ({
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
  const [account, setAccount] = useState('');
  const [holder, setHolder] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const amount = pending || disabled || account.trim() === '' ? undefined : sum.read();
    if (amount !== undefined) onLook({ amount, payto: toPayto(account.trim(), holder.trim()) });
  };
  const touched = (set: (text: string) => void) => (text: string) => {
    set(text);
    onTouched();
  };
  useGivenLink('/deposit', touched(setAccount));
  return (
    <form className="card form" onSubmit={submit}>
      <div className="inline">
        <Field
          label={t('deposit.account')}
          long
          value={account}
          onChange={touched(setAccount)}
          help={t('deposit.account.help')}
        />
        <Field label={t('deposit.holder')} value={holder} onChange={touched(setHolder)} maxLength={200} />
      </div>
      <div className="inline">
        <SumField sum={sum} label={t('deposit.amount')} onTouched={onTouched} />
        <Button type="submit" pending={pending} disabled={disabled}>
          {t('send.look')}
        </Button>
      </div>
    </form>
  );
};

const Offer = ({
  offer,
  pending,
  dearer,
  outcome,
  onDeposit,
}: {
  readonly offer: DepositOfferView;
  readonly pending: boolean;
  /** it takes more than was agreed to before */
  readonly dearer: boolean;
  readonly outcome: 'pending' | 'deposited' | 'wired' | undefined;
  readonly onDeposit: () => void;
}): ReactNode => (
  <QuoteCard
    about={[[t('deposit.to'), row(offer.account)]]}
    amount={t('deposit.arrives')}
    quote={offer}
    possible={offer.possible}
    impossible={t('send.impossible')}
    outcome={outcome && { words: t(`deposit.${outcome}`), good: outcome !== 'pending' }}
    action={
      <Button look="primary" icon="pay" pending={pending} disabled={!offer.possible} onPress={onDeposit}>
        {t(dearer ? 'fees.newPrice' : 'deposit.do')}
      </Button>
    }
  />
);

/** What was typed as RFC 8905: an address stays as it is, anything else is an IBAN; the holder's name goes along. The wallet checks the digits. */
const toPayto = (account: string, holder: string): string => {
  const address = /^payto:\/\//i.test(tidyAddress(account))
    ? tidyAddress(account)
    : `payto://iban/${plain(account)
        .replace(/^IBAN[ :]*/i, '')
        .replaceAll(/[ .-]/g, '')
        .toUpperCase()}`;
  if (holder === '' || /[?&]receiver-name=/.test(address)) return address;
  return `${address}${address.includes('?') ? '&' : '?'}receiver-name=${encodeURIComponent(holder)}`;
};

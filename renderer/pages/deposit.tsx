// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { plain, tidyAddress } from '../../shared/pasted.ts';
import type { RequestInput } from '../../shared/contract.ts';
import type { DepositOfferView } from '../../shared/view.ts';
import { amount } from '../../shared/amount.ts';
import { inFours, readTransfer } from '../../shared/transfer.ts';
import { ask, useRequest } from '../bridge.ts';
import { row, t } from '../words.ts';
import type { Whom } from '../parts/base/agree-parts.tsx';
import { Button, Field } from '../parts/base/controls.tsx';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { useGivenLink } from '../parts/base/given-link.ts';
import { PageHead } from '../parts/base/layout.tsx';
import { Slow } from '../parts/base/slow.tsx';
import { AgreeCard, isDearer, mayComeTrue } from '../parts/sums/agree-card.tsx';
import { useMoneyComes } from '../parts/sums/money-comes.ts';
import { SumField, useSum, type Most } from '../parts/sums/sum-field.tsx';

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
    if (isDearer(answer)) void prepare.again(wanted);
  };
  return (
    <>
      <PageHead title={t('deposit.title')} lead={t('deposit.lead')} />
      <DepositForm
        pending={prepare.pending}
        disabled={deposit.pending}
        onCancel={prepare.reset}
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
          again={() => void prepare.again(wish)}
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
  onCancel,
}: {
  readonly pending: boolean;
  readonly disabled: boolean;
  readonly onCancel: () => void;
  readonly onLook: (wish: Wish) => void;
  readonly onTouched: () => void;
}): ReactNode => {
  const sum = useSum();
  const [account, setAccount] = useState('');
  const [holder, setHolder] = useState('');
  const [isBlank, setBlank] = useState(false);
  const payto = toPayto(account.trim(), holder.trim());
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setBlank(account.trim() === '');
    const wanted = pending || disabled || account.trim() === '' ? undefined : sum.read();
    if (wanted !== undefined) onLook({ amount: wanted, payto });
  };
  const touched = (set: (text: string) => void) => (text: string) => {
    set(text);
    setBlank(false);
    onTouched();
  };
  useGivenLink('/deposit', touched(setAccount));
  /** What arrives at most hangs on the account: its kind decides what a transfer costs. */
  const most: Most = async (currency) => {
    setBlank(account.trim() === '');
    return account.trim() === '' ? undefined : ask('deposit.most', { currency, payto });
  };
  return (
    <form className="card form" onSubmit={submit}>
      <div className="inline">
        <Field
          label={t('deposit.account')}
          long
          value={account}
          onChange={touched(setAccount)}
          help={t('deposit.account.help')}
          error={isBlank ? t('deposit.account.blank') : undefined}
          disabled={disabled}
        />
        <Field
          label={t('deposit.holder')}
          value={holder}
          onChange={touched(setHolder)}
          maxLength={200}
          disabled={disabled}
        />
      </div>
      <div className="inline">
        <SumField sum={sum} label={t('deposit.amount')} onTouched={onTouched} disabled={disabled} most={most} />
        <Button type="submit" pending={pending} disabled={disabled}>
          {t('send.look')}
        </Button>
      </div>
      <Slow pending={pending} onCancel={onCancel} />
    </form>
  );
};

const Offer = ({
  offer,
  pending,
  dearer,
  outcome,
  onDeposit,
  again,
}: {
  readonly offer: DepositOfferView;
  readonly pending: boolean;
  /** it takes more than was agreed to before */
  readonly dearer: boolean;
  readonly outcome: 'pending' | 'deposited' | 'wired' | undefined;
  readonly onDeposit: () => void;
  /** looks once more: money has come since */
  readonly again: () => void;
}): ReactNode => {
  useMoneyComes(amount(offer.amount).currency, outcome === undefined && mayComeTrue(offer.why), again);
  return (
    <AgreeCard
      whom={whomOf(offer)}
      amount={t('deposit.arrives')}
      quote={offer}
      possible={offer.possible}
      impossible={t('send.impossible')}
      outcome={
        outcome && {
          words: t(`deposit.${outcome}`),
          good: outcome !== 'pending',
          next: [
            ['/', t('success.money')],
            ['/history', t('pay.history')],
          ],
        }
      }
      deed={{
        words: dearer ? t('fees.newPrice') : t('agree.transfer', { sum: offer.amount }),
        icon: 'send',
        pending,
        onPress: onDeposit,
      }}
    >
      {(offer.only ?? []).map((said) => (
        <Notice key={said} tone="warn">
          <p>{said === '' ? t('deposit.onlySome') : t('deposit.only', { said })}</p>
        </Notice>
      ))}
    </AgreeCard>
  );
};

/** An IBAN in groups, as it stands on a bank card, and its holder below; another account in the wallet's own words. */
const whomOf = ({ account, payto }: DepositOfferView): Whom => {
  const { iban, receiver, postalCode, town } = readTransfer(payto);
  const holder = [receiver, [postalCode, town].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return iban === undefined
    ? { label: t('deposit.to'), host: row(account) }
    : { label: t('deposit.to'), host: row(inFours(iban)), name: holder };
};

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

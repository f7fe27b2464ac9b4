// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactElement, type ReactNode } from 'react';
import type { RequestOutput } from '../../../shared/contract.ts';
import type { BankOfferView } from '../../../shared/view-bank.ts';
import { useRequest } from '../../bridge.ts';
import { address, shown, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { CopyText } from '../base/copy-text.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { useGivenLink } from '../base/given-link.ts';
import { Facts, Section } from '../base/layout.tsx';
import { Slow } from '../base/slow.tsx';
import { issuerName } from '../base/issuer.ts';
import { AgreeCard } from './agree-card.tsx';
import { BankSum, chargesOf } from './bank-sum.tsx';
import { NewExchange } from './new-exchange.tsx';
import { termsFirst } from './terms.tsx';
import { WithdrawalFees } from './withdrawal-fees.tsx';
import { useNoProvider, WithoutBackup } from './without-backup.tsx';

/** The sum that was shown and what arrives of it; neither where it is said at the bank. */
type Agreed = { readonly amount?: string; readonly shown?: string };

/** Which of the ways into the wallet was asked last: only its offer can be agreed to. */
export type Turns = { readonly onAsk: () => void; readonly onTouched: () => void };

/** What a bank's link offers, and the taking up of it at the price that was shown. */
const useOffer = ({ onAsk, onTouched }: Turns) => {
  const look = useRequest('withdraw.look');
  const withdraw = useRequest('withdraw.uri');
  const [uri, setUri] = useState('');
  const noProvider = useNoProvider();
  const [without, setWithout] = useState(false);
  /** what was last shown and agreed to: the sum, and what arrives of it */
  const [agreed, setAgreed] = useState<Agreed>({});
  /** the last offer that left the sum to its person: it stays while one sum after the other is looked at */
  const [open, setOpen] = useState<BankOfferView>();
  const ask = async (text: string, said: { newExchange?: string; amount?: string } = {}): Promise<void> => {
    if (text.trim() === '' || withdraw.pending) return;
    onAsk();
    withdraw.reset();
    const seen = await look.send({ uri: text.trim(), ...said });
    if (seen.ok) setOpen(seen.value.choose === undefined ? undefined : seen.value);
  };
  /** What was said of another sum is not said of this one. */
  const forget = (): void => {
    look.reset();
    withdraw.reset();
  };
  const write = (typed: string): void => {
    onTouched();
    setUri(typed);
    setOpen(undefined);
    forget();
  };
  const accept = (seen: Agreed): void => {
    setAgreed(seen);
    void withdraw.send({ uri: uri.trim(), ...(noProvider ? { withoutBackup: without } : {}), ...seen });
  };
  useGivenLink('/add', (link) => {
    write(link);
    void ask(link);
  });
  return { look, withdraw, uri, write, forget, open, ask, accept, agreed, noProvider, without, setWithout };
};

/** What the field for the link is told, and what stands below it. */
export type BankField = {
  readonly value: string;
  readonly pending: boolean;
  readonly disabled: boolean;
  readonly onChange: (typed: string) => void;
  readonly onLink: (link: string) => void;
  readonly children: ReactNode;
};

/** Money that a bank offers by its link: what it comes to is shown first, and taken up by a second press. */
export const BankWithdrawal = ({
  isNewest,
  field,
  ...turns
}: Turns & { readonly isNewest: boolean; readonly field: (given: BankField) => ReactNode }): ReactNode => {
  const taking = useOffer(turns);
  const { look, withdraw, uri, write, forget, open, ask } = taking;
  const offer = look.answer?.ok === true ? look.answer.value : undefined;
  const failure = look.answer?.ok === false ? look.answer.error : undefined;
  const isBegun = withdraw.answer?.ok === true;
  return (
    <Section title={t('add.uri.title')}>
      {field({
        value: uri,
        pending: look.pending,
        disabled: withdraw.pending,
        onChange: write,
        onLink: (link) => void ask(link),
        children: (
          <>
            <Slow pending={look.pending} onCancel={look.reset} />
            {failure?.kind === 'unknown-exchange' ? null : <Failure failure={failure} />}
            <NewExchange
              failure={failure}
              pending={look.pending}
              onAdd={(newExchange) => void ask(uri, { newExchange })}
            />
          </>
        ),
      })}
      {open?.choose === undefined || isBegun || !isNewest ? null : (
        <BankSum
          choose={open.choose}
          pending={look.pending}
          disabled={withdraw.pending}
          onTouched={forget}
          onAsk={(amount) => void ask(uri, { amount })}
        />
      )}
      {offer === undefined || !(isNewest || isBegun || withdraw.pending) ? null : (
        <Offer offer={offer} taking={taking} />
      )}
    </Section>
  );
};

const Offer = ({
  offer,
  taking,
}: {
  readonly offer: BankOfferView;
  readonly taking: ReturnType<typeof useOffer>;
}): ReactNode => {
  const { withdraw, accept, agreed, noProvider, without, setWithout } = taking;
  const begun = withdraw.answer?.ok === true ? withdraw.answer.value : undefined;
  const failure = withdraw.answer?.ok === false ? withdraw.answer.error : undefined;
  if (begun !== undefined) return <Begun begun={begun} />;
  const terms = termsFirst(failure, withdraw.pending, () => accept(agreed));
  const { bank, exchange, amount, fees, total } = offer;
  if (amount === undefined)
    return offer.atBank === true ? <AtBank offer={offer} taking={taking} terms={terms} /> : null;
  const asks = failure?.kind === 'withdrawal-fees' || failure?.kind === 'terms-unaccepted';
  return (
    <AgreeCard
      whom={{ label: t('bank.from'), host: shown().foreign.host(bank) }}
      about={[[t('receive.exchange'), issuerName(exchange)], ...chargesOf(offer)]}
      amount={t('add.amount')}
      total={t('receive.push.total')}
      quote={{ amount, fees, total }}
      deed={{
        words: t('agree.accept', { sum: amount }),
        icon: 'add',
        pending: withdraw.pending,
        onPress: () => accept({ amount, shown: total }),
      }}
      terms={terms}
    >
      {noProvider ? <WithoutBackup staysIn="reserve" sum={total} chosen={without} onChange={setWithout} /> : null}
      {asks ? null : <Failure failure={failure} />}
      <WithdrawalFees
        failure={failure}
        pending={withdraw.pending}
        onAgree={(seen) => accept({ amount, shown: seen })}
      />
    </AgreeCard>
  );
};

/** An offer whose sum is said where money is paid in: there is nothing to compute yet. */
const AtBank = ({
  offer,
  taking: { withdraw, accept },
  terms,
}: {
  readonly offer: BankOfferView;
  readonly taking: ReturnType<typeof useOffer>;
  readonly terms: ReactElement | undefined;
}): ReactNode => {
  const failure = withdraw.answer?.ok === false ? withdraw.answer.error : undefined;
  return (
    <div className="card form">
      <Facts
        facts={[
          [t('bank.from'), shown().foreign.host(offer.bank)],
          [t('receive.exchange'), issuerName(offer.exchange)],
          ...chargesOf(offer),
        ]}
      />
      <p>{t('bank.atBank')}</p>
      {terms}
      {failure?.kind === 'terms-unaccepted' ? null : <Failure failure={failure} />}
      <div className="actions">
        <Button look="primary" icon="add" pending={withdraw.pending} onPress={() => accept({})}>
          {t('bank.atBank.do')}
        </Button>
      </div>
    </div>
  );
};

/** It is taken up; the bank wants its person to say so there. */
const Begun = ({ begun }: { readonly begun: RequestOutput<'withdraw.uri'> }): ReactNode => (
  <Notice tone="good" live>
    {begun.atBank === true ? (
      <p>{t('bank.atBank.begun', { exchange: issuerName(begun.exchange) })}</p>
    ) : (
      <>
        <p>{t('add.uri.begun', { sum: begun.amount, exchange: issuerName(begun.exchange) })}</p>
        <p>{t('add.uri.fees', { fees: begun.fees, total: begun.total })}</p>
      </>
    )}
    {begun.confirmUrl === undefined ? null : (
      <p>
        {t('add.uri.confirm')}{' '}
        <CopyText text={begun.confirmUrl} what={t('peer.address')}>
          {address(begun.confirmUrl)}
        </CopyText>
      </p>
    )}
  </Notice>
);

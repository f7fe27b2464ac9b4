// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import type { RequestOutput } from '../../../shared/contract.ts';
import type { BankOfferView } from '../../../shared/view.ts';
import { useRequest } from '../../bridge.ts';
import { address, shown, t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { useGivenLink } from '../base/given-link.ts';
import { Section } from '../base/layout.tsx';
import { Slow } from '../base/slow.tsx';
import { issuerName } from '../base/issuer.ts';
import { AgreeCard } from './agree-card.tsx';
import { NewExchange } from './new-exchange.tsx';
import { TermsFirst } from './terms.tsx';
import { WithdrawalFees } from './withdrawal-fees.tsx';
import { useNoProvider, WithoutBackup } from './without-backup.tsx';

/** What a bank's link offers, and the taking up of it at the price that was shown. */
const useOffer = () => {
  const look = useRequest('withdraw.look');
  const withdraw = useRequest('withdraw.uri');
  const [uri, setUri] = useState('');
  const noProvider = useNoProvider();
  const [without, setWithout] = useState(false);
  /** what arrives, as it was last shown and agreed to */
  const [agreed, setAgreed] = useState('');
  const ask = (text: string, newExchange?: string): void => {
    if (text.trim() === '' || withdraw.pending) return;
    withdraw.reset();
    void look.send({ uri: text.trim(), ...(newExchange === undefined ? {} : { newExchange }) });
  };
  const write = (typed: string): void => {
    setUri(typed);
    look.reset();
    withdraw.reset();
  };
  const accept = (total: string): void => {
    setAgreed(total);
    void withdraw.send({ uri: uri.trim(), ...(noProvider ? { withoutBackup: without } : {}), shown: total });
  };
  useGivenLink('/add', (link) => {
    write(link);
    ask(link);
  });
  return { look, withdraw, uri, write, ask, accept, agreed, noProvider, without, setWithout };
};

/** Money that a bank offers by its link: what it comes to is shown first, and taken up by a second press. */
export const BankWithdrawal = (): ReactNode => {
  const taking = useOffer();
  const { look, withdraw, uri, write, ask } = taking;
  const offer = look.answer?.ok === true ? look.answer.value : undefined;
  const failure = look.answer?.ok === false ? look.answer.error : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask(uri);
  };
  return (
    <Section title={t('add.uri.title')}>
      <form className="card form" onSubmit={submit}>
        <div className="inline">
          <Field
            label={t('add.uri.field')}
            long
            value={uri}
            onChange={write}
            help={t('add.uri.help')}
            disabled={withdraw.pending}
          />
          <Button type="submit" pending={look.pending} disabled={withdraw.pending}>
            {t('receive.look')}
          </Button>
        </div>
        <Slow pending={look.pending} onCancel={look.reset} />
        {failure?.kind === 'unknown-exchange' ? null : <Failure failure={failure} />}
        <NewExchange failure={failure} pending={look.pending} onAdd={(newExchange) => ask(uri, newExchange)} />
      </form>
      {offer === undefined ? null : <Offer offer={offer} taking={taking} />}
    </Section>
  );
};

const Offer = ({
  offer,
  taking: { withdraw, accept, agreed, noProvider, without, setWithout },
}: {
  readonly offer: BankOfferView;
  readonly taking: ReturnType<typeof useOffer>;
}): ReactNode => {
  const begun = withdraw.answer?.ok === true ? withdraw.answer.value : undefined;
  const failure = withdraw.answer?.ok === false ? withdraw.answer.error : undefined;
  if (begun !== undefined) return <Begun begun={begun} />;
  const asks = failure?.kind === 'withdrawal-fees' || failure?.kind === 'terms-unaccepted';
  return (
    <AgreeCard
      whom={{ label: t('bank.from'), host: shown().foreign.host(offer.bank) }}
      about={[[t('receive.exchange'), issuerName(offer.exchange)]]}
      amount={t('add.amount')}
      total={t('receive.push.total')}
      quote={offer}
      deed={{
        words: t('agree.accept', { sum: offer.amount }),
        icon: 'add',
        pending: withdraw.pending,
        onPress: () => accept(offer.total),
      }}
      terms={<TermsFirst failure={failure} pending={withdraw.pending} onAgreed={() => accept(agreed)} />}
    >
      {noProvider ? <WithoutBackup staysIn="reserve" sum={offer.total} chosen={without} onChange={setWithout} /> : null}
      {asks ? null : <Failure failure={failure} />}
      <WithdrawalFees failure={failure} pending={withdraw.pending} onAgree={accept} />
    </AgreeCard>
  );
};

/** It is taken up; the bank wants its person to say so there. */
const Begun = ({ begun }: { readonly begun: RequestOutput<'withdraw.uri'> }): ReactNode => (
  <Notice tone="good" live>
    <p>{t('add.uri.begun', { sum: begun.amount, exchange: begun.exchange })}</p>
    <p>{t('add.uri.fees', { fees: begun.fees, total: begun.total })}</p>
    {begun.confirmUrl === undefined ? null : (
      <p>
        {t('add.uri.confirm')} <span className="address selectable">{address(begun.confirmUrl)}</span>
      </p>
    )}
  </Notice>
);

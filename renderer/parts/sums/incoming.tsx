// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link } from 'wouter';
import { amount, amountToText, subtractAmounts } from '../../../shared/amount.ts';
import type { PeerOfferView } from '../../../shared/view.ts';
import { useRequest } from '../../bridge.ts';
import { quotedText } from '../../../shared/words/party.ts';
import { address, shown, t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { Failure, Notice } from '../base/failure.tsx';
import { useGivenLink } from '../base/given-link.ts';
import { Section } from '../base/layout.tsx';
import { When } from '../base/when.tsx';
import { NewExchange } from './new-exchange.tsx';
import { isDearer, QuoteCard, theyGet } from './quote-card.tsx';
import { Refund } from './refund.tsx';
import { WithdrawalFees } from './withdrawal-fees.tsx';
import { useNoProvider, WithoutBackup } from './without-backup.tsx';

/** What kind of address it says it is; the wallet itself reads it properly. */
type AddressKind = 'pay' | 'withdraw' | 'refund' | 'peer';

const kindOf = (uri: string): AddressKind => {
  const action = /^(?:web\+)?taler(?:\+http)?:\/*([a-z-]+)\//i.exec(uri)?.[1]?.toLowerCase();
  return action === 'pay' || action === 'withdraw' || action === 'refund' ? action : 'peer';
};

/** Any address of another wallet, or a refund's: what it would bring or cost is shown before anything happens. */
export const Incoming = (): ReactNode => {
  const prepare = useRequest('peer.prepareReceive');
  const refund = useRequest('refund.uri');
  const [uri, setUri] = useState('');
  const [elsewhere, setElsewhere] = useState<'pay' | 'withdraw'>();
  const offer = prepare.answer?.ok === true ? prepare.answer.value : undefined;
  const back = refund.answer?.ok === true ? refund.answer.value : undefined;

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    look(uri.trim());
  };
  const look = (address: string): void => {
    if (address === '' || prepare.pending || refund.pending) return;
    const kind = kindOf(address);
    prepare.reset();
    refund.reset();
    setElsewhere(kind === 'pay' || kind === 'withdraw' ? kind : undefined);
    if (kind === 'refund') void refund.send({ uri: address });
    if (kind === 'peer') void prepare.send({ uri: address });
  };
  const write = (typed: string): void => {
    setUri(typed);
    setElsewhere(undefined);
    prepare.reset();
    refund.reset();
  };
  useGivenLink('/receive', (link) => {
    write(link);
    look(link);
  });
  const failure =
    prepare.answer?.ok === false ? prepare.answer.error : refund.answer?.ok === false ? refund.answer.error : undefined;
  return (
    <>
      <form className="card form" onSubmit={submit}>
        <div className="inline">
          <Field label={t('receive.uri')} long value={uri} onChange={write} help={t('receive.uri.help')} />
          <Button type="submit" pending={prepare.pending || refund.pending}>
            {t('receive.look')}
          </Button>
        </div>
        {failure?.kind !== 'unknown-exchange' ? <Failure failure={failure} /> : null}
        <NewExchange
          failure={failure}
          pending={prepare.pending}
          onAdd={(newExchange) => void prepare.send({ uri: uri.trim(), newExchange })}
        />
        {elsewhere === undefined ? null : (
          <Notice tone="plain" live>
            <p>{t(`receive.is.${elsewhere}`)}</p>
            <p>
              <Link href={elsewhere === 'pay' ? '/pay' : '/add'}>{t(`receive.to.${elsewhere}`)}</Link>
            </p>
          </Notice>
        )}
      </form>
      {offer === undefined ? null : <Offer key={offer.id} offer={offer} />}
      {back === undefined ? null : <Refund refund={back} />}
    </>
  );
};

/** The offer of somebody's request at the price that it has now; its sum stays. */
const pricedAt = (offer: PeerOfferView, total: string): PeerOfferView => ({
  ...offer,
  fees: amountToText(subtractAmounts(amount(total), amount(offer.amount))),
  total,
});

const Offer = ({ offer }: { readonly offer: PeerOfferView }): ReactNode => {
  const confirm = useRequest('peer.confirm');
  const noProvider = useNoProvider();
  const [without, setWithout] = useState(false);
  const [price, setPrice] = useState(offer);
  const outcome = confirm.answer?.ok === true ? confirm.answer.value.state : undefined;
  const waits = noProvider && offer.kind === 'push' && offer.possible;
  const failure = confirm.answer?.ok === false ? confirm.answer.error : undefined;
  const agree = async (shown: string): Promise<void> => {
    const answer = await confirm.send({ id: offer.id, ...(waits ? { withoutBackup: without } : {}), shown });
    // What it takes has changed since it was shown: the new sum is shown beside the reason, to be confirmed again.
    if (!answer.ok && answer.error.kind === 'fees-changed') setPrice(pricedAt(offer, answer.error.facts.total));
  };
  return (
    <Section title={t(offer.own === true ? `receive.own.${offer.kind}.title` : `receive.${offer.kind}.title`)}>
      {offer.own === true && outcome === undefined ? <Own kind={offer.kind} /> : null}
      <QuoteCard
        about={[
          offer.summary === '' ? null : [t('pay.summary'), quotedText(shown(), offer.summary)],
          [
            t('receive.exchange'),
            <span key="exchange" className="address">
              {address(offer.exchange)}
            </span>,
          ],
          [t('peer.until'), <When key="until" ms={offer.expiresAt} />],
        ]}
        amount={t(`receive.${offer.kind}.amount`)}
        total={t(`receive.${offer.kind}.total`)}
        arrives={theyGet(offer)}
        quote={price}
        possible={offer.possible}
        impossible={t('receive.impossible')}
        outcome={
          outcome && {
            words: t(outcome === 'pending' && waits && !without ? 'receive.waits' : `receive.${offer.kind}.${outcome}`),
            good: outcome !== 'pending',
          }
        }
        action={
          <Button
            look={offer.own === true ? 'plain' : 'primary'}
            icon={offer.kind === 'push' ? 'add' : 'pay'}
            pending={confirm.pending}
            disabled={!offer.possible}
            onPress={() => void agree(price.total)}
          >
            {t(isDearer(confirm.answer) ? 'fees.newPrice' : `receive.${offer.kind}.do`)}
          </Button>
        }
      >
        {waits && outcome === undefined ? (
          <WithoutBackup staysIn="sender" sum={offer.total} chosen={without} onChange={setWithout} />
        ) : null}
        {failure?.kind === 'withdrawal-fees' ? null : <Failure failure={failure} />}
        <WithdrawalFees failure={failure} pending={confirm.pending} onAgree={(shown) => void agree(shown)} />
      </QuoteCard>
    </Section>
  );
};

/** Nobody means to pay oneself, and it costs the fees of both sides: the way to one's own code is offered instead. */
const Own = ({ kind }: Pick<PeerOfferView, 'kind'>): ReactNode => (
  <Notice tone="warn" live>
    <p>{t(`receive.own.${kind}`)}</p>
    {kind === 'push' ? (
      <p>
        <Link href="/send">{t('history.toCode')}</Link>
      </p>
    ) : null}
  </Notice>
);

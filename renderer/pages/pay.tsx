// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import type { AppStateView } from '../../shared/contract.ts';
import { amount } from '../../shared/amount.ts';
import type { PayOfferView } from '../../shared/view.ts';
import { quotedText } from '../../shared/words/party.ts';
import { useRequest } from '../bridge.ts';
import { shown, t } from '../words.ts';
import { Button, Field } from '../parts/base/controls.tsx';
import { Failure, Notice } from '../parts/base/failure.tsx';
import { useGivenLink } from '../parts/base/given-link.ts';
import { PageHead, Section } from '../parts/base/layout.tsx';
import { Slow } from '../parts/base/slow.tsx';
import { AgreeCard, isDearer, mayComeTrue } from '../parts/sums/agree-card.tsx';
import { Elsewhere, kindOfLink, type LinkKind } from '../parts/sums/link-kind.tsx';
import { useMoneyComes } from '../parts/sums/money-comes.ts';
import { NewExchange } from '../parts/sums/new-exchange.tsx';
import { PeerOffer } from '../parts/sums/peer-offer.tsx';
import { PlayOrder, PlayRefund } from '../parts/sums/play-shop.tsx';

/** What another page opens: payments of people, refunds, money from a bank. */
const ELSEWHERE: ReadonlySet<LinkKind> = new Set(['payment', 'refund', 'withdraw']);

/** What is typed, what was found there, an order of a shop or a request of a person, and the paying of the order. */
const usePaying = () => {
  const order = useRequest('pay.prepare');
  const request = useRequest('peer.prepareReceive');
  const confirm = useRequest('pay.confirm');
  const [uri, setUri] = useState('');
  const [looked, setLooked] = useState('');
  const [kind, setKind] = useState<LinkKind>();

  const forget = (): void => {
    setKind(undefined);
    order.reset();
    request.reset();
    confirm.reset();
  };
  const look = (address: string, newExchange?: string): void => {
    if (address === '') return;
    forget();
    const found = kindOfLink(address);
    setKind(found);
    setLooked(address);
    if (ELSEWHERE.has(found)) return;
    if (found === 'request') void request.send({ uri: address, ...(newExchange === undefined ? {} : { newExchange }) });
    else void order.send({ uri: address });
  };
  const write = (typed: string): void => {
    setUri(typed);
    forget();
  };
  const pay = async ({ purchaseId, total }: PayOfferView): Promise<void> => {
    const answer = await confirm.send({ purchaseId, shown: total });
    // What it takes has changed since it was shown: the new sum is shown beside the reason, to be confirmed again.
    if (isDearer(answer)) void order.again({ uri: looked });
  };
  useGivenLink('/pay', (link) => {
    write(link);
    look(link);
  });
  return { order, request, confirm, looked, uri, setUri, kind, look, write, pay };
};

/** Reads the link of a shop's order or a person's request, shows what would be paid to whom and with which fees, and pays only after that was seen. */
export const PayPage = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const [played, setPlayed] = useState<string>();
  const { order, request, confirm, looked, uri, setUri, kind, look, write, pay } = usePaying();
  const offer = order.answer?.ok === true ? order.answer.value : undefined;
  const asked = request.answer?.ok === true ? request.answer.value : undefined;
  const isPaid = confirm.answer?.ok === true && confirm.answer.value.state === 'paid';
  const failure =
    order.answer?.ok === false ? order.answer.error : request.answer?.ok === false ? request.answer.error : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!order.pending && !request.pending) look(uri.trim());
  };
  return (
    <>
      <PageHead title={t('pay.title')} lead={t('pay.lead')} />
      <form className="card form" onSubmit={submit}>
        <div className="inline">
          <Field
            label={t('pay.uri')}
            long
            value={uri}
            onChange={write}
            help={t('pay.uri.help')}
            disabled={confirm.pending}
          />
          <Button type="submit" pending={order.pending || request.pending} disabled={confirm.pending}>
            {t('pay.look')}
          </Button>
        </div>
        <Slow
          pending={order.pending || request.pending}
          onCancel={() => {
            order.reset();
            request.reset();
          }}
        />
        {failure?.kind === 'unknown-exchange' ? null : <Failure failure={failure} />}
        <NewExchange failure={failure} pending={request.pending} onAdd={(newExchange) => look(looked, newExchange)} />
        {kind !== undefined && ELSEWHERE.has(kind) ? <Elsewhere kind={kind} uri={looked} /> : null}
      </form>
      {app.playMoney && offer === undefined && asked === undefined ? (
        <PlayOrder
          onOrder={(address) => {
            setPlayed(address);
            setUri(address);
            look(address);
          }}
        />
      ) : null}
      {asked === undefined ? null : (
        <PeerOffer key={asked.id} offer={asked} again={() => void request.again({ uri: looked })} />
      )}
      {offer === undefined ? null : (
        <Order
          offer={offer}
          pending={confirm.pending}
          dearer={isDearer(confirm.answer)}
          outcome={confirm.answer?.ok === true ? confirm.answer.value.state : undefined}
          onPay={() => void pay(offer)}
          again={() => void order.again({ uri: looked })}
        />
      )}
      {confirm.answer?.ok === false ? <Failure failure={confirm.answer.error} /> : null}
      {looked === played && offer !== undefined && isPaid ? (
        <PlayRefund key={looked} uri={looked} amount={offer.amount} />
      ) : null}
    </>
  );
};

const Order = ({
  offer,
  pending,
  dearer,
  outcome,
  onPay,
  again,
}: {
  readonly offer: PayOfferView;
  readonly pending: boolean;
  /** it takes more than was agreed to before */
  readonly dearer: boolean;
  readonly outcome: 'paid' | 'pending' | undefined;
  readonly onPay: () => void;
  /** looks once more: money has come since */
  readonly again: () => void;
}): ReactNode => {
  useMoneyComes(amount(offer.amount).currency, outcome === undefined && mayComeTrue(offer.why), again);
  const odd =
    offer.merchantOdd === true ? (
      <Notice tone="warn">
        <p>{t('party.odd')}</p>
      </Notice>
    ) : null;
  return (
    <Section title={t('pay.offer')}>
      <AgreeCard
        whom={{
          label: t('pay.merchant'),
          host: shown().foreign.host(offer.merchantHost),
          ...(offer.merchant === offer.merchantHost ? {} : { name: offer.merchant }),
        }}
        about={[offer.summary === '' ? null : [t('pay.summary'), quotedText(shown(), offer.summary)]]}
        amount={t('pay.amount')}
        quote={offer}
        possible={offer.payable}
        impossible={t('pay.notPayable')}
        outcome={
          outcome && {
            words: t(outcome === 'paid' ? 'pay.paid' : 'pay.pending'),
            good: outcome === 'paid',
            next: [
              ['/', t('success.money')],
              ['/history', t('pay.history')],
            ],
          }
        }
        deed={{
          words: dearer ? t('fees.newPrice') : t('agree.pay', { sum: offer.amount }),
          icon: 'pay',
          pending,
          onPress: onPay,
        }}
      >
        {odd}
      </AgreeCard>
    </Section>
  );
};

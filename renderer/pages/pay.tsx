// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { AppStateView } from '../../shared/contract.ts';
import { atChoice } from '../../shared/at-choice.ts';
import type { PayOfferView } from '../../shared/view-shops.ts';
import { useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Failure } from '../parts/base/failure.tsx';
import { useGivenLink } from '../parts/base/given-link.ts';
import { PageHead } from '../parts/base/layout.tsx';
import { LinkField } from '../parts/frame/link-field.tsx';
import { Slow } from '../parts/base/slow.tsx';
import { isDearer } from '../parts/sums/agree-card.tsx';
import { kindOfLink, type LinkKind } from '../parts/sums/link-kind.ts';
import { NewExchange } from '../parts/sums/new-exchange.tsx';
import { Order } from '../parts/sums/order.tsx';
import { PageAsked } from '../parts/sums/page-asked.tsx';
import { PeerOffer } from '../parts/sums/peer-offer.tsx';
import { Template } from '../parts/sums/template.tsx';
import { PlayOrder, PlayRefund } from '../parts/sums/play-shop.tsx';

/** What is typed, what was found there, an order of a shop or a request of a person, and the paying of the order. */
const usePaying = () => {
  const order = useRequest('pay.prepare');
  const request = useRequest('peer.prepareReceive');
  const template = useRequest('pay.template');
  const confirm = useRequest('pay.confirm');
  const [uri, setUri] = useState('');
  const [looked, setLooked] = useState('');
  const [kind, setKind] = useState<LinkKind>();
  const [chosen, setChosen] = useState<number>();

  const forget = (): void => {
    setKind(undefined);
    setChosen(undefined);
    order.reset();
    request.reset();
    template.reset();
    confirm.reset();
  };
  const look = (link: string, newExchange?: string): void => {
    if (link === '') return;
    forget();
    const found = kindOfLink(link);
    setKind(found);
    setLooked(link);
    // A page is asked by a press of its own.
    if (found === 'page') return;
    if (found === 'template') void template.send({ uri: link });
    else if (found === 'request')
      void request.send({ uri: link, ...(newExchange === undefined ? {} : { newExchange }) });
    else void order.send({ uri: link });
  };
  const write = (typed: string): void => {
    setUri(typed);
    forget();
  };
  const pay = async ({ purchaseId, total, choice }: PayOfferView): Promise<void> => {
    const answer = await confirm.send({
      purchaseId,
      shown: total,
      ...(choice === undefined ? {} : { choice }),
    });
    // What it takes has changed since it was shown: the new sum is shown beside the reason, to be confirmed again.
    if (isDearer(answer)) void order.again({ uri: looked });
  };
  /** Goes on with the link that came of one. */
  const goOn = (link: string): void => {
    write(link);
    look(link);
  };
  useGivenLink('/pay', goOn);
  const choose = (index: number): void => {
    setChosen(index);
    confirm.reset();
  };
  return { order, request, template, confirm, looked, uri, kind, chosen, choose, look, write, goOn, pay };
};

/** Reads the link of a shop's order or a person's request, shows what would be paid to whom and with which fees, and pays only after that was seen. */
export const PayPage = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const [played, setPlayed] = useState<string>();
  const paying = usePaying();
  const { order, request, template, confirm, looked, kind, chosen, choose, goOn, pay } = paying;
  const offered = order.answer?.ok === true ? order.answer.value : undefined;
  const offer = offered && atChoice(offered, chosen);
  const asked = request.answer?.ok === true ? request.answer.value : undefined;
  const isPaid = confirm.answer?.ok === true && confirm.answer.value.state === 'paid';
  return (
    <>
      <PageHead title={t('pay.title')} lead={t('pay.lead')} />
      <PayForm paying={paying} />
      {kind === 'page' ? <PageAsked key={looked} url={looked} onLink={goOn} /> : null}
      {template.answer?.ok === true ? (
        <Template
          key={looked}
          uri={looked}
          template={template.answer.value}
          onOrder={(link) => {
            if (looked === played) setPlayed(link);
            goOn(link);
          }}
        />
      ) : null}
      {app.playMoney && kind !== 'page' && kind !== 'template' && offer === undefined && asked === undefined ? (
        <PlayOrder
          onLink={(link) => {
            setPlayed(link);
            goOn(link);
          }}
        />
      ) : null}
      {asked === undefined ? null : (
        <PeerOffer key={asked.id} offer={asked} again={() => void request.again({ uri: looked })} />
      )}
      {offer === undefined ? null : (
        <Order
          offer={offer}
          onChoose={choose}
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

/** The field for a link, and what was found wrong with it. */
const PayForm = ({ paying }: { readonly paying: ReturnType<typeof usePaying> }): ReactNode => {
  const { order, request, template, confirm, looked, uri, look, write } = paying;
  const failure = [order, request, template].flatMap(({ answer }) => (answer?.ok === false ? answer.error : []))[0];
  const isLooking = order.pending || request.pending || template.pending;
  return (
    <LinkField
      page="/pay"
      label={t('pay.uri')}
      help={t('pay.uri.help')}
      action={t('pay.look')}
      value={uri}
      pending={isLooking}
      disabled={confirm.pending}
      onChange={write}
      onLink={look}
    >
      <Slow
        pending={isLooking}
        onCancel={() => {
          for (const each of [order, request, template]) each.reset();
        }}
      />
      {failure?.kind === 'unknown-exchange' ? null : <Failure failure={failure} />}
      <NewExchange failure={failure} pending={request.pending} onAdd={(newExchange) => look(looked, newExchange)} />
    </LinkField>
  );
};

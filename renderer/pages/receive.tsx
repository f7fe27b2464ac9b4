// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Failure } from '../parts/base/failure.tsx';
import { useGivenLink } from '../parts/base/given-link.ts';
import { PageHead } from '../parts/base/layout.tsx';
import { LinkField } from '../parts/frame/link-field.tsx';
import { Slow } from '../parts/base/slow.tsx';
import { kindOfLink } from '../parts/sums/link-kind.ts';
import { NewExchange } from '../parts/sums/new-exchange.tsx';
import { PeerOffer } from '../parts/sums/peer-offer.tsx';
import { Refund } from '../parts/sums/refund.tsx';

/** What is typed, and what was found there. */
const useReceiving = () => {
  const prepare = useRequest('peer.prepareReceive');
  const refund = useRequest('refund.uri');
  const [uri, setUri] = useState('');
  const [looked, setLooked] = useState('');

  const forget = (): void => {
    prepare.reset();
    refund.reset();
  };
  const look = (address: string): void => {
    if (address === '' || prepare.pending || refund.pending) return;
    forget();
    setLooked(address);
    if (kindOfLink(address) === 'refund') void refund.send({ uri: address });
    else void prepare.send({ uri: address });
  };
  const write = (typed: string): void => {
    setUri(typed);
    forget();
  };
  useGivenLink('/receive', (link) => {
    write(link);
    look(link);
  });
  return { prepare, refund, uri, looked, look, write };
};

/** Money that comes: a payment of another person or a shop's refund, by its link. What it brings is shown before anything happens. */
export const ReceivePage = (): ReactNode => {
  const { prepare, refund, uri, looked, look, write } = useReceiving();
  const offer = prepare.answer?.ok === true ? prepare.answer.value : undefined;
  const back = refund.answer?.ok === true ? refund.answer.value : undefined;
  const failure =
    prepare.answer?.ok === false ? prepare.answer.error : refund.answer?.ok === false ? refund.answer.error : undefined;
  return (
    <>
      <PageHead
        title={t('receive.title')}
        lead={t('receive.lead')}
        actions={
          <Link className="button" data-look="plain" href="/request">
            {t('request.title')}
          </Link>
        }
      />
      <LinkField
        page="/receive"
        label={t('receive.uri')}
        help={t('receive.uri.help')}
        action={t('receive.look')}
        value={uri}
        pending={prepare.pending || refund.pending}
        onChange={write}
        onLink={look}
      >
        <Slow pending={prepare.pending} onCancel={prepare.reset} />
        {failure?.kind === 'unknown-exchange' ? null : <Failure failure={failure} />}
        <NewExchange
          failure={failure}
          pending={prepare.pending}
          onAdd={(newExchange) => void prepare.send({ uri: looked, newExchange })}
        />
      </LinkField>
      {offer === undefined ? null : (
        <PeerOffer key={offer.id} offer={offer} again={() => void prepare.again({ uri: looked })} />
      )}
      {back === undefined ? null : <Refund refund={back} />}
    </>
  );
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useRequest } from '../bridge.ts';
import { t } from '../words.ts';
import { Button, Field } from '../parts/base/controls.tsx';
import { Failure } from '../parts/base/failure.tsx';
import { useGivenLink } from '../parts/base/given-link.ts';
import { PageHead } from '../parts/base/layout.tsx';
import { Slow } from '../parts/base/slow.tsx';
import { Elsewhere, kindOfLink, type LinkKind } from '../parts/sums/link-kind.tsx';
import { NewExchange } from '../parts/sums/new-exchange.tsx';
import { PeerOffer } from '../parts/sums/peer-offer.tsx';
import { Refund } from '../parts/sums/refund.tsx';

/** What another page opens: what is to be paid, and money from a bank. */
const ELSEWHERE: ReadonlySet<LinkKind> = new Set(['order', 'request', 'withdraw']);

/** What is typed, and what was found there. */
const useReceiving = () => {
  const prepare = useRequest('peer.prepareReceive');
  const refund = useRequest('refund.uri');
  const [uri, setUri] = useState('');
  const [looked, setLooked] = useState('');
  const [kind, setKind] = useState<LinkKind>();

  const forget = (): void => {
    setKind(undefined);
    prepare.reset();
    refund.reset();
  };
  const look = (address: string): void => {
    if (address === '' || prepare.pending || refund.pending) return;
    forget();
    const found = kindOfLink(address);
    setKind(found);
    setLooked(address);
    if (ELSEWHERE.has(found)) return;
    if (found === 'refund') void refund.send({ uri: address });
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
  return { prepare, refund, uri, looked, kind, look, write };
};

/** Money that comes: a payment of another person or a shop's refund, by its link. What it brings is shown before anything happens. */
export const ReceivePage = (): ReactNode => {
  const { prepare, refund, uri, looked, kind, look, write } = useReceiving();
  const offer = prepare.answer?.ok === true ? prepare.answer.value : undefined;
  const back = refund.answer?.ok === true ? refund.answer.value : undefined;
  const failure =
    prepare.answer?.ok === false ? prepare.answer.error : refund.answer?.ok === false ? refund.answer.error : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    look(uri.trim());
  };
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
      <form className="card form" onSubmit={submit}>
        <div className="inline">
          <Field label={t('receive.uri')} long value={uri} onChange={write} help={t('receive.uri.help')} />
          <Button type="submit" pending={prepare.pending || refund.pending}>
            {t('receive.look')}
          </Button>
        </div>
        <Slow pending={prepare.pending} onCancel={prepare.reset} />
        {failure?.kind === 'unknown-exchange' ? null : <Failure failure={failure} />}
        <NewExchange
          failure={failure}
          pending={prepare.pending}
          onAdd={(newExchange) => void prepare.send({ uri: looked, newExchange })}
        />
        {kind !== undefined && ELSEWHERE.has(kind) ? <Elsewhere kind={kind} uri={looked} /> : null}
      </form>
      {offer === undefined ? null : (
        <PeerOffer key={offer.id} offer={offer} again={() => void prepare.again({ uri: looked })} />
      )}
      {back === undefined ? null : <Refund refund={back} />}
    </>
  );
};

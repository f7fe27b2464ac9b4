// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { Answer } from '../../../shared/contract.ts';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { Refund } from './refund.tsx';

/** In play mode the built-in merchant can write an order or keep an offer ready, so that there is something to pay. */
export const PlayOrder = ({ onLink }: { readonly onLink: (uri: string) => void }): ReactNode => {
  const start = useAnswer('play.start', {});
  const order = useRequest('play.order');
  const choice = useRequest('play.order');
  const offer = useRequest('play.offer');
  const sum = (digits: string): string => `${start?.ok === true ? start.value.currency : ''}:${digits}`;
  const open = async (asked: Promise<Answer<'play.order'>>): Promise<void> => {
    const answer = await asked;
    if (answer.ok) onLink(answer.value.uri);
  };
  const postcard = { amount: sum('1.5'), summary: t('pay.play.summary') };
  const ways = [
    { amount: postcard.amount, description: t('pay.play.way.plain') },
    { amount: sum('3.2'), description: t('pay.play.way.framed') },
  ];
  const box = { amount: sum('1'), summary: t('pay.play.offer.summary') };
  const isBusy = order.pending || choice.pending || offer.pending;
  const buttons = [
    [t('pay.play.do'), order.pending, () => open(order.send(postcard))],
    [t('pay.play.choice'), choice.pending, () => open(choice.send({ ...postcard, ways }))],
    [t('pay.play.offer'), offer.pending, () => open(offer.send(box))],
  ] as const;
  const failures = [start, order.answer, choice.answer, offer.answer].flatMap((answer) =>
    answer?.ok === false ? answer.error : [],
  );
  return (
    <Section title={t('pay.play.title')}>
      <div className="card form">
        <p>{t('pay.play.words')}</p>
        <div className="actions">
          {buttons.map(([words, pending, press]) => (
            <Button key={words} pending={pending} disabled={start?.ok !== true || isBusy} onPress={() => void press()}>
              {words}
            </Button>
          ))}
        </div>
        <Failure failure={failures[0]} />
      </div>
    </Section>
  );
};

/** In play mode the shop takes back what it has sold, so that there is a refund to see. */
export const PlayRefund = ({ uri, amount }: { readonly uri: string; readonly amount: string }): ReactNode => {
  const grant = useRequest('play.refund');
  const fetch = useRequest('refund.uri');
  const giveBack = async (): Promise<void> => {
    const link = await grant.send({ uri, amount });
    if (link.ok) await fetch.send({ uri: link.value.uri });
  };
  if (fetch.answer?.ok === true) return <Refund refund={fetch.answer.value} />;
  const failure =
    grant.answer?.ok === false ? grant.answer.error : fetch.answer?.ok === false ? fetch.answer.error : undefined;
  return (
    <Section title={t('pay.play.refund.title')}>
      <div className="card form">
        <p>{t('pay.play.refund.words')}</p>
        <Failure failure={failure} />
        <div className="actions">
          <Button pending={grant.pending || fetch.pending} onPress={() => void giveBack()}>
            {t('pay.play.refund.do')}
          </Button>
        </div>
      </div>
    </Section>
  );
};

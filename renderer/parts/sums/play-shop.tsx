// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Section } from '../base/layout.tsx';
import { Refund } from './refund.tsx';

/** In play mode the built-in merchant can write an order, so that there is something to pay. */
export const PlayOrder = ({ onOrder }: { readonly onOrder: (uri: string) => void }): ReactNode => {
  const start = useAnswer('play.start', {});
  const order = useRequest('play.order');
  const buy = async (): Promise<void> => {
    if (start?.ok !== true) return;
    const answer = await order.send({ amount: `${start.value.currency}:1.5`, summary: t('pay.play.summary') });
    if (answer.ok) onOrder(answer.value.uri);
  };
  return (
    <Section title={t('pay.play.title')}>
      <div className="card form">
        <p>{t('pay.play.words')}</p>
        <div className="actions">
          <Button pending={order.pending} disabled={start?.ok !== true} onPress={() => void buy()}>
            {t('pay.play.do')}
          </Button>
        </div>
        {start?.ok === false ? <Failure failure={start.error} /> : null}
        {order.answer?.ok === false ? <Failure failure={order.answer.error} /> : null}
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

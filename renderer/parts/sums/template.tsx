// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type FormEvent, type ReactNode } from 'react';
import type { TemplateView } from '../../../shared/view-shops.ts';
import { quotedText } from '../../../shared/words/party.ts';
import { useRequest } from '../../bridge.ts';
import { shown, t } from '../../words.ts';
import { Button, Field } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Facts, Section } from '../base/layout.tsx';
import { Money } from '../base/money.tsx';
import { Slow } from '../base/slow.tsx';
import { typedText } from '../base/typed-sum.ts';
import { SumField, useSum } from './sum-field.tsx';

/** What a person says a payment is for. */
const LONGEST_SUMMARY = 200;

/** An offer that a shop keeps ready: what it fixes is shown, what it leaves open is asked; the order that comes of it is opened like any other. */
export const Template = ({
  uri,
  template,
  onOrder,
}: {
  readonly uri: string;
  readonly template: TemplateView;
  readonly onOrder: (order: string) => void;
}): ReactNode => {
  const order = useRequest('pay.order');
  const { proposedAmount, currency, merchantHost } = template;
  const only = currency ?? proposedAmount?.split(':')[0];
  const sum = useSum(proposedAmount === undefined ? '' : typedText(proposedAmount), only);
  const [summary, setSummary] = useState(template.proposedSummary ?? '');
  const ask = async (): Promise<void> => {
    const amount = template.amount === undefined ? sum.read() : undefined;
    if (template.amount === undefined && amount === undefined) return;
    const answer = await order.send({
      uri,
      ...(amount === undefined ? {} : { amount }),
      ...(template.summary === undefined ? { summary } : {}),
    });
    if (answer.ok) onOrder(answer.value.uri);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!order.pending) void ask();
  };
  return (
    <Section title={t('pay.template.title')}>
      <form className="card form" onSubmit={submit}>
        <p>{t('pay.template.lead')}</p>
        <Facts
          facts={[
            [t('pay.merchant'), <strong key="host">{shown().foreign.host(merchantHost)}</strong>],
            template.summary === undefined ? null : [t('pay.summary'), quotedText(shown(), template.summary)],
            template.amount === undefined ? null : [t('pay.amount'), <Money key="amount" text={template.amount} />],
          ]}
        />
        {template.amount === undefined ? (
          <SumField sum={sum} label={t('pay.template.amount')} onTouched={order.reset} disabled={order.pending} />
        ) : null}
        {template.summary === undefined ? (
          <Field
            label={t('pay.template.summary')}
            long
            value={summary}
            maxLength={LONGEST_SUMMARY}
            onChange={(typed) => {
              setSummary(typed);
              order.reset();
            }}
            disabled={order.pending}
          />
        ) : null}
        {order.answer?.ok === false ? <Failure failure={order.answer.error} /> : null}
        <div className="actions">
          <Button type="submit" look="primary" pending={order.pending}>
            {t('pay.template.do')}
          </Button>
          <Slow pending={order.pending} onCancel={order.reset} />
        </div>
      </form>
    </Section>
  );
};

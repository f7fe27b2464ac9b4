// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { RefundView } from '../../../shared/view.ts';
import { shown, t } from '../../words.ts';
import { Notice } from '../base/failure.tsx';
import { useIntoView } from '../base/into-view.ts';
import { Facts, Section } from '../base/layout.tsx';
import { isZeroText, Money } from '../base/money.tsx';
import { Success } from '../base/success.tsx';
import { WhomLine } from '../base/agree-parts.tsx';

/** What a shop gave back, as far as it has come. */
export const Refund = ({ refund }: { readonly refund: RefundView }): ReactNode => (
  <Section title={t('refund.title')}>
    <div className="card form agree" ref={useIntoView<HTMLDivElement>()}>
      {refund.state === 'done' ? (
        <Success
          title={t('refund.state.done')}
          next={[
            ['/', t('success.money')],
            ['/history', t('pay.history')],
          ]}
        />
      ) : null}
      <WhomLine
        whom={{
          label: t('refund.from'),
          host: shown().foreign.host(refund.merchantHost),
          ...(refund.merchant === refund.merchantHost ? {} : { name: refund.merchant }),
        }}
      />
      <Facts
        look="receipt"
        facts={[
          isZeroText(refund.pending) ? null : [t('refund.pending'), <Money key="pending" text={refund.pending} />],
          isZeroText(refund.refused) ? null : [t('refund.refused'), <Money key="refused" text={refund.refused} />],
          [t('refund.refunded'), <Money key="refunded" text={refund.refunded} />],
          isZeroText(refund.fees) ? null : [t('pay.fees'), <Money key="fees" text={refund.fees} />],
          [
            t('receive.push.total'),
            <strong key="total">
              <Money text={refund.total} />
            </strong>,
          ],
        ]}
      />
      {refund.merchantOdd === true ? (
        <Notice tone="warn">
          <p>{t('party.odd')}</p>
        </Notice>
      ) : null}
      {refund.state === 'done' ? null : (
        <Notice tone="plain" live>
          <p>{t(`refund.state.${refund.state}`)}</p>
        </Notice>
      )}
    </div>
  </Section>
);

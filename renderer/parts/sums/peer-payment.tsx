// SPDX-License-Identifier: GPL-3.0-or-later
import { joined } from '../../../shared/words/spoken.ts';
import { useState, type ReactNode } from 'react';
import type { PeerPaymentView } from '../../../shared/view.ts';
import { quote, t } from '../../words.ts';
import { Abort } from './abort.tsx';
import { Button } from '../base/controls.tsx';
import { CopyText } from '../base/copy-text.tsx';
import { Facts } from '../base/layout.tsx';
import { isZeroText, Money, moneyText } from '../base/money.tsx';
import { BigQr } from '../base/big-qr.tsx';
import { Success } from '../base/success.tsx';
import { theyGet } from './agree-card.tsx';
import { When } from '../base/when.tsx';

const TONE = {
  starting: 'warn',
  waiting: 'warn',
  stopping: 'warn',
  taken: 'good',
  paid: 'good',
  // Nothing is lost: the money came back, or never moved.
  expired: 'plain',
  aborted: 'plain',
} as const;

/** A payment or an invoice to hand over: its code while it is open, and what has become of it. `isMoment`: the person waits for that at this page. */
export const PeerPayment = ({
  payment,
  abortable = true,
  isMoment = false,
}: {
  readonly payment: PeerPaymentView;
  readonly abortable?: boolean;
  readonly isMoment?: boolean;
}): ReactNode => {
  const isDone = isMoment && (payment.state === 'taken' || payment.state === 'paid');
  const open = payment.state === 'waiting';
  const name = joined([moneyText(payment.amount), quote(payment.summary)], ', ');
  return (
    <article className="card handover" data-state={payment.state} aria-label={name}>
      {open ? (
        <div className="handover-code">
          <BigQr
            text={payment.uri}
            isSecret={payment.kind === 'push'}
            label={t(`peer.${payment.kind}.qr`, { sum: payment.amount })}
          />
        </div>
      ) : null}
      <div className="handover-words">
        {isDone ? (
          <Success
            title={t(`peer.${payment.kind}.${payment.state}`)}
            next={[
              ['/', t('success.money')],
              ['/history', t('pay.history')],
            ]}
          />
        ) : null}
        <p className="handover-sum">
          <Money text={payment.amount} size="large" />
          <span role="status">
            <PeerState payment={payment} />
          </span>
        </p>
        {payment.summary === '' ? null : <p>{quote(payment.summary)}</p>}
        {isDone ? null : <p className="detail">{t(`peer.${payment.kind}.${payment.state}`)}</p>}
        <Facts
          facts={[
            isZeroText(payment.fees) ? null : [t('peer.fees'), <Money key="fees" text={payment.fees} />],
            isZeroText(payment.fees) || isOver(payment)
              ? null
              : [t(`peer.${payment.kind}.total`), <Money key="total" text={payment.total} />],
            theyGet(payment),
            open || payment.state === 'starting'
              ? [t('peer.until'), <When key="until" ms={payment.expiresAt} />]
              : null,
          ]}
        />
        {open ? (
          <div className="handover-address">
            <CopyText text={payment.uri} what={t('peer.address')} isSecret={payment.kind === 'push'} />
          </div>
        ) : null}
        {open && abortable ? (
          <div className="actions">
            <Abort id={payment.id} what={payment.kind} name={name} />
          </div>
        ) : null}
      </div>
    </article>
  );
};

/** It came to nothing: what is left to say is what that cost. */
const isOver = ({ state }: PeerPaymentView): boolean => state === 'aborted' || state === 'expired';

/** The payments or invoices of before: one line each, opened to show the code again. */
export const PeerList = ({ payments }: { readonly payments: readonly PeerPaymentView[] }): ReactNode => (
  <ul className="handovers">
    {payments.map((payment) => (
      <li key={payment.id}>
        <PeerLine payment={payment} />
      </li>
    ))}
  </ul>
);

const PeerLine = ({ payment }: { readonly payment: PeerPaymentView }): ReactNode => {
  const [shown, setShown] = useState(false);
  if (shown && payment.state === 'waiting') return <PeerPayment payment={payment} />;
  return (
    <div className="handover-line">
      <div>
        <p>
          <strong>
            <Money text={payment.amount} />
          </strong>{' '}
          <PeerState payment={payment} />
        </p>
        <p className="detail">
          {quote(payment.summary)}
          {isOver(payment) && !isZeroText(payment.fees) ? (
            <>
              {payment.summary === '' ? '' : ' · '}
              {t('history.fees', { fees: payment.fees })}
            </>
          ) : null}
          {payment.state !== 'waiting' ? null : (
            <>
              {payment.summary === '' ? '' : ' · '}
              {t('peer.until')} <When ms={payment.expiresAt} />
            </>
          )}
        </p>
      </div>
      {payment.state === 'waiting' ? (
        <Button
          onPress={() => setShown(true)}
          label={t('peer.show.label', { sum: payment.amount, summary: payment.summary })}
        >
          {t('peer.show')}
        </Button>
      ) : null}
    </div>
  );
};

const PeerState = ({ payment }: { readonly payment: PeerPaymentView }): ReactNode => (
  <span className="tag" data-tone={TONE[payment.state]}>
    {t(`peer.state.${payment.kind === 'push' && payment.state === 'expired' ? 'returned' : payment.state}`)}
  </span>
);

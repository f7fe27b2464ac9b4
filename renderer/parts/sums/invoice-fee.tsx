// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { PeerQuoteView } from '../../../shared/view.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { useIntoView } from '../base/into-view.ts';
import { Facts } from '../base/layout.tsx';
import { isZeroText, Money } from '../base/money.tsx';

/** What an invoice costs at this exchange, opening it and making coins of the money, to be agreed to before it is made. */
export const InvoiceFee = ({
  quote,
  pending,
  onAgree,
}: {
  readonly quote: PeerQuoteView;
  readonly pending: boolean;
  readonly onAgree: () => void;
}): ReactNode => (
  <div className="card form" ref={useIntoView<HTMLDivElement>()}>
    <p>
      {quote.opening !== undefined
        ? t('request.fee.words.opening', { opening: quote.opening })
        : t(isZeroText(quote.fees) ? 'request.fee.words.free' : 'request.fee.words.drawing')}
    </p>
    <Facts
      look="receipt"
      facts={[
        [t('request.fee.pays'), <Money key="amount" text={quote.amount} />],
        [t('pay.fees'), <Money key="fees" text={quote.fees} />],
        [
          t('request.fee.total'),
          <strong key="total">
            <Money text={quote.total} />
          </strong>,
        ],
      ]}
    />
    <div className="actions">
      <Button look="primary" pending={pending} onPress={onAgree}>
        {t('request.fee.agree')}
      </Button>
    </div>
  </div>
);

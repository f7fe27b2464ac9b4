// SPDX-License-Identifier: GPL-3.0-or-later
import type { FailureView } from '../../../shared/view.ts';
import { failureSaid } from '../base/saying.ts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { t } from '../../words.ts';
import { Notice } from '../base/failure.tsx';
import { useIntoView } from '../base/into-view.ts';
import { Facts } from '../base/layout.tsx';
import { Money } from '../base/money.tsx';

type Fact = readonly [string, ReactNode] | null;

/** What came of it, in words; `good` when nothing is left to do. */
export type Outcome = { readonly words: string; readonly good: boolean };

/**
 * What something will bring or cost, before anything is done: who and what it is about, sum, fees and total. Below that the button
 * that does it, beside why it cannot be done, or what came of it.
 */
export const QuoteCard = ({
  about = [],
  amount,
  total = t('pay.total'),
  quote,
  possible,
  impossible,
  outcome,
  action,
  children,
}: {
  readonly about?: readonly Fact[];
  /** what the sum and the total are called */
  readonly amount: string;
  readonly total?: string;
  readonly quote: {
    readonly amount: string;
    readonly fees: string;
    readonly total: string;
    readonly why?: FailureView;
  };
  readonly possible: boolean;
  /** said where the wallet has no words of its own for why it is not possible */
  readonly impossible: string;
  readonly outcome?: Outcome | undefined;
  readonly action: ReactNode;
  /** between the sums and the button */
  readonly children?: ReactNode;
}): ReactNode => (
  <div className="card form" ref={useIntoView<HTMLDivElement>()}>
    <Facts
      look="receipt"
      facts={[
        ...about,
        [amount, <Money key="amount" text={quote.amount} />],
        [t('pay.fees'), <Money key="fees" text={quote.fees} />],
        [
          total,
          <strong key="total">
            <Money text={quote.total} />
          </strong>,
        ],
      ]}
    />
    {possible || outcome !== undefined ? null : (
      <Notice tone="warn">
        <p>{quote.why === undefined ? impossible : failureSaid(quote.why)}</p>
      </Notice>
    )}
    {children}
    {outcome === undefined ? (
      <div className="actions">{action}</div>
    ) : (
      <Notice tone={outcome.good ? 'good' : 'plain'} live>
        <p>{outcome.words}</p>
        <p>
          <Link href="/history">{t('pay.history')}</Link>
        </p>
      </Notice>
    )}
  </div>
);

// SPDX-License-Identifier: GPL-3.0-or-later
import type { Spoken } from '../../../shared/words/spoken.ts';
import { amount, amountToText, subtractAmounts } from '../../../shared/amount.ts';
import type { FailureView } from '../../../shared/view.ts';
import { failureSaid } from '../base/saying.ts';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import { t } from '../../words.ts';
import { Notice } from '../base/failure.tsx';
import { useIntoView } from '../base/into-view.ts';
import { Facts } from '../base/layout.tsx';
import { isZeroText, Money } from '../base/money.tsx';

type Fact = readonly [Spoken, Spoken | ReactElement | null] | null;

/** What came of it, in words; `good` when nothing is left to do. */
export type Outcome = { readonly words: Spoken; readonly good: boolean };

/** What reaches another wallet of it, and why that is less: the issuer takes its fee for the money there, by its terms of now. */
export const theyGet = ({
  possible = true,
  amount: sum,
  arrives,
}: {
  readonly possible?: boolean;
  readonly amount: string;
  readonly arrives?: string;
}): Fact => {
  if (arrives === undefined || !possible) return null;
  const fees = amountToText(subtractAmounts(amount(sum), amount(arrives)));
  return [
    t('send.arrives'),
    <div key="arrives">
      <Money text={arrives} />
      {isZeroText(fees) ? null : <p className="detail">{t('send.arrives.why', { fees })}</p>}
    </div>,
  ];
};

type Refusable = { readonly ok: true } | { readonly ok: false; readonly error: FailureView };

/** True when what was agreed to was not done because it takes more by now: the button then agrees to the new price. */
export const isDearer = (answer: Refusable | undefined): boolean =>
  answer?.ok === false && answer.error.kind === 'fees-changed';

const priceFacts = (total: Spoken, quote: { readonly fees: string; readonly total: string }): readonly Fact[] => [
  [t('pay.fees'), <Money key="fees" text={quote.fees} />],
  [
    total,
    <strong key="total">
      <Money text={quote.total} />
    </strong>,
  ],
];

/**
 * What something will bring or cost, before anything is done: who and what it is about, sum, fees and total. Below that the button
 * that does it, beside why it cannot be done, or what came of it.
 */
export const QuoteCard = ({
  about = [],
  amount: sum,
  total = t('pay.total'),
  arrives,
  quote,
  possible,
  impossible,
  outcome,
  action,
  children,
}: {
  readonly about?: readonly Fact[];
  /** what the sum and the total are called */
  readonly amount: Spoken;
  readonly total?: Spoken;
  /** what somebody else gets of it, where that is not the sum itself */
  readonly arrives?: Fact;
  readonly quote: {
    readonly amount: string;
    readonly fees: string;
    readonly total: string;
    readonly why?: FailureView;
  };
  readonly possible: boolean;
  /** said where the wallet has no words of its own for why it is not possible */
  readonly impossible: Spoken;
  readonly outcome?: Outcome | undefined;
  readonly action: ReactNode;
  /** between the sums and the button */
  readonly children?: ReactNode;
}): ReactNode => {
  // Where nothing could be computed no fee of nothing is shown; what is lacking was computed with its fees.
  const lacking = quote.why?.kind === 'insufficient-balance' ? quote.why.facts : undefined;
  const isPriced = possible || outcome !== undefined || lacking !== undefined;
  const price = lacking === undefined ? quote : { fees: lacking.fees, total: lacking.needed };
  return (
    <div className="card form" ref={useIntoView<HTMLDivElement>()}>
      <Facts
        look="receipt"
        facts={[
          ...about,
          [sum, <Money key="amount" text={quote.amount} />],
          ...(isPriced ? priceFacts(total, price) : []),
          ...(arrives === undefined ? [] : [arrives]),
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
};

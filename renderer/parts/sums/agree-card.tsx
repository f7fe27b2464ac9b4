// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import { amount, amountToText, subtractAmounts } from '../../../shared/amount.ts';
import type { FailureView } from '../../../shared/view.ts';
import type { Spoken } from '../../../shared/words/spoken.ts';
import { t } from '../../words.ts';
import { DeedButton, WhomLine, type Deed, type Fact, type Whom } from '../base/agree-parts.tsx';
import { Notice } from '../base/failure.tsx';
import { useIntoView } from '../base/into-view.ts';
import { Facts } from '../base/layout.tsx';
import { isZeroText, Money } from '../base/money.tsx';
import { failureSaid } from '../base/saying.ts';
import { Success } from '../base/success.tsx';

// What a person agrees to, whatever it is: one card, so that amount, fee, total and who is paid always stand in the same place.

/** What came of it: `good` when nothing is left to do, and then with what is next; `todo` is what its person has to do before it goes on. */
export type Outcome = {
  readonly words: Spoken;
  readonly good: boolean;
  readonly next?: readonly (readonly [href: string, words: Spoken])[];
  readonly todo?: readonly [href: string, words: Spoken] | undefined;
};

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

/** A sum that cannot be paid now: money that comes may change that, what the person did not ask for will not. */
export const mayComeTrue = (why: FailureView | undefined): boolean =>
  why?.kind === 'insufficient-balance' || why?.kind === 'too-many-coins';

const priceFacts = (total: Spoken, quote: { readonly fees: string; readonly total: string }): readonly Fact[] => [
  [t('pay.fees'), <Money key="fees" text={quote.fees} />],
  [
    total,
    <strong key="total">
      <Money text={quote.total} />
    </strong>,
  ],
];

type AgreeProps = {
  readonly whom?: Whom | undefined;
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
  readonly possible?: boolean;
  /** said where the wallet has no words of its own for why it is not possible */
  readonly impossible?: Spoken;
  readonly outcome?: Outcome | undefined;
  readonly deed: Deed;
  /** terms of service that its person has not seen yet */
  readonly terms?: ReactElement | undefined;
  /** between the sums and the button */
  readonly children?: ReactNode;
};

/**
 * What something will bring or cost, before anything is done: who is paid and what for, sum, fees, total and what the other side gets;
 * then new terms of service (`terms`), and the button that does it. Beside it stands why it cannot be done, or what came of it.
 */
export const AgreeCard = ({
  whom,
  about = [],
  amount: sum,
  total = t('pay.total'),
  arrives,
  quote,
  possible = true,
  impossible,
  outcome,
  deed,
  terms,
  children,
}: AgreeProps): ReactNode => {
  // Where nothing could be computed no fee of nothing is shown; what is lacking was computed with its fees.
  const lacking = quote.why?.kind === 'insufficient-balance' ? quote.why.facts : undefined;
  const isPriced = possible || outcome !== undefined || lacking !== undefined;
  const price = lacking === undefined ? quote : { fees: lacking.fees, total: lacking.needed };
  const why = quote.why === undefined ? impossible : failureSaid(quote.why);
  return (
    <div className="card form agree" ref={useIntoView<HTMLDivElement>()}>
      {outcome?.good === true ? (
        <Success title={outcome.words} next={outcome.next ?? [['/history', t('pay.history')]]} />
      ) : null}
      {whom === undefined ? null : <WhomLine whom={whom} />}
      <Facts
        look="receipt"
        facts={[
          ...about,
          [sum, <Money key="amount" text={quote.amount} />],
          ...(isPriced ? priceFacts(total, price) : []),
          ...(arrives === undefined ? [] : [arrives]),
        ]}
      />
      {possible || outcome !== undefined || why === undefined ? null : (
        <Notice tone="warn" live>
          <p>{why}</p>
        </Notice>
      )}
      {children}
      {outcome === undefined ? terms : null}
      {outcome === undefined ? (
        <DeedButton deed={terms === undefined ? deed : { ...deed, look: 'plain' }} possible={possible} />
      ) : outcome.good ? null : (
        <UnderWay {...outcome} />
      )}
    </div>
  );
};

/** It goes on by itself, and the history follows it. */
const UnderWay = ({ words, todo }: Outcome): ReactNode => (
  <Notice tone="plain" live>
    <p>{words}</p>
    {todo === undefined ? null : <ToDo of={todo} />}
    <p>
      <Link href="/history">{t('pay.history')}</Link>
    </p>
  </Notice>
);

const ToDo = ({ of: [href, word] }: { readonly of: readonly [href: string, word: Spoken] }): ReactNode => (
  <p>
    <Link className="button" data-look="primary" href={href}>
      {word}
    </Link>
  </p>
);

// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { Spoken } from '../../../shared/words/spoken.ts';
import type { FailureView } from '../../../shared/view.ts';
import { t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { useIntoView } from '../base/into-view.ts';
import { Section } from '../base/layout.tsx';
import { failureApart } from '../base/saying.ts';
import { KeepDevice } from '../frame/standing.tsx';
import { NewExchange } from '../sums/new-exchange.tsx';

/** What a person has answered so far, on the way to taking another wallet over. */
export type TakeoverAnswers = {
  readonly evenIfNotAbandoned?: boolean;
  readonly newExchanges?: string[];
  readonly agreedFees?: string[];
};

/** What stands in the way of a takeover, with the answer that there is to it. */
export const TakeoverAnswer = <W extends TakeoverAnswers>({
  failure,
  pending,
  asked,
  take,
}: {
  readonly failure: FailureView | undefined;
  readonly pending: boolean;
  /** what the last attempt was made with */
  readonly asked: W | undefined;
  readonly take: (wanted: W) => void;
}): ReactNode => {
  if (failure?.kind === 'own-sheet')
    return (
      <>
        <Failure failure={failure} />
        <div className="actions">
          <KeepDevice />
        </div>
      </>
    );
  if (asked === undefined || failure === undefined) return <Failure failure={failure} />;
  const { newExchanges = [] } = asked;
  switch (failure.kind) {
    case 'unknown-exchange':
      return (
        <NewExchange
          failure={failure}
          pending={pending}
          onAdd={(exchange) => take({ ...asked, newExchanges: [...newExchanges, exchange] })}
        />
      );
    case 'not-abandoned':
      return (
        <>
          <Failure failure={failure} />
          <div className="card form">
            <p>{t('takeover.even.words')}</p>
            <div className="actions">
              <Button look="danger" pending={pending} onPress={() => take({ ...asked, evenIfNotAbandoned: true })}>
                {t('takeover.even.do')}
              </Button>
            </div>
          </div>
        </>
      );
    case 'takeover-asks': {
      const agreedFees = [...(failure.facts.fees ?? [])];
      return (
        <Question words={failureApart(failure)}>
          <Button look="primary" pending={pending} onPress={() => take({ ...asked, agreedFees })}>
            {t('takeover.agree.do')}
          </Button>
        </Question>
      );
    }
    default:
      return <Failure failure={failure} />;
  }
};

/** What is asked before money moves: nothing has gone wrong, so it does not look like it. */
const Question = ({
  words,
  children,
}: {
  readonly words: readonly Spoken[];
  readonly children: ReactNode;
}): ReactNode => (
  <Section title={t('takeover.agree.title')}>
    <div className="card form" role="status" data-kind="takeover-asks" ref={useIntoView<HTMLDivElement>()}>
      {words.map((said) => (
        <p key={said}>{said}</p>
      ))}
      <div className="actions">{children}</div>
    </div>
  </Section>
);

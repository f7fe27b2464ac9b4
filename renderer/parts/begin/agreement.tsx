// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import type { FailureView, WithdrawalQuoteView } from '../../../shared/view.ts';
import { ask } from '../../bridge.ts';
import { shown, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Failure } from '../base/failure.tsx';
import { Facts } from '../base/layout.tsx';
import { Money } from '../base/money.tsx';
import { PlayTag } from '../base/play-tag.tsx';
import { TermsText, useTerms } from '../sums/terms.tsx';

/** What comes of the sum, from whom, on what terms; one press says yes to all of it, and then `onAgreed` begins. */
export const Agreement = ({
  quote,
  action,
  pending,
  onAgreed,
}: {
  readonly quote: WithdrawalQuoteView;
  readonly action: (agrees: boolean) => ReactNode;
  readonly pending: boolean;
  readonly onAgreed: () => void;
}): ReactNode => {
  const { terms, failure: silent } = useTerms(quote.exchange);
  const [keeping, setKeeping] = useState(false);
  const [failure, setFailure] = useState<FailureView>();
  const agrees = terms !== undefined && terms !== null && !terms.accepted;
  const agree = async (): Promise<void> => {
    if (agrees) {
      setKeeping(true);
      const kept = await ask('terms.accept', { exchange: quote.exchange, version: terms.version });
      setKeeping(false);
      setFailure(kept.ok ? undefined : kept.error);
      if (!kept.ok) return;
    }
    onAgreed();
  };
  return (
    <section className="card form begin-agree" aria-label={t('begin.agree.title')}>
      <Facts
        look="receipt"
        facts={[
          [
            t('begin.agree.issuer'),
            <span key="issuer">
              <span className="address">{shown().foreign.host(new URL(quote.exchange).host)}</span>
              <PlayTag exchange={quote.exchange} />
            </span>,
          ],
          [t('begin.agree.sum'), <Money key="sum" text={quote.amount} />],
          [t('pay.fees'), <Money key="fees" text={quote.fees} />],
          [
            t('receive.push.total'),
            <strong key="total">
              <Money text={quote.total} />
            </strong>,
          ],
        ]}
      />
      {terms === undefined && silent === undefined ? <p role="status">{t('terms.fetching')}</p> : null}
      <Failure failure={silent ?? failure} />
      {agrees ? (
        <>
          <h2>{t('terms.of', { host: terms.host })}</h2>
          <TermsText terms={terms} />
        </>
      ) : null}
      <div className="actions">
        <Button look="primary" pending={pending || keeping} disabled={terms === undefined} onPress={() => void agree()}>
          {action(agrees)}
        </Button>
      </div>
    </section>
  );
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { useAnswer, useRequest } from '../../bridge.ts';
import { t } from '../../words.ts';
import { AmountField } from '../base/amount-field.tsx';
import { Failure } from '../base/failure.tsx';
import { Waiting } from '../base/layout.tsx';
import { readTyped } from '../base/typed-sum.ts';
import { Agreement } from './agreement.tsx';
import { SUGGESTED_SUM } from './suggested.ts';

/** Play money comes at once: how much, what of it arrives, and the play issuer's own terms. */
export const PlaySum = ({ onBegun }: { readonly onBegun: () => void }): ReactNode => {
  const start = useAnswer('play.start', {});
  const withdraw = useRequest('play.withdraw');
  const [typed, setTyped] = useState(SUGGESTED_SUM);
  const play = start?.ok === true ? start.value : undefined;
  const read = play === undefined ? undefined : readTyped(typed, play.currency);
  const amount = read?.ok === true ? read.value : undefined;
  const wish = { exchange: play?.exchange ?? '', amount: amount ?? '' };
  const quote = useAnswer('withdraw.quote', wish, play !== undefined && amount !== undefined);
  if (start === undefined) return <Waiting />;
  if (!start.ok) return <Failure failure={start.error} />;
  const begin = async (sum: string, shown: string): Promise<void> => {
    const begun = await withdraw.send({ amount: sum, shown });
    if (begun.ok) onBegun();
  };
  return (
    <>
      <div className="card form">
        <AmountField
          label={t('add.amount')}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            withdraw.reset();
          }}
          trouble={read?.ok === false ? read.error : undefined}
          suffix={start.value.currency}
        />
      </div>
      {quote?.ok === false ? <Failure failure={quote.error} /> : null}
      {withdraw.answer?.ok === false ? <Failure failure={withdraw.answer.error} /> : null}
      {quote?.ok === true && amount !== undefined && quote.value.amount === amount ? (
        <Agreement
          quote={quote.value}
          pending={withdraw.pending}
          action={(agrees) => t(agrees ? 'begin.play.agree' : 'begin.play.do', { sum: quote.value.total })}
          onAgreed={() => void begin(amount, quote.value.total)}
        />
      ) : null}
    </>
  );
};

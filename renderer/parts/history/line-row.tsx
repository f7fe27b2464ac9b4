// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import type { HistoryLine } from '../../../shared/view.ts';
import { joined } from '../../../shared/words/spoken.ts';
import { Icon } from '../base/icons.tsx';
import { isZeroText, Money } from '../base/money.tsx';
import { Token } from '../base/token.tsx';
import { signOf } from '../sums/recent.tsx';
import { shown, t } from '../../words.ts';
import { aboutOf, toneOf, withWhom } from './about.ts';

/** One line of the history in two lines of text; what does not fit stands whole in the panel beside it. */
export const LineRow = ({ line }: { readonly line: HistoryLine }): ReactNode => {
  // Of what moved nothing the sum it was about is what a person looks for.
  const isMoved = !isZeroText(line.effect);
  const about = joined([shown().clock(line.at), aboutOf(line)], ' · ');
  return (
    <>
      <Token name={line.party} {...signOf(line)} />
      <span className="line-words">
        <span className="line-what">
          <strong>{t(`history.type.${line.type}`)}</strong> <span className="line-party">{withWhom(line)}</span>
        </span>
        <span className="line-about">
          {line.partyOdd === true ? <Icon name="warning" /> : null}
          {about}
        </span>
      </span>
      <span className="line-sum" data-moved={isMoved}>
        {isMoved ? <Money text={line.effect} signed /> : <Money text={line.amount} />}
        {line.state === 'done' ? null : (
          <span className="tag" data-tone={toneOf(line)}>
            {t(`history.state.${line.state}`)}
          </span>
        )}
      </span>
    </>
  );
};

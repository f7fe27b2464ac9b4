// SPDX-License-Identifier: GPL-3.0-or-later
import { useState, type ReactNode } from 'react';
import { partsOf } from '../../../shared/balance.ts';
import type { BalanceView } from '../../../shared/view.ts';
import { address, t } from '../../words.ts';
import { Button } from '../base/controls.tsx';
import { Forget } from '../base/forget.tsx';
import { issuerName, playsAt } from '../base/issuer.ts';
import { isZeroText, Money } from '../base/money.tsx';
import { PlayTag } from '../base/play-tag.tsx';
import { saying } from '../base/saying.ts';
import { Token } from '../base/token.tsx';

/** So many stand large, each with a card of its own; more are rows of one. */
const MOST_CARDS = 3;
/** So many rows are there before somebody asks for all. */
const FIRST_ROWS = 6;

/** What is here by issuer and currency: real money first, play money behind it and in its own colour. */
export const Balances = ({
  balances,
  standsStill,
}: {
  readonly balances: readonly BalanceView[];
  /** nothing can be spent on this device now */
  readonly standsStill: boolean;
}): ReactNode => {
  const [all, setAll] = useState(false);
  const sorted = [...balances].sort(
    (a, b) => rank(a) - rank(b) || a.currency.localeCompare(b.currency) || a.exchange.localeCompare(b.exchange),
  );
  const isMany = sorted.length > MOST_CARDS;
  const seen = isMany && !all ? sorted.slice(0, FIRST_ROWS) : sorted;
  return (
    <div className="balances" data-look={isMany ? 'rows' : 'cards'}>
      {seen.map((balance) => (
        <Balance
          key={`${balance.exchange} ${balance.currency}`}
          balance={balance}
          standsStill={standsStill}
          isRow={isMany}
        />
      ))}
      {seen.length < sorted.length ? (
        <div className="actions">
          <Button look="quiet" onPress={() => setAll(true)}>
            {t('overview.all', { count: sorted.length })}
          </Button>
        </div>
      ) : null}
    </div>
  );
};

/** Money before none, real money before play money. */
const rank = ({ exchange, total, outgoing }: BalanceView): number =>
  (playsAt(exchange) ? 1 : 0) + ([total, outgoing].every(isZeroText) ? 2 : 0);

const Balance = ({
  balance,
  standsStill,
  isRow,
}: {
  readonly balance: BalanceView;
  readonly standsStill: boolean;
  readonly isRow: boolean;
}): ReactNode => {
  const { exchange, currency, total, available } = balance;
  const isPlay = playsAt(exchange);
  const name = issuerName(exchange);
  return (
    <article
      className="balance"
      data-play={isPlay}
      data-length={lengthOf(total)}
      aria-label={t('overview.balanceOf', { currency })}
    >
      <p className="balance-issuer">
        <Token name={name} {...(isPlay ? { tone: 'play', icon: 'play' } : {})} />
        <span>{t('overview.issued', { issuer: name })}</span>
      </p>
      <p className="balance-total" data-testid="balance-total">
        <Money text={total} size="large" />
        <PlayTag exchange={exchange} />
      </p>
      {standsStill ? (
        <p className="detail">{t('overview.standsStill')}</p>
      ) : isRow && available === total && isZeroText(balance.outgoing) ? null : (
        <Parts balance={balance} />
      )}
      {balance.notes === undefined ? null : <p role="note">{saying('note', balance.notes)}</p>}
      <Details balance={balance} />
    </article>
  );
};

/** How much room a sum takes: what a person has is short, and what a hostile issuer may issue is not. */
const lengthOf = (total: string): 'short' | 'long' | 'longest' =>
  total.length <= 14 ? 'short' : total.length <= 26 ? 'long' : 'longest';

/** What of it can be spent, and when the rest can. */
const Parts = ({ balance }: { readonly balance: BalanceView }): ReactNode => {
  const { ready, change, arriving } = partsOf(balance);
  const sums = [
    ['overview.change', change],
    ['overview.incoming', arriving],
    ['overview.outgoing', balance.outgoing],
  ] as const;
  return (
    <>
      <ul className="balance-parts">
        <li>
          {t('overview.available')} <Money text={ready} />
        </li>
        {sums.map(([name, sum]) =>
          isZeroText(sum) ? null : (
            <li key={name}>
              {t(name)} <Money text={sum} />
            </li>
          ),
        )}
      </ul>
      {isZeroText(change) ? null : (
        <p className="detail">{t(balance.change === change ? 'overview.change.ready' : 'overview.change.busy')}</p>
      )}
    </>
  );
};

/** Who issued it by the whole address, and the way to forget an issuer without money. */
const Details = ({ balance: { exchange, total, outgoing } }: { readonly balance: BalanceView }): ReactNode => (
  <details className="balance-details">
    <summary>{t('app.details')}</summary>
    <div className="with-more">
      <p className="detail">
        {t('overview.issuedBy')} <span className="address selectable">{address(exchange)}</span>
      </p>
      {[total, outgoing].every(isZeroText) ? <Forget id={exchange} name={address(exchange)} /> : null}
    </div>
  </details>
);

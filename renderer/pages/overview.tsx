// SPDX-License-Identifier: GPL-3.0-or-later
import { saying } from '../parts/base/saying.ts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { AppStateView } from '../../shared/contract.ts';
import { partsOf } from '../../shared/balance.ts';
import type { BalanceView } from '../../shared/view.ts';
import { useAnswer } from '../bridge.ts';
import { address, t } from '../words.ts';
import { SafetyCard } from '../parts/copies/safety-card.tsx';
import { RekeyUnderWay } from '../parts/copies/rekey-progress.tsx';
import { RegainUnderWay } from '../parts/escrow/under-way.tsx';
import { Failure } from '../parts/base/failure.tsx';
import { Icon } from '../parts/base/icons.tsx';
import { PageHead, Section, Waiting } from '../parts/base/layout.tsx';
import { isZeroText, Money } from '../parts/base/money.tsx';
import { PlayTag } from '../parts/base/play-tag.tsx';
import { Forget } from '../parts/base/forget.tsx';
import { PendingList } from '../parts/sums/pending.tsx';
import { PlayMissing } from '../parts/frame/play-missing.tsx';
import { Steps } from '../parts/frame/steps.tsx';

/** What is here, how safe it is, and what is under way. */
export const OverviewPage = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const overview = useAnswer('wallet.overview', {});
  return (
    <>
      <PageHead
        title={t('overview.title')}
        actions={
          <>
            <Link className="button" data-look="primary" href="/add">
              <Icon name="add" />
              <span>{t('overview.add')}</span>
            </Link>
            <Link className="button" data-look="plain" href="/pay">
              <Icon name="pay" />
              <span>{t('overview.pay')}</span>
            </Link>
            <Link className="button" data-look="plain" href="/send">
              <Icon name="send" />
              <span>{t('overview.send')}</span>
            </Link>
            <Link className="button" data-look="plain" href="/receive">
              <Icon name="request" />
              <span>{t('overview.request')}</span>
            </Link>
          </>
        }
      />
      {overview === undefined ? (
        <Waiting />
      ) : !overview.ok ? (
        <Failure failure={overview.error} />
      ) : (
        <>
          <PlayMissing app={app} />
          <RekeyUnderWay />
          <RegainUnderWay />
          <div className="balances">
            {overview.value.balances.length === 0 ? (
              <EmptyBalance playMoney={app.playMoney} />
            ) : (
              overview.value.balances.map((balance) => (
                <Balance
                  key={`${balance.exchange} ${balance.currency}`}
                  balance={balance}
                  standsStill={overview.value.backup.standing !== undefined}
                />
              ))
            )}
          </div>
          <SafetyCard status={overview.value.backup} />
          <Steps overview={overview.value} />
          {overview.value.pending.length === 0 ? null : (
            <Section title={t('overview.pending')}>
              <PendingList pending={overview.value.pending} noProvider={overview.value.backup.providersTotal === 0} />
            </Section>
          )}
        </>
      )}
    </>
  );
};

const Balance = ({
  balance,
  standsStill,
}: {
  readonly balance: BalanceView;
  readonly standsStill: boolean;
}): ReactNode => (
  <article className="card balance" aria-label={t('overview.balanceOf', { currency: balance.currency })}>
    <p className="balance-total" data-testid="balance-total">
      <Money text={balance.total} size="large" />
      <PlayTag exchange={balance.exchange} />
    </p>
    {standsStill ? <p className="detail">{t('overview.standsStill')}</p> : <Parts balance={balance} />}
    {balance.notes === undefined ? null : <p role="note">{saying('note', balance.notes)}</p>}
    <div className="with-more">
      <p className="detail">
        {t('overview.issuedBy')} <span className="address">{address(balance.exchange)}</span>
      </p>
      {[balance.total, balance.outgoing].every(isZeroText) ? (
        <Forget id={balance.exchange} name={address(balance.exchange)} />
      ) : null}
    </div>
  </article>
);

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
        <p className="detail balance-why">
          {t(balance.change === change ? 'overview.change.ready' : 'overview.change.busy')}
        </p>
      )}
    </>
  );
};

const EmptyBalance = ({ playMoney }: { readonly playMoney: boolean }): ReactNode => (
  <div className="card balance" data-empty>
    <p className="balance-total">{t('overview.empty')}</p>
    <p className="detail">{t(playMoney ? 'overview.empty.play' : 'overview.empty.why')}</p>
  </div>
);

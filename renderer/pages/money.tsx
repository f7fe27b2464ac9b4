// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { AppStateView } from '../../shared/contract.ts';
import type { OverviewView } from '../../shared/view-overview.ts';
import type { PlainKey } from '../../shared/words/words.ts';
import { useAnswer } from '../bridge.ts';
import { t } from '../words.ts';
import { Drawn } from '../parts/base/drawn.tsx';
import { Icon, type IconName } from '../parts/base/icons.tsx';
import { PageHead, Section, Waiting } from '../parts/base/layout.tsx';
import { Chain } from '../parts/copies/chain.tsx';
import { RekeyUnderWay } from '../parts/copies/rekey-progress.tsx';
import { SafetyCard } from '../parts/copies/safety-card.tsx';
import { SafetyLine } from '../parts/copies/safety-line.tsx';
import { BringingBack } from '../parts/escrow/bringing-back.tsx';
import { CannotShow } from '../parts/frame/cannot-show.tsx';
import { LeavePlay } from '../parts/frame/leave-play.tsx';
import { PlayMissing } from '../parts/frame/play-missing.tsx';
import { nextOf, Steps } from '../parts/frame/steps.tsx';
import { Balances } from '../parts/sums/balances.tsx';
import { PendingList } from '../parts/sums/pending.tsx';
import { Recent } from '../parts/sums/recent.tsx';

/** What is here and what can be done with it; how safe it is, in a line when all is well and above everything when it is not. */
export const MoneyPage = ({ app }: { readonly app: AppStateView }): ReactNode => {
  const overview = useAnswer('wallet.overview', {});
  return (
    <>
      <PageHead title={t('overview.title')} look="unseen" />
      {overview === undefined ? (
        <Waiting />
      ) : !overview.ok ? (
        <CannotShow what="page" failure={overview.error} />
      ) : (
        <>
          <PlayMissing app={app} />
          <RekeyUnderWay />
          <BringingBack app={app} />
          <Overview overview={overview.value} playMoney={app.playMoney} bringsBack={app.bringingBack !== undefined} />
        </>
      )}
    </>
  );
};

/** Nothing that a person could mend. */
const CALM: ReadonlySet<string> = new Set(['protected', 'syncing']);

const Overview = ({
  overview: { balances, backup, pending },
  overview,
  playMoney,
  bringsBack,
}: {
  readonly overview: OverviewView;
  readonly playMoney: boolean;
  /** another wallet is to come back first */
  readonly bringsBack: boolean;
}): ReactNode => {
  const { state, next } = backup.safety;
  const isEmpty = balances.length === 0;
  // Whoever has nothing yet is told so once, where the money will stand.
  const isBeginning = isEmpty && next === 'add-money';
  const isCalm = CALM.has(state);
  // Until the way was gone to its end it is the picture of what there is and what is missing.
  const hasSteps = !isCalm && nextOf(overview) !== undefined;
  return (
    <>
      {isCalm ? <SafetyLine status={backup} /> : isBeginning ? null : <SafetyCard status={backup} />}
      {isEmpty ? (
        <Empty playMoney={playMoney} isNext={!bringsBack && (isCalm || isBeginning)} />
      ) : (
        <Balances balances={balances} standsStill={backup.standing !== undefined} />
      )}
      <Deeds addsAbove={isEmpty || next === 'add-money'} />
      {hasSteps ? <Steps overview={overview} look="compact" /> : null}
      {pending.length === 0 ? null : (
        <Section title={t('overview.pending')}>
          <PendingList pending={pending} noProvider={backup.providersTotal === 0} />
        </Section>
      )}
      {isBeginning || hasSteps ? null : <Chain status={backup} />}
      <Recent />
      {playMoney ? <LeavePlay /> : null}
    </>
  );
};

const DEEDS: readonly { readonly path: string; readonly icon: IconName; readonly name: PlainKey }[] = [
  { path: '/add', icon: 'plus', name: 'overview.add' },
  { path: '/pay', icon: 'scan', name: 'overview.pay' },
  { path: '/send', icon: 'send', name: 'overview.send' },
  { path: '/request', icon: 'request', name: 'overview.request' },
];

/** What can be done with money. */
const Deeds = ({ addsAbove }: { readonly addsAbove: boolean }): ReactNode => (
  <nav aria-label={t('overview.deeds')}>
    <ul className="deeds">
      {DEEDS.filter(({ path }) => !addsAbove || path !== '/add').map(({ path, icon, name }) => (
        <li key={path}>
          <Link className="deed" href={path}>
            <Icon name={icon} />
            <span>{t(name)}</span>
          </Link>
        </li>
      ))}
    </ul>
    {addsAbove ? null : (
      <p className="deeds-more">
        <Link href="/deposit">{t('overview.deposit')}</Link>
      </p>
    )}
  </nav>
);

const Empty = ({
  playMoney,
  isNext,
}: {
  readonly playMoney: boolean;
  /** to add money is what comes next; otherwise the card above says what does */
  readonly isNext: boolean;
}): ReactNode => (
  <div className="card empty">
    <Drawn name="money" />
    <p className="empty-title">{t('overview.empty')}</p>
    <p className="detail">{t(playMoney ? 'overview.empty.play' : 'overview.empty.why')}</p>
    <Link className="button" data-look={isNext ? 'primary' : 'plain'} href="/add">
      <Icon name="plus" />
      <span>{t('overview.add')}</span>
    </Link>
    <p className="fine">{t('overview.empty.door')}</p>
  </div>
);

// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { BackupStatusView } from '../../../shared/view-backup.ts';
import type { EscrowView } from '../../../shared/view-escrow.ts';
import { useAnswer } from '../../bridge.ts';
import { called, t } from '../../words.ts';
import { Icon, type IconName } from '../base/icons.tsx';
import { Section } from '../base/layout.tsx';
import { saying } from '../base/saying.ts';

type Tone = 'good' | 'warn' | 'bad' | 'plain';

/** What brings the money back and who knows the wallet: the paper and whether it still suffices, the escrow, the devices. */
export const WaysBack = ({ status }: { readonly status: BackupStatusView }): ReactNode => (
  <Section title={t('waysBack.title')}>
    <ul className="ways-back">
      <Paper status={status} />
      <Escrow status={status} />
      <Devices />
    </ul>
  </Section>
);

const Way = ({
  icon,
  tone,
  title,
  children,
  actions,
}: {
  readonly icon: IconName;
  readonly tone: Tone;
  readonly title: string;
  readonly children: ReactNode;
  readonly actions: ReactNode;
}): ReactNode => (
  <li className="way-back">
    <span className="place-mark" data-tone={tone}>
      <Icon name={icon} />
    </span>
    <div className="place-words">
      <h3>{title}</h3>
      {children}
    </div>
    <div className="actions">{actions}</div>
  </li>
);

const Paper = ({ status }: { readonly status: BackupStatusView }): ReactNode => {
  const { sheetSays = [], sheetShown, sheetTestedAt, splits, state } = status;
  const [first] = sheetSays;
  const isWhole = first?.kind === 'still-all';
  return (
    <Way
      icon={isWhole ? 'check' : 'sheet'}
      tone={first === undefined ? 'warn' : isWhole ? 'good' : 'bad'}
      title={t('waysBack.paper')}
      actions={
        state === 'uninitialized' ? null : (
          <>
            <Link className="button" data-look="plain" href="/sheet">
              {t(sheetTestedAt === undefined && sheetShown !== true ? 'waysBack.print' : 'waysBack.printTest')}
            </Link>
          </>
        )
      }
    >
      <p className="detail">
        {state === 'uninitialized'
          ? t('waysBack.paper.later')
          : first === undefined
            ? t(sheetShown === true ? 'waysBack.paper.unread' : 'waysBack.paper.none')
            : saying('sheetTest', sheetSays)}
      </p>
      {splits === undefined ? null : <p className="detail">{t('waysBack.shares', { count: splits.length })}</p>}
    </Way>
  );
};

const Escrow = ({ status }: { readonly status: BackupStatusView }): ReactNode => {
  const answer = useAnswer('escrow.status', {});
  if (answer?.ok !== true || status.state === 'uninitialized') return null;
  const { escrow, needsNewer } = answer.value;
  const counts = status.escrowTestedAt !== undefined;
  return (
    <Way
      icon={counts ? 'check' : 'shield-anchor'}
      tone={counts ? 'good' : escrow === null && needsNewer !== true ? 'plain' : 'warn'}
      title={t('escrowPage.title')}
      actions={
        needsNewer === true ? null : (
          <Link className="button" data-look="plain" href="/escrow">
            {t(escrow === null ? 'escrowPage.open' : escrow.step === 'current' ? 'escrowPage.show' : 'escrowPage.mend')}
          </Link>
        )
      }
    >
      <p className="detail">
        {needsNewer === true
          ? t('waysBack.escrow.newer')
          : escrow === null
            ? t('escrowPage.offer')
            : status.escrowTestedAt === undefined
              ? t(`waysBack.escrow.${escrow.step}`)
              : t('waysBack.escrow.counts', { at: status.escrowTestedAt })}
      </p>
      {escrow === null ? null : <PaidUntil escrow={escrow} />}
    </Way>
  );
};

/** The first of the places whose year ends. */
const PaidUntil = ({ escrow: { places } }: { readonly escrow: EscrowView }): ReactNode => {
  const untils = places.flatMap(({ paidUntil, isFree }) =>
    paidUntil === undefined || isFree === true ? [] : [paidUntil],
  );
  return untils.length === 0 ? null : (
    <p className="detail">{t('escrowNow.allPaid', { until: Math.min(...untils) })}</p>
  );
};

const Devices = (): ReactNode => {
  const list = useAnswer('device.list', {});
  if (list?.ok !== true) return null;
  const { devices, standing } = list.value;
  const here = devices.find((each) => each.here);
  const others = devices.filter((each) => !each.here);
  return (
    <Way
      icon="devices"
      tone={standing === 'active' ? 'good' : 'warn'}
      title={t('onward.devices')}
      actions={
        <Link className="button" data-look="plain" href="/devices">
          {t('waysBack.devices.show')}
        </Link>
      }
    >
      <p className="detail">
        {here === undefined
          ? t('onward.devices.words')
          : others.length === 0
            ? t('waysBack.devices.one', { name: called(here.name) })
            : t('waysBack.devices.more', { name: called(here.name), count: others.length })}
      </p>
    </Way>
  );
};

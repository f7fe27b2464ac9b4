// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences the command line prints for each view.
import { sayFailure, told } from './spoken.ts';
import type { OverviewView, RequestOutput } from '../../shared/contract.ts';
import type { BackupStatusView, CycleReportView, ProviderOfferView, ProviderView } from '../../shared/view-backup.ts';
import type { RestoreReportView } from '../../shared/view-restore.ts';
import type {
  BalanceView,
  ExchangeView,
  HistoryLine,
  PayOfferView,
  PeerPaymentView,
  PendingView,
} from '../../shared/view.ts';

export const overview = (view: OverviewView): readonly string[] => [
  ...balances(view.balances),
  told('safety', ...view.backup.said),
  ...(view.backup.copiesWanted > 1 ? [copiesWanted(view.backup)] : []),
  ...view.pending.map(pending),
];

const pending = ({ type, id, waitingFor, why, link, withoutBackup }: PendingView): string =>
  [
    `pending: ${type} ${id}, waiting for ${waitingFor}`,
    ...(why === undefined ? [] : [`(${sayFailure(why)})`]),
    ...(link === undefined ? [] : [link]),
    ...(withoutBackup === undefined ? [] : [`('holdfast without-backup ${id}' has ${withoutBackup} at once, at risk)`]),
  ].join(' ');

/** At how many providers a copy must be before money is drawn, and what that means when there are fewer. */
export const copiesWanted = ({ copiesWanted: wanted, providersTotal }: BackupStatusView): string => {
  const rule = `money is drawn once its keys are stored at ${wanted === 1 ? 'a provider' : `${wanted} providers`}`;
  return wanted > providersTotal && wanted > 1
    ? `${rule}; there ${providersTotal === 1 ? 'is' : 'are'} ${providersTotal === 0 ? 'none' : providersTotal}, so it waits where it is until you add more or want fewer ('holdfast backup --copies NUMBER')`
    : rule;
};

/** The address is shown again as often as it is asked for; only what the exchange has confirmed can be used with it. */
export const openPayment = ({ id, kind, amount, state, uri, expiresAt }: PeerPaymentView): readonly string[] =>
  state === 'starting'
    ? [`${kind === 'push' ? 'payment' : 'invoice'} over ${amount} (${id}): not confirmed by the exchange yet`]
    : [
        `${kind === 'push' ? 'payment' : 'invoice'} over ${amount} (${id}), until ${time(expiresAt)} UTC; ${kind === 'push' ? 'take' : 'pay'} it with:`,
        `  ${uri}`,
      ];

export const balances = (all: readonly BalanceView[]): readonly string[] =>
  all.length === 0
    ? ['no money yet']
    : all.map(
        (each) =>
          `${each.available} available at ${each.exchange} (total ${each.total}, incoming ${each.incoming}, outgoing ${each.outgoing})${each.notes === undefined ? '' : `; ${told('note', ...each.notes)}`}`,
      );

export const history = (lines: readonly HistoryLine[]): readonly string[] =>
  lines.map((line) =>
    [
      date(line.at),
      line.type,
      line.state,
      line.effect,
      `fees ${line.fees}`,
      line.party,
      titleOf(line),
      told('note', ...(line.notes ?? [])),
    ]
      .filter((word) => word !== '')
      .join('  '),
  );

const titleOf = ({ title, summary }: HistoryLine): string => (title === undefined ? summary : told('title', title));

export const exchange = (view: ExchangeView): string =>
  `${view.baseUrl}  ${view.currency}  ${view.state}  version ${view.version}${view.note === undefined ? '' : `  ${told('note', view.note)}`}`;

export const manualWithdrawal = (view: RequestOutput<'withdraw.manual'>): readonly string[] => [
  `send the transfer to: ${view.payto}`,
  `reserve public key: ${view.reservePub}`,
  "then run 'holdfast run --until-done'",
];

export const bankWithdrawal = (view: RequestOutput<'withdraw.uri'>): readonly string[] => [
  `withdrawing ${view.amount} from ${view.exchange}`,
  ...(view.confirmUrl === undefined ? [] : [`confirm it at your bank: ${view.confirmUrl}`]),
  "then run 'holdfast run --until-done'",
];

export const offer = (view: PayOfferView): string =>
  `Pay ${view.amount} to ${view.merchant} (${view.merchantHost}) for "${view.summary}" (fees ${view.fees}, total ${view.total})?`;

export const providerOffer = (view: ProviderOfferView): string =>
  !view.takesFee
    ? `Keep encrypted backups in "${view.suggestedName}"?`
    : `Back up to ${view.suggestedName} (${view.id}) for ${view.annualFee ?? 'an unknown fee'} a year, at most ${view.storageLimitMb ?? '?'} MiB, liability ${view.liability ?? 'none'}?`;

export const provider = (view: ProviderView): string =>
  [
    view.id,
    view.name,
    view.lastOutcome,
    view.verifiedAt === undefined ? 'no verified copy' : `verified ${time(view.verifiedAt)}`,
    ...(view.paidUntil === undefined ? [] : [`paid until ${date(view.paidUntil)}`]),
    ...(view.annualFee === undefined ? [] : [`fee ${view.annualFee} a year, at most ${view.maxFee ?? view.annualFee}`]),
    ...(view.notes === undefined ? [] : [told('placeNote', ...view.notes)]),
  ].join('  ');

export const cycleReport = (report: CycleReportView): string =>
  `${report.provider}: ${report.outcome}${report.notes === undefined ? '' : ` (${told('placeNote', ...report.notes)})`}`;

export const restoreReport = (report: RestoreReportView): readonly string[] => [
  ...report.sources.map(
    (source) =>
      `${source.provider}: ${source.answer}${source.copyFrom === undefined ? '' : `, copy of ${time(source.copyFrom)}`}${source.notes.length === 0 ? '' : ` (${told('source', ...source.notes)})`}`,
  ),
  ...balances(report.balances),
  told('restored', ...report.said),
];

const date = (ms: number): string => (Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 10) : 'for ever');
const time = (ms: number): string => new Date(ms).toISOString().replace('T', ' ').slice(0, 16);

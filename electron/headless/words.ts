// SPDX-License-Identifier: GPL-3.0-or-later
// The lines the command line prints for each view, in the language they are read in.
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
  RefundView,
} from '../../shared/view.ts';
import type { Words } from '../../shared/words/words.ts';
import { amount, isZero } from '../../shared/amount.ts';
import { safetyLines } from './safety.ts';
import { partyText, quotedText } from '../../shared/words/party.ts';
import { sayFailure, told } from './spoken.ts';

export const overview = (words: Words, view: OverviewView): readonly string[] => [
  ...balances(words, view.balances),
  ...safetyLines(words, view.backup),
  ...(view.backup.copiesWanted > 1 ? [copiesWanted(words, view.backup)] : []),
  ...view.pending.map((each) => pending(words, each)),
];

const pending = (words: Words, view: PendingView): string => {
  const { id, why, link, withoutBackup } = view;
  return [
    words.t('cli.pending', { id, ...waiting(words, view) }),
    ...(why === undefined ? [] : [`(${sayFailure(words, why)})`]),
    ...(link === undefined ? [] : [link]),
    ...(why?.kind === 'withdrawal-fees' || why?.kind === 'renewal-fees' || why?.kind === 'reissue-asks'
      ? [words.t('cli.pending.fees', { id, total: why.facts.total })]
      : []),
    ...(withoutBackup === undefined ? [] : [words.t('cli.pending.without', { id, sum: withoutBackup })]),
  ].join(' ');
};

/** What is under way, and for whom it waits. */
export const waiting = ({ t }: Words, { type, waitingFor }: PendingView) => ({
  what: t(`pending.type.${type}`),
  waits: t(`pending.for.${waitingFor}`),
});

/** At how many places a copy must be before money is drawn, and what that means when there are fewer. */
export const copiesWanted = ({ t }: Words, { copiesWanted: wanted, providersTotal }: BackupStatusView): string => {
  const rule = t('cli.copies', { count: wanted });
  return wanted > providersTotal && wanted > 1 ? `${rule} ${t('cli.copies.tooFew', { total: providersTotal })}` : rule;
};

/** The link is shown again as often as it is asked for; only what the issuer has confirmed can be used with it. */
export const openPayment = (
  { t }: Words,
  { id, kind, amount, state, uri, expiresAt }: PeerPaymentView,
): readonly string[] =>
  state === 'starting'
    ? [t(`cli.open.${kind}.starting`, { sum: amount, id })]
    : [t(`cli.open.${kind}.waiting`, { sum: amount, id, until: expiresAt }), `  ${uri}`];

export const balances = (words: Words, all: readonly BalanceView[]): readonly string[] =>
  all.length === 0
    ? [words.t('cli.balance.none')]
    : all.map(({ available, exchange, total, incoming, outgoing, notes }) =>
        [
          words.t('cli.balance', { available, exchange, total, incoming, outgoing }),
          ...(notes === undefined ? [] : [told(words, 'note', ...notes)]),
        ].join('; '),
      );

export const history = (words: Words, lines: readonly HistoryLine[]): readonly string[] =>
  lines.map((line) =>
    [
      words.day(line.at),
      words.t(`history.type.${line.type}`),
      line.state === 'done' ? '' : words.t(`history.state.${line.state}`),
      words.change(line.effect),
      words.t('cli.history.fees', { fees: line.fees }),
      partyText(words, line.party, line.partyHost),
      line.title === undefined ? quotedText(words, line.summary) : told(words, 'title', line.title),
      told(words, 'note', ...(line.notes ?? [])),
      line.partyOdd === true ? words.t('party.odd') : '',
    ]
      .filter((word) => word !== '')
      .join('  '),
  );

export const exchange = (words: Words, { baseUrl, currency, state, version, note }: ExchangeView): string =>
  [
    words.t('cli.exchange', { address: baseUrl, currency, state: words.t(`cli.exchange.${state}`), version }),
    ...(note === undefined ? [] : [told(words, 'note', note)]),
  ].join('  ');

export const manualWithdrawal = ({ t }: Words, view: RequestOutput<'withdraw.manual'>): readonly string[] => [
  t('cli.withdraw.transfer', { address: view.payto }),
  t('cli.withdraw.number', { number: view.reservePub }),
  t('cli.withdraw.fees', { fees: view.fees, total: view.total }),
  t('cli.run.next'),
];

export const bankWithdrawal = ({ t }: Words, view: RequestOutput<'withdraw.uri'>): readonly string[] => [
  t('add.uri.begun', { sum: view.amount, exchange: view.exchange }),
  t('cli.withdraw.fees', { fees: view.fees, total: view.total }),
  ...(view.confirmUrl === undefined ? [] : [t('cli.withdraw.confirm', { address: view.confirmUrl })]),
  t('cli.run.next'),
];

/** The merchant of an offer, a payment or a refund. */
export const merchant = (words: Words, view: Pick<PayOfferView, 'merchant' | 'merchantHost'>): string =>
  partyText(words, view.merchant, view.merchantHost);

export const offer = (words: Words, view: PayOfferView): string => {
  const { amount: sum, summary, fees, total } = view;
  const question = words.t('cli.ask.pay', { sum, merchant: merchant(words, view), summary, fees, total });
  return view.merchantOdd === true ? `${words.t('party.odd')} ${question}` : question;
};

export const refund = (words: Words, view: RefundView): string => {
  const { refunded: sum, pending: more, state, why } = view;
  const from = { merchant: merchant(words, view) };
  if (state === 'none') return words.t('cli.refund.none', from);
  if (state === 'done') return words.t('cli.refund', { ...from, sum });
  return why === undefined
    ? words.t('cli.refund.pending', { ...from, sum, more })
    : words.t('cli.refund.unknown', { ...from, why: sayFailure(words, why) });
};

const MEBIBYTE = 1024 * 1024;

export const providerOffer = ({ t, bytes }: Words, view: ProviderOfferView): string =>
  !view.takesFee
    ? t('cli.ask.folder', { name: view.suggestedName })
    : t('cli.ask.place', {
        name: view.suggestedName,
        address: view.id,
        price: view.annualFee === undefined ? t('provider.feeUnknown') : t('provider.perYear', { fee: view.annualFee }),
        size: view.storageLimitMb === undefined ? t('cli.ask.place.anySize') : bytes(view.storageLimitMb * MEBIBYTE),
        liability:
          view.liability === undefined || view.liability.endsWith(':0')
            ? t('consent.noLiability')
            : t('consent.liabilityUpTo', { sum: view.liability }),
      });

export const provider = (words: Words, view: ProviderView): string => {
  const { t } = words;
  return [
    view.place ?? view.id,
    view.name,
    t(`outcome.${view.lastOutcome}`),
    view.verifiedAt === undefined ? t('provider.noCopy') : t('cli.place.verified', { at: view.verifiedAt }),
    ...feeOf(words, view),
    ...(view.notes === undefined ? [] : [told(words, 'placeNote', ...view.notes)]),
  ].join('  ');
};

/** A place as a person knows it: its name, and its address where it has one that means something to people. */
const placeCalled = (name: string | undefined, id: string): string =>
  name === undefined || name === '' ? id : /^https?:/i.test(id) ? `${name} (${id})` : name;

/** What a place costs, in words: a free one was never paid until any day. */
const feeOf = ({ t }: Words, { takesFee, annualFee, maxFee, paidUntil }: ProviderView): readonly string[] => {
  if (!takesFee || annualFee === undefined) return [];
  if (isZero(amount(annualFee))) return [t('provider.free')];
  return [
    ...(paidUntil === undefined ? [] : [t('cli.place.paid', { until: paidUntil })]),
    t('cli.place.fee', { fee: annualFee, cap: maxFee ?? annualFee }),
  ];
};

export const cycleReport = (words: Words, { provider: id, name, outcome, notes }: CycleReportView): string =>
  `${placeCalled(name, id)}: ${words.t(`outcome.${outcome}`)}${notes === undefined ? '' : ` (${told(words, 'placeNote', ...notes)})`}`;

export const restoreReport = (words: Words, report: RestoreReportView): readonly string[] => [
  ...report.sources.map((source) =>
    [
      `${placeCalled(source.name, source.provider)}: ${words.t(`answer.${source.answer}`)}.`,
      ...(source.copyFrom === undefined ? [] : [words.t('restore.copyFrom', { at: source.copyFrom })]),
      ...(source.notes.length === 0 ? [] : [`(${told(words, 'source', ...source.notes)})`]),
    ].join(' '),
  ),
  ...balances(words, report.balances),
  told(words, 'restored', ...report.said),
];

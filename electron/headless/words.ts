// SPDX-License-Identifier: GPL-3.0-or-later
// The lines the command line prints for each view, in the language they are read in.
import { partsOf } from '../../shared/balance.ts';
import type { RequestOutput } from '../../shared/contract.ts';
import type { OverviewView } from '../../shared/view-overview.ts';
import type { BackupStatusView, CycleReportView, ProviderOfferView, ProviderView } from '../../shared/view-backup.ts';
import type { RestoreReportView, TakeoverReportView } from '../../shared/view-restore.ts';
import type {
  BalanceView,
  ExchangeView,
  HistoryLine,
  PeerPaymentView,
  PendingView,
  RefundView,
} from '../../shared/view.ts';
import type { PayOfferView } from '../../shared/view-shops.ts';
import { calledPlace } from '../../shared/names.ts';
import { joined, literal, NOTHING, type Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import { amount, isZero, parseAmount } from '../../shared/amount.ts';
import { safetyLines } from './safety.ts';
import { partyText, quotedText } from '../../shared/words/party.ts';
import { sayFailure, told } from './spoken.ts';

export const overview = (words: Words, view: OverviewView): readonly Spoken[] => [
  ...balances(words, view.balances),
  ...safetyLines(words, view.backup),
  ...(view.backup.copiesWanted > 1 ? [copiesWanted(words, view.backup)] : []),
  ...view.pending.map((each) => pending(words, each)),
];

const pending = (words: Words, view: PendingView): Spoken => {
  const { id, why, link, withoutBackup } = view;
  return joined([
    words.t('cli.pending', { id, ...waiting(words, view) }),
    ...(why === undefined ? [] : [aside(sayFailure(words, why))]),
    ...(link === undefined ? [] : [words.foreign.address(link)]),
    ...(why?.kind === 'withdrawal-fees' ||
    why?.kind === 'renewal-fees' ||
    why?.kind === 'refund-renewal' ||
    why?.kind === 'reissue-asks'
      ? [words.t('cli.pending.fees', { id, total: why.facts.total })]
      : []),
    ...(withoutBackup === undefined ? [] : [words.t('cli.pending.without', { id, sum: withoutBackup })]),
  ]);
};

/** What is under way, and for whom it waits. */
export const waiting = ({ t }: Words, { type, waitingFor, amount: sum }: PendingView) => ({
  what: sum === undefined ? t(`pending.type.${type}`) : t('cli.pending.sum', { what: t(`pending.type.${type}`), sum }),
  waits: t(`pending.for.${waitingFor}`),
});

/** At how many places a copy must be before money is drawn, and what that means when there are fewer. */
export const copiesWanted = ({ t }: Words, { copiesWanted: wanted, providersTotal }: BackupStatusView): Spoken => {
  const rule = t('cli.copies', { count: wanted });
  return wanted > providersTotal && wanted > 1
    ? joined([rule, t('cli.copies.tooFew', { total: providersTotal })])
    : rule;
};

/** The link is shown again as often as it is asked for; only what the issuer has confirmed can be used with it. */
export const openPayment = (
  { t, foreign }: Words,
  { id, kind, amount, state, uri, expiresAt }: PeerPaymentView,
): readonly Spoken[] =>
  state === 'starting'
    ? [t(`cli.open.${kind}.starting`, { sum: amount, id })]
    : [t(`cli.open.${kind}.waiting`, { sum: amount, id, until: expiresAt }), indented(foreign.address(uri))];

export const balances = (words: Words, all: readonly BalanceView[]): readonly Spoken[] =>
  all.length === 0
    ? [words.t('cli.balance.none')]
    : all.map((balance) => {
        const { exchange, total, outgoing, notes } = balance;
        const { ready: available, change, arriving: incoming } = partsOf(balance);
        return joined(
          [
            words.t('cli.balance', { available, exchange, total, change, incoming, outgoing }),
            ...(notes === undefined ? [] : [told(words, 'note', ...notes)]),
          ],
          '; ',
        );
      });

export const history = (words: Words, lines: readonly HistoryLine[]): readonly Spoken[] =>
  lines.map((line) =>
    joined(
      [
        words.day(line.at),
        words.t(`history.type.${line.type}`),
        line.state === 'done' ? NOTHING : words.t(`history.state.${line.state}`),
        words.change(line.effect),
        words.t('cli.history.fees', { fees: line.fees }),
        partyText(words, line.party, line.partyHost),
        line.title === undefined ? quotedText(words, line.summary) : told(words, 'title', line.title),
        told(words, 'note', ...(line.notes ?? [])),
        line.partyOdd === true ? words.t('party.odd') : NOTHING,
      ],
      '  ',
    ),
  );

export const exchange = (words: Words, { baseUrl, currency, look, state, version, note }: ExchangeView): Spoken =>
  joined(
    [
      words.t('cli.exchange', { address: baseUrl, currency, state: words.t(`cli.exchange.${state}`), version }),
      ...(look?.name === undefined ? [] : [words.t('issuers.named', { name: look.name })]),
      ...(note === undefined ? [] : [told(words, 'note', note)]),
    ],
    '  ',
  );

export const manualWithdrawal = ({ t }: Words, view: RequestOutput<'withdraw.manual'>): readonly Spoken[] => [
  t('cli.withdraw.transfer', { address: view.payto }),
  ...view.ways.slice(1).map(({ payto }) => t('cli.withdraw.also', { address: payto })),
  ...(view.ways[0]?.only ?? []).map((said) => (said === '' ? t('transfer.onlySome') : t('transfer.only', { said }))),
  ...(view.keptDays === undefined ? [] : [t('transfer.kept', { days: view.keptDays })]),
  t('cli.withdraw.number', { number: view.reservePub }),
  t('cli.withdraw.fees', { fees: view.fees, total: view.total }),
  t('cli.run.next'),
];

export const bankWithdrawal = ({ t, foreign }: Words, view: RequestOutput<'withdraw.uri'>): readonly Spoken[] => [
  ...(view.atBank === true
    ? [t('bank.atBank.begun', { exchange: foreign.address(view.exchange) })]
    : [
        t('add.uri.begun', { sum: view.amount, exchange: foreign.address(view.exchange) }),
        t('cli.withdraw.fees', { fees: view.fees, total: view.total }),
      ]),
  ...(view.confirmUrl === undefined ? [] : [t('cli.withdraw.confirm', { address: view.confirmUrl })]),
  t('cli.run.next'),
];

/** The merchant of an offer, a payment or a refund. */
export const merchant = (words: Words, view: Pick<PayOfferView, 'merchant' | 'merchantHost'>): Spoken =>
  partyText(words, view.merchant, view.merchantHost);

export const offer = (words: Words, view: PayOfferView): Spoken => {
  const { amount: sum, summary, fees, total } = view;
  const question = words.t('cli.ask.pay', { sum, merchant: merchant(words, view), summary, fees, total });
  return view.merchantOdd === true ? joined([words.t('party.odd'), question]) : question;
};

export const refund = (words: Words, view: RefundView): Spoken => {
  const { refunded: sum, fees, total, pending: more, state, why } = view;
  const from = { merchant: merchant(words, view) };
  if (state === 'none') return words.t('cli.refund.none', from);
  if (state === 'done') return words.t('cli.refund', { ...from, sum, fees, total });
  return why === undefined
    ? words.t('cli.refund.pending', { ...from, sum, more })
    : words.t('cli.refund.unknown', { ...from, why: sayFailure(words, why) });
};

const MEBIBYTE = 1024 * 1024;

export const providerOffer = (words: Words, view: ProviderOfferView): Spoken => {
  const { t, bytes } = words;
  return !view.takesFee
    ? joined([
        ...(view.sameDisk === true ? [t('consent.sameDisk')] : []),
        t('cli.ask.folder', { name: view.suggestedName }),
      ])
    : t('cli.ask.place', {
        name: view.suggestedName,
        address: view.id,
        price: priceOf(words, view),
        size: view.storageLimitMb === undefined ? t('cli.ask.place.anySize') : bytes(view.storageLimitMb * MEBIBYTE),
        liability:
          view.liability === undefined || view.liability.endsWith(':0')
            ? t('consent.noLiability')
            : t('consent.liabilityUpTo', { sum: view.liability }),
      });
};

/** What a year costs, with what paying it costs. */
export const priceOf = ({ t }: Words, { annualFee: fee, annualTotal: total }: ProviderOfferView): Spoken => {
  if (fee === undefined) return t('provider.feeUnknown');
  if (isZero(amount(fee))) return t('provider.free');
  return total === undefined || !parseAmount(total).ok
    ? t('provider.perYear', { fee })
    : t('cli.ask.place.price', { fee, total });
};

export const provider = (words: Words, view: ProviderView): Spoken => {
  const { t } = words;
  return joined(
    [
      whereabouts(words, view.place ?? view.id),
      words.foreign.name(view.name),
      t(`outcome.${view.lastOutcome}`),
      view.unread === true
        ? t('provider.unread')
        : view.verifiedAt === undefined
          ? t('provider.noCopy')
          : t('cli.place.verified', { at: view.verifiedAt }),
      ...feeOf(words, view),
      ...(view.notes === undefined ? [] : [told(words, 'placeNote', ...view.notes)]),
    ],
    '  ',
  );
};

/** Where a place is, whole. In a line with other words a folder's name could say anything, so it is quoted unless it is a plain path. */
const whereabouts = ({ foreign }: Words, place: string): Spoken =>
  /^https?:/i.test(place) ? foreign.address(place) : foreign.file(place);

/** A place as a person knows it: its name, and its host where it has one. */
const placeCalled = ({ foreign }: Words, name: string | undefined, id: string): Spoken =>
  foreign.place(calledPlace(id, name ?? ''));

/** Said beside something else. */
export const aside = (said: Spoken): Spoken => joined([literal('('), said, literal(')')], '');

/** A line that belongs to the one above. */
export const indented = (said: Spoken): Spoken => joined([literal('  '), said], '');

/** What a place costs, in words: a free one was never paid until any day. */
const feeOf = ({ t }: Words, { takesFee, annualFee, maxFee, paidUntil }: ProviderView): readonly Spoken[] => {
  if (!takesFee || annualFee === undefined) return [];
  if (isZero(amount(annualFee))) return [t('provider.free')];
  return [
    ...(paidUntil === undefined ? [] : [t('cli.place.paid', { until: paidUntil })]),
    t('cli.place.fee', { fee: annualFee, cap: maxFee ?? annualFee }),
  ];
};

export const cycleReport = (words: Words, { provider: id, name, outcome, notes }: CycleReportView): Spoken =>
  joined([
    joined([placeCalled(words, name, id), words.t(`outcome.${outcome}`)], ': '),
    notes === undefined ? NOTHING : aside(told(words, 'placeNote', ...notes)),
  ]);

export const restoreReport = (words: Words, report: RestoreReportView): readonly Spoken[] => [
  ...sourceLines(words, report.sources),
  ...balances(words, report.balances),
  told(words, 'restored', ...report.said),
];

/** What each place answered. */
export const sourceLines = (words: Words, sources: RestoreReportView['sources']): readonly Spoken[] =>
  sources.map((source) =>
    joined([
      joined(
        [
          placeCalled(words, source.name, source.provider),
          words.t('cli.restore.answer', { answer: words.t(`answer.${source.answer}`) }),
        ],
        ': ',
      ),
      ...(source.copyFrom === undefined ? [] : [words.t('restore.copyFrom', { at: source.copyFrom })]),
      ...(source.notes.length === 0 ? [] : [aside(told(words, 'source', ...source.notes))]),
    ]),
  );

/** What a takeover came to, and whether each place, by its name, tells the device that was left. */
export const takeoverReport = (words: Words, report: TakeoverReportView): readonly Spoken[] => [
  ...restoreReport(words, report),
  ...report.marked.map(({ provider, done, note }) => {
    const name = report.sources.find((source) => source.provider === provider)?.name;
    return joined([
      joined([placeCalled(words, name, provider), words.t(done ? 'cli.takeover.told' : 'cli.takeover.later')], ': '),
      note === undefined ? NOTHING : aside(told(words, 'mark', note)),
    ]);
  }),
];

// SPDX-License-Identifier: GPL-3.0-or-later
import { calledPlace } from '../../../shared/names.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import { amount, isZero } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { BalanceView } from '../../../shared/view.ts';
import type { RestoreReportView } from '../../../shared/view-restore.ts';
import type { Reader, Tx } from '../../storage/store.ts';
import type { Secret } from '../../taler/crypto/secret.ts';
import { readBalances } from '../../wallet/ledger/balance.ts';
import { outsideSeeds } from '../../wallet/coins/outside.ts';
import { awaitedSums, mayHoldMoney } from '../../wallet/ledger/may-hold.ts';
import { noteOutside } from '../../wallet/ledger/outside.ts';
import { heedPlay, isRealThere } from '../../wallet/unmixed.ts';
import type { Wallet } from '../../wallet/wallet.ts';
import { auditRestored } from './audit.ts';
import { keepBeforeContinuing } from './before.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { becomeActive } from '../devices/devices.ts';
import { saidOfApart } from '../devices/kept-apart.ts';
import { isWalletName, keepNameOf, nameIn } from '../devices/names.ts';
import { emptiedAt, isRekeyedOnly, movedAt, REKEYED } from '../devices/marks.ts';
import { compareText } from '../../state/join.ts';
import { headOf } from '../copies/head.ts';
import { hearHeads } from '../copies/heads.ts';
import { putAccess } from '../providers/known.ts';
import { parseRecovery } from '../paper/parse.ts';
import type { Recovery } from '../paper/text.ts';
import { noteStoredHead, type CycleParts } from '../cycle/round.ts';
import { noteSheetRead } from '../safety/paper.ts';
import { forgetSession } from './escrow/session.ts';
import { inPatience } from './patience.ts';
import { stopping } from '../stopping.ts';
import { untilEnded } from '../until-ended.ts';
import type { Progress } from './progress.ts';
import { issuersNamed, keepWithinCopies, namedHere } from '../cycle/named-in-copies.ts';
import { findCopies, putProviders, sourceViews, type Pointers } from './sources.ts';
import type { Source } from './source.ts';

export type RestoreParts = CycleParts & {
  readonly wallet: Wallet;
  /** one cycle with every provider, after the join */
  readonly cycleAll: () => Promise<unknown>;
  readonly progress: Progress;
  /** its person wants no more of it; heard as long as nothing of it is here */
  readonly stop?: AbortSignal;
};

/**
 * Restores a wallet from its recovery text: asks all providers at once, keeps every valid copy, joins them into what is here (nothing is
 * replaced), then checks the coins at the exchanges and uploads again. Refused when this wallet already has a backup of its own, when it
 * holds money (the sheet may be a stranger's, who would have that money then), and when no copy was found; nothing is changed then.
 */
export const restore = async (
  parts: RestoreParts,
  text: string,
  pointers: Pointers,
): Promise<Result<RestoreReportView, BackupFailure>> => {
  if (parts.store.local.rootSecret() !== undefined) return err({ kind: 'wrong-backup-state', state: 'initialized' });
  const sheet = parseRecovery(text);
  if (!sheet.ok) return sheet;
  // Whoever restores has just shown that the sheet can be read.
  const read = (tx: Tx): void => noteSheetRead(tx, sheet.value, parts.world.now());
  return restoreRecovery(parts, sheet.value, pointers, read);
};

/** The same with what stands on a sheet, from wherever it came; `also` is written down with it, in one transaction. */
export const restoreRecovery = async (
  parts: RestoreParts,
  sheet: Recovery,
  pointers: Pointers,
  also: (tx: Tx) => void,
): Promise<Result<RestoreReportView, BackupFailure>> => {
  if (parts.store.local.rootSecret() !== undefined) return err({ kind: 'wrong-backup-state', state: 'initialized' });
  const { stop = new AbortController().signal } = parts;
  const asking = { ...parts, world: untilEnded(parts.world, stop) };
  const sources = await stopping(findCopies(asking, sheet, pointers), stop);
  if (sources === undefined) return err({ kind: 'restore-stopped' });
  if (!sources.ok) return sources;
  const before = moneyIn(parts.wallet);
  const refused = continueWallet(parts, sheet.root, sources.value, 'restore', also);
  if (refused) return err(refused);
  parts.progress.joined();
  const audit = await auditRestored(parts, parts.progress);
  await inPatience(parts.world, parts.cycleAll());
  return ok(continuedReport(parts, sources.value, audit, before));
};

/** Whether there is money here that is not of the wallet on the sheet: under that wallet's secret it would belong to whoever else has the sheet. */
export const holdsMoneyOfItsOwn = (reader: Reader, sources: readonly Source[], nowMs: number): boolean =>
  !isSameWallet(reader, sources) && mayHoldMoney(reader, nowMs);

/**
 * One transaction: undo copy, root secret, all copies joined, a new device with an epoch of its own, and what else belongs to it. Gives
 * why nothing was done when there is money here, or a backup came into being meanwhile.
 */
export const continueWallet = (
  parts: RestoreParts,
  root: Secret,
  sources: readonly Source[],
  why: 'restore' | 'continued',
  also: (tx: Tx) => void = () => undefined,
): BackupFailure | undefined =>
  parts.store.transaction((tx) => {
    if (tx.local.rootSecret() !== undefined) return { kind: 'wrong-backup-state', state: 'initialized' };
    if (isRealThere(tx, apartIn(sources))) return { kind: 'play-money-here' };
    if (holdsMoneyOfItsOwn(tx, sources, parts.world.now()))
      return { kind: 'money-here', here: sumsOf(readBalances(tx)), coming: awaitedSums(tx) };
    keepBeforeContinuing(tx, why, isSameWallet(tx, sources));
    const left = isSameWallet(tx, sources) ? [] : tx.entries('provider').filter(({ value }) => !value.removed);
    const known = namedHere(tx);
    tx.join(apartIn(sources));
    heedPlay(tx);
    for (const { url, copy } of sources) {
      if (!copy) continue;
      // The next blob there may not be smaller than this one: that would show that something was spent or lost.
      tx.local.putProviderProgress({
        providerId: url,
        sizeClass: copy.sizeClass,
        ...(copy.hash === undefined ? {} : { lastHash: copy.hash }),
      });
      noteStoredHead(tx.local, url, headOf(copy.entries));
    }
    tx.local.setRootSecret(root);
    // One from escrow that was under way needs nothing of its person any more.
    forgetSession(tx);
    tx.local.setMark('bringing-back', undefined);
    becomeActive(tx, parts, 'find');
    keepNameOf(tx, newestName(sources));
    noteOldSheet(tx);
    putProviders(tx, sources);
    keepWithinCopies(tx, sources, known);
    noteUnread(tx, sources, parts.world.now());
    for (const { copy } of sources) for (const heads of copy?.heads ?? []) hearHeads(tx, heads);
    // Another wallet that this device was in before and left: its providers get no copies of the one that is restored, and no fees.
    const theirs = new Set(sources.map(({ url }) => url));
    for (const { id, value } of left) {
      if (theirs.has(id)) continue;
      tx.put('provider', id, { ...value, removed: true });
      putAccess(tx, id, undefined);
    }
    also(tx);
    return undefined;
  });

/** All that the copies hold. */
const apartIn = (sources: readonly Source[]) => sources.flatMap(({ copy }) => copy?.apart ?? []);

/** The device that made a new secret may be lost before it paid over what the old sheet opens: then that is to be done here. */
const noteOldSheet = (tx: Tx): void => {
  if (!isRekeyedOnly(tx)) return;
  const known = outsideSeeds(tx);
  noteOutside(tx, 'joined', (seed) => !known.has(seed));
  tx.put('setting', REKEYED, { value: null });
};

/** What a place keeps that gave nothing now is not known here: it may be newer than all that was found. */
const noteUnread = (tx: Tx, sources: readonly Source[], now: number): void => {
  const heard = new Set(sources.flatMap(({ url, copy, answer }) => (copy || answer === 'empty' ? [url] : [])));
  for (const { id, value } of tx.entries('provider'))
    if (!value.removed) tx.local.setMarkOf('unread-since', id, heard.has(id) ? undefined : now);
};

/** What the copies call their wallet; of several the one that was written last. */
const newestName = (sources: readonly Source[]): string | undefined => {
  const names = sources.flatMap(({ copy }) => copy?.entries.filter(isWalletName) ?? []);
  return nameIn([...names].sort((a, b) => compareText(b.clock, a.clock)));
};

/** Whether this device was in the wallet on the sheet before: its copies name it. */
const isSameWallet = (reader: Pick<Reader, 'deviceId'>, sources: readonly Source[]): boolean =>
  sources.some(({ copy }) => copy?.entries.some(({ kind, id }) => kind === 'device' && id === reader.deviceId()));

/** The sums in a wallet that are not zero. */
export const moneyIn = (wallet: Pick<Wallet, 'balances'>): readonly string[] => sumsOf(wallet.balances());

const sumsOf = (balances: readonly BalanceView[]): readonly string[] =>
  balances.map(({ total }) => total).filter((total) => !/:-?0$/.test(total));

/** What a restore found and what it is worth; `before` is what was here already. */
export const restoreReport = (
  { store, wallet }: RestoreParts,
  sources: readonly Source[],
  audit: Audit,
  before: readonly string[],
): RestoreReportView => {
  const balances = wallet.balances();
  const found = sources.filter((source) => source.copy).length;
  const total = balances.map((balance) => balance.total);
  const sum = { ...(total.length === 0 ? {} : { total }), found, of: sources.length };
  // Money that came since makes it an ordinary wallet again.
  const emptyAt = balances.every((balance) => isZero(amount(balance.total))) ? emptiedAt(store) : undefined;
  const moved = movedAt(store);
  // After a move to a new secret what is spent is what moved.
  const audited = moved === undefined ? audit : { ...audit, spentElsewhere: 0 };
  return {
    sources: sourceViews(sources).map((view) => ({ ...view, name: toldName(store, view) })),
    balances,
    coinsChecked: audit.checked,
    coinsSpentElsewhere: audit.spentElsewhere,
    exchangesSilent: audit.exchangesSilent,
    said: [
      before.length === 0 ? { kind: 'restored', facts: sum } : { kind: 'joined', facts: { ...sum, before } },
      ...(moved === undefined ? [] : [{ kind: 'moved' as const, facts: { at: moved } }]),
      ...(emptyAt === undefined ? [] : [{ kind: 'emptied' as const, facts: { at: emptyAt } }]),
      ...foundByAudit(audited),
      ...shortcomings(sources),
      ...issuers(audit),
      ...saidOfApart(store),
    ],
  };
};

/** What was read of a code or a square has no names, and copies may; a name that a sheet gives stands. */
const toldName = (store: RestoreParts['store'], { provider, name }: RestoreReportView['sources'][number]): string =>
  name === provider ? (store.entry('provider', provider)?.value.name ?? name) : name;

/** Hosts and addresses that are shown; more are nobody's to read. */
const MAX_NAMED = 20;

/** Whom the copies led to, and whom they may not lead to. */
const whoWasAsked = (store: RestoreParts['store'], sources: readonly Source[]): Restored => {
  const { asked, unconfirmed } = issuersNamed(sources);
  const barred = store.local.mark('unconfirmed') ?? [];
  const places = barred.filter((each) => store.entry('provider', each)?.value.removed === false).slice(0, MAX_NAMED);
  const hosts = [...new Set(asked.map((each) => new URL(each).host))];
  const issuersThere = unconfirmed.filter((each) => barred.includes(each)).slice(0, MAX_NAMED);
  return [
    ...(hosts.length > 0 ? [{ kind: 'issuers-asked' as const, facts: { issuers: hosts } }] : []),
    ...(issuersThere.length > 0 ? [{ kind: 'issuers-unasked' as const, facts: { issuers: issuersThere } }] : []),
    ...(places.length > 0 ? [{ kind: 'places-unasked' as const, facts: { places } }] : []),
  ];
};

/** The same of a wallet that goes on under the secret of its copies: nobody was asked before whom they may lead to. */
export const continuedReport = (...[parts, sources, audit, before]: Parameters<typeof restoreReport>) => {
  const report = restoreReport(parts, sources, audit, before);
  return { ...report, said: [...report.said, ...whoWasAsked(parts.store, sources)] };
};

type Audit = Awaited<ReturnType<typeof auditRestored>>;
type Restored = readonly Said<'restored'>[];

const foundByAudit = ({ spentElsewhere, lost, badSignatures }: Audit): Restored => [
  ...(spentElsewhere > 0 ? [{ kind: 'spent-elsewhere' as const, facts: { lost } }] : []),
  ...(badSignatures > 0 ? [{ kind: 'bad-signatures' as const, facts: { coins: badSignatures } }] : []),
];

const called = ({ url, name, at }: Source): string => calledPlace(url, name, at);

const shortcomings = (sources: readonly Source[]): Restored => {
  const silent = sources.filter((source) => source.answer === 'silent').map(called);
  return [
    ...sources.flatMap((source) =>
      source.copy && source.copy.hash === undefined
        ? [{ kind: 'newest-unusable' as const, facts: { place: called(source), why: source.notes } }]
        : [],
    ),
    ...(silent.length > 0 ? [{ kind: 'silent' as const, facts: { places: silent } }] : []),
  ];
};

const issuers = ({ exchangesSilent, exchangesUntelling }: Audit): Restored => [
  ...(exchangesSilent.length > 0 ? [{ kind: 'issuers-silent' as const, facts: { issuers: exchangesSilent } }] : []),
  ...(exchangesUntelling.length > 0
    ? [{ kind: 'issuers-untelling' as const, facts: { issuers: exchangesUntelling } }]
    : []),
];

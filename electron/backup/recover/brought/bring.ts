// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../../shared/result.ts';
import type { Said } from '../../../../shared/facts/subjects.ts';
import type { ImportReportView } from '../../../../shared/view-import.ts';
import type { ReissueLine, TakeoverReportView } from '../../../../shared/view-restore.ts';
import { standingOf } from '../../../state/standing.ts';
import type { CarriedEntry } from '../../../state/entry.ts';
import type { Store } from '../../../storage/store.ts';
import type { Tx } from '../../../storage/store.ts';
import { newCoins, noteUntold } from '../../../wallet/ledger/untold.ts';
import { agreeToReissue, type AgreedFees } from '../../../wallet/reissue.ts';
import { isRealThere } from '../../../wallet/unmixed.ts';
import { noteAuditDue } from '../../devices/marks.ts';
import type { BackupFailure } from '../../failure/failure.ts';
import { beginWallet } from '../../providers/new-wallet.ts';
import { moneyIn, type RestoreParts } from '../restore.ts';
import type { Source } from '../source.ts';
import { namerOf, unknownIssuer } from '../takeover-issuers.ts';
import { joinTheirs, notAgreed, quoteTheirs } from '../takeover-quote.ts';
import { payOver } from '../takeover.ts';
import { badViews, translateAll, type Brought } from './all.ts';
import { findGiven, type Found } from './find.ts';
import { placesIn } from './look.ts';

export type ImportRequest = {
  /** a link, a recovery text, a plain export, or a sealed copy in base64 */
  readonly given: string;
  /** what opens a sealed copy */
  readonly secret?: string;
  /** issuers that this wallet does not know and whose hosts the person has seen and agreed to, by base URL */
  readonly newExchanges?: readonly string[];
  /** what making the money ours alone may cost, one sum for each currency */
  readonly agreedFees?: AgreedFees;
};

/**
 * Brings in the money of a wallet of GNU Taler: it is joined into ours in one transaction, audited at its issuers, what was unfinished
 * there is finished here, and all of it is paid to ourselves, for that other program still has its keys. This wallet keeps its secret, or
 * gets one of its own. Refused, with nothing changed, where this device is not the active one, and until its person has agreed to the
 * issuers and to the price. What was brought in before is not brought in again.
 */
export const bringIn = async (
  parts: RestoreParts,
  { given, secret, newExchanges = [], agreedFees }: ImportRequest,
): Promise<Result<ImportReportView, BackupFailure>> => {
  const refused = refusal(parts);
  if (refused) return err(refused);
  const found = await findGiven(parts, given, secret);
  if (!found.ok) return found;
  const theirs = await translateAll(parts.world, parts.store, found.value.contents);
  if (theirs.isHere) return ok(nothingNew(parts, found.value, theirs));
  // The question is asked again: while places were asked, a round of ours may have heard of another device.
  const since = refusal(parts);
  if (since) return err(since);
  const sources = sourcesOf(found.value);
  if (isRealThere(parts.store, theirs.entries)) return err({ kind: 'play-money-here' });
  const stranger = await unknownIssuer(parts, { sources, theirs: theirs.entries, agreed: newExchanges });
  if (stranger) return err(stranger);
  const lines = await quoteTheirs(parts.world, [...sameHere(parts.store, theirs.entries), ...theirs.entries]);
  const asks = notAgreed(lines, agreedFees, undefined);
  if (asks) {
    const { there, fees, stays, issuers, silent } = asks;
    return err({ kind: 'import-asks', there, fees, stays, issuers, silent });
  }
  return join(parts, found.value, theirs, lines);
};

const refusal = ({ store }: RestoreParts): BackupFailure | undefined => {
  if (store.local.rootSecret() === undefined) return undefined;
  const standing = standingOf(store.entries('device'), store.deviceId());
  return standing === 'active' ? undefined : { kind: 'wrong-device-state', standing };
};

/** What was brought before and has moved on here is not counted as there once more. */
const sameHere = ({ entry }: Pick<Store, 'entry'>, theirs: readonly CarriedEntry[]): readonly CarriedEntry[] =>
  theirs.flatMap(({ kind, id }) => entry(kind as Parameters<Store['entry']>[0], id) ?? []);

/** The places that gave the copies, as a takeover knows them; a file has none, like a folder. */
const sourcesOf = ({ from }: Found): readonly Source[] =>
  from.map((url) => ({
    url,
    name: '',
    ways: {},
    answer: 'found',
    notes: [],
    copy: { entries: [], apart: [], heads: [], sizeClass: 0 },
  }));

const join = async (
  parts: RestoreParts,
  found: Found,
  theirs: Brought,
  lines: readonly ReissueLine[],
): Promise<Result<ImportReportView, BackupFailure>> => {
  const before = moneyIn(parts.wallet);
  const isNew = parts.store.local.rootSecret() === undefined;
  const by = namerOf(parts, sourcesOf(found));
  const isJoined = parts.store.transaction((tx: Tx) => {
    if (isRealThere(tx, theirs.entries)) return false;
    // The secret that the other program has, or nobody sealed its file with, is no secret of ours.
    if (isNew) beginWallet(tx, parts);
    const coins = newCoins(tx, theirs.entries);
    joinTheirs(tx, theirs.entries, by);
    noteUntold(tx, coins);
    agreeToReissue(tx, lines);
    noteAuditDue(tx.local, parts.world.now(), 'find');
    return true;
  });
  if (!isJoined) return err({ kind: 'play-money-here' });
  const report = await payOver(parts, { sources: [], lines, before });
  return report.ok ? ok(reportOf(parts, found, theirs, { ...report.value, isNew })) : report;
};

const reportOf = (
  parts: RestoreParts,
  found: Found,
  { bad }: Brought,
  { how: _how, marked: _marked, isNew, ...report }: TakeoverReportView & { readonly isNew: boolean },
): ImportReportView => ({
  ...report,
  sources: found.sources,
  said: [
    { kind: 'brought-in', facts: totalOf(report) },
    // Whose places are told, and how many copies came, is said of wallets of ours.
    ...report.said.filter(({ kind }) => !OF_OURS.has(kind)),
    ...(isNew ? [{ kind: 'brought-own-secret' as const, facts: {} }] : []),
    ...short(bad),
  ],
  bad: badViews(bad),
  places: placesIn(parts.store, found.contents),
});

const OF_OURS: ReadonlySet<string> = new Set(['restored', 'joined', 'told-all', 'told-some']);

const totalOf = ({ balances }: Pick<ImportReportView, 'balances'>): { readonly total?: readonly string[] } =>
  balances.length === 0 ? {} : { total: balances.map(({ total }) => total) };

const short = (bad: Brought['bad']): readonly Said<'restored'>[] =>
  bad.length === 0
    ? []
    : [
        {
          kind: 'brought-short',
          facts: { bad: bad.length, money: bad.filter(({ stake }) => stake === 'money').length },
        },
      ];

/** What is said where everything was brought in before. */
const nothingNew = (parts: RestoreParts, found: Found, { bad }: Brought): ImportReportView => ({
  sources: found.sources,
  balances: parts.wallet.balances(),
  coinsChecked: 0,
  coinsSpentElsewhere: 0,
  exchangesSilent: [],
  said: [{ kind: 'brought-nothing-new', facts: {} }, ...short(bad)],
  bad: badViews(bad),
  places: placesIn(parts.store, found.contents),
});

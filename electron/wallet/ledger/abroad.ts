// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText } from '../../../shared/amount.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { timestampToMs } from '../../../shared/time.ts';
import type { Reader, Tx } from '../../storage/store.ts';
import type { MarkValue } from '../../storage/tables/marks.ts';
import { crockToBytes } from '../../taler/bytes/encodings.ts';
import type { HistoryEntry } from '../../taler/exchange/answers.ts';
import type { OpenExchange } from '../exchanges.ts';
import type { WalletFailure } from '../failure/failure.ts';

// Another copy of this wallet has put a coin into a purse, and this copy has never heard of that payment. While nobody has
// taken it the money may come back into the very same coin. A coin's `remaining` can only fall, in every copy: lowered for
// such a payment it would hide for ever what came back. So it is noted here, for this installation alone, and asked again.

/** What is noted, by coin id and purse: how much, and when the purse's time is over. */
type Abroad = MarkValue<'coins-in-purses-of-another-copy'>;
export type InPurse = Abroad[string][string];

/** Long enough for an exchange to have given back what an expired purse held. */
export const JOB_MS = 60 * 60_000;

type Local = { readonly local: Pick<Reader['local'], 'mark'> };

const readAbroad = ({ local }: Local): Abroad => local.mark('coins-in-purses-of-another-copy') ?? {};

/** What has been noted, as one text that changes with it. */
export const abroadText = (reader: Local): string => JSON.stringify(readAbroad(reader));

/** Units of each coin in purses that only another copy knows; once this copy has heard of the payment, its entry counts instead. */
export const unitsAbroad = (reader: Pick<Reader, 'entries'> & Local): ReadonlyMap<string, bigint> => {
  const noted = Object.entries(readAbroad(reader));
  if (noted.length === 0) return new Map();
  const known = new Map(
    [...reader.entries('push-out'), ...reader.entries('pull-in')].map(({ id, value }) => [id, value.coins]),
  );
  return new Map(
    noted.map(([coin, purses]) => [
      coin,
      Object.entries(purses).reduce(
        (sum, [purse, { sum: text }]) => (known.get(purse)?.[coin] ? sum : sum + amount(text).units),
        0n,
      ),
    ]),
  );
};

/** Coins for which the time of such a purse is over: their exchange is asked what came of it. */
export const dueAbroad = (reader: Local, nowMs: number): readonly string[] =>
  Object.entries(readAbroad(reader)).flatMap(([coin, purses]) =>
    Object.values(purses).some(({ until }) => until <= nowMs) ? [coin] : [],
  );

/** When the next such purse is over; undefined when there is none. */
export const nextAbroadMs = (reader: Local): number | undefined => {
  const times = Object.values(readAbroad(reader)).flatMap((purses) => Object.values(purses).map(({ until }) => until));
  return times.length === 0 ? undefined : Math.min(...times);
};

/** What a coin's history says it gave to purses this copy does not know, as far as those still stand open. */
export const findAbroad = async (
  reader: Pick<Reader, 'entry'> & Local,
  { client }: Pick<OpenExchange, 'client'>,
  coin: string,
  { history, nowMs }: { readonly history: readonly HistoryEntry[]; readonly nowMs: number },
): Promise<Result<Readonly<Record<string, InPurse>>, WalletFailure>> => {
  const given = new Map<string, ReturnType<typeof amount>>();
  for (const { type, amount: moved, detail } of history) {
    const purse = detail['purse_pub'];
    if (typeof purse !== 'string' || (type !== 'PURSE-DEPOSIT' && type !== 'PURSE-REFUND')) continue;
    const coins = (reader.entry('push-out', purse) ?? reader.entry('pull-in', purse))?.value.coins;
    if (coins?.[coin]) continue;
    const before = given.get(purse)?.units ?? 0n;
    given.set(purse, { ...moved, units: type === 'PURSE-DEPOSIT' ? before + moved.units : before - moved.units });
  }
  const noted = readAbroad(reader)[coin] ?? {};
  const open: Record<string, InPurse> = {};
  for (const [purse, sum] of given) {
    if (sum.units <= 0n) continue;
    const status = await client.purseStatus({ pursePub: crockToBytes(purse, 32), waitFor: 'merge' });
    if (status.ok) {
      const { mergeTimestamp, depositTimestamp, expiration } = status.value;
      // A payment nobody has taken, or an invoice that is not paid in full.
      if (mergeTimestamp === undefined || depositTimestamp === undefined)
        open[purse] = { sum: amountToText(sum), until: timestampToMs(expiration) };
    } else if (status.error.kind === 'purse-expired') {
      // v17 says so of a purse that was taken, too, and gives back only when its job has run: an hour later the coin tells.
      const last = noted[purse]?.over === true ? noted[purse].until : Number.POSITIVE_INFINITY;
      const until = Math.min(last, nowMs + JOB_MS);
      if (nowMs < until) open[purse] = { sum: amountToText(sum), until, over: true };
    } else if (status.error.kind !== 'purse-unknown' && status.error.kind !== 'purse-deleted') return err(status.error);
  }
  return ok(open);
};

/** Notes what was found about one coin in place of what was noted before. */
export const noteAbroad = (
  { local }: Pick<Tx, 'local'>,
  coin: string,
  purses: Readonly<Record<string, InPurse>>,
): void => {
  const { [coin]: before, ...others } = readAbroad({ local });
  const none = Object.keys(purses).length === 0;
  if (none && before === undefined) return;
  const all = none ? others : { ...others, [coin]: purses };
  local.setMark('coins-in-purses-of-another-copy', Object.keys(all).length === 0 ? undefined : all);
};

/** Notes of several coins at once, and of those alone. */
export const noteAllAbroad = (
  { local }: Pick<Tx, 'local'>,
  noted: ReadonlyMap<string, Readonly<Record<string, InPurse>> | undefined>,
): void => {
  const all = new Map(Object.entries(readAbroad({ local })));
  const before = all.size;
  for (const [coin, purses] of noted)
    if (purses === undefined) all.delete(coin);
    else all.set(coin, purses);
  if (noted.size === 0 || (before === 0 && all.size === 0)) return;
  local.setMark('coins-in-purses-of-another-copy', all.size === 0 ? undefined : Object.fromEntries(all));
};

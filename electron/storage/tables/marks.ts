// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amountText } from '../../state/field.ts';
import { parseJson } from '../../taler/bytes/json.ts';
import type { Sqlite } from '../sqlite.ts';

// Single facts about this installation, each under a name of its own; never backed up. What cannot be read, because it was
// damaged or an older version wrote it in another way, is as if it were not there, or what is safest where its note says so.

/** How a mark stands in its row: `read` gives undefined for what `write` cannot have written. */
type Form<T> = { readonly read: (text: string) => T | undefined; readonly write: (value: T) => string };

/** Set or not; whatever stands there means set. */
const flag: Form<true> = { read: () => true, write: () => 'yes' };

const text: Form<string> = { read: (found) => (found === '' ? undefined : found), write: (value) => value };

/** Milliseconds since the epoch at which something is due; a time that cannot be read is due at once, for nothing may be skipped. */
const due: Form<number> = {
  read: (found) => (found.trim() !== '' && Number.isFinite(Number(found)) ? Number(found) : 0),
  write: String,
};

const json = <T>(schema: z.ZodType<T>): Form<T> => ({
  read: (found) => {
    const read = schema.safeParse(parseJson(found));
    return read.success ? read.data : undefined;
  },
  write: (value) => JSON.stringify(value),
});

const time = z.number().nonnegative();
const ids = z.array(z.string());
/** A blank parts nothing: addresses and the seeds of linked sessions have it. */
const names = json(ids.readonly());

/** What a coin has in a purse that only another copy knows: how much, until when, and `over` once the purse's time is. */
const inPurse = z.object({ sum: amountText, until: time, over: z.literal(true).exactOptional() });

/** Every mark, by its name in the database; it never changes. */
const MARKS = {
  /** the wallet plays with the sandbox's money, which is started with it */
  'play-money': flag,
  /** the first screens are not gone through yet; which of them is next the wallet itself tells */
  'set-up': flag,
  /** this wallet was made for another to come back into it, in that way, and nothing of that one is here yet */
  'bringing-back': json(z.enum(['restore', 'regain', 'import'])),
  /** what its person changed on the list of services one can begin with (`shared/known.ts`) */
  known: json(
    z.object({
      hidden: ids,
      added: z.array(
        z.object({
          kind: z.enum(['issuer', 'place', 'escrow']),
          url: z.string(),
          name: z.string(),
          currency: z.string().exactOptional(),
        }),
      ),
    }),
  ),
  /** when a sheet was last read back here, of which secret (`backup/safety/paper.ts`), and the places it names */
  'paper-tested': json(z.object({ at: time, of: z.string(), places: ids })),
  /** what the last restore for a try brought back, of which secret (`backup/safety/last-drill.ts`) */
  drilled: json(
    z.object({
      at: time,
      of: z.string(),
      sheet: z.string().exactOptional(),
      split: z.string().exactOptional(),
      // one by paper brought money, this one or one before
      proven: z.literal(true).exactOptional(),
      verdict: z.enum(['passed', 'behind', 'failed']),
      total: z.array(amountText),
      brought: z.array(amountText),
      lacking: z.array(amountText),
      lostAt: ids,
      // what one before caught, and nobody has read since
      doubts: z.array(z.object({ place: z.string(), at: time })).exactOptional(),
    }),
  ),
  /** secrets that were this wallet's before, and when each became void */
  'void-secrets': json(z.array(z.object({ of: z.string(), at: time }))),
  /** the secret that was made anew here last, by its mark, and when that was done with */
  'rekey-ended': json(z.object({ of: z.string(), at: time })),
  /** of which secret a sheet was shown or printed here: there may be one on paper */
  'sheet-shown': text,
  /** the splits of a sheet into shares that were shown here, the newest last, of which secret each (`backup/safety/splits.ts`) */
  splits: json(
    z.array(
      z.object({
        wallet: z.string(),
        split: z.string(),
        needed: z.number().int(),
        of: z.number().int(),
        madeAt: time,
        testedAt: time.exactOptional(),
      }),
    ),
  ),
  /** what the person calls this device */
  'device-name': text,
  /** coins came from a copy and are to be checked then */
  'audit-due': due,
  /** when it began in the background, and the coins that it has not come to (`backup/recover/audit-spread.ts`) */
  'audit-left': json(z.object({ begun: time, coins: ids })),
  /** that check looks for the change of others, too: after a restore, not when a living device is kept */
  'audit-finds-change': flag,
  /** what is past every deadline is looked for then, to leave */
  'prune-due': due,
  /** another copy may know our coins: they are renewed then */
  'renewal-due': due,
  /** another copy may know the coins from `before` this clock, and what comes of these seeds; the exchanges whose coins cost something to renew, and those where the person wants that left */
  'renewal-open': json(z.object({ before: z.string(), seeds: ids, asking: ids, declined: ids })),
  /** the wallet was left, and its sheet may still open this database: that lock is taken off, and then this mark */
  'sheet-lock-void': flag,
  /** through whom requests leave this computer: for all, and by place (`backup/requests/privacy.ts`) */
  proxies: json(z.object({ all: z.string().exactOptional(), places: z.record(z.string(), z.string()) })),
  /** leaving this wallet has begun and has not ended */
  abandoning: flag,
  /** what this device has told of what its person took back: each setting, and a hash of what it said (`backup/copies/taken-back.ts`) */
  'taken-back': json(ids),
  /** going back to an undo copy has begun and has not ended; when the other wallet's places are asked again (`backup/undo`) */
  undoing: json(z.object({ copy: time, nextAt: time })),
  /** what emptying has sent so far, and since when the wallet is being left */
  emptying: json(z.object({ payments: ids, leavingSince: time.exactOptional() })),
  /** the last own clocks that were sealed, and the device they are of: a copy with another one was written by a clone */
  'own-clocks': json(z.object({ device: z.string(), clocks: ids })),
  /** coins whose signature is not their denomination's */
  'bad-coin-signatures': json(ids),
  /** by coin id and purse */
  'coins-in-purses-of-another-copy': json(z.record(z.string(), z.record(z.string(), inPurse))),
  /** seeds that were in use when coins were taken out of circulation */
  'seeds-known-elsewhere': names,
  /** by exchange: what paying its money to ourselves may still cost, and that this need not wait for a backup */
  'reissue-agreed': json(
    z.record(
      z.string(),
      z.object({
        fees: amountText,
        withoutBackup: z.literal(true).exactOptional(),
        // the undo copy of the takeover that it was agreed to for
        step: z.number().exactOptional(),
      }),
    ),
  ),
  /** by reserve: money at an exchange that nobody announced and that is not drawn by itself */
  'left-at-exchange': json(z.record(z.string(), amountText)),
  /** issuers and places that only the copies of a restore name and that those may not lead to: not spoken to before the person has named them */
  unconfirmed: names,
  /** origins of issuers that their person allowed although their name leads into this house (`wallet/inner-issuers.ts`) */
  'inner-issuers': names,
  /** what the first page showed, of which revision of the entries and by which version of the program (`app/first-look.ts`) */
  'first-look': json(
    z.object({
      version: z.string(),
      revision: z.number(),
      state: z.string(),
      balances: z.array(z.unknown()),
      pending: z.array(z.unknown()),
      money: z.array(z.object({ source: z.string(), sum: amountText, arriving: z.boolean() })),
    }),
  ),
  /** records of wallets that were taken over and are not done with (`backup/recover/taken-over-record.ts`) */
  'taken-over-wallets': names,
} as const;

/** Marks that there is one of for each provider, withdrawal or the like: the row's key is name, space, id. */
const MARKS_OF = {
  /** of a provider: how far the copy had come that it has confirmed */
  'stored-head': json(z.object({ clock: z.string(), devices: z.record(z.string(), z.string()) })),
  /** of a provider: how far its copy had come by what other devices have told in their copies */
  'heard-head': json(z.object({ clock: z.string(), devices: z.record(z.string(), z.string()) })),
  /** of a provider: the order that was begun and for which it has stored nothing yet */
  'provider-order': text,
  /** of a provider: the smallest copy it has refused as too large lately, in bytes, and when */
  'refused-size': json(z.object({ bytes: time, at: time })),
  /** of a provider: since then, the moment of a restore in which it gave nothing, no copy counts that was not read later */
  'unread-since': json(time),
  /** of a provider: when a quiet wallet makes its next copy there */
  'quiet-due': due,
  /** of a provider: the person has agreed to another payment in a paid year */
  'provider-again': flag,
  /** of a provider: what it last said that a year costs, and when it was asked */
  'announced-fee': json(z.object({ fee: amountText.exactOptional(), at: time })),
  /** of a provider: the person wants its next year paid now, weeks before it would be by itself */
  'provider-early': flag,
  /** of an exchange: what payments left over is made into change then (`wallet/flows/refresh/put-off.ts`) */
  'change-due': due,
  /** of a provider: its folder on another machine, which the person of this one has chosen */
  'chosen-share': text,
  /** of a purchase or withdrawal that only the copies of a restore had: whose copies name its shop or bank and may not; this device asks nothing there */
  'named-by': text,
  /** of an exchange: the version of its terms of service that the person agreed to, and how the text was called in which it was read */
  terms: json(
    z.object({
      version: z.string(),
      at: time,
      tag: z.string().exactOptional(),
      language: z.string().exactOptional(),
    }),
  ),
  /** of a withdrawal: where it is confirmed at the bank */
  confirm: text,
  /** of a purchase: its person waits no more for refunds its shop has named; they are looked at now and then */
  'refund-left': flag,
} as const;

type FormOf<F> = F extends Form<infer T> ? T : never;
export type MarkName = keyof typeof MARKS;
export type MarkValue<N extends MarkName> = FormOf<(typeof MARKS)[N]>;
export type MarkOfName = keyof typeof MARKS_OF;
export type MarkOfValue<N extends MarkOfName> = FormOf<(typeof MARKS_OF)[N]>;

const row = z.object({ value: z.string() }).optional();

/** Reads and writes the marks. */
export const markTable = (sqlite: Sqlite) => {
  const select = sqlite.prepare('SELECT value FROM meta WHERE key = ?');
  const upsert = sqlite.prepare('INSERT OR REPLACE INTO meta VALUES (?, ?)');
  const remove = sqlite.prepare('DELETE FROM meta WHERE key = ?');
  const under = sqlite.prepare('SELECT key FROM meta WHERE key >= ? AND key < ?').pluck();
  const read = <T>(key: string, form: Form<T>): T | undefined => {
    const found = row.parse(select.get(key));
    return found && form.read(found.value);
  };
  const write = <T>(key: string, form: Form<T>, value: T | undefined): void =>
    void (value === undefined ? remove.run(key) : upsert.run(key, form.write(value)));
  // Each name has one form; the tables pair them, which an index by a name of any kind cannot say.
  const form = <N extends MarkName>(name: N) => MARKS[name] as unknown as Form<MarkValue<N>>;
  const formOf = <N extends MarkOfName>(name: N) => MARKS_OF[name] as unknown as Form<MarkOfValue<N>>;
  return {
    mark: <N extends MarkName>(name: N): MarkValue<N> | undefined => read(name, form(name)),
    setMark: <N extends MarkName>(name: N, value: MarkValue<N> | undefined): void => write(name, form(name), value),
    markOf: <N extends MarkOfName>(name: N, id: string): MarkOfValue<N> | undefined =>
      read(`${name} ${id}`, formOf(name)),
    markedBy: (name: MarkOfName): readonly string[] =>
      z
        .array(z.string())
        .parse(under.all(`${name} `, `${name}!`))
        .map((key) => key.slice(name.length + 1)),
    setMarkOf: <N extends MarkOfName>(name: N, id: string, value: MarkOfValue<N> | undefined): void =>
      write(`${name} ${id}`, formOf(name), value),
  };
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { ExchangeView } from '../../shared/view.ts';
import { exchangeId } from '../state/entry.ts';
import { withField } from '../state/register.ts';
import { tombstoneId } from '../state/tombstone.ts';
import type { Store, Tx } from '../storage/store.ts';
import { confirm, isUnconfirmed } from '../storage/unconfirmed.ts';
import { parseBaseUrl } from '../taler/wire/base-url.ts';
import { allowInner, worldOfIssuers } from './inner-issuers.ts';
import { connectExchange, exchangeFromKeys } from '../taler/exchange/connect.ts';
import type { ExchangeKeys } from '../taler/exchange/keys/model.ts';
import type { Exchange } from '../taler/exchange/exchange.ts';
import { packedKeys, readKeptKeys } from '../taler/exchange/keys/known.ts';
import type { World } from '../world.ts';
import { noteOfFailure } from './failure/explain.ts';
import { readNoted } from './failure/noted.ts';
import type { WalletFailure } from './failure/failure.ts';
import { limitsAt } from './coins/proven.ts';
import { withPatience, type Refused } from './asked-before.ts';
import { isRealWhilePlaying } from './unmixed.ts';
import { keepOwnDenominations, withKeptDenominations } from './coins/kept-denominations.ts';

/** An exchange we are talking to, with the keys its confirmations are checked against. */
export type OpenExchange = { readonly client: Exchange; readonly keys: ExchangeKeys };

/** What is known of an issuer before it is asked. */
export type NamedIssuer = {
  /** seen and allowed although its name leads into this house */
  readonly innerHost?: string | undefined;
  /** its own key, as a link says it: one that answers with another is refused, and not written down */
  readonly key?: string | undefined;
};

/** The exchanges the wallet knows, and connections to them. */
export type ExchangeBook = {
  readonly add: (url: string, named?: NamedIssuer) => Promise<Result<ExchangeView, WalletFailure>>;
  readonly list: () => readonly ExchangeView[];
  /** it is on that list and may be asked: its person has named it, or copies have that may lead there */
  readonly isKnown: (baseUrl: string) => boolean;
  /** Connects, or gives the connection that is there, with keys that are at most an hour old. */
  readonly open: (baseUrl: string, how?: HowToOpen) => Promise<Result<OpenExchange, WalletFailure>>;
  /** the last accepted keys, without network; none for an exchange that went on to a version we do not know */
  readonly cachedKeys: (baseUrl: string) => ExchangeKeys | undefined;
  /** lets go of what is remembered of an exchange whose entry was hidden */
  readonly forget: (baseUrl: string) => void;
};

/**
 * `fresh`: the exchange is asked what it is and what it offers, however short ago it was. `revalidated`: only whether the
 * list is still the same, which it says in one line; so is done before every request that makes coins (an exchange melts
 * into a denomination that was revoked a minute ago and never gives its coins), and by itself after it has refused a denomination.
 * `asked`: a person has opened something of this exchange, and may have heard that what was refused is mended.
 */
export type HowToOpen = {
  readonly fresh?: boolean;
  readonly revalidated?: boolean;
  readonly asked?: boolean;
  /** see `NamedIssuer`; of one that is known already it means nothing */
  readonly key?: string | undefined;
};

const isAnother = ({ masterPub }: ExchangeKeys, key: string | undefined): boolean =>
  key !== undefined && key !== masterPub;
const isKnownByAnother = (store: Pick<Store, 'entries'>, baseUrl: string, key: string | undefined): boolean => {
  const known = store.entries('exchange').filter(({ value }) => value.base_url === baseUrl);
  return key !== undefined && known.length > 0 && known.every(({ value }) => value.master_pub !== key);
};
const ofAnother = (baseUrl: string): WalletFailure => ({ kind: 'link-other-issuer', host: new URL(baseUrl).host });

/** `/keys` answers announce an hour (v17) or a day (v23); the shorter serves both. */
const KEYS_LIFETIME_MS = 60 * 60_000;

type Opened = OpenExchange & { readonly at: number };

/** What a book remembers of each exchange, by base URL, as long as it lives. */
type Book = {
  readonly world: World;
  readonly store: Store;
  /** connections made, or being made */
  readonly opened: Map<string, Promise<Result<Opened, WalletFailure>>>;
  readonly troubles: Map<string, WalletFailure>;
  /** those whose documents were refused, how often in a row, and until when they are not asked for another */
  readonly refused: Map<string, Refused>;
  /** keys accepted or read from the cache, with what is kept of older lists */
  readonly parsed: Map<string, ExchangeKeys>;
  /** the same as they were listed, with nothing that was kept */
  readonly listed: Map<string, ExchangeKeys>;
};

/** The book over a store; connections live as long as the book. */
export const createExchangeBook = (world: World, store: Store): ExchangeBook => {
  const book: Book = {
    world: worldOfIssuers(world, store),
    store,
    opened: new Map(),
    troubles: new Map(),
    refused: new Map(),
    parsed: new Map(),
    listed: new Map(),
  };
  return {
    open: (baseUrl, how) => open(book, baseUrl, how),
    cachedKeys: (baseUrl) => (isReadOnly(book, baseUrl) ? undefined : cachedKeys(book, baseUrl)),
    add: async (url, { innerHost, key } = {}) => {
      const baseUrl = parseBaseUrl(url);
      if (!baseUrl.ok) return err({ kind: 'malformed-base-url', text: url.slice(0, 120) });
      // Of one that copies brought nothing is asked or written down, either: who means another has not named it.
      if (isKnownByAnother(store, baseUrl.value, key)) return err(ofAnother(baseUrl.value));
      if (innerHost !== undefined) store.transaction((tx) => allowInner(tx.local, baseUrl.value, innerHost));
      if (isUnconfirmed(store.local, baseUrl.value)) store.transaction((tx) => nameIt(tx, baseUrl.value));
      const connection = await open(book, baseUrl.value, { fresh: true, asked: true, key });
      if (!connection.ok) return connection;
      // One that another request has just added.
      return isAnother(connection.value.keys, key) ? err(ofAnother(baseUrl.value)) : ok(viewOf(book, baseUrl.value));
    },
    isKnown: (baseUrl) =>
      store.entries('exchange').some(({ value }) => value.base_url === baseUrl) && !isUnconfirmed(store.local, baseUrl),
    forget: (baseUrl) => {
      for (const remembered of [book.opened, book.troubles, book.refused, book.parsed, book.listed])
        remembered.delete(baseUrl);
    },
    list: () =>
      [...new Set(store.entries('exchange').map(({ value }) => value.base_url))]
        .sort()
        .map((baseUrl) => viewOf(book, baseUrl)),
  };
};

/** Its person has named it: what waited for that goes on at once. A task may be a wish, so it is made due and not deleted. */
const nameIt = (tx: Tx, baseUrl: string): void => {
  confirm(tx.local, baseUrl);
  for (const { kind, id, lastFailure } of tx.local.tasks()) {
    const why = readNoted(lastFailure)?.why;
    if (why?.kind === 'unknown-exchange' && why.facts.exchange === baseUrl)
      tx.local.putTask({ kind, id, nextAt: 0, attempts: 0 });
  }
};

/** Keys accepted a short while ago serve a restarted wallet without asking again. */
const reopen = (book: Book, baseUrl: string): Opened | undefined => {
  const { world, store } = book;
  const cached = store.local.cachedKeys(baseUrl);
  const keys = cached && cached.expiresAt > world.now() ? cachedKeys(book, baseUrl) : undefined;
  return cached && keys && { client: exchangeFromKeys(world, keys), keys, at: cached.fetchedAt };
};

const connect = async (book: Book, baseUrl: string, how: HowToOpen): Promise<Result<Opened, WalletFailure>> => {
  const { world } = book;
  const cached = how.fresh === true ? undefined : reopen(book, baseUrl);
  if (cached) return how.revalidated === true ? revalidate(book, baseUrl, cached) : ok(cached);
  // What an older process has written down need not be sent again.
  cachedKeys(book, baseUrl);
  const client = await connectExchange(world, baseUrl, book.listed.get(baseUrl));
  return client.ok ? readList(book, client.value, how) : client;
};

/** The same connection with the list as it is now; one that has gone on to another version is made anew. */
const revalidate = async (book: Book, baseUrl: string, before: Opened): Promise<Result<Opened, WalletFailure>> => {
  const now = await readList(book, before.client, { before });
  return !now.ok && now.error.kind === 'unsupported-version' ? connect(book, baseUrl, { fresh: true }) : now;
};

const readList = async (
  book: Book,
  client: Exchange,
  { before, key }: { readonly before?: Opened } & Pick<HowToOpen, 'key'>,
): Promise<Result<Opened, WalletFailure>> => {
  const { world } = book;
  const keys = await client.keys();
  if (!keys.ok) return keys;
  const isSame = before !== undefined && keys.value.raw === before.keys.raw;
  if (isSame && world.now() - before.at < KEYS_LIFETIME_MS) return ok(before);
  const accepted = accept(book, keys.value, key);
  return accepted.ok ? ok({ client, keys: accepted.value, at: world.now() }) : accepted;
};

/** Writes what was learnt; a second master key under one address is refused, never written over the first. */
const accept = (book: Book, keys: ExchangeKeys, key: string | undefined): Result<ExchangeKeys, WalletFailure> => {
  const { world, store, parsed, listed } = book;
  const known = store.entries('exchange').filter(({ value }) => value.base_url === keys.baseUrl);
  const same = known.find(({ value }) => value.master_pub === keys.masterPub);
  if (known.length > 0 && !same) return err({ kind: 'master-key-changed', exchange: keys.baseUrl });
  if (same && same.value.currency !== keys.currency) {
    return err({ kind: 'wrong-currency', exchange: keys.baseUrl, expected: same.value.currency, got: keys.currency });
  }
  if (!same && isAnother(keys, key)) return err(ofAnother(keys.baseUrl));
  const now = world.now();
  const isWritten = store.transaction((tx) => {
    // Whoever began to play while this one was asked has no place for it any more.
    if (!same && isRealWhilePlaying(tx, [keys.baseUrl])) return false;
    if (!same) putNew(tx, keys);
    const before = cachedKeys(book, keys.baseUrl);
    keepOwnDenominations(tx, before ? [before, keys] : [keys], { baseUrl: keys.baseUrl, nowMs: now });
    tx.local.putCachedKeys({
      baseUrl: keys.baseUrl,
      fetchedAt: now,
      expiresAt: now + KEYS_LIFETIME_MS,
      raw: keys.raw,
      verified: packedKeys(keys),
    });
    return true;
  });
  if (!isWritten) return err({ kind: 'play-money-here' });
  const whole = withKeptDenominations(store, keys);
  parsed.set(keys.baseUrl, whole);
  listed.set(keys.baseUrl, keys);
  return ok(whole);
};

/** One that was forgotten is written again under a later clock, by which it is shown again. */
const putNew = (tx: Tx, { baseUrl, masterPub, currency }: ExchangeKeys): void => {
  const id = exchangeId(baseUrl, masterPub);
  const wasForgotten = tx.entry('tombstone', tombstoneId('exchange', id)) !== undefined;
  tx.put('exchange', id, {
    base_url: baseUrl,
    master_pub: masterPub,
    currency,
    fields: wasForgotten ? withField({}, 'met again', true, tx.clock()) : {},
  });
};

const open = async (book: Book, baseUrl: string, how: HowToOpen = {}): Promise<Result<Opened, WalletFailure>> => {
  const { world, store, opened, troubles } = book;
  if (isUnconfirmed(store.local, baseUrl)) return err({ kind: 'unknown-exchange', exchange: baseUrl });
  const before = opened.get(baseUrl);
  const connection = how.fresh === true ? undefined : await before;
  const young = connection?.ok === true && world.now() - connection.value.at < KEYS_LIFETIME_MS;
  const asks = how.revalidated === true || (young && connection.value.client.areKeysDoubted());
  if (young && !asks) return connection;
  // Steps of several flows ask at the same time: one connection serves them all.
  const current = opened.get(baseUrl);
  const begin = () =>
    withPatience(book, baseUrl, how, () =>
      young ? revalidate(book, baseUrl, connection.value) : connect(book, baseUrl, how),
    );
  const attempt = current && current !== before ? current : begin();
  opened.set(baseUrl, attempt);
  const result = await attempt.catch((defect: unknown) => {
    // A connection that ended in a defect (a full disk) is forgotten, or it would stand for the exchange until the next start.
    if (opened.get(baseUrl) === attempt) opened.delete(baseUrl);
    throw defect;
  });
  if (result.ok) troubles.delete(baseUrl);
  else {
    troubles.set(baseUrl, result.error);
    if (opened.get(baseUrl) === attempt) {
      // A connection whose keys are in doubt stays in doubt until the exchange has answered.
      if (before && young) opened.set(baseUrl, before);
      else opened.delete(baseUrl);
    }
  }
  return result;
};

const cachedKeys = ({ store, parsed, listed }: Book, baseUrl: string): ExchangeKeys | undefined => {
  const known = parsed.get(baseUrl);
  if (known) return known;
  const cached = store.local.cachedKeys(baseUrl);
  const keys = cached && readKeptKeys(baseUrl, cached);
  if (!keys) return undefined;
  // The entry says which master key we trust under this address; a cache cannot say otherwise.
  if (!store.entry('exchange', exchangeId(baseUrl, keys.masterPub))) return undefined;
  const whole = withKeptDenominations(store, keys);
  parsed.set(baseUrl, whole);
  listed.set(baseUrl, keys);
  return whole;
};

/** True for an exchange that speaks a version we do not know: it is shown, and nothing is planned with its keys. */
const isReadOnly = ({ troubles }: Book, baseUrl: string): boolean =>
  troubles.get(baseUrl)?.kind === 'unsupported-version';

const TWO_KEYS = { kind: 'two-keys', facts: {} } as const;

const viewOf = (book: Book, baseUrl: string): ExchangeView => {
  const { store, troubles } = book;
  const entries = store.entries('exchange').filter(({ value }) => value.base_url === baseUrl);
  const trouble = troubles.get(baseUrl);
  const keys = cachedKeys(book, baseUrl);
  const conflict = entries.length > 1 || trouble?.kind === 'master-key-changed';
  const state = conflict ? 'conflict' : isReadOnly(book, baseUrl) ? 'read-only' : trouble ? 'unreachable' : 'ready';
  return {
    baseUrl,
    currency: entries[0]?.value.currency ?? keys?.currency ?? '',
    masterPub: entries[0]?.value.master_pub ?? keys?.masterPub ?? '',
    version: keys?.version ?? '',
    ...(keys?.look === undefined ? {} : { look: keys.look }),
    ...(keys?.shops === undefined ? {} : { shops: keys.shops }),
    state,
    ...(conflict
      ? { note: trouble?.kind === 'master-key-changed' ? noteOfFailure(trouble) : TWO_KEYS }
      : state === 'read-only' && trouble
        ? { note: noteOfFailure(trouble) }
        : limitsAt(store, keys)),
  };
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { resolve } from 'node:path';
import { z } from 'zod';
import { amount, isZero } from '../../../shared/amount.ts';
import type { Entry, ValueByKind } from '../../state/entry.ts';
import type { LocalReader, LocalWriter } from '../../storage/local.ts';
import type { Reader, Store, Tx } from '../../storage/store.ts';
import { memberOf } from '../../taler/bytes/json.ts';
import { parseBaseUrl } from '../../taler/wire/base-url.ts';
import type { Access, Ways } from './kind.ts';
import { isKnownKind, placeOf } from './kinds.ts';

/** The providers in use, by name; none while there is no root secret (what a wallet that was left used to have is nobody's now). */
export const activeProviders = (store: Store): readonly Entry<'provider'>[] =>
  store.local.rootSecret() === undefined ? [] : store.entries('provider').filter(({ value }) => !value.removed);

/** The providers in use that this version can speak to. What a newer one has added, or what copies may not lead to, is carried and shown, and never asked. */
export const askableProviders = (store: Store): readonly Entry<'provider'>[] => {
  const unconfirmed = store.local.mark('unconfirmed') ?? [];
  return activeProviders(store).filter(
    ({ id, value }) => isKnownKind(value.provider_kind) && !unconfirmed.includes(id),
  );
};

/**
 * The ids of the providers that can be asked, in the order in which they get a change: the same ones first each time, so that the others
 * learn less of when it was; behind them those that failed last.
 */
export const inOrder = (store: Store): readonly string[] => {
  const ids = askableProviders(store).map(({ id }) => id);
  const fails = (id: string): number => Math.min(store.local.providerProgress(id)?.attempts ?? 0, 1);
  return ids.sort((a, b) => fails(a) - fails(b) || (a < b ? -1 : 1));
};

/** The id of an active provider from what a person calls it: the id itself, another spelling of its address, or its folder. */
export const findProvider = (store: Store, called: string): string | undefined => {
  const baseUrl = parseBaseUrl(called);
  const names = [called, resolve(called), ...(baseUrl.ok ? [baseUrl.value] : [])];
  return activeProviders(store).find(({ id, value }) => {
    const ways = waysTo(store, id);
    return [id, value.directory, ways.access?.address, placeOf(value.provider_kind, id, ways)].some(
      (name) => name !== undefined && names.includes(name),
    );
  })?.id;
};

/** The copy a provider was last found to hold: when, and which sources of money are in it. */
export const verifiedCopy = (
  store: Store,
  id: string,
): { readonly at: number; readonly sources: ReadonlySet<string> } | undefined => {
  const { verifiedAt, verifiedRevision, verifiedSummary } = store.local.providerProgress(id) ?? {};
  if (verifiedAt === undefined || verifiedRevision === undefined || verifiedRevision < 0) return undefined;
  if (isUnread(store, id)) return undefined;
  return { at: verifiedAt, sources: Array.isArray(verifiedSummary) ? sourcesIn(verifiedSummary) : NONE };
};

const NONE: ReadonlySet<string> = new Set();
const sourcesBySummary = new WeakMap<readonly unknown[], ReadonlySet<string>>();

/** The same set for the same summary: after years it names ten thousand. */
const sourcesIn = (summary: readonly unknown[]): ReadonlySet<string> => {
  const known = sourcesBySummary.get(summary);
  if (known) return known;
  const sources = new Set(summary.map(String));
  sourcesBySummary.set(summary, sources);
  return sources;
};

/** What a place answers that has been read, or that has nothing to be read. */
const HEARD: ReadonlySet<string> = new Set(['stored', 'unchanged', 'conflict', 'account-unknown', 'lost-our-backup']);

/** Whether a place gave nothing in a restore, and has not been read since: what it keeps may be newer than all that is here. */
export const isUnread = ({ local }: Pick<Store, 'local'>, id: string): boolean => {
  const since = local.markOf('unread-since', id);
  if (since === undefined) return false;
  const { verifiedAt = 0, lastAttemptAt = 0, lastOutcome } = local.providerProgress(id) ?? {};
  const last = memberOf(lastOutcome, 'kind');
  return verifiedAt < since && !(lastAttemptAt >= since && typeof last === 'string' && HEARD.has(last));
};

/** Whether a place asks nothing for keeping copies: then nobody paid it until any day. */
export const isFree = ({ annual_fee: fee }: ValueByKind['provider']): boolean =>
  fee === undefined || isZero(amount(fee));

/** Whether the last verified copy at a provider holds everything this wallet knows now. */
export const isUpToDate = (store: Store, id: string): boolean => {
  const progress = store.local.providerProgress(id);
  return progress?.verifiedRevision !== undefined && progress.verifiedRevision === store.revision();
};

type MarkReader = Pick<Reader, 'entry'> & { readonly local: Pick<LocalReader, 'markOf'> };

// How a provider is reached is a setting of its own beside the provider's entry: the entry is one register, and a device that adds the
// place by its directory must not take the address and password away that another device has added at the same time.

export const accessKey = (id: string): string => `provider-access ${id}`;

/** The id of the provider that a setting is about, if it is one of these. */
const providerOfAccess = (setting: string): string | undefined =>
  setting.startsWith(accessKey('')) ? setting.slice(accessKey('').length) : undefined;

export const accessSchema = z.object({
  kind: z.string().max(64),
  address: z.string().max(2048),
  answers: z.record(z.string().max(64), z.string().max(1024)),
});

/**
 * Whether a folder lies on another machine, as paths name one. Windows shows whoever owns that machine the name and password
 * hash of the person at this one, unasked: it is opened only where it was chosen, never because a copy names it.
 */
const isElsewhere = (directory: string): boolean => /^(?:[\\/]{2}|\/net\/)/.test(directory);

/** Remembers on this machine that its person has chosen the folder. */
export const noteChosen = (local: Pick<LocalWriter, 'setMarkOf'>, id: string, directory: string | undefined): void => {
  if (directory !== undefined && isElsewhere(directory)) local.setMarkOf('chosen-share', id, directory);
};

/** The ways to a provider that this wallet knows. */
export const waysTo = (reader: MarkReader, id: string): Ways =>
  waysIn(
    reader.entry('provider', id)?.value,
    reader.entry('setting', accessKey(id))?.value,
    reader.local.markOf('chosen-share', id),
  );

/** The ways to every provider that a content knows one to; the later of two settings has been joined already. */
export const waysAmong = (entries: readonly Entry[]): ReadonlyMap<string, Ways> => {
  const found = new Map<string, Ways>();
  for (const entry of entries) {
    const id = entry.kind === 'provider' ? entry.id : entry.kind === 'setting' ? providerOfAccess(entry.id) : undefined;
    if (id === undefined) continue;
    const ways = waysIn(
      entry.kind === 'provider' ? entry.value : undefined,
      entry.kind === 'setting' ? entry.value : undefined,
    );
    found.set(id, { ...found.get(id), ...ways });
  }
  return found;
};

/** Remembers how a provider is reached, in this wallet's copies too; `undefined` forgets it there as well. */
export const putAccess = (tx: Pick<Tx, 'put' | 'entry'>, id: string, access: Access | undefined): void => {
  if (access !== undefined || tx.entry('setting', accessKey(id)) !== undefined)
    tx.put('setting', accessKey(id), { value: access ?? null });
};

const waysIn = (
  provider: ValueByKind['provider'] | undefined,
  setting: ValueByKind['setting'] | undefined,
  chosen?: string,
): Ways => {
  const directory = provider?.directory;
  const isOpen = directory !== undefined && (directory === chosen || !isElsewhere(directory));
  const access = accessSchema.safeParse(setting?.value);
  return {
    ...(isOpen ? { directory } : {}),
    ...(access.success ? { access: access.data } : {}),
  };
};

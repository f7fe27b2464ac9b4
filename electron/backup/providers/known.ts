// SPDX-License-Identifier: GPL-3.0-or-later
import { resolve } from 'node:path';
import { z } from 'zod';
import { amount, isZero } from '../../../shared/amount.ts';
import type { Entry, ValueByKind } from '../../state/entry.ts';
import type { Reader, Store, Tx } from '../../storage/store.ts';
import { parseBaseUrl } from '../../taler/wire/base-url.ts';
import type { Access, Ways } from './kind.ts';
import { isKnownKind, placeOf } from './kinds.ts';

/** The providers in use, by name; none while there is no root secret (what a wallet that was left used to have is nobody's now). */
export const activeProviders = (store: Store): readonly Entry<'provider'>[] =>
  store.local.rootSecret() === undefined ? [] : store.entries('provider').filter(({ value }) => !value.removed);

/** The providers in use that this version can speak to. What a newer one has added is carried and shown, and never asked. */
export const askableProviders = (store: Store): readonly Entry<'provider'>[] =>
  activeProviders(store).filter(({ value }) => isKnownKind(value.provider_kind));

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
): { readonly at: number; readonly sources: readonly string[] } | undefined => {
  const { verifiedAt, verifiedRevision, verifiedSummary } = store.local.providerProgress(id) ?? {};
  if (verifiedAt === undefined || verifiedRevision === undefined || verifiedRevision < 0) return undefined;
  return { at: verifiedAt, sources: Array.isArray(verifiedSummary) ? verifiedSummary.map(String) : [] };
};

/** Whether a place asks nothing for keeping copies: then nobody paid it until any day. */
export const isFree = ({ annual_fee: fee }: ValueByKind['provider']): boolean =>
  fee === undefined || isZero(amount(fee));

/** Whether the last verified copy at a provider holds everything this wallet knows now. */
export const isUpToDate = (store: Store, id: string): boolean => {
  const progress = store.local.providerProgress(id);
  return progress?.verifiedRevision !== undefined && progress.verifiedRevision === store.revision();
};

// How a provider is reached is a setting of its own beside the provider's entry: the entry is one register, and a device that adds the
// place by its directory must not take the address and password away that another device has added at the same time.

const accessKey = (id: string): string => `provider-access ${id}`;

/** The id of the provider that a setting is about, if it is one of these. */
const providerOfAccess = (setting: string): string | undefined =>
  setting.startsWith(accessKey('')) ? setting.slice(accessKey('').length) : undefined;

export const accessSchema = z.object({
  kind: z.string().max(64),
  address: z.string().max(2048),
  answers: z.record(z.string().max(64), z.string().max(1024)),
});

/** The ways to a provider that this wallet knows. */
export const waysTo = (reader: Pick<Reader, 'entry'>, id: string): Ways =>
  waysIn(reader.entry('provider', id)?.value, reader.entry('setting', accessKey(id))?.value);

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

const waysIn = (provider: ValueByKind['provider'] | undefined, setting: ValueByKind['setting'] | undefined): Ways => {
  const access = accessSchema.safeParse(setting?.value);
  return {
    ...(provider?.directory === undefined ? {} : { directory: provider.directory }),
    ...(access.success ? { access: access.data } : {}),
  };
};

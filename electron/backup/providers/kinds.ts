// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ProviderField, ProviderOfferView, ProviderTraits } from '../../../shared/view-backup.ts';
import type { Secret } from '../../taler/crypto/secret.ts';
import type { World } from '../../world.ts';
import type { BackupFailure } from '../failure/failure.ts';
import { accountKeys, type AccountKeys } from '../root-secret.ts';
import { folderKind } from './folder/folder.ts';
import type { Access, Answers, Claimed, ProviderKind, Ways } from './kind.ts';
import type { Provider, ProviderTrouble } from './provider.ts';
import { syncKind } from './sync.ts';
import { webdavKind } from './webdav/webdav.ts';

/** Every kind of provider there is. A target that a person points at is shown to each in this order. */
export const PROVIDER_KINDS: readonly ProviderKind[] = [folderKind, syncKind, webdavKind];

/** One person's list; every cycle and restore asks all of them, and a hostile blob must not make us ask thousands. */
export const MAX_PROVIDERS = 32;

/** The names of what kinds may ask for, without the secrets: those a command line may hold. */
export const OPEN_FIELDS: readonly string[] = PROVIDER_KINDS.flatMap(({ fields }) =>
  fields.filter(({ secret }) => !secret).map(({ name }) => name),
);

const kindNamed = (name: string): ProviderKind | undefined => PROVIDER_KINDS.find(({ kind }) => kind === name);

/** Whether this version knows the kind a provider's entry names. What a newer one knows is carried, and never asked. */
export const isKnownKind = (name: string): boolean => kindNamed(name) !== undefined;

/** Whether providers of this kind are paid; an unknown kind is paid nothing. */
export const takesFee = (name: string): boolean => kindNamed(name)?.takesFee ?? false;

/** The kind of a provider that only an id names, and perhaps the address beside it on a sheet; undefined when only a newer version knows. */
const kindListed = (id: string, at?: string): ProviderKind | undefined =>
  PROVIDER_KINDS.find((kind) => kind.owns(id) && kind.hasAddress === (at !== undefined));

/** What the entry of a provider that stands on a sheet calls its kind; for a kind of a newer version that is the word in its id. */
export const kindWord = (id: string, at?: string): string =>
  kindListed(id, at)?.kind ?? /^holdfast\+([a-z][a-z0-9-]*):/.exec(id)?.[1] ?? 'unknown';

/** What has to be answered before the provider of an id and an address on a sheet can be asked. */
export const fieldsListed = (id: string, at?: string): readonly ProviderField[] => kindListed(id, at)?.fields ?? [];

/** The way to a provider with an address on a sheet, with what was answered to its fields. */
export const accessFor = (id: string, address: string, answers: Answers = {}): Access | undefined => {
  const kind = kindListed(id, address);
  return kind && { kind: kind.kind, address, answers };
};

/** What the screens have to know of a kind, by its name. */
export const traitsOf = (name: string): ProviderTraits => {
  const known = kindNamed(name);
  return {
    kind: name,
    icon: known?.icon ?? 'info',
    takesFee: known?.takesFee ?? false,
    keepsOlder: known?.keepsOlder ?? false,
    ...(known ? {} : { needsNewer: true }),
  };
};

/** What people know a provider by; undefined when that is not known here. */
export const placeOf = (name: string, id: string, ways: Ways): string | undefined =>
  kindsFor(name, id)
    .map((kind) => kind.place(id, ways))
    .find((place) => place !== undefined);

/** What the provider at a target asks, before anything is agreed to; nothing is written anywhere. */
export const inspectProvider = async (
  world: World,
  target: string,
  answers: Answers = {},
): Promise<Result<ProviderOfferView, BackupFailure>> => {
  if (hasCredentials(target)) return err({ kind: 'password-in-address' });
  let first: BackupFailure | undefined;
  for (const kind of PROVIDER_KINDS) {
    const found = await kind.inspect(world, target, answers);
    if (found?.ok === true) return ok({ ...found.value, ...traitsOf(kind.kind) });
    if (found && found.error.kind !== 'no-provider-there') return found;
    first ??= found?.error;
  }
  return err(first ?? { kind: 'no-provider-there', target, why: { kind: 'neither-folder-nor-address', facts: {} } });
};

/** Makes a provider of the kind that was inspected ours; gives its id and the ways to it. */
export const claimProvider = async (
  world: World,
  offer: ProviderOfferView,
  target: string,
  answers: Answers = {},
): Promise<Result<Claimed, ProviderTrouble>> => {
  const kind = kindNamed(offer.kind);
  if (!kind) throw new Error(`defect: an offer of the unknown kind ${offer.kind}`);
  return kind.claim(world, target, answers);
};

/** The id of the provider that lies in a directory of this machine; undefined when none does, or it cannot be read now. */
export const providerInDirectory = async (directory: string): Promise<string | undefined> => {
  for (const kind of PROVIDER_KINDS) {
    const id = await kind.inDirectory?.(directory);
    if (id !== undefined) return id;
  }
  return undefined;
};

export type Opened =
  | { readonly kind: 'open'; readonly provider: Provider; readonly keys: AccountKeys }
  /** only a newer version knows how to speak to it */
  | { readonly kind: 'needs-newer' }
  /** its directory, or its address and password, are not known on this machine */
  | { readonly kind: 'no-way' };

/** The provider behind an id, with the account a root secret has there. `name` is what its entry calls its kind, where there is an entry. */
export const openProvider = (world: World, root: Secret, id: string, ways: Ways, name?: string): Opened => {
  const kinds = kindsFor(name, id);
  if (kinds.length === 0) return { kind: 'needs-newer' };
  const keys = accountKeys(root, id);
  for (const kind of kinds) {
    const provider = kind.open(world, keys, ways);
    if (provider) return { kind: 'open', provider, keys };
  }
  return { kind: 'no-way' };
};

/**
 * The kinds that may speak to a provider: those of its id, and none when its entry names a kind that does not fit or is not known. A place
 * that one kind reaches by its address and another by a directory is reached by the address: that works on every device, and what lies in a
 * synced directory may still be on this disk alone.
 */
const kindsFor = (name: string | undefined, id: string): readonly ProviderKind[] => {
  const named = name === undefined ? undefined : kindNamed(name);
  const kinds = name === undefined || named?.owns(id) === true ? PROVIDER_KINDS.filter((kind) => kind.owns(id)) : [];
  return kinds.toSorted((a, b) => Number(b.hasAddress) - Number(a.hasAddress));
};

const hasCredentials = (target: string): boolean => {
  // "https:/name:password@host", with a slash too few: no URL, and a password all the same. One letter before the colon is a drive.
  if (/^[a-z][a-z0-9+.-]+:[/\\]*[^/?#\\]*@/i.test(target)) return true;
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(target) ? target : `https://${target}`;
  if (!URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return password !== '' || (username !== '' && text !== `https://${target}`);
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { promises as fs } from 'node:fs';
import { basename, isAbsolute, resolve } from 'node:path';
import { amountToText, compareAmounts, isZero, parseAmount } from '../../shared/amount.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ProviderOfferView } from '../../shared/view-backup.ts';
import type { ProviderEntry } from '../state/entry.ts';
import { standingOf } from '../state/standing.ts';
import type { Store } from '../storage/store.ts';
import { parseBaseUrl } from '../taler/wire/base-url.ts';
import type { Secret } from '../taler/crypto/secret.ts';
import { syncConfig } from '../taler/sync.ts';
import type { World } from '../world.ts';
import { noteRenewalDue } from './recover/audit.ts';
import type { BackupFailure } from './failure/failure.ts';
import { becomeActive } from './devices.ts';
import { forgetEmptying } from './leave/emptying.ts';
import { claimFolder, isFolderId, readMarker } from './providers/folder/marker.ts';
import { agreeAgain } from './cycle/payment.ts';
import { folderProvider } from './providers/folder/folder.ts';
import { syncProvider } from './providers/sync.ts';
import type { Provider } from './providers/provider.ts';
import { accountKeys, newRootSecret, type AccountKeys } from './root-secret.ts';
import { activeProviders } from './cycle/status.ts';

type Parts = { readonly world: World; readonly store: Store; readonly deviceName?: string };

/** One person's list; every cycle and restore asks all of them, and a hostile blob must not make us ask thousands. */
export const MAX_PROVIDERS = 32;

/** What a provider asks, before anything is agreed to. `target` is a web address or a folder; nothing is written anywhere. */
export const inspectProvider = async (
  world: World,
  target: string,
): Promise<Result<ProviderOfferView, BackupFailure>> => {
  const directory = await asDirectory(target);
  if (directory !== undefined) {
    const marker = await readMarker(directory);
    if (!marker.ok)
      return err({
        kind: 'no-provider-there',
        target,
        why: 'why' in marker.error ? marker.error.why : 'it cannot be read',
      });
    return ok({ id: marker.value ?? directory, kind: 'folder', suggestedName: basename(directory) || directory });
  }
  const baseUrl = parseBaseUrl(target);
  if (!baseUrl.ok)
    return err({ kind: 'no-provider-there', target, why: 'it is neither a folder that exists nor a web address' });
  const config = await syncConfig(world, baseUrl.value);
  if (!config.ok) {
    if (
      config.error.kind === 'unreachable' ||
      config.error.kind === 'timeout' ||
      config.error.kind === 'server-trouble'
    ) {
      return err({
        kind: 'provider-silent',
        target,
        why: config.error.kind === 'unreachable' ? config.error.why : 'no answer in time, or only an error',
      });
    }
    const why =
      config.error.kind === 'unsupported-version'
        ? `it speaks version ${config.error.version} of the backup protocol`
        : config.error.kind === 'not-a-sync-service'
          ? config.error.why
          : 'it does not answer like a backup service';
    return err({ kind: 'no-provider-there', target, why });
  }
  const { annualFee, liabilityLimit, storageLimitMegabytes } = config.value;
  return ok({
    id: baseUrl.value,
    kind: 'sync',
    suggestedName: new URL(baseUrl.value).host,
    annualFee: amountToText(annualFee),
    liability: amountToText(liabilityLimit),
    storageLimitMb: storageLimitMegabytes,
  });
};

export type AddRequest = {
  readonly target: string;
  readonly name?: string;
  /** the most a year may cost; a provider that asks for money is not added without it */
  readonly maxFee?: string;
  readonly consent: true;
};

/**
 * Writes a provider the person agreed to into the wallet; with the first one, a fresh root secret comes into being. A provider
 * that asks for money needs the price that was agreed to: what it announces now was shown to nobody. Adding one again renews name and
 * cap. Gives the provider's id.
 */
export const registerProvider = async (
  { world, store, deviceName }: Parts,
  { target, name, maxFee }: AddRequest,
): Promise<Result<string, BackupFailure>> => {
  const offered = await inspectProvider(world, target);
  if (!offered.ok) return offered;
  const offer = offered.value;
  const cap = priceCap(offer, maxFee);
  if (!cap.ok) return cap;
  const others = activeProviders(store).filter(({ id }) => id !== offer.id);
  if (others.length >= MAX_PROVIDERS) return err({ kind: 'too-many-providers', limit: MAX_PROVIDERS });

  const directory = offer.kind === 'folder' ? await asDirectory(target) : undefined;
  const claimed = directory === undefined ? ok(offer.id) : await claimFolder(world, directory);
  if (!claimed.ok)
    return err({
      kind: 'no-provider-there',
      target,
      why: 'why' in claimed.error ? claimed.error.why : 'it cannot be written',
    });
  store.transaction((tx) => {
    if (tx.local.rootSecret() === undefined) {
      // Providers of a wallet that was left here before belong to its secret, not to the new one.
      for (const { id, value } of tx.entries('provider'))
        if (!value.removed && id !== claimed.value) tx.put('provider', id, { ...value, removed: true });
      tx.local.setRootSecret(newRootSecret(world));
      // An emptied wallet that could not be erased and is used again is an ordinary one.
      forgetEmptying(tx);
      if (standingOf(tx.entries('device'), tx.deviceId()) === 'active') tx.claimEpoch(deviceName);
      else {
        becomeActive(tx, { world, ...(deviceName === undefined ? {} : { deviceName }) });
        // A wallet that was left: its money is offered to whoever has its sheet. What is still here becomes ours alone by being renewed.
        noteRenewalDue(tx.local.setMeta, world.now());
      }
    }
    agreeAgain(tx.local, claimed.value);
    const former = tx.entry('provider', claimed.value)?.value;
    const value: ProviderEntry = {
      ...former,
      name: name ?? (former?.removed === false ? former.name : offer.suggestedName),
      provider_kind: offer.kind,
      removed: false,
      ...(cap.value === undefined ? {} : { max_fee: cap.value }),
      ...(offer.annualFee === undefined ? {} : { annual_fee: offer.annualFee }),
      ...(offer.liability === undefined ? {} : { liability: offer.liability }),
      ...(offer.storageLimitMb === undefined ? {} : { storage_limit_mb: offer.storageLimitMb }),
      ...(directory === undefined ? {} : { directory }),
    };
    tx.put('provider', claimed.value, value);
  });
  return ok(claimed.value);
};

/** The provider behind an id, with the account our root secret has there; undefined for a folder nobody knows the place of. */
export const openProvider = (
  world: World,
  store: Store,
  root: Secret,
  id: string,
  directory = store.entry('provider', id)?.value.directory,
): { readonly provider: Provider; readonly keys: AccountKeys } | undefined => {
  const keys = accountKeys(root, id);
  if (!isFolderId(id)) return { provider: syncProvider(world, id, keys), keys };
  return directory === undefined ? undefined : { provider: folderProvider(directory, keys), keys };
};

/** The id of an active provider from what a person calls it: the id itself, another spelling of its address, or its folder. */
export const findProvider = (store: Store, called: string): string | undefined => {
  const baseUrl = parseBaseUrl(called);
  return activeProviders(store).find(
    ({ id, value }) =>
      id === called ||
      (baseUrl.ok && id === baseUrl.value) ||
      (value.directory !== undefined && value.directory === resolve(called)),
  )?.id;
};

const priceCap = (
  { annualFee }: ProviderOfferView,
  maxFee: string | undefined,
): Result<string | undefined, BackupFailure> => {
  if (annualFee === undefined) return ok(undefined);
  const fee = parseAmount(annualFee);
  if (maxFee === undefined)
    return fee.ok && isZero(fee.value) ? ok(annualFee) : err({ kind: 'no-price-agreed', fee: annualFee });
  const cap = parseAmount(maxFee);
  if (!cap.ok || !fee.ok) return err({ kind: 'malformed-max-fee', text: maxFee });
  if (cap.value.currency !== fee.value.currency || compareAmounts(fee.value, cap.value) > 0)
    return err({ kind: 'fee-above-cap', fee: annualFee, cap: maxFee });
  return ok(amountToText(cap.value));
};

/** The folder a target names, as an absolute path; undefined for a web address. */
const asDirectory = async (target: string): Promise<string | undefined> => {
  if (/^https?:\/\//i.test(target)) return undefined;
  if (isAbsolute(target) || target.startsWith('.')) return resolve(target);
  const there = await fs.stat(resolve(target)).catch(() => undefined);
  return there?.isDirectory() === true ? resolve(target) : undefined;
};

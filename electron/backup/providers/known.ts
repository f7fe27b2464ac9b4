// SPDX-License-Identifier: GPL-3.0-or-later
import { resolve } from 'node:path';
import type { Entry } from '../../state/entry.ts';
import type { Store } from '../../storage/store.ts';
import { parseBaseUrl } from '../../taler/wire/base-url.ts';

/** The providers in use, by name; none while there is no root secret (what a wallet that was left used to have is nobody's now). */
export const activeProviders = (store: Store): readonly Entry<'provider'>[] =>
  store.local.rootSecret() === undefined ? [] : store.entries('provider').filter(({ value }) => !value.removed);

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

/** The copy a provider was last found to hold: when, and which sources of money are in it. */
export const verifiedCopy = (
  store: Store,
  id: string,
): { readonly at: number; readonly sources: readonly string[] } | undefined => {
  const { verifiedAt, verifiedRevision, verifiedSummary } = store.local.providerProgress(id) ?? {};
  if (verifiedAt === undefined || verifiedRevision === undefined || verifiedRevision < 0) return undefined;
  return { at: verifiedAt, sources: Array.isArray(verifiedSummary) ? verifiedSummary.map(String) : [] };
};

/** Whether the last verified copy at a provider holds everything this wallet knows now. */
export const isUpToDate = (store: Store, id: string): boolean => {
  const progress = store.local.providerProgress(id);
  return progress?.verifiedRevision !== undefined && progress.verifiedRevision === store.revision();
};

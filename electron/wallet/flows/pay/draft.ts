// SPDX-License-Identifier: GPL-3.0-or-later
import { schemaByKind, type Purchase } from '../../../state/entry.ts';
import type { LocalReader, LocalWriter } from '../../../storage/local.ts';
import type { Tx } from '../../../storage/store.ts';
import { utf8 } from '../../../taler/bytes/encodings.ts';
import { isObject, parseJsonBytes } from '../../../taler/bytes/json.ts';
import type { Wallets } from '../../context.ts';

// A provider names orders as it likes, and nobody pressed a button for them. Until one is begun it is a draft of this
// installation: one for each provider, in no copy. Lost with the machine, the provider is asked for a fresh order.

/** The order that is claimed and not begun; `id` is the purchase it becomes. */
export type Draft = { readonly id: string; readonly value: Purchase };

/** An honest order of a provider has 3 KB of terms; they are kept in every copy while it is being paid. */
export const MAX_PROVIDER_CLAIM_BYTES = 16 * 1024;

const stepOf = (provider: string): string => `order ${provider}`;

/** The draft of a provider's order, if there is one that can be read. */
export const draftOf = (local: Pick<LocalReader, 'request'>, provider: string | undefined): Draft | undefined => {
  const bytes = provider === undefined ? undefined : local.request(stepOf(provider));
  const read = bytes && parseJsonBytes(bytes);
  if (!isObject(read) || typeof read['id'] !== 'string') return undefined;
  const value = schemaByKind.purchase.safeParse(read['value']);
  return value.success ? { id: read['id'], value: value.data as Purchase } : undefined;
};

/** Keeps this draft in place of the one before, or none. */
export const keepDraft = (
  local: Pick<LocalWriter, 'putRequest' | 'deleteRequest'>,
  provider: string,
  draft: Draft | undefined,
): void =>
  draft === undefined
    ? local.deleteRequest(stepOf(provider))
    : local.putRequest(stepOf(provider), utf8(JSON.stringify(draft)));

/** A purchase, also one that is the draft of this provider's order. */
export const purchaseOrDraft = (
  reader: Pick<Tx, 'entry'> & { readonly local: Pick<LocalReader, 'request'> },
  id: string,
  provider: string | undefined,
): Purchase | undefined => {
  const draft = draftOf(reader.local, provider);
  return reader.entry('purchase', id)?.value ?? (draft?.id === id ? draft.value : undefined);
};

/** Writes an order that is not begun: a provider's stays a draft. */
export const putUnbegun = ({ store }: Wallets, id: string, value: Purchase, provider: string | undefined): void =>
  store.transaction((tx) => {
    if (provider === undefined || tx.entry('purchase', id)) tx.put('purchase', id, value);
    else keepDraft(tx.local, provider, value.status === 'failed' ? undefined : { id, value });
  });

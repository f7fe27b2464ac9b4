// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../shared/facts/subjects.ts';
import { calledPlace } from '../../shared/names.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ForgettingView } from '../../shared/view.ts';
import type { FormerPlaceView } from '../../shared/view-backup.ts';
import type { Entry } from '../state/entry.ts';
import { tombstoneId } from '../state/tombstone.ts';
import type { Store } from '../storage/store.ts';
import type { WalletFailure } from '../wallet/failure/failure.ts';
import { forgetPurchase, whyKept } from '../wallet/forget/purchase.ts';
import type { World } from '../world.ts';
import { placeOf, traitsOf } from './providers/kinds.ts';
import { activeProviders, putAccess, waysTo } from './providers/known.ts';

// A place that was removed leaves its name, its address and the orders that paid it. Forgotten, it is as if it had never been,
// but for the sums; added again it is a new one.

type Parts = { readonly store: Store; readonly world: World };

/** Places that were removed; those that were forgotten are not among them. */
export const formerPlaces = (store: Store): readonly FormerPlaceView[] =>
  store.entries('provider').flatMap(({ id, value }) => {
    const place = placeOf(value.provider_kind, id, waysTo(store, id));
    return value.removed ? [{ id, name: value.name, ...(place === undefined ? {} : { place }) }] : [];
  });

/** What forgetting a removed place would take away; undefined when nobody of that id was ever added. */
export const aboutPlace = ({ store, world }: Parts, id: string): Result<ForgettingView, WalletFailure> | undefined => {
  const place = store.entry('provider', id);
  if (!place) return undefined;
  if (!place.value.removed) return err({ kind: 'not-forgettable', why: 'place' });
  for (const order of ordersOf(store, id)) {
    const why = whyKept({ store, world }, order);
    if (why) return err({ kind: 'not-forgettable', why });
  }
  return ok({ id, said: [{ kind: 'place', facts: { name: place.value.name } }] });
};

/** Forgets a removed place, and the orders that paid it but for their sums. */
export const forgetPlace = (parts: Parts, id: string): Result<ForgettingView, WalletFailure> | undefined => {
  const { store } = parts;
  const about = aboutPlace(parts, id);
  if (!about?.ok) return about;
  for (const order of ordersOf(store, id)) forgetPurchase(parts, order.id);
  store.transaction((tx) => {
    const now = tx.entry('provider', id)?.value;
    if (!now?.removed) return;
    tx.put('provider', id, { name: '', provider_kind: now.provider_kind, removed: true });
    tx.put('tombstone', tombstoneId('provider', id), { until: { t_s: 'never' } });
    putAccess(tx, id, undefined);
  });
  return about;
};

/** Where what was forgotten is still kept: copies have it until they are renewed, older ones beside them longer, and what a removed place has stays there. */
export const stillKept = (store: Store): readonly Said<'forgetting'>[] => {
  const active = activeProviders(store);
  const named = (kind: 'still-in' | 'older-copies' | 'former-has', places: readonly Entry<'provider'>[]) =>
    places.length === 0
      ? []
      : [
          {
            kind,
            facts: {
              places: places.map(({ id, value }) => calledPlace(id, value.name, waysTo(store, id).access?.address)),
            },
          },
        ];
  return [
    ...named('still-in', active),
    ...named(
      'older-copies',
      active.filter(({ value }) => traitsOf(value.provider_kind).keepsOlder),
    ),
    ...named(
      'former-has',
      store.entries('provider').filter(({ value }) => value.removed),
    ),
  ];
};

const ordersOf = (store: Store, id: string): readonly Entry<'purchase'>[] =>
  store.entries('purchase').filter(({ value }) => value.provider === id && value.forgotten !== true);

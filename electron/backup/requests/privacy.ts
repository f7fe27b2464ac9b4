// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok } from '../../../shared/result.ts';
import type { PrivacyView } from '../../../shared/view-backup.ts';
import { DIRECT, readProxy, type ProxyChoice } from '../../proxies.ts';
import { PRIVACY, privacyOf } from '../../state/privacy.ts';
import type { Store } from '../../storage/store.ts';
import type { Backup } from '../contract.ts';
import { findProvider, waysTo } from '../providers/known.ts';
import type { Common } from './common.ts';

const HOUR_MS = 60 * 60_000;

/** How often copies are made, and through whom they go. The level is the wallet's, a proxy this computer's. */
export const privacyRequests = ({ parts: { store, world } }: Common) => {
  const view = (): PrivacyView => {
    const { level, everyMs } = privacyOf(store);
    const { all, places = {} } = store.local.mark('proxies') ?? {};
    return {
      level,
      hours: everyMs / HOUR_MS,
      ...(all === undefined ? {} : { proxy: shown(all) }),
      proxies: Object.fromEntries(Object.entries(places).map(([id, proxy]) => [id, shown(proxy)])),
    };
  };
  return {
    privacy: view,
    setPrivacy: (wanted) => {
      const before = view();
      const { level = before.level, hours = before.hours, proxy, place } = wanted;
      const id = place === undefined ? undefined : findProvider(store, place);
      if (place !== undefined && id === undefined) return err({ kind: 'unknown-provider', id: place.slice(0, 64) });
      const read = proxy === undefined || proxy === '' || proxy === DIRECT ? proxy : readProxy(proxy);
      if (proxy !== undefined && read === undefined) return err({ kind: 'no-proxy' });
      store.transaction((tx) => {
        if (level !== before.level || hours !== before.hours) tx.put('setting', PRIVACY, { value: { level, hours } });
        if (read === undefined) return;
        const { all, places = {} } = tx.local.mark('proxies') ?? {};
        const kept = { ...places };
        if (id !== undefined) delete kept[id];
        if (id !== undefined && read !== '') kept[id] = read;
        const forAll = id === undefined ? read : (all ?? '');
        tx.local.setMark('proxies', { ...(forAll === '' ? {} : { all: forAll }), places: kept });
      });
      world.useProxies?.(proxiesOf(store));
      return ok(view());
    },
  } satisfies Partial<Backup>;
};

/** Without who is asked for there: a password is not shown again. */
const shown = (proxy: string): string => proxy.replace(/\/\/[^@/]*@/, '//');

/** What was chosen, as the network knows places: by the origin of their address. */
export const proxiesOf = (store: Store): ProxyChoice => {
  const { all, places = {} } = store.local.mark('proxies') ?? {};
  const byOrigin = Object.entries(places).flatMap(([id, proxy]) => {
    const address = waysTo(store, id).access?.address ?? id;
    return URL.canParse(address) ? [[new URL(address).origin, proxy] as const] : [];
  });
  return { all, places: Object.fromEntries(byOrigin) };
};

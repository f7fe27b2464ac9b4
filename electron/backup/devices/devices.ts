// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import type { DevicesView, DeviceView } from '../../../shared/view-devices.ts';
import { parseClock } from '../../state/clock.ts';
import type { Entry } from '../../state/entry.ts';
import { leaderOf, standingOf } from '../../state/standing.ts';
import type { Reader, Store, Tx } from '../../storage/store.ts';
import { saidOfApart } from './kept-apart.ts';
import { explainStanding } from '../../wallet/failure/explain.ts';
import type { World } from '../../world.ts';
import type { ChangeOfOthers } from '../../wallet/audit/audit.ts';
import { ownDeviceName, tidyName } from './names.ts';
import { forgetAbandoning, forgetEmptying, movedAt, noteAuditDue, noteRenewalDue } from './marks.ts';

/** What a device entry of ours is made with. */
export type DeviceParts = { readonly world: World; readonly deviceName?: string };

/**
 * Makes this installation the active device of its wallet: a new id (so that a forgotten copy of this directory cannot stay
 * beside us under the same one), an epoch above all that are known, and coins that are checked and, unless everybody who knows
 * them has left for good, later renewed. Whoever hears of it stops.
 */
export const becomeActive = (tx: Tx, { world, deviceName }: DeviceParts, change: ChangeOfOthers = 'leave'): void => {
  // Our own id counts too: an active one may be used by a copy of this directory.
  const own = tx.deviceId();
  const othersMaySpend = tx.entries('device').some(({ id, value }) =>
    id === own
      ? // Whoever took our wallet over has our coins, even where nobody else is in its registry.
        value.status === 'active' || value.status === 'taken-over'
      : value.status === 'active' || value.status === 'leaving',
  );
  tx.renewDevice();
  tx.claimEpoch(ownDeviceName(tx.local, deviceName));
  forgetAbandoning(tx.local);
  forgetEmptying(tx);
  noteAuditDue(tx.local, world.now(), change);
  if (othersMaySpend) noteRenewalDue(tx.local, world.now());
};

/** Every installation that ever held this wallet, the leading one first, and how this one stands among them. */
export const listDevices = (store: Store): DevicesView => {
  const devices = store.entries('device');
  const standing = standingOf(devices, store.deviceId());
  const leader = leaderOf(devices);
  const names = deviceNames(devices);
  return {
    standing,
    devices: [...devices]
      .sort((a, b) => b.value.epoch - a.value.epoch || (a.id < b.id ? 1 : -1))
      .map((device) => deviceView(store, device, names.get(device.id) ?? '', device.id === leader?.id)),
    apart: saidOfApart(store),
    said:
      standing === 'active'
        ? saidOfActive(devices, store)
        : {
            kind: 'stands-still',
            facts: {
              standing: explainStanding(standing, store.local.rootSecret() === undefined, movedAt(store) !== undefined),
            },
          },
  };
};

/**
 * Names for people, by id. A computer that was copied, or two of one make, call themselves alike: whoever came later says which one it
 * is, the same way on every device, because all of them know the same epochs.
 */
export const deviceNames = (devices: readonly Entry<'device'>[]): ReadonlyMap<string, string> => {
  const so = new Map<string, number>();
  const byAge = [...devices].sort((a, b) => a.value.epoch - b.value.epoch || (a.id < b.id ? -1 : 1));
  return new Map(
    byAge.map((device) => {
      const name = givenName(device);
      const count = (so.get(name) ?? 0) + 1;
      so.set(name, count);
      return [device.id, count === 1 ? name : `${name} (${count})`];
    }),
  );
};

/** The name it was given, or the beginning of its id. */
const givenName = ({ id, value }: Entry<'device'>): string => tidyName(value.name ?? '') || `device ${id.slice(0, 6)}`;

const saidOfActive = (devices: readonly Entry<'device'>[], reader: Pick<Reader, 'deviceId'>): Said<'known'> => {
  const names = deviceNames(devices);
  const others = devices.filter(({ id, value }) => id !== reader.deviceId() && value.status === 'active');
  return others.length === 0
    ? { kind: 'only', facts: {} }
    : { kind: 'active', facts: { others: others.map(({ id }) => names.get(id) ?? ''), count: others.length } };
};

const SHOWN: readonly DeviceView['status'][] = ['active', 'leaving', 'abandoned'];

/** A word of a newer wallet is not active; that is all that can be said of it here. */
const shownStatus = (status: string): DeviceView['status'] => SHOWN.find((each) => each === status) ?? 'taken-over';

const deviceView = (store: Store, device: Entry<'device'>, name: string, leads: boolean): DeviceView => {
  const { epoch, status, last_clock: lastClock } = device.value;
  const wrote = lastClock === undefined ? undefined : parseClock(lastClock);
  return {
    id: device.id,
    name,
    epoch,
    status: shownStatus(status),
    here: device.id === store.deviceId(),
    leads,
    ...(wrote?.ok ? { lastWroteAt: wrote.value.ms } : {}),
  };
};

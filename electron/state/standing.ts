// SPDX-License-Identifier: GPL-3.0-or-later
import { type Entry, MAX_EPOCH } from './entry.ts';

/** How one installation stands among all that know this wallet; only `active` spends. */
export type Standing = 'active' | 'superseded' | 'leaving' | 'abandoned' | 'taken-over';

type DeviceEntry = Entry<'device'>;

/**
 * The leading device is the one with the highest epoch. Two restores that had not heard of each other have equal epochs; then
 * the id that sorts last leads, so that every copy names the same one. A device that has left its wallet keeps leading: if the
 * next one took its place, an older device would become active by itself and spend.
 */
export const leaderOf = (devices: readonly DeviceEntry[]): DeviceEntry | undefined =>
  devices.reduce<DeviceEntry | undefined>(
    (best, each) => (best === undefined || leads(each, best) ? each : best),
    undefined,
  );

/** How the device `own` stands; a wallet that has never claimed an epoch has nobody beside it. */
export const standingOf = (devices: readonly DeviceEntry[], own: string): Standing => {
  const self = devices.find(({ id }) => id === own);
  if (!self) return 'active';
  const { status } = self.value;
  if (status === 'leaving') return 'leaving';
  if (status === 'abandoned') return 'abandoned';
  // A word of a newer wallet counts like `taken-over`: all that matters here is that it is not `active`.
  if (status !== 'active') return 'taken-over';
  return leaderOf(devices)?.id === own ? 'active' : 'superseded';
};

const leads = (a: DeviceEntry, b: DeviceEntry): boolean => {
  if (a.value.epoch !== b.value.epoch) return a.value.epoch > b.value.epoch;
  // At the end of all epochs, where only somebody who means harm gets, whoever wrote last leads: it must stay possible to pass him.
  if (a.value.epoch >= MAX_EPOCH && a.clock !== b.clock) return a.clock > b.clock;
  return a.id > b.id;
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { type Clock, clockToText, parseClock, tick } from '../state/clock.ts';
import { type CarriedEntry, type Device, type Kind, schemaByKind } from '../state/entry.ts';
import { isObject } from '../taler/bytes/json.ts';
import { joinEntries } from '../state/merge.ts';
import { ruleOf } from '../state/rules.ts';
import { canonicalJson } from '../taler/bytes/canonical-json.ts';
import type { World } from '../world.ts';
import { admit } from './admit.ts';
import type { Sqlite } from './sqlite.ts';
import type { LocalTables } from './local.ts';
import type { EntryReader } from './reader.ts';
import { newDeviceId, type SelfTable } from './tables/self.ts';
import type { JoinReport, Tx } from './views.ts';

type Parts = {
  readonly sqlite: Sqlite;
  readonly self: SelfTable;
  readonly reader: EntryReader;
  readonly local: LocalTables;
  readonly world: World;
};

/** One transaction's view: `finish` writes back the clock and the change counter, before the commit. */
// long because its split by subject is still to come
export const openTx = ({ self, reader, local, world }: Parts): { readonly tx: Tx; readonly finish: () => void } => {
  const nowMs = world.now();
  const start = self.read();
  const { table, ...views } = reader;
  let { deviceId } = start;
  let last: Clock | undefined = readClock(start.clock);
  let own: string | undefined;
  let changes = 0;
  let wroteOurselves = false;

  /** One clock for the whole transaction: entries that came about together carry the same text, and compress well. */
  const clock = (): string => {
    if (own === undefined) {
      last = tick(last, nowMs, deviceId);
      own = clockToText(last);
    }
    return own;
  };

  /** What is put after hearing a later clock must be past it, or a register would keep the older value. */
  const hear = (heard: Clock | undefined): void => {
    if (heard === last) return;
    last = heard;
    own = undefined;
  };

  const write = (entry: CarriedEntry): boolean => {
    const changed = table.write(entry);
    if (changed) changes++;
    return changed;
  };

  const put = <K extends Kind>(kind: K, id: string, value: CarriedEntry['value']): void => {
    const shape = schemaByKind[kind].safeParse(value);
    // paths only: the values may be secrets
    if (!shape.success)
      throw new Error(`defect: ${kind} entry: ${shape.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
    const before = table.get(kind, id);
    const wanted = {
      kind,
      id,
      clock: clock(),
      value: ruleOf(kind).clock === 'whole' ? withUnknownMembers(kind, value, before?.value) : value,
    };
    if (before && ruleOf(kind).clock === 'whole' && canonicalJson(before.value) === canonicalJson(wanted.value)) return;
    const joined = before ? joinEntries(before, wanted) : joinEntries(wanted, wanted);
    if (before && canonicalJson(before.value) === canonicalJson(joined.value)) return;
    if (write(joined)) wroteOurselves = true;
  };

  /** The value is joined; the clock too, or ours if the value is new and its clock was refused. */
  const joinLive = (entry: Omit<CarriedEntry, 'clock'> & { readonly clock?: string }): boolean => {
    const { kind, id, value } = entry;
    const before = table.get(kind, id);
    const theirs = { kind, id, value, clock: entry.clock ?? before?.clock ?? '' };
    const joined = joinEntries(before ?? theirs, theirs);
    if (entry.clock !== undefined) return write(joined);
    if (before && canonicalJson(before.value) === canonicalJson(joined.value)) return false;
    return write({ ...joined, clock: clock() });
  };

  const keepAside = (entry: CarriedEntry): boolean => {
    const flagged = { ...entry, quarantined: true as const };
    const before = table.quarantined(entry.kind, entry.id);
    return write(joinEntries(before ? { ...before, quarantined: true } : flagged, flagged));
  };

  const join = (entries: readonly CarriedEntry[]): JoinReport => {
    let changed = 0;
    let quarantined = 0;
    for (const entry of entries) {
      const admission = admit(entry, last, nowMs);
      hear(admission.heard);
      const { kind, id } = entry;
      if (admission.now && joinLive({ kind, id, ...admission.now })) changed++;
      if (admission.quarantine) {
        quarantined++;
        keepAside(entry);
      }
    }
    return { changed, quarantined };
  };

  /** Entries that waited for our clock to get there. */
  const release = (): void => {
    if (!table.hasQuarantine()) return;
    for (const entry of table.quarantine()) {
      const admission = admit(entry, last, nowMs);
      if (admission.quarantine) continue;
      hear(admission.heard);
      table.releaseQuarantined(entry.kind, entry.id);
      changes++;
      if (admission.now) joinLive({ kind: entry.kind, id: entry.id, ...admission.now });
    }
  };

  const claimEpoch = (name?: string): number => {
    const devices = reader.entries('device');
    const epoch = devices.reduce((highest, { value }) => Math.max(highest, value.epoch), 0) + 1;
    const device: Device = { epoch, status: 'active', last_clock: clock(), ...(name === undefined ? {} : { name }) };
    put('device', deviceId, device);
    return epoch;
  };

  const renewDevice = (): string => {
    const former = reader.entry('device', deviceId);
    if (former) put('device', deviceId, { ...former.value, status: 'taken-over' });
    deviceId = newDeviceId(world);
    own = undefined;
    return deviceId;
  };

  const undoTo = (copy: number): boolean => {
    const entries = local.undo.copiedEntries(copy);
    if (!entries) return false;
    local.undo.keepCopy(table.snapshot(), `before undoing to copy ${copy}`, nowMs);
    table.clear();
    for (const entry of entries) table.write(entry);
    changes++;
    return true;
  };

  /** "last clock" of our own device moves when we write, not when we join: two devices that only join come to rest. */
  const noteLastClock = (): void => {
    const device = table.get('device', deviceId);
    if (!wroteOurselves || !device || !isObject(device.value)) return;
    write(joinEntries(device, { ...device, clock: clock(), value: { ...device.value, last_clock: clock() } }));
  };

  release();
  const tx: Tx = {
    ...views,
    put,
    join,
    clock,
    claimEpoch,
    renewDevice,
    undoTo,
    deviceId: () => deviceId,
    local: { ...local.writer, takeUndoCopy: (why) => local.undo.keepCopy(table.snapshot(), why, nowMs) },
  };
  const finish = (): void => {
    noteLastClock();
    self.write({ deviceId, clock: last ? clockToText(last) : '', revision: start.revision + (changes > 0 ? 1 : 0) });
  };
  return { tx, finish };
};

const readClock = (text: string): Clock | undefined => {
  const clock = parseClock(text);
  return clock.ok ? clock.value : undefined;
};

/** A register is replaced whole; members only a newer wallet knows are kept from the value it replaces. */
const withUnknownMembers = (kind: Kind, value: unknown, before: unknown): unknown => {
  if (!isObject(before) || !isObject(value)) return value;
  const unknown = Object.entries(before).filter(([name]) => !Object.hasOwn(schemaByKind[kind].shape, name));
  return Object.fromEntries([...unknown, ...Object.entries(value)]);
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { type CarriedEntry, type Kind, schemaByKind } from '../../state/entry.ts';
import { idFits } from '../../state/entry-id.ts';
import { joinEntries } from '../../state/merge.ts';
import { ruleOf } from '../../state/rules.ts';
import { canonicalJson } from '../../taler/bytes/canonical-json.ts';
import { isObject } from '../../taler/bytes/json.ts';
import type { Tx } from '../views.ts';
import type { TxClock } from './clock.ts';
import type { TxRows } from './rows.ts';

/** What this device writes of its own. */
export type TxPut = {
  readonly put: Tx['put'];
  /** "last clock" of our own device moves when we write, not when we join: two devices that only join come to rest. */
  readonly noteLastClock: () => void;
};

export const txPut = ({ table, write }: TxRows, clock: TxClock): TxPut => {
  let wroteOurselves = false;

  const put: Tx['put'] = (kind, id, value) => {
    checkShape(kind, id, value);
    const before = table.get(kind, id);
    const isWhole = ruleOf(kind).clock === 'whole';
    const wanted: CarriedEntry = {
      kind,
      id,
      clock: clock.text(),
      value: isWhole ? withUnknownMembers(kind, value, before?.value) : value,
    };
    if (before && isWhole && isSame(before, wanted)) return;
    const joined = joinEntries(before ?? wanted, wanted);
    if (before && isSame(before, joined)) return;
    if (write(joined)) wroteOurselves = true;
  };

  return {
    put,
    noteLastClock: () => {
      const device = table.get('device', clock.deviceId());
      if (!wroteOurselves || !device || !isObject(device.value)) return;
      const now = clock.text();
      write(joinEntries(device, { ...device, clock: now, value: { ...device.value, last_clock: now } }));
    },
  };
};

const isSame = (a: CarriedEntry, b: CarriedEntry): boolean => canonicalJson(a.value) === canonicalJson(b.value);

/** Throws for a value that does not fit its kind, with the paths only: the values may be secrets. */
const checkShape = (kind: Kind, id: string, value: unknown): void => {
  const shape = schemaByKind[kind].safeParse(value);
  if (!shape.success)
    throw new Error(`defect: ${kind} entry: ${shape.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
  if (!idFits(kind, id, value)) throw new Error(`defect: ${kind} entry: not called as its kind is`);
};

/** A register is replaced whole; members only a newer wallet knows are kept from the value it replaces. */
const withUnknownMembers = (kind: Kind, value: unknown, before: unknown): unknown => {
  if (!isObject(before) || !isObject(value)) return value;
  const unknown = Object.entries(before).filter(([name]) => !Object.hasOwn(schemaByKind[kind].shape, name));
  return Object.fromEntries([...unknown, ...Object.entries(value)]);
};

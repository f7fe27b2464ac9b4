// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import type { LocalReader, LocalWriter } from '../../storage/local.ts';
import type { Reader } from '../../storage/store.ts';
import { receive } from '../../state/clock.ts';
import { canonicalJson } from '../../taler/bytes/canonical-json.ts';
import type { Head } from './head.ts';
import { HEADS_MARK, splitHeads } from './split-heads.ts';

// How far each place's copy had come when a device of this wallet last stored there, told in every copy beside the entries: a place
// that shows two devices different states is exposed by the next honest one (FORMAT.md#heads). They are no entries, for a change of
// them must not make a change to be stored: copies would never come to rest.

/** Heads by provider id. */
export type Heads = Readonly<Record<string, Head>>;

const MAX_PLACES = 64;
const MAX_DEVICES = 64;

const clock = z.string().max(128);
const schema = z.record(z.string().max(4096), z.object({ clock, devices: z.record(z.string().max(64), clock) }));

/** The content with heads behind its entries, and what else stands beside them; without them when there are none. */
export const withHeads = (content: string, heads: Heads, beside: Readonly<Record<string, unknown>> = {}): string => {
  // A name in the heads could look like their beginning: then they are left out, for the entries must be read in any case.
  for (const told of [{ ...heads, ...beside }, beside]) {
    if (Object.keys(told).length === 0) continue;
    const text = `${content.slice(0, -1)}${HEADS_MARK}${canonicalJson(told)}}`;
    if (splitHeads(text).content === content) return text;
  }
  return content;
};

/** The heads of a copy that can be believed: of the right form, few enough, and from no future. */
export const readHeads = (found: unknown, nowMs: number): Heads => {
  const read = schema.safeParse(found);
  if (!read.success) return {};
  const believed = Object.entries(read.data)
    .slice(0, MAX_PLACES)
    .filter(
      ([, { clock: newest, devices }]) =>
        Object.keys(devices).length <= MAX_DEVICES &&
        [newest, ...Object.values(devices)].every((text) => receive(undefined, text, nowMs).ok),
    );
  return Object.fromEntries(believed);
};

/** Both heads in one: the later of each clock. */
const laterHead = (a: Head, b: Head): Head => {
  const names = [...new Set([...Object.keys(a.devices), ...Object.keys(b.devices)])];
  const later = (name: string): string => [a.devices[name] ?? '', b.devices[name] ?? ''].toSorted().at(-1) ?? '';
  return {
    clock: a.clock > b.clock ? a.clock : b.clock,
    devices: Object.fromEntries(names.map((name) => [name, later(name)])),
  };
};

/** What is known of the copy at a place: what it confirmed to us, and what other devices said it had confirmed to them. */
export const knownHead = (local: Pick<LocalReader, 'markOf'>, providerId: string): Head | undefined => {
  const [stored, heard] = [local.markOf('stored-head', providerId), local.markOf('heard-head', providerId)];
  return stored && heard ? laterHead(stored, heard) : (stored ?? heard);
};

/** What our copies tell of the places: everything that is known, of those that keep copies for us now. */
export const headsToTell = ({ entries, local }: Pick<Reader, 'entries' | 'local'>): Heads =>
  Object.fromEntries(
    entries('provider')
      .filter(({ value }) => !value.removed)
      .slice(0, MAX_PLACES)
      .flatMap(({ id }) => {
        const head = knownHead(local, id);
        if (!head) return [];
        const latest = Object.entries(head.devices)
          .toSorted(([, a], [, b]) => (a < b ? 1 : -1))
          .slice(0, MAX_DEVICES);
        return [[id, { clock: head.clock, devices: Object.fromEntries(latest) }]];
      }),
  );

/** Remembers what a place has just shown. */
export const seeHead = (local: Pick<LocalWriter, 'markOf' | 'setMarkOf'>, providerId: string, head: Head): void => {
  const before = local.markOf('stored-head', providerId);
  const { clock: newest, devices } = before ? laterHead(before, head) : head;
  local.setMarkOf('stored-head', providerId, { clock: newest, devices: { ...devices } });
};

/** Remembers what another device has told of places that keep copies for us. */
export const hearHeads = (
  { entry, local }: Pick<Reader, 'entry'> & { readonly local: Pick<LocalWriter, 'markOf' | 'setMarkOf'> },
  heads: Heads,
): void => {
  for (const [id, head] of Object.entries(heads)) {
    if (entry('provider', id)?.value.removed !== false) continue;
    const before = local.markOf('heard-head', id);
    const { clock: newest, devices } = before ? laterHead(before, head) : head;
    local.setMarkOf('heard-head', id, { clock: newest, devices: { ...devices } });
  }
};

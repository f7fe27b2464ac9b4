// SPDX-License-Identifier: GPL-3.0-or-later
import { isObject, memberOf } from '../taler/bytes/json.ts';

// What has left the content for good. A name that stands here is no entry any more, in whichever copy it comes: whether an entry is
// gone follows from its kind and id alone. A name is taken off only where it may not be believed (`storage/tx/still-good.ts`).

/** The kinds that can leave. The order of devices, registers, and what is gone cannot. */
const LEAVING: ReadonlySet<string> = new Set([
  'coin',
  'refresh',
  'withdrawal',
  'reserve',
  'purchase',
  'refund',
  'deposit',
  'push-out',
  'push-in',
  'pull-out',
  'pull-in',
]);

/** Nothing leaves sooner: as long as people argue about what they paid for, whatever an exchange says of its coins. */
export const KEPT_MS = 2 * 365 * 24 * 60 * 60_000;

type Named = { readonly kind: string; readonly id: string };
type Carried = Named & { readonly value: unknown; readonly quarantined?: true };

/**
 * Names are spread over many `gone` entries, so that none grows large: this is the id of the one that would name it. Each is
 * written whole whenever a name is added, and read whole before an entry that it might name is written.
 */
export const shelfOf = (id: string): string => /^[0-9A-Za-z]{1,2}/.exec(id.slice(id.lastIndexOf(' ') + 1))?.[0] ?? '-';

/** The name of an entry that is no coin and no refresh; those go with their seed. */
export const goneName = (kind: string, id: string): string => `${kind} ${id}`;

/** The batch or session a coin comes from; of a session itself, that one. */
const seedOf = ({ kind, id }: Named): string | undefined => {
  if (kind === 'refresh') return id;
  return kind === 'coin' && id.includes('/') ? id.slice(0, id.indexOf('/')) : undefined;
};

/** The shelf on which an entry would be named. */
export const shelfFor = (entry: Named): string => shelfOf(seedOf(entry) ?? entry.id);

/** Whether anything of that kind can leave. */
export const canLeave = (kind: string): boolean => LEAVING.has(kind);

/** Whether an entry has left, where `shelf` is the value of the `gone` entry that `shelfFor` names, if there is one. */
export const isGoneBy = (shelf: unknown, entry: Named): boolean => {
  if (shelf === undefined || !canLeave(entry.kind)) return false;
  const seed = seedOf(entry);
  return seed === undefined
    ? memberOf(memberOf(shelf, 'entries'), goneName(entry.kind, entry.id)) !== undefined
    : memberOf(memberOf(shelf, 'seeds'), seed) !== undefined;
};

/** The content without what has left it. Entries that were set apart say nothing of others. */
export const withoutGone = <E extends Carried>(entries: readonly E[]): readonly E[] => {
  const shelves = new Map<string, unknown>();
  for (const { kind, id, value, quarantined } of entries) if (kind === 'gone' && !quarantined) shelves.set(id, value);
  return shelves.size === 0 ? entries : entries.filter((entry) => !isGoneBy(shelves.get(shelfFor(entry)), entry));
};

/** Whether everything that is named here stands on that shelf. */
export const isOnShelf = (value: unknown, shelf: string): boolean => {
  const { seeds, entries } = namesOn(value);
  return [...seeds, ...entries.map(([, id]) => id)].every((id) => shelfOf(id) === shelf);
};

/** A shelf without some of its names. */
export const withoutNames = (shelf: unknown, names: ReadonlySet<string>): unknown =>
  isObject(shelf) && names.size > 0
    ? Object.fromEntries(
        Object.entries(shelf).map(([part, named]) => [
          part,
          isObject(named) ? Object.fromEntries(Object.entries(named).filter(([name]) => !names.has(name))) : named,
        ]),
      )
    : shelf;

/** The seeds and other names on a shelf. */
export const namesOn = (
  shelf: unknown,
): { readonly seeds: readonly string[]; readonly entries: readonly (readonly [kind: string, id: string])[] } => {
  const [seeds, entries] = [memberOf(shelf, 'seeds'), memberOf(shelf, 'entries')];
  return {
    seeds: isObject(seeds) ? Object.keys(seeds) : [],
    entries: (isObject(entries) ? Object.keys(entries) : []).map((name) => {
      const at = name.indexOf(' ');
      return [name.slice(0, Math.max(at, 0)), name.slice(at + 1)] as const;
    }),
  };
};

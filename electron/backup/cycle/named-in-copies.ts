// SPDX-License-Identifier: GPL-3.0-or-later
import type { CarriedEntry } from '../../state/entry.ts';
import type { Reader, Tx } from '../../storage/store.ts';
import { isObject } from '../../taler/bytes/json.ts';
import { isNotChosen, type Told } from '../copies/not-chosen.ts';
import { parseBaseUrl } from '../../taler/wire/base-url.ts';
import { placeRefusal } from '../../taler/wire/place.ts';
import type { Ways } from '../providers/kind.ts';
import { accessKey, waysTo } from '../providers/known.ts';

// A wallet goes to issuers, shops and places because copies name them: those of a restore, and each that comes later. A sheet is its
// owner's, or so he says: it may have been handed to him by a stranger, who goes on writing copies. So they lead no further than whoever
// keeps them may: a place on the internet names no plain http and nothing inside. A folder or stick that the person pointed at is on this
// very machine, and may name whatever its wallet used; what its wallet says that it was only told of itself, it names as one on the web.

/** As many issuers are asked because of copies; one that is used less than these is added by hand. */
const MAX_ISSUERS = 20;

/** A place that was asked, and what its copies hold. */
type Namer = {
  readonly url: string;
  readonly at?: string;
  readonly ways: Ways;
  readonly copy?: { readonly entries: readonly CarriedEntry[]; readonly told?: readonly Told[] };
};

/** Where a place is on the web; undefined for a folder of this machine. */
const addressOf = ({ url, at, ways }: Namer): string | undefined =>
  [url, ways.access?.address, at].find((each) => each !== undefined && /^https?:/.test(each));

/** Stands for whoever named it first, who is not known here: as far away as one can be. */
const SOMEWHERE = 'https://somewhere.invalid/';

/** The address of one of those that name it and may not, if none of them may; `id` is what it is known by. */
const barredBy = (namers: readonly Namer[], id: string, named: string): string | undefined => {
  const addresses = namers.map((each) => (isNotChosen(each.copy?.told ?? [], id) ? SOMEWHERE : addressOf(each)));
  const mayOne =
    addresses.length === 0 || addresses.some((by) => by === undefined || placeRefusal(by, named) === undefined);
  return mayOne ? undefined : addresses[0];
};

type Index = (kind: string, id: string) => readonly Namer[];

/** Whose copies hold an entry; all of them are gone through once. */
const indexOf = (sources: readonly Namer[], kinds: readonly string[]): Index => {
  const namers = new Map<string, Namer[]>();
  for (const source of sources)
    for (const { kind, id } of source.copy?.entries ?? []) {
      if (!kinds.includes(kind)) continue;
      const same = namers.get(`${kind} ${id}`);
      if (same) same.push(source);
      else namers.set(`${kind} ${id}`, [source]);
    }
  return (kind, id) => namers.get(`${kind} ${id}`) ?? [];
};

/** Tells of places that only copies name whether they may be asked for another one; its address stands in its entry or in a setting. */
export const placesToAsk = (sources: readonly Namer[]): ((id: string, ways: Ways) => boolean) => {
  const namers = indexOf(sources, ['provider', 'setting']);
  return (id, ways) => {
    const named = addressOf({ url: id, ways });
    const all = [...namers('provider', id), ...namers('setting', accessKey(id))];
    return named === undefined || barredBy(all, id, named) === undefined;
  };
};

/** Issuers that copies name: those a restore asks, and those it does not ask before the person has named them. */
type Issuers = { readonly asked: readonly string[]; readonly unconfirmed: readonly string[] };

/** Those with most entries first: made-up ones do not push out the real. `known` ones are left out, and so many of the others are asked. */
export const issuersNamed = (
  sources: readonly Namer[],
  known: ReadonlySet<string> = new Set(),
  room: number = MAX_ISSUERS,
): Issuers => {
  const byUrl = new Map<string, { readonly namers: Set<Namer>; uses: number }>();
  for (const source of sources)
    for (const { value } of source.copy?.entries ?? [])
      for (const issuer of isObject(value) ? [value['exchange'], value['base_url']] : []) {
        if (typeof issuer !== 'string' || known.has(issuer)) continue;
        const named = byUrl.get(issuer) ?? { namers: new Set<Namer>(), uses: 0 };
        named.namers.add(source);
        named.uses += 1;
        byUrl.set(issuer, named);
      }
  // An address that no issuer can have is asked nothing anyway.
  const all = [...byUrl]
    .filter(([issuer]) => parseBaseUrl(issuer).ok)
    .sort(([a, one], [b, other]) => other.uses - one.uses || (a < b ? -1 : 1));
  const asked = new Set(
    all
      .filter(([issuer, { namers }]) => barredBy([...namers], issuer, issuer) === undefined)
      .slice(0, Math.max(0, room))
      .map(([issuer]) => issuer),
  );
  return { asked: [...asked], unconfirmed: all.map(([issuer]) => issuer).filter((each) => !asked.has(each)) };
};

/** What is here before copies are joined: issuers by their address, and where places, shops and banks are, by kind and id. */
type NamedHere = { readonly issuers: ReadonlySet<string>; readonly at: ReadonlyMap<string, string | undefined> };

export const namedHere = (reader: Reader): NamedHere => ({
  issuers: new Set(reader.entries('exchange').map(({ value }) => value.base_url)),
  at: new Map([...placesIn(reader), ...othersIn(reader)].map(({ key, at }) => [key, at])),
});

type Named = { readonly key: string; readonly id: string; readonly at: string | undefined };

const placesIn = (reader: Reader): readonly Named[] =>
  reader
    .entries('provider')
    .filter(({ value }) => !value.removed)
    .map(({ id }) => ({ key: `provider ${id}`, id, at: addressOf({ url: id, ways: waysTo(reader, id) }) }));

type Other = Named & { readonly kind: 'purchase' | 'withdrawal'; readonly at: string };

const othersIn = (reader: Reader): readonly Other[] => [
  ...reader.entries('purchase').map(({ kind, id, value }) => {
    return { key: `${kind} ${id}`, kind, id, at: value.merchant_base_url };
  }),
  ...reader.entries('withdrawal').flatMap(({ kind, id, value: { origin } }) => {
    return origin.type === 'bank' ? [{ key: `${kind} ${id}`, kind, id, at: origin.bank_base_url }] : [];
  }),
];

/**
 * Writes down who is not to be spoken to, in the transaction that joins the copies of a restore (`here` was here before). All of it is
 * said to this device alone: where the person of another one went, that one goes on. What was barred before stays so, unless the
 * person's own sheet or folder leads there now.
 */
export const keepWithinCopies = (tx: Tx, sources: readonly Namer[], here: NamedHere): void => {
  const { asked, unconfirmed } = issuersNamed(sources);
  const led = new Set([...sources.map(({ url }) => url), ...asked]);
  const before = (tx.local.mark('unconfirmed') ?? []).filter((each) => !led.has(each));
  const mayAsk = placesToAsk(sources);
  const places = placesIn(tx).filter(({ id }) => !led.has(id) && !mayAsk(id, waysTo(tx, id)));
  const issuers = unconfirmed.filter((each) => !here.issuers.has(each));
  bar(tx, [...before, ...places.map(({ id }) => id), ...issuers]);
  barOthers(tx, sources, here);
};

/** The same for a copy that a place gives later, whoever wrote it: it bars who is new or elsewhere than before, and leads to nobody barred. */
export const keepWithinCopy = (tx: Tx, source: Namer, here: NamedHere): void => {
  const before = tx.local.mark('unconfirmed') ?? [];
  const asked = [...here.issuers].filter((each) => !before.includes(each));
  const mayAsk = placesToAsk([source]);
  const places = placesIn(tx).filter(({ key, id, at }) => here.at.get(key) !== at && !mayAsk(id, waysTo(tx, id)));
  const { unconfirmed } = issuersNamed([source], here.issuers, MAX_ISSUERS - asked.length);
  bar(tx, [...before, ...places.map(({ id }) => id), ...unconfirmed]);
  barOthers(tx, [source], here);
};

const bar = (tx: Tx, ids: readonly string[]): void =>
  tx.local.setMark('unconfirmed', ids.length === 0 ? undefined : [...new Set(ids)]);

/** Shops and banks: nothing is asked there, and the money is settled with the issuer. */
const barOthers = (tx: Tx, sources: readonly Namer[], here: NamedHere): void => {
  const namers = indexOf(sources, ['purchase', 'withdrawal']);
  for (const { key, kind, id, at } of othersIn(tx)) {
    const by = here.at.get(key) === at ? undefined : barredBy(namers(kind, id), id, at);
    if (by !== undefined) tx.local.setMarkOf('named-by', id, by);
  }
};

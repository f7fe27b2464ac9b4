// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../../shared/amount.ts';
import type { Contribution, Entry, Refresh } from '../../state/entry.ts';
import type { Reader } from '../../storage/store.ts';
import { outsideSeeds, type Outside } from '../coins/outside.ts';
import { selectionUnits } from '../coins/planchets.ts';
import { newerSeeds } from '../coins/scheme.ts';
import { badCoins } from '../coins/signatures.ts';
import { abroadText, unitsAbroad } from './abroad.ts';
import { followQuotes, type Plan, type Quotes } from './quotes.ts';
import { followed, type Change } from './followed.ts';
import { GIVING_KINDS, givingOf, isGiven, type Giving, type GivingEntry } from './givings.ts';
import { readSameAs } from './same-as.ts';
import { drawnFromReturns, returnOf, type Return } from './returns.ts';
import { remembering, tally, type Place, type Share, type Tally, type Use } from './tally.ts';

// What payments and refreshes did to coins. It is asked for at every step, and a wallet has thousands of them: it is read once,
// and then only what changed is put in place of what it was.

/** How payments and refreshes used coins and what came back into them, by coin id. It is kept up to date: whoever reads the uses again changes what was given before. */
export type Uses = {
  readonly given: (coinId: string, coin: Place) => Use | undefined;
  /** by how many events a coin is said to be given, wherever those say that they were */
  readonly givers: ReadonlyMap<string, number>;
  readonly melted: ReadonlyMap<string, Use>;
  readonly returned: ReadonlyMap<string, Use>;
  readonly abroad: ReadonlyMap<string, bigint>;
  /** coins that their exchange would refuse */
  readonly bad: ReadonlySet<string>;
  /** found refreshes that turned out to be these sessions */
  readonly sameAs: ReadonlyMap<string, string>;
  /** seeds whose coins only a newer wallet can derive */
  readonly newer: ReadonlySet<string>;
  /** seeds that somebody outside may know or follow */
  readonly outside: ReadonlyMap<string, Outside>;
  /** givings that are not over, by kind and id */
  readonly open: ReadonlyMap<string, Giving>;
  /** what making new coins of each is said to cost */
  readonly quotes: Quotes['of'];
  /** coins of which something else is said since the ledger looked; the ledger empties it */
  readonly touched: Set<string>;
};

export type UsesReader = Pick<Reader, 'entry' | 'entries' | 'withNewerScheme' | 'withOutside' | 'beside'> & {
  readonly local: Pick<Reader['local'], 'mark'>;
};

/** Everything payments and refreshes did to any coin; ask `coinAccount` for as many coins as needed. */
export const readUses = (reader: UsesReader): Uses => reader.beside(keptUses)(reader);

/** Facts on which what is said of all coins depends: they hardly ever change, and then everything is read anew. */
type Grounds = Pick<Uses, 'sameAs' | 'newer' | 'outside'>;

const keptUses = (): ((reader: UsesReader) => Uses) => {
  let grounds: Grounds | undefined;
  let follow: ((reader: UsesReader) => Uses) | undefined;
  return (reader) => {
    const now = readGrounds(reader);
    if (follow === undefined || grounds === undefined || !areSame(grounds, now)) {
      grounds = now;
      follow = followUses(now);
    }
    return follow(reader);
  };
};

const readGrounds = (reader: UsesReader): Grounds => ({
  sameAs: readSameAs(reader),
  newer: newerSeeds(reader),
  outside: outsideSeeds(reader),
});

const areSame = (a: Grounds, b: Grounds): boolean =>
  isSameMap(a.sameAs, b.sameAs) &&
  isSameMap(a.outside, b.outside) &&
  a.newer.size === b.newer.size &&
  [...a.newer].every((each) => b.newer.has(each));

const isSameMap = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);

const followUses = (grounds: Grounds): ((reader: UsesReader) => Uses) => {
  const touched = new Set<string>();
  const [given, melted, returned] = [tally(touched), tally(touched), tally(touched)];
  const open = new Map<string, Giving>();
  const refunds = followed('refund');
  const refreshes = followed('refresh');
  const givings = GIVING_KINDS.map((kind) => followed(kind));
  const abroad = new Map<string, bigint>();
  const melts = followMelts(melted, grounds.sameAs);
  const quotes = followQuotes(touched);
  const bad = new Set<string>();
  let abroadState: readonly unknown[] = [];
  const planOf = (entry: Entry<'refresh'> | undefined): Plan | undefined =>
    entry && { id: entry.id, coin: realCoin(grounds.sameAs, entry.value.old_coin), refresh: entry.value };

  const followGiving = ({ id, before, after }: Change<GivingEntry>): void => {
    const giving = after && givingOf(after);
    given.replace(before === undefined ? [] : sharesOf(givingOf(before)), giving === undefined ? [] : sharesOf(giving));
    quotes.noteGiving(before, after);
    const who = `${(after ?? before)?.kind} ${id}`;
    if (giving?.open === true) open.set(who, giving);
    else open.delete(who);
  };
  const followAbroad = (reader: UsesReader): void => {
    const state = [abroadText(reader), reader.entries('push-out'), reader.entries('pull-in')];
    if (state.every((each, at) => each === abroadState[at])) return;
    abroadState = state;
    const now = unitsAbroad(reader);
    for (const id of new Set([...abroad.keys(), ...now.keys()])) if (abroad.get(id) !== now.get(id)) touched.add(id);
    replaceAll(abroad, now);
  };
  const followBad = (reader: UsesReader): void => {
    const now = badCoins(reader.local);
    for (const id of now) if (!bad.has(id)) touched.add(id);
    for (const id of bad) if (!now.has(id)) touched.add(id);
    bad.clear();
    for (const id of now) bad.add(id);
  };

  const uses: Uses = {
    ...grounds,
    given: (id, { exchange, currency }) => given.usesAt(`${exchange} ${currency}`).get(id),
    givers: given.givers,
    melted: melted.usesAt(),
    returned: returned.usesAt(),
    abroad,
    bad,
    open,
    quotes: quotes.of,
    touched,
  };
  return (reader) => {
    for (const { id, before, after } of refunds.look(reader)) {
      const [was, back] = [before && returnOf(before), after && returnOf(after)];
      returned.replace(was === undefined ? [] : [was], back === undefined ? [] : [back]);
      melts.noteReturn(id, back);
      quotes.noteReturn(was, back);
    }
    for (const { id, before, after } of refreshes.look(reader)) {
      melts.note(id, before?.value, after?.value);
      quotes.noteRefresh(planOf(before), planOf(after));
    }
    melts.settle((id) => refreshes.row(id)?.value);
    for (const each of givings) for (const change of each.look(reader)) followGiving(change);
    followAbroad(reader);
    followBad(reader);
    return uses;
  };
};

const replaceAll = <T>(map: Map<string, T>, by: ReadonlyMap<string, T>): void => {
  map.clear();
  for (const [key, value] of by) map.set(key, value);
};

/** What refreshes take from coins; part of it may come out of returns, so a return that is another makes those anew that draw on it. */
const followMelts = (melted: Tally, sameAs: Uses['sameAs']) => {
  const say = remembering(melted);
  const returnById = new Map<string, Return>();
  const drawers = new Map<string, Set<string>>();
  const open = new Set<string>();
  return {
    noteReturn: (id: string, back: Return | undefined): void => {
      if (back === undefined) returnById.delete(id);
      else returnById.set(id, back);
      for (const refresh of drawers.get(id) ?? []) open.add(refresh);
    },
    note: (id: string, before: Refresh | undefined, after: Refresh | undefined): void => {
      for (const refund of before?.refunds ?? []) drawers.get(refund)?.delete(id);
      for (const refund of after?.refunds ?? []) {
        const same = drawers.get(refund);
        if (same) same.add(id);
        else drawers.set(refund, new Set([id]));
      }
      open.add(id);
    },
    settle: (refreshOf: (id: string) => Refresh | undefined): void => {
      for (const id of open) {
        const refresh = refreshOf(id);
        say(id, refresh && meltOf(refresh, sameAs.has(id), sameAs, returnById));
      }
      open.clear();
    },
  };
};

const meltOf = (
  refresh: Refresh,
  isAnother: boolean,
  sameAs: Uses['sameAs'],
  returnById: ReadonlyMap<string, Return>,
): Share => {
  const units = isMelted(refresh, isAnother) ? takenByRefresh(refresh) : 0n;
  return {
    coin: realCoin(sameAs, refresh.old_coin),
    units,
    drawn: drawnFromReturns(refresh, units, returnById),
    busy: refresh.status === 'melted',
    planned: refresh.status === 'planned',
  };
};

const sharesOf = (giving: Giving): readonly Share[] =>
  Object.entries(giving.coins).flatMap(([coin, contribution]) =>
    isGiven(giving, contribution) ? [{ coin, ...shareOf(giving, contribution), busy: giving.busy }] : [],
  );

const shareOf = ({ exchange = '', currency }: Giving, { c }: Contribution): Pick<Share, 'at' | 'units'> => {
  const { currency: own, units } = amount(c);
  return { at: own === currency ? `${exchange} ${currency}` : '', units };
};

/** True once the old coin's value has gone into this refresh, or was written off by it. */
export const isMelted = (refresh: Refresh, isAnother: boolean): boolean =>
  !isAnother &&
  (refresh.status === 'melted' ||
    refresh.status === 'done' ||
    refresh.noreveal_index !== undefined ||
    refresh.why === 'expired');

/** What a refresh takes from its old coin: the new coins' face value and every fee and rest (`fee` holds them all). */
export const takenByRefresh = (refresh: Refresh): bigint =>
  selectionUnits(refresh.selection) + amount(refresh.fee).units;

/** The id under which a coin is counted: a found one under the session it turned out to be of. */
export const realCoin = (sameAs: Uses['sameAs'], id: string): string => {
  if (sameAs.size === 0) return id;
  let seed = seedOf(id);
  // Two devices may have found one melt before its session came; in a copy by somebody who means harm the words may go round.
  for (const seen = new Set<string>(); !seen.has(seed);) {
    seen.add(seed);
    seed = sameAs.get(seed) ?? seed;
  }
  return `${seed}${id.slice(id.indexOf('/'))}`;
};

/** A coin's id is its seed's id, a slash, and its index. */
export const seedOf = (coinId: string): string => coinId.slice(0, coinId.indexOf('/'));

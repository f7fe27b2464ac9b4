// SPDX-License-Identifier: GPL-3.0-or-later
import { KNOWN } from '../../shared/known.ts';
import { plainText } from '../../shared/names.ts';
import type { KnownKind, KnownService, KnownView } from '../../shared/view-begin.ts';
import type { Store } from '../storage/store.ts';
import { parseBaseUrl } from '../taler/wire/base-url.ts';
import type { PlayMoney } from './play-money.ts';

/** The services this wallet suggests: the built-in list as its person changed it, or what comes with play money. */
export type KnownList = {
  readonly view: () => KnownView;
  /** Puts one on the list; what is no address, or is there already, changes nothing. */
  readonly add: (service: Added) => KnownView;
  readonly hide: (kind: KnownKind, url: string) => KnownView;
  readonly showAll: () => KnownView;
};

type Added = {
  readonly kind: KnownKind;
  readonly url: string;
  readonly name?: string | undefined;
  readonly currency?: string | undefined;
};

/** Nobody begins with more; the oldest go first. */
const MOST_ADDED = 100;
const MAX_NAME = 80;

/** The list over a store; what was changed stays in this installation. `playing`: the economy of a wallet that plays. */
export const createKnownList = (store: Store, playing: () => PlayMoney | undefined): KnownList => {
  const changed = () => store.local.mark('known') ?? { hidden: [], added: [] };
  const change = (next: ReturnType<typeof changed>): KnownView => {
    store.transaction((tx) => tx.local.setMark('known', next));
    return view();
  };
  const view = (): KnownView => {
    const { hidden, added } = changed();
    const own = added.map((each): KnownService => ({ ...each, own: true }));
    // Who plays is led to nobody on the internet, and who does not to nobody of this computer.
    const builtIn = store.local.mark('play-money') === true ? playServices(playing()) : KNOWN;
    const isShown = (each: KnownService): boolean => !hidden.includes(keyOf(each.kind, each.url));
    return { services: [...own, ...builtIn.filter(isShown)], hidden: builtIn.filter((each) => !isShown(each)).length };
  };
  return {
    view,
    add: ({ kind, url: text, name, currency }) => {
      const url = parseBaseUrl(text);
      if (!url.ok) return view();
      const { hidden, added } = changed();
      const isHere = view().services.some((each) => each.kind === kind && each.url === url.value);
      const called = plainText(name ?? '', MAX_NAME);
      const service = {
        kind,
        url: url.value,
        name: called === '' ? new URL(url.value).host : called,
        ...(currency === undefined || !/^[A-Za-z-]{1,24}$/.test(currency) ? {} : { currency: currency.toUpperCase() }),
      };
      const isBuiltIn = KNOWN.some((each) => each.kind === kind && each.url === url.value);
      return change({
        hidden: hidden.filter((each) => each !== keyOf(kind, url.value)),
        added: isHere || isBuiltIn ? added : [...added, service].slice(-MOST_ADDED),
      });
    },
    hide: (kind, text) => {
      const url = parseBaseUrl(text);
      if (!url.ok) return view();
      const { hidden, added } = changed();
      const left = added.filter((each) => each.kind !== kind || each.url !== url.value);
      const key = keyOf(kind, url.value);
      const isOwn = left.length < added.length;
      return change({
        added: left,
        hidden: isOwn || hidden.includes(key) ? hidden : [...hidden, key].slice(-MOST_ADDED),
      });
    },
    showAll: () => change({ ...changed(), hidden: [] }),
  };
};

const keyOf = (kind: KnownKind, url: string): string => `${kind} ${url}`;

const playServices = (play: PlayMoney | undefined): readonly KnownService[] =>
  play === undefined
    ? []
    : [
        { kind: 'issuer', url: play.exchange, name: play.exchange, currency: play.currency, isPlay: true },
        ...play.providers.map(({ url, name }): KnownService => ({ kind: 'place', url, name, isPlay: true })),
        ...play.escrowPlaces.map(({ url, name }): KnownService => ({ kind: 'escrow', url, name, isPlay: true })),
      ];

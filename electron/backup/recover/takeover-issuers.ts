// SPDX-License-Identifier: GPL-3.0-or-later
import type { CarriedEntry } from '../../state/entry.ts';
import type { Store } from '../../storage/store.ts';
import { issuerIn } from '../../wallet/unmixed.ts';
import { parseBaseUrl } from '../../taler/wire/base-url.ts';
import { scopeOfHost, type Scope } from '../../scope.ts';
import { checkPlace } from '../../taler/wire/place.ts';
import type { World } from '../../world.ts';
import type { BackupFailure } from '../failure/failure.ts';
import type { Source } from './source.ts';
import { moneyOf } from './theirs.ts';

// The copies of another wallet name issuers, and whoever made them chose which. None that this wallet does not know is asked
// anything before its person has seen its host and said yes: not for a quote, and not for an audit.

/** As many can be agreed to one after the other; a copy that names more is nobody's wallet. */
const MAX_NEW_ISSUERS = 20;

type Parts = { readonly world: World; readonly store: Store };
type IssuerFailure = Extract<
  BackupFailure,
  { readonly kind: 'unknown-exchange' | 'issuer-not-allowed' | 'too-many-issuers' }
>;

type Named = {
  readonly sources: readonly Source[];
  /** what they hold between them */
  readonly theirs: readonly CarriedEntry[];
  /** issuers that the person has agreed to */
  readonly agreed: readonly string[];
};

/** What has to be asked, or refused, before the issuers that the copies name are spoken to; undefined when nothing has. */
export const unknownIssuer = async (
  parts: Parts,
  { sources, theirs, agreed }: Named,
): Promise<IssuerFailure | undefined> => {
  const { world, store } = parts;
  const known = new Set(store.entries('exchange').map(({ value }) => value.base_url));
  const unknown = [...new Set(moneyOf(theirs).flatMap(issuerIn))].filter((each) => !known.has(each));
  if (unknown.length > MAX_NEW_ISSUERS)
    return { kind: 'too-many-issuers', named: unknown.length, limit: MAX_NEW_ISSUERS };
  const from = namedBy(sources, [...known]);
  for (const exchange of unknown.sort()) {
    // An entry whose address no exchange can have is joined as it is, and nobody is asked because of it.
    if (!parseBaseUrl(exchange).ok) continue;
    for (const by of from)
      if ((await checkPlace(world, by, exchange)) !== undefined) return { kind: 'issuer-not-allowed', exchange };
    if (!agreed.includes(exchange)) return { kind: 'unknown-exchange', exchange };
  }
  return undefined;
};

const WIDTH: readonly Scope[] = ['loopback', 'link', 'private', 'public'];
const ANYWHERE = 'http://somewhere.example/';

/** The one of them that may name least. */
export const namerOf = ({ store }: Pick<Parts, 'store'>, sources: readonly Source[]): string => {
  const width = (url: string): number =>
    WIDTH.indexOf(scopeOfHost(new URL(url).hostname)) * 2 + Number(url.startsWith('https:'));
  const known = store.entries('exchange').map(({ value }) => value.base_url);
  return namedBy(sources, known).toSorted((a, b) => width(b) - width(a))[0] ?? ANYWHERE;
};

/** Who says so: the places that gave the copies. A folder has no address; what it names lies no further inside than the issuers this wallet has. */
const namedBy = (sources: readonly Source[], known: readonly string[]): readonly string[] => {
  const web = sources.filter(({ copy, url }) => copy !== undefined && /^https?:/.test(url)).map(({ url }) => url);
  if (web.length > 0) return web;
  const scope = (url: string): number => WIDTH.indexOf(scopeOfHost(new URL(url).hostname));
  return [[...known].sort((a, b) => scope(a) - scope(b))[0]?.replace(/^https:/, 'http:') ?? ANYWHERE];
};

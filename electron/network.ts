// SPDX-License-Identifier: GPL-3.0-or-later
import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import type { Dispatcher } from 'undici';
import { looksUpNames, proxyFor, type Around, type ProxyChoice } from './proxies.ts';
import { isNarrower, scopeOfFound, type Scope } from './scope.ts';

// The network as this program uses it: every connection is made to a number that was looked at just before. A name is whatever
// its owner's name server says this second, so that one looked at earlier proves nothing (DNS rebinding).

/** As `fetch`; `narrowest`: no name is followed to a machine that is reached from fewer places (left out: to any). */
export type Fetch = (
  input: string | URL | Request,
  init?: RequestInit & { readonly narrowest?: Scope },
) => Promise<Response>;

/** The code of the failure when a name stands only for machines that it may not stand for. */
export const INNER_ADDRESS = 'INNER_ADDRESS';

/** The numbers a host name stands for now; none when it cannot be looked up, which the request itself will say. */
const addressesOf = (host: string): Promise<readonly string[]> =>
  new Promise((resolve) =>
    lookup(host, { all: true }, (error, found) => resolve(error ? [] : found.map(({ address }) => address))),
  );

/** Said here, because Node listens to the environment (`NODE_TLS_REJECT_UNAUTHORIZED`) where nothing is said. */
const PROVEN = { rejectUnauthorized: true } as const;

/** No name has more (RFC 1035). TLS leaves its refusal of one where the next key that is read finds it, and takes it for its own. */
const LONGEST_NAME = 253;

/** The types of the package leave out that it takes this. */
const SOCKS = { headers: {}, requestTls: PROVEN };

/** The package warns once that its SOCKS5 is new, on the stream where whoever runs a command reads what went wrong; everything else is let through. */
const withoutSocksWarning = <T>(work: () => T): T => {
  const warn = Reflect.get(process, 'emitWarning') as (...said: readonly unknown[]) => void;
  const but = (...said: readonly unknown[]): void => {
    if (!String(said[0]).startsWith('SOCKS5 ')) Reflect.apply(warn, process, said);
  };
  Reflect.set(process, 'emitWarning', but);
  try {
    return work();
  } finally {
    Reflect.set(process, 'emitWarning', warn);
  }
};

/** The network of one program. */
export type Network = {
  readonly http: Fetch;
  readonly addressesOf: (host: string) => Promise<readonly string[]>;
  /** from now on requests go through what the person chose */
  readonly useProxies: (chosen: ProxyChoice) => void;
};

/** Makes connections, through a proxy where one is set (`proxies.ts`). */
export const openNetwork = (system?: Around['system'], env: Around['env'] = process.env): Network => {
  let chosen: ProxyChoice = {};
  /** One pool of connections for each scope and proxy: what may be used for one kind of request is not there for another. */
  const agents = new Map<string, Dispatcher>();

  const dispatcherFor = async (proxy: string | undefined, narrowest: Scope): Promise<Dispatcher> => {
    const { Agent, ProxyAgent, Socks5ProxyAgent } = await import('undici');
    const made = (): Dispatcher => {
      if (proxy === undefined) return new Agent({ connect: { ...PROVEN, lookup: lookupWithin(narrowest) } });
      return looksUpNames(proxy)
        ? withoutSocksWarning(() => new Socks5ProxyAgent(proxy, SOCKS))
        : new ProxyAgent({ uri: proxy, requestTls: PROVEN, proxyTls: PROVEN });
    };
    const pool = proxy ?? narrowest;
    const dispatcher = agents.get(pool) ?? made();
    agents.set(pool, dispatcher);
    return dispatcher;
  };

  const proxyOf = (url: string): Promise<string | undefined> => proxyFor(url, { chosen, env, system });

  return {
    /** Node's own `fetch` is this package, but takes no agent of another version. */
    http: async (input, { narrowest = 'loopback', ...init } = {}) => {
      const { fetch: ask } = await import('undici');
      const url = input instanceof Request ? input.url : String(input);
      if (new URL(url).hostname.length > LONGEST_NAME)
        throw Object.assign(new Error('a name longer than any'), { code: 'ENOTFOUND' });
      const proxy = await proxyOf(url);
      // An HTTP proxy looks names up in a house of its own, which may be this one.
      if (proxy !== undefined && !looksUpNames(proxy)) await refuseInner(new URL(url).hostname, narrowest);
      const dispatcher = await dispatcherFor(proxy, narrowest);
      // The types of the package are its own; what it does with them is what Node does.
      const asked = ask as unknown as (input: unknown, init: object) => Promise<Response>;
      return asked(input, { ...init, dispatcher });
    },
    // Whoever has names looked up at the other end of a tunnel wants nobody on this one to hear them.
    addressesOf: async (host) => (looksUpNames(await proxyOf(`https://${host}/`)) ? [] : addressesOf(host)),
    useProxies: (choice) => void (chosen = choice),
  };
};

const refuseInner = async (host: string, narrowest: Scope): Promise<void> => {
  const found = await addressesOf(host);
  if (found.length > 0 && found.every((address) => isNarrower(scopeOfFound(address), narrowest)))
    throw Object.assign(new Error(INNER_ADDRESS), { code: INNER_ADDRESS });
};

/** Looks a name up and gives only the numbers that it may stand for. Not called for what is a number already. */
const lookupWithin =
  (narrowest: Scope): LookupFunction =>
  (host, options, callback) =>
    lookup(host, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, []);
      const [first, ...others] = found.filter(({ address }) => !isNarrower(scopeOfFound(address), narrowest));
      if (first === undefined) return callback(Object.assign(new Error(INNER_ADDRESS), { code: INNER_ADDRESS }), []);
      return options.all === true ? callback(null, [first, ...others]) : callback(null, first.address, first.family);
    });

// SPDX-License-Identifier: GPL-3.0-or-later
import { scopeOfHost } from './scope.ts';

// Through whom a request leaves this computer: what the person chose, for one place or for all, else what the environment says, else the
// system. What is reached from this computer alone never goes through anybody.

/** What the person chose: a proxy's address, `direct` for none whatever the environment says, or nothing. */
export type ProxyChoice = {
  readonly all?: string | undefined;
  /** by the origin of a place's address */
  readonly places?: Readonly<Record<string, string>>;
};

export const DIRECT = 'direct';

type Environment = Readonly<Record<string, string | undefined>>;
export type Around = {
  readonly chosen: ProxyChoice;
  readonly env: Environment;
  /** what the system says for an address, in the words of a PAC file; only a window can ask it */
  readonly system?: ((url: string) => Promise<string>) | undefined;
};

/** A proxy as it is kept: SOCKS5 (names are looked up at its end) or HTTP; undefined for anything else. Without a scheme it is HTTP. */
export const readProxy = (text: string): string | undefined => {
  const given = text.trim();
  const spelled = /^[a-z][a-z\d+.-]*:\/\//i.test(given) ? given : `http://${given}`;
  const url = spelled.replace(/^socks(?:5h)?:/i, 'socks5:');
  if (!URL.canParse(url)) return undefined;
  const { protocol, username, password, hostname, port, pathname, search } = new URL(url);
  if (!['socks5:', 'http:', 'https:'].includes(protocol) || hostname === '' || search !== '') return undefined;
  if (pathname !== '' && pathname !== '/') return undefined;
  const who = username === '' ? '' : `${username}${password === '' ? '' : `:${password}`}@`;
  return `${protocol}//${who}${hostname}${port === '' ? '' : `:${port}`}`;
};

/** The proxy for an address; undefined for none. One that nobody can read is no reason to go without: that fails. */
export const proxyFor = async (address: string, { chosen, env, system }: Around): Promise<string | undefined> => {
  const url = new URL(address);
  const scope = scopeOfHost(url.hostname);
  if (scope === 'loopback') return undefined;
  const own = chosen.places?.[url.origin] ?? chosen.all;
  // A machine of this house is not seen from outside, nor reached from there.
  if (own !== undefined) return own === DIRECT || scope !== 'public' ? undefined : readable(own);
  const said = fromEnvironment(url, env);
  if (said !== undefined) return said === DIRECT ? undefined : readable(said);
  return system === undefined ? undefined : fromPac(await system(address));
};

/** Whether names are looked up at the other end, so that nobody here may ask for them. */
export const looksUpNames = (proxy: string | undefined): boolean => proxy?.startsWith('socks5:') === true;

const readable = (proxy: string): string => {
  const read = readProxy(proxy);
  if (read === undefined) throw Object.assign(new Error(PROXY_UNREADABLE), { code: PROXY_UNREADABLE });
  return read;
};

/** The code of the failure when the proxy that was set is none. */
const PROXY_UNREADABLE = 'PROXY_UNREADABLE';

/** The usual variables, the small letters first; `direct` where they make an exception, undefined where they say nothing. */
const fromEnvironment = (url: URL, env: Environment): string | undefined => {
  const of = (name: string): string | undefined => {
    const value = env[name.toLowerCase()] ?? env[name.toUpperCase()];
    return value === undefined || value === '' ? undefined : value;
  };
  const proxy = of(url.protocol === 'https:' ? 'https_proxy' : 'http_proxy') ?? of('all_proxy');
  if (proxy === undefined) return undefined;
  return isExcepted(url, of('no_proxy') ?? '') ? DIRECT : proxy;
};

/** Names, their ends (`.example.org`), numbers, each with a port or without; `*` is everybody. */
const isExcepted = ({ hostname, port, protocol }: URL, list: string): boolean => {
  const at = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  return list
    .split(/[\s,]+/)
    .filter((each) => each !== '')
    .some((each) => {
      if (each === '*') return true;
      const [, name = '', only] = /^(.*?)(?::(\d+))?$/.exec(each.toLowerCase()) ?? [];
      if (only !== undefined && only !== at) return false;
      const bare = name.replace(/^\*?\./, '');
      return hostname === bare || hostname === `[${bare}]` || hostname.endsWith(`.${bare}`);
    });
};

/** `PROXY host:port; DIRECT` and the like: the first that is said counts. */
const fromPac = (said: string): string | undefined => {
  const [first = ''] = said.split(';');
  const [, how = '', where = ''] = /^(\w+)(.*)$/.exec(first.trim()) ?? [];
  const scheme = { PROXY: 'http', HTTPS: 'https', SOCKS: 'socks5', SOCKS5: 'socks5' }[how.toUpperCase()];
  return scheme === undefined ? undefined : readable(`${scheme}://${where.trim()}`);
};

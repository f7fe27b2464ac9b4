// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import { parseBaseUrl, parseSpelledBaseUrl } from './base-url.ts';
import { parseCrock } from '../bytes/encodings.ts';

/** A provider named in a recovery URI. */
export type NamedProvider = { readonly name: string; readonly url: string };

/** What a `taler://` URI asks for. Base URLs are canonical (but `recovery` keeps letter case), keys are base32 of the right length. */
export type TalerUri =
  | { readonly action: 'withdraw'; readonly bankBaseUrl: string; readonly operationId: string }
  | {
      readonly action: 'pay';
      readonly merchantBaseUrl: string;
      readonly orderId: string;
      readonly sessionId: string;
      readonly claimToken?: string;
      readonly noncePriv?: string;
    }
  /** `amount` and `summary` are what the link proposes for what its shop leaves open, as they are written there */
  | {
      readonly action: 'template';
      readonly merchantBaseUrl: string;
      readonly templateId: string;
      readonly amount?: string;
      readonly summary?: string;
    }
  | { readonly action: 'refund'; readonly merchantBaseUrl: string; readonly orderId: string }
  | { readonly action: 'push'; readonly exchangeBaseUrl: string; readonly contractPriv: string }
  | { readonly action: 'pull'; readonly exchangeBaseUrl: string; readonly contractPriv: string }
  | { readonly action: 'recovery'; readonly root: string; readonly providers: readonly NamedProvider[] }
  | { readonly action: 'restore'; readonly root: string; readonly providers: readonly string[] }
  | { readonly action: 'unsupported'; readonly name: string };

export type MalformedTalerUri = {
  readonly kind: 'malformed-taler-uri';
  readonly why: 'scheme' | 'length' | 'segments' | 'base-url' | 'key' | 'providers' | 'encoding';
};

/** A QR code holds about 4300 letters; whatever is longer was not made for a wallet. */
const MAX_LENGTH = 4400;
const MAX_PROVIDERS = 32;

/** Reads a `taler://` (https) or `taler+http://` URI; scheme and action in any letter case; unknown actions come back as `unsupported`. */
export const parseTalerUri = (text: string): Result<TalerUri, MalformedTalerUri> => {
  if (text.length > MAX_LENGTH) return malformed('length');
  const match = /^taler(\+http)?:\/\/([a-z0-9-]+)(?:\/([^?#]*))?(?:\?([^#]*))?$/i.exec(text);
  if (!match) return malformed('scheme');
  const [, http, action = '', path = '', query] = match;
  const parts: Parts = { scheme: http === undefined ? 'https' : 'http', segments: path.split('/'), query };
  switch (action.toLowerCase()) {
    case 'withdraw':
      return parseWithdraw(withoutLastSlash(parts));
    case 'pay':
      return parsePay(parts);
    case 'pay-template':
      return parseTemplate(withoutLastSlash(parts));
    case 'refund':
      return parseRefund(parts);
    case 'pay-push':
      return parseContract('push', withoutLastSlash(parts));
    case 'pay-pull':
      return parseContract('pull', withoutLastSlash(parts));
    case 'recovery':
      return parseRecovery(parts);
    case 'restore':
      return parseRestore(parts);
    default:
      return ok({ action: 'unsupported', name: action.toLowerCase() });
  }
};

/** The text of a URI; what it says is read back the same by `parseTalerUri`. */
export const talerUriToText = (uri: Exclude<TalerUri, { readonly action: 'unsupported' }>): string => {
  switch (uri.action) {
    case 'withdraw':
      return `${prefix(uri.bankBaseUrl, 'withdraw')}${uri.operationId}`;
    case 'pay':
      return `${prefix(uri.merchantBaseUrl, 'pay')}${uri.orderId}/${uri.sessionId}${queryOf({ c: uri.claimToken, n: uri.noncePriv })}`;
    case 'template':
      return `${prefix(uri.merchantBaseUrl, 'pay-template')}${encodeURIComponent(uri.templateId)}${queryOf({ amount: uri.amount, summary: uri.summary })}`;
    case 'refund':
      return `${prefix(uri.merchantBaseUrl, 'refund')}${uri.orderId}/`;
    case 'push':
      return `${prefix(uri.exchangeBaseUrl, 'pay-push')}${uri.contractPriv}`;
    case 'pull':
      return `${prefix(uri.exchangeBaseUrl, 'pay-pull')}${uri.contractPriv}`;
    case 'recovery':
      return `taler://recovery/${uri.root}?${uri.providers.map(({ name, url }) => `${escape(name)}=${escape(url)}`).join('&')}`;
    case 'restore':
      return `taler://restore/${uri.root}/${uri.providers.map((url) => encodeURIComponent(url)).join(',')}`;
  }
};

type Parts = {
  readonly scheme: 'https' | 'http';
  readonly segments: readonly string[];
  readonly query: string | undefined;
};
/** A slash at the end of a link, which some programs put there, names nothing. */
const withoutLastSlash = (parts: Parts): Parts =>
  parts.segments.length > 2 && parts.segments.at(-1) === ''
    ? { ...parts, segments: parts.segments.slice(0, -1) }
    : parts;

type Parsed = Result<TalerUri, MalformedTalerUri>;

const parseWithdraw = (parts: Parts): Parsed => {
  const operationId = parts.segments.at(-1) ?? '';
  if (parts.segments.length < 2 || operationId === '') return malformed('segments');
  return withBase(parts, 1, (bankBaseUrl) => ({ action: 'withdraw', bankBaseUrl, operationId }));
};

const parsePay = (parts: Parts): Parsed => {
  const [orderId = '', sessionId = ''] = parts.segments.slice(-2);
  if (parts.segments.length < 3 || orderId === '') return malformed('segments');
  const query = new URLSearchParams(parts.query);
  const claimToken = query.get('c');
  const noncePriv = query.get('n');
  if (noncePriv !== null && !parseCrock(noncePriv, 32).ok) return malformed('key');
  return withBase(parts, 2, (merchantBaseUrl) => ({
    action: 'pay',
    merchantBaseUrl,
    orderId,
    sessionId,
    ...(claimToken === null ? {} : { claimToken }),
    ...(noncePriv === null ? {} : { noncePriv }),
  }));
};

/** An empty `amount` or `summary` proposes nothing: so older links said that it is open. */
const parseTemplate = (parts: Parts): Parsed => {
  const templateId = decode(parts.segments.at(-1) ?? '');
  if (templateId === undefined) return malformed('encoding');
  if (parts.segments.length < 2 || templateId === '' || isDotSegment(templateId)) return malformed('segments');
  const query = new URLSearchParams(parts.query);
  const [sum, summary] = [query.get('amount') ?? '', query.get('summary') ?? ''];
  return withBase(parts, 1, (merchantBaseUrl) => ({
    action: 'template',
    merchantBaseUrl,
    templateId,
    ...(sum === '' ? {} : { amount: sum }),
    ...(summary === '' ? {} : { summary }),
  }));
};

const parseRefund = (parts: Parts): Parsed => {
  const [orderId = ''] = parts.segments.slice(-2);
  if (parts.segments.length < 3 || orderId === '') return malformed('segments');
  return withBase(parts, 2, (merchantBaseUrl) => ({ action: 'refund', merchantBaseUrl, orderId }));
};

const parseContract = (action: 'push' | 'pull', parts: Parts): Parsed => {
  const contractPriv = parts.segments.at(-1) ?? '';
  if (parts.segments.length < 2) return malformed('segments');
  if (!parseCrock(contractPriv, 32).ok) return malformed('key');
  return withBase(parts, 1, (exchangeBaseUrl) => ({ action, exchangeBaseUrl, contractPriv }));
};

/** wallet-core 2022's form, `recovery/ROOT?NAME=URL&…`, written there without any percent-encoding. */
const parseRecovery = (parts: Parts): Parsed => {
  const [root = '', ...more] = parts.segments;
  if (more.some((segment) => segment !== '')) return malformed('segments');
  if (!isRoot(root)) return malformed('key');
  const pairs = (parts.query ?? '').split('&').filter((pair) => pair !== '');
  if (pairs.length > MAX_PROVIDERS) return malformed('providers');
  const providers: NamedProvider[] = [];
  for (const pair of pairs) {
    const cut = pair.indexOf('=');
    const name = decode(cut === -1 ? '' : pair.slice(0, cut));
    const address = decode(pair.slice(cut + 1));
    if (name === undefined || address === undefined) return malformed('encoding');
    const url = parseSpelledBaseUrl(address);
    if (name === '' || !url.ok) return malformed('providers');
    providers.push({ name, url: url.value });
  }
  return ok({ action: 'recovery', root, providers });
};

/** The URI draft's name; providers as a comma-separated last segment. */
const parseRestore = (parts: Parts): Parsed => {
  const [root = '', ...rest] = parts.segments;
  if (!isRoot(root)) return malformed('key');
  const listed = rest
    .join('/')
    .split(',')
    .filter((item) => item !== '');
  if (listed.length > MAX_PROVIDERS) return malformed('providers');
  const providers: string[] = [];
  for (const item of listed) {
    const address = decode(item);
    if (address === undefined) return malformed('encoding');
    const url = parseBaseUrl(/^https?:\/\//i.test(address) ? address : `${parts.scheme}://${address}`);
    if (!url.ok) return malformed('providers');
    providers.push(url.value);
  }
  return ok({ action: 'restore', root, providers });
};

/** wallet-core 2022 has roots of 32 bytes, DD 009 of 64. */
const isRoot = (root: string): boolean => parseCrock(root, 32).ok || parseCrock(root, 64).ok;

const withBase = (parts: Parts, dropped: number, build: (baseUrl: string) => TalerUri): Parsed => {
  if (parts.segments.some(isDotSegment)) return malformed('segments');
  const [host = '', ...path] = parts.segments.slice(0, -dropped);
  if (host === '') return malformed('base-url');
  const base = parseBaseUrl(`${parts.scheme}://${[host, ...path].join('/')}/`);
  return base.ok ? ok(build(base.value)) : malformed('base-url');
};

/** `.` and `..`, however they are written: a URL made of them leads to another path than the one that was read. */
const isDotSegment = (segment: string): boolean => /^(?:\.|%2e){1,2}$/i.test(segment);

/** The host keeps its port here; wallet-core 2022 loses it. */
const prefix = (baseUrl: string, action: string): string => {
  const { protocol, host, pathname } = new URL(baseUrl);
  return `taler${protocol === 'http:' ? '+http' : ''}://${action}/${host}${pathname}`;
};

const queryOf = (members: Readonly<Record<string, string | undefined>>): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(members)) if (value !== undefined) query.set(name, value);
  return query.size === 0 ? '' : `?${query.toString()}`;
};

/** Encodes only what would end a name or an address, so that ordinary ones look as wallet-core 2022 writes them. */
const escape = (text: string): string => text.replace(/[%&#=?+\s]/gu, (char) => encodeURIComponent(char));

const decode = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign: the address was not written by anything that encodes.
    return undefined;
  }
};

const malformed = (why: MalformedTalerUri['why']): Result<never, MalformedTalerUri> =>
  err({ kind: 'malformed-taler-uri', why });

// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';

export type MalformedBaseUrl = {
  readonly kind: 'malformed-base-url';
  readonly why: 'length' | 'scheme' | 'syntax' | 'credentials';
};

/** Far longer than any real service address; stops a QR code or server from making us carry kilobytes around. */
const MAX_LENGTH = 1024;

/**
 * The one spelling under which a service is stored and compared: https unless http is written, lower-case host, no default
 * port, path ending in a slash, no query and no fragment. Sync account keys depend on this exact string.
 */
export const parseBaseUrl = (text: string): Result<string, MalformedBaseUrl> => {
  if (text.length === 0 || text.length > MAX_LENGTH) return malformed('length');
  const hasScheme = /^https?:\/\//i.test(text);
  if (!hasScheme && /^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return malformed('scheme');
  const absolute = hasScheme ? text : `https://${text}`;
  // With one slash or none, `https` would be taken for a host.
  if (!hasScheme && /^https?:/i.test(text)) return malformed('syntax');
  // What begins with a slash, a dot or a tilde is a path of this computer; `URL` would make its first folder a host.
  if (/^[/.~]/.test(text) || /[\s\\]/.test(absolute) || !URL.canParse(absolute)) return malformed('syntax');
  const url = new URL(absolute);
  if (url.username !== '' || url.password !== '') return malformed('credentials');
  url.search = '';
  url.hash = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return ok(url.href);
};

/**
 * As `parseBaseUrl`, but an address that differs from its canonical spelling in letter case alone keeps its own:
 * wallet-core 2022 left upper-case hosts as they were, and derived its sync account from that very string.
 */
export const parseSpelledBaseUrl = (text: string): Result<string, MalformedBaseUrl> => {
  const canonical = parseBaseUrl(text);
  return canonical.ok && canonical.value.toLowerCase() === text.toLowerCase() ? ok(text) : canonical;
};

const malformed = (why: MalformedBaseUrl['why']): Result<never, MalformedBaseUrl> =>
  err({ kind: 'malformed-base-url', why });

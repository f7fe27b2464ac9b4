// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { request, shownUrl, type HttpFailure } from '../wire/http.ts';

export type PageFailure =
  | HttpFailure
  | { readonly kind: 'no-order-there'; readonly url: string }
  | { readonly kind: 'page-not-asked' };

const PATIENCE_MS = 20_000;
const LONGEST_LINK = 4400;

/**
 * `HEAD` of a page of the web, as a browser would ask for it: what wants money says so by a header `Taler` with a link (200 or 402).
 * Only https, and http of this machine; a redirect leads no further than its own server. What the link is, others look at.
 */
export const linkOfPage = async (world: World, given: string): Promise<Result<string, PageFailure>> => {
  const url = pageUrl(given);
  if (url === undefined) return err({ kind: 'page-not-asked' });
  const answer = await request(world, {
    method: 'HEAD',
    url,
    headers: { accept: 'text/html' },
    timeoutMs: PATIENCE_MS,
    maxBytes: 0,
  });
  if (!answer.ok) return answer;
  const { status, headers } = answer.value;
  const link = headers.get('taler')?.trim() ?? '';
  const isLink = /^taler(?:\+http)?:\/\//i.test(link) && link.length <= LONGEST_LINK;
  return (status === 200 || status === 402) && isLink ? ok(link) : err({ kind: 'no-order-there', url: shownUrl(url) });
};

/** The address without what a server is not told; undefined for what is no page. */
const pageUrl = (given: string): string | undefined => {
  if (given.length > LONGEST_LINK || !URL.canParse(given)) return undefined;
  const url = new URL(given);
  const isHere = url.protocol === 'http:' && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  if ((url.protocol !== 'https:' && !isHere) || url.username !== '' || url.password !== '') return undefined;
  url.hash = '';
  return url.href;
};

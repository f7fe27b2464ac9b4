// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import type { World } from '../../world.ts';
import { bytesToCrock } from '../bytes/encodings.ts';
import { sha512Short } from '../crypto/hash.ts';
import { errorFromAnswer, request, type HttpFailure } from '../wire/http.ts';

/** The terms of service as an exchange gave them; `version` is what is agreed to, `tag` how this very text is called there. */
export type Terms = {
  readonly version: string;
  readonly tag: string | undefined;
  readonly language: string | undefined;
  /** `elsewhere`: they are there in a form that is not shown here */
  readonly form: 'plain' | 'markdown' | 'elsewhere';
  readonly text: string;
};

/** `none`: this exchange has no terms; `unchanged`: they are still those with the tag that was named. */
export type TermsAnswer = Terms | 'none' | 'unchanged';

/** A contract of 60,000 words; nobody reads a longer one, and no honest one is. */
const MAX_BYTES = 512 * 1024;
/** Somebody looks at a page that waits for it. */
const TIMEOUT_MS = 15_000;
/** A server answers so where no terms were set up. */
const NO_TERMS: ReadonlySet<number> = new Set([404, 406, 410, 501]);

/**
 * Asks an exchange for its terms of service, as plain text where there is one (PROTOCOL.md#discovery). `version` is the label
 * that v23 and later name in a header of its own; before, the tag was that label; a server that names neither is agreed with on
 * its very words.
 */
export const fetchTerms = async (
  world: World,
  baseUrl: string,
  { language, tag }: { readonly language: string; readonly tag?: string | undefined },
): Promise<Result<TermsAnswer, HttpFailure>> => {
  const url = `${baseUrl}terms`;
  const answer = await request(world, {
    method: 'GET',
    url,
    headers: {
      accept: 'text/plain, text/markdown;q=0.8, */*;q=0.1',
      'accept-language': language === 'en' ? 'en' : `${language}, en;q=0.5`,
      ...(tag === undefined ? {} : { 'if-none-match': tag }),
    },
    maxBytes: MAX_BYTES,
    timeoutMs: TIMEOUT_MS,
    redirects: 'same-origin',
  });
  if (!answer.ok) return answer;
  const { status, headers, bytes } = answer.value;
  if (status === 304 && tag !== undefined) return ok('unchanged');
  if (NO_TERMS.has(status)) return ok('none');
  if (status !== 200) return err(errorFromAnswer(answer.value, url));
  const found = labelIn(headers, 'etag');
  const form = formOf(headers.get('content-type'));
  return ok({
    version: labelIn(headers, 'taler-terms-version') ?? found ?? bytesToCrock(sha512Short(bytes)),
    tag: found,
    language: /^[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.exec(headers.get('content-language') ?? '')?.[0],
    form,
    text: form === 'elsewhere' ? '' : harmless(new TextDecoder().decode(bytes)),
  });
};

/** A name as it was given, if it is one: it is sent back, compared and kept. */
const labelIn = (headers: Headers, name: string): string | undefined =>
  /^[!-~]{1,200}$/.exec(headers.get(name) ?? '')?.[0];

const formOf = (type: string | null): Terms['form'] => {
  const name = (type ?? 'text/plain').split(';', 1)[0]?.trim().toLowerCase();
  if (name === 'text/plain') return 'plain';
  return name === 'text/markdown' ? 'markdown' : 'elsewhere';
};

/** Lines stay, everything that cannot be seen or turns the reading round goes; what is shown is what was sent. */
const harmless = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', '    ')
    .replaceAll(/[^\P{C}\n]/gu, '')
    .replaceAll(/(\p{M}{2})\p{M}+/gu, '$1')
    .replaceAll(/\n{4,}/g, '\n\n\n')
    .trim();

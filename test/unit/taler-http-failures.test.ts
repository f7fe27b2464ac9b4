// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { errorCode, errorFromAnswer, shownUrl, type HttpAnswer } from '../../electron/taler/wire/http.ts';

// What an answer that is no success says about itself, and what of it is ever shown.

describe('failures', () => {
  const answer = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpAnswer => ({
    status,
    headers: new Headers(headers),
    bytes: new TextEncoder().encode(JSON.stringify(body)),
  });

  test('a refusal carries code, hint and detail', () => {
    expect(errorFromAnswer(answer(409, { code: 1012, hint: 'h', detail: 'd' }), 'http://x/y?z')).toEqual({
      kind: 'refused',
      url: 'http://x/y',
      status: 409,
      code: 1012,
      hint: 'h',
      detail: 'd',
      body: { code: 1012, hint: 'h', detail: 'd' },
    });
  });

  test.each([
    [{ 'retry-after': '7' }, 7_000],
    [{ 'retry-after': 'Mon, 23 Nov 2026 14:00:30 GMT', date: 'Mon, 23 Nov 2026 14:00:00 GMT' }, 30_000],
    [{ 'retry-after': '999999999' }, 86_400_000],
    [{ 'retry-after': 'soon' }, undefined],
  ])('trouble says when to come back: %j', (headers, retryAfterMs) => {
    expect(errorFromAnswer(answer(503, {}, headers), 'http://x/')).toEqual({
      kind: 'server-trouble',
      url: 'http://x/',
      status: 503,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  });

  test.each([408, 429, 500, 502, 504])('%s is trouble, not a refusal', (status) => {
    expect(errorFromAnswer(answer(status, 'no object'), 'http://x/').kind).toBe('server-trouble');
  });

  test('a body longer than any failure is not read: half a minute of brackets would stop everything', () => {
    const long = answer(404, { code: 6100, pad: 'x'.repeat(1024 * 1024) });
    expect(errorCode(long)).toBeUndefined();
    expect(errorFromAnswer(long, 'http://x/')).toEqual({
      kind: 'refused',
      url: 'http://x/',
      status: 404,
      body: undefined,
    });
    expect(errorCode(answer(404, { code: 6100, pad: 'x'.repeat(1024 * 1024 - 100) }))).toBe(6100);
  });

  test('no query and no password is shown', () => {
    expect(shownUrl('https://user:pass@x.example/orders/1?token=T#f')).toBe('https://x.example/orders/1');
    expect(shownUrl('nonsense')).toBe('(malformed URL)');
  });
});

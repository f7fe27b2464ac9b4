// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { askNewest } from '../../electron/app/newest-version.ts';
import { NEWEST_AT, VERSION } from '../../shared/version.ts';
import { realWorld, type World } from '../../electron/world.ts';

// One plain question, and whatever is answered: a word that is a version, or nothing.

const asked: { readonly url: string; readonly init: RequestInit | undefined }[] = [];
const answering = (answer: () => Response | Promise<Response>, sleep: World['sleep'] = realWorld().sleep): World => ({
  ...realWorld(),
  sleep,
  http: async (input, init) => {
    asked.push({ url: String(input), init });
    return answer();
  },
});
const said = async (answer: () => Response | Promise<Response>, sleep?: World['sleep']): Promise<unknown> => {
  const newest = await askNewest(answering(answer, sleep));
  return newest.ok ? newest.value : newest.error.facts;
};
const body =
  (text: string, status = 200): (() => Response) =>
  () =>
    new Response(text, { status });
const forever = (): Response =>
  new Response(new ReadableStream({ pull: (out) => out.enqueue(new Uint8Array(65_536)) }));

test('a newer version, this one, an older one', async () => {
  asked.length = 0;
  expect(await said(body('{"version":"100.0.1"}'))).toEqual({ version: '100.0.1', isNewer: true });
  expect(await said(body(`{"version":"${VERSION}"}`))).toEqual({ version: VERSION, isNewer: false });
  expect(await said(body('{"version":"0.0.99","more":[1]}'))).toEqual({ version: '0.0.99', isNewer: false });
  // Nothing of this wallet goes along.
  expect(new Set(asked.map(({ url }) => url))).toEqual(new Set([NEWEST_AT]));
  expect(NEWEST_AT).toMatch(/^https:\/\/[a-z.]+\/[a-z.]+$/);
  expect(asked[0]?.init).toMatchObject({ method: 'GET', credentials: 'omit', redirect: 'manual' });
  expect(asked[0]?.init?.body).toBeUndefined();
});

test.each([
  ['no JSON', body('<html>')],
  ['a version that is none', body('{"version":"1.0.0; rm -rf"}')],
  ['a number', body('{"version":2}')],
  ['a version of a million digits', body(`{"version":"${'9'.repeat(1_000_000)}.0.0"}`)],
  ['signs nobody sees', body('{"version":"\u202e1.0.0"}')],
  ['nothing', body('')],
  ['null', body('null')],
  ['brackets without end', body('['.repeat(4000))],
  ['bytes without end', forever],
  ['not found', body('{"version":"100.0.0"}', 404)],
  ['another address', () => new Response(null, { status: 302, headers: { location: 'https://evil.example/' } })],
])('%s is not understood', async (_, answer) => {
  expect(await said(answer)).toEqual({ why: 'not-understood' });
});

test('nobody there, and somebody who says nothing, are told as that', async () => {
  expect(await said(() => Promise.reject(new TypeError('fetch failed')))).toEqual({ why: 'unreachable' });
  const silent = (): Response => new Response(new ReadableStream({ pull: () => new Promise(() => undefined) }));
  expect(await said(silent, () => new Promise((soon) => setImmediate(soon)))).toEqual({ why: 'unreachable' });
  expect(await said(body('busy', 503))).toEqual({ why: 'unreachable' });
});

// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { createRecorder } from '../../electron/probe/recorder.ts';
import { request } from '../../electron/taler/wire/http.ts';
import { realWorld, type World } from '../../electron/world.ts';

const URL_OF = 'https://exchange.example/sub/';
const MIB = 1024 * 1024;

const recording = (http: World['http']) => {
  const recorder = createRecorder({ http, now: () => 7 }, []);
  recorder.name('exchange', URL_OF);
  recorder.begin('config');
  return { recorder, world: { ...realWorld(), http: recorder.http } };
};

describe('a recording', () => {
  test('has a request and its answer as they were, and nothing that lets somebody in or says who sent money', async () => {
    const { recorder, world } = recording(async () =>
      Response.json(
        {
          balance: 'KUDOS:1',
          last_origin: 'payto://iban/DE75',
          history: [{ sender_account_url: 'payto://iban/DE75' }],
        },
        { headers: { 'Set-Cookie': 'a=b', ETag: '"7"' } },
      ),
    );
    await request(world, {
      method: 'POST',
      url: `${URL_OF}reserves/X?timeout_ms=1`,
      json: { b: 1, a: [null] },
      headers: { authorization: 'Bearer secret-token:abc' },
    });
    expect(JSON.stringify(recorder.steps())).not.toMatch(/secret-token|DE75|a=b/);
    expect(recorder.steps()).toEqual([
      {
        step: 'config',
        server: 'exchange',
        elapsed_ms: 0,
        request: {
          method: 'POST',
          path: '/sub/reserves/X?timeout_ms=1',
          headers: { 'content-type': 'application/json', authorization: '(left out)' },
          body: { json: { a: [null], b: 1 } },
        },
        response: {
          status: 200,
          headers: { 'content-type': 'application/json', 'set-cookie': '(left out)', etag: '"7"' },
          body: {
            json: {
              balance: 'KUDOS:1',
              last_origin: '(left out)',
              history: [{ sender_account_url: '(left out)' }],
            },
          },
        },
      },
    ]);
  });

  test('folds what is asked and answered alike, and keeps a request without an answer', async () => {
    let asked = 0;
    const { recorder, world } = recording(async () => {
      asked += 1;
      if (asked === 5) throw new TypeError('fetch failed');
      return new Response(null, { status: 304 });
    });
    for (let at = 0; at < 5; at += 1) await request(world, { method: 'GET', url: `${URL_OF}keys` });
    expect(recorder.steps()).toMatchObject([{ times: 4, response: { status: 304, body: null } }, { response: null }]);
  });

  test('keeps JSON that nests without end, text, pages and bytes as what they are', async () => {
    const bodies = [
      ['application/json', '['.repeat(5000) + ']'.repeat(5000)],
      ['application/json', 'no JSON'],
      ['text/html', '<p>'],
      ['application/octet-stream', '\u0001'],
    ] as const;
    const left = [...bodies];
    const { recorder, world } = recording(async () => {
      const [type, text] = left.shift() ?? ['', ''];
      return new Response(text, { headers: { 'content-type': type } });
    });
    for (const _ of bodies) await request(world, { method: 'GET', url: `${URL_OF}terms` });
    const found = recorder.steps().map(({ response }) => Object.keys(response?.body ?? {})[0]);
    expect(found).toEqual(['text', 'text', 'text', 'base64']);
  });

  test('is no larger than it may be: bodies beyond the bound are counted and left out, and after too many requests none goes out', async () => {
    const chunk = new Uint8Array(MIB);
    const endless = (): ReadableStream<Uint8Array> =>
      new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
    let asked = 0;
    const { recorder, world } = recording(async () => {
      asked += 1;
      return asked === 1 ? new Response(endless()) : new Response(null, { status: 204 });
    });
    const cut = await request(world, { method: 'GET', url: URL_OF, maxBytes: 9 * MIB });
    expect(cut).toMatchObject({ ok: false, error: { kind: 'too-large' } });
    expect(recorder.steps()[0]?.response?.body).toEqual({ omitted: `over ${8 * MIB} bytes` });
    for (let at = 0; at < 2010; at += 1) await recorder.http(`${URL_OF}x`, {}).catch(() => undefined);
    expect(asked).toBe(2000);
  });
});

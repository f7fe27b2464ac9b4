// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import {
  add,
  install,
  outcomes,
  recoveryText,
  testWorld,
  total,
  withdraw,
  type Installation,
} from '../support/backup-rig.ts';

// Who stands between the wallet and its place: proxies that touch the headers, and networks that answer in the place's stead.

const real = testWorld();
type Meddler = (answer: Response, asked: Request) => Response | Promise<Response>;
let meddle: Meddler | undefined;
const world = {
  ...real,
  http: (async (input, init) => {
    const asked = new Request(input, init);
    const answer = await real.http(input, init);
    return meddle && asked.url.startsWith(url()) ? meddle(answer, asked) : answer;
  }) as typeof fetch,
};
let sandbox: Sandbox;
aroundEconomy(world, [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }], (opened) => {
  sandbox = opened;
});
const url = (at = 0): string => sandbox.syncProviders[at]?.baseUrl ?? '';

let mine: Installation;
let changes = 0;
const change = (): void =>
  mine.store.transaction((tx) => tx.put('setting', 'note', { value: `change ${(changes += 1)}` }));
beforeEach(async () => {
  mine = install(world);
  expect(await add(mine, url())).toBe('stored');
});
afterEach(() => {
  meddle = undefined;
});

const withHeaders = async (answer: Response, edit: (headers: Headers) => void): Promise<Response> => {
  const headers = new Headers(answer.headers);
  edit(headers);
  const { status } = answer;
  const isBare = status === 204 || status === 304;
  return new Response(isBare ? null : await answer.arrayBuffer(), { status, headers });
};
const double = (name: string) => (headers: Headers) => headers.set(name, `${headers.get(name)}, ${headers.get(name)}`);

describe('a proxy that touches the headers', () => {
  test.each<[string, (headers: Headers) => void]>([
    ['weakens the ETag', (headers) => headers.set('etag', `W/${headers.get('etag')}`)],
    ['marks the ETag as compressed', (headers) => headers.set('etag', '"x-gzip"')],
    ['drops the ETag', (headers) => headers.delete('etag')],
    ['doubles the ETag', double('etag')],
    ['doubles the signature', double('sync-signature')],
    [
      'drops everything it does not know',
      (headers) => ['etag', 'sync-signature', 'sync-previous'].forEach((name) => headers.delete(name)),
    ],
  ])('%s: copies are kept, joined and restored as ever', async (_what, edit) => {
    await withdraw(mine, sandbox, 'KUDOS:2');
    meddle = (answer) => withHeaders(answer, edit);
    change();
    expect(await outcomes(mine)).toEqual(['stored']);
    expect(mine.backup.status()).toMatchObject({ providersUpToDate: 1 });
    const fresh = install(world);
    const restored = await fresh.backup.restore(recoveryText(mine));
    expect(restored).toMatchObject({ ok: true, value: { sources: [{ answer: 'found' }] } });
    expect(total(fresh)).toBe(total(mine));
    // The conflict that the other device hears of is read as well.
    change();
    expect(['stored', 'unchanged']).toContain((await outcomes(mine))[0]);
  });
});

const SIGN_IN = '<!doctype html><title>Welcome to the hotel</title><p>Sign in first.';
const page = (status: number): Response =>
  new Response(status === 204 ? null : SIGN_IN, { status, headers: { 'content-type': 'text/html' } });

describe('a network that answers in the place of the place', () => {
  test.each<[string, () => Response]>([
    ['with a page', () => page(200)],
    ['with nothing', () => page(204)],
    ['by sending everybody to its sign-in', () => Response.redirect('https://portal.example/', 302)],
    ['with a refusal', () => page(403)],
    ['with “not found”', () => page(404)],
    ['with a notice of maintenance', () => page(503)],
    ['by calling it closed, with a page', () => page(410)],
    [
      'by calling it closed, with a word',
      () => new Response('gone', { status: 410, headers: { 'content-type': 'text/plain' } }),
    ],
    ['by calling it too large, with a page', () => page(413)],
    ['by calling it too large', () => new Response(null, { status: 413 })],
    ['with a conflict of its own', () => Response.json({ error: 'conflict' }, { status: 409 })],
    ['with a demand of its own', () => page(402)],
    ['with data of its own', () => Response.json({ login: true })],
    ['with a word', () => new Response('OK', { headers: { 'content-type': 'text/plain' } })],
  ])('%s: the place was not read, which is neither "empty" nor "damaged"', async (_what, answer) => {
    meddle = (_answer, asked) => (asked.url.startsWith(url()) ? answer() : _answer);
    change();
    const before = mine.backup.providers()[0];
    expect(await outcomes(mine)).toEqual(['unreachable']);
    // What was verified before the network came between still is.
    expect(mine.backup.providers()[0]).toMatchObject({ verifiedAt: before?.verifiedAt });

    const fresh = install(world);
    const refused = await fresh.backup.restore(recoveryText(mine));
    expect(refused).toMatchObject({
      ok: false,
      error: { kind: 'nothing-restored', sources: [{ provider: url(), answer: 'silent' }] },
    });
    meddle = undefined;
    expect(await fresh.backup.restore(recoveryText(mine))).toMatchObject({ ok: true });
    // And what it said of sizes and closing keeps no copy away afterwards.
    change();
    expect(await outcomes(mine)).not.toContain('too-large');
  });

  test('beside a place that is read, it is named in the result', async () => {
    expect(await add(mine, url(1))).toBe('stored');
    await outcomes(mine);
    meddle = () => page(200);
    const fresh = install(world);
    const restored = await fresh.backup.restore(recoveryText(mine));
    expect(restored).toMatchObject({
      ok: true,
      value: {
        sources: expect.arrayContaining([
          expect.objectContaining({ provider: url(), answer: 'silent' }),
          expect.objectContaining({ provider: url(1), answer: 'found' }),
        ]),
      },
    });
  });
});

// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWalletApp, type WalletApp } from '../../electron/app/wallet-app.ts';
import { realWorld } from '../../electron/world.ts';
import { KNOWN } from '../../shared/known.ts';
import { mustOk } from '../../shared/result.ts';
import type { KnownView } from '../../shared/view-begin.ts';
import { lightly } from '../support/light.ts';

// The list of services one can begin with: suggestions, which their person changes; and that the first screens were begun.

const root = mkdtempSync(join(tmpdir(), 'holdfast-known-'));
const world = lightly(realWorld(() => undefined));
const start = async (): Promise<WalletApp> =>
  mustOk(await openWalletApp({ dataDirectory: join(root, 'alice'), world, loop: false }), 'app');
let app: WalletApp;
beforeAll(async () => {
  app = await start();
  mustOk(await app.handle('app.create', { protection: { type: 'unprotected' }, begins: 'real' }), 'created');
}, 60_000);
afterAll(async () => {
  await app.close();
  rmSync(root, { recursive: true, force: true });
});

const shown = (view: KnownView, kind = 'issuer') =>
  view.services.filter((each) => each.kind === kind).map((each) => each.url);
const list = async (): Promise<KnownView> => mustOk(await app.handle('known.list', {}), 'list');

test('the built-in ones have an address by https, a name and the day of their entry', async () => {
  const isDate = /^20\d\d-\d\d-\d\d$/;
  for (const { url, name, entered = '' } of KNOWN)
    expect([new URL(url).protocol, new URL(url).href, name !== '', isDate.test(entered)]).toEqual([
      'https:',
      url,
      true,
      true,
    ]);
  expect(new Set(KNOWN.map(({ kind, url }) => `${kind} ${url}`)).size).toBe(KNOWN.length);
  expect(await list()).toEqual({ services: KNOWN, hidden: 0 });
});

test('one is taken off and put back, and the person’s own come first and go for good', async () => {
  const [first = ''] = shown(await list());
  const hidden = mustOk(await app.handle('known.hide', { kind: 'issuer', url: first }), 'hidden');
  expect([shown(hidden).includes(first), hidden.hidden]).toEqual([false, 1]);
  const own = { kind: 'issuer', url: 'Issuer.Example', name: 'My\u202Ebank', currency: 'chf' } as const;
  mustOk(await app.handle('known.add', own), 'added');
  const twice = mustOk(await app.handle('known.add', own), 'added');
  expect(twice.services[0]).toEqual({
    kind: 'issuer',
    url: 'https://issuer.example/',
    name: 'Mybank',
    currency: 'CHF',
    own: true,
  });
  expect(shown(twice).filter((url) => url === 'https://issuer.example/')).toHaveLength(1);
  await app.close();
  app = await start();
  expect(await list()).toEqual(twice);
  mustOk(await app.handle('known.hide', { kind: 'issuer', url: 'https://issuer.example/' }), 'gone');
  expect(mustOk(await app.handle('known.showAll', {}), 'all')).toEqual({ services: KNOWN, hidden: 0 });
});

test('what is no address is not put on it, and there is an end to its length', async () => {
  for (const url of ['', 'no address', 'ftp://issuer.example/', 'https://a:b@issuer.example/'])
    expect(shown(mustOk(await app.handle('known.add', { kind: 'place', url }), url), 'place')).toEqual(
      KNOWN.filter(({ kind }) => kind === 'place').map((each) => each.url),
    );
  for (let at = 0; at < 110; at += 1)
    mustOk(await app.handle('known.add', { kind: 'place', url: `https://p${at}.example/` }), 'added');
  expect((await list()).services.filter(({ own }) => own)).toHaveLength(100);
});

test('the first screens are open until their person is through, also after a restart', async () => {
  // By now it was opened anew twice.
  expect(app.state().settingUp).toBe('resumed');
  mustOk(await app.handle('setUp.end', {}), 'ended');
  expect(app.state().settingUp).toBeUndefined();
});

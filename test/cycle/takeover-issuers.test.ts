// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Source } from '../../electron/backup/recover/source.ts';
import { unknownIssuer } from '../../electron/backup/recover/takeover-issuers.ts';
import { explainBackupFailure } from '../../electron/backup/failure/explain.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { exchangeId } from '../../electron/state/entry.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import type { World } from '../../electron/world.ts';
import { english } from '../support/english.ts';
import { openEconomy } from '../support/economy.ts';
import { add, install, recoveryText, testWorld, withdraw, type Installation } from '../support/backup-rig.ts';
import { content, settle, unitsOf } from './takeover-lab.ts';

// Whoever gives somebody a sheet chose which issuers its copies name. None that this wallet does not know hears of it before
// its person has seen the host and said yes.

const world = testWorld();
let asked: string[] = [];
const listening: World['http'] = (input, init) => {
  asked.push(new URL(input instanceof Request ? input.url : input).host);
  return world.http(input, init);
};
let town: Sandbox;
let far: Sandbox;
beforeAll(async () => {
  town = await openEconomy(world, { syncProviders: [{ annualFee: 'KUDOS:0' }] });
  far = await openEconomy(world, { syncProviders: [] });
});
afterAll(async () => {
  await town.close();
  await far.close();
});

let stranger: Installation;
let mine: Installation;
beforeEach(async () => {
  stranger = install(world);
  await withdraw(stranger, far, 'KUDOS:4');
  await add(stranger, town.syncProviders[0]?.baseUrl ?? '');
  mine = install({ ...world, http: listening });
  await withdraw(mine, town, 'KUDOS:2');
  asked = [];
});

const unknown = (): string => far.exchanges[0]?.baseUrl ?? '';
const heard = (): number => asked.filter((host) => host === new URL(unknown()).host).length;
const request = (more: object = {}) => ({ recoveryText: recoveryText(stranger), evenIfNotAbandoned: true, ...more });

it('an issuer that only a stranger’s copies name is not asked anything before its host was agreed to', async () => {
  const before = content(mine);
  const asks = await mine.backup.takeover(request());
  expect(asks).toEqual({ ok: false, error: { kind: 'unknown-exchange', exchange: unknown() } });
  if (!asks.ok)
    expect(english('failure', explainBackupFailure(asks.error))).toContain(`issued by ${new URL(unknown()).host}`);
  // Agreed fees are no answer to that question, and neither is another issuer.
  for (const more of [{ agreedFees: ['KUDOS:9'] }, { newExchanges: ['https://other.example/'] }])
    expect(await mine.backup.takeover(request(more))).toMatchObject({ error: { kind: 'unknown-exchange' } });
  await mine.backup.run();
  await mine.wallet.run();
  expect(heard()).toBe(0);
  expect(content(mine)).toBe(before);

  const [theirs, ours] = [unitsOf(stranger), unitsOf(mine)];
  const known = { newExchanges: [unknown()] };
  const price = await mine.backup.takeover(request(known));
  if (price.ok || price.error.kind !== 'takeover-asks') throw new Error('the price was not asked about');
  expect(price.error.issuers).toEqual([new URL(unknown()).host]);
  expect(heard()).toBeGreaterThan(0);
  expect(await mine.backup.takeover(request({ ...known, agreedFees: price.error.fees }))).toMatchObject({ ok: true });
  await settle(mine);
  expect(unitsOf(mine)).toBeGreaterThan(theirs + ours - 20_000_000n);
});

const name = ({ store }: Installation, ...urls: readonly string[]): void =>
  store.transaction((tx) => {
    for (const url of urls) {
      const master = bytesToCrock(world.randomBytes(32));
      tx.put('exchange', exchangeId(url, master), { base_url: url, master_pub: master, currency: 'KUDOS', fields: {} });
    }
  });

it.each([
  ['a public place', 'https://copies.example/', 'http://192.168.0.7/', 'issuer-not-allowed'],
  ['a public place', 'https://copies.example/', 'https://10.0.0.7/', 'issuer-not-allowed'],
  ['a public place', 'https://copies.example/', 'https://localhost/', 'issuer-not-allowed'],
  ['a public place', 'https://copies.example/', 'http://issuer.example/', 'issuer-not-allowed'],
  ['a public place', 'https://copies.example/', 'https://issuer.example/', 'unknown-exchange'],
  ['a stick', 'holdfast+folder:X', 'https://10.0.0.7/', 'issuer-not-allowed'],
  ['a stick', 'holdfast+folder:X', 'http://issuer.example/', 'unknown-exchange'],
  ['a place in this house', 'http://10.0.0.9/', 'http://10.0.0.7/', 'unknown-exchange'],
])('%s (%s) that names %s: %s', async (_who, url, exchange, kind) => {
  const theirs = install(world);
  name(theirs, exchange);
  const entries = theirs.store.snapshot();
  const copy = { entries, apart: entries, heads: [], sizeClass: 65536 };
  const source: Source = { name: '', url, ways: {}, answer: 'found', notes: [], copy };
  const { store } = install(world);
  expect(await unknownIssuer({ world, store }, { sources: [source], theirs: entries, agreed: [] })).toEqual({
    kind,
    exchange,
  });
  // Having agreed to it opens no way into the house.
  const answered = await unknownIssuer({ world, store }, { sources: [source], theirs: entries, agreed: [exchange] });
  expect(answered?.kind).toBe(kind === 'unknown-exchange' ? undefined : kind);
});

it('copies that name issuers without end are refused before one is asked about', async () => {
  name(stranger, ...Array.from({ length: 40 }, (_, at) => `https://issuer-${at}.example/`));
  await stranger.backup.cycle();
  const refused = await mine.backup.takeover(request());
  expect(refused).toEqual({ ok: false, error: { kind: 'too-many-issuers', named: 41, limit: 20 } });
  expect(asked.filter((host) => host.endsWith('.example'))).toEqual([]);
  expect(heard()).toBe(0);
});

it('an issuer that takes the question and never answers is not waited for, and is named with the price', async () => {
  const before = content(mine);
  const waiting: string[] = [];
  const hanging = install({
    ...world,
    http: (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (!url.startsWith(unknown())) return world.http(input, init);
      waiting.push(url);
      // As a server that keeps the connection open: only whoever asked ends it.
      return new Promise((_, fail) => init?.signal?.addEventListener('abort', () => fail(new Error('aborted'))));
    },
  });
  await withdraw(hanging, town, 'KUDOS:2');
  const began = world.now();
  const asks = await world.hurry(hanging.backup.takeover(request({ newExchanges: [unknown()] })));
  expect(asks).toMatchObject({
    ok: false,
    error: {
      kind: 'takeover-asks',
      fees: [],
      there: ['KUDOS:3.98'],
      stays: ['KUDOS:3.98'],
      silent: [new URL(unknown()).host],
    },
  });
  if (!asks.ok) {
    const said = english('failure', explainBackupFailure(asks.error));
    expect(said).toContain(`${new URL(unknown()).host} did not answer`);
  }
  expect(waiting.length).toBe(1);
  expect(world.now() - began).toBeLessThan(35_000);
  expect(content(mine)).toBe(before);
});

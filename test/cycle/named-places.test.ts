// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { findKycPage } from '../../electron/taler/exchange/kyc.ts';
import { realWorld } from '../../electron/world.ts';
import { aroundEconomy } from '../support/around-economy.ts';
import { add, install, testWorld } from '../support/backup-rig.ts';

// Addresses that a server names: a place on the internet may not lead the wallet to a machine inside the person's own house.

const PUBLIC = 'https://place.example/';

const world = testWorld();
let sandbox: Sandbox;
aroundEconomy(world, [{ annualFee: 'KUDOS:0' }], (opened) => {
  sandbox = opened;
});

test('a place that wants its fee paid at this computer is not followed there', async () => {
  const { baseUrl } = sandbox.syncProviders[0] ?? { baseUrl: '' };
  const asked: string[] = [];
  const one = install({
    ...world,
    // The provider stands in the internet, its shop (as this sandbox has it) on the loopback.
    http: (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      asked.push(url);
      return world.http(url.startsWith(PUBLIC) ? url.replace(PUBLIC, baseUrl) : url, init);
    },
  });
  expect(await add(one, PUBLIC)).toBe('misbehaved');
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((url) => !url.startsWith(PUBLIC))).toEqual([]);
});

test('a place on this computer may name this computer: play money works', async () => {
  const one = install(world);
  expect(await add(one, sandbox.syncProviders[0]?.baseUrl ?? '')).toBe('stored');
});

test.each([
  ['https://exchange.example/', 'https://kyc.example/who', 'https://kyc.example/who'],
  ['https://exchange.example/', 'http://kyc.example/who', undefined],
  ['https://exchange.example/', 'https://192.168.0.1/reboot', undefined],
  ['https://exchange.example/', 'https://inside.example/reboot', undefined],
  ['https://exchange.example/', 'javascript:alert(1)', undefined],
])('a page of %s at %s is offered as %s', async (baseUrl, page, offered) => {
  const found = await findKycPage(
    {
      ...realWorld(),
      now: () => 0,
      randomBytes: (length) => new Uint8Array(length),
      log: () => undefined,
      http: async () => Response.json({ kyc_url: page }, { status: 202 }),
      addressesOf: async (host) => (host === 'inside.example' ? ['10.0.0.7'] : ['93.184.216.34']),
    },
    { baseUrl, version: '17:0:0', requirementRow: 7, hPayto: '0'.repeat(52), accountKeys: [] },
  );
  expect(found).toBe(offered);
});

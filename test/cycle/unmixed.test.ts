// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { exchangeId } from '../../electron/state/entry.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import type { World } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, recoveryText, testWorld, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { content } from './takeover-lab.ts';

// Play money and money never meet in one wallet, by whatever way an issuer would come: what decides is asked in the very transaction.

const world = testWorld();
const root = mkdtempSync(join(tmpdir(), 'holdfast-unmixed-'));
let economy: Sandbox;
beforeAll(async () => {
  economy = await openEconomy(world, { syncProviders: [] });
});
afterAll(async () => {
  await economy.close();
  rmSync(root, { recursive: true, force: true });
});

const REAL = 'https://exchange.example/';
const PLAY = 'http://127.0.0.1:9/';

const knowing = (issuer: string, plays: boolean): Installation => {
  const open = install(world);
  open.store.transaction((tx) => {
    const master = bytesToCrock(world.randomBytes(32));
    tx.put('exchange', exchangeId(issuer, master), {
      base_url: issuer,
      master_pub: master,
      currency: 'KUDOS',
      fields: {},
    });
    if (plays) tx.local.setMark('play-money', true);
  });
  return open;
};
const folder = (name: string): string => {
  const directory = join(root, name);
  mkdirSync(directory);
  return directory;
};

it('copies of a wallet with money come to none that plays, though its sheet names folders alone', async () => {
  const real = knowing(REAL, false);
  await add(real, folder('real'));
  const [sheet, where] = [recoveryText(real), { folders: [join(root, 'real')] }];
  const refused = { ok: false, error: { kind: 'play-money-here' } };
  const playing = knowing(PLAY, true);
  const before = content(playing);
  expect(await playing.backup.restore(sheet, where)).toEqual(refused);
  expect([content(playing), playing.store.local.rootSecret()]).toEqual([before, undefined]);
  await add(playing, folder('playing'));
  const kept = content(playing);
  const takeover = { recoveryText: sheet, evenIfNotAbandoned: true, agreedFees: [], newExchanges: [REAL], ...where };
  expect(await playing.backup.takeover(takeover)).toEqual(refused);
  expect(content(playing)).toBe(kept);
  // Two that play come together, wherever their copies lie.
  const other = knowing(PLAY, true);
  expect(await other.backup.restore(recoveryText(playing), { folders: [join(root, 'playing')] })).toMatchObject({
    ok: true,
  });
});

it('an issuer that answers after its wallet began to play is not added', async () => {
  const [{ baseUrl } = { baseUrl: '' }] = economy.exchanges;
  let asked: (() => void) | undefined;
  const http: World['http'] = async (input, init) => {
    asked?.();
    return world.http(String(input instanceof Request ? input.url : input).replace(REAL, baseUrl), init);
  };
  const slow = install({ ...world, http });
  asked = () => slow.store.transaction((tx) => tx.local.setMark('play-money', true));
  expect(await slow.wallet.addExchange(REAL)).toEqual({ ok: false, error: { kind: 'play-money-here' } });
  // Neither by the price of a withdrawal there, which adds it, too.
  expect(await slow.wallet.quoteWithdrawal({ exchange: REAL, amount: 'KUDOS:2' })).toMatchObject({ ok: false });
  expect(slow.wallet.exchanges()).toEqual([]);
  asked = undefined;
  const real = install({ ...world, http });
  mustOk(await real.wallet.addExchange(REAL), 'added');
});

// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { claimDirectory } from '../../electron/app/data-directory.ts';
import type { Shell } from '../../electron/app/options.ts';
import { openWalletApp } from '../../electron/app/wallet-app.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { exchangeId } from '../../electron/state/entry.ts';
import type { Store } from '../../electron/storage/store.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { beginToPlay, isRealWhilePlaying } from '../../electron/wallet/unmixed.ts';
import { realWorld, type World } from '../../electron/world.ts';
import { mustOk, ok } from '../../shared/result.ts';
import { add, install, outcomes, recoveryText, testWorld, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { noWindow } from '../support/no-window.ts';
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
  learn(open, issuer, plays);
  return open;
};
const learn = ({ store }: Installation, issuer: string, plays: boolean): void =>
  store.transaction((tx) => {
    const master = bytesToCrock(world.randomBytes(32));
    tx.put('exchange', exchangeId(issuer, master), {
      base_url: issuer,
      master_pub: master,
      currency: 'KUDOS',
      fields: {},
    });
    if (plays) beginToPlay(tx);
  });
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

it('a sheet of a wallet that plays brings one that plays, on whatever computer', async () => {
  const playing = knowing(PLAY, true);
  await add(playing, folder('played'));
  const elsewhere = install(world);
  mustOk(await elsewhere.backup.restore(recoveryText(playing), { folders: [join(root, 'played')] }), 'restored');
  expect(isRealWhilePlaying(elsewhere.store, [REAL])).toBe(true);
});

it('an ordinary round brings no real money into a wallet that plays, and no play money stops the copies of real money', async () => {
  const real = install(world);
  const where = folder('both');
  await add(real, where);
  const playing = install(world);
  mustOk(await playing.backup.restore(recoveryText(real), { folders: [where] }), 'restored');
  // Each begins with something before it has heard of the other.
  learn(playing, PLAY, true);
  learn(real, REAL, false);
  expect(await outcomes(real)).toEqual(['stored']);
  const before = content(playing);
  expect(await playing.backup.cycle()).toMatchObject([
    { outcome: 'foreign-or-damaged', notes: [{ kind: 'real-money-there' }] },
  ]);
  expect(content(playing)).toBe(before);
  expect(await outcomes(real)).toEqual(['unchanged']);
  expect(real.store.entries('exchange').map(({ value }) => value.base_url)).toEqual([REAL]);

  // What plays was stored first: real money joins it and is stored, and stays real; a wallet without any plays from then on.
  const [shared, empty] = [folder('first'), install(world)];
  const first = install(world);
  await add(first, shared);
  const third = install(world);
  for (const each of [empty, third])
    mustOk(await each.backup.restore(recoveryText(first), { folders: [shared] }), 'restored');
  learn(third, PLAY, true);
  learn(first, REAL, false);
  expect(await outcomes(third)).toEqual(['stored']);
  expect(await outcomes(empty)).toEqual(['unchanged']);
  expect(isRealWhilePlaying(empty.store, [REAL])).toBe(true);
  expect(await outcomes(first)).toEqual(['stored']);
  expect(isRealWhilePlaying(first.store, [REAL])).toBe(false);
});

it('an issuer that answers with another key than its link says is not added, and may be added without that link', async () => {
  const [{ baseUrl } = { baseUrl: '' }] = economy.exchanges;
  const { wallet } = install(world);
  const refused = { ok: false, error: { kind: 'link-other-issuer', host: new URL(baseUrl).host } };
  const key = bytesToCrock(world.randomBytes(32));
  // Nor when somebody else's link asks at the same moment.
  expect(await Promise.all([wallet.addExchange(baseUrl, { key }), wallet.addExchange(baseUrl, { key })])).toEqual([
    refused,
    refused,
  ]);
  expect(wallet.exchanges()).toEqual([]);
  expect(await wallet.quoteWithdrawal({ exchange: baseUrl, amount: 'KUDOS:2' })).toMatchObject({ ok: true });
  const [known] = wallet.exchanges();
  expect(await wallet.addExchange(baseUrl, { key })).toEqual(refused);
  expect(wallet.exchanges()).toEqual([known]);
  expect(await wallet.addExchange(baseUrl, { key: known?.masterPub })).toEqual({ ok: true, value: known });
});

it('a link with another key than an issuer has that copies brought asks nobody, and does not name it', async () => {
  let asked = 0;
  const http: World['http'] = () => Promise.reject(new Error(`asked ${(asked += 1)}`));
  const open = install({ ...world, http });
  learn(open, REAL, false);
  open.store.transaction((tx) => tx.local.setMark('unconfirmed', [REAL]));
  const key = bytesToCrock(world.randomBytes(32));
  expect(await open.wallet.addExchange(REAL, { key, innerHost: 'exchange.example' })).toEqual({
    ok: false,
    error: { kind: 'link-other-issuer', host: 'exchange.example' },
  });
  expect([asked, open.store.local.mark('unconfirmed'), open.store.local.mark('inner-issuers')]).toEqual([
    0,
    [REAL],
    undefined,
  ]);
});

/** Whatever would be written is not, as on a full disk. */
const onFullDisk = async <T>(work: () => Promise<T>): Promise<T> => {
  const { prototype } = Database;
  const real = Reflect.get(prototype, 'transaction') as (work: unknown) => unknown;
  Reflect.set(prototype, 'transaction', function (this: Database.Database, inner: (...given: unknown[]) => unknown) {
    const changes = () => this.prepare('SELECT total_changes()').pluck().get() as number;
    const carriedOut = (...given: unknown[]): unknown => {
      const before = changes();
      const done = inner(...given);
      if (changes() > before) throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
      return done;
    };
    return Reflect.apply(real, this, [carriedOut]);
  });
  return work().finally(() => Reflect.set(prototype, 'transaction', real));
};

it('a wallet that plays opens on a full disk as every other one does, and tells its copies when there is room', async () => {
  const open = async (home: string) =>
    mustOk(
      // Its economy cannot start either, and none is needed here.
      await openWalletApp({
        dataDirectory: home,
        playMoneyDirectory: '/dev/null/economy',
        world: realWorld(() => undefined),
        loop: false,
      }),
      'app',
    );
  for (const what of ['real', 'play', 'play, and no copy says so'] as const) {
    const home = folder(`full ${what}`);
    const made = await open(home);
    const begins = what === 'play' ? 'play' : 'real';
    mustOk(await made.handle('app.create', { protection: { type: 'unprotected' }, begins }), 'wallet');
    await made.close();
    const looked = async <T>(look: (store: Store) => T): Promise<T> => {
      const { unlockWithoutAsking, release } = mustOk(claimDirectory(home, world), 'directory');
      const store = mustOk(await unlockWithoutAsking(), 'database') ?? expect.fail('it asks for nothing');
      const found = look(store);
      store.close();
      release();
      return found;
    };
    if (what.includes('no copy'))
      await looked((store) => store.transaction((tx) => tx.local.setMark('play-money', true)));
    const app = await onFullDisk(() => open(home));
    const { stage, trouble } = app.state();
    await app.close();
    expect({ what, stage, trouble }).toEqual({ what, stage: 'open', trouble: undefined });
    await (await open(home)).close();
    const said = await looked(({ entry }) => entry('setting', 'play-money')?.value.value);
    expect({ what, said }).toEqual({ what, said: what === 'real' ? undefined : true });
  }
});

it('a text that names this computer makes no wallet play, before something has come by it', async () => {
  const [dataDirectory, playMoneyDirectory] = [folder('begun as real'), folder('played here once')];
  const shell: Shell = {
    ...noWindow,
    chooseFolder: async () => null,
    confirmReveal: async () => false,
    sheetShown: () => undefined,
    cameraWanted: () => undefined,
    printPages: async () => ok({ printed: false }),
    savePages: async () => ok({ file: null }),
  };
  const options = { dataDirectory, playMoneyDirectory, world: realWorld(() => undefined), loop: false };
  const app = mustOk(await openWalletApp({ ...options, shell }), 'app');
  mustOk(await app.handle('app.create', { protection: { type: 'unprotected' }, begins: 'real' }), 'wallet');
  const text = `no sheet at all, but ${PLAY}`;
  expect(await app.handle('restore.run', { recoveryText: text })).toMatchObject({ ok: false });
  expect(await app.handle('import.read', { given: text })).toMatchObject({ ok: false });
  expect(app.state()).toMatchObject({ stage: 'open', playMoney: false });
  await app.close();
});

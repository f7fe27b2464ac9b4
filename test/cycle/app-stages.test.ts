// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { claimDirectory } from '../../electron/app/data-directory.ts';
import { openWalletApp, type WalletApp } from '../../electron/app/wallet-app.ts';
import { realWorld } from '../../electron/world.ts';
import { requestInputs, type Answer, type RequestName } from '../../shared/contract.ts';
import { mustOk } from '../../shared/result.ts';
import { breakWhenOpened } from '../support/broken-wallet.ts';
import { lightly } from '../support/light.ts';

// How a wallet goes from one stage to the next, and what it answers on the way.

const base = mkdtempSync(join(tmpdir(), 'holdfast-stages-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let made = 0;
const newDirectory = (): string => join(base, String((made += 1)));

const world = lightly(realWorld(() => undefined));
const start = async (dataDirectory: string): Promise<WalletApp> =>
  mustOk(await openWalletApp({ dataDirectory, world, loop: false }), 'app');
const protection = { type: 'passphrase', passphrase: 'correct horse' } as const;
const unlock = { passphrase: 'correct horse' };
const all = { confirm: 'erase everything' } as const;
const said = (answer: Answer<RequestName>): string => (answer.ok ? 'ok' : answer.error.kind);

/** A wallet that was made and closed, so that it starts locked. */
const locked = async (): Promise<{ readonly data: string; readonly app: WalletApp }> => {
  const data = newDirectory();
  const app = await start(data);
  mustOk(await app.handle('app.create', { protection }), 'created');
  await app.close();
  return { data, app: await start(data) };
};

describe('while it is opened', () => {
  it('a wallet is still shown as it was, and answers nothing', async () => {
    const { app } = await locked();
    const unlocking = app.handle('app.unlock', unlock);
    // A few steps of the opening, none of which waits for anything outside this thread.
    for (let step = 0; step < 5; step += 1) await Promise.resolve();
    const early = app.handle('wallet.overview', {});
    expect([app.state().stage, said(await early)]).toEqual(['locked', 'wrong-stage']);
    expect(said(await unlocking)).toBe('ok');
    expect([app.state().stage, said(await app.handle('wallet.overview', {}))]).toEqual(['open', 'ok']);
    await app.close();
  });

  it('a wrong passphrase leaves it locked, and the right one opens it', async () => {
    const { app } = await locked();
    const [wrong, right] = await Promise.all([
      app.handle('app.unlock', { passphrase: 'wrong horse' }),
      app.handle('app.unlock', unlock),
    ]);
    expect([said(wrong), said(right), app.state().stage]).toEqual(['wrong-passphrase', 'ok', 'open']);
    await app.close();
  });

  it('closing waits until it is open, and then nothing is', async () => {
    const { data, app } = await locked();
    const unlocking = app.handle('app.unlock', unlock);
    await app.close();
    expect(said(await unlocking)).toBe('ok');
    expect(said(await app.handle('wallet.overview', {}))).toBe('wrong-stage');
    const next = await start(data);
    expect(said(await next.handle('app.unlock', unlock))).toBe('ok');
    await next.close();
  });

  it('erasing waits until it is open, and leaves nothing of it', async () => {
    const { data, app } = await locked();
    const [unlocked, erased] = await Promise.all([app.handle('app.unlock', unlock), app.handle('app.erase', all)]);
    expect([said(unlocked), said(erased), app.state().stage]).toEqual(['ok', 'ok', 'first-start']);
    expect(['wallet.db', 'wallet-key.json'].filter((name) => existsSync(join(data, name)))).toEqual([]);
    await app.close();
  });

  it('a defect leaves it locked with its database closed, and each attempt says so', async () => {
    const { data, app: first } = await locked();
    await first.close();
    const directory = mustOk(claimDirectory(data, world), 'claimed');
    const store = mustOk(await directory.unlock('correct horse'), 'opened');
    breakWhenOpened(store);
    store.close();
    directory.release();
    const app = await start(data);
    for (let attempt = 0; attempt < 2; attempt += 1) {
      expect([said(await app.handle('app.unlock', unlock)), app.state().stage]).toEqual(['defect', 'locked']);
      // The last connection takes the write-ahead log with it: one that is left open would keep it.
      expect(existsSync(join(data, 'wallet.db-wal'))).toBe(false);
    }
    expect([said(await app.handle('app.erase', all)), app.state().stage]).toEqual(['ok', 'first-start']);
    await app.close();
  });
});

describe('erased while it is locked', () => {
  it('it is gone without having been opened, and the directory takes a new one', async () => {
    const { data, app } = await locked();
    const stages: string[] = [];
    app.on((event) => void stages.push(event.type));
    const [erased, late] = await Promise.all([app.handle('app.erase', all), app.handle('app.unlock', unlock)]);
    expect([said(erased), said(late), app.state().stage]).toEqual(['ok', 'wrong-stage', 'first-start']);
    expect(stages).toEqual(['stage']);
    expect(existsSync(join(data, 'wallet.db'))).toBe(false);
    expect(said(await app.handle('app.create', { protection }))).toBe('ok');
    await app.close();
  });
});

describe('closed', () => {
  it('it answers nothing but its state: its directory may be another process’s by now', async () => {
    const { data, app } = await locked();
    await app.close();
    const other = await start(data);
    expect(said(await app.handle('app.unlock', unlock))).toBe('wrong-stage');
    expect(said(await app.handle('app.erase', all))).toBe('wrong-stage');
    expect(said(await app.handle('app.state', {}))).toBe('ok');
    expect(existsSync(join(data, 'wallet-key.json'))).toBe(true);
    expect(said(await other.handle('app.unlock', unlock))).toBe('ok');
    await app.close();
    await other.close();
  });

  it('twice at once, it closes once', async () => {
    const { data, app } = await locked();
    await Promise.all([app.close(), app.close()]);
    const next = await start(data);
    expect(next.state().stage).toBe('locked');
    await next.close();
  });
});

describe('every request', () => {
  /** what the required members of the requests may be */
  const members: { readonly [member: string]: unknown } = {
    agreed: 'KUDOS:1',
    agreedFees: [],
    alsoKnown: false,
    code: '12345678',
    maxFee: 'KUDOS:1',
    methods: [],
    remember: false,
    secret: 'x',
    amount: 'KUDOS:1',
    answer: 'x',
    attributes: {},
    count: 3,
    copies: 1,
    country: 'ch',
    currency: 'KUDOS',
    documentHash: 'x',
    exchange: 'x',
    format: 'csv',
    given: 'x',
    id: 'x',
    key: 'x',
    kind: 'issuer',
    language: 'en',
    name: 'x',
    needed: 2,
    only: 1,
    number: 1,
    paper: 'A4',
    payto: 'x',
    places: [],
    purchaseId: 'x',
    recoveryText: 'x',
    shown: 'KUDOS:1',
    summary: 'x',
    target: 'x',
    uri: 'x',
    url: 'x',
    uuid: 'x',
    version: 'x',
    way: 0,
  };
  const leastOf = (name: RequestName): unknown =>
    Object.fromEntries(
      Object.entries(requestInputs[name].shape)
        .filter(([, schema]) => !schema.safeParse(undefined).success)
        .map(([member, schema]) => [member, schema instanceof z.ZodLiteral ? schema.value : members[member]]),
    );
  const ofWallet = (Object.keys(requestInputs) as RequestName[]).filter((name) => !name.startsWith('app.'));

  it.each(['first-start', 'locked', 'closed'] as const)(
    'on money and backup is refused while the wallet is %s',
    async (stage) => {
      const app = stage === 'first-start' ? await start(newDirectory()) : (await locked()).app;
      if (stage === 'closed') await app.close();
      const answers = await Promise.all(
        ofWallet.map(async (name) => [name, said((await app.ask(name, leastOf(name))) as Answer<RequestName>)]),
      );
      expect(answers).toEqual(ofWallet.map((name) => [name, 'wrong-stage']));
      expect(answers.length).toBeGreaterThan(40);
      await app.close();
    },
  );
});

// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createBackup } from '../../electron/backup/backup.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { contentToJson } from '../../electron/state/content.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore } from '../../electron/storage/store.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import { totpCode, parseBase32 } from '../../electron/taler/anastasis/totp.ts';
import { createWallet } from '../../electron/wallet/wallet.ts';
import type { PlacedMethodInput } from '../../shared/contract-escrow.ts';
import { mustOk } from '../../shared/result.ts';
import { add, recoveryText, testWorld, withdraw, type Installation, type TestWorld } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { CODE_KEY, setUp } from '../support/escrow.ts';

// What a person tells of themselves for an escrow is nowhere in plain: not in a file of the wallet, its copies, its log or a request.

const PERSON = { full_name: 'Wilhelmine Zwackelmann', birthdate: '1961-11-23', birthplace: 'Hinterpfupfingen' };
const ANSWER = 'Schnurrdiburr von Quastenflosser';
const MAIL = 'zwackelmann.w@beispielpost.example';
/** In the letters in which any of it could be written. */
const TOLD = [...Object.values(PERSON), ANSWER, MAIL, 'Zwackelmann', 'Quastenflosser', CODE_KEY];
const NEEDLES = TOLD.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]);
/** Names in copies and requests may be encoded once more. */
const ENCODED = TOLD.flatMap((text) => [text, encodeURIComponent(text), Buffer.from(text).toString('base64')]);

let folder: string;
let world: TestWorld;
let sandbox: Sandbox;
let logged: string[];
let sent: string[];
const opened: Installation[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-plain-'));
  [logged, sent] = [[], []];
  const whole = testWorld();
  world = {
    ...whole,
    log: (event) => void logged.push(JSON.stringify(event)),
    http: async (input, init) => {
      const request = new Request(input, init);
      sent.push(`${request.url} ${JSON.stringify([...request.headers])} ${await request.clone().text()}`);
      return whole.http(input, init);
    },
  };
  sandbox = await openEconomy(world, {
    syncProviders: [{ annualFee: 'KUDOS:0' }],
    anastasisProviders: [
      { name: 'Old', form: '2021', methods: { question: 'KUDOS:0' } },
      { name: 'New', methods: { totp: 'KUDOS:0', email: 'KUDOS:0' } },
    ],
  });
});
afterEach(async () => {
  for (const { backup } of opened.splice(0)) await backup.close();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

/** With a database as the app opens it, encrypted; or, `inPlain`, as nobody does, to look into it. */
const open = (name: string, inPlain = false): Installation => {
  const path = join(folder, `${name}.db`);
  const key = secret(world.randomBytes(32));
  const db = mustOk(openDatabase(inPlain ? { path } : { path, key }), 'database');
  const store = openStore({ db, world });
  const wallet = createWallet({ world, store });
  const backup = createBackup({ world, store, wallet });
  const one = { world, store, wallet, backup };
  opened.push(one);
  return one;
};

const methods = (): readonly PlacedMethodInput[] => {
  const [old = '', fresh = ''] = sandbox.anastasisProviders.map(({ baseUrl }) => baseUrl);
  return [
    { type: 'question', question: 'Your cat?', answer: ANSWER, url: old },
    { type: 'totp', secret: CODE_KEY, url: fresh },
    { type: 'email', address: MAIL, url: fresh },
  ];
};

const filesWithIt = (): readonly string[] =>
  readdirSync(folder).filter((name) => {
    const bytes = readFileSync(join(folder, name));
    return NEEDLES.some((needle) => bytes.includes(needle));
  });
const textsWithIt = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => ENCODED.some((each) => text.includes(each)));

test.each([true, false])('set up and followed, remembered: %s', async (remember) => {
  const one = open('one');
  await withdraw(one, sandbox, 'KUDOS:2');
  await add(one, sandbox.syncProviders[0]?.baseUrl ?? '');
  mustOk(await setUp(one, sandbox, { attributes: PERSON, methods: methods(), remember }), 'set up');
  mustOk(one.backup.rename({ wallet: 'Reisekasse' }), 'name');
  mustOk(await one.backup.updateEscrow({ attributes: PERSON }), 'update');
  const { rehearse } = one.backup.escrowRecovery;
  const uuid = (at: number): string => one.backup.escrow()?.methods[at]?.uuid ?? '';
  expect(mustOk(await rehearse(uuid(0), `${ANSWER} falsch`), 'rehearsed').right).toBe(false);
  world.move(60_000);
  const code = totpCode(parseBase32(CODE_KEY, 32) ?? new Uint8Array(0), world.now());
  expect(mustOk(await rehearse(uuid(1), code), 'rehearsed').right).toBe(true);
  await one.backup.cycle();
  expect(one.backup.escrow()?.step).toBe('current');
  expect(filesWithIt()).toEqual([]);
  const said = [contentToJson(one.store.snapshot()), JSON.stringify(one.backup.escrow()), recoveryText(one)];
  expect(textsWithIt([...said, ...logged, ...sent])).toEqual([]);
  expect(sent.length).toBeGreaterThan(10);
});

test('during a recovery, and what is left of it afterwards', async () => {
  const one = open('one');
  await withdraw(one, sandbox, 'KUDOS:2');
  await add(one, sandbox.syncProviders[0]?.baseUrl ?? '');
  mustOk(await setUp(one, sandbox, { attributes: PERSON, methods: methods() }), 'set up');
  await one.backup.cycle();
  const two = open('two');
  const { find, choose, answer, run } = two.backup.escrowRecovery;
  const places = sandbox.anastasisProviders.map(({ baseUrl }) => baseUrl);
  const found = mustOk(await find({ country: 'xx', attributes: PERSON, places }), 'found');
  const session = mustOk(await choose(found.secrets[0]?.documentHash ?? ''), 'chosen');
  const uuid = (type: string): string => session.methods.find((each) => each.type === type)?.uuid ?? '';
  mustOk(await answer(uuid('question'), 'Quastenflosser'), 'wrong');
  expect(filesWithIt()).toEqual([]);
  world.move(60_000);
  mustOk(await answer(uuid('question'), ANSWER), 'question');
  const code = totpCode(parseBase32(CODE_KEY, 32) ?? new Uint8Array(0), world.now());
  const open2 = mustOk(await answer(uuid('totp'), code), 'code');
  expect(textsWithIt([JSON.stringify([found, session, open2])])).toEqual([]);
  mustOk(await run(), 'restored');
  expect(filesWithIt()).toEqual([]);
  expect(textsWithIt([contentToJson(two.store.snapshot()), ...logged, ...sent])).toEqual([]);
});

test('who is not remembered stands not even in the database itself, and the search would find it there', async () => {
  const one = open('plain', true);
  await withdraw(one, sandbox, 'KUDOS:2');
  await add(one, sandbox.syncProviders[0]?.baseUrl ?? '');
  mustOk(await setUp(one, sandbox, { attributes: PERSON, methods: methods(), remember: false }), 'set up');
  await one.backup.cycle();
  expect(filesWithIt()).toEqual([]);
  mustOk(await setUp(one, sandbox, { attributes: PERSON, methods: methods(), remember: true }), 'set up');
  expect(filesWithIt().length).toBeGreaterThan(0);
});

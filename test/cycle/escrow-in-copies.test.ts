// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, beforeEach, expect, test } from 'vitest';
import { escrowRecord } from '../../electron/backup/escrowed/record.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { anastasisDecrypt, ANASTASIS_LABEL } from '../../electron/taler/anastasis/crypto.ts';
import { crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { mustOk } from '../../shared/result.ts';
import {
  add,
  install,
  recoveryText,
  testWorld,
  withdraw,
  type HastyWorld,
  type Installation,
} from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import { CODE_KEY, setUp } from '../support/escrow.ts';
import { base32 } from '../../electron/taler/anastasis/totp.ts';

// A new secret is made because somebody may have the old sheet, which opens every copy of before. What answers a way of the escrow must
// not stand there: its app and its answers go on with the new secret.

const FREE = 'KUDOS:0';
let world: HastyWorld;
let sandbox: Sandbox;
let one: Installation;

beforeEach(async () => {
  world = testWorld();
  sandbox = await openEconomy(world, {
    syncProviders: [{ annualFee: FREE }],
    anastasisProviders: [
      { name: 'Old', form: '2021', methods: { question: FREE, totp: FREE } },
      { name: 'New', methods: { question: FREE, totp: FREE } },
    ],
  });
  one = install(world);
  await withdraw(one, sandbox, 'KUDOS:4');
  await add(one, sandbox.syncProviders[0]?.baseUrl ?? '');
});
afterEach(async () => {
  await one.backup.close();
  await sandbox.close();
});

const url = (at: number): string => sandbox.anastasisProviders[at]?.baseUrl ?? '';

test('who can read the copies of before learns neither the key of an app nor the hash of an answer', async () => {
  mustOk(
    await setUp(one, sandbox, {
      methods: [
        { type: 'totp', secret: CODE_KEY, url: url(0) },
        { type: 'question', question: 'Pet?', answer: 'Grauer Esel', url: url(1) },
      ],
    }),
    'set up',
  );
  const record = escrowRecord(one.store) ?? expect.fail('no escrow');
  const learned = record.methods.map(({ key, upload }) => {
    const truth = upload && anastasisDecrypt(crockToBytes(key, 64), ANASTASIS_LABEL.truth, crockToBytes(upload.truth));
    return truth?.ok === true ? base32(truth.value) : undefined;
  });
  expect(learned).toEqual([undefined, undefined]);
  // Here they are kept, so that both are sent again where a place has lost them.
  for (const [at, { uuid }] of record.methods.entries()) sandbox.anastasisProviders[at]?.loseTruth(uuid);
  world.move(8 * 24 * 3600_000);
  await one.backup.run();
  expect(one.backup.escrow()?.step).toBe('current');
});

test('what is given into escrow stands in a copy as soon as it is, so that a wallet that comes back goes on with it', async () => {
  mustOk(
    await setUp(one, sandbox, {
      methods: [
        { type: 'totp', secret: CODE_KEY, url: url(0) },
        { type: 'question', question: 'Pet?', answer: 'Grauer Esel', url: url(1) },
      ],
    }),
    'set up',
  );
  const text = recoveryText(one);
  await one.backup.close();
  const other = install(world);
  mustOk(await other.backup.restore(text), 'restore');
  await other.backup.run();
  expect(other.backup.escrow()?.step).toBe('current');
  await other.backup.close();
});

test('an escrow that a newer Holdfast has set up is carried as it is, said, and not set up over', async () => {
  const newer = { v: 2, name: 'Holdfast-newer', ways: [{ by: 'something that is not known here' }] };
  one.store.transaction((tx) => tx.put('setting', 'escrow', { value: newer }));
  const { backup } = one;
  expect([backup.escrow(), backup.isEscrowNewer()]).toEqual([undefined, true]);
  expect(backup.status().safety.said.map(({ kind }) => kind)).toContain('escrow-newer');
  const refused = await setUp(one, sandbox, {
    methods: [
      { type: 'totp', secret: CODE_KEY, url: url(0) },
      { type: 'question', question: 'Pet?', answer: 'Grauer Esel', url: url(1) },
    ],
  });
  const newerKind = { ok: false, error: { kind: 'escrow-needs-newer' } };
  expect(refused).toMatchObject(newerKind);
  expect(backup.forgetEscrow()).toMatchObject(newerKind);
  await backup.run();
  expect(one.store.entry('setting', 'escrow')?.value.value).toEqual(newer);
  const other = install(world);
  mustOk(await other.backup.restore(recoveryText(one)), 'restored');
  expect([other.store.entry('setting', 'escrow')?.value.value, other.backup.isEscrowNewer()]).toEqual([newer, true]);
  await other.backup.close();
});

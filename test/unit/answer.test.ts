// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { requestInputs } from '../../shared/contract.ts';
import { ok } from '../../shared/result.ts';
import { StorageFull } from '../../electron/storage/system-code.ts';
import { answerRequest, type Handle } from '../../electron/app/answer.ts';
import { realWorld } from '../../electron/world.ts';

// The one door of the wallet: what may be asked, with which input, and what becomes of a thrown error. Who may ask is test/window/ask.test.ts.

const watched = (does: () => Promise<unknown> = async () => ({})) => {
  const handled: unknown[] = [];
  const logged: unknown[] = [];
  const handle: Handle = async (name, input) => {
    handled.push([name, input]);
    return ok(await does());
  };
  const world = {
    ...realWorld((event) => void logged.push(event)),
    randomBytes: (length: number) => new Uint8Array(length).fill(42),
  };
  return { handle, handled, logged, world };
};

describe('what may be asked', () => {
  test.each([
    'constructor',
    '__proto__',
    'toString',
    'app.state ',
    '',
    7,
    null,
    undefined,
    ['app.state'],
    { toString: () => 'app.state' },
  ])('%j is no request', async (name) => {
    const { handle, handled, world } = watched();
    expect(await answerRequest(handle, world, name, {})).toMatchObject({
      ok: false,
      error: { kind: 'unknown-request' },
    });
    expect(handled).toEqual([]);
  });

  test.each(Object.keys(requestInputs))('%s takes no input but its own', async (name) => {
    for (const input of [
      undefined,
      null,
      'text',
      [],
      { surplus: 1 },
      { passphrase: 'x'.repeat(2000), url: 'x'.repeat(5000), recoveryText: 'x'.repeat(30_000) },
    ]) {
      const { handle, handled, world } = watched();
      expect(await answerRequest(handle, world, name, input)).toMatchObject({
        ok: false,
        error: { kind: 'malformed-request' },
      });
      expect(handled).toEqual([]);
    }
  });

  test.each([
    ['app.unlock', { passphrase: 'x'.repeat(1025) }, { what: 'passphrase', most: 1024 }],
    [
      'app.create',
      { protection: { type: 'passphrase', passphrase: 'x'.repeat(1025) } },
      { what: 'passphrase', most: 1024 },
    ],
    ['restore.run', { recoveryText: 'x'.repeat(100_001) }, { what: 'sheet', most: 100_000 }],
    ['sheet.test', { recoveryText: 'x'.repeat(100_001) }, { what: 'sheet', most: 100_000 }],
    ['exchange.add', { url: 'x'.repeat(5000) }, { what: 'other', most: 4096 }],
    ['provider.inspect', { target: 'x'.repeat(5000) }, { what: 'other', most: 4096 }],
    ['peer.quote', { amount: `${'1'.repeat(70)}` }, { what: 'other', most: 64 }],
  ] as const)('%s: what is too long is refused by name', async (name, input, facts) => {
    const { handle, handled, world } = watched();
    expect(await answerRequest(handle, world, name, input)).toEqual({ ok: false, error: { kind: 'too-long', facts } });
    expect(handled).toEqual([]);
  });

  test('what the contract knows is answered', async () => {
    const { handle, handled, logged, world } = watched(async () => 'done');
    const input = { amount: 'KUDOS:1' };
    expect(await answerRequest(handle, world, 'play.withdraw', input)).toEqual({ ok: true, value: 'done' });
    expect([handled, logged]).toEqual([[['play.withdraw', input]], []]);
  });

  test('a refused input leaves no value in the log', async () => {
    const { handle, logged, world } = watched();
    await answerRequest(handle, world, 'app.unlock', { passphrase: 'correct horse battery staple'.repeat(50) });
    expect(JSON.stringify(logged)).not.toContain('horse');
    expect(logged).toHaveLength(1);
  });
});

test('a thrown error becomes a defect with a reference; its text stays in the log', async () => {
  const { handle, logged, world } = watched(async () => {
    throw new Error('secret detail of the inside');
  });
  const answer = await answerRequest(handle, world, 'app.state', {});
  expect(answer).toMatchObject({ ok: false, error: { kind: 'defect' } });
  expect(JSON.stringify(answer)).toContain('2a2a2a2a');
  expect(JSON.stringify(answer)).not.toContain('detail');
  expect(JSON.stringify(logged)).toContain('secret detail of the inside');
});

test('a full disk is told as that, whatever was to be written', async () => {
  const { handle, logged, world } = watched(async () => {
    throw new StorageFull();
  });
  expect(await answerRequest(handle, world, 'backup.setQuorum', { copies: 2 })).toEqual({
    ok: false,
    error: { kind: 'disk-full', facts: {} },
  });
  expect(logged).toEqual([]);
});

// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { install, outcomes, recoveryText, type Installation } from '../support/backup-rig.ts';
import { PASSWORD, startDavServer, USER } from '../support/dav-server.ts';
import { expectSumsAgree, settle, takeoverLab, unitsOf } from './takeover-lab.ts';

// A new secret where a place wants a password, and where an issuer lets nobody pay himself.

const { world, sandbox, url, funded } = await takeoverLab();
const folder = mkdtempSync(join(tmpdir(), 'holdfast-rekey-'));
const server = await startDavServer(folder);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => {
  for (const { faults } of sandbox.exchanges) faults.clear();
});
const answers = { user: USER, password: PASSWORD };
const DAY_MS = 24 * 3600_000;

const rekey = async ({ backup }: Installation) => {
  const quote = mustOk(await backup.rekeyQuote(), 'quote');
  return { quote, progress: mustOk(await backup.rekey(quote.total), 'rekey').progress };
};

it('at a WebDAV folder the old copies say that the wallet has moved, and the password is to be changed', async () => {
  const one = await funded('KUDOS:4', []);
  const { id } = mustOk(await one.backup.addProvider({ target: server.address, answers, consent: true }), 'adding');
  await outcomes(one);
  const old = recoveryText(one);
  const { quote, progress } = await rekey(one);
  expect(quote.said.map(({ kind }) => kind)).toContain('passwords');
  expect(progress).toMatchObject({ step: 'sheet' });
  await settle(one);
  await outcomes(one);
  const thief = install(world);
  const stolen = mustOk(await thief.backup.restore(old, { answers: { [id]: answers } }), 'restore');
  expect(stolen.said.map(({ kind }) => kind)).toContain('moved');
  await thief.wallet.auditCoins({}, 'find');
  expect(unitsOf(thief)).toBe(0n);
  const sheet = recoveryText(one);
  expect(mustOk(await one.backup.drill(sheet), 'drill')).toMatchObject({ verdict: 'passed' });
  const fresh = install(world);
  mustOk(await fresh.backup.restore(sheet, { answers: { [id]: answers } }), 'restore');
  await settle(fresh);
  expect(unitsOf(fresh)).toBe(unitsOf(one));
  expectSumsAgree(one);
});

it('at an issuer without payments between people the money stays where it is, its owner is asked again, and the new sheet has it', async () => {
  const one = await funded('KUDOS:4', [url(0)]);
  const before = unitsOf(one);
  sandbox.exchanges[0]?.faults.always({ path: '/purses/' }, { status: 404, code: 21 });
  const stays = [{ kind: 'moving' }, { kind: 'reachable' }];
  expect((await rekey(one)).progress).toMatchObject({ step: 'money', number: 3, said: stays });
  // No purse was made where nobody knows any, so nothing is locked; another try has its own price and asks.
  const [{ available = '' } = {}] = one.wallet.balances();
  expect(amount(available).units).toBe(unitsOf(one));
  expect(one.wallet.pending()).toMatchObject([{ type: 'reissue', waitingFor: 'user', why: { kind: 'reissue-asks' } }]);
  // The rest goes on after a week, and does not say that all was moved.
  world.move(8 * DAY_MS);
  await one.wallet.run();
  await one.backup.run();
  const { progress } = mustOk(await one.backup.goOnWithRekey(), 'going on');
  expect(progress).toMatchObject({ step: 'sheet', said: stays });
  expect(before - unitsOf(one)).toBeLessThanOrEqual(6_000_000n);
  const fresh = install(world);
  mustOk(await fresh.backup.restore(recoveryText(one)), 'restore');
  expect(unitsOf(fresh)).toBe(unitsOf(one));
  expectSumsAgree(one);
});

// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, expect, it } from 'vitest';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import { mustOk } from '../../shared/result.ts';
import { install, outcomes, recoveryText, total, withdraw, type Installation } from '../support/backup-rig.ts';
import { content, expectSumsAgree, settle, takeOver, takeoverLab, unitsOf } from './takeover-lab.ts';

// A new secret where something stands in the way: places, issuers, other devices, a change of mind.

const { world, sandbox, url, funded } = await takeoverLab();
const [exchange, free, paid] = [sandbox.exchanges[0], sandbox.syncProviders[0], sandbox.syncProviders[2]];
afterEach(() => {
  for (const { faults } of [...sandbox.exchanges, ...sandbox.syncProviders]) faults.clear();
  paid?.setAnnualFee('KUDOS:0.1');
});

const rekey = async ({ backup }: Installation) => backup.rekey(mustOk(await backup.rekeyQuote(), 'quote').total);
const rootOf = ({ store }: Installation) => store.local.rootSecret() ?? expect.fail('no root secret');
const isSameRoot = (a: Installation, b: Uint8Array): boolean => Buffer.compare(openSecret(rootOf(a)), b) === 0;
const kinds = (one: Installation): readonly string[] => one.backup.rekeying()?.said.map(({ kind }) => kind) ?? [];

it('stays before the money while no place takes a copy, and can be taken back', async () => {
  const one = await funded('KUDOS:4', [url(0)]);
  const [sheet, old, before] = [recoveryText(one), openSecret(rootOf(one)), unitsOf(one)];
  mustOk(one.backup.testSheet(sheet), 'test');
  free?.faults.always({ method: 'POST' }, { status: 503 });
  const begun = mustOk(await rekey(one), 'rekey');
  expect(begun.progress).toMatchObject({ step: 'copies', number: 2, mayCancel: true });
  expect(kinds(one)).toEqual(['copying']);
  expect(await one.backup.rekeyQuote()).toMatchObject({ error: { kind: 'rekey-running' } });
  // Nothing was moved, and the old sheet still brings everything back.
  const other = install(world);
  mustOk(await other.backup.restore(sheet), 'restore');
  expect(unitsOf(other)).toBe(before);
  free?.faults.clear();
  mustOk(await one.backup.cancelRekey(), 'cancel');
  expect([isSameRoot(one, old), one.backup.rekeying(), unitsOf(one)]).toEqual([true, undefined, before]);
  await one.backup.keepDevice();
  await outcomes(one);
  expect(one.backup.status()).toMatchObject({ safety: { uncopied: [] } });
  expect(one.backup.status().sheetTestedAt).toBeDefined();
  expect(await one.backup.cancelRekey()).toMatchObject({ error: { kind: 'no-rekey' } });
  expect(await one.backup.goOnWithRekey()).toMatchObject({ error: { kind: 'no-rekey' } });
});

it('a place that asks more than was agreed to is asked about, and the others suffice', async () => {
  const one = await funded('KUDOS:4', [url(0), url(2)]);
  const quote = mustOk(await one.backup.rekeyQuote(), 'quote');
  expect(await one.backup.rekey(['KUDOS:0'])).toMatchObject({ error: { kind: 'rekey-asks', total: quote.total } });
  expect(await one.backup.rekey(['nonsense'])).toMatchObject({ error: { kind: 'rekey-asks' } });
  paid?.setAnnualFee('KUDOS:0.5');
  expect(await one.backup.rekey(quote.total)).toMatchObject({ error: { kind: 'rekey-asks' } });
  paid?.setAnnualFee('KUDOS:0.1');
  paid?.faults.always({ method: 'POST' }, { payAgain: true });
  expect(mustOk(await one.backup.rekey(quote.total), 'rekey').progress).toMatchObject({ step: 'sheet' });
  await settle(one);
  expectSumsAgree(one);
});

it('money at a silent issuer stays, is named, and is moved later', async () => {
  const one = await funded('KUDOS:4', [url(0)]);
  const before = unitsOf(one);
  exchange?.faults.always({}, { status: 503 });
  const quote = mustOk(await one.backup.rekeyQuote(), 'quote');
  expect(quote.said.map(({ kind }) => kind)).toContain('issuers-silent');
  expect(mustOk(await one.backup.rekey(quote.total), 'rekey').progress).toMatchObject({ step: 'money', number: 3 });
  expect(kinds(one)).toEqual(['moving', 'reachable']);
  expect(await one.backup.cancelRekey()).toMatchObject({ error: { kind: 'rekey-too-late' } });
  exchange?.faults.clear();
  world.move(3600_000);
  await one.wallet.run();
  // What it costs was not known when the rest was agreed to.
  const asks = one.wallet.pending().find(({ why }) => why?.kind === 'reissue-asks') ?? expect.fail('no question');
  const shown = asks.why?.kind === 'reissue-asks' ? asks.why.facts.total : '';
  mustOk(await one.wallet.agreeToFees(asks.id, shown), 'agreed');
  await settle(one);
  expect(mustOk(await one.backup.goOnWithRekey(), 'going on').progress).toMatchObject({ step: 'sheet' });
  expect(kinds(one)).toEqual([]);
  expect(unitsOf(one)).toBeGreaterThan(before - 20_000_000n);
});

it('another device hears that the wallet has moved, writes nothing but what only it has, and that is found by its sheet', async () => {
  const one = await funded('KUDOS:4', [url(0)]);
  const sheet = recoveryText(one);
  const other = await funded('KUDOS:1', []);
  void other;
  const second = install(world);
  mustOk(await second.backup.restore(sheet), 'restore');
  await one.backup.cycle();
  expect(one.backup.devices().standing).toBe('superseded');
  // It has money that no copy knows of.
  await withdraw(second, sandbox, 'KUDOS:2');
  const root = rootOf(one);
  const account = (): string | undefined => free?.account(bytesToCrock(accountKeys(root, url(0)).publicKey))?.hash;
  expect(mustOk(await rekey(one), 'rekey').progress).toMatchObject({ step: 'sheet' });
  expect(one.backup.devices().standing).toBe('active');
  await second.backup.cycle();
  expect(second.backup.devices()).toMatchObject({
    standing: 'taken-over',
    said: { kind: 'stands-still', facts: { standing: { kind: 'moved' } } },
  });
  expect(second.backup.status().safety).toMatchObject({
    state: 'stopped',
    said: [{ facts: { standing: { kind: 'moved' } } }],
  });
  const told = account();
  await second.backup.cycle();
  await second.backup.cycle();
  expect(account()).toBe(told);
  const before = unitsOf(one);
  mustOk(await takeOver(one, { recoveryText: sheet, evenIfNotAbandoned: true }), 'takeover');
  await settle(one);
  expect(unitsOf(one)).toBeGreaterThan(before + 190_000_000n);
  expectSumsAgree(one);
});

it('a disk that is lost after the new sheet was printed, and before the money was moved: whoever restores hears that the old sheet opens it', async () => {
  const one = await funded('KUDOS:4', [url(0), url(1)]);
  const [old, before] = [recoveryText(one), total(one)];
  one.backup.setQuorum(2);
  sandbox.syncProviders[1]?.faults.always({ method: 'POST' }, { status: 503 });
  expect(mustOk(await rekey(one), 'rekey').progress).toMatchObject({ step: 'copies' });
  // With the sheet of before nothing is begun as long as this may be taken back.
  const taken = await one.backup.takeover({ recoveryText: old, evenIfNotAbandoned: true });
  expect(taken).toMatchObject({ error: { kind: 'rekey-running' } });
  const sheet = recoveryText(one);
  sandbox.syncProviders[1]?.faults.clear();
  const two = install(world);
  mustOk(await two.backup.restore(sheet), 'restore');
  expect(two.wallet.balances()[0]?.notes).toMatchObject([{ kind: 'reachable', facts: { sum: before } }]);
  // The first device, if it is there after all, leaves it to the one that leads, and does not go back on its own.
  await outcomes(one);
  await one.backup.run();
  expect(one.backup.rekeying()).toMatchObject({ step: 'copies', mayCancel: false });
  expect(one.backup.devices().standing).toBe('superseded');
  expect(await one.backup.cancelRekey()).toMatchObject({ error: { kind: 'rekey-too-late' } });
  await outcomes(two);
  expect(two.backup.devices().standing).toBe('active');
  const [line] = await two.wallet.quoteReissue();
  expect(line).toMatchObject({ reachable: before });
  await two.wallet.run();
  const asks = two.wallet.pending().find(({ why }) => why?.kind === 'reissue-asks') ?? expect.fail('no question');
  mustOk(
    await two.wallet.agreeToFees(asks.id, asks.why?.kind === 'reissue-asks' ? asks.why.facts.total : ''),
    'agreed',
  );
  await settle(two);
  const thief = install(world);
  mustOk(await thief.backup.restore(old), 'restore');
  await thief.wallet.auditCoins({}, 'find');
  expect(unitsOf(thief)).toBe(0n);
  expectSumsAgree(two);
});

it('another new secret does not wait for a place that is silent, nor for a sheet that was seen before it was tested', async () => {
  const one = await funded('KUDOS:4', [url(0), url(1)]);
  const sheets = [recoveryText(one)];
  sandbox.syncProviders[1]?.faults.always({}, { status: 503 });
  for (let times = 0; times < 2; times += 1) {
    await world.hurry(rekey(one));
    await settle(one);
    expect(one.backup.rekeying()?.step).toBe('telling');
    sheets.push(recoveryText(one));
  }
  const left = unitsOf(one);
  sandbox.syncProviders[1]?.faults.clear();
  world.move(11 * 60_000);
  expect(mustOk(await one.backup.goOnWithRekey(), 'going on').progress?.step).toBe('test');
  expect(one.store.local.mark('taken-over-wallets')).toBeUndefined();
  mustOk(one.backup.testSheet(sheets.pop() ?? ''), 'test');
  for (const sheet of sheets) {
    const thief = install(world);
    expect(mustOk(await thief.backup.restore(sheet), 'restore').said[1]?.kind).toBe('moved');
    expect(unitsOf(thief)).toBe(0n);
  }
  expect(unitsOf(one)).toBe(left);
  expectSumsAgree(one);
});

it('a place of before that is silent keeps nobody from leaving, is named then, and is told later all the same', async () => {
  const one = await funded('KUDOS:4', [url(0), url(1)]);
  const sheet = recoveryText(one);
  // Only its account of before is silent, as of a place whose disk is half restored.
  const account = bytesToCrock(accountKeys(rootOf(one), url(1)).publicKey);
  sandbox.syncProviders[1]?.faults.always({ path: `/backups/${account}` }, { status: 503 });
  expect(mustOk(await world.hurry(rekey(one)), 'rekey').progress).toMatchObject({ step: 'telling' });
  await settle(one);
  // Erasing it at once would keep that place from hearing of it.
  expect(await one.backup.finishEmptying()).toMatchObject({ error: { kind: 'rekey-running' } });
  const left = mustOk(await world.hurry(one.backup.abandon()), 'leaving');
  expect(left.said.map(({ kind }) => kind)).toEqual(['left', 'waits-for-next', 'move-untold']);
  sandbox.syncProviders[1]?.faults.clear();
  world.move(11 * 60_000);
  await one.backup.run();
  expect(one.store.local.mark('taken-over-wallets')).toBeUndefined();
  const thief = install(world);
  expect(mustOk(await thief.backup.restore(sheet), 'restore').said[1]?.kind).toBe('moved');
});

it('an old sheet is told as void, also by a restore and a drill', async () => {
  const one = await funded('KUDOS:4', [url(0)]);
  const sheet = recoveryText(one);
  mustOk(await rekey(one), 'rekey');
  await settle(one);
  await outcomes(one);
  const whole = total(one);
  expect(one.backup.testSheet(sheet)).toMatchObject({ error: { kind: 'void-sheet' } });
  const drilled = await one.backup.drill(sheet);
  expect(drilled).toMatchObject({ error: { kind: 'void-sheet' } });
  const old = install(world);
  const restored = mustOk(await old.backup.restore(sheet), 'restore');
  expect(restored.said[1]?.kind).toBe('moved');
  expect(unitsOf(old)).toBe(0n);
  expect(content(old)).not.toContain(one.store.entries('push-in')[0]?.id ?? 'no push-in');
  expect(total(one)).toBe(whole);
});

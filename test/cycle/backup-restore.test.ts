// SPDX-License-Identifier: GPL-3.0-or-later
import { english } from '../support/english.ts';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { explainBackupFailure } from '../../electron/backup/failure/explain.ts';
import { accountKeys, databaseWrapKey, rootSecretFromBytes } from '../../electron/backup/root-secret.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { bytesToCrock, bytesToHex, concatBytes, utf8 } from '../../electron/taler/bytes/encodings.ts';
import { sha512 } from '../../electron/taler/crypto/hash.ts';
import { openSecret, type Secret } from '../../electron/taler/crypto/secret.ts';
import { syncProvider } from '../../electron/backup/providers/sync.ts';
import { parseTalerUri, talerUriToText } from '../../electron/taler/wire/taler-uri.ts';
import {
  add,
  install,
  outcomes,
  recoveryText,
  startEconomy,
  testWorld,
  total,
  withdraw,
  type Installation,
} from '../support/backup-rig.ts';

const world = testWorld();
const folders: string[] = [];
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startEconomy(world, [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0.1' }]);
});
afterAll(async () => {
  await sandbox.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
afterEach(() => sandbox.assertAllFaultsHappened());

const url = (at: number): string => sandbox.syncProviders[at]?.baseUrl ?? '';
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'holdfast-restore-'));
  folders.push(made);
  return made;
};
const settle = async (one: Installation): Promise<void> => {
  await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  await outcomes(one);
};
const restore = async (one: Installation, text: string, where: readonly string[] = []) => {
  const restored = await one.backup.restore(text, { folders: where });
  return restored.ok ? restored.value : restored.error;
};
const spend = async ({ wallet }: Installation, amount: string): Promise<unknown> => {
  const order = await sandbox.merchant.createOrder({ amount, summary: 'tea' });
  const offer = await wallet.preparePay(order.talerPayUri);
  if (!offer.ok) throw new Error(offer.error.kind);
  return wallet.confirmPay(offer.value.purchaseId);
};

describe('a folder whose newest copy this wallet cannot read', () => {
  it('is restored from an older copy, says so, and the newest is never overwritten', async () => {
    const stick = folder();
    const one = install(world);
    await withdraw(one, sandbox, 'KUDOS:5');
    expect(await add(one, stick)).toBe('stored');
    const account = readdirSync(stick)
      .find((name) => name.endsWith('.blob'))
      ?.split('-')[1];
    const newer = concatBytes(utf8('HLDFST02'), new Uint8Array(70_000));
    const name = `holdfast-${account}-00000009-${bytesToCrock(sha512(newer)).slice(0, 26)}.blob`;
    writeFileSync(join(stick, name), newer);

    const two = install(world);
    expect(await restore(two, recoveryText(one), [stick])).toMatchObject({
      sources: [{ answer: 'found', notes: [{ kind: 'older-joined', facts: { why: { kind: 'newer' } } }] }],
      said: [{ kind: 'restored' }, { kind: 'newest-unusable' }, { kind: 'issuers-asked' }],
    });
    expect(total(two)).toBe(total(one));
    for (let round = 0; round < 4; round += 1) {
      two.store.transaction((tx) => tx.put('setting', 'note', { value: round }));
      expect(await outcomes(two)).toEqual(['newer-format']);
    }
    expect(Buffer.compare(readFileSync(join(stick, name)), newer)).toBe(0);
  });
});

describe('restore', () => {
  it('from sync services and a folder at once: everything is there, checked and spendable', async () => {
    const stick = folder();
    const one = install(world);
    await withdraw(one, sandbox, 'KUDOS:12');
    for (const target of [url(0), url(2), stick]) expect(await add(one, target)).toBe('stored');
    await settle(one);
    const before = total(one);
    const text = recoveryText(one);

    const two = install(world);
    const deviceBefore = two.store.deviceId();
    const report = await restore(two, text, [stick]);
    expect(two.store.deviceId()).not.toBe(deviceBefore);
    expect(report).toMatchObject({
      coinsSpentElsewhere: 0,
      exchangesSilent: [],
      said: [{ kind: 'restored', facts: { total: [before], found: 3, of: 3 } }, { kind: 'issuers-asked' }],
    });
    expect(report).toMatchObject({ sources: [{ answer: 'found' }, { answer: 'found' }, { answer: 'found' }] });
    expect('coinsChecked' in report && report.coinsChecked).toBe(
      two.store.coins({}).filter(({ value }) => value.status !== 'spent' && value.remaining !== 'KUDOS:0').length,
    );
    expect(total(two)).toBe(before);
    expect(two.backup.state()).toBe('initialized');
    expect(two.backup.status()).toMatchObject({ safety: { state: 'protected', lost: [] }, providersUpToDate: 3 });
    expect(two.store.deviceId()).not.toBe(one.store.deviceId());
    const epochs = two.store.entries('device').map(({ id, value }) => [id, value.epoch] as const);
    expect(Math.max(...epochs.map(([, epoch]) => epoch))).toBe(epochs.find(([id]) => id === two.store.deviceId())?.[1]);
    expect(await spend(two, 'KUDOS:4')).toEqual({ ok: true, value: { state: 'paid' } });
  });

  it('notices what was spent after the copy was made', async () => {
    const one = install(world);
    await withdraw(one, sandbox, 'KUDOS:8');
    await add(one, url(0));
    await settle(one);
    const text = recoveryText(one);
    expect(await spend(one, 'KUDOS:3')).toMatchObject({ ok: true });

    const two = install(world);
    const report = await restore(two, text);
    expect('coinsSpentElsewhere' in report && report.coinsSpentElsewhere).toBeGreaterThan(0);
    expect('said' in report && report.said.map(({ kind }) => kind)).toContain('spent-elsewhere');
    const sum = two.wallet.history().reduce((all, line) => all + Number(line.effect.replace('KUDOS:', '')), 0);
    expect(`KUDOS:${Number(sum.toFixed(8))}`).toBe(total(two));
    expect(two.wallet.history().some((line) => line.type === 'spent-elsewhere')).toBe(true);
  });

  it('into a wallet that already holds money and has no backup is refused: the sheet may be a stranger’s', async () => {
    const one = install(world);
    await withdraw(one, sandbox, 'KUDOS:7');
    await add(one, url(0));
    await settle(one);
    const two = install(world);
    await withdraw(two, sandbox, 'KUDOS:5');
    const before = two.store.snapshot();
    expect(await restore(two, recoveryText(one))).toEqual({ kind: 'money-here', here: [total(two)], coming: [] });
    expect([two.store.snapshot(), two.store.local.undoCopies()]).toEqual([before, []]);
  });

  it('into a wallet with a backup of its own is refused, and nothing changes', async () => {
    const one = install(world);
    await add(one, url(0));
    const asked: string[] = [];
    const two = install({ ...world, http: (input, init) => (asked.push(String(input)), world.http(input, init)) });
    await add(two, url(1));
    const [before, text] = [two.store.snapshot(), recoveryText(two)];
    asked.length = 0;
    expect(await restore(two, recoveryText(one))).toEqual({
      kind: 'wrong-backup-state',
      state: 'initialized',
    });
    expect([asked, two.store.snapshot()]).toEqual([[], before]);
    expect(recoveryText(two)).toBe(text);
  });

  it('with one provider silent and one that has lost it: found, silent, empty are three words', async () => {
    const one = install(world);
    for (const at of [0, 1]) await add(one, url(at));
    const stick = folder();
    await add(one, stick);
    await outcomes(one);
    const text = recoveryText(one);
    sandbox.syncProviders[0]?.faults.once({ method: 'GET', path: '/backups/' }, { closeConnection: true });
    const gone = accountKeys(one.store.local.rootSecret() ?? missing(), url(1));
    const two = install({
      ...world,
      http: (input, init) =>
        String(input).includes(bytesToCrock(gone.publicKey)) && init?.method === 'GET'
          ? world.http(`${url(1)}backups/${bytesToCrock(world.randomBytes(32))}`, init)
          : world.http(input, init),
    });
    const report = await restore(two, text, [stick]);
    expect('said' in report && report.said.map(({ kind }) => kind)).toContain('silent');
    const answers =
      'balances' in report ? new Map(report.sources.map((source) => [source.provider, source.answer])) : new Map();
    expect([answers.get(url(0)), answers.get(url(1))]).toEqual(['silent', 'empty']);
    expect([...answers.values()]).toContain('found');
  });

  it('asks a provider too that was added after the sheet was printed', async () => {
    const one = install(world);
    await add(one, url(0));
    const text = recoveryText(one);
    await add(one, url(1));
    await outcomes(one);
    const report = await restore(install(world), text);
    expect('balances' in report && report.sources.map((source) => [source.provider, source.answer])).toEqual([
      [url(0), 'found'],
      [url(1), 'found'],
    ]);
  });

  it('finds a folder where another copy says it was, without being pointed at it', async () => {
    const one = install(world);
    const stick = folder();
    await add(one, stick);
    await add(one, url(0));
    await outcomes(one);
    const report = await restore(install(world), recoveryText(one));
    expect('balances' in report && report.sources.map((source) => source.answer)).toEqual(['found', 'found']);
  });

  it('from an old copy and a new one: both joined, the old one named', async () => {
    const one = install(world);
    for (const at of [0, 1]) await add(one, url(at));
    await outcomes(one);
    one.store.transaction((tx) => tx.put('setting', 'wallet-name', { value: 'Renamed' }));
    await outcomes(one, url(1));
    const two = install(world);
    const report = await restore(two, recoveryText(one));
    const notes =
      'balances' in report ? new Map(report.sources.map((source) => [source.provider, source.notes])) : new Map();
    expect(notes.get(url(0))).toEqual([{ kind: 'older-than-others', facts: {} }]);
    expect(notes.get(url(1))).toEqual([]);
    expect(two.store.entry('setting', 'wallet-name')?.value.value).toBe('Renamed');
    expect(recoveryText(two)).toContain('wallet: Renamed');
  });

  it('finds nothing: says who said what, and changes nothing', async () => {
    const one = install(world);
    const stick = folder();
    await add(one, stick);
    const text = recoveryText(one);
    const two = install(world);
    const failure = await restore(two, text);
    expect(failure).toMatchObject({ kind: 'nothing-restored', sources: [{ answer: 'silent' }] });
    if ('kind' in failure)
      expect(english('failure', explainBackupFailure(failure))).toMatch(
        /point at it.*Nothing was changed.*may still have a copy/,
      );
    expect([two.backup.state(), two.store.snapshot()]).toEqual(['uninitialized', []]);
    expect(await restore(two, text, [stick])).toMatchObject({ sources: [{ answer: 'found' }] });
  });

  it('from a wrong text: what is wrong is named, nothing is corrected by itself, nobody is asked, nothing changes', async () => {
    const one = install(world);
    await add(one, url(0));
    const lines = recoveryText(one).split('\n');
    const asked: string[] = [];
    const two = install({ ...world, http: (input, init) => (asked.push(String(input)), world.http(input, init)) });
    const wrong = lines
      .map((line) => (line.startsWith('secret 06') ? line.replace(/.$/, (last) => (last === 'Q' ? 'P' : 'Q')) : line))
      .join('\n');
    const groupTen = (text: string): string => /^secret 06-10: .* (\w{5})$/m.exec(text)?.[1] ?? '';
    const change = { group: 10, typed: groupTen(wrong), proposed: groupTen(lines.join('\n')) };
    const failure = await restore(two, wrong);
    expect(failure).toMatchObject({ kind: 'correction-proposed', changes: [{ kind: 'differs', facts: change }] });
    if ('kind' in failure)
      expect(english('failure', explainBackupFailure(failure))).toBe(
        `The code does not fit as it was read. Compare with the sheet: Group 10: “${change.typed}” was read, and the sheet should say “${change.proposed}”. Nothing was changed.`,
      );
    const spoilt = wrong.replace(/^(secret 16-20: ).*/m, '$1QQQQQ QQQQQ QQQQQ QQQQQ QQQQQ');
    expect(await restore(two, spoilt)).toEqual({ kind: 'too-damaged' });
    expect(await restore(two, lines.slice(0, 6).join('\n'))).toEqual({ kind: 'recovery-truncated', line: 6 });
    expect([asked, two.store.snapshot(), two.backup.state()]).toEqual([[], [], 'uninitialized']);
  });

  it('gives the key with which the sheet can open the database', async () => {
    const given: Secret[] = [];
    const one = install(world, { onRootSecret: (key) => given.push(key) });
    await add(one, url(0));
    await add(one, url(1));
    const two = install(world, { onRootSecret: (key) => given.push(key) });
    await restore(two, recoveryText(one));
    const expected = bytesToHex(openSecret(databaseWrapKey(one.store.local.rootSecret() ?? missing())));
    expect(given.map((key) => bytesToHex(openSecret(key)))).toEqual([expected, expected]);
  });
});

describe('coming from GNU Taler’s wallet of 2022', () => {
  const legacyRoot = world.randomBytes(32);
  const uri = (): string =>
    talerUriToText({ action: 'recovery', root: bytesToCrock(legacyRoot), providers: [{ name: 'old', url: url(0) }] });

  it('its recovery URI is accepted; its blob is recognised by name, not imported, not overwritten', async () => {
    const root = rootSecretFromBytes(legacyRoot);
    if (!root.ok) throw new Error('32 bytes are a root');
    const keys = accountKeys(root.value, url(0));
    const provider = syncProvider(world, url(0), keys);
    const blob = concatBytes(utf8('TLRWBK01'), world.randomBytes(800));
    const asked = await provider.store({ bytes: blob, replaces: undefined, joined: [] });
    if (!asked.ok || asked.value.kind !== 'payment-required') throw new Error('payment was expected');
    const payer = install(world);
    const offer = await payer.wallet.preparePay(asked.value.payUri);
    if (!offer.ok) throw new Error(offer.error.kind);
    await payer.wallet.confirmPay(offer.value.purchaseId);
    const order = parseTalerUri(asked.value.payUri);
    if (!order.ok || order.value.action !== 'pay') throw new Error('no order');
    expect(
      await provider.store({ bytes: blob, replaces: undefined, joined: [], paidOrder: order.value.orderId }),
    ).toMatchObject({ value: { kind: 'stored' } });

    const two = install(world);
    const failure = await restore(two, uri());
    expect(failure).toMatchObject({
      kind: 'nothing-restored',
      sources: [{ answer: 'unusable', notes: [{ facts: { why: { kind: 'legacy-format' } } }] }],
    });
    expect(two.backup.state()).toBe('uninitialized');
    expect(await provider.fetch()).toMatchObject({ ok: true, value: { kind: 'blob', bytes: blob } });
  });
});

const missing = (): never => {
  throw new Error('missing');
};

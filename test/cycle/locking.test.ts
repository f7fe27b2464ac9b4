// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { claimDirectory } from '../../electron/app/data-directory.ts';
import type { Keychain } from '../../electron/app/directory/protection.ts';
import { openWalletApp, type WalletApp } from '../../electron/app/wallet-app.ts';
import { openVault, type Opener } from '../../electron/storage/directory/vault.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';
import { realWorld } from '../../electron/world.ts';
import type { Answer, RequestInput, RequestName } from '../../shared/contract.ts';
import { mustOk } from '../../shared/result.ts';
import { testWorld } from '../support/backup-rig.ts';
import { FILE_FAULTS, strikeFiles, whatIsLeft } from '../support/fail-file.ts';
import { stride } from '../support/seed.ts';
import { lightly } from '../support/light.ts';

// Locking a wallet that is open, and putting one lock in the place of another.

const base = mkdtempSync(join(tmpdir(), 'holdfast-locking-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let made = 0;
const newDirectory = (): string => join(base, String((made += 1)));
const world = lightly(realWorld());
const mask = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0x5a);
const keychain: Keychain = { available: () => true, seal: mask, open: mask };
type Protection = RequestInput<'app.create'>['protection'];
const first: Protection = { type: 'passphrase', passphrase: 'the first one' };
const second: Protection = { type: 'passphrase', passphrase: 'the second one' };

const start = async (dataDirectory: string, chain = keychain): Promise<WalletApp> =>
  mustOk(await openWalletApp({ dataDirectory, world, keychain: chain, loop: false }), 'app');
const opened = async (protection: Protection): Promise<{ readonly data: string; readonly app: WalletApp }> => {
  const data = newDirectory();
  const app = await start(data);
  mustOk(await app.handle('app.create', { protection }), 'created');
  return { data, app };
};
const said = (answer: Answer<RequestName>): unknown =>
  answer.ok ? 'ok' : 'why' in answer.error.facts ? answer.error.facts.why : answer.error.kind;

describe('locked now', () => {
  it('it answers nothing about money until its passphrase is given, and its window hears of it', async () => {
    const { app } = await opened(first);
    const events: string[] = [];
    app.on(({ type }) => events.push(type));
    expect(await app.handle('app.lock', {})).toMatchObject({ ok: true, value: { stage: 'locked' } });
    expect(events).toContain('stage');
    expect(app.state()).toMatchObject({ stage: 'locked', protection: 'passphrase' });
    expect(app.state().trouble).toBeUndefined();
    expect(said(await app.handle('wallet.overview', {}))).toBe('not-open');
    expect(said(await app.handle('app.lock', {}))).toBe('ok');
    expect(said(await app.handle('app.changeLock', { protection: second, passphrase: 'the first one' }))).toBe(
      'not-open',
    );
    expect(said(await app.handle('app.unlock', { passphrase: 'no' }))).toBe('wrong-passphrase');
    expect(said(await app.handle('app.unlock', { passphrase: 'the first one' }))).toBe('ok');
    expect(said(await app.handle('wallet.overview', {}))).toBe('ok');
    await app.close();
  });

  it('what was begun is answered first', async () => {
    const { app } = await opened(first);
    const [asked, locked] = await Promise.all([
      app.handle('provider.inspect', { target: newDirectory() }),
      app.handle('app.lock', {}),
    ]);
    expect([said(asked), said(locked)]).not.toContain('defect');
    expect(app.state().stage).toBe('locked');
    await app.close();
  });

  it.each(['keychain', 'unprotected'] as const)('a wallet that opens by itself stays open: %s', async (type) => {
    const { app } = await opened({ type });
    expect(said(await app.handle('app.lock', {}))).toBe('no-passphrase');
    expect(app.state().stage).toBe('open');
    await app.close();
  });

  it('with a key file that is not what it was, it stays open: it might never open again', async () => {
    const { data, app } = await opened(first);
    const file = join(data, 'wallet-key.json');
    const whole = readFileSync(file);
    for (const damage of [() => rmSync(file), () => writeFileSync(file, 'nothing'), () => writeFileSync(file, '{}')]) {
      damage();
      expect(said(await app.handle('app.lock', {}))).toBe('file-changed');
      expect(said(await app.handle('wallet.overview', {}))).toBe('ok');
    }
    writeFileSync(file, whole);
    expect(said(await app.handle('app.lock', {}))).toBe('ok');
    await app.close();
  });
});

describe('another lock', () => {
  const opens = async (data: string, protection: Protection): Promise<string> => {
    const app = await start(data);
    try {
      if (protection.type === 'passphrase') await app.handle('app.unlock', { passphrase: protection.passphrase });
      return app.state().stage === 'open' ? app.state().protection : 'stays locked';
    } finally {
      await app.close();
    }
  };
  const [chain, none]: readonly [Protection, Protection] = [{ type: 'keychain' }, { type: 'unprotected' }];
  const WAYS = [
    { from: first, to: second },
    { from: first, to: chain },
    { from: chain, to: none },
    { from: none, to: first },
  ].map((way) => ({ ...way, name: `${way.from.type} to ${way.to.type}` }));

  it.each(WAYS)('$name: the new one opens it and the old passphrase does not', async ({ from, to }) => {
    const { data, app } = await opened(from);
    const passphrase = from.type === 'passphrase' ? { passphrase: from.passphrase } : {};
    const changed = await app.handle('app.changeLock', { protection: to, ...passphrase });
    expect(changed).toMatchObject({ ok: true, value: { stage: 'open', protection: to.type } });
    await app.close();
    expect(await opens(data, to)).toBe(to.type);
    if (from.type === 'passphrase' && to.type === 'passphrase' && from !== to)
      expect(await opens(data, from)).toBe('stays locked');
  });

  it('needs the passphrase of now, and the system’s question where there is none', async () => {
    const { data, app } = await opened(first);
    expect(said(await app.handle('app.changeLock', { protection: second }))).toBe('passphrase-needed');
    expect(said(await app.handle('app.changeLock', { protection: second, passphrase: 'guess' }))).toBe(
      'wrong-passphrase',
    );
    await app.close();
    expect(await opens(data, first)).toBe('passphrase');
  });

  it('a keychain that seals and does not give back is no lock', async () => {
    const { data, app } = await opened(first);
    await app.close();
    const forgetful = await start(data, { ...keychain, open: () => new Uint8Array(32) });
    await forgetful.handle('app.unlock', { passphrase: 'the first one' });
    const asked = { protection: { type: 'keychain' }, passphrase: 'the first one' } as const;
    expect(said(await forgetful.handle('app.changeLock', asked))).toBe('keychain-refused');
    await forgetful.close();
    expect(await opens(data, first)).toBe('passphrase');
  });

  it('is asked about once: of two at a time one counts, and the wallet opens by it', async () => {
    const { data, app } = await opened({ type: 'unprotected' });
    const both = [first, second].map((protection) => app.handle('app.changeLock', { protection }));
    expect((await Promise.all(both)).filter(({ ok }) => ok).length).toBeGreaterThan(0);
    await app.close();
    const kinds = [await opens(data, first), await opens(data, second)];
    expect(kinds.filter((each) => each === 'passphrase')).toHaveLength(1);
  });
});

describe.each(FILE_FAULTS)('%s while the lock is changed', (fault) => {
  it('the old one or the new one opens the wallet, and the sheet always', { timeout: 120_000 }, async () => {
    const light = lightly(testWorld());
    const wrapper = secret(new Uint8Array(32).fill(9));
    const { first: begin, by } = stride(3);
    let steps = 0;
    for (let n = begin; n < 40; n += by) {
      const data = newDirectory();
      const directory = mustOk(claimDirectory(data, light, keychain), 'claimed');
      mustOk(await directory.create(first), 'created').close();
      await directory.protectWithRoot(wrapper);
      const struck = await strikeFiles(data, { fault, n }, () => directory.changeLock(second));
      const left = whatIsLeft(data, `${data}-left`);
      const opensBy = async (opener: Opener): Promise<boolean> => (await openVault(light, left, opener)).ok;
      const old = await opensBy({ kind: 'passphrase', passphrase: 'the first one' });
      const next = await opensBy({ kind: 'passphrase', passphrase: 'the second one' });
      const sheet = await opensBy({ kind: 'root', wrapper });
      expect({ n, either: old !== next, sheet }).toEqual({ n, either: true, sheet: true });
      directory.release();
      if (!struck) {
        expect(next).toBe(true);
        break;
      }
      steps = n;
    }
    expect(steps).toBeGreaterThan(3);
    expect(steps).toBeLessThan(39);
  });
});

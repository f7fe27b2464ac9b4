// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Keychain } from '../../electron/app/directory/protection.ts';
import { sayFailure } from '../../electron/headless/spoken.ts';
import { words } from '../../shared/words/words.ts';
import { protections } from '../../electron/storage/directory/vault.ts';
import { openWalletApp, type WalletApp } from '../../electron/app/wallet-app.ts';
import { mustOk } from '../../shared/result.ts';
import { testWorld } from '../support/backup-rig.ts';
import { lightly } from '../support/light.ts';
import { strikeFiles, whatIsLeft } from '../support/fail-file.ts';
import { holdfast } from '../support/holdfast.ts';

// A wallet whose passphrase is forgotten or whose keychain is gone is opened by its own sheet, here, with nothing fetched.

const base = mkdtempSync(join(tmpdir(), 'holdfast-by-sheet-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let made = 0;
const newDirectory = (): string => join(base, String((made += 1)));
const offline = lightly({ ...testWorld(), http: () => Promise.reject(new TypeError('nothing may be fetched')) });
/** A keychain that works until it is gone. */
const keychain = (state: { gone: boolean }): Keychain => ({
  available: () => true,
  seal: (bytes) => bytes.map((byte) => byte ^ 7),
  open: (sealed) => {
    if (state.gone) throw new Error('another user');
    return sealed.map((byte) => byte ^ 7);
  },
});
const open = async (dataDirectory: string, chain?: Keychain): Promise<WalletApp> =>
  mustOk(
    await openWalletApp({
      dataDirectory,
      world: offline,
      loop: false,
      ...(chain === undefined ? {} : { keychain: chain }),
    }),
    'app',
  );
type Protection = Parameters<typeof create>[1];
const create = async (
  data: string,
  protection:
    | { readonly type: 'passphrase'; readonly passphrase: string }
    | { readonly type: 'keychain' | 'unprotected' },
  chain?: Keychain,
): Promise<string> => {
  const app = await open(data, chain);
  mustOk(await app.handle('app.create', { protection }), 'created');
  mustOk(await app.handle('provider.add', { target: mkdtempSync(join(base, 'stick-')) }), 'provider');
  mustOk(await app.handle('backup.setQuorum', { copies: 3 }), 'something in it');
  await expect.poll(() => mustOk(protections(data), 'key file')).toContain('root');
  const given = protection.type === 'passphrase' ? { passphrase: protection.passphrase } : {};
  const { text } = mustOk(await app.handle('sheet.reveal', given), 'sheet');
  await app.close();
  return text;
};
const expectWhole = async (app: WalletApp): Promise<void> => {
  expect(app.state()).toMatchObject({ stage: 'open' });
  expect(app.state()).not.toHaveProperty('trouble');
  expect(mustOk(await app.handle('backup.status', {}), 'status').copiesWanted).toBe(3);
};
const old: Protection = { type: 'passphrase', passphrase: 'forgotten words' };
const fresh: Protection = { type: 'passphrase', passphrase: 'new words' };

describe('a passphrase that is forgotten', () => {
  it('the sheet opens the wallet; the new passphrase opens it from then on, and the old one does not', async () => {
    const data = newDirectory();
    const recoveryText = await create(data, old);
    const app = await open(data);
    expect(app.state()).toMatchObject({ stage: 'locked', opensBySheet: true });
    for (let wrong = 0; wrong < 4; wrong += 1) await app.handle('app.unlock', { passphrase: 'guess' });
    mustOk(await app.handle('app.unlockBySheet', { recoveryText, protection: fresh }), 'opened');
    await expectWhole(app);
    await app.close();
    const again = await open(data);
    expect(await again.handle('app.unlock', { passphrase: old.passphrase })).toMatchObject({
      ok: false,
      error: { kind: 'wrong-passphrase' },
    });
    mustOk(await again.handle('app.unlock', { passphrase: fresh.passphrase }), 'the wait was for the old one');
    await expectWhole(again);
    await again.close();
  });

  it('another wallet’s sheet, a mistyped one, and a wallet that has none: refused in a sentence, and nothing changed', async () => {
    const data = newDirectory();
    await create(data, old);
    const foreign = await create(newDirectory(), { type: 'unprotected' });
    const app = await open(data);
    const refused = async (recoveryText: string) => {
      const answer = await app.handle('app.unlockBySheet', { recoveryText, protection: fresh });
      return answer.ok ? expect.fail('opened') : answer.error;
    };
    expect(await refused(foreign)).toMatchObject({ kind: 'wrong-root-secret' });
    expect(await refused(foreign.replace(/\nEND\s*$/, '\n'))).toMatchObject({ kind: 'recovery-truncated' });
    expect(app.state().stage).toBe('locked');
    mustOk(await app.handle('app.unlock', { passphrase: old.passphrase }), 'as before');
    await app.close();
    const bare = newDirectory();
    const young = await open(bare);
    mustOk(await young.handle('app.create', { protection: old }), 'created');
    await young.close();
    const locked = await open(bare);
    expect(locked.state()).not.toHaveProperty('opensBySheet');
    expect(await locked.handle('app.unlockBySheet', { recoveryText: foreign, protection: fresh })).toMatchObject({
      ok: false,
      error: { kind: 'not-by-sheet' },
    });
    await locked.close();
  });

  it('on the command line', async () => {
    const data = newDirectory();
    const recoveryText = await create(data, old);
    const [sheet, passphrase] = [join(base, 'sheet.txt'), join(base, 'passphrase.txt')];
    writeFileSync(sheet, recoveryText);
    writeFileSync(passphrase, 'new words\n');
    const run = (...args: string[]) => holdfast(['--data', data, '--passphrase-file', passphrase, '--json', ...args]);
    expect((await run('status')).code).toBe(1);
    const unlocked = await run('unlock', '--sheet', sheet);
    expect([unlocked.code, unlocked.err]).toEqual([0, '']);
    expect((await run('status')).code).toBe(0);
    expect(JSON.parse((await run('unlock', '--sheet', join(base, 'none'))).err)).toMatchObject({
      kind: 'unreadable-file',
    });
  });
});

describe('a keychain that is gone', () => {
  it('does not keep the wallet from starting: it says so, and the sheet opens it', async () => {
    const data = newDirectory();
    const state = { gone: false };
    const chain = keychain(state);
    const recoveryText = await create(data, { type: 'keychain' }, chain);
    state.gone = true;
    const app = await open(data, chain);
    expect(app.state()).toMatchObject({
      stage: 'locked',
      opensBySheet: true,
      trouble: { kind: 'keychain-refused', facts: { sheet: 'opens' } },
    });
    mustOk(await app.handle('app.unlockBySheet', { recoveryText, protection: fresh }), 'opened');
    await expectWhole(app);
    expect(mustOk(protections(data), 'key file')).toEqual(['root', 'passphrase']);
    await app.close();
    const said = await holdfast(['--data', data, '--json', 'status']);
    expect(JSON.parse(said.err)).toMatchObject({ kind: 'passphrase-needed' });
  });

  it.each([
    ['32 other bytes', (bytes: Uint8Array) => bytes.map((byte) => byte ^ 1)],
    ['fewer bytes', (bytes: Uint8Array) => bytes.slice(1)],
    ['nothing', () => new Uint8Array()],
  ])('that was made anew and gives %s: the sheet is offered, and opens it', async (_, spoil) => {
    const data = newDirectory();
    const chain = keychain({ gone: false });
    const recoveryText = await create(data, { type: 'keychain' }, chain);
    const app = await open(data, { ...chain, open: (sealed) => spoil(chain.open(sealed)) });
    expect(app.state()).toMatchObject({
      stage: 'locked',
      opensBySheet: true,
      trouble: { kind: 'keychain-refused', facts: { sheet: 'opens' } },
    });
    mustOk(await app.handle('app.unlockBySheet', { recoveryText, protection: fresh }), 'opened');
    await expectWhole(app);
    await app.close();
  });

  it('without a backup there is no sheet: the wallet stays locked with that; on the command line the way in is named', async () => {
    const state = { gone: false };
    const chain = keychain(state);
    const bare = newDirectory();
    const young = await open(bare, chain);
    mustOk(await young.handle('app.create', { protection: { type: 'keychain' } }), 'created');
    await young.close();
    const data = newDirectory();
    await create(data, { type: 'keychain' }, chain);
    state.gone = true;
    const locked = await open(bare, chain);
    expect(locked.state()).toMatchObject({
      stage: 'locked',
      trouble: { kind: 'keychain-refused', facts: { sheet: 'unknown' } },
    });
    expect(locked.state()).not.toHaveProperty('opensBySheet');
    await locked.close();
    // What only that key opens is lost without it: nobody is told that it is not.
    const sentences = ['en', 'de'].map((tag) =>
      sayFailure(words(tag), { kind: 'keychain-refused', facts: { sheet: 'unknown' } }),
    );
    expect(sentences[0]).toMatch(/the money in it is lost/);
    expect(sentences[1]).toMatch(/ist das Geld darin verloren/);
    for (const sentence of sentences) expect(sentence).not.toMatch(/No money is lost|kein Geld verloren/);
    const said = await holdfast(['--data', data, '--json', 'status']);
    expect([said.code, said.out]).toEqual([1, '']);
    expect(JSON.parse(said.err)).toMatchObject({
      kind: 'keychain-refused',
      sentence: expect.stringContaining('holdfast unlock --sheet FILE') as string,
    });
  });

  it.each(['file step fails', 'dies at a file step'] as const)(
    'at every file step (%s): the old lock or the new one opens it, and the sheet always',
    async (fault) => {
      let struck = true;
      let n = 0;
      while (struck) {
        n += 1;
        const data = newDirectory();
        const state = { gone: false };
        const chain = keychain(state);
        const recoveryText = await create(data, { type: 'keychain' }, chain);
        writeFileSync(join(data, 'wallet-key-tries.json'), '{"failed":1,"last_ms":0}');
        state.gone = true;
        const app = await open(data, chain);
        const bySheet = { recoveryText, protection: { type: 'unprotected' } } as const;
        struck = await strikeFiles(data, { fault, n }, async () => {
          await app.handle('app.unlockBySheet', bySheet);
        });
        const [left, other] = [whatIsLeft(data, `${data}-left`), whatIsLeft(data, `${data}-other`)];
        await app.close();
        state.gone = false;
        const again = await open(left, chain);
        await expectWhole(again);
        await again.close();
        state.gone = true;
        const locked = await open(other, chain);
        if (locked.state().stage === 'locked') mustOk(await locked.handle('app.unlockBySheet', bySheet), 'by sheet');
        await expectWhole(locked);
        await locked.close();
      }
      expect(n).toBeGreaterThan(4);
    },
  );
});

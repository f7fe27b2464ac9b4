// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { openSecret } from '../../electron/taler/crypto/secret.ts';
import { mustOk } from '../../shared/result.ts';
import { install, outcomes, recoveryText, total, type Installation } from '../support/backup-rig.ts';
import { expectSumsAgree, settle, takeoverLab, unitsOf } from './takeover-lab.ts';

// Somebody may have seen the sheet: the wallet gets a new secret, and whoever has the old one gets nothing afterwards.

const { world, sandbox, url, funded } = await takeoverLab();
const folder = mkdtempSync(join(tmpdir(), 'holdfast-rekey-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rekey = async ({ backup }: Pick<Installation, 'backup'>) => {
  const quote = mustOk(await backup.rekeyQuote(), 'quote');
  return { quote, answer: await backup.rekey(quote.total) };
};
const rootOf = ({ store }: Installation) => store.local.rootSecret() ?? expect.fail('no root secret');

it('from begin to end, at a free place, one that costs, and a folder', async () => {
  const one = await funded('KUDOS:8', [url(0), url(2), folder]);
  const [old, before] = [recoveryText(one), unitsOf(one)];
  const oldRoot = rootOf(one);
  one.backup.testSheet(old);
  expect(one.backup.status().safety.state).toBe('protected');
  const { quote, answer } = await rekey(one);
  expect(quote.total).toHaveLength(1);
  expect(mustOk(answer, 'rekey').progress).toMatchObject({ step: 'sheet', number: 5, of: 6, mayCancel: false });
  expect(Buffer.compare(openSecret(rootOf(one)), openSecret(oldRoot))).not.toBe(0);
  await settle(one);
  await outcomes(one);
  expectSumsAgree(one);
  const after = unitsOf(one);
  expect(before - after).toBeLessThanOrEqual(40_000_000n);
  // Not protected until the new sheet was read back.
  expect(one.backup.status()).toMatchObject({ safety: { state: 'not-protected', uncopied: [], next: 'show-sheet' } });
  expect(one.backup.testSheet(old)).toMatchObject({ error: { kind: 'void-sheet' } });

  // The thief restores from every old account and follows every link.
  const thief = install(world);
  const restored = mustOk(await thief.backup.restore(old, { folders: [folder] }), 'restore');
  expect(restored.sources.map(({ answer: said }) => said)).toEqual(['found', 'found', 'found']);
  expect(restored.said.map(({ kind }) => kind)).toContain('moved');
  await thief.wallet.run({ untilDone: true, timeoutMs: 5_000 });
  await thief.wallet.auditCoins({}, 'find');
  await thief.wallet.run();
  expect(unitsOf(thief)).toBe(0n);

  const sheet = recoveryText(one);
  mustOk(await one.backup.drill(sheet), 'drill');
  await one.backup.run();
  expect(one.backup.rekeying()).toBeUndefined();
  expect(one.backup.status().safety.state).toBe('protected');
  const fresh = install(world);
  mustOk(await fresh.backup.restore(sheet, { folders: [folder] }), 'restore');
  expect(total(fresh)).toBe(total(one));
  for (const { baseUrl, account } of sandbox.syncProviders.slice(0, 1))
    expect(account(bytesToCrock(accountKeys(rootOf(one), baseUrl).publicKey))).toBeDefined();
  mustOk(await one.backup.drill(sheet), 'drill');
});

// SPDX-License-Identifier: GPL-3.0-or-later
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findGiven } from '../../electron/backup/recover/brought/find.ts';
import { MAX_GIVEN } from '../../electron/backup/recover/brought/given.ts';
import { readSome } from '../../electron/headless/read-some.ts';
import { MAX_RECORDS } from '../../electron/taler/legacy/backup.ts';
import { createProgress } from '../../electron/backup/recover/progress.ts';
import { realWorld } from '../../electron/world.ts';
import { casesOf } from '../vectors/load.ts';

// What a person may give that comes, or does not come, from GNU Taler's wallet; nobody is asked anything here.

type Real = {
  readonly recovery: { readonly walletRootPriv: string; readonly providers: readonly object[] };
  readonly plain: object;
  readonly blob_base64: string;
};
const [real] = casesOf<Real>('wallet-core-2022-real-backup', 1);
if (!real) throw new Error('one case');
const plain = JSON.stringify(real.plain);
const base = mkdtempSync(join(tmpdir(), 'holdfast-brought-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const http = (): never => {
  throw new Error('nobody is to be asked');
};
const parts = { world: { ...realWorld(), http }, progress: createProgress(() => undefined) };
const found = async (given: string, secret?: string): Promise<unknown> => {
  const answer = await findGiven(parts, given, secret);
  return answer.ok ? [answer.value.what, answer.value.contents.length] : answer.error;
};
/** A sealed copy with another beginning. */
const beginning = (magic: string, blob: Buffer): string =>
  Buffer.concat([Buffer.from(magic), blob.subarray(8)]).toString('base64');
const blob = Buffer.from(real.blob_base64, 'base64');

describe('what was given', () => {
  const root = real.recovery.walletRootPriv;
  const other = `0${root.slice(1)}`;

  it('is read: a plain export, and a sealed copy with whatever opens it', async () => {
    expect(await found(plain)).toEqual(['export', 1]);
    expect(await found(`\uFEFF  ${plain}\n`)).toEqual(['export', 1]);
    for (const secret of [JSON.stringify(real.recovery), `taler://recovery/${root}?`, `taler://restore/${root}/`, root])
      expect(await found(real.blob_base64, secret)).toEqual(['sealed', 1]);
  });

  it.each([
    ['an export that was cut', plain.slice(0, -100), { kind: 'import-damaged' }],
    ['half of one', plain.slice(0, plain.length / 2), { kind: 'import-damaged' }],
    [
      'a later schema',
      JSON.stringify({ ...real.plain, schema_version: 2 }),
      newer('gnu-taler-wallet-backup-content 2'),
    ],
    ['another schema', JSON.stringify({ schema_id: 'gnu-taler-wallet-x' }), newer('gnu-taler-wallet-x')],
    [
      'a dump of the database of a later wallet',
      JSON.stringify({ databases: { 'taler-wallet-main-v10': { version: 24, stores: {} } } }),
      newer('taler-wallet-main-v10'),
    ],
    ['the same without its frame', JSON.stringify({ 'taler-wallet-main-v9': {} }), newer('taler-wallet-main-v9')],
    ['an export without its lists', JSON.stringify({ ...real.plain, exchanges: 1 }), { kind: 'import-not-a-wallet' }],
    ['other JSON', '{"hello": 1}', { kind: 'import-not-a-wallet' }],
    ['a list', '[]', { kind: 'import-not-a-wallet' }],
    ['a letter', 'Dear Ada, here is the money.', { kind: 'import-not-a-wallet' }],
    ['a picture', '\u0089PNG\r\n', { kind: 'import-not-a-wallet' }],
    ['a link to pay', 'taler://pay/shop.example/o1/', { kind: 'malformed-recovery-uri', why: 'pay' }],
    ['a link to pay, cut short', 'taler://pay/shop.example', { kind: 'malformed-recovery-uri', why: 'pay' }],
    ['a link to withdraw', 'taler://withdraw/bank.example/api/o1', { kind: 'malformed-recovery-uri', why: 'action' }],
    ['a link without its secret', 'taler://recovery/ABC', { kind: 'malformed-recovery-uri', why: 'key' }],
    ['a link that leads nowhere', `taler://recovery/${root}?`, { kind: 'nowhere-to-restore-from' }],
    ['more than any wallet has', `{${' '.repeat(MAX_GIVEN)}`, { kind: 'import-too-large', limit: MAX_GIVEN }],
    [
      'more records than any wallet has',
      JSON.stringify({ ...real.plain, withdrawal_groups: new Array(MAX_RECORDS + 1).fill(0) }),
      { kind: 'import-too-many', limit: MAX_RECORDS },
    ],
    [
      'a sealed copy of a later version, before its secret is asked for',
      beginning('TLRWBK02', blob),
      newer('TLRWBK02'),
    ],
    ['a sealed copy alone', real.blob_base64, { kind: 'import-needs-secret' }],
  ] as const)('is refused by its name: %s', async (_what, given, error) => {
    expect(await found(given)).toMatchObject(error);
  });

  it.each([
    ['another secret', real.blob_base64, other, { kind: 'import-wrong-secret' }],
    ['what is no secret', real.blob_base64, 'open sesame', { kind: 'import-wrong-secret' }],
    ['a cut copy', blob.subarray(0, -10).toString('base64'), root, { kind: 'import-wrong-secret' }],
    ['hardly anything of one', blob.subarray(0, 20).toString('base64'), root, { kind: 'import-damaged' }],
    ['one of a later version', beginning('TLRWBK02', blob), root, newer('TLRWBK02')],
    ['one of no version', beginning('TLRWBKxx', blob), root, { kind: 'import-not-a-wallet' }],
  ] as const)('stays shut for %s', async (_what, given, secret, error) => {
    expect(await found(given, secret)).toEqual(error);
  });

  it('is not read at all when its file has two gigabytes', () => {
    const file = join(base, 'huge.json');
    const handle = openSync(file, 'w');
    writeSync(handle, '{"schema_id":"gnu-taler-wallet-backup-content"');
    ftruncateSync(handle, 2 * 1024 ** 3);
    closeSync(handle);
    const before = process.memoryUsage().rss;
    expect(readSome(file, MAX_GIVEN)).toEqual({ ok: false, error: 'too-long' });
    expect(process.memoryUsage().rss - before).toBeLessThan(MAX_GIVEN);
  });
});

function newer(version: string): object {
  return { kind: 'import-newer', version };
}

// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import { mustOk } from '../../shared/result.ts';
import { add, install, recoveryText, startEconomy, testWorld, total, withdraw } from '../support/backup-rig.ts';
import { holdfast } from '../support/holdfast.ts';

// The code of the secret is all that is left of a sheet, and the person says where copies are.

const world = testWorld();
const base = mkdtempSync(join(tmpdir(), 'holdfast-alone-'));
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startEconomy(world, [{ annualFee: 'KUDOS:0' }]);
});
afterAll(async () => {
  await sandbox.close();
  rmSync(base, { recursive: true, force: true });
});

const codeOf = (sheet: string): string =>
  sheet
    .split('\n')
    .filter((line) => line.startsWith('secret'))
    .map((line) => line.replace(/^.*: /, ''))
    .join('\n');

it('its places are asked for; an address as it is pasted brings everything back', async () => {
  const one = install(world);
  await withdraw(one, sandbox, 'KUDOS:5');
  const place = sandbox.syncProviders[0]?.baseUrl ?? '';
  expect(await add(one, place)).toBe('stored');
  const code = codeOf(recoveryText(one));
  const two = install(world);
  expect(mustOk(two.backup.recoveryQuestions(code), 'questions')).toEqual({ questions: [], namesNoPlace: true });
  expect(await two.backup.restore(code)).toMatchObject({ ok: false, error: { kind: 'nowhere-to-restore-from' } });
  expect(await two.backup.restore(code, { places: ['a place'] })).toMatchObject({
    ok: false,
    error: { kind: 'no-such-place', text: 'a place' },
  });
  const pasted = `\u200E “${place.replace(/\/$/, '')}”, `;
  expect(mustOk(await two.backup.restore(code, { places: [pasted, place] }), 'restored').sources).toMatchObject([
    { provider: place, answer: 'found' },
  ]);
  expect(total(two)).toBe(total(one));
});

it('on the command line: by --folder, or by what is answered', async () => {
  const run = (name: string, args: readonly string[], input = '') =>
    holdfast(['--data', join(base, name), '--unprotected', '--json', ...args], input);
  const stick = mkdtempSync(join(base, 'stick-'));
  const other = mkdtempSync(join(base, 'other-'));
  expect((await run('one', ['provider', 'add', stick, '--yes'])).code).toBe(0);
  const { text } = JSON.parse((await run('one', ['sheet'])).out) as { text: string };
  const file = join(base, 'code.txt');
  writeFileSync(file, Buffer.from(`\uFEFF${codeOf(text)}`, 'utf16le'));

  const nowhere = await run('two', ['restore', '--sheet', file]);
  expect([nowhere.code, JSON.parse(nowhere.err)]).toMatchObject([1, { kind: 'nowhere-to-restore-from' }]);
  const wrong = await run('two', ['restore', '--sheet', file], 'somewhere else\n\n');
  expect([wrong.code, JSON.parse(wrong.err)]).toMatchObject([1, { kind: 'no-such-place' }]);
  const asked = await run('two', [
    'restore',
    '--sheet',
    file,
    '--place',
    'https://127.0.0.1:9/',
    '--place',
    'x.invalid',
  ]);
  expect(JSON.parse(asked.err)).toMatchObject({
    kind: 'nothing-restored',
    facts: { silent: ['https://127.0.0.1:9/', 'https://x.invalid/'] },
  });
  const done = await run('two', ['restore', '--sheet', file, '--folder', other, '--folder', stick]);
  expect(JSON.parse(done.out)).toMatchObject({
    sources: [{ name: other, answer: 'empty', notes: [{ kind: 'folder-without-copies' }] }, { answer: 'found' }],
  });
});

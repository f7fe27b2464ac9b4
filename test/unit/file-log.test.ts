// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fileLog } from '../../electron/app/file-log.ts';
import { noteDefect } from '../../electron/defect.ts';
import { secret } from '../../electron/taler/crypto/secret.ts';

// The log is looked at in a terminal, and sent to others: what strangers wrote is in it, and does nothing there.

const folder = mkdtempSync(join(tmpdir(), 'holdfast-log-'));
afterAll(() => rmSync(folder, { recursive: true }));
const log = fileLog(folder, () => 0);
const lines = (): readonly string[] =>
  readFileSync(join(folder, 'holdfast.log'), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

test('no line of the log is obeyed by a terminal, faked, or without end', () => {
  const worst = '\u001b[2J\u009b31m\u202eEVIL\u200b\r\n{"event":"protected"}\u2028\u0007';
  log({ event: 'x', why: worst, deep: { in: [worst] } });
  const error = new Error(worst);
  noteDefect({ randomBytes: (n) => new Uint8Array(n), log }, worst, error);
  log({ event: 'long', why: 'A'.repeat(1_000_000), more: { text: ['B'.repeat(1_000_000)] } });
  log({ event: 'key', key: secret(new Uint8Array(32)) });
  expect(lines().length).toBe(4);
  for (const line of lines()) {
    expect(line).toMatch(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u);
    expect(line.length).toBeLessThan(64 * 1024);
  }
  const [first, second, , last] = lines().map((line) => JSON.parse(line) as Record<string, unknown>);
  expect([first?.['event'], first?.['why'], second?.['where']]).toEqual(['x', worst, worst]);
  expect(last?.['key']).toBe('<secret>');
});

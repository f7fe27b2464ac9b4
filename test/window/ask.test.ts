// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { requestInputs } from '../../shared/contract.ts';
import { ok } from '../../shared/result.ts';
import { answerAsk, type Asker, type AskParts } from '../../electron/shell/ask.ts';

// The one wrapper between the window and the wallet: who may ask, what, with which input, and what becomes of a thrown error.

const ours: Asker = { isMainFrame: true, url: 'app://holdfast/#/backup' };

const watched = (
  handle: AskParts['handle'] = async () => ok({}) as never,
): AskParts & { readonly handled: string[]; readonly logged: unknown[] } => {
  const handled: string[] = [];
  const logged: unknown[] = [];
  return {
    handled,
    logged,
    newReference: () => '8f3a01bc',
    log: (event) => void logged.push(event),
    handle: (name, input) => {
      handled.push(name);
      return handle(name, input);
    },
  };
};

describe('who may ask', () => {
  const strangers: readonly (readonly [string, Asker | null])[] = [
    ['a frame that is gone', null],
    ['a frame inside the page', { ...ours, isMainFrame: false }],
    ['a web page', { isMainFrame: true, url: 'https://holdfast/' }],
    ['a host that begins like ours', { isMainFrame: true, url: 'app://holdfast.evil/' }],
    ['a user name that looks like ours', { isMainFrame: true, url: 'app://holdfast@evil/' }],
    ['another host of our scheme', { isMainFrame: true, url: 'app://other/' }],
    ['a data page', { isMainFrame: true, url: 'data:text/html,app://holdfast/' }],
    ['nothing loaded yet', { isMainFrame: true, url: '' }],
  ];
  test.each(strangers)('%s is refused before the handler sees it', async (_, asker) => {
    const parts = watched();
    expect(await answerAsk(parts, asker, 'app.state', {})).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
    expect(parts.handled).toEqual([]);
  });

  test('our own page is answered', async () => {
    const parts = watched();
    expect(await answerAsk(parts, ours, 'app.state', {})).toEqual({ ok: true, value: {} });
    expect(parts.handled).toEqual(['app.state']);
  });
});

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
    const parts = watched();
    expect(await answerAsk(parts, ours, name, {})).toMatchObject({ ok: false, error: { kind: 'unknown-request' } });
    expect(parts.handled).toEqual([]);
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
      const parts = watched();
      expect(await answerAsk(parts, ours, name, input)).toMatchObject({
        ok: false,
        error: { kind: 'malformed-request' },
      });
      expect(parts.handled).toEqual([]);
    }
  });

  test('a refused input leaves no value in the log', async () => {
    const parts = watched();
    await answerAsk(parts, ours, 'app.unlock', { passphrase: 'correct horse battery staple'.repeat(50) });
    expect(JSON.stringify(parts.logged)).not.toContain('horse');
    expect(parts.logged).toHaveLength(1);
  });
});

test('a thrown error becomes a defect with a reference; its text stays in the log', async () => {
  const parts = watched(async () => {
    throw new Error('secret detail of the inside');
  });
  const answer = await answerAsk(parts, ours, 'app.state', {});
  expect(answer).toMatchObject({ ok: false, error: { kind: 'defect' } });
  expect(JSON.stringify(answer)).toContain('8f3a01bc');
  expect(JSON.stringify(answer)).not.toContain('detail');
  expect(JSON.stringify(parts.logged)).toContain('secret detail of the inside');
});

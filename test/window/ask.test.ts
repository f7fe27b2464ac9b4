// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { ok } from '../../shared/result.ts';
import { answerAsk, type Asker, type AskParts } from '../../electron/shell/ask.ts';

// Who may ask the wallet anything: its own window, in its main frame. What may be asked is test/unit/answer.test.ts.

const ours: Asker = { isMainFrame: true, url: 'app://holdfast/#/protection' };

const watched = (): AskParts & { readonly asked: unknown[]; readonly logged: unknown[] } => {
  const asked: unknown[] = [];
  const logged: unknown[] = [];
  return {
    asked,
    logged,
    log: (event) => void logged.push(event),
    ask: async (name, input) => {
      asked.push([name, input]);
      return ok({});
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
  test.each(strangers)('%s is refused before the wallet hears of it', async (_, asker) => {
    const parts = watched();
    expect(await answerAsk(parts, asker, 'app.state', {})).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
    expect(parts.asked).toEqual([]);
    expect(parts.logged).toMatchObject([{ event: 'ask-refused', why: 'sender' }]);
  });

  test('our own page is answered', async () => {
    const parts = watched();
    expect(await answerAsk(parts, ours, 'app.state', {})).toEqual({ ok: true, value: {} });
    expect(parts.asked).toEqual([['app.state', {}]]);
  });
});

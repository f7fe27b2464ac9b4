// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { askBeforeEnding, quitQuestion } from '../../electron/shell/quit.ts';
import { words } from '../../shared/words/words.ts';
import { allSafe, nothingBackedUp, nothingHere, partly } from '../window/views.ts';

describe('what is asked before a window is closed', () => {
  test('nothing while nothing would be lost, and the sum where it would', () => {
    expect([allSafe, nothingHere].map(({ safety }) => quitQuestion(safety, words('en')))).toEqual([
      undefined,
      undefined,
    ]);
    expect(quitQuestion(nothingBackedUp.safety, words('en'))).toEqual({
      message: 'Not protected. Close Holdfast all the same?',
      detail: expect.stringContaining('20.00 KUDOS would be lost'),
    });
    expect(quitQuestion(partly.safety, words('de'))?.detail).toContain('1,50 KUDOS');
  });

  const program = (answers: readonly (boolean | 'fails')[]) => {
    type Listener = (event: { readonly preventDefault: () => void }) => void;
    const listeners: { close?: Listener; quit?: Listener; shutdown?: () => void } = {};
    const seen = { asked: 0, kept: 0, closed: 0, ended: 0 };
    const close = (): void => {
      let kept = false;
      listeners.close?.({ preventDefault: () => (kept = true) });
      if (kept) seen.kept += 1;
      else seen.closed += 1;
    };
    const quit = (): void => listeners.quit?.({ preventDefault: () => undefined });
    askBeforeEnding({
      onClose: (listener) => (listeners.close = listener),
      onQuit: (listener) => (listeners.quit = listener),
      onShutdown: (listener) => (listeners.shutdown = listener),
      close,
      quit,
      mayEnd: async () => {
        const answer = answers[seen.asked++];
        if (answer === 'fails') throw new Error('no answer');
        return answer ?? false;
      },
      end: async () => void (seen.ended += 1),
    });
    return { seen, close, quit, shutdown: () => listeners.shutdown?.() };
  };
  /** Everything that was answered at once has been heard. */
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };

  test('no keeps it open, yes closes it, and nobody is asked twice at once', async () => {
    const { seen, close, quit } = program([false, true]);
    close();
    close();
    quit();
    await settled();
    expect(seen).toEqual({ asked: 1, kept: 2, closed: 0, ended: 0 });
    close();
    await settled();
    expect(seen).toEqual({ asked: 2, kept: 3, closed: 1, ended: 0 });
    // The last window is closed: the program ends without another question, once.
    quit();
    quit();
    expect(seen).toEqual({ asked: 2, kept: 3, closed: 1, ended: 1 });
  });

  test('ending the program asks as closing its window does', async () => {
    const { seen, quit } = program([false, true]);
    quit();
    quit();
    await settled();
    expect(seen).toEqual({ asked: 1, kept: 0, closed: 0, ended: 0 });
    quit();
    await settled();
    expect(seen).toEqual({ asked: 2, kept: 0, closed: 0, ended: 1 });
  });

  test('a system that shuts down is not held up, nor a wallet that cannot answer', async () => {
    const { seen, close, shutdown } = program([]);
    shutdown();
    close();
    expect(seen).toEqual({ asked: 0, kept: 0, closed: 1, ended: 1 });
    const asked = program([false]);
    asked.quit();
    asked.shutdown();
    await settled();
    expect(asked.seen.ended).toBe(1);
    const broken = [program(['fails']), program(['fails'])];
    broken[0]?.close();
    broken[1]?.quit();
    await settled();
    expect(broken.map(({ seen: each }) => [each.asked, each.closed, each.ended])).toEqual([
      [1, 1, 0],
      [1, 0, 1],
    ]);
  });
});

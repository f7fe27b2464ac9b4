// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { askBeforeClosing, quitQuestion } from '../../electron/shell/quit.ts';
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

  const window = (answers: readonly (boolean | 'fails')[]) => {
    let onClose: ((event: { readonly preventDefault: () => void }) => void) | undefined;
    let onQuit: (() => void) | undefined;
    const seen = { asked: 0, kept: 0, closed: 0 };
    const press = (): void => {
      let kept = false;
      onClose?.({ preventDefault: () => (kept = true) });
      if (kept) seen.kept += 1;
      else seen.closed += 1;
    };
    askBeforeClosing({
      onClose: (listener) => (onClose = listener),
      onQuit: (listener) => (onQuit = listener),
      close: press,
      mayClose: async () => {
        const answer = answers[seen.asked++];
        if (answer === 'fails') throw new Error('no answer');
        return answer ?? false;
      },
    });
    return { seen, press, quit: () => onQuit?.() };
  };
  /** Everything that was answered at once has been heard. */
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };

  test('no keeps it open, yes closes it, and nobody is asked twice at once', async () => {
    const { seen, press } = window([false, true]);
    press();
    press();
    await settled();
    expect(seen).toEqual({ asked: 1, kept: 2, closed: 0 });
    press();
    await settled();
    expect(seen).toEqual({ asked: 2, kept: 3, closed: 1 });
  });

  test('a system that shuts down is not held up, nor a wallet that cannot answer', async () => {
    const { seen, press, quit } = window([]);
    quit();
    press();
    expect(seen).toEqual({ asked: 0, kept: 0, closed: 1 });
    const broken = window(['fails']);
    broken.press();
    await settled();
    expect(broken.seen.closed).toBe(1);
  });
});

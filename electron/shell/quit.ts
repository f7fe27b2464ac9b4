// SPDX-License-Identifier: GPL-3.0-or-later
import type { SafetyView } from '../../shared/view-backup.ts';
import { sayAll } from '../../shared/words/say.ts';
import type { Words } from '../../shared/words/words.ts';

/** What is asked before the window of a wallet is closed; undefined when nothing would be lost with this computer. */
export const quitQuestion = (
  { state, lost, said }: SafetyView,
  words: Words,
): { readonly message: string; readonly detail: string } | undefined =>
  lost.length === 0
    ? undefined
    : {
        message: words.t('shell.quit.message', { state: words.t(`safetyState.${state}`) }),
        detail: sayAll(words, 'safety', said.slice(0, 1)),
      };

type Asked = { readonly preventDefault: () => void };

/** The parts of a window and its program that ending is about. */
type Ending = {
  /** the window is being closed by its person */
  readonly onClose: (listener: (event: Asked) => void) => void;
  /** the whole program is asked to end: by the menu, by Cmd+Q, or because its last window is closed */
  readonly onQuit: (listener: (event: Asked) => void) => void;
  /** the machine or the session ends: nobody who shuts a computer down is held up by a question */
  readonly onShutdown: (listener: () => void) => void;
  readonly close: () => void;
  readonly quit: () => void;
  /** whether it may end, after whatever has to be asked; a failure to ask is a yes */
  readonly mayEnd: () => Promise<boolean>;
  /** what is left to do when it does; the program ends with it */
  readonly end: () => Promise<void>;
};

/** Asks once before the window or the program is ended by its person; then the step that is being written is waited for, however often one is told to hurry. */
export const askBeforeEnding = ({ onClose, onQuit, onShutdown, close, quit, mayEnd, end }: Ending): void => {
  let sure = false;
  let asking = false;
  let ending: Promise<void> | undefined;
  const ask = (goOn: () => void): void => {
    if (asking) return;
    asking = true;
    void mayEnd()
      .catch(() => true)
      .then((may) => {
        asking = false;
        if (!may && !sure) return;
        sure = true;
        goOn();
      });
  };
  onShutdown(() => {
    sure = true;
    quit();
  });
  onClose((event) => {
    if (sure) return;
    event.preventDefault();
    ask(close);
  });
  onQuit((event) => {
    event.preventDefault();
    if (sure) ending ??= end();
    else ask(quit);
  });
};

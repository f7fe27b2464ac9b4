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

/** The parts of a window and its program that closing is about. */
type Closing = {
  readonly onClose: (listener: (event: { readonly preventDefault: () => void }) => void) => void;
  /** the whole program is ending: nobody who shuts a computer down is held up by a question */
  readonly onQuit: (listener: () => void) => void;
  readonly close: () => void;
  /** whether it may be closed, after whatever has to be asked; a failure to ask is a yes */
  readonly mayClose: () => Promise<boolean>;
};

/** Asks once before a window is closed by its person. */
export const askBeforeClosing = ({ onClose, onQuit, close, mayClose }: Closing): void => {
  let sure = false;
  let asking = false;
  onQuit(() => (sure = true));
  onClose((event) => {
    if (sure) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    void mayClose()
      .catch(() => true)
      .then((may) => {
        asking = false;
        if (!may) return;
        sure = true;
        close();
      });
  });
};

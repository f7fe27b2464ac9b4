// SPDX-License-Identifier: GPL-3.0-or-later
import type { BackupStatusView, SafetyState } from '../../shared/view-backup.ts';
import type { Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import { told } from './spoken.ts';

/** The command did what it says, and the wallet is not safe: `status` says what is to be done. */
export const NOT_SAFE = 3;

/** In which states nothing is asked of the person. */
const IS_CALM: Readonly<Record<SafetyState, boolean>> = {
  nothing: true,
  syncing: true,
  protected: true,
  'not-protected': false,
  'at-risk': false,
  'payment-due': false,
  stopped: false,
};

/** The exit code of a command that tells how safe the money is. */
export const safetyCode = ({ safety }: BackupStatusView): 0 | typeof NOT_SAFE => (IS_CALM[safety.state] ? 0 : NOT_SAFE);

/** The state with its sentences, and the command that mends it. */
export const safetyLines = (words: Words, { safety }: BackupStatusView): readonly Spoken[] => {
  const { t } = words;
  const state = t('cli.safety', {
    state: t(`safetyState.${safety.state}`),
    said: told(words, 'safety', ...safety.said),
  });
  return safety.next === undefined || safety.state === 'protected' ? [state] : [state, t(`cli.next.${safety.next}`)];
};

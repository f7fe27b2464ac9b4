// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok } from '../../shared/result.ts';
import type { UndoStepView } from '../../shared/view-undo.ts';
import { joined, type Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { agreed, declined } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';
import { told } from './spoken.ts';

/** `undo`: takes back the last restore or takeover, or the one of that number, after saying what it means; `--list` shows what there is. */
export const undoCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const list = await app.handle('undo.list', {});
  if (!list.ok) return list;
  const { steps } = list.value;
  if (command.flags.has('--list'))
    return ok({
      lines: (w) => (steps.length === 0 ? [w.t('cli.undo.none')] : steps.map((step) => stepLine(w, step))),
      json: list.value,
    });
  const number = command.words[1] === undefined ? steps[0]?.number : wholeNumber(command.words[1]);
  if (number === undefined) return err({ kind: 'no-undo', facts: {} });
  const preview = await app.handle('undo.preview', { number });
  if (!preview.ok) return preview;
  const { said } = preview.value;
  if (!(await agreed(command, terminal, (w) => joined([told(w, 'undo', ...said), w.t('cli.ask.undo')]))))
    return declined('changed');
  const undone = await app.handle('undo.run', { number });
  if (!undone.ok) return undone;
  const report = undone.value;
  if (report.state === 'going-on')
    return err({
      kind: 'undo-pending',
      say: (w) => w.t('cli.abandon.next', { said: told(w, 'undo', ...report.said) }),
    });
  return ok({ lines: (w) => [told(w, 'undo', ...report.said)], json: report });
};

const wholeNumber = (text: string): number | undefined => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined);

const stepLine = (w: Words, { number, at, until, why, underWay }: UndoStepView): Spoken =>
  joined(
    [
      w.foreign.code(String(number)),
      w.t(`undoing.step.${why}`),
      w.t('undoing.step.when', { at, until }),
      ...(underWay ? [w.t('undoing.underWay')] : []),
    ],
    '  ',
  );

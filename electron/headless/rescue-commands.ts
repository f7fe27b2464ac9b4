// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok } from '../../shared/result.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { declined } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';

/** `set-aside`: moves the files of a wallet that does not open, or whose lock is lost, into a folder of their own; deletes nothing. */
export const setAsideCommand = async (
  app: WalletApp,
  { yes }: Pick<Command, 'yes'>,
  terminal: Omit<Terminal, 'passphrase'>,
): CommandResult => {
  const { t } = terminal.words;
  if (app.state().stage === 'open') return err({ kind: 'wrong-stage', facts: { why: 'exists' } });
  if (!yes) {
    terminal.say(t('rescue.aside.words', { directory: terminal.directory }));
    terminal.say(t('rescue.aside.money'));
    if (!(await terminal.ask(t('rescue.aside.title')))) return declined('changed');
  }
  const moved = await app.handle('app.setAside', {});
  if (!moved.ok) return moved;
  const { folder } = moved.value;
  return ok({ lines: (words) => [words.t('cli.setAside.done', { folder })], json: moved.value });
};

/** `report`: what a person may hand to whoever helps, also of a wallet that does not open. */
export const reportCommand = async (app: WalletApp): CommandResult => {
  const report = await app.handle('app.report', {});
  if (!report.ok) return report;
  const { text } = report.value;
  return ok({ lines: ({ foreign }) => text.trimEnd().split('\n').map(foreign.row), json: JSON.parse(text) });
};

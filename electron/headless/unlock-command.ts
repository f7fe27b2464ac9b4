// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { RequestInput } from '../../shared/contract.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { Command } from './args.ts';
import type { CommandFailure, CommandResult, Terminal } from './command-result.ts';
import { readSheet } from './sheet-file.ts';

/** `unlock`: opens the wallet of this directory with its recovery sheet and locks it anew, with a new passphrase or as `--unprotected`. */
export const unlockCommand = async (
  app: WalletApp,
  command: Command,
  terminal: Omit<Terminal, 'passphrase'>,
  newPassphrase: () => Promise<Result<string, CommandFailure>>,
): CommandResult => {
  if (app.state().stage !== 'locked') return err({ kind: 'wrong-stage', facts: { why: 'nothing-to-unlock' } });
  const text = await readSheet(app, command, terminal, 'unlock');
  if (!text.ok) return text;
  const protection = command.unprotected ? ok({ type: 'unprotected' as const }) : await withNew(newPassphrase);
  if (!protection.ok) return protection;
  const opened = await app.handle('app.unlockBySheet', { recoveryText: text.value, protection: protection.value });
  if (!opened.ok) return opened;
  return ok({
    lines: ({ t }) => [t(command.unprotected ? 'cli.unlock.unprotected' : 'cli.unlock.passphrase')],
    json: opened.value,
  });
};

type Protection = RequestInput<'app.unlockBySheet'>['protection'];

const withNew = async (
  newPassphrase: () => Promise<Result<string, CommandFailure>>,
): Promise<Result<Protection, CommandFailure>> => {
  const passphrase = await newPassphrase();
  return passphrase.ok ? ok({ type: 'passphrase', passphrase: passphrase.value }) : passphrase;
};

// SPDX-License-Identifier: GPL-3.0-or-later
import type { Command } from './args.ts';
import type { CommandFailure } from './command-result.ts';

/** The commands that begin something: only they make a wallet where there is none. Whoever looks for money would find an empty one in a mistyped place. */
const MAKES: Readonly<Record<string, (command: Command) => boolean>> = {
  exchange: ({ words }) => words[1] === 'add',
  withdraw: () => true,
  receive: () => true,
  request: () => true,
  provider: ({ words }) => words[1] === 'add',
  backup: ({ options }) => options['--copies'] !== undefined,
  restore: () => true,
  escrow: ({ words, flags }) => words[1] === 'recover' && !flags.has('--stop'),
  takeover: ({ words }) => words[1] !== 'here',
  import: () => true,
  name: ({ options }) => options['--wallet'] !== undefined || options['--device'] !== undefined,
};

export const makesWallet = (command: Command): boolean => MAKES[command.words[0] ?? '']?.(command) ?? false;

export const noWallet = (directory: string): CommandFailure => ({
  kind: 'no-wallet',
  say: ({ t }) => t('cli.noWallet', { directory }),
});

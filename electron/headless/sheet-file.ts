// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import { readUpTo } from '../storage/whole-file.ts';
import { usage } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandFailure, Terminal } from './command-result.ts';

/** A sheet is about 1 KiB; the ceiling stops a wrong file from filling memory. */
export const MAX_SHEET_BYTES = 64 * 1024;

/** The recovery text from `--sheet FILE`, or from standard input for `-`. */
export const readSheet = async (
  command: Command,
  terminal: Pick<Terminal, 'readInput'>,
  use: string,
): Promise<Result<string, CommandFailure>> => {
  const file = command.options['--sheet'];
  if (file === undefined) return command.words[1] === '-' ? ok(await terminal.readInput()) : usage(use);
  return readSheetFile(file);
};

/** The recovery text in a file. */
export const readSheetFile = async (file: string): Promise<Result<string, CommandFailure>> => {
  const bytes = await readUpTo(file, MAX_SHEET_BYTES).catch(() => undefined);
  if (bytes === undefined) return err({ kind: 'unreadable-file', say: ({ t }) => t('cli.sheet.unreadable', { file }) });
  return ok(new TextDecoder().decode(bytes));
};

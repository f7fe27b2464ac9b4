// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import { decodeText } from '../backup/paper/decode.ts';
import { homePath } from '../app/directory/data-path.ts';
import { usage } from './answers.ts';
import type { Command } from './args.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { CommandFailure } from './command-result.ts';
import { readSome } from './read-some.ts';
import { orCorrected, typeCode, type SheetTerminal } from './type-code.ts';

/** A sheet is about 1 KiB; the ceiling stops a wrong file from filling memory. */
const MAX_SHEET_BYTES = 64 * 1024;

/**
 * The recovery text from `--sheet FILE`, from standard input for `-`, or typed at the terminal; with what is proposed for a damaged code
 * where the person there takes it.
 */
export const readSheet = async (
  app: Pick<WalletApp, 'handle'>,
  command: Command,
  terminal: SheetTerminal,
  use: string,
): Promise<Result<string, CommandFailure>> => {
  const text = await given(app, command, terminal, use);
  return text.ok ? orCorrected(app, terminal, text.value) : text;
};

const given = async (
  app: Pick<WalletApp, 'handle'>,
  command: Command,
  terminal: SheetTerminal,
  use: string,
): Promise<Result<string, CommandFailure>> => {
  const file = command.options['--sheet'];
  if (file !== undefined) return readSheetFile(file);
  if (command.words[1] === '-') return ok(await terminal.readInput());
  return terminal.isThere && command.words[1] === undefined ? ok(await typeCode(app, terminal)) : usage(use);
};

/** The recovery text in a file. */
export const readSheetFile = async (file: string): Promise<Result<string, CommandFailure>> => {
  const path = homePath(file);
  const bytes = readSome(path, MAX_SHEET_BYTES);
  return bytes.ok
    ? ok(decodeText(bytes.value))
    : err({ kind: 'unreadable-file', say: ({ t }) => t(`cli.file.${bytes.error}`, { file: path }) });
};

/** What comes from standard input, up to the ceiling: bytes first, for one letter may come in two pieces. */
export const readSheetFrom = async (stdin: AsyncIterable<unknown>): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
    chunks.push(bytes);
    size += bytes.length;
    if (size > MAX_SHEET_BYTES) break;
  }
  return decodeText(Buffer.concat(chunks));
};

/** What stands below a sheet on standard input answers what its providers ask; all of it does where there is no sheet. */
export const linesBelowSheet = (text: string): string[] => {
  const end = /^[\s>|]*END\b.*$/im.exec(text) ?? /(?<=HOLDFAST.*)\bEND\b.*$/m.exec(text);
  if (end === null) return /\bhold ?1/i.test(text) ? [] : text.split(/\r?\n/);
  return text
    .slice(end.index + end[0].length)
    .replace(/^\r?\n/, '')
    .split(/\r?\n/);
};

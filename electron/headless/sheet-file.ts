// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import { decodeText } from '../backup/paper/decode.ts';
import { homePath } from '../app/directory/data-path.ts';
import { usage } from './answers.ts';
import type { Command } from './args.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { CommandFailure } from './command-result.ts';
import { readSome } from './read-some.ts';
import { gathered } from './gather.ts';
import type { SheetTerminal } from './type-code.ts';

/** A sheet is about 1 KiB; the ceiling stops a wrong file from filling memory. */
const MAX_SHEET_BYTES = 64 * 1024;

/**
 * The recovery text from `--sheet FILE` (of shares one for each, or several in a file), from standard input for `-`, or typed at the
 * terminal; with what is proposed for a damaged code where the person there takes it. Shares that are lacking are asked for there.
 */
export const readSheet = async (
  app: Pick<WalletApp, 'handle'>,
  command: Command,
  terminal: SheetTerminal,
  use: string,
): Promise<Result<string, CommandFailure>> => {
  const files = filesOf(command.options['--sheet']);
  if (files.length > 0) return readSheetFiles(app, terminal, files);
  if (command.words[1] === '-') return gathered(app, { ...terminal, isThere: false }, [await terminal.readInput()]);
  return terminal.isThere && command.words[1] === undefined ? gathered(app, terminal, []) : usage(use);
};

/** The values of an option that may be given more than once. */
export const filesOf = (option: string | undefined): readonly string[] => option?.split('\n') ?? [];

/** What the papers in these files say together; `-` is standard input. */
export const readSheetFiles = async (
  app: Pick<WalletApp, 'handle'>,
  terminal: SheetTerminal,
  files: readonly string[],
): Promise<Result<string, CommandFailure>> => {
  const texts: string[] = [];
  for (const file of files) {
    const text = file === '-' ? ok(await terminal.readInput()) : await readSheetFile(file);
    if (!text.ok) return text;
    texts.push(text.value);
  }
  return gathered(app, { ...terminal, isThere: terminal.isThere && !files.includes('-') }, texts);
};

/** The recovery text in a file. */
const readSheetFile = async (file: string): Promise<Result<string, CommandFailure>> => {
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
  const ends = /HOLDFAST\W{0,6}SHARE/i.test(text) ? [...text.matchAll(/^[\s>|]*END\b.*$/gim)] : [];
  const end = ends.at(-1) ?? /^[\s>|]*END\b.*$/im.exec(text) ?? /(?<=HOLDFAST.*)\bEND\b.*$/m.exec(text);
  if (end === null) return /\bhold ?1/i.test(text) ? [] : text.split(/\r?\n/);
  return text
    .slice(end.index + end[0].length)
    .replace(/^\r?\n/, '')
    .split(/\r?\n/);
};

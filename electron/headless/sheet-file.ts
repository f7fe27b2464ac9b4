// SPDX-License-Identifier: GPL-3.0-or-later
import { fileKind, MAX_FILE_BYTES } from '../../shared/reading/file-kind.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { decodeText } from '../backup/paper/decode.ts';
import { lettersOf } from '../backup/paper/on-paper.ts';
import { readPapers } from '../backup/paper/parse.ts';
import { homePath } from '../app/directory/data-path.ts';
import { usage } from './answers.ts';
import type { Command } from './args.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { CommandFailure } from './command-result.ts';
import { gathered } from './gather.ts';
import { readPicture } from './read-picture.ts';
import { readSome, type Unread } from './read-some.ts';
import type { SheetTerminal } from './type-code.ts';

/** A sheet is about 1 KiB; the ceiling stops a wrong file from filling memory. */
const MAX_SHEET_BYTES = 64 * 1024;
const TELLING_BYTES = 1024;

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
  const files = sheetsOf(command, '--sheet');
  if (files.length > 0) return readSheetFiles(app, terminal, files);
  if (command.words[1] === '-') return readSheetFiles(app, terminal, ['-']);
  return terminal.isThere && command.words[1] === undefined ? gathered(app, terminal, []) : usage(use);
};

/** The files behind an option that may be given more than once, and those that stand behind it without a name: no paper is passed over. */
export const sheetsOf = (
  { options, words }: Pick<Command, 'options' | 'words'>,
  name: '--sheet' | '--verify' | '--test',
): readonly string[] => {
  const named = options[name];
  return named === undefined ? [] : [...named.split('\n'), ...words.slice(1)];
};

/** What the papers in these files say together; `-` is standard input. */
export const readSheetFiles = async (
  app: Pick<WalletApp, 'handle'>,
  terminal: SheetTerminal,
  files: readonly string[],
): Promise<Result<string, CommandFailure>> => {
  const texts: string[] = [];
  for (const file of files) {
    const text = file === '-' ? await terminal.readInput() : await readSheetFile(file);
    if (!text.ok) return text;
    texts.push(text.value);
  }
  return gathered(app, { ...terminal, isThere: terminal.isThere && !files.includes('-') }, texts);
};

/** The recovery text in a file: written in it, or shown by a picture or a PDF; what it is its bytes tell, and not its name. */
export const readSheetFile = async (file: string): Promise<Result<string, CommandFailure>> => {
  const path = homePath(file);
  const bytes = readSome(path, MAX_FILE_BYTES);
  if (!bytes.ok) return unreadable(path, bytes.error);
  return isWritten(bytes.value) && bytes.value.length > MAX_SHEET_BYTES
    ? unreadable(path, 'too-long')
    : textIn(bytes.value);
};

const unreadable = (file: string, why: Unread): Result<never, CommandFailure> =>
  err({ kind: 'unreadable-file', say: ({ t }) => t(`cli.file.${why}`, { file }) });

const isWritten = (bytes: Uint8Array): boolean => fileKind(bytes) === 'text';

const textIn = async (bytes: Uint8Array): Promise<Result<string, CommandFailure>> => {
  if (isWritten(bytes)) return ok(decodeText(bytes));
  const read = await readPicture(bytes);
  if (!read.ok) return read;
  const numbers = numbersOf(read.value.texts);
  return numbers.length > 1 ? err({ kind: 'two-sheets', facts: { numbers } }) : ok(bestOf(read.value.texts));
};

/** The numbers of the whole sheets in these texts, one for each secret: the square of a page may say something else than its text. */
const numbersOf = (texts: readonly string[]): readonly string[] => {
  const sheets = texts.flatMap((text) => {
    const papers = readPapers(text);
    return papers.ok ? papers.value.filter(({ paper }) => paper.share === undefined) : [];
  });
  return [...new Map(sheets.map(({ paper }) => [lettersOf(paper), paper.identifier.toUpperCase()])).values()];
};

/** A page may be read twice, as a code and as text, and a file may have several shares: each is taken once. Where nothing can be read, the first says why. */
const bestOf = (texts: readonly string[]): string => {
  const shares = new Map<string, string>();
  for (const text of texts) {
    const papers = readPapers(text);
    const paper = papers.ok ? papers.value[0]?.paper : undefined;
    if (papers.ok && paper?.share === undefined) return text;
    // Two that say they are the same one, and are not, are both handed on: they are refused by name.
    const letters = paper === undefined ? '' : lettersOf(paper);
    if (letters !== '' && !shares.has(letters)) shares.set(letters, text);
  }
  return shares.size > 0 ? [...shares.values()].join('\n') : (texts.find(isDamaged) ?? texts[0] ?? '');
};

const isDamaged = (text: string): boolean => {
  const read = readPapers(text);
  return !read.ok && read.error.kind === 'correction-proposed';
};

/** What comes from standard input, up to the ceiling of what it is: bytes first, for one letter may come in two pieces. */
export const readSheetFrom = async (stdin: AsyncIterable<unknown>): Promise<Result<string, CommandFailure>> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let limit = 0;
  for await (const chunk of stdin) {
    const bytes = chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
    chunks.push(bytes);
    size += bytes.length;
    // Its first kilobyte tells what it is.
    if (limit === 0 && size >= TELLING_BYTES)
      limit = isWritten(Buffer.concat(chunks)) ? MAX_SHEET_BYTES : MAX_FILE_BYTES;
    if (limit !== 0 && size > limit) break;
  }
  return textIn(Buffer.concat(chunks));
};

/** What stands below a sheet on standard input answers what its providers ask; all of it does where there is no sheet. */
export const linesBelowSheet = (text: string): string[] => {
  const lines = text.split(/\r?\n/);
  const ending = (line: string): boolean => /^[\s>|]*END\b/i.test(line);
  const own = /HOLDFAST\W{0,6}SHARE/i.test(text) ? lines.findLastIndex(ending) : lines.findIndex(ending);
  const end = own === -1 ? lines.findIndex((line) => /\bEND\b/.test(line.slice(line.search(/HOLDFAST|$/)))) : own;
  if (end === -1) return /\bhold ?1/i.test(text) ? [] : lines;
  // There is a line behind the last one, though nothing may stand on it.
  return end === lines.length - 1 ? [''] : lines.slice(end + 1);
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { FailureView } from '../../shared/view.ts';
import type { Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import { whyNotWritten, writeWholeSync } from '../storage/whole-file.ts';
import type { World } from '../world.ts';

/** What a command prints: lines for people, one object for programs; and its exit code where that is not 0. */
export type Printed = {
  readonly lines: (words: Words) => readonly Spoken[];
  readonly json: unknown;
  readonly code?: number;
};
/** What a command refuses by itself, before or after the wallet was asked. */
export type Refusal = { readonly kind: string; readonly say: (words: Words) => Spoken };
export type CommandFailure = FailureView | Refusal;
export type CommandResult = Promise<Result<Printed, CommandFailure>>;

/** Where the command line reads and writes: the process's own streams. */
export type Streams = {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
};

/** The terminal, as far as a command needs it. */
export type Terminal = {
  /** a person sits there; without one nothing is asked */
  readonly isThere: boolean;
  readonly ask: (question: Spoken) => Promise<boolean>;
  /** the person's language */
  readonly words: Words;
  /** the sheet on standard input: a text, a picture or a PDF */
  readonly readInput: () => Promise<Result<string, CommandFailure>>;
  /** all of standard input as text, a byte beyond `limit` at least where it is longer */
  readonly readAll: (limit: number) => Promise<string>;
  /** what the person answers, unseen when it is a secret; without a terminal the next line of standard input, '' after the last */
  readonly answer: (question: Spoken, secret: boolean) => Promise<string>;
  /** tells the person something before the command is done; not part of its output */
  readonly say: (text: Spoken) => void;
  readonly sleep: World['sleep'];
  /** where this wallet lies */
  readonly directory: string;
  /** what the wallet was opened with, so that showing the secret asks the owner without asking twice */
  readonly passphrase: string | undefined;
};

/** Writes a file that only its owner may read; a failed write is named, and the file can simply be made again. */
export const writeOutput = async (
  file: string,
  bytes: string | Uint8Array,
  { directory }: Pick<Terminal, 'directory'>,
): Promise<Result<string, CommandFailure>> => {
  const why = whyNotWritten(file, directory);
  if (why !== undefined) return err({ kind: 'unwritable-file', facts: { what: why, file } });
  try {
    writeWholeSync(file, typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
    return ok(file);
  } catch {
    return err({ kind: 'unwritable-file', facts: { what: 'output', file } });
  }
};

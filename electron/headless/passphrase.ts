// SPDX-License-Identifier: GPL-3.0-or-later
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { err, ok, type Result } from '../../shared/result.ts';
import type { PlainKey, Words } from '../../shared/words/words.ts';
import type { Command } from './args.ts';
import type { CommandFailure, Streams } from './command-result.ts';
import { readPassphraseFile } from './passphrase-file.ts';

/** The passphrase from the file that was named, else from the person at the terminal, who does not see it; a new one is asked for twice. */
export const readPassphrase = async (
  { passphraseFile }: Pick<Command, 'passphraseFile'>,
  { t }: Words,
  which: 'known' | 'new',
  streams: Streams,
): Promise<Result<string, CommandFailure>> => {
  if (passphraseFile !== undefined) return readPassphraseFile(passphraseFile);
  if (streams.stdin.isTTY !== true) return refused('passphrase-needed', 'cli.passphrase.needed');
  const answer = await askUnseen(streams, t(which === 'new' ? 'cli.passphrase.new' : 'cli.passphrase'));
  if (answer === '') return refused('empty-passphrase', 'cli.passphrase.empty');
  if (which === 'new' && (await askUnseen(streams, t('cli.passphrase.again'))) !== answer)
    return refused('passphrase-differs', 'cli.passphrase.differs');
  return ok(answer);
};

/** What is typed goes nowhere; empty after Ctrl-C. */
export const askUnseen = async ({ stdin, stderr }: Streams, question: string): Promise<string> => {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const interrupted = new AbortController();
  // The terminal stops echoing before anybody is asked.
  const lines = createInterface({ input: stdin, output: nowhere, terminal: true, historySize: 0 });
  lines.once('SIGINT', () => interrupted.abort());
  stderr.write(question);
  try {
    return await lines.question('', { signal: interrupted.signal });
  } catch {
    return '';
  } finally {
    lines.close();
    stderr.write('\n');
  }
};

const refused = (kind: string, why: PlainKey): Result<never, CommandFailure> => err({ kind, say: ({ t }) => t(why) });

#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { err, ok, type Result } from '../shared/result.ts';
import type { Spoken } from '../shared/words/spoken.ts';
import type { Words } from '../shared/words/words.ts';
import { helpText, parseCommand, type Command } from './headless/args.ts';
import type { CommandFailure, CommandResult, Streams, Terminal } from './headless/command-result.ts';
import { executeCommand } from './headless/commands.ts';
import { jsonLine } from './json-line.ts';
import { isLocale, spokenIn } from './headless/locale.ts';
import { makesWallet, noWallet } from './headless/first-start.ts';
import { askUnseen, readPassphrase } from './headless/passphrase.ts';
import { probeCommand } from './headless/probe-command.ts';
import { reportCommand, setAsideCommand } from './headless/rescue-commands.ts';
import { linesBelowSheet, readSheetFrom } from './headless/sheet-file.ts';
import { lockCommand, settingsCommand, versionLines } from './headless/settings-commands.ts';
import { sayFailure } from './headless/spoken.ts';
import { unlockCommand } from './headless/unlock-command.ts';
import { isAnythingHere } from './app/directory/new-database.ts';
import { dataPath } from './app/directory/data-path.ts';
import { openWalletApp, type WalletApp } from './app/wallet-app.ts';
import { realWorld, type World } from './world.ts';

/** The same wallet without windows, on the given streams. Exit code 0 only when the command did what it says; 3 when it did and the wallet is not safe. */
export const main = async (argv: readonly string[], streams: Streams, world: World): Promise<number> => {
  const parsed = parseCommand(argv, streams.stdin.isTTY === true);
  if (!parsed.ok) {
    const spoken = await spokenIn(langOf(argv), defaultDataDirectory(), process.env);
    return fail(streams, spoken, parsed.error, argv.includes('--json'), 2);
  }
  const command = parsed.value;
  const given = command.data === undefined ? defaultDataDirectory() : dataPath(command.data);
  // Taken once: what it means must not change while the command runs.
  const dataDirectory = given ?? resolve(defaultDataDirectory());
  const words = await spokenIn(command.lang, dataDirectory, process.env);
  if (command.words.length === 0 || argv.includes('--help')) {
    streams.stdout.write(`${helpText(words)}\n`);
    return command.words.length === 0 && !argv.includes('--help') ? 2 : 0;
  }
  if (command.words[0] === 'version' && !command.flags.has('--check')) {
    streams.stdout.write(`${versionLines(command.json, words)}\n`);
    return 0;
  }
  if (given === undefined)
    return fail(streams, words, { kind: 'usage', say: ({ t }) => t('cli.usage.data') }, command.json, 2);
  if (command.words[0] === 'probe') return probeApart(command, words, streams, world, dataDirectory);
  if (!makesWallet(command) && !isAnythingHere(dataDirectory))
    return fail(streams, words, noWallet(dataDirectory), command.json, 1);
  const terminal = terminalOf(words, streams, world, dataDirectory, command);
  const opened = await openWalletApp({
    dataDirectory,
    world,
    loop: false,
    words,
  });
  if (!opened.ok) return fail(streams, words, opened.error, command.json, 1);
  const app = opened.value;
  try {
    const result = await run(app, command, terminal, streams, dataDirectory);
    return printed(result, streams, words, command.json);
  } finally {
    await app.close();
  }
};

const printed = (result: Awaited<CommandResult>, streams: Streams, words: Words, json: boolean): number => {
  if (!result.ok) return fail(streams, words, result.error, json, 1);
  const { value } = result;
  streams.stdout.write(json ? `${jsonLine(value.json)}\n` : `${value.lines(words).join('\n')}\n`);
  return value.code ?? 0;
};

/** Without the wallet that is here. The first Ctrl+C ends it in good order, the second at once. */
const probeApart = async (
  command: Command,
  words: Words,
  streams: Streams,
  world: World,
  directory: string,
): Promise<number> => {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.once('SIGINT', end);
  try {
    const terminal = terminalOf(words, streams, world, directory, command);
    return printed(await probeCommand(command, terminal, world, stop.signal), streams, words, command.json);
  } finally {
    process.off('SIGINT', end);
  }
};

const run = async (
  app: WalletApp,
  command: Command,
  terminal: Omit<Terminal, 'passphrase'>,
  streams: Streams,
  directory: string,
): CommandResult => {
  if (command.words[0] === 'unlock')
    return unlockCommand(app, command, terminal, () => readPassphrase(command, terminal.words, 'new', streams));
  if (command.words[0] === 'set-aside') return setAsideCommand(app, command, terminal);
  if (command.words[0] === 'report') return reportCommand(app);
  if (command.words[0] === 'settings') return settingsCommand(app, command);
  // The wallet that was here is gone: its erasing was begun before, and ended just now.
  if (app.state().stage === 'first-start' && !makesWallet(command) && !isAnythingHere(directory))
    return err(noWallet(directory));
  const unlocked = await unlock(app, command, terminal.words, streams);
  if (!unlocked.ok) return unlocked;
  if (command.words[0] === 'lock')
    return lockCommand(app, command, unlocked.value, () => readNew(command, terminal.words, streams));
  return executeCommand(app, command, { ...terminal, passphrase: unlocked.value });
};

/** The next passphrase: the option of the old one does not name it. */
const readNew = ({ options }: Command, words: Words, streams: Streams): Promise<Result<string, CommandFailure>> =>
  readPassphrase({ passphraseFile: options['--new-passphrase-file'] }, words, 'new', streams);

/** Opens the wallet of the data directory, or creates it with the protection that was asked for; never with none unless asked in so many words. */
const unlock = async (
  app: WalletApp,
  command: Command,
  words: Words,
  streams: Streams,
): Promise<Result<string | undefined, CommandFailure>> => {
  const state = app.state();
  if (state.stage === 'open') return ok(undefined);
  if (state.trouble !== undefined) return err(state.trouble);
  if (state.stage === 'first-start' && command.unprotected) {
    const created = await app.handle('app.create', { protection: { type: 'unprotected' } });
    return created.ok ? ok(undefined) : created;
  }
  const passphrase = await readPassphrase(command, words, state.stage === 'locked' ? 'known' : 'new', streams);
  if (!passphrase.ok) return passphrase;
  const opened =
    state.stage === 'locked'
      ? await app.handle('app.unlock', { passphrase: passphrase.value })
      : await app.handle('app.create', { protection: { type: 'passphrase', passphrase: passphrase.value } });
  return opened.ok ? passphrase : opened;
};

const terminalOf = (
  words: Words,
  streams: Streams,
  { sleep }: World,
  directory: string,
  { words: [name] }: Command,
): Omit<Terminal, 'passphrase'> => {
  const { stdin, stderr } = streams;
  const isTTY = stdin.isTTY === true;
  /** lines of standard input that nobody has read yet; undefined before it was read */
  let lines: string[] | undefined;
  const readInput = async (): Promise<Result<string, CommandFailure>> => {
    const text = await readSheetFrom(stdin);
    // Answers that look like a part of a sheet are answers all the same where no sheet is read.
    lines = !text.ok ? [] : name === 'escrow' ? text.value.split(/\r?\n/) : linesBelowSheet(text.value);
    return text;
  };
  const nextLine = async (): Promise<string> => {
    if (lines === undefined) await readInput();
    return lines?.shift() ?? '';
  };
  const askSeen = async (question: Spoken): Promise<string> => {
    const asking = createInterface({ input: stdin, output: stderr });
    const answer = await asking.question(question);
    asking.close();
    return answer.trim();
  };
  return {
    words,
    isThere: isTTY,
    readAll: (limit) => readAllOf(stdin, limit),
    ask: async (question) => {
      if (!isTTY) return false;
      const answer = await askSeen(words.t('terminal.ask', { question }));
      return words.t('terminal.yes').split(' ').includes(answer.toLowerCase());
    },
    answer: async (question, secret) => {
      if (!isTTY) return nextLine();
      return secret ? askUnseen(streams, question) : askSeen(question);
    },
    say: (text) => void stderr.write(`${text}\n`),
    sleep,
    directory,
    readInput,
  };
};

const readAllOf = async (stdin: Streams['stdin'], limit: number): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = chunk instanceof Uint8Array ? chunk : Buffer.from(chunk);
    chunks.push(bytes);
    size += bytes.length;
    if (size > limit) break;
  }
  return Buffer.concat(chunks).toString('utf8');
};

const fail = ({ stderr }: Streams, words: Words, failure: CommandFailure, json: boolean, code: number): number => {
  const sentence = sayFailure(words, failure);
  stderr.write(json ? `${jsonLine({ ...failure, sentence })}\n` : `${sentence}\n`);
  return code;
};

/** The language of a command line that cannot be read. */
const langOf = (argv: readonly string[]): string | undefined => {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const lang = at < 0 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  return lang !== undefined && isLocale(lang) ? lang : undefined;
};

/** Where the wallet lives when --data is not given: the platform's own place for application data. */
const defaultDataDirectory = (): string => {
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? homedir(), 'Holdfast', 'wallet');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Holdfast', 'wallet');
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'holdfast', 'wallet');
};

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process, realWorld());

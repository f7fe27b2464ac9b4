#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { err, ok, type Result } from '../shared/result.ts';
import type { Words } from '../shared/words/words.ts';
import { helpText, parseCommand, type Command } from './headless/args.ts';
import type { CommandFailure, CommandResult, Terminal } from './headless/command-result.ts';
import { executeCommand } from './headless/commands.ts';
import { spokenIn } from './headless/locale.ts';
import { askUnseen, readPassphrase } from './headless/passphrase.ts';
import { MAX_SHEET_BYTES } from './headless/sheet-file.ts';
import { sayFailure } from './headless/spoken.ts';
import { unlockCommand } from './headless/unlock-command.ts';
import { openWalletApp, type WalletApp } from './app/wallet-app.ts';
import { realWorld } from './world.ts';

/** The same wallet without windows. Exit code 0 only when the command did what it says. */
const main = async (argv: readonly string[]): Promise<number> => {
  const parsed = parseCommand(argv);
  if (!parsed.ok) return fail(parsed.error, argv.includes('--json'), 2);
  const command = parsed.value;
  if (command.words.length === 0 || argv.includes('--help')) {
    process.stdout.write(`${helpText()}\n`);
    return command.words.length === 0 && !argv.includes('--help') ? 2 : 0;
  }
  const dataDirectory = command.data ?? defaultDataDirectory();
  const terminal = terminalOf(spokenIn(command.lang, dataDirectory, process.env));
  const opened = await openWalletApp({
    dataDirectory,
    world: realWorld(),
    loop: false,
  });
  if (!opened.ok) return fail(opened.error, command.json, 1);
  const app = opened.value;
  try {
    const result = await run(app, command, terminal);
    if (!result.ok) return fail(result.error, command.json, 1);
    process.stdout.write(
      command.json ? `${JSON.stringify(result.value.json)}\n` : `${result.value.lines.join('\n')}\n`,
    );
    return 0;
  } finally {
    await app.close();
  }
};

const run = async (app: WalletApp, command: Command, terminal: Omit<Terminal, 'passphrase'>): CommandResult => {
  if (command.words[0] === 'unlock') return unlockCommand(app, command, terminal, () => readPassphrase(command, 'new'));
  const unlocked = await unlock(app, command);
  return unlocked.ok ? executeCommand(app, command, { ...terminal, passphrase: unlocked.value }) : unlocked;
};

/** Opens the wallet of the data directory, or creates it with the protection that was asked for; never with none unless asked in so many words. */
const unlock = async (app: WalletApp, command: Command): Promise<Result<string | undefined, CommandFailure>> => {
  const state = app.state();
  if (state.stage === 'open') return ok(undefined);
  if (state.trouble !== undefined) return err(state.trouble);
  if (state.stage === 'first-start' && command.unprotected) {
    const created = await app.handle('app.create', { protection: { type: 'unprotected' } });
    return created.ok ? ok(undefined) : created;
  }
  const passphrase = await readPassphrase(command, state.stage === 'locked' ? 'known' : 'new');
  if (!passphrase.ok) return passphrase;
  const opened =
    state.stage === 'locked'
      ? await app.handle('app.unlock', { passphrase: passphrase.value })
      : await app.handle('app.create', { protection: { type: 'passphrase', passphrase: passphrase.value } });
  return opened.ok ? passphrase : opened;
};

const terminalOf = (words: Words): Omit<Terminal, 'passphrase'> => ({
  words,
  ask: async (question) => {
    if (!process.stdin.isTTY) return false;
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    const answer = await lines.question(`${words.t('terminal.ask', { question })} `);
    lines.close();
    return words.t('terminal.yes').split(' ').includes(answer.trim().toLowerCase());
  },
  answer: async (question, secret) => {
    if (!process.stdin.isTTY) return nextLine();
    return secret ? askUnseen(question) : askSeen(question);
  },
  say: (text) => void process.stderr.write(`${text}\n`),
  sleep: realWorld().sleep,
  readInput: () => readStandardInput(),
});

const readStandardInput = async (): Promise<string> => {
  let text = '';
  for await (const chunk of process.stdin) {
    text += String(chunk);
    if (text.length > MAX_SHEET_BYTES) break;
  }
  // What stands below the sheet answers what its providers ask.
  const end = /^END\b.*$/im.exec(text);
  lines = (end === null ? text : text.slice(end.index + end[0].length).replace(/^\r?\n/, '')).split(/\r?\n/);
  return text;
};

/** Lines of standard input that nobody has read yet; undefined before it was read. */
let lines: string[] | undefined;

const nextLine = async (): Promise<string> => {
  if (lines === undefined) await readStandardInput();
  return lines?.shift() ?? '';
};

const askSeen = async (question: string): Promise<string> => {
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await asking.question(question);
  asking.close();
  return answer.trim();
};

const fail = (failure: CommandFailure, json: boolean, code: number): number => {
  process.stderr.write(
    json ? `${JSON.stringify({ ...failure, sentence: sayFailure(failure) })}\n` : `${sayFailure(failure)}\n`,
  );
  return code;
};

/** Where the wallet lives when --data is not given: the platform's own place for application data. */
const defaultDataDirectory = (): string => {
  if (process.platform === 'win32') return join(process.env['APPDATA'] ?? homedir(), 'Holdfast', 'wallet');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Holdfast', 'wallet');
  return join(process.env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'holdfast', 'wallet');
};

process.exitCode = await main(process.argv.slice(2));

// SPDX-License-Identifier: GPL-3.0-or-later
import { ok } from '../../shared/result.ts';
import type { ExchangeView } from '../../shared/view.ts';
import type { Words } from '../../shared/words/words.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { Command } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';
import { print, usage } from './answers.ts';
import { backupCommand, providerCommand, restoreCommand } from './copies-commands.ts';
import {
  abortCommand,
  agreeCommand,
  depositCommand,
  forgetCommand,
  refundCommand,
  withoutBackupCommand,
} from './money-commands.ts';
import { withdrawCommand } from './withdraw-command.ts';
import { payCommand } from './pay-command.ts';
import { receiveCommand, requestCommand, sendCommand } from './peer-commands.ts';
import { abandonCommand, devicesCommand, nameCommand, takeoverCommand } from './device-commands.ts';
import { undoCommand } from './undo-command.ts';
import { historyCommand } from './history-command.ts';
import { importCommand } from './import-command.ts';
import { escrowCommand } from './escrow-command.ts';
import { emptyCommand } from './empty-command.ts';
import { privacyCommand } from './privacy-command.ts';
import { rekeyCommand } from './rekey-command.ts';
import { newestCommand } from './settings-commands.ts';
import { runCommand } from './run-command.ts';
import { statusCommand } from './status-command.ts';
import { drillCommand } from './drill-command.ts';
import { sheetCommand } from './sheet-command.ts';
import * as words from './words.ts';

/** Runs one command on an open wallet; ok only when the thing was done. */
export const executeCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  switch (command.words[0]) {
    case 'status':
      return statusCommand(app);
    case 'balance':
      return balanceCommand(app);
    case 'history':
      return historyCommand(app, command, terminal);
    case 'exchange':
      return exchangeCommand(app, command, terminal);
    case 'withdraw':
      return withdrawCommand(app, command, terminal);
    case 'pay':
      return payCommand(app, command, terminal);
    case 'send':
      return sendCommand(app, command, terminal);
    case 'request':
      return requestCommand(app, command, terminal);
    case 'receive':
      return receiveCommand(app, command, terminal);
    case 'refund':
      return refundCommand(app, command);
    case 'abort':
      return abortCommand(app, command);
    case 'forget':
      return forgetCommand(app, command, terminal);
    case 'agree':
      return agreeCommand(app, command, terminal);
    case 'without-backup':
      return withoutBackupCommand(app, command, terminal);
    case 'deposit':
      return depositCommand(app, command, terminal);
    case 'provider':
      return providerCommand(app, command, terminal);
    case 'backup':
      return backupCommand(app, command);
    case 'privacy':
      return privacyCommand(app, command);
    case 'drill':
      return drillCommand(app, command, terminal);
    case 'sheet':
      return sheetCommand(app, command, terminal);
    case 'run':
      return runCommand(app, command);
    default:
      return executeAway(app, command, terminal);
  }
};

/** Those by which a wallet comes back, goes elsewhere or gets another secret. */
const executeAway = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  switch (command.words[0]) {
    case 'restore':
      return restoreCommand(app, command, terminal);
    case 'import':
      return importCommand(app, command, terminal);
    case 'empty':
      return emptyCommand(app, command, terminal);
    case 'devices':
      return devicesCommand(app);
    case 'name':
      return nameCommand(app, command);
    case 'abandon':
      return abandonCommand(app, command, terminal);
    case 'takeover':
      return takeoverCommand(app, command, terminal);
    case 'escrow':
      return escrowCommand(app, command, terminal);
    case 'rekey':
      return rekeyCommand(app, command, terminal);
    case 'version':
      return newestCommand(app);
    case 'undo':
      return undoCommand(app, command, terminal);
    default:
      return usage('');
  }
};

const balanceCommand = (app: WalletApp): CommandResult =>
  print(
    app,
    'wallet.overview',
    {},
    (w, overview) => words.balances(w, overview.balances),
    (overview) => overview.balances,
  );

const exchangeCommand = async (
  app: WalletApp,
  { words: [, action, url] }: Command,
  terminal: Terminal,
): CommandResult => {
  if (action === 'list')
    return print(
      app,
      'exchange.list',
      {},
      (w, list) => list.exchanges.map((each) => words.exchange(w, each)),
      (list) => list.exchanges,
    );
  if (action === 'add' && url !== undefined) return addExchange(app, terminal, url);
  return usage('exchange');
};

/** Adds an issuer; one whose name leads into this house only when the person, shown its host, wants that. `--yes` does not answer it. */
const addExchange = async (app: WalletApp, terminal: Terminal, url: string): CommandResult => {
  const print = (view: ExchangeView) => ({ lines: (w: Words) => [words.exchange(w, view)], json: view });
  const first = await app.handle('exchange.add', { url });
  if (first.ok) return ok(print(first.value));
  if (first.error.kind !== 'inner-address' || /^http:/i.test(url)) return first;
  const { host } = first.error.facts;
  if (!(await terminal.ask(terminal.words.t('cli.ask.issuer.inner', { host })))) return first;
  const second = await app.handle('exchange.add', { url, innerHost: host });
  return second.ok ? ok(print(second.value)) : second;
};

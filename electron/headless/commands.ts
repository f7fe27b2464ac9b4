// SPDX-License-Identifier: GPL-3.0-or-later
import type { WalletApp } from '../app/wallet-app.ts';
import type { Command } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';
import { print, usage } from './answers.ts';
import { backupCommand, providerCommand, restoreCommand } from './copies-commands.ts';
import {
  abortCommand,
  agreeCommand,
  depositCommand,
  payCommand,
  refundCommand,
  withdrawCommand,
  withoutBackupCommand,
} from './money-commands.ts';
import { receiveCommand, requestCommand, sendCommand } from './peer-commands.ts';
import { abandonCommand, devicesCommand, nameCommand, takeoverCommand } from './device-commands.ts';
import { emptyCommand } from './empty-command.ts';
import { runCommand } from './run-command.ts';
import { statusCommand } from './status-command.ts';
import { sheetCommand } from './sheet-command.ts';
import * as words from './words.ts';

/** Runs one command on an open wallet; ok only when the thing was done. */
export const executeCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  switch (command.words[0]) {
    case 'status':
      return statusCommand(app);
    case 'balance':
      return print(
        app,
        'wallet.overview',
        {},
        (w, overview) => words.balances(w, overview.balances),
        (overview) => overview.balances,
      );
    case 'history':
      return print(
        app,
        'wallet.history',
        {},
        (w, history) => words.history(w, history.lines),
        (history) => history.lines,
      );
    case 'exchange':
      return exchangeCommand(app, command);
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
    case 'sheet':
      return sheetCommand(app, command, terminal);
    case 'restore':
      return restoreCommand(app, command, terminal);
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
    case 'run':
      return runCommand(app, command);
    default:
      return usage('');
  }
};

const exchangeCommand = async (app: WalletApp, { words: [, action, url] }: Command): CommandResult => {
  if (action === 'list')
    return print(
      app,
      'exchange.list',
      {},
      (w, list) => list.exchanges.map((each) => words.exchange(w, each)),
      (list) => list.exchanges,
    );
  if (action === 'add' && url !== undefined)
    return print(app, 'exchange.add', { url }, (w, view) => [words.exchange(w, view)]);
  return usage('exchange');
};

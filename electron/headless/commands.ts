// SPDX-License-Identifier: GPL-3.0-or-later
import { readFile } from 'node:fs/promises';
import { err, ok } from '../../shared/result.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { Command } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';
import { receiveCommand, requestCommand, sendCommand } from './peer-commands.ts';
import { abortCommand, depositCommand, refundCommand, withoutBackupCommand } from './rest-commands.ts';
import { abandonCommand, devicesCommand, takeoverCommand } from './device-commands.ts';
import { emptyCommand } from './empty-command.ts';
import { answerFields, answerSheet } from './questions.ts';
import { runCommand } from './run-command.ts';
import { statusCommand } from './status-command.ts';
import { sheetCommand } from './sheet-command.ts';
import * as words from './words.ts';

/** Runs one command on an open wallet; ok only when the thing was done. */
// long because its split by subject is still to come
export const executeCommand = (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const [first = '', second = '', third = ''] = command.words;
  switch (first) {
    case 'status':
      return statusCommand(app);
    case 'balance':
      return print(
        app,
        'wallet.overview',
        {},
        (overview) => words.balances(overview.balances),
        (overview) => overview.balances,
      );
    case 'history':
      return print(
        app,
        'wallet.history',
        {},
        (history) => words.history(history.lines),
        (history) => history.lines,
      );
    case 'exchange':
      if (second === 'list')
        return print(
          app,
          'exchange.list',
          {},
          (list) => list.exchanges.map(words.exchange),
          (list) => list.exchanges,
        );
      if (second === 'add' && third !== '')
        return print(app, 'exchange.add', { url: third }, (view) => [words.exchange(view)]);
      return wrongWords('exchange add URL, or exchange list');
    case 'withdraw':
      return withdraw(app, command);
    case 'pay':
      return pay(app, command, terminal);
    case 'send':
      return sendCommand(app, command, (question) => agreed(command, terminal, question));
    case 'request':
      return requestCommand(app, command, (question) => agreed(command, terminal, question));
    case 'receive':
      return receiveCommand(app, command, (question) => agreed(command, terminal, question));
    case 'refund':
      return refundCommand(app, command);
    case 'abort':
      return abortCommand(app, command);
    case 'without-backup':
      return withoutBackupCommand(app, command, terminal);
    case 'deposit':
      return depositCommand(app, command, terminal);
    case 'provider':
      return provider(app, command, terminal);
    case 'backup':
      return backup(app, command);
    case 'sheet':
      return sheetCommand(app, command, terminal);
    case 'restore':
      return restore(app, command, terminal);
    case 'empty':
      return emptyCommand(app, command, terminal);
    case 'devices':
      return devicesCommand(app);
    case 'abandon':
      return abandonCommand(app, command, terminal);
    case 'takeover':
      return takeoverCommand(app, command, terminal);
    case 'run':
      return runCommand(app, command);
    default:
      return wrongWords('one of the commands of holdfast --help');
  }
};

const withdraw = (app: WalletApp, command: Command): CommandResult => {
  const what = command.words[1];
  if (what === undefined) return wrongWords('withdraw AMOUNT --exchange URL, or withdraw TALER-URI');
  const withoutBackup = command.flags.has('--without-backup');
  if (/^taler/i.test(what)) return print(app, 'withdraw.uri', { uri: what, withoutBackup }, words.bankWithdrawal);
  const exchange = command.options['--exchange'];
  if (exchange === undefined) return wrongWords('withdraw AMOUNT --exchange URL');
  return print(app, 'withdraw.manual', { exchange, amount: what, withoutBackup }, words.manualWithdrawal);
};

const pay = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const uri = command.words[1];
  if (uri === undefined) return wrongWords('pay TALER-URI');
  const offer = await app.handle('pay.prepare', { uri });
  if (!offer.ok) return offer;
  if (offer.value.alreadyPaid === true)
    return ok({ lines: [offer.value.why ?? 'already paid'], json: { ...offer.value, state: 'paid' } });
  if (!offer.value.payable)
    return err({
      kind: offer.value.whyKind ?? 'not-payable',
      sentence: offer.value.why ?? 'This order cannot be paid. No money moved.',
    });
  if (!(await agreed(command, terminal, words.offer(offer.value)))) return declined();
  const paid = await app.handle('pay.confirm', { purchaseId: offer.value.purchaseId, shown: offer.value.total });
  if (!paid.ok) return paid;
  if (paid.value.state !== 'paid') {
    return err({
      kind: 'payment-pending',
      sentence: "The payment is not certain yet; nothing is lost. 'holdfast run --until-done' goes on with it.",
    });
  }
  return ok({
    lines: [`paid ${offer.value.amount} to ${offer.value.merchant} (fees ${offer.value.fees})`],
    json: { ...offer.value, ...paid.value },
  });
};

const provider = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const [, action = '', target = ''] = command.words;
  if (action === 'list')
    return print(
      app,
      'provider.list',
      {},
      (list) => list.providers.map(words.provider),
      (list) => list.providers,
    );
  if (action === 'remove' && target !== '')
    return print(app, 'provider.remove', { id: target }, (report) => [report.sentence]);
  if (action !== 'add' || target === '')
    return wrongWords('provider add URL|DIR, provider list, or provider remove URL');
  const inspected = await app.handle('provider.inspect', { target });
  if (!inspected.ok) return inspected;
  if (!(await agreed(command, terminal, words.providerOffer(inspected.value)))) return declined();
  const name = command.options['--name'];
  // Without a limit, what was shown is what was agreed to; it may be more by the time it is added.
  const maxFee = command.options['--max-fee'] ?? inspected.value.annualFee;
  const { fields } = inspected.value;
  const input = {
    target,
    ...(name === undefined ? {} : { name }),
    ...(maxFee === undefined ? {} : { maxFee }),
    ...(fields.length === 0 ? {} : { answers: await answerFields(command, terminal, target, fields) }),
  };
  return print(app, 'provider.add', input, (view) => [words.provider(view)]);
};

const backup = async (app: WalletApp, command: Command): CommandResult => {
  const copies = command.options['--copies'];
  if (copies !== undefined) return setCopies(app, copies);
  const id = command.options['--provider'];
  const answer = await app.handle('backup.run', id === undefined ? {} : { id });
  if (!answer.ok) return answer;
  const reports = answer.value.reports;
  const lines = reports.map(words.cycleReport);
  const failed = reports.filter((report) => report.outcome !== 'stored' && report.outcome !== 'unchanged');
  if (reports.length === 0)
    return err({
      kind: 'no-provider',
      sentence: "There is no provider to back up to; nothing was stored. Add one with 'holdfast provider add URL'.",
    });
  if (failed.length > 0)
    return err({ kind: 'backup-incomplete', sentence: `Not every provider has the backup: ${lines.join('; ')}` });
  return ok({ lines, json: reports });
};

/** How many providers must hold a copy before coins are made. */
const setCopies = async (app: WalletApp, text: string): CommandResult => {
  const copies = /^[0-9]{1,2}$/.test(text) ? Number(text) : 0;
  if (copies < 1 || copies > 32) return wrongWords('backup --copies NUMBER, from 1 to 32');
  const set = await app.handle('backup.setQuorum', { copies });
  if (!set.ok) return set;
  const status = await app.handle('backup.status', {});
  return status.ok ? ok({ lines: [words.copiesWanted(status.value)], json: set.value }) : status;
};

const restore = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const file = command.options['--sheet'];
  if (file === undefined && command.words[1] !== '-')
    return wrongWords('restore --sheet FILE, or restore - to read the sheet from standard input');
  let recoveryText: string;
  try {
    recoveryText = file === undefined ? await terminal.readInput() : await readFile(file, 'utf8');
  } catch {
    return err({
      kind: 'unreadable-file',
      sentence: `The sheet ${file ?? ''} could not be read. Nothing was changed.`,
    });
  }
  const folder = command.options['--folder'];
  const answers = await answerSheet(app, command, terminal, recoveryText);
  if (!answers.ok) return answers;
  return print(
    app,
    'restore.run',
    { recoveryText, ...(folder === undefined ? {} : { folders: [folder] }), ...answers.value },
    words.restoreReport,
  );
};

const print = async <N extends RequestName>(
  app: WalletApp,
  name: N,
  input: RequestInput<N>,
  lines: (output: RequestOutput<N>) => readonly string[],
  json: (output: RequestOutput<N>) => unknown = (output) => output,
): CommandResult => {
  const answer = await app.handle(name, input);
  return answer.ok ? ok({ lines: lines(answer.value), json: json(answer.value) }) : answer;
};

const agreed = async (command: Command, terminal: Terminal, question: string): Promise<boolean> =>
  command.yes || terminal.ask(question);

const declined = async (): CommandResult =>
  err({ kind: 'not-confirmed', sentence: 'Not confirmed, so nothing was paid or changed. Answer y, or give --yes.' });

const wrongWords = async (use: string): CommandResult =>
  err({ kind: 'usage', sentence: `This command is used as: ${use}. Nothing was changed.` });

// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok } from '../../shared/result.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import type { Command } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';

/** `refund TALER-URI`: fetches what the merchant granted; ok only when the exchange has confirmed all of it. */
export const refundCommand = async (app: WalletApp, command: Command): CommandResult => {
  const uri = command.words[1];
  if (uri === undefined)
    return err({ kind: 'usage', sentence: 'This command is used as: refund TALER-URI. Nothing was changed.' });
  const answer = await app.handle('refund.uri', { uri });
  if (!answer.ok) return answer;
  const { merchant, refunded, pending, state, note } = answer.value;
  if (state === 'none') {
    return err({
      kind: 'no-refund-yet',
      sentence: `${merchant} has granted no refund for this purchase yet; nothing was changed. Ask again later.`,
    });
  }
  if (state === 'pending' && note !== undefined)
    return err({
      kind: 'refund-pending',
      sentence: `Whether ${merchant} gives a refund is not known yet. ${note} 'holdfast run --until-done' goes on asking.`,
    });
  if (state === 'pending') {
    return err({
      kind: 'refund-pending',
      sentence: `${refunded} came back from ${merchant}; ${pending} is granted and not confirmed yet. 'holdfast run --until-done' goes on with it.`,
    });
  }
  return ok({
    lines: [`refunded ${refunded} by ${merchant}`, "'holdfast run --until-done' makes new coins of it"],
    json: answer.value,
  });
};

/** `abort ID`: takes back a payment that is not complete; ok only when it is certain that it was not paid. */
export const abortCommand = async (app: WalletApp, command: Command): CommandResult => {
  const id = command.words[1];
  if (id === undefined)
    return err({
      kind: 'usage',
      sentence: "This command is used as: abort ID (see 'holdfast history --json'). Nothing was changed.",
    });
  const answer = await app.handle('abort', { id });
  if (!answer.ok) return answer;
  if (answer.value.state === 'pending') {
    return err({
      kind: 'abort-pending',
      sentence:
        "The other side has not said yet whether it is too late; nothing is lost. 'holdfast run --until-done' goes on asking.",
    });
  }
  return ok({ lines: ["aborted; 'holdfast run --until-done' renews the coins that come back"], json: answer.value });
};

/** `without-backup ID`: names the sum at risk, then lets one thing that waits for its backup go on without. */
export const withoutBackupCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const id = command.words[1];
  if (id === undefined)
    return err({
      kind: 'usage',
      sentence: "This command is used as: without-backup ID (see 'holdfast status'). Nothing was changed.",
    });
  const list = await app.handle('wallet.pending', {});
  if (!list.ok) return list;
  // What does not wait for a backup is not asked about: the wallet says why.
  const sum = list.value.pending.find((each) => each.id === id)?.withoutBackup;
  const question = `Go on without a backup? ${sum} would be lost with this disk until a verified copy exists.`;
  if (sum !== undefined && !command.yes && !(await terminal.ask(question)))
    return err({ kind: 'not-confirmed', sentence: 'Not confirmed, so nothing was changed. Answer y, or give --yes.' });
  const done = await app.handle('wallet.withoutBackup', { id });
  if (!done.ok) return done;
  const { state } = done.value;
  return ok({
    lines: [
      `${done.value.sum} ${state === 'done' ? 'is here' : 'goes on'} without a backup: it would be lost with this disk until a verified copy exists`,
      ...(state === 'done' ? [] : ["'holdfast run --until-done' goes on with it"]),
    ],
    json: done.value,
  });
};

/** `deposit AMOUNT --to PAYTO`: asks, then sends money to one's own bank account; ok once the exchange has signed for it. */
export const depositCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const [, amount] = command.words;
  const payto = command.options['--to'];
  if (amount === undefined || payto === undefined)
    return err({
      kind: 'usage',
      sentence: 'This command is used as: deposit AMOUNT --to PAYTO [--yes]. No money was moved.',
    });
  const offer = await app.handle('deposit.prepare', { amount, payto });
  if (!offer.ok) return offer;
  const { account, fees, total, possible, why, whyKind } = offer.value;
  if (!possible)
    return err({
      kind: whyKind ?? 'not-possible',
      sentence: why ?? 'This cannot be paid out now. No money was moved.',
    });
  const question = `Send ${offer.value.amount} to ${account} (fees ${fees}, total ${total})?`;
  if (!command.yes && !(await terminal.ask(question)))
    return err({
      kind: 'not-confirmed',
      sentence: 'Not confirmed, so no money was moved. Answer y, or give --yes.',
    });
  const done = await app.handle('deposit.confirm', { amount, payto, shown: total });
  if (!done.ok) return done;
  if (done.value.state === 'pending')
    return err({
      kind: 'deposit-pending',
      sentence: "The exchange has not confirmed it yet; nothing is lost. 'holdfast run --until-done' goes on with it.",
    });
  return ok({
    lines: [`${offer.value.amount} is on its way to ${account} (fees ${fees})`],
    json: { ...offer.value, ...done.value },
  });
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { sayFailure } from './spoken.ts';
import { err, ok } from '../../shared/result.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { agreed, declined, impossible, orNewExchange, print, usage } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';
import * as words from './words.ts';

/** `withdraw`: from a bank's offer, or by a transfer that the person makes. */
export const withdrawCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const what = command.words[1];
  if (what === undefined) return usage('withdraw AMOUNT --exchange URL, or withdraw TALER-URI');
  const withoutBackup = command.flags.has('--without-backup');
  if (/^taler/i.test(what)) {
    const begun = await orNewExchange(command, terminal, (asked) =>
      app.handle('withdraw.uri', { uri: what, withoutBackup, ...asked }),
    );
    return begun.ok ? ok({ lines: words.bankWithdrawal(begun.value), json: begun.value }) : begun;
  }
  const exchange = command.options['--exchange'];
  if (exchange === undefined) return usage('withdraw AMOUNT --exchange URL');
  return print(app, 'withdraw.manual', { exchange, amount: what, withoutBackup }, words.manualWithdrawal);
};

/** `pay TALER-URI`: shows amount, fees and total, then pays; ok only when the merchant has it. */
export const payCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const uri = command.words[1];
  if (uri === undefined) return usage('pay TALER-URI');
  const offer = await app.handle('pay.prepare', { uri });
  if (!offer.ok) return offer;
  if (offer.value.alreadyPaid === true)
    return ok({
      lines: [offer.value.why === undefined ? 'already paid' : sayFailure(offer.value.why)],
      json: { ...offer.value, state: 'paid' },
    });
  if (!offer.value.payable)
    return impossible(offer.value, { kind: 'not-payable', sentence: 'This order cannot be paid. No money moved.' });
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

/** `refund TALER-URI`: fetches what the merchant granted; ok only when the exchange has confirmed all of it. */
export const refundCommand = async (app: WalletApp, command: Command): CommandResult => {
  const uri = command.words[1];
  if (uri === undefined) return usage('refund TALER-URI');
  const answer = await app.handle('refund.uri', { uri });
  if (!answer.ok) return answer;
  const { merchant, refunded, pending, state, why } = answer.value;
  if (state === 'none') {
    return err({
      kind: 'no-refund-yet',
      sentence: `${merchant} has granted no refund for this purchase yet; nothing was changed. Ask again later.`,
    });
  }
  if (state === 'pending' && why !== undefined)
    return err({
      kind: 'refund-pending',
      sentence: `Whether ${merchant} gives a refund is not known yet. ${sayFailure(why)} 'holdfast run --until-done' goes on asking.`,
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
  if (id === undefined) return usage("abort ID (see 'holdfast history --json')");
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
  if (id === undefined) return usage("without-backup ID (see 'holdfast status')");
  const list = await app.handle('wallet.pending', {});
  if (!list.ok) return list;
  // What does not wait for a backup is not asked about: the wallet says why.
  const sum = list.value.pending.find((each) => each.id === id)?.withoutBackup;
  const question = `Go on without a backup? ${sum} would be lost with this disk until a verified copy exists.`;
  if (sum !== undefined && !(await agreed(command, terminal, question))) return declined('changed');
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
  if (amount === undefined || payto === undefined) return usage('deposit AMOUNT --to PAYTO [--yes]');
  const offer = await app.handle('deposit.prepare', { amount, payto });
  if (!offer.ok) return offer;
  const { account, fees, total, possible } = offer.value;
  if (!possible)
    return impossible(offer.value, {
      kind: 'not-possible',
      sentence: 'This cannot be paid out now. No money was moved.',
    });
  const question = `Send ${offer.value.amount} to ${account} (fees ${fees}, total ${total})?`;
  if (!(await agreed(command, terminal, question))) return declined();
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

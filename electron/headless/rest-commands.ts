// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok } from '../../shared/result.ts';
import type { WalletApp } from '../wallet-app.ts';
import type { Command } from './args.ts';
import type { CommandResult } from './command-result.ts';

/** `refund TALER-URI`: fetches what the merchant granted; ok only when the exchange has confirmed all of it. */
export const refundCommand = async (app: WalletApp, command: Command): CommandResult => {
  const uri = command.words[1];
  if (uri === undefined)
    return err({ kind: 'usage', sentence: 'This command is used as: refund TALER-URI. Nothing was changed.' });
  const answer = await app.handle('refund.uri', { uri });
  if (!answer.ok) return answer;
  const { merchant, refunded, pending, state } = answer.value;
  if (state === 'none') {
    return err({
      kind: 'no-refund-yet',
      sentence: `${merchant} has granted no refund for this purchase yet; nothing was changed. Ask again later.`,
    });
  }
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

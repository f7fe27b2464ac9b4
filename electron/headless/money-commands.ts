// SPDX-License-Identifier: GPL-3.0-or-later
import { stillKept } from '../../shared/facts/note.ts';
import { err, ok } from '../../shared/result.ts';
import { sayAll } from '../../shared/words/say.ts';
import { joined, type Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { agreed, declined, impossible, usage } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandResult, Terminal } from './command-result.ts';
import * as words from './words.ts';

/** `refund TALER-URI`: fetches what the merchant granted; ok only when the exchange has confirmed all of it. */
export const refundCommand = async (app: WalletApp, command: Command): CommandResult => {
  const uri = command.words[1];
  if (uri === undefined) return usage('refund');
  const answer = await app.handle('refund.uri', { uri });
  if (!answer.ok) return answer;
  const { state } = answer.value;
  const say = (w: Words): Spoken => words.refund(w, answer.value);
  return state === 'done'
    ? ok({ lines: (w) => [say(w)], json: answer.value })
    : err({ kind: state === 'none' ? 'no-refund-yet' : 'refund-pending', say });
};

/** `abort ID`: takes back a payment that is not complete; ok only when it is certain that it was not paid. */
export const abortCommand = async (app: WalletApp, command: Command): CommandResult => {
  const id = command.words[1];
  if (id === undefined) return usage('abort');
  const answer = await app.handle('abort', { id });
  if (!answer.ok) return answer;
  if (answer.value.state === 'pending') {
    return err({
      kind: 'abort-pending',
      say: ({ t }) => t('cli.abort.pending'),
    });
  }
  const { amount: sum } = answer.value;
  return ok({
    lines: ({ t }) => [sum === undefined ? t('cli.aborted') : t('cli.aborted.sum', { sum })],
    json: answer.value,
  });
};

/** `forget ID`: says what is lost with it, asks, then leaves nothing of it but its sums. */
export const forgetCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const id = command.words[1];
  if (id === undefined) return usage('forget');
  const about = await app.handle('forget.preview', { id });
  if (!about.ok) return about;
  const question = (w: Words): Spoken => w.t('cli.ask.forget', { lost: sayAll(w, 'forgetting', about.value.said) });
  if (!(await agreed(command, terminal, question))) return declined('changed');
  const done = await app.handle('forget', { id });
  const lines = (w: Words): readonly Spoken[] => {
    const left = done.ok ? stillKept(done.value.said) : [];
    return [w.t('cli.forgotten'), ...(left.length === 0 ? [] : [sayAll(w, 'forgetting', left)])];
  };
  return done.ok ? ok({ lines, json: done.value }) : done;
};

/** `without-backup ID`: names the sum at risk, then lets one thing that waits for its backup go on without. */
export const withoutBackupCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const id = command.words[1];
  if (id === undefined) return usage('without-backup');
  const list = await app.handle('wallet.pending', {});
  if (!list.ok) return list;
  // What does not wait for a backup is not asked about: the wallet says why.
  const sum = list.value.pending.find((each) => each.id === id)?.withoutBackup;
  if (sum !== undefined && !(await agreed(command, terminal, ({ t }) => t('cli.ask.without', { sum }))))
    return declined('changed');
  const done = await app.handle('wallet.withoutBackup', { id });
  if (!done.ok) return done;
  const { state } = done.value;
  return ok({
    lines: ({ t }) => [t(`cli.without.${state}`, { sum: done.value.sum })],
    json: done.value,
  });
};

/** `agree ID`: says what would be left of money whose fees are beyond what was agreed, then lets it go on. */
export const agreeCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const id = command.words[1];
  if (id === undefined) return usage('agree');
  const list = await app.handle('wallet.pending', {});
  if (!list.ok) return list;
  const why = list.value.pending.find((each) => each.id === id)?.why;
  const isRenewal = why?.kind === 'renewal-fees';
  const isReissue = why?.kind === 'reissue-asks';
  const isRefund = why?.kind === 'refund-renewal';
  const asked = isRenewal || isReissue || isRefund || why?.kind === 'withdrawal-fees' ? why.facts : undefined;
  const question = isReissue
    ? 'cli.ask.fees.reissue'
    : isRenewal
      ? 'cli.ask.fees.renewal'
      : isRefund
        ? 'cli.ask.fees.refund'
        : 'cli.ask.fees.dearer';
  if (asked && !(await agreed(command, terminal, ({ t }) => t(question, asked)))) return declined('changed');
  // What asks about nothing is refused by the wallet, which says why.
  const total = asked?.total ?? 'KUDOS:0';
  const done = await app.handle('wallet.agreeToFees', { id, shown: total });
  if (!done.ok) return done;
  const { state } = done.value;
  return ok({
    lines: ({ t }) => [state === 'done' ? t('cli.agreed.done', { total }) : t('cli.agreed.pending')],
    json: done.value,
  });
};

/** `deposit AMOUNT --to PAYTO`: asks, then sends money to one's own bank account; ok once the exchange has signed for it. */
export const depositCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const [, amount] = command.words;
  const { '--to': to, '--holder': holder } = command.options;
  if (amount === undefined || to === undefined) return usage('deposit');
  const name = holder === undefined ? '' : `receiver-name=${encodeURIComponent(holder)}`;
  const isBare = !/^[^a-z]*payto:/i.test(to);
  const payto = name === '' ? to : `${isBare ? `payto://iban/${to}` : to}${to.includes('?') ? '&' : '?'}${name}`;
  const offer = await app.handle('deposit.prepare', { amount, payto });
  if (!offer.ok) return offer;
  const { account, fees, total, possible } = offer.value;
  if (!possible)
    return impossible(offer.value, {
      kind: 'not-possible',
      say: ({ t }) => t('cli.impossible.deposit'),
    });
  const sum = offer.value.amount;
  const only = offer.value.only ?? [];
  const question: Parameters<typeof agreed>[2] = ({ t }) =>
    joined([
      ...only.map((said) => (said === '' ? t('deposit.onlySome') : t('deposit.only', { said }))),
      t('cli.ask.deposit', { sum, account, fees, total }),
    ]);
  if (!(await agreed(command, terminal, question))) return declined();
  const done = await app.handle('deposit.confirm', { amount, payto, shown: total });
  if (!done.ok) return done;
  if (done.value.state === 'pending')
    return err({
      kind: 'deposit-pending',
      say: ({ t }) => t('cli.deposit.pending'),
    });
  return ok({
    lines: ({ t }) => [t('cli.deposit', { sum, account, fees })],
    json: { ...offer.value, ...done.value },
  });
};

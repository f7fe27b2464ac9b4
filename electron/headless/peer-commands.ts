// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../shared/result.ts';
import type { PeerPaymentView } from '../../shared/view.ts';
import type { Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { agreed, declined, impossible, orNewExchange, orTerms, usage } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandFailure, CommandResult, Terminal } from './command-result.ts';

/** `send AMOUNT`: shows amount, fees and total, then pays into a purse and prints the address for the receiver. */
export const sendCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const wish = readWish(command, 'send');
  if (!wish.ok) return wish;
  const { summary, ...asked } = wish.value;
  const quote = await app.handle('peer.quote', asked);
  if (!quote.ok) return quote;
  const { amount, fees, total, exchange, possible, arrives = amount } = quote.value;
  if (!possible) return impossible(quote.value, { kind: 'not-payable', say: ({ t }) => t('cli.impossible.send') });
  if (!(await agreed(command, terminal, ({ t }) => t('cli.ask.send', { sum: amount, exchange, fees, total, arrives }))))
    return declined();
  const sent = await app.handle('peer.send', { ...asked, exchange, summary, shown: total });
  if (!sent.ok) return sent;
  return printed(sent.value);
};

/** `request AMOUNT`: writes an invoice and prints the address for whoever pays it. */
export const requestCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const wish = readWish(command, 'request');
  if (!wish.ok) return wish;
  const { summary: _summary, ...priced } = wish.value;
  const quote = await app.handle('peer.quoteRequest', priced);
  if (!quote.ok) return quote;
  const { exchange, fees, total, possible, opening } = quote.value;
  if (!possible) return impossible(quote.value, { kind: 'not-possible', say: ({ t }) => t('cli.impossible.request') });
  const isFree = fees.endsWith(':0');
  const asking = { exchange, sum: quote.value.amount, fees, total };
  const question = ({ t }: Words): Spoken =>
    opening === undefined ? t('cli.ask.drawing', asking) : t('cli.ask.fee', { ...asking, opening });
  if (!isFree && !(await agreed(command, terminal, question))) return declined();
  const price = { exchange, ...(isFree ? {} : { maxFee: fees }) };
  const asked = await orTerms(app, command, terminal, () =>
    app.handle('peer.request', { ...wish.value, ...price, ...withoutBackup(command) }),
  );
  if (!asked.ok) return asked;
  return printed(asked.value);
};

/** `receive TALER-URI`: takes a payment or pays an invoice, after showing what that brings or costs. */
export const receiveCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const uri = command.words[1];
  if (uri === undefined) return usage('receive');
  const offer = await orNewExchange(command, terminal, (asked) => app.handle('peer.prepareReceive', { uri, ...asked }));
  if (!offer.ok) return offer;
  const { id, kind, amount, fees, total, summary, exchange, possible, arrives = amount } = offer.value;
  // A payment that waits for its backup may be taken up again to go without.
  const anyway = kind === 'push' && command.flags.has('--without-backup');
  if (!possible && !anyway)
    return impossible(offer.value, { kind: 'not-possible', say: ({ t }) => t('cli.impossible.receive') });
  const asked = { sum: amount, summary, exchange, fees, total, arrives };
  if (!(await agreed(command, terminal, ({ t }) => t(`cli.ask.${kind}`, asked)))) return declined();
  const done = await orTerms(app, command, terminal, () =>
    app.handle('peer.confirm', { id, ...withoutBackup(command), shown: total }),
  );
  if (!done.ok) return done;
  if (done.value.state === 'pending') {
    return err({
      kind: 'peer-pending',
      say: ({ t }) => t('cli.peer.pending'),
    });
  }
  const { state } = done.value;
  return ok({
    lines: ({ t }) => [t(`cli.peer.${state}`, { sum: state === 'paid' ? amount : total, fees })],
    json: { ...offer.value, ...done.value },
  });
};

const printed = (payment: PeerPaymentView): Awaited<CommandResult> => {
  if (payment.state === 'starting') {
    return err({
      kind: 'peer-pending',
      say: ({ t }) => t('cli.peer.starting'),
    });
  }
  const { id, kind, amount, fees, uri, expiresAt } = payment;
  return ok({
    lines: ({ t }) => [
      t(`cli.peer.${kind}`, { sum: amount, fees, address: uri }),
      t('cli.peer.until', { until: expiresAt, id }),
    ],
    json: payment,
  });
};

const withoutBackup = ({ flags }: Command) => (flags.has('--without-backup') ? { withoutBackup: true } : {});

type Wish = {
  readonly amount: string;
  readonly summary: string;
  readonly expiresHours?: number;
  readonly exchange?: string;
};

const readWish = (command: Command, use: string): Result<Wish, CommandFailure> => {
  const amount = command.words[1];
  if (amount === undefined) return usage(use);
  const exchange = command.options['--exchange'];
  const expiresHours = readExpires(command);
  if (!expiresHours.ok) return expiresHours;
  return ok({
    amount,
    summary: command.options['--summary'] ?? '',
    ...expiresHours.value,
    ...(exchange === undefined ? {} : { exchange }),
  });
};

const MAX_HOURS = 8760;

/** `--expires 12h` or `7d` in hours, up to a year; nothing where it is not given. */
export const readExpires = ({
  options: { '--expires': text },
}: Command): Result<{ readonly expiresHours?: number }, CommandFailure> => {
  if (text === undefined) return ok({});
  const match = /^([1-9][0-9]{0,3})(h|d)$/.exec(text);
  const hours = Number(match?.[1]) * (match?.[2] === 'd' ? 24 : 1);
  return match && hours <= MAX_HOURS
    ? ok({ expiresHours: hours })
    : err({
        kind: 'usage',
        say: ({ t }) => t('cli.usage.expires'),
      });
};

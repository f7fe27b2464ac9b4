// SPDX-License-Identifier: GPL-3.0-or-later
import { atChoice } from '../../shared/at-choice.ts';
import { shownHost } from '../../shared/names.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { FailureView } from '../../shared/view.ts';
import type { PayChoiceView, PayOfferView } from '../../shared/view-shops.ts';
import type { Spoken } from '../../shared/words/spoken.ts';
import type { Words } from '../../shared/words/words.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { agreed, declined, impossible, usage } from './answers.ts';
import type { Command } from './args.ts';
import type { CommandFailure, CommandResult, Terminal } from './command-result.ts';
import { sayFailure } from './spoken.ts';
import * as words from './words.ts';

/** `pay TALER-URI|PAGE`: shows amount, fees and total, then pays; ok only when the merchant has it. */
export const payCommand = async (app: WalletApp, command: Command, terminal: Terminal): CommandResult => {
  const given = command.words[1];
  if (given === undefined) return usage('pay');
  const uri = await orderAt(app, command, terminal, given);
  if (!uri.ok) return uri;
  const prepared = await app.handle('pay.prepare', { uri: uri.value });
  if (!prepared.ok) return prepared;
  if (prepared.value.alreadyPaid === true) return alreadyPaid(prepared.value);
  const chosen = choose(prepared.value, command, terminal);
  if (!chosen.ok) return chosen;
  const offer = chosen.value;
  if (!offer.payable) return impossible(offer, { kind: 'not-payable', say: ({ t }) => t('cli.impossible.pay') });
  if (offer.minimumAge !== undefined) terminal.say(terminal.words.t('pay.age', { years: offer.minimumAge }));
  if (offer.from !== undefined) terminal.say(terminal.words.t('cli.pay.from', { host: offer.from }));
  if (!(await agreed(command, terminal, (w) => words.offer(w, offer)))) return declined();
  const paid = await app.handle('pay.confirm', {
    purchaseId: offer.purchaseId,
    shown: offer.total,
    ...(offer.choice === undefined ? {} : { choice: offer.choice }),
  });
  if (!paid.ok) return paid;
  if (paid.value.state !== 'paid') return err({ kind: 'payment-pending', say: ({ t }) => t('cli.paid.pending') });
  return ok({
    lines: (w) => [
      w.t('cli.paid', { sum: offer.amount, merchant: words.merchant(w, offer), fees: offer.fees }),
      ...afterwards(w, offer),
    ],
    json: { ...offer, ...paid.value },
  });
};

const alreadyPaid = (offer: PayOfferView): Awaited<CommandResult> =>
  ok({
    lines: (w) => [
      offer.why === undefined ? w.t('cli.paid.already') : sayFailure(w, offer.why),
      ...afterwards(w, offer),
    ],
    json: { ...offer, state: 'paid' },
  });

const afterwards = ({ t }: Words, { message, page }: PayOfferView): readonly Spoken[] => [
  ...(message === undefined ? [] : [t('cli.pay.message', { said: message })]),
  ...(page === undefined ? [] : [t('cli.pay.page', { address: page })]),
];

/** The link of an order: the given one, that of the page it names, or that of the order which an offer becomes. */
const orderAt = async (
  app: WalletApp,
  command: Command,
  terminal: Terminal,
  given: string,
): Promise<Result<string, CommandFailure>> => {
  if (/^https?:\/\//i.test(given)) {
    if (!(await agreed(command, terminal, ({ t }) => t('cli.ask.page', { host: shownHost(given).host }))))
      return declined();
    const page = await app.handle('pay.page', { url: given });
    return page.ok ? orderAt(app, command, terminal, page.value.uri) : page;
  }
  if (!/^taler(?:\+http)?:\/\/pay-template\//i.test(given)) return ok(given);
  const said = await whatIsOpen(app, command, given);
  if (!said.ok) return said;
  const order = await app.handle('pay.order', { uri: given, ...said.value });
  return order.ok ? ok(order.value.uri) : order;
};

/** What an offer leaves open: from the options, else as its link or its shop proposes it. */
const whatIsOpen = async (
  app: WalletApp,
  { options }: Command,
  uri: string,
): Promise<Result<{ readonly amount?: string; readonly summary?: string }, FailureView>> => {
  const look = await app.handle('pay.template', { uri });
  if (!look.ok) return look;
  const amount = options['--amount'] ?? look.value.proposedAmount;
  const summary = options['--summary'] ?? look.value.proposedSummary;
  return ok({ ...(amount === undefined ? {} : { amount }), ...(summary === undefined ? {} : { summary }) });
};

/** The offer at the price of the choice that `--choice` names; where there are several and none is named, all are shown. Whoever has said a sum agrees to no price of a shop's instead. */
const choose = (
  offer: PayOfferView,
  { options }: Command,
  terminal: Terminal,
): Result<PayOfferView, CommandFailure> => {
  const { choices } = offer;
  if (choices === undefined) return ok(offer);
  const named = options['--choice'];
  const payable = choices.filter((each) => each.payable);
  const only = payable.length === 1 && options['--amount'] === undefined ? payable[0] : undefined;
  const chosen = named === undefined ? only : choices.find(({ index }) => String(index + 1) === named);
  if (chosen === undefined) {
    terminal.say(terminal.words.t('cli.pay.choices'));
    for (const each of choices) terminal.say(choiceLine(terminal.words, each));
    return err({ kind: 'choice-open', facts: {} });
  }
  return ok(atChoice(offer, chosen.index));
};

const choiceLine = (w: Words, { index, amount: sum, fees, total, why }: PayChoiceView): Spoken => {
  const number = index + 1;
  return why === undefined
    ? w.t('cli.pay.choice', { number, sum, fees, total })
    : w.t('cli.pay.choice.no', { number, sum, why: sayFailure(w, why) });
};

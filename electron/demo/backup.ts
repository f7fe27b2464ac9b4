// SPDX-License-Identifier: GPL-3.0-or-later
import { told } from './spoken.ts';
import { addAmounts, amount, amountToText, compareAmounts, subtractAmounts, sumAmounts } from '../../shared/amount.ts';
import { PLAY_CURRENCY } from '../../shared/play.ts';
import type { PlayMoney } from '../app/play-money.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import {
  agreeToTerms,
  call,
  effectOf,
  feesOf,
  finish,
  PASSPHRASE,
  sumsAgree,
  totalOf,
  waitForProvider,
  type Demand,
  type Tell,
} from './steps.ts';

const WITHDRAWN = `${PLAY_CURRENCY}:20`;
const PRICE = `${PLAY_CURRENCY}:3.21`;

/** Withdraws, which waits for a provider; adds every provider of the sandbox, backs up; returns the recovery text. */
export const fillAndBackUp = async (
  app: WalletApp,
  economy: PlayMoney,
  tell: Tell,
  demand: Demand,
): Promise<string> => {
  await call(app, 'exchange.add', { url: economy.exchange });
  await agreeToTerms(app, economy.exchange);
  const withdrawal = await economy.createWithdrawal(WITHDRAWN);
  await call(app, 'withdraw.uri', { uri: withdrawal.talerUri });
  await withdrawal.confirm();
  await waitForProvider(app);
  const { balances } = await call(app, 'wallet.overview', {});
  tell(`${WITHDRAWN} has arrived at the exchange and waits there for a backup provider`);
  demand(
    balances.every((each) => amount(each.available).units === 0n),
    'coins were made before anything was backed up',
  );

  for (const provider of economy.providers) {
    const offer = await call(app, 'provider.inspect', { target: provider.url });
    const added = await call(app, 'provider.add', {
      target: provider.url,
      name: provider.name,
      maxFee: offer.annualTotal ?? provider.annualFee,
    });
    tell(`${added.name}: ${added.annualFee ?? '?'} a year, ${added.lastOutcome}`);
  }
  await finish(app);
  const withdrawn = await effectOf(app, 'withdrawal');
  const withdrawFees = await feesOf(app, 'withdrawal');
  tell(`withdrew ${WITHDRAWN}: ${amountToText(withdrawn)} in coins, ${amountToText(withdrawFees)} in fees`);
  demand(amountToText(addAmounts(withdrawn, withdrawFees)) === WITHDRAWN, 'coins and fees are not what was withdrawn');
  const { reports } = await call(app, 'backup.run', {});
  demand(
    reports.every((report) => report.outcome === 'stored' || report.outcome === 'unchanged'),
    'a provider did not store the backup',
  );
  const { backup } = await call(app, 'wallet.overview', {});
  demand(
    backup.safety.uncopied.length === 0 && backup.providersUpToDate === economy.providers.length,
    'not everything is in every copy',
  );
  const paidFees = sumAmounts(
    PLAY_CURRENCY,
    economy.providers.map((provider) => amount(provider.annualFee)),
  );
  const left = await totalOf(app);
  demand(compareAmounts(subtractAmounts(withdrawn, left), paidFees) >= 0, 'the provider fees were not paid');
  const { text } = await call(app, 'sheet.reveal', { passphrase: PASSPHRASE });
  // As if it had been typed from the paper: only that makes it count.
  await call(app, 'sheet.test', { recoveryText: text });
  const after = await call(app, 'backup.status', {});
  tell(told('safety', ...after.safety.said));
  demand(after.safety.lost.length === 0, 'the sheet does not bring everything back');
  return text;
};

/** Pays an order, by the second of its ways where there is a choice, and checks every number; returns its address. */
export const payAnOrder = async (app: WalletApp, economy: PlayMoney, tell: Tell, demand: Demand): Promise<string> => {
  const uri = await economy.createOrder(PRICE, 'a cup of coffee and a book', economy.takesChoices ? WAYS : undefined);
  await payFor(app, uri, tell, demand);
  return uri;
};

const WAYS = [
  { amount: `${PLAY_CURRENCY}:1.8`, description: 'only the cup' },
  { amount: PRICE, description: 'cup and book' },
];

/** Takes an offer that stands ready at the sum it proposes, pays the order that comes of it, and checks every number. */
export const takeAnOffer = async (app: WalletApp, economy: PlayMoney, tell: Tell, demand: Demand): Promise<void> => {
  const offer = economy.createOffer(PRICE, 'for the lamp of the lighthouse');
  const { proposedAmount } = await call(app, 'pay.template', { uri: offer });
  demand(proposedAmount === PRICE, 'the offer proposes another sum');
  const { uri } = await call(app, 'pay.order', { uri: offer, amount: PRICE });
  await payFor(app, uri, tell, demand);
};

const payFor = async (app: WalletApp, uri: string, tell: Tell, demand: Demand): Promise<void> => {
  const before = await totalOf(app);
  const offer = await call(app, 'pay.prepare', { uri });
  const { purchaseId, choices } = offer;
  const taken = choices?.[1] ?? offer;
  demand(taken.amount === PRICE, 'the order has another price');
  const paid = await call(app, 'pay.confirm', { purchaseId, ...(choices === undefined ? {} : { choice: 1 }) });
  await finish(app);
  const after = await totalOf(app);
  demand(paid.state === 'paid', 'the payment did not succeed');
  const spent = subtractAmounts(before, after);
  demand(compareAmounts(spent, amount(PRICE)) >= 0, 'less left the wallet than the price');
  await sumsAgree(app, demand);
  const how = choices === undefined ? '' : `, one of ${choices.length} ways`;
  if (paid.state === 'paid')
    tell(`paid ${PRICE} (${amountToText(spent)} with all fees${how}), ${amountToText(after)} left`);
};

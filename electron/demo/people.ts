// SPDX-License-Identifier: GPL-3.0-or-later
import { sayFailure, told } from './spoken.ts';
import { amount, amountToText, compareAmounts, subtractAmounts } from '../../shared/amount.ts';
import { PLAY_CURRENCY } from '../../shared/play.ts';
import type { PlayMoney } from '../app/play-money.ts';
import type { WalletApp } from '../app/wallet-app.ts';
import { agreeToTerms, call, finish, sumsAgree, totalOf, type Demand, type Tell } from './steps.ts';

const REFUNDED = `${PLAY_CURRENCY}:1.2`;
const SENT = `${PLAY_CURRENCY}:2.5`;

/** The shop grants a refund of the paid order; it must come back less its fees. */
export const refundTheOrder = async (
  app: WalletApp,
  economy: PlayMoney,
  payUri: string,
  tell: Tell,
  demand: Demand,
): Promise<void> => {
  const before = await totalOf(app);
  const uri = await economy.refundOrder(payUri, REFUNDED);
  demand(uri !== undefined, 'the shop grants no refund');
  const refund = await call(app, 'refund.uri', { uri: uri ?? '' });
  await finish(app);
  const back = subtractAmounts(await totalOf(app), before);
  demand(refund.refunded === REFUNDED, 'the refund is not what the shop granted');
  demand(compareAmounts(back, amount(REFUNDED)) <= 0 && back.units > 0n, 'the refund did not come back');
  await sumsAgree(app, demand);
  tell(`refunded ${refund.refunded}: ${amountToText(back)} after fees`);
};

/** Sends a sum to another wallet, which takes it. */
export const sendToPhone = async (app: WalletApp, phone: WalletApp, tell: Tell, demand: Demand): Promise<void> => {
  const before = await totalOf(app);
  const payment = await call(app, 'peer.send', { amount: SENT, summary: 'half of the cake' });
  await finish(phone);
  await take(phone, payment.uri);
  await finish(app);
  const [there, here] = [await totalOf(phone), await totalOf(app)];
  const { payments } = await call(app, 'peer.list', {});
  demand(
    payments.find(({ id }) => id === payment.id)?.state === 'taken',
    'the sender does not know that the payment was taken',
  );
  demand(there.units > 0n && there.units <= amount(SENT).units, 'the receiver has not what was sent');
  demand(subtractAmounts(before, here).units >= amount(SENT).units, 'less left the wallet than was sent');
  await sumsAgree(app, demand);
  await sumsAgree(phone, demand);
  tell(`sent ${SENT} to a second wallet, which holds ${amountToText(there)} after fees`);
};

/** A third machine goes on with the wallet although it was never left: same money, and the former one has to stop. */
export const takeOver = async (
  former: WalletApp,
  next: WalletApp,
  recoveryText: string,
  tell: Tell,
  demand: Demand,
): Promise<void> => {
  await call(former, 'backup.run', {});
  const before = await totalOf(former);
  const report = await call(next, 'backup.takeover', { recoveryText, evenIfNotAbandoned: true });
  await finish(next);
  await call(next, 'backup.run', {});
  const after = await totalOf(next);
  demand(report.how === 'continued', 'an empty wallet did not continue the other one');
  demand(after.units > 0n && after.units <= before.units, 'the wallet that took over holds another sum');
  await call(former, 'backup.run', {});
  const refused = await former.handle('peer.send', { amount: `${PLAY_CURRENCY}:1`, summary: 'too late' });
  demand(!refused.ok, 'the former device still spends');
  tell(
    `took over ${amountToText(after)} of ${amountToText(before)} (coins exchanged for new ones); the former device stopped`,
  );
};

/** Everything goes to the phone, taken payment by payment; then the wallet is erased and a receipt is left. */
export const emptyToPhone = async (app: WalletApp, phone: WalletApp, tell: Tell, demand: Demand): Promise<void> => {
  const [before, phoneBefore] = [await totalOf(app), await totalOf(phone)];
  await call(app, 'wallet.empty', {});
  await finishSending(app);
  const { payments } = await call(app, 'wallet.empty.status', {});
  demand(payments.length > 0, 'nothing was sent');
  for (const { uri } of payments) await take(phone, uri);
  await finish(app);
  const done = await call(app, 'wallet.empty.status', {});
  demand(done.state === 'ready', `the wallet is not empty: ${told('emptying', ...done.said)}`);
  const receipt = await call(app, 'wallet.empty.finish', { confirm: 'erase this wallet' });
  const arrived = subtractAmounts(await totalOf(phone), phoneBefore);
  demand(app.state().stage === 'first-start', 'the emptied wallet was not erased');
  demand(arrived.units > 0n && arrived.units <= before.units, 'the phone has not what was sent');
  demand(receipt.files.length > 0, 'there is no receipt');
  await sumsAgree(phone, demand);
  tell(
    `emptied ${amountToText(before)} to the second wallet, where ${amountToText(arrived)} arrived after fees; receipt in ${receipt.files.length} files`,
  );
};

/** One pass makes the purses; nobody has taken them yet, so there is nothing to wait for. */
const finishSending = async (app: WalletApp): Promise<void> => {
  const report = await app.runPending({ untilDone: false, timeoutMs: 20_000 });
  if (!report.ok) throw new Error(sayFailure(report.error));
};

const take = async (phone: WalletApp, uri: string): Promise<void> => {
  const offer = await call(phone, 'peer.prepareReceive', { uri });
  await agreeToTerms(phone, offer.exchange);
  await call(phone, 'peer.confirm', { id: offer.id, withoutBackup: true });
  await finish(phone);
};

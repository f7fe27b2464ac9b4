// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addAmounts, amount, amountToText, compareAmounts, subtractAmounts, sumAmounts, type Amount } from '../shared/amount.ts';
import type { RequestInput, RequestName, RequestOutput } from '../shared/contract.ts';
import { PLAY_CURRENCY, startPlayMoney, type PlayMoney } from './play-money.ts';
import { openWalletApp, type WalletApp } from './wallet-app.ts';
import { realWorld } from './world.ts';

export type DemoReport = { readonly lines: readonly string[]; readonly problems: readonly string[] };

const WITHDRAWN = `${PLAY_CURRENCY}:20`;
const PRICE = `${PLAY_CURRENCY}:3.21`;
const STEP_TIMEOUT_MS = 45_000;

/**
 * The whole line once, on real cryptography: withdraw, which waits for a provider, back up to a free and a paid provider, delete the data
 * directory, restore from the recovery text alone, pay with the restored coins. Every number is checked;
 * `problems` is empty only when all of them were right.
 */
export const runDemo = async (say: (line: string) => void): Promise<DemoReport> => {
  const lines: string[] = [];
  const problems: string[] = [];
  const tell = (line: string): void => {
    lines.push(line);
    say(line);
  };
  const demand = (truth: boolean, what: string): void => {
    if (!truth) problems.push(what);
  };
  const root = await mkdtemp(join(tmpdir(), 'holdfast-demo-'));
  const data = join(root, 'wallet');
  const world = realWorld();
  const economy = await startPlayMoney(join(root, 'play-money'), world);
  try {
    tell(`sandbox at ${economy.exchange}`);
    const first = await freshWallet(data);
    const recovery = await fillAndBackUp(first, economy, tell, demand);
    const before = await totalOf(first);
    await first.close();

    await rm(data, { recursive: true, force: true });
    tell('deleted the data directory');

    const second = await freshWallet(data);
    const report = await call(second, 'restore.run', { recoveryText: recovery });
    for (const source of report.sources) tell(`${source.name}: ${source.answer}`);
    demand(report.sources.length === economy.providers.length && report.sources.every((source) => source.answer === 'found'), 'a provider did not have the backup');
    const after = await totalOf(second);
    tell(`restored ${amountToText(after)} of ${amountToText(before)}`);
    demand(after.units === before.units, 'the restored sum differs from the sum before');

    await payAnOrder(second, economy, tell, demand);
    await second.close();
  } finally {
    await economy.close();
    await rm(root, { recursive: true, force: true });
  }
  return { lines, problems };
};

const freshWallet = async (dataDirectory: string): Promise<WalletApp> => {
  const opened = await openWalletApp({ dataDirectory, world: realWorld(), loop: false });
  if (!opened.ok) throw new Error(opened.error.sentence);
  await call(opened.value, 'app.create', { protection: { type: 'passphrase', passphrase: 'correct horse battery staple' } });
  return opened.value;
};

type Tell = (line: string) => void;
type Demand = (truth: boolean, what: string) => void;

/** Withdraws, which waits for a provider; adds every provider of the sandbox, backs up; returns the recovery text. */
const fillAndBackUp = async (app: WalletApp, economy: PlayMoney, tell: Tell, demand: Demand): Promise<string> => {
  await call(app, 'exchange.add', { url: economy.exchange });
  const withdrawal = await economy.createWithdrawal(WITHDRAWN);
  await call(app, 'withdraw.uri', { uri: withdrawal.talerUri });
  await withdrawal.confirm();
  await waitForProvider(app);
  const { balances } = await call(app, 'wallet.overview', {});
  tell(`${WITHDRAWN} has arrived at the exchange and waits there for a backup provider`);
  demand(balances.every((each) => amount(each.available).units === 0n), 'coins were made before anything was backed up');

  for (const provider of economy.providers) {
    const added = await call(app, 'provider.add', { target: provider.url, name: provider.name, maxFee: provider.annualFee });
    tell(`${added.name}: ${added.annualFee ?? '?'} a year, ${added.lastOutcome}`);
  }
  await finish(app);
  const withdrawn = await effectOf(app, 'withdrawal');
  const withdrawFees = await feesOf(app, 'withdrawal');
  tell(`withdrew ${WITHDRAWN}: ${amountToText(withdrawn)} in coins, ${amountToText(withdrawFees)} in fees`);
  demand(amountToText(addAmounts(withdrawn, withdrawFees)) === WITHDRAWN, 'coins and fees are not what was withdrawn');
  const { reports } = await call(app, 'backup.run', {});
  demand(reports.every((report) => report.outcome === 'stored' || report.outcome === 'unchanged'), 'a provider did not store the backup');
  const { backup } = await call(app, 'wallet.overview', {});
  tell(backup.sentence);
  demand(backup.level === 'protected' && backup.providersUpToDate === economy.providers.length, 'the wallet is not fully protected');
  const paidFees = sumAmounts(PLAY_CURRENCY, economy.providers.map((provider) => amount(provider.annualFee)));
  const left = await totalOf(app);
  demand(compareAmounts(subtractAmounts(withdrawn, left), paidFees) >= 0, 'the provider fees were not paid');
  return (await call(app, 'sheet.reveal', { passphrase: 'correct horse battery staple' })).text;
};

const payAnOrder = async (app: WalletApp, economy: PlayMoney, tell: Tell, demand: Demand): Promise<void> => {
  const before = await totalOf(app);
  const uri = await economy.createOrder(PRICE, 'a cup of coffee and a book');
  const offer = await call(app, 'pay.prepare', { uri });
  demand(offer.amount === PRICE, 'the order has another price');
  const paid = await call(app, 'pay.confirm', { purchaseId: offer.purchaseId });
  await finish(app);
  const after = await totalOf(app);
  demand(paid.state === 'paid', 'the payment did not succeed');
  const spent = subtractAmounts(before, after);
  demand(compareAmounts(spent, amount(PRICE)) >= 0, 'less left the wallet than the price');
  await sumsAgree(app, demand);
  if (paid.state === 'paid') tell(`paid ${PRICE} (${amountToText(spent)} with all fees), ${amountToText(after)} left`);
};

/** Balance and history must agree to the last unit. */
const sumsAgree = async (app: WalletApp, demand: Demand): Promise<void> => {
  const { lines } = await call(app, 'wallet.history', {});
  const sum = lines.reduce((total, line) => total + signedUnits(line.effect), 0n);
  demand(sum === (await totalOf(app)).units, 'the history does not add up to the balance');
};

const signedUnits = (text: string): bigint => {
  const negative = text.includes(':-');
  const { units } = amount(text.replace(':-', ':'));
  return negative ? -units : units;
};

const finish = async (app: WalletApp): Promise<void> => {
  const report = await app.runPending({ untilDone: true, timeoutMs: STEP_TIMEOUT_MS });
  if (!report.ok) throw new Error(report.error.sentence);
  if (report.value.pending.length > 0) throw new Error(`still pending: ${JSON.stringify(report.value.pending)}`);
};

/** Runs until the withdrawal's money is at the exchange, where it stays because there is no provider yet. */
const waitForProvider = async (app: WalletApp): Promise<void> => {
  const report = await app.runPending({ untilDone: true, timeoutMs: STEP_TIMEOUT_MS });
  if (!report.ok) throw new Error(report.error.sentence);
  const { pending } = report.value;
  if (pending.length !== 1 || pending[0]?.waitingFor !== 'provider')
    throw new Error(`the withdrawal does not wait for a provider: ${JSON.stringify(pending)}`);
};

const totalOf = async (app: WalletApp): Promise<Amount> => {
  const { balances } = await call(app, 'wallet.overview', {});
  return sumAmounts(PLAY_CURRENCY, balances.map((each) => amount(each.total)));
};

const effectOf = async (app: WalletApp, type: string): Promise<Amount> => {
  const { lines } = await call(app, 'wallet.history', {});
  const units = lines.filter((line) => line.type === type).reduce((sum, line) => sum + signedUnits(line.effect), 0n);
  return { currency: PLAY_CURRENCY, units };
};

const feesOf = async (app: WalletApp, type: string): Promise<Amount> => {
  const { lines } = await call(app, 'wallet.history', {});
  return sumAmounts(PLAY_CURRENCY, lines.filter((line) => line.type === type).map((line) => amount(line.fees)));
};

const call = async <N extends RequestName>(app: WalletApp, name: N, input: RequestInput<N>): Promise<RequestOutput<N>> => {
  const answer = await app.handle(name, input);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.sentence}`);
  return answer.value;
};

if (import.meta.main) {
  const report = await runDemo((line) => process.stdout.write(`${line}\n`));
  for (const problem of report.problems) process.stderr.write(`wrong: ${problem}\n`);
  process.exitCode = report.problems.length === 0 ? 0 : 1;
}

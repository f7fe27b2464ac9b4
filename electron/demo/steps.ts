// SPDX-License-Identifier: GPL-3.0-or-later
import { sayFailure } from './spoken.ts';
import { amount, sumAmounts, type Amount } from '../../shared/amount.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract.ts';
import { PLAY_CURRENCY } from '../../shared/play.ts';
import { openWalletApp, type WalletApp } from '../app/wallet-app.ts';
import type { World } from '../world.ts';

// What every chapter of the demo does with a wallet: the same requests the window makes.

export type Tell = (line: string) => void;
/** A number that must be right; what is not becomes a problem of the demo. */
export type Demand = (truth: boolean, what: string) => void;

export const PASSPHRASE = 'correct horse battery staple';
const STEP_TIMEOUT_MS = 45_000;

/** A new wallet under a passphrase. */
export const freshWallet = async (world: World, dataDirectory: string): Promise<WalletApp> => {
  const opened = await openWalletApp({ dataDirectory, world, loop: false });
  if (!opened.ok) throw new Error(sayFailure(opened.error));
  await call(opened.value, 'app.create', { protection: { type: 'passphrase', passphrase: PASSPHRASE } });
  return opened.value;
};

/** Balance and history must agree to the last unit. */
export const sumsAgree = async (app: WalletApp, demand: Demand): Promise<void> => {
  const { lines } = await call(app, 'wallet.history', {});
  const sum = lines.reduce((total, line) => total + signedUnits(line.effect), 0n);
  demand(sum === (await totalOf(app)).units, 'the history does not add up to the balance');
};

const signedUnits = (text: string): bigint => {
  const negative = text.includes(':-');
  const { units } = amount(text.replace(':-', ':'));
  return negative ? -units : units;
};

/** Runs until nothing is left to do; anything still pending after the time is an error. */
export const finish = async (app: WalletApp): Promise<void> => {
  const report = await app.runPending({ untilDone: true, timeoutMs: STEP_TIMEOUT_MS });
  if (!report.ok) throw new Error(sayFailure(report.error));
  if (report.value.pending.length > 0) throw new Error(`still pending: ${JSON.stringify(report.value.pending)}`);
};

/** Runs until the withdrawal's money is at the exchange, where it stays because there is no provider yet. */
export const waitForProvider = async (app: WalletApp): Promise<void> => {
  const report = await app.runPending({ untilDone: true, timeoutMs: STEP_TIMEOUT_MS });
  if (!report.ok) throw new Error(sayFailure(report.error));
  const { pending } = report.value;
  if (pending.length !== 1 || pending[0]?.waitingFor !== 'provider')
    throw new Error(`the withdrawal does not wait for a provider: ${JSON.stringify(pending)}`);
};

/** What the wallet holds, all exchanges together. */
export const totalOf = async (app: WalletApp): Promise<Amount> => {
  const { balances } = await call(app, 'wallet.overview', {});
  return sumAmounts(
    PLAY_CURRENCY,
    balances.map((each) => amount(each.total)),
  );
};

/** What all lines of a type did to the balance. */
export const effectOf = async (app: WalletApp, type: string): Promise<Amount> => {
  const { lines } = await call(app, 'wallet.history', {});
  const units = lines.filter((line) => line.type === type).reduce((sum, line) => sum + signedUnits(line.effect), 0n);
  return { currency: PLAY_CURRENCY, units };
};

/** The fees of all lines of a type. */
export const feesOf = async (app: WalletApp, type: string): Promise<Amount> => {
  const { lines } = await call(app, 'wallet.history', {});
  return sumAmounts(
    PLAY_CURRENCY,
    lines.filter((line) => line.type === type).map((line) => amount(line.fees)),
  );
};

/** One request; its failure ends the demo with the sentence a person would read. */
export const call = async <N extends RequestName>(
  app: WalletApp,
  name: N,
  input: RequestInput<N>,
): Promise<RequestOutput<N>> => {
  const answer = await app.handle(name, input);
  if (!answer.ok) throw new Error(`${name}: ${sayFailure(answer.error)}`);
  return answer.value;
};

/** Agrees to the terms of service of an issuer, as a person does who has read them. */
export const agreeToTerms = async (app: WalletApp, exchange: string): Promise<void> => {
  const { terms } = await call(app, 'terms.look', { exchange, language: 'en' });
  if (terms !== null) await call(app, 'terms.accept', { exchange, version: terms.version });
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, isZero } from '../../../shared/amount.ts';
import type { Result } from '../../../shared/result.ts';
import type { FailureView } from '../../../shared/view.ts';
import { memberOf } from '../../taler/bytes/json.ts';
import type { Haste, Step, Wallets } from '../context.ts';
import type { WalletFailure } from '../failure/failure.ts';
import type { Listed } from '../flows/flow.ts';
import { waitingRenewals } from '../flows/refresh/waiting.ts';
import { readBalances } from '../ledger/balance.ts';
import { flowOf } from './flows.ts';
import type { Runner } from './runner.ts';

/** On while anybody who waits has not got what they wait for. */
export const createHaste = (): Haste => {
  let waiting = 0;
  return {
    isOn: () => waiting > 0,
    during: async (work) => {
      waiting += 1;
      try {
        return await work();
      } finally {
        waiting -= 1;
      }
    },
  };
};

type Driver = Pick<Runner, 'drive' | 'silences'>;

/** Whoever waits for change gets their answer after this, with what there is by then. */
const MAKING_MS = 10_000;

/**
 * Makes change that was put off, everywhere or where it is wanted, at all those exchanges at once. One that does not answer keeps nobody
 * waiting for long; whatever does not come about in time goes on with the next run.
 */
const makeChange = (
  wallets: Wallets,
  driver: Driver,
  isWanted: (exchange: string) => boolean = () => true,
): Promise<void> =>
  wallets.haste.during(async () => {
    const exchanges = new Set([...waitingRenewals(wallets), ...plannedChange(wallets).map(({ lane }) => lane)]);
    const over = new AbortController();
    const each = [...exchanges]
      .filter((exchange) => isWanted(exchange) && !driver.silences.isSilent(exchange))
      .map((exchange) => makeChangeAt(wallets, driver, exchange, over.signal));
    try {
      await Promise.race([Promise.all(each), wallets.world.sleep(MAKING_MS, over.signal)]);
    } finally {
      over.abort('over');
    }
  });

const makeChangeAt = async (
  wallets: Wallets,
  { drive, silences }: Driver,
  exchange: string,
  over: AbortSignal,
): Promise<void> => {
  /** False when nothing comes of the next one either. */
  const goOn = async (step: Step): Promise<boolean> => {
    if (over.aborted) return false;
    const outcome = await drive(step);
    const isClosed = outcome.kind === 'failed' && outcome.failure.kind === 'not-backed-up-yet';
    return !silences.note(exchange, step, outcome) && !isClosed;
  };
  if (waitingRenewals(wallets).includes(exchange) && !(await goOn({ kind: 'renewal', id: exchange }))) return;
  for (const { id, lane } of plannedChange(wallets))
    if (lane === exchange && !(await goOn({ kind: 'refresh', id }))) return;
};

const plannedChange = (wallets: Wallets): readonly Listed[] =>
  flowOf('refresh')
    .pending(wallets)
    .filter(({ background }) => background !== true);

type Ask<A extends readonly unknown[], T> = (...asked: A) => Promise<Result<T, WalletFailure>>;

/** The same request, asked once all change is made that can be had soon. */
export const afterChange =
  <A extends readonly unknown[], T>(wallets: Wallets, driver: Driver, ask: Ask<A, T>): Ask<A, T> =>
  async (...asked) => {
    await makeChange(wallets, driver);
    return ask(...asked);
  };

/** An offer that says beside its sums why nothing can come of it. */
type Answered = { readonly why?: FailureView };

/** The same request; when all that it lacks is change that was put off, that is made, and it is asked again. */
export const orWithChange =
  <A extends readonly unknown[], T>(wallets: Wallets, driver: Driver, ask: Ask<A, T>): Ask<A, T> =>
  async (...asked) => {
    const answer = await ask(...asked);
    if (asked.some(isForProvider)) return answer;
    const why = answer.ok ? (answer.value as Answered | undefined)?.why : answer.error;
    const helpful = why === undefined ? undefined : whereChangeHelps(wallets, why);
    if (helpful === undefined || helpful.size === 0) return answer;
    await makeChange(wallets, driver, (exchange) => helpful.has(exchange));
    return ask(...asked);
  };

/** A provider is paid within its own cycle, for which the copy of the change would wait. */
const isForProvider = (asked: unknown): boolean => memberOf(asked, 'provider') !== undefined;

/** The exchanges at which it would bring about what is lacking. */
const whereChangeHelps = ({ store }: Wallets, why: WalletFailure | FailureView): ReadonlySet<string> => {
  if (why.kind !== 'insufficient-balance' && why.kind !== 'too-many-coins') return new Set();
  const waits = readBalances(store).filter(({ change = 'X:0' }) => !isZero(amount(change)));
  if (why.kind === 'too-many-coins') return new Set(waits.map(({ exchange }) => exchange));
  // A sum that is beyond all there is brings nothing about.
  const needed = amount('facts' in why ? String(why.facts.needed) : why.needed);
  const enough = waits.filter(
    ({ currency, available, change = 'X:0' }) =>
      currency === needed.currency && amount(available).units + amount(change).units >= needed.units,
  );
  return new Set(enough.map(({ exchange }) => exchange));
};

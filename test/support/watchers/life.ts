// SPDX-License-Identifier: GPL-3.0-or-later
import { realWorld, type World } from '../../../electron/world.ts';
import { amount } from '../../../shared/amount.ts';
import { mustOk } from '../../../shared/result.ts';
import { add, install, type Installation } from '../backup-rig.ts';
import { createClock } from '../clock.ts';
import { diceOf, type Dice } from '../dice.ts';
import { economyHttp, openEconomy } from '../economy.ts';

// Some weeks of a person with two places, one exchange and one shop, in one process, at a clock that is moved. Nothing is taught the
// wallet: it is driven as the window drives it, and all that is kept is what those see to whom its requests go.

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export type Level = 'prompt' | 'quiet';
/** One upload as its place sees it. */
type Upload = { readonly at: number; readonly bytes: number };
/** What was seen from the second day on; times in milliseconds. */
export type Seen = {
  readonly from: number;
  readonly until: number;
  readonly uploads: readonly [readonly Upload[], readonly Upload[]];
  /** at the shop */
  readonly payments: readonly number[];
  /** at the exchange: requests that make coins */
  readonly makings: readonly number[];
  /** what the person has at the end, and should have after all that came and went, in units; nothing here costs a fee */
  readonly money: { readonly left: bigint; readonly expected: bigint };
};
export type LifeOptions = {
  readonly seed: number;
  readonly weeks: number;
  readonly level: Level;
  /** none in an idle wallet */
  readonly paymentsAWeek: number;
  /** how long a coin lives; three years unless said otherwise. Those of one key are given out for a quarter of that */
  readonly coinDays?: number;
};

const COIN_DAYS = 3 * 365;
const coinsOf = (days: number) =>
  ['0.01', '0.05', '0.2', '1', '5', '20'].map((value) => ({
    value,
    withdrawMs: (days === COIN_DAYS ? 2 * 365 : days / 4) * DAY,
    depositMs: days * DAY,
    // A week before, as ever, would be a new key at every look at a list of keys that live for days.
    ...(days === COIN_DAYS ? {} : { renewBeforeMs: (days * DAY) / 8 }),
  }));

export const liveWatched = async (options: LifeOptions): Promise<Seen> => {
  const dice = diceOf(options.seed);
  const clock = createClock();
  const shared = { now: clock.now, sleep: clock.sleep, randomBytes: dice.bytes };
  const sandbox = await openEconomy(shared, {
    exchanges: [{ denominations: coinsOf(options.coinDays ?? COIN_DAYS) }],
    syncProviders: [{ annualFee: 'KUDOS:0' }, { annualFee: 'KUDOS:0' }],
  });
  const [exchange] = sandbox.exchanges;
  // Their ports are the system's choice; the wallet asks them in the order of their addresses.
  const [one, two] = sandbox.syncProviders.toSorted((a, b) => (a.baseUrl < b.baseUrl ? -1 : 1));
  if (!exchange || !one || !two) throw new Error('an exchange and two places were asked for');
  const [uploadsOne, uploadsTwo]: [Upload[], Upload[]] = [[], []];
  const makings: number[] = [];
  const http: World['http'] = (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    const at = clock.shows;
    if (init?.method === 'POST' && url.includes('/backups/'))
      (url.startsWith(one.baseUrl) ? uploadsOne : uploadsTwo).push({ at, bytes: sizeOf(init.body) });
    if (/\/(?:melt|batch-withdraw|withdraw)$/.test(url)) makings.push(at);
    return economyHttp(input, init);
  };
  const wallet = install({ ...realWorld(), ...shared, http }, { gated: true });
  const payments: number[] = [];
  const person = createPerson({ sandbox, exchange: exchange.baseUrl, wallet, dice, clock });
  try {
    await person.setUp([one.baseUrl, two.baseUrl], options.level);
    const from = clock.shows;
    const until = from + options.weeks * 7 * DAY;
    const planned = paymentTimes(dice, options, from);
    let bankAt: number | undefined;
    while (clock.shows < until) {
      if (planned[0] !== undefined && planned[0] <= clock.shows) {
        planned.shift();
        payments.push(clock.shows);
        await person.pay();
      }
      // Money comes at another time than it goes: a withdrawal waits for its copy, whatever the level.
      if (person.isShort() && bankAt === undefined) bankAt = clock.shows + 3 * HOUR + dice.upTo(20 * HOUR);
      if (bankAt !== undefined && bankAt <= clock.shows) {
        bankAt = undefined;
        await person.topUp(60);
      }
      await person.look();
      const next = Math.min(planned[0] ?? until, bankAt ?? until, person.nextDue(), clock.shows + HOUR, until);
      // As late as a look every two seconds is.
      clock.move(Math.max(next - clock.shows, 0) + 1 + dice.upTo(2 * SECOND));
    }
    const later = <T>(all: readonly T[], at: (each: T) => number): readonly T[] =>
      all.filter((each) => at(each) > from);
    return {
      from,
      until,
      uploads: [later(uploadsOne, ({ at }) => at), later(uploadsTwo, ({ at }) => at)],
      payments,
      makings: later(makings, (at) => at),
      money: person.money(),
    };
  } finally {
    await wallet.backup.close();
    await sandbox.close();
  }
};

const sizeOf = (body: unknown): number =>
  body instanceof Uint8Array ? body.length : body instanceof ArrayBuffer ? body.byteLength : 0;

/** By day between eight and ten in the evening, on some days more. */
const paymentTimes = (dice: Dice, { weeks, paymentsAWeek }: LifeOptions, from: number): number[] =>
  Array.from({ length: weeks * paymentsAWeek }, () => {
    const day = from - (from % DAY) + DAY * (1 + dice.upTo(weeks * 7 - 1));
    return day + 8 * HOUR + dice.upTo(14 * HOUR);
  }).sort((a, b) => a - b);

type Parts = {
  readonly sandbox: Awaited<ReturnType<typeof openEconomy>>;
  readonly exchange: string;
  readonly wallet: Installation;
  readonly dice: Dice;
  readonly clock: ReturnType<typeof createClock>;
};

const createPerson = ({ sandbox, exchange, wallet, dice, clock }: Parts) => {
  const { signal } = new AbortController();
  const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
  /** Ends when the work does; where that waits for time, and for nothing else for a while, some passes. */
  const until = async <T>(work: Promise<T>): Promise<T> => {
    let ended = false;
    const end = (): void => void (ended = true);
    work.then(end, end);
    for (let turns = 0; !ended; turns += 1) {
      await turn();
      if (turns % MANY_TURNS === MANY_TURNS - 1) clock.move(50);
    }
    return work;
  };
  const look = async (): Promise<void> => {
    await until(wallet.wallet.run({ signal }));
    await until(wallet.backup.run({ signal }));
  };
  const days = async (length: number): Promise<void> => {
    for (const end = clock.shows + length; clock.shows < end;) {
      clock.move(5 * MINUTE);
      await look();
    }
  };
  let expected = 0n;
  const topUp = async (sum: number): Promise<void> => {
    expected += BigInt(sum) * UNITS;
    const operation = await until(sandbox.bank.createWithdrawal(`KUDOS:${sum}`));
    mustOk(await until(wallet.wallet.withdrawFromBank(operation.talerUri)), 'withdrawal');
    await until(operation.confirm());
    await look();
  };
  const left = (): number => Number(wallet.wallet.balances()[0]?.total.split(':')[1] ?? 0);
  return {
    look,
    topUp,
    isShort: (): boolean => left() < 50,
    setUp: async (places: readonly string[], level: Level): Promise<void> => {
      mustOk(await until(wallet.wallet.addExchange(exchange)), 'exchange');
      for (const place of places) {
        await until(add(wallet, place));
        await days(HOUR / 2);
      }
      chooseLevel(wallet, level);
      await topUp(120);
      await days(6 * HOUR);
    },
    pay: async (): Promise<void> => {
      const sum = `KUDOS:${1 + dice.upTo(9)}.${String(dice.upTo(100)).padStart(2, '0')}`;
      const order = await until(sandbox.merchant.createOrder({ amount: sum, summary: 'groceries' }));
      const offer = mustOk(await until(wallet.wallet.preparePay(order.talerPayUri)), 'offer');
      mustOk(await until(wallet.wallet.confirmPay(offer.purchaseId, { shown: offer.total })), 'payment');
      expected -= amount(sum).units;
    },
    money: () => ({ left: amount(wallet.wallet.balances()[0]?.total ?? 'KUDOS:0').units, expected }),
    /** the next time at which something is planned */
    nextDue: (): number => {
      const { local } = wallet.store;
      const times = [
        ...local.tasks().map(({ nextAt }) => nextAt),
        ...wallet.backup.providers().map(({ nextRoundAt }) => nextRoundAt ?? Number.POSITIVE_INFINITY),
        local.markOf('change-due', exchange) ?? Number.POSITIVE_INFINITY,
      ];
      return Math.min(...times.filter((at) => at > clock.shows));
    },
  };
};

const UNITS = 100_000_000n;

/** So many turns of the event loop are longer than anything takes that is under way. */
const MANY_TURNS = 20_000;

const chooseLevel = ({ backup }: Installation, level: Level): void =>
  void mustOk(backup.setPrivacy({ level, hours: 6 }), 'level');

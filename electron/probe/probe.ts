// SPDX-License-Identifier: GPL-3.0-or-later
import { parseAmount } from '../../shared/amount.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { parseBaseUrl } from '../taler/wire/base-url.ts';
import { explainFailure } from '../wallet/failure/explain.ts';
import { isDiskFull, StorageFull, systemCode } from '../storage/system-code.ts';
import { createWallet } from '../wallet/wallet.ts';
import type { Wallet } from '../wallet/wallet.ts';
import type { World } from '../world.ts';
import { lookAtBank, lookAtTransfer } from './bank.ts';
import { tableOf, type Check, type CheckName } from './checks.ts';
import { lookAtCopies } from './copies.ts';
import { lookAtEscrow } from './escrow.ts';
import { lookAtExchange, type Met } from './exchange.ts';
import { lookAtHistories } from './histories.ts';
import { lookAtMoney } from './money.ts';
import { payOut } from './payout.ts';
import { createRecorder } from './recorder.ts';
import { foundIn, reportIn, writeReport, type Report } from './report.ts';
import { openRoom, type ProbeRoom, type RoomFailure } from './room.ts';
import { secretsOf } from './secrets.ts';
import { createSettle } from './settle.ts';
import { lookAtShop } from './shop.ts';
import type { MoneyWalk, ProbeWish, Told, Walk } from './walk.ts';

export { subjectOf, type CheckState } from './checks.ts';
export type { ProbeWish, Told } from './walk.ts';
export type { RoomFailure } from './room.ts';

export type ProbeOptions = {
  readonly world: World;
  readonly wish: ProbeWish;
  readonly folder: string;
  /** the folder is one of a probe that was begun */
  readonly goesOn: boolean;
  /** where the report goes besides */
  readonly copyTo?: string;
  readonly tell: (told: Told) => void;
  /** shows the terms of service of the exchange, and asks before any money is */
  readonly agree: Walk['agree'];
  /** in which they are asked for */
  readonly language: string;
  /** raised when its person wants it to end: what was begun can go on later */
  readonly signal: AbortSignal;
  /** waits between two looks */
  readonly nap: World['sleep'];
};

/** What a probe came to; `left`: money that stays in the throw-away wallet. */
export type Probed = {
  readonly checks: readonly Check[];
  readonly folder: string;
  readonly report: string;
  readonly left: readonly string[];
  /** the address of each service that was asked */
  readonly servers: Readonly<Record<string, string>>;
};

/** After so much of the time an answer is on the disk. */
const WRITE_EVERY_MS = 2000;

/**
 * Walks through everything a wallet does with these services, with a throw-away wallet and a small sum, and writes down each request
 * with its answer. Whatever it began it can take up again: money is the wallet's business, and the report says what was found before.
 */
export const runProbe = async (options: ProbeOptions): Promise<Result<Probed, RoomFailure>> => {
  const { folder, goesOn, tell } = options;
  const read = readWish(options.wish);
  if (!read.ok) return read;
  const wish = read.value;
  const opened = await openRoom(options.world, { folder, exchange: wish.exchange, goesOn });
  if (!opened.ok) return opened;
  const room = opened.value;
  tell({ kind: 'kept-in', folder });
  const file = options.copyTo ?? reportIn(folder);
  try {
    const { walk, wallet, write } = startWalk({ ...options, wish }, room);
    // Where it cannot be written nothing is begun.
    write();
    try {
      await walkThrough(walk, room, wallet, options);
    } finally {
      write();
    }
    const checks = walk.table();
    return ok({ checks, folder, report: file, left: leftIn(wallet), servers: walk.servers() });
  } catch (thrown) {
    // Its wallet says it in a way of its own, its report as the system does.
    if (thrown instanceof StorageFull || isDiskFull(thrown)) return err({ kind: 'disk-full', facts: {} });
    if (systemCode(thrown) === '') throw thrown;
    return err({ kind: 'unwritable-file', facts: { what: 'output', file } });
  } finally {
    room.close();
  }
};

/** What was typed wrong is refused before anything is made. */
const readWish = (wish: ProbeWish): Result<ProbeWish, RoomFailure> => {
  const exchange = parseBaseUrl(wish.exchange);
  if (!exchange.ok)
    return err(explainFailure({ kind: 'malformed-base-url', text: wish.exchange.slice(0, LONGEST_SHOWN) }));
  for (const text of [wish.amount, wish.maxFee]) {
    const sum = text === undefined ? undefined : parseAmount(text);
    if (sum?.ok === false) return err(explainFailure(sum.error));
  }
  return ok({ ...wish, exchange: exchange.value });
};

const LONGEST_SHOWN = 120;

type Started = {
  readonly walk: Walk & {
    readonly table: () => readonly Check[];
    readonly meet: (met: Met) => void;
    readonly servers: () => Report['servers'];
  };
  readonly wallet: Wallet;
  readonly write: () => void;
};

const startWalk = (
  { world, wish, folder, copyTo, tell, agree, language, signal }: ProbeOptions,
  room: ProbeRoom,
): Started => {
  const recorder = createRecorder(world, room.report.steps);
  const found = foundIn(room.report);
  let report: Report = room.report;
  for (const [name, address] of Object.entries(report.servers)) recorder.name(name, address);
  const write = (): void => {
    report = {
      ...report,
      checks: tableOf(found, wish),
      secrets: secretsOf(room.store, report.secrets),
      steps: recorder.steps(),
    };
    for (const file of [reportIn(folder), ...(copyTo === undefined ? [] : [copyTo])]) writeReport(file, report);
  };
  let writtenAt = world.now();
  recorder.onAnswer(() => {
    if (world.now() < writtenAt + WRITE_EVERY_MS) return;
    writtenAt = world.now();
    write();
  });
  const recorded: World = { ...world, http: recorder.http };
  return {
    wallet: createWallet({ world: recorded, store: room.store }),
    write,
    walk: {
      world: recorded,
      wish,
      signal,
      tell,
      agree,
      language,
      begin: recorder.begin,
      note: (check) => {
        found.set(check.said.kind, check);
        tell({ kind: 'check', check });
        write();
      },
      checkOf: (name: CheckName) => found.get(name),
      nameServer: (name, baseUrl) => {
        recorder.name(name, baseUrl);
        report = { ...report, servers: { ...report.servers, [name]: baseUrl } };
      },
      keepSecrets: (more) => {
        report = { ...report, secrets: { ...report.secrets, ...more } };
        write();
      },
      secrets: () => report.secrets,
      table: () => tableOf(found, wish),
      servers: () => report.servers,
      meet: ({ keys }) => {
        report = { ...report, currency: keys.currency, master_public_key: keys.masterPub };
      },
    },
  };
};

const walkThrough = async (
  walk: Started['walk'],
  room: ProbeRoom,
  wallet: Wallet,
  { nap }: ProbeOptions,
): Promise<void> => {
  const met = await lookAtExchange(walk, wallet);
  // What others offer can be looked at without money, too.
  if (met) walk.meet(met);
  const money: MoneyWalk | undefined = met && {
    ...walk,
    ...met,
    store: room.store,
    wallet,
    ...createSettle(wallet, { world: walk.world, nap, signal: walk.signal }),
  };
  await lookAtBank(walk);
  const rest: readonly (() => Promise<void>)[] = [
    async () => {
      if (!money) return;
      await lookAtMoney(money);
      lookAtTransfer(money);
    },
    () => lookAtShop(walk, money),
    () => lookAtCopies(walk, money),
    () => lookAtEscrow(walk, money),
    async () => money && lookAtHistories(money),
    async () => money && payOut(money),
  ];
  // Whoever stops it wants nothing more to be begun.
  for (const each of rest) if (!walk.signal.aborted) await each();
};

const leftIn = (wallet: Wallet): readonly string[] =>
  wallet.balances().flatMap(({ total }) => (total.endsWith(':0') ? [] : [total]));

// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, type Amount } from '../../../shared/amount.ts';
import { eddsaPublicKey } from '../../taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import type { SandboxBank } from '../bank.ts';
import { createBell } from '../bell.ts';
import type { SandboxWorld } from '../clock.ts';
import type { FaultList } from '../faults.ts';
import type { Books } from '../image.ts';
import { errorReply } from '../reply.ts';
import { CORS, startServer, type Handler, type Routes, type RunningServer } from '../server.ts';
import { rememberingSigner } from '../signer.ts';
import { openStore, portOf, type Store } from '../store.ts';
import { csrRoutes } from './csr.ts';
import { historyRoutes } from './history.ts';
import { runJobs } from './jobs.ts';
import { forgetAnswers, kycRoutes, linkAccount, passAccount } from './kyc.ts';
import { accountHash } from './legitimization.ts';
import { linkRoutes } from './link.ts';
import { meltRoutes } from './melt.ts';
import { purseCreateRoutes } from './purse-create.ts';
import { purseDepositRoutes } from './purse-deposit.ts';
import { purseMergeRoutes } from './purse-merge.ts';
import { purseStatusRoutes } from './purse-status.ts';
import { recoupRoutes } from './recoup.ts';
import { refundRoutes } from './refund.ts';
import { reserveOpenRoutes } from './reserve-open.ts';
import { reservePurseRoutes } from './reserve-purse.ts';
import { revealRoutes } from './reveal.ts';
import { trackingRoutes } from './tracking.ts';
import { PLAY_DENOMINATIONS, type DenominationSpec } from './denomination-specs.ts';
import { openDenominations, type DenominationBook } from './denominations.ts';
import { depositRoutes } from './deposit.ts';
import { discoveryRoutes } from './discovery.ts';
import { creditReserve, findReserve, reserveRoutes } from './reserves.ts';
import {
  EXCHANGE_SCHEMA,
  readGeneration,
  USUAL_GENERATION,
  type ExchangeAccountSpec,
  type ExchangeFees,
  type ExchangeRoom,
  type Generation,
  type LimitSpec,
} from './room.ts';
import { openSigningKeys } from './signkeys.ts';
import { PLAY_TERMS, type SandboxTerms } from './terms.ts';
import { currencySpecification } from '../specification.ts';
import { refreshRoutesV32 } from './v32/melt.ts';
import { withdrawRoutesV32 } from './v32/withdraw.ts';
import { withdrawRoutes } from './withdraw.ts';

export type ExchangeOptions = {
  /** left out: what its file says it spoke, else that of today */
  readonly generation?: Generation;
  readonly currency: string;
  readonly world: SandboxWorld;
  readonly file: string;
  readonly bank: SandboxBank;
  /** name of the exchange's account at the bank */
  readonly account: string;
  readonly port?: number;
  readonly prefix?: string;
  readonly latencyMs?: number;
  readonly denominations?: readonly DenominationSpec[];
  readonly rsaBits?: number;
  readonly newRsaKey?: () => Uint8Array;
  readonly fees?: Partial<ExchangeFees>;
  readonly limits?: readonly LimitSpec[];
  /** those of play money unless said otherwise */
  readonly terms?: SandboxTerms | 'none';
  readonly specification?: unknown;
  readonly accounts?: readonly ExchangeAccountSpec[];
};

export type SandboxExchange = {
  readonly baseUrl: string;
  readonly generation: Generation;
  readonly currency: string;
  readonly masterPub: string;
  readonly faults: FaultList;
  readonly http: RunningServer['http'];
  readonly accountPayto: string;
  readonly denominations: DenominationBook;
  readonly books: Books;
  /** what its database answers, the first column of each row */
  readonly ask: (sql: string, ...values: readonly string[]) => readonly unknown[];
  /** from now on it serves these */
  readonly setTerms: (next: SandboxTerms | 'none') => void;
  /** what a reserve holds, or undefined when it does not exist */
  readonly reserveBalance: (reservePub: string) => string | undefined;
  /** Lists a denomination in `recoup` and refuses its coins from now on. */
  readonly revokeDenomination: (hash: string) => void;
  /** what the people behind accounts do, as the exchange sees it */
  readonly kyc: {
    /** Answers what was asked of an account; of all of them without one. */
    readonly answer: (payto?: string) => void;
    /** Everybody is asked again. */
    readonly forget: () => void;
    /** A transfer from that account with the subject `KYC:PUB`. */
    readonly authTransfer: (payto: string, accountPub: string) => void;
  };
  readonly close: () => Promise<void>;
};

const DEFAULT_RSA_BITS = 2048;
export const JOB_INTERVAL_MS = 250;

/** Starts an exchange that banks at the given bank; keys and data stay in `file`. */
export const startExchange = async (options: ExchangeOptions): Promise<SandboxExchange> => {
  const { world, bank } = options;
  const store = openStore(options.file, EXCHANGE_SCHEMA);
  const generation = keptGeneration(store, options.generation);
  const terms = { now: options.terms ?? PLAY_TERMS };
  const room = await openRoom({ ...options, generation }, store, {
    baseUrl: () => server.baseUrl,
    terms: () => terms.now,
  });
  const server = await startServer({
    world,
    port: portOf(store, options),
    ...(options.prefix === undefined ? {} : { prefix: options.prefix }),
    ...(options.latencyMs === undefined ? {} : { latencyMs: options.latencyMs }),
    headers: CORS,
    routes: afterJobs(room, routesOf(room)),
    unknownPath: (request) => errorReply(404, 21, { detail: request.path }),
    wrongMethod: (request, allowed) => {
      const reply = errorReply(405, 20, { detail: request.method });
      return { ...reply, headers: { ...reply.headers, allow: allowed.join(', ') } };
    },
  });
  store.keep('port', String(server.port));
  bank.register({ account: options.account, baseUrl: server.baseUrl, credit: (credit) => creditReserve(room, credit) });
  const jobs = startJobs(room);
  return {
    baseUrl: server.baseUrl,
    generation,
    currency: room.currency,
    masterPub: bytesToCrock(room.masterPub),
    faults: server.faults,
    http: server.http,
    accountPayto: room.accountPayto(),
    denominations: room.denominations,
    ask: store.column,
    books: {
      image: store.image,
      restore: (image) => {
        store.restore(image);
        room.denominations.reload();
      },
    },
    setTerms: (next) => void (terms.now = next),
    reserveBalance: (reservePub) => findReserve(room, reservePub)?.balance,
    kyc: {
      answer: (payto) => passAccount(room, payto === undefined ? undefined : accountHash(room, payto)),
      forget: () => forgetAnswers(room),
      authTransfer: (payto, accountPub) => linkAccount(room, payto, accountPub),
    },
    revokeDenomination: (hash) => room.denominations.revoke(hash),
    close: async () => {
      await jobs.stop();
      await server.close();
      store.close();
    },
  };
};

/** What an exchange speaks from now on; one whose data said nothing was begun when v23 was the usual. */
const keptGeneration = (store: Store, wanted: Generation | undefined): Generation => {
  const kept = store.setting('generation') ?? (store.setting('master') === undefined ? undefined : 'v23');
  const generation = wanted ?? (kept === undefined ? USUAL_GENERATION : readGeneration(kept));
  store.keep('generation', generation);
  return generation;
};

const openRoom = async (
  options: ExchangeOptions & { readonly generation: Generation },
  store: ExchangeRoom['store'],
  { baseUrl, terms }: { readonly baseUrl: () => string; readonly terms: () => SandboxTerms | 'none' },
): Promise<ExchangeRoom> => {
  const { world, currency, bank } = options;
  if (store.setting('master') === undefined) store.keep('master', bytesToCrock(world.randomBytes(32)));
  const masterSeed = crockToBytes(store.setting('master') ?? '', 32);
  return {
    generation: GENERATION_BELOW[options.generation],
    v14: options.generation === 'v14',
    v32: options.generation === 'v32',
    currency,
    world,
    store,
    fees: { ...defaultFees(currency), ...options.fees },
    limits: options.limits ?? [],
    accounts: options.accounts,
    specification: options.specification ?? currencySpecification(options.currency),
    get terms() {
      const now = terms();
      return now === 'none' ? undefined : now;
    },
    masterSign: rememberingSigner(masterSeed),
    masterPub: eddsaPublicKey(masterSeed),
    denominations: await openDenominations({
      store,
      world,
      currency,
      specs: options.denominations ?? PLAY_DENOMINATIONS,
      rsaBits: options.rsaBits ?? DEFAULT_RSA_BITS,
      ...(options.newRsaKey === undefined ? {} : { newRsaKey: options.newRsaKey }),
    }),
    signkeys: openSigningKeys(store, world),
    bell: createBell(world),
    baseUrl,
    accountPayto: () => bank.accountPayto(options.account),
    payOut: (toPayto, amountText, subject) => bank.payOut(options.account, toPayto, amountText, subject),
  };
};

const GENERATION_BELOW = { v14: 'v17', v17: 'v17', v23: 'v23', v32: 'v23' } as const;

/** What v32 does in another way, or not at all. */
const coinRoutes = (room: ExchangeRoom): Routes =>
  room.v32
    ? { ...withdrawRoutesV32(room), ...refreshRoutesV32(room) }
    : {
        ...withdrawRoutes(room),
        ...csrRoutes(room),
        ...meltRoutes(room),
        ...revealRoutes(room),
        ...linkRoutes(room),
        ...recoupRoutes(room),
      };

const routesOf = (room: ExchangeRoom): Routes => ({
  ...discoveryRoutes(room),
  ...reserveRoutes(room),
  ...coinRoutes(room),
  ...depositRoutes(room),
  ...trackingRoutes(room),
  ...refundRoutes(room),
  ...(room.v14 ? {} : historyRoutes(room)),
  ...purseCreateRoutes(room),
  ...purseMergeRoutes(room),
  ...purseDepositRoutes(room),
  ...purseStatusRoutes(room),
  ...reservePurseRoutes(room),
  ...reserveOpenRoutes(room),
  ...kycRoutes(room),
  ...unknownOperations,
});

/** Long polls wait for what the jobs do, so they run by themselves as well. */
const startJobs = (room: ExchangeRoom): { readonly stop: () => Promise<void> } => {
  const closing = new AbortController();
  const work = async (): Promise<void> => {
    while (!closing.signal.aborted) {
      await room.world.sleep(JOB_INTERVAL_MS, closing.signal);
      if (!closing.signal.aborted) runJobs(room);
    }
  };
  const working = work();
  return {
    stop: async () => {
      closing.abort('closing');
      await working;
    },
  };
};

const defaultFees = (currency: string): ExchangeFees => {
  const sum = (text: string): Amount => amount(`${currency}:${text}`);
  return {
    wireFee: sum('0.01'),
    closingFee: sum('0.01'),
    historyFee: sum('0.01'),
    accountFee: sum('0.01'),
    purseFee: sum('0'),
    purseAccountLimit: 5,
    purseTimeoutMs: 3600 * 1000,
  };
};

/** Nobody may see a state that the jobs of a real exchange would have ended by now. */
const afterJobs = (room: ExchangeRoom, routes: Routes): Routes =>
  Object.fromEntries(
    Object.entries(routes).map(([name, handle]): [string, Handler] => [
      name,
      (request) => {
        runJobs(room);
        return handle(request);
      },
    ]),
  );

const unknownOperation: Handler = ({ args }) => errorReply(404, 1001, { detail: args[1] ?? '' });

/** PROTOCOL.md#http: below a key, an unknown operation is 404/1001 whatever the method. */
const unknownOperations: Routes = Object.fromEntries(
  ['reserves', 'coins', 'purses'].flatMap((thing) =>
    ['GET', 'POST', 'DELETE', 'PUT', 'PATCH'].map((method) => [`${method} /${thing}/:pub/*`, unknownOperation]),
  ),
);

// SPDX-License-Identifier: GPL-3.0-or-later
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startAnastasis, type SandboxAnastasis } from './anastasis/anastasis.ts';
import type { AnastasisForm } from './anastasis/room.ts';
import { startBank, type BankOptions, type SandboxBank } from './bank.ts';
import type { SandboxWorld } from './clock.ts';
import type { DenominationSpec } from './exchange/denomination-specs.ts';
import { refused } from './direct.ts';
import { startExchange, type SandboxExchange } from './exchange/exchange.ts';
import type { ExchangeAccountSpec, ExchangeFees, Generation, LimitSpec } from './exchange/room.ts';
import type { Books } from './image.ts';
import type { SandboxTerms } from './exchange/terms.ts';
import type { World } from '../world.ts';
import { startMerchant, type SandboxMerchant } from './merchant/merchant.ts';
import type { RunningServer } from './server.ts';
import { startSync, type SandboxSync } from './sync/sync.ts';

export type SandboxOptions = SandboxWorld & {
  readonly bank?: Pick<BankOptions, 'integration'>;
  /** where data, keys and ports stay from one start to the next; left out: everything in memory, nothing stays */
  readonly directory?: string;
  /** KUDOS unless said otherwise */
  readonly currency?: string;
  /** one of today's generation unless said otherwise, or as it was where there is data */
  readonly exchanges?: readonly ExchangeChoice[];
  /** one free and one paid provider unless said otherwise */
  readonly syncProviders?: readonly SyncChoice[];
  /** none unless said otherwise */
  readonly anastasisProviders?: readonly AnastasisChoice[];
  /** exchanges of other economies whose money the shop takes too */
  readonly shopTakesToo?: readonly SandboxExchange[];
  /** 2048; 1024 makes tests quick */
  readonly rsaBits?: number;
  /** gives the exchanges' RSA keys (PKCS #8, one for each call) instead of making them */
  readonly newRsaKey?: () => Uint8Array;
  /** exchanges that do not say otherwise have no terms of service */
  readonly withoutTerms?: boolean;
  /** added to every answer of every server */
  readonly latencyMs?: number;
};

export type ExchangeChoice = {
  readonly generation?: Generation;
  readonly denominations?: readonly DenominationSpec[];
  readonly fees?: Partial<ExchangeFees>;
  /** what may be done without saying who one is, and what not at all */
  readonly limits?: readonly LimitSpec[];
  /** its terms of service; those of play money unless said otherwise */
  readonly terms?: SandboxTerms | 'none';
  /** what it says of how its currency is written, whatever that is */
  readonly specification?: unknown;
  /** the accounts it publishes in place of its own */
  readonly accounts?: readonly ExchangeAccountSpec[];
  /** its clock runs this much ahead of (or, negative, behind) everybody else's */
  readonly clockOffsetMs?: number;
  /** serves under a path such as '/exchange/' */
  readonly prefix?: string;
  readonly port?: number;
};

export type SyncChoice = {
  readonly name?: string;
  readonly annualFee?: string;
  readonly storageLimitMegabytes?: number;
  readonly liabilityLimit?: string;
  /** the page of its orders, as its operator may set it; the same one for all */
  readonly fulfillmentUrl?: string;
  /** how long an order of it can be paid; a day when left out */
  readonly orderLifeMs?: number;
  readonly prefix?: string;
  readonly port?: number;
};

export type AnastasisChoice = {
  readonly name?: string;
  /** 2022 unless said otherwise */
  readonly form?: AnastasisForm;
  /** what one use costs; question, totp and file for nothing unless said otherwise */
  readonly methods?: Readonly<Record<string, string>>;
  readonly annualFee?: string;
  readonly truthUploadFee?: string;
  readonly storageLimitMegabytes?: number;
  readonly uploadsPerPayment?: number;
  readonly salt?: string;
  readonly prefix?: string;
  readonly port?: number;
};

type Server = Pick<RunningServer, 'baseUrl' | 'faults' | 'http' | 'close'> & { readonly books: Books };

export type Sandbox = {
  readonly currency: string;
  readonly bank: SandboxBank;
  readonly exchanges: readonly SandboxExchange[];
  readonly merchant: SandboxMerchant;
  readonly syncProviders: readonly SandboxSync[];
  readonly anastasisProviders: readonly SandboxAnastasis[];
  readonly urls: readonly { readonly what: string; readonly url: string }[];
  /** Asks any of these servers without a socket; nobody else can be reached by it. */
  readonly http: World['http'];
  /** What all of its servers have written down; planned faults and prices are not in it. */
  readonly image: () => readonly Uint8Array[];
  /** Puts an image of this very sandbox back; only when its data is in memory. */
  readonly restore: (image: readonly Uint8Array[]) => void;
  /** Throws when a fault planned on any server never happened. */
  readonly assertAllFaultsHappened: () => void;
  readonly close: () => Promise<void>;
};

/** Starts a whole economy on this machine: bank, exchanges, shop and backup providers, with real cryptography and play money. */
export const startSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const { currency = 'KUDOS', directory } = options;
  if (directory !== undefined) mkdirSync(directory, { recursive: true });
  const file = (name: string): string => (directory === undefined ? ':memory:' : join(directory, `${name}.sqlite`));
  const world: SandboxWorld = { now: options.now, sleep: options.sleep, randomBytes: options.randomBytes };
  const common = { currency, world, ...(options.latencyMs === undefined ? {} : { latencyMs: options.latencyMs }) };

  // what runs already must not outlive a start that fails, for example because a port is taken
  const running: Server[] = [];
  const keep = <T extends Server>(server: T): T => {
    running.push(server);
    return server;
  };
  const closeAll = async (): Promise<void> => {
    for (const server of running.toReversed()) await server.close();
  };
  const startAll = async () => {
    const bank = keep(await startBank({ ...common, ...options.bank, file: file('bank') }));
    const exchanges: SandboxExchange[] = [];
    for (const [at, choice] of (options.exchanges ?? [{}]).entries()) {
      const { clockOffsetMs = 0, ...rest } = choice;
      const account = at === 0 ? 'Exchange' : `Exchange${at + 1}`;
      const terms = options.withoutTerms === true ? { terms: 'none' as const } : {};
      const own = { ...common, ...terms, ...rest, world: { ...world, now: () => world.now() + clockOffsetMs } };
      const keys = {
        ...(options.rsaBits === undefined ? {} : { rsaBits: options.rsaBits }),
        ...(options.newRsaKey === undefined ? {} : { newRsaKey: options.newRsaKey }),
      };
      exchanges.push(keep(await startExchange({ ...own, ...keys, bank, account, file: file(`exchange-${at + 1}`) })));
    }
    const taken = [...exchanges, ...(options.shopTakesToo ?? [])];
    const merchant = keep(await startMerchant({ ...common, exchanges: taken, bank, file: file('merchant') }));
    const syncProviders: SandboxSync[] = [];
    for (const [at, choice] of (options.syncProviders ?? defaultProviders(currency)).entries()) {
      const { name = `Provider ${at + 1}`, annualFee = `${currency}:0`, ...rest } = choice;
      syncProviders.push(
        keep(await startSync({ ...common, ...rest, name, annualFee, merchant, file: file(`sync-${at + 1}`) })),
      );
    }
    const anastasisProviders: SandboxAnastasis[] = [];
    for (const [at, choice] of (options.anastasisProviders ?? []).entries()) {
      const own = { ...common, ...usualEscrow(currency, at), ...choice, merchant };
      anastasisProviders.push(keep(await startAnastasis({ ...own, file: file(`anastasis-${at + 1}`) })));
    }
    return { bank, exchanges, merchant, syncProviders, anastasisProviders };
  };
  const started = await startAll().catch(async (error: unknown) => {
    await closeAll();
    throw error;
  });
  return {
    currency,
    ...started,
    urls: urlsOf(started),
    http: (input, init) => {
      const { origin } = new URL(input instanceof Request ? input.url : input);
      const server = running.find(({ baseUrl }) => new URL(baseUrl).origin === origin);
      return server ? server.http(input, init) : Promise.reject(refused());
    },
    image: () => running.map(({ books }) => books.image()),
    restore: (image) => {
      for (const [at, { books }] of running.entries()) books.restore(image[at] ?? new Uint8Array(0));
    },
    assertAllFaultsHappened: () => {
      for (const server of running) server.faults.assertAllHappened();
    },
    close: closeAll,
  };
};

const urlsOf = ({
  bank,
  exchanges,
  merchant,
  syncProviders,
  anastasisProviders,
}: Pick<Sandbox, 'bank' | 'exchanges' | 'merchant' | 'syncProviders' | 'anastasisProviders'>): Sandbox['urls'] => [
  { what: 'bank', url: bank.baseUrl },
  ...exchanges.map((each) => ({ what: `exchange ${each.generation}`, url: each.baseUrl })),
  { what: 'shop', url: merchant.baseUrl },
  ...syncProviders.map((each) => ({ what: `backup provider, ${each.annualFee} a year`, url: each.baseUrl })),
  ...anastasisProviders.map((each) => ({ what: `escrow ${each.form}, ${each.annualFee} a year`, url: each.baseUrl })),
];

const usualEscrow = (currency: string, at: number) => {
  const free = `${currency}:0`;
  return {
    name: `Escrow ${at + 1}`,
    form: '2022',
    annualFee: free,
    truthUploadFee: free,
    methods: { question: free, totp: free, file: free },
  } as const;
};

const defaultProviders = (currency: string): readonly SyncChoice[] => [
  { name: 'Free play provider', annualFee: `${currency}:0` },
  { name: 'Paid play provider', annualFee: `${currency}:0.1` },
];

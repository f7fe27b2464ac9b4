// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach } from 'vitest';
import { unpackBlob } from '../../electron/backup/copies/pack.ts';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import { inlineSealer } from '../../electron/backup/copies/sealer.ts';
import { summarize } from '../../electron/backup/copies/risk.ts';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import type { SandboxSync } from '../../electron/sandbox/sync/sync.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { mustOk } from '../../shared/result.ts';
import { install, startEconomy, testWorld, type Installation, type HastyWorld } from '../support/backup-rig.ts';

// Planchets first: at the moment a request that makes coins leaves the wallet, the seed of those coins is looked for in
// what the providers really hold then.

export const FREE = 0;
export const PAID = 1;
export const DEAR = 2;
export const OTHER = 3;

/** A request that makes coins, the seeds that may be behind it, and the blobs the providers held when it left. */
type Sighting = { readonly seeds: readonly string[]; readonly held: readonly Uint8Array[] };
export type Watched = Installation & {
  readonly sightings: readonly Sighting[];
  readonly requests: readonly string[];
  /** those of `requests` that wait for their answer */
  readonly unanswered: ReadonlySet<string>;
};

export const coins = ({ store }: Installation): number => store.coins({}).length;
export const makesCoins = (requests: readonly string[]): boolean =>
  requests.some((each) => /\/batch-withdraw|\/withdraw$|\/melt$/.test(each));
export const batchesOf = ({ store }: Installation) =>
  store.entries('withdrawal').flatMap(({ value }) => Object.values(value.batches));

const sentSeeds = ({ store }: Installation): readonly string[] => [
  ...store
    .entries('withdrawal')
    .flatMap(({ value }) =>
      Object.entries(value.batches).flatMap(([id, { status, bootstrap }]) =>
        status === 'sent' && bootstrap !== true ? [id] : [],
      ),
    ),
  ...store.entries('refresh').flatMap(({ id, value }) => (value.status === 'planned' ? [id] : [])),
];

type Providers = readonly [SandboxSync, SandboxSync, SandboxSync, SandboxSync];
type GateLab = {
  readonly base: HastyWorld;
  readonly sandbox: Sandbox;
  readonly exchange: SandboxExchange;
  /** two free ones, and two that cost */
  readonly providers: Providers;
  readonly url: (at: 0 | 1 | 2 | 3) => string;
  readonly watched: () => Watched;
  /** runs until nothing is left to do or the time is over, which passes as fast as the wallet works */
  readonly run: (one: Installation, timeoutMs?: number) => ReturnType<Installation['wallet']['run']>;
  readonly copiesBefore: (one: Watched) => Promise<readonly number[]>;
  /** announces a withdrawal and sends the money; gives the reserve */
  readonly begin: (one: Installation, amount: string, withoutBackup?: boolean) => Promise<string>;
};

/** An economy whose four providers can be looked into, closed when the file's tests are over; after each, every planned fault must have happened. */
export const gateLab = async (): Promise<GateLab> => {
  const base = testWorld();
  const sandbox = await startEconomy(base, [
    { annualFee: 'KUDOS:0' },
    { annualFee: 'KUDOS:0.1' },
    { annualFee: 'KUDOS:0.07' },
    { annualFee: 'KUDOS:0' },
  ]);
  const [exchange] = sandbox.exchanges;
  const [free, paid, dear, other] = sandbox.syncProviders;
  if (!exchange || !free || !paid || !dear || !other) throw new Error('four providers were asked for');
  const providers: Providers = [free, paid, dear, other];
  afterAll(() => sandbox.close());
  afterEach(() => {
    sandbox.assertAllFaultsHappened();
    for (const each of [exchange, ...providers]) each.faults.clear();
  });

  /** An installation whose requests are looked at as they leave it; a withdrawal for the fees alone counts apart. */
  const watched = (): Watched => {
    const sightings: Sighting[] = [];
    const requests: string[] = [];
    const unanswered = new Set<string>();
    const world = {
      ...base,
      http: (input: string | URL | Request, init?: RequestInit) => {
        const what = `${init?.method ?? 'GET'} ${String(input)}`;
        requests.push(what);
        if (/\/batch-withdraw|\/withdraw$|\/melt$/.test(what))
          sightings.push({ seeds: sentSeeds(made), held: blobs(made) });
        unanswered.add(what);
        return base.http(input, init).finally(() => unanswered.delete(what));
      },
    };
    const made: Installation = install(world, { gated: true });
    return { ...made, sightings, requests, unanswered };
  };

  const blobs = ({ store }: Installation): readonly Uint8Array[] => {
    const root = store.local.rootSecret();
    if (!root) return [];
    return providers.flatMap((each) => {
      const bytes = each.account(bytesToCrock(accountKeys(root, each.baseUrl).publicKey))?.bytes;
      return bytes ? [new Uint8Array(bytes)] : [];
    });
  };

  /** For every coin-making request, at how many providers each of its seeds was stored when it left. */
  const copiesBefore = async ({ store, sightings }: Watched): Promise<readonly number[]> => {
    const root = store.local.rootSecret();
    if (!root) return sightings.map(() => 0);
    const counts: number[] = [];
    for (const { seeds, held } of sightings) {
      const contents: (readonly string[])[] = [];
      for (const bytes of held) {
        for (const each of providers) {
          const opened = await unpackBlob(inlineSealer(), accountKeys(root, each.baseUrl), bytes);
          if (opened.ok) contents.push(summarize(opened.value.entries));
        }
      }
      for (const seed of seeds) counts.push(contents.filter((content) => content.includes(seed)).length);
    }
    return counts;
  };

  const begin = async ({ wallet }: Installation, amount: string, withoutBackup = false): Promise<string> => {
    mustOk(await wallet.addExchange(exchange.baseUrl), 'exchange');
    const { payto, reservePub } = mustOk(
      await wallet.withdrawManual({ exchange: exchange.baseUrl, amount, withoutBackup }),
      'withdrawal',
    );
    mustOk(sandbox.bank.transferToReserve(payto), 'transfer');
    return reservePub;
  };

  return {
    base,
    sandbox,
    exchange,
    providers,
    url: (at) => providers[at].baseUrl,
    watched,
    run: ({ wallet }, timeoutMs = 20_000) => base.hurry(wallet.run({ untilDone: true, timeoutMs })),
    copiesBefore,
    begin,
  };
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { unpackBlob } from '../../electron/backup/pack.ts';
import { accountKeys } from '../../electron/backup/root-secret.ts';
import { inlineSealer } from '../../electron/backup/sealer.ts';
import { summarize } from '../../electron/backup/risk.ts';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import type { SandboxSync } from '../../electron/sandbox/sync/sync.ts';
import { bytesToCrock } from '../../electron/taler/encodings.ts';
import { mustOk } from '../../shared/result.ts';
import {
  add,
  install,
  recoveryText,
  startEconomy,
  testWorld,
  total,
  type Installation,
} from '../support/backup-rig.ts';

// Planchets first: at the moment a request that makes coins leaves the wallet, the seed of those coins is looked for in
// what the providers really hold then.

const base = testWorld();
let sandbox: Sandbox;
let exchange: SandboxExchange;
let providers: readonly [SandboxSync, SandboxSync, SandboxSync, SandboxSync];

beforeAll(async () => {
  sandbox = await startEconomy(base, [
    { annualFee: 'KUDOS:0' },
    { annualFee: 'KUDOS:0.1' },
    { annualFee: 'KUDOS:0.07' },
    { annualFee: 'KUDOS:0' },
  ]);
  const [first] = sandbox.exchanges;
  const [free, paid, dear, other] = sandbox.syncProviders;
  if (!first || !free || !paid || !dear || !other) throw new Error('four providers were asked for');
  exchange = first;
  providers = [free, paid, dear, other];
});
afterAll(() => sandbox.close());
afterEach(() => {
  sandbox.assertAllFaultsHappened();
  for (const each of [exchange, ...providers]) each.faults.clear();
});

const FREE = 0;
const PAID = 1;
const DEAR = 2;
const OTHER = 3;
const url = (at: 0 | 1 | 2 | 3): string => providers[at].baseUrl;

/** A request that makes coins, the seeds that may be behind it, and the blobs the providers held when it left. */
type Sighting = { readonly seeds: readonly string[]; readonly held: readonly Uint8Array[] };
type Watched = Installation & { readonly sightings: readonly Sighting[]; readonly requests: readonly string[] };

/** An installation whose requests are looked at as they leave it; a withdrawal for the fees alone counts apart. */
const watched = (): Watched => {
  const sightings: Sighting[] = [];
  const requests: string[] = [];
  const world = {
    ...base,
    http: (input: string | URL | Request, init?: RequestInit) => {
      const what = `${init?.method ?? 'GET'} ${String(input)}`;
      requests.push(what);
      if (/\/batch-withdraw|\/withdraw$|\/melt$/.test(what))
        sightings.push({ seeds: sentSeeds(made), held: blobs(made) });
      return base.http(input, init);
    },
  };
  const made: Installation = install(world, { gated: true });
  return { ...made, sightings, requests };
};

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
const run = ({ wallet }: Installation, timeoutMs = 20_000) => wallet.run({ untilDone: true, timeoutMs });
const coins = ({ store }: Installation): number => store.coins({}).length;
const makesCoins = (requests: readonly string[]): boolean =>
  requests.some((each) => /\/batch-withdraw|\/withdraw$|\/melt$/.test(each));
const batchesOf = ({ store }: Installation) =>
  store.entries('withdrawal').flatMap(({ value }) => Object.values(value.batches));

describe('first use', () => {
  it('without a provider the money stays in the reserve, the wallet says so and asks for one; run does not wait in vain', async () => {
    const mine = watched();
    const reserve = await begin(mine, 'KUDOS:6');
    const report = await run(mine, 60_000);
    expect(report).toMatchObject({ timedOut: false, needsPerson: true });
    expect(report.pending).toMatchObject([
      {
        type: 'withdrawal',
        waitingFor: 'provider',
        note: expect.stringMatching(/no backup provider yet.*stays in the reserve/),
      },
    ]);
    expect(makesCoins(mine.requests)).toBe(false);
    expect([coins(mine), exchange.reserveBalance(reserve)]).toEqual([0, 'KUDOS:6']);
    expect(mine.backup.status()).toMatchObject({
      level: 'unprotected',
      sentence:
        'No backup is set up: if this disk dies now, KUDOS:6 is lost. What is being withdrawn stays at the exchange until you add a provider.',
    });
    // The balance shows the money that is on its way.
    expect(mine.wallet.balances()).toMatchObject([{ available: 'KUDOS:0', incoming: total(mine) }]);
  });

  it('a free provider needs no coins: it is added, holds the planchets, and the withdrawal completes', async () => {
    const mine = watched();
    await begin(mine, 'KUDOS:6');
    await run(mine);
    expect(await add(mine, url(FREE))).toBe('stored');
    expect((await run(mine)).pending).toEqual([]);
    expect(coins(mine)).toBeGreaterThan(0);
    expect(batchesOf(mine).map(({ status, bootstrap }) => [status, bootstrap])).toEqual([['done', undefined]]);
    expect(await copiesBefore(mine)).toEqual([1]);
    expect(mine.backup.status().atRisk).toEqual([]);
  });

  it('a provider with a fee: exactly what it costs is withdrawn and paid, the rest only after its planchets are stored', async () => {
    const mine = watched();
    const reserve = await begin(mine, 'KUDOS:6');
    await run(mine);
    expect(await add(mine, url(PAID), 'KUDOS:0.1')).toBe('stored');
    expect((await run(mine)).pending).toEqual([]);
    const batches = batchesOf(mine);
    expect(batches.map(({ status, bootstrap }) => `${status}${bootstrap ? ', for the fee' : ''}`).sort()).toEqual([
      'done',
      'done, for the fee',
      'failed',
    ]);
    const fee = batches.find(({ bootstrap }) => bootstrap);
    expect(fee?.selection.map(({ n, v }) => `${n} × ${v}`).sort()).toEqual(['1 × KUDOS:0.02', '1 × KUDOS:0.08']);
    expect(mine.wallet.history().filter(({ type }) => type === 'provider-fee')).toMatchObject([
      { amount: 'KUDOS:0.1', state: 'done' },
    ]);
    expect((await copiesBefore(mine)).every((copies) => copies === 1)).toBe(true);
    expect(mine.sightings.map(({ seeds }) => seeds.length)).toEqual([0, 1]);
    expect(exchange.reserveBalance(reserve)).toBe('KUDOS:0');
    expect(mine.backup.status().atRisk).toEqual([]);
  });

  it('two providers with fees and a quorum of two: both are paid before the rest is withdrawn', async () => {
    const mine = watched();
    mine.backup.setQuorum(2);
    await begin(mine, 'KUDOS:6');
    expect(await add(mine, url(PAID), 'KUDOS:0.1')).toBe('stored');
    expect(coins(mine)).toBeLessThan(5);
    expect(await add(mine, url(DEAR), 'KUDOS:0.07')).toBe('stored');
    expect((await run(mine)).pending).toEqual([]);
    expect(mine.wallet.history().filter(({ type, state }) => type === 'provider-fee' && state === 'done')).toHaveLength(
      2,
    );
    expect((await copiesBefore(mine)).length).toBeGreaterThan(0);
    expect(Math.min(...(await copiesBefore(mine)))).toBe(2);
  });

  it('fees that the money cannot pay: nothing is withdrawn, and the sentence says why', async () => {
    const mine = watched();
    await begin(mine, 'KUDOS:0.08');
    expect(await add(mine, url(PAID), 'KUDOS:0.1')).toBe('payment-required');
    await run(mine, 1_500);
    expect(mine.wallet.pending()).toMatchObject([
      { waitingFor: 'provider', note: expect.stringMatching(/ask KUDOS:0\.1, more than is there/) },
    ]);
    expect(makesCoins(mine.requests)).toBe(false);
  });
});

describe('ever after', () => {
  it('nothing that makes coins leaves before its seed is stored: withdrawals, change of payments, renewals', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    await begin(mine, 'KUDOS:9');
    expect((await run(mine)).pending).toEqual([]);
    const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:1.23', summary: 'tea' });
    const offer = mustOk(await mine.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await mine.wallet.confirmPay(offer.purchaseId), 'payment');
    mine.wallet.renewCoins();
    expect((await run(mine)).pending).toEqual([]);
    const copies = await copiesBefore(mine);
    expect(copies.length).toBeGreaterThan(3);
    expect(Math.min(...copies)).toBe(1);
    expect(mine.store.entries('refresh').length).toBeGreaterThan(1);
  });

  it('with a quorum of two, two providers hold it first; one alone does not open the gate', async () => {
    const mine = watched();
    mine.backup.setQuorum(2);
    await add(mine, url(FREE));
    await begin(mine, 'KUDOS:3');
    await run(mine, 1_500);
    expect(mine.wallet.pending()).toMatchObject([
      { waitingFor: 'provider', note: expect.stringMatching(/not be stored at enough providers/) },
    ]);
    expect([coins(mine), makesCoins(mine.requests)]).toEqual([0, false]);
    await add(mine, url(OTHER));
    expect((await run(mine)).pending).toEqual([]);
    expect(await copiesBefore(mine)).toEqual([2]);
  });

  it('more copies wanted than there are providers: the money stays, only the person can help, and wanting fewer lets it go on', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    mine.backup.setQuorum(3);
    expect(mine.backup.status()).toMatchObject({ copiesWanted: 3, providersTotal: 1 });
    const reserve = await begin(mine, 'KUDOS:3');
    const report = await run(mine, 60_000);
    expect(report).toMatchObject({
      timedOut: false,
      needsPerson: true,
      pending: [
        {
          waitingFor: 'provider',
          note: expect.stringMatching(
            /you want 3 copies and have 1 provider, so the money stays in the reserve .* until you add more or want fewer/,
          ),
        },
      ],
    });
    expect([makesCoins(mine.requests), exchange.reserveBalance(reserve)]).toEqual([false, 'KUDOS:3']);
    mine.backup.setQuorum(1);
    expect((await run(mine)).pending).toEqual([]);
    expect(await copiesBefore(mine)).toEqual([1]);
  });

  it('a quorum of two: one copy is enough only for change that can pay the second provider', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    await begin(mine, 'KUDOS:0.08');
    expect((await run(mine)).pending).toEqual([]);
    mine.backup.setQuorum(2);
    expect(await add(mine, url(PAID), 'KUDOS:0.1')).toBe('payment-required');
    expect(mine.wallet.renewCoins()).toBeGreaterThan(0);
    await run(mine, 1_500);
    expect(mine.wallet.pending()).toMatchObject([{ type: 'refresh', waitingFor: 'provider' }]);
    expect(mine.requests.some((each) => each.endsWith('/melt'))).toBe(false);
  });

  it('a provider that hangs delays nobody: the other one opens the gate', async () => {
    const mine = watched();
    await add(mine, url(OTHER));
    await add(mine, url(FREE));
    providers[OTHER].faults.always({ method: 'POST' }, { hang: true });
    await begin(mine, 'KUDOS:3');
    const began = performance.now();
    expect((await run(mine)).pending).toEqual([]);
    expect(performance.now() - began).toBeLessThan(4_000);
    expect(coins(mine)).toBeGreaterThan(0);
    await mine.backup.close();
  });

  it('all providers dead: the money stays in the reserve and the screen says so; it goes on when one is back', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    await add(mine, url(OTHER));
    for (const at of [FREE, OTHER] as const) providers[at].faults.always({}, { status: 503 });
    const reserve = await begin(mine, 'KUDOS:3');
    await run(mine, 1_500);
    expect(mine.wallet.pending()).toMatchObject([
      {
        waitingFor: 'provider',
        note: expect.stringMatching(/stays in the reserve at the exchange until it is; it is tried again by itself/),
      },
    ]);
    expect([makesCoins(mine.requests), exchange.reserveBalance(reserve)]).toEqual([false, 'KUDOS:3']);
    for (const at of [FREE, OTHER] as const) {
      providers[at].faults.assertAllHappened();
      providers[at].faults.clear();
    }
    expect((await run(mine)).pending).toEqual([]);
    expect(Math.min(...(await copiesBefore(mine)))).toBeGreaterThan(0);
  });

  it('a copy that a provider says it stored and cannot show does not open the gate', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    providers[FREE].faults.always({ method: 'POST' }, { forgetUpload: true });
    await begin(mine, 'KUDOS:3');
    await run(mine, 1_500);
    expect([coins(mine), makesCoins(mine.requests)]).toEqual([0, false]);
    expect(mine.wallet.pending()).toMatchObject([{ waitingFor: 'provider' }]);
  });

  it('a free provider that died and one with a fee: the fee is paid out of the reserve, and its copy opens the gate', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    providers[FREE].faults.always({}, { status: 503 });
    await begin(mine, 'KUDOS:3');
    await run(mine, 1_500);
    expect(coins(mine)).toBe(0);
    expect(await add(mine, url(PAID), 'KUDOS:0.1')).toBe('stored');
    expect((await run(mine)).pending).toEqual([]);
    expect(Math.min(...(await copiesBefore(mine)))).toBe(1);
    expect(mine.wallet.history().filter(({ type }) => type === 'provider-fee')).toHaveLength(2);
  });
});

describe('without backup', () => {
  it('the sum the person chose is withdrawn at once and shown at risk until the next verified copy; its change too', async () => {
    const mine = watched();
    await begin(mine, 'KUDOS:5', true);
    expect((await run(mine)).pending).toEqual([]);
    expect(coins(mine)).toBeGreaterThan(0);
    expect(mine.backup.status().atRisk).toEqual([total(mine)]);
    const order = await sandbox.merchant.createOrder({ amount: 'KUDOS:1.23', summary: 'tea' });
    const offer = mustOk(await mine.wallet.preparePay(order.talerPayUri), 'offer');
    mustOk(await mine.wallet.confirmPay(offer.purchaseId), 'payment');
    expect((await run(mine)).pending).toEqual([]);
    expect(mine.backup.status().atRisk).toEqual([total(mine)]);
    // Another sum still waits.
    await begin(mine, 'KUDOS:2');
    expect((await run(mine)).pending).toMatchObject([{ waitingFor: 'provider' }]);
    await add(mine, url(PAID), 'KUDOS:0.1');
    await run(mine);
    await mine.backup.run();
    expect(mine.backup.status().atRisk).toEqual([]);
  });

  it('a withdrawal that waits goes on when its address is given again without backup', async () => {
    const mine = watched();
    mustOk(await mine.wallet.addExchange(exchange.baseUrl), 'exchange');
    const operation = await sandbox.bank.createWithdrawal('KUDOS:2');
    mustOk(await mine.wallet.withdrawFromBank(operation.talerUri), 'withdrawal');
    await operation.confirm();
    expect((await run(mine)).pending).toMatchObject([{ waitingFor: 'provider' }]);
    mustOk(await mine.wallet.withdrawFromBank(operation.talerUri, { withoutBackup: true }), 'withdrawal');
    expect((await run(mine)).pending).toEqual([]);
    expect(coins(mine)).toBeGreaterThan(0);
  });
});

describe('money from a person', () => {
  const sent = async (): Promise<string> => {
    const sender = install(base);
    await begin(sender, 'KUDOS:6');
    await run(sender);
    return mustOk(await sender.wallet.peer.send({ amount: 'KUDOS:2', summary: 'lunch' }), 'sent').uri ?? '';
  };
  const accept = async ({ wallet }: Installation, uri: string): Promise<void> => {
    const offer = mustOk(await wallet.peer.prepare(uri), 'offer');
    mustOk(await wallet.peer.confirm(offer.id), 'acceptance');
  };

  it('stays with its sender until the key of our reserve is stored', async () => {
    const mine = watched();
    await accept(mine, await sent());
    expect((await run(mine)).pending).toMatchObject([
      { waitingFor: 'provider', note: expect.stringMatching(/stays with its sender until you add one/) },
    ]);
    expect(mine.requests.some((each) => each.endsWith('/merge'))).toBe(false);
    await add(mine, url(FREE));
    expect((await run(mine)).pending).toEqual([]);
    expect(coins(mine)).toBeGreaterThan(0);
    expect(Math.min(...(await copiesBefore(mine)))).toBe(1);
  });

  it('pays the first provider when there is no other money: taken, the fee withdrawn and paid, the rest after its backup', async () => {
    const mine = watched();
    expect(await add(mine, url(PAID), 'KUDOS:0.1')).toBe('payment-required');
    await accept(mine, await sent());
    expect((await run(mine)).pending).toEqual([]);
    expect(mine.wallet.history().filter(({ type }) => type === 'provider-fee')).toMatchObject([{ state: 'done' }]);
    expect(Math.min(...(await copiesBefore(mine)))).toBe(1);
  });
  it('is not taken without any copy because some other provider wants a fee that cannot be paid', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    expect(await add(mine, url(PAID), 'KUDOS:0.1')).toBe('payment-required');
    await mine.wallet.addExchange(exchange.baseUrl);
    const uri = await sent();
    providers[FREE].faults.always({}, { status: 503 });
    await accept(mine, uri);
    await run(mine, 1_500);
    expect(mine.wallet.pending()).toMatchObject([{ waitingFor: 'provider' }]);
    expect(mine.requests.some((each) => each.endsWith('/merge'))).toBe(false);
    providers[FREE].faults.clear();
    expect((await run(mine)).pending).toEqual([]);
    expect(coins(mine)).toBeGreaterThan(0);
  });
});

describe('what it is all for', () => {
  it('a copy made before the withdraw request was ever sent completes the withdrawal elsewhere and gets all coins', async () => {
    const mine = watched();
    await add(mine, url(FREE));
    await begin(mine, 'KUDOS:7');
    // The computer dies between the upload and the request to the exchange.
    exchange.faults.always({ path: 'withdraw' }, { closeConnection: true });
    await run(mine, 1_500);
    expect(coins(mine)).toBe(0);
    expect(await copiesBefore(mine)).toContain(1);
    const text = recoveryText(mine);
    exchange.faults.clear();

    const other = install(base, { gated: true });
    mustOk(await other.backup.restore(text), 'restore');
    expect((await run(other)).pending).toEqual([]);
    expect(total(other)).toBe(total(mine));
    const got = other.store.coins({ status: 'fresh' });
    expect(got.length).toBeGreaterThan(0);

    // And when the request had reached the exchange, and only the answer was lost: the same coins, nothing lost.
    const late = watched();
    await add(late, url(OTHER));
    await begin(late, 'KUDOS:7');
    exchange.faults.always({ path: 'withdraw' }, { afterHandling: true, closeConnection: true });
    await run(late, 1_500);
    expect(coins(late)).toBe(0);
    exchange.faults.assertAllHappened();
    exchange.faults.clear();
    const heir = install(base, { gated: true });
    mustOk(await heir.backup.restore(recoveryText(late)), 'restore');
    expect((await run(heir)).pending).toEqual([]);
    expect(total(heir)).toBe(total(other));
  });
});

// SPDX-License-Identifier: GPL-3.0-or-later
import { gzipSync } from 'node:zlib';
import { contentOfTexts } from '../../electron/state/content.ts';
import { openDatabase } from '../../electron/storage/database.ts';
import { openStore, type Tx } from '../../electron/storage/store.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import type { ExchangeKeys } from '../../electron/taler/exchange/keys/model.ts';
import { createCoinKeyRing } from '../../electron/wallet/coins/coins.ts';
import { readHistory } from '../../electron/wallet/history/history.ts';
import { createPruner } from '../../electron/wallet/prune/prune.ts';
import { realWorld } from '../../electron/world.ts';
import { msToTimestamp } from '../../shared/time.ts';
import { mustOk } from '../../shared/result.ts';

// How a content grows over years of paying: `node test/bench/years.ts YEARS PAYMENTS_A_WEEK [keep]`. The entries have the size and the links of
// real ones (each payment takes five coins and makes four as change), and everything but the exchange's list is the wallet itself.
// With `keep` nothing leaves until the end, as it was before.

const [years = 20, perWeek = 10] = process.argv.slice(2, 4).map(Number);
const keeps = process.argv[4] === 'keep';
const YEAR = 365 * 24 * 3_600_000;
const START = Date.UTC(2026, 0, 1);
const BASE = 'https://exchange.demo.taler.net/';

let nowMs = START;
/** CPU of this thread: on a busy machine the time that passes says nothing about how long the window would wait. */
const cpuNow = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};
/** When this thread was last free, and the longest time it was not since that was last asked for. */
let [freeAt, longest] = [0, 0];
const noteTurn = (): void => {
  longest = Math.max(longest, cpuNow() - freeAt);
};
const real = realWorld();
const world = {
  ...real,
  now: () => nowMs + Math.floor(performance.now()),
  sleep: async (ms: number, signal?: AbortSignal) => {
    noteTurn();
    await real.sleep(ms, signal);
    freeAt = cpuNow();
  },
};
const random = (bytes: number): string => bytesToCrock(world.randomBytes(bytes));
const store = openStore({ db: mustOk(openDatabase({ path: ':memory:' }), 'database'), world });
const MASTER = random(32);
/** Generations of a year each, whose coins can be spent for three. */
const hashes = Array.from({ length: years + 1 }, () => random(64));
const hashNow = (): string => hashes[Math.floor((nowMs - START) / YEAR)] ?? '';
const keysOf = (): ExchangeKeys =>
  // All that pruning looks at.
  ({
    listIssueDate: msToTimestamp(nowMs),
    denominations: new Map(
      hashes.map((hash, at) => [hash, { stampExpireDeposit: msToTimestamp(START + (at + 3) * YEAR) }]),
    ),
  }) as unknown as ExchangeKeys;

const fresh: string[] = [];
let coins = 0;
const putCoins = (tx: Tx, seed: string, source: 'withdrawal' | 'refresh', sourceId: string, n: number): void => {
  for (let index = 0; index < n; index++) {
    coins += 1;
    fresh.push(`${seed}/${index}`);
    tx.put('coin', `${seed}/${index}`, {
      source,
      source_id: sourceId,
      exchange: BASE,
      master_pub: MASTER,
      h: hashNow(),
      v: 'KUDOS:1',
      sig: random(256),
      status: 'fresh',
      remaining: 'KUDOS:1',
    });
  }
};
const withdraw = (tx: Tx): void => {
  const [id, batch, reserve] = [random(16), random(16), random(32)];
  const common = { exchange: BASE, master_pub: MASTER, created: msToTimestamp(nowMs) };
  tx.put('reserve', reserve, {
    ...common,
    priv: random(32),
    key_seed: random(32),
    purpose: 'withdraw',
    status: 'drained',
  });
  tx.put('withdrawal', id, {
    ...common,
    reserve,
    amount: 'KUDOS:30',
    arrived: 'KUDOS:30',
    origin: { type: 'manual', payto: `payto://x-taler-bank/bank/exchange?message=${reserve}` },
    status: 'done',
    batches: { [batch]: { seed: random(32), selection: [{ h: hashNow(), n: 30, v: 'KUDOS:1' }], status: 'done' } },
  });
  putCoins(tx, batch, 'withdrawal', id, 30);
};
const pay = (tx: Tx): void => {
  const [purchase, session] = [random(16), random(16)];
  const used = fresh.splice(0, 5);
  for (const id of used) {
    const { sig: _sig, ...coin } = tx.entry('coin', id)?.value ?? (undefined as never);
    tx.put('coin', id, { ...coin, status: 'spent', remaining: 'KUDOS:0' });
  }
  const [last = ''] = used.slice(-1);
  tx.put('purchase', purchase, {
    merchant_base_url: 'https://shop.example/',
    order_id: `2026.${purchase.slice(0, 12)}`,
    nonce_priv: random(32),
    terms: {},
    merchant_sig: random(64),
    h_contract: random(64),
    amount: 'KUDOS:2.5',
    exchange: BASE,
    coins: Object.fromEntries(
      used.map((id) => [id, { c: id === last ? 'KUDOS:0.5' : 'KUDOS:1', fee: 'KUDOS:0', s: 'paid' }]),
    ),
    status: 'paid',
    pay_sig: random(64),
    closed: true,
    merchant_pub: random(32),
    refund_deadline: msToTimestamp(nowMs),
    about: { merchant: 'A shop', summary: 'Something that was bought there' },
    created: msToTimestamp(nowMs),
    paid_at: msToTimestamp(nowMs),
  });
  tx.put('refresh', session, {
    exchange: BASE,
    master_pub: MASTER,
    old_coin: last,
    seed: random(64),
    selection: [{ h: hashNow(), n: 4, v: 'KUDOS:0.12' }],
    melt_amount: 'KUDOS:0.5',
    fee: 'KUDOS:0.02',
    reason: 'change',
    purchase,
    created: msToTimestamp(nowMs),
    noreveal_index: 1,
    exchange_pub: random(32),
    exchange_sig: random(64),
    status: 'done',
  });
  putCoins(tx, session, 'refresh', session, 4);
};

const coinKeys = createCoinKeyRing(store);
const pruneOnce = createPruner({
  store,
  world,
  coinKeys,
  exchanges: { cachedKeys: keysOf },
  history: () => readHistory(store),
});
const prune = async (): Promise<number> => {
  // As the window has read it.
  readHistory(store);
  [freeAt, longest] = [cpuNow(), 0];
  let left = 0;
  do {
    left = await pruneOnce();
    noteTurn();
  } while (left > 0);
  nowMs += 1;
  store.transaction((tx) => tx.local.setMark('prune-due', undefined));
  return longest;
};
const say = (what: string, took = 0): void => {
  const json = contentOfTexts(store.texts());
  const packed = gzipSync(json).length;
  const spent = store.coins({ status: 'spent' }).length;
  process.stdout.write(
    `${what}: ${coins} coins made, ${spent} spent here, ${(json.length / 1e6).toFixed(2)} MB, packed ${(packed / 1e6).toFixed(2)} MB` +
      `${took > 0 ? `, longest turn ${took.toFixed(0)} ms of CPU` : ''}\n`,
  );
};

for (let year = 0; year < years; year++) {
  for (let week = 0; week < 52; week++) {
    nowMs = START + year * YEAR + week * 7 * 24 * 3_600_000;
    store.transaction((tx) => {
      while (fresh.length < perWeek * 6) withdraw(tx);
      for (let n = 0; n < perWeek; n++) pay(tx);
    });
  }
  const took = keeps ? 0 : await prune();
  if (year % 2 === 1 || year === years - 1) say(`year ${year + 1}`, took);
}
if (keeps) {
  // A look at everything at once, when the coins of all but the last years are past every deadline.
  nowMs = START + (years + 4) * YEAR;
  say('all spent and past their time', await prune());
}

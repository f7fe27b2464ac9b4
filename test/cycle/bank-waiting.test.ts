// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { balanceAt, startWalletLab, type OpenWallet, type WalletLab } from './wallet-lab.ts';

// While its person says yes at the bank, the wallet waits there instead of asking again and again; whatever the bank makes of that.

let lab: WalletLab;
let base: string;
beforeAll(async () => {
  lab = await startWalletLab({ exchanges: [{ generation: 'v23' }] });
  base = lab.sandbox.exchanges[0]?.baseUrl ?? '';
});
afterEach(() => lab.interceptHttp(undefined));
afterAll(() => lab.close());

const MINUTE_MS = 60_000;

type Heard = { readonly waits: string[]; readonly signals: AbortSignal[]; looks: number };

/** Counts what the bank is asked. Instead of its own answer to a wait another one may stand. */
const listen = (answer?: (url: URL, own: () => Promise<Response>) => Promise<Response> | undefined): Heard => {
  const heard: Heard = { waits: [], signals: [], looks: 0 };
  lab.interceptHttp(async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const own = () => lab.sandbox.http(input, init);
    if (request.method !== 'GET' || !url.pathname.includes('withdrawal-operation')) return own();
    const isWait = /timeout_ms|long_poll_ms/.test(url.search);
    if (!isWait) {
      heard.looks += 1;
      return own();
    }
    heard.waits.push(url.search);
    if (init?.signal) heard.signals.push(init.signal);
    return (await answer?.(url, own)) ?? own();
  });
  return heard;
};

const begin = async (opened: OpenWallet = lab.openWallet()) => {
  mustOk(await opened.wallet.addExchange(base), 'exchange');
  const operation = await lab.sandbox.bank.createWithdrawal('KUDOS:2');
  mustOk(await opened.wallet.withdrawFromBank(operation.talerUri), 'withdrawal');
  return { ...opened, operation };
};

/** Lets the clock go on in small pieces, as often as something is to happen in between. */
const pass = async (ms: number, piece = 1_000): Promise<void> => {
  for (let gone = 0; gone < ms; gone += piece) {
    lab.travel(piece);
    for (let turns = 0; turns < 20; turns++) await new Promise((resolve) => void setImmediate(resolve));
  }
};

const until = async (isThere: () => boolean): Promise<void> => {
  while (!isThere()) await new Promise((resolve) => void setImmediate(resolve));
};

test('one request is held until the person has said yes, and other money at the same issuer comes meanwhile', async () => {
  const { wallet, operation } = await begin();
  const heard = listen();
  const stop = new AbortController();
  const run = wallet.run({ untilDone: true, signal: stop.signal });
  await until(() => heard.waits.length > 0);
  expect(heard.waits).toEqual(['?timeout_ms=30000&old_state=selected']);
  expect(wallet.pending()).toMatchObject([{ waitingFor: 'confirmation', waitsThere: true }]);
  const { payto } = mustOk(await wallet.withdrawManual({ exchange: base, amount: 'KUDOS:1' }), 'by hand');
  mustOk(lab.sandbox.bank.transferToReserve(payto), 'transfer');
  await until(() => balanceAt(wallet, base).available !== 'KUDOS:0');
  const held = { waits: heard.waits.length, looks: heard.looks };
  await pass(20_000);
  expect(held).toEqual({ waits: heard.waits.length, looks: heard.looks });
  await operation.confirm();
  expect((await run).pending).toEqual([]);
  expect(heard.looks).toBe(held.looks + 1);
});

test('a bank of 2022 is waited for in its own words', async () => {
  const { wallet } = await begin();
  const heard = listen();
  const own = lab.sandbox.http;
  const stop = new AbortController();
  lab.interceptHttp(async (input, init) => {
    const { pathname, search } = new URL(new Request(input, init).url);
    if (pathname.endsWith('taler-integration/config'))
      return Response.json({ name: 'taler-bank-integration', version: '0:0:0', currency: 'KUDOS' });
    if (search.includes('poll')) heard.waits.push(search);
    return own(input, init);
  });
  const run = wallet.run({ untilDone: true, timeoutMs: 10_000, signal: stop.signal });
  await until(() => heard.waits.length > 0);
  expect(heard.waits).toEqual(['?long_poll_ms=30000']);
  await pass(11_000);
  expect((await run).timedOut).toBe(true);
});

const status = async (own: () => Promise<Response>, state: string): Promise<Response> =>
  Response.json({ ...((await (await own()).json()) as object), status: state });

/** Ends a held wait at once, for the bank of the sandbox would hold it. */
const instantly = (url: URL, state: string): Promise<Response> => {
  const plain = new URL(url);
  plain.search = '';
  return status(() => lab.sandbox.http(plain.href), state);
};

test.each([
  ['says at once that nothing has changed', () => 'selected'],
  ['says at once that it is confirmed, and then that it is not', () => 'confirmed'],
  ['says another state each time', (count: number) => (count % 2 === 0 ? 'pending' : 'confirmed')],
])('a bank that %s is asked no more often than one without waiting', async (_, says) => {
  const { wallet } = await begin();
  let count = 0;
  const heard = listen((url) => instantly(url, says(count++)));
  const stop = new AbortController();
  const run = wallet.run({ untilDone: true, signal: stop.signal });
  await until(() => heard.waits.length > 0);
  await pass(10 * MINUTE_MS, 2_000);
  stop.abort();
  await pass(2_000);
  await run;
  // 0.4 s growing to 20 s: about forty looks in ten minutes, each with one wait at most.
  expect(heard.looks).toBeLessThan(60);
  expect(heard.waits.length).toBeLessThanOrEqual(heard.looks);
});

test('a bank that never answers is left alone when the wallet stops, or when the run has no time left', async () => {
  const { wallet, store } = await begin();
  const heard = listen((_url, own) => {
    void own;
    return new Promise(() => undefined);
  });
  const timed = wallet.run({ untilDone: true, timeoutMs: 5_000 });
  await until(() => heard.waits.length > 0);
  await pass(6_000);
  const { pending, timedOut } = await timed;
  // Nobody waits there any more.
  expect([timedOut, pending.map((step) => step.waitsThere)]).toEqual([true, [undefined]]);
  expect(heard.signals[0]?.aborted).toBe(true);

  // A loop's run ends at once; what waits goes on behind it until the loop is stopped.
  const stop = new AbortController();
  await pass(30_000);
  await wallet.run({ signal: stop.signal });
  await until(() => heard.waits.length > 1);
  const before = heard.looks;
  await wallet.run({ signal: stop.signal });
  expect([heard.looks, heard.signals[1]?.aborted]).toEqual([before, false]);
  const [id = ''] = store.entries('withdrawal').map((each) => each.id);
  mustOk(await wallet.abort(id), 'given up');
  await wallet.run({ signal: stop.signal });
  expect(heard.signals[1]?.aborted).toBe(true);
  stop.abort();
});

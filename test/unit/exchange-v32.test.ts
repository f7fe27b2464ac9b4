// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addAmounts, amountToText, zeroAmount, type Amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import type { SandboxExchange } from '../../electron/sandbox/exchange/exchange.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { derivePlanchets } from '../../electron/taler/coin/planchet.ts';
import { coinScheme, V32_SCHEME } from '../../electron/taler/coin/schemes.ts';
import { unblindBatch, type RsaPublicKey } from '../../electron/taler/crypto/rsa.ts';
import { connectExchange } from '../../electron/taler/exchange/connect.ts';
import type {
  Exchange,
  Planchet,
  RefreshPlan,
  RefreshSession,
  SpendCoin,
} from '../../electron/taler/exchange/exchange.ts';
import type { Denomination } from '../../electron/taler/exchange/keys/model.ts';
import { realWorld, type World } from '../../electron/world.ts';
import { economyHttp } from '../support/economy.ts';
import { keyPair, random, startLab, type KeyPair, type Lab } from './sandbox-client.ts';

// The client of v32 and the sandbox's own reading of the same page, one against the other, by requests alone.

let lab: Lab;
let exchange: SandboxExchange;
let intercept: World['http'] | undefined;
let client: Exchange;
let world: World;
const bodies: { readonly path: string; readonly body: any }[] = [];

beforeAll(async () => {
  const denominations = [
    { value: '0.1', feeWithdraw: '0.01', feeRefresh: '0.01' },
    { value: '1', feeWithdraw: '0.01', feeRefresh: '0.01', feeDeposit: '0.01' },
    { value: '5' },
  ];
  lab = await startLab({ exchanges: [{ generation: 'v32', denominations }], syncProviders: [] });
  exchange = lab.sandbox.exchanges[0] ?? expect.fail('no exchange');
  world = {
    ...realWorld(),
    now: lab.now,
    http: (input, init) => {
      bodies.push({ path: new URL(String(input)).pathname, body: JSON.parse(String(init?.body ?? 'null')) });
      return (intercept ?? economyHttp)(input, init);
    },
  };
  client = mustOk(await connectExchange(world, exchange.baseUrl), 'connect');
});
afterEach(() => {
  intercept = undefined;
  bodies.length = 0;
  const unused = exchange.faults.unused();
  exchange.faults.clear();
  expect(unused).toEqual([]);
});
afterAll(() => lab.sandbox.close());

const kind = async (value: string): Promise<Denomination> => {
  const keys = mustOk(await client.keys(), 'keys');
  const found = [...keys.denominations.values()].find(
    (each) => amountToText(each.value) === `KUDOS:${value}` && each.selectable,
  );
  return found ?? expect.fail(`no coin of ${value}`);
};

const reserveWith = (sum: string): KeyPair => {
  const reserve = keyPair();
  mustOk(lab.sandbox.bank.transferToReserve(reserve.pub, sum), 'transfer');
  return reserve;
};

const planchetsOf = async (values: readonly string[], seed = random(32)) => {
  const kinds = await Promise.all(values.map(kind));
  const groups = kinds.map(({ key, hash }) => ({
    key: key ?? expect.fail('no key'),
    denominationHash: crockToBytes(hash, 64),
    count: 1,
  }));
  const made = mustOk(derivePlanchets(seed, 0, groups), 'planchets');
  const planchets: readonly Planchet[] = made.map(({ blinded, coinEvHash }, at) => ({
    denomination: kinds[at] ?? expect.fail('fewer kinds'),
    blinded,
    coinEvHash,
  }));
  return { kinds, made, planchets };
};

const rsaUnblind = (
  key: RsaPublicKey,
  messageHash: Uint8Array,
  blindingSecret: Uint8Array,
  blindSignature: Uint8Array,
) => unblindBatch(key, [{ messageHash, blindingSecret, blindSignature }]);

/** A coin that was withdrawn. */
const coinOf = async (value: string): Promise<SpendCoin> => {
  const reserve = reserveWith('KUDOS:20');
  const { kinds, made, planchets } = await planchetsOf([value]);
  const [signature] = mustOk(await client.withdraw({ reservePriv: reserve.priv, planchets }), 'withdraw');
  const [denomination, coin] = [kinds[0], made[0]];
  if (!denomination?.key || !coin || !signature) throw new Error('a coin was expected');
  const [denomSig] = mustOk(
    rsaUnblind(denomination.key, coin.coinPubHash, coin.blindingSecret, signature),
    'signature',
  );
  if (!denomSig) throw new Error('a signature was expected');
  return { pub: coin.coinPub, priv: coin.coinPriv, denomination, denomSig };
};

const planFor = async (oldCoin: SpendCoin, values: readonly string[], seed = random(64)): Promise<RefreshPlan> => {
  const newDenominations = await Promise.all(values.map(kind));
  const valueWithFee = newDenominations.reduce(
    (sum: Amount, each) => addAmounts(sum, addAmounts(each.value, each.feeWithdraw)),
    addAmounts(zeroAmount('KUDOS'), oldCoin.denomination.feeRefresh),
  );
  return { oldCoin, seed, scheme: V32_SCHEME, newDenominations, valueWithFee };
};
const sessionOf = async (plan: RefreshPlan): Promise<RefreshSession> =>
  mustOk(await client.openRefresh(plan), 'session');
const link = (coin: SpendCoin) => client.link(coin);

describe('withdrawals', () => {
  test('one request, one signature; repeated as a whole it is answered alike and costs nothing', async () => {
    const reserve = reserveWith('KUDOS:10');
    const { planchets } = await planchetsOf(['1', '0.1', '0.1', '5']);
    const first = mustOk(await client.withdraw({ reservePriv: reserve.priv, planchets }), 'withdraw');
    expect(first).toHaveLength(4);
    expect(exchange.reserveBalance(reserve.pub)).toBe('KUDOS:3.77');
    expect(mustOk(await client.withdraw({ reservePriv: reserve.priv, planchets }), 'again')).toEqual(first);
    expect(exchange.reserveBalance(reserve.pub)).toBe('KUDOS:3.77');
    const { body } = bodies.find(({ path }) => path === '/withdraw') ?? expect.fail('nothing was sent');
    expect(Object.keys(body).toSorted()).toEqual(['cipher', 'coin_evs', 'denoms_h', 'reserve_pub', 'reserve_sig']);
    const history = mustOk(await client.reserveHistory({ reservePriv: reserve.priv }), 'history');
    expect(history.entries.map(({ type, direction, proof }) => [type, direction, proof])).toEqual([
      ['CREDIT', 'credit', 'unverifiable'],
      ['WITHDRAW', 'debit', 'verified'],
    ]);
    expect(amountToText(history.balance)).toBe('KUDOS:3.77');
  });

  test('a reserve without money, with too little, and a kind that is gone', async () => {
    const { planchets } = await planchetsOf(['1', '1']);
    const ask = (reserve: KeyPair) => client.withdraw({ reservePriv: reserve.priv, planchets });
    expect(await ask(keyPair())).toMatchObject({ error: { kind: 'reserve-unknown' } });
    expect(await ask(reserveWith('KUDOS:2'))).toMatchObject({ error: { kind: 'reserve-insufficient' } });
    expect(await client.withdraw({ reservePriv: random(32), planchets: [] })).toMatchObject({ ok: true, value: [] });
    const tooMany = new Array<Planchet>(65).fill(planchets[0] ?? expect.fail('no planchet'));
    await expect(client.withdraw({ reservePriv: random(32), planchets: tooMany })).rejects.toThrow('defect');
  });

  test('what was booked and is refused since is told apart from what never was', async () => {
    const { planchets } = await planchetsOf(['0.1', '1']);
    const reserve = reserveWith('KUDOS:5');
    const ask = (how: { readonly ifBooked?: true } = {}) =>
      client.withdraw({ reservePriv: reserve.priv, planchets, ...how });
    expect(await ask({ ifBooked: true })).toMatchObject({ ok: true, value: [] });
    for (const [status, code] of [
      [410, undefined],
      [410, 1009],
      [409, 1150],
    ] as const) {
      exchange.faults.once({ path: '/withdraw' }, { status, ...(code === undefined ? {} : { code }) });
      const refused = await ask();
      expect(refused).toMatchObject({
        error: { kind: code === 1150 ? 'reserve-insufficient' : 'denomination-gone' },
      });
    }
    const signatures = mustOk(await ask(), 'withdraw');
    for (const [status, code] of [
      [410, undefined],
      [410, 1009],
      [409, 1150],
    ] as const) {
      exchange.faults.once({ path: '/withdraw' }, { status, ...(code === undefined ? {} : { code }) });
      expect(await ask()).toMatchObject({ error: { kind: 'already-withdrawn' } });
    }
    expect(mustOk(await ask({ ifBooked: true }), 'booked')).toEqual(signatures);
  });

  test.each<[string, number, object]>([
    ['not yet', 412, { kind: 'denomination-gone', why: 'not-yet' }],
    ['a cipher it does not speak', 501, { kind: 'refused', status: 501 }],
    ['too many', 413, { kind: 'refused', status: 413 }],
    ['trouble', 503, { kind: 'server-trouble' }],
    ['what was never asked for', 201, { kind: 'malformed-response' }],
  ])('%s', async (_what, status, error) => {
    const { planchets } = await planchetsOf(['0.1']);
    exchange.faults.once({ path: '/withdraw' }, { status });
    expect(await client.withdraw({ reservePriv: reserveWith('KUDOS:5').priv, planchets })).toMatchObject({ error });
  });

  test('answers in the form of before are read, of another length or cipher not', async () => {
    const { planchets } = await planchetsOf(['0.1', '0.1']);
    const reserve = reserveWith('KUDOS:5');
    const ask = () => client.withdraw({ reservePriv: reserve.priv, planchets });
    const good = mustOk(await ask(), 'withdraw');
    const changed = async (change: (sigs: readonly unknown[]) => unknown) => {
      exchange.faults.once({ path: '/withdraw' }, { changeJson: (body: any) => ({ ev_sigs: change(body.ev_sigs) }) });
      return ask();
    };
    expect(await changed((sigs) => sigs.map((ev_sig) => ({ ev_sig })))).toMatchObject({ ok: true, value: good });
    for (const change of [
      (sigs: readonly unknown[]) => sigs.slice(1),
      (sigs: readonly unknown[]) => [...sigs, ...sigs],
      () => [],
      () => 'none',
      (sigs: readonly unknown[]) => [{ cipher: 'CS', b: 0, s: 'A'.repeat(52) }, sigs[1]],
      (sigs: readonly unknown[]) => new Array(65).fill(sigs[0]),
    ])
      expect(await changed(change)).toMatchObject({ error: { kind: 'malformed-response' } });
  });

  test('one change of the request, and the sandbox refuses it', async () => {
    const reserve = reserveWith('KUDOS:5');
    const { planchets } = await planchetsOf(['0.1', '1']);
    intercept = async () => Response.json({ code: 1 }, { status: 400 });
    await client.withdraw({ reservePriv: reserve.priv, planchets });
    intercept = undefined;
    const { body } = bodies.at(-1) ?? expect.fail('nothing was sent');
    const other = await planchetsOf(['0.1', '1']);
    const envelope = { cipher: 'RSA', rsa_blinded_planchet: bytesToCrock(other.planchets[0]?.blinded ?? random(1)) };
    const changes: readonly object[] = [
      { coin_evs: body.coin_evs.toReversed() },
      { denoms_h: body.denoms_h.toReversed() },
      { coin_evs: [envelope, body.coin_evs[1]] },
      { reserve_pub: keyPair().pub },
      { reserve_sig: bytesToCrock(random(64)) },
      { denoms_h: [], coin_evs: [] },
      { coin_evs: body.coin_evs.slice(1) },
      { denoms_h: [body.denoms_h[0], body.denoms_h[0]], coin_evs: [body.coin_evs[0], body.coin_evs[0]] },
      { max_age: 12 },
      { cipher: 'RSA' },
    ];
    for (const change of changes) {
      const answer = await post('withdraw', { ...body, ...change });
      expect({ change, isRefused: answer.status >= 400 && answer.status <= 501 }).toEqual({ change, isRefused: true });
    }
    expect(exchange.reserveBalance(reserve.pub)).toBe('KUDOS:5');
    expect((await post('withdraw', body)).status).toBe(200);
  });
});

const post = (path: string, body: unknown): Promise<Response> =>
  economyHttp(`${exchange.baseUrl}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

describe('refreshes', () => {
  test('melt and reveal are repeatable, the coins are real, and the old coin alone finds them again', async () => {
    const old = await coinOf('1');
    const plan = await planFor(old, ['0.1', '0.1', '0.1']);
    const session = await sessionOf(plan);
    expect(mustOk(await session.isCommitted(), 'asked')).toBe(false);
    const committed = mustOk(await session.commit(), 'melt');
    expect(mustOk(await session.commit(), 'again').noRevealIndex).toBe(committed.noRevealIndex);
    expect(mustOk(await session.isCommitted(), 'asked')).toBe(true);
    const { body } = bodies.find(({ path }) => path === '/melt') ?? expect.fail('nothing was sent');
    expect(body.coin_evs.map((each: readonly unknown[]) => each.length)).toEqual([3, 3, 3]);
    expect(body.transfer_pubs.map((each: readonly unknown[]) => each.length)).toEqual([3, 3, 3]);

    const coins = mustOk(await session.reveal(committed.noRevealIndex), 'reveal');
    expect(mustOk(await session.reveal(committed.noRevealIndex), 'again')).toEqual(coins);
    for (const [index, { denomination, coinPubHash, blindingSecret, blindSignature }] of coins.entries()) {
      const key = denomination.key ?? expect.fail('no key');
      expect(rsaUnblind(key, coinPubHash, blindingSecret, blindSignature).ok).toBe(true);
      const made = coinScheme(V32_SCHEME)?.refreshed(
        { seed: plan.seed, oldCoin: old, noRevealIndex: committed.noRevealIndex },
        index,
      );
      expect(made?.ok === true && bytesToCrock(made.value.blindingSecret)).toBe(bytesToCrock(blindingSecret));
    }
    const [found, ...others] = mustOk(await link(old), 'link');
    expect(others).toEqual([]);
    expect(found?.session).toEqual({ scheme: V32_SCHEME, seed: plan.seed, noRevealIndex: committed.noRevealIndex });
    expect(found?.newCoins.map(({ blindSignature }) => blindSignature)).toEqual(
      coins.map(({ blindSignature }) => blindSignature),
    );
  });

  test('what was melted and not revealed is revealed by whoever has the old coin', async () => {
    const old = await coinOf('1');
    mustOk(await (await sessionOf(await planFor(old, ['0.1', '0.1']))).commit(), 'melt');
    // Nothing but the old coin: another client, as after a restore from nothing.
    const other = mustOk(await connectExchange(world, exchange.baseUrl), 'connect');
    const [found] = mustOk(await other.link(old), 'link');
    expect(found?.newCoins).toHaveLength(2);
    expect(bodies.filter(({ path }) => path === '/reveal-melt')).toHaveLength(1);
  });

  test('a reveal that is not repeated is found in the coin’s history', async () => {
    const old = await coinOf('1');
    const session = await sessionOf(await planFor(old, ['0.1', '0.1']));
    const { noRevealIndex } = mustOk(await session.commit(), 'melt');
    const coins = mustOk(await session.reveal(noRevealIndex), 'reveal');
    exchange.faults.times(2, { path: '/reveal-melt' }, { status: 404, code: 1355 });
    expect(mustOk(await session.reveal(noRevealIndex), 'again')).toEqual(coins);
    const wrong = ([0, 1, 2] as const).find((each) => each !== noRevealIndex) ?? 0;
    expect(await session.reveal(wrong)).toMatchObject({ error: { kind: 'melt-unknown' } });
  });

  test('a wrong index is a broken promise', async () => {
    const session = await sessionOf(await planFor(await coinOf('1'), ['0.1']));
    const { noRevealIndex } = mustOk(await session.commit(), 'melt');
    const wrong = ([0, 1, 2] as const).find((each) => each !== noRevealIndex) ?? 0;
    expect(await session.reveal(wrong)).toMatchObject({ error: { kind: 'commitment-violation' } });
    exchange.faults.once({ path: '/reveal-melt' }, { status: 409 });
    expect(await session.reveal(noRevealIndex)).toMatchObject({ error: { kind: 'commitment-violation' } });
  });

  test.each<[string, (body: any) => unknown, string]>([
    ['an index out of range', (body) => ({ ...body, noreveal_index: 3 }), 'malformed-response'],
    ['an index below', (body) => ({ ...body, noreveal_index: -1 }), 'malformed-response'],
    ['half an index', (body) => ({ ...body, noreveal_index: 0.5 }), 'malformed-response'],
    [
      'another index than the signed',
      (body) => ({ ...body, noreveal_index: (body.noreveal_index + 1) % 3 }),
      'bad-exchange-signature',
    ],
    ['no signature', ({ exchange_sig: _, ...body }) => body, 'malformed-response'],
    ['the signature of somebody', (body) => ({ ...body, exchange_pub: keyPair().pub }), 'bad-exchange-signature'],
  ])('a melt answered with %s', async (_what, change, failure) => {
    const session = await sessionOf(await planFor(await coinOf('1'), ['0.1']));
    exchange.faults.once({ path: /\/melt$/ }, { changeJson: change });
    expect(await session.commit()).toMatchObject({ error: { kind: failure } });
  });

  test.each<[string, number, number | undefined, object]>([
    ['a coin that ended', 400, 1305, { kind: 'coin-expired' }],
    ['nothing to melt', 400, 1302, { kind: 'nothing-to-melt' }],
    ['another cipher', 400, 1017, { kind: 'refused', code: 1017 }],
    ['a field it does not find', 400, 22, { kind: 'refused', code: 22 }],
    ['a signature', 403, 1303, { kind: 'signature-refused' }],
    ['a coin it never saw', 404, 1019, { kind: 'coin-unknown' }],
    ['a kind it does not know', 404, 1005, { kind: 'denomination-gone', why: 'unknown', proven: false }],
    ['lack of funds', 409, 1012, { kind: 'insufficient-funds' }],
    ['a coin of another kind', 409, 1003, { kind: 'coin-conflict' }],
    ['a kind that is gone', 410, undefined, { kind: 'denomination-gone', why: 'expired', proven: false }],
    ['a kind that is revoked', 410, 1010, { kind: 'denomination-gone', why: 'revoked' }],
  ])('a melt refused for %s', async (_what, status, code, error) => {
    const session = await sessionOf(await planFor(await coinOf('1'), ['0.1']));
    exchange.faults.once({ path: /\/melt$/ }, { status, ...(code === undefined ? {} : { code }) });
    expect(await session.commit()).toMatchObject({ error });
    // A refusal costs nothing: the same goes through afterwards.
    expect((await session.commit()).ok).toBe(true);
  });

  test('a melt may live elsewhere on the same host; to others it is not followed by http, nor is a reveal', async () => {
    const session = await sessionOf(await planFor(await coinOf('1'), ['0.1']));
    exchange.faults.once({ path: /\/melt$/ }, { redirect: { status: 307, location: '/melt?again' } });
    expect((await session.commit()).ok).toBe(true);
    for (const status of [307, 308]) {
      exchange.faults.once({ path: /\/melt$/ }, { redirect: { status, location: 'http://127.0.0.1:1/melt' } });
      expect(await session.commit()).toMatchObject({ error: { kind: 'redirected' } });
    }
    exchange.faults.once({ path: /\/melt$/ }, { redirect: { status: 302, location: '/melt' } });
    expect(await session.commit()).toMatchObject({ error: { kind: 'redirected' } });
    const elsewhere = async (reveal_base_url: string) => {
      exchange.faults.once({ path: /\/melt$/ }, { changeJson: (body: any) => ({ ...body, reveal_base_url }) });
      return session.reveal(mustOk(await session.commit(), 'melt').noRevealIndex);
    };
    for (const url of ['http://127.0.0.1:1/', 'https://10.0.0.1/', 'ftp://x/', 'no address', 'http://a:b@127.0.0.1/'])
      expect(await elsewhere(url)).toMatchObject({ error: { kind: 'redirected' } });
    expect((await elsewhere(exchange.baseUrl)).ok).toBe(true);
  });

  test('one change of the melt, and the sandbox refuses it', async () => {
    const old = await coinOf('1');
    const session = await sessionOf(await planFor(old, ['0.1', '0.1']));
    intercept = async () => Response.json({ code: 1 }, { status: 400 });
    await session.commit();
    intercept = undefined;
    const { body } = bodies.at(-1) ?? expect.fail('nothing was sent');
    const changes: readonly object[] = [
      { coin_evs: body.coin_evs.toReversed() },
      { coin_evs: body.coin_evs.slice(1) },
      { coin_evs: [...body.coin_evs, body.coin_evs[0]] },
      { coin_evs: [body.coin_evs[0].toReversed(), body.coin_evs[1], body.coin_evs[2]] },
      { coin_evs: [body.coin_evs[0].slice(1), body.coin_evs[1], body.coin_evs[2]] },
      { coin_evs: [[], [], []], denoms_h: [], transfer_pubs: [[], [], []] },
      { transfer_pubs: body.transfer_pubs.slice(1) },
      { transfer_pubs: [body.transfer_pubs[0].slice(1), body.transfer_pubs[1], body.transfer_pubs[2]] },
      { denoms_h: [(await kind('1')).hash, (await kind('1')).hash] },
      { refresh_seed: bytesToCrock(random(64)) },
      { value_with_fee: 'KUDOS:0.99' },
      { value_with_fee: 'EUR:0.23' },
      { old_coin_pub: keyPair().pub },
      { old_denom_pub_h: (await kind('5')).hash },
      { old_denom_sig: { cipher: 'RSA', rsa_signature: bytesToCrock(random(128)) } },
      { confirm_sig: bytesToCrock(random(64)) },
    ];
    for (const change of changes) {
      const answer = await post('melt', { ...body, ...change });
      expect({ change, isRefused: answer.status >= 400 && answer.status < 500 }).toEqual({ change, isRefused: true });
    }
    expect((await post('melt', body)).status).toBe(200);
  });

  test('a promise that is not kept shows at the reveal, and not before', async () => {
    const old = await coinOf('1');
    const session = await sessionOf(await planFor(old, ['0.1', '0.1']));
    intercept = async () => Response.json({ code: 1 }, { status: 400 });
    await session.commit();
    intercept = undefined;
    const { body } = bodies.at(-1) ?? expect.fail('nothing was sent');
    // Transfer keys are in no hash and no signature: only whoever derives them again sees that they are others.
    const others = body.transfer_pubs.map((each: readonly string[]) => each.map(() => bytesToCrock(random(32))));
    const melted = await post('melt', { ...body, transfer_pubs: others });
    expect(melted.status).toBe(200);
    const { noreveal_index: gamma } = (await melted.json()) as { readonly noreveal_index: 0 | 1 | 2 };
    expect(await session.reveal(gamma)).toMatchObject({ error: { kind: 'commitment-violation' } });
  });

  test('what no exchange of this generation makes', async () => {
    const plan = await planFor(await coinOf('1'), ['0.1']);
    expect(await client.openRefresh({ ...plan, scheme: 1 })).toMatchObject({ error: { kind: 'other-scheme' } });
    const [denomination] = plan.newDenominations;
    const newDenominations = new Array<Denomination>(65).fill(denomination ?? expect.fail('no kind'));
    expect(await client.openRefresh({ ...plan, newDenominations })).toMatchObject({ error: { kind: 'other-scheme' } });
    const recoup = { coin: await coinOf('1'), blindingSecret: random(32) };
    expect(await client.recoup(recoup)).toMatchObject({ error: { kind: 'recoup-not-offered' } });
    expect(await client.recoupRefresh(recoup)).toMatchObject({ error: { kind: 'recoup-not-offered' } });
    const reserve = reserveWith('KUDOS:1');
    exchange.faults.once({ path: '/reserves/' }, { changeJson: (body: any) => ({ ...body, maximum_age_group: 2 }) });
    expect(await client.reserveStatus({ reservePub: reserve.pub })).toMatchObject({ error: { kind: 'age-limited' } });
  });
});

describe('histories', () => {
  /** A coin that was melted more often than one part of its history has lines. */
  const often = async (): Promise<SpendCoin> => {
    const old = await coinOf('5');
    for (let melt = 0; melt < 10; melt += 1) {
      const session = await sessionOf(await planFor(old, ['0.1']));
      const { noRevealIndex } = mustOk(await session.commit(), 'melt');
      if (melt % 2 === 0) mustOk(await session.reveal(noRevealIndex), 'reveal');
    }
    return old;
  };
  const historyOf = ({ priv, denomination }: SpendCoin) => client.coinHistory({ coinPriv: priv, denomination });

  test('come in parts, add up, and are not sent again unchanged', async () => {
    const old = await often();
    bodies.length = 0;
    const history = mustOk(await historyOf(old), 'history');
    if (history.state !== 'known') throw new Error('a known coin was expected');
    expect(history.entries).toHaveLength(10);
    expect(amountToText(history.balance)).toBe('KUDOS:3.9');
    expect(bodies).toHaveLength(2);
    expect(mustOk(await historyOf(old), 'again')).toEqual(history);
    expect(bodies).toHaveLength(3);
    expect(mustOk(await link(old), 'link')).toHaveLength(10);
    expect(mustOk(await client.coinHistory({ coinPriv: random(32), denomination: old.denomination }), 'none')).toEqual({
      state: 'unknown',
    });
  });

  const lying = async (change: (lines: any[]) => any[], more: object = {}) => {
    const old = await coinOf('1');
    const session = await sessionOf(await planFor(old, ['0.1']));
    mustOk(await session.commit(), 'melt');
    const foreign = await coinOf('1');
    mustOk(await (await sessionOf(await planFor(foreign, ['0.1']))).commit(), 'melt');
    const other: any[] = [];
    intercept = async (input, init) => {
      const answer = await economyHttp(input, init);
      other.push(...((await answer.clone().json()) as { readonly history: readonly unknown[] }).history);
      return answer;
    };
    await historyOf(foreign);
    intercept = undefined;
    exchange.faults.once(
      { path: '/history' },
      { changeJson: (body: any) => ({ ...body, history: change([...body.history, ...other]), ...more }) },
    );
    return historyOf(old);
  };
  test.each<[string, (lines: any[]) => any[], object]>([
    ['a foreign line', (lines) => lines, {}],
    ['nothing of what happened', () => [], {}],
    ['a line without its signature', ([{ coin_sig: _, ...line }]) => [line], {}],
    ['a line of a kind nobody knows', ([line]) => [{ ...line, type: 'GIFT' }], {}],
    ['a melt of another sum', ([line]) => [{ ...line, amount: 'KUDOS:0.01' }], {}],
    ['another commitment', ([line]) => [{ ...line, rc: bytesToCrock(random(64)) }], {}],
    [
      'no commitment and another seed',
      ([{ rc: _, ...line }]) => [{ ...line, refresh_seed: bytesToCrock(random(64)) }],
      {},
    ],
    ['another kind of coin', ([line]) => [line], { h_denom_pub: bytesToCrock(random(64)) }],
    ['another balance', ([line]) => [line], { balance: 'KUDOS:1' }],
  ])('with %s are not believed', async (_what, change, more) => {
    expect(await lying(change, more)).toMatchObject({ error: { kind: 'bad-history' } });
  });

  test('a melt without its commitment is known by its seed', async () => {
    expect(await lying(([{ rc: _, ...line }]) => [line])).toMatchObject({ ok: true, value: { state: 'known' } });
  });

  test.each<[string, (line: any) => any]>([
    ['of another seed', (line) => ({ ...line, refresh_seed: bytesToCrock(random(64)) })],
    ['without a seed', ({ refresh_seed: _, ...line }) => line],
    ['of no kinds', (line) => ({ ...line, denoms_h: [] })],
    ['of a kind that is not there', (line) => ({ ...line, denoms_h: [bytesToCrock(random(64))] })],
    ['of another sum', (line) => ({ ...line, amount: 'KUDOS:0.5' })],
    ['signed by nobody', (line) => ({ ...line, coin_sig: bytesToCrock(random(64)) })],
    ['with an index of four', (line) => ({ ...line, noreveal_index: 4 })],
  ])('a melt %s makes no coins of ours', async (_what, change) => {
    const old = await coinOf('1');
    mustOk(await (await sessionOf(await planFor(old, ['0.1']))).commit(), 'melt');
    exchange.faults.once(
      { path: '/history' },
      { changeJson: (body: any) => ({ ...body, history: body.history.map(change) }) },
    );
    expect(mustOk(await link(old), 'link')).toEqual([]);
    expect(mustOk(await link(old), 'link')).toHaveLength(1);
  });

  test('without end are given up', async () => {
    const old = await coinOf('1');
    mustOk(await (await sessionOf(await planFor(old, ['0.1']))).commit(), 'melt');
    let page = 0;
    intercept = async (input, init) => {
      const answer = await economyHttp(String(input).replace(/\?.*$/, ''), init);
      const body = (await answer.json()) as { readonly history?: readonly object[] };
      page += 1;
      return Response.json({
        ...body,
        history: (body.history ?? []).map((line) => ({ ...line, history_offset: page })),
      });
    };
    const signed = new Map<string, string>();
    const inner = intercept;
    intercept = async (input, init) => {
      const headers = new Headers(init?.headers);
      const header = 'taler-coin-history-signature';
      signed.set(header, signed.get(header) ?? headers.get(header) ?? '');
      headers.set(header, signed.get(header) ?? '');
      headers.delete('if-none-match');
      return inner(input, { ...init, headers });
    };
    expect(await historyOf(old)).toMatchObject({ error: { kind: 'bad-history' } });
    expect(page).toBeLessThan(100);
  });
});

describe('between 24 and 31', () => {
  const speaking = async (version: string): Promise<Exchange> => {
    exchange.faults.once({ path: '/config' }, { unknownVersion: version });
    exchange.faults.always({ path: '/keys' }, { unknownVersion: version });
    return mustOk(await connectExchange(world, exchange.baseUrl), 'connect');
  };
  test.each(['24:0:0', '25:1:2', '26:0:0', '31:2:5'])('%s makes no change', async (version) => {
    const other = await speaking(version);
    const plan = await planFor(await coinOf('1'), ['0.1']);
    expect(await other.openRefresh({ ...plan, scheme: 1 })).toEqual({ ok: false, error: { kind: 'no-change' } });
    expect(await other.openRefresh(plan)).toEqual({ ok: false, error: { kind: 'no-change' } });
    mustOk(await other.keys(), 'keys');
  });
  test('26 withdraws as 32 does', async () => {
    const other = await speaking('26:0:0');
    const { planchets } = await planchetsOf(['0.1', '1']);
    const reservePriv = reserveWith('KUDOS:5').priv;
    expect(mustOk(await other.withdraw({ reservePriv, planchets }), 'withdraw')).toHaveLength(2);
    mustOk(await other.keys(), 'keys');
  });
  test('one that is newer is read only', async () => {
    exchange.faults.once({ path: '/config' }, { unknownVersion: '36:0:0' });
    expect(await connectExchange(world, exchange.baseUrl)).toMatchObject({
      error: { kind: 'unsupported-version', version: '36:0:0' },
    });
  });
});

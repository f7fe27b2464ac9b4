// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { coinScheme, V32_SCHEME } from '../../electron/taler/coin/schemes.ts';
import { connectExchange } from '../../electron/taler/exchange/connect.ts';
import { type Denomination } from '../../electron/taler/exchange/keys/model.ts';
import { aroundV32, rsaUnblind } from './exchange-v32-lab.ts';
import { keyPair, random } from './sandbox-client.ts';

// The client of v32 and the sandbox’s own reading of the same page, one against the other: melts and reveals.

const v32 = aroundV32();

describe('refreshes', () => {
  test('melt and reveal are repeatable, the coins are real, and the old coin alone finds them again', async () => {
    const old = await v32.coinOf('1');
    const plan = await v32.planFor(old, ['0.1', '0.1', '0.1']);
    const session = await v32.sessionOf(plan);
    expect(mustOk(await session.isCommitted(), 'asked')).toBe(false);
    const committed = mustOk(await session.commit(), 'melt');
    expect(mustOk(await session.commit(), 'again').noRevealIndex).toBe(committed.noRevealIndex);
    expect(mustOk(await session.isCommitted(), 'asked')).toBe(true);
    const { body } = v32.bodies.find(({ path }) => path === '/melt') ?? expect.fail('nothing was sent');
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
    const [found, ...others] = mustOk(await v32.client.link(old), 'link');
    expect(others).toEqual([]);
    expect(found?.session).toEqual({ scheme: V32_SCHEME, seed: plan.seed, noRevealIndex: committed.noRevealIndex });
    expect(found?.newCoins.map(({ blindSignature }) => blindSignature)).toEqual(
      coins.map(({ blindSignature }) => blindSignature),
    );
  });

  test('what was melted and not revealed is revealed by whoever has the old coin', async () => {
    const old = await v32.coinOf('1');
    mustOk(await (await v32.sessionOf(await v32.planFor(old, ['0.1', '0.1']))).commit(), 'melt');
    // Nothing but the old coin: another client, as after a restore from nothing.
    const other = mustOk(await connectExchange(v32.world, v32.exchange.baseUrl), 'connect');
    const [found] = mustOk(await other.link(old), 'link');
    expect(found?.newCoins).toHaveLength(2);
    expect(v32.bodies.filter(({ path }) => path === '/reveal-melt')).toHaveLength(1);
  });

  test('a reveal that is not repeated is found in the coin’s history', async () => {
    const old = await v32.coinOf('1');
    const session = await v32.sessionOf(await v32.planFor(old, ['0.1', '0.1']));
    const { noRevealIndex } = mustOk(await session.commit(), 'melt');
    const coins = mustOk(await session.reveal(noRevealIndex), 'reveal');
    v32.exchange.faults.times(2, { path: '/reveal-melt' }, { status: 404, code: 1355 });
    expect(mustOk(await session.reveal(noRevealIndex), 'again')).toEqual(coins);
    const wrong = ([0, 1, 2] as const).find((each) => each !== noRevealIndex) ?? 0;
    expect(await session.reveal(wrong)).toMatchObject({ error: { kind: 'melt-unknown' } });
  });

  test('a wrong index is a broken promise', async () => {
    const session = await v32.sessionOf(await v32.planFor(await v32.coinOf('1'), ['0.1']));
    const { noRevealIndex } = mustOk(await session.commit(), 'melt');
    const wrong = ([0, 1, 2] as const).find((each) => each !== noRevealIndex) ?? 0;
    expect(await session.reveal(wrong)).toMatchObject({ error: { kind: 'commitment-violation' } });
    v32.exchange.faults.once({ path: '/reveal-melt' }, { status: 409 });
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
    const session = await v32.sessionOf(await v32.planFor(await v32.coinOf('1'), ['0.1']));
    v32.exchange.faults.once({ path: /\/melt$/ }, { changeJson: change });
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
    ['a coin of another kind', 409, 1003, { kind: 'coin-conflict', code: 1003 }],
    ['a coin of another age', 409, 1015, { kind: 'coin-conflict', code: 1015 }],
    ['a kind that is gone', 410, undefined, { kind: 'denomination-gone', why: 'expired', proven: false }],
    ['a kind that is revoked', 410, 1010, { kind: 'denomination-gone', why: 'revoked' }],
  ])('a melt refused for %s', async (_what, status, code, error) => {
    const session = await v32.sessionOf(await v32.planFor(await v32.coinOf('1'), ['0.1']));
    v32.exchange.faults.once({ path: /\/melt$/ }, { status, ...(code === undefined ? {} : { code }) });
    expect(await session.commit()).toMatchObject({ error });
    // A refusal costs nothing: the same goes through afterwards.
    expect((await session.commit()).ok).toBe(true);
  });

  test('a melt may live elsewhere on the same host; to others it is not followed by http, nor is a reveal', async () => {
    const session = await v32.sessionOf(await v32.planFor(await v32.coinOf('1'), ['0.1']));
    v32.exchange.faults.once({ path: /\/melt$/ }, { redirect: { status: 307, location: '/melt?again' } });
    expect((await session.commit()).ok).toBe(true);
    for (const status of [307, 308]) {
      v32.exchange.faults.once({ path: /\/melt$/ }, { redirect: { status, location: 'http://127.0.0.1:1/melt' } });
      expect(await session.commit()).toMatchObject({ error: { kind: 'redirected' } });
    }
    v32.exchange.faults.once({ path: /\/melt$/ }, { redirect: { status: 302, location: '/melt' } });
    expect(await session.commit()).toMatchObject({ error: { kind: 'redirected' } });
    const elsewhere = async (reveal_base_url: string) => {
      v32.exchange.faults.once({ path: /\/melt$/ }, { changeJson: (body: any) => ({ ...body, reveal_base_url }) });
      return session.reveal(mustOk(await session.commit(), 'melt').noRevealIndex);
    };
    for (const url of ['http://127.0.0.1:1/', 'https://10.0.0.1/', 'ftp://x/', 'no address', 'http://a:b@127.0.0.1/'])
      expect(await elsewhere(url)).toMatchObject({ error: { kind: 'redirected' } });
    expect((await elsewhere(v32.exchange.baseUrl)).ok).toBe(true);
  });

  test('one change of the melt, and the sandbox refuses it', async () => {
    const old = await v32.coinOf('1');
    const session = await v32.sessionOf(await v32.planFor(old, ['0.1', '0.1']));
    v32.intercept(async () => Response.json({ code: 1 }, { status: 400 }));
    await session.commit();
    v32.intercept(undefined);
    const { body } = v32.bodies.at(-1) ?? expect.fail('nothing was sent');
    const changes: readonly object[] = [
      { coin_evs: body.coin_evs.toReversed() },
      { coin_evs: body.coin_evs.slice(1) },
      { coin_evs: [...body.coin_evs, body.coin_evs[0]] },
      { coin_evs: [body.coin_evs[0].toReversed(), body.coin_evs[1], body.coin_evs[2]] },
      { coin_evs: [body.coin_evs[0].slice(1), body.coin_evs[1], body.coin_evs[2]] },
      { coin_evs: [[], [], []], denoms_h: [], transfer_pubs: [[], [], []] },
      { transfer_pubs: body.transfer_pubs.slice(1) },
      { transfer_pubs: [body.transfer_pubs[0].slice(1), body.transfer_pubs[1], body.transfer_pubs[2]] },
      { denoms_h: [(await v32.kind('1')).hash, (await v32.kind('1')).hash] },
      { refresh_seed: bytesToCrock(random(64)) },
      { value_with_fee: 'KUDOS:0.99' },
      { value_with_fee: 'EUR:0.23' },
      { old_coin_pub: keyPair().pub },
      { old_denom_pub_h: (await v32.kind('5')).hash },
      { old_denom_sig: { cipher: 'RSA', rsa_signature: bytesToCrock(random(128)) } },
      { confirm_sig: bytesToCrock(random(64)) },
    ];
    for (const change of changes) {
      const answer = await v32.post('melt', { ...body, ...change });
      expect({ change, isRefused: answer.status >= 400 && answer.status < 500 }).toEqual({ change, isRefused: true });
    }
    expect((await v32.post('melt', body)).status).toBe(200);
  });

  test('as many seeds as are disclosed and as many signatures as there are coins, and no other number', async () => {
    const session = await v32.sessionOf(await v32.planFor(await v32.coinOf('1'), ['0.1', '0.1']));
    const { noRevealIndex } = mustOk(await session.commit(), 'melt');
    for (const change of [
      (sigs: readonly unknown[]) => sigs.slice(1),
      (sigs: readonly unknown[]) => [...sigs, sigs[0]],
      () => [],
      () => new Array(65).fill({ cipher: 'RSA', blinded_rsa_signature: 'AA' }),
      () => ({ 0: 1, length: 2 }),
    ]) {
      v32.exchange.faults.once(
        { path: '/reveal-melt' },
        { changeJson: (body: any) => ({ ...body, ev_sigs: change(body.ev_sigs) }) },
      );
      expect(await session.reveal(noRevealIndex)).toMatchObject({ error: { kind: 'malformed-response' } });
    }
    const { body } = v32.bodies.findLast(({ path }) => path === '/reveal-melt') ?? expect.fail('nothing was sent');
    const seeds: readonly string[] = body.batch_seeds;
    for (const batch_seeds of [[], seeds.slice(1), [...seeds, seeds[0]], seeds.toReversed()]) {
      const { status } = await v32.post('reveal-melt', { ...body, batch_seeds });
      expect({ batch_seeds, isRefused: status >= 400 && status < 500 }).toEqual({ batch_seeds, isRefused: true });
    }
    expect(mustOk(await session.reveal(noRevealIndex), 'reveal')).toHaveLength(2);
  });

  test('a promise that is not kept shows at the reveal, and not before', async () => {
    const old = await v32.coinOf('1');
    const session = await v32.sessionOf(await v32.planFor(old, ['0.1', '0.1']));
    v32.intercept(async () => Response.json({ code: 1 }, { status: 400 }));
    await session.commit();
    v32.intercept(undefined);
    const { body } = v32.bodies.at(-1) ?? expect.fail('nothing was sent');
    // Transfer keys are in no hash and no signature: only whoever derives them again sees that they are others.
    const others = body.transfer_pubs.map((each: readonly string[]) => each.map(() => bytesToCrock(random(32))));
    const melted = await v32.post('melt', { ...body, transfer_pubs: others });
    expect(melted.status).toBe(200);
    const { noreveal_index: gamma } = (await melted.json()) as { readonly noreveal_index: 0 | 1 | 2 };
    expect(await session.reveal(gamma)).toMatchObject({ error: { kind: 'commitment-violation' } });
  });

  test('what no exchange of this generation makes', async () => {
    const plan = await v32.planFor(await v32.coinOf('1'), ['0.1']);
    expect(await v32.client.openRefresh({ ...plan, scheme: 1 })).toMatchObject({ error: { kind: 'other-scheme' } });
    const [denomination] = plan.newDenominations;
    const newDenominations = new Array<Denomination>(65).fill(denomination ?? expect.fail('no kind'));
    expect(await v32.client.openRefresh({ ...plan, newDenominations })).toMatchObject({
      error: { kind: 'other-scheme' },
    });
    const recoup = { coin: await v32.coinOf('1'), blindingSecret: random(32) };
    expect(await v32.client.recoup(recoup)).toMatchObject({ error: { kind: 'recoup-not-offered' } });
    expect(await v32.client.recoupRefresh(recoup)).toMatchObject({ error: { kind: 'recoup-not-offered' } });
    const reserve = v32.reserveWith('KUDOS:1');
    v32.exchange.faults.once(
      { path: '/reserves/' },
      { changeJson: (body: any) => ({ ...body, maximum_age_group: 2 }) },
    );
    expect(await v32.client.reserveStatus({ reservePub: reserve.pub })).toMatchObject({
      error: { kind: 'age-limited' },
    });
  });
});

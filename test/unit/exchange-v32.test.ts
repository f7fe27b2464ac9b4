// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { connectExchange } from '../../electron/taler/exchange/connect.ts';
import type { Exchange, Planchet } from '../../electron/taler/exchange/exchange.ts';
import { aroundV32 } from './exchange-v32-lab.ts';
import { keyPair, random, type KeyPair } from './sandbox-client.ts';

// The client of v32 and the sandbox’s own reading of the same page, one against the other, by requests alone: withdrawals, and
// the versions between.

const v32 = aroundV32();

describe('withdrawals', () => {
  test('one request, one signature; repeated as a whole it is answered alike and costs nothing', async () => {
    const reserve = v32.reserveWith('KUDOS:10');
    const { planchets } = await v32.planchetsOf(['1', '0.1', '0.1', '5']);
    const first = mustOk(await v32.client.withdraw({ reservePriv: reserve.priv, planchets }), 'withdraw');
    expect(first).toHaveLength(4);
    expect(v32.exchange.reserveBalance(reserve.pub)).toBe('KUDOS:3.77');
    expect(mustOk(await v32.client.withdraw({ reservePriv: reserve.priv, planchets }), 'again')).toEqual(first);
    expect(v32.exchange.reserveBalance(reserve.pub)).toBe('KUDOS:3.77');
    const { body } = v32.bodies.find(({ path }) => path === '/withdraw') ?? expect.fail('nothing was sent');
    expect(Object.keys(body).toSorted()).toEqual(['cipher', 'coin_evs', 'denoms_h', 'reserve_pub', 'reserve_sig']);
    const history = mustOk(await v32.client.reserveHistory({ reservePriv: reserve.priv }), 'history');
    expect(history.entries.map(({ type, direction, proof }) => [type, direction, proof])).toEqual([
      ['CREDIT', 'credit', 'unverifiable'],
      ['WITHDRAW', 'debit', 'verified'],
    ]);
    expect(amountToText(history.balance)).toBe('KUDOS:3.77');
  });

  test('a reserve without money, with too little, and a kind that is gone', async () => {
    const { planchets } = await v32.planchetsOf(['1', '1']);
    const ask = (reserve: KeyPair) => v32.client.withdraw({ reservePriv: reserve.priv, planchets });
    expect(await ask(keyPair())).toMatchObject({ error: { kind: 'reserve-unknown' } });
    expect(await ask(v32.reserveWith('KUDOS:2'))).toMatchObject({ error: { kind: 'reserve-insufficient' } });
    expect(await v32.client.withdraw({ reservePriv: random(32), planchets: [] })).toMatchObject({
      ok: true,
      value: [],
    });
    const tooMany = new Array<Planchet>(65).fill(planchets[0] ?? expect.fail('no planchet'));
    await expect(v32.client.withdraw({ reservePriv: random(32), planchets: tooMany })).rejects.toThrow('defect');
  });

  test('what was booked and is refused since is told apart from what never was', async () => {
    const { planchets } = await v32.planchetsOf(['0.1', '1']);
    const reserve = v32.reserveWith('KUDOS:5');
    const ask = (how: { readonly ifBooked?: true } = {}) =>
      v32.client.withdraw({ reservePriv: reserve.priv, planchets, ...how });
    expect(await ask({ ifBooked: true })).toMatchObject({ ok: true, value: [] });
    for (const [status, code] of [
      [410, undefined],
      [410, 1009],
      [409, 1150],
    ] as const) {
      v32.exchange.faults.once({ path: '/withdraw' }, { status, ...(code === undefined ? {} : { code }) });
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
      v32.exchange.faults.once({ path: '/withdraw' }, { status, ...(code === undefined ? {} : { code }) });
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
    const { planchets } = await v32.planchetsOf(['0.1']);
    v32.exchange.faults.once({ path: '/withdraw' }, { status });
    expect(await v32.client.withdraw({ reservePriv: v32.reserveWith('KUDOS:5').priv, planchets })).toMatchObject({
      error,
    });
  });

  test('answers in the form of before are read, of another length or cipher not', async () => {
    const { planchets } = await v32.planchetsOf(['0.1', '0.1']);
    const reserve = v32.reserveWith('KUDOS:5');
    const ask = () => v32.client.withdraw({ reservePriv: reserve.priv, planchets });
    const good = mustOk(await ask(), 'withdraw');
    const changed = async (change: (sigs: readonly unknown[]) => unknown) => {
      v32.exchange.faults.once(
        { path: '/withdraw' },
        { changeJson: (body: any) => ({ ev_sigs: change(body.ev_sigs) }) },
      );
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
    const reserve = v32.reserveWith('KUDOS:5');
    const { planchets } = await v32.planchetsOf(['0.1', '1']);
    v32.intercept(async () => Response.json({ code: 1 }, { status: 400 }));
    await v32.client.withdraw({ reservePriv: reserve.priv, planchets });
    v32.intercept(undefined);
    const { body } = v32.bodies.at(-1) ?? expect.fail('nothing was sent');
    const other = await v32.planchetsOf(['0.1', '1']);
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
      const answer = await v32.post('withdraw', { ...body, ...change });
      expect({ change, isRefused: answer.status >= 400 && answer.status <= 501 }).toEqual({ change, isRefused: true });
    }
    expect(v32.exchange.reserveBalance(reserve.pub)).toBe('KUDOS:5');
    expect((await v32.post('withdraw', body)).status).toBe(200);
  });
});

describe('between 24 and 31', () => {
  const speaking = async (version: string): Promise<Exchange> => {
    v32.exchange.faults.once({ path: '/config' }, { unknownVersion: version });
    v32.exchange.faults.always({ path: '/keys' }, { unknownVersion: version });
    return mustOk(await connectExchange(v32.world, v32.exchange.baseUrl), 'connect');
  };
  test.each(['24:0:0', '25:1:2', '26:0:0', '31:2:5'])('%s makes no change', async (version) => {
    const other = await speaking(version);
    const plan = await v32.planFor(await v32.coinOf('1'), ['0.1']);
    expect(await other.openRefresh({ ...plan, scheme: 1 })).toEqual({ ok: false, error: { kind: 'no-change' } });
    expect(await other.openRefresh(plan)).toEqual({ ok: false, error: { kind: 'no-change' } });
    mustOk(await other.keys(), 'keys');
  });
  test('26 withdraws as 32 does', async () => {
    const other = await speaking('26:0:0');
    const { planchets } = await v32.planchetsOf(['0.1', '1']);
    const reservePriv = v32.reserveWith('KUDOS:5').priv;
    expect(mustOk(await other.withdraw({ reservePriv, planchets }), 'withdraw')).toHaveLength(2);
    mustOk(await other.keys(), 'keys');
  });
  test('one that is newer is read only', async () => {
    v32.exchange.faults.once({ path: '/config' }, { unknownVersion: '36:0:0' });
    expect(await connectExchange(v32.world, v32.exchange.baseUrl)).toMatchObject({
      error: { kind: 'unsupported-version', version: '36:0:0' },
    });
  });
});

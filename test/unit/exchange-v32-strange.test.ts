// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { connectExchange } from '../../electron/taler/exchange/connect.ts';
import { aroundV32 } from './exchange-v32-lab.ts';
import { keyPair, random } from './sandbox-client.ts';

// An exchange that says one version and answers in another's form, or says something else when it is asked again.

const v32 = aroundV32();

/** The same exchange, saying another version. */
const saying = async (version: string) => {
  v32.exchange.faults.once({ path: '/config' }, { unknownVersion: version });
  v32.exchange.faults.always({ path: '/keys' }, { unknownVersion: version });
  return mustOk(await connectExchange(v32.world, v32.exchange.baseUrl), 'connect');
};

describe('one version said and another spoken', () => {
  test('23 that answers a withdrawal and a melt as of today hands out nothing and is not believed', async () => {
    const { planchets } = await v32.planchetsOf(['0.1']);
    const plan = await v32.planFor(await v32.coinOf('1'), ['0.1']);
    const older = await saying('23:0:6');
    const ask = () => older.withdraw({ reservePriv: v32.reserveWith('KUDOS:1').priv, planchets });
    expect(await ask()).toMatchObject({ error: { kind: 'unsupported-operation' } });
    v32.intercept(async () => Response.json({ ev_sigs: [{ cipher: 'RSA', blinded_rsa_signature: 'AA' }, { x: 1 }] }));
    expect(await ask()).toMatchObject({ error: { kind: 'malformed-response' } });
    v32.intercept(undefined);
    mustOk(await older.keys(), 'keys');
    // A session of today's kind is not begun in the other way.
    expect(await older.openRefresh(plan)).toMatchObject({ error: { kind: 'other-scheme' } });
  });

  test('35 that knows no request of today takes nothing', async () => {
    const session = await v32.sessionOf(await v32.planFor(await v32.coinOf('1'), ['0.1']));
    const { planchets } = await v32.planchetsOf(['0.1']);
    const reserve = v32.reserveWith('KUDOS:1');
    for (const path of ['/withdraw', /\/melt$/]) v32.exchange.faults.once({ path }, { status: 404, code: 21 });
    expect(await v32.client.withdraw({ reservePriv: reserve.priv, planchets })).toMatchObject({
      error: { kind: 'unsupported-operation' },
    });
    expect(await session.commit()).toMatchObject({ error: { kind: 'unsupported-operation' } });
    expect(v32.exchange.reserveBalance(reserve.pub)).toBe('KUDOS:1');
    expect((await session.commit()).ok).toBe(true);
  });

  test('35 whose melt is answered as before is refused by name', async () => {
    const session = await v32.sessionOf(await v32.planFor(await v32.coinOf('1'), ['0.1']));
    // In v17 and v23 nobody named whom else to ask, and Clause-Schnorr signatures stood beside.
    v32.exchange.faults.once({ path: /\/melt$/ }, { changeJson: ({ noreveal_index }: any) => ({ noreveal_index }) });
    expect(await session.commit()).toMatchObject({ error: { kind: 'malformed-response' } });
    const { noRevealIndex } = mustOk(await session.commit(), 'melt');
    v32.exchange.faults.once(
      { path: '/reveal-melt' },
      { changeJson: () => ({ ev_sigs: [{ ev_sig: { cipher: 'CS', b: 1, s: 'A'.repeat(52) } }] }) },
    );
    expect(await session.reveal(noRevealIndex)).toMatchObject({ error: { kind: 'malformed-response' } });
    expect((await session.reveal(noRevealIndex)).ok).toBe(true);
  });
});

test('an index that is another one when the same melt is asked for again brings coins for the one that was meant alone', async () => {
  const session = await v32.sessionOf(await v32.planFor(await v32.coinOf('1'), ['0.1']));
  const first = mustOk(await session.commit(), 'melt').noRevealIndex;
  const turn = (by: number) => v32.exchange.ask(`UPDATE session SET gamma = (gamma + ${by}) % 3 RETURNING gamma`);
  turn(1);
  const second = mustOk(await session.commit(), 'again').noRevealIndex;
  expect(second).not.toBe(first);
  expect(await session.reveal(second)).toMatchObject({ error: { kind: 'commitment-violation' } });
  turn(2);
  expect(mustOk(await session.reveal(first), 'reveal')).toHaveLength(1);
});

test('who may hold how much, by status alone', async () => {
  const threshold = { currency: 'KUDOS', units: 500_000_000n };
  const ask = () => v32.client.mayHold({ accountPriv: random(32), threshold });
  expect(await ask()).toMatchObject({ ok: true });
  for (const [status, kind] of [
    [403, 'signature-refused'],
    [413, 'refused'],
    [451, 'kyc-required'],
    [503, 'server-trouble'],
  ] as const) {
    v32.exchange.faults.once({ path: '/kyc-wallet' }, { status });
    expect({ status, answer: await ask() }).toMatchObject({ answer: { error: { kind } } });
  }
  v32.exchange.faults.once({ path: '/kyc-wallet' }, { status: 404, code: 21 });
  expect(await ask()).toMatchObject({ ok: true });
  const forged = {
    balance: 'KUDOS:5',
    reserve_pub: keyPair().pub,
    reserve_sig: 'A'.repeat(102) + '0',
  };
  const answer = await v32.world.http(`${v32.exchange.baseUrl}kyc-wallet`, {
    method: 'POST',
    body: JSON.stringify(forged),
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
});

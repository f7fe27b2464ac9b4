// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amountToText } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { type SpendCoin } from '../../electron/taler/exchange/exchange.ts';
import { type World } from '../../electron/world.ts';
import { economyHttp } from '../support/economy.ts';
import { aroundV32 } from './exchange-v32-lab.ts';
import { random } from './sandbox-client.ts';

// The client of v32 and histories of a coin that are long, false or without end.

const v32 = aroundV32();

describe('histories', () => {
  /** A coin that was melted more often than one part of its history has lines. */
  const often = async (): Promise<SpendCoin> => {
    const old = await v32.coinOf('5');
    for (let melt = 0; melt < 10; melt += 1) {
      const session = await v32.sessionOf(await v32.planFor(old, ['0.1']));
      const { noRevealIndex } = mustOk(await session.commit(), 'melt');
      if (melt % 2 === 0) mustOk(await session.reveal(noRevealIndex), 'reveal');
    }
    return old;
  };
  const historyOf = ({ priv, denomination }: SpendCoin) => v32.client.coinHistory({ coinPriv: priv, denomination });

  test('come in parts, add up, and are not sent again unchanged', async () => {
    const old = await often();
    v32.bodies.length = 0;
    const history = mustOk(await historyOf(old), 'history');
    if (history.state !== 'known') throw new Error('a known coin was expected');
    expect(history.entries).toHaveLength(10);
    expect(amountToText(history.balance)).toBe('KUDOS:3.9');
    expect(v32.bodies).toHaveLength(2);
    expect(mustOk(await historyOf(old), 'again')).toEqual(history);
    expect(v32.bodies).toHaveLength(3);
    expect(mustOk(await v32.client.link(old), 'link')).toHaveLength(10);
    expect(
      mustOk(await v32.client.coinHistory({ coinPriv: random(32), denomination: old.denomination }), 'none'),
    ).toEqual({
      state: 'unknown',
    });
  });

  const lying = async (change: (lines: any[]) => any[], more: object = {}) => {
    const old = await v32.coinOf('1');
    const session = await v32.sessionOf(await v32.planFor(old, ['0.1']));
    mustOk(await session.commit(), 'melt');
    const foreign = await v32.coinOf('1');
    mustOk(await (await v32.sessionOf(await v32.planFor(foreign, ['0.1']))).commit(), 'melt');
    const other: any[] = [];
    v32.intercept(async (input, init) => {
      const answer = await economyHttp(input, init);
      other.push(...((await answer.clone().json()) as { readonly history: readonly unknown[] }).history);
      return answer;
    });
    await historyOf(foreign);
    v32.intercept(undefined);
    v32.exchange.faults.once(
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

  test('that leave a melt out, and add up, lose nothing: the same melt goes through again, and is found once it is told', async () => {
    const old = await v32.coinOf('1');
    const session = await v32.sessionOf(await v32.planFor(old, ['0.1']));
    const { noRevealIndex } = mustOk(await session.commit(), 'melt');
    const hiding = { path: '/history' };
    v32.exchange.faults.always(hiding, { changeJson: (body: any) => ({ ...body, history: [], balance: 'KUDOS:1' }) });
    expect(mustOk(await historyOf(old), 'history')).toMatchObject({ state: 'known', entries: [] });
    expect(mustOk(await session.isCommitted(), 'asked')).toBe(false);
    expect(mustOk(await v32.client.link(old), 'link')).toEqual([]);
    expect(mustOk(await session.commit(), 'again').noRevealIndex).toBe(noRevealIndex);
    expect(mustOk(await session.reveal(noRevealIndex), 'reveal')).toHaveLength(1);
    v32.exchange.faults.clear();
    expect(mustOk(await v32.client.link(old), 'link')).toHaveLength(1);
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
    const old = await v32.coinOf('1');
    mustOk(await (await v32.sessionOf(await v32.planFor(old, ['0.1']))).commit(), 'melt');
    v32.exchange.faults.once(
      { path: '/history' },
      { changeJson: (body: any) => ({ ...body, history: body.history.map(change) }) },
    );
    expect(mustOk(await v32.client.link(old), 'link')).toEqual([]);
    expect(mustOk(await v32.client.link(old), 'link')).toHaveLength(1);
  });

  test('without end are given up', async () => {
    const old = await v32.coinOf('1');
    mustOk(await (await v32.sessionOf(await v32.planFor(old, ['0.1']))).commit(), 'melt');
    let page = 0;
    const inner: World['http'] = async (input, init) => {
      const answer = await economyHttp(String(input).replace(/\?.*$/, ''), init);
      const body = (await answer.json()) as { readonly history?: readonly object[] };
      page += 1;
      return Response.json({
        ...body,
        history: (body.history ?? []).map((line) => ({ ...line, history_offset: page })),
      });
    };
    const signed = new Map<string, string>();
    v32.intercept(async (input, init) => {
      const headers = new Headers(init?.headers);
      const header = 'taler-coin-history-signature';
      signed.set(header, signed.get(header) ?? headers.get(header) ?? '');
      headers.set(header, signed.get(header) ?? '');
      headers.delete('if-none-match');
      return inner(input, { ...init, headers });
    });
    expect(await historyOf(old)).toMatchObject({ error: { kind: 'bad-history' } });
    expect(page).toBeLessThan(100);
  });
});

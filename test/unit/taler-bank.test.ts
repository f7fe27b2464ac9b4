// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { bankConfig } from '../../electron/taler/bank/config.ts';
import { operationStatus, selectReserve } from '../../electron/taler/bank/operation.ts';
import { realWorld, type World } from '../../electron/world.ts';
import wireFlows from '../vectors/data/wire-flows.json' with { type: 'json' };

const OPERATION = { bankBaseUrl: 'http://localhost:8081/bank/', operationId: 'op1' };

const answering = (answer: (asked: Request) => Response | Promise<Response>): World => ({
  now: () => 0,
  sleep: realWorld().sleep,
  randomBytes: (length) => new Uint8Array(length),
  http: async (input, init) => answer(new Request(input, init)),
  log: () => undefined,
});
const status = (code: number, body: unknown): World => answering(() => Response.json(body, { status: code }));
const recorded = wireFlows.cases.filter(({ flow }) => flow === 'bank-integrated-withdrawal');

describe('the recorded bank', () => {
  test('its version, an operation before and after, and the selection as it was sent', async () => {
    const [config, before] = recorded;
    const after = recorded.at(-1);
    const selected = recorded.find(({ method }) => method === 'POST');
    expect(await bankConfig(status(200, config?.response), OPERATION.bankBaseUrl)).toEqual({
      ok: true,
      value: { version: '0:0:0', currency: 'KUDOS', speaks: 0 },
    });
    expect(await operationStatus(status(200, before?.response), OPERATION)).toMatchObject({
      ok: true,
      value: {
        state: 'pending',
        amount: amount('KUDOS:5'),
        wireTypes: ['x-taler-bank'],
        suggestedExchange: 'http://localhost:8081/',
      },
    });
    expect(await operationStatus(status(200, after?.response), OPERATION)).toMatchObject({
      ok: true,
      value: { state: 'confirmed' },
    });
    const request =
      selected && 'request' in selected
        ? (selected.request as { readonly reserve_pub: string; readonly selected_exchange: string })
        : undefined;
    const world = answering(async (asked) => {
      expect([asked.method, new URL(asked.url).pathname]).toEqual(['POST', selected?.url]);
      expect(await asked.json()).toEqual(request);
      return Response.json(selected?.response);
    });
    expect(
      await selectReserve(world, {
        ...OPERATION,
        reservePub: request?.reserve_pub ?? '',
        exchangePayto: request?.selected_exchange ?? '',
      }),
    ).toEqual({ ok: true, value: { transferDone: true, confirmUrl: 'http://localhost/confirm' } });
  });
});

describe('what a bank may answer', () => {
  test.each([
    ['7:0:1', 'unsupported-version'],
    ...['x', '', '5', '5:0', '5:0:0:0', ' 5:0:0', '-5:0:0', '5:0:6', '5.0.0', '1234567:0:0', '٥:0:0'].map(
      (text): [string, string] => [text, 'malformed-response'],
    ),
  ])('version %s', async (version, kind) => {
    expect(await bankConfig(status(200, { version }), OPERATION.bankBaseUrl)).toMatchObject({
      ok: false,
      error: { kind },
    });
  });

  test('a member that is null is a member that is left out', async () => {
    const { suggested_exchange: _, ...rest } = { ...(recorded[1]?.response as object), suggested_exchange: null };
    const nothing = { suggested_exchange: null, confirm_transfer_url: null, sender_wire: null, status: null };
    expect(await operationStatus(status(200, { ...rest, ...nothing }), OPERATION)).toMatchObject({
      ok: true,
      value: { state: 'pending', suggestedExchange: undefined, confirmUrl: undefined },
    });
    // What has to be there is not there.
    expect((await operationStatus(status(200, { transfer_done: null }), OPERATION)).ok).toBe(false);
  });

  test.each([
    ['0:0:0', 0],
    ['1:2:0', 1],
    ['2:0:2', 2],
    ['3:0:0', 3],
    ['5:0:5', 5],
    ['6:0:2', 5],
    ['9:99:4', 5],
  ])('of version %s, what both speak is %i', async (version, speaks) => {
    expect(await bankConfig(status(200, { version, currency: 'EUR' }), OPERATION.bankBaseUrl)).toEqual({
      ok: true,
      value: { version, currency: 'EUR', speaks },
    });
  });

  test.each([
    [{ selection_done: true, transfer_done: false, aborted: false }, 'selected'],
    [{ selection_done: false, transfer_done: false, aborted: true }, 'aborted'],
    [{ status: 'confirmed' }, 'confirmed'],
    [{ status: 'pending' }, 'pending'],
  ])('%j is %s', async (body, state) => {
    expect(await operationStatus(status(200, body), OPERATION)).toMatchObject({ ok: true, value: { state } });
  });

  test.each([{}, { aborted: false }, { selection_done: true }])('%j says nothing: not an operation', async (body) => {
    expect(await operationStatus(status(200, body), OPERATION)).toMatchObject({
      ok: false,
      error: { kind: 'malformed-response' },
    });
  });

  test.each([
    [2, '?long_poll_ms=5000'],
    [3, '?timeout_ms=5000&old_state=selected'],
  ])('a wait in the words of version %i', async (speaks, search) => {
    const world = answering((asked) => {
      expect(new URL(asked.url).search).toBe(search);
      return Response.json({ status: 'confirmed' });
    });
    const wait = { ms: 5000, oldState: 'selected' as const, speaks };
    expect((await operationStatus(world, { ...OPERATION, wait })).ok).toBe(true);
  });

  const five = amount('KUDOS:5');
  test.each([
    [{ amount: 'KUDOS:5' }, { kind: 'fixed', amount: five }],
    // What a bank says beside a sum that it fixes changes nothing about it.
    [
      { amount: 'KUDOS:5', max_amount: 'KUDOS:1', suggested_amount: 'KUDOS:2' },
      { kind: 'fixed', amount: five },
    ],
    [
      { amount: 'KUDOS:5', editable_amount: true },
      { kind: 'open', suggested: five, most: undefined },
    ],
    [
      { suggested_amount: 'KUDOS:5', max_amount: 'KUDOS:5' },
      { kind: 'open', suggested: five, most: five },
    ],
    // A suggestion beyond the bank's own most is none.
    [
      { suggested_amount: 'KUDOS:5.01', max_amount: 'KUDOS:5' },
      { kind: 'open', suggested: undefined, most: five },
    ],
    [
      { amount: 'KUDOS:5.01', editable_amount: true, max_amount: 'KUDOS:5' },
      { kind: 'open', suggested: undefined, most: five },
    ],
    [{ suggested_amount: 'KUDOS:0' }, { kind: 'open', suggested: undefined, most: undefined }],
    [{}, { kind: 'open', suggested: undefined, most: undefined }],
    [{ amount: 'KUDOS:5', no_amount_to_wallet: true }, { kind: 'at-bank' }],
  ])('the sum of %j', async (body, sum) => {
    const answer = await operationStatus(status(200, { status: 'pending', ...body }), OPERATION);
    expect(answer).toMatchObject({ ok: true, value: { sum } });
  });

  test.each([
    { amount: 'KUDOS:-5' },
    { max_amount: 'KUDOS:1e9' },
    { amount: 'KUDOS:5', max_amount: 'EUR:5' },
    { suggested_amount: 'KUDOS:5', currency: 'EUR' },
    { card_fees: '5' },
    { status: 'done' },
  ])('%j is no answer', async (body) => {
    expect(await operationStatus(status(200, { status: 'pending', ...body }), OPERATION)).toMatchObject({
      ok: false,
      error: { kind: 'malformed-response' },
    });
  });

  test.each([
    [404, { code: 5107 }, 'operation-unknown'],
    [404, {}, 'refused'],
    [410, {}, 'refused'],
    [409, { code: 5113 }, 'operation-taken'],
    [409, { code: 5114 }, 'reserve-reused'],
    [410, { code: 5115 }, 'operation-aborted'],
    [409, { code: 5102 }, 'refused'],
    [503, {}, 'server-trouble'],
  ])('%s %j is %s', async (code, body, kind) => {
    expect(
      await selectReserve(status(code, body), { ...OPERATION, reservePub: 'R', exchangePayto: 'payto://x/y' }),
    ).toMatchObject({ ok: false, error: { kind } });
  });

  test('an amount that is none', async () => {
    expect(await operationStatus(status(200, { status: 'pending', amount: '5 KUDOS' }), OPERATION)).toMatchObject({
      ok: false,
      error: { kind: 'malformed-response' },
    });
  });
});

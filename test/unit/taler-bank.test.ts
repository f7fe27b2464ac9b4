// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { amount } from '../../shared/amount.ts';
import { bankConfig, operationStatus, selectReserve } from '../../electron/taler/bank.ts';
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
      value: { version: '0:0:0', currency: 'KUDOS' },
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
    ['1:0:0', { kind: 'unsupported-version', version: '1:0:0' }],
    ['x', { kind: 'malformed-response' }],
  ])('version %s', async (version, failure) => {
    expect(await bankConfig(status(200, { version }), OPERATION.bankBaseUrl)).toMatchObject({
      ok: false,
      error: failure,
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

  test('a newer bank that still speaks the old version', async () => {
    expect((await bankConfig(status(200, { version: '5:0:5', currency: 'EUR' }), OPERATION.bankBaseUrl)).ok).toBe(true);
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

  test('a long poll says what it waits for', async () => {
    const world = answering((asked) => {
      expect(new URL(asked.url).search).toBe('?long_poll_ms=5000&old_state=selected');
      return Response.json({ status: 'confirmed' });
    });
    expect((await operationStatus(world, { ...OPERATION, longPollMs: 5000, oldState: 'selected' })).ok).toBe(true);
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

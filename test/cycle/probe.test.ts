// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, describe, expect, test } from 'vitest';
import { PLAY_TERMS } from '../../electron/sandbox/exchange/terms.ts';
import { mustOk } from '../../shared/result.ts';
import { readRecording } from '../replay/recording.ts';
import { replay } from '../replay/replay.ts';
import { standing, startProbeLab, type ProbeLab } from '../support/probe-lab.ts';

let lab: ProbeLab;
afterEach(() => lab.close());

/** Every line of the exchange, as it stands. */
const ALL_HOLD = {
  config: 'holds',
  keys: 'holds',
  // None of them has any.
  terms: 'not-tried',
  withdrawal: 'holds',
  arrivals: 'holds',
  refresh: 'holds',
  link: 'holds',
  'to-oneself': 'holds',
  spent: 'holds',
  payout: 'holds',
  'payout-status': 'holds',
};

/** Of the file that was written, nothing is otherwise when our client makes it anew. */
const expectReplays = async (atLeast: number, left: readonly string[]): Promise<void> => {
  const replayed = await replay(readRecording('probe', lab.report()));
  expect(replayed.mistakes).toEqual([]);
  expect(replayed.left).toEqual(left);
  expect(replayed.played).toBeGreaterThan(atLeast);
};

test('an exchange of v32, its bank, a shop, a paid place for copies and an escrow place: everything holds, and the file replays', async () => {
  lab = await startProbeLab({
    exchanges: [{ generation: 'v32', terms: PLAY_TERMS }],
    syncProviders: [{ annualFee: 'KUDOS:0.1' }],
    anastasisProviders: [{ form: '2022', annualFee: 'KUDOS:0.05' }],
  });
  const { bank, merchant, syncProviders, anastasisProviders } = lab.sandbox;
  const operation = await bank.createWithdrawal('KUDOS:0.5');
  const probed = mustOk(
    await lab.run(
      {
        bank: operation.talerUri,
        merchant: merchant.baseUrl,
        sync: syncProviders[0]?.baseUrl ?? '',
        anastasis: anastasisProviders[0]?.baseUrl ?? '',
        maxFee: 'KUDOS:0.2',
      },
      {
        tell: ({ kind }) => {
          if (kind === 'confirm') void operation.confirm();
        },
      },
    ),
    'probe',
  );
  expect(probed.checks.filter(({ state }) => state !== 'holds')).toEqual([]);
  expect(probed.left).toEqual([]);
  // An order is made by the till of a shop, and by no wallet.
  await expectReplays(30, ['merchant POST /private/orders']);
});

test('an exchange of v23 and an escrow place of 2021: stopped while it waits, it goes on with the same folder, and the file replays', async () => {
  lab = await startProbeLab({
    exchanges: [{ generation: 'v23' }],
    syncProviders: [{ annualFee: 'KUDOS:0.1' }],
    anastasisProviders: [{ form: '2021' }],
  });
  const { bank, syncProviders, anastasisProviders } = lab.sandbox;
  const services = {
    amount: 'KUDOS:0.05',
    sync: syncProviders[0]?.baseUrl ?? '',
    anastasis: anastasisProviders[0]?.baseUrl ?? '',
  };
  lab.onTransfer((payto, stop) => {
    mustOk(bank.transferToReserve(payto), 'transfer');
    stop.abort();
  });
  const stopped = standing(mustOk(await lab.run(services), 'stopped'));
  expect(stopped).toMatchObject({ config: 'holds', withdrawal: 'not-reached', payout: 'not-reached' });
  lab.onTransfer(() => undefined);
  const probed = mustOk(await lab.run(services, { goesOn: true }), 'goes on');
  expect(standing(probed)).toMatchObject({ ...ALL_HOLD, 'copies-config': 'holds', 'escrow-right': 'holds' });
  // Nobody has allowed a fee.
  expect(probed.checks.find(({ said }) => said.kind === 'copies-upload')).toMatchObject({
    state: 'not-reached',
    why: { kind: 'costs', facts: { fee: 'KUDOS:0.1' } },
  });
  expect(probed.left).toEqual([]);
  await expectReplays(20, []);
});

describe.each(['v14', 'v17'] as const)('an exchange of %s', (generation) => {
  test('is looked at from its config to a payout, and the file replays', async () => {
    lab = await startProbeLab({ exchanges: [{ generation }] });
    const payto = 'payto://x-taler-bank/localhost/me?receiver-name=me';
    const amount = 'KUDOS:0.05';
    // What the offer leaves open is said by the probe.
    const merchant = lab.sandbox.merchant.createTemplate({ id: 'box', contract: { summary: 'tea' } });
    const wish = generation === 'v14' ? { amount, payto } : { amount, merchant };
    const probed = mustOk(await lab.run(wish), 'probe');
    const untold = { arrivals: 'not-tried', spent: 'not-tried' };
    if (generation === 'v17')
      expect(standing(probed)).toMatchObject({ 'shop-payment': 'holds', 'shop-status': 'holds' });
    expect(standing(probed)).toMatchObject(generation === 'v14' ? { ...ALL_HOLD, ...untold } : ALL_HOLD);
    expect(probed.left).toEqual([]);
    await expectReplays(15, []);
  });
});

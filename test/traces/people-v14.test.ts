// SPDX-License-Identifier: GPL-3.0-or-later
import { trusting } from '../support/trusting.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { connectExchange } from '../../electron/taler/exchange/connect.ts';
import type { World } from '../../electron/world.ts';
import { rich, settle } from '../cycle/peer-lab.ts';
import { startWalletLab, type WalletLab } from '../cycle/wallet-lab.ts';
import { replayWorld } from './replay.ts';
import { findStep, jsonOf, loadTrace, type Step } from './trace.ts';

// Payments between people as a real exchange of 2022 (0.9.2) answered them: a purse that nobody has merged says
// `merge_timestamp never`, one that is not full says nothing of a deposit.

const trace = loadTrace('v14-people');
const statuses = trace.steps.filter(
  ({ request, response }) =>
    request.method === 'GET' && request.path.startsWith('/purses/') && response?.status === 200,
);

describe('the client', () => {
  const read = async (step: Step) => {
    const first = ['config', 'keys', 'wire'].map((name) => findStep(trace, name));
    const { world } = replayWorld([...first.slice(0, 1), step, ...first.slice(1)], 1_795_938_500_000);
    const exchange = mustOk(await connectExchange(world, trace.base_url), 'exchange');
    const [, , pub = '', waitFor = ''] = new URL(step.request.path, trace.base_url).pathname.split('/');
    return exchange.purseStatus({
      pursePub: crockToBytes(pub, 32),
      waitFor: waitFor === 'merge' ? 'merge' : 'deposit',
    });
  };

  test.each(statuses.map((step, at) => [at, step] as const))('status %i', async (_, step) => {
    const said = jsonOf(step.response?.body ?? null) as Readonly<Record<string, { readonly t_s: unknown } | undefined>>;
    const { mergeTimestamp, depositTimestamp } = mustOk(await read(step), 'status');
    const { merge_timestamp: merged, deposit_timestamp: deposited } = said;
    expect(mergeTimestamp).toEqual(merged?.t_s === 'never' ? undefined : merged);
    expect(depositTimestamp).toEqual(deposited);
  });

  test('the recording shows both kinds', () => {
    const merged = statuses.map((step) => (jsonOf(step.response?.body ?? null) as Json)['merge_timestamp']);
    expect(merged).toContainEqual({ t_s: 'never' });
    expect(merged.filter((each) => (each as { readonly t_s: unknown }).t_s !== 'never').length).toBeGreaterThan(2);
  });
});

type Json = Readonly<Record<string, unknown>>;

describe('the sandbox', () => {
  let lab: WalletLab;
  const seen: { readonly path: string; readonly status: number; readonly json: unknown }[] = [];
  const listen: World['http'] = async (input, init) => {
    const answer = await fetch(input, init);
    const json: unknown = await answer
      .clone()
      .json()
      .catch(() => undefined);
    const path = new URL(input instanceof Request ? input.url : input).pathname;
    seen.push({ path: `${init?.method ?? 'GET'} ${path}`, status: answer.status, json });
    return answer;
  };
  beforeAll(async () => {
    lab = await startWalletLab({ exchanges: [{ generation: 'v14' }] });
    const alice = await rich(lab, 'KUDOS:4.01');
    const bob = lab.openWallet();
    lab.interceptHttp(listen);
    const sent = mustOk(await alice.wallet.peer.send({ amount: 'KUDOS:1', summary: 'x' }), 'payment');
    const offer = mustOk(await trusting((asked) => bob.wallet.peer.prepare(sent.uri, asked)), 'offer');
    mustOk(await bob.wallet.peer.confirm(offer.id), 'taken');
    await settle(lab, bob);
    mustOk(await bob.wallet.peer.request({ amount: 'KUDOS:0.5', summary: 'y' }), 'invoice');
    await settle(lab, bob);
  });
  afterAll(() => lab.close());

  const formOf = (json: unknown): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Object.entries(json as Json).map(([name, value]) => [
        name,
        value !== null && typeof value === 'object' ? stampForm(value) : typeof value,
      ]),
    );
  const stampForm = (value: object): string =>
    't_s' in value ? `time ${value.t_s === 'never' ? 'never' : typeof value.t_s}` : 'object';

  test('answers a purse in the forms of the recording', () => {
    const recorded = statuses.map((step) => formOf(jsonOf(step.response?.body ?? null)));
    const ours = seen
      .filter(({ path, status }) => status === 200 && path.startsWith('GET /purses/'))
      .map(({ json }) => formOf(json));
    expect(ours.length).toBeGreaterThan(1);
    for (const form of ours) expect(recorded).toContainEqual(form);
    expect(ours.map((form) => form['merge_timestamp'])).toContain('time never');
    expect(ours.map((form) => form['merge_timestamp'])).toContain('time number');
  });
});

// SPDX-License-Identifier: GPL-3.0-or-later
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PLAY_TERMS } from '../../electron/sandbox/exchange/terms.ts';
import { mustOk } from '../../shared/result.ts';
import type { World } from '../../electron/world.ts';
import { economyHttp } from '../support/economy.ts';
import { holdfast } from '../support/holdfast.ts';
import { standing, startProbeLab, type ProbeLab } from '../support/probe-lab.ts';

let lab: ProbeLab;
beforeEach(async () => {
  lab = await startProbeLab({ exchanges: [{ generation: 'v32', terms: PLAY_TERMS }] });
});
afterEach(() => lab.close());

/** The answers of one operation, changed on their way. */
const changing =
  (operation: RegExp, change: (body: Record<string, unknown>) => void): World['http'] =>
  async (input, init) => {
    const answer = await economyHttp(input, init);
    if (!operation.test(String(input))) return answer;
    const body = (await answer.json()) as Record<string, unknown>;
    change(body);
    return Response.json(body, { status: answer.status });
  };

test('an exchange that signs otherwise than it should differs there, is not waited for, and what comes behind is not reached', async () => {
  lab.interceptHttp(
    changing(/\/withdraw$/, (body) => {
      if (Array.isArray(body['ev_sigs'])) body['ev_sigs'] = (body['ev_sigs'] as unknown[]).toReversed();
    }),
  );
  const found = standing(mustOk(await lab.run({ amount: 'KUDOS:0.03' }), 'probe'));
  expect(found).toMatchObject({ keys: 'holds', withdrawal: 'differs', refresh: 'not-reached', payout: 'not-reached' });
  // The money waits where it was sent, and an exchange that is mended gives it.
  lab.interceptHttp(undefined);
  lab.onTransfer(() => undefined);
  const again = mustOk(await lab.run({ amount: 'KUDOS:0.03' }, { goesOn: true }), 'again');
  expect(standing(again)).toMatchObject({ withdrawal: 'holds', refresh: 'holds', payout: 'holds' });
});

test('a list with a line that is not signed and a service that is none differ by name; of the one the rest is used, of the other nothing', async () => {
  lab.interceptHttp(
    changing(/\/keys$/, (body) => {
      const [first, second] = (body['denominations'] as { denoms: { master_sig: string }[] }[]).flatMap(
        ({ denoms }) => denoms,
      );
      if (first && second) first.master_sig = second.master_sig;
    }),
  );
  lab.onTransfer((_, stop) => stop.abort());
  expect(standing(mustOk(await lab.run({}, { folder: join(lab.folder, 'one') }), 'one'))).toMatchObject({
    keys: 'differs',
    withdrawal: 'not-reached',
  });
  lab.interceptHttp(async () => Response.json({ name: 'taler-merchant', version: '30:0:18' }));
  const other = mustOk(await lab.run({}, { folder: join(lab.folder, 'other') }), 'other');
  expect(standing(other)).toMatchObject({ config: 'differs', keys: 'not-reached', 'shop-config': 'not-tried' });
});

test('terms of service are shown before money is asked for: who does not agree is asked for none, and who agrees later goes on', async () => {
  const asked: string[] = [];
  const goesOn = async (isAgreed: boolean) =>
    mustOk(
      await lab.run(
        { amount: 'KUDOS:0.03' },
        {
          goesOn: asked.length > 0,
          language: 'de',
          agree: async ({ version, language }) => {
            asked.push(`${version} ${language}`);
            return isAgreed;
          },
        },
      ),
      'probe',
    );
  const declined = await goesOn(false);
  expect(standing(declined)).toMatchObject({ keys: 'holds', terms: 'holds', withdrawal: 'not-reached' });
  expect(declined.checks.find(({ said }) => said.kind === 'withdrawal')).toMatchObject({ why: { kind: 'declined' } });
  expect(lab.told.filter(({ kind }) => kind === 'transfer')).toEqual([]);
  lab.onTransfer((_, stop) => stop.abort());
  expect(standing(await goesOn(true))).toMatchObject({ terms: 'holds', withdrawal: 'not-reached' });
  expect(lab.told.filter(({ kind }) => kind === 'transfer')).toHaveLength(1);
  expect(asked).toEqual(['tos-play de', 'tos-play de']);
});

test('an exchange of 26 to 31 is tried without change, of which what cannot be made is said with its folder; a newer one than is known is asked for nothing', async () => {
  const saying = (version: string): World['http'] =>
    changing(/\/(config|keys)$/, (body) => void (body['version'] = version));
  lab.interceptHttp(saying('31:2:5'));
  const probed = mustOk(await lab.run({ amount: 'KUDOS:0.05' }), 'without change');
  expect(standing(probed)).toMatchObject({ withdrawal: 'holds', 'to-oneself': 'holds', payout: 'holds' });
  for (const name of ['refresh', 'link'])
    expect(probed.checks.find(({ said }) => said.kind === name)).toMatchObject({
      state: 'not-tried',
      why: { kind: 'not-there', facts: { version: '31:2:5' } },
    });
  expect(probed).toMatchObject({ left: ['KUDOS:0.02'], folder: lab.folder });
  lab.interceptHttp(saying('36:0:0'));
  const newer = mustOk(await lab.run({}, { folder: `${lab.folder}-newer` }), 'newer');
  expect(newer.checks.find(({ said }) => said.kind === 'config')).toMatchObject({
    state: 'not-reached',
    why: { facts: { why: { kind: 'unsupported-version', facts: { version: '36:0:0' } } } },
  });
  expect(lab.told.filter(({ kind }) => kind === 'transfer')).toHaveLength(1);
});

test('what was typed wrong, a folder that is none of a probe and one of another exchange are refused with nothing changed', async () => {
  const silent: World['http'] = () => Promise.reject(new TypeError('fetch failed'));
  lab.interceptHttp(silent);
  expect(await lab.run({ amount: '5' })).toMatchObject({ ok: false, error: { kind: 'malformed-amount' } });
  expect(await lab.run({ exchange: 'file:///etc' })).toMatchObject({
    ok: false,
    error: { kind: 'malformed-base-url' },
  });
  expect(await lab.run({}, { goesOn: true })).toMatchObject({ ok: false, error: { kind: 'no-probe-there' } });
  expect(existsSync(lab.folder)).toBe(false);
  expect(standing(mustOk(await lab.run(), 'silent'))).toMatchObject({ config: 'not-reached', payout: 'not-reached' });
  const before = lab.report();
  expect(await lab.run()).toMatchObject({ ok: false, error: { kind: 'no-probe-there' } });
  const elsewhere = { exchange: 'http://127.0.0.1:9/' };
  expect(await lab.run(elsewhere, { goesOn: true })).toMatchObject({ ok: false, error: { kind: 'other-probe' } });
  expect(lab.report()).toBe(before);
});

test('the command says where its wallet is, ends with the table, and its exit code tells what differs from what was not reached', async () => {
  const data = join(dirname(lab.folder), 'real', 'wallet');
  const shop = await holdfast(['--data', data, 'probe', lab.sandbox.merchant.baseUrl]);
  expect([shop.code, shop.out.split('\n')[1]]).toEqual([
    1,
    expect.stringMatching(/^differs {6}It says which version it speaks\. .* is not an issuer this wallet can use/),
  ]);
  expect(shop.err).toContain(join(dirname(data), 'probes'));
  expect(existsSync(data)).toBe(false);
  const report = join(dirname(lab.folder), 'copy.json');
  const silent = await holdfast(['--lang', 'de', '--data', data, 'probe', 'http://127.0.0.1:9', '--report', report]);
  expect([silent.code, silent.out]).toEqual([3, expect.stringContaining('nicht erreicht  Er sagt')]);
  expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({
    format: 'taler-trace/1',
    base_url: 'http://127.0.0.1:9/',
    recorded_with: expect.stringMatching(/^holdfast \d/),
    steps: [{ step: 'config', response: null }],
  });
  // Before anything is asked, and before money is.
  for (const bad of [dirname(lab.folder), join(lab.folder, 'nowhere', 'copy.json')]) {
    const refused = await holdfast(['--data', data, 'probe', lab.sandbox.exchanges[0]?.baseUrl ?? '', '--report', bad]);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining(bad)]);
  }
  expect((await holdfast(['probe'])).code).toBe(2);
  expect((await holdfast(['probe', 'http://127.0.0.1:9', '--wait', '0'])).code).toBe(1);
  const none = await holdfast(['probe', 'http://127.0.0.1:9', '--continue', dirname(lab.folder)]);
  expect([none.code, none.err]).toEqual([1, expect.stringContaining('there is no probe')]);
});

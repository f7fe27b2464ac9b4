// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, describe, expect, it } from 'vitest';
import { realWorld, type World } from '../../electron/world.ts';
import { mustOk } from '../../shared/result.ts';
import { install, total, type Installation } from '../support/backup-rig.ts';
import { elsewhere, real, sample } from './backups-2022.ts';

// The two real backups of GNU Taler's wallet of 2022 come in by the door that a person uses, while nobody can be reached.

const EXCHANGE = 'https://exchange.example/';

let asked: string[] = [];
const opened: Installation[] = [];
const fresh = (): Installation => {
  asked = [];
  const http: World['http'] = (input) => {
    asked.push(String(input instanceof Request ? input.url : input));
    return Promise.reject(new TypeError('fetch failed'));
  };
  const one = install({ ...realWorld(), http, log: () => undefined });
  opened.push(one);
  return one;
};
afterEach(async () => {
  for (const { backup } of opened.splice(0)) await backup.close();
});

describe.each([
  ['the real backup', real.plain, 'KUDOS:13.69'],
  ['the sample', sample.content, 'KUDOS:7.56'],
] as const)('%s', (_name, content, sum) => {
  it('is shown whole, and nobody is asked for that', async () => {
    const one = fresh();
    const seen = mustOk(await one.backup.lookAtImport({ given: elsewhere(content, EXCHANGE) }), 'look');
    expect(seen).toMatchObject({ what: 'export', bad: [], isHere: false });
    expect(seen.issuers.map(({ exchange, there }) => [exchange, there])).toEqual([[EXCHANGE, sum]]);
    expect([asked, one.store.snapshot()]).toEqual([[], []]);
  });

  it('comes in whole, once, although its issuer is silent', async () => {
    const one = fresh();
    const request = { given: elsewhere(content, EXCHANGE), newExchanges: [EXCHANGE] };
    const asks = await one.backup.bringIn(request);
    const agreedFees = !asks.ok && asks.error.kind === 'import-asks' ? asks.error.fees : expect.fail('no question');
    const report = mustOk(await one.backup.bringIn({ ...request, agreedFees }), 'import');
    expect([report.bad, report.exchangesSilent, total(one)]).toEqual([[], [EXCHANGE], sum]);
    const again = mustOk(await one.backup.bringIn({ ...request, agreedFees }), 'again');
    expect([again.said, total(one)]).toEqual([[{ kind: 'brought-nothing-new', facts: {} }], sum]);
  });
});

it('the real backup opens with the recovery text that was written with it', async () => {
  const seen = mustOk(
    await fresh().backup.lookAtImport({ given: real.blob_base64, secret: JSON.stringify(real.recovery) }),
    'look',
  );
  expect([seen.what, seen.issuers.map(({ there }) => there), seen.bad]).toEqual(['sealed', ['KUDOS:13.69'], []]);
});

it('a file leads to no issuer on this computer, and nothing is changed', async () => {
  const one = fresh();
  const given = JSON.stringify(real.plain);
  const answer = await one.backup.bringIn({ given, newExchanges: ['http://localhost:18081/'] });
  expect(answer).toMatchObject({ error: { kind: 'issuer-not-allowed', exchange: 'http://localhost:18081/' } });
  expect([asked, one.store.snapshot()]).toEqual([[], []]);
});

// SPDX-License-Identifier: GPL-3.0-or-later
import { afterEach, describe, expect, it } from 'vitest';
import { mustOk } from '../../shared/result.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import { install, total, withdraw, type Installation } from '../support/backup-rig.ts';
import { sealTheirs, theirLink, theirRoot, type TheirContent, type TheirRecord } from '../support/their-wallet.ts';
import { bringIn, broughtLab } from './brought-lab.ts';
import { expectSumsAgree, settle } from './takeover-lab.ts';

// A copy by somebody who means harm, or one that was damaged: what is good in it comes, what is bad is named, and what is here stays.

const { world, sandbox, exchange, url, theirs, pay } = await broughtLab();
const them = await theirs('hostile', 'KUDOS:4');
const WHOLE = 'KUDOS:3.98';

afterEach(() => {
  sandbox.assertAllFaultsHappened();
  for (const { faults } of sandbox.syncProviders) faults.clear();
});

type Denominations = TheirContent['exchange_details'][number]['denominations'];
/** The denominations with coins, the dearest first. */
const held = ({ exchange_details: details }: TheirContent): Denominations =>
  details
    .flatMap(({ denominations }) => denominations)
    .filter(({ coins }) => coins.length > 0)
    .toSorted((a, b) => Number(String(b['value']).slice(6)) - Number(String(a['value']).slice(6)));
const coinOf = (content: TheirContent, at = 0): TheirRecord => held(content)[at]?.coins[0] ?? expect.fail('no coin');
const spoiled = (spoil: (content: TheirContent) => void): string => {
  const content = structuredClone(them.content());
  spoil(content);
  return JSON.stringify(content);
};
/** A wallet that knows the exchange: a file names no place further inside than it does. */
const knowing = async (): Promise<Installation> => {
  const one = install(world);
  mustOk(await one.wallet.addExchange(exchange.baseUrl), 'exchange');
  return one;
};
const record = (kind: string, why: string, stake: string) =>
  expect.objectContaining({
    said: {
      kind,
      facts: { why: { kind: why, facts: {} }, stake: { kind: stake, facts: expect.anything() as object } },
    },
  }) as object;
const deep = (): unknown => JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`);
const flipped = (text: unknown): string => {
  const [first = '', ...rest] = String(text).slice(-3);
  return `${String(text).slice(0, -3)}${first === '0' ? '1' : '0'}${rest.join('')}`;
};

describe('one poisoned record costs no other', () => {
  it.each<readonly [string, (content: TheirContent) => void, readonly object[]]>([
    ['a coin twice', (c) => held(c)[0]?.coins.push({ ...coinOf(c) }), [record('coins', 'twice', 'nothing')]],
    [
      'a coin under another denomination',
      (c) => c.exchange_details[0]?.denominations[0]?.coins.unshift({ ...coinOf(c, held(c).length - 1) }),
      [record('coins', 'unsigned', 'comes-anyway')],
    ],
    [
      'a denomination that says more than its exchange has signed',
      (c) => c.exchange_details[0]?.denominations.push({ ...(held(c)[0] ?? expect.fail()), value: 'KUDOS:1000000' }),
      [record('denominations', 'unsigned', 'money')],
    ],
    [
      'a purchase of less than nothing',
      (c) =>
        c.purchases.push({
          ...c.purchases[0],
          proposal_id: 'P',
          pay_info: { pay_coins: [], total_pay_cost: 'KUDOS:-5' },
        }),
      [record('purchases', 'unreadable', 'nothing')],
    ],
    [
      'a withdrawal of more than there can be',
      (c) =>
        c.withdrawal_groups.push({
          ...c.withdrawal_groups[0],
          withdrawal_group_id: 'W',
          instructed_amount: 'KUDOS:99999999999999999999',
        }),
      [record('withdrawal_groups', 'unreadable', 'comes-anyway')],
    ],
    [
      'a withdrawal in a way that is not known',
      (c) =>
        c.withdrawal_groups.push({
          ...c.withdrawal_groups[0],
          withdrawal_group_id: 'W',
          operation_status: 'pending',
          timestamp_finish: undefined,
          info: { type: 'by-carrier-pigeon' },
        }),
      [record('withdrawal_groups', 'unreadable', 'money')],
    ],
    [
      'a selection of more coins than anybody has',
      (c) =>
        c.refresh_groups.push({
          refresh_group_id: 'R',
          reason: 'manual',
          timestamp_created: { t_s: 1 },
          old_coins: [{ coin_pub: 'x', refresh_session: { new_denoms: [{ denom_pub_hash: 'y', count: 1e9 }] } }],
        }),
      [record('refresh_groups', 'unreadable', 'money')],
    ],
    [
      'a contract without end',
      (c) => c.purchases.push({ proposal_id: 'P', contract_terms_raw: deep() }),
      [record('purchases', 'unreadable', 'nothing')],
    ],
    [
      'a record that is none',
      (c) => c.tips.push(deep() as never, null as never),
      [record('tips', 'unreadable', 'money'), record('tips', 'unreadable', 'money')],
    ],
  ])('%s', async (_what, spoil, expected) => {
    const two = await knowing();
    const seen = mustOk(await two.backup.lookAtImport({ given: spoiled(spoil) }), 'look');
    expect(seen.issuers.map(({ exchange: at, there, incoming }) => [at, there, incoming])).toEqual([
      [exchange.baseUrl, WHOLE, 'KUDOS:0'],
    ]);
    expect(seen.bad).toEqual(expected);
  });

  it('names lists that it does not know', async () => {
    const two = await knowing();
    const given = JSON.stringify({ ...them.content(), peer_push_payments: [{}], empty_ones: [], tombstones: ['x'] });
    expect(mustOk(await two.backup.lookAtImport({ given }), 'look').bad).toEqual([
      { said: { kind: 'others', facts: { name: 'peer_push_payments' } }, at: 1 },
    ]);
  });

  it('asks for a coin again whose signature is wrong, and says so', async () => {
    const two = await knowing();
    const given = spoiled((c) => {
      const coin = coinOf(c);
      coin['denom_sig'] = {
        cipher: 'RSA',
        rsa_signature: flipped((coin['denom_sig'] as TheirRecord)['rsa_signature']),
      };
    });
    const report = mustOk(await bringIn(two, { given }), 'import');
    expect(report.bad).toEqual([record('coins', 'unsigned', 'asked-again')]);
    await world.hurry(two.wallet.run({ untilDone: true, timeoutMs: 20_000 }));
    expectSumsAgree(two);
    expect(two.wallet.history().some(({ type }) => type === 'spent-elsewhere')).toBe(false);
  });
});

describe('who gives a copy', () => {
  it('leads nobody further inside than he is', async () => {
    const one = install(world);
    const given = JSON.stringify(them.content());
    // A file names an exchange on this computer, and this wallet knows none there.
    expect(await one.backup.bringIn({ given, newExchanges: [exchange.baseUrl] })).toMatchObject({
      error: { kind: 'issuer-not-allowed', exchange: exchange.baseUrl },
    });
    expect(one.store.snapshot()).toEqual([]);
  });

  it('is not believed to be another exchange than the one that signed', async () => {
    const two = await knowing();
    await withdraw(two, sandbox, 'KUDOS:2');
    const content = structuredClone(them.content());
    for (const each of [...content.exchange_details, ...(content['exchanges'] as TheirRecord[])])
      each['master_public_key'] = bytesToCrock(theirRoot('another master'));
    const before = total(two);
    const given = JSON.stringify({ ...content, withdrawal_groups: [] });
    const seen = mustOk(await two.backup.lookAtImport({ given }), 'look');
    expect([seen.issuers, seen.bad.length > 0]).toEqual([[], true]);
    mustOk(await bringIn(two, { given }), 'import');
    expect([total(two), two.store.entries('exchange').length]).toEqual([before, 1]);
    // With a withdrawal there it is named, and still nothing here stands in the way of what is here.
    const begun = structuredClone(content.withdrawal_groups[0] ?? expect.fail());
    delete begun['timestamp_finish'];
    const open = { ...content, withdrawal_groups: [{ ...begun, operation_status: 'pending' }] };
    await bringIn(two, { given: JSON.stringify(open) });
    await two.wallet.run();
    await pay(two, 'KUDOS:1');
    expect(two.wallet.balances().map(({ available }) => available)).toContain('KUDOS:0.99');
  });

  it('is not waited for longer than another one that has answered', async () => {
    const late = await theirs('stalls', 'KUDOS:1');
    const link = await late.keep();
    sandbox.syncProviders[1]?.faults.always({ method: 'GET', path: '/backups/' }, { hang: true });
    const two = install(world);
    const seen = mustOk(await world.hurry(two.backup.lookAtImport({ given: link })), 'look');
    expect(seen.sources.map(({ answer }) => answer)).toEqual(['found', 'silent']);
    expect(seen.issuers).toHaveLength(1);
  });

  it.each<readonly [string, Uint8Array, object]>([
    ['a page', Buffer.from('<!doctype html><title>hotel'), { answer: 'silent' }],
    ['noise', Buffer.alloc(3_000, 7), { answer: 'unusable' }],
    [
      'a cut copy',
      sealTheirs(them.content(), theirRoot('odd'), Buffer.alloc(24)).subarray(0, 900),
      { answer: 'unusable' },
    ],
    ['a later one', Buffer.from('TLRWBK02 and the rest'), { answer: 'unusable' }],
    ['another wallet’s', sealTheirs(them.content(), theirRoot('odd'), Buffer.alloc(24)), { answer: 'unusable' }],
  ])('gives %s, and nothing is changed', async (_what, blob, source) => {
    const odd = await theirs('odd', 'KUDOS:1');
    const link = await odd.keep(undefined, [0]);
    sandbox.syncProviders[0]?.faults.always({ method: 'GET', path: '/backups/' }, { foreignBlob: blob });
    const two = install(world);
    const answer = await two.backup.bringIn({ given: link });
    expect(answer).toMatchObject({ ok: false });
    if (!answer.ok && answer.error.kind === 'nothing-restored') expect(answer.error.sources).toMatchObject([source]);
    expect([two.backup.state(), two.store.snapshot()]).toEqual(['uninitialized', []]);
  });

  it('spells hashes bare or quoted, doubled or weak', async () => {
    const bare = await theirs('bare', 'KUDOS:1');
    const link = await bare.keep(undefined, [0]);
    const spell = (hash: string): readonly string[] => [hash, `"${hash}"`, `W/"${hash}"`, `"${hash}", "${hash}"`];
    for (const at of [0, 1, 2, 3]) {
      let seenHashes = 0;
      const http: typeof world.http = async (input, init) => {
        const answer = await world.http(input, init);
        const headers = new Headers(answer.headers);
        for (const name of ['etag', 'sync-previous', 'sync-signature']) {
          const value = headers.get(name)?.replaceAll('"', '');
          if (value === undefined) continue;
          seenHashes += 1;
          headers.set(name, spell(value)[at] ?? '');
        }
        return new Response(answer.body, { status: answer.status, headers });
      };
      const seen = mustOk(await install({ ...world, http }).backup.lookAtImport({ given: link }), `spelling ${at}`);
      expect(seen.sources).toMatchObject([{ answer: 'found' }]);
      expect(seenHashes).toBe(3);
    }
  });

  it('keeps copies of Holdfast under the secret, which a restore reads', async () => {
    const two = install(world);
    await withdraw(two, sandbox, 'KUDOS:1');
    mustOk(await two.backup.addProvider({ target: url(0), consent: true, maxFee: 'KUDOS:1' }), 'place');
    await two.backup.cycle();
    const uri =
      mustOk(two.backup.recoveryText(), 'text')
        .split('\n')
        .find((line) => line.startsWith('taler')) ?? '';
    if (uri === '') return;
    expect(await install(world).backup.bringIn({ given: uri })).toMatchObject({ error: { kind: 'import-is-ours' } });
  });
});

describe('other ways to the same copy', () => {
  it('recovery text, taler://restore and a sealed file', async () => {
    const ways = await theirs('ways', 'KUDOS:1');
    const link = await ways.keep(undefined, [0]);
    const sealed = sealTheirs(ways.content(), ways.root, Buffer.alloc(24, 3));
    const text = JSON.stringify({ walletRootPriv: bytesToCrock(ways.root), providers: [{ name: 'a', url: url(0) }] });
    const restore = `taler+http://restore/${bytesToCrock(ways.root)}/${encodeURIComponent(url(0))}`;
    for (const request of [
      { given: link },
      { given: text },
      { given: restore },
      { given: Buffer.from(sealed).toString('base64'), secret: bytesToCrock(ways.root) },
    ]) {
      const seen = await install(world).backup.lookAtImport(request);
      expect([request.given.slice(0, 20), seen.ok && seen.value.issuers.map(({ there }) => there)]).toEqual([
        request.given.slice(0, 20),
        ['KUDOS:1'],
      ]);
    }
  });

  it('is refused on a device that has given the wallet away', async () => {
    const two = install(world);
    await withdraw(two, sandbox, 'KUDOS:1');
    mustOk(await two.backup.addProvider({ target: url(0), consent: true, maxFee: 'KUDOS:1' }), 'place');
    await two.backup.cycle();
    const text = mustOk(two.backup.recoveryText(), 'text');
    mustOk(await install(world).backup.restore(text), 'restore');
    await world.hurry(two.backup.cycle());
    expect(await two.backup.bringIn({ given: theirLink(them.root, [url(0)]) })).toMatchObject({
      error: { kind: 'wrong-device-state' },
    });
    await settle(two);
  });
});

// SPDX-License-Identifier: GPL-3.0-or-later
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Sandbox } from '../../electron/sandbox/sandbox.ts';
import {
  anastasisAccountKey,
  anastasisEncrypt,
  ANASTASIS_LABEL,
  packPolicyMetadata,
  packRecoveryDocument,
  unpackRecoveryDocument,
} from '../../electron/taler/anastasis/crypto.ts';
import { meetPlace } from '../../electron/taler/anastasis/discover.ts';
import { writeRecoveryDocument } from '../../electron/taler/anastasis/document.ts';
import { uploadPolicy } from '../../electron/taler/anastasis/policy.ts';
import { totpCode } from '../../electron/taler/anastasis/totp.ts';
import { bytesToCrock, utf8 } from '../../electron/taler/bytes/encodings.ts';
import { sha512 } from '../../electron/taler/crypto/hash.ts';
import { mustOk, type Result } from '../../shared/result.ts';
import { add, install, outcomes, testWorld, total, withdraw, type Installation } from '../support/backup-rig.ts';
import { openEconomy } from '../support/economy.ts';
import {
  beginAt,
  COUNTRY,
  ESCROW_PLACES,
  escrowSecret,
  escrowWallet,
  kinds,
  NEW,
  OLD,
  PERSON,
  placeUrl,
  wayOf,
  type Placed,
} from './escrow-recovery-lab.ts';

// Whoever knows a person's data can write what is found for it, and a place can keep and say anything.

const world = testWorld();
const TOTP_KEY = world.randomBytes(32);
const WAYS: readonly Placed[] = [
  { at: OLD, filled: { type: 'file', name: 'codes' }, instructions: 'A file' },
  { at: NEW, filled: { type: 'totp', key: TOTP_KEY }, instructions: 'Your app' },
];
let sandbox: Sandbox;
let one: Installation;
beforeAll(async () => {
  sandbox = await openEconomy(world, {
    syncProviders: [{ annualFee: 'KUDOS:0' }],
    anastasisProviders: ESCROW_PLACES,
  });
  one = install(world);
  await withdraw(one, sandbox, 'KUDOS:5');
  expect(await add(one, sandbox.syncProviders[0]?.baseUrl ?? '')).toBe('stored');
  await one.wallet.run({ untilDone: true, timeoutMs: 20_000 });
  await outcomes(one);
});
afterAll(() => sandbox.close());
afterEach(() => sandbox.assertAllFaultsHappened());

const all = (): readonly string[] => sandbox.anastasisProviders.map(({ baseUrl }) => baseUrl);
const failed = (result: Result<unknown, { readonly kind: string }>): string => (result.ok ? 'ok' : result.error.kind);
const personOf = (name: string) => ({ ...PERSON, full_name: name });
type Person = ReturnType<typeof personOf>;

/** Uploads any document under a person's data, as somebody may who knows it. */
const upload = async (at: number, person: Person, document: unknown, secretName: string): Promise<void> => {
  const { userId, url } = mustOk(await meetPlace(world, placeUrl(sandbox, at), person), 'place');
  const packed = packRecoveryDocument(document);
  const metadata = packPolicyMetadata(sha512(packed), secretName);
  const stored = await uploadPolicy(world, {
    baseUrl: url,
    accountPriv: anastasisAccountKey(userId),
    bytes: anastasisEncrypt(userId, ANASTASIS_LABEL.recoveryDocument, packed, world.randomBytes(24)),
    metadata: anastasisEncrypt(userId, ANASTASIS_LABEL.metadata, metadata, world.randomBytes(24)),
  });
  expect(mustOk(stored, 'stored').kind).toBe('stored');
};

/** The document of an honest escrow, as plain JSON to be spoiled. */
const honest = async (person: Person): Promise<{ readonly json: Record<string, unknown>; readonly name: string }> => {
  const plan = await escrowWallet({ ...one, world }, sandbox, WAYS, { person });
  const json = mustOk(unpackRecoveryDocument(writeRecoveryDocument(plan.document)), 'json');
  return { json: json as Record<string, unknown>, name: plan.secretName };
};

describe('a document', () => {
  test.each<readonly [string, (json: Record<string, unknown>) => unknown]>([
    [
      'with ten thousand policies',
      (json) => ({
        ...json,
        policies: Array.from({ length: 10_000 }, () => (json['policies'] as readonly object[])[0]),
      }),
    ],
    [
      'with uuids of 512 bytes',
      (json) => {
        const longer = new Map<string, string>();
        const long = (uuid: string): string => {
          const known = longer.get(uuid) ?? bytesToCrock(world.randomBytes(512));
          longer.set(uuid, known);
          return known;
        };
        return {
          ...json,
          escrow_methods: (json['escrow_methods'] as readonly { uuid: string }[]).map((each) => ({
            ...each,
            uuid: long(each.uuid),
          })),
          policies: (json['policies'] as readonly { uuids: readonly string[] }[]).map((each) => ({
            ...each,
            uuids: each.uuids.map(long),
          })),
        };
      },
    ],
    ['of nothing', () => ({})],
  ])('%s is refused by name at places of both forms, and the one before it opens', async (what, spoil) => {
    const person = personOf(`Mit ${what}`);
    const { json, name } = await honest(person);
    for (const at of [OLD, NEW]) await upload(at, person, spoil(json), name);
    const two = install(world);
    const { find, choose } = two.backup.escrowRecovery;
    const found = mustOk(await find({ country: COUNTRY, attributes: person, places: all() }), 'found');
    // The place of 2021 has no list, so that it was looked into.
    expect(found.places[0]).toMatchObject({ found: 1, said: [{ kind: 'place-unreadable', facts: { versions: 1 } }] });
    const newest = found.secrets.find(({ isNewest }) => isNewest);
    expect(newest?.at.map(({ url }) => url)).toEqual([placeUrl(sandbox, NEW)]);
    expect(failed(await choose(newest?.documentHash ?? ''))).toBe('document-unfit');
    const before = found.secrets.find(({ isNewest }) => !isNewest);
    expect(mustOk(await choose(before?.documentHash ?? ''), 'before').methods).toHaveLength(2);
  });

  test('that leads further inside than where it came from is not followed', async () => {
    const person = personOf('Nach innen');
    const { json, name } = await honest(person);
    const methods = json['escrow_methods'] as readonly object[];
    const inside = { ...json, escrow_methods: methods.map((each) => ({ ...each, url: 'ftp://192.168.1.1/' })) };
    await upload(OLD, person, inside, name);
    const two = install(world);
    const found = mustOk(
      await two.backup.escrowRecovery.find({ country: COUNTRY, attributes: person, places: [placeUrl(sandbox, OLD)] }),
      'found',
    );
    expect(found.places[0]).toMatchObject({ said: [{ kind: 'place-unreadable' }] });
  });

  test('that another person’s data wrote is theirs alone', async () => {
    const [mine, theirs] = [personOf('Ich'), personOf('Du')];
    await honest(mine);
    const two = install(world);
    const { find } = two.backup.escrowRecovery;
    const found = mustOk(await find({ country: COUNTRY, attributes: theirs, places: all() }), 'found');
    expect([found.secrets, found.places.map((each) => [each.found, ...kinds(each.said)])]).toEqual([
      [],
      [[0], [0], [0]],
    ]);
    sandbox.anastasisProviders[OLD]?.faults.once({ path: '/policy/' }, { foreignBlob: world.randomBytes(700) });
    const mixed = mustOk(await find({ country: COUNTRY, attributes: mine, places: [placeUrl(sandbox, OLD)] }), 'mixed');
    expect(mixed.places[0]).toMatchObject({ found: 0, said: [{ kind: 'place-unreadable' }] });
  });

  test('is found where the list of its place has no end, and a place by plain http is not asked', async () => {
    const person = personOf('Ueberschwemmt');
    await honest(person);
    sandbox.anastasisProviders[NEW]?.faults.once({ path: '/meta' }, { bigBody: { bytes: 64 * 1024 * 1024 } });
    const two = install(world);
    const places = [placeUrl(sandbox, NEW), 'http://escrow.example/'];
    const found = mustOk(
      await two.backup.escrowRecovery.find({ country: COUNTRY, attributes: person, places }),
      'found',
    );
    expect(found.places).toMatchObject([
      { found: 1, said: [] },
      { found: 0, said: [{ kind: 'place-no-https' }] },
    ]);
  });

  test('without a label in the list of its place is looked into', async () => {
    const person = personOf('Ohne Schild');
    const { json, name } = await honest(person);
    const { userId, url } = mustOk(await meetPlace(world, placeUrl(sandbox, NEW), person), 'place');
    const packed = packRecoveryDocument({ ...json, secret_name: name, more: 1 });
    const stored = await uploadPolicy(world, {
      baseUrl: url,
      accountPriv: anastasisAccountKey(userId),
      bytes: anastasisEncrypt(userId, ANASTASIS_LABEL.recoveryDocument, packed, world.randomBytes(24)),
      metadata: world.randomBytes(40),
    });
    expect(mustOk(stored, 'stored').kind).toBe('stored');
    const two = install(world);
    const found = mustOk(
      await two.backup.escrowRecovery.find({ country: COUNTRY, attributes: person, places: [url] }),
      'found',
    );
    expect(found.secrets.map(({ at, isNewest }) => [isNewest, at[0]?.version])).toEqual([
      [true, found.secrets[0]?.at[0]?.version],
      [false, found.secrets[1]?.at[0]?.version],
    ]);
  });
});

describe('a secret that was brought back', () => {
  const recovered = async (person: Person, secret: string) => {
    const secretName = `taler-wallet-${bytesToCrock(world.randomBytes(16))}`;
    const core = { mime: 'application/json', value: utf8(secret) };
    await escrowSecret(world, sandbox, { secretName, secret: core, methods: WAYS, needed: 1, person });
    world.move(32_000);
    const two = install(world);
    const session = await beginAt(two, all(), person);
    const code = totpCode(TOTP_KEY, world.now());
    const answered = mustOk(await two.backup.escrowRecovery.answer(wayOf(session, 'totp').uuid, code), 'answer');
    expect(answered.isOpen).toBe(true);
    return two;
  };

  test('and is none of a wallet, or a newer one’s, is told; nothing of it is lost', async () => {
    const other = await recovered(personOf('Anderes'), '{"diary":true}');
    expect(failed(await other.backup.escrowRecovery.run())).toBe('secret-unreadable');
    const newer = await recovered(personOf('Neueres'), '{"version":2}');
    expect(await newer.backup.escrowRecovery.run()).toMatchObject({ error: { kind: 'newer-secret', version: 2 } });
    expect(newer.backup.escrowRecovery.session()?.isOpen).toBe(true);
    expect(failed(newer.backup.escrowRecovery.questions())).toBe('newer-secret');
  });

  test('where money is here joins that wallet’s money into this one, with consent', async () => {
    world.move(32_000);
    const person = personOf('Mit Geld hier');
    await escrowWallet({ ...one, world }, sandbox, WAYS, { person, needed: 1 });
    const two = install(world);
    await withdraw(two, sandbox, 'KUDOS:1');
    const session = await beginAt(two, all(), person);
    const { answer, run, takeOver } = two.backup.escrowRecovery;
    await answer(wayOf(session, 'totp').uuid, totpCode(TOTP_KEY, world.now()));
    expect(failed(await run())).toBe('money-here');
    expect(failed(await takeOver({}))).toBe('not-abandoned');
    const asks = await takeOver({ evenIfNotAbandoned: true });
    const fees = !asks.ok && asks.error.kind === 'takeover-asks' ? asks.error.fees : expect.fail('no question');
    const taken = mustOk(await takeOver({ evenIfNotAbandoned: true, agreedFees: fees }), 'taken');
    expect([taken.how, two.backup.state()]).toEqual(['joined', 'initialized']);
    expect(two.store.local.request('escrow-recovery')).toBeUndefined();
    expect(total(two)).not.toBe('KUDOS:1');
  });
});

describe('codes', () => {
  test('three wrong ones, and nothing more is sent until the place takes another', async () => {
    const person = personOf('Drei falsche');
    await escrowWallet({ ...one, world }, sandbox, WAYS, { person });
    const two = install(world);
    const session = await beginAt(two, all(), person);
    const { uuid } = wayOf(session, 'file');
    const { challenge, answer } = two.backup.escrowRecovery;
    const sent = wayOf(mustOk(await challenge(uuid), 'sent'), 'file');
    expect(sent).toMatchObject({ state: 'sent', said: [{ kind: 'code-in-file', facts: { file: 'codes' } }] });
    for (const code of ['1', '2']) await answer(uuid, code);
    const third = wayOf(mustOk(await answer(uuid, 'A-3'), 'third'), 'file');
    expect([third.state, ...kinds(third.said)]).toEqual(['waits', 'wrong', 'too-many-tries']);
    const right = (): string => {
      const place = sandbox.anastasisProviders[OLD];
      return String(place?.sent().findLast((each) => each.uuid === uuid)?.code);
    };
    expect(wayOf(mustOk(await answer(uuid, right()), 'early'), 'file').state).toBe('waits');
    expect(wayOf(mustOk(await challenge(uuid), 'early'), 'file').state).toBe('waits');
    world.move(62_000);
    expect(wayOf(mustOk(await challenge(uuid), 'again'), 'file').state).toBe('sent');
    expect(wayOf(mustOk(await answer(uuid, right()), 'right'), 'file').state).toBe('solved');
  });

  test('a place that refuses earlier than it should is believed, and its time is kept', async () => {
    world.move(32_000);
    const person = personOf('Zu frueh');
    await escrowWallet({ ...one, world }, sandbox, WAYS, { person });
    const two = install(world);
    const session = await beginAt(two, all(), person);
    const { uuid } = wayOf(session, 'totp');
    sandbox.anastasisProviders[NEW]?.faults.once({ path: /solve/ }, { status: 429, code: 8121 });
    const { answer } = two.backup.escrowRecovery;
    const refused = wayOf(mustOk(await answer(uuid, totpCode(TOTP_KEY, world.now())), 'refused'), 'totp');
    expect([refused.state, ...kinds(refused.said)]).toEqual(['waits', 'too-many-tries']);
    world.move(32_000);
    const after = mustOk(await answer(uuid, totpCode(TOTP_KEY, world.now())), 'after');
    expect(wayOf(after, 'totp').state).toBe('solved');
  });
});

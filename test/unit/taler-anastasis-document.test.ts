// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, test } from 'vitest';
import { missingOf, openCoreSecret, sealCoreSecret } from '../../electron/taler/anastasis/core-secret.ts';
import { packRecoveryDocument } from '../../electron/taler/anastasis/crypto.ts';
import {
  readRecoveryDocument,
  writeRecoveryDocument,
  type RecoveryDocument,
} from '../../electron/taler/anastasis/document.ts';
import { openKeyShare, rollTruth, sealTruth } from '../../electron/taler/anastasis/truth.ts';
import { bytesToCrock, utf8 } from '../../electron/taler/bytes/encodings.ts';
import { mustOk } from '../../shared/result.ts';

// What places of escrow are given to keep, and whatever a hostile one may give back.

let rolled = 0;
const randomBytes = (length: number): Uint8Array => new Uint8Array(length).fill((rolled = (rolled + 1) % 251));
const BASE = 'https://escrow.example/some/where/';

describe('a recovery document', () => {
  const shares = [0, 1, 2].map(() => ({ uuid: bytesToCrock(randomBytes(32)), keyShare: randomBytes(32) }));
  const [a, b, c] = shares;
  if (!a || !b || !c) throw new Error('three shares');
  const secret = { mime: 'application/json', value: utf8('{"root_secret":"…"}'), filename: 'wallet' };
  const sealed = sealCoreSecret({ randomBytes }, secret, [
    [a, b],
    [b, c],
  ]);
  const document: RecoveryDocument = {
    secretName: 'taler-wallet-1',
    ...sealed,
    methods: shares.map(({ uuid }) => ({
      url: BASE,
      type: 'question',
      uuid,
      truthKey: bytesToCrock(randomBytes(64)),
      salt: bytesToCrock(randomBytes(16)),
      providerSalt: bytesToCrock(randomBytes(16)),
      instructions: 'Name of your first pet? 🐈',
    })),
  };
  const json = JSON.parse(JSON.stringify(plainOf(document))) as {
    escrow_methods: Record<string, unknown>[];
    policies: Record<string, unknown>[];
  };
  const reading = (changed: unknown) => readRecoveryDocument(packRecoveryDocument(changed));

  test('has both names of the salt, and is read with either', () => {
    expect(mustOk(readRecoveryDocument(writeRecoveryDocument(document)), 'ours')).toEqual(document);
    for (const name of ['truth_salt', 'question_salt']) {
      const without = json.escrow_methods.map((each) => ({ ...each, [name]: undefined }));
      expect(mustOk(reading({ ...json, escrow_methods: without, unknown: 1 }), name)).toEqual(document);
    }
  });

  test('opens by any policy whose shares are all there, and says what is missing', () => {
    const of = (...some: typeof shares) => new Map(some.map(({ uuid, keyShare }) => [uuid, keyShare]));
    expect(openCoreSecret(document, of(a, b))).toEqual({ ok: true, value: secret });
    expect(openCoreSecret(document, of(c, b))).toEqual({ ok: true, value: secret });
    expect(openCoreSecret(document, of(a, c))).toEqual({ ok: false, error: { kind: 'not-enough-shares' } });
    expect(openCoreSecret(document, of(a, { ...b, keyShare: a.keyShare }))).toEqual({
      ok: false,
      error: { kind: 'shares-do-not-fit' },
    });
    // One wrong share does not hide a policy that is right.
    expect(openCoreSecret(document, of({ ...a, keyShare: b.keyShare }, b, c)).ok).toBe(true);
    expect(missingOf(document, new Set([c.uuid]))).toEqual([[b.uuid], [a.uuid, b.uuid]]);
  });

  test('that somebody made to do harm is refused at once', () => {
    const {
      policies: [policy],
      escrow_methods: [method],
    } = json;
    const more = Array.from({ length: 1000 }, (_, at) => ({
      ...method,
      uuid: String(at).padStart(4, '0').padEnd(52, '0'),
    }));
    const long = bytesToCrock(randomBytes(512));
    // Right in everything but the one thing, so that nothing else refuses them.
    const bad: readonly (readonly [string, unknown])[] = [
      ['ten thousand policies', { ...json, policies: Array.from({ length: 10_000 }, () => policy) }],
      ['more policies than anybody makes', { ...json, policies: Array.from({ length: 2000 }, () => policy) }],
      ['more methods than anybody has', { ...json, escrow_methods: [...json.escrow_methods, ...more] }],
      [
        'a uuid of 512 bytes',
        { ...json, escrow_methods: [{ ...method, uuid: long }], policies: [{ ...policy, uuids: [long] }] },
      ],
      ['a policy of nothing', { ...json, policies: [{ ...policy, uuids: [] }] }],
      ['an unknown truth', { ...json, policies: [{ ...policy, uuids: [bytesToCrock(new Uint8Array(32))] }] }],
      ['a truth twice in a policy', { ...json, policies: [{ ...policy, uuids: [a.uuid, a.uuid] }] }],
      ['a truth listed twice', { ...json, escrow_methods: [...json.escrow_methods, method] }],
      ['no salt', { ...json, escrow_methods: [{ ...method, question_salt: null, truth_salt: undefined }] }],
      ['a place that is none', { ...json, escrow_methods: [{ ...method, url: 'file:///etc/passwd' }] }],
      ['a long instruction', { ...json, escrow_methods: [{ ...method, instructions: 'x'.repeat(1001) }] }],
      ['a list', []],
    ];
    for (const [what, changed] of bad)
      expect([what, reading(changed)]).toMatchObject([
        what,
        { ok: false, error: { kind: 'malformed-recovery-document' } },
      ]);
  });

  test('a share opens for its person and its answer alone', () => {
    const dice = rollTruth({ randomBytes });
    const userId = randomBytes(64);
    const upload = sealTruth(dice, { userId, type: 'question', truth: randomBytes(64), shareLabel: 'blue house' });
    expect(openKeyShare(userId, upload.keyShareData, 'blue house')).toEqual({ ok: true, value: dice.keyShare });
    for (const [id, label] of [
      [userId, undefined],
      [userId, 'Blue house'],
      [randomBytes(64), 'blue house'],
    ] as const)
      expect(openKeyShare(id, upload.keyShareData, label)).toEqual({ ok: false, error: { kind: 'not-authentic' } });
  });
});

/** The document as plain JSON, with the names of the wire. */
function plainOf(document: RecoveryDocument): unknown {
  return {
    secret_name: document.secretName,
    encrypted_core_secret: document.encryptedCoreSecret,
    escrow_methods: document.methods.map(({ url, type, uuid, truthKey, salt, providerSalt, instructions }) => ({
      url,
      escrow_type: type,
      uuid,
      truth_key: truthKey,
      question_salt: salt,
      truth_salt: salt,
      provider_salt: providerSalt,
      instructions,
    })),
    policies: document.policies.map(({ salt, masterKey, uuids }) => ({ salt, master_key: masterKey, uuids })),
  };
}

// SPDX-License-Identifier: GPL-3.0-or-later
import { beforeAll, describe, expect, test } from 'vitest';
import { sealCoreSecret, openCoreSecret } from '../../electron/taler/anastasis/core-secret.ts';
import {
  anastasisAccountKey,
  anastasisDecrypt,
  anastasisEncrypt,
  anastasisUserId,
  ANASTASIS_LABEL,
  packRecoveryDocument,
  secureAnswerHash,
} from '../../electron/taler/anastasis/crypto.ts';
import { readRecoveryDocument, writeRecoveryDocument } from '../../electron/taler/anastasis/document.ts';
import { openKeyShare, sealTruth } from '../../electron/taler/anastasis/truth.ts';
import { canonicalJson } from '../../electron/taler/bytes/canonical-json.ts';
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { eddsaPublicKey } from '../../electron/taler/crypto/eddsa.ts';
import { mustOk } from '../../shared/result.ts';
import {
  ANASTASIS_TRACES,
  diceOf,
  documentsOf,
  labelOf,
  loadAnastasis,
  uploadOf,
  type RecordedDocument,
} from './anastasis-recorded.ts';
import { bytesOf, type Trace } from './trace.ts';

// Every secret that was recorded beside a conversation with a real server makes the recorded bytes.

const recorded = ANASTASIS_TRACES.map((name) => ({ name, ...loadAnastasis(name) }));
const everyTruth = recorded.flatMap((each) =>
  Object.values(each.secrets.truths).map((truth) => ({
    ...each,
    what: `${each.name} ${truth.type} ${truth.uuid}`,
    truth,
  })),
);
const uploadTo = (trace: Trace, uuid: string) =>
  trace.steps.find(
    ({ request, response }) =>
      request.path === `/truth/${uuid}` && response?.status === 204 && request.method === 'POST',
  );

describe('who a person is', () => {
  const ids = new Map<string, string>();
  const persons = recorded.flatMap(({ secrets }) =>
    Object.values(secrets.providers).map((provider) => ({
      secrets,
      provider,
      key: `${secrets.identity_json_hashed} ${provider.server_salt}`,
    })),
  );
  beforeAll(async () => {
    for (const { secrets, provider, key } of persons)
      if (!ids.has(key))
        ids.set(
          key,
          bytesToCrock(await anastasisUserId({}, secrets.identity_attributes, crockToBytes(provider.server_salt, 16))),
        );
  });

  test('the data, and the salt of each provider, make the user id, and that the account', () => {
    expect(ids.size).toBeGreaterThan(5);
    for (const { secrets, provider, key } of persons) {
      expect(canonicalJson(secrets.identity_attributes)).toBe(secrets.identity_json_hashed);
      expect(ids.get(key)).toBe(provider.user_id);
      const accountPriv = anastasisAccountKey(crockToBytes(provider.user_id));
      expect(bytesToCrock(accountPriv)).toBe(provider.account_priv);
      expect(bytesToCrock(eddsaPublicKey(accountPriv))).toBe(provider.account_pub);
    }
  });
});

test('every truth is sealed as it was uploaded, and its share comes back', () => {
  let compared = 0;
  const seen = new Set<string>();
  for (const { trace, secrets, truth, what } of everyTruth) {
    const userId = crockToBytes(secrets.providers[truth.provider]?.user_id ?? '');
    const plain = crockToBytes(truth.truth);
    // The recorder also tried an empty truth, and one that was never sealed; ours makes neither.
    const step = uploadTo(trace, truth.uuid);
    if (plain.length === 0 || (step === undefined && seen.has(truth.uuid))) continue;
    seen.add(truth.uuid);
    const shareLabel = labelOf(truth);
    const upload = sealTruth(diceOf(truth), {
      userId,
      type: truth.type,
      truth: plain,
      ...(shareLabel === undefined ? {} : { shareLabel }),
    });
    expect(mustOk(openKeyShare(userId, upload.keyShareData, shareLabel), what)).toEqual(crockToBytes(truth.key_share));
    if (step === undefined || uploadOf(step)['encrypted_truth'] === '0000000000000000') continue;
    const { encrypted_truth, key_share_data } = uploadOf(step);
    const sealed = {
      encrypted_truth: bytesToCrock(upload.encryptedTruth),
      key_share_data: bytesToCrock(upload.keyShareData),
    };
    expect({ what, ...sealed }).toEqual({ what, encrypted_truth, key_share_data });
    compared += 1;
  }
  expect(compared).toBeGreaterThan(40);
});

test('an answer makes the truth of its question, letter by letter', async () => {
  const questions = new Map(
    everyTruth.filter(({ truth }) => truth.type === 'question').map(({ truth }) => [truth.uuid, truth]),
  );
  expect(questions.size).toBeGreaterThan(4);
  for (const truth of questions.values()) {
    const hash = await secureAnswerHash(
      {},
      labelOf(truth) ?? '',
      crockToBytes(truth.question_salt),
      crockToBytes(truth.uuid),
    );
    expect(bytesToCrock(hash)).toBe(truth.truth);
  }
});

/** Chance that was recorded, in the order in which it is asked for. */
const dealt = (...bytes: readonly string[]) => {
  const rest = [...bytes];
  return {
    randomBytes: (length: number) => crockToBytes(rest.shift() ?? '', length),
    rest,
  };
};

const sealedAgain = (
  { master_key, nonce_core_secret, core_secret_json, policies }: RecordedDocument,
  share: (uuid: string) => Uint8Array,
  uuids: readonly (readonly string[])[],
) => {
  const { mime, value } = JSON.parse(core_secret_json) as { readonly mime: string; readonly value: string };
  const chance = dealt(
    master_key,
    nonce_core_secret,
    ...policies.flatMap(({ salt, nonce_master_key }) => [salt, nonce_master_key]),
  );
  const sealed = sealCoreSecret(
    chance,
    { mime, value: crockToBytes(value) },
    uuids.map((each) => each.map((uuid) => ({ uuid, keyShare: share(uuid) }))),
  );
  expect(chance.rest).toEqual([]);
  return sealed;
};

describe.each(recorded.filter((each) => documentsOf(each).length > 0))('$name', (each) => {
  const { trace, secrets } = each;
  test.each(documentsOf(each).filter(([, { policies }]) => policies.length > 0))(
    '%s is sealed as it was, and each of its policies opens it',
    (_, document) => {
      const packed = packRecoveryDocument(JSON.parse(document.document_json));
      const read = mustOk(readRecoveryDocument(packed), 'document');
      const shares = new Map(
        Object.values(secrets.truths).map(({ uuid, key_share }) => [uuid, crockToBytes(key_share)]),
      );
      const sealed = sealedAgain(
        document,
        (uuid) => shares.get(uuid) ?? new Uint8Array(0),
        read.policies.map(({ uuids }) => uuids),
      );
      expect(sealed).toEqual({ encryptedCoreSecret: read.encryptedCoreSecret, policies: read.policies });
      const { value } = JSON.parse(document.core_secret_json) as { readonly value: string };
      for (const policy of read.policies) {
        const some = new Map(policy.uuids.map((uuid) => [uuid, shares.get(uuid) ?? new Uint8Array(0)]));
        expect(bytesToCrock(mustOk(openCoreSecret(read, some), 'opens').value)).toBe(value);
      }
      // Ours has both names of the salt, and reads as what was recorded.
      const ours = writeRecoveryDocument(read);
      expect(mustOk(readRecoveryDocument(ours), 'ours')).toEqual(read);
    },
  );

  test('what was uploaded opens with the user id of its provider, and sealing it again gives the same bytes', () => {
    const uploads = trace.steps.filter(
      ({ request }) => request.method === 'POST' && request.path.startsWith('/policy/'),
    );
    const byAccount = new Map(Object.values(secrets.providers).map((provider) => [provider.account_pub, provider]));
    const opened = uploads.filter(({ request: { path, body } }) => {
      if (body === null || 'omitted' in body || bytesOf(body).length < 100) return false;
      const provider = byAccount.get(path.split(/[/?]/)[2] ?? '');
      const userId = crockToBytes(provider?.user_id ?? '');
      const plain = anastasisDecrypt(userId, ANASTASIS_LABEL.recoveryDocument, bytesOf(body));
      if (!plain.ok) return false;
      expect(
        anastasisEncrypt(userId, ANASTASIS_LABEL.recoveryDocument, plain.value, bytesOf(body).slice(0, 24)),
      ).toEqual(bytesOf(body));
      return readRecoveryDocument(plain.value).ok;
    });
    expect(opened.length > 0 || uploads.length === 0).toBe(true);
  });
});

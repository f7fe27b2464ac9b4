// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import {
  ageCommitmentHash,
  ageGroupsToMask,
  ageToGroup,
  attestAge,
  deriveAgeCommitment,
  edx25519DerivePrivate,
  edx25519DerivePublic,
  edx25519PrivateKey,
  edx25519PublicKey,
  edx25519Sign,
  maskToAgeGroups,
  refreshAgeCommitment,
  verifyAge,
  type AgeCommitment,
} from '../../electron/taler/coin/age.ts';
import { eddsaVerify } from '../../electron/taler/crypto/eddsa.ts';
import { bytesToCrock, crockToBytes, hexToBytes } from '../../electron/taler/bytes/encodings.ts';
import { mustOk } from '../../shared/result.ts';
import { casesOf } from './load.ts';

type Proof = {
  readonly commitment: { readonly mask: number; readonly publicKeys: readonly string[] };
  readonly proof: { readonly privateKeys: readonly string[] };
};
type Attestation = {
  readonly required_age: number;
  readonly group: number;
  readonly attestable: boolean;
  readonly sig?: string;
  readonly verify?: boolean;
};
type Case = { readonly kind: string } & Record<string, string> & {
    readonly mask: number;
    readonly age: number;
    readonly group: number;
    readonly age_groups_from_mask: readonly number[];
    readonly count_bits: number;
    readonly commitment_proof: Proof;
    readonly derived: Proof;
    readonly attestations: readonly Attestation[];
  };
const cases = casesOf<Case>('age-restriction', 21).map((each, index) => ({ ...each, index }));
const of = (prefix: string, count: number): readonly Case[] => {
  const found = cases.filter(({ kind }) => kind.startsWith(prefix)) as unknown as readonly Case[];
  if (found.length !== count) throw new Error(`${found.length} cases of ${prefix}`);
  return found;
};
const bytes = (each: Case, member: string): Uint8Array => crockToBytes(each[member] ?? '!');
const shown = ({ mask, publicKeys, privateKeys }: AgeCommitment): Proof => ({
  commitment: { mask, publicKeys: publicKeys.map(bytesToCrock) },
  proof: { privateKeys: privateKeys.map(bytesToCrock) },
});

describe('age-restriction.json', () => {
  it('derives Edx25519 keys as GNUnet does', () => {
    for (const each of of('edx25519-derive', 1)) {
      expect(bytesToCrock(edx25519PublicKey(bytes(each, 'priv1')))).toBe(each['pub1']);
      expect(bytesToCrock(edx25519DerivePrivate(bytes(each, 'priv1'), bytes(each, 'seed')))).toBe(each['priv2']);
      expect(bytesToCrock(mustOk(edx25519DerivePublic(bytes(each, 'pub1'), bytes(each, 'seed')), 'vector'))).toBe(
        each['pub2'],
      );
      expect(bytesToCrock(edx25519PublicKey(bytes(each, 'priv2')))).toBe(each['pub2']);
    }
  });

  it('makes, derives and signs with Edx25519 keys', () => {
    for (const each of cases.filter(({ kind }) => kind === 'edx25519') as unknown as readonly Case[]) {
      const priv = edx25519PrivateKey(bytes(each, 'seed'));
      expect(bytesToCrock(priv)).toBe(each['priv']);
      expect(bytesToCrock(edx25519PublicKey(priv))).toBe(each['pub']);
      expect(bytesToCrock(edx25519DerivePrivate(priv, bytes(each, 'derive_seed')))).toBe(each['derived_priv']);
      expect(bytesToCrock(mustOk(edx25519DerivePublic(bytes(each, 'pub'), bytes(each, 'derive_seed')), 'vector'))).toBe(
        each['derived_pub'],
      );
      const message = hexToBytes(each['sign_msg_hex'] ?? '!');
      const pairs = [priv, bytes(each, 'derived_priv')].map((key) => ({
        sig: edx25519Sign(key, message),
        pub: edx25519PublicKey(key),
      }));
      expect(pairs.some(({ sig }) => bytesToCrock(sig) === each['sig'])).toBe(true);
      for (const { sig, pub } of pairs) {
        expect(eddsaVerify(pub, message, sig)).toBe(true);
        expect(eddsaVerify(pub, message.slice(1), sig)).toBe(false);
      }
    }
  });

  it('reads masks and finds groups', () => {
    for (const each of of('age-mask', 1)) {
      expect(ageGroupsToMask(each['groups'] ?? '')).toBe(each.mask);
      expect(maskToAgeGroups(each.mask)).toEqual(each.age_groups_from_mask);
      expect(maskToAgeGroups(each.mask)).toHaveLength(each.count_bits - 1);
    }
    expect(ageGroupsToMask('8:10:12:14:16:18:21')).toBe(2446593);
    for (const { mask, age, group } of of('age-group-index', 12)) expect(ageToGroup(mask, age)).toBe(group);
  });

  it.each(cases.filter(({ kind }) => kind.startsWith('commitment-seeded')) as unknown as readonly Case[])(
    'commits to age $age',
    (each) => {
      const commitment = deriveAgeCommitment(bytes(each, 'seed'), each.commitment_proof.commitment.mask, each.age);
      expect(shown(commitment)).toEqual(each.commitment_proof);
      expect(bytesToCrock(ageCommitmentHash(commitment.publicKeys))).toBe(each['h_age_commitment']);
      const derived = mustOk(refreshAgeCommitment(commitment, bytes(each, 'derive_salt_64')), 'vector');
      expect(shown(derived)).toEqual(each.derived);
      expect(bytesToCrock(ageCommitmentHash(derived.publicKeys))).toBe(each['derived_h']);

      expect(each.attestations.length).toBeGreaterThan(0);
      for (const { required_age, group, attestable, sig, verify } of each.attestations) {
        expect(ageToGroup(commitment.mask, required_age)).toBe(group);
        const attestation = attestAge(commitment, required_age);
        expect(attestation.ok).toBe(attestable);
        if (!attestation.ok) continue;
        expect(bytesToCrock(attestation.value)).toBe(sig);
        expect(verifyAge(commitment, required_age, attestation.value)).toBe(verify);
        if (group > 0) expect(verifyAge(commitment, required_age, new Uint8Array(64))).toBe(false);
      }
    },
  );

  it('has all four commitments', () => {
    of('commitment-seeded', 4);
    expect(cases.filter(({ kind }) => kind === 'edx25519')).toHaveLength(3);
  });
});

// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { err, ok, type Result } from '../../../shared/result.ts';
import { withoutNulls } from '../bytes/json.ts';
import { baseUrlSchema, crockSchema, crockUpToSchema } from '../wire/schemas.ts';
import { packRecoveryDocument, unpackRecoveryDocument } from './crypto.ts';

// The recovery document: which truths there are, which of them together are enough, and the secret they open. Whoever knows a
// person's data reads it, and whoever keeps it may have written it: every member has its bound.

/** One truth at one provider. Ids, keys and salts are base32. */
export type EscrowMethod = {
  readonly url: string;
  /** `question`, `sms`, …, or one we do not know */
  readonly type: string;
  /** 32 bytes */
  readonly uuid: string;
  /** 64 bytes */
  readonly truthKey: string;
  /** 16 bytes; matters for questions alone */
  readonly salt: string;
  /** 16 bytes, as the provider had it when the truth was uploaded */
  readonly providerSalt: string;
  /** what the person is to be told: the question, or where a code goes */
  readonly instructions: string;
};

/** Truths that together open the secret. */
export type EscrowPolicy = {
  /** 64 bytes */
  readonly salt: string;
  /** 104 bytes: the master key, sealed */
  readonly masterKey: string;
  /** the order decides about the key */
  readonly uuids: readonly string[];
};

export type RecoveryDocument = {
  readonly secretName: string | undefined;
  /** base32 */
  readonly encryptedCoreSecret: string;
  readonly methods: readonly EscrowMethod[];
  readonly policies: readonly EscrowPolicy[];
};

export type MalformedDocument = { readonly kind: 'malformed-recovery-document'; readonly why: string };

/** Nobody answers more than a handful of questions; the reference client makes 70 policies of 8 methods. */
const MAX_METHODS = 32;
const MAX_POLICIES = 512;
const MAX_UUIDS = 16;
const MAX_SECRET_BYTES = 64 * 1024;
const MAX_INSTRUCTIONS = 1000;
const MAX_SECRET_NAME = 200;
const MAX_WHY = 200;

const salt16 = crockSchema(16);
const methodSchema = z
  .object({
    url: baseUrlSchema,
    escrow_type: z.string().min(1).max(32),
    uuid: crockSchema(32),
    truth_key: crockSchema(64),
    question_salt: salt16.optional(),
    truth_salt: salt16.optional(),
    provider_salt: salt16,
    instructions: z.string().max(MAX_INSTRUCTIONS).default(''),
  })
  .transform((read, context): EscrowMethod => {
    // Programs of 2021 write and want the one name, those since April 2022 the other.
    const salt = read.question_salt ?? read.truth_salt;
    if (salt === undefined) {
      context.addIssue({ code: 'custom', message: 'neither question_salt nor truth_salt' });
      return z.NEVER;
    }
    return {
      url: read.url,
      type: read.escrow_type,
      uuid: read.uuid,
      truthKey: read.truth_key,
      salt,
      providerSalt: read.provider_salt,
      instructions: read.instructions,
    };
  });
const policySchema = z.object({
  salt: crockSchema(64),
  master_key: crockSchema(104),
  uuids: z.array(crockSchema(32)).min(1).max(MAX_UUIDS),
});
const documentSchema = z.object({
  secret_name: z.string().max(MAX_SECRET_NAME).optional(),
  encrypted_core_secret: crockUpToSchema(MAX_SECRET_BYTES),
  escrow_methods: z.array(z.unknown()).min(1).max(MAX_METHODS),
  policies: z.array(z.unknown()).min(1).max(MAX_POLICIES),
});

/** Reads a packed document (`unpackRecoveryDocument`), either name of the salt; a policy that names an unknown truth, or one twice, is malformed. */
export const readRecoveryDocument = (packed: Uint8Array): Result<RecoveryDocument, MalformedDocument> => {
  const unpacked = unpackRecoveryDocument(packed);
  if (!unpacked.ok) return malformed('not a packed document');
  // Lists are counted before their entries are looked at: 10,000 policies cost nothing.
  const whole = documentSchema.safeParse(withoutNulls(unpacked.value));
  if (!whole.success) return malformed(firstIssue(whole.error));
  const methods = z.array(methodSchema).safeParse(whole.data.escrow_methods.map(withoutNulls));
  if (!methods.success) return malformed(`escrow_methods.${firstIssue(methods.error)}`);
  const policies = z.array(policySchema).safeParse(whole.data.policies);
  if (!policies.success) return malformed(`policies.${firstIssue(policies.error)}`);
  const known = new Set(methods.data.map(({ uuid }) => uuid));
  if (known.size !== methods.data.length) return malformed('a truth that is listed twice');
  for (const { uuids } of policies.data) {
    if (uuids.some((uuid) => !known.has(uuid))) return malformed('a policy with an unknown truth');
    if (new Set(uuids).size !== uuids.length) return malformed('a policy that names a truth twice');
  }
  return ok({
    secretName: whole.data.secret_name,
    encryptedCoreSecret: whole.data.encrypted_core_secret,
    methods: methods.data,
    policies: policies.data.map(({ salt, master_key, uuids }) => ({ salt, masterKey: master_key, uuids })),
  });
};

/** The packed document, equal at all providers before it is sealed. Both names of the salt are written, so that either generation of programs recovers it. */
export const writeRecoveryDocument = (document: RecoveryDocument): Uint8Array =>
  packRecoveryDocument({
    encrypted_core_secret: document.encryptedCoreSecret,
    escrow_methods: document.methods.map((method) => ({
      escrow_type: method.type,
      instructions: method.instructions,
      provider_salt: method.providerSalt,
      question_salt: method.salt,
      truth_key: method.truthKey,
      truth_salt: method.salt,
      url: method.url,
      uuid: method.uuid,
    })),
    policies: document.policies.map(({ salt, masterKey, uuids }) => ({ master_key: masterKey, salt, uuids })),
    ...(document.secretName === undefined ? {} : { secret_name: document.secretName }),
  });

const malformed = (why: string): Result<never, MalformedDocument> =>
  err({ kind: 'malformed-recovery-document', why: why.slice(0, MAX_WHY) });

const firstIssue = ({ issues: [issue] }: z.ZodError): string =>
  `${issue?.path.join('.') || 'document'}: ${issue?.message ?? 'unexpected'}`;

// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import type { TruthDice } from '../../electron/taler/anastasis/truth.ts';
import { crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { jsonOf, loadTrace, type Step, type Trace } from './trace.ts';

// The recordings of anastasis-httpd 0.2.0 and its reference client, with the secrets behind them.

export const ANASTASIS_TRACES = [
  'config',
  'truth-upload',
  'challenge-question',
  'challenge-tan',
  'challenge-totp',
  'challenge-file',
  'challenge-iban',
  'policy',
  'payment',
  'expiry-and-limits',
  'reducer-backup',
  'reducer-recovery',
  'server-crashes',
].map((name) => `anastasis-0.2-${name}`);

const providerSchema = z.object({
  base_url: z.string(),
  server_salt: z.string(),
  user_id: z.string(),
  account_priv: z.string(),
  account_pub: z.string(),
});
const truthSchema = z.object({
  provider: z.string(),
  type: z.string(),
  uuid: z.string(),
  truth_key: z.string(),
  nonce_truth: z.string(),
  nonce_keyshare: z.string(),
  key_share: z.string(),
  question_salt: z.string(),
  answer: z.string().optional(),
  keyshare_label: z.string().optional(),
  truth: z.string(),
});
const policySchema = z.object({
  salt: z.string(),
  policy_key: z.string(),
  nonce_master_key: z.string(),
  truths: z.array(z.string()).optional(),
  uuids: z.array(z.string()).optional(),
});
const documentSchema = z.object({
  document_json: z.string(),
  master_key: z.string(),
  nonce_core_secret: z.string(),
  core_secret_json: z.string(),
  policies: z.array(policySchema),
});
const secretsSchema = z.looseObject({
  identity_attributes: z.record(z.string(), z.string()).default({}),
  identity_json_hashed: z.string().default(''),
  providers: z.record(z.string(), providerSchema).default({}),
  truths: z.record(z.string(), truthSchema).default({}),
  // the expiry recording says in a sentence that there are none
  documents: z.record(z.string(), documentSchema).catch({}),
  document: documentSchema.partial({ document_json: true }).optional(),
  document_version_1: documentSchema.partial({ document_json: true }).optional(),
});

export type RecordedTruth = z.infer<typeof truthSchema>;
export type RecordedDocument = z.infer<typeof documentSchema>;
export type Recorded = { readonly trace: Trace; readonly secrets: z.infer<typeof secretsSchema> };

/** A recording and what its secrets say. */
export const loadAnastasis = (name: string): Recorded => {
  const trace = loadTrace(name);
  return { trace, secrets: secretsSchema.parse(trace.secrets) };
};

/** The recorded chance of a truth. */
export const diceOf = (truth: RecordedTruth): TruthDice => ({
  uuid: crockToBytes(truth.uuid),
  truthKey: crockToBytes(truth.truth_key),
  salt: crockToBytes(truth.question_salt),
  keyShare: crockToBytes(truth.key_share),
  truthNonce: crockToBytes(truth.nonce_truth),
  shareNonce: crockToBytes(truth.nonce_keyshare),
});

/** The plain answer of a question, which its share is labelled with. */
export const labelOf = (truth: RecordedTruth): string | undefined =>
  truth.answer ?? (truth.keyshare_label === 'eks' ? undefined : truth.keyshare_label);

/** The recorded documents, by their names. */
export const documentsOf = ({ secrets }: Recorded): readonly (readonly [string, RecordedDocument])[] => [
  ...Object.entries(secrets.documents),
  ...[secrets.document, secrets.document_version_1].flatMap((document, at) =>
    document?.document_json === undefined
      ? []
      : [[`document ${at}`, { ...document, document_json: document.document_json }] as const],
  ),
];

/** The members of a recorded upload. */
export const uploadOf = ({ request }: Step): Readonly<Record<string, unknown>> =>
  (jsonOf(request.body) ?? {}) as Readonly<Record<string, unknown>>;

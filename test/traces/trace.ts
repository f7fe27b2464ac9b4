// SPDX-License-Identifier: GPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

// The recordings of real servers in test/traces/data (format "taler-trace/1"), read as they are.

const bodySchema = z.union([
  z.object({ json: z.unknown() }),
  z.object({ text: z.string() }),
  z.object({ base64: z.string() }),
  z.object({ omitted: z.string() }),
  z.null(),
]);
const headersSchema = z.record(z.string(), z.string());
const stepSchema = z.object({
  step: z.string(),
  note: z.string().optional(),
  server: z.string().optional(),
  /** null where the connection was closed */
  elapsed_ms: z.number().nullish(),
  request: z.object({ method: z.string(), path: z.string(), headers: headersSchema.default({}), body: bodySchema }),
  response: z.object({ status: z.number(), headers: headersSchema, body: bodySchema }).nullable().default(null),
});
const coinSchema = z.looseObject({
  coin_priv: z.string(),
  coin_pub: z.string(),
  blinding_secret: z.string(),
  denom_pub_hash: z.string(),
  ub_sig: z.looseObject({ cipher: z.string(), rsa_signature: z.string().optional() }).optional(),
});
const purseSchema = z.looseObject({
  purse_priv: z.string(),
  purse_pub: z.string(),
  merge_priv: z.string(),
  merge_pub: z.string(),
  contract_priv: z.string(),
  contract_terms: z.unknown(),
  h_contract_terms: z.string(),
});
const traceSchema = z.object({
  format: z.literal('taler-trace/1'),
  base_url: z.string().default(''),
  master_public_key: z.string().optional(),
  signkeys: z.array(z.unknown()).default([]),
  global_fees: z.array(z.unknown()).default([]),
  denominations_used: z.record(z.string(), z.looseObject({ cipher: z.string() })).default({}),
  secrets: z
    .looseObject({
      coins: z.array(coinSchema).default([]),
      new_coins: z.array(coinSchema).default([]),
      purses: z.array(purseSchema).default([]),
      transfer_privs: z.array(z.string()).default([]),
      new_denoms: z.array(z.string()).default([]),
      contract_terms: z.unknown().optional(),
    })
    .default({ coins: [], new_coins: [], purses: [], transfer_privs: [], new_denoms: [] }),
  steps: z.array(stepSchema),
});

export type Trace = z.infer<typeof traceSchema> & { readonly name: string };
export type Step = Trace['steps'][number];
export type CoinSecret = Trace['secrets']['coins'][number];
export type PurseSecret = Trace['secrets']['purses'][number];

const DATA = join(import.meta.dirname, 'data');

/** A recording by its file name, without `.json`. */
export const loadTrace = (name: string): Trace =>
  readTrace(name, JSON.parse(readFileSync(join(DATA, `${name}.json`), 'utf8')));

/** The same of a file that was read elsewhere. */
export const readTrace = (name: string, json: unknown): Trace => ({ ...traceSchema.parse(json), name });

/** The exchange recordings of one generation, by subject. */
export const SUBJECTS = [
  'discovery',
  'keys-full',
  'withdraw',
  'deposit',
  'aggregate',
  'refresh',
  'cs',
  'push',
  'pull',
  'reserve',
  'recoup',
  'expired',
] as const;
export const GENERATIONS = ['v17', 'v23'] as const;

/** The step of that name (the `nth`, where a name repeats). */
export const findStep = (trace: Trace, name: string, nth = 0): Step => {
  const step = trace.steps.filter((each) => each.step === name)[nth];
  if (!step) throw new Error(`${trace.name} has no step ${name}`);
  return step;
};

type Body = Step['request']['body'];
/** The JSON of a recorded body; undefined when it is something else. */
export const jsonOf = (body: Body): unknown => (body !== null && 'json' in body ? body.json : undefined);

/** The bytes of a recorded body. */
export const bytesOf = (body: Body): Uint8Array => {
  if (body === null) return new Uint8Array(0);
  if ('omitted' in body) throw new Error(`not recorded: ${body.omitted}`);
  if ('base64' in body) return new Uint8Array(Buffer.from(body.base64, 'base64'));
  return new TextEncoder().encode('text' in body ? body.text : JSON.stringify(body.json));
};

/** Every secret key of the recording that is an Ed25519 seed, wherever it stands. */
export const privateKeys = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(privateKeys);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    typeof each === 'string' && name.endsWith('_priv') ? [each] : privateKeys(each),
  );
};

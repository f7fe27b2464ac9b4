// SPDX-License-Identifier: GPL-3.0-or-later
import { deserialize, serialize } from 'node:v8';
import { ok, type Result } from '../../../../shared/result.ts';
import type { Task } from '../../../threads.ts';
import { parseJson } from '../../bytes/json.ts';
import type { ExchangeFailure } from '../failure.ts';
import { parseKeys } from './keys.ts';
import type { ExchangeKeys } from './model.ts';
import { versionOnlySchema } from './schema.ts';

// Keys that were verified, as bytes: so they come back from the thread that verified them, and so the database keeps them,
// encrypted and authenticated as everything in it. Reading them verifies nothing again.

/** Counted up when `ExchangeKeys` changes, so that what an older program kept is verified anew. */
const FORM = 3;

type Form = { readonly form: typeof FORM; readonly keys: Omit<ExchangeKeys, 'raw'> };

/** The keys without the text they were read from. */
export const packKeys = ({ raw: _, ...keys }: ExchangeKeys): Uint8Array =>
  new Uint8Array(serialize({ form: FORM, keys } satisfies Form));

/** What `packKeys` made, with its text; undefined for bytes of another form or another exchange. */
export const unpackKeys = (bytes: Uint8Array, baseUrl: string, raw: string): ExchangeKeys | undefined => {
  const read = readForm(bytes);
  if (read?.form !== FORM || read.keys.baseUrl !== baseUrl) return undefined;
  // A merchant chooses the name that is looked up here, and bytes know nothing of prototypes.
  const wireFees = Object.assign(Object.create(null) as ExchangeKeys['wireFees'], read.keys.wireFees);
  return { ...read.keys, wireFees, raw };
};

const readForm = (bytes: Uint8Array): Form | undefined => {
  try {
    return deserialize(bytes) as Form;
  } catch {
    // Written by a runtime whose form this one does not know.
    return undefined;
  }
};

export type Document = { readonly baseUrl: string; readonly raw: string };

/** Reads and verifies a `/keys` document. */
export const keysTask: Task<Document, Result<Uint8Array, ExchangeFailure>> = {
  name: 'keys',
  perform: ({ baseUrl, raw }) => {
    const keys = parseKeys(baseUrl, raw);
    return keys.ok ? ok(packKeys(keys.value)) : keys;
  },
};

/** The version that a document says it has; undefined when it says none. */
export const versionTask: Task<string, string | undefined> = {
  name: 'keys-version',
  perform: (raw) => versionOnlySchema.safeParse(parseJson(raw)).data?.version,
};

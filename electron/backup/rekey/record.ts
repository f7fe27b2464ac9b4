// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amountText, crock } from '../../state/field.ts';
import type { LocalReader, LocalWriter } from '../../storage/local.ts';
import { bytesToCrock, crockToBytes, utf8 } from '../../taler/bytes/encodings.ts';
import { parseJsonBytes } from '../../taler/bytes/json.ts';
import { markOf } from '../safety/paper-mark.ts';
import { openSecret, secret, type Secret } from '../../taler/crypto/secret.ts';

// How far a new secret has come (electron/decisions/new-secret.md). The secret of before lies in here, inside the encrypted database
// only, until the places of before have been told: it opens their accounts, and nothing else of it is needed any more.

const WHERE = 'rekey';

const schema = z.object({
  /** `copies`: the new accounts get copies; `money`: it is paid to ourselves; `telling`: the old accounts are told; `paper`: a new sheet is wanted */
  phase: z.enum(['copies', 'money', 'telling', 'paper']),
  /** the new secret, by a mark that says nothing about it: of a wallet that has another one by now nothing is under way */
  of: z.string(),
  /** milliseconds since the epoch */
  since: z.number(),
  /** reserves that were not empty then: their keys stand in the copies of before */
  reserves: z.array(z.string()).default([]),
  /** the secret of before, for as long as it is needed */
  old: z.union([crock(64), crock(32)]).exactOptional(),
  /** what all of it together may cost, one sum for each currency */
  fees: z.array(amountText),
  /** the places whose old accounts are to be told */
  places: z.array(z.string()),
  /** when the record of what they are told was made, which is its name */
  toldSince: z.number().exactOptional(),
});

export type Rekeying = z.infer<typeof schema>;

/** What is written down of a new secret that is under way; undefined while none is, and for what cannot be read. */
export const rekeying = (local: LocalReader): Rekeying | undefined => {
  const bytes = local.request(WHERE);
  const read = bytes && schema.safeParse(parseJsonBytes(bytes));
  const root = local.rootSecret();
  return read?.success === true && root !== undefined && read.data.of === markOf(root) ? read.data : undefined;
};

/** Writes down how far it has come; part of the transaction that got it there. */
export const putRekeying = (local: LocalWriter, record: Rekeying): void =>
  local.putRequest(WHERE, utf8(JSON.stringify(record)));

export const endRekeying = (local: LocalWriter): void => local.deleteRequest(WHERE);

/** Notes that the secret of now is one that was made anew, and that nothing of that is left to do. */
export const noteRekeyed = (local: LocalWriter, { of }: Rekeying, at: number): void => {
  endRekeying(local);
  local.setMark('rekey-ended', { of, at });
};

/** When the secret of now was done with, if it was made anew here (milliseconds since the epoch). */
export const rekeyedAt = (local: LocalReader): number | undefined => {
  const [ended, root] = [local.mark('rekey-ended'), local.rootSecret()];
  return ended !== undefined && root !== undefined && ended.of === markOf(root) ? ended.at : undefined;
};

export const secretText = (root: Secret): string => bytesToCrock(openSecret(root));

/** The secret of before, while it is kept. */
export const oldSecret = ({ old }: Rekeying): Secret | undefined =>
  old === undefined ? undefined : secret(crockToBytes(old));

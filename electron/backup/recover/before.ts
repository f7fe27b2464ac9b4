// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amountText, crock } from '../../state/field.ts';
import type { UndoContent } from '../../storage/tables/undo.ts';
import type { Tx } from '../../storage/store.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import { openSecret, type Secret } from '../../taler/crypto/secret.ts';
import { forgetTakenBack } from '../copies/taken-back.ts';
import { accessSchema } from '../providers/known.ts';
import type { Source } from './source.ts';

// What a restore or a takeover notes before it changes anything, so that it can be taken back (`backup/undo`): everything as it
// is, and what is to be known of the other wallet then.

/** Of a wallet that was brought back or gone on with: whether this device was in it before, for then it has nothing to go back to but having left it. */
const continuedSchema = z.object({ wasInIt: z.boolean() });

/** Of a wallet whose money was joined into ours: how to ask its places once more, and what it held by its copies. */
const joinedSchema = z.object({
  root: z.union([crock(64), crock(32)]),
  there: z.array(amountText),
  /** what paying to ourselves might cost before, by exchange */
  agreed: z
    .record(
      z.string(),
      z.object({
        fees: amountText,
        withoutBackup: z.literal(true).exactOptional(),
        step: z.number().exactOptional(),
      }),
    )
    .exactOptional(),
  places: z.array(
    z.object({
      url: z.string(),
      name: z.string(),
      at: z.string().exactOptional(),
      named: z.string().exactOptional(),
      directory: z.string().exactOptional(),
      access: accessSchema.exactOptional(),
    }),
  ),
});
export type Joined = z.infer<typeof joinedSchema>;

/** Keeps a copy of this installation before it becomes one of another wallet. */
export const keepBeforeContinuing = (tx: Tx, why: 'restore' | 'continued', wasInIt: boolean): void =>
  void tx.local.takeUndoCopy(why, { wasInIt } satisfies z.infer<typeof continuedSchema>);

/** Keeps one before another wallet's money is joined into this one, and gives its number. Its secret is kept with it, in the encrypted database, for as long. */
export const keepBeforeJoining = (
  tx: Tx,
  root: Secret,
  { sources, there }: { readonly sources: readonly Source[]; readonly there: readonly string[] },
): number => {
  forgetTakenBack(tx);
  const places = sources.map(({ url, name, at, named, ways }) => ({
    url,
    name,
    ...ways,
    ...(at === undefined ? {} : { at }),
    ...(named === undefined ? {} : { named }),
  }));
  const agreed = tx.local.mark('reissue-agreed') ?? {};
  return tx.local.takeUndoCopy('joined', {
    root: bytesToCrock(openSecret(root)),
    there: [...there],
    places,
    agreed,
  } satisfies Joined);
};

/** Whether this device had been in the wallet that was brought back; nobody knows it where the note cannot be read, and then nothing is removed. */
export const wasInIt = ({ other }: Pick<UndoContent, 'other'>): boolean => {
  const read = continuedSchema.safeParse(other);
  return !read.success || read.data.wasInIt;
};

/** What was noted of the wallet that was joined; undefined where it cannot be read. */
export const joinedIn = ({ other }: Pick<UndoContent, 'other'>): Joined | undefined => {
  const read = joinedSchema.safeParse(other);
  return read.success ? read.data : undefined;
};

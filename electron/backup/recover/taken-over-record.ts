// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { crock } from '../../state/field.ts';
import { parseJsonBytes } from '../../taler/bytes/json.ts';
import type { LocalReader, LocalWriter } from '../../storage/local.ts';
import { bytesToCrock, utf8 } from '../../taler/bytes/encodings.ts';
import { openSecret, type Secret } from '../../taler/crypto/secret.ts';
import type { Ways } from '../providers/kind.ts';
import { accessSchema } from '../providers/known.ts';
import { isAfterClockWentBack } from '../devices/clock-back.ts';
import type { Source } from './source.ts';

// A wallet whose money was joined into ours: what is still to be done about it. Its secret is kept, inside the encrypted
// database only, until its providers say that it was taken over and nothing of it is on its way any more.

export type TakenOver = {
  readonly root: string;
  readonly since: number;
  /** it is our own wallet of before a new secret: its copies say that it has moved */
  readonly moved?: boolean;
  /** when silent providers are asked again */
  readonly nextAt: number;
  readonly providers: readonly (Ways & {
    readonly id: string;
    /** what its entry calls its kind, where one was found */
    readonly named?: string;
    readonly done?: boolean;
    /** what is said of it; a sentence where an older version wrote it down */
    readonly note?: unknown;
  })[];
  /** batches and refresh sessions that were unfinished there, where an older version took it over: their entries did not say so then */
  readonly seeds?: readonly string[];
};

/** After this time silent providers are asked again. */
export const AGAIN_AFTER_MS = 10 * 60 * 1000;
/** Remembers what is left to do about a wallet that was taken over; part of the takeover's transaction, so that a crash loses nothing. */
export const noteTakenOver = (
  local: LocalWriter,
  root: Secret,
  sources: readonly Pick<Source, 'url' | 'ways' | 'named'>[],
  now: number,
  how: 'taken-over' | 'moved' = 'taken-over',
): number => {
  // Two wallets of one moment would have one record.
  const since = takenOverNames(local).includes(nameOf({ since: now })) ? now + 1 : now;
  putTakenOver(local, {
    root: bytesToCrock(openSecret(root)),
    since,
    nextAt: now,
    ...(how === 'moved' ? { moved: true } : {}),
    providers: sources.map(({ url, ways, named }) => ({ id: url, ...ways, ...(named === undefined ? {} : { named }) })),
  });
  return since;
};

/** The places of a wallet that are being told; none when that is over. `since` names it. */
export const tellingOf = (local: LocalReader, since: number | undefined): TakenOver['providers'] =>
  since === undefined ? [] : (getTakenOver(local, nameOf({ since }))?.providers ?? []);

/** Whether its places have been told, as far as they can be. */
export const isTold = (local: LocalReader, since: number | undefined): boolean =>
  since === undefined || getTakenOver(local, nameOf({ since })) === undefined;

/** Forgets what is left to do about the wallet of this secret (as `root` is written down): its money goes back to it. */
export const forgetTakenOver = (local: LocalWriter, root: string): void =>
  takenOverNames(local).forEach((name) =>
    getTakenOver(local, name)?.root === root ? forgetTakenOver(local, name) : undefined,
  );

/** Whether a takeover has something left that can be tried now. */
export const isTakenOverDue = (local: LocalReader, now: number): boolean =>
  takenOverNames(local).some((name) => {
    // What cannot be read is looked at once more, and forgotten.
    const { nextAt } = getTakenOver(local, name) ?? { nextAt: 0 };
    return nextAt <= now || isAfterClockWentBack(nextAt, now, AGAIN_AFTER_MS);
  });

// One record is kept per wallet that was taken over, under the time of the takeover; it is read back only here.
/** The records there are. */
export const takenOverNames = (local: LocalReader): readonly string[] => local.mark('taken-over-wallets') ?? [];

const nameOf = ({ since }: Pick<TakenOver, 'since'>): string => `taken-over-wallet-${since}`;

/** What must be there for anything to be done; the rest of a record is taken as it is found. */
const takenOverSchema = z.object({
  // The secret that opens that wallet; those of the first version are half as long.
  root: z.union([crock(64), crock(32)]),
  since: z.number(),
  nextAt: z.number(),
  moved: z.boolean().exactOptional(),
  providers: z.array(
    z.object({
      id: z.string(),
      named: z.string().exactOptional(),
      directory: z.string().exactOptional(),
      access: accessSchema.exactOptional(),
      done: z.boolean().exactOptional(),
      // Only shown: a note in another form must not keep that wallet from being told.
      note: z.unknown().exactOptional(),
    }),
  ),
  seeds: z.array(z.string()).exactOptional(),
});

/** Undefined when the record is not there or cannot be read: then nothing can be done for that wallet any more. */
export const getTakenOver = (local: LocalReader, name: string): TakenOver | undefined => {
  const read = takenOverSchema.safeParse(parseJsonBytes(local.request(name) ?? new Uint8Array(0)));
  return read.success ? read.data : undefined;
};

/** Writes down how far it has come; part of the transaction that got it there. */
export const putTakenOver = (local: LocalWriter, taken: TakenOver): void => {
  const name = nameOf(taken);
  local.putRequest(name, utf8(JSON.stringify(taken)));
  local.setMark('taken-over-wallets', [...new Set([...takenOverNames(local), name])]);
};

/** Nothing is left to do about that wallet, and its secret is not kept any more. */
export const dropTakenOver = (local: LocalWriter, name: string): void => {
  local.deleteRequest(name);
  const left = takenOverNames(local).filter((each) => each !== name);
  local.setMark('taken-over-wallets', left.length === 0 ? undefined : left);
};

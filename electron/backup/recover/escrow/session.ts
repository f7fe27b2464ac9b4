// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { readSaid } from '../../../../shared/facts/read.ts';
import type { Said } from '../../../../shared/facts/subjects.ts';
import { crock, amountText } from '../../../state/field.ts';
import type { Reader, Store, Tx } from '../../../storage/store.ts';
import {
  readRecoveryDocument,
  writeRecoveryDocument,
  type RecoveryDocument,
} from '../../../taler/anastasis/document.ts';
import { bytesToCrock, crockToBytes, utf8 } from '../../../taler/bytes/encodings.ts';
import { parseJsonBytes } from '../../../taler/bytes/json.ts';

// A recovery from escrow that is under way, in the encrypted database: what the person told of themselves, the document that
// was found, and how far each way has come. It ends with the restore or when its person stops it, and then all of it goes.

/** Nothing is sent for so long, in milliseconds, from that moment on. */
export type Wait = { readonly since: number; readonly span: number };

const time = z.number();
const wait = z.object({ since: time, span: z.number().nonnegative() });
const said = z
  .unknown()
  .transform((value): readonly Said<'escrowRecovery'>[] =>
    (Array.isArray(value) ? value : []).flatMap((each) => readSaid('escrowRecovery', each) ?? []),
  );
const transfer = z.object({
  amount: z.string(),
  iban: z.string(),
  name: z.string(),
  subject: z.string(),
  /** decimal digits of what is asked about */
  code: z.string().regex(/^[0-9]{1,20}$/),
});

export const waySchema = z.object({
  uuid: crock(32),
  /** as its place's `/config` said, where it answered */
  generation: z.enum(['2021', '2022']).exactOptional(),
  fee: amountText.exactOptional(),
  /** its place may not be asked: it lies further inside than the one that led there */
  barred: z.literal(true).exactOptional(),
  state: z.enum(['untouched', 'sent', 'asks-payment', 'waits', 'wrong', 'solved', 'lost']),
  said,
  share: crock(32).exactOptional(),
  /** so many answers count there by now, the first of them then */
  tries: z.object({ since: time, count: z.number().int() }).exactOptional(),
  wait: wait.exactOptional(),
  /** answers to a question that were wrong: they never become right */
  tried: z.array(z.string()).exactOptional(),
  /** what is like the last answer and was not sent yet */
  untried: z.number().int().exactOptional(),
  transfer: transfer.exactOptional(),
  /** how often it was looked whether the transfer has come */
  looks: z.number().int().exactOptional(),
  /** an order that the place named, and which names the payment from then on */
  order: z
    .object({
      id: z.string(),
      payUri: z.string(),
      /** what paying it from here takes altogether, where there are coins for it */
      total: amountText.exactOptional(),
    })
    .exactOptional(),
});

/** How far one way has come. */
export type Way = z.infer<typeof waySchema>;

const sessionSchema = z.object({
  country: z.string(),
  attributes: z.record(z.string(), z.string()),
  documentHash: z.string(),
  /** the packed document */
  document: z.string(),
  isOlder: z.boolean(),
  ways: z.array(waySchema),
});

export type EscrowSession = Omit<z.infer<typeof sessionSchema>, 'document'> & { readonly document: RecoveryDocument };

const STEP = 'escrow-recovery';

/** The recovery that is under way; one that cannot be read is none. */
export const sessionOf = ({ local }: Pick<Reader, 'local'>): EscrowSession | undefined => {
  const bytes = local.request(STEP);
  const read = bytes && sessionSchema.safeParse(parseJsonBytes(bytes));
  if (read?.success !== true) return undefined;
  const document = readRecoveryDocument(crockToBytes(read.data.document));
  return document.ok ? { ...read.data, document: document.value } : undefined;
};

export const putSession = ({ local }: Pick<Tx, 'local'>, { document, ...session }: EscrowSession): void =>
  local.putRequest(
    STEP,
    utf8(
      JSON.stringify({ ...session, document: bytesToCrock(writeRecoveryDocument(document)) } satisfies z.input<
        typeof sessionSchema
      >),
    ),
  );

/** Forgets it, and everything that the person told for it. */
export const forgetSession = ({ local }: Pick<Tx, 'local'>): void => local.deleteRequest(STEP);

/** One way is written down anew; nothing where the recovery was stopped meanwhile, or another one begun. */
export const changeWay = (
  store: Store,
  { documentHash }: Pick<EscrowSession, 'documentHash'>,
  uuid: string,
  change: (way: Way) => Way,
): Way | undefined =>
  store.transaction((tx) => {
    const session = sessionOf(tx);
    const way = session?.ways.find((each) => each.uuid === uuid);
    if (!session || !way || session.documentHash !== documentHash) return undefined;
    const changed = change(way);
    putSession(tx, { ...session, ways: session.ways.map((each) => (each === way ? changed : each)) });
    return changed;
  });

// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, answersOfSheet, link, nothing, placesOfPerson, takeover, text, uri } from './contract-fields.ts';
import type { EscrowSessionView, RecoverySearchView, RehearsalView } from './view-escrow-recovery.ts';
import type { RecoveryQuestionView, RestoreReportView, TakeoverReportView } from './view-restore.ts';

// The part of `contract.ts` on bringing a wallet back from escrow, and on rehearsing that.

/** a country asks for a handful */
const MOST_ATTRIBUTES = 20;
const attributes = z
  .record(text(40).min(1), text(300))
  .refine((given) => Object.keys(given).length <= MOST_ATTRIBUTES, 'too many');
const uuid = text(64);
const answer = text(1000);

export const escrowRecoveryInputs = {
  /** asks places what they keep of a person; `alsoKnown`: those that this program knows by itself, too */
  'recover.find': z.strictObject({
    country: text(8),
    attributes,
    places: z.array(link).max(20),
    alsoKnown: z.boolean(),
  }),
  /** one of those that were found last */
  'recover.choose': z.strictObject({ documentHash: text(200) }),
  'recover.session': nothing,
  /** has a code sent, or looks again whether it was paid */
  'recover.challenge': z.strictObject({ uuid }),
  /** with this wallet's own coins; `agreed` is the `total` that the person saw */
  'recover.pay': z.strictObject({ uuid, agreed: amount }),
  /** what the person typed; empty for a transfer: looks again whether it has arrived */
  'recover.answer': z.strictObject({ uuid, answer }),
  /** forgets it, with everything that the person told */
  'recover.stop': nothing,
  /** what the places for copies ask for before they can be asked */
  'recover.questions': nothing,
  /** restores with the secret that is in hand */
  'recover.run': z.strictObject({
    answers: answersOfSheet,
    places: placesOfPerson,
    folders: z.array(uri).max(20).optional(),
  }),
  /** where money is here, so that it cannot simply be restored: joins that wallet's money into this one, as `backup.takeover` does */
  'recover.takeOver': takeover.omit({ recoveryText: true }),
  /** one way of the wallet's own escrow, carried out for a try */
  'escrow.rehearse': z.strictObject({ uuid, answer }),
} as const;

export type EscrowRecoveryOutputs = {
  'recover.find': RecoverySearchView;
  'recover.choose': { readonly session: EscrowSessionView };
  'recover.session': { readonly session: EscrowSessionView | null };
  'recover.challenge': { readonly session: EscrowSessionView };
  'recover.pay': { readonly session: EscrowSessionView };
  'recover.answer': { readonly session: EscrowSessionView };
  'recover.stop': Record<string, never>;
  'recover.questions': { readonly questions: readonly RecoveryQuestionView[]; readonly namesNoPlace: boolean };
  'recover.run': RestoreReportView;
  'recover.takeOver': TakeoverReportView;
  'escrow.rehearse': RehearsalView;
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { plainSum, tidyAddress, tidyTarget } from './pasted.ts';

// What the inputs of requests are made of.

export const text = (limit: number) => z.string().max(limit);
// The window reads what people write; of what comes here in so many words only what was copied along is left out.
export const amount = text(64).transform(plainSum);
export const uri = text(4096);
// Addresses that a person pasted: what came along is left out, and a folder stays as it is.
export const link = uri.transform(tidyAddress);
export const target = uri.transform(tidyTarget);
/** the person does not want to wait for a backup of this sum */
export const withoutBackup = z.boolean().optional();
/** an unknown exchange the person was asked about, and wants to add: its base URL, as 'unknown-exchange' told it */
export const newExchange = uri.optional();
/** the total the person saw: nothing is paid that takes more */
export const shown = amount.optional();
export const nothing = z.strictObject({});
export const names = z.strictObject({ wallet: text(200).optional(), device: text(200).optional() });
/** what a provider asks for beside its address, by field name: a user name, a password */
export const answers = z.record(text(40).min(1), text(1024));
/** the same for providers on a sheet, by provider id */
export const answersOfSheet = z.record(uri, answers).optional();
export const placesOfPerson = z.array(link).max(20).optional();
/** how the wallet's file is locked on this computer */
export const protection = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('passphrase'), passphrase: text(1024).min(1) }),
  z.strictObject({ type: z.literal('keychain') }),
  z.strictObject({ type: z.literal('unprotected') }),
]);
/** An hour is the least in which two people manage; after a year the coins of most exchanges have expired. */
export const expiresHours = z.int().min(1).max(8760).optional();

/** When copies are made, and through whom they go; what is left out stays as it is. */
export const privacy = z.strictObject({
  level: z.enum(['prompt', 'quiet']).optional(),
  hours: z.number().int().min(1).max(168).optional(),
  proxy: text(500).optional(),
  place: target.optional(),
});

/** a sheet, or several shares */
export const recoveryText = text(100_000);

/**
 * what a person has of GNU Taler's wallet: a link, its recovery text, its plain export, or a sealed copy in base64, which is 32 MiB in
 * letters; and what opens the last
 */
const ofOtherProgram = { given: text(45_000_000).min(1), secret: text(10_000).optional() };
export const lookAtImport = z.strictObject(ofOtherProgram);
export const bringIn = z.strictObject({
  ...ofOtherProgram,
  agreedFees: z.array(amount).max(50).optional(),
  newExchanges: z.array(uri).max(20).optional(),
});

/** another wallet, and what its person has agreed to for it */
export const takeover = z.strictObject({
  recoveryText,
  folders: z.array(uri).max(20).optional(),
  places: placesOfPerson,
  answers: answersOfSheet,
  evenIfNotAbandoned: z.boolean().optional(),
  agreedFees: z.array(amount).max(50).optional(),
  /** issuers that only the other wallet's copies name, as 'unknown-exchange' told them */
  newExchanges: z.array(uri).max(20).optional(),
});

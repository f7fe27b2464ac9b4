// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, link, nothing, text } from './contract-fields.ts';
import type { Said } from './facts/subjects.ts';
import type {
  EscrowCountryView,
  EscrowKeptView,
  EscrowPlaceView,
  EscrowPlanView,
  EscrowView,
  IdentityTroubleView,
} from './view-escrow.ts';

// The part of `contract.ts` on giving the recovery secret into escrow.

const country = z.string().regex(/^[A-Za-z]{2}$/);
/** what a person is known by, by the names that `escrow.countries` gives */
const attributes = z.record(text(40).min(1), text(400));
/** base32 of the key that an authenticator app has */
const totpSecret = text(100).min(1);
const lines = z.strictObject({
  full_name: text(200),
  street: text(200),
  city: text(200),
  postcode: text(200),
  country: text(200),
});
/** what whoever recovers is told, where it is to be something else than the question or a part of the address */
const instructions = text(300).optional();

const question = { type: z.literal('question'), question: text(300).min(1), answer: text(200), instructions };
const email = { type: z.literal('email'), address: text(300), instructions };
const sms = { type: z.literal('sms'), number: text(60), instructions };
const post = { type: z.literal('post'), address: lines, instructions };
const totp = { type: z.literal('totp'), secret: totpSecret, instructions };
const iban = { type: z.literal('iban'), iban: text(60), holder: text(200), instructions };
const file = { type: z.literal('file'), name: text(60), instructions };
const method = z.discriminatedUnion('type', [
  z.strictObject(question),
  z.strictObject(email),
  z.strictObject(sms),
  z.strictObject(post),
  z.strictObject(totp),
  z.strictObject(iban),
  z.strictObject(file),
]);
const url = link;
/** a method and the place that it goes to */
const placed = z.discriminatedUnion('type', [
  z.strictObject({ ...question, url }),
  z.strictObject({ ...email, url }),
  z.strictObject({ ...sms, url }),
  z.strictObject({ ...post, url }),
  z.strictObject({ ...totp, url }),
  z.strictObject({ ...iban, url }),
  z.strictObject({ ...file, url }),
]);

/** A way to show who one is, as its person filled it in. */
export type EscrowMethodInput = z.infer<typeof method>;
export type PlacedMethodInput = z.infer<typeof placed>;

const MOST_METHODS = 12;
const MOST_PLACES = 8;

export const escrowInputs = {
  /** what a person of each country is asked */
  'escrow.countries': nothing,
  /** what of it cannot be right, or may be mistyped; nothing is sent anywhere */
  'escrow.check': z.strictObject({ country, attributes }),
  /** places to choose from; play money has its own */
  'escrow.suggested': nothing,
  /** what these places offer */
  'escrow.inspect': z.strictObject({ places: z.array(link).max(MOST_PLACES) }),
  /** a fresh key for an authenticator app, and the link of its square */
  'escrow.codeKey': nothing,
  /** whether the app has it and its clock is right, before anything is uploaded */
  'escrow.checkCode': z.strictObject({ secret: totpSecret, code: text(40) }),
  /** which method goes where, and what it costs; `assigned`: the places the person wants, in the order of the methods */
  'escrow.quote': z.strictObject({
    country,
    attributes,
    places: z.array(link).max(MOST_PLACES),
    methods: z.array(method).max(MOST_METHODS),
    needed: z.int().min(1).max(MOST_METHODS).optional(),
    assigned: z.array(link).max(MOST_METHODS).optional(),
  }),
  /** gives it into escrow, within what was agreed to for a year; `remember`: who the person is there is kept, so that it follows by itself */
  'escrow.setUp': z.strictObject({
    country,
    attributes,
    methods: z.array(placed).max(MOST_METHODS),
    needed: z.int().min(1).max(MOST_METHODS),
    agreedFees: z.array(amount).max(10),
    remember: z.boolean(),
  }),
  'escrow.status': nothing,
  /** brings it up to date now, with the data given again where it was not kept, or with a price agreed to anew */
  'escrow.update': z.strictObject({
    country: country.optional(),
    attributes: attributes.optional(),
    agreedFees: z.array(amount).max(10).optional(),
  }),
  /** it is not followed any more; what is stored stays where it is, until it ends there */
  'escrow.forget': z.strictObject({ confirm: z.literal('forget the escrow') }),
} as const;

export type EscrowOutputs = {
  'escrow.countries': { readonly countries: readonly EscrowCountryView[] };
  'escrow.check': { readonly troubles: readonly IdentityTroubleView[] };
  'escrow.suggested': { readonly places: readonly string[] };
  'escrow.inspect': { readonly places: readonly EscrowPlaceView[] };
  /** `secret`: base32; `uri`: otpauth */
  'escrow.codeKey': { readonly secret: string; readonly uri: string };
  /** `said`: why it does not fit, where that can be told */
  'escrow.checkCode': { readonly fits: boolean; readonly said: readonly Said<'escrow'>[] };
  'escrow.quote': EscrowPlanView;
  'escrow.setUp': { readonly escrow: EscrowView | null };
  /** `needsNewer`: a newer Holdfast has set one up, which this one carries and does not know */
  'escrow.status': { readonly escrow: EscrowView | null; readonly needsNewer?: true };
  'escrow.update': { readonly escrow: EscrowView | null };
  'escrow.forget': { readonly kept: readonly EscrowKeptView[] };
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { z } from 'zod';
import { amount, type Amount } from '../../../shared/amount.ts';
import { amountSchema } from '../wire/schemas.ts';
import { MAX_CHOICES } from '../wire/wallet-data.ts';

// Contracts of version 1 leave the person a choice (PROTOCOL.md#contracts-with-choices). Some of them want tokens of a shop beside money,
// or give some: this wallet keeps none. A choice that wants none is a plain payment.

const MAX_EXTRAS = 32;
const MAX_FAMILIES = 256;

/** Something beside money that a choice wants or gives. */
export type ChoiceExtra = {
  readonly kind: 'subscription' | 'discount' | 'tax-receipt' | 'token';
  /** how the shop calls it */
  readonly name: string;
  /** the shop says that no wallet may deal with it that does not know it */
  readonly critical: boolean;
};

/** One way to pay an order. */
export type ContractChoice = {
  readonly amount: Amount;
  readonly maxFee: Amount;
  readonly description: string | undefined;
  readonly needs: readonly ChoiceExtra[];
  readonly gives: readonly ChoiceExtra[];
};

const text = z.string().max(8_192);
const extraSchema = z.looseObject({ type: text, token_family_slug: text.optional() });
const choiceSchema = z.object({
  amount: amountSchema,
  max_fee: amountSchema,
  description: text.optional(),
  inputs: z.array(extraSchema).max(MAX_EXTRAS).default([]),
  outputs: z.array(extraSchema).max(MAX_EXTRAS).default([]),
});
const familySchema = z.looseObject({
  name: text,
  critical: z.boolean().default(false),
  details: z.looseObject({ class: text }).optional(),
});

/** Looked at before each of them is read. */
const isFew = (given: unknown): boolean => !Array.isArray(given) || given.length <= MAX_CHOICES;

/** The members in which version 1 differs. */
export const choicesSchema = z.object({
  choices: z
    .unknown()
    .refine(isFew, `more than ${String(MAX_CHOICES)}`)
    .pipe(z.array(choiceSchema).min(1)),
  token_families: z
    .record(z.string(), z.unknown())
    .refine((families) => Object.keys(families).length <= MAX_FAMILIES, 'too many')
    .pipe(z.record(z.string(), familySchema))
    .default({}),
});
type Read = z.infer<typeof choicesSchema>;

/** The choices as they are offered, in the order of the contract: their place in it is what is signed. */
export const contractChoices = ({ choices, token_families: families }: Read): readonly ContractChoice[] =>
  choices.map((each) => ({
    amount: amount(each.amount),
    maxFee: amount(each.max_fee),
    description: each.description,
    needs: each.inputs.map((extra) => extraOf(extra, families)),
    gives: each.outputs.map((extra) => extraOf(extra, families)),
  }));

const extraOf = (
  { type, token_family_slug: slug = '' }: z.infer<typeof extraSchema>,
  families: Read['token_families'],
): ChoiceExtra => {
  if (type === 'tax-receipt') return { kind: 'tax-receipt', name: '', critical: false };
  const family = Object.hasOwn(families, slug) ? families[slug] : undefined;
  // What nobody describes may be anything.
  if (type !== 'token' || family === undefined) return { kind: 'token', name: slug || type, critical: true };
  const of = family.details?.class;
  return {
    kind: of === 'subscription' || of === 'discount' ? of : 'token',
    name: family.name,
    critical: family.critical,
  };
};

/** Whether money alone is enough for it. */
export const isPayable = ({ needs, gives }: ContractChoice): boolean =>
  needs.length === 0 && !gives.some(({ critical }) => critical);

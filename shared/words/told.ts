// SPDX-License-Identifier: GPL-3.0-or-later
import type { en } from './en.ts';
import type { Arguments, ValuesOf } from './parameters.ts';

// What is told by kind and facts, and becomes a sentence only where a person reads it. A family of sentences ("failure.…") and
// the values of its messages make a closed union: a kind without a sentence, or a sentence with other facts, does not compile.

type Texts = typeof en;
export type MessageKey = keyof Texts;

/** The kinds a family of sentences has: of 'answer.found' and 'answer.empty' they are 'found' | 'empty'. */
export type KindOf<Family extends FamilyName> = KindIn<Family, MessageKey>;

/** What a key begins with: 'answer' of 'answer.found'. */
export type FamilyName = FamilyIn<MessageKey>;

type FamilyIn<Key extends string> = Key extends `${infer Family}.${string}` ? Family : never;
type KindIn<Family extends string, Key extends string> = Key extends `${Family}.${infer Kind}` ? Kind : never;

/** What "details" say of it, where they say something: codes, addresses and paths have no place in a sentence. */
type DetailsOf<Key extends MessageKey> = `details.${Key}` extends infer Details extends MessageKey
  ? Texts[Details]
  : never;
type Said<Key extends MessageKey> = Texts[Key] | DetailsOf<Key>;

/** One of a family, as plain data that can be stored and sent: amounts as canonical text, times in milliseconds. */
export type Told<Family extends FamilyName> = ToldIn<Family, MessageKey>;

type ToldIn<Family extends string, Key extends MessageKey> = Key extends `${Family}.${infer Kind}`
  ? Arguments<Said<Key>> extends []
    ? { readonly kind: Kind }
    : { readonly kind: Kind; readonly facts: ValuesOf<Said<Key>> }
  : never;

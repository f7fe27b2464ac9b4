// SPDX-License-Identifier: GPL-3.0-or-later
import { plain } from '../../../shared/pasted.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Threads } from '../../threads.ts';
import { canonicalJson } from '../bytes/canonical-json.ts';
import { utf8 } from '../bytes/encodings.ts';
import { readIban } from '../wire/bank-account.ts';
import type { AnastasisGeneration } from './config.ts';
import { parsePin, pinAnswerHash, secureAnswerHash } from './crypto.ts';

// By what a person can show who they are: what is uploaded for it, and what is sent when it is answered. Providers look at an
// address only when a code is to be sent there, years later; so it is looked at here, before the upload.

/** The methods that are known here, in the protocol's words. */
export const ESCROW_METHODS = ['question', 'email', 'sms', 'post', 'totp', 'iban', 'file'] as const;
export type EscrowMethodName = (typeof ESCROW_METHODS)[number];

/** Where a letter goes, as its envelope says it. */
export type PostalAddress = {
  readonly full_name: string;
  readonly street: string;
  readonly city: string;
  readonly postcode: string;
  readonly country: string;
};

/** One method as its person filled it in. */
export type FilledMethod =
  | { readonly type: 'question'; readonly answer: string }
  | { readonly type: 'email'; readonly address: string }
  | { readonly type: 'sms'; readonly number: string }
  | { readonly type: 'post'; readonly address: PostalAddress }
  /** 32 bytes */
  | { readonly type: 'totp'; readonly key: Uint8Array }
  | { readonly type: 'iban'; readonly iban: string; readonly holder: string }
  /** for tries: the name of a file of the provider */
  | { readonly type: 'file'; readonly name: string };

export type MethodFailure = {
  readonly kind: 'malformed-method';
  readonly type: EscrowMethodName;
  readonly why: 'empty' | 'too-long' | 'shape' | 'country-code-missing' | 'check-digits';
};

/** What is sealed for the provider; the answer of a question labels its share as well. */
export type PlainTruth = { readonly truth: Uint8Array; readonly mime?: string; readonly shareLabel?: string };

type Aside = { readonly threads?: Pick<Threads, 'run'> };

const MAX_TEXT = 200;
const MAX_EMAIL = 254;
/** What every mail server takes; stranger ones exist, and a code that never comes is worse than another address. */
const EMAIL = /^[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$/;
/** E.164: at most 15 digits after the plus. */
const PHONE = /^\+[1-9][0-9]{6,14}$/;
const FILE_NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,59}$/;
const TOTP_KEY_BYTES = 32;

/** The truth of a method, its address in the one spelling that providers take; salt and uuid are those of the truth (questions alone use them). */
export const truthOf = async (
  world: Aside,
  filled: FilledMethod,
  of: { readonly generation: AnastasisGeneration; readonly salt: Uint8Array; readonly uuid: Uint8Array },
): Promise<Result<PlainTruth, MethodFailure>> => {
  switch (filled.type) {
    case 'question': {
      const answer = tidyAnswer(filled.answer);
      if (answer === '') return malformed('question', 'empty');
      if (answer.length > MAX_TEXT) return malformed('question', 'too-long');
      return ok({ truth: await secureAnswerHash(world, answer, of.salt, of.uuid), shareLabel: answer });
    }
    case 'email':
      return textual(readEmail(filled.address));
    case 'sms':
      return textual(readPhone(filled.number));
    case 'post': {
      const address = readPostal(filled.address);
      return address.ok ? ok({ truth: utf8(canonicalJson(address.value)), mime: 'application/json' }) : address;
    }
    case 'totp':
      return filled.key.length === TOTP_KEY_BYTES ? ok({ truth: filled.key }) : malformed('totp', 'shape');
    case 'iban': {
      const account = readIban(filled.iban);
      if (!account.ok) return malformed('iban', account.error.why === 'iban-checksum' ? 'check-digits' : 'shape');
      const name = oneLine(filled.holder);
      if (of.generation === '2021') return ok({ truth: utf8(account.value) });
      if (name === '') return malformed('iban', 'empty');
      return ok({ truth: utf8(canonicalJson({ account: account.value, name })) });
    }
    case 'file':
      return FILE_NAME.test(filled.name) ? ok({ truth: utf8(filled.name) }) : malformed('file', 'shape');
  }
};

/** An e-mail address without blanks around it; its domain in small letters. */
const readEmail = (text: string): Result<string, MethodFailure> => {
  const address = text.normalize('NFKC').trim();
  if (address === '') return malformed('email', 'empty');
  if (address.length > MAX_EMAIL) return malformed('email', 'too-long');
  const at = address.lastIndexOf('@');
  const isFit = EMAIL.test(address) && !/^\.|\.\.|\.@/.test(address);
  return isFit ? ok(`${address.slice(0, at)}${address.slice(at).toLowerCase()}`) : malformed('email', 'shape');
};

/** A telephone number with its country, as people write it, in the one spelling that providers take: a plus and digits. */
const readPhone = (text: string): Result<string, MethodFailure> => {
  const digits = plain(text)
    .replace(/\(0\)/g, '')
    .replace(/[ ()./-]/g, '');
  if (digits === '') return malformed('sms', 'empty');
  const number = digits.replace(/^00/, '+');
  if (PHONE.test(number)) return ok(number);
  return malformed('sms', /^[0-9]{3,15}$/.test(number) ? 'country-code-missing' : 'shape');
};

const readPostal = (typed: PostalAddress): Result<PostalAddress, MethodFailure> => {
  const lines = { full_name: '', street: '', city: '', postcode: '', country: '' };
  for (const name of ['full_name', 'street', 'city', 'postcode', 'country'] as const) {
    const line = oneLine(typed[name]);
    if (line === '') return malformed('post', 'empty');
    if (line.length > MAX_TEXT) return malformed('post', 'too-long');
    lines[name] = line;
  }
  return ok(lines);
};

const textual = (read: Result<string, MethodFailure>): Result<PlainTruth, MethodFailure> =>
  read.ok ? ok({ truth: utf8(read.value) }) : read;

const oneLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

const malformed = (type: EscrowMethodName, why: MethodFailure['why']): Result<never, MethodFailure> =>
  err({ kind: 'malformed-method', type, why });

/** An answer as it is kept: composed letters, no blanks around it. Every letter of the rest counts. */
const tidyAnswer = (text: string): string => text.normalize('NFC').trim();

/** How often an answer to a question is tried at once: providers count three in half a minute, and then refuse the right one too. */
export const ANSWERS_AT_ONCE = 3;

/** What somebody who typed this may have answered years ago, the likeliest first, never more than six: as typed, with single blanks, in small letters, with a capital first, without the full stop. */
export const answerVariants = (typed: string): readonly string[] => {
  const tidy = tidyAnswer(typed);
  const single = tidy.replace(/\s+/gu, ' ');
  const unstopped = single.replace(/(?<![.!?])[.!?]+$/u, '').trim();
  // A stop that was typed was hardly part of a word or a name: the other spellings go without it.
  const bare = unstopped.toLowerCase();
  const capital = `${bare.slice(0, 1).toUpperCase()}${bare.slice(1)}`;
  const titled = bare.replace(
    /(^|[\s-])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
  return [...new Set([tidy, single, unstopped, bare, titled, capital])].filter((each) => each !== '');
};

/** What is sent for what was typed, 64 bytes: the hash of an answer, or of a code, which is a number however it is grouped. */
export const responseOf = async (
  world: Aside,
  method: { readonly type: string; readonly salt: Uint8Array; readonly uuid: Uint8Array },
  typed: string,
): Promise<Result<Uint8Array, { readonly kind: 'malformed-pin' }>> => {
  if (method.type === 'question') {
    return typed === ''
      ? err({ kind: 'malformed-pin' })
      : ok(await secureAnswerHash(world, typed, method.salt, method.uuid));
  }
  const pin = parsePin(typed);
  return pin.ok ? ok(pinAnswerHash(pin.value)) : pin;
};

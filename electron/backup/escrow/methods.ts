// SPDX-License-Identifier: GPL-3.0-or-later
import type { EscrowMethodInput } from '../../../shared/contract-escrow.ts';
import { plainText } from '../../../shared/names.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { truthOf, type FilledMethod } from '../../taler/anastasis/methods.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import { base32, clockOffOf, otpauthLink, parseBase32 } from '../../taler/anastasis/totp.ts';
import type { World } from '../../world.ts';
import type { Said } from '../../../shared/facts/subjects.ts';
import type { BackupFailure } from '../failure/failure.ts';

// The ways to show who one is, as a person fills them in, and what whoever recovers will be told of each. What is told can be
// read by everybody who knows the person's data: of an address it shows as much as its owner needs.

/** A method that was read, in the words of the protocol. */
export type ReadMethod = { readonly filled: FilledMethod; readonly instructions: string };

const TOTP_KEY_BYTES = 32;
const LONGEST_INSTRUCTIONS = 300;
/** A wrong time zone or summer time is an hour, and both are two. */
const MOST_CLOCK_OFF_MS = 2 * 3600_000 + 10 * 60_000;

/** Reads every method, and refuses the first that cannot be right or is the same as another: places look at an address only when a code is to be sent there. */
export const readMethods = async (
  world: Pick<World, 'threads'>,
  inputs: readonly EscrowMethodInput[],
): Promise<Result<readonly ReadMethod[], BackupFailure>> => {
  const read: ReadMethod[] = [];
  const seen = new Set<string>();
  for (const [at, input] of inputs.entries()) {
    const filled = filledOf(input);
    const checked = await truthOf(world, filled, { generation: '2022', salt: NOTHING_YET, uuid: NOTHING_YET });
    if (!checked.ok) return err({ kind: 'escrow-method', number: at + 1, type: input.type, why: checked.error.why });
    // Two of the same are one theft. Of questions the answers are compared, whatever was asked.
    const what = `${input.type} ${bytesToCrock(checked.value.truth)}`;
    if (seen.has(what)) return err({ kind: 'escrow-method-twice', number: at + 1, type: input.type });
    seen.add(what);
    const instructions = plainText(input.instructions ?? '', LONGEST_INSTRUCTIONS);
    read.push({ filled, instructions: instructions === '' ? toldOf(input) : instructions });
  }
  return ok(read);
};

/** For a look at whether it can be right; the truth that is uploaded gets its own. */
const NOTHING_YET = new Uint8Array(32);

const filledOf = (input: EscrowMethodInput): FilledMethod => {
  switch (input.type) {
    case 'question':
      return { type: 'question', answer: input.answer };
    case 'email':
      return { type: 'email', address: input.address };
    case 'sms':
      return { type: 'sms', number: input.number };
    case 'post':
      return { type: 'post', address: input.address };
    case 'totp':
      return { type: 'totp', key: parseBase32(input.secret, TOTP_KEY_BYTES) ?? new Uint8Array(0) };
    case 'iban':
      return { type: 'iban', iban: input.iban, holder: input.holder };
    case 'file':
      return { type: 'file', name: input.name };
  }
};

const toldOf = (input: EscrowMethodInput): string => {
  switch (input.type) {
    case 'question':
      return plainText(input.question, LONGEST_INSTRUCTIONS);
    case 'email':
      return plainText(input.address.trim().replace(/^(.).*(@[^@]*)$/u, '$1…$2'), LONGEST_INSTRUCTIONS);
    case 'sms':
      return `…${input.number.replace(/[^0-9]/g, '').slice(-2)}`;
    case 'post':
      return plainText(input.address.city, LONGEST_INSTRUCTIONS);
    case 'iban':
      return `…${input.iban.replace(/\s/g, '').slice(-4)}`;
    case 'file':
      return input.name;
    case 'totp':
      return '';
  }
};

/** A fresh key for an authenticator app; `name` is what the app shows beside its codes. */
export const newCodeKey = (
  { randomBytes }: Pick<World, 'randomBytes'>,
  name: string,
): { readonly secret: string; readonly uri: string } => {
  const key = randomBytes(TOTP_KEY_BYTES);
  return { secret: base32(key), uri: otpauthLink(name, key) };
};

/** Whether an app shows the codes of this key now; a clock that is an hour or two off is told apart from a wrong key. */
export const checkCode = (
  { now }: Pick<World, 'now'>,
  { secret, code }: { readonly secret: string; readonly code: string },
): { readonly fits: boolean; readonly said: readonly Said<'escrow'>[] } => {
  const key = parseBase32(secret, TOTP_KEY_BYTES);
  const off = key && clockOffOf(key, code, now(), MOST_CLOCK_OFF_MS);
  if (off === 0) return { fits: true, said: [] };
  return {
    fits: false,
    said: [off === undefined ? { kind: 'other-code', facts: {} } : { kind: 'clock-off', facts: { by: Math.abs(off) } }],
  };
};

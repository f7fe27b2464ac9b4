// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import { bytesToHex } from '../../taler/bytes/encodings.ts';
import { openSecret } from '../../taler/crypto/secret.ts';
import { ROOT_LENGTHS } from '../root-secret.ts';
import { parseCodex32 } from './codex32/text.ts';
import type { CodeRead } from './on-paper.ts';
import type { Line } from './pasted.ts';
import { wrong, type Read, type RecoveryFailure } from './recovery-failure.ts';
import { CODE_LENGTHS, completed, readCode, type CodeFailure, type Reading, type SecretPart } from './secret-code.ts';
import { GROUP_LENGTH, RECOVERY_PREFIX } from './text.ts';

type ReadCode = Result<CodeRead, CodeFailure>;

/** What people put between characters; none of it is one of the code. */
const SEPARATORS = /[ .,_|:;'"`*-]/g;

/** The code of the secret without the rest of its sheet, wherever it stands in the text. The places of its copies are not known then. */
export const parseSecretAlone = (lines: readonly Line[], reading: Reading): Read => {
  const notOne: RecoveryFailure = { kind: 'not-a-recovery-text', line: lines[0]?.number ?? 1 };
  // A sheet whose first line cannot be read is no secret alone: its places would be left out without a word.
  if (lines.some(({ text }) => /^provider\b/i.test(text))) return err(notOne);
  const characters = lines.flatMap(({ text, number }) =>
    [...` ${text.replace(/\bsecret( ?\d{1,2}( ?- ?\d{1,2})?)? ?[:;]/gi, '')}`].map((character) => ({
      character,
      number,
    })),
  );
  const all = characters.map(({ character }) => character).join('');
  const begins = [...all.matchAll(/(?<![0-9a-z])h ?o ?l ?d ?1/gi)].slice(0, MAX_CODES).map(({ index }) => index);
  const codes = begins.flatMap((begin) => {
    const parts = codeFrom(characters.slice(begin));
    return isLikeCode(parts.map((part) => part.characters).join(''))
      ? [{ line: parts[0]?.line ?? 1, read: reading.code(parts) }]
      : [];
  });
  const rightFirst = codes.toSorted((a, b) => Number(b.read.ok) - Number(a.read.ok));
  const [first, other] = rightFirst.filter(
    ({ read }, at) => rightFirst.findIndex((each) => isSameSecret(each.read, read)) === at,
  );
  if (first !== undefined && other !== undefined)
    return err({
      kind: 'two-recovery-texts',
      line: Math.min(first.line, other.line),
      other: Math.max(first.line, other.line),
    });
  const read =
    first?.read.ok === true || reading.isStrict ? first?.read : (nearly(characters, begins, reading) ?? first?.read);
  if (read === undefined) return err(notOne);
  return completed(read, (code) => ({ ...code, walletName: '', date: '', providers: [] }));
};

type Characters = readonly { readonly character: string; readonly number: number }[];

/** The first correction that is found where a code may have begun, or for the whole text, whose beginning may be what is wrong. */
const nearly = (characters: Characters, begins: readonly number[], reading: Reading): ReadCode | undefined => {
  for (const begin of [...begins, 0]) {
    const run = codeFrom(characters.slice(begin), LONGEST + GROUP_LENGTH);
    const length = run.reduce((all, part) => all + part.characters.length, 0);
    const lengths = [length, ...CODE_LENGTHS].filter((each) => each <= length);
    for (const each of lengths) {
      if (!CODE_LENGTHS.some((whole) => Math.abs(whole - each) <= MAX_OFF)) continue;
      const read = reading.code(cutTo(run, each));
      if (read.ok || read.error.kind === 'correction-proposed') return read;
    }
  }
  return undefined;
};

const cutTo = (parts: readonly SecretPart[], length: number): readonly SecretPart[] => {
  let left = length;
  return parts.flatMap((part) => {
    const characters = part.characters.slice(0, left);
    left -= characters.length;
    return characters === '' ? [] : [{ ...part, characters }];
  });
};

/** So many characters more or fewer than a code has are still looked for. */
const MAX_OFF = 8;
const LONGEST = Math.max(...CODE_LENGTHS);
/** Two are refused already. */
const MAX_CODES = 4;
/** "Hold 1 moment, please" is none; one that was mistyped or cut off is told from it by letters that the code does not have. */
const isLikeCode = (characters: string): boolean => {
  const begin = characters.slice(0, LIKE_CODE);
  return begin.length === LIKE_CODE && begin.slice(RECOVERY_PREFIX.length + 1).replace(/[^1bio]/g, '').length < 3;
};
const LIKE_CODE = 25;

/** Of a code that stands there twice, what would correct one of them may be the other. */
const isSameSecret = (a: ReadCode, b: ReadCode): boolean => {
  const [one, two] = [a, b].map(codeMeant);
  if (a === b) return true;
  if (one === undefined || two === undefined || one.share?.number !== two.share?.number) return false;
  return bytesToHex(openSecret(one.payload)) === bytesToHex(openSecret(two.payload));
};

const codeMeant = (read: ReadCode): CodeRead | undefined => {
  if (read.ok) return read.value;
  return read.error.kind === 'correction-proposed' ? read.error.corrected : undefined;
};

/** The characters of a code that begins here, up to what cannot belong to it: as many as the longest code has, or those of the one that fits. */
const codeFrom = (characters: Characters, longest = LONGEST): readonly SecretPart[] => {
  const parts: { line: number; characters: string }[] = [];
  let taken = '';
  for (const { character, number } of characters) {
    if (/[^0-9a-z?]/i.test(character)) {
      if (character.replace(SEPARATORS, '') !== '') break;
      continue;
    }
    const letter = character.toLowerCase();
    taken += letter;
    const part = parts.at(-1);
    if (part?.line === number) part.characters += letter;
    else parts.push({ line: number, characters: letter });
    if (CODE_LENGTHS.includes(taken.length) && parseCodex32(taken, RECOVERY_PREFIX, ROOT_LENGTHS).ok) break;
    if (taken.length >= longest) break;
  }
  return parts;
};

/** The characters of one line that begins with "secret", checked against the numbers of its groups. */
export const parseSecretLine = (
  line: Line,
  detail: string,
  value: string,
  groupsBefore: number,
): Result<SecretPart, RecoveryFailure> => {
  const characters = value.replace(SEPARATORS, '').toLowerCase();
  const numbers = /^ ?(\d{1,2})(?: ?- ?(\d{1,2}))?$/.exec(detail);
  if (detail.trim() !== '' && !numbers) return wrong(line, { kind: 'group-numbers', facts: {} });
  if (numbers) {
    const first = Number(numbers[1]);
    const last = Number(numbers[2] ?? numbers[1]);
    if (first > groupsBefore + 1)
      return wrong(line, { kind: 'groups-missing', facts: { first: groupsBefore + 1, last: first - 1 } });
    if (first !== groupsBefore + 1 || last < first)
      return wrong(line, { kind: 'other-group', facts: { group: groupsBefore + 1 } });
    const most = (last - first + 1) * GROUP_LENGTH;
    if (characters.length > most || characters.length <= most - GROUP_LENGTH) {
      return wrong(line, { kind: 'group-length', facts: { first, last, expected: most, got: characters.length } });
    }
  }
  return ok({ line: line.number, characters, ...(numbers ? { first: Number(numbers[1]) } : {}) });
};

/** The same where the code is to be the judge: what stands before it tells its place at most. */
export const looseSecretLine = ({ number }: Line, detail: string, value: string): SecretPart => {
  const first = /^ ?(\d{1,2})\b/.exec(detail)?.[1];
  const characters = value.replace(SEPARATORS, '').toLowerCase();
  return { line: number, characters, ...(first === undefined ? {} : { first: Number(first) }) };
};

/** The secret that the lines hold together. */
export const parseSecret = (parts: readonly SecretPart[], reading: Reading): ReadCode => {
  if (!reading.isStrict) return inSomeOrder(parts, reading);
  const short = parts.slice(0, -1).find((part) => part.characters.length % GROUP_LENGTH !== 0);
  if (short) {
    return wrong({ number: short.line }, { kind: 'group-of-five', facts: { got: short.characters.length } });
  }
  return reading.code(parts);
};

/** As the lines stand, or as their numbers say; a code that is right in one order comes before one that is corrected in the other. */
const inSomeOrder = (parts: readonly SecretPart[], reading: Reading): ReadCode => {
  const numbered = parts.toSorted((a, b) => (a.first ?? 0) - (b.first ?? 0));
  const orders = parts.every(({ first }) => first !== undefined) ? [parts, numbered] : [parts];
  const right = orders.map(readCode).find(({ ok: isRight }) => isRight);
  if (right) return right;
  const reads = orders.map(reading.code);
  return reads.find((each) => !each.ok && each.error.kind === 'correction-proposed') ?? reading.code(parts);
};

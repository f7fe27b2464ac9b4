// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { codex32Length } from './codex32/code.ts';
import { parseCodex32, type Codex32Failure } from './codex32/text.ts';
import type { Line } from './pasted.ts';
import { wrong, type RecoveryFailure } from './recovery-failure.ts';
import { GROUP_LENGTH, RECOVERY_PREFIX, type Recovery } from './text.ts';
import { openSecret } from '../../taler/crypto/secret.ts';
import { ROOT_LENGTHS, rootSecretFromBytes } from '../root-secret.ts';

export type SecretPart = { readonly line: number; readonly characters: string };
type Read = Result<Pick<Recovery, 'root' | 'sheetNumber'>, RecoveryFailure>;

/** What people put between characters; none of it is one of the code. */
const SEPARATORS = /[ .,_|:;'"`*-]/g;
const LENGTHS = ROOT_LENGTHS.map((bytes) => codex32Length(RECOVERY_PREFIX, bytes));

/** The code of the secret without the rest of its sheet, wherever it stands in the text. The places of its copies are not known then. */
export const parseSecretAlone = (lines: readonly Line[]): Result<Recovery, RecoveryFailure> => {
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
  const codes = [...all.matchAll(/(?<![0-9a-z])h ?o ?l ?d ?1/gi)].slice(0, MAX_CODES).flatMap(({ index }) => {
    const parts = codeFrom(characters.slice(index));
    return isLikeCode(parts.map((part) => part.characters).join(''))
      ? [{ line: parts[0]?.line ?? 1, read: parseCode(parts) }]
      : [];
  });
  const [first, other] = codes.filter(
    ({ read }, at) => codes.findIndex((each) => isSameSecret(each.read, read)) === at,
  );
  if (first === undefined) return err(notOne);
  if (other !== undefined) return err({ kind: 'two-recovery-texts', line: first.line, other: other.line });
  if (!first.read.ok) return first.read;
  return ok({ ...first.read.value, walletName: '', date: '', providers: [] });
};

/** Two are refused already. */
const MAX_CODES = 4;
/** "Hold 1 moment, please" is none; one that was mistyped or cut off is told from it by letters that the code does not have. */
const isLikeCode = (characters: string): boolean => {
  const begin = characters.slice(0, LIKE_CODE);
  return begin.length === LIKE_CODE && begin.slice(RECOVERY_PREFIX.length + 1).replace(/[^1bio]/g, '').length < 3;
};
const LIKE_CODE = 25;

const isSameSecret = (a: Read, b: Read): boolean =>
  a === b || (a.ok && b.ok && isEqual(openSecret(a.value.root), openSecret(b.value.root)));

const isEqual = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** The characters of a code that begins here, up to what cannot belong to it: as many as the longest code has, or those of the one that fits. */
const codeFrom = (
  characters: readonly { readonly character: string; readonly number: number }[],
): readonly SecretPart[] => {
  const parts: { line: number; characters: string }[] = [];
  let taken = '';
  for (const { character, number } of characters) {
    if (/[^0-9a-z]/i.test(character)) {
      if (character.replace(SEPARATORS, '') !== '') break;
      continue;
    }
    taken += character.toLowerCase();
    if (parts.at(-1)?.line === number)
      parts.splice(-1, 1, { line: number, characters: `${parts.at(-1)?.characters ?? ''}${character.toLowerCase()}` });
    else parts.push({ line: number, characters: character.toLowerCase() });
    if (LENGTHS.includes(taken.length) && parseCodex32(taken, RECOVERY_PREFIX, ROOT_LENGTHS).ok) break;
    if (taken.length >= Math.max(...LENGTHS)) break;
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
  return ok({ line: line.number, characters });
};

/** The secret that the lines hold together. */
export const parseSecret = (parts: readonly SecretPart[]): Read => {
  const short = parts.slice(0, -1).find((part) => part.characters.length % GROUP_LENGTH !== 0);
  if (short) {
    return wrong({ number: short.line }, { kind: 'group-of-five', facts: { got: short.characters.length } });
  }
  return parseCode(parts);
};

const parseCode = (parts: readonly SecretPart[]): Read => {
  const lineAt = parts.flatMap((part) => [...part.characters].map(() => part.line));
  const parsed = parseCodex32(parts.map((part) => part.characters).join(''), RECOVERY_PREFIX, ROOT_LENGTHS);
  if (!parsed.ok) return err(codexFailure(parsed.error, lineAt));
  if (parsed.value.shareIndex !== 's') return wrong({ number: lineAt[0] ?? 1 }, { kind: 'one-share', facts: {} });
  const root = rootSecretFromBytes(parsed.value.bytes);
  if (!root.ok) return wrong({ number: lineAt[0] ?? 1 }, { kind: 'secret-length', facts: {} });
  return ok({ root: root.value, sheetNumber: parsed.value.identifier });
};

const codexFailure = (failure: Codex32Failure, lineAt: readonly number[]): RecoveryFailure => {
  const first = lineAt[0] ?? 1;
  const last = lineAt[lineAt.length - 1] ?? first;
  const groupAt = (position: number): number => Math.floor(position / GROUP_LENGTH) + 1;
  const at = (position: number, why: Said<'recoveryLine'>): RecoveryFailure => ({
    kind: 'recovery-line',
    line: lineAt[position] ?? last,
    why,
  });
  switch (failure.kind) {
    case 'wrong-prefix':
      return { kind: 'recovery-line', line: first, why: { kind: 'prefix', facts: {} } };
    case 'bad-character':
    case 'mixed-case':
      return at(failure.position, { kind: 'unused-character', facts: { group: groupAt(failure.position) } });
    case 'wrong-length': {
      const expected = ROOT_LENGTHS.map((n) => String(codex32Length(RECOVERY_PREFIX, n)));
      const why = { kind: 'characters-of-secret', facts: { got: failure.characters, expected } } as const;
      return { kind: 'recovery-line', line: last, why };
    }
    case 'bad-header':
    case 'spare-bits':
      return at(failure.position, { kind: 'misplaced-character', facts: { group: groupAt(failure.position) } });
    case 'bad-checksum': {
      const [one, two] = failure.positions;
      if (one === undefined)
        return { kind: 'recovery-line', line: first, lastLine: last, why: { kind: 'several-wrong', facts: {} } };
      const where = at(one, { kind: two === undefined ? 'one-wrong' : 'two-wrong', facts: { group: groupAt(one) } });
      const other = two === undefined ? undefined : lineAt[two];
      return other === undefined || where.kind !== 'recovery-line' || other === where.line
        ? where
        : { ...where, lastLine: other };
    }
  }
};

// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { UNREAD } from '../../../shared/typed-code.ts';
import { utf8 } from '../../taler/bytes/encodings.ts';
import { secret } from '../../taler/crypto/secret.ts';
import { ROOT_LENGTHS } from '../root-secret.ts';
import { codex32Length } from './codex32/code.ts';
import { correctCodex32 } from './codex32/correct.ts';
import { SECRET_INDEX, shareNumber } from './codex32/shares.ts';
import { parseCodex32, type Codex32Failure } from './codex32/text.ts';
import { changedGroups } from './proposal.ts';
import type { Proposed, Read, RecoveryFailure } from './recovery-failure.ts';
import type { CodeRead, OnPaper } from './on-paper.ts';
import { GROUP_LENGTH, RECOVERY_PREFIX } from './text.ts';

/** Characters of the code that stand on one line; `first` is the number of their first group where the line says it. */
export type SecretPart = { readonly line: number; readonly characters: string; readonly first?: number };
export type CodeFailure = Exclude<RecoveryFailure, { readonly kind: 'correction-proposed' }> | Proposed<CodeRead>;

export const CODE_LENGTHS = ROOT_LENGTHS.map((bytes) => codex32Length(RECOVERY_PREFIX, bytes));

/**
 * How a text is read. At first everything on it must be right. What is not is read once more by the code alone, whose checksum is stronger
 * than the numbers and lengths of lines: whole, or with a correction that it proposes.
 */
export type Reading = {
  readonly isStrict: boolean;
  readonly code: (parts: readonly SecretPart[]) => Result<CodeRead, CodeFailure>;
};

/** The secret of these characters when nothing is wrong with them. */
export const readCode = (parts: readonly SecretPart[]): Result<CodeRead, CodeFailure> => {
  const lineAt = parts.flatMap((part) => [...part.characters].map(() => part.line));
  const parsed = parseCodex32(written(parts), RECOVERY_PREFIX, ROOT_LENGTHS);
  if (!parsed.ok) return err(codexFailure(parsed.error, lineAt));
  const { bytes, identifier, shareIndex, threshold } = parsed.value;
  const share = { number: shareNumber(shareIndex), needed: Number(threshold) };
  return ok({
    code: secret(utf8(written(parts).toLowerCase())),
    payload: secret(bytes),
    identifier,
    ...(shareIndex === SECRET_INDEX ? {} : { share }),
  });
};

export const STRICTLY: Reading = { isStrict: true, code: readCode };

/**
 * Reads by the code. A text is looked at in several ways that mostly have the same characters; each is corrected once. `begin` is how a
 * code begins that belongs to shares which were read already: so much of a damaged one is known.
 */
export const byTheCode = (begin: string): Reading => {
  const known = new Map<string, Result<CodeRead, CodeFailure>>();
  return {
    isStrict: false,
    code: (parts) => {
      const characters = written(parts);
      const before = known.get(characters);
      if (before !== undefined) return before;
      const read = known.size < MAX_CORRECTED ? mended(parts, begin) : readCode(parts);
      known.set(characters, read);
      return read;
    },
  };
};

/** What was read of a code, or is proposed for it, as part of the whole that it stands in. */
export const completed = <T>(
  read: Result<T, Exclude<RecoveryFailure, { readonly kind: 'correction-proposed' }> | Proposed<T>>,
  whole: (code: T) => OnPaper,
): Read => {
  if (read.ok) return ok(whole(read.value));
  const { error } = read;
  return err(error.kind === 'correction-proposed' ? { ...error, corrected: whole(error.corrected) } : error);
};

/** No text has so many codes: the ceiling stops one that was made to be slow. */
const MAX_CORRECTED = 12;

const mended = (parts: readonly SecretPart[], begin: string): Result<CodeRead, CodeFailure> => {
  const asWritten = readCode(parts);
  if (asWritten.ok) return asWritten;
  const characters = written(parts);
  const known = `${begin}${characters.slice(begin.length)}`;
  const correction = correctCodex32(known, RECOVERY_PREFIX, ROOT_LENGTHS, GROUP_LENGTH);
  if (!correction.ok) return asWritten;
  const corrected = readCode([{ line: 1, characters: correction.value.text }]);
  if (!corrected.ok) return corrected;
  const changes = changedGroups(characters, correction.value, GROUP_LENGTH);
  return err({ kind: 'correction-proposed', changes, corrected: corrected.value });
};

const written = (parts: readonly SecretPart[]): string => parts.map((part) => part.characters).join('');

const codexFailure = (failure: Codex32Failure, lineAt: readonly number[]): CodeFailure => {
  const first = lineAt[0] ?? 1;
  const last = lineAt[lineAt.length - 1] ?? first;
  const groupAt = (position: number): number => Math.floor(position / GROUP_LENGTH) + 1;
  const at = (position: number, why: Said<'recoveryLine'>): CodeFailure => ({
    kind: 'recovery-line',
    line: lineAt[position] ?? last,
    why,
  });
  switch (failure.kind) {
    case 'wrong-prefix':
      return { kind: 'recovery-line', line: first, why: { kind: 'prefix', facts: {} } };
    case 'bad-character':
      // What was marked as unreadable is no mistake to look for.
      if (failure.character === UNREAD) return { kind: 'too-damaged' };
      return at(failure.position, { kind: 'unused-character', facts: { group: groupAt(failure.position) } });
    case 'mixed-case':
      return at(failure.position, { kind: 'unused-character', facts: { group: groupAt(failure.position) } });
    case 'wrong-length': {
      const expected = CODE_LENGTHS.map(String);
      const why = { kind: 'characters-of-secret', facts: { got: failure.characters, expected } } as const;
      return { kind: 'recovery-line', line: last, why };
    }
    case 'bad-header':
      return at(failure.position, { kind: 'misplaced-character', facts: { group: groupAt(failure.position) } });
    case 'bad-checksum':
      return { kind: 'too-damaged' };
  }
};

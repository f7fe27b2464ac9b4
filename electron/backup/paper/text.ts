// SPDX-License-Identifier: GPL-3.0-or-later
import { GROUP_SIZE } from '../../../shared/typed-code.ts';
import { sheetNumberKey } from '../root-secret.ts';
import { sha512 } from '../../taler/crypto/hash.ts';
import { concatBytes, utf8 } from '../../taler/bytes/encodings.ts';
import { openSecret, type Secret } from '../../taler/crypto/secret.ts';
import { urlCheck, writtenAddress, type SheetProvider } from './address.ts';
import { secretToCodex32, toBech32Characters } from './codex32/text.ts';

/** What a recovery sheet says. `root` opens everything the wallet has. */
export type Recovery = {
  readonly root: Secret;
  readonly walletName: string;
  /** `2026-11-23`, UTC; empty when the source (a URI) has none */
  readonly date: string;
  /** four bech32 characters; empty when the source has none */
  readonly sheetNumber: string;
  readonly providers: readonly SheetProvider[];
  /** the number of the split it was put together from, in capitals; absent where it stood on one sheet */
  readonly split?: string;
};

export const RECOVERY_HEADER = 'HOLDFAST-RECOVERY-1';
export const RECOVERY_PREFIX = 'hold';
export const GROUP_LENGTH = GROUP_SIZE;
const GROUPS_PER_LINE = 5;

/** The recovery text, version 1: one fact per line, every line checked by its form, its number or its check characters. */
export const recoveryToText = (recovery: Recovery): string =>
  [
    RECOVERY_HEADER,
    '# Whoever has this text has the money. Only Holdfast itself asks for it; nobody else ever needs it.',
    ...(recovery.walletName === '' ? [] : [`wallet: ${oneLine(recovery.walletName)}`]),
    `date: ${recovery.date}`,
    `sheet: ${recovery.sheetNumber.toUpperCase()}`,
    ...secretLines(secretGroups(recovery)),
    ...providerLines(recovery.providers),
    'END',
    '',
  ].join('\n');

/** A line for each place, and a remark where it asks for more than stands on paper. */
export const providerLines = (providers: readonly SheetProvider[]): readonly string[] =>
  providers.flatMap((provider, i) => {
    const written = writtenAddress(provider);
    const name = oneLine(provider.name);
    const named = name === '' ? written : `${name} = ${written}`;
    return [
      ...(provider.at === undefined
        ? []
        : [`# Provider ${i + 1} asks for a user name and a password: not on this sheet.`]),
      `provider ${i + 1} of ${providers.length}: ${named} [${urlCheck(written)}]`,
    ];
  });

/** The root secret as upper-case groups of five characters (the last may be shorter). */
export const secretGroups = ({ root, sheetNumber }: Recovery): readonly string[] =>
  secretToCodex32(RECOVERY_PREFIX, sheetNumber, openSecret(root))
    .toUpperCase()
    .match(/.{1,5}/g) ?? [];

/**
 * The sheet's number: four characters that change with the secret, the date, the name or a provider, so that the sheets of two
 * wallets can be told apart. They are 20 bits of a hash under a key of their own; sheets printed before were numbered without
 * the secret, and are read like all others.
 */
export const sheetNumberFor = (facts: Omit<Recovery, 'sheetNumber'>): string =>
  toBech32Characters(
    sha512(
      concatBytes(
        openSecret(sheetNumberKey(facts.root)),
        ...[
          facts.date,
          facts.walletName,
          ...facts.providers.flatMap((provider) => [provider.name, writtenAddress(provider)]),
        ].map((text) => utf8(`${text}\n`)),
      ),
    ),
    4,
  );

/** The code of the secret, a line for every five groups, with their numbers. */
export const secretLines = (groups: readonly string[]): readonly string[] => {
  const lines: string[] = [];
  for (let first = 0; first < groups.length; first += GROUPS_PER_LINE) {
    const line = groups.slice(first, first + GROUPS_PER_LINE);
    const numbers = [first + 1, first + line.length].map((n) => String(n).padStart(2, '0'));
    lines.push(`secret ${line.length === 1 ? numbers[0] : numbers.join('-')}: ${line.join(' ')}`);
  }
  return lines;
};

/**
 * A name as it may stand on paper: one that says what the text begins with would begin another there, so it loses the number,
 * on the page and in the text alike.
 */
export const paperName = (text: string): string =>
  text.replaceAll(/(HOLDFAST[ -]*(?:RECOVERY|SHARE))[ -]*[0-9]+/gi, '$1');

/** A name cannot break the text into other lines. */
export const oneLine = (text: string): string =>
  paperName(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()
    .slice(0, 120);

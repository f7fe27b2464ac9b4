// SPDX-License-Identifier: GPL-3.0-or-later
import { openSecret, type Secret } from '../../taler/crypto/secret.ts';
import type { SheetProvider } from './address.ts';

/** What a valid code says: a wallet's whole secret, or one share of it. */
export type CodeRead = {
  /** the letters of the codex32 string, in lower case: its last one holds more than the bytes do */
  readonly code: Secret;
  /** the bytes it holds: the root secret only where `share` is absent */
  readonly payload: Secret;
  /** of a sheet its number, of a share the number of its split; four characters in lower case */
  readonly identifier: string;
  /** present for one of several shares: which one it is (from 1), and how many of them give the secret */
  readonly share?: { readonly number: number; readonly needed: number };
};

/** The codex32 string, in lower case. */
export const lettersOf = ({ code }: Pick<CodeRead, 'code'>): string => new TextDecoder().decode(openSecret(code));

/** What stands on one paper. The code decides whether it is a sheet or a share. */
export type OnPaper = CodeRead & {
  readonly walletName: string;
  /** `2026-11-23`, UTC; empty where it does not stand there */
  readonly date: string;
  readonly providers: readonly SheetProvider[];
  /** how many shares were made, where it stands there */
  readonly of?: number;
};

/** Whether two papers say the same. */
export const isSamePaper = (a: OnPaper, b: OnPaper): boolean =>
  lettersOf(a) === lettersOf(b) && factsOf(a) === factsOf(b);

const factsOf = ({ walletName, date, providers }: OnPaper): string => JSON.stringify([walletName, date, providers]);

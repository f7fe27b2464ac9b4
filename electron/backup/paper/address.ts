// SPDX-License-Identifier: GPL-3.0-or-later
import { utf8 } from '../../taler/bytes/encodings.ts';
import { sha512 } from '../../taler/crypto/hash.ts';
import { parseBaseUrl } from '../../taler/wire/base-url.ts';
import { toBech32Characters } from './codex32/text.ts';

export type SheetProvider = {
  readonly name: string;
  /** a base URL, or `holdfast+KIND:ID` for what has no address that is the same everywhere */
  readonly url: string;
  /** where such a place is found on the web; what has to be answered there is not on the sheet */
  readonly at?: string;
};

/** A provider as it stands on paper, in one word. */
export const writtenAddress = ({ url, at }: Pick<SheetProvider, 'url' | 'at'>): string =>
  at === undefined ? url : `${url}@${at}`;

/** Four characters that catch a mistyped provider address: another spelling would be another account (PROTOCOL.md#sync-accounts), found empty. */
export const urlCheck = (url: string): string => toBech32Characters(sha512(utf8(url)), 4);

/** `holdfast+KIND:ID`, with `@` and a web address behind it where there is one; a kind that only a newer Holdfast knows is read like ours. */
const NAMED_PLACE = /^holdfast\+([a-z][a-z0-9-]{0,20}):([0-9a-hjkmnp-tv-z]{26})(?:@(https?:\/\/.+))?$/i;
/** A place of a form that only a newer Holdfast reads: its check characters say that it is no slip, and the rest of the sheet must open without it. */
const NEWER_PLACE = /^holdfast\+[a-z][a-z0-9-]{0,20}:[\x21-\x7e]{1,1000}$/;
type Address = Pick<SheetProvider, 'url' | 'at'>;

/** The address in the spelling from which the account was derived: as it was written when its check characters confirm that, else in canonical form. */
export const providerAddress = (written: string, check: string | undefined): Address | undefined => {
  const named = NAMED_PLACE.exec(written);
  const candidates = named ? placesWritten(named) : urlsWritten(written).map((url) => ({ url }));
  if (check === undefined) return candidates[0];
  const found = candidates.find((candidate) => urlCheck(writtenAddress(candidate)) === check);
  return found ?? (NEWER_PLACE.test(written) && urlCheck(written) === check ? { url: written } : undefined);
};

const urlsWritten = (written: string): readonly string[] => {
  const canonical = parseBaseUrl(written);
  return canonical.ok ? [canonical.value, written] : [];
};

const placesWritten = ([, kind = '', id = '', at]: RegExpExecArray): readonly Address[] => {
  const url = `holdfast+${kind.toLowerCase()}:${id.toUpperCase()}`;
  return at === undefined ? [{ url }] : urlsWritten(at).map((address) => ({ url, at: address }));
};

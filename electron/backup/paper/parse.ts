// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { plain } from '../../../shared/pasted.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { parseCrock } from '../../taler/bytes/encodings.ts';
import { parseTalerUri } from '../../taler/wire/taler-uri.ts';
import { isSamePaper, lettersOf, type OnPaper } from './on-paper.ts';
import { linesOf, reflowed, sectionsOf, unwrapped, type Line, type Section } from './pasted.ts';
import { checkedPlaces, groupsInBoxes } from './printed-page.ts';
import { readSquare, type Square } from './square.ts';
import { textsIn } from './papers.ts';
import { meant, wrong, type Read, type RecoveryFailure } from './recovery-failure.ts';
import { byTheCode, completed, readCode, STRICTLY, type Reading, type SecretPart } from './secret-code.ts';
import { parseSecretAlone } from './secret-lines.ts';
import { beginOf, MAX_SHARES, recoveryOf } from './pile.ts';
import { joined, parseLines, withoutDoubles } from './sheet-lines.ts';
import { undecorated } from './undressed.ts';
import type { Recovery } from './text.ts';
import { rootSecretFromBytes } from '../root-secret.ts';

/** A sheet has about fifteen lines, or as many places as a wallet may have with the longest addresses there are; of shares several lie together. The ceilings stop a pasted gigabyte. */
const MAX_PAPER = 44_000;
const MAX_TEXT = 100_000;

/**
 * Reads a recovery text, as many shares as are needed, the code of either alone, or a `taler://restore/…` or `taler://recovery/…` URI, as
 * they are pasted: in a mail, on one line, with text around. A failure names the line to look at, or proposes a correction, which is for a
 * person to take. A code alone gives no providers.
 */
export const parseRecovery = (text: string): Result<Recovery, RecoveryFailure> => {
  const uri = uriIn(text);
  if (uri !== undefined) return parseRecoveryUri(uri);
  const papers = readPapers(text);
  return papers.ok ? recoveryOf(papers.value) : papers;
};

/** The address that a text is, if it is one. */
export const uriIn = (text: string): string | undefined =>
  text.length > MAX_TEXT
    ? undefined
    : /^["'“”„‘’<]*(taler(?:\+http)?:.*)$/i.exec(plain(text))?.[1]?.replace(/(?<!["'“”‘’>])["'“”‘’>]+$/, '');

/** A paper, and the line of the text it begins in. */
export type Placed = { readonly line: number; readonly paper: OnPaper };

/**
 * The papers that lie in a text: one sheet, or any number of shares. What is proposed for all that are damaged is one failure, or is taken
 * with `take`. Shares that lie `beside` help to read a damaged one.
 */
export const readPapers = (
  text: string,
  { take = false, beside = [] }: { readonly take?: boolean; readonly beside?: readonly OnPaper[] } = {},
): Result<readonly Placed[], RecoveryFailure> => {
  if (text.length > MAX_TEXT) return err({ kind: 'recovery-too-long', limit: MAX_TEXT });
  const texts = textsIn(text);
  if (texts.length > MAX_SHARES) return err({ kind: 'too-many-shares', limit: MAX_SHARES });
  const first = texts.map((each) => ({ ...each, read: readPaper(each.text) }));
  const begin = beginOf([...beside, ...first.flatMap(({ read }) => (read.ok ? [read.value] : []))]);
  const reads = begin === '' ? first : first.map((each) => ({ ...each, read: again(each.read, each.text, begin) }));
  const changes = reads.flatMap(({ read }) => proposedIn(read, reads.length > 1));
  const papers: Placed[] = [];
  for (const { line, read } of reads) {
    const paper = meant(read);
    if (paper !== undefined) papers.push({ line, paper });
    else if (!read.ok) return err(below(read.error, line - 1));
  }
  const damaged = reads.flatMap(({ read }) => (read.ok ? [] : [read.error]))[0];
  if (damaged?.kind === 'correction-proposed' && !take) return err({ ...damaged, changes });
  return ok(papers);
};

/** A damaged share once more, with what is known of its beginning; what is whole, or proposed for the same split, is as it is. */
const again = (read: Read, text: string, begin: string): Read => {
  const proposed = meant(read);
  if (read.ok || (proposed !== undefined && lettersOf(proposed).startsWith(begin))) return read;
  const known = readPaper(text, begin);
  return isUseful(known) ? known : read;
};

/** Where several papers lie together, each correction says of which it is. */
const proposedIn = (read: Read, isNamed: boolean): readonly Said<'correction'>[] => {
  if (read.ok || read.error.kind !== 'correction-proposed') return [];
  const { changes, corrected } = read.error;
  const share = isNamed ? corrected.share?.number : undefined;
  return share === undefined ? changes : [{ kind: 'in-share', facts: { share } }, ...changes];
};

/** Counted in the whole text. */
const below = (failure: RecoveryFailure, lines: number): RecoveryFailure => {
  if (!('line' in failure)) return failure;
  return {
    ...failure,
    line: failure.line + lines,
    ...('other' in failure ? { other: failure.other + lines } : {}),
  };
};

const readPaper = (text: string, begin = ''): Read => {
  if (text.length > MAX_PAPER) return err({ kind: 'recovery-too-long', limit: MAX_PAPER });
  const square = readSquare(text);
  if (square !== undefined) return parseSquare(square);
  const strict = parseWith(text, STRICTLY);
  if (strict.ok) return strict;
  const mended = parseWith(text, byTheCode(begin));
  // Where the code itself is at fault, what it says once it is corrected tells more.
  return isUseful(mended) || strict.error.kind === 'too-damaged' ? mended : strict;
};

const isUseful = (read: Read): boolean => read.ok || read.error.kind === 'correction-proposed';

const parseWith = (text: string, reading: Reading): Read => {
  const read = parseText(text, reading);
  if (read.ok) return read;
  const source = unwrapped(text);
  const inSource = source === undefined ? read : parseText(source, reading);
  if (inSource.ok || (!isUseful(read) && isUseful(inSource))) return inSource;
  return read.error.kind === 'not-a-recovery-text' && source !== undefined ? inSource : read;
};

const parseText = (text: string, reading: Reading): Read => {
  const lines = linesOf(text).filter((line) => line.text !== '');
  const sections = sectionsOf(lines).map((section) => ({ section, read: parseSection(section, reading) }));
  const first = sections.find(({ read }) => read.ok) ?? sections[0];
  if (first === undefined) return parsePage(lines, reading);
  const other = sections.find((each) => each !== first && !isSameSheet(first.read, each.read));
  if (other === undefined) return first.read;
  const [one, two] = [first, other].map(({ section }) => section.number).toSorted((a, b) => a - b);
  return err({ kind: 'two-recovery-texts', line: one ?? 1, other: two ?? 1 });
};

/** A printed page as text, or the code alone: its groups in their boxes, or its characters in a row. */
const parsePage = (lines: readonly Line[], reading: Reading): Read => {
  const groups = groupsInBoxes(lines);
  const read = groups === undefined ? parseSecretAlone(lines, reading) : inBoxes(groups, reading);
  return completed(read, (paper) => ({ ...paper, providers: withoutDoubles(checkedPlaces(lines)) }));
};

const inBoxes = (groups: readonly SecretPart[], reading: Reading): Read =>
  completed(reading.code(groups), (code) => ({ ...code, walletName: '', date: '', providers: [] }));

/** What a camera read of a page. The strength of a square's own correction leaves no small mistakes to look for. */
const parseSquare = ({ code, facts }: Square): Read => {
  if (!facts.ok && facts.error === 'cut') return err({ kind: 'recovery-truncated', line: 1 });
  if (!facts.ok) return wrong({ number: 1 }, { kind: 'address-check', facts: {} });
  const providers = withoutDoubles(facts.value.providers);
  return completed(readCode([{ line: 1, characters: code.toLowerCase() }]), (read) => ({
    ...read,
    ...facts.value,
    providers,
  }));
};

/** A mail that was answered has the same sheet twice; what would correct one of them may be the other. */
const isSameSheet = (a: Read, b: Read): boolean => {
  const [one, two] = [a, b].map(meant);
  return one !== undefined && two !== undefined && isSamePaper(one, two);
};

const parseSection = ({ number, version, lines }: Section, reading: Reading): Read => {
  if (version !== '1') return err({ kind: 'newer-recovery-text', line: number, version: Number(version) });
  const asWritten = parseLines(
    number,
    joined(lines.filter(({ text }) => text !== '' && !text.startsWith('#'))),
    reading,
  );
  if (asWritten.ok) return asWritten;
  const bare = parseLines(number, joined(undecorated(lines)), reading);
  if (bare.ok) return bare;
  const readings = reflowed(lines).map((each) => parseLines(number, each, reading));
  const found = readings.find(({ ok: isRead }) => isRead) ?? [asWritten, bare, ...readings].find(isUseful);
  // What is on one line has no lines that could be looked at as they are written.
  const isOneLine = lines.filter(({ text }) => text !== '').length < 3;
  // Where no line is one as it is written, its own fault is behind what stands before it.
  const isDecorated = asWritten.error.kind === 'recovery-truncated' && bare.error.kind === 'recovery-line';
  return found ?? (isOneLine ? readings[0] : undefined) ?? (isDecorated ? bare : asWritten);
};

const parseRecoveryUri = (text: string): Result<Recovery, RecoveryFailure> => {
  // Named also where it is cut short: what a link is for stands first in it.
  if (/^taler(?:\+http)?:\/\/pay(?:\/|$)/i.test(text)) return err({ kind: 'malformed-recovery-uri', why: 'pay' });
  const uri = parseTalerUri(text);
  if (!uri.ok) return err({ kind: 'malformed-recovery-uri', why: uri.error.why });
  if (uri.value.action !== 'recovery' && uri.value.action !== 'restore')
    return err({ kind: 'malformed-recovery-uri', why: 'action' });
  const bytes = parseCrock(uri.value.root);
  const root = bytes.ok ? rootSecretFromBytes(bytes.value) : bytes;
  if (!root.ok) return err({ kind: 'malformed-recovery-uri', why: 'key' });
  const providers =
    uri.value.action === 'recovery' ? uri.value.providers : uri.value.providers.map((url) => ({ name: '', url }));
  return ok({ root: root.value, walletName: '', date: '', sheetNumber: '', providers: withoutDoubles(providers) });
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { plain } from '../../../shared/pasted.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { parseCrock } from '../../taler/bytes/encodings.ts';
import { parseTalerUri } from '../../taler/wire/taler-uri.ts';
import { providerAddress, type SheetProvider } from './address.ts';
import { linesOf, reflowed, sectionsOf, unwrapped, type Line, type Section } from './pasted.ts';
import { wrong, type RecoveryFailure } from './recovery-failure.ts';
import { byTheCode, completed, STRICTLY, type Reading, type SecretPart } from './secret-code.ts';
import { looseSecretLine, parseSecret, parseSecretAlone, parseSecretLine } from './secret-lines.ts';
import { undecorated } from './undressed.ts';
import { GROUP_LENGTH, recoveryToText, type Recovery } from './text.ts';
import { rootSecretFromBytes } from '../root-secret.ts';

/** A sheet has about fifteen lines; the ceilings stop a pasted gigabyte. */
const MAX_TEXT = 20_000;
const MAX_SHEET_PROVIDERS = 128;
/** How many `=` of a line are tried as the one before its address. */
const MAX_SEPARATORS = 8;

/**
 * Reads a recovery text, the code of its secret alone, or a `taler://restore/…` or `taler://recovery/…` URI, as they are pasted: in a
 * mail, on one line, with text around. A failure names the line to look at, or proposes a correction, which is for a person to take. The
 * secret alone gives no providers.
 */
export const parseRecovery = (text: string): Result<Recovery, RecoveryFailure> => {
  if (text.length > MAX_TEXT) return err({ kind: 'recovery-too-long', limit: MAX_TEXT });
  const uri = /^["'“”„‘’<]*(taler(?:\+http)?:.*?)["'“”‘’>]*$/i.exec(plain(text))?.[1];
  if (uri !== undefined) return parseRecoveryUri(uri);
  const strict = parseWith(text, STRICTLY);
  if (strict.ok) return strict;
  const mended = parseWith(text, byTheCode());
  // Where the code itself is at fault, what it says once it is corrected tells more.
  return isUseful(mended) || strict.error.kind === 'too-damaged' ? mended : strict;
};

type Parsed = Result<Recovery, RecoveryFailure>;

const isUseful = (read: Parsed): boolean => read.ok || read.error.kind === 'correction-proposed';

const parseWith = (text: string, reading: Reading): Parsed => {
  const read = parseText(text, reading);
  if (read.ok) return read;
  const source = unwrapped(text);
  const inSource = source === undefined ? read : parseText(source, reading);
  if (inSource.ok || (!isUseful(read) && isUseful(inSource))) return inSource;
  return read.error.kind === 'not-a-recovery-text' && source !== undefined ? inSource : read;
};

const parseText = (text: string, reading: Reading): Parsed => {
  const lines = linesOf(text).filter((line) => line.text !== '');
  const sections = sectionsOf(lines).map((section) => ({ section, read: parseSection(section, reading) }));
  const first = sections.find(({ read }) => read.ok) ?? sections[0];
  if (first === undefined) return parseSecretAlone(lines, reading);
  const other = sections.find((each) => each !== first && !isSameSheet(first.read, each.read));
  if (other === undefined) return first.read;
  const [one, two] = [first, other].map(({ section }) => section.number).toSorted((a, b) => a - b);
  return err({ kind: 'two-recovery-texts', line: one ?? 1, other: two ?? 1 });
};

/** A mail that was answered has the same sheet twice; what would correct one of them may be the other. */
const isSameSheet = (a: Parsed, b: Parsed): boolean => {
  const [one, two] = [a, b].map(meant);
  return one !== undefined && two !== undefined && recoveryToText(one) === recoveryToText(two);
};

const meant = (read: Parsed): Recovery | undefined => {
  if (read.ok) return read.value;
  return read.error.kind === 'correction-proposed' ? read.error.corrected : undefined;
};

const parseSection = ({ number, version, lines }: Section, reading: Reading): Parsed => {
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

/** What begins a fact, as it is written: a piece of an address may begin with the same letters. */
const NEXT_FACT =
  /^(?:wallet|date|sheet|secret(?: ?\d{1,2}(?: ?- ?\d{1,2})?)?|provider(?: ?\d{1,2}(?: of \d{1,2})?)?) ?[:;]|^END$/i;

/** A long provider address takes several lines on paper and is typed as it stands there; its `]` tells where it ends. */
const joined = (lines: readonly Line[]): readonly Line[] =>
  lines.reduce<readonly Line[]>((before, line) => {
    const last = before.at(-1);
    const goesOn = last !== undefined && /^provider\b/i.test(last.text) && !last.text.endsWith(']');
    if (!goesOn || NEXT_FACT.test(line.text)) return [...before, line];
    const both = { text: `${last.text} ${line.text}`, raw: `${last.raw} ${line.raw}` };
    return [...before.slice(0, -1), { number: last.number, ...both }];
  }, []);

const parseLines = (header: number, facts: readonly Line[], reading: Reading): Parsed => {
  const end = facts.findIndex((line) => /^END\b/i.test(line.text));
  if (end < 0) return err({ kind: 'recovery-truncated', line: facts.at(-1)?.number ?? header });

  let walletName = '';
  let date: string | undefined;
  let sheet: Pick<Line, 'number' | 'text'> | undefined;
  const parts: SecretPart[] = [];
  const providers: SheetProvider[] = [];
  let groups = 0;
  let announced = 0;
  let providerLine = header;
  for (const line of facts.slice(0, end)) {
    const labelled = /^([a-z]+)([^:]*?) ?[:;] ?(.*)$/i.exec(line.text);
    const [, label = '', detail = '', value = ''] = labelled ?? [];
    switch (label.toLowerCase()) {
      case 'wallet':
        walletName = rawValue(line).slice(0, 120);
        break;
      case 'date': {
        if (!isDate(value)) return wrong(line, { kind: 'date-shape', facts: {} });
        date = value;
        break;
      }
      case 'sheet':
        sheet = { number: line.number, text: value.toLowerCase() };
        break;
      case 'secret': {
        const strict = parseSecretLine(line, detail, value, groups);
        if (!strict.ok && reading.isStrict) return strict;
        const part = strict.ok ? strict.value : looseSecretLine(line, detail, value);
        groups += Math.ceil(part.characters.length / GROUP_LENGTH);
        parts.push(part);
        break;
      }
      case 'provider': {
        const provider = parseProviderLine(line, detail, value, providers.length);
        if (!provider.ok) return provider;
        if (providers.length >= MAX_SHEET_PROVIDERS)
          return wrong(line, { kind: 'too-many-providers', facts: { limit: MAX_SHEET_PROVIDERS } });
        announced = Math.max(announced, provider.value.of);
        providerLine = line.number;
        providers.push(provider.value.provider);
        break;
      }
      default:
        return wrong(line, { kind: 'unknown-beginning', facts: {} });
    }
  }
  const endLine: Line = facts[end] ?? { number: header, text: '', raw: '' };
  if (parts.length === 0) return wrong(endLine, { kind: 'no-secret', facts: {} });
  if (announced > providers.length) {
    return wrong(
      { ...endLine, number: providerLine },
      { kind: 'providers-missing', facts: { announced, there: providers.length } },
    );
  }
  const read = completed(parseSecret(parts, reading), (code) => ({
    ...code,
    walletName,
    date: date ?? '',
    providers: withoutDoubles(providers),
  }));
  const meantNumber = meant(read)?.sheetNumber;
  if (sheet && meantNumber !== undefined && sheet.text !== meantNumber)
    return wrong(sheet, { kind: 'other-sheet-number', facts: {} });
  return read;
};

const parseProviderLine = (
  line: Line,
  detail: string,
  value: string,
  before: number,
): Result<{ readonly provider: SheetProvider; readonly of: number }, RecoveryFailure> => {
  const numbers = /^ ?(\d{1,2})(?: of (\d{1,2}))?$/i.exec(detail);
  if (detail.trim() !== '' && !numbers) return wrong(line, { kind: 'provider-numbers', facts: {} });
  if (numbers && Number(numbers[1]) !== before + 1)
    return wrong(line, { kind: 'provider-expected', facts: { number: before + 1 } });
  const [, named = '', check] = /^(.*?)(?: ?\[([^[\]]*)\])?$/.exec(value) ?? [];
  const found = addressIn(named, check?.replaceAll(' ', '').toLowerCase());
  if (found === undefined)
    return wrong(line, { kind: check === undefined ? 'no-address' : 'address-check', facts: {} });
  const name = found.equals === 0 ? '' : rawValue(line).split(/[=＝]/).slice(0, found.equals).join('=').trim();
  return ok({ provider: { name, ...found.address }, of: Number(numbers?.[2] ?? 0) });
};

/** What stands behind the first colon of a line, with its letters as they are. */
const rawValue = ({ raw }: Line): string => raw.replace(/^[^:;：；∶]*[:;：；∶]\s?/u, '').trim();

/** The address behind a name, and how many `=` stand before it. A name may have them too, and so may an address. */
const addressIn = (
  named: string,
  check: string | undefined,
): { readonly address: Pick<SheetProvider, 'url' | 'at'>; readonly equals: number } | undefined => {
  const parts = named.split('=');
  const spaced = parts.findLastIndex((part, at) => at > 0 && part.startsWith(' ') && parts[at - 1]?.endsWith(' '));
  const begins = (at: number): boolean => /^ ?(https?:|holdfast\+)/i.test(parts[at] ?? '');
  const likely = [Math.max(0, spaced), 0, ...parts.keys()].filter((at, i) => i === 0 || begins(at));
  for (const equals of likely.slice(0, MAX_SEPARATORS)) {
    const address = providerAddress(parts.slice(equals).join('=').replaceAll(' ', ''), check);
    if (address !== undefined) return { address, equals };
  }
  // A name in letters that are read from the right may come back from a page with the `=` in its middle: the address is whole all the same.
  const last = /(?:https?:\/\/|holdfast\+)\S*$/i.exec(named)?.[0];
  const alone = last === undefined || check === undefined ? undefined : providerAddress(last, check);
  return alone && { address: alone, equals: 0 };
};

const parseRecoveryUri = (text: string): Result<Recovery, RecoveryFailure> => {
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

const isDate = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
};

const withoutDoubles = (providers: readonly SheetProvider[]): readonly SheetProvider[] =>
  providers.filter((provider, i) => providers.findIndex((other) => other.url === provider.url) === i);

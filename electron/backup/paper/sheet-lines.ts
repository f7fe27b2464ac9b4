// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import { providerAddress, type SheetProvider } from './address.ts';
import type { Line } from './pasted.ts';
import { meant, wrong, type Read, type RecoveryFailure } from './recovery-failure.ts';
import { completed, type Reading, type SecretPart } from './secret-code.ts';
import { looseSecretLine, parseSecret, parseSecretLine } from './secret-lines.ts';
import { GROUP_LENGTH } from './text.ts';

// The lines of one recovery text, each by its label.

const MAX_SHEET_PROVIDERS = 128;
/** How many `=` of a line are tried as the one before its address. */
const MAX_SEPARATORS = 8;

/** What begins a fact, as it is written: a piece of an address may begin with the same letters. */
const NEXT_FACT =
  /^(?:wallet|date|sheet|share|secret(?: ?\d{1,2}(?: ?- ?\d{1,2})?)?|provider(?: ?\d{1,2}(?: of \d{1,2})?)?) ?[:;]|^END$/i;

/** A long provider address takes several lines on paper and is typed as it stands there; its `]` tells where it ends. */
export const joined = (lines: readonly Line[]): readonly Line[] => {
  const pieces: Line[][] = [];
  for (const line of lines) {
    const last = pieces.at(-1);
    const isOpen = last !== undefined && /^provider\b/i.test(last[0]?.text ?? '') && !last.at(-1)?.text.endsWith(']');
    if (isOpen && !NEXT_FACT.test(line.text)) last.push(line);
    else pieces.push([line]);
  }
  return pieces.map((piece) => ({
    number: piece[0]?.number ?? 1,
    text: piece.map(({ text }) => text).join(' '),
    raw: piece.map(({ raw }) => raw).join(' '),
  }));
};

/** The paper that these lines make, down to their END. `header` is the number of the line above them. */
export const parseLines = (header: number, facts: readonly Line[], reading: Reading): Read => {
  const end = facts.findIndex((line) => /^END\b/i.test(line.text));
  const endLine = facts[end];
  if (endLine === undefined) return err({ kind: 'recovery-truncated', line: facts.at(-1)?.number ?? header });

  let walletName = '';
  let date: string | undefined;
  let sheet: Numbered | undefined;
  let share: Numbered | undefined;
  const parts: SecretPart[] = [];
  const providers: SheetProvider[] = [];
  let groups = 0;
  let announced = 0;
  let providerLine = header;
  for (const line of facts.slice(0, end)) {
    const labelled = /^([a-z]+)(?![a-z])([^:]*?) ?[:;] ?(.*)$/i.exec(line.text);
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
      case 'share':
        share = { number: line.number, text: value.toLowerCase() };
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
  if (parts.length === 0) return wrong(endLine, { kind: 'no-secret', facts: {} });
  if (announced > providers.length) {
    const why = { kind: 'providers-missing', facts: { announced, there: providers.length } } as const;
    return wrong({ number: providerLine }, why);
  }
  const read = completed(parseSecret(parts, reading), (code) => ({
    ...code,
    walletName,
    date: date ?? '',
    providers: withoutDoubles(providers),
  }));
  return fitting(read, sheet, share);
};

type Numbered = Pick<Line, 'number' | 'text'>;

const SHARE_LINE = /^(\d{1,2})(?: ?of ?(\d{1,2}))? ?,? ?(\d) ?needed ?,? ?split ?([0-9a-z]{4})$/;

/** What the code says, when what stands beside it in plain numbers says the same. */
const fitting = (read: Read, sheet: Numbered | undefined, share: Numbered | undefined): Read => {
  const code = meant(read);
  if (code === undefined) return read;
  if (sheet && code.share === undefined && sheet.text !== code.identifier)
    return wrong(sheet, { kind: 'other-sheet-number', facts: {} });
  if (share === undefined) return read;
  const said = SHARE_LINE.exec(share.text);
  if (said === null) return wrong(share, { kind: 'share-shape', facts: {} });
  const [, number, count, needed, split] = said;
  const isIt =
    Number(number) === code.share?.number && Number(needed) === code.share.needed && split === code.identifier;
  if (!isIt) return wrong(share, { kind: 'other-share', facts: {} });
  const of = count === undefined ? {} : { of: Number(count) };
  return completed(read, (paper) => ({ ...paper, ...of }));
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
  const likely = [...new Set([Math.max(0, spaced), ...parts.keys()])].filter((at, i) => i === 0 || begins(at));
  for (const equals of likely.slice(0, MAX_SEPARATORS)) {
    const address = providerAddress(parts.slice(equals).join('=').replaceAll(' ', ''), check);
    if (address !== undefined) return { address, equals };
  }
  // A name in letters that are read from the right may come back from a page with the `=` in its middle: the address is whole all the same.
  const last = /(?:https?:\/\/|holdfast\+).*$/i.exec(named.slice(named.lastIndexOf(' ') + 1))?.[0];
  const alone = last === undefined || check === undefined ? undefined : providerAddress(last, check);
  return alone && { address: alone, equals: 0 };
};

const isDate = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().slice(0, 10) === text;
};

/** A place that is named twice is one. */
export const withoutDoubles = (providers: readonly SheetProvider[]): readonly SheetProvider[] =>
  providers.filter((provider, i) => providers.findIndex((other) => other.url === provider.url) === i);

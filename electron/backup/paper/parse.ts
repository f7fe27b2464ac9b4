// SPDX-License-Identifier: GPL-3.0-or-later
import type { Said } from '../../../shared/facts/subjects.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { parseCrock } from '../../taler/bytes/encodings.ts';
import { parseTalerUri, type MalformedTalerUri } from '../../taler/wire/taler-uri.ts';
import { codex32Length, parseCodex32, type Codex32Failure } from './codex32.ts';
import { providerAddress, type SheetProvider } from './address.ts';
import { GROUP_LENGTH, RECOVERY_PREFIX, type Recovery } from './text.ts';
import { ROOT_LENGTHS, rootSecretFromBytes } from '../root-secret.ts';

/** Lines count from 1 in the text as it was given. No failure quotes the secret. */
export type RecoveryFailure =
  | { readonly kind: 'not-a-recovery-text'; readonly line: number }
  | { readonly kind: 'newer-recovery-text'; readonly line: number; readonly version: number }
  /** the text stops early: `line` is the last one that is there */
  | { readonly kind: 'recovery-truncated'; readonly line: number }
  | {
      readonly kind: 'recovery-line';
      readonly line: number;
      readonly lastLine?: number;
      readonly why: Said<'recoveryLine'>;
    }
  | { readonly kind: 'recovery-too-long'; readonly limit: number }
  | { readonly kind: 'malformed-recovery-uri'; readonly why: MalformedTalerUri['why'] | 'action' };

/** A sheet has about fifteen lines; the ceilings stop a pasted gigabyte. */
const MAX_TEXT = 20_000;
const MAX_SHEET_PROVIDERS = 32;
type Line = { readonly number: number; readonly text: string };
type SecretPart = { readonly line: number; readonly characters: string };

/** Reads a recovery text or a `taler://restore/…` or `taler://recovery/…` URI; a failure names the line to look at. */
export const parseRecovery = (text: string): Result<Recovery, RecoveryFailure> => {
  if (text.length > MAX_TEXT) return err({ kind: 'recovery-too-long', limit: MAX_TEXT });
  if (/^\s*taler(\+http)?:/i.test(text)) return parseRecoveryUri(text.trim());
  const lines: readonly Line[] = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .map((line, i) => ({ number: i + 1, text: line.replace(/\s+/gu, ' ').trim() }))
    .filter((line) => line.text !== '' && !line.text.startsWith('#'));
  return parseLines(unwrapped(lines));
};

/** A long provider address takes two lines on paper and is typed as it stands there; its `]` tells where it ends. */
const unwrapped = (lines: readonly Line[]): readonly Line[] =>
  lines.reduce<readonly Line[]>((before, line) => {
    const last = before.at(-1);
    const goesOn = last !== undefined && /^provider\b/i.test(last.text) && !last.text.endsWith(']');
    if (!goesOn || /^(wallet|date|sheet|secret|provider|END)\b/i.test(line.text)) return [...before, line];
    return [...before.slice(0, -1), { number: last.number, text: `${last.text} ${line.text}` }];
  }, []);

const parseLines = (lines: readonly Line[]): Result<Recovery, RecoveryFailure> => {
  const [header, ...facts] = lines;
  const version = /^HOLDFAST ?- ?RECOVERY ?- ?([0-9]+)$/i.exec(header?.text ?? '')?.[1];
  if (!header || version === undefined) return err({ kind: 'not-a-recovery-text', line: header?.number ?? 1 });
  if (version !== '1') return err({ kind: 'newer-recovery-text', line: header.number, version: Number(version) });
  const end = facts.findIndex((line) => /^END\b/i.test(line.text));
  if (end < 0) return err({ kind: 'recovery-truncated', line: lines[lines.length - 1]?.number ?? 1 });

  let walletName = '';
  let date: string | undefined;
  let sheet: Line | undefined;
  const parts: SecretPart[] = [];
  const providers: SheetProvider[] = [];
  let groups = 0;
  let announced = 0;
  let providerLine = header.number;
  for (const line of facts.slice(0, end)) {
    const labelled = /^([a-z]+)([^:]*?) ?[:;] ?(.*)$/i.exec(line.text);
    const [, label = '', detail = '', value = ''] = labelled ?? [];
    switch (label.toLowerCase()) {
      case 'wallet':
        walletName = value.slice(0, 120);
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
        const part = parseSecretLine(line, detail, value, groups);
        if (!part.ok) return part;
        groups += Math.ceil(part.value.characters.length / GROUP_LENGTH);
        parts.push(part.value);
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
  const endLine = facts[end] ?? header;
  if (parts.length === 0) return wrong(endLine, { kind: 'no-secret', facts: {} });
  if (announced > providers.length) {
    return wrong(
      { ...endLine, number: providerLine },
      { kind: 'providers-missing', facts: { announced, there: providers.length } },
    );
  }
  const secret = parseSecret(parts);
  if (!secret.ok) return secret;
  if (sheet && sheet.text !== secret.value.sheetNumber) return wrong(sheet, { kind: 'other-sheet-number', facts: {} });
  return ok({ ...secret.value, walletName, date: date ?? '', providers: withoutDoubles(providers) });
};

const parseSecretLine = (
  line: Line,
  detail: string,
  value: string,
  groupsBefore: number,
): Result<SecretPart, RecoveryFailure> => {
  const characters = value.replace(/[ .,_-]/g, '').toLowerCase();
  const numbers = /^ ?(\d{1,2})(?: ?[-–—] ?(\d{1,2}))?$/.exec(detail);
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

const parseSecret = (parts: readonly SecretPart[]): Result<Pick<Recovery, 'root' | 'sheetNumber'>, RecoveryFailure> => {
  const lineAt = parts.flatMap((part) => [...part.characters].map(() => part.line));
  const short = parts.slice(0, -1).find((part) => part.characters.length % GROUP_LENGTH !== 0);
  if (short) {
    return wrong({ number: short.line, text: '' }, { kind: 'group-of-five', facts: { got: short.characters.length } });
  }
  const parsed = parseCodex32(parts.map((part) => part.characters).join(''), RECOVERY_PREFIX, ROOT_LENGTHS);
  if (!parsed.ok) return err(codexFailure(parsed.error, lineAt));
  if (parsed.value.shareIndex !== 's')
    return wrong({ number: lineAt[0] ?? 1, text: '' }, { kind: 'one-share', facts: {} });
  const root = rootSecretFromBytes(parsed.value.bytes);
  if (!root.ok) return wrong({ number: lineAt[0] ?? 1, text: '' }, { kind: 'secret-length', facts: {} });
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
  const separator = named.lastIndexOf(' = ');
  const written = named.slice(separator < 0 ? 0 : separator + 3).replaceAll(' ', '');
  const address = providerAddress(written, check?.replaceAll(' ', '').toLowerCase());
  if (address === undefined)
    return wrong(line, { kind: check === undefined ? 'no-address' : 'address-check', facts: {} });
  return ok({
    provider: { name: separator < 0 ? '' : named.slice(0, separator).trim(), ...address },
    of: Number(numbers?.[2] ?? 0),
  });
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

const wrong = (line: Line, why: Said<'recoveryLine'>): Result<never, RecoveryFailure> =>
  err({ kind: 'recovery-line', line: line.number, why });

const isDate = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
};

const withoutDoubles = (providers: readonly SheetProvider[]): readonly SheetProvider[] =>
  providers.filter((provider, i) => providers.findIndex((other) => other.url === provider.url) === i);

// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../shared/result.ts';
import { parseCrock } from '../../taler/bytes/encodings.ts';
import { parseTalerUri, type MalformedTalerUri } from '../../taler/wire/taler-uri.ts';
import { codex32Length, parseCodex32, type Codex32Failure } from './codex32.ts';
import { providerAddress, type SheetProvider } from './address.ts';
import { GROUP_LENGTH, RECOVERY_HEADER, RECOVERY_PREFIX, type Recovery } from './text.ts';
import { ROOT_LENGTHS, rootSecretFromBytes } from '../root-secret.ts';

/** Lines count from 1 in the text as it was given. No failure quotes the secret. */
export type RecoveryFailure =
  | { readonly kind: 'not-a-recovery-text'; readonly line: number }
  | { readonly kind: 'newer-recovery-text'; readonly line: number; readonly version: number }
  /** the text stops early: `line` is the last one that is there */
  | { readonly kind: 'recovery-truncated'; readonly line: number }
  | { readonly kind: 'recovery-line'; readonly line: number; readonly lastLine?: number; readonly why: string }
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
        if (!isDate(value)) return wrong(line, 'the date is written like 2026-11-23');
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
          return wrong(line, `a sheet names at most ${MAX_SHEET_PROVIDERS} providers`);
        announced = Math.max(announced, provider.value.of);
        providerLine = line.number;
        providers.push(provider.value.provider);
        break;
      }
      default:
        return wrong(line, 'this line has no known beginning (wallet:, date:, sheet:, secret …:, provider …:)');
    }
  }
  const endLine = facts[end] ?? header;
  if (parts.length === 0) return wrong(endLine, 'the lines that begin with "secret" are missing before it');
  if (announced > providers.length) {
    return wrong(
      { ...endLine, number: providerLine },
      `${announced} providers are announced, ${providers.length} are there`,
    );
  }
  const secret = parseSecret(parts);
  if (!secret.ok) return secret;
  if (sheet && sheet.text !== secret.value.sheetNumber)
    return wrong(sheet, 'this sheet number is not the one in the secret; are two sheets mixed?');
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
  if (detail.trim() !== '' && !numbers) return wrong(line, 'the group numbers are written like "secret 01-05:"');
  if (numbers) {
    const first = Number(numbers[1]);
    const last = Number(numbers[2] ?? numbers[1]);
    if (first > groupsBefore + 1)
      return wrong(line, `groups ${groupsBefore + 1} to ${first - 1} are missing before this line`);
    if (first !== groupsBefore + 1 || last < first)
      return wrong(line, `this line should begin with group ${groupsBefore + 1}`);
    const most = (last - first + 1) * GROUP_LENGTH;
    if (characters.length > most || characters.length <= most - GROUP_LENGTH) {
      return wrong(line, `groups ${first} to ${last} have ${most} characters, this line has ${characters.length}`);
    }
  }
  return ok({ line: line.number, characters });
};

const parseSecret = (parts: readonly SecretPart[]): Result<Pick<Recovery, 'root' | 'sheetNumber'>, RecoveryFailure> => {
  const lineAt = parts.flatMap((part) => [...part.characters].map(() => part.line));
  const short = parts.slice(0, -1).find((part) => part.characters.length % GROUP_LENGTH !== 0);
  if (short) {
    return wrong(
      { number: short.line, text: '' },
      `every group has five characters, and this line has ${short.characters.length} characters`,
    );
  }
  const parsed = parseCodex32(parts.map((part) => part.characters).join(''), RECOVERY_PREFIX, ROOT_LENGTHS);
  if (!parsed.ok) return err(codexFailure(parsed.error, lineAt));
  if (parsed.value.shareIndex !== 's')
    return wrong({ number: lineAt[0] ?? 1, text: '' }, 'this is one share of a split secret, not the secret itself');
  const root = rootSecretFromBytes(parsed.value.bytes);
  if (!root.ok) return wrong({ number: lineAt[0] ?? 1, text: '' }, 'the secret has the wrong length');
  return ok({ root: root.value, sheetNumber: parsed.value.identifier });
};

const codexFailure = (failure: Codex32Failure, lineAt: readonly number[]): RecoveryFailure => {
  const first = lineAt[0] ?? 1;
  const last = lineAt[lineAt.length - 1] ?? first;
  const at = (position: number, why: string): RecoveryFailure => ({
    kind: 'recovery-line',
    line: lineAt[position] ?? last,
    why: `${why}, in group ${Math.floor(position / GROUP_LENGTH) + 1}`,
  });
  switch (failure.kind) {
    case 'wrong-prefix':
      return { kind: 'recovery-line', line: first, why: 'the secret begins with HOLD1' };
    case 'bad-character':
    case 'mixed-case':
      return at(failure.position, 'a character that this code does not use (it has no B, I, O and no 1)');
    case 'wrong-length':
      return {
        kind: 'recovery-line',
        line: last,
        why: `the secret has ${failure.characters} characters, and it should have ${ROOT_LENGTHS.map((n) => codex32Length(RECOVERY_PREFIX, n)).join(' or ')}`,
      };
    case 'bad-header':
    case 'spare-bits':
      return at(failure.position, 'a character that cannot stand there');
    case 'bad-checksum': {
      const [one, two] = failure.positions;
      if (one === undefined)
        return {
          kind: 'recovery-line',
          line: first,
          lastLine: last,
          why: 'several characters of the secret are wrong',
        };
      const where = at(one, two === undefined ? 'one character is wrong' : 'two characters are wrong, the first');
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
  if (detail.trim() !== '' && !numbers) return wrong(line, 'providers are numbered like "provider 1 of 2:"');
  if (numbers && Number(numbers[1]) !== before + 1) return wrong(line, `provider ${before + 1} is expected here`);
  const [, named = '', check] = /^(.*?)(?: ?\[([^[\]]*)\])?$/.exec(value) ?? [];
  const separator = named.lastIndexOf(' = ');
  const written = named.slice(separator < 0 ? 0 : separator + 3).replaceAll(' ', '');
  const address = providerAddress(written, check?.replaceAll(' ', '').toLowerCase());
  if (address === undefined)
    return wrong(
      line,
      check === undefined ? 'this is no provider address' : 'the address does not fit the four characters behind it',
    );
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

/** One sentence: what is wrong, and where to look. */
export const explainRecoveryFailure = (failure: RecoveryFailure): string => {
  switch (failure.kind) {
    case 'not-a-recovery-text':
      return `Line ${failure.line} does not read ${RECOVERY_HEADER}, so this is not a recovery text.`;
    case 'newer-recovery-text':
      return `Line ${failure.line}: this recovery text was made by a newer Holdfast (version ${failure.version}); please update.`;
    case 'recovery-truncated':
      return `The text stops after line ${failure.line}: the line END is missing, and perhaps more before it.`;
    case 'recovery-line':
      return failure.lastLine === undefined
        ? `Line ${failure.line}: ${failure.why}.`
        : `Lines ${failure.line} to ${failure.lastLine}: ${failure.why}.`;
    case 'recovery-too-long':
      return `A recovery text has at most ${failure.limit} characters.`;
    case 'malformed-recovery-uri':
      return `The recovery URI cannot be used: ${uriTrouble[failure.why]}.`;
  }
};

const uriTrouble: Readonly<
  Record<Extract<RecoveryFailure, { readonly kind: 'malformed-recovery-uri' }>['why'], string>
> = {
  action: 'it is a Taler URI for something else',
  key: 'its secret is not 64 or 32 bytes in base32; it may be cut off',
  providers: 'a provider in it is no web address',
  encoding: 'a percent sign in it stands alone',
  length: 'it is too long',
  scheme: 'it does not begin like a Taler URI',
  segments: 'something stands between the secret and the providers',
  'base-url': 'an address in it cannot be read',
};

const wrong = (line: Line, why: string): Result<never, RecoveryFailure> =>
  err({ kind: 'recovery-line', line: line.number, why });

const isDate = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
};

const withoutDoubles = (providers: readonly SheetProvider[]): readonly SheetProvider[] =>
  providers.filter((provider, i) => providers.findIndex((other) => other.url === provider.url) === i);

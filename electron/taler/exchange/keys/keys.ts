// SPDX-License-Identifier: GPL-3.0-or-later
import { parseJson } from '../../bytes/json.ts';
import { amount } from '../../../../shared/amount.ts';
import { isCurrency } from '../../../../shared/amount.ts';
import { readCurrencyLook } from '../../../../shared/currency-look.ts';
import { err, ok, type Result } from '../../../../shared/result.ts';
import { eddsaVerifier, eddsaVerify } from '../../crypto/eddsa.ts';
import { crockToBytes, parseCrock } from '../../bytes/encodings.ts';
import type { ExchangeFailure } from '../failure.ts';
import { generationOf, type Generation } from '../generation.ts';
import type { Denomination, ExchangeKeys, SignKey } from './model.ts';
import {
  accountLimitSchema,
  zeroLimitSchema,
  flatKeysSchema,
  groupedKeysSchema,
  MAX_DENOMINATIONS,
  versionOnlySchema,
  type GroupedKeys,
} from './schema.ts';
import { checkDenomination, finished, readFlat, readGroup, type Entry } from './denominations.ts';
import { readTerms, type SaidTerms } from './terms.ts';
import { amountSchema } from '../../wire/schemas.ts';
import { keySetBlock } from '../../purposes/exchange.ts';

type Keys = Result<ExchangeKeys, ExchangeFailure>;

/** Reads the JSON text of `/keys` (for v14: with `/wire` as member `wire`) and verifies everything the master key signed; needs no network. */
export const parseKeys = (baseUrl: string, raw: string): Keys => {
  const json = parseJson(raw);
  const head = versionOnlySchema.safeParse(json);
  if (!head.success) return err({ kind: 'not-an-exchange', url: baseUrl, why: 'no version in /keys' });
  const generation = generationOf(head.data.version);
  if (generation === undefined) return err({ kind: 'unsupported-version', url: baseUrl, version: head.data.version });
  return FORMS[generation] === 'flat' ? parseFlat(baseUrl, raw, json) : parseGrouped(baseUrl, raw, json, generation);
};

/** Whether `/keys` lists denominations one by one, or in groups of one value. */
const FORMS: Readonly<Record<Generation, 'flat' | 'grouped'>> = {
  v14: 'flat',
  v17: 'grouped',
  v23: 'grouped',
  v24: 'grouped',
  v26: 'grouped',
  v32: 'grouped',
};

/** A denomination that a list of this exchange named before, in the flat form; undefined unless its master key signed it. */
export const readKeptDenomination = (kept: unknown, keys: ExchangeKeys): Denomination | undefined => {
  const entry = readFlat(kept);
  if (!entry.ok) return undefined;
  const masterPub = crockToBytes(keys.masterPub, 32);
  const checked = checkDenomination(entry.value, {
    currency: keys.currency,
    masterPub,
    isSigned: (block, signature) => eddsaVerify(masterPub, block, crockToBytes(signature)),
  });
  return checked.ok ? finished(checked.value, keys.revoked.has(checked.value.hash)) : undefined;
};

/** The signing key of that name, if the master key certified it. */
export const findSignKey = (keys: ExchangeKeys, pub: string): SignKey | undefined =>
  keys.signKeys.find((key) => key.pub === pub);

/** What may be long is cut: it is only to be recognised. */
const unnameable = (url: string, name: string): Keys => err({ kind: 'currency-name', url, name: name.slice(0, 60) });

const parseGrouped = (baseUrl: string, raw: string, json: unknown, generation: Generation): Keys => {
  const read = groupedKeysSchema.safeParse(json);
  if (!read.success) return malformed(baseUrl, read.error.issues[0]);
  const keys = read.data;
  if (!isCurrency(keys.currency)) return unnameable(baseUrl, keys.currency);
  // Counted before a single one is read.
  if (keys.denominations.reduce((sum, { denoms }) => sum + denoms.length, 0) > MAX_DENOMINATIONS)
    return err({ kind: 'not-an-exchange', url: baseUrl, why: 'more denominations than any exchange has' });
  const entries = keys.denominations.flatMap(readGroup);
  const built = verified({
    baseUrl,
    raw,
    generation,
    currency: keys.currency,
    common: keys,
    accounts: keys.accounts,
    fees: keys.wire_fees,
    entries,
    limits: readLimits(keys),
  });
  if (!built.ok) return built;
  // 1035 covers all master signatures in the order of the document: nothing was left out on the way.
  const masterSigs = keys.denominations.flatMap(({ denoms }) =>
    denoms.map(({ master_sig }) => parseCrock(String(master_sig), 64)),
  );
  const covered = keySetBlock({
    listIssueDate: keys.list_issue_date,
    masterSigs: masterSigs.flatMap((sig) => (sig.ok ? [sig.value] : [])),
  });
  const known = findSignKey(built.value, keys.exchange_pub) !== undefined;
  if (!known || !eddsaVerify(crockToBytes(keys.exchange_pub), covered, crockToBytes(keys.exchange_sig)))
    return err({ kind: 'bad-exchange-signature', what: 'key set' });
  return built;
};

const parseFlat = (baseUrl: string, raw: string, json: unknown): Keys => {
  const read = flatKeysSchema.safeParse(json);
  if (!read.success) return malformed(baseUrl, read.error.issues[0]);
  const keys = read.data;
  const entries = keys.denoms.map(readFlat);
  const currency = keys.currency ?? entries.find((entry) => entry.ok)?.value.value.currency ?? '';
  if (!isCurrency(currency)) return unnameable(baseUrl, currency);
  return verified({
    baseUrl,
    raw,
    generation: 'v14',
    currency,
    common: keys,
    accounts: keys.wire.accounts,
    fees: keys.wire.fees,
    entries,
    limits: { hardLimits: [], zeroLimits: [], balanceLimits: [] },
  });
};

/** What cannot be read, or is in another currency, is left to the exchange to enforce. A soft limit among the hard ones is none. */
const readLimits = (keys: GroupedKeys): Source['limits'] => {
  const { hard_limits, zero_limits, wallet_balance_limit_without_kyc: balances, tiny_amount, currency } = keys;
  const look = readCurrencyLook(keys.currency_specification, currency);
  const shops = readShops(keys.shopping_url);
  const tiny = tiny_amount === undefined ? undefined : amount(tiny_amount);
  return {
    hardLimits: hard_limits.flatMap((each) => {
      const read = accountLimitSchema.safeParse(each);
      if (!read.success || read.data.soft_limit) return [];
      const threshold = amount(read.data.threshold);
      const { operation_type: operation, timeframe } = read.data;
      return threshold.currency === currency ? [{ operation, timeframe, threshold }] : [];
    }),
    zeroLimits: zero_limits.flatMap((each) => {
      const read = zeroLimitSchema.safeParse(each);
      return read.success ? [read.data.operation_type] : [];
    }),
    balanceLimits: balances
      .flatMap((each) => {
        const read = amountSchema.safeParse(each);
        const limit = read.success ? amount(read.data) : undefined;
        return limit?.currency === currency ? [limit] : [];
      })
      .toSorted((a, b) => (a.units < b.units ? -1 : 1)),
    ...(tiny?.currency === currency ? { tinyAmount: tiny } : {}),
    ...(look === undefined ? {} : { look }),
    ...(shops === undefined ? {} : { shops }),
  };
};

/** Only a page of the web that nobody can listen to; it is shown as it is. */
const readShops = (said: unknown): string | undefined =>
  typeof said === 'string' &&
  said.length <= LONGEST_PAGE &&
  /^https:\/\/[^\s@\p{Cc}\p{Cf}]+$/iu.test(said) &&
  URL.canParse(said)
    ? said
    : undefined;

const LONGEST_PAGE = 300;

type Source = Omit<SaidTerms, 'isSigned'> & {
  readonly baseUrl: string;
  readonly raw: string;
  readonly entries: readonly Entry[];
  readonly limits: Pick<ExchangeKeys, 'hardLimits' | 'zeroLimits' | 'balanceLimits' | 'tinyAmount' | 'look' | 'shops'>;
};

const verified = ({ baseUrl, raw, generation, currency, common, accounts, fees, entries, limits }: Source): Keys => {
  const master = crockToBytes(common.master_public_key);
  const isMastersOwn = eddsaVerifier(master);
  const isSigned = (block: Uint8Array, signature: string): boolean => isMastersOwn(block, crockToBytes(signature));
  const terms = readTerms({ generation, currency, common, accounts, fees, isSigned });
  if (!terms.ok) return terms;

  const revoked = new Set(common.recoup.map(({ h_denom_pub }) => h_denom_pub));
  const denominations = new Map<string, Denomination>();
  const rejected: { readonly hash: string; readonly why: string }[] = [];
  for (const entry of entries) {
    const checked = entry.ok ? checkDenomination(entry.value, { currency, masterPub: master, isSigned }) : entry;
    if (!checked.ok) rejected.push(checked.error);
    else denominations.set(checked.value.hash, finished(checked.value, revoked.has(checked.value.hash)));
  }
  if (denominations.size === 0 && rejected.length > 0)
    return err({ kind: 'bad-master-signature', what: 'every denomination' });
  return ok({
    baseUrl,
    announcedBaseUrl: common.base_url ?? baseUrl,
    masterPub: common.master_public_key,
    currency,
    version: common.version,
    generation,
    denominations,
    revoked,
    rejected,
    ...terms.value,
    ...limits,
    reserveClosingDelay: common.reserve_closing_delay,
    listIssueDate: common.list_issue_date,
    raw,
  });
};

const malformed = (
  baseUrl: string,
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
): Keys =>
  err({
    kind: 'not-an-exchange',
    url: baseUrl,
    why: `/keys: ${issue?.path.map(String).join('.') ?? ''}: ${issue?.message ?? 'unexpected'}`.slice(0, 300),
  });

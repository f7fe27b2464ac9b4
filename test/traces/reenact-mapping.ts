// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, type Amount } from '../../shared/amount.ts';
import {
  hashDenomination,
  parseDenominationPub,
  type DenominationKey,
} from '../../electron/taler/coin/denomination.ts';
import { bytesToCrock } from '../../electron/taler/bytes/encodings.ts';
import type { DenominationBook } from '../../electron/sandbox/exchange/denominations.ts';
import type { DenominationSpec } from '../../electron/sandbox/exchange/denomination-specs.ts';
import { asObject, asText, mapTexts } from './reenact-json.ts';
import type { Trace } from './trace.ts';

// A recording and its re-enactment use the same reserve, coin, purse and merchant keys and the same times. What cannot be
// the same (denomination keys and what depends on them, the exchange's address and numbers) stands in a dictionary.

/** What signatures need to know of a denomination. */
export type DenominationFacts = {
  readonly hash: string;
  readonly key: DenominationKey;
  readonly value: Amount;
  readonly feeWithdraw: Amount;
  readonly feeDeposit: Amount;
  readonly feeRefresh: Amount;
};

/** One of the two exchanges: the recorded one or ours. */
export type Side = {
  readonly baseUrl: string;
  readonly denomination: (hash: string) => DenominationFacts | undefined;
};

/** The dictionary from recorded texts to ours. */
export type Mapping = {
  readonly add: (recorded: string, ours: string) => void;
  readonly has: (recorded: string) => boolean;
  /** a whole text, else the parts of a path, else the text with our addresses in it */
  readonly text: (recorded: string) => string;
  readonly value: (recorded: unknown) => unknown;
};

/** An empty dictionary; `addresses` are replaced wherever they stand inside a text. */
export const createMapping = (addresses: readonly (readonly [recorded: string, ours: string])[]): Mapping => {
  const known = new Map<string, string>();
  const part = (text: string): string => known.get(text) ?? text;
  const text = (recorded: string): string => {
    const whole = known.get(recorded);
    if (whole !== undefined) return whole;
    const [path = '', query] = addresses
      .reduce((so, [theirs, ours]) => so.replaceAll(theirs, ours), recorded)
      .split('?', 2);
    const parts = path.split('/').map(part).join('/');
    return query === undefined ? parts : `${parts}?${query.split('&').map(mapPair).join('&')}`;
  };
  const mapPair = (pair: string): string => pair.split('=').map(part).join('=');
  return {
    add: (recorded, ours) => {
      known.set(recorded, ours);
    },
    has: (recorded) => known.has(recorded),
    text,
    value: (recorded) => mapTexts(recorded, text),
  };
};

/** The recorded exchange. */
export const recordedSide = (trace: Trace): Side => {
  const facts = Object.entries(trace.denominations_used).map(([hash, entry]) => readFacts(hash, entry));
  const byHash = new Map(facts.map((each) => [each.hash, each]));
  return { baseUrl: trace.base_url, denomination: (hash) => byHash.get(hash) };
};

/** Our exchange. */
export const sandboxSide = (baseUrl: string, book: DenominationBook): Side => ({
  baseUrl,
  denomination: (hash) => book.find(hash) && toFacts(book, hash),
});

/** The coins our exchange must have so that every recorded denomination has its twin: same value, fees and times. `nowMs` is when the exchange starts. */
export const specsFor = (trace: Trace, nowMs: number): readonly DenominationSpec[] =>
  Object.values(trace.denominations_used).map((entry) => {
    const start = seconds(entry['stamp_start']);
    const bare = (member: string): string => amountOf(entry, member).split(':')[1] ?? '';
    return {
      cipher: entry.cipher === 'CS' ? 'CS' : 'RSA',
      value: bare('value'),
      feeWithdraw: bare('fee_withdraw'),
      feeDeposit: bare('fee_deposit'),
      feeRefresh: bare('fee_refresh'),
      feeRefund: bare('fee_refund'),
      // keys are dated an hour back when they are made
      startsIn: start * 1000 - (nowMs - 3_600_000),
      withdrawMs: (seconds(entry['stamp_expire_withdraw']) - start) * 1000,
      depositMs: (seconds(entry['stamp_expire_deposit']) - start) * 1000,
    };
  });

/** Enters the twin of every recorded denomination: they were made in the order of the recording. */
export const mapDenominations = (mapping: Mapping, trace: Trace, book: DenominationBook): void => {
  const ours = book.all();
  for (const [index, [hash, entry]] of Object.entries(trace.denominations_used).entries()) {
    const twin = ours[index];
    if (!twin) throw new Error('fewer denominations than recorded');
    mapping.add(hash, twin.hash);
    const { key } = twin;
    mapping.add(
      asText(entry['rsa_pub'] ?? entry['cs_pub']),
      key.cipher === 'RSA' ? bytesToCrock(key.key.encoded) : bytesToCrock(key.point),
    );
  }
};

const toFacts = (book: DenominationBook, hash: string): DenominationFacts | undefined => {
  const found = book.find(hash);
  return (
    found && {
      hash,
      key: found.key,
      value: found.value,
      feeWithdraw: found.feeWithdraw,
      feeDeposit: found.feeDeposit,
      feeRefresh: found.feeRefresh,
    }
  );
};

const readFacts = (hash: string, entry: Readonly<Record<string, unknown>>): DenominationFacts => {
  const pub =
    entry['cipher'] === 'CS'
      ? ({ cipher: 'CS', cs_public_key: asText(entry['cs_pub']), age_mask: 0 } as const)
      : ({ cipher: 'RSA', rsa_public_key: asText(entry['rsa_pub']), age_mask: 0 } as const);
  const key = parseDenominationPub(pub);
  if (!key.ok || bytesToCrock(hashDenomination(key.value)) !== hash)
    throw new Error('a recorded denomination cannot be read');
  const read = (member: string): Amount => amount(amountOf(entry, member));
  return {
    hash,
    key: key.value,
    value: read('value'),
    feeWithdraw: read('fee_withdraw'),
    feeDeposit: read('fee_deposit'),
    feeRefresh: read('fee_refresh'),
  };
};

const amountOf = (entry: Readonly<Record<string, unknown>>, member: string): string => asText(entry[member]);
const seconds = (stamp: unknown): number => Number(asObject(stamp)['t_s']);

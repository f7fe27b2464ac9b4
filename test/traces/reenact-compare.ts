// SPDX-License-Identifier: GPL-3.0-or-later
import { asObject, asText } from './reenact-json.ts';
import type { Answered } from './reenact-request.ts';

/** One thing in which an answer is not what the recording says; `member` is a name a listed difference can excuse. */
export type Finding = { readonly member: string; readonly said: string };

/** Headers that belong to the HTTP library or the machine, not to the protocol. */
const FOREIGN_HEADERS = ['connection', 'content-length', 'date', 'keep-alive', 'server', 'transfer-encoding'];
/** Numbers that each server counts for itself, and its free choices. */
const OWN_NUMBERS = ['wire_reference', 'requirement_row', 'noreveal_index', 'b'];
/** Texts that each server words for itself. */
const OWN_WORDS = ['hint', 'implementation', 'currency_specification.name', 'merchant.name'];
/** What each exchange makes itself. Its signatures are verified where they are read, not compared; every other text must be equal. */
export const OWN_KEYS: readonly string[] = [
  'exchange_pub',
  'exchange_sig',
  'master_public_key',
  'master_sig',
  'sig',
  'key',
  'wtid',
  'r_pub_0',
  'r_pub_1',
  's',
  'cs_pub',
  'rsa_pub',
  'blinded_rsa_signature',
];
/** Of these the length varies with key and chance. */
const ANY_LENGTH = ['blinded_rsa_signature', 'rsa_pub'];
/** Lists that were cut in the recordings, or whose length each exchange chooses: compared by their kinds of entries. */
const OWN_LISTS = ['denominations', 'denoms', 'signkeys', 'global_fees', 'x-taler-bank', 'supported_kyc_requirements'];
/** The sandbox's clock is set from the recording, which tells it only to the second and not at each step. */
const CLOCK_TOLERANCE_S = 5;
/** How long keys and fees are valid is each exchange's own choice. */
const OWN_TIMES = /^(stamp_|start_date|end_date|list_issue_date)/;

/** `exact`: keys, hashes and signatures that are not an exchange's own must be equal; `form`: their lengths, for the answer of another conversation. */
type Strictness = 'exact' | 'form';

/** Everything in which our answer differs from the recorded one, whose texts were already translated into ours. */
export const compareAnswers = (
  recorded: Answered,
  ours: Answered,
  strictness: Strictness = 'exact',
): readonly Finding[] => {
  if (!recorded || !ours)
    return !recorded === !ours
      ? []
      : [
          {
            member: 'status',
            said: `${recorded ? recorded.status : 'no answer'} → ${ours ? ours.status : 'no answer'}`,
          },
        ];
  const status =
    recorded.status === ours.status ? [] : [{ member: 'status', said: `${recorded.status} → ${ours.status}` }];
  return [...status, ...compareHeaders(recorded.headers, ours.headers), ...compareBodies(recorded, ours, strictness)];
};

const compareHeaders = (
  recorded: Readonly<Record<string, string>>,
  ours: Readonly<Record<string, string>>,
): readonly Finding[] => {
  const names = [...new Set([...Object.keys(recorded), ...Object.keys(ours)])].filter(
    (name) => !FOREIGN_HEADERS.includes(name),
  );
  return names.flatMap((name) => {
    const [theirs, own] = [recorded[name], ours[name]];
    if (theirs !== undefined && own !== undefined && headerForm(name, theirs) === headerForm(name, own)) return [];
    return [{ member: name, said: `header ${name}: ${theirs ?? 'absent'} → ${own ?? 'absent'}` }];
  });
};

/** What of a header has to be equal. */
const headerForm = (name: string, value: string): string => {
  if (name === 'etag')
    return value
      .replaceAll(/[0-9A-HJKMNP-TV-Z]{50,}/g, (hash) => `hash of ${hash.length}`)
      .replace(/^"\d+"$/, '"number"')
      .replace(/^(tos|pp)-.*$/, 'label');
  if (name === 'expires' || name === 'last-modified')
    return /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/.test(value) ? 'date' : value;
  if (name === 'taler-terms-version') return value.length > 0 ? 'label' : '';
  // the recorder's library joins repeated headers
  return [...new Set(value.split(',').map((part) => part.trim()))].toSorted().join(',');
};

const compareBodies = (
  recorded: NonNullable<Answered>,
  ours: NonNullable<Answered>,
  strictness: Strictness,
): readonly Finding[] => {
  if (recorded.json !== undefined) return compareJson(recorded.json, ours.json, '', strictness);
  if (recorded.headers['etag']?.startsWith('"') === true && !Buffer.from(recorded.bytes).equals(ours.bytes))
    return [{ member: 'body', said: 'other bytes' }];
  return recorded.bytes.length > 0 === ours.bytes.length > 0
    ? []
    : [{ member: 'body', said: `${recorded.bytes.length} bytes → ${ours.bytes.length} bytes` }];
};

const compareJson = (recorded: unknown, ours: unknown, where: string, strictness: Strictness): readonly Finding[] => {
  const member = where.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  const differs = (): readonly Finding[] => [
    { member: member || 'body', said: `${where}: ${short(recorded)} → ${short(ours)}` },
  ];
  if (kindOf(recorded) !== kindOf(ours)) return differs();
  if (Array.isArray(recorded) && Array.isArray(ours)) {
    if (OWN_LISTS.includes(member)) return compareKinds(recorded, ours, where, strictness);
    if (recorded.length !== ours.length)
      return [
        {
          member: member || 'body',
          said: `${where}: ${recorded.length} entries ${typesOf(recorded)} → ${ours.length} ${typesOf(ours)}`,
        },
      ];
    return recorded.flatMap((each, index) => compareJson(each, ours[index], `${where}.${index}`, strictness));
  }
  if (typeof recorded === 'object' && recorded !== null) {
    const [theirs, own] = [asObject(recorded), asObject(ours)];
    return [...new Set([...Object.keys(theirs), ...Object.keys(own)])].flatMap((name) => {
      if (!(name in theirs)) return [{ member: name, said: `${where}.${name}: absent → ${short(own[name])}` }];
      if (!(name in own)) return [{ member: name, said: `${where}.${name}: ${short(theirs[name])} → absent` }];
      return compareJson(theirs[name], own[name], `${where}.${name}`, strictness);
    });
  }
  return isSameValue(
    recorded,
    ours,
    where.split('.').filter((part) => !/^\d+$/.test(part)),
    strictness,
  )
    ? []
    : differs();
};

/** Each recorded kind of entry against ours of the same cipher and future. */
const compareKinds = (
  recorded: readonly unknown[],
  ours: readonly unknown[],
  where: string,
  strictness: Strictness,
): readonly Finding[] =>
  recorded.flatMap((each, index) => {
    const twin = ours.find(
      (own) =>
        asObject(own)['cipher'] === asObject(each)['cipher'] && asObject(own)['value'] === asObject(each)['value'],
    );
    return twin === undefined
      ? typeof each === 'string'
        ? []
        : [{ member: where, said: `${where}.${index}: ${short(each)} has no twin` }]
      : compareJson(each, twin, `${where}.${index}`, strictness);
  });

const isSameValue = (recorded: unknown, ours: unknown, names: readonly string[], strictness: Strictness): boolean => {
  const member = names.at(-1) ?? '';
  if (
    recorded === ours ||
    OWN_NUMBERS.includes(member) ||
    OWN_WORDS.includes(member) ||
    OWN_WORDS.includes(names.slice(-2).join('.'))
  )
    return true;
  if (member === 't_s')
    return (
      typeof recorded === 'number' &&
      typeof ours === 'number' &&
      (strictness === 'form' ||
        names.some((name) => OWN_TIMES.test(name)) ||
        Math.abs(recorded - ours) <= CLOCK_TOLERANCE_S)
    );
  if (typeof recorded !== 'string' || typeof ours !== 'string') return false;
  return (
    (strictness === 'form' || OWN_KEYS.includes(member)) &&
    isBase32(recorded) &&
    isBase32(ours) &&
    (recorded.length === ours.length || ANY_LENGTH.includes(member))
  );
};

const isBase32 = (text: string): boolean => /^[0-9A-HJKMNP-TV-Z]{26,}$/.test(text);
const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);
const short = (value: unknown): string => (JSON.stringify(value) ?? 'undefined').slice(0, 100);
const typesOf = (list: readonly unknown[]): string => list.map((each) => asText(asObject(each)['type'])).join(' ');

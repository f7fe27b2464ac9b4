// SPDX-License-Identifier: GPL-3.0-or-later
import { isObject, type JsonObject } from '../bytes/json.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { canonicalJson, isTooDeep, type Json } from '../bytes/canonical-json.ts';
import { bytesToCrock, parseCrock, str0, utf8 } from '../bytes/encodings.ts';
import { hashJson0 } from '../crypto/hash.ts';
import { kdf } from '../crypto/kdf.ts';

/** The contract terms break a rule that their hash depends on (error 7020). */
export type ContractMalformed = {
  readonly kind: 'contract-malformed';
  readonly why: 'not-an-object' | 'depth' | 'member-name' | 'number' | 'forgettable' | 'forgotten';
};

const FORGETTABLE = '$forgettable';
const FORGOTTEN = '$forgotten';
const MEMBER_NAME = /^[0-9A-Za-z_]+$/;

/** `h_contract`, 64 bytes: the hash of the terms as received, the same before and after members were forgotten. */
export const hashContract = (terms: unknown): Result<Uint8Array, ContractMalformed> => {
  const fault = findMalformation(terms);
  return fault ? err(fault) : ok(hashJson0(scrubContract(terms)));
};

/** Terms are kept as a member of an entry, which has to have a canonical form as a whole. */
const DEPTH_IN_ENTRY = 1;

/** The first rule that contract terms break, or undefined when they are well-formed. */
export const findMalformation = (terms: unknown): ContractMalformed | undefined => {
  if (!isObject(terms)) return malformed('not-an-object');
  return isTooDeep(terms, DEPTH_IN_ENTRY) ? malformed('depth') : findFault(terms);
};

/** The terms with everything forgettable replaced by its hash, the form that `h_contract` covers; for well-formed terms. */
export const scrubContract = (terms: unknown): unknown => {
  if (Array.isArray(terms)) return terms.map(scrubContract);
  if (!isObject(terms)) return terms;
  const members = Object.entries(terms).map(([name, value]): [string, unknown] => [
    name,
    name.startsWith('$') ? value : scrubContract(value),
  ]);
  const names = Object.keys(saltsOf(terms));
  return names.reduce<JsonObject>((scrubbed, name) => forgetMember(scrubbed, name), fromEntries(members));
};

/** The object without one forgettable member: its hash moves to `$forgotten`, so `h_contract` stays as it was. Other names are left alone. */
export const forgetMember = (object: JsonObject, name: string): JsonObject => {
  const { [name]: salt, ...otherSalts } = saltsOf(object);
  if (salt === undefined || !Object.hasOwn(object, name)) return object;
  const forgotten = isObject(object[FORGOTTEN]) ? object[FORGOTTEN] : {};
  const hash = Object.hasOwn(forgotten, name) ? forgotten[name] : memberHash(object[name], salt);
  const rest = Object.entries(object).filter(
    ([member]) => member !== name && member !== FORGETTABLE && member !== FORGOTTEN,
  );
  if (Object.keys(otherSalts).length > 0) rest.push([FORGETTABLE, otherSalts]);
  rest.push([
    FORGOTTEN,
    fromEntries([...Object.entries(forgotten).filter(([member]) => member !== name), [name, hash]]),
  ]);
  return fromEntries(rest);
};

/** The salt counts as text: what it encodes is of no interest. */
const memberHash = (value: unknown, salt: string): Json =>
  bytesToCrock(kdf(64, str0(canonicalJson(scrubContract(value))), utf8(salt)));

const saltsOf = (object: JsonObject): { readonly [member: string]: string } => {
  const salts = Object.hasOwn(object, FORGETTABLE) ? object[FORGETTABLE] : undefined;
  if (!isObject(salts)) return {};
  return Object.fromEntries(
    Object.entries(salts).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
};

const findFault = (value: unknown): ContractMalformed | undefined => {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return malformed('number');
  if (Array.isArray(value)) return firstOf(value, findFault);
  if (!isObject(value)) return undefined;
  return firstOf(Object.entries(value), ([name, member]) => {
    if (name === FORGETTABLE) return isForgettable(member, value) ? undefined : malformed('forgettable');
    if (name === FORGOTTEN) return isForgotten(member, value) ? undefined : malformed('forgotten');
    return MEMBER_NAME.test(name) ? findFault(member) : malformed('member-name');
  });
};

const isForgettable = (salts: unknown, owner: JsonObject): boolean =>
  isObject(salts) &&
  Object.entries(salts).every(
    ([name, salt]) => typeof salt === 'string' && Object.hasOwn(owner, name) && MEMBER_NAME.test(name),
  );

const isForgotten = (hashes: unknown, owner: JsonObject): boolean =>
  isObject(hashes) &&
  Object.entries(hashes).every(
    ([name, hash]) => typeof hash === 'string' && parseCrock(hash, 64).ok && !Object.hasOwn(owner, name),
  );

const firstOf = <T>(
  items: readonly T[],
  find: (item: T) => ContractMalformed | undefined,
): ContractMalformed | undefined => {
  for (const item of items) {
    const fault = find(item);
    if (fault) return fault;
  }
  return undefined;
};

/** Object.fromEntries defines own members, so a member called `__proto__` stays a member and cannot drop out of the hash. */
const fromEntries = (entries: readonly (readonly [string, unknown])[]): JsonObject => Object.fromEntries(entries);

const malformed = (why: ContractMalformed['why']): ContractMalformed => ({ kind: 'contract-malformed', why });

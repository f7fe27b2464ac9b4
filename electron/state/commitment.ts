// SPDX-License-Identifier: GPL-3.0-or-later
import { canonicalJson } from '../taler/bytes/canonical-json.ts';
import { bytesToCrock, concatBytes, parseCrock, utf8 } from '../taler/bytes/encodings.ts';
import { isObject, memberOf } from '../taler/bytes/json.ts';
import { eddsaPublicKey } from '../taler/crypto/eddsa.ts';
import { hashWire, sha512 } from '../taler/crypto/hash.ts';
import { kdf } from '../taler/crypto/kdf.ts';
import { sessionMark } from '../taler/coin/refresh-v32.ts';
import { GIVEN_SCHEME, V32_SCHEME } from '../taler/coin/schemes.ts';
import { rememberedPairs } from './key-pairs.ts';

// What money hangs on is written once, and an entry's id is made of it: with anything else in it the entry would be called
// otherwise. So a copy by somebody who once had the secret can add entries, and can take the place of none (FORMAT.md#ids).

/** The members that an id is made of, by what it is the id of; those that an entry does not have are left out. */
const CORE = {
  batch: ['seed', 'selection', 'scheme', 'blinding', 'bootstrap'],
  withdrawal: ['exchange', 'master_pub', 'reserve', 'reserve_priv', 'amount'],
  refresh: [
    'exchange',
    'master_pub',
    'old_coin',
    'old_coin_pub',
    'seed',
    'scheme',
    'selection',
    'melt_amount',
    'fee',
    'reason',
    'purchase',
    'transfer_pub',
    'refunds',
    'created',
    'old_sig',
  ],
  /** what is found by link is found by each device at its own time */
  link: ['exchange', 'master_pub', 'old_coin', 'seed', 'selection', 'melt_amount', 'fee', 'reason', 'transfer_pub'],
  deposit: [
    'exchange',
    'master_pub',
    'wire_salt',
    'h_wire',
    'merchant_priv',
    'h_contract',
    'amount',
    'wire_fee',
    'timestamp',
    'refund_deadline',
    'wire_deadline',
    'created',
  ],
} as const;

type Committed = keyof typeof CORE;

const ID_BYTES = 16;
const NONCE_BYTES = 8;
const TAIL_BYTES = 12;
const LINK = 'link ';
const NOTHING = new Uint8Array(0);

/** The hash over what is written once, under the name of what it is. */
const digest = (what: Committed, value: object, nonce: Uint8Array = NOTHING): Uint8Array => {
  const core = Object.fromEntries(
    CORE[what].flatMap((name) => (memberOf(value, name) === undefined ? [] : [[name, memberOf(value, name)]])),
  );
  return sha512(utf8(`holdfast-id ${what}\0`), nonce, utf8(canonicalJson(core)));
};

/** The id of a batch, which its seed makes unlike any other. */
export const idOfBatch = (batch: object): string => bytesToCrock(digest('batch', batch).slice(0, ID_BYTES));

/** The id of a refresh session; of one that was found by link it is the same on every device. */
export const idOfRefresh = (refresh: object): string =>
  memberOf(refresh, 'transfer_pub') === undefined
    ? bytesToCrock(digest('refresh', refresh).slice(0, ID_BYTES))
    : `${LINK}${bytesToCrock(digest('link', refresh).slice(0, ID_BYTES))}`;

/** The id of a deposit, which its key makes unlike any other. */
export const idOfDeposit = (deposit: object): string => bytesToCrock(digest('deposit', deposit).slice(0, ID_BYTES));

/** The id of a withdrawal: several may draw the same sum from one reserve, so `nonce`, 8 bytes, tells them apart and is a part of the id. */
export const idOfWithdrawal = (withdrawal: object, nonce: Uint8Array): string =>
  bytesToCrock(concatBytes(nonce, digest('withdrawal', withdrawal, nonce).slice(0, TAIL_BYTES)));

/** The nonce of the withdrawal that empties a purse: whoever takes it, on whichever device, begins the same one. */
export const nonceOfPurse = (purse: string): Uint8Array => sha512(utf8(purse)).slice(0, NONCE_BYTES);

/** How many random bytes a withdrawal's id begins with. */
export const WITHDRAWAL_NONCE_BYTES = NONCE_BYTES;

/** The private key that belongs to one exchange and to what is `bound` with it: with anything else it would be another key. */
export const placeKey = (keySeed: Uint8Array, place: Place): Uint8Array =>
  kdf(
    32,
    keySeed,
    'holdfast-place-key-salt',
    canonicalJson({ exchange: place.exchange, master_pub: place.master_pub, bound: place.bound ?? null }),
  );

type Place = { readonly exchange: unknown; readonly master_pub: unknown; readonly bound?: unknown };

const PURSE = [
  'merge_priv',
  'contract_priv',
  'amount',
  'h_contract',
  'purse_expiration',
  'invoice',
  'reissue',
  'reserve',
  'merge_timestamp',
] as const;

/** What the key of a purse of ours is bound to besides its exchange, as one text. */
export const boundOfPurse = (purse: object): string => {
  const facts = Object.fromEntries(
    PURSE.flatMap((name) => (memberOf(purse, name) === undefined ? [] : [[name, memberOf(purse, name)]])),
  );
  return bytesToCrock(sha512(utf8('holdfast-purse\0'), utf8(canonicalJson(facts))).slice(0, 32));
};

/** Whether an entry's id is made of what it says. Called where copies come in, and never for what is here: it costs a key each, once. */
export const isCommitted = (kind: string, id: string, value: unknown): boolean => {
  if (!isObject(value)) return false;
  switch (kind) {
    case 'reserve':
      return isKeyOf(id, value, 'priv', value['bound']);
    case 'push-out':
    case 'pull-out':
      return isKeyOf(id, value, 'purse_priv', boundOfPurse(value));
    case 'withdrawal':
      return isWithdrawal(id, value) && hasReserveKey(value) && areBatches(value['batches']);
    case 'refresh':
      return id === idOfRefresh(value) && hasOldKey(value) && mayBeSame(value) && isOfItsScheme(value);
    case 'deposit':
      return id === idOfDeposit(value) && isWireHash(value);
    default:
      return true;
  }
};

const isKeyOf = (id: string, value: object, name: string, bound: unknown): boolean => {
  const [priv, seed] = [bytesOf(memberOf(value, name)), bytesOf(memberOf(value, 'key_seed'))];
  if (!priv || !seed) return false;
  const place = { exchange: memberOf(value, 'exchange'), master_pub: memberOf(value, 'master_pub'), bound };
  return Buffer.compare(priv, placeKey(seed, place)) === 0 && isPublicOf(id, priv);
};

/** What is known of keys in this thread. */
export const keyPairs = rememberedPairs(eddsaPublicKey);
const isPublicOf = keyPairs.isPair;

const isWithdrawal = (id: string, value: object): boolean => {
  const read = parseCrock(id, NONCE_BYTES + TAIL_BYTES);
  return read.ok && id === idOfWithdrawal(value, read.value.slice(0, NONCE_BYTES));
};

/** The key of a reserve that another program made is the key of the reserve that is named. */
const hasReserveKey = (value: object): boolean => {
  const priv = memberOf(value, 'reserve_priv');
  if (priv === undefined) return true;
  const key = bytesOf(priv);
  return key !== undefined && isPublicOf(memberOf(value, 'reserve'), key);
};

const areBatches = (batches: unknown): boolean =>
  isObject(batches) && Object.entries(batches).every(([id, batch]) => isObject(batch) && id === idOfBatch(batch));

/** The key of an old coin that has left is the key the session was made for. */
const hasOldKey = (value: object): boolean => {
  const priv = memberOf(value, 'old_priv');
  if (priv === undefined) return true;
  const key = bytesOf(priv);
  return key !== undefined && isPublicOf(memberOf(value, 'old_coin_pub'), key);
};

/** The account is let go of once its person has forgotten it; its hash stays. */
const isWireHash = (value: object): boolean => {
  const [payto, salt] = [memberOf(value, 'payto'), memberOf(value, 'wire_salt')];
  if (payto === '') return true;
  const read = typeof salt === 'string' ? parseCrock(salt, 16) : undefined;
  return (
    read?.ok === true &&
    typeof payto === 'string' &&
    memberOf(value, 'h_wire') === bytesToCrock(hashWire(payto, read.value))
  );
};

/** Only what was found by link can turn out to be another session. */
const mayBeSame = (value: object): boolean =>
  memberOf(value, 'same_as') === undefined || memberOf(value, 'transfer_pub') !== undefined;

/** The id of a found session does not hold its scheme; what its seed and its name have to do with each other does. */
const isOfItsScheme = (value: object): boolean => {
  const [pub, scheme, seed] = [
    memberOf(value, 'transfer_pub'),
    memberOf(value, 'scheme') ?? 1,
    memberOf(value, 'seed'),
  ];
  if (pub === undefined || ![1, GIVEN_SCHEME, V32_SCHEME].includes(Number(scheme))) return true;
  const read = typeof seed === 'string' ? parseCrock(seed, 64) : undefined;
  const isMarked = read?.ok === true && pub === bytesToCrock(sessionMark(read.value));
  return isMarked === (scheme === V32_SCHEME);
};

const bytesOf = (text: unknown): Uint8Array | undefined => {
  const read = typeof text === 'string' ? parseCrock(text, 32) : undefined;
  return read?.ok === true ? read.value : undefined;
};

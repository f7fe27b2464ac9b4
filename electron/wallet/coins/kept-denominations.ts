// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../shared/amount.ts';
import { timestampToMs } from '../../../shared/time.ts';
import { exchangeId, type ExchangeEntry } from '../../state/entry.ts';
import { withField } from '../../state/register.ts';
import type { Reader, Tx } from '../../storage/store.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import type { Denomination, ExchangeKeys } from '../../taler/exchange/keys/model.ts';
import { readKeptDenomination } from '../../taler/exchange/keys/keys.ts';

// An exchange takes a denomination off its list when it is revoked or has expired. Without it a request that was sent
// could not be sent again, a revoked coin not be given back, an expired one not be told from a lost one. So what the list
// says of a denomination is kept with the exchange's entry from the moment something of ours is made with it: then it
// travels with every backup, and a restored wallet knows it too.

const PREFIX = 'denomination ';
/** How long after the last day of its coins a denomination is kept: later nothing can come of it any more, whichever copy may still turn up. */
const FORGET_AFTER_MS = 90 * 24 * 3_600_000;

/** The keys, with the denominations of ours that the list does not name any more; none of them is for new coins. */
export const withKeptDenominations = (reader: Pick<Reader, 'entry'>, keys: ExchangeKeys): ExchangeKeys => {
  const kept = Object.entries(readExchange(reader, keys)?.fields ?? {}).flatMap(([name, { value }]) => {
    const hash = name.startsWith(PREFIX) ? name.slice(PREFIX.length) : undefined;
    if (hash === undefined || keys.denominations.has(hash)) return [];
    // Another copy wrote it: what the master key has not signed, or what is another denomination, says nothing.
    const denomination = readKeptDenomination(value, keys);
    return denomination?.hash === hash ? [[hash, { ...denomination, selectable: false }] as const] : [];
  });
  return kept.length === 0 ? keys : { ...keys, denominations: new Map([...keys.denominations, ...kept]) };
};

/** Writes down what the list says of these denominations, in the transaction that plans something with them. */
export const keepDenominations = (tx: Tx, keys: ExchangeKeys, hashes: Iterable<string>): void => {
  const exchange = readExchange(tx, keys);
  if (!exchange) return;
  let { fields } = exchange;
  for (const hash of new Set(hashes)) {
    const denomination = keys.denominations.get(hash);
    const name = `${PREFIX}${hash}`;
    if (denomination?.key === undefined || (fields[name]?.value ?? null) !== null) continue;
    fields = withField(fields, name, asListed(denomination, denomination.key.encoded), tx.clock());
  }
  if (fields !== exchange.fields) tx.put('exchange', exchangeId(keys.baseUrl, keys.masterPub), { ...exchange, fields });
};

/**
 * The same for every coin and every unfinished request at an exchange: some may come from a copy that kept nothing. What no
 * entry refers to any more is forgotten long after its end; its name stays with nothing in it, so that an older copy does not
 * bring it back.
 */
export const keepOwnDenominations = (
  tx: Tx,
  lists: readonly ExchangeKeys[],
  { baseUrl, nowMs }: { readonly baseUrl: string; readonly nowMs: number },
): void => {
  const hashes = new Set<string>();
  for (const { value } of tx.coins({ exchange: baseUrl })) if (value.status !== 'spent') hashes.add(value.h);
  for (const { value } of tx.entries('withdrawal')) {
    if (value.exchange !== baseUrl || value.status === 'done' || value.status === 'aborted') continue;
    for (const { selection } of Object.values(value.batches)) for (const { h } of selection) hashes.add(h);
  }
  for (const { value } of tx.entries('refresh')) {
    if (value.exchange !== baseUrl || (value.status !== 'planned' && value.status !== 'melted')) continue;
    for (const { h } of value.selection) hashes.add(h);
  }
  for (const keys of lists) keepDenominations(tx, keys, hashes);
  for (const keys of lists.slice(-1)) forgetDenominations(tx, keys, { hashes, nowMs });
};

const forgetDenominations = (
  tx: Tx,
  keys: ExchangeKeys,
  { hashes, nowMs }: { readonly hashes: ReadonlySet<string>; readonly nowMs: number },
): void => {
  const exchange = readExchange(tx, keys);
  if (!exchange) return;
  const isOver = (value: unknown): boolean => {
    const kept = readKeptDenomination(value, keys);
    return kept !== undefined && timestampToMs(kept.stampExpireDeposit) + FORGET_AFTER_MS < nowMs;
  };
  let { fields } = exchange;
  for (const [name, { value }] of Object.entries(fields)) {
    if (!name.startsWith(PREFIX) || value === null || hashes.has(name.slice(PREFIX.length)) || !isOver(value)) continue;
    fields = withField(fields, name, null, tx.clock());
  }
  if (fields !== exchange.fields) tx.put('exchange', exchangeId(keys.baseUrl, keys.masterPub), { ...exchange, fields });
};

const readExchange = (reader: Pick<Reader, 'entry'>, keys: ExchangeKeys): ExchangeEntry | undefined =>
  reader.entry('exchange', exchangeId(keys.baseUrl, keys.masterPub))?.value;

/** In the form of v14's flat list, which says all of one denomination in one place. */
const asListed = (denomination: Denomination, key: Uint8Array) => ({
  denom_pub: { cipher: 'RSA', rsa_public_key: bytesToCrock(key), age_mask: denomination.ageMask },
  value: amountToText(denomination.value),
  fee_withdraw: amountToText(denomination.feeWithdraw),
  fee_deposit: amountToText(denomination.feeDeposit),
  fee_refresh: amountToText(denomination.feeRefresh),
  fee_refund: amountToText(denomination.feeRefund),
  stamp_start: denomination.stampStart,
  stamp_expire_withdraw: denomination.stampExpireWithdraw,
  stamp_expire_deposit: denomination.stampExpireDeposit,
  stamp_expire_legal: denomination.stampExpireLegal,
  master_sig: denomination.masterSig,
});

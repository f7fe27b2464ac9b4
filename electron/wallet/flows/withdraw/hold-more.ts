// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, parseAmount, type Amount } from '../../../../shared/amount.ts';
import { exchangeId, type Withdrawal } from '../../../state/entry.ts';
import { withField } from '../../../state/register.ts';
import { bytesToCrock, crockToBytes } from '../../../taler/bytes/encodings.ts';
import { eddsaPublicKey } from '../../../taler/crypto/eddsa.ts';
import type { Wallets } from '../../context.ts';
import type { OpenExchange } from '../../exchanges.ts';
import type { WalletFailure } from '../../failure/failure.ts';
import { readBalances } from '../../ledger/balance.ts';
import { accountKeyOf } from '../../ledger/reserve.ts';
import { beyondAgreed, costOfRest } from '../../spend/within-fees.ts';

// An exchange may want to know who holds more of its money than a sum it names. It is asked before the money becomes coins, with one key for
// the whole wallet, so that its owner answers once; the answer and the key stand in registers of the exchange's entry.

const ALLOWED = 'may hold';
const ACCOUNT = 'holder';

type Rest = { readonly id: string; readonly withdrawal: Withdrawal; readonly balance: Amount };

/** Why what is left in a reserve may not become coins yet, if it may not: it costs more than was agreed to, or the exchange wants an answer first. */
export const mayNotDraw = async (
  wallets: Wallets,
  open: OpenExchange,
  rest: Rest,
): Promise<WalletFailure | undefined> =>
  beyondAgreed(open.keys.baseUrl, costOfRest(wallets, open.keys, rest)) ??
  (await unlessMayHold(wallets, open, rest.withdrawal, rest.balance));

const unlessMayHold = async (
  { store }: Wallets,
  { client, keys }: OpenExchange,
  withdrawal: Withdrawal,
  more: Amount,
): Promise<WalletFailure | undefined> => {
  if (keys.balanceLimits.length === 0) return undefined;
  const held = readBalances(store).find(({ exchange }) => exchange === keys.baseUrl)?.total;
  const then = more.units + (held === undefined ? 0n : amount(held).units);
  const threshold = keys.balanceLimits.findLast(({ units }) => units < then);
  if (threshold === undefined) return undefined;
  const at = exchangeId(keys.baseUrl, keys.masterPub);
  const fields = store.entry('exchange', at)?.value.fields ?? {};
  const known = fields[ALLOWED]?.value;
  const allowed = parseAmount(typeof known === 'string' ? known : '');
  if (allowed.ok && allowed.value.currency === threshold.currency && allowed.value.units >= threshold.units)
    return undefined;
  const holder = fields[ACCOUNT]?.value;
  const reserve = typeof holder === 'string' ? holder : undefined;
  const place = { exchange: keys.baseUrl, master_pub: keys.masterPub };
  const priv = accountKeyOf(store, { ...place, reserve }) ?? accountKeyOf(store, withdrawal);
  if (priv === undefined) throw new Error('defect: a withdrawal without its reserve key');
  const accountPriv = crockToBytes(priv, 32);
  const accountPub = bytesToCrock(eddsaPublicKey(accountPriv));
  const answer = await client.mayHold({ accountPriv, threshold });
  const asked = !answer.ok && answer.error.kind === 'kyc-required' ? answer.error : undefined;
  if (!answer.ok && asked === undefined) return answer.error;
  store.transaction((tx) => {
    const entry = tx.entry('exchange', at)?.value;
    if (!entry) return;
    const named = withField(entry.fields, ACCOUNT, accountPub, tx.clock());
    const next = answer.ok ? withField(named, ALLOWED, amountToText(threshold), tx.clock()) : named;
    tx.put('exchange', at, { ...entry, fields: next });
  });
  return asked && { ...asked, accountPub, holds: amountToText(threshold) };
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { timestampToMs } from '../../../../shared/time.ts';
import type { Reader } from '../../../storage/store.ts';
import { crockToBytes, parseCrock } from '../../../taler/bytes/encodings.ts';
import type { HistoryEntry } from '../../../taler/exchange/answers.ts';
import { JOB_MS } from '../../ledger/abroad.ts';
import { coinAccount, type CoinAccount } from '../../ledger/account.ts';
import { readUses, type UsesReader } from '../../ledger/uses.ts';
import { DAY_MS } from '../flow.ts';
import { planAgain } from '../refresh/again.ts';
import { growingLater, later, type Look, type Seen, SETTLED, SILENT } from './look.ts';
import { signatureOf } from './signature.ts';

/** Where a coin is as the entries say; undefined when it is not here. */
export const accountOf = (reader: UsesReader & Pick<Reader, 'entry'>, id: string): CoinAccount | undefined => {
  const entry = reader.entry('coin', id);
  return entry && coinAccount(entry, readUses(reader));
};

/** Asks what a coin is worth that a copy has lowered or given away, and plans new coins for what is still in it beyond what is counted here. */
export const lookAtCoin = async (look: Look, id: string): Promise<Seen> => {
  const { wallets, open } = look;
  const account = accountOf(wallets.store, id);
  if (!account) return SETTLED;
  // The end of what is under way tells.
  if (account.busy || isUnderWay(wallets.store, id)) return later(DAY_MS);
  const denomination = open.keys.denominations.get(account.coin.h);
  const keys = wallets.coinKeys.keysOf(id);
  if (!denomination || !keys) return growingLater(look);
  if (timestampToMs(denomination.stampExpireDeposit) <= wallets.world.now()) return SETTLED;
  const history = await open.client.coinHistory({ coinPriv: keys.coinPriv, denomination });
  // Where no account of a coin is kept, perhaps one will be.
  if (!history.ok) return history.error.kind === 'unsupported-operation' ? growingLater(look) : SILENT;
  const entries = history.value.state === 'known' ? history.value.entries : [];
  const balance = history.value.state === 'known' ? history.value.balance.units : account.face;
  if (balance <= account.held) return entries.length === 0 ? SETTLED : inPurses(look, entries);
  const signature = await signatureOf(look, { id, coin: account.coin, denomination, keys });
  if (!signature) return growingLater(look);
  const isPlanned = wallets.store.transaction((tx) => {
    const now = accountOf(tx, id);
    if (!now || now.busy || isUnderWay(tx, id) || balance <= now.held) return true;
    return planAgain(wallets, tx, open.keys, { account: now, more: balance - now.held, signature });
  });
  // Asked once more when it is done: another may have been faster, or have changed this coin again.
  return isPlanned ? later(DAY_MS) : growingLater(look);
};

/** True while a session that was planned by such a look waits for its turn. */
const isUnderWay = (reader: Pick<Reader, 'entries'>, id: string): boolean =>
  reader
    .entries('refresh')
    .some(({ value }) => value.old_coin === id && value.old_sig !== undefined && value.status === 'planned');

/** What lies in a purse that nobody has taken yet comes back into the coin when the purse's time is over, and is looked for then. */
const inPurses = async (look: Look, entries: readonly HistoryEntry[]): Promise<Seen> => {
  const { open, wallets } = look;
  const sums = new Map<string, bigint>();
  for (const { type, amount, detail } of entries) {
    const purse = detail['purse_pub'];
    if (typeof purse !== 'string') continue;
    const sign = type === 'PURSE-DEPOSIT' ? 1n : type === 'PURSE-REFUND' ? -1n : 0n;
    sums.set(purse, (sums.get(purse) ?? 0n) + sign * amount.units);
  }
  let untilMs = 0;
  for (const [purse, sum] of sums) {
    if (sum <= 0n || !parseCrock(purse, 32).ok) continue;
    const status = await open.client.purseStatus({ pursePub: crockToBytes(purse, 32), waitFor: 'merge' });
    if (!status.ok && status.error.kind === 'purse-expired') untilMs = Math.max(untilMs, wallets.world.now());
    else if (status.ok && (status.value.mergeTimestamp === undefined || status.value.depositTimestamp === undefined))
      untilMs = Math.max(untilMs, timestampToMs(status.value.expiration));
  }
  if (untilMs === 0) return SETTLED;
  const forMs = untilMs + JOB_MS - wallets.world.now();
  return look.asked >= MAX_PURSE_LOOKS ? SETTLED : later(Math.min(Math.max(forMs, DAY_MS), MAX_PURSE_MS));
};

/** v17 calls a purse expired that was taken, too: one that gave nothing back after so many looks was. */
const MAX_PURSE_LOOKS = 3;
const MAX_PURSE_MS = 400 * DAY_MS;

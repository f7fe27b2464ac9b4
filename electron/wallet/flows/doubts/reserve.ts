// SPDX-License-Identifier: GPL-3.0-or-later
import { amount, amountToText, type Amount } from '../../../../shared/amount.ts';
import { msToTimestamp } from '../../../../shared/time.ts';
import { coinId, type Entry, type Withdrawal } from '../../../state/entry.ts';
import type { Reader, Tx } from '../../../storage/store.ts';
import { selectDenominations } from '../../coins/selection.ts';
import { noteLeftThere } from '../../ledger/left-there.ts';
import { putNewWithdrawal, setReserve } from '../../ledger/reserve.ts';
import { DAY_MS } from '../flow.ts';
import { drawBooked } from '../withdraw/booked.ts';
import { isStalled } from '../withdraw/draw.ts';
import { growingLater, later, type Look, type Seen, SETTLED, SILENT } from './look.ts';

/** Has the coins that were signed and are not here, whatever a copy says of their batches. */
export const lookAtWithdrawal = async (look: Look, id: string): Promise<Seen> =>
  (await drawBooked(look.wallets, look.open, id)) ? SETTLED : growingLater(look);

/** So many times what was announced is drawn unasked; an exchange can say any sum. */
const LIKELY = 2n;

/** Asks what is in a reserve, whoever says that it is drained or that nothing comes; what is there and nobody draws is drawn. */
export const lookAtReserve = async (look: Look, id: string): Promise<Seen> => {
  const { wallets, open } = look;
  const reserve = wallets.store.entry('reserve', id)?.value;
  if (!reserve || reserve.master_pub !== open.keys.masterPub) return SETTLED;
  const status = await open.client.reserveStatus({ reservePub: id });
  if (!status.ok) return SILENT;
  const balance = status.value.state === 'known' ? status.value.balance : undefined;
  const how = { nowMs: wallets.world.now(), maxCoins: 1 };
  const isWorth =
    balance !== undefined && selectDenominations(open.keys.denominations.values(), balance, how).coins > 0;
  // Where coins came from, more seldom comes; where none did, it may be on its way.
  if (!isWorth) return hasBroughtCoins(wallets.store, id) ? SETTLED : growingLater(look);
  if (isDrawing(wallets.store, id)) return later(DAY_MS);
  const announced = announcedSum(wallets.store, id);
  if (announced !== undefined && balance.units > announced * LIKELY) {
    noteLeftThere(wallets, id, balance);
    return growingLater(look);
  }
  noteLeftThere(wallets, id, undefined);
  wallets.store.transaction((tx) => {
    if (!isDrawing(tx, id)) draw(look, tx, { id, balance });
  });
  return growingLater(look);
};

const draw = ({ wallets }: Look, tx: Tx, { id, balance }: { readonly id: string; readonly balance: Amount }): void => {
  const reserve = tx.entry('reserve', id)?.value;
  if (!reserve) return;
  const [former] = ofReserve(tx, id);
  const [purse] = pursesOf(tx, id);
  const maxFees = former?.value.max_fees ?? purse?.value.max_fees;
  const { exchange, master_pub } = reserve;
  setReserve(tx, id, 'funded');
  putNewWithdrawal(tx, wallets.world, {
    exchange,
    master_pub,
    reserve: id,
    amount: amountToText(balance),
    created: msToTimestamp(wallets.world.now()),
    origin: purse ? { type: 'peer', purse: purse.id } : (former?.value.origin ?? { type: 'manual', payto: '' }),
    ...(maxFees === undefined ? {} : { max_fees: maxFees }),
    status: 'withdrawing',
    batches: {},
  });
};

type Entries = Pick<Reader, 'entries'>;

const ofReserve = ({ entries }: Entries, reserve: string): readonly Entry<'withdrawal'>[] =>
  entries('withdrawal').filter(({ value }) => value.reserve === reserve);

const pursesOf = ({ entries }: Entries, reserve: string): readonly (Entry<'push-in'> | Entry<'pull-out'>)[] =>
  [...entries('push-in'), ...entries('pull-out')].filter(({ value }) => value.reserve === reserve);

/** Somebody is drawing on it, or will when he sees the money. */
const isDrawing = (reader: Entries, reserve: string): boolean =>
  ofReserve(reader, reserve).some(({ value }) => isAtWork(value));

const isAtWork = (withdrawal: Withdrawal): boolean =>
  withdrawal.status === 'awaiting-transfer' || (withdrawal.status === 'withdrawing' && !isStalled(withdrawal));

/** What is the most that anybody said would come, in units; undefined where nobody said anything. */
const announcedSum = (reader: Entries, reserve: string): bigint | undefined => {
  const said = [...ofReserve(reader, reserve), ...pursesOf(reader, reserve)].map(
    ({ value }) => amount(value.amount).units,
  );
  return said.reduce<bigint | undefined>(
    (most, units) => (most === undefined || units > most ? units : most),
    undefined,
  );
};

const hasBroughtCoins = (reader: Entries & Pick<Reader, 'entry'>, reserve: string): boolean =>
  ofReserve(reader, reserve).some(({ value }) =>
    Object.keys(value.batches).some((batch) => reader.entry('coin', coinId(batch, 0)) !== undefined),
  );

// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText, type Amount } from '../../../shared/amount.ts';
import { msToTimestamp } from '../../../shared/time.ts';
import type { Withdrawal } from '../../state/entry.ts';
import type { Reader, Tx } from '../../storage/store.ts';
import type { World } from '../../world.ts';
import { placeKey, WITHDRAWAL_NONCE_BYTES, idOfWithdrawal } from '../../state/commitment.ts';
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import { eddsaPublicKey } from '../../taler/crypto/eddsa.ts';

/** The key of a new reserve at an exchange, as its entry keeps it. */
export const newReserveKey = (
  { randomBytes }: Pick<World, 'randomBytes'>,
  place: { readonly exchange: string; readonly master_pub: string },
): { readonly pub: string; readonly key: { readonly priv: string; readonly key_seed: string } } => {
  const seed = randomBytes(32);
  const priv = placeKey(seed, place);
  return {
    pub: bytesToCrock(eddsaPublicKey(priv)),
    key: { priv: bytesToCrock(priv), key_seed: bytesToCrock(seed) },
  };
};

/** Writes a withdrawal down under an id of its own, which it returns. */
export const putNewWithdrawal = (tx: Tx, { randomBytes }: Pick<World, 'randomBytes'>, value: Withdrawal): string => {
  const id = idOfWithdrawal(value, randomBytes(WITHDRAWAL_NONCE_BYTES));
  tx.put('withdrawal', id, value);
  return id;
};

/** Moves a reserve's status forward. */
export const setReserve = (tx: Tx, reservePub: string, status: 'funded' | 'drained'): void => {
  const reserve = tx.entry('reserve', reservePub)?.value;
  if (reserve) tx.put('reserve', reservePub, { ...reserve, status });
};

/** What a step at an exchange says of where it is, and the reserve it names. */
type AtReserve = {
  readonly exchange: string;
  readonly master_pub: string;
  readonly reserve?: string | undefined;
  /** of a withdrawal that another program began */
  readonly reserve_priv?: string;
};

/**
 * The private key of the reserve that a step names; undefined when the key is not here, or was made for another exchange. A copy may
 * name any, and what a reserve signs says nowhere which exchange it is for: one could ask another for the money and its owner's page.
 */
export const accountKeyOf = (reader: Pick<Reader, 'entry'>, step: AtReserve | undefined): string | undefined => {
  if (step?.reserve_priv !== undefined) return step.reserve_priv;
  const reserve = step?.reserve === undefined ? undefined : reader.entry('reserve', step.reserve)?.value;
  return reserve?.exchange === step?.exchange && reserve?.master_pub === step?.master_pub ? reserve?.priv : undefined;
};

/**
 * Begins a withdrawal of what has come into the reserve of an earlier one since. A withdrawal that is drawing on that reserve already
 * takes whatever is in it, so then there is none to begin.
 */
export const drawAgain = (
  tx: Tx,
  world: World,
  { exchange, master_pub, reserve, reserve_priv: priv, origin, max_fees: maxFees }: Withdrawal,
  sum: Amount,
  more: { readonly recoup?: true } = {},
): void => {
  const isDrawing = tx
    .entries('withdrawal')
    .some(({ value }) => value.reserve === reserve && value.status === 'withdrawing');
  if (isDrawing) return;
  putNewWithdrawal(tx, world, {
    exchange,
    master_pub,
    reserve,
    ...(priv === undefined ? {} : { reserve_priv: priv }),
    amount: amountToText(sum),
    created: msToTimestamp(world.now()),
    origin,
    // What its person agreed to lose of the first transfer may be lost of each, and nothing more without asking.
    ...(maxFees === undefined ? {} : { max_fees: maxFees }),
    ...more,
    status: 'withdrawing',
    batches: {},
  });
};

// SPDX-License-Identifier: GPL-3.0-or-later
import { amount } from '../../shared/amount.ts';
import { crockToBytes, parseCrock } from '../taler/bytes/encodings.ts';
import { hashWire } from '../taler/crypto/hash.ts';
import { abilitiesOf } from '../taler/exchange/generation.ts';
import { createCoinKeyRing } from '../wallet/coins/coins.ts';
import { explained, failed, holds, notReached, notTried } from './checks.ts';
import { WORK_MS, type MoneyWalk } from './walk.ts';

/** What is left goes back to where it came from, or to where its person said. */
export const payOut = async (walk: MoneyWalk): Promise<void> => {
  walk.begin('payout');
  const id = walk.store.entries('deposit')[0]?.id ?? (await beginPayout(walk));
  if (id === undefined) {
    const isWanted = !walk.wish.keeps;
    walk.note((isWanted ? notReached : notTried)('payout-status', { kind: 'before', facts: {} }));
    return;
  }
  const { store, settle, note, signal, stuck } = walk;
  const now = () => store.entry('deposit', id)?.value;
  await settle(() => now()?.status !== 'planned', WORK_MS);
  const { status = '', amount: sum = '', why } = now() ?? {};
  const told = stuck();
  if (status === 'deposited' || status === 'done') note(holds({ kind: 'payout', facts: { sum } }));
  else if (told !== undefined) note(explained('payout', told));
  else if (why !== undefined) note(failed('payout', { kind: 'deposit-refused', why }));
  else note(notReached('payout', { kind: signal.aborted ? 'stopped' : 'unfinished', facts: {} }));
  walk.begin('payout-status');
  await lookAtStatus(walk, id);
};

const beginPayout = async (walk: MoneyWalk): Promise<string | undefined> => {
  const { wallet, wish, keys, note } = walk;
  if (wish.keeps) {
    note(notTried('payout', { kind: 'keeps', facts: {} }));
    return undefined;
  }
  if (wallet.balances().every(({ total }) => amount(total).units === 0n)) {
    note(notReached('payout', { kind: 'before', facts: {} }));
    return undefined;
  }
  const payto = wish.payto ?? (await originOf(walk));
  if (payto === undefined) {
    note(notReached('payout', { kind: 'no-account', facts: {} }));
    return undefined;
  }
  const most = await wallet.mostToDeposit({ currency: keys.currency, payto });
  if (!most.ok) {
    note(failed('payout', most.error));
    return undefined;
  }
  if (amount(most.value.amount).units === 0n) {
    note(notReached('payout', { kind: 'too-little', facts: {} }));
    return undefined;
  }
  const wanted = { amount: most.value.amount, payto };
  const offer = await wallet.prepareDeposit(wanted);
  const made = offer.ok ? await wallet.deposit({ ...wanted, shown: offer.value.total }) : offer;
  if (made.ok) return made.value.id;
  note(failed('payout', made.error));
  return undefined;
};

/** The account that the money came from, as the exchange says. It is asked and not remembered: what is remembered is in a report. */
const originOf = async ({ store, client, keys }: MoneyWalk): Promise<string | undefined> => {
  const drawn = store.entries('withdrawal').find(({ value }) => value.origin.type !== 'peer')?.value.reserve;
  const reserve = store.entry('reserve', drawn ?? '');
  if (reserve === undefined) return undefined;
  if (abilitiesOf(keys).tellsHistories) {
    const told = await client.reserveHistory({ reservePriv: crockToBytes(reserve.value.priv, 32) });
    const from = told.ok ? told.value.entries.map(({ detail }) => detail['sender_account_url']) : [];
    const account = from.find((each) => typeof each === 'string' && each.startsWith('payto://'));
    if (typeof account === 'string') return account;
  }
  const status = await client.reserveStatus({ reservePub: reserve.id });
  return status.ok && status.value.state === 'known' ? status.value.lastOrigin : undefined;
};

const lookAtStatus = async (walk: MoneyWalk, id: string): Promise<void> => {
  const { store, client, note } = walk;
  const deposit = store.entry('deposit', id)?.value;
  const coin = Object.keys(deposit?.coins ?? {})[0] ?? '';
  const keys = createCoinKeyRing(store).keysOf(coin);
  if (deposit === undefined || keys === undefined || walk.checkOf('payout')?.state !== 'holds') {
    note(notReached('payout-status', { kind: 'before', facts: {} }));
    return;
  }
  const salt = crockToBytes(deposit.wire_salt, 16);
  const named = parseCrock(deposit.h_wire ?? '', 64);
  const status = await client.depositStatus({
    merchantPriv: crockToBytes(deposit.merchant_priv, 32),
    hContract: crockToBytes(deposit.h_contract, 64),
    hWire: named.ok ? named.value : hashWire(deposit.payto, salt),
    coinPub: keys.coinPub,
  });
  note(status.ok ? holds({ kind: 'payout-status', facts: {} }) : failed('payout-status', status.error));
};

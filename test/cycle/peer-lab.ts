// SPDX-License-Identifier: GPL-3.0-or-later
import { bytesToCrock, crockToBytes } from '../../electron/taler/bytes/encodings.ts';
import { makePeerTerms, sealPeerContract } from '../../electron/taler/peer/contract.ts';
import { trusting } from '../support/trusting.ts';
import { amount } from '../../shared/amount.ts';
import { mustOk } from '../../shared/result.ts';
import type { PeerOfferView, PeerPaymentView } from '../../shared/view.ts';
import { balanceAt, expectSumsAgree, fund, type OpenWallet, type WalletLab } from './wallet-lab.ts';

export const HOUR = 60 * 60_000;

/** Runs a wallet until nothing is left but waiting for another person. */
export const settle = async (lab: WalletLab, { wallet }: OpenWallet): Promise<void> => {
  for (let round = 0; round < 60; round++) {
    const { pending } = await wallet.run();
    const own = pending.filter(({ waitingFor }) => waitingFor !== 'receiver' && waitingFor !== 'payer');
    if (own.length === 0) break;
    lab.travel(Math.max(1, Math.min(...own.map(({ nextTryAt }) => nextTryAt)) - lab.world.now() + 1));
  }
  expectSumsAgree(wallet);
};

/** A wallet with money. */
export const rich = async (lab: WalletLab, text = 'KUDOS:10'): Promise<OpenWallet> => {
  const open = lab.openWallet();
  await fund(lab, open, text);
  return open;
};

type Received = { readonly offer: PeerOfferView; readonly confirmed: { readonly state: string } };

/** Opens an address, accepts what it offers, and settles. */
export const accept = async (lab: WalletLab, open: OpenWallet, uri: string): Promise<Received> => {
  const offer = mustOk(await trusting((asked) => open.wallet.peer.prepare(uri, asked)), 'offer');
  const confirmed = mustOk(await open.wallet.peer.confirm(offer.id), 'confirmation');
  await settle(lab, open);
  return { offer, confirmed };
};

export const unitsAt = ({ wallet }: OpenWallet, exchange: string): bigint => {
  const { total } = balanceAt(wallet, exchange);
  return total === 'none' ? 0n : amount(total).units;
};

export const lineOf = ({ wallet }: OpenWallet, type: string) => wallet.history().find((each) => each.type === type);

export const stateOf = ({ wallet }: OpenWallet, { id }: PeerPaymentView): string | undefined =>
  wallet.peer.list().find((each) => each.id === id)?.state;

/** What a dishonest wallet would have written: another contract, rightly signed by the purse; for a fault's `changeJson`. */
export const otherContract =
  ({ store }: OpenWallet, id: string, text: string) =>
  (body: unknown): unknown => {
    const push = store.entry('push-out', id)?.value;
    const mine = push ?? store.entry('pull-out', id)?.value;
    if (!mine?.purse_expiration || typeof body !== 'object' || body === null || !('econtract' in body)) return body;
    const summary = 'not what was agreed';
    const terms = makePeerTerms({ amount: amount(text), summary, expiration: mine.purse_expiration });
    const { econtract, econtractSig } = sealPeerContract(terms, {
      contractPriv: crockToBytes(mine.contract_priv, 32),
      pursePriv: crockToBytes(mine.purse_priv, 32),
      ...(push === undefined ? {} : { mergePriv: crockToBytes(push.merge_priv, 32) }),
    });
    return { ...body, econtract: bytesToCrock(econtract), econtract_sig: bytesToCrock(econtractSig) };
  };

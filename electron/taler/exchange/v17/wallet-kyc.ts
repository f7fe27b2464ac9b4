// SPDX-License-Identifier: GPL-3.0-or-later
import { amountToText } from '../../../../shared/amount.ts';
import { err, ok } from '../../../../shared/result.ts';
import { bytesToCrock } from '../../bytes/encodings.ts';
import { eddsaPublicKey, eddsaSign } from '../../crypto/eddsa.ts';
import { accountSetupBlock } from '../../purposes/wallet.ts';
import { post, type Context } from '../context.ts';
import { exchangeFailure } from '../errors.ts';
import type { Exchange } from '../exchange.ts';

/** `POST kyc-wallet` (PROTOCOL.md#withdrawal): the wallet will hold more than the threshold. 200 and 204 are a yes, 451 asks who its owner is. */
export const mayHold =
  (context: Context): Exchange['mayHold'] =>
  async ({ accountPriv, threshold }) => {
    const sent = await post(context, 'kyc-wallet', {
      balance: amountToText(threshold),
      reserve_sig: bytesToCrock(eddsaSign(accountPriv, accountSetupBlock({ threshold }))),
      reserve_pub: bytesToCrock(eddsaPublicKey(accountPriv)),
    });
    if (!sent.ok) return sent;
    const { status } = sent.value.answer;
    if (status === 200 || status === 204) return ok(undefined);
    const failure = await exchangeFailure(context, sent.value);
    // Who names a limit and has nowhere to ask may say so at the withdrawal.
    if (failure.kind === 'unsupported-operation') return ok(undefined);
    return err(
      failure.kind === 'refused' && failure.status === 403
        ? { kind: 'signature-refused', code: failure.code ?? 0 }
        : failure,
    );
  };

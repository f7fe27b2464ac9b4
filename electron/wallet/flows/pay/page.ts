// SPDX-License-Identifier: GPL-3.0-or-later
import { err, ok, type Result } from '../../../../shared/result.ts';
import { linkOfPage } from '../../../taler/merchant/page.ts';
import { checkPlace } from '../../../taler/wire/place.ts';
import { parseTalerUri } from '../../../taler/wire/taler-uri.ts';
import type { Wallets } from '../../context.ts';
import type { WalletFailure } from '../../failure/failure.ts';

/** Asks a page of the web whether it wants money, once its person has pressed; gives the link of the order or offer, which leads no further in than the page itself. */
export const lookAtPage = async (
  { world }: Wallets,
  url: string,
): Promise<Result<{ readonly uri: string }, WalletFailure>> => {
  const link = await linkOfPage(world, url);
  if (!link.ok) return link;
  const uri = parseTalerUri(link.value);
  if (!uri.ok) return uri;
  const { value } = uri;
  if (value.action !== 'pay' && value.action !== 'template')
    return err({
      kind: 'wrong-taler-uri',
      expected: 'pay',
      got: value.action === 'unsupported' ? value.name : value.action,
    });
  const refusal = await checkPlace(world, url, value.merchantBaseUrl);
  return refusal === undefined ? ok({ uri: link.value }) : err({ kind: 'no-order-there', url });
};

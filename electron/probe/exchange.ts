// SPDX-License-Identifier: GPL-3.0-or-later
import { connectExchange } from '../taler/exchange/connect.ts';
import type { Exchange } from '../taler/exchange/exchange.ts';
import type { ExchangeKeys } from '../taler/exchange/keys/model.ts';
import type { Wallet } from '../wallet/wallet.ts';
import { differs, failed, holds } from './checks.ts';
import type { Walk } from './walk.ts';

/** An exchange that has said what it is, and signed it. */
export type Met = { readonly client: Exchange; readonly keys: ExchangeKeys };

/** Its version and its keys; undefined where nothing more can be done there. */
export const lookAtExchange = async (walk: Walk, wallet: Wallet): Promise<Met | undefined> => {
  const { world, wish } = walk;
  walk.begin('config');
  const client = await connectExchange(world, wish.exchange);
  if (!client.ok) {
    walk.note(failed('config', client.error));
    return undefined;
  }
  walk.begin('keys');
  const keys = await client.value.keys();
  if (!keys.ok) {
    walk.note(failed('keys', keys.error));
    return undefined;
  }
  const { version, denominations, rejected } = keys.value;
  walk.note(holds({ kind: 'config', facts: { version } }));
  const [bad] = rejected;
  walk.note(
    bad === undefined
      ? holds({ kind: 'keys', facts: { kinds: denominations.size } })
      : differs('keys', { kind: 'other', facts: { what: `${bad.hash.slice(0, 16)}: ${bad.why}` } }),
  );
  const added = await wallet.addExchange(wish.exchange);
  if (added.ok) return { client: client.value, keys: keys.value };
  walk.note(failed('keys', added.error));
  return undefined;
};

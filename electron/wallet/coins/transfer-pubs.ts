// SPDX-License-Identifier: GPL-3.0-or-later
import type { Refresh } from '../../state/entry.ts';
import { bytesToCrock, crockToBytes } from '../../taler/bytes/encodings.ts';
import { coinScheme } from '../../taler/coin/schemes.ts';

/** The transfer keys by which its exchange may tell of this session; none of a session of a newer wallet. */
export const pubsOf = (refresh: Refresh): ReadonlySet<string> => {
  const known = remembered.get(refresh);
  if (known) return known;
  const pubs = derive(refresh);
  remembered.set(refresh, pubs);
  return pubs;
};

/** They follow from what is written once. */
const remembered = new WeakMap<Refresh, ReadonlySet<string>>();

const derive = (refresh: Refresh): ReadonlySet<string> => {
  const scheme = coinScheme(refresh.scheme);
  if (!scheme) return new Set();
  if (refresh.transfer_pub !== undefined) return new Set([refresh.transfer_pub]);
  return new Set(scheme.transferPubs({ seed: crockToBytes(refresh.seed, 64) }).map(bytesToCrock));
};

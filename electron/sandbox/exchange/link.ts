// SPDX-License-Identifier: GPL-3.0-or-later
import { bytesToCrock } from '../../taler/bytes/encodings.ts';
import { readKey } from '../read.ts';
import { errorReply, jsonReply } from '../reply.ts';
import type { Routes } from '../server.ts';
import type { Denomination } from './denominations.ts';
import type { MeltRow } from './melt.ts';
import type { ExchangeRoom } from './room.ts';

type FreshRow = {
  idx: number;
  denom_hash: string;
  ev_sig: string;
  link_sig: string;
  ewv: string;
  cs_nonce: string | null;
};

/** GET /coins/PUB/link: everything its change can be found with again (PROTOCOL.md#link). */
export const linkRoutes = (room: ExchangeRoom): Routes => ({
  'GET /coins/:pub/link': (request) => {
    const pub = readKey(request.args[0] ?? '', 1004);
    if (!pub.ok) return pub.error;
    const melts = room.store.all<MeltRow>(
      'SELECT * FROM melt WHERE coin_pub = ? AND transfer_pub IS NOT NULL ORDER BY rowid',
      pub.value,
    );
    if (melts.length === 0) return errorReply(404, 1400);
    return jsonReply(
      200,
      melts.map((melt) => ({ new_coins: newCoins(room, melt.rc), transfer_pub: melt.transfer_pub })),
    );
  },
});

const newCoins = (room: ExchangeRoom, rc: string): readonly object[] =>
  room.store.all<FreshRow>('SELECT * FROM fresh_coin WHERE rc = ? ORDER BY idx', rc).map((row) => {
    const denomination = room.denominations.find(row.denom_hash);
    if (!denomination) throw new Error('defect: a coin without denomination');
    return {
      denom_pub: denomPub(room, denomination),
      ev_sig: JSON.parse(row.ev_sig) as unknown,
      coin_idx: row.idx,
      ewv: JSON.parse(row.ewv) as unknown,
      link_sig: row.link_sig,
      ...(row.cs_nonce === null ? {} : { cs_nonce: row.cs_nonce }),
    };
  });

/** The member that holds the key was renamed between the generations. */
const denomPub = (room: ExchangeRoom, { key }: Denomination): object => {
  const v17 = room.generation === 'v17';
  return key.cipher === 'RSA'
    ? { cipher: 'RSA', age_mask: key.ageMask, [v17 ? 'rsa_public_key' : 'rsa_pub']: bytesToCrock(key.key.encoded) }
    : { cipher: 'CS', age_mask: key.ageMask, [v17 ? 'cs_public_key' : 'cs_pub']: bytesToCrock(key.point) };
};

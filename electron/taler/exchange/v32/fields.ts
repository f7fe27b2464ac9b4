// SPDX-License-Identifier: GPL-3.0-or-later

// What the members of the requests and answers of v26 and later are called, one table for each, so that a wrong reading is mended in
// one line. Certain: two public texts agree. Recollected: the name it had in an older form of the request, or from memory; an exchange
// answers a wrong one with 400 and names it, which costs nothing.

/** `POST withdraw` (v26 on): all certain. */
export const WITHDRAW = {
  cipher: 'cipher',
  reservePub: 'reserve_pub',
  denominations: 'denoms_h',
  envelopes: 'coin_evs',
  reserveSig: 'reserve_sig',
} as const;

/** Its answer: certain. */
export const WITHDRAWN = { signatures: 'ev_sigs' } as const;

/** `POST melt` (v32 on): the first three certain, the others recollected. */
export const MELT = {
  oldCoinPub: 'old_coin_pub',
  oldDenomination: 'old_denom_pub_h',
  seed: 'refresh_seed',
  oldSignature: 'old_denom_sig',
  value: 'value_with_fee',
  denominations: 'denoms_h',
  envelopes: 'coin_evs',
  transferPubs: 'transfer_pubs',
  signature: 'confirm_sig',
} as const;

/** Its answer: certain. */
export const MELTED = {
  gamma: 'noreveal_index',
  exchangePub: 'exchange_pub',
  exchangeSig: 'exchange_sig',
  revealAt: 'reveal_base_url',
} as const;

/** `POST reveal-melt` (v32 on): certain. */
export const REVEAL = { rc: 'rc', seeds: 'batch_seeds' } as const;

/** Its answer: recollected; that it is n blind signatures is certain. */
export const REVEALED = { signatures: 'ev_sigs' } as const;

/** A melt in the history of a coin: that these facts are told is certain, every name but those of older versions recollected. */
export const MELT_LINE = {
  rc: 'rc',
  value: 'amount',
  signature: 'coin_sig',
  seed: 'refresh_seed',
  gamma: 'noreveal_index',
  denominations: 'denoms_h',
  transferPubs: 'transfer_pubs',
  signatures: 'ev_sigs',
} as const;

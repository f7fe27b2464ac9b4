// SPDX-License-Identifier: GPL-3.0-or-later
import type { Difference } from './difference.ts';

// Where our client is not equal to a recording of a real server. With `members`, the step is played and compared except
// for these members of the body (or headers, or `?name` of the query); without, the step is not played at all.

const WRONG_SIGNATURE =
  'The recording sends a wrong signature on purpose; the client has no way to make one. Everything else is compared.';
const MALFORMED = 'The recording sends a malformed request on purpose, which the types of the client cannot express.';
const WHOLE_HISTORY = 'The client always asks for the whole history: it is an audit, and a part would prove nothing.';
const NO_KEY = 'The recording uses a key that is not among its secrets.';
const NO_OPERATION = 'Nothing a wallet does.';
const CLAUSE_SCHNORR =
  'Clause-Schnorr denominations are recognised and never selected; there are no flows for them yet.';
const OTHER_GENERATION = 'The form of an older protocol generation, tried by the recorder to see that it is refused.';
const FORGED_NAME = 'The recording names something else than what was signed; the client signs what it sends.';

export const CLIENT_DIFFERENCES: readonly Difference[] = [
  {
    side: 'client',
    trace: 'discovery',
    steps: [
      'keys-if-none-match',
      'keys-if-none-match-quoted',
      'keys-deflate',
      'keys-cherry-pick',
      'keys-cherry-pick-old',
      'keys-cherry-pick-bad',
    ],
    why: 'The client fetches /keys whole and unconditionally: at most once per refresh, and one form less to go wrong.',
  },
  {
    side: 'client',
    trace: 'discovery',
    steps: ['keys-full'],
    why: 'The denominations are trimmed in this recording, so its signature over all of them cannot hold; the complete answer is played from keys-full.',
  },
  {
    side: 'client',
    trace: 'discovery',
    steps: [
      'wire',
      'terms-plain',
      'terms-markdown',
      'terms-html',
      'terms-pdf',
      'terms-plain2',
      'terms-304',
      'privacy',
      'seed',
      'unknown-endpoint',
      'wrong-method',
      'options',
      'root',
      'head-keys',
    ],
    why: NO_OPERATION,
  },

  {
    side: 'client',
    trace: 'withdraw',
    steps: ['bad-reserve-sig', 'bad-amount-in-sig'],
    members: ['reserve_sig'],
    why: WRONG_SIGNATURE,
  },
  {
    side: 'client',
    trace: 'withdraw',
    steps: ['unknown-denomination'],
    members: ['reserve_sig'],
    why: 'The recorder signed an amount it does not tell, for a denomination that does not exist.',
  },
  {
    side: 'client',
    trace: 'withdraw',
    steps: [
      'reserve-timeout-malformed',
      'empty-planchets',
      'missing-field',
      'cipher-mismatch',
      'invalid-json',
      'too-many-planchets',
    ],
    why: MALFORMED,
  },
  {
    side: 'client',
    trace: 'withdraw',
    steps: ['reserve-history-304', 'reserve-history-start', 'reserve-history-start1'],
    why: WHOLE_HISTORY,
  },
  {
    side: 'client',
    trace: 'withdraw',
    steps: ['reserve-history-badsig'],
    members: ['taler-reserve-history-signature'],
    why: WRONG_SIGNATURE,
  },
  { side: 'client', trace: 'withdraw', steps: ['reserve-history-nosig'], why: MALFORMED },
  { side: 'client', trace: 'withdraw', steps: ['reserve-history-unknown'], why: NO_KEY },
  { side: 'client', trace: 'withdraw', steps: ['reserve-history-post', 'reserve-status-post'], why: OTHER_GENERATION },

  { side: 'client', trace: 'deposit', steps: ['bad-coin-sig'], members: ['coin_sig'], why: WRONG_SIGNATURE },
  { side: 'client', trace: 'deposit', steps: ['bad-denom-sig'], members: ['rsa_signature'], why: WRONG_SIGNATURE },
  {
    side: 'client',
    trace: 'deposit',
    steps: ['unknown-denomination', 'payto-without-receiver-name'],
    members: ['coin_sig'],
    why: FORGED_NAME,
  },
  {
    side: 'client',
    trace: 'v23-deposit',
    steps: ['bad-merchant-sig'],
    members: ['merchant_sig'],
    why: WRONG_SIGNATURE,
  },
  { side: 'client', trace: 'deposit', steps: ['single-deposit'], why: OTHER_GENERATION },
  {
    side: 'client',
    trace: 'deposit',
    steps: ['deposit-status-badsig'],
    members: ['?merchant_sig'],
    why: WRONG_SIGNATURE,
  },
  { side: 'client', trace: 'deposit', steps: ['deposit-status-nosig'], members: ['?merchant_sig'], why: MALFORMED },
  { side: 'client', trace: 'deposit', steps: ['refund-badsig'], members: ['merchant_sig'], why: WRONG_SIGNATURE },
  { side: 'client', trace: 'deposit', steps: ['refund-other-merchant'], why: NO_KEY },
  {
    side: 'client',
    trace: 'deposit',
    steps: ['coin-history-304', 'coin-history-start-at-etag', 'coin-history-start1'],
    why: WHOLE_HISTORY,
  },
  {
    side: 'client',
    trace: 'deposit',
    steps: ['coin-history-badsig', 'coin-history-nosig'],
    members: ['taler-coin-history-signature'],
    why: WRONG_SIGNATURE,
  },

  {
    side: 'client',
    trace: 'aggregate',
    steps: ['transfer-details'],
    why: 'The question of a merchant who received a transfer; a wallet asks for each deposit instead.',
  },

  { side: 'client', trace: 'refresh', steps: ['melt-bad-sig'], members: ['confirm_sig'], why: WRONG_SIGNATURE },
  { side: 'client', trace: 'refresh', steps: ['melt-unknown-denom'], members: ['confirm_sig'], why: FORGED_NAME },
  { side: 'client', trace: 'refresh', steps: ['melt-bad-denom-sig'], members: ['rsa_signature'], why: WRONG_SIGNATURE },
  { side: 'client', trace: 'refresh', steps: ['reveal-bad-link-sig'], members: ['link_sigs'], why: WRONG_SIGNATURE },
  { side: 'client', trace: 'refresh', steps: ['reveal-unknown-denom'], members: ['link_sigs'], why: FORGED_NAME },
  { side: 'client', trace: 'refresh', steps: ['reveal-size-mismatch', 'reveal-one-transfer-priv'], why: MALFORMED },

  {
    side: 'client',
    trace: 'cs',
    steps: [
      'csr-withdraw-rsa-denom',
      'csr-withdraw-unknown',
      'csr-withdraw',
      'csr-withdraw-replay',
      'batch-withdraw',
      'batch-withdraw-replay',
      'nonce-reuse',
      'batch-deposit',
      'csr-melt-empty',
      'csr-melt',
      'melt',
      'reveal-no-rms',
      'reveal',
      'reveal-replay',
      'spend-refreshed-cs',
    ],
    why: CLAUSE_SCHNORR,
  },

  {
    side: 'client',
    trace: 'push',
    steps: ['purse-create-bad-purse-sig'],
    members: ['purse_sig'],
    why: WRONG_SIGNATURE,
  },
  {
    side: 'client',
    trace: 'push',
    steps: ['purse-create-bad-econtract-sig'],
    members: ['econtract_sig'],
    why: WRONG_SIGNATURE,
  },
  { side: 'client', trace: 'push', steps: ['purse-create-bad-coin-sig'], members: ['coin_sig'], why: WRONG_SIGNATURE },
  { side: 'client', trace: 'push', steps: ['merge-bad-merge-sig'], members: ['merge_sig'], why: WRONG_SIGNATURE },
  { side: 'client', trace: 'push', steps: ['merge-bad-reserve-sig'], members: ['reserve_sig'], why: WRONG_SIGNATURE },
  {
    side: 'client',
    trace: 'push',
    steps: ['merge-bad-payto', 'purse-status-bad-target', 'purse-delete-nosig'],
    why: MALFORMED,
  },
  {
    side: 'client',
    trace: 'push',
    steps: ['purse-delete-badsig'],
    members: ['taler-purse-signature'],
    why: WRONG_SIGNATURE,
  },
  { side: 'client', trace: 'push', steps: ['merge-conflict-other-reserve', 'purse-delete-unknown'], why: NO_KEY },

  {
    side: 'client',
    trace: 'pull',
    steps: ['reserve-purse-bad-merge_sig'],
    members: ['merge_sig'],
    why: WRONG_SIGNATURE,
  },
  {
    side: 'client',
    trace: 'pull',
    steps: ['reserve-purse-bad-reserve_sig'],
    members: ['reserve_sig'],
    why: WRONG_SIGNATURE,
  },
  {
    side: 'client',
    trace: 'pull',
    steps: ['reserve-purse-bad-purse_sig'],
    members: ['purse_sig'],
    why: WRONG_SIGNATURE,
  },
  { side: 'client', trace: 'pull', steps: ['purse-deposit-bad-sig'], members: ['coin_sig'], why: WRONG_SIGNATURE },
  { side: 'client', trace: 'pull', steps: ['purse-deposit-unknown-purse'], members: ['coin_sig'], why: FORGED_NAME },

  { side: 'client', trace: 'reserve', steps: ['attest-get'], why: NO_OPERATION },
  { side: 'client', trace: 'reserve', steps: ['close-bad-sig'], members: ['reserve_sig'], why: WRONG_SIGNATURE },
  { side: 'client', trace: 'reserve', steps: ['close-unknown'], why: NO_KEY },

  { side: 'client', trace: 'recoup', steps: ['recoup-bad-sig'], members: ['coin_sig'], why: WRONG_SIGNATURE },
  {
    side: 'client',
    trace: 'recoup',
    steps: ['keys-after-revocation'],
    why: 'The denominations are trimmed in this recording, so its signature over all of them cannot hold.',
  },
  {
    side: 'client',
    trace: 'expired',
    steps: ['keys'],
    why: 'The denominations are trimmed in this recording, so its signature over all of them cannot hold.',
  },

  { side: 'client', trace: 'sync-0.9.3', steps: ['terms', 'delete'], why: NO_OPERATION },
  {
    side: 'client',
    trace: 'sync-0.9.3',
    steps: ['get-malformed', 'upload-no-signature', 'upload-no-if-none-match'],
    why: MALFORMED,
  },
  {
    side: 'client',
    trace: 'sync-0.9.3',
    steps: ['get-if-none-match-bare'],
    why: 'The client quotes the hashes it asks with; this server ignores both spellings.',
  },
  {
    side: 'client',
    trace: 'sync-0.9.3',
    steps: ['upload-bad-signature', 'upload-bad-sig-old'],
    members: ['sync-signature'],
    why: WRONG_SIGNATURE,
  },
  {
    side: 'client',
    trace: 'sync-0.9.3',
    steps: ['upload-hash-mismatch'],
    members: ['if-none-match', 'sync-signature', 'body'],
    why: 'The recorder announced another blob than it sent.',
  },
  {
    side: 'client',
    trace: 'sync-0.9.3',
    steps: ['merchant-claim'],
    members: ['token'],
    why: 'The recorder wrote "no claim token" as null; the client leaves the member out.',
  },
  {
    side: 'client',
    trace: 'sync-0.9.3',
    steps: ['merchant-pay'],
    members: ['session_id'],
    why: 'The recorder wrote "no session" as null; the client leaves the member out.',
  },
];

// SPDX-License-Identifier: GPL-3.0-or-later
import { timestampToMs } from '../../../shared/time.ts';
import type { Standing } from '../../state/standing.ts';
import { explainBoundsFailure, isBoundsFailure } from './failure-bounds.ts';
import { explainRestFailure, isRestFailure } from './failure-rest.ts';
import { explainNotBackedUp } from './explain-gate.ts';
import type { WalletFailure } from './failure.ts';

/** One sentence: what happened, whether money is at risk, what to do next. */
// long because it holds a sentence per kind of failure, until the step that gives all sentences a room of their own
export const explainFailure = (failure: WalletFailure): string => {
  if (isRestFailure(failure)) return explainRestFailure(failure);
  if (isBoundsFailure(failure)) return explainBoundsFailure(failure);
  switch (failure.kind) {
    // between us and a server
    case 'unreachable':
      return `${hostOf(failure.url)} cannot be reached; no money is at risk, and unfinished steps are tried again by themselves.`;
    case 'timeout':
      return `${hostOf(failure.url)} did not answer in time; no money is at risk, and unfinished steps are tried again by themselves.`;
    case 'too-large':
      return `${hostOf(failure.url)} sent more than ${failure.limitBytes} bytes, so its answer was dropped; nothing was changed.`;
    case 'malformed-response':
      return `${hostOf(failure.url)} answered something that cannot be read (${failure.why}); nothing was changed.`;
    case 'redirected':
      return `${hostOf(failure.url)} wants to send us elsewhere, which is not followed where money is concerned; nothing was changed.`;
    case 'server-trouble':
      return `${hostOf(failure.url)} has trouble of its own (${failure.status}); no money is at risk, and the step is tried again later.`;
    case 'refused':
      return `${hostOf(failure.url)} refused the request (${failure.status}${failure.code === undefined ? '' : `/${failure.code}`}${failure.hint === undefined ? '' : `: ${failure.hint}`}); nothing was lost.`;
    case 'unsupported-version':
      return `${hostOf(failure.url)} speaks protocol version ${failure.version}, which this wallet does not know; money there is kept and can be used after an update.`;
    case 'kyc-required':
      return `${hostOf(failure.url)} asks who you are before it goes on; your money waits there until you have answered it.${'transfer' in failure && failure.transfer !== undefined ? ` First it must see that the account is yours: send a transfer from it as this says: ${failure.transfer}` : ''}`;
    case 'signature-refused':
      return `A signature of this wallet was not accepted (code ${failure.code}); nothing was lost, but please report it.`;
    // exchange
    case 'not-an-exchange':
      return `${hostOf(failure.url)} is not a Taler exchange this wallet can use (${failure.why}); nothing was changed.`;
    case 'bad-master-signature':
      return `The exchange's ${failure.what} is not signed by its master key; it is not used, and nothing was changed.`;
    case 'bad-exchange-signature':
      return `The exchange's ${failure.what} is not signed as it must be; nothing is taken as done until it is.`;
    case 'clock-skew':
      return `The clock of ${hostOf(failure.url)} and this computer's clock are far apart (${day(failure.theirs)} against ${day(failure.ours)}); set the clock right and try again.`;
    case 'currency-mismatch':
      return `${failure.got} was answered where ${failure.expected} was expected; nothing was changed.`;
    case 'unsupported-operation':
      return `The exchange does not offer what was asked of it (${failure.operation.split('/').at(-1) ?? ''}); nothing was changed.`;
    case 'denomination-gone':
      return 'The exchange no longer issues coins of the kind that was asked for; the wallet chooses others by itself.';
    case 'insufficient-funds':
      return 'A coin was already used by another copy of this wallet; the balance is corrected and other coins are taken.';
    case 'coin-conflict':
      return 'The exchange knows a coin of this wallet with other data; the coin is kept aside, please report it.';
    case 'coin-unknown':
      return 'The exchange does not know the coin, so it has not been used yet.';
    case 'coin-expired':
      return 'A coin expired before it could be renewed; its value is lost and shown in the history.';
    case 'reserve-unknown':
      return 'The transfer has not arrived at the exchange yet; the wallet keeps looking.';
    case 'reserve-insufficient':
      return 'Less money arrived at the exchange than was asked for; the wallet withdraws what is there.';
    case 'already-withdrawn':
      return 'Some of these coins were withdrawn before; the wallet asks for each of them again.';
    case 'melt-unknown':
    case 'commitment-violation':
    case 'nothing-to-melt':
      return 'The exchange does not accept the renewal of a coin; its keys are kept and it is tried again.';
    case 'deposit-unknown':
    case 'deposit-conflict':
    case 'refund-refused':
    case 'not-revoked':
    case 'recoup-wrong-origin':
    case 'purse-conflict':
    case 'purse-quota-exceeded':
      return `The exchange cannot do this (${failure.kind.replaceAll('-', ' ')}); nothing was changed.`;
    // between people
    case 'purse-unknown':
      return 'The exchange does not know this payment; nothing was changed. Ask for a new address.';
    case 'purse-expired':
      return 'This payment or invoice has expired; money that was in it goes back to its sender by itself. Ask for a new one.';
    case 'purse-deleted':
      return 'This payment or invoice was called back by the one who made it; nothing was changed here.';
    case 'purse-decided':
    case 'invoice-settled':
      return 'This invoice is already paid; nothing was paid here.';
    case 'purse-not-full':
      return 'The sender has not put all the money in yet; nothing was changed, and it is tried again.';
    case 'purse-merged-elsewhere':
    case 'payment-taken':
      return 'This payment was already taken, by another wallet or another copy of this one; nothing was changed here.';
    case 'purse-fee-too-low':
      return `The exchange asks a fee for invoices${failure.fee === undefined ? '' : ` (${failure.fee})`}; no invoice was made, and nothing was changed.`;
    case 'contract-unknown':
      return 'The exchange knows no payment under this address: it was called back, or the address was copied wrong. Nothing was changed.';
    case 'bad-contract-signature':
      return 'The terms of this payment are not signed by its own key, so somebody changed them; nothing was changed here. Ask for a new address.';
    case 'econtract':
      return `The terms of this payment cannot be opened with this address (${failure.why.replaceAll('-', ' ')}); nothing was changed. Ask for a new address.`;
    case 'peer-contract-malformed':
      return `The terms of this payment cannot be read (${failure.why}); nothing was changed.`;
    case 'purse-contract-mismatch':
      return `The terms say ${failure.said} and the exchange holds ${failure.holds}, or another date; it is not accepted. What you paid into it, if anything, comes back when it expires.`;
    case 'unknown-peer-payment':
      return 'This payment is not known here; open its address again.';
    case 'peer-closed':
      return (
        PEER_CLOSED[failure.status] ??
        `This payment is closed (${(failure.why ?? failure.status).replaceAll('-', ' ')}); money that was put into it has come back or does so by itself.`
      );
    case 'no-money-at-exchange':
      return `This invoice can only be paid with money at ${hostOf(failure.exchange)}, and this wallet holds none there; nothing was paid.`;
    case 'bad-history':
      return `The exchange's account of a coin cannot be true (${failure.what}); it is not believed, and nothing was changed.`;
    // bank
    case 'operation-unknown':
      return 'The bank does not know this withdrawal; ask it for a new one. Nothing was changed.';
    case 'operation-taken':
      return 'Another wallet has already taken up this withdrawal; nothing was changed here.';
    case 'reserve-reused':
      return 'The bank has seen this reserve before; start the withdrawal again.';
    case 'operation-aborted':
      return 'The withdrawal was aborted at the bank; no money was moved.';
    case 'bank-leaves-amount-open':
      return 'The bank leaves the amount open, which this wallet cannot handle yet; choose the amount at the bank.';
    // merchant
    case 'order-unknown':
      return 'The merchant does not know this order; nothing was paid.';
    case 'order-claimed-elsewhere':
      return 'Another wallet has already taken up this order; nothing was paid here. Ask the merchant for a new one.';
    case 'claim-token-invalid':
      return 'The address of this order is incomplete (its claim token is not accepted); nothing was paid.';
    case 'bad-merchant-signature':
      return `The merchant's ${failure.what} is not signed as it must be; the payment is not taken as done and is tried again.`;
    case 'coin-spent':
      return 'The merchant says a coin was already spent; the exchange is asked before another coin is taken.';
    case 'paid-elsewhere':
      return 'This order has been paid by another wallet; the coins chosen here come back.';
    case 'paid-and-refunded':
      return 'The merchant says that this order was paid and refunded; the exchange knows of no such payment yet, so the coins stay set aside and both are asked again.';
    case 'offer-expired':
      return "The merchant's offer has expired; nothing was paid, and the coins chosen for it come back.";
    case 'denomination-refused':
      return 'The merchant does not accept these coins; they come back, and nothing was paid.';
    case 'payment-too-small':
      return 'The fees were higher than the merchant accepts; the coins come back, and nothing was paid.';
    case 'contract-malformed':
      return `The merchant's contract cannot be read (${failure.why}); nothing was paid.`;
    case 'contract-unsupported':
      return `The merchant's contract asks for something this wallet cannot do (${failure.why}); nothing was paid.`;
    case 'contract-signature-invalid':
      return "The merchant's signature on the contract is wrong; nothing was paid.";
    case 'contract-nonce-mismatch':
      return 'The contract was made for another wallet; nothing was paid.';
    case 'contract-base-url-mismatch':
    case 'contract-order-mismatch':
      return `The contract is about something else than the order you opened (${failure.got}); nothing was paid.`;
    case 'contract-expired':
      return `The offer could be paid until ${day(failure.payDeadline)}; nothing was paid.`;
    case 'contract-deadlines':
      return `The contract's dates cannot be right (${failure.why}); nothing was paid.`;
    case 'contract-currency':
      return `The contract mixes currencies (${failure.why}); nothing was paid.`;
    // our own
    case 'insufficient-balance':
      return `${failure.needed} is needed (${failure.fees} of it fees) and ${failure.available} can be spent at one exchange that can be used for it${isNothing(failure.pending) ? '' : `; ${failure.pending} more is on its way`}${failure.tooShort === undefined ? '' : `; ${failure.tooShort.sum} more is in coins that end before ${day(failure.tooShort.until)}, so a shorter time may do`}. Nothing was paid.`;
    case 'too-many-coins':
      return `The payment would need more than ${failure.limit} coins; pay a smaller amount. Nothing was paid.`;
    case 'malformed-amount':
      return `"${failure.text}" is not an amount; write it like KUDOS:4.20. Nothing was changed.`;
    case 'amount-too-large':
      return `"${failure.text}" is more than any exchange can handle. Nothing was changed.`;
    case 'malformed-currency':
      return `"${failure.text}" has no currency this wallet can read; write it like KUDOS:4.20. Nothing was changed.`;
    case 'malformed-taler-uri':
      return `This is not a complete taler:// address (${failure.why}); copy it again. Nothing was changed.`;
    case 'wrong-taler-uri':
      return `This taler:// address is for "${failure.got}", not for "${failure.expected}". Nothing was changed.`;
    case 'malformed-base-url':
      return `"${failure.text}" is not the address of an exchange. Nothing was changed.`;
    case 'amount-is-zero':
      return 'Zero can be neither withdrawn nor sent. Nothing was changed.';
    case 'wrong-currency':
      return `${hostOf(failure.exchange)} deals in ${failure.expected}, not in ${failure.got}. Nothing was changed.`;
    case 'master-key-changed':
      return `${hostOf(failure.exchange)} answers with another master key than before; it is not trusted, nothing is sent there, and the money held with its old key is kept.`;
    case 'no-denominations':
      return `${hostOf(failure.exchange)} offers no coins that fit this sum now. Nothing was lost.`;
    case 'no-bank-account':
      return `${hostOf(failure.exchange)} names no bank account that could be used. Nothing was changed.`;
    case 'no-exchange-for-currency':
      return `No exchange for ${failure.currency} is known; add one first. Nothing was changed.`;
    case 'no-accepted-exchange':
      return `The merchant accepts none of the exchanges where this wallet holds ${failure.currency}; nothing was paid.`;
    case 'unknown-purchase':
      return "This purchase is not known; open the merchant's address again.";
    case 'fees-changed':
      return `This takes ${failure.total} now and not ${failure.shown} as was shown, because other coins have to be used; look at it again and confirm. Nothing was paid.`;
    case 'purchase-closed':
      return failure.status === 'paid'
        ? 'This order is already paid.'
        : failure.status === 'paying'
          ? 'This payment is under way.'
          : `This purchase is closed${failure.why === undefined ? '' : ` (${failure.why})`}; ask the merchant for a new order.`;
    case 'bad-coin-signature':
      return `${hostOf(failure.exchange)} answered with signatures that are not right; they are not accepted, and the same coins are asked for again.`;
    case 'malicious-denomination':
      return `A key of ${hostOf(failure.exchange)} would not hide your coins; nothing is withdrawn with it.`;
    case 'coin-not-derivable':
      return 'The seed of a coin is not in this copy of the wallet, so it cannot be used here.';
    case 'step-broke':
      return `Something unexpected happened (reference ${failure.reference}); this step was not completed, nothing was lost, and it is tried again. Please report it with this number.`;
    case 'withdrawal-stalled':
      return `${hostOf(failure.exchange)} refused every attempt to withdraw; the money is still in the reserve there.`;
    case 'coins-withheld':
      return `${hostOf(failure.exchange)} has taken the money for coins that it does not hand out now; their keys are kept and it is asked again by itself. If this lasts, complain to the exchange.`;
    case 'not-waiting-for-backup':
      return `Nothing with the id "${failure.id}" waits for a backup now, so there is nothing to have without one; nothing was changed.`;
    case 'not-backed-up-yet':
      return explainNotBackedUp(failure);
    case 'superseded':
      return explainStanding(failure.standing);
    default:
      return unknownKind(failure);
  }
};

/** Why this device stands still, and the way out; the same words wherever it is said. `left`: it has no recovery secret any more. */
export const explainStanding = (standing: Exclude<Standing, 'active'>, left = false): string => {
  switch (standing) {
    case 'superseded':
      return `Another device of this wallet is the active one now, so this one neither pays nor uploads; no money is lost. ${KEEP}`;
    case 'leaving':
      return 'This wallet is being left: it moves no money until its providers have stored that, which goes on by itself. Keep this device instead to stay.';
    case 'abandoned':
      return 'This wallet was left on this device; its money waits in the backup for the wallet that takes it over with its recovery sheet.';
    case 'taken-over':
      return `Another wallet or another copy of this one has taken this wallet over, so this device neither pays nor uploads; look for the money there.${left ? '' : ` ${KEEP}`}`;
  }
};

const KEEP = "To go on here instead, keep this device ('holdfast takeover here').";

/** States that are no failures: the same address was opened twice. */
const PEER_CLOSED: Readonly<Record<string, string | undefined>> = {
  accepted: 'This payment is being received.',
  merged: 'This payment is being received.',
  done: 'This payment was already received.',
  paying: 'This invoice is being paid.',
  paid: 'This invoice is already paid.',
  taken: 'This payment was already taken by its receiver.',
};

const isNothing = (sum: string | undefined): boolean => sum === undefined || sum.endsWith(':0');

/** The compiler proves that no kind was forgotten. */
const unknownKind = (failure: never): never => {
  throw new Error(`defect: no words for ${JSON.stringify(failure)}`);
};

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : 'The server');

const day = (at: Parameters<typeof timestampToMs>[0]): string => {
  const ms = timestampToMs(at);
  return Number.isFinite(ms) && Math.abs(ms) < 8.64e15
    ? new Date(ms).toISOString().slice(0, 16).replace('T', ' ')
    : 'never';
};

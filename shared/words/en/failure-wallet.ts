// SPDX-License-Identifier: GPL-3.0-or-later

/** What shops refuse with, and what the wallet itself refuses: what happened, is money at risk, what next. */
export const failureWallet = {
  'failure.order-unknown': 'The shop does not know this order. Nothing was paid.',
  'failure.order-claimed-elsewhere':
    'Another wallet has already taken up this order. Nothing was paid here; ask the shop for a new one.',
  'failure.claim-token-invalid':
    'The address of this order is incomplete. Nothing was paid; copy it again from the shop.',
  'failure.bad-merchant-signature':
    'The shop’s answer is not signed as it must be. The payment does not count as done, and the shop is asked again.',
  'failure.coin-spent':
    'The shop says some of this money was already spent. The issuer is asked before other money is taken.',
  'failure.paid-elsewhere': 'This order was paid by another wallet. The money set aside here comes back.',
  'failure.paid-and-refunded':
    'The shop says this order was paid and refunded, and the issuer knows of no such payment yet. The money stays set aside, and both are asked again.',
  'failure.offer-expired': 'The shop’s offer has expired. Nothing was paid, and the money set aside for it comes back.',
  'failure.denomination-refused': 'The shop does not take this money. Nothing was paid, and the money comes back.',
  'failure.payment-too-small':
    'The fees were higher than the shop accepts. Nothing was paid, and the money comes back.',
  'failure.contract-malformed': 'The shop’s offer cannot be read. Nothing was paid.',
  'failure.contract-unsupported': 'The shop’s offer asks for something this wallet cannot do. Nothing was paid.',
  'failure.contract-signature-invalid': 'The shop’s offer is not signed by the shop. Nothing was paid.',
  'failure.contract-nonce-mismatch': 'The shop’s offer was made for another wallet. Nothing was paid.',
  'failure.contract-base-url-mismatch': 'The offer comes from another shop than the one you opened. Nothing was paid.',
  'failure.contract-order-mismatch': 'The offer is for another order than the one you opened. Nothing was paid.',
  'failure.contract-expired': 'The offer could be paid until {$payDeadline :time}. Nothing was paid.',
  'failure.contract-deadlines': 'The dates in the shop’s offer cannot be right. Nothing was paid.',
  'failure.contract-currency': 'The shop’s offer mixes currencies. Nothing was paid.',
  'failure.too-many-refunds':
    'The shop names more refunds of this purchase than are kept of one, {$limit :integer}. What else it grants stays with the issuer.',
  'failure.nothing-to-refund':
    'This refund is for nothing that this wallet paid. Open it in the wallet that paid; nothing was changed.',
  'failure.nothing-to-abort': 'There is nothing unfinished here that could be cancelled. Nothing was changed.',
  'failure.already-bought': 'You have bought this before, so it is not paid again. The shop was shown your payment.',
  'failure.already-complete': 'The payment was already complete, so it stays paid. Ask the shop for a refund instead.',
  'failure.paid-unconfirmed':
    'The issuer has paid the shop, and the shop does not confirm order {$orderId}. Nothing is paid twice. Show the shop the line in your history, or ask it for a refund.',
  'failure.paid-unconfirmed+quote': 'The shop says: “{$quote}”',
  'failure.no-issuer-there': 'Nobody answers at {$host}. Check the address and the connection. Nothing was changed.',
  'failure.unknown-exchange.https':
    'This money is issued by {$host}, which this wallet does not know. Add that issuer only if you trust it. Nothing was changed.',
  'failure.unknown-exchange.http':
    'This money is issued by {$host}, which this wallet does not know, and its address is not encrypted. Add that issuer only if you trust it. Nothing was changed.',
  'failure.exchange-not-allowed':
    'The bank names an issuer ({$host}) that it may not lead to: its address is not encrypted, or inside a private network. Nothing was changed.',
  'failure.no-accepted-exchange':
    'The shop takes none of the {$currency} in this wallet: it does not accept their issuers. Nothing was paid.',
  'failure.unknown-purchase': 'This purchase is not known. Open the shop’s address again; nothing was changed.',
  'failure.earlier-order-open':
    'An earlier payment to it was given up. Its money is renewed first, so that it cannot be taken a second time; then it is paid.',
  'failure.fees-changed':
    'This takes {$total :amount} now and not {$shown :amount} as was shown. Nothing was paid; look at it again and confirm.',
  'failure.purchase-closed.paid': 'This order is already paid.',
  'failure.purchase-closed.paying': 'This payment is under way.',
  'failure.purchase-closed.closed': 'This purchase is closed. Ask the shop for a new order; nothing was paid.',

  'failure.insufficient-balance':
    '{$needed :amount} is needed, {$fees :amount} of it for fees, and {$available :amount} of one issuer can be used. Nothing was paid.',
  'failure.insufficient-balance+pending': '{$pending :amount} more is on its way.',
  'failure.insufficient-balance+until':
    '{$tooShort :amount} more lasts only until {$until :time}, so a shorter time may do.',
  'failure.too-many-coins':
    'This would take more than {$limit :integer} pieces of money at once. Nothing was paid; pay a smaller sum.',
  'failure.malformed-amount': '“{$text}” is not a sum; write it like KUDOS:4.20. Nothing was changed.',
  'failure.amount-too-large': '“{$text}” is more than any issuer can handle. Nothing was changed.',
  'failure.malformed-currency': '“{$text}” names no currency; write it like KUDOS:4.20. Nothing was changed.',
  'failure.malformed-taler-uri': 'This is not a complete taler:// address. Copy it again; nothing was changed.',
  'failure.wrong-taler-uri.withdraw':
    'This taler:// address is not for taking money from a bank but for “{$got}”. Nothing was changed.',
  'failure.wrong-taler-uri.pay':
    'This taler:// address is not for paying a shop but for “{$got}”. Nothing was changed.',
  'failure.wrong-taler-uri.refund': 'This taler:// address is not for a refund but for “{$got}”. Nothing was changed.',
  'failure.wrong-taler-uri.pay-push or pay-pull':
    'This taler:// address is not from a person but for “{$got}”. Nothing was changed.',
  'failure.malformed-base-url': '“{$text}” is not the address of an issuer. Nothing was changed.',
  'failure.amount-is-zero': 'Zero can be neither withdrawn nor sent. Nothing was changed.',
  'failure.wrong-currency': '{$host} issues {$expected}, not {$got}. Nothing was changed.',
  'failure.master-key-changed':
    '{$host} answers with another key than before, so it is not trusted and nothing is sent there. Your money with its old key is kept.',
  'failure.exchange-full':
    'So many small pieces of money of {$host} are here that there is no room for more. The rest stays there; spend some, or leave it.',
  'failure.no-denominations': '{$host} has no pieces of money that fit this sum now. Nothing was lost.',
  'failure.no-bank-account': '{$host} names no bank account to transfer to. Nothing was changed.',
  'failure.no-exchange-for-currency': 'No issuer of {$currency} is known. Add one first; nothing was changed.',
  'failure.bad-coin-signature':
    '{$host} answered with signatures that are wrong. They are not accepted, and it is asked for the same money again.',
  'failure.malicious-denomination':
    'A key of {$host} would not keep your payments private. No money is taken with it; nothing was lost.',
  'failure.coin-not-derivable':
    'The key of a piece of money is not in this copy of the wallet, so it cannot be used here. Nothing was changed.',
  'failure.step-broke':
    'Something unexpected happened. This step was not completed, nothing was lost, and it is tried again. Please report it with the number {$reference}.',
  'failure.withdrawal-stalled': '{$host} refused to hand out the money. It is still there and waits for you.',
  'failure.coins-withheld':
    '{$host} has taken money and does not hand it out now. The keys are kept and it is asked again by itself; if this lasts, complain to {$host}.',
  'failure.coins-withheld+sum': 'It withholds {$sum :amount}.',
  'failure.not-waiting-for-backup': 'Nothing here waits for a copy any more. Nothing was changed.',

  'failure.reissue-asks':
    '{$sum :amount} at {$host} can still be reached with another wallet’s sheet. Paying it to yourself ends that, and costs up to {$fees :amount}; {$total :amount} would be left. Nothing is done before you agree.',
  'failure.not-backed-up-yet.no-provider': 'There is no place for copies yet. {$staysIn} Add a place to go on.',
  'failure.not-backed-up-yet.too-few-providers':
    'You want {$wanted :integer} copies and there are places for {$there :integer}. {$staysIn} Add a place, or want fewer copies.',
  'failure.not-backed-up-yet.no-copy':
    'The copy has not reached enough places yet. {$staysIn} It is tried again by itself.',
  'failure.not-backed-up-yet.fees-first': 'The places for copies ask {$fees} first. {$staysIn}',
  'failure.not-backed-up-yet.fees-lacking':
    'The places for copies ask {$fees}, and there is no money here to pay that. {$staysIn} Go on without a copy of this sum, or add a free place.',
  'failure.not-backed-up-yet.fees-too-high':
    'The places for copies ask {$fees}, more than is there. {$staysIn} Add a free place, or go on without a copy.',
  'failure.not-backed-up-yet+until':
    'It must be renewed before {$until :time}, or it is lost. Renew it without a copy rather than let it expire.',
  'failure.not-backed-up-yet.unknown':
    'The copy has not reached enough places yet. {$staysIn} It is tried again by itself.',
  'staysIn.reserve': 'Until then the money waits at its issuer.',
  'staysIn.coin': 'Until then the change waits where it is.',
  'staysIn.sender': 'Until then the payment stays with its sender.',
  'staysIn.payer': 'Until then the invoice is not handed out.',

  'failure.superseded': '{$standing}',
  'standstill.superseded':
    'Another device of this wallet is the active one now, so this one neither pays nor saves copies. No money is lost. To go on here instead, keep this device.',
  'standstill.leaving':
    'This wallet is being left on this device. It moves no money until the places for copies know, which goes on by itself. To stay, keep this device.',
  'standstill.abandoned':
    'This wallet was left on this device. Its money waits in the copies for whoever takes it over with the recovery sheet.',
  'standstill.taken-over':
    'This wallet was taken over elsewhere, so this device neither pays nor saves copies. Look for the money there. To go on here instead, keep this device.',
  'standstill.taken-over-left':
    'This wallet was taken over elsewhere, so this device neither pays nor saves copies. Look for the money there.',

  'failure.malformed-account.not-a-payto':
    'This is not the address of a bank account. It looks like payto://iban/DE75512108001245126199?receiver-name=NAME. No money was moved.',
  'failure.malformed-account.iban-shape': 'The IBAN has a wrong length or a wrong sign in it. No money was moved.',
  'failure.malformed-account.iban-checksum':
    'The check digits of the IBAN are wrong, so at least one digit was mistyped. No money was moved.',
  'failure.malformed-account.bic': 'The BIC before the IBAN is wrong. No money was moved.',
  'failure.malformed-account.account-name': 'The name of the account or of its bank is wrong. No money was moved.',
  'failure.malformed-account.bitcoin-address': 'The Bitcoin address is wrong. No money was moved.',
  'failure.malformed-account.receiver-name':
    'The name of the account’s owner is missing or too long (add ?receiver-name=NAME). No money was moved.',
  'failure.unsupported-account': 'Accounts of the kind “{$method}” cannot be paid by this wallet. No money was moved.',
  'failure.no-payout-exchange':
    'No issuer of {$currency} pays to accounts of the kind “{$method}”. No money was moved.',
  'failure.recoup-elsewhere':
    '{$host} says it gave the value of withdrawn money to somebody else, which cannot be. It is kept; please report it.',
  'failure.deposit-refused': 'The issuer did not take the deposit. The money comes back, less the fee for renewing it.',
  'failure.deposit-confirmed.wired':
    'This deposit was already transferred to the account, so it cannot be taken back. The money is there.',
  'failure.deposit-confirmed.confirmed':
    'This deposit is confirmed and is being transferred, so it cannot be taken back. The money arrives in the account.',
  'failure.invoice-fee.ask':
    '{$host} asks {$fee :amount} for every invoice, what moving it costs included. Nothing was changed; agree to that and ask again, or ask to be sent the money instead.',
  'failure.invoice-fee.no-coins':
    '{$host} asks {$fee :amount} for every invoice, to be paid beforehand, and you have no money there. Nothing was changed; add a little money there first, or ask to be sent the money instead.',
  'failure.invoice-fee.cannot':
    '{$host} asks {$fee :amount} for every invoice, which this wallet cannot pay there. Nothing was changed; ask to be sent the money instead.',
  'failure.withdrawal-fees.ask':
    '{$host} takes {$fees :amount} of {$sum :amount} in fees, so that {$total :amount} would arrive. Nothing was changed; agree to that, or choose another sum or issuer.',
  'failure.withdrawal-fees.dearer':
    '{$host} now takes {$fees :amount} of the {$sum :amount} that came, so that {$total :amount} would be left. Nothing is taken unless you agree; the money stays there.',
  'failure.withdrawal-fees+agreed': 'You had agreed to {$agreed :amount} in fees.',
  'failure.renewal-fees':
    'An older copy of this wallet may still spend {$sum :amount} at {$host}. Renewing it makes that copy’s money worthless and costs {$fees :amount}, so that {$total :amount} would be left. Nothing is renewed unless you agree, and it can be spent as it is.',
  'failure.not-asked-about-fees': 'This waits for no answer about fees. Nothing was changed.',
  'failure.below-purse-fee':
    '{$host} carries no payment between people below {$least :amount}. Nothing was changed; send at least that much.',
  'failure.beyond-limit.withdraw':
    '{$host} lets nobody withdraw more than {$limit :amount} at a time. Nothing was changed; withdraw less, or the rest later.',
  'failure.beyond-limit.purse':
    '{$host} carries no payment between people of more than {$limit :amount}. Nothing was changed; use several smaller payments.',
  'failure.beyond-limit.deposit':
    '{$host} pays no more than {$limit :amount} to one bank account. Nothing was changed; deposit less, or the rest later.',
  'failure.beyond-limit.hold':
    '{$host} lets nobody hold more than {$limit :amount}. Nothing was changed; spend some of what you have there first, or use another issuer.',
  'failure.beyond-limit+withinMs': 'The limit counts over {$withinMs :span}.',
} as const;

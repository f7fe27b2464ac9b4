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
  'failure.too-much-kept.shop':
    'So much of what {$host :host} wrote is kept already that nothing more of it is. Nothing was paid. Forget older purchases of it in the history first.',
  'failure.too-much-kept.person':
    'So much of what persons wrote with payments at {$host :host} is kept already that nothing more of it is. No money moved. Forget older payments in the history first.',
  'failure.too-many-refunds':
    '{$host :host} names more refunds of this purchase than are kept of one, {$limit :integer}. No money of this wallet is lost; what the shop grants beyond is not fetched. Ask the shop to give the rest back in one sum.',
  'failure.choice-open': 'This order can be paid in several ways, and none was chosen. Nothing was paid; choose one.',
  'failure.choice-not-usable.needs':
    'Beside the money the shop wants {$quote :quote}, which this wallet cannot use. Nothing was paid; choose another way to pay.',
  'failure.choice-not-usable.gives':
    'With it the shop gives {$quote :quote}, which no wallet may take that does not know it. Nothing was paid; choose another way to pay.',
  'failure.choice-unsigned':
    'The money you have here comes from an issuer of long ago and cannot say which of the choices it pays. Nothing was paid; ask the shop for an order without a choice.',
  'failure.choice-refused':
    'The shop no longer knows something that its own offer names. The payment has ended; ask the shop for a new order.',
  'failure.shop-version':
    'The shop {$host :host} speaks a language that this Holdfast does not know (version {$version :version}). Nothing was paid; update Holdfast to pay there.',
  'failure.shop-blocked':
    '{$host :host} cannot take the payment yet: its issuer first wants to know who the shop is. Your money is not gone; the wallet tries again until the order ends.',
  'failure.template-unknown':
    '{$host :host} has no such offer any more. Nothing was paid; ask the shop for a new link.',
  'failure.template-open.amount': '{$host :host} leaves the sum to you. Nothing was paid; say how much.',
  'failure.template-open.summary': '{$host :host} leaves it to you what is paid for. Nothing was paid; say what for.',
  'failure.template-differs':
    '{$host :host} wrote another order than the one that was asked for. Nothing was paid, and that order was left.',
  'failure.no-order-there':
    'This page of {$host :host} asks for no money with Taler. Nothing was paid; open it in your browser and look there for a link that begins with taler:.',
  'failure.page-not-asked':
    'Pages are asked by https alone, and without a user name or password in the address. Nothing went out.',
  'failure.nothing-to-refund':
    'This refund is for nothing that this wallet knows of: another wallet paid, or it is so long ago that no refund can come any more. Nothing was changed.',
  'failure.nothing-to-abort': 'There is nothing unfinished here that could be ended. Nothing was changed.',
  'failure.nothing-to-forget': 'There is nothing here that could be forgotten. Nothing was changed.',
  'failure.not-forgettable.unfinished':
    'This is not finished: money can still come of it. Nothing was forgotten. End it first, or wait until it is done.',
  'failure.not-forgettable.refund':
    'A refund of it is under way. Nothing was forgotten. Try again when the refund has come.',
  'failure.not-forgettable.disputed':
    'The shop took money for it and gave nothing for it, and the contract is your proof. It is kept for a year after the payment. Nothing was forgotten.',
  'failure.not-forgettable.money': 'There is still money there. Nothing was forgotten. Spend it or send it first.',
  'failure.not-forgettable.left-there':
    'Money that nobody announced came to this account and is still there. Nothing was forgotten. Its line in the history says what becomes of it.',
  'failure.not-forgettable.place':
    'This paid a place that still keeps copies for this year. Nothing was forgotten. Remove the place first.',
  'failure.already-bought': 'You have bought this before, so it is not paid again. The shop was shown your payment.',
  'failure.already-complete': 'The payment was already complete, so it stays paid. Ask the shop for a refund instead.',
  'failure.paid-unconfirmed':
    'The issuer has paid the shop, and the shop does not confirm order {$orderId :name}. Nothing is paid twice. Show the shop the line in your history, or ask it for a refund.',
  'failure.paid-unconfirmed+quote': 'The shop says: {$quote :quote}',
  'failure.no-issuer-there':
    'Nobody answers at {$host :host}. Check the address and the connection. Nothing was changed.',
  'failure.unknown-exchange.https':
    'This money is issued by {$host :host}, which this wallet does not know. Add that issuer only if you trust it. Nothing was changed.',
  'failure.unknown-exchange.http':
    'This money is issued by {$host :host}, which this wallet does not know, and its address is not encrypted. Add that issuer only if you trust it. Nothing was changed.',
  'failure.exchange-not-allowed':
    'The bank names an issuer ({$host :host}) that it may not lead to: its address is not encrypted, or inside a private network. Nothing was changed.',
  'failure.no-accepted-exchange':
    'The shop takes none of the {$currency :currency} in this wallet: it does not accept their issuers. Nothing was paid.',
  'failure.unknown-purchase': 'This purchase is not known. Open the shop’s address again; nothing was changed.',
  'failure.earlier-order-open':
    'An earlier payment to it was ended. Its money is renewed first, so that it cannot be taken a second time; then it is paid.',
  'failure.fees-changed':
    'This takes {$total :amount} now and not {$shown :amount} as was shown. Nothing was paid; look at it again and confirm.',
  'failure.purchase-closed.paid': 'This order is already paid.',
  'failure.purchase-closed.paying': 'This payment is under way.',
  'failure.purchase-closed.spent':
    'Money that was to pay this had been spent elsewhere or is not good any more, and the rest does not suffice. Nothing was paid here. If you did not do that, see whether another device has this wallet.',
  'failure.purchase-closed.closed': 'This purchase is closed. Ask the shop for a new order; nothing was paid.',

  'failure.insufficient-balance':
    '{$needed :amount} is needed, {$fees :amount} of it for fees, and {$available :amount} of one issuer can be used. Nothing was paid.',
  'failure.insufficient-balance+change': '{$change :amount} of that is change under way.',
  'failure.insufficient-balance+pending': '{$pending :amount} more is on its way.',
  'failure.insufficient-balance+until':
    '{$tooShort :amount} more lasts only until {$until :time}, so a shorter time may do.',
  'failure.too-many-coins':
    'This would take more than {$limit :integer} pieces of money at once. Nothing was paid; pay a smaller sum.',
  'failure.malformed-amount': '{$text :name} is not a sum; write it like KUDOS:4.20. Nothing was changed.',
  'failure.amount-too-fine':
    'The smallest sum there is in this currency is {$least :amount}. Nothing was changed; write fewer digits.',
  'failure.amount-too-large': '{$text :name} is more than any issuer can handle. Nothing was changed.',
  'failure.malformed-currency': '{$text :name} names no currency; write it like KUDOS:4.20. Nothing was changed.',
  'failure.malformed-taler-uri': 'This is not a complete taler:// address. Copy it again; nothing was changed.',
  'failure.wrong-taler-uri.withdraw':
    'This taler:// address is not for taking money from a bank but for {$got :name}. Nothing was changed.',
  'failure.wrong-taler-uri.pay':
    'This taler:// address is not for paying a shop but for {$got :name}. Nothing was changed.',
  'failure.wrong-taler-uri.refund':
    'This taler:// address is not for a refund but for {$got :name}. Nothing was changed.',
  'failure.wrong-taler-uri.pay-push or pay-pull':
    'This taler:// address is not from a person but for {$got :name}. Nothing was changed.',
  'failure.malformed-base-url':
    '{$text :name} is not the address of an issuer: such a one is like https://exchange.example.org/, with no user name, password or blank in it. Nothing was changed.',
  'failure.amount-is-zero': 'Zero can be neither withdrawn nor sent. Nothing was changed.',
  'failure.wrong-currency': '{$host :host} issues {$expected :currency}, not {$got :currency}. Nothing was changed.',
  'failure.master-key-changed':
    '{$host :host} answers with another key than before, so it is not trusted and nothing is sent there. Your money with its old key is kept.',
  'failure.reserve-elsewhere':
    'A copy says that money of another issuer is to be drawn at {$host :host}. Nothing is signed for that, and nothing of yours is touched.',
  'failure.exchange-full.bytes':
    'So much has passed between this wallet and {$host :host} in two years that no more of it is kept. Nothing was lost: the rest stays there. Send what is here to your bank account or to another wallet, and go on there; what came from a bank and is not taken goes back to its sender.',
  'failure.exchange-full.coins':
    'So many pieces of money of {$host :host} are here that there is no room for more. Nothing was lost: the rest stays there. Pay with it, or send it to your bank account or to another wallet; that makes room, and the rest comes by itself.',
  'failure.no-denominations': '{$host :host} has no pieces of money that fit this sum now. Nothing was lost.',
  'failure.no-bank-account': '{$host :host} names no bank account to transfer to. Nothing was changed.',
  'failure.terms-unaccepted.new':
    '{$host :host} asks you to agree to its terms of service first. Nothing was begun; read them and go on.',
  'failure.terms-unaccepted.changed':
    '{$host :host} has new terms of service. Nothing was begun, and what you have there stays yours; read them and go on.',
  'failure.no-exchange-for-currency':
    'No issuer of {$currency :currency} is known. Add one first; nothing was changed.',
  'failure.bad-coin-signature':
    '{$host :host} answered with signatures that are wrong. They are not accepted, and it is asked for the same money again.',
  'failure.malicious-denomination':
    'A key of {$host :host} would not keep your payments private. No money is taken with it; nothing was lost.',
  'failure.coin-not-derivable':
    'The key of a piece of money is not in this copy of the wallet, so it cannot be used here. Nothing was changed.',
  'failure.step-broke':
    'Something unexpected happened. This step was not completed, nothing was lost, and it is tried again. Please report it with the number {$reference :code}.',
  'failure.withdrawal-stalled': '{$host :host} refused to hand out the money. It is still there and waits for you.',
  'failure.change-disputed':
    '{$host :host} has taken {$sum :amount} to make change of it, and says now that the change was not asked for as it should be. That sum may be lost; it is asked for again by itself, and nothing larger is changed there meanwhile. Please report it with the details.',
  'failure.change-not-known':
    '{$host :host} speaks version {$version :version}, in which this Holdfast does not know how change is made. Money that was used in part is kept and can be used again once the issuer or Holdfast has been updated; everything else there can be used as ever.',
  'failure.coins-withheld':
    '{$host :host} has taken money and does not hand it out now. The keys are kept and it is asked again by itself; if this lasts, complain to {$host :host}.',
  'failure.coins-withheld+sum': 'It withholds {$sum :amount}.',
  'failure.not-waiting-for-backup': 'Nothing here waits for a copy any more. Nothing was changed.',

  'failure.reissue-asks':
    '{$sum :amount} at {$host :host} can still be reached with another wallet’s sheet. Paying it to yourself ends that, and costs up to {$fees :amount}; {$total :amount} would be left. Nothing is done before you agree.',
  'failure.not-backed-up-yet.no-provider': 'There is no place for copies yet. {$staysIn :said} Add a place to go on.',
  'failure.not-backed-up-yet.too-few-providers':
    'You want {$wanted :integer} copies and there are places for {$there :integer}. {$staysIn :said} Add a place, or want fewer copies.',
  'failure.not-backed-up-yet.no-copy':
    'The copy has not reached enough places yet. {$staysIn :said} It is tried again by itself.',
  'failure.not-backed-up-yet.fees-first': 'The places for copies ask {$fees :said} first. {$staysIn :said}',
  'failure.not-backed-up-yet.fees-lacking':
    'The places for copies ask {$fees :said}, and there is no money here to pay that. {$staysIn :said} Go on without a copy of this sum, or add a free place.',
  'failure.not-backed-up-yet.fees-too-high':
    'The places for copies ask {$fees :said}; with what paying that costs it is more than is there, or more than you agreed to. {$staysIn :said} Add the place again with a higher limit, add a free one, or go on without a copy.',
  'failure.not-backed-up-yet+until':
    'It must be renewed before {$until :time}, or it is lost. Renew it without a copy rather than let it expire.',
  'failure.not-backed-up-yet.unknown':
    'The copy has not reached enough places yet. {$staysIn :said} It is tried again by itself.',
  'staysIn.reserve': 'Until then the money waits at its issuer.',
  'staysIn.coin': 'Until then the change waits where it is.',
  'staysIn.sender': 'Until then the payment stays with its sender.',
  'staysIn.payer': 'Until then the invoice is not handed out.',

  'failure.superseded': '{$standing :said}',
  'standstill.superseded':
    'Another device of this wallet is the active one now, so this one neither pays nor saves copies. No money is lost. To go on here instead, keep this device.',
  'standstill.leaving':
    'This wallet is being left on this device. It moves no money until the places for copies know, which goes on by itself. To stay, keep this device.',
  'standstill.abandoned':
    'This wallet was left on this device. Its money waits in the copies for whoever takes it over with the recovery sheet.',
  'standstill.taken-over':
    'This wallet was taken over elsewhere, so this device neither pays nor saves copies. Look for the money there. To go on here instead, keep this device.',
  'standstill.moved':
    'This wallet has moved to a new secret, so this device neither pays nor saves copies. Erase the wallet here and restore it with the new sheet. What only this device knows is handed over to the old copies first; the other device finds it there when it takes over the old sheet.',
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
  'failure.malformed-account.receiver-place':
    'The town or the postal code in this address cannot be used: it is too long or has a sign that nobody sees. No money was moved.',
  'failure.malformed-account.receiver-name':
    'The name of the account’s owner is missing or too long (add ?receiver-name=NAME). No money was moved.',
  'failure.unsupported-account':
    'Accounts of the kind {$method :name} cannot be paid by this wallet. No money was moved.',
  'failure.no-payout-exchange':
    'No issuer of {$currency :currency} pays to accounts of the kind {$method :name}. No money was moved.',
  'failure.recoup-elsewhere':
    '{$host :host} says it gave the value of withdrawn money to somebody else, which cannot be. It is kept; please report it.',
  'failure.deposit-refused': 'The issuer did not take the deposit. The money comes back, less the fee for renewing it.',
  'failure.deposit-confirmed.wired':
    'This deposit was already transferred to the account, so it cannot be ended any more. The money is there.',
  'failure.deposit-confirmed.confirmed':
    'This deposit is confirmed and is being transferred, so it cannot be ended any more. The money arrives in the account.',
  'failure.invoice-fee.ask':
    '{$host :host} asks {$fee :amount} for every invoice, what moving it costs included. Nothing was changed; agree to that and ask again, or ask to be sent the money instead.',
  'failure.invoice-fee.no-coins':
    '{$host :host} asks {$fee :amount} for every invoice, to be paid beforehand, and you have no money there. Nothing was changed; add a little money there first, or ask to be sent the money instead.',
  'failure.invoice-fee.cannot':
    '{$host :host} asks {$fee :amount} for every invoice, which this wallet cannot pay there. Nothing was changed; ask to be sent the money instead.',
  'failure.withdrawal-fees.ask':
    '{$host :host} takes {$fees :amount} of {$sum :amount} in fees, so that {$total :amount} would arrive. Nothing was changed; agree to that, or choose another sum or issuer.',
  'failure.withdrawal-fees.dearer':
    '{$host :host} now takes {$fees :amount} of the {$sum :amount} that came, so that {$total :amount} would be left. Nothing is taken unless you agree; the money stays there.',
  'failure.withdrawal-fees+agreed': 'You had agreed to {$agreed :amount} in fees.',
  'failure.renewal-fees':
    'An older copy of this wallet may still spend {$sum :amount} at {$host :host}. Renewing it makes that copy’s money worthless and costs {$fees :amount}, so that {$total :amount} would be left. Nothing is renewed unless you agree, and it can be spent as it is.',
  'failure.refund-renewal':
    '{$host :host} now takes more than was shown for what came back from payments, or was left of them: making it ready to spend costs {$fees :amount} of {$sum :amount}, so that {$total :amount} would be left. It is safe and waits until you agree, or until the fees fall.',
  'failure.not-asked-about-fees': 'This waits for no answer about fees. Nothing was changed.',
  'failure.below-purse-fee':
    '{$host :host} carries no payment between people below {$least :amount}. Nothing was changed; send at least that much.',
  'failure.beyond-limit.withdraw':
    '{$host :host} lets nobody withdraw more than {$limit :amount} at a time. Nothing was changed; withdraw less, or the rest later.',
  'failure.beyond-limit.purse':
    '{$host :host} carries no payment between people of more than {$limit :amount}. Nothing was changed; use several smaller payments.',
  'failure.beyond-limit.deposit':
    '{$host :host} pays no more than {$limit :amount} to one bank account. Nothing was changed; deposit less, or the rest later.',
  'failure.beyond-limit.hold':
    '{$host :host} lets nobody hold more than {$limit :amount}. Nothing was changed; spend some of what you have there first, or use another issuer.',
  'failure.beyond-limit+withinMs': 'The limit counts over {$withinMs :span}.',
} as const;

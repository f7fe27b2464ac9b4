// SPDX-License-Identifier: GPL-3.0-or-later

/** What issuers, banks and the network between refuse with: what happened, is money at risk, what next. */
export const failureExchange = {
  'failure.unreachable':
    '{$host :host} cannot be reached. No money is at risk; what is unfinished is tried again by itself.',
  'failure.inner-address':
    'The name {$host :host} leads to a machine inside your own network or to this computer, where only an address that says so itself is followed. It was not asked anything, and no money is at risk. If it is your issuer, add it by its address: you are asked whether to allow it.',
  'failure.timeout':
    '{$host :host} did not answer within {$afterMs :span}. No money is at risk; what is unfinished is tried again by itself.',
  'failure.too-large':
    '{$host :host} sent more than {$limitBytes :bytes}, so its answer was not read. Nothing was changed.',
  'failure.malformed-response': '{$host :host} gave an answer that cannot be read. Nothing was changed.',
  'failure.redirected':
    '{$host :host} wants to send this wallet elsewhere, which it does not follow where money is concerned. Nothing was changed.',
  'failure.server-trouble': '{$host :host} has trouble of its own. No money is at risk; it is asked again later.',
  'failure.refused': '{$host :host} refused this. Nothing was lost.',
  'failure.refused+quote': 'It says: {$quote :quote}',
  'failure.unsupported-version':
    '{$host :host} has been updated and speaks a language that this Holdfast does not know (version {$version :version}). Your money there is kept; update Holdfast to use it.',
  'failure.kyc-required':
    '{$host :host} asks who you are before it goes on. Your money waits there until you have answered.',
  'failure.kyc-required+transfer':
    'First it must see that the account is yours. Send a transfer from it as this says: {$transfer :quote}',
  'failure.kyc-required+holds': 'It asks because this wallet would hold more than {$holds :amount} of its money.',
  'failure.signature-refused':
    'A signature of this wallet was not accepted. Nothing was lost; please report it with the details.',

  'failure.currency-name':
    '{$host :host} issues a currency called {$name :name}. This wallet knows names of one to eleven letters and digits, as the protocol has room for. Nothing was changed, and no money is at risk; another issuer can be added.',
  'failure.not-an-exchange': '{$host :host} is not an issuer this wallet can use. Nothing was changed.',
  'failure.bad-master-signature':
    'The issuer’s answer is not signed with its master key. It is not used, and nothing was changed.',
  'failure.bad-exchange-signature':
    'The issuer’s answer is not signed as it must be. Nothing is taken as done until it is.',
  'failure.clock-skew':
    'This computer’s clock says {$ours :time} and the clock of {$host :host} says {$theirs :time}. Set this clock right and try again; nothing was changed.',
  'failure.currency-mismatch':
    'An answer in {$got :currency} came where {$expected :currency} was expected. Nothing was changed.',
  'failure.unsupported-operation': 'The issuer does not offer what was asked of it. Nothing was changed.',
  'failure.denomination-gone':
    'The issuer does not hand out money in these pieces any more. Other pieces are chosen by themselves; nothing was lost.',
  'failure.insufficient-funds':
    'Some of this money was already used by another copy of this wallet. The balance is corrected and other money is taken.',
  'failure.coin-conflict':
    'The issuer has other records about a piece of this money. It is kept aside and not lost; please report it.',
  'failure.coin-unknown': 'The issuer has never seen this piece of money, so it has not been used yet.',
  'failure.coin-expired': 'Some money expired before it could be renewed. It is lost, and the history shows how much.',
  'failure.reserve-unknown': 'The transfer has not reached the issuer yet. The wallet keeps looking for it.',
  'failure.reserve-insufficient':
    'Less money reached the issuer than was announced. The wallet takes what is there; more that comes later is taken, too.',
  'failure.already-withdrawn': 'Some of this money was asked for before. The wallet asks for each part again.',
  'failure.melt-unknown':
    'The issuer does not go on with the change of a payment. Nothing is lost, and it is asked again.',
  'failure.commitment-violation':
    'The issuer does not accept how the change of a payment was made. Nothing is lost, and it is asked again.',
  'failure.nothing-to-melt': 'The issuer says there is no change left to give. Nothing is lost, and it is asked again.',
  'failure.deposit-unknown': 'The issuer knows nothing of this deposit. Nothing was changed.',
  'failure.deposit-conflict': 'The issuer has other records about this deposit. Nothing was changed.',
  'failure.refund-refused': 'The issuer does not give this refund. Nothing was changed.',
  'failure.not-revoked': 'The issuer says this money is good, so there is nothing to replace. Nothing was changed.',
  'failure.recoup-wrong-origin':
    'The issuer says this money came from elsewhere, so it does not replace it. Nothing was changed.',
  'failure.recoup-not-offered':
    '{$host :host} has taken pieces of its money out of use, and speaks a version in which it cannot be asked to replace them. They stay here and are not spent; ask the issuer what it does about them.',
  'failure.age-limited':
    'The money that reached {$host :host} may only be handed out with an age limit, which this wallet cannot do. It stays at the issuer and goes back to where it came from when its time there is over.',
  'failure.purse-conflict': 'The issuer has other records about this payment. Nothing was changed.',
  'failure.purse-quota-exceeded':
    'The issuer carries no more payments between people for this account now. Nothing was changed; try again later.',
  'failure.purse-untimely':
    'By the clock of the issuer this payment cannot be open for that time. Nothing was changed; look at the clock of this computer, and begin again.',
  'failure.purse-underfunded':
    'The issuer takes more for a payment between people than this one holds. Nothing was changed; choose a larger sum.',
  'failure.bad-history':
    'What the issuer says happened to this money cannot be true. It is not believed, and nothing was changed.',

  'failure.purse-unknown': 'The issuer does not know this payment. Nothing was changed; ask for a new address.',
  'failure.purse-expired':
    'This payment or invoice has expired. Money that was in it goes back to its sender by itself; ask for a new one.',
  'failure.purse-deleted': 'Whoever made this payment or invoice has ended it. Nothing was changed here.',
  'failure.purse-decided': 'This invoice is already paid. Nothing was paid here.',
  'failure.invoice-settled': 'This invoice is already paid. Nothing was paid here.',
  'failure.purse-not-full': 'The sender has not put all the money in yet. Nothing was changed, and it is tried again.',
  'failure.purse-merged-elsewhere':
    'This payment was already taken, by another wallet or another copy of this one. Nothing was changed here.',
  'failure.payment-taken':
    'This payment was already taken, by another wallet or another copy of this one. Nothing was changed here.',
  'failure.purse-fee-too-low': 'The issuer asks a fee for invoices. No invoice was made, and nothing was changed.',
  'failure.purse-fee-too-low+fee': 'It asks {$fee :amount}.',
  'failure.contract-unknown':
    'The issuer knows no payment under this address: its maker took it back, or the address was copied wrong. Nothing was changed.',
  'failure.bad-contract-signature':
    'Somebody changed the terms of this payment on their way. Nothing was changed here; ask for a new address.',
  'failure.econtract':
    'The terms of this payment cannot be opened with this address. Nothing was changed; ask for a new address.',
  'failure.peer-contract-malformed': 'The terms of this payment cannot be read. Nothing was changed.',
  'failure.purse-contract-mismatch':
    'The terms say {$said :amount} and the issuer holds {$holds :amount}, or another date. It is not accepted; what you paid into it, if anything, comes back when it expires.',
  'failure.unknown-transfer': 'This transfer is not known here. The history has all that were begun.',
  'failure.unknown-peer-payment': 'This payment is not known here. Open its address again.',
  'failure.peer-closed.being-received': 'This payment is being received.',
  'failure.peer-closed.received': 'This payment was already received.',
  'failure.peer-closed.being-paid': 'This invoice is being paid.',
  'failure.peer-closed.paid': 'This invoice is already paid.',
  'failure.peer-closed.taken': 'This payment was already taken by its receiver.',
  'failure.peer-closed.closed':
    'This payment is closed. Money that was put into it has come back or does so by itself.',
  'failure.no-money-at-exchange':
    'This invoice can only be paid with money issued by {$host :host}, and this wallet holds none of it. Nothing was paid.',

  'failure.operation-unknown':
    'The bank does not know this withdrawal. Nothing was changed; start a new one at the bank.',
  'failure.operation-taken': 'Another wallet has already taken up this withdrawal. Nothing was changed here.',
  'failure.reserve-reused': 'The bank has seen this withdrawal before. Nothing was changed; start it again.',
  'failure.operation-aborted': 'The withdrawal was cancelled at the bank. No money was moved.',
  'failure.bank-leaves-amount-open':
    'The bank leaves the sum to you: say how much, in {$currency :currency}. Nothing was changed.',
  'failure.bank-sum-too-high': 'The bank lets you withdraw {$most :amount} at most. Nothing was changed; choose less.',
  'failure.bank-sum-changed':
    'The bank now says {$sum :amount}, and not {$wanted :amount}. No money was moved; say yes there only if that is what you want.',
  'failure.bank-says-sum':
    'The sum is said at the bank, and not in the wallet. Nothing was changed; leave it out here.',
  'failure.conversion-unclear':
    'This account is in another currency, and {$host :host} does not say in a way that can be right how much it takes. Nothing was sent; ask there before you do.',
  'failure.link-other-issuer':
    'At {$host :host} another issuer answers than the one that the link names. Nothing was withdrawn; ask whoever gave you the link.',
} as const;

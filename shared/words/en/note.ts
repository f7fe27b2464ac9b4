// SPDX-License-Identifier: GPL-3.0-or-later

/** What a line of the history is about, and what has to be said about it. */
export const note = {
  'title.from-bank': 'Taken from the bank',
  'title.by-transfer': 'Bank transfer',
  'title.received-payment': 'Received payment',
  'title.drawn-again': 'Replaced money, taken again',
  'title.unknown-origin': 'Money whose origin this copy does not know',
  'title.to-bank-account': 'To your bank account',
  'title.spent-elsewhere':
    '.input {$coins :integer} .match $coins one {{Used by another copy of this wallet}} * {{Used by another copy of this wallet ({$coins} times)}}',
  'title.found-again':
    '.input {$coins :integer} .match $coins one {{A copy said it was gone; its issuer still had it}} * {{A copy said it was gone; its issuer still had it ({$coins} times)}}',
  'title.change': 'Change',
  'title.restore': 'Renewed, so that older copies of this wallet cannot spend it',
  'title.expiry': 'Renewed before it expires',
  'title.refund': 'Refund taken up',
  'title.released': 'Money of an unfinished payment, renewed',
  'title.recoup': 'Money that its issuer withdrew, replaced',
  'title.proof': 'First change at this issuer',
  'title.renewed': 'Money renewed',
  'title.earlier': 'From earlier; the details are not kept any more',
  'title.earlier-rest': 'Earlier: renewed and expired money, and what is not listed one by one any more',
  'title.reissue': 'Paid to yourself, so that no other sheet reaches it',
  'title.drawn-by-others': 'Paid to yourself, and drawn by another copy of this wallet first',
  'title.forgotten': 'Forgotten; only the sum stays',

  'forgetting.purchase-paid':
    'What you bought and where is forgotten here: there is no proof of the purchase any more, and no refund can be asked for. The sum stays in the history.',
  'forgetting.purchase-paid+until': 'Until {$until :day} the shop could still give money back.',
  'forgetting.purchase-unpaid':
    'What it was and where is forgotten here. What it cost you, if anything, stays in the history as a sum.',
  'forgetting.place-fee':
    'The order by which this place was paid is forgotten here: there is no proof of it any more. The sum stays in the history.',
  'forgetting.place-fee+until': 'Until {$until :day} the place could still give money back.',
  'forgetting.still-in': 'The copies at {$places :places} have it until they are made anew.',
  'forgetting.older-copies': 'The older copies at {$places :places} have it until two more were made after that.',
  'forgetting.former-has': 'What {$places :places} still has, stays there.',
  'forgetting.person':
    'What it was for is forgotten here, so it cannot be shown to anybody any more. The sum stays in the history.',
  'forgetting.to-bank': 'The account it was for is forgotten here. The sum stays in the history.',
  'forgetting.from-bank': 'The bank and the account it came from are forgotten here. The sum stays in the history.',
  'forgetting.never-came': 'It leaves the history. Money that is sent for it all the same is still found and taken.',
  'forgetting.issuer':
    'There is no money at {$host :host}. Its keys are forgotten here; money that is sent to an account there later is not found any more. You can add it again.',
  'forgetting.place':
    '{$name :place} and what it was paid for are forgotten here; the sums stay in the history. Added again, it may ask for a whole year anew.',

  'note.registering': 'The bank is being told where to send the money.',
  'note.awaiting-confirmation': 'Waiting for the confirmation at the bank.',
  'note.awaiting-transfer': 'Waiting for the bank transfer.',
  'note.awaiting-transfer+payto': 'Send it to {$payto :address}',
  'note.given-up': 'Ended before money came. If it was sent all the same, it is found and taken.',
  'note.not-carried-out': 'Not carried out; this wallet moved no money.',
  'note.arrived-less': '{$arrived :amount} of {$wanted :amount} arrived. What comes later is taken, too.',
  'note.left-there':
    '{$host :host} says that {$sum :amount} more than was announced came to this account. It is not taken by itself: it stays there, and goes back to its sender when {$host :host} closes the account. If you sent it, add that sum as new money once it is back.',
  'note.expired-coins': 'This money expired before it could be renewed. It is lost.',
  'note.paid-unconfirmed':
    'The issuer paid the shop, and the shop does not confirm it. Show it order {$orderId :name}, or ask it for a refund.',
  'note.paid-unconfirmed+contract': 'It signed contract {$contract :code}.',
  'note.taking-back': 'Being ended; the shop has not said yet whether it is too late.',
  'note.unpaid-kept':
    'Not paid, but the shop took {$kept :amount} and has not given it back: ask it for that with order {$orderId :name}.',
  'note.unpaid': 'Not paid.',
  'note.money-back': 'The money came back, less the fee for renewing it.',
  'note.rest-back': 'The rest came back, less the fee for renewing it.',
  'note.being-renewed':
    'What comes back of it is change: ready by itself within some hours, and at once when you pay with it.',
  'note.dearer':
    'With the money that is left it would have cost more than the {$shown :amount} you agreed to. Begin it again to see what it costs now.',
  'note.refund-short':
    'The issuer did not give all of it back: it had paid the shop already, or another copy of this wallet took it.',
  'note.being-transferred': 'The issuer has the money and transfers it to the account.',
  'note.deposited-part': 'Only {$part :amount} of {$wanted :amount} could be paid out.',
  'note.deposit-failed': 'Not carried out.',
  'note.calling-back': 'Being ended. If the receiver took it first, it stays sent.',
  'note.waiting-for-receiver': 'Waiting for the receiver; what is not taken comes back by itself.',
  'note.waiting-for-receiver+until': 'It can be taken until {$until :time}.',
  'note.nobody-took': 'Nobody took it in time.',
  'note.not-sent': 'Not sent.',
  'note.stopping-invoice': 'Being ended. If it was paid before, it stays paid.',
  'note.invoice-expired': 'The invoice expired.',
  'note.invoice-unpaid': 'Not paid.',
  'note.other-terms': 'Paid, but the issuer knows the invoice with other terms than were shown.',
  'note.payment-expired': 'The payment expired before it was taken. No money was moved.',
  'note.not-received': 'Not received. No money was moved.',
  'note.withdrawing-invoice': 'Being ended. If it was paid before, it stays paid.',
  'note.invoice-open': 'It can be paid.',
  'note.invoice-open+until': 'It is open until {$until :time}.',
  'note.nobody-paid.none': 'Nobody paid the invoice in time. No money was moved.',
  'note.nobody-paid.gone': 'Nobody paid the invoice in time. Only the fee for opening it is gone.',
  'note.invoice-withdrawn.none': 'Ended. No money was moved.',
  'note.invoice-withdrawn.gone': 'Ended. Only the fee for opening it is gone.',
  'note.beyond-amounts': 'This issuer claims more money than sums can say, so the largest sum there is stands here.',
  'note.bad-signatures':
    '.input {$coins :integer} .match $coins one {{One piece of money has a wrong signature because a copy was damaged. It is not spent, and never deleted.}} * {{{$coins} pieces of money have a wrong signature because a copy was damaged. They are not spent, and never deleted.}}',
  'note.needs-newer': '{$sum :amount} was made by a newer Holdfast. It is safe, and can be spent there.',
  'note.left-behind':
    '{$sum :amount} belongs to the wallet that was left here, and is not counted as available: another device may be going on with it. To have it here, take that wallet over with its sheet.',
  'note.reachable': '{$sum :amount} can still be spent by whoever has the sheet of the wallet it came from.',
  'note.two-keys':
    'Two different keys are known for this address. Only money with the one it answers with is used; the rest is kept.',
  'note.not-proven':
    'Not proven yet: how this issuer makes change is known from reading alone. The smallest piece of money tries it by itself, and nothing larger is changed before its change is here.',
  'note.proven': 'Proved with {$sum :amount}: this issuer makes change as this wallet knows it.',
  'note.failure': '{$why :said}',
} as const;

// SPDX-License-Identifier: GPL-3.0-or-later

/** What a line of the history is about, and what has to be said about it; how safe the money is. */
export const note = {
  'title.from-bank': 'Taken from the bank',
  'title.by-transfer': 'Bank transfer',
  'title.received-payment': 'Received payment',
  'title.drawn-again': 'Replaced money, taken again',
  'title.unknown-origin': 'Money whose origin this copy does not know',
  'title.to-bank-account': 'To your bank account',
  'title.spent-elsewhere':
    '.input {$coins :integer} .match $coins one {{Used by another copy of this wallet}} * {{Used by another copy of this wallet ({$coins} times)}}',
  'title.change': 'Change',
  'title.restore': 'Renewed, so that older copies of this wallet cannot spend it',
  'title.expiry': 'Renewed before it expires',
  'title.refund': 'Refund taken up',
  'title.released': 'Money of an unfinished payment, renewed',
  'title.recoup': 'Money that its issuer withdrew, replaced',
  'title.renewed': 'Money renewed',

  'note.registering': 'The bank is being told where to send the money.',
  'note.awaiting-confirmation': 'Waiting for the confirmation at the bank.',
  'note.awaiting-transfer': 'Waiting for the bank transfer.',
  'note.awaiting-transfer+payto': 'Send it to {$payto}',
  'note.given-up': 'Given up before money came. If it was sent all the same, it is found and taken.',
  'note.not-carried-out': 'Not carried out; this wallet moved no money.',
  'note.arrived-less': '{$arrived :amount} of {$wanted :amount} arrived. What comes later is taken, too.',
  'note.expired-coins': 'This money expired before it could be renewed. It is lost.',
  'note.paid-unconfirmed':
    'The issuer paid the shop, and the shop does not confirm it. Show it order {$orderId}, or ask it for a refund.',
  'note.paid-unconfirmed+contract': 'It signed contract {$contract}.',
  'note.taking-back': 'Being taken back; the shop has not said yet whether it is too late.',
  'note.unpaid-kept':
    'Not paid, but the shop took {$kept :amount} and has not given it back: ask it for that with order {$orderId}.',
  'note.unpaid': 'Not paid.',
  'note.money-back': 'The money came back, less the fee for renewing it.',
  'note.rest-back': 'The rest came back, less the fee for renewing it.',
  'note.being-renewed': '{$sum :amount} is not back yet: it is being renewed, so that nobody can take it any more.',
  'note.refund-short':
    'The issuer did not give all of it back: it had paid the shop already, or another copy of this wallet took it.',
  'note.being-transferred': 'The issuer has the money and transfers it to the account.',
  'note.deposited-part': 'Only {$part :amount} of {$wanted :amount} could be paid out.',
  'note.deposit-failed': 'Not carried out.',
  'note.calling-back': 'Being called back. If it was taken before, it stays sent.',
  'note.waiting-for-receiver': 'Waiting for the receiver; what is not taken comes back by itself.',
  'note.waiting-for-receiver+until': 'It can be taken until {$until :time}.',
  'note.nobody-took': 'Nobody took it in time.',
  'note.not-sent': 'Not sent.',
  'note.stopping-invoice': 'Being stopped. If it was paid before, it stays paid.',
  'note.invoice-expired': 'The invoice expired.',
  'note.invoice-unpaid': 'Not paid.',
  'note.other-terms': 'Paid, but the issuer knows the invoice with other terms than were shown.',
  'note.payment-expired': 'The payment expired before it was taken. No money was moved.',
  'note.not-received': 'Not received. No money was moved.',
  'note.withdrawing-invoice': 'Being withdrawn. If it was paid before, it stays paid.',
  'note.invoice-open': 'It can be paid.',
  'note.invoice-open+until': 'It is open until {$until :time}.',
  'note.nobody-paid.none': 'Nobody paid the invoice in time. No money was moved.',
  'note.nobody-paid.gone': 'Nobody paid the invoice in time. Only the fee for opening it is gone.',
  'note.invoice-withdrawn.none': 'Withdrawn. No money was moved.',
  'note.invoice-withdrawn.gone': 'Withdrawn. Only the fee for opening it is gone.',
  'note.beyond-amounts': 'This issuer claims more money than sums can say, so the largest sum there is stands here.',
  'note.bad-signatures':
    '.input {$coins :integer} .match $coins one {{One piece of money has a wrong signature because a copy was damaged. It is not spent, and never deleted.}} * {{{$coins} pieces of money have a wrong signature because a copy was damaged. They are not spent, and never deleted.}}',
  'note.needs-newer': '{$sum :amount} was made by a newer Holdfast. It is safe, and can be spent there.',
  'note.two-keys':
    'Two different keys are known for this address. Only money with the one it answers with is used; the rest is kept.',
  'note.failure': '{$why}',

  'safety.not-set-up': 'No copies are kept anywhere.',
  'safety.not-set-up+lost': 'If this disk died now, {$lost} would be lost.',
  'safety.no-copy': 'No place holds a verified copy yet.',
  'safety.no-copy+lost': 'If this disk died now, {$lost} would be lost.',
  'safety.waits-for-place': 'Money that is arriving waits at its issuer until you add a place for copies.',
  'safety.waits-for-copy': 'Money that is arriving waits at its issuer until there is a copy.',
  'safety.complete':
    '.input {$places :integer} .match $places one {{The place holds a copy of everything, read back on {$at :time}.}} * {{All {$places} places hold a copy of everything, read back on {$at :time}.}}',
  'safety.at-risk':
    '{$lost} is only on this computer and would be lost if this disk died now. The last verified copy is of {$at :time}.',
  'safety.some':
    '.input {$places :integer} .match $places one {{{$places} of {$of :integer} places holds a copy of everything, read back on {$at :time}.}} * {{{$places} of {$of :integer} places hold a copy of everything, read back on {$at :time}.}}',
  'safety.money-only':
    'All money is in a copy, read back on {$at :time}. Later changes of the history are not saved yet.',
  'safety.stands-still': '{$standing}',
} as const;

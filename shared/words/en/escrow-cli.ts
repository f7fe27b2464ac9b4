// SPDX-License-Identifier: GPL-3.0-or-later

/** Escrow at the terminal. */
export const escrowCli = {
  'cli.about.escrow':
    'Gives the recovery secret to places that give it back to whoever proves to be you (setup), says how that stands (status), brings it up to date, tries a way out (rehearse), brings a wallet back (recover), or ends it (forget). Your data and answers are asked for, or read from standard input, a line each: the country (ch, de, … or xx), its fields in their order, then for setup each way (question, email, sms, totp, post or iban, and below it what it asks for) and an empty line; for recover pairs of a way’s number and its answer, which is empty to have a code sent. --older 1 recovers by the version before the newest. Exit code 3 when something is left to do.',
  'cli.aside': '({$text :said})',
  'cli.ask.escrow.country': 'Country whose papers you have (two letters; {$other :code} for another one): ',
  'cli.ask.escrow.field': '{$field :said}: ',
  'cli.ask.escrow.way':
    'Way {$number :integer} to prove it is you (question, email, sms, totp, post, iban; empty when there is no more): ',
  'cli.ask.escrow': 'Agree to these terms, pay {$total :said} and store the parts?',
  'cli.ask.escrow.anew': 'A place asks because of its price. Agree to {$total :said} at most, and pay it?',
  'cli.ask.escrow.pay': 'The place wants {$total :amount} before it helps. Pay it from this wallet?',
  'cli.ask.escrow.wallet': 'Number of the wallet that is to come back: ',
  'cli.ask.escrow.which': 'Number of a way (empty to go on another time): ',
  'cli.ask.escrow.answer': 'Answer or code (empty to go on with another way): ',
  'cli.escrow.none': "No escrow is set up. 'holdfast escrow setup' does it.",
  'cli.escrow.state': '{$state :said}. {$why :said}',
  'cli.escrow.number': 'Number of this wallet: {$number :code}',
  'cli.escrow.way': '{$way :said}, {$hint :quote}, at {$place :place}',
  'cli.escrow.wayAlone': '{$way :said}, at {$place :place}',
  'cli.escrow.goes': '{$way :said} goes to {$place :place}.',
  'cli.escrow.tried': '(tried on {$at :day}, and it works)',
  'cli.escrow.place': '{$place :place}: {$state :said}',
  'cli.escrow.paidUntil': '(paid until {$until :day})',
  'cli.escrow.keptUntil': '(kept free of charge until {$until :day})',
  'cli.escrow.terms': 'Terms of {$place :place}: {$terms :address}',
  'cli.escrow.noCountry': 'Two letters of a country were expected, such as ch or de; xx for another one.',
  'cli.escrow.noWay': '{$kind :name} is no way to prove who one is: question, email, sms, totp, post or iban.',
  'cli.escrow.key': 'Give your code app this key (8 digits, 30 seconds): {$key :code}\nor this link: {$link :address}',
  'cli.escrow.noPlaces': 'No place is known that offers escrow: name some with --place URL.',
  'cli.escrow.needed': 'How many ways are asked for is a whole number, such as --needed 2.',
  'cli.escrow.older':
    '.input {$count :integer} .match $count 0 {{There is no older version of this wallet.}} one {{There is one older version of this wallet: --older 1.}} * {{There are {$count} older versions of this wallet: --older 1 is the one before the newest.}}',
  'cli.escrow.nothingTried': 'Nothing was tried.',
  'cli.escrow.goOn': "Run 'holdfast escrow recover' again to go on.",
  'cli.escrow.underWay':
    "A recovery from escrow is under way. 'holdfast escrow recover' goes on with it, 'holdfast escrow recover --stop' forgets it.",
  'cli.escrow.several': 'There are several wallets of yours; name one with --wallet NUMBER:',
  'cli.escrow.wallet': '{$number :code}',
  'cli.escrow.walletAt': '{$number :code}  {$at :time}',
  'cli.escrow.noNumber': '{$number :name} is no way that is open.',
  'cli.escrow.numbered': '{$number :integer}. {$way :said}: {$state :said}.',
  'cli.escrow.missing':
    '.input {$missing :integer} .match $missing one {{{$missing} more is enough.}} * {{{$missing} more are enough.}}',
  'cli.escrow.transfer':
    'Transfer {$sum :amount} from your account to {$name :name}, {$iban :code}, subject {$subject :name}; then choose this way again.',
  'cli.escrow.payWith': 'Or pay it with another wallet, and choose this way again: {$link :address}',
} as const;

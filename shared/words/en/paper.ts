// SPDX-License-Identifier: GPL-3.0-or-later

/** What stands on paper. */
export const paper = {
  'print.title': 'Recovery sheet',
  'print.file': 'Holdfast recovery sheet',
  'print.wallet': 'Wallet: {$name :row}',
  'print.date': 'Date: {$date :code}',
  'print.number': 'Sheet: {$number :code}',
  'print.warning': 'Whoever holds this page holds the money.',
  'print.advice':
    'Keep it like cash. Nobody will ever ask you for it: not a bank, not a shop, not the makers of Holdfast.',
  'print.code.secret':
    'There are too many places for one code: it holds the secret alone. The places stand in the lines below.',
  'print.steps': 'How to get the money back',
  'print.step.install': 'Install Holdfast on any computer and choose “Restore”, or run: holdfast restore --sheet FILE',
  'print.step.read':
    'Type the lines from “HOLDFAST-RECOVERY-1” to “END”, or read the code as text with a phone or scanner and paste that. Capitals and spaces do not matter.',
  'print.step.asked':
    'Holdfast asks every place named here at once, says which of them answered, and joins what they keep.',
  'print.step.checked':
    'It then checks with the issuers which money is still good. Do not use the old computer again after that.',
  'print.text': 'The same as text: the code above alone, or these lines alone, are enough',
  'print.text.alone': 'As text, with the places: these lines alone are enough',
  'print.places': 'Places that keep the encrypted copies',
  'print.places.none': 'None yet. Without a place that keeps a copy this page restores nothing.',
  'print.place': '{$name :place}: {$address :address}',
  'print.place.asks':
    '{$name :place}: {$address :address} (asks for its user name and password, which are not on this page)',

  'receipt.title': 'Receipt: this wallet was emptied',
  'receipt.date': 'Date: {$at :time}',
  'receipt.sent': 'Sent and taken: {$sums :list}',
  'receipt.sent.nothing': 'Sent and taken: nothing',
  'receipt.fees': 'Fees of sending: {$sums :list}',
  'receipt.fees.none': 'Fees of sending: none',
  'receipt.dust': 'Not worth sending (the fee is higher): {$sums :list}',
  'receipt.payment': '{$number :integer}. {$sum :amount}, issued by {$exchange :address}',
  'receipt.payment.fees': 'Fees {$fees :amount}; could be taken until {$until :time}; taken',
  'receipt.payment.id': 'Number by which the issuer and the receiver find it: {$id :code}',
  'receipt.erased': 'The wallet and its recovery secret were erased on this computer after that.',
} as const;

// SPDX-License-Identifier: GPL-3.0-or-later

/** Bringing a wallet back by showing who one is, at places that keep its secret for that. */
export const escrowRecovery = {
  'escrowRecovery.place-silent': 'It did not answer, so nobody knows what it keeps: {$why :said}',
  'escrowRecovery.place-is-other': 'Something else is at this address: no place that keeps secrets for people.',
  'escrowRecovery.place-not-allowed':
    'This address leads into a home or company network, and whoever named it may not lead there. It was not asked.',
  'escrowRecovery.place-no-https':
    'This is no https address: whoever is on the way could read what is sent there. It was not asked.',
  'escrowRecovery.place-wants-payment': 'It wants to be paid before it gives anything back.',
  'escrowRecovery.place-unreadable':
    '.input {$versions :integer} .match $versions one {{What is kept there for these details does not open: it is damaged, or somebody else’s.}} * {{{$versions} things are kept there for these details that do not open: they are damaged, or somebody else’s.}}',
  'escrowRecovery.code-sent':
    'A code is on its way. Type it as it comes; spaces, dashes and the A at the beginning do not matter.',
  'escrowRecovery.code-sent+hint': 'It goes to the address with {$hint :quote} in it.',
  'escrowRecovery.code-in-file': 'For a try: the code was written to the file {$file :file} at that place.',
  'escrowRecovery.transfer-awaited':
    'The transfer has not arrived yet, which can take days. This is looked at again at {$at :time}, and by itself.',
  'escrowRecovery.wrong': 'That is not the right answer.',
  'escrowRecovery.wrong-before': 'This answer was tried before and is not right, so it was not sent again.',
  'escrowRecovery.variants-left':
    '.input {$left :integer} .match $left one {{One spelling like your last answer was not tried yet. To have it tried, give that answer again after {$at :time}; nothing is sent there before.}} * {{{$left} spellings like your last answer were not tried yet. To have them tried, give that answer again after {$at :time}; nothing is sent there before.}}',
  'escrowRecovery.clock-off.ahead':
    'By the time of that place the clock of this computer is {$by :span} ahead. The app that makes the codes goes by a clock, too: look whether that one is right.',
  'escrowRecovery.clock-off.behind':
    'By the time of that place the clock of this computer is {$by :span} behind. The app that makes the codes goes by a clock, too: look whether that one is right.',
  'escrowRecovery.too-many-tries':
    'These were as many tries as this place allows for now. It takes the next one after {$until :time}; nothing is sent there before.',
  'escrowRecovery.no-code': 'A code has digits. Nothing was sent.',
  'escrowRecovery.unknown-way':
    'This way ({$type :way}) is not known to this version of Holdfast. Use another way, or a newer version.',
  'escrowRecovery.lost': 'That place does not have what belongs to this way any more. Use another way.',
  'escrowRecovery.key-unfit':
    'What that place has does not belong to this way: it was changed or mixed up there. Use another way.',
  'escrowRecovery.share-unfit':
    'The answer was taken, and what that place gave back for it is not what was once left there. Use another way.',
  'escrowRecovery.address-unfit':
    'That place cannot send a code: what was left there as an address is none. Use another way.',
  'escrowRecovery.asks-payment': 'That place asks for {$fee :amount} before this way can be used.',
  'escrowRecovery.asks-otherwise':
    'That place announced a price of {$announced :amount}, and its bill is over {$asked :amount}. Nothing was paid.',
  'escrowRecovery.price-unknown':
    'That place wants to be paid and does not say how much it costs. Nothing was paid; look again later.',
  'escrowRecovery.asks-again': 'That place was paid and asks for {$fee :amount} once more. Nothing more was paid.',
  'escrowRecovery.no-such-coins':
    'This wallet does not hold {$fee :amount}. Pay with another wallet, for example by scanning the code with your phone, and look again.',
  'escrowRecovery.payment-pending': 'The payment is under way. Look again in a moment.',
  'escrowRecovery.not-paid-yet': 'That place does not know of a payment yet. Look again in a moment.',
  'escrowRecovery.shop-silent':
    'That place cannot find out now whether it was paid. What was paid is not lost; look again later.',
  'escrowRecovery.still-needed':
    '.input {$ways :integer} .match $ways one {{One more of these ways is needed.}} * {{{$ways} more of these ways are needed.}}',
  'escrowRecovery.open': 'That is enough: the recovery secret is here.',
  'escrowRecovery.none-left':
    'With the ways that are left the secret cannot be brought back. Places that lost something may find it again; an older version may still open; and a recovery sheet always does.',
  'escrowRecovery.shares-unfit':
    'Enough answers were right, and what the places gave back for them does not open the secret. Show who you are in another way, too.',
  'escrowRecovery.is-older':
    'This is an older version. What it leads to may have moved since; try the newest one first.',
  'escrowRecovery.rehearsed-right': 'Right: this way works.',
  'escrowRecovery.rehearsed-uncompared':
    'The answer is right. Whether that place gives back the right thing this device cannot tell, so it does not count as tried out.',
  'escrowRecovery.rehearse-more':
    '.input {$ways :integer} .match $ways one {{Try one more way, then it is known that your wallet comes back like that.}} * {{Try {$ways} more ways, then it is known that your wallet comes back like that.}}',

  'failure.identity-refused.missing': 'One of your details is missing ({$field :field}). Nobody was asked.',
  'failure.identity-refused.too-long': 'One of your details is too long ({$field :field}). Nobody was asked.',
  'failure.identity-refused.pattern':
    'One of your details does not have the form that it has in this country ({$field :field}). Nobody was asked.',
  'failure.identity-refused.date':
    'One of your details is no day of the calendar ({$field :field}). Write it like 1990-02-28. Nobody was asked.',
  'failure.identity-refused.unknown': 'In this country nobody is asked for {$field :field}. Nobody was asked.',
  'failure.no-escrow-place': 'No place was named that could be asked. Add the address of one.',
  'failure.search-stopped': 'The search was stopped. Nothing was changed.',
  'failure.secret-not-found': 'That was not among what was found last. Search again.',
  'failure.secret-of-other-program':
    'What is called {$name :quote} was left there by another program and is no wallet of Holdfast. Bring it back with that program.',
  'failure.document-unfit':
    'What these places gave is not what they had announced, or cannot be read: {$places :places}. Nothing was changed; try another version.',
  'failure.document-not-there':
    'None of these places gave what it has: {$places :places}. Nothing was changed; try again later.',
  'failure.recovery-running': 'Another recovery is under way. Go on with it, or stop it first.',
  'failure.no-recovery': 'No recovery is under way. Search first.',
  'failure.no-such-way': 'There is no such way in this recovery.',
  'failure.recovery-not-open': 'Not enough was shown yet to get the secret. Nothing was changed.',
  'failure.no-payment-asked': 'Nobody asks for a payment here. Nothing was paid.',
  'failure.fee-not-agreed': 'It costs {$fee :amount}, which was not agreed to. Nothing was paid.',
  'failure.secret-unreadable':
    'The secret was brought back, and it is no wallet of Holdfast: another program left it there, or it was damaged before. Nothing was changed.',
  'failure.newer-secret':
    'The secret was brought back, and a newer Holdfast left it there (version {$version :integer}). Nothing was changed; please update and go on.',
  'failure.cannot-rehearse':
    'This way ({$type :way}) cannot be tried out here: a question and an authenticator can. Nothing was sent.',
} as const;

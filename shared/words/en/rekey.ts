// SPDX-License-Identifier: GPL-3.0-or-later

/** A new secret, because somebody else may have seen the sheet. */
export const rekey = {
  'rekey.stays':
    '{$stays :said} cannot be moved now, because it is too little, too near its end, or on its way. Whoever has the old sheet can still reach it; it stays usable and is moved as soon as it can be.',
  'rekey.issuers-silent':
    'These issuers do not answer: {$issuers :places}. {$sums :said} there is moved once they do; you are asked about its cost then.',
  'rekey.places-silent':
    'These places did not answer, so their last known price is shown: {$places :places}. If one wants more, you are asked.',
  'rekey.coming':
    '{$coming :said} is on its way here. Whoever has the old sheet could take it when it arrives. If you can, do not send it, and begin anew after this.',
  'rekey.sent':
    '.input {$payments :integer} .match $payments one {{{$payments} payment to or from a person is open. Whoever has the old sheet could take it first; end it if you do not trust that.}} * {{{$payments} payments to or from people are open. Whoever has the old sheet could take them first; end them if you do not trust that.}}',
  'rekey.devices':
    'Other devices of this wallet stop: {$devices :names}. What only they know is not moved, so let them make a copy first, if you can. Afterwards erase the wallet there and restore it with the new sheet.',
  'rekey.passwords':
    'The password of {$places :places} could be read with the old sheet, too. Change it there, and enter the new one here.',
  'rekey.copies-stay':
    'Old copies stay: whoever has the old sheet can read in them what you did until today, but gets no money that was moved.',
  'rekey.escrow-follows':
    'What is in escrow follows: its methods are made anew for the new secret, and paid within what you agreed to for a year.',
  'rekey.escrow-wants': 'What is in escrow opens only the old secret. Set the escrow up again afterwards.',
  'rekey.no-place': 'There is no place for copies. Add one; then it goes on by itself.',
  'rekey.copying':
    '{$held :integer} of {$wanted :integer} copies under the new secret are there. Waiting for {$places :places}. Nothing was moved yet; until it is, the old sheet is still the one that brings back your money.',
  'rekey.moving': 'The money is being moved out of reach of the old sheet, at {$issuers :places}.',
  'rekey.telling': 'Your other devices hear that this wallet has moved. Waiting for {$places :places}.',
  'rekey.saving':
    'Waiting for the copies: {$held :integer} of {$wanted :integer} have everything. Then it is time to print the new sheet.',
  'rekey.unproven':
    'The sheet was read, but no test with it has brought your money back yet. Test it on the page “Recovery sheet”.',
  'rekey.taken': 'Somebody was faster: {$sums :said} was spent elsewhere.',
  'rekey.reachable': '{$sums :said} can still be reached with the old sheet. It is moved as soon as it can be.',

  'newSecret.title': 'New secret',
  'newSecret.lead':
    'For when somebody may have seen, photographed or found your recovery sheet. Your money moves to a new secret; afterwards the old sheet is worth nothing.',
  'newSecret.open': 'Somebody saw my sheet',
  'newSecret.open.words': 'Make a new secret, so that the old sheet is worth nothing.',
  'newSecret.asking': 'Asking your places and issuers what it costs …',
  'newSecret.cost': 'It costs at most {$total :said}.',
  'newSecret.cost.nothing': 'It costs nothing.',
  'newSecret.places': 'New account at',
  'newSecret.place.free': 'free',
  'newSecret.place.year': '{$fee :amount} a year, with what paying it costs at most {$total :amount}',
  'newSecret.place.lost': 'What is left of the years that you have paid there is lost.',
  'newSecret.money.moves': 'Moves',
  'newSecret.money.silent': '{$sum :amount} waits: this issuer does not answer',
  'newSecret.know': 'Good to know',
  'newSecret.do': 'Make a new secret',
  'newSecret.do.paid': 'Make a new secret for {$total :said}',
  'newSecret.confirm.title': 'Make a new secret?',
  'newSecret.confirm.keep': 'Not now',
  'newSecret.confirm.words':
    'It costs at most {$total :said}. From the moment your money moves, only a new sheet brings it back: print it and test it right afterwards.',
  'newSecret.confirm.free':
    'From the moment your money moves, only a new sheet brings it back: print it and test it right afterwards.',
  'newSecret.running':
    'This can take some minutes. It goes on by itself, also after a restart; nothing is lost if it is cut short.',
  'newSecret.step': 'Step {$number :integer} of {$of :integer}: {$step :said}',
  'newSecret.step.secret': 'Make a new secret',
  'newSecret.step.copies': 'Store copies under it',
  'newSecret.step.money': 'Move the money',
  'newSecret.step.telling': 'Tell your other devices',
  'newSecret.step.sheet': 'Print the new sheet',
  'newSecret.step.test': 'Test the new sheet',
  'newSecret.done': 'The new secret is in use, and its sheet is tested. Destroy the old sheet.',
  'newSecret.made':
    'The new secret of {$at :day} is in use, and its sheet was tested: nothing of it is left to do. Destroy the old sheet, if you have not.',
  'newSecret.another': 'Make yet another one',
  'newSecret.goOn': 'Go on now',
  'newSecret.cancel': 'Keep the old secret',
  'newSecret.cancel.title': 'Keep the old secret?',
  'newSecret.cancel.keep': 'Go on with the new one',
  'newSecret.cancel.words': 'Nothing was moved yet. What was paid for new accounts is not given back.',
  'newSecret.cancelled': 'The old secret stays, and its sheet is the one that counts.',
  'newSecret.toSheet': 'To the new sheet',
  'newSecret.void':
    'Print the new sheet now and read it back: until then nothing brings your money back. The old sheet is worth nothing any more; destroy it.',
  'newSecret.unread':
    'Read the new sheet back now: only then is it known that it brings your money back. The old sheet is worth nothing any more; destroy it.',
  'newSecret.noCopies': 'This wallet has no secret yet: it gets one with the first place for copies.',
  'newSecret.look': 'See how far it is',
  'newSecret.under': 'A new secret is under way',
} as const;

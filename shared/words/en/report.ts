// SPDX-License-Identifier: GPL-3.0-or-later

/** What a restore, a takeover, emptying and leaving came to, and which devices know a wallet. */
export const report = {
  'restored.restored': 'Copies came from {$found :integer} of {$of :integer} places.',
  'restored.restored+total': 'Restored: {$total :said}.',
  'restored.joined':
    'What came from {$found :integer} of {$of :integer} places was joined with the {$before :said} that was here.',
  'restored.joined+total': 'This wallet now holds {$total :said}.',
  'restored.moved':
    'This sheet is void: on {$at :time} that wallet moved to a new secret, and its money with it. Use the new sheet. What this wallet still shows could not be moved, or was under way in that old copy and goes as soon as its issuer has answered.',
  'restored.emptied': 'That wallet was emptied on {$at :day}: everything in it was sent to another wallet.',
  'restored.spent-elsewhere':
    '{$lost :said} of what the copies hold was spent after they were made, with this same wallet on its old computer or another device of yours. Nothing is missing by this restore: that money went where it was paid. If it was not you, somebody else has your sheet.',
  'restored.bad-signatures':
    '.input {$coins :integer} .match $coins one {{One piece of money has a wrong signature because a copy was damaged. It is not spent, and never deleted.}} * {{{$coins} pieces of money have a wrong signature because a copy was damaged. They are not spent, and never deleted.}}',
  'restored.newest-unusable': 'The newest copy at {$place :place} could not be used. {$why :said}',
  'restored.silent':
    'No answer came from {$places :places}. Something newer may be there; it is asked for again later.',
  'restored.kept-apart':
    '.input {$entries :integer} .match $entries one {{A copy held one record that no honest wallet writes. Somebody who knows the code on your sheet may have put it there. It was kept apart and does nothing; if you do not know who that is, move to a new wallet. ({$detail :quote})}} * {{Copies held {$entries} records that no honest wallet writes. Somebody who knows the code on your sheet may have put them there. They were kept apart and do nothing; if you do not know who that is, move to a new wallet. ({$detail :quote})}}',
  'restored.issuers-silent': 'These issuers did not answer, so the money there is not checked yet: {$issuers :places}.',
  'restored.issuers-untelling':
    'These issuers cannot say what is already spent: {$issuers :places}. What another copy has spent there shows as the money is renewed.',
  'restored.issuers-asked': 'The copies led to these issuers: {$issuers :places}.',
  'restored.issuers-unasked':
    'These issuers are named in the copies and were not asked, because the place that keeps them may not lead there, or they are too many: {$issuers :places}. If you know one of them, add it under that address; its money waits until then.',
  'restored.places-unasked':
    'These places are named in the copies and were not asked, because the place that keeps them may not lead there: {$places :places}. If one of them is yours, add it under that address.',
  'restored.paid-over-done': '{$sums :said} of it was paid over to this wallet: nobody else can spend it any more.',
  'restored.taken-meanwhile':
    '{$sums :said} of it was spent by somebody else during the takeover: whoever has the other sheet was faster. The rest is not touched by that.',
  'restored.paid-over':
    '{$sums :said} of it is being paid over to this wallet. Until that is done, whoever has the other sheet can still spend it.',
  'restored.paid-over+fees': 'That costs up to {$fees :said}.',
  'restored.stays-reachable':
    '{$stays :said} cannot be paid over now: it can be spent here, and by whoever has the other sheet.',
  'restored.told-all': 'The other device hears of it from all places ({$places :integer}).',
  'restored.told-some':
    'The other device hears of it from {$told :integer} of {$of :integer} places; the others are told later.',

  'emptying.idle': 'This wallet is not being emptied.',
  'emptying.leaving': 'Everything was taken. The places for copies are being told, then this wallet is erased here.',
  'emptying.sending':
    'Payments still to be taken: {$open :integer} of {$of :integer}, until {$until :time}. What is not taken by then comes back.',
  'emptying.waits-for-bank':
    'Everything was taken, but this wallet still waits for money from a bank: {$sums :said}. End that if the money was never sent, or wait for it and empty again.',
  'emptying.still-here': '{$left :said} is still here.',
  'emptying.still-under-way': 'Something is still under way.',
  'emptying.again': 'Empty again to send it, or stop and keep the wallet.',
  'emptying.taken': 'Everything was taken.',
  'emptying.finish': 'Finish to leave the wallet and erase it here.',
  'emptying.late.kept':
    'Nobody has seen {$sums :said}, ended here. If it is sent after all, only a restore of the last copy finds it.',
  'emptying.late.unkept':
    'Nobody has seen {$sums :said}, ended here. If it is sent after all, it goes back to its sender or is lost, because no place keeps the keys.',

  'leaving.not-yet':
    'Not enough places know yet that this device is leaving, so nothing is forgotten. It goes on by itself; keep this device to stay after all.',
  'leaving.left': 'This device has left the wallet, and the recovery secret is forgotten here. Told: {$told :places}.',
  'leaving.untold':
    'These did not answer and will not hear of it: {$places :places}. There this device still seems to be in use.',
  'leaving.taken-over':
    'This wallet was taken over while this device was leaving it. The recovery secret is forgotten here, and the money is with whoever took it over.',
  'leaving.waits-for-next': 'The money waits for whoever takes the wallet over with its recovery sheet.',
  'leaving.move-untold':
    'Not told yet that the wallet has moved to a new secret: {$places :places}. They are told as soon as they answer, while Holdfast is open here within 30 days. Until then another device that only asks there still counts old money there, which is worth nothing any more.',

  'known.only': 'No other device uses this wallet.',
  'known.active':
    '.input {$count :integer} .match $count one {{This is the active device. {$others :names} stops as soon as it hears of it.}} * {{This is the active device. {$others :names} stop as soon as they hear of it.}}',
  'known.kept-apart':
    '.input {$entries :integer} .match $entries one {{A copy held one record that no honest wallet writes. Somebody who knows the code on your sheet may have put it there. It was kept apart and does nothing; if you do not know who that is, move to a new wallet. ({$detail :quote})}} * {{Copies held {$entries} records that no honest wallet writes. Somebody who knows the code on your sheet may have put them there. They were kept apart and do nothing; if you do not know who that is, move to a new wallet. ({$detail :quote})}}',
  'known.stands-still': '{$standing :said}',
} as const;

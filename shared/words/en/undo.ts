// SPDX-License-Identifier: GPL-3.0-or-later

/** Undoing a restore or a takeover. */
export const undo = {
  'undoing.title': 'Undo',
  'undoing.lead':
    'What a restore has brought to this computer can be undone for 30 days. What that means in money is shown before anything happens.',
  'undoing.step.restore': 'A wallet was restored here',
  'undoing.step.continued': 'Another wallet was taken over and goes on here',
  'undoing.step.joined': 'Another wallet’s money was brought into this one',
  'undoing.step.when': '{$at :time}; can be undone until {$until :day}',
  'undoing.underWay': 'Being undone. It goes on by itself when enough places have heard of it.',
  'undoing.open': 'Undo this …',
  'undoing.open.label': 'Undo what happened on {$at :time}',
  'undoing.ask.title': 'Undo this?',
  'undoing.ask.looking': 'Looking what it would mean …',
  'undoing.do': 'Undo it',
  'undoing.keep': 'Leave it as it is',

  'undo.empty-again': 'This computer then has no wallet, as before.',
  'undo.left-again': 'This device has then left that wallet, as before.',
  'undo.leaves':
    '{$sums :said} leaves this computer: all that is in this wallet, also what came since. It is not lost. It stays in the copies at its places, and its recovery sheet, or its escrow where it has one, brings it back. What was spent since stays spent.',
  'undo.nothing-leaves': 'There is no money in this wallet.',
  'undo.stands-still':
    'These devices stand still because the wallet was taken over: {$others :names}. To go on there, choose “Keep using this one” there.',
  'undo.returns':
    '{$sums :said} that came from the other wallet leaves this one. It is not lost: that wallet’s own sheet still brings it back. These places have it: {$places :places}.',
  'undo.no-money-returns': 'No money leaves this wallet, only entries of the other one that are worth nothing here.',
  'undo.stays':
    'The other wallet held {$there :said} when it was taken over. What is not named here stays in this wallet: it was paid over to it or used since, and only this wallet can bring it back.',
  'undo.silent':
    'What only these places of the other wallet keep stays here too, for they did not answer: {$places :places}.',
  'undo.told':
    'Devices of the other wallet that have heard of the takeover stand still. To go on with one, choose “Keep using this one” there.',
  'undo.goes-on':
    'It has begun. Not enough places have heard of it yet, so nothing is gone here; it goes on by itself. Until then “Keep using this one” ends it.',
  'undo.left':
    'Undone. The wallet is gone from this computer, and its sheet, or its escrow where it has one, brings it back. Told: {$told :places}.',
  'undo.untold':
    'These did not answer and will not hear of it: {$places :places}. There this device still seems to be in use.',
  'undo.returned': 'Undone. {$sums :said} has left this wallet, and the other wallet’s own sheet brings it back.',
  'undo.done': 'Undone.',
} as const;

// SPDX-License-Identifier: GPL-3.0-or-later

/** A restore that is carried out for a try. */
export const drill = {
  'drill.all-back':
    '.input {$found :integer} .match $found one {{Everything can be brought back, by {$found} of {$of :integer} places.}} * {{Everything can be brought back, by {$found} of {$of :integer} places.}}',
  'drill.all-back+total': 'That is {$total :said} of {$total :said}.',
  'drill.not-all':
    '{$lacking :said} of {$total :said} would not come back: {$found :integer} of {$of :integer} places gave a copy.',
  'drill.not-all+brought': 'What comes back: {$brought :said}.',
  'drill.nothing-found': 'Nothing would come back: none of the places gave a copy that opens ({$of :integer} in all).',
  'drill.nothing-found+total': 'If this computer died now, {$total :said} would be lost.',
  'drill.oldest': 'The oldest of these copies is of {$at :time}.',
  'drill.lost-at': 'What was kept there is gone, older than it was, or does not open any more: {$places :places}.',
  'drill.left-out':
    '.input {$entries :integer} .match $entries one {{{$entries} record is missing in copies that should have it.}} * {{{$entries} records are missing in copies that should have them.}}',
  'drill.later':
    '.input {$entries :integer} .match $entries one {{{$entries} record is newer than the copies; the next copy has it.}} * {{{$entries} records are newer than the copies; the next copy has them.}}',
  'drill.silent-at': 'These places did not answer, so they are not tested: {$places :places}.',
  'drill.not-led-to': 'Neither this sheet nor a copy leads to {$places :places}. A new sheet would.',
  'drill.copy-now': 'Make copies now, and test again.',
  'drill.spent-elsewhere':
    '{$lost :said} of what is here was spent elsewhere already: by another device of yours, or by somebody who has your sheet.',
  'drill.bad-signatures':
    '.input {$coins :integer} .match $coins one {{One piece of money came back with a wrong signature.}} * {{{$coins} pieces of money came back with a wrong signature.}}',
  'drill.issuers-silent':
    'These issuers did not answer, so the money there is compared, and not asked about: {$issuers :places}.',
  'drill.issuers-untelling':
    'These issuers cannot tell what is spent already, so the money there is compared, and not asked about: {$issuers :places}.',
  'drill.alone': 'Alone it brings back {$sums :said}.',
  'drill.last': 'In the test of {$at :time}, {$brought :said} of {$total :said} came back.',
  'drill.last-nothing': 'In the test of {$at :time}, nothing of {$total :said} came back.',

  'trial.verdict.passed': 'Test passed',
  'trial.verdict.behind': 'The last change is not in a copy yet',
  'trial.verdict.failed': 'Not everything would come back',
  'trial.verdict.places':
    '.input {$places :integer} .match $places one {{One place does not hold what it should}} * {{{$places} places do not hold what they should}}',
  'trial.brings.all': 'Brings back everything',
  'trial.brings.part': 'Brings back a part',
  'trial.brings.nothing': 'Brings back nothing',
  'trial.places': 'What each place brings back',
  'trial.running': 'Restoring for a try. Nothing changes here, and nothing is uploaded.',
  'trial.stop': 'End the test',
  'trial.coins':
    '.input {$count :integer} .match $count one {{One piece of money was asked about at its issuer.}} * {{{$count} pieces of money were asked about at their issuers.}}',
} as const;

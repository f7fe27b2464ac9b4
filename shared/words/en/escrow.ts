// SPDX-License-Identifier: GPL-3.0-or-later

/** The recovery secret in escrow: at places that give it back to whoever shows that it is theirs. */
export const escrow = {
  'escrow.enough-places':
    '.input {$places :integer} {{Whoever knows your personal data still needs {$needed :integer} of your ways, at {$places} places at least.}}',
  'escrow.one-place':
    'A single place can hold all ways that are needed ({$needed :integer}). Whoever runs it, or breaks in there, would need no other.',
  'escrow.answers-alone':
    'Some answers to questions alone are enough. Whoever knows you well needs no phone, mailbox or app of yours.',
  'escrow.place-left-out': '{$place :place} is left out. {$why :said}',
  'escrow.check-digits':
    'The check digits of {$field :field} do not fit. Look again whether it is typed as it stands on paper.',
  'escrow.dear-recovery': 'Getting it back costs up to {$sums :said} at these places.',
  'escrow.clock-off':
    'The code is right for a clock that differs by {$by :span}. Set the clock of this computer or of the phone, then try again.',
  'escrow.other-code': 'This code is not one of this key. The app has to show eight digits.',
  'escrow.silent': 'It does not answer now. {$why :said}',
  'escrow.no-escrow': 'This is no place that keeps secrets in escrow. {$why :said}',
  'escrow.salt-changed':
    'It has changed what it mixes into your data, so that nothing stored there is found any more. Set the escrow up again without it.',
  'escrow.asks': '{$why :said}',
  'escrow.lacks-coins': '{$lacking :amount} is needed to pay it, and there is not enough here.',
  'escrow.unpaid': 'It wants to be paid first. {$why :said}',
  'escrow.paying': 'Its payment is on its way.',
  'escrow.misbehaves': '{$why :said}',
  'escrow.order-lost':
    'What it asked to be paid for cannot be paid any more, and it makes no other order for that. Set the escrow up again.',
  'escrow.serves-old':
    'It gives back version {$version :integer} although version {$stored :integer} was stored there. It is asked again.',
  'escrow.serves-other': 'What it gives back is not what was stored there. It is stored again.',
  'escrow.lost': 'It has lost what was stored there. It is stored again.',
  'escrow.unread': 'Stored, and not read back yet. {$why :said}',
  'escrow.written-by-other':
    'Somebody else has stored something newer there under this wallet’s name. If that was none of your devices, set the escrow up again with other ways.',
  'escrow.newer-there':
    'Something newer lies there under your data beside what this wallet has stored. If you have no other wallet in escrow there, set the escrow up again with other ways.',
  'escrow.refuses-method': 'It does not take this way any more: {$type :way}. Set the escrow up again.',
  'escrow.id-taken': 'Something else lies there where a way was to be stored. Set the escrow up again.',
  'escrow.too-large': 'It does not take so much.',
  'escrow.methods-missing':
    '.input {$count :integer} .match $count one {{One way is not stored there yet.}} * {{{$count} ways are not stored there yet.}}',
  'escrow.waits': 'It is asked again {$until :time}.',
  'escrow.paid-ends': 'Paid until {$until :day}; then it is paid again within the agreed price.',
  'escrow.paid-over': 'What was paid for ended {$until :day}.',
  'escrow.ends-early':
    'It says that it keeps this until {$until :day} only, although it is paid until {$paid :day}. It is not paid again for that; set the escrow up with another place if it stays so.',
  'escrow.secret-changed':
    'This wallet has a new secret. What lies in escrow opens the old one, which is worth nothing any more.',
  'escrow.data-wanted':
    'Something has changed, and your personal data was not kept. Give it again, so that the escrow follows.',
  'escrow.methods-wanted':
    'For the new secret the ways have to be given anew, so that nobody with the old sheet gets at it. Set the escrow up again.',

  'failure.escrow-needs-newer':
    'A newer Holdfast has set up this wallet’s escrow. It is kept as it is; update Holdfast to look after it. Nothing was changed.',
  'failure.no-escrow': 'Nothing of this wallet is in escrow. Nothing was changed.',
  'failure.escrow-running': 'The escrow is being set up or brought up to date at this moment. Nothing was changed.',
  'failure.escrow-attribute.missing': '{$name :field} is missing. Nothing was sent.',
  'failure.escrow-attribute.too-long': '{$name :field} is too long. Nothing was sent.',
  'failure.escrow-attribute.pattern':
    'What is typed as {$name :field} is not how it is written in this country. Nothing was sent.',
  'failure.escrow-attribute.date': '{$name :field} is no date. Nothing was sent.',
  'failure.escrow-attribute.unknown': '{$name :field} is not asked for in this country. Nothing was sent.',
  'failure.escrow-method.empty': 'Way {$number :integer} ({$type :way}) is not filled in. Nothing was sent.',
  'failure.escrow-method.too-long': 'Way {$number :integer} ({$type :way}) is too long. Nothing was sent.',
  'failure.escrow-method.shape': 'Way {$number :integer} ({$type :way}) cannot be right as it is. Nothing was sent.',
  'failure.escrow-method.country-code-missing':
    'The phone number of way {$number :integer} ({$type :way}) needs its country code, such as +49. Nothing was sent.',
  'failure.escrow-method.check-digits':
    'The check digits of way {$number :integer} ({$type :way}) do not fit. Nothing was sent.',
  'failure.escrow-method-twice':
    'Method {$number :integer} ({$type :code}) is the same as one before it: whoever has the one has both. Nothing was sent.',
  'failure.escrow-methods-few': 'At least two ways are needed: one alone is one theft. Nothing was sent.',
  'failure.escrow-methods-many': 'There can be {$most :integer} ways. Nothing was sent.',
  'failure.escrow-ways-many':
    'There would be more than {$most :integer} combinations of ways. Choose fewer ways, or other numbers. Nothing was sent.',
  'failure.escrow-needed': 'Between 2 and {$methods :integer} of the ways can be asked for. Nothing was sent.',
  'failure.escrow-no-place-for':
    'None of these places offers this way: {$type :way}. Take another way, or add a place. Nothing was sent.',
  'failure.escrow-place': '{$place :place} cannot be used now. {$why :said}',
  'failure.escrow-asks': 'It would cost {$total :said}, which was not agreed to. Nothing was sent.',
  'failure.escrow-other-person':
    'With this data nothing of this wallet is found at its places. Look again whether it is typed as it was then. Nothing was changed.',
  'failure.escrow-unproven':
    'No place could be asked whether this is the same data as then. Try again when one answers. Nothing was changed.',
} as const;

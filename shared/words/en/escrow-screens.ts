// SPDX-License-Identifier: GPL-3.0-or-later

/** Giving the secret to places that give it back to its owner: four steps, and how it stands afterwards. */
export const escrowScreens = {
  'escrowPage.title': 'Escrow',
  'escrowPage.lead':
    'Your recovery secret in sealed parts at several places. Each gives its part only to whoever proves to be you; none can open anything alone. It brings your money back without paper.',
  'escrowPage.offer':
    'Not set up. Several places keep a sealed part of your recovery secret and give it back to whoever proves to be you: a way back when the paper is gone, too.',
  'escrowPage.open': 'Set up escrow',
  'escrowPage.show': 'Show and try',
  'escrowPage.mend': 'See what is missing',
  'escrowPage.noCopies':
    'There is nothing to hand over yet: this wallet gets its recovery secret with the first place for copies. Add one first.',
  'escrowPage.step': 'Step {$number :integer} of {$of :integer}: {$step :said}',
  'escrowPage.step.person': 'Who you are',
  'escrowPage.step.ways': 'Ways to prove it',
  'escrowPage.step.places': 'Places and price',
  'escrowPage.step.done': 'Storing and trying',
  'escrowPage.next': 'Continue',
  'escrowPage.back': 'Back',
  'escrowPage.anew':
    'This replaces your ways and places with new ones. Until you have agreed to them at the end, everything stays as it is.',
  'escrowPage.leave': 'Leave it as it is',
  'escrowPage.country': 'Country whose papers you have',
  'escrowPage.country.other': 'Another country',
  'escrowPage.country.name': '{$name :said}',
  'escrowPage.optional': '{$field :said} (may stay empty)',

  'escrowPerson.title': 'Who are you?',
  'escrowPerson.words':
    'With exactly this data your escrow is found again, years from now and on any computer. Write it as it stands on your papers: one letter more, and nothing is found.',
  'escrowPerson.kept':
    'It does not leave this computer: the places get numbers made from it, and cannot tell who you are.',

  'escrowPerson.day': 'It is {$day :day}.',

  'escrowWays.title': 'How can you prove it is you?',
  'escrowWays.words':
    'Choose ways that a thief would not have all at once. Later some of them are asked for, not all: one may be lost.',
  'escrowWays.add': 'Add a way:',
  'escrowWays.hint': '{$hint :said}',
  'escrowWays.drop': 'Remove',
  'escrowWays.drop.label': 'Remove: {$way :said}, {$hint :name}',
  'escrowWays.few': 'To go on, at least two ways are needed.',
  'escrowWays.third': 'Two are enough to go on, and then both are needed. With a third one any two will do.',
  'escrowWays.missing': 'Other ways, which no known place offers',

  'escrowPlaces.title': 'Which places keep a part?',
  'escrowPlaces.words':
    'Each place keeps its part sealed. It learns your address or number only when you ask it for a code; it never learns your answers, your name, or what is in your wallet.',
  'escrowPlaces.asking': 'Places are asked what they offer …',
  'escrowPlaces.first': 'Address of a place that offers escrow (Anastasis)',
  'escrowPlaces.another': 'Another place',
  'escrowPlaces.help': 'Its web address, https://… Three places of different owners are good.',
  'escrowPlaces.calls': 'calls itself {$name :name}',
  'escrowPlaces.silent': 'It did not answer.',
  'escrowPlaces.free': 'Free of charge',
  'escrowPlaces.yearly': '{$fee :amount} a year',
  'escrowPlaces.yearlyWay': '{$fee :amount} a year, and {$each :amount} a year for each way',
  'escrowPlaces.ways': 'Offers: {$ways :said}.',
  'escrowPlaces.wayFee': '{$way :said} ({$fee :amount} when you use it)',
  'escrowPlaces.liability': 'If it loses your part, it pays up to {$sum :amount}.',
  'escrowPlaces.noLiability': 'If it loses your part, it pays nothing.',
  'escrowPlaces.termsAt': 'The places’ terms stand at these addresses; read them in your browser before you agree:',
  'escrowPlaces.termsOf': 'Terms of {$place :place}',

  'escrowPlan.title': 'Together',
  'escrowPlan.asking': 'The price is being worked out …',
  'escrowPlan.needed': 'To bring your money back',
  'escrowPlan.any': '.input {$needed :integer} .input {$count :integer} {{any {$needed} of these {$count} are enough}}',
  'escrowPlan.at': 'Place for: {$way :said}',
  'escrowPlan.recoveryFee': '{$fee :amount} when you use it',
  'escrowPlan.thief':
    'Whoever knows your data and {$ways :said} gets at your money. It does not get easier: with fewer of your ways nobody does, no place either.',
  'escrowThief.question': 'knows an answer of yours',
  'escrowThief.email': 'reads your e-mail',
  'escrowThief.sms': 'gets the messages to your number',
  'escrowThief.iban': 'transfers from your account',
  'escrowThief.totp': 'has your code app',
  'escrowThief.post': 'opens your letters',
  'escrowThief.file': 'reads a file at the place',
  'escrowPlan.cost': 'What it costs',
  'escrowPlan.now': 'Now, for the first year',
  'escrowPlan.yearly': 'Each further year',
  'escrowPlan.paying': 'Fees for paying, in both sums',
  'escrowPlan.nothing': 'nothing',
  'escrowPlan.costWords':
    'Paid from your own money, with what paying it costs. It is renewed by itself within this price; if a place wants more, nothing is paid and you are asked.',
  'escrowPlan.remember': 'Keep my data in this wallet, encrypted',
  'escrowPlan.remember.why':
    'Then the escrow follows by itself when your places for copies change. Otherwise you are asked for your data again each time.',
  'escrowPlan.storing': 'The parts are being stored and read back. You may leave this page; it goes on by itself.',
  'escrowPlan.do.free': 'Agree to the terms and store the parts',
  'escrowPlan.do.paid': 'Agree to the terms, pay {$total :said} and store the parts',

  'escrowStep.current': 'Escrow is up to date',
  'escrowStep.uploading': 'Storing the parts',
  'escrowStep.behind': 'Escrow is behind',
  'escrowStep.wants-data': 'Your data is needed again',
  'escrowStepWhy.current':
    '.input {$needed :integer} .input {$count :integer} .input {$places :integer} .match $places one {{Any {$needed} of {$count} ways bring your wallet back; {$places} place has the newest state.}} * {{Any {$needed} of {$count} ways bring your wallet back; {$places} places have the newest state.}}',
  'escrowStepWhy.uploading':
    '.input {$needed :integer} .input {$count :integer} .input {$places :integer} .match $places one {{So far {$places} place has its part. When all have theirs, any {$needed} of {$count} ways bring your wallet back.}} * {{So far {$places} places have their part. When all have theirs, any {$needed} of {$count} ways bring your wallet back.}}',
  'escrowStepWhy.behind':
    '.input {$needed :integer} .input {$count :integer} .input {$places :integer} .match $places 0 {{Something changed, and no place has it yet. What they had before still opens your wallet, with {$needed} of {$count} ways. No money is lost by this.}} one {{Something changed, and only {$places} place has it yet. What the others had before still opens your wallet, with {$needed} of {$count} ways. No money is lost by this.}} * {{Something changed, and only {$places} places have it yet. What the others had before still opens your wallet, with {$needed} of {$count} ways. No money is lost by this.}}',
  'escrowStepWhy.wants-data':
    '.input {$needed :integer} .input {$count :integer} .input {$places :integer} .match $places 0 {{Something changed, and the escrow cannot follow without your data. What the places had before still opens your wallet, with {$needed} of {$count} ways.}} one {{Something changed, and the escrow cannot follow without your data; {$places} place has the newest state. What the others had before still opens your wallet, with {$needed} of {$count} ways.}} * {{Something changed, and the escrow cannot follow without your data; {$places} places have the newest state. What the others had before still opens your wallet, with {$needed} of {$count} ways.}}',

  'escrowNow.wantsMethods': 'Set the escrow up again',
  'escrowNow.places': 'Places of the escrow',
  'escrowNow.current': 'Up to date',
  'escrowNow.behind': 'Behind',
  'escrowNow.untried': 'Try a way once: then you know that you can.',
  'escrowNow.coming': 'Not yet',
  'escrowNow.stored': 'Stored',
  'escrowNow.before': 'Stored before this wallet was restored',
  'escrowNow.never': 'Nothing stored yet',
  'escrowNow.paidUntil': 'paid until',
  'escrowNow.keptUntil': 'kept free of charge until',
  'escrowNow.allPaid': 'Paid until {$until :day} at least.',
  'escrowNow.ways': 'Ways to prove it is you',
  'escrowNow.wayAt': 'at {$place :place}',
  'escrowNow.update': 'Bring up to date now',
  'escrowNow.goOn': 'Go on now',
  'escrowNow.agree': 'Agree to {$total :said} and bring up to date',
  'escrowNow.updating': 'The places are asked. This may take a minute; you may leave this page.',
  'escrowNow.anew': 'Set up anew',
  'escrowNow.change': 'Change ways or places …',
  'escrowNow.more': 'About this escrow',
  'escrowNow.country': 'Country',
  'escrowNow.number': 'Number of this wallet',
  'escrowNow.agreed': 'Agreed for a year',
  'escrowNow.person': 'Your data',
  'escrowNow.person.kept': 'kept here, encrypted',
  'escrowNow.person.asked': 'not kept; you are asked each time',

  'escrowAsks.no-consent': 'It asks for a payment, and on this computer no price was agreed to. Nothing was paid.',
  'escrowAsks.fee-above-cap': 'It asks {$fee :amount}, and you agreed to at most {$cap :amount}. Nothing was paid.',
  'escrowAsks.order-differs':
    'It announces {$announced :amount} and asks for {$asked :amount}. Nothing was paid; it is asked again later.',
  'escrowAsks.paid-already': 'It asks for another payment although it is paid until {$until :day}. Nothing was paid.',
  'escrowAsks.paid-unconfirmed':
    'Paid and not confirmed: it took {$taken :amount} for order {$orderId :name} and denies it. Nothing more is paid to it. Show it the order.',
  'escrowAsks.clock-differs':
    'The clock of this computer says {$here :time}, and this place says {$there :time}. Nothing was paid: set the clock right, and the next year is paid when it is time.',
  'escrowAsks.too-many-orders': 'It has asked for one payment after another. Nothing more was paid.',

  'escrowUpdate.title': 'Your data, once more',
  'escrowUpdate.words':
    'Write it exactly as you did when you set the escrow up. It is used for this once and not kept.',

  'escrowTry.words':
    'A way that was tried is known to work. Trying a question or a code app costs nothing and leaves the other ways alone; codes that are sent are not tried.',
  'escrowTry.open': 'Try',
  'escrowTry.open.label': 'Try: {$way :said}, {$hint :name}',
  'escrowTry.do': 'Check',
  'escrowTry.right': 'Right: this way works.',
  'escrowTry.wrong':
    'That is not right. Look at it again before you need it; if you are unsure, set the escrow up anew.',
  'escrowTry.tried': 'Tried, and it works:',
  'escrowTry.close': 'Close',

  'escrowForget.open': 'End the escrow …',
  'escrowForget.title': 'End the escrow?',
  'escrowForget.do': 'End it',
  'escrowForget.words':
    'Nothing is stored, renewed or paid there any more. What the places have stays until it is no longer paid for; nobody but you can open it.',
  'escrowForget.done': 'The escrow is ended; nothing follows there any more.',
  'escrowForget.kept': '{$place :place} keeps what it has until it is no longer paid for.',
  'escrowForget.keptUntil': '{$place :place} keeps what it has until {$until :day}.',
  'escrowForget.paper': 'From then on only your recovery sheet brings your money back.',

  'playMessages.title': 'Messages to you',
  'playMessages.words': 'No phone rings and no mail comes with play money. What the play places send is shown here.',
  'playKeeper.free': 'Free play keeper',
  'playKeeper.paid': 'Paid play keeper',
  'playKeeper.other': 'Other play keeper',
  'playMessages.look': 'Look again',
  'playMessages.none': 'Nothing was sent yet.',
  'playMessages.to': 'To {$address :name}, from',
} as const;

// SPDX-License-Identifier: GPL-3.0-or-later

/** The first screens, and what an issuer asks its customers to agree to. */
export const begin = {
  'terms.of': 'Terms of service of {$host :host}',
  'terms.first.new':
    'Before the first money from {$host :host}, read its terms of service. Below are its own words; this program only shows them.',
  'terms.first.changed':
    'The terms of service of {$host :host} are new. What you have there stays yours; for more money from there they count.',
  'terms.fetching': 'Asking for the terms of service …',
  'terms.elsewhere': 'They are written in a form that is not shown here. Read them at',
  'terms.agree': 'Agree and go on',
  'terms.goOn': 'Go on',

  'begin.at': 'Screen {$at :integer} of {$of :integer}',
  'begin.later': 'Later',
  'begin.back': 'Back',
  'begin.next': 'Next: where copies go',
  'begin.done': 'Done',
  'begin.agree.title': 'What you agree to',
  'begin.agree.issuer': 'Issued by',
  'begin.agree.sum': 'You transfer',
  'begin.play.title': 'Your first play money',
  'begin.play.lead':
    'A bank and an issuer inside this program. The cryptography is real, the money is worth nothing, and nobody else is asked.',
  'begin.play.agree': 'Agree, and get {$sum :amount}',
  'begin.play.do': 'Get {$sum :amount}',
  'begin.money.title': 'Your first money',
  'begin.money.lead':
    'An issuer turns a transfer from your bank account into e‑cash in this wallet. Nothing is asked there before you press.',
  'begin.money.link': 'Your bank gave you a link?',
  'begin.money.toLink': 'Open it here',
  'begin.money.skip': 'Go on without money',
  'begin.money.look': 'See costs and terms',
  'begin.money.agree': 'Agree, and show the transfer',
  'begin.money.do': 'Show the transfer',
  'begin.money.again':
    'You find this again in the history until the money has arrived. Go on meanwhile: before it is fetched, a copy has to be somewhere else.',
  'begin.issuers': 'Who issues it',
  'begin.issuers.note':
    'Suggestions only: none of them was reached from where this program is made, and nobody on the list is vouched for.',
  'begin.issuers.worthless': 'worth nothing',
  'begin.issuers.edit': 'Another issuer, or change this list',
  'begin.issuers.address': 'Its address',
  'begin.issuers.add': 'Put it on the list',
  'begin.issuers.hide': 'Take {$name :name} off the list',
  'begin.issuers.showAll':
    '.input {$count :integer} .match $count one {{Show {$count} hidden one again}} * {{Show {$count} hidden ones again}}',
  'begin.places.title': 'Where copies go',
  'begin.places.lead':
    'If this computer dies, your money comes back from there. Each place gets a sealed copy; the page that opens it comes next.',
  'begin.places.list': 'Places for copies',
  'begin.places.folder': 'A folder or a stick',
  'begin.places.folder.why': 'Free. Best on a stick or a drive that is not in this computer.',
  'begin.places.none':
    'No service that takes your currency is on the list. A stick is a good first place; under “Protection” you can add any service or web folder by its address.',
  'begin.places.draws': 'First only the fee is drawn from your money, and the rest once the copies were read back.',
  'begin.places.add':
    '.input {$count :integer} .match $count 0 {{Add}} one {{Add this place}} 2 {{Add both}} * {{Add all {$count}}}',
  'begin.places.addFor':
    '.input {$count :integer} .match $count one {{Add this place for at most {$sums :list} a year}} 2 {{Add both for at most {$sums :list} a year}} * {{Add all {$count} for at most {$sums :list} a year}}',
  'begin.places.goOn': 'Go on with those that were added',
  'begin.places.asks': 'It asks for a name and a password; add it under “Protection”.',
  'begin.places.asking': 'Asking what it costs …',
  'begin.places.adding': 'Being added …',
  'begin.places.added': 'Added',
  'begin.places.drop': 'Not this one',
  'begin.places.dropThis': 'Not this one: {$name :name}',
  'begin.places.limit': 'copies up to {$size :bytes}',
  'begin.paper.title': 'Your page, and whether it works',
  'begin.paper.lead':
    'Whoever has this page has the money. Make sure that nobody looks over your shoulder, print it, then show it to the camera.',
  'begin.paper.page': 'The page as it is printed',
  'begin.paper.test': 'Does the paper bring the money back?',
  'begin.paper.test.words':
    'Show it to the camera, open a photo or the PDF, or type it. Nothing here is changed by this test.',
  'begin.paper.test.do': 'Test it',
  'begin.paper.around': 'Whoever has this page has the money. Make sure that nobody looks over your shoulder.',
  'begin.paper.show': 'Show the page',
  'begin.paper.toPlaces': 'To the places for copies',
  'begin.drill.read': 'The page was read',
  'begin.drill.brings': 'This page brings back',
  'begin.drill.of': 'of {$total :amount}',
  'begin.drill.noMoney':
    'The page is right and leads to your places. There is no money yet that it could bring back; it is tested again when there is.',
  'begin.drill.again': 'Try again',
  'begin.arriving': '{$sum :amount}: waiting for your transfer',
  'begin.arriving.copy': '{$sum :amount} is at the issuer and comes once a copy was made',
  'begin.arriving.facts': 'Show the transfer again',
  'begin.end.safe':
    'Keep the paper where you keep important things. Once a year, or after a change of places, test it again.',
  'begin.end.open': 'What is missing stands under “Protection”, with one button for each thing.',
  'begin.end.do': 'To my money',
  'begin.steps': 'Go on screen by screen',
  'strength.label': 'How hard it is to guess',
  'strength.weak': 'Weak: a stolen file would be opened within days. Four random words are good.',
  'strength.fair': 'Fair: it takes a thief with one computer years.',
  'strength.good': 'Good',
  'strength.strong': 'Strong',
  'restore.stop': 'Stop the restore',
  'leavePlay.title': 'Done playing?',
  'leavePlay.words':
    'Leaving play money ends this play wallet and begins with a real one. Nothing that is worth anything is in it.',
  'leavePlay.do': 'Leave play money …',
  'leavePlay.ask': 'Leave play money?',
  'leavePlay.lost': 'Gone with it: its history, its places, its page, and this play money:',
  'leavePlay.lostNothing': 'Gone with it: the history, the places and the page of this play wallet.',
  'leavePlay.real':
    'There is money in this wallet that is worth something. Send it or pay it out first; until then everything stays:',
  'leavePlay.awaited':
    'A transfer to this wallet may still be on its way. Wait for it, or end it in the history, before you leave.',
  'leavePlay.keep': 'Go on playing',
  'leavePlay.confirm': 'Leave and begin with a real wallet',
  'suggested.title': 'Suggested services',
  'suggested.words':
    'What is offered where you begin. None of them is asked anything before you press, and what you change stays on this computer.',
  'suggested.kind': 'Kind',
  'suggested.kind.issuer': 'Issuers',
  'suggested.kind.place': 'Places for copies',
  'suggested.kind.escrow': 'Places for escrow',
  'suggested.address': 'Address',
  'suggested.add': 'Put it on the list',
} as const;

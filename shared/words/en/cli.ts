// SPDX-License-Identifier: GPL-3.0-or-later

/** What the command line prints. Names of commands and options are the same in every language. */
export const cli = {
  'cli.balance.none': 'No money yet.',
  'cli.balance':
    '{$available :amount} ready to spend, issued by {$exchange :address} (all in all {$total :amount}; change under way {$change :amount}, arriving {$incoming :amount}, set aside {$outgoing :amount})',
  'cli.pending': '{$what :said} ({$id :code}): {$waits :said}',
  'cli.pending.sum': '{$what :said}, {$sum :amount}',
  'cli.pending.fees': "('holdfast agree {$id :code}' goes on with {$total :amount})",
  'cli.pending.without': "('holdfast without-backup {$id :code}' has {$sum :amount} at once, at risk)",
  'cli.copies':
    '.input {$count :integer} .match $count one {{New money is fetched once {$count} place holds a copy of it.}} * {{New money is fetched once {$count} places hold a copy of it.}}',
  'cli.copies.tooFew':
    ".input {$total :integer} .match $total 0 {{There is none, so it waits where it is until you add some or want fewer ('holdfast backup --copies NUMBER').}} one {{There is only {$total}, so it waits where it is until you add more or want fewer ('holdfast backup --copies NUMBER').}} * {{There are only {$total}, so it waits where it is until you add more or want fewer ('holdfast backup --copies NUMBER').}}",
  'cli.open.push.starting': 'Payment of {$sum :amount} ({$id :code}): the issuer has not confirmed it yet.',
  'cli.open.pull.starting': 'Request for {$sum :amount} ({$id :code}): the issuer has not confirmed it yet.',
  'cli.open.push.waiting': 'Payment of {$sum :amount} ({$id :code}), until {$until :time}. Take it with:',
  'cli.open.pull.waiting': 'Request for {$sum :amount} ({$id :code}), until {$until :time}. Pay it with:',
  'cli.history.fees': 'fees {$fees :amount}',
  'cli.exchange': '{$address :address}  {$currency :currency}  {$state :said}  {$version :version}',
  'cli.exchange.ready': 'ready',
  'cli.exchange.read-only': 'can only be looked at',
  'cli.exchange.unreachable': 'did not answer',
  'cli.exchange.conflict': 'is not the one it was',

  'cli.run.next': "Then run 'holdfast run --until-done'.",
  'cli.withdraw.transfer': 'Make this transfer: {$address :address}',
  'cli.withdraw.fees': 'Fees {$fees :amount}; {$total :amount} arrives.',
  'cli.withdraw.number': 'Number by which the issuer finds this wallet: {$number :code}',
  'cli.withdraw.confirm': 'Confirm it at your bank: {$address :address}',

  'cli.ask.pay':
    'Pay {$sum :amount} to {$merchant :said} for {$summary :quote} (fees {$fees :amount}, all in all {$total :amount})?',
  'cli.pay.choices': 'This order can be paid in several ways. Say which with --choice:',
  'cli.pay.choice': '{$number :integer}: {$sum :amount} (fees {$fees :amount}, all in all {$total :amount})',
  'cli.pay.choice.no': '{$number :integer}: {$sum :amount}, not now: {$why :said}',
  'cli.pay.page': 'The page of the shop: {$address :address}',
  'cli.pay.message': 'The shop says: {$said :quote}',
  'cli.pay.from': 'It is paid from your money at {$host :host}.',
  'cli.ask.page': 'Ask {$host :host} whether this page wants money? That is one request; nothing is paid by it.',
  'cli.ask.folder': 'Keep encrypted copies in {$name :name}?',
  'cli.ask.place':
    'Keep encrypted copies at {$name :place} ({$address :address}), {$price :said}? A copy may have {$size :said}; if the place loses it, {$liability :said}.',
  'cli.ask.place.price': '{$fee :amount} per year, with what paying it costs at most {$total :amount}',
  'cli.ask.place.anySize': 'any size',
  'cli.ask.send':
    'Send {$sum :amount}, issued by {$exchange :address} (fees {$fees :amount}, all in all {$total :amount}; {$arrives :amount} arrives)?',
  'cli.ask.fee':
    'Ask for {$sum :amount} at {$exchange :address}? That costs {$fees :amount}, of which {$opening :amount} is paid now and gone also when nobody pays; you get {$total :amount}.',
  'cli.ask.drawing':
    'Ask for {$sum :amount} at {$exchange :address}? When it is paid, {$fees :amount} of that becomes fees; {$total :amount} arrives.',
  'cli.ask.push':
    'Take {$sum :amount} for {$summary :quote}, issued by {$exchange :address} (fees {$fees :amount}; {$total :amount} arrives)?',
  'cli.ask.pull':
    'Pay the request for {$sum :amount} for {$summary :quote}, issued by {$exchange :address} (fees {$fees :amount}, all in all {$total :amount}; {$arrives :amount} arrives)?',
  'cli.ask.deposit': 'Send {$sum :amount} to {$account :code} (fees {$fees :amount}, all in all {$total :amount})?',
  'cli.ask.fees.ask': '{$host :host} takes {$fees :amount} of {$sum :amount} in fees; {$total :amount} arrives. Go on?',
  'cli.ask.fees.reissue':
    'Whoever has another wallet’s sheet can still spend {$sum :amount} at {$host :host}. Paying it to yourself costs up to {$fees :amount}; {$total :amount} would be left. Pay it?',
  'cli.ask.fees.renewal':
    'An older copy of this wallet may still spend {$sum :amount} at {$host :host}. Renewing it costs {$fees :amount}; {$total :amount} would be left. Renew it?',
  'cli.ask.fees.refund':
    'Making {$sum :amount} that came back ready to spend costs {$fees :amount} at {$host :host} now; {$total :amount} would be left. Go on?',
  'cli.ask.fees.dearer':
    'Of {$sum :amount} that came, {$host :host} takes {$fees :amount} in fees; {$total :amount} would be left. Go on?',
  'cli.ask.forget': '{$lost :said} Forget it?',
  'cli.ask.without':
    'Go on without a copy? {$sum :amount} would be lost with this computer until a verified copy exists.',
  'cli.ask.undo': 'Undo it?',
  'cli.ask.abandon':
    'Leave this wallet on this device? The recovery secret is forgotten here; the money waits for whoever has the recovery sheet. Do you have the sheet?',
  'cli.ask.renew': 'Pay the next year at {$place :place} now, {$price :said}?',
  'cli.ask.remove': '{$warnings :said} Remove {$place :place}?',
  'cli.ask.takeover': 'Take it over?',
  'cli.ask.import': 'Bring it in?',
  'cli.ask.import.link': 'Its link or recovery text (it is not shown):',
  'cli.ask.import.secret': 'The copy is sealed. Its link, its recovery text or its secret (it is not shown):',
  'cli.import.places': 'It keeps copies at {$places :places}; Holdfast does not use them by itself.',
  'cli.ask.empty': 'Send this to another wallet and erase this wallet once everything was taken?',
  'cli.ask.terms.new': 'Do you agree to the terms of service of {$host :host}?',
  'cli.ask.terms.changed': 'The terms of service of {$host :host} are new. Do you agree to them?',
  'cli.terms.elsewhere': 'The terms of service of {$host :host} are not shown here; read them at {$at :address}',
  'cli.ask.issuer': 'Add the issuer at {$host :host} to this wallet?',
  'cli.ask.issuer.inner':
    'The name {$host :host} leads to a machine in your own network, or to this computer. Ask it all the same, as the issuer at this one address?',
  'cli.ask.issuer.plain': 'Add the issuer at {$host :host}, which is not encrypted, to this wallet?',
  'cli.ask.where': 'This does not say where copies are kept. Address of such a place (or end, and give --folder): ',
  'cli.ask.where.more': 'Address of another place (empty when there is none): ',
  'cli.code.lead':
    'Type the code from your sheet, group by group; spaces and capitals do not matter, and {$unread :name} stands for a letter that cannot be read.',
  'cli.ask.groups': 'Groups {$first :integer} to {$last :integer}: ',
  'cli.ask.correction': 'Does the sheet say so, and is it to be taken?',
  'cli.ask.field': '{$place :place}: {$field :said}: ',
  'cli.declined.paid': 'Not confirmed, so nothing was paid or changed. Answer y, or give --yes.',
  'cli.declined.changed': 'Not confirmed, so nothing was changed. Answer y, or give --yes.',
  'cli.declined.correction': 'Not taken, so nothing was changed. Look at the sheet again.',
  'cli.declined.added': 'Not confirmed, so nothing was added. Answer y, or give --yes.',
  'cli.declined.sent': 'Not confirmed, so nothing was sent. Answer y, or give --yes.',

  'cli.impossible.pay': 'This order cannot be paid. No money moved.',
  'cli.impossible.send': 'This cannot be sent. No money moved.',
  'cli.impossible.request': 'This cannot be asked for. No money moved.',
  'cli.impossible.receive': 'This cannot be done. No money moved.',
  'cli.impossible.deposit': 'This cannot be paid out now. No money moved.',
  'cli.paid.already': 'Already paid.',
  'cli.paid': 'Paid {$sum :amount} to {$merchant :said} (fees {$fees :amount}).',
  'cli.paid.pending': "The payment is not certain yet; nothing is lost. 'holdfast run --until-done' goes on with it.",
  'cli.refund':
    "{$sum :amount} came back from {$merchant :said} (fees {$fees :amount}, {$total :amount} is left). 'holdfast run --until-done' makes it ready to spend.",
  'cli.refund.none':
    '{$merchant :said} has granted no refund for this purchase yet; nothing was changed. Ask again later.',
  'cli.refund.unknown':
    "Whether {$merchant :said} gives a refund is not known yet. {$why :said} 'holdfast run --until-done' goes on asking.",
  'cli.refund.pending':
    "{$sum :amount} came back from {$merchant :said}; {$more :amount} is granted and not confirmed yet. 'holdfast run --until-done' goes on with it.",
  'cli.forgotten': 'Forgotten here.',
  'cli.aborted.sum': "Ended: {$sum :amount}. What comes back of it, 'holdfast run --until-done' makes ready to spend.",
  'cli.aborted': "Ended. What comes back of it, 'holdfast run --until-done' makes ready to spend.",
  'cli.abort.pending':
    "The other side has not said yet whether it is too late; nothing is lost. 'holdfast run --until-done' goes on asking.",
  'cli.agreed.done': '{$total :amount} has arrived.',
  'cli.agreed.pending': 'Agreed; it goes on by itself.',
  'cli.without.done':
    '{$sum :amount} is here without a copy: it would be lost with this computer until a verified copy exists.',
  'cli.without.pending':
    "{$sum :amount} goes on without a copy: it would be lost with this computer until a verified copy exists. 'holdfast run --until-done' goes on with it.",
  'cli.deposit': '{$sum :amount} is on its way to {$account :code} (fees {$fees :amount}).',
  'cli.deposit.pending':
    "The issuer has not confirmed it yet; nothing is lost. 'holdfast run --until-done' goes on with it.",
  'cli.peer.push': 'Sent {$sum :amount} (fees {$fees :amount}). Take it with: {$address :address}',
  'cli.peer.pull': 'Request for {$sum :amount}. Pay it with: {$address :address}',
  'cli.peer.until': 'Until {$until :time}; its number is {$id :code}',
  'cli.peer.received': 'Received {$sum :amount} (fees {$fees :amount}).',
  'cli.peer.paid': 'Paid {$sum :amount} (fees {$fees :amount}).',
  'cli.peer.pending': "It is not certain yet; nothing is lost. 'holdfast run --until-done' goes on with it.",
  'cli.peer.starting':
    "The issuer has not confirmed it yet; nothing is lost. 'holdfast run' goes on with it and prints its link once it can be used.",

  'cli.place.verified': 'verified {$at :time}',
  'cli.place.paid': 'paid until {$until :day}',
  'cli.place.fee': '{$fee :amount} a year, with what paying it costs never more than {$cap :amount}',
  'cli.backup.nowhere':
    "There is no place for copies yet; nothing was stored. Add one with 'holdfast provider add URL'.",
  'cli.backup.incomplete': 'Not every place has the copy: {$answers :said}',
  'cli.restore.place': '{$place :place}: {$said :said}',

  'cli.restore.answer': '{$answer :said}.',
  'cli.safety': '{$state :said}. {$said :said}',
  'cli.next.add-money': "Next: 'holdfast withdraw AMOUNT --exchange URL'.",
  'cli.next.add-place': "Next: 'holdfast provider add URL'.",
  'cli.next.copy-now': "Next: 'holdfast backup'; 'holdfast provider list' says what each place answers.",
  'cli.next.show-sheet':
    "Next: 'holdfast sheet --pdf FILE', print it, and photograph it or type its lines into a file: 'holdfast sheet --verify FILE'.",
  'cli.next.test-sheet':
    "Next: 'holdfast sheet --pdf FILE', print it, and photograph it or type its lines into a file: 'holdfast sheet --verify FILE'.",
  'cli.next.print-sheet': "Next: 'holdfast sheet --pdf FILE', print it, and 'holdfast sheet --verify FILE'.",
  'cli.next.decide':
    "Next: 'holdfast provider add URL --max-fee AMOUNT' agrees to the price; 'holdfast provider remove URL' does without the place.",
  'cli.next.continue-here': "Next: 'holdfast takeover here' goes on with this device.",
  'cli.next.rehearse-escrow': "Next: 'holdfast escrow status' names the ways to try out.",
  'cli.next.update-escrow': "Next: 'holdfast escrow update'.",
  'cli.next.test-again': "Next: 'holdfast drill --sheet FILE'.",
  'cli.run.behind':
    '.input {$behind :integer} .input {$total :integer} .match $total one {{The place for copies does not have the last changes yet.}} * {{{$behind} of {$total} places do not have the last changes yet.}}',
  'cli.run.done': 'Nothing left to do.',
  'cli.run.pending':
    '.input {$count :integer} .match $count one {{{$count} step is still under way.}} * {{{$count} steps are still under way.}}',
  'cli.run.unfinished': 'Not everything is finished: {$what :said}. Nothing is lost; run again later.',
  'cli.run.unfinished.cost': 'Not everything is finished: {$what :said}. Run again later.',

  'cli.drill.place': '{$place :place}: {$brings :said}. {$said :said}',
  'cli.drill.verdict': '{$verdict :said}.',
  'cli.sheet.wrote': 'Wrote {$file :file}. Print it, then delete the file.',
  'cli.file.absent': 'There is no file {$file :file}. Nothing was opened or changed.',
  'cli.file.directory': '{$file :file} is a folder, not a file. Nothing was opened or changed.',
  'cli.file.too-long': '{$file :file} is larger than any sheet. Nothing was opened or changed; check which file it is.',
  'cli.file.nobody-writes': 'Nobody writes into the pipe {$file :file}. Nothing was opened or changed.',
  'cli.file.refused':
    '{$file :file} could not be read: the system refuses it. Nothing was opened or changed; check who may read it.',
  'cli.setAside.done':
    'The wallet’s files are kept in {$folder :file}. Here is no wallet now: “holdfast restore --sheet FILE” brings the money back.',
  'cli.unlock.unprotected': 'The sheet opened this wallet; from now on it is not locked.',
  'cli.unlock.passphrase':
    'The sheet opened this wallet; from now on the new passphrase does, and what opened it before does not.',
  'cli.noWallet':
    'There is no wallet in {$directory :file}. Nothing was made or changed. Check --data; a new wallet begins with “exchange add”, “withdraw”, “restore” or “escrow recover”.',
  'cli.usage.data':
    '--data names no directory: it is empty, or another person’s. Nothing was made or changed; write the whole path.',
  'cli.passphrase': 'Passphrase: ',
  'cli.passphrase.new': 'New passphrase: ',
  'cli.passphrase.again': 'Once more: ',
  'cli.passphrase.needed':
    'A passphrase is needed: give --passphrase-file FILE (or --unprotected when creating a wallet without one). Nothing was changed.',
  'cli.passphrase.empty': 'An empty passphrase protects nothing. Nothing was opened or changed.',
  'cli.passphrase.emptyFile': 'The passphrase file is empty. Nothing was opened or changed.',
  'cli.passphrase.utf16':
    'The passphrase file is UTF-16 text, as some programs of Windows write it. Nothing was opened or changed; save it as UTF-8.',
  'cli.passphrase.notUtf8':
    'The passphrase file is no UTF-8 text, so its letters are not certain. Nothing was opened or changed; save it as UTF-8.',
  'cli.passphrase.longFile':
    'The passphrase file is too long for a passphrase. Nothing was opened or changed; check which file it is.',
  'cli.passphrase.differs': 'The two passphrases differ. Nothing was changed.',

  'cli.name.wallet': 'This wallet is called {$name :name}.',
  'cli.name.place': '{$place :place} is a place of this wallet.',
  'cli.name.device': 'This device is called {$name :name}.',
  'cli.device.here': 'this device',
  'cli.device.leads': 'leads',
  'cli.device.epoch': 'change of device no. {$number :integer}',
  'cli.takeover.told': 'tells the other device',
  'cli.takeover.later': 'to be told later',
  'cli.rekey.again': "If somebody has seen the new sheet, too: 'holdfast rekey --again' makes yet another secret.",
  'cli.undo.none': 'Nothing was restored or taken over here that could be undone.',
  'cli.abandon.next': "{$said :said} 'holdfast run' goes on with it.",
  'cli.empty.erased': 'This wallet was emptied and is erased; its receipt is in {$directory :file}',
  'cli.empty.returned': 'Not everything was taken. {$said :said}',
  'cli.empty.wait': "'holdfast empty --wait' waits for that and then erases this wallet.",
  'cli.empty.wrote': 'Wrote {$file :file}',
  'cli.empty.nothing': 'Nothing can be sent now.',
  'cli.empty.nothingHere': '{$exchange :address}: nothing can be sent now',
  'cli.empty.line':
    '.input {$payments :integer} .match $payments one {{{$exchange :address}: {$sum :amount} goes out in {$payments} payment (fees {$fees :amount}, all in all {$total :amount}); the other wallet gets {$arrives :amount}}} * {{{$exchange :address}: {$sum :amount} goes out in {$payments} payments (fees {$fees :amount}, all in all {$total :amount}); the other wallet gets {$arrives :amount}}}',
  'cli.empty.payment': '{$sum :amount} (fees {$fees :amount}), until {$until :time}. Take it with:',
  'cli.empty.state': '{$sum :amount}: {$state :said}',
  'cli.empty.dust': '{$sums :list} is worth less than the fee of sending it.',

  'cli.usage': 'This command is used as: {$use :said}. Nothing was changed.',
  'cli.usage.value': '{$option :code} needs a value.',
  'cli.usage.option': '{$option :code} is not an option of {$command :code}.',
  'cli.usage.command': '{$command :name} is not a command.',
  'cli.usage.language': '{$tag :name} is not a language (write de or en-GB).',
  'cli.usage.help': "{$what :said} Nothing was changed. See 'holdfast --help'.",
  'cli.usage.choice':
    '{$option :code} takes one of {$choices :said}, or several with commas between them. Nothing was changed.',
  'cli.usage.day': '{$option :code} takes a day such as 2026-12-31. Nothing was changed.',
  'cli.usage.copies': '--copies takes a whole number from 1 to 32. Nothing was changed.',
  'cli.usage.hours': '--hours takes a whole number from 1 to 168, such as 6. Nothing was changed.',
  'cli.usage.timeout': '--timeout takes a number of seconds above 0. Nothing was changed.',
  'cli.usage.shares':
    '--shares says how many are needed of how many, such as 2/3: two to five of two to eight. Nothing was written.',
  'cli.shares.wrote':
    'Wrote {$file :file}: split {$split :code}, {$count :integer} pages, of which any {$needed :integer} are needed. Print it, then delete the file; enough of its pages are the money.',
  'cli.shares.printed':
    'Handed to the printer: split {$split :code}, {$count :integer} pages, of which any {$needed :integer} are needed. Its own queue may keep them until it has printed them. Then read {$needed :integer} of them back: holdfast sheet --verify FILE --verify FILE.',
  'cli.shares.in':
    '.input {$got :integer} .match $got one {{Of split {$split :code}, share {$there :codes} is in, and {$needed :integer} are needed. Now the next one.}} * {{Of split {$split :code}, shares {$there :codes} are in, and {$needed :integer} are needed. Now the next one.}}',
  'cli.print.done':
    'Handed to the printer. Its own queue may keep the page until it has printed it. Then read the paper back: holdfast sheet --verify FILE.',
  'cli.print.missing':
    "This computer has no program lp, by which pages go to a printer. Nothing was printed; 'holdfast sheet --pdf FILE' writes the page to a file.",
  'cli.print.none':
    "No printer is set up as the usual one. Nothing was printed; name one: 'holdfast sheet --print PRINTER' ('lpstat -e' lists them).",
  'cli.print.unknown': "There is no printer {$printer :name}. Nothing was printed; 'lpstat -e' lists those there are.",
  'cli.print.silent': 'The print service of this computer does not answer. Nothing was printed; try again later.',
  'cli.print.refused': 'The print service did not take the page: {$said :quote}. Nothing was printed.',
  'cli.usage.paper': '--paper is A4 or Letter. Nothing was written.',
  'cli.usage.expires': '--expires takes hours or days up to a year, such as 12h or 7d. Nothing was changed.',
  'cli.help.status':
    'status and run print the links of payments and requests that are still open; history --json has the numbers for abort.',
  'cli.help.unlock':
    'unlock opens a wallet whose passphrase is forgotten with its sheet; --passphrase-file then has the new one.',
  'cli.help.exit':
    'Exit code 0 only when the thing was done. status, backup, sheet --verify, drill, rekey and run --until-done give 3 when it was done and the money is not safe: status says what to do. --unprotected stores the key beside the wallet.',
} as const;

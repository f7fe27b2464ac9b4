// SPDX-License-Identifier: GPL-3.0-or-later

/** What is refused about copies, the sheet and the places, and why a place had nothing to give. */
export const failureBackup = {
  'failure.not-a-recovery-text':
    'Line {$line :integer} does not read HOLDFAST-RECOVERY-1 or HOLDFAST-SHARE-1, so this is not the text of a recovery sheet. Nothing was changed.',
  'failure.newer-recovery-text':
    'Line {$line :integer}: this sheet was made by a newer Holdfast (version {$version :integer}). Nothing was changed; please update.',
  'failure.recovery-truncated':
    'The text stops after line {$line :integer}: the line END is missing, and perhaps more before it. Nothing was changed.',
  'failure.recovery-line': 'Line {$line :integer}: {$why :said} Nothing was changed.',
  'failure.correction-proposed':
    'The code does not fit as it was read. Compare with the sheet: {$changes :said} Nothing was changed.',
  'failure.too-damaged':
    'More of the code is wrong or missing than can be found from the rest. Read it again group by group, with ? for each letter that cannot be read, or use the QR code or another print of the sheet. Nothing was changed.',
  'failure.two-recovery-texts':
    'There is more than one recovery sheet in this text, beginning in lines {$line :integer} and {$other :integer}, and they do not say the same. Nothing was changed; leave only the one that is meant.',
  'failure.recovery-too-long':
    'The text of a recovery sheet has at most {$limit :integer} characters. Nothing was changed.',
  'failure.too-few-shares':
    '.input {$got :integer} .input {$needed :integer} .match $got one {{Of split {$split :code}, {$needed} shares are needed, and one is here: number {$there :codes}. Alone it reveals nothing. Nothing was changed; add the others.}} * {{Of split {$split :code}, {$needed} shares are needed, and {$got} are here: numbers {$there :codes}. Nothing was changed; add another one.}}',
  'failure.same-share-twice':
    'Share {$share :integer} of split {$split :code} is here already. {$needed :integer} different ones are needed. Nothing was changed.',
  'failure.share-of-another-split':
    'Share {$share :integer} is of split {$split :code}, and the others are of split {$other :code}. Only shares of the same split fit together. Nothing was changed.',
  'failure.share-contradicts':
    'Share {$share :integer} calls itself one of split {$split :code} and does not fit the others: it is of another wallet, or not what was printed. Nothing was changed.',
  'failure.sheet-among-shares':
    'In line {$line :integer} begins a whole recovery sheet among shares. A sheet needs no others: leave one or the other. Nothing was changed.',
  'failure.too-many-shares': 'At most {$limit :integer} shares are read together. Nothing was changed.',
  'failure.malformed-recovery-uri.action': 'This taler:// address is for something else. Nothing was changed.',
  'failure.malformed-recovery-uri.pay':
    'This is a payment link. It belongs on the page “Pay”, which the overview leads to. Nothing was changed, and nothing was paid.',
  'failure.malformed-recovery-uri.key':
    'The secret in this address has a wrong length; it may be cut off. Nothing was changed.',
  'failure.malformed-recovery-uri.providers': 'A place in this address is no web address. Nothing was changed.',
  'failure.malformed-recovery-uri.encoding': 'A percent sign in this address stands alone. Nothing was changed.',
  'failure.malformed-recovery-uri.length': 'This address is too long. Nothing was changed.',
  'failure.malformed-recovery-uri.scheme': 'This does not begin like a taler:// address. Nothing was changed.',
  'failure.malformed-recovery-uri.segments':
    'Something stands between the secret and the places in this address. Nothing was changed.',
  'failure.malformed-recovery-uri.base-url': 'An address in this text cannot be read. Nothing was changed.',

  'correction.differs': 'Group {$group :integer}: {$typed :name} was read, and the sheet should say {$proposed :name}.',
  'correction.unread': 'Group {$group :integer} was not read; it should say {$proposed :name}.',
  'correction.extra': 'A group was read that does not belong there: {$typed :name}.',
  'correction.swapped': 'Groups {$group :integer} and {$other :integer} are in each other’s place.',

  'correction.in-share': 'In share {$share :integer}:',

  'typing.look-alike': 'Group {$group :integer}: the code has no {$typed :name}. What looks like it is {$meant :name}.',
  'typing.no-letter': 'Group {$group :integer}: the code has no {$typed :name}.',
  'typing.beginning': 'The code begins with {$begin :code}.',
  'typing.short':
    '.input {$got :integer} .input {$expected :integer} .match $expected one {{It has {$expected} letter, and {$got} were typed.}} * {{It has {$expected} letters, and {$got} were typed.}}',
  'typing.long':
    '.input {$got :integer} .input {$expected :integer} .match $expected one {{It has {$expected} letter, and {$got} were typed.}} * {{It has {$expected} letters, and {$got} were typed.}}',

  'recoveryLine.date-shape': 'The date is written like 2026-11-23.',
  'recoveryLine.too-many-providers': 'A sheet names at most {$limit :integer} places.',
  'recoveryLine.unknown-beginning':
    'This line has no known beginning (wallet:, date:, sheet:, share:, secret …:, provider …:).',
  'recoveryLine.no-secret': 'The lines that begin with “secret” are missing before it.',
  'recoveryLine.providers-missing': '{$announced :integer} providers are announced and {$there :integer} are there.',
  'recoveryLine.other-sheet-number': 'This sheet number is not the one in the secret. Are two sheets mixed?',
  'recoveryLine.group-numbers': 'The group numbers are written like “secret 01-05:”.',
  'recoveryLine.groups-missing': 'Groups {$first :integer} to {$last :integer} are missing before this line.',
  'recoveryLine.other-group': 'This line should begin with group {$group :integer}.',
  'recoveryLine.group-length':
    'Groups {$first :integer} to {$last :integer} have {$expected :integer} characters, and this line has {$got :integer}.',
  'recoveryLine.group-of-five': 'Every group has five characters, and this line has {$got :integer} characters in all.',
  'recoveryLine.share-shape': 'This line is written like “share: 2 of 5, 3 needed, split K7Q2”.',
  'recoveryLine.other-share': 'This line is not about the share whose code stands here. Are two shares mixed?',
  'recoveryLine.secret-length': 'The secret has a wrong length.',
  'recoveryLine.prefix': 'The secret begins with HOLD1.',
  'recoveryLine.unused-character':
    'In group {$group :integer} stands a character that is never used (there is no B, I, O and no 1).',
  'recoveryLine.characters-of-secret':
    'The secret has {$got :integer} characters; it should have one of these numbers: {$expected :codes}.',
  'recoveryLine.misplaced-character': 'In group {$group :integer} stands a character that cannot stand there.',
  'recoveryLine.provider-numbers': 'Providers are numbered like “provider 1 of 2:”.',
  'recoveryLine.provider-expected': 'Provider {$number :integer} is expected here.',
  'recoveryLine.no-address': 'This is no address.',
  'recoveryLine.address-check': 'The address does not fit the four characters behind it.',

  'failure.wrong-backup-state.initialized':
    'This wallet already has copies of its own, so nothing was changed. Use a fresh wallet, or take that wallet over into this one.',
  'failure.wrong-backup-state.uninitialized':
    'This wallet has no place for copies yet. Nothing was changed; add a place first, or take the wallet over with its recovery sheet.',
  'failure.money-here':
    'There is money in this wallet already, or it waits for some, and whoever else can open that other wallet could spend it after a restore. Nothing was changed. Restore into an empty wallet, or take the other wallet over: then this one stays a wallet of its own, and the other one’s money is paid over into it.',
  'failure.money-here+here': 'Here, in this wallet, there is {$here :said}.',
  'failure.money-here+coming':
    'It waits for {$coming :said}. If that money was never sent, end the withdrawal or withdraw the request; then it counts no more.',
  'failure.issuer-not-allowed':
    'The copies of that wallet name an issuer ({$host :host}) that they may not lead to: its address is not encrypted, or inside a private network. It was not contacted, and nothing was changed. If you know it, add it to this wallet first, then try again.',
  'failure.too-many-issuers':
    'The copies of that wallet name {$named :integer} issuers that this wallet does not know; at most {$limit :integer} are asked about. None was contacted, and nothing was changed. No honest wallet needs so many.',
  'failure.takeover-asks':
    'By its copies that wallet holds {$there :said}, at {$issuers :hosts}. It is paid over to this wallet, because whoever else can open that wallet could spend it otherwise. Nothing was changed yet.',
  'failure.takeover-asks+fees': 'Paying it over costs up to {$fees :said}.',
  'failure.takeover-asks+stays':
    '{$stays :said} of it cannot be paid over now, and can be spent afterwards, too, by whoever can open that wallet.',
  'failure.takeover-asks+silent':
    '{$silent :hosts} did not answer, so what is there cannot be paid over now. Try again later if you can wait.',
  'failure.takeover-asks+unsaved':
    '{$unsaved :name} has not left that wallet. What it has not saved, such as money withdrawn without a backup, no copy knows of: it is not in that sum, and stays on that device.',
  'failure.drill-running': 'A test is under way already. Wait until it is done, or end it.',
  'failure.drill-stopped':
    'The test was ended before it was done. Nothing was changed; what was kept elsewhere is as it was.',
  'failure.restore-stopped':
    'The restore was stopped before anything had come. Nothing was changed; what your places keep is as it was.',
  'failure.restore-running': 'A restore or takeover is under way already. Nothing was changed; wait until it is done.',
  'failure.wrong-device-state': '{$standing :said} Nothing was changed.',
  'failure.not-abandoned.active':
    '{$device :name} still uses that wallet, and two devices that spend the same money get in each other’s way. Leave the wallet there first. Or take it over even so: then that device stops as soon as it hears of it, and what it has not saved stays on it. Nothing was changed.',
  'failure.not-abandoned.leaving':
    '{$device :name} is leaving that wallet and has not finished. Finish that there first. Or take it over even so: what that device has not saved stays on it. Nothing was changed.',
  'failure.not-abandoned.taken-over':
    'That wallet was taken over before, so its money is probably elsewhere already. You may take it over even so. Nothing was changed.',
  'failure.not-abandoned+lastWroteAt': 'The last change there was {$lastWroteAt :time}.',
  'failure.not-empty.still': 'This wallet is not empty yet. Nothing was changed; empty it again.',
  'failure.not-empty.too-late':
    'It is too late to stop: this wallet has been emptied and is being left. Nothing was changed.',
  'failure.not-empty.came-in':
    'Money came in while this wallet was being left, so it stays. Nothing was lost; empty it again.',
  'failure.not-empty.began':
    'Something began while this wallet was being left, so it stays. Nothing was lost; empty it again.',
  'failure.not-empty+left': 'Still here: {$left :said}.',
  'failure.no-undo':
    'There is no restore or takeover here that could be undone, or its 30 days are over. Nothing was changed.',
  'failure.undo-would-lose':
    'It would take {$lost :said} from you: no recovery sheet that was read back here leads to a copy of that. Wait until the copies are up to date, test your sheet, then try again. Nothing was changed.',
  'failure.undo-nothing':
    'There is nothing to undo: everything that came from the other wallet stays here, because only this wallet can bring it back now. Nothing was changed.',
  'failure.undo-nothing+there':
    'There is nothing to undo: the {$there :said} that came from the other wallet was paid over to this one or used since, and only this wallet can bring it back. Nothing was changed, no money is at risk.',
  'failure.undo-unheard':
    'No place of the other wallet gave a copy, so nobody can say what its sheet still brings back. What came from it stays here. Try again when its places can be reached. Nothing was changed.',
  'failure.undo-unheard+places':
    'These places of the other wallet did not answer: {$places :places}. Without a copy nobody can say what its sheet still brings back, so what came from it stays here. Try again when they can be reached. Nothing was changed.',
  'failure.empty-name': 'A name needs letters that can be seen. Nothing was changed.',
  'failure.other-sheet': 'This sheet is of another wallet. It does not bring back what is here. Nothing was changed.',
  'failure.void-sheet':
    'This sheet is void since {$at :time}: a new secret was made then, and only the sheet of that one brings the money back. Destroy this one. Nothing was changed.',
  'failure.rekey-asks':
    'A new secret costs {$total :said} by now, all together. Nothing was changed; agree to that first.',
  'failure.rekey-running': 'A new secret is being made already. Nothing was changed; let it go on.',
  'failure.no-rekey': 'No new secret is being made. Nothing was changed.',
  'failure.rekey-too-late':
    'It is too late to keep the old secret: money was moved to the new one already, or another device goes on with the new sheet. Nothing was changed; go on, and print the new sheet.',
  'failure.own-sheet':
    'This is the recovery sheet of this very wallet. To make this device its active one, keep this device. Nothing was changed.',
  'failure.newer-wallet-there':
    'A newer Holdfast has written things into that wallet that this one cannot tell from money, so it was not taken over and nothing was changed. Please update, then take it over.',
  'failure.password-refused':
    '{$target :place} does not accept this user name and password. Nothing was changed; many servers want an app password here, made in their settings under “security”.',
  'failure.password-in-address':
    'This address has a user name or password in it, where others can see it. Nothing was changed; give the address alone, and answer when you are asked for them.',
  'failure.needs-https':
    'A password is sent to {$target :place}, so its address has to begin with https://. Nothing was changed.',
  'failure.not-stored':
    'There are not enough verified copies of everything, so nothing was begun and nothing is forgotten. Try again later.',
  'failure.not-stored+places': 'No copy from just now: {$places :places}.',
  'failure.no-provider-there': '{$target :place} is no place for copies: {$why :said} Nothing was changed.',
  'failure.place-unusable': '{$target :place} cannot keep copies as it is: {$why :said} Nothing was changed.',
  'failure.provider-silent':
    '{$target :place} gives no answer: {$why :said} Nothing was changed; check the address, or try again later.',
  'failure.malformed-max-fee': '{$text :name} is not a sum like KUDOS:0.5. Nothing was changed.',
  'failure.no-price-agreed':
    'This place asks {$fee :amount} a year, and no limit was agreed to. Nothing was changed; add it with a limit.',
  'failure.fee-above-cap':
    'This place asks {$fee :amount} a year, which is not within your limit of {$cap :amount}. Nothing was changed.',
  'failure.unknown-provider': '{$id :place} is not one of this wallet’s places. Nothing was changed.',
  'failure.too-many-providers': 'A wallet has at most {$limit :integer} places for copies. Nothing was changed.',
  'failure.takes-no-fee': 'This place asks for nothing, so there is no limit to set. Nothing was changed.',
  'failure.no-year-to-renew': 'Nothing was ever paid to this place, so there is no year to renew. Nothing was paid.',
  'failure.year-not-ending':
    'It is paid until {$until :day}. The next year can be paid from {$from :day} on. Nothing was paid.',
  'failure.no-such-place':
    '{$text :name} is no address of a place for copies: that is a web address such as https://sync.example.org/. Nothing was changed; correct it, or leave it out.',
  'failure.nowhere-to-restore-from':
    'The sheet, or what was read of it, names no place that keeps copies. Nothing was changed; name the address of such a place, or point at a folder that holds one.',
  'failure.nothing-restored': 'No usable copy was found. {$places :said} Nothing was changed; keep the sheet.',
  'failure.nothing-restored+silent':
    'These may still have a copy: {$silent :places}. Plug in or point at a folder that is away; ask a place on the web again later.',

  'place.empty': '{$place :place} holds none. {$why :said}',
  'place.silent': '{$place :place} gives no answer. {$why :said}',
  'place.unusable': '{$place :place} holds one that cannot be used. {$why :said}',
  'source.point-at-folder': 'These copies are in a folder: point at it.',
  'source.renamed': 'Its files had other names, or no marker lay beside them; they were found and read all the same.',
  'source.folder-missing': 'This folder is not there. Is the drive connected?',
  'source.folder-is-file': 'This is a file, not a folder. Choose the folder it lies in.',
  'source.folder-unreadable': 'This folder cannot be read. Nothing in it was changed.',
  'source.folder-without-copies':
    'There are no copies in this folder, nor in the folders just below it. Choose the folder that has files named “holdfast-…”.',
  'source.folder-of-others':
    'There are copies in this folder, and this sheet opens none of them: they are another wallet’s, or damaged.',
  'source.folder-unopened':
    'No file in this folder can be read as a copy, and {$file :file} may hold one: unpack it, or have the program that keeps this folder load it, and look again.',
  'source.folder-crowded':
    'There are more files and folders in this folder than are looked into, and no copy among those. Choose the folder that has the copies, or put them into a folder of their own.',
  'source.trouble': '{$why :said}',
  'source.closing': 'It is closing down and gave no copy.',
  'source.holds-none': 'It knows this wallet and holds no copy.',
  'source.account-unknown': 'It does not know this wallet: it was never paid there, or the time is over.',
  'source.unusable': '{$why :said}',
  'source.older-joined': 'An older copy was used. {$why :said}',
  'source.behind-itself':
    'It shows an older copy than one that was stored there before. What is missing came from the other places, if they have it; do not rely on this one.',
  'source.older-than-stored': 'It shows an older copy than the one this wallet stored there last.',
  'source.older-than-others': 'Its copy is older than another place’s; both were joined.',
  'source.older-unread': 'Its older copies cannot be read now.',
  'source.needs-newer': 'It needs a newer Holdfast and was not asked; please update.',
  'source.no-password': 'Its user name and password were not given.',
  'source.of-holdfast': 'It holds a copy of Holdfast.',
  'source.of-that-wallet': 'It holds a copy of that wallet.',
  'unusable.not-authentic': 'The copy is damaged or belongs to another wallet.',
  'unusable.newer': 'The copy was written by a newer Holdfast; please update.',
  'unusable.newer-of-theirs': 'The copy was written by a version of GNU Taler’s wallet that Holdfast cannot read.',
  'unusable.legacy-format':
    'The copy was made by GNU Taler’s wallet of 2022 (TLRWBK01). It was left as it is; “Come from GNU Taler’s wallet” brings its money in.',
  'unusable.too-large-unpacked': 'The copy unpacks to more than it may.',
  'unusable.malformed': 'The copy cannot be read.',
} as const;

// SPDX-License-Identifier: GPL-3.0-or-later

/** Why the wallet's files do not open, and what the wallet's door refuses. */
export const failureFiles = {
  'failure.already-running':
    'Another Holdfast is using this wallet, so this one does not start: two at once could spend the same money. Close the other one first; nothing was changed.',
  'failure.disk-full': 'The disk is full, so this was not written. No money is lost; free some space and try again.',
  'failure.cannot-open':
    'The wallet’s files cannot be opened. Nothing was changed; check that the disk is connected and that you may write to it.',
  'failure.wrong-key':
    'The wallet’s database does not open with the key file beside it: one of them belongs to another wallet or is damaged. Nothing was changed; put the matching files together, or restore from your recovery sheet in an empty place.',
  'failure.encrypted':
    'The wallet’s database and the key file beside it do not belong together. Nothing was changed; put the matching files together, or restore from your recovery sheet in an empty place.',
  'failure.not-encrypted':
    'The wallet’s database and the key file beside it do not belong together. Nothing was changed; put the matching files together, or restore from your recovery sheet in an empty place.',
  'failure.newer-database':
    'This wallet was written by a newer Holdfast, and an older one must not touch it. Nothing was changed; install the newer version.',
  'failure.damaged-database':
    'The wallet’s database is damaged. Nothing was changed; keep the files and restore from your recovery sheet in an empty place.',
  'failure.no-vault': 'There is no wallet here. Nothing was changed.',
  'failure.damaged-vault':
    'The key file (wallet-key.json) is damaged. Nothing was changed; put back a copy of it, or restore from your recovery sheet in an empty place.',
  'failure.costly-vault':
    'The key file (wallet-key.json) makes every passphrase cost more computing than any Holdfast asks for: it was edited. Nothing was tried or changed; put back a copy of it, or open the wallet with your recovery sheet.',
  'failure.newer-vault':
    'The key file was written by a newer Holdfast. Nothing was changed; install the newer version.',
  'failure.vault-exists': 'There is a wallet here already, and it is never overwritten. Nothing was changed.',
  'failure.empty-passphrase': 'An empty passphrase protects nothing. Nothing was changed.',
  'failure.wrong-passphrase': 'That is not the passphrase. Nothing was opened or changed.',
  'failure.wrong-passphrase+waitMs': 'Wait {$waitMs :span} before the next try.',
  'failure.wait': 'Too many wrong passphrases: this one was not even tried. Nothing was changed; wait {$waitMs :span}.',
  'failure.wrong-root-secret': 'This recovery sheet belongs to another wallet. Nothing was opened or changed.',
  'failure.keychain-refused.opens':
    'The system’s keychain did not give the key back. No money is lost: open the wallet as the user who created it, or with its recovery sheet.',
  'failure.keychain-refused.unknown':
    'The system’s keychain did not give the key back, and no recovery sheet opens this wallet here. Nothing was changed. Keep the files, and open the wallet as the user and on the computer that created it; with a recovery sheet, restore in an empty place. Without that key and without a sheet, the money in it is lost.',
  'failure.no-such-protection': 'This wallet is not opened that way, but by: {$has :codes}. Nothing was changed.',
  'failure.last-protection': 'This is the only lock left; without it the wallet would be lost, so it stays.',
  'failure.missing-database':
    'The key file (wallet-key.json) is here, but the database it opens (wallet.db) is not. Nothing was opened, and no empty wallet was put in its place. Put wallet.db back; if it is lost, move wallet-key.json away and restore from your recovery sheet.',
  'failure.empty-database':
    'The wallet’s database (wallet.db) is empty although its key file (wallet-key.json) is here: what was in it is not on this disk any more. Nothing was opened or changed, and no empty wallet was put in its place. Put back a copy of wallet.db, with wallet.db-wal if there is one, or restore from your recovery sheet in an empty place.',
  'failure.older-database':
    'The wallet’s database (wallet.db) is older than its key file (wallet-key.json): what was written last is missing, your recovery sheet’s secret too. Nothing was opened or changed. Put back the newest wallet.db with the wallet.db-wal beside it, or restore from your recovery sheet in an empty place.',
  'failure.not-erased.everything':
    'The wallet could not be erased because of the file {$file :file}. It is whole and stays as it was. Make sure that its folder can be written and that no other program holds that file, then erase it again.',
  'failure.not-erased.marked':
    'Erasing was begun, and nothing could be removed because of the file {$file :file}. The wallet is whole, but stays closed because the next start erases it. To keep it, delete the file wallet.erasing by hand; to erase it, make its folder writable and start again.',
  'failure.not-erased.rest':
    'This wallet is being erased, as it was asked to be, and the file {$file :file} cannot be removed. Its key is gone, so nobody can open what is left, and no other wallet is touched. Delete that file by hand, or make its folder writable, then start again.',
  'failure.not-set-aside':
    'The file {$file :file} could not be moved, so the wallet’s files are not all set aside. Nothing was deleted, and no money was touched. Close other programs that hold that file and make its folder writable, then try again.',
  'failure.place-missing':
    'The folder {$file :file}, in which you keep this wallet, is not there. Nothing was changed. If it is on a stick or a network drive, connect it and try again.',
  'failure.orphan-database':
    'There is a wallet’s database here but not its key file (wallet-key.json), so no new wallet is put over it. Put the key file back, or choose another folder and restore from your recovery sheet.',
  'failure.no-keychain':
    'This system has no keychain that protects anything. Nothing was created or changed; choose a passphrase instead.',
  'failure.not-by-sheet':
    'No recovery sheet opens this wallet on this computer: it has no copies, or it was left. Nothing was opened or changed. What the places on the sheet keep can be restored in an empty place.',
  'failure.unwritable-file.no-file':
    '{$file :file} is a link, a pipe, a device or a folder, and no file is put in its place. Nothing was written; choose the name of a file.',
  'failure.unwritable-file.own':
    '{$file :file} would lie among the files of the wallet, or in the place of one. Nothing was written; choose another folder.',
  'failure.unwritable-file.beside-copy':
    'The page was not written to {$file :file}: that folder keeps a copy of a wallet, and whoever finds both has the money. Choose a folder without copies, or print the page without a file.',
  'failure.unwritable-file.output': '{$file :file} could not be written. The wallet itself is unchanged.',

  'failure.real-money-here':
    'This wallet holds real money, awaits some, or knows an issuer of it, and play money never mixes with that. Nothing was changed, and no money is at risk. Send away what is here, or remove the issuer in the settings; then it can be done.',
  'failure.play-money-here':
    'This wallet plays, and play money is kept apart from money. Nothing was changed; leave play money on the page “Money” first.',
  'failure.wrong-stage.not-open': 'The wallet is not open. Nothing was changed.',
  'failure.wrong-stage.exists': 'A wallet exists here already. Nothing was changed.',
  'failure.wrong-stage.closing': 'Holdfast is being closed. Nothing was changed.',
  'failure.wrong-stage.nothing-to-unlock': 'No wallet here waits to be unlocked. Nothing was changed.',
  'failure.defect':
    'Something unexpected happened. The step was not completed and nothing was lost. Please report it with the number {$reference :code}.',
  'failure.unknown-request': 'The wallet does not know this request. Nothing was changed.',
  'failure.too-long.passphrase':
    'A passphrase has at most {$most :integer} characters. Nothing was opened or changed; check what was typed, or which file it is.',
  'failure.too-long.sheet':
    'The text round the recovery sheet is too long: at most {$most :integer} characters are read. Nothing was changed; leave only the sheet, from HOLDFAST-RECOVERY-1 to END.',
  'failure.too-long.other':
    'What was entered is too long: at most {$most :integer} characters belong there. Nothing was changed; check what was pasted.',
  'failure.no-such-line': 'This line is not in the history any more. Your money is as it was.',
  'failure.malformed-request': 'What was entered cannot be read. Nothing was changed.',
  'failure.folder-not-chosen':
    'Choose this folder with the button “Choose a folder”: the window may use only folders that you confirmed in the dialog of your system. Nothing was changed.',
  'failure.play-not-started':
    'The play economy did not start: another program may use its addresses. Close other copies of Holdfast, then start it again. Your play money is kept.',
  'failure.not-allowed': 'Only the wallet’s own window may ask for this. Nothing was changed.',
  'failure.bridge': 'The window lost its connection to the wallet. Nothing is lost; close Holdfast and open it again.',
  'failure.not-confirmed':
    'The system’s question was not answered with yes, so the recovery sheet stays hidden. Nothing was shown or changed; reveal it again to be asked again.',
  'failure.passphrase-needed': 'Showing the recovery sheet needs the passphrase. Nothing was shown.',
  'failure.abandon-pending':
    'Everything was taken, and the places for copies are being told. That goes on by itself; nothing is lost.',
  'failure.sheet-hidden.left': 'The page of the recovery sheet was left before it could be shown. Nothing was shown.',
  'failure.sheet-hidden.before-print': 'The sheet is printed from its page: reveal it first. Nothing was printed.',
  'failure.no-printer.no-window': 'Printing needs the window. Nothing was printed.',
  'failure.no-printer.none':
    'No printer answers: none is set up, or it is switched off. Nothing was printed; try again, or save the page as PDF.',
  'failure.no-printer.failed':
    'The printer did not take the page. Nothing was printed, as far as is known here; look at the printer, then try again.',
  'failure.cannot-write.language':
    'The choice of language could not be written to this disk. Nothing else was changed; make room and choose again.',
  'failure.unknown-language': 'Holdfast does not speak this language. Nothing was changed.',
  'failure.cannot-write.place':
    'The choice of the folder could not be written to this disk. Nothing was changed or moved; make room and choose again.',
  'failure.cannot-write.history':
    'The history could not be written there: the disk may be full, or closed to you. Nothing in the wallet changed; choose another place.',
  'failure.cannot-write.report':
    'The report could not be written there. Nothing else was changed; choose another place.',
  'failure.cannot-write.sheet': 'The file could not be written there. Nothing was saved; choose another place.',
  'failure.unwritable-file.receipt':
    'The receipt could not be written to {$file :file}, so the wallet is not erased yet. No money is at risk, everything was taken; make room and finish again.',
  'failure.older': '{$text :quote}',
} as const;

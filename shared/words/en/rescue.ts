// SPDX-License-Identifier: GPL-3.0-or-later

/** What is said and offered where a wallet does not open, and after window or program ended as they should not. */
export const rescue = {
  'rescue.lead': 'Nothing was deleted, and no copy in your places is touched by this. These are the ways on.',
  'rescue.ways': 'What you can do',

  'way.unlock-by-sheet.title': 'Open it with the recovery sheet',
  'way.unlock-by-sheet.words':
    'The wallet’s files are whole, only the lock is lost. The sheet opens them, and you choose a new lock. No money is at risk.',
  'way.unlock-by-sheet.do': 'Open with the recovery sheet …',
  'way.restore.title': 'Bring the money back from paper',
  'way.restore.words':
    'By your recovery sheet, from what your places keep. The files that do not open are set aside first: moved into a folder of their own, whole.',
  'way.restore.do': 'Restore from a sheet …',
  'way.regain.title': 'Bring the money back from escrow',
  'way.regain.words':
    'Where the recovery secret is in escrow: by showing who you are. The files are set aside in the same way.',
  'way.regain.do': 'Restore from escrow …',
  'way.try-again.title': 'Look again',
  'way.try-again.words':
    'After you put files back, connected a drive, made room, installed a newer version or closed the other program.',
  'way.try-again.do': 'Try again',
  'way.elsewhere.title': 'Use another folder',
  'way.elsewhere.words':
    'Open a wallet that lies somewhere else, or keep a new one there. What is here stays as it is.',
  'way.elsewhere.do': 'Choose a folder …',
  'way.usual-place.title': 'Back to the usual folder',
  'way.usual-place.words': 'Where Holdfast keeps its wallet when nobody chooses. What is in the other folder stays.',
  'way.usual-place.do': 'Use the usual folder',
  'way.set-aside.title': 'Begin anew here',
  'way.set-aside.words': 'Sets the files aside in a folder of their own, and starts with no wallet.',
  'way.set-aside.do': 'Set the files aside …',

  'rescue.aside.title': 'Set these files aside?',
  'rescue.aside.words':
    'The wallet’s files move into a new folder in {$directory :file}. Nothing is deleted, and they can be put back from there.',
  'rescue.aside.money':
    'Money that no copy has yet is in these files alone. Keep the folder until you have seen that everything is back.',
  'rescue.aside.do': 'Set them aside',
  'rescue.aside.keep': 'Leave them',
  'rescue.aside.restore': 'Set them aside and restore',
  'rescue.kept':
    'Files of a wallet that did not open were set aside and are kept whole in {$folder :file}. Delete them only when all money is back.',

  'cannotShow.lead':
    'Only this page could not be filled. Your money, its copies and the recovery sheet are as they were.',
  'cannotShow.again':
    'Often a second try is enough. If not, end Holdfast and start it again; what it was doing goes on by itself.',

  'rescue.report.title': 'Ask for help',
  'rescue.report.words':
    'A report for whoever helps you: which files there are and what happened last. No secret, name, address or sum is in it.',
  'rescue.report.show': 'Show the report',
  'rescue.report.save': 'Save it as a file …',
  'rescue.report.label': 'The report',
  'rescue.report.saved': 'Saved as {$file :file}.',

  'ended.window':
    'The window broke down at {$at :time} and was opened again where it was. No money is at risk; only what was being typed is gone.',
  'ended.program':
    'Holdfast ended at about {$at :time} without being closed. No money is at risk: what was under way goes on now.',
  'ended.read': 'All right',
  'offline.words':
    'This computer is offline. What you have is shown; payments and copies go on by themselves as soon as there is a connection.',

  'locked.aside.words':
    'Passphrase lost, and the sheet does not open these files? They can be set aside, whole, and the money restored into a new wallet.',
  'locked.aside.do': 'Restore into a new wallet …',
} as const;

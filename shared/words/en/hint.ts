// SPDX-License-Identifier: GPL-3.0-or-later

/** What the command line adds to a sentence: which command does what it speaks of. The window never shows these. */
export const hint = {
  'hint.failure.not-abandoned': "'holdfast abandon' leaves it there; '--even-if-not-abandoned' takes it over even so.",
  'hint.failure.money-here': "'holdfast takeover --sheet FILE' takes that wallet over.",
  'hint.failure.own-sheet': "'holdfast takeover here' keeps this device.",
  'hint.failure.superseded': "'holdfast takeover here' keeps this device.",
  'hint.failure.wrong-device-state': "'holdfast takeover here' keeps this device.",
  'hint.failure.wrong-backup-state':
    "'holdfast provider add URL' makes the first copy; 'holdfast takeover --sheet FILE' takes a wallet over.",
  'hint.failure.not-backed-up-yet':
    "'holdfast provider add URL' adds a place; 'holdfast without-backup ID' goes on without a copy.",
  'hint.failure.unknown-exchange': "'holdfast exchange add {$exchange :address}' adds it.",
  'hint.failure.inner-address': "If it is your issuer: 'holdfast exchange add URL' asks whether to allow it.",
  'hint.failure.no-printer': "'holdfast sheet --pdf FILE' writes the page to a file.",
  'hint.failure.nothing-to-abort': "'holdfast history --json' has the ids.",
  'hint.failure.correction-proposed':
    'At a terminal you are asked whether to take it; else put the groups right in the file.',
  'hint.failure.wrong-key':
    "'holdfast set-aside' moves these files out of the way, whole; then 'holdfast restore --sheet FILE' works here.",
  'hint.failure.encrypted':
    "'holdfast set-aside' moves these files out of the way, whole; then 'holdfast restore --sheet FILE' works here.",
  'hint.failure.not-encrypted':
    "'holdfast set-aside' moves these files out of the way, whole; then 'holdfast restore --sheet FILE' works here.",
  'hint.failure.damaged-database':
    "'holdfast set-aside' moves these files out of the way, whole; then 'holdfast restore --sheet FILE' works here.",
  'hint.failure.damaged-vault':
    "'holdfast set-aside' moves these files out of the way, whole; then 'holdfast restore --sheet FILE' works here.",
  'hint.failure.missing-database':
    "'holdfast set-aside' moves these files out of the way, whole; then 'holdfast restore --sheet FILE' works here.",
  'hint.failure.empty-database':
    "'holdfast set-aside' moves these files out of the way, whole; then 'holdfast restore --sheet FILE' works here.",
  'hint.failure.older-database':
    "'holdfast set-aside' moves these files out of the way, whole; then 'holdfast restore --sheet FILE' works here.",
  'hint.failure.orphan-database':
    "'holdfast set-aside' moves these files out of the way, whole; then 'holdfast restore --sheet FILE' works here.",
  'hint.failure.keychain-refused': "'holdfast unlock --sheet FILE' opens it with its sheet.",
  'hint.safety.stands-still': "'holdfast takeover here' keeps this device.",
  'hint.known.stands-still': "'holdfast takeover here' keeps this device.",
  'hint.emptying.waits-for-bank': "'holdfast abort ID' ends it; the ids: {$ids :codes}.",
} as const;

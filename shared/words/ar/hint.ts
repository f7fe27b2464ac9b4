// SPDX-License-Identifier: GPL-3.0-or-later

/** What the command line adds to a sentence: which command does what it speaks of. The window never shows these. */
export const hint = {
  'hint.failure.not-abandoned':
    "'holdfast abandon' يغادرها هناك؛ و\u2066'--even-if-not-abandoned'\u2069 يتولّاها رغم ذلك.",
  'hint.failure.money-here': "'holdfast takeover --sheet FILE' يتولّى تلك المحفظة.",
  'hint.failure.own-sheet': "'holdfast takeover here' يُبقي هذا الجهاز.",
  'hint.failure.superseded': "'holdfast takeover here' يُبقي هذا الجهاز.",
  'hint.failure.wrong-device-state': "'holdfast takeover here' يُبقي هذا الجهاز.",
  'hint.failure.wrong-backup-state':
    "'holdfast provider add URL' يصنع أول نسخة؛ و'holdfast takeover --sheet FILE' يتولّى محفظة.",
  'hint.failure.not-backed-up-yet':
    "'holdfast provider add URL' يضيف مكانًا؛ و'holdfast without-backup ID' يتابع من دون نسخة.",
  'hint.failure.unknown-exchange': "'holdfast exchange add {$exchange :address}' يضيفها.",
  'hint.failure.inner-address': "إن كانت جهة إصدارك: 'holdfast exchange add URL' يسأل هل يُسمح بها.",
  'hint.failure.no-printer': "'holdfast sheet --pdf FILE' يكتب الصفحة في ملف.",
  'hint.failure.nothing-to-abort': "الأرقام في 'holdfast history --json'.",
  'hint.failure.correction-proposed': 'في الطرفية تُسأل هل يُعتمد؛ وإلا فصحّح المجموعات في الملف.',
  'hint.failure.wrong-key':
    "'holdfast set-aside' يضع هذه الملفات جانبًا كاملة؛ ثم يعمل 'holdfast restore --sheet FILE' هنا.",
  'hint.failure.encrypted':
    "'holdfast set-aside' يضع هذه الملفات جانبًا كاملة؛ ثم يعمل 'holdfast restore --sheet FILE' هنا.",
  'hint.failure.not-encrypted':
    "'holdfast set-aside' يضع هذه الملفات جانبًا كاملة؛ ثم يعمل 'holdfast restore --sheet FILE' هنا.",
  'hint.failure.damaged-database':
    "'holdfast set-aside' يضع هذه الملفات جانبًا كاملة؛ ثم يعمل 'holdfast restore --sheet FILE' هنا.",
  'hint.failure.damaged-vault':
    "'holdfast set-aside' يضع هذه الملفات جانبًا كاملة؛ ثم يعمل 'holdfast restore --sheet FILE' هنا.",
  'hint.failure.missing-database':
    "'holdfast set-aside' يضع هذه الملفات جانبًا كاملة؛ ثم يعمل 'holdfast restore --sheet FILE' هنا.",
  'hint.failure.empty-database':
    "'holdfast set-aside' يضع هذه الملفات جانبًا كاملة؛ ثم يعمل 'holdfast restore --sheet FILE' هنا.",
  'hint.failure.older-database':
    "'holdfast set-aside' يضع هذه الملفات جانبًا كاملة؛ ثم يعمل 'holdfast restore --sheet FILE' هنا.",
  'hint.failure.orphan-database':
    "'holdfast set-aside' يضع هذه الملفات جانبًا كاملة؛ ثم يعمل 'holdfast restore --sheet FILE' هنا.",
  'hint.failure.keychain-refused': "'holdfast unlock --sheet FILE' يفتحها بورقتها.",
  'hint.safety.stands-still': "'holdfast takeover here' يُبقي هذا الجهاز.",
  'hint.known.stands-still': "'holdfast takeover here' يُبقي هذا الجهاز.",
  'hint.emptying.waits-for-bank': "'holdfast abort ID' يُنهيه؛ والأرقام: {$ids :codes}.",
} as const;

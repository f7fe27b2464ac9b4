// SPDX-License-Identifier: GPL-3.0-or-later

/** Typing the code of a sheet, and what is proposed for a damaged one. */
export const typing = {
  'code.legend': 'الرمز المكتوب على ورقتك',
  'code.help':
    'اكتب المجموعات المرقّمة كما هي على الصفحة؛ وينتقل المؤشر من تلقاء نفسه. والحرف الذي لا تستطيع قراءته علامةُ استفهام. وما تلصقه يملأ كلّ الخانات.',
  'code.group': 'المجموعة {$number :integer}',
  'code.row': 'المجموعات من {$first :integer} إلى {$last :integer}',
  'code.row.full': 'مكتمل',
  'code.row.good': 'صحيح',
  'code.row.wrong': 'لا يمكن أن تكون المجموعة {$group :integer} صحيحة. انظر إليها ثانية.',
  'code.rows': 'اكتمل {$rows :integer} من {$of :integer} من الصفوف.',
  'code.progress': '{$done :integer} من {$of :integer} من المجموعات',
  'code.right': 'الرمز صحيح. وهو رمز الورقة {$number :code}.',
  'code.right.share': 'الرمز صحيح. وهو الحصة {$share :integer} من التقسيم {$split :code}.',
  'shares.in': 'الحصص التي دخلت',
  'shares.in.some':
    '.input {$got :integer} .match $got one {{التقسيم {$split :code}: دخلت حصة واحدة من {$needed :integer} من الحصص اللازمة.}} two {{التقسيم {$split :code}: دخلت حصتان من {$needed :integer} من الحصص اللازمة.}} few {{التقسيم {$split :code}: دخلت {$got} حصص من {$needed :integer} من الحصص اللازمة.}} * {{التقسيم {$split :code}: دخلت {$got} حصة من {$needed :integer} من الحصص اللازمة.}}',
  'shares.in.enough': 'التقسيم {$split :code}: دخلت كلّ الحصص اللازمة وعددها {$needed :integer}.',
  'shares.in.next': 'اكتب الحصة التالية من التقسيم نفسه أو الصقها أو اعرضها. ولا يهمّ الترتيب.',
  'shares.in.next.enough': 'هي معًا الورقة الكاملة. يمكنك المتابعة.',
  'shares.number': 'الحصة {$number :integer}',
  'shares.lacking': 'ما زالت لازمة',
  'shares.drop': 'استبعاد هذه الحصص والبدء من جديد',
  'shares.putIn': 'إدخال هذه الحصة والمتابعة إلى التالية',
  'shares.putIn.number': 'إدخال الحصة {$number :integer} والمتابعة إلى التالية',
  'code.lines': 'أين توجد النسخ',
  'code.lines.help':
    'العناوين المكتوبة تحت المجموعات، عنوان في كلّ سطر، وبعده الأحرف الأربعة التي بين قوسين. من دونها لا يعرف Holdfast أين توجد النسخ.',
  'code.lines.read': 'كما قُرئت من الورقة. قارنها بها.',
  'code.lines.change': 'تغيير هذه الأسطر',
  'code.toText': 'لصق نصّها أو رابط بدلًا من ذلك',
  'code.toGroups': 'كتابة المجموعات المرقّمة بدلًا من ذلك',
  'proposal.title': 'هل هذا ما تقوله الورقة؟',
  'proposal.lead': 'الرمز لا يستقيم كما قُرئ. قارنه بالورقة:',
  'proposal.typed': 'كتبتَ',
  'proposal.says': 'ينبغي أن تقول الورقة',
  'proposal.unread': 'لم تُقرأ؛ ينبغي أن تقول الورقة',
  'proposal.take': 'نعم، اعتماده',
  'proposal.again': 'سأنظر ثانية',
  'proposal.taken': 'اعتُمد كما اقتُرح؛ ولم يتغيّر غيره.',
} as const;

// SPDX-License-Identifier: GPL-3.0-or-later

/** Money that comes from GNU Taler's own wallet. */
export const brought = {
  'import.title': 'القدوم من محفظة GNU Taler',
  'import.lead': 'يجلب مال محفظة GNU Taler إلى هذه المحفظة. يُعرض أولًا ما فيها؛ ولا يتغيّر شيء حتى توافق.',
  'import.text': 'رابطها أو نص استعادتها',
  'import.text.help':
    'يبدأ الرابط بـ \u2066taler://recovery\u2069 أو \u2066taler://restore\u2069. ويمكن أيضًا لصق نص استعادتها ونسختها المكشوفة (JSON) هنا.',
  'import.file': 'أو ملف',
  'import.file.taken': 'الملف',
  'import.file.choose': 'اختيار ملف …',
  'import.file.given': 'قُرئ، وهو أطول من أن يُعرض.',
  'import.file.chosen': 'قُرئ {$file :file}.',
  'import.file.drop': 'أخذ ملف آخر',
  'import.file.large': 'هذا الملف أكبر من أيّ محفظة ({$limit :bytes} على الأكثر)، فلم يُقرأ.',
  'import.file.empty': 'هذا الملف فارغ. ولم يتغيّر شيء؛ خذه من تلك المحفظة مرة أخرى.',
  'import.file.unread': 'لا يمكن قراءة هذا الملف.',
  'import.secret': 'الرابط الذي يفتح هذه النسخة',
  'import.secret.help': 'النسخة مختومة. ويفتحها رابطها أو نص استعادتها أو سرّها.',
  'import.look': 'عرض ما فيها',
  'import.looking': 'جارٍ النظر …',
  'import.found': 'ما فيها',
  'import.written': 'كُتبت في {$at :time}.',
  'import.byTheCopy': 'هذا ما تقوله النسخة. أما ما يصلح منه للاستعمال فتُسأل عنه جهات إصداره.',
  'import.issuer': '{$there :amount} لدى {$issuer :place}',
  'import.issuer.coins': 'القطع غير المستعملة: {$coins :integer}.',
  'import.issuer.incoming': 'منه {$sum :amount} في الطريق، ويُجلب إلى هنا.',
  'import.counts': 'الدفعات: {$payments :integer}. عمليات السحب: {$withdrawals :integer}.',
  'import.empty': 'لا مال فيها.',
  'import.here': 'جُلب كلّ ذلك من قبل. وتكراره لا يغيّر شيئًا.',
  'import.bad': 'ما لا يمكن جلبه كما هو',
  'import.bad.line': 'رقم {$at :integer}: {$what :said}',
  'import.places': 'أماكن نسخها',
  'import.places.help':
    'تحفظ تلك المحفظة نسخًا في هذه الأماكن. لا يستعملها Holdfast من تلقاء نفسه؛ ويمكنك إضافتها في صفحة «الحماية».',
  'import.stop':
    'توقّف أولًا عن استعمال المحفظة الأخرى أينما كانت. فما زالت معها مفاتيح هذا المال إلى أن يُدفع إلى هذه المحفظة.',
  'import.do': 'جلبه',
  'import.pending': 'جارٍ الجلب …',
  'import.ask.title': 'هل توافق على هذا؟',
  'import.agree': 'نعم، جلبه',
  'import.toSheet': 'إلى ورقة الاستعادة',
  'import.link': 'القدوم من محفظة GNU Taler …',

  'brought.exchanges': 'اسم جهة إصدار. {$why :said} {$stake :said}',
  'brought.exchange_details': 'جهة إصدار ومالها. {$why :said} {$stake :said}',
  'brought.denominations': 'نوع من النقد. {$why :said} {$stake :said}',
  'brought.coins': 'قطعة نقد. {$why :said} {$stake :said}',
  'brought.withdrawal_groups': 'عملية سحب. {$why :said} {$stake :said}',
  'brought.refresh_groups': 'صنع باقٍ. {$why :said} {$stake :said}',
  'brought.purchases': 'دفعة. {$why :said} {$stake :said}',
  'brought.tips': 'هدية من متجر. {$why :said} {$stake :said}',
  'brought.recoup_groups': 'إرجاع مال. {$why :said} {$stake :said}',
  'brought.others': 'قيود لا يعرفها Holdfast، اسمها {$name :code}. إن كان مال متعلقًا بها فلن يأتي.',
  'brought.backup_providers': 'مكان للنسخ. {$why :said} {$stake :said}',
  'broughtWhy.unreadable': 'هو تالف.',
  'broughtWhy.unsigned': 'ينقصه التوقيع الصحيح.',
  'broughtWhy.age-restricted': 'يحتاج إلى إثبات العمر، ولا تحفظه النسخة.',
  'broughtWhy.twice': 'هو موجود مرتين.',
  'broughtWhy.refers-to-nothing': 'ينقص شيء يتبعه.',
  'broughtWhy.no-longer-possible': 'لم يعد أحد يصرفه.',
  'broughtStake.nothing': 'لا مال متعلق به.',
  'broughtStake.asked-again': 'تُسأل جهة إصداره عنه ثانية.',
  'broughtStake.asked-again+sum': 'قيمته {$sum :amount}.',
  'broughtStake.comes-anyway': 'ماله يأتي رغم ذلك.',
  'broughtStake.comes-anyway+sum': 'قيمته {$sum :amount}.',
  'broughtStake.money': 'يتعلق به مال لا يأتي مع هذه النسخة.',
  'broughtStake.money+sum': 'قيمته {$sum :amount}.',

  'restored.brought-in': 'جُلب ما في تلك المحفظة.',
  'restored.brought-in+total': 'في هذه المحفظة الآن {$total :said}.',
  'restored.brought-own-secret':
    'صار لهذه المحفظة سرّ خاص بها، طوله أربعة وستون بايتًا؛ وسرّ المحفظة الأخرى لا يفتح شيئًا هنا. اطبع ورقة استعادتها.',
  'restored.brought-nothing-new': 'جُلب كلّ ذلك من قبل، فلم يتغيّر شيء.',
  'restored.brought-short':
    'قيود لا يمكن جلبها كما هي: {$bad :integer}. ويتعلق بعدد منها مال لا يأتي: {$money :integer}.',

  'failure.import-asks':
    'بحسب نسختها في تلك المحفظة {$there :said}، لدى {$issuers :hosts}. يُدفع إلى هذه المحفظة، لأن البرنامج الآخر قد ينفقه لولا ذلك. توقّف عن استعمالها هناك. ولا يمكن التراجع عن هذا. ولم يتغيّر شيء بعد.',
  'failure.import-asks+fees': 'دفعه إلى هنا يكلّف حتى {$fees :said}.',
  'failure.import-asks+stays': 'منه {$stays :said} لا يمكن دفعه إلى هنا الآن، ويستطيع البرنامج الآخر إنفاقه بعد ذلك أيضًا.',
  'failure.import-asks+silent':
    'لم يجب {$silent :hosts}، فما هناك لا يمكن دفعه إلى هنا الآن. حاول لاحقًا إن كنت تستطيع الانتظار.',
  'failure.import-too-large': 'هذا أكبر من أيّ محفظة ({$limit :bytes} على الأكثر)، فلم يُقرأ. ولم يتغيّر شيء.',
  'failure.import-too-many':
    'في هذا قيود أكثر مما يُقرأ من أيّ محفظة ({$limit :integer} على الأكثر)، فلم يُجلب. ولم يتغيّر شيء، ومالها حيث كان: ادفعه من هناك، وهنا «استلام».',
  'failure.import-not-a-wallet':
    'هذا ليس من محفظة GNU Taler: لا رابط إلى نسخها، ولا نص استعادة، ولا نسخة منها. ولم يتغيّر شيء.',
  'failure.import-damaged':
    'يبدأ هذا كنسخة من محفظة GNU Taler، لكنه مقطوع أو تالف. ولم يتغيّر شيء، ومالها حيث كان؛ انسخه مرة أخرى.',
  'failure.import-newer':
    'كتب هذا إصدار من محفظة GNU Taler لا يستطيع Holdfast قراءته: {$version :code}. ولم يتغيّر شيء، ومالها حيث كان: ادفعه من هناك، وهنا «استلام».',
  'failure.import-needs-secret':
    'هذه النسخة مختومة. أعطِ رابط المحفظة التي هي منها أو نص استعادتها أو سرّها. ولم يتغيّر شيء.',
  'failure.import-wrong-secret': 'هذا السرّ لا يفتح النسخة: فهو سرّ محفظة أخرى، أو النسخة تالفة. ولم يتغيّر شيء.',
  'failure.import-is-ours':
    'النسخ التي هناك من Holdfast. «استعادة» تعيد تلك المحفظة، و«تولّي» يأتي بمالها. ولم يتغيّر شيء.',
} as const;

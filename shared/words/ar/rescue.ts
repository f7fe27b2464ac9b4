// SPDX-License-Identifier: GPL-3.0-or-later

/** What is said and offered where a wallet does not open, and after window or program ended as they should not. */
export const rescue = {
  'rescue.lead': 'لم يُحذف شيء، ولا يمسّ هذا أيّ نسخة في أماكنك. وهذه هي الطرق الممكنة.',
  'rescue.ways': 'ما تستطيع فعله',

  'way.unlock-by-sheet.title': 'فتحها بورقة الاستعادة',
  'way.unlock-by-sheet.words': 'ملفات المحفظة سليمة، والقفل وحده ضاع. تفتحها الورقة، وتختار قفلًا جديدًا. ولا مال في خطر.',
  'way.unlock-by-sheet.do': 'الفتح بورقة الاستعادة …',
  'way.restore.title': 'إعادة المال من الورق',
  'way.restore.words':
    'بورقة استعادتك، مما تحفظه أماكنك. وتوضع الملفات التي لا تُفتح جانبًا أولًا: تُنقل كاملة إلى مجلد خاص بها.',
  'way.restore.do': 'الاستعادة من ورقة …',
  'way.regain.title': 'إعادة المال من الوديعة',
  'way.regain.words': 'إن كان سرّ الاستعادة في وديعة: بإثبات من أنت. وتوضع الملفات جانبًا بالطريقة نفسها.',
  'way.regain.do': 'الاستعادة من الوديعة …',
  'way.try-again.title': 'النظر ثانية',
  'way.try-again.words': 'بعد أن أعدت ملفات، أو وصلت قرصًا، أو أخليت مساحة، أو ثبّت إصدارًا أحدث، أو أغلقت البرنامج الآخر.',
  'way.try-again.do': 'المحاولة ثانية',
  'way.elsewhere.title': 'استعمال مجلد آخر',
  'way.elsewhere.words': 'فتح محفظة موجودة في مكان آخر، أو حفظ محفظة جديدة فيه. وما هنا يبقى كما هو.',
  'way.elsewhere.do': 'اختيار مجلد …',
  'way.usual-place.title': 'العودة إلى المجلد المعتاد',
  'way.usual-place.words': 'حيث يحفظ Holdfast محفظته حين لا يختار أحد. وما في المجلد الآخر يبقى.',
  'way.usual-place.do': 'استعمال المجلد المعتاد',
  'way.set-aside.title': 'البدء من جديد هنا',
  'way.set-aside.words': 'يضع الملفات جانبًا في مجلد خاص بها، ويبدأ بلا محفظة.',
  'way.set-aside.do': 'وضع الملفات جانبًا …',

  'rescue.aside.title': 'وضع هذه الملفات جانبًا؟',
  'rescue.aside.words': 'تُنقل ملفات المحفظة إلى مجلد جديد في {$directory :file}. ولا يُحذف شيء، ويمكن إعادتها من هناك.',
  'rescue.aside.money':
    'المال الذي ليس في نسخة بعد موجود في هذه الملفات وحدها. احتفظ بالمجلد إلى أن ترى أن كلّ شيء قد عاد.',
  'rescue.aside.do': 'وضعها جانبًا',
  'rescue.aside.keep': 'تركها',
  'rescue.aside.restore': 'وضعها جانبًا والاستعادة',
  'rescue.kept': 'وُضعت جانبًا ملفات محفظة لم تُفتح، وهي محفوظة كاملة في {$folder :file}. لا تحذفها إلا حين يعود المال كلّه.',

  'cannotShow.lead': 'هذه الصفحة وحدها لم يمكن ملؤها. ومالك ونسخه وورقة الاستعادة كما كانت.',
  'cannotShow.again':
    'كثيرًا ما تكفي محاولة ثانية. وإلا فأغلق Holdfast وشغّله من جديد؛ وما كان يعمله يستمرّ من تلقاء نفسه.',

  'rescue.report.title': 'طلب المساعدة',
  'rescue.report.words': 'تقرير لمن يساعدك: أيّ ملفات توجد وما حدث أخيرًا. ليس فيه سرّ ولا اسم ولا عنوان ولا مبلغ.',
  'rescue.report.show': 'عرض التقرير',
  'rescue.report.save': 'حفظه في ملف …',
  'rescue.report.label': 'التقرير',
  'rescue.report.saved': 'حُفظ باسم {$file :file}.',

  'ended.window': 'تعطّلت النافذة في {$at :time} وفُتحت ثانية حيث كانت. لا مال في خطر؛ وما كان يُكتب وحده ضاع.',
  'ended.program': 'انتهى Holdfast في نحو {$at :time} من دون أن يُغلق. لا مال في خطر: وما كان قيد التنفيذ يستمرّ الآن.',
  'ended.read': 'حسنًا',
  'offline.words':
    'هذا الحاسوب غير متصل بالشبكة. يُعرض ما لديك؛ وتستمرّ المدفوعات والنسخ من تلقاء نفسها حالما يوجد اتصال.',

  'locked.aside.words':
    'ضاعت عبارة المرور ولا تفتح الورقة هذه الملفات؟ يمكن وضعها جانبًا كاملة، واستعادة المال في محفظة جديدة.',
  'locked.aside.do': 'الاستعادة في محفظة جديدة …',
} as const;

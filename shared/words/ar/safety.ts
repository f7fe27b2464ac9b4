// SPDX-License-Identifier: GPL-3.0-or-later

/** How safe the money is, what to do next, and what reading a sheet back has shown. */
export const safety = {
  'chain.label': 'كيف تُحفظ هذه المحفظة',
  'chain.here': 'هذا الحاسوب',
  'chain.noPlace': 'لا مكان بعد',
  'chain.places':
    '.input {$places :integer} .match $places zero {{لا مكان}} one {{مكان واحد}} two {{مكانان}} few {{{$places} أماكن}} many {{{$places} مكانًا}} * {{{$places} مكان}}',
  'chain.counted':
    '.input {$places :integer} .match $places one {{{$counted :integer} من مكان واحد}} two {{{$counted :integer} من مكانين}} few {{{$counted :integer} من {$places} أماكن}} many {{{$counted :integer} من {$places} مكانًا}} * {{{$counted :integer} من {$places} مكان}}',
  'chain.paper': 'ورقتك',
  'chain.noCopy': 'لا نسخة',
  'chain.copied': 'نسخة {$at :time}',
  'chain.untested': 'لم تُختبر',
  'chain.tested': 'اختُبرت {$at :day}',
  'chain.sheetTested': 'اختُبرت الورقة في {$at :day}',
  'safetyState.nothing': 'لا شيء هنا بعد',
  'safetyState.not-protected': 'غير محميّ',
  'safetyState.at-risk': 'في خطر',
  'safetyState.payment-due': 'دفعة مستحقّة',
  'safetyState.stopped': 'متوقفة هنا',
  'safetyState.syncing': 'جارٍ الحفظ',
  'safetyState.protected': 'محميّ',

  'safetyStep.add-money': 'إضافة مال',
  'safetyStep.add-place': 'إضافة مكان للنسخ',
  'safetyStep.copy-now': 'صنع النسخ الآن',
  'safetyStep.show-sheet': 'عرض ورقة الاستعادة',
  'safetyStep.test-sheet': 'قراءة الورقة ثانية',
  'safetyStep.print-sheet': 'طباعة ورقة جديدة',
  'safetyStep.decide': 'اتخاذ قرار',
  'safetyStep.continue-here': 'المتابعة هنا',
  'safetyStep.rehearse-escrow': 'تجربة الوديعة',
  'safetyStep.update-escrow': 'تحديث الوديعة',
  'safetyStep.test-again': 'اختبار الورقة من جديد',

  'safety.nothing': 'أضف مالًا للبدء.',
  'safety.no-money': 'لا مال هنا بعد. وحين يأتي تحميه النسخ وورقة قُرئت ثانية.',
  'safety.no-place': 'لو تعطّل هذا الحاسوب الآن لضاع {$lost :said}: فلا تُحفظ نسخ في أيّ مكان.',
  'safety.no-copy': 'لو تعطّل هذا الحاسوب الآن لضاع {$lost :said}: فليست في أيّ مكان نسخة مؤكَّدة.',
  'safety.no-paper':
    'لو تعطّل هذا الحاسوب الآن لضاع {$lost :said}: فالنسخ لا تفتحها إلا ورقة استعادة، ولم تُقرأ هنا أيّ ورقة ثانية بعد.',
  'safety.only-here': '{$lost :said} من أصل {$all :said} على هذا الحاسوب وحده. وآخر نسخة مؤكَّدة من {$at :time}.',
  'safety.paper-outdated':
    'ما قرأته ثانية في {$tested :day} لا يقود إلى أيّ نسخة. اقرأ ورقة كاملة ثانية، مع عناوينها، أو اطبع ورقة جديدة.',
  'safety.paper-outdated+lost': 'لو تعطّل هذا الحاسوب الآن لضاع {$lost :said}.',
  'safety.paper-behind':
    'الورقة التي اختبرتها في {$tested :day} لا تعيد {$lost :said}: فهو لا يوجد إلا في نسخ في أماكن لا تذكرها.',
  'safety.escrow-outdated': 'الوديعة التي جرّبتها في {$tested :day} لا تقود إلى أيّ نسخة. حدّثها.',
  'safety.escrow-outdated+lost': 'لو تعطّل هذا الحاسوب الآن لضاع {$lost :said}.',
  'safety.escrow-behind':
    'الوديعة التي جرّبتها في {$tested :day} لا تعيد {$lost :said}: فهو لا يوجد إلا في نسخ في أماكن لا تذكرها.',
  'safety.unread':
    'منذ استعادة هذه المحفظة لم يُقرأ شيء في {$places :places}. وما لا يوجد إلا في تلك النسخ ليس هنا بعد، وهي لا تُحسب.',
  'safety.copy-gone': 'النسخة التي كانت هناك لم تعد موجودة: {$places :places}.',
  'safety.drill-failed': 'لم يُعِد اختبار {$at :time} ما كان ينبغي أن يعيده.',
  'safety.drill-failed+lacking': 'ما نقص: {$lacking :said}.',
  'safety.drill-failed+places': 'ما كان محفوظًا هنا ضاع أو صار قديمًا جدًا: {$places :places}.',
  'safety.all-silent':
    '.input {$places :integer} .match $places one {{المكان الذي يحفظ النسخ لا يجيب. وما كان لديه قُرئ ثانية آخر مرة في {$at :time}.}} two {{لا يجيب أيّ من المكانين اللذين يحفظان النسخ. وما كان لديهما قُرئ ثانية آخر مرة في {$at :time}.}} few {{لا يجيب أيّ من الأماكن التي تحفظ النسخ وعددها {$places}. وما كان لديها قُرئ ثانية آخر مرة في {$at :time}.}} * {{لا يجيب أيّ من الأماكن التي تحفظ النسخ وعددها {$places}. وما كان لديها قُرئ ثانية آخر مرة في {$at :time}.}}',
  'safety.too-few-places':
    '.input {$there :integer} .match $there zero {{عدد النسخ التي تريدها {$wanted :integer}، ولا يوجد مكان.}} one {{عدد النسخ التي تريدها {$wanted :integer}، ولا يوجد إلا مكان واحد.}} two {{عدد النسخ التي تريدها {$wanted :integer}، ولا يوجد إلا مكانان.}} few {{عدد النسخ التي تريدها {$wanted :integer}، ولا يوجد إلا {$there} أماكن.}} * {{عدد النسخ التي تريدها {$wanted :integer}، ولا يوجد إلا {$there} مكانًا.}}',
  'safety.long-unread':
    'النسخ المحسوبة لمبلغ {$thin :said} قليلة جدًا: فما في {$places :places} قُرئ ثانية آخر مرة في {$at :day} وقد يكون ضاع منذ ذلك الحين.',
  'safety.too-few-copies': 'نسخ {$thin :said} أقلّ مما تريد، وهو {$wanted :integer}.',
  'safety.place-asks': '{$place :place}: {$why :said}',
  'safety.year-over': 'وعد {$place :place} بحفظ النسخة حتى {$until :day}. وقد تُحذف هناك في أيّ يوم، فلا تُحسب.',
  'safety.year-ends':
    '.input {$days :integer} .match $days zero {{{$place :place} مدفوع حتى {$until :day}: ينتهي اليوم، ولم تُدفع السنة التالية بعد.}} one {{{$place :place} مدفوع حتى {$until :day}: بقي يوم واحد، ولم تُدفع السنة التالية بعد.}} two {{{$place :place} مدفوع حتى {$until :day}: بقي يومان، ولم تُدفع السنة التالية بعد.}} few {{{$place :place} مدفوع حتى {$until :day}: بقيت {$days} أيام، ولم تُدفع السنة التالية بعد.}} * {{{$place :place} مدفوع حتى {$until :day}: بقي {$days} يومًا، ولم تُدفع السنة التالية بعد.}}',
  'safety.stands-still': '{$standing :said}',
  'safety.saving': 'يُحفظ آخر تغيير، وقد يستغرق ذلك بضع دقائق. وكلّ المال في نسخة من قبل.',
  'safety.protected':
    '.input {$places :integer} .match $places one {{كلّ المال في نسخة في مكان واحد، قُرئت ثانية في {$at :time}؛ والورقة اختُبرت في {$tested :day}.}} two {{كلّ المال في نسخ في مكانين، قُرئت ثانية في {$at :time}؛ والورقة اختُبرت في {$tested :day}.}} few {{كلّ المال في نسخ في {$places} أماكن، قُرئت ثانية في {$at :time}؛ والورقة اختُبرت في {$tested :day}.}} * {{كلّ المال في نسخ في {$places} مكانًا، قُرئت ثانية في {$at :time}؛ والورقة اختُبرت في {$tested :day}.}}',
  'safety.protected+away':
    '.input {$away :integer} .match $away one {{لا يمكن بلوغ هذا المكان الآن.}} two {{لا يمكن بلوغ أيٍّ منهما الآن.}} * {{لا يمكن بلوغ أيٍّ منها الآن.}}',
  'safety.protected-by-escrow':
    '.input {$places :integer} .match $places one {{كلّ المال في نسخة في مكان واحد، قُرئت ثانية في {$at :time}؛ والوديعة جُرّبت في {$tested :day}.}} two {{كلّ المال في نسخ في مكانين، قُرئت ثانية في {$at :time}؛ والوديعة جُرّبت في {$tested :day}.}} few {{كلّ المال في نسخ في {$places} أماكن، قُرئت ثانية في {$at :time}؛ والوديعة جُرّبت في {$tested :day}.}} * {{كلّ المال في نسخ في {$places} مكانًا، قُرئت ثانية في {$at :time}؛ والوديعة جُرّبت في {$tested :day}.}}',
  'safety.protected-by-escrow+away':
    '.input {$away :integer} .match $away one {{لا يمكن بلوغ هذا المكان الآن.}} two {{لا يمكن بلوغ أيٍّ منهما الآن.}} * {{لا يمكن بلوغ أيٍّ منها الآن.}}',
  'safety.lost-arriving': 'منه {$sums :said} ما زال في الطريق ويضيع معه، لأن هذا الحاسوب وحده يستطيع تحصيله.',
  'safety.waits-for-place': 'المال القادم ينتظر لدى جهة الإصدار إلى أن تضيف مكانًا للنسخ.',
  'safety.waits-for-copy': 'المال القادم ينتظر لدى جهة الإصدار إلى أن توجد نسخة.',
  'safety.not-saved': 'التغييرات الأخيرة في السجلّ لم تُحفظ بعد؛ وأحدث نسخة من {$at :time}.',
  'safety.not-connected': '{$place :place} غير موصول؛ وما لديه قُرئ ثانية في {$at :time}.',
  'safety.not-answering': 'لم يجب {$place :place} منذ {$since :time}؛ وما كان لديه قُرئ ثانية في {$at :time}.',
  'safety.paper-lacks': 'ورقتك من {$tested :day} ما زالت تقود إلى كلّ شيء؛ لكنها لا تعرف {$places :places}.',
  'safety.drill-again': 'آخر تجربة لاستعادة كلّ شيء كانت في {$at :day}: ابحث عن ورقتك واختبر النسخ من جديد.',
  'safety.paper-alone-lacks': 'ورقتك من {$tested :day} وحدها لا تعيد {$lost :said}؛ أما الوديعة فتعيده.',
  'safety.rehearse-again': 'جُرّبت الوديعة آخر مرة في {$tested :day}: جرّب طرقها من جديد.',
  'safety.escrow-unrehearsed':
    '.input {$ways :integer} .match $ways one {{توجد وديعة. جرّب طريقة أخرى من طرقها، فتُحسب عندئذ كورقة قُرئت ثانية.}} two {{توجد وديعة. جرّب طريقتين أخريين من طرقها، فتُحسب عندئذ كورقة قُرئت ثانية.}} few {{توجد وديعة. جرّب {$ways} طرق أخرى من طرقها، فتُحسب عندئذ كورقة قُرئت ثانية.}} * {{توجد وديعة. جرّب {$ways} طريقة أخرى من طرقها، فتُحسب عندئذ كورقة قُرئت ثانية.}}',
  'safety.escrow-not-current': 'توجد وديعة، وليس في أيّ مكان من أماكنها ما تحتاجه هذه المحفظة الآن، فلا تُحسب.',
  'safety.escrow-newer': 'توجد وديعة تحتاج إلى إصدار أحدث من Holdfast. تبقى كما هي، ولا تُحسب هنا.',
  'safety.test-again': 'اختُبرت الورقة آخر مرة في {$tested :day}: ابحث عنها واقرأها ثانية من جديد.',

  'sheetTest.brings-all': 'هذه الورقة تعيد كلّ شيء.',
  'sheetTest.not-all': 'هذه هي الورقة الصحيحة، لكنها لا تعيد {$lost :said}.',
  'sheetTest.leads-nowhere':
    'هذا هو السرّ الصحيح، لكن لا توجد الآن نسخة في أيّ مكان مذكور هنا. اطبع ورقة اليوم واقرأها ثانية.',
  'sheetTest.names-none':
    'هذا هو السرّ الصحيح، لكن لم تُعطَ معه أيّ عناوين. اقرأها ثانية مرة أخرى، مع العناوين المكتوبة تحت المجموعات.',
  'sheetTest.leads-to': 'تقود إلى {$places :places}.',
  'sheetTest.code-alone':
    'لم يُقرأ هذه المرة إلا الرمز. أما أن صفحته تذكر هذه الأماكن فقد ظهر حين قُرئت الصفحة كلّها ثانية.',
  'sheetTest.does-not-know': 'لا تعرف {$places :places}، وقد أضفتها لاحقًا.',
  'sheetTest.still-all': 'ورقتك المختبرة في {$tested :day} ما زالت تعيد كلّ شيء.',
  'sheetTest.still-not-all': 'ورقتك المختبرة في {$tested :day} لا تعيد {$lost :said}. اطبع ورقة جديدة واقرأها ثانية.',
  'sheetTest.leads-nowhere-now':
    'لم تعد ورقتك المختبرة في {$tested :day} تقود إلى أيّ نسخة. اطبع ورقة جديدة واقرأها ثانية.',
  'sheetTest.names-former': 'ما زالت تذكر {$places :places}، ولم تعد تصل إليها نسخ.',
} as const;

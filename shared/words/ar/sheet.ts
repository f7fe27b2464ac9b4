// SPDX-License-Identifier: GPL-3.0-or-later

/** The recovery sheet, and bringing money back with it. */
export const sheet = {
  'sheet.title': 'ورقة الاستعادة',
  'sheet.lead': 'صفحة ورق واحدة تعيد كلّ شيء، على أيّ حاسوب.',
  'sheet.uninitialized': 'لا شيء يوضع على ورقة بعد: فرمزها يُصنع مع أول مكان للنسخ.',
  'sheet.toBackup': 'إضافة مكان',
  'sheet.point.owner': 'من يقرأ الورقة يملك المال.',
  'sheet.point.nobody': 'لن يطلبها منك أحد أبدًا: لا بنك ولا متجر ولا دعم فني.',
  'sheet.point.around': 'انظر حولك قبل إظهارها. وهي تختفي بعد عشر دقائق وحين تغادر هذه الصفحة.',
  'sheet.point.asked': 'يسألك نظامك مرة أخرى خارج هذه الصفحة. ولا تُعرض الورقة إلا إن وافقت هناك.',
  'sheet.reveal': 'إظهار الورقة',
  'sheet.hide': 'إخفاء',
  'sheet.print': 'طباعة',
  'sheet.save': 'حفظ بصيغة PDF',
  'sheet.paper.A4': 'الورق: A4',
  'sheet.paper.Letter': 'الورق: Letter',
  'sheet.print.first':
    'لا تترك الطباعة ملفًا على هذا الحاسوب. أما الملف فيستطيع أيّ برنامج نسخه، وكذلك أيّ مجلد متزامن: ومن يستطيع قراءته يملك المال.',
  'sheet.print.done': 'سُلّمت إلى الطابعة. أخفِ الورقة هنا، واقرأ الصفحة المطبوعة ثانية.',
  'sheet.printed':
    'حُفظت باسم {$file :file}. اطبعها، وأخفِ الورقة هنا، واقرأ الصفحة المطبوعة ثانية. احفظ الورق في أمان ثم احذف الملف: من يقرؤه يملك المال.',
  'sheet.test.title': 'قراءة الورقة ثانية',
  'sheet.test.words':
    'لا تُحسب الورقة إلا بعد قراءتها ثانية: خذ الورق، لا هذه الشاشة، واعرضه على الكاميرا، أو افتح صورة أو ملف PDF له، أو اكتب مجموعاته. ثم يُسأل كلّ مكان عن نسخته، وتُجرَّب استعادة كلّ شيء، وترى ما كان سيعود. لا يتغيّر شيء هنا، ولا يُرفع شيء.',
  'sheet.test.never': 'لم تُقرأ ثانية أيّ ورقة لهذه المحفظة بعد.',
  'sheet.test.elsewhere': 'هل لديك ورقة لهذه المحفظة من قبل؟',
  'sheet.test.last': 'قُرئت ثانية آخر مرة في {$at :day}.',
  'sheet.test.help':
    'كلّ ما هو مكتوب على الصفحة، أو حصة بعد حصة. ولا فرق بين الحروف الكبيرة والصغيرة، ولا أثر للمسافات وأرقام الأسطر.',
  'sheet.test.lines':
    'دخل الرمز. وما زال ينقص أين توجد النسخ: اكتب العناوين المكتوبة على الصفحة تحت المجموعات، ثم اختبر من جديد. لم يُختبر شيء بعد، وورقتك سليمة.',
  'sheet.test.do': 'اختبار هذه الورقة',

  'paper.title': 'ورقة استعادة Holdfast',
  'paper.what': 'هذه الصفحة تفتح محفظة فيها مال. احفظها حيث تحفظ الأشياء الثمينة. ولن يطلبها منك أحد أبدًا.',
  'paper.wallet': 'المحفظة',
  'paper.date': 'التاريخ',
  'paper.number': 'الورقة',
  'paper.secret': 'سرّ الاستعادة، في مجموعات مرقّمة',
  'paper.asks': '(يطلب اسم المستخدم وكلمة المرور، وليسا على هذه الصفحة)',
  'paper.providers': 'تُحفظ النسخ لدى',
  'paper.text': 'نص الاستعادة',
  'paper.preview':
    '.input {$count :integer} .match $count one {{هذه هي الصفحة كما ستُطبع.}} two {{هاتان هما الصفحتان كما ستُطبعان.}} few {{هذه هي الصفحات الـ{$count} كما ستُطبع.}} * {{هذه هي الصفحات الـ{$count} كما ستُطبع.}}',
  'paper.preview.whole': 'عرض الصفحة كاملة',
  'paper.preview.large': 'عرضها كبيرة',
  'paper.preview.page': 'صفحة {$at :integer} من {$of :integer}',

  'split.title': 'تقسيم الورقة إلى حصص',
  'split.words':
    'بدل صفحة واحدة تفتح كلّ شيء يمكن أن تكون لك عدة صفحات، لا تفتحه إلا بعضها معًا. أعطها لأشخاص، أو ضعها في أماكن لا علاقة لبعضها ببعض.',
  'split.count': 'عدد الصفحات كلّها',
  'split.needed': 'ما يلزم منها لاستعادة المال',
  'split.many':
    '.input {$count :integer} .match $count one {{صفحة واحدة}} two {{صفحتان}} few {{{$count} صفحات}} * {{{$count} صفحة}}',
  'split.any':
    '.input {$count :integer} .match $count one {{أيّ واحدة منها}} two {{أيّ اثنتين منها}} * {{أيّ {$count} منها}}',
  'split.together':
    'أيّ {$needed :integer} من الصفحات الـ{$count :integer} هي معًا المال: من كان معه هذا العدد فالمال معه.',
  'split.lose':
    '.input {$count :integer} .match $count one {{يمكن أن تضيع منك صفحة واحدة.}} two {{يمكن أن تضيع منك صفحتان.}} few {{يمكن أن تضيع منك {$count} صفحات.}} * {{يمكن أن تضيع منك {$count} صفحة.}}',
  'split.loseNone': 'لا يجوز أن تضيع أيّ صفحة: إن ضاعت واحدة لم تُعد هذه الصفحات شيئًا.',
  'split.fewer':
    '.input {$count :integer} .match $count one {{صفحة واحدة وحدها لا تكشف شيئًا لأحد، مهما كانت حواسيبه.}} two {{صفحتان أو أقلّ لا تكشفان شيئًا لأحد، مهما كانت حواسيبه.}} few {{{$count} صفحات أو أقلّ لا تكشف شيئًا لأحد، مهما كانت حواسيبه.}} * {{{$count} صفحة أو أقلّ لا تكشف شيئًا لأحد، مهما كانت حواسيبه.}}',
  'split.voidsNothing':
    'الأوراق والحصص التي صُنعت من قبل تبقى صالحة كما هي: من معه ما يكفي منها ما زال المال معه. ولا يُنهي ذلك إلا سرّ جديد.',
  'split.do':
    '.input {$count :integer} .match $count one {{صنع صفحة واحدة}} two {{صنع صفحتين}} few {{صنع {$count} صفحات}} * {{صنع {$count} صفحة}}',
  'split.made': 'حصص صُنعت هنا',
  'split.made.one': 'التقسيم {$split :code} من {$at :day}: أيّ {$needed :integer} من {$of :integer} من الصفحات.',
  'split.made.untested': 'لم تُقرأ ثانية قطّ.',
  'split.made.tested': 'قُرئت ثانية آخر مرة في {$at :day}.',
  'split.shown': 'التقسيم {$split :code}: عدد الصفحات {$count :integer}، ويلزم أيّ {$needed :integer} منها.',
  'split.shown.words':
    'تُعرض مرة واحدة: اطبعها أو احفظها الآن. ثم أخفها واقرأ {$needed :integer} من الصفحات ثانية، لتعلم أنها صحيحة، وضع كلّ واحدة في مكان آخر.',
  'split.printed':
    'حُفظت باسم {$file :file}. اطبعها واقرأ الورق ثانية. ثم احذف الملف: من يقرأ ما يكفي من هذه الصفحات يملك المال.',
  'split.back': 'العودة إلى الورقة الكاملة',
  'split.print.done': 'سُلّمت إلى الطابعة. أخفِ الصفحات هنا، واقرأ {$needed :integer} منها ثانية.',
  'split.print.first':
    'لا تترك الطباعة ملفًا على هذا الحاسوب. أما الملف فيستطيع أيّ برنامج نسخه، وكذلك أيّ مجلد متزامن: ومن معه {$needed :integer} من هذه الصفحات فالمال معه.',
  'split.printOne': 'طباعة الصفحة {$number :integer} وحدها',
  'split.saveOne': 'حفظ الصفحة {$number :integer} وحدها بصيغة PDF',
  'share.title': 'الحصة {$share :integer} من {$of :integer} من ورقة استعادة Holdfast',
  'share.what': 'هذه الصفحة وحدها لا تكشف شيئًا. وأيّ {$needed :integer} من هذه الصفحات معًا تفتح محفظة فيها مال.',
  'share.split': 'التقسيم',
  'share.code': 'هذه الحصة، في مجموعات مرقّمة',

  'restore.title': 'استعادة',
  'restore.lead': 'تُسأل كلّ الأماكن المذكورة على الورقة معًا. ويُجمع ما لديها مع ما هنا؛ ولا يُكتب فوق شيء.',
  'restore.initialized':
    'تحفظ هذه المحفظة نسخًا خاصة بها، فلا يمكن استعادة محفظة أخرى فيها. استعد في محفظة جديدة، أو امحُ هذه أولًا.',
  'restore.toTakeover': 'تولّي المحفظة الأخرى بدلًا من ذلك: ينضمّ مالها إلى هذه',
  'restore.toComputer': 'محو هذه المحفظة',
  'restore.text': 'نص الاستعادة',
  'restore.text.help':
    'الصق كلّ ما هو مكتوب على الصفحة، أو ما يلزم من الحصص واحدة تحت أخرى، أو رابط \u2066taler://restore/…\u2069. ولا فرق بين الحروف الكبيرة والصغيرة، ولا أثر للمسافات وأرقام الأسطر.',
  'restore.folders': 'مجلدات فيها نسخ',
  'restore.folders.help': 'إن كانت نسخة في مجلد أو على وحدة USB، فحدّد أين هي على هذا الحاسوب.',
  'restore.places': 'أين تُحفظ النسخ',
  'restore.places.help':
    'الرمز وحده لا يقول ذلك. عنوان في كلّ سطر، مثل \u2066https://sync.example.org/\u2069؛ ولا شيء هنا إن أشرت إلى مجلد.',
  'restore.asks': 'أماكن تسأل من أنت',
  'restore.asks.help': 'ليس هذا على الورقة. اتركه فارغًا حيث يجوز للجميع أن يقرأ، أو حيث تعرفه نسخة أخرى.',
  'restore.addFolder': 'اختيار مجلد',
  'restore.dropFolder': 'استبعاد',
  'restore.dropFolder.label': 'استبعاد: {$folder :file}',
  'restore.do': 'استعادة',
  'restore.pending': 'يُسأل كلّ مكان، ثم يُتحقَّق لدى جهات الإصدار من أن المال ما زال صالحًا. قد يستغرق ذلك دقيقة.',
  'restore.leave': 'عدم الانتظار: إلى صفحة المال. ويستمرّ من تلقاء نفسه.',
  'restore.progress.places': 'من يجيب',
  'restore.progress.money': 'ما وصل حتى الآن',
  'restore.progress.joined': 'هذا المال يُرى ويُستعمل من الآن؛ والباقي يستمرّ إلى جانبه.',
  'restore.progress.issuers': 'التحقّق لدى جهات الإصدار',
  'restore.asking': 'يُسأل',
  'restore.asking.why': 'لا جواب بعد.',
  'issuer.checking': 'جارٍ التحقّق',
  'issuer.done': 'تمّ التحقّق',
  'issuer.silent': 'لا تجيب',
  'issuer.progress':
    '.input {$checked :integer} .input {$of :integer} .match $of one {{تُحقِّق من {$checked} من أصل قطعة نقد واحدة.}} two {{تُحقِّق من {$checked} من أصل قطعتي نقد.}} few {{تُحقِّق من {$checked} من أصل {$of} قطع نقد.}} * {{تُحقِّق من {$checked} من أصل {$of} قطعة نقد.}}',
  'issuer.silent.why': 'لا تجيب. وما أصدرته يبقى هنا، ويُتحقَّق منه ثانية من تلقاء نفسه.',
  'restore.sources': 'من أجاب',
  'restore.copyFrom': 'نسخته من {$at :time}.',
  'restore.coins': 'تُحقِّق لدى جهات الإصدار',
  'restore.coinsChecked':
    '.input {$count :integer} .match $count one {{تُحقِّق من قطعة نقد واحدة.}} two {{تُحقِّق من قطعتي نقد.}} few {{تُحقِّق من {$count} قطع نقد.}} * {{تُحقِّق من {$count} قطعة نقد.}}',
  'restore.coinsNoneSpent':
    '.input {$count :integer} .match $count one {{لم تُنفق في مكان آخر.}} two {{لم تُنفق أيّ منهما في مكان آخر.}} * {{لم يُنفق شيء منها في مكان آخر.}}',
  'restore.nobodyChecked': 'لم يُتحقَّق من شيء بعد: لم تجب أيّ جهة إصدار. ويُحاول ثانية من تلقاء نفسه.',
  'restore.nothingToCheck': 'لم يكن هناك مال يُتحقَّق منه.',
  'restore.coinsSpent':
    '.input {$count :integer} .match $count one {{أُنفقت قطعة واحدة في مكان آخر؛ والسجلّ يعرضها.}} two {{أُنفقت قطعتان في مكان آخر؛ والسجلّ يعرضهما.}} few {{أُنفقت {$count} قطع في مكان آخر؛ والسجلّ يعرضها.}} * {{أُنفقت {$count} قطعة في مكان آخر؛ والسجلّ يعرضها.}}',
  'restore.exchangesSilent':
    'لم تجب جهات الإصدار هذه، فلم يُتحقَّق بعد من المال الذي أصدرته. ويُتحقَّق منه ثانية من تلقاء نفسه: {$exchanges :places}.',
  'restore.toOverview': 'إلى صفحة المال',

  'answer.found': 'وُجدت',
  'answer.found.why': 'فيه نسخة من هذه المحفظة.',
  'answer.empty': 'فارغ',
  'answer.empty.why': 'أجاب، وليس فيه شيء من هذه المحفظة.',
  'answer.silent': 'لا يجيب',
  'answer.silent.why': 'لم يجب. وربما كانت فيه نسخة.',
  'answer.unusable': 'لا تصلح',
  'answer.unusable.why': 'أجاب بشيء لا تستطيع هذه المحفظة فتحه.',
} as const;

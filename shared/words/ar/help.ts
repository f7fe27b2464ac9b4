// SPDX-License-Identifier: GPL-3.0-or-later

/** What `holdfast --help` says of each command, and what stands for what is to be filled in. */
export const help = {
  'cli.about.status': 'المال، ومدى أمانه، وما هو قيد التنفيذ. رمز الخروج 3 حين يجب فعل شيء.',
  'cli.about.balance': 'المال بحسب جهة الإصدار.',
  'cli.about.history':
    'كلّ حدث، الأحدث أولًا، أو الأحداث التي ترد فيها كلّ الكلمات؛ و\u2066--long\u2069 يعرض كلّ ما يُعرف عن كلّ منها، و\u2066--csv\u2069 يصنع جدولًا.',
  'cli.about.exchange': 'يضيف جهة إصدار للمال، أو يسرد المعروفة منها.',
  'cli.about.withdraw': 'يأخذ مالًا من حساب بنكي: بتحويل تنفّذه أنت، أو برابط من بنكك.',
  'cli.about.pay': 'يدفع لمتجر برابطه، بعد عرض السعر والرسوم.',
  'cli.about.send': 'يضع مالًا في رابط يأخذه شخص آخر.',
  'cli.about.request': 'ينشئ رابطًا يدفعه شخص آخر.',
  'cli.about.receive': 'يأخذ أو يدفع ما وراء رابط من شخص آخر.',
  'cli.about.refund': 'يجلب ما يردّه متجر.',
  'cli.about.agree': 'يقول نعم لسعر تغيّر، بعد عرضه.',
  'cli.about.abort': 'ينهي ما لم يكتمل؛ والرقم يعرضه status.',
  'cli.about.forget':
    'ينسى ما انقضى: شراء، أو دفعة بين أشخاص، أو تحويل من بنك أو إليه، أو جهة إصدار بلا مال، أو مكان أُزيل. وتبقى المبالغ.',
  'cli.about.without-backup': 'يدع مبلغًا ينتظر نسخته يمضي، مع خطر أن يضيع إن ضاع هذا الحاسوب.',
  'cli.about.deposit': 'يرسل مالًا إلى حسابك البنكي.',
  'cli.about.provider':
    'يضيف مكانًا يحفظ نسخًا مشفّرة، أو يسرد الأماكن، أو يختبر مكانًا (بقراءته ثانية)، أو يجدّده، أو يزيله، أو يضبط أقصى تكلفة السنة هناك.',
  'cli.about.backup': 'يصنع النسخ الآن، أو يضبط عدد المطلوب منها. رمز الخروج 3 حين لا يصير المال بذلك آمنًا.',
  'cli.about.sheet':
    'يطبع ورقة الاستعادة، ومع \u2066--shares\u2069 مقسّمة إلى حصص؛ و\u2066--verify\u2069 يقرؤها ثانية من صورة أو PDF أو نص، ولا تُحسب إلا بذلك.',
  'cli.about.drill': 'يستعيد على سبيل التجربة من كلّ مكان، بالورقة أو من دونها، ويقول ما كان سيعود. ولا يغيّر شيئًا.',
  'cli.about.unlock': 'يفتح بورقتها محفظةً ضاعت عبارة مرورها.',
  'cli.about.restore': 'يعيد محفظة من ورقتها، أو من حصص كافية منها.',
  'cli.about.import':
    'يجلب مال محفظة GNU Taler برابطها أو نص استعادتها أو نسخة منها؛ و\u2066--look\u2069 يعرض ما فيها فقط.',
  'cli.about.set-aside': 'ينقل ملفات محفظة لا تُفتح إلى مجلد خاص بها، لتمكن استعادتها هنا. ولا يحذف شيئًا.',
  'cli.about.report':
    'يطبع ما يحتاج إلى معرفته من يساعدك: أيّ ملفات توجد وما الذي لا يُفتح. ليس فيه سرّ ولا اسم ولا عنوان ولا مبلغ.',
  'cli.about.empty': 'يرسل كلّ شيء إلى محفظة أخرى ويمحو هذه.',
  'cli.about.devices': 'يسرد أجهزة هذه المحفظة.',
  'cli.about.name': 'يقول ما اسم هذه المحفظة وهذا الجهاز، أو يسمّيهما أو يسمّي مكانًا.',
  'cli.about.abandon': 'يغادر هذه المحفظة هنا، ليتولّاها جهاز آخر.',
  'cli.about.takeover': 'يتولّى محفظة أخرى بورقتها، أو يجعل هذا الجهاز هو النشط من جديد.',
  'cli.about.rekey': 'يصنع سرًّا جديدًا لأن أحدًا ربما رأى الورقة: ينتقل المال، ولا تبقى للورقة القديمة قيمة.',
  'cli.about.undo': 'يتراجع عن آخر استعادة أو تولٍّ، أو يسرد ما يمكن التراجع عنه.',
  'cli.about.run': 'يتابع كلّ ما هو قيد التنفيذ.',

  // As in the commands themselves, which are the same in every language: Arabic words among them would turn a line around.
  'cli.word.AMOUNT': 'AMOUNT',
  'cli.word.DIR': 'DIR',
  'cli.word.FILE': 'FILE',
  'cli.word.LANGUAGE': 'LANGUAGE',
  'cli.word.COMMAND': 'COMMAND',
  'cli.word.NAME': 'NAME',
  'cli.word.NUMBER': 'NUMBER',
  'cli.word.SECONDS': 'SECONDS',
  'cli.word.TEXT': 'TEXT',
} as const;

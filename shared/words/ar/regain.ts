// SPDX-License-Identifier: GPL-3.0-or-later

/** A wallet comes back from escrow. */
export const regain = {
  'regain.title': 'الاستعادة من الوديعة',
  'regain.lead': 'قل من أنت، واعثر على محفظتك في الأماكن التي تحفظ سرّها، وأثبت بالطرق التي اخترتها أنك أنت.',
  'regain.link': 'لا ورق، بل وديعة؟ الاستعادة من الوديعة',
  'regain.person': 'من أنت؟',
  'regain.person.words':
    'اكتبها بالضبط كما كتبتها عند إعداد الوديعة. إن كنت قد اخترت آنذاك «بلد آخر» فاختره ثانية، وإن كان بلدك في القائمة الآن.',
  'regain.places': 'الأماكن التي تحفظ سرّك، عنوان في كلّ سطر',
  'regain.places.help': 'مثل \u2066https://escrow.example\u2069. يكفي واحد منها إن كانت لديه قائمة البقية.',
  'regain.places.known':
    '.input {$count :integer} .match $count one {{يُسأل على كلّ حال مكان واحد يعرفه Holdfast. أضف غيره مما استعملته.}} two {{يُسأل على كلّ حال مكانان يعرفهما Holdfast. أضف غيرهما مما استعملته.}} few {{تُسأل على كلّ حال {$count} أماكن يعرفها Holdfast. أضف غيرها مما استعملته.}} * {{يُسأل على كلّ حال {$count} مكانًا يعرفها Holdfast. أضف غيرها مما استعملته.}}',
  'regain.play.words': 'استُعملت نقود تجريبية على هذا الحاسوب.',
  'regain.play.do': 'سؤال أماكنها أيضًا',
  'regain.find': 'العثور على محفظتي',
  'regain.finding': 'تُسأل الأماكن. والبطيء منها لا يُنتظر بلا نهاية، بل يُذكر.',
  'regain.stopSearch': 'إنهاء البحث',
  'regain.found': 'وُجدت',
  'regain.nothing': 'لم يوجد شيء',
  'regain.found.none':
    'لم يُعثر على شيء بهذه البيانات. قارن كلّ حرف بأوراقك، وفكّر في أماكن أخرى ربما استعملتها. ولا يضيع شيء بالبحث.',
  'regain.found.doubtful': 'أرقام المراجعة في أحد الأرقام لا تستقيم: انظر إليه أولًا.',
  'regain.found.words':
    '.input {$count :integer} .match $count one {{هل هذه محفظتك؟}} two {{لك محفظتان. أيّهما يجب أن تعود؟}} few {{لك {$count} محافظ. أيّها يجب أن تعود؟}} * {{لك {$count} محفظة. أيّها يجب أن تعود؟}}',
  'regain.found.number':
    'رقم المحفظة مكتوب في صفحة وديعتها، ويذكره «holdfast escrow status»؛ أما اسمها فيُعرف حين تُفتح. إن لم تعرف فخذ واحدة: تدلّك طرقها على أيّها هي، ويمكنك إنهاء ذلك وأخذ أخرى.',
  'regain.found.older':
    '.input {$count :integer} .match $count one {{نسخة أقدم واحدة}} two {{نسختان أقدم}} few {{{$count} نسخ أقدم}} * {{{$count} نسخة أقدم}}',
  'regain.unnamed': 'شيء بلا اسم',
  'regain.numbered': 'المحفظة رقم {$number :code}',
  'regain.where': 'لدى {$places :said}',
  'regain.whereWhen': 'من {$at :time}، لدى {$places :said}',
  'regain.foreign': 'ترك هذا هنا برنامج آخر؛ ولا يستطيع Holdfast فتحه.',
  'regain.choose': 'هذه',
  'regain.choose.label': 'هذه: {$name :said}',
  'regain.asked': 'من سُئل',
  'regain.asked.count':
    '.input {$count :integer} .match $count zero {{لا يحفظ عنك شيئًا.}} one {{يحفظ نسخة واحدة.}} two {{يحفظ نسختين.}} few {{يحفظ {$count} نسخ.}} * {{يحفظ {$count} نسخة.}}',

  'regain.session': '{$name :said}',
  'regain.begin':
    '.input {$missing :integer} .match $missing one {{تكفي واحدة من هذه الطرق. يمكنك إغلاق Holdfast والمتابعة لاحقًا.}} two {{تكفي اثنتان من هذه الطرق. خذهما بأيّ ترتيب؛ ويمكنك إغلاق Holdfast والمتابعة لاحقًا.}} * {{تكفي {$missing} من هذه الطرق. خذها بأيّ ترتيب؛ ويمكنك إغلاق Holdfast والمتابعة لاحقًا.}}',
  'regain.progress':
    '.input {$missing :integer} .input {$solved :integer} .match $missing one {{تمّ {$solved}. وتكفي واحدة أخرى. خذها بأيّ ترتيب؛ ويمكنك إغلاق Holdfast والمتابعة لاحقًا.}} two {{تمّ {$solved}. وتكفي اثنتان أخريان. خذها بأيّ ترتيب؛ ويمكنك إغلاق Holdfast والمتابعة لاحقًا.}} * {{تمّ {$solved}. وتكفي {$missing} أخرى. خذها بأيّ ترتيب؛ ويمكنك إغلاق Holdfast والمتابعة لاحقًا.}}',
  'regain.impossible': 'لا تُفتح هذه بالطرق الباقية. وقد يجيب لاحقًا مكان كان لا يجيب؛ وورقة الاستعادة تفتحها أيضًا.',
  'regain.together': 'أيّها يكفي معًا',
  'regain.stop': 'الإنهاء والنسيان …',
  'regain.stop.title': 'إنهاء إعادة هذه المحفظة؟',
  'regain.stop.do': 'الإنهاء والنسيان',
  'regain.stop.keep': 'المتابعة',
  'regain.stop.words': 'ما قلته وما أثبته حتى الآن يُنسى هنا. وتحتفظ الأماكن بأجزائها: يمكنك البدء من جديد في أيّ وقت.',
  'regain.stopped': 'أُنهي. ولا يُحفظ هنا شيء مما قلته.',
  'regain.under': 'تُعاد محفظة من الوديعة. تابع هناك قبل أن تضيف مالًا: فمحفظة فيها مال خاص بها لا تعود ببساطة.',
  'regain.goOn': 'متابعتها',
  'regain.open': 'أنت هو. عاد سرّ استعادتك إلى هذا الحاسوب؛ ويأتي مالك بالخطوة التالية.',
  'regain.code': 'الرمز الذي وصل',
  'regain.answer': 'تحقّق',
  'regain.send': 'إرسال الرمز إليّ',
  'regain.sendAgain': 'إرساله ثانية',
  'regain.startTransfer': 'عرض وجهة التحويل',
  'regain.lookAgain': 'النظر هل وصل',
  'regain.fee': 'يأخذ هذا المكان {$fee :amount} على ذلك.',
  'regain.waitUntil': 'المحاولة التالية ممكنة في',
  'regain.initialized':
    'لهذه المحفظة سرّ استعادة خاص بها. ولا تعيد الوديعة محفظة إلا إلى محفظة جديدة: امحُ هذه أولًا، أو شغّل Holdfast بمجلد آخر.',
  'regain.pay.square': 'الدفعة إلى المكان، رمزًا مربّعًا',
  'regain.pay.words': 'يريد المكان أن يُدفع له قبل أن يساعد.',
  'regain.pay.sum': 'يريد المكان {$fee :amount} قبل أن يساعد.',
  'regain.pay.how':
    'هذه المحفظة فارغة ما لم يُستعد شيء. امسح المربّع بمحفظة Taler في هاتفك، أو أعطِ الرابط لمن يدفع عنك؛ ثم انظر ثانية.',
  'regain.pay.either': 'ادفعه من المال الموجود هنا، أو بمحفظة أخرى بالمربّع أو الرابط؛ ثم انظر ثانية.',
  'regain.pay.link': 'رابط لمحفظة أخرى',
  'regain.pay.do': 'دفع {$total :amount} من هذه المحفظة',
  'regain.pay.look': 'دُفع؛ النظر ثانية',
  'regain.transfer':
    'حوّل هذا بالضبط من الحساب الذي ذكرته. وحين يصل يعلم المكان أنك أنت؛ ويمكنك إغلاق Holdfast في هذه الأثناء.',
  'regain.transfer.amount': 'المبلغ',
  'regain.transfer.name': 'إلى',
  'regain.transfer.iban': 'الحساب (IBAN)',
  'regain.transfer.subject': 'البيان',

  'regainState.untouched': 'مفتوحة',
  'regainState.sent': 'في الطريق',
  'regainState.asks-payment': 'يجب دفعها',
  'regainState.waits': 'انتظار',
  'regainState.wrong': 'غير صحيح',
  'regainState.solved': 'تمّت',
  'regainState.lost': 'ضاعت هناك',
} as const;

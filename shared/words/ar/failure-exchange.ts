// SPDX-License-Identifier: GPL-3.0-or-later

/** What issuers, banks and the network between refuse with: what happened, is money at risk, what next. */
export const failureExchange = {
  'failure.unreachable': 'تعذّر الوصول إلى {$host :host}. لا مال في خطر؛ وما لم يكتمل يُحاول ثانية من تلقاء نفسه.',
  'failure.inner-address':
    'يقود الاسم {$host :host} إلى جهاز داخل شبكتك الخاصة أو إلى هذا الحاسوب، ولا يُتبع هناك إلا عنوان يقول ذلك بنفسه. لم يُسأل عن شيء، ولا مال في خطر. إن كانت جهة إصدارك فأضفها بعنوانها: تُسأل هل يُسمح بها.',
  'failure.timeout': 'لم يجب {$host :host} خلال {$afterMs :span}. لا مال في خطر؛ وما لم يكتمل يُحاول ثانية من تلقاء نفسه.',
  'failure.too-large': 'أرسل {$host :host} أكثر من {$limitBytes :bytes}، فلم يُقرأ جوابه. ولم يتغيّر شيء.',
  'failure.malformed-response': 'أعطى {$host :host} جوابًا لا يمكن قراءته. ولم يتغيّر شيء.',
  'failure.redirected':
    'يريد {$host :host} إرسال هذه المحفظة إلى مكان آخر، وهي لا تتبع ذلك حين يتعلق الأمر بالمال. ولم يتغيّر شيء.',
  'failure.server-trouble': 'لدى {$host :host} مشكلة خاصة به. لا مال في خطر؛ ويُسأل ثانية لاحقًا.',
  'failure.refused': 'رفض {$host :host} هذا. ولم يضع شيء.',
  'failure.refused+quote': 'يقول: {$quote :quote}',
  'failure.unsupported-version':
    'حُدّث {$host :host} وهو يتكلم لغة لا يعرفها هذا الإصدار من Holdfast (الإصدار {$version :version}). مالك هناك محفوظ؛ حدّث Holdfast لاستعماله.',
  'failure.kyc-required': 'يسأل {$host :host} من أنت قبل أن يتابع. ينتظر مالك هناك إلى أن تجيب.',
  'failure.kyc-required+transfer': 'يجب أولًا أن يرى أن الحساب لك. أرسل تحويلًا منه كما يقول هذا: {$transfer :quote}',
  'failure.kyc-required+holds': 'وهو يسأل لأن هذه المحفظة ستحمل أكثر من {$holds :amount} من ماله.',
  'failure.signature-refused': 'لم يُقبل توقيع من هذه المحفظة. لم يضع شيء؛ أبلغ عنه من فضلك مع التفاصيل.',

  'failure.not-an-exchange': '{$host :host} ليس جهة إصدار تستطيع هذه المحفظة استعمالها. ولم يتغيّر شيء.',
  'failure.bad-master-signature': 'جواب جهة الإصدار ليس موقّعًا بمفتاحها الرئيسي. لا يُستعمل، ولم يتغيّر شيء.',
  'failure.bad-exchange-signature': 'جواب جهة الإصدار ليس موقّعًا كما يجب. ولا يُعدّ شيء منجزًا إلى أن يكون كذلك.',
  'failure.clock-skew':
    'تقول ساعة هذا الحاسوب {$ours :time} وتقول ساعة {$host :host} {$theirs :time}. اضبط ساعتك وحاول ثانية؛ ولم يتغيّر شيء.',
  'failure.currency-mismatch': 'جاء جواب بعملة {$got :currency} حيث كان المتوقع {$expected :currency}. ولم يتغيّر شيء.',
  'failure.unsupported-operation': 'لا تقدّم جهة الإصدار ما طُلب منها. ولم يتغيّر شيء.',
  'failure.denomination-gone': 'لم تعد جهة الإصدار تصرف المال بهذه القطع. وتُختار قطع أخرى من تلقاء نفسها؛ ولم يضع شيء.',
  'failure.insufficient-funds': 'بعض هذا المال استعملته نسخة أخرى من هذه المحفظة. يُصحَّح الرصيد ويؤخذ مال آخر.',
  'failure.coin-conflict': 'لدى جهة الإصدار قيود أخرى عن قطعة من هذا المال. وُضعت جانبًا ولم تضع؛ أبلغ عنه من فضلك.',
  'failure.coin-unknown': 'لم ترَ جهة الإصدار قطعة النقد هذه قطّ، فهي لم تُستعمل بعد.',
  'failure.coin-expired': 'انتهت مدة بعض المال قبل أن يُجدَّد. ضاع، والسجلّ يعرض كم هو.',
  'failure.reserve-unknown': 'لم يصل التحويل إلى جهة الإصدار بعد. وتواصل المحفظة البحث عنه.',
  'failure.reserve-insufficient': 'وصل إلى جهة الإصدار مال أقلّ مما أُعلن. تأخذ المحفظة ما هناك؛ وما يصل لاحقًا يؤخذ أيضًا.',
  'failure.already-withdrawn': 'بعض هذا المال طُلب من قبل. تطلب المحفظة كلّ جزء ثانية.',
  'failure.melt-unknown': 'لا تتابع جهة الإصدار باقي دفعة. لم يضع شيء، وتُسأل ثانية.',
  'failure.commitment-violation': 'لا تقبل جهة الإصدار طريقة صنع باقي دفعة. لم يضع شيء، وتُسأل ثانية.',
  'failure.nothing-to-melt': 'تقول جهة الإصدار إنه لم يبقَ باقٍ تعطيه. لم يضع شيء، وتُسأل ثانية.',
  'failure.deposit-unknown': 'لا تعلم جهة الإصدار شيئًا عن هذا الإيداع. ولم يتغيّر شيء.',
  'failure.deposit-conflict': 'لدى جهة الإصدار قيود أخرى عن هذا الإيداع. ولم يتغيّر شيء.',
  'failure.refund-refused': 'لا تعطي جهة الإصدار هذا المبلغ المردود. ولم يتغيّر شيء.',
  'failure.not-revoked': 'تقول جهة الإصدار إن هذا المال صالح، فلا شيء يُستبدل. ولم يتغيّر شيء.',
  'failure.recoup-wrong-origin': 'تقول جهة الإصدار إن هذا المال جاء من مكان آخر، فلا تستبدله. ولم يتغيّر شيء.',
  'failure.recoup-not-offered':
    'أخرج {$host :host} قطعًا من نقوده من التداول، وهو يتكلم إصدارًا لا يمكن أن يُطلب فيه استبدالها. تبقى هنا ولا تُنفق؛ اسأل جهة الإصدار عمّا تفعله بها.',
  'failure.age-limited':
    'المال الذي وصل إلى {$host :host} لا يجوز صرفه إلا بحدّ عمر، وهذا لا تستطيعه هذه المحفظة. يبقى لدى جهة الإصدار ويعود من حيث جاء حين تنتهي مدته هناك.',
  'failure.purse-conflict': 'لدى جهة الإصدار قيود أخرى عن هذه الدفعة. ولم يتغيّر شيء.',
  'failure.purse-quota-exceeded':
    'لا تنقل جهة الإصدار الآن مزيدًا من الدفعات بين الأشخاص لهذا الحساب. ولم يتغيّر شيء؛ حاول ثانية لاحقًا.',
  'failure.purse-untimely':
    'لا يمكن بحسب ساعة جهة الإصدار أن تبقى هذه الدفعة مفتوحة تلك المدة. ولم يتغيّر شيء؛ تحقّق من ساعة هذا الحاسوب وابدأ من جديد.',
  'failure.purse-underfunded': 'تأخذ جهة الإصدار على الدفعة بين الأشخاص أكثر مما في هذه. ولم يتغيّر شيء؛ اختر مبلغًا أكبر.',
  'failure.bad-history': 'ما تقوله جهة الإصدار عمّا حدث لهذا المال لا يمكن أن يكون صحيحًا. لا يُصدَّق، ولم يتغيّر شيء.',

  'failure.purse-unknown': 'لا تعرف جهة الإصدار هذه الدفعة. ولم يتغيّر شيء؛ اطلب عنوانًا جديدًا.',
  'failure.purse-expired':
    'انتهت مدة هذه الدفعة أو هذا الطلب. ويعود المال الذي كان فيه إلى مرسله من تلقاء نفسه؛ اطلب واحدًا جديدًا.',
  'failure.purse-deleted': 'أنهى هذه الدفعةَ أو هذا الطلبَ من أنشأه. ولم يتغيّر شيء هنا.',
  'failure.purse-decided': 'هذا الطلب مدفوع من قبل. ولم يُدفع شيء هنا.',
  'failure.invoice-settled': 'هذا الطلب مدفوع من قبل. ولم يُدفع شيء هنا.',
  'failure.purse-not-full': 'لم يضع المرسل المال كلّه بعد. لم يتغيّر شيء، ويُحاول ثانية.',
  'failure.purse-merged-elsewhere': 'أُخذت هذه الدفعة من قبل، أخذتها محفظة أخرى أو نسخة أخرى من هذه. ولم يتغيّر شيء هنا.',
  'failure.payment-taken': 'أُخذت هذه الدفعة من قبل، أخذتها محفظة أخرى أو نسخة أخرى من هذه. ولم يتغيّر شيء هنا.',
  'failure.purse-fee-too-low': 'تطلب جهة الإصدار رسمًا على الطلبات. لم يُنشأ طلب، ولم يتغيّر شيء.',
  'failure.purse-fee-too-low+fee': 'تطلب {$fee :amount}.',
  'failure.contract-unknown':
    'لا تعرف جهة الإصدار دفعة على هذا العنوان: أنهاها من أنشأها، أو نُسخ العنوان خطأً. ولم يتغيّر شيء.',
  'failure.bad-contract-signature': 'غيّر أحد شروط هذه الدفعة في الطريق. لم يتغيّر شيء هنا؛ اطلب عنوانًا جديدًا.',
  'failure.econtract': 'لا يمكن فتح شروط هذه الدفعة بهذا العنوان. ولم يتغيّر شيء؛ اطلب عنوانًا جديدًا.',
  'failure.peer-contract-malformed': 'لا يمكن قراءة شروط هذه الدفعة. ولم يتغيّر شيء.',
  'failure.purse-contract-mismatch':
    'تقول الشروط {$said :amount} ولدى جهة الإصدار {$holds :amount}، أو تاريخ آخر. لا تُقبل؛ وما دفعته فيها، إن وُجد، يعود حين تنتهي مدتها.',
  'failure.unknown-transfer': 'هذا التحويل غير معروف هنا. وفي السجلّ كلّ ما بدأ.',
  'failure.unknown-peer-payment': 'هذه الدفعة غير معروفة هنا. افتح عنوانها ثانية.',
  'failure.peer-closed.being-received': 'يجري استلام هذه الدفعة.',
  'failure.peer-closed.received': 'استُلمت هذه الدفعة من قبل.',
  'failure.peer-closed.being-paid': 'يجري دفع هذا الطلب.',
  'failure.peer-closed.paid': 'هذا الطلب مدفوع من قبل.',
  'failure.peer-closed.taken': 'أخذ المستلم هذه الدفعة من قبل.',
  'failure.peer-closed.closed': 'هذه الدفعة مغلقة. والمال الذي وُضع فيها عاد أو يعود من تلقاء نفسه.',
  'failure.no-money-at-exchange':
    'لا يُدفع هذا الطلب إلا بمال أصدره {$host :host}، وليس في هذه المحفظة شيء منه. ولم يُدفع شيء.',

  'failure.operation-unknown': 'لا يعرف البنك هذا السحب. ولم يتغيّر شيء؛ ابدأ سحبًا جديدًا لدى البنك.',
  'failure.operation-taken': 'أخذت محفظة أخرى هذا السحب من قبل. ولم يتغيّر شيء هنا.',
  'failure.reserve-reused': 'رأى البنك هذا السحب من قبل. ولم يتغيّر شيء؛ ابدأه ثانية.',
  'failure.operation-aborted': 'أُلغي السحب لدى البنك. ولم يُنقل مال.',
  'failure.bank-leaves-amount-open': 'يترك لك البنك المبلغ: اذكر مبلغًا بعملة {$currency :currency}. ولم يتغيّر شيء.',
  'failure.bank-sum-too-high': 'يتيح لك البنك سحب {$most :amount} على الأكثر. ولم يتغيّر شيء؛ اختر أقل.',
  'failure.bank-sum-changed':
    'يذكر البنك الآن {$sum :amount}، لا {$wanted :amount}. ولم يُنقل مال؛ فلا توافق هناك إلا إن كان هذا ما تريده.',
  'failure.bank-says-sum': 'يُذكر المبلغ لدى البنك، لا في المحفظة. ولم يتغيّر شيء؛ فاتركه هنا.',
  'failure.conversion-unclear':
    'هذا الحساب بعملة أخرى، ولا يقول {$host :host} على نحو يمكن أن يصحّ كم يأخذ. ولم يُرسل شيء؛ فاسأل هناك قبل أن ترسل.',
  'failure.link-other-issuer':
    'تجيب عند {$host :host} جهة إصدار غير التي يسمّيها الرابط. ولم يُسحب شيء؛ فاسأل من أعطاك الرابط.',
} as const;

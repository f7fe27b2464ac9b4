// SPDX-License-Identifier: GPL-3.0-or-later

/** What shops refuse with, and what the wallet itself refuses: what happened, is money at risk, what next. */
export const failureWallet = {
  'failure.order-unknown': 'لا يعرف المتجر هذه الطلبية. ولم يُدفع شيء.',
  'failure.order-claimed-elsewhere':
    'أخذت محفظة أخرى هذه الطلبية من قبل. ولم يُدفع شيء هنا؛ اطلب من المتجر طلبية جديدة.',
  'failure.claim-token-invalid': 'عنوان هذه الطلبية ناقص. ولم يُدفع شيء؛ انسخه ثانية من المتجر.',
  'failure.bad-merchant-signature': 'جواب المتجر ليس موقّعًا كما يجب. لا تُعدّ الدفعة منجزة، ويُسأل المتجر ثانية.',
  'failure.coin-spent': 'يقول المتجر إن بعض هذا المال أُنفق من قبل. تُسأل جهة الإصدار قبل أن يؤخذ مال آخر.',
  'failure.paid-elsewhere': 'دفعت هذه الطلبيةَ محفظة أخرى. ويعود المال المحجوز هنا.',
  'failure.paid-and-refunded':
    'يقول المتجر إن هذه الطلبية دُفعت ورُدّ مبلغها، ولا تعلم جهة الإصدار بدفعة كهذه بعد. يبقى المال محجوزًا، ويُسأل كلاهما ثانية.',
  'failure.offer-expired': 'انتهت مدة عرض المتجر. لم يُدفع شيء، ويعود المال المحجوز له.',
  'failure.denomination-refused': 'لا يقبل المتجر هذا المال. لم يُدفع شيء، ويعود المال.',
  'failure.payment-too-small': 'كانت الرسوم أعلى مما يقبله المتجر. لم يُدفع شيء، ويعود المال.',
  'failure.contract-malformed': 'لا يمكن قراءة عرض المتجر. ولم يُدفع شيء.',
  'failure.contract-unsupported': 'يطلب عرض المتجر شيئًا لا تستطيعه هذه المحفظة. ولم يُدفع شيء.',
  'failure.contract-signature-invalid': 'عرض المتجر ليس موقّعًا من المتجر. ولم يُدفع شيء.',
  'failure.contract-nonce-mismatch': 'عرض المتجر أُعدّ لمحفظة أخرى. ولم يُدفع شيء.',
  'failure.contract-base-url-mismatch': 'يأتي العرض من متجر غير الذي فتحته. ولم يُدفع شيء.',
  'failure.contract-order-mismatch': 'العرض لطلبية غير التي فتحتها. ولم يُدفع شيء.',
  'failure.contract-expired': 'كان يمكن دفع العرض حتى {$payDeadline :time}. ولم يُدفع شيء.',
  'failure.contract-deadlines': 'لا يمكن أن تكون التواريخ في عرض المتجر صحيحة. ولم يُدفع شيء.',
  'failure.contract-currency': 'يخلط عرض المتجر بين العملات. ولم يُدفع شيء.',
  'failure.too-much-kept.shop':
    'حُفظ مما كتبه {$host :host} قدر لا يُحفظ بعده المزيد. ولم يُدفع شيء. انسَ في السجلّ مشتريات أقدم منه أولًا.',
  'failure.too-much-kept.person':
    'حُفظ مما كتبه أشخاص مع دفعات لدى {$host :host} قدر لا يُحفظ بعده المزيد. ولم يتحرك مال. انسَ في السجلّ دفعات أقدم أولًا.',
  'failure.too-many-refunds':
    'يذكر {$host :host} لهذا الشراء مبالغ مردودة أكثر مما يُحفظ لشراء واحد، وهو {$limit :integer}. لم يضع مال من هذه المحفظة؛ وما يمنحه المتجر فوق ذلك لا يُجلب. اطلب من المتجر ردّ الباقي في مبلغ واحد.',
  'failure.choice-open': 'يمكن دفع هذه الطلبية بأكثر من طريقة، ولم تُختر واحدة. ولم يُدفع شيء؛ اختر واحدة.',
  'failure.choice-not-usable.needs':
    'يطلب المتجر مع المال {$quote :quote}، وهذه المحفظة لا تستطيع استعماله. ولم يُدفع شيء؛ اختر طريقة أخرى للدفع.',
  'failure.choice-not-usable.gives':
    'يعطي المتجر معها {$quote :quote}، ولا يجوز لمحفظة لا تعرفه أن تأخذه. ولم يُدفع شيء؛ اختر طريقة أخرى للدفع.',
  'failure.choice-unsigned':
    'المال الذي لديك هنا من جهة إصدار قديمة ولا يستطيع أن يبيّن أيّ الخيارات يدفع. ولم يُدفع شيء؛ اطلب من المتجر طلبية بلا خيارات.',
  'failure.choice-refused': 'لم يعد المتجر يعرف شيئًا يذكره عرضه نفسه. انتهت الدفعة؛ اطلب من المتجر طلبية جديدة.',
  'failure.shop-version':
    'يتكلم المتجر {$host :host} لغة لا يعرفها هذا الإصدار من Holdfast (الإصدار {$version :version}). ولم يُدفع شيء؛ حدّث Holdfast لتدفع هناك.',
  'failure.shop-blocked':
    'لا يستطيع {$host :host} أخذ الدفعة بعد: تريد جهة إصداره أن تعرف أولًا من هو المتجر. لم يضع مالك؛ وتواصل المحفظة المحاولة إلى أن تنتهي الطلبية.',
  'failure.template-unknown': 'لم يعد لدى {$host :host} هذا العرض. ولم يُدفع شيء؛ اطلب من المتجر رابطًا جديدًا.',
  'failure.template-open.amount': 'يترك لك {$host :host} تحديد المبلغ. ولم يُدفع شيء؛ قل كم.',
  'failure.template-open.summary': 'يترك لك {$host :host} أن تقول مقابل ماذا تدفع. ولم يُدفع شيء؛ قل ذلك.',
  'failure.template-differs': 'كتب {$host :host} طلبية غير التي طُلبت. ولم يُدفع شيء، وتُركت تلك الطلبية.',
  'failure.no-order-there':
    'لا تطلب هذه الصفحة من {$host :host} مالًا بـ Taler. ولم يُدفع شيء؛ افتحها في متصفحك وابحث فيها عن رابط يبدأ بـ \u2066taler:\u2069.',
  'failure.page-not-asked': 'لا تُسأل الصفحات إلا عبر https، ومن غير اسم مستخدم أو كلمة سر في العنوان. ولم يخرج شيء.',
  'failure.nothing-to-refund':
    'ردّ المبلغ هذا لشيء لا تعلم به هذه المحفظة: دفعت محفظة أخرى، أو مضى عليه زمن لا يأتي بعده ردّ. ولم يتغيّر شيء.',
  'failure.nothing-to-abort': 'لا شيء هنا لم يكتمل ويمكن إنهاؤه. ولم يتغيّر شيء.',
  'failure.nothing-to-forget': 'لا شيء هنا يمكن نسيانه. ولم يتغيّر شيء.',
  'failure.not-forgettable.unfinished': 'هذا لم يكتمل: فقد يأتي منه مال. ولم يُنسَ شيء. أنهه أولًا، أو انتظر حتى يتمّ.',
  'failure.not-forgettable.refund': 'ردّ مبلغ منه قيد التنفيذ. ولم يُنسَ شيء. حاول ثانية حين يصل المبلغ المردود.',
  'failure.not-forgettable.disputed':
    'أخذ المتجر مالًا عليه ولم يعطِ شيئًا، والعقد برهانك. يُحفظ سنة بعد الدفعة. ولم يُنسَ شيء.',
  'failure.not-forgettable.money': 'ما زال هناك مال. ولم يُنسَ شيء. أنفقه أو أرسله أولًا.',
  'failure.not-forgettable.left-there':
    'جاء إلى هذا الحساب مال لم يعلنه أحد وما زال هناك. ولم يُنسَ شيء. ويقول سطره في السجلّ ما يصير إليه.',
  'failure.not-forgettable.place': 'دُفع بهذا لمكان ما زال يحفظ نسخًا لهذه السنة. ولم يُنسَ شيء. أزل المكان أولًا.',
  'failure.already-bought': 'اشتريت هذا من قبل، فلا يُدفع ثانية. وعُرضت دفعتك على المتجر.',
  'failure.already-complete': 'كانت الدفعة قد اكتملت، فتبقى مدفوعة. اطلب من المتجر ردّ المبلغ بدلًا من ذلك.',
  'failure.paid-unconfirmed':
    'دفعت جهة الإصدار للمتجر، ولا يؤكد المتجر الطلبية {$orderId :name}. لا يُدفع شيء مرتين. أرِ المتجر السطر في سجلّك، أو اطلب منه ردّ المبلغ.',
  'failure.paid-unconfirmed+quote': 'يقول المتجر: {$quote :quote}',
  'failure.no-issuer-there': 'لا يجيب أحد على {$host :host}. تحقّق من العنوان والاتصال. ولم يتغيّر شيء.',
  'failure.unknown-exchange.https':
    'أصدر هذا المال {$host :host}، ولا تعرفه هذه المحفظة. لا تضف جهة الإصدار هذه إلا إن كنت تثق بها. ولم يتغيّر شيء.',
  'failure.unknown-exchange.http':
    'أصدر هذا المال {$host :host}، ولا تعرفه هذه المحفظة، وعنوانه غير مشفّر. لا تضف جهة الإصدار هذه إلا إن كنت تثق بها. ولم يتغيّر شيء.',
  'failure.exchange-not-allowed':
    'يذكر البنك جهة إصدار ({$host :host}) لا يجوز أن يقود إليها: عنوانها غير مشفّر، أو داخل شبكة خاصة. ولم يتغيّر شيء.',
  'failure.no-accepted-exchange':
    'لا يأخذ المتجر شيئًا من {$currency :currency} الذي في هذه المحفظة: فهو لا يقبل جهات إصداره. ولم يُدفع شيء.',
  'failure.unknown-purchase': 'هذا الشراء غير معروف. افتح عنوان المتجر ثانية؛ ولم يتغيّر شيء.',
  'failure.earlier-order-open': 'أُنهيت دفعة سابقة له. يُجدَّد مالها أولًا لئلا يؤخذ مرة ثانية؛ ثم يُدفع له.',
  'failure.fees-changed': 'يأخذ هذا الآن {$total :amount} لا {$shown :amount} كما عُرض. لم يُدفع شيء؛ انظر فيه ثانية وأكّد.',
  'failure.purchase-closed.paid': 'هذه الطلبية مدفوعة من قبل.',
  'failure.purchase-closed.paying': 'هذه الدفعة قيد التنفيذ.',
  'failure.purchase-closed.spent':
    'مال كان سيدفع هذا أُنفق في مكان آخر أو لم يعد صالحًا، والباقي لا يكفي. ولم يُدفع شيء هنا. إن لم تفعل ذلك أنت فانظر هل هذه المحفظة على جهاز آخر.',
  'failure.purchase-closed.closed': 'هذا الشراء مغلق. اطلب من المتجر طلبية جديدة؛ ولم يُدفع شيء.',

  'failure.insufficient-balance':
    'يلزم {$needed :amount}، منه {$fees :amount} رسوم، ويمكن استعمال {$available :amount} من جهة إصدار واحدة. ولم يُدفع شيء.',
  'failure.insufficient-balance+change': 'منه {$change :amount} باقٍ في الطريق.',
  'failure.insufficient-balance+pending': '{$pending :amount} أخرى في الطريق.',
  'failure.insufficient-balance+until': '{$tooShort :amount} أخرى لا تصلح إلا حتى {$until :time}، فقد تكفي مدة أقصر.',
  'failure.too-many-coins': 'يستغرق هذا معًا من قطع النقد أكثر من {$limit :integer}. لم يُدفع شيء؛ ادفع مبلغًا أصغر.',
  'failure.malformed-amount': '{$text :name} ليس مبلغًا؛ اكتبه هكذا: \u2066KUDOS:4.20\u2069. ولم يتغيّر شيء.',
  'failure.amount-too-fine': 'أصغر مبلغ في هذه العملة {$least :amount}. ولم يتغيّر شيء؛ فاكتب أرقامًا أقل.',
  'failure.amount-too-large': '{$text :name} أكثر مما تستطيعه أيّ جهة إصدار. ولم يتغيّر شيء.',
  'failure.malformed-currency': '{$text :name} لا يذكر عملة؛ اكتبه هكذا: \u2066KUDOS:4.20\u2069. ولم يتغيّر شيء.',
  'failure.malformed-taler-uri': 'ليس هذا عنوان \u2066taler://\u2069 كاملًا. انسخه ثانية؛ ولم يتغيّر شيء.',
  'failure.wrong-taler-uri.withdraw':
    'عنوان \u2066taler://\u2069 هذا ليس لأخذ مال من بنك بل لـ {$got :name}. ولم يتغيّر شيء.',
  'failure.wrong-taler-uri.pay': 'عنوان \u2066taler://\u2069 هذا ليس للدفع لمتجر بل لـ {$got :name}. ولم يتغيّر شيء.',
  'failure.wrong-taler-uri.refund': 'عنوان \u2066taler://\u2069 هذا ليس لردّ مبلغ بل لـ {$got :name}. ولم يتغيّر شيء.',
  'failure.wrong-taler-uri.pay-push or pay-pull':
    'عنوان \u2066taler://\u2069 هذا ليس من شخص بل لـ {$got :name}. ولم يتغيّر شيء.',
  'failure.malformed-base-url':
    '{$text :name} ليس عنوان جهة إصدار: فذلك يشبه \u2066https://exchange.example.org/\u2069، وليس فيه اسم مستخدم ولا كلمة مرور ولا مسافة. ولم يتغيّر شيء.',
  'failure.amount-is-zero': 'لا يُسحب الصفر ولا يُرسل. ولم يتغيّر شيء.',
  'failure.wrong-currency': 'يصدر {$host :host} عملة {$expected :currency}، لا {$got :currency}. ولم يتغيّر شيء.',
  'failure.master-key-changed':
    'يجيب {$host :host} بمفتاح غير الذي كان، فلا يوثق به ولا يُرسل إليه شيء. ومالك بمفتاحه القديم محفوظ.',
  'failure.reserve-elsewhere':
    'تقول نسخة إن مال جهة إصدار أخرى يُسحب لدى {$host :host}. لا يُوقَّع شيء لذلك، ولا يُمسّ شيء لك.',
  'failure.exchange-full.bytes':
    'مرّ بين هذه المحفظة و{$host :host} في سنتين قدر لا يُحفظ بعده المزيد. لم يضع شيء: فالباقي يبقى هناك. أرسل ما هنا إلى حسابك البنكي أو إلى محفظة أخرى، وتابع هناك؛ وما جاء من بنك ولم يؤخذ يعود إلى مرسله.',
  'failure.exchange-full.coins':
    'هنا من قطع نقد {$host :host} عدد لا مكان بعده للمزيد. لم يضع شيء: فالباقي يبقى هناك. ادفع بها، أو أرسلها إلى حسابك البنكي أو إلى محفظة أخرى؛ فيخلو مكان، ويأتي الباقي من تلقاء نفسه.',
  'failure.no-denominations': 'ليست لدى {$host :host} الآن قطع نقد تناسب هذا المبلغ. ولم يضع شيء.',
  'failure.no-bank-account': 'لا يذكر {$host :host} حسابًا بنكيًا يُحوَّل إليه. ولم يتغيّر شيء.',
  'failure.terms-unaccepted.new': 'يطلب {$host :host} أن توافق على شروط خدمته أولًا. لم يبدأ شيء؛ اقرأها ثم تابع.',
  'failure.terms-unaccepted.changed':
    'لدى {$host :host} شروط خدمة جديدة. لم يبدأ شيء، وما لك هناك يبقى لك؛ اقرأها ثم تابع.',
  'failure.no-exchange-for-currency': 'لا تُعرف جهة إصدار لعملة {$currency :currency}. أضف واحدة أولًا؛ ولم يتغيّر شيء.',
  'failure.bad-coin-signature': 'أجاب {$host :host} بتوقيعات خاطئة. لا تُقبل، ويُطلب منه المال نفسه ثانية.',
  'failure.malicious-denomination': 'مفتاح من {$host :host} لا يُبقي مدفوعاتك خاصة. لا يؤخذ به مال؛ ولم يضع شيء.',
  'failure.coin-not-derivable': 'مفتاح قطعة نقد ليس في هذه النسخة من المحفظة، فلا يمكن استعمالها هنا. ولم يتغيّر شيء.',
  'failure.step-broke':
    'حدث شيء غير متوقع. لم تكتمل هذه الخطوة، ولم يضع شيء، وتُحاول ثانية. أبلغ عنه من فضلك مع الرقم {$reference :code}.',
  'failure.withdrawal-stalled': 'رفض {$host :host} صرف المال. ما زال هناك وينتظرك.',
  'failure.change-disputed':
    'أخذ {$host :host} مبلغ {$sum :amount} ليصنع منه باقيًا، ويقول الآن إن الباقي لم يُطلب كما يجب. قد يضيع هذا المبلغ؛ ويُطلب ثانية من تلقاء نفسه، ولا يُصرف هناك ما هو أكبر في هذه الأثناء. أبلغ عنه من فضلك مع التفاصيل.',
  'failure.change-not-known':
    'يتكلم {$host :host} الإصدار {$version :version}، ولا يعرف هذا الإصدار من Holdfast كيف يُصنع الباقي فيه. المال المستعمل بعضه محفوظ ويمكن استعماله ثانية حين تُحدَّث جهة الإصدار أو Holdfast؛ وكلّ ما عداه هناك يُستعمل كالمعتاد.',
  'failure.coins-withheld':
    'أخذ {$host :host} مالًا ولا يصرفه الآن. المفاتيح محفوظة ويُسأل ثانية من تلقاء نفسه؛ وإن طال هذا فاشتكِ إلى {$host :host}.',
  'failure.coins-withheld+sum': 'يحتجز {$sum :amount}.',
  'failure.not-waiting-for-backup': 'لم يعد شيء هنا ينتظر نسخة. ولم يتغيّر شيء.',

  'failure.reissue-asks':
    'ما زال يمكن الوصول إلى {$sum :amount} لدى {$host :host} بورقة محفظة أخرى. دفعه لنفسك يُنهي ذلك، ويكلّف حتى {$fees :amount}؛ فيبقى {$total :amount}. ولا يُفعل شيء قبل أن توافق.',
  'failure.not-backed-up-yet.no-provider': 'لا مكان للنسخ بعد. {$staysIn :said} أضف مكانًا للمتابعة.',
  'failure.not-backed-up-yet.too-few-providers':
    'عدد النسخ التي تريدها {$wanted :integer} وعدد الأماكن {$there :integer}. {$staysIn :said} أضف مكانًا، أو اطلب نسخًا أقلّ.',
  'failure.not-backed-up-yet.no-copy':
    'لم تصل النسخة إلى ما يكفي من الأماكن بعد. {$staysIn :said} ويُحاول ثانية من تلقاء نفسه.',
  'failure.not-backed-up-yet.fees-first': 'تطلب أماكن النسخ {$fees :said} أولًا. {$staysIn :said}',
  'failure.not-backed-up-yet.fees-lacking':
    'تطلب أماكن النسخ {$fees :said}، وليس هنا مال لدفعه. {$staysIn :said} تابع من دون نسخة من هذا المبلغ، أو أضف مكانًا مجانيًا.',
  'failure.not-backed-up-yet.fees-too-high':
    'تطلب أماكن النسخ {$fees :said}؛ ومع تكلفة دفعه يصير أكثر مما هنا، أو أكثر مما وافقت عليه. {$staysIn :said} أضف المكان ثانية بحدّ أعلى، أو أضف مكانًا مجانيًا، أو تابع من دون نسخة.',
  'failure.not-backed-up-yet+until':
    'يجب تجديده قبل {$until :time} وإلا ضاع. جدّده من دون نسخة فذلك خير من أن تنتهي مدته.',
  'failure.not-backed-up-yet.unknown':
    'لم تصل النسخة إلى ما يكفي من الأماكن بعد. {$staysIn :said} ويُحاول ثانية من تلقاء نفسه.',
  'staysIn.reserve': 'وإلى ذلك الحين ينتظر المال لدى جهة الإصدار.',
  'staysIn.coin': 'وإلى ذلك الحين ينتظر الباقي حيث هو.',
  'staysIn.sender': 'وإلى ذلك الحين تبقى الدفعة لدى مرسلها.',
  'staysIn.payer': 'وإلى ذلك الحين لا يُسلَّم الطلب.',

  'failure.superseded': '{$standing :said}',
  'standstill.superseded':
    'جهاز آخر فيه هذه المحفظة هو النشط الآن، فهذا لا يدفع ولا يحفظ نسخًا. لا يضيع مال. للمتابعة هنا بدلًا منه أبقِ هذا الجهاز.',
  'standstill.leaving':
    'تُغادَر هذه المحفظة على هذا الجهاز. لا تحرّك مالًا إلى أن تعلم أماكن النسخ، ويستمرّ ذلك من تلقاء نفسه. للبقاء أبقِ هذا الجهاز.',
  'standstill.abandoned': 'غُودرت هذه المحفظة على هذا الجهاز. وينتظر مالها في النسخ من يتولّاها بورقة الاستعادة.',
  'standstill.taken-over':
    'تُوُلّيت هذه المحفظة في مكان آخر، فهذا الجهاز لا يدفع ولا يحفظ نسخًا. ابحث عن المال هناك. للمتابعة هنا بدلًا منه أبقِ هذا الجهاز.',
  'standstill.moved':
    'انتقلت هذه المحفظة إلى سرّ جديد، فهذا الجهاز لا يدفع ولا يحفظ نسخًا. امحُ المحفظة هنا واستعدها بالورقة الجديدة. ويُسلَّم أولًا إلى النسخ القديمة ما لا يعرفه إلا هذا الجهاز؛ ويجده الجهاز الآخر هناك حين يتولّى الورقة القديمة.',
  'standstill.taken-over-left': 'تُوُلّيت هذه المحفظة في مكان آخر، فهذا الجهاز لا يدفع ولا يحفظ نسخًا. ابحث عن المال هناك.',

  'failure.malformed-account.not-a-payto':
    'ليس هذا عنوان حساب بنكي. فهو يشبه \u2066payto://iban/DE75512108001245126199?receiver-name=NAME\u2069. ولم يُنقل مال.',
  'failure.malformed-account.iban-shape': 'طول رقم IBAN خاطئ أو فيه علامة خاطئة. ولم يُنقل مال.',
  'failure.malformed-account.iban-checksum':
    'أرقام المراجعة في رقم IBAN خاطئة، فقد كُتب رقم واحد على الأقلّ خطأً. ولم يُنقل مال.',
  'failure.malformed-account.bic': 'رمز BIC قبل رقم IBAN خاطئ. ولم يُنقل مال.',
  'failure.malformed-account.account-name': 'اسم الحساب أو بنكه خاطئ. ولم يُنقل مال.',
  'failure.malformed-account.bitcoin-address': 'عنوان Bitcoin خاطئ. ولم يُنقل مال.',
  'failure.malformed-account.receiver-place':
    'لا يمكن استعمال المدينة أو الرمز البريدي في هذا العنوان: فهو طويل جدًا أو فيه علامة لا يراها أحد. ولم يُنقل مال.',
  'failure.malformed-account.receiver-name':
    'اسم صاحب الحساب ناقص أو طويل جدًا (أضف \u2066?receiver-name=NAME\u2069). ولم يُنقل مال.',
  'failure.unsupported-account': 'لا تستطيع هذه المحفظة الدفع إلى حسابات من نوع {$method :name}. ولم يُنقل مال.',
  'failure.no-payout-exchange':
    'لا تدفع أيّ جهة إصدار لعملة {$currency :currency} إلى حسابات من نوع {$method :name}. ولم يُنقل مال.',
  'failure.recoup-elsewhere': 'يقول {$host :host} إنه أعطى قيمة مال مسحوب لغيرك، وهذا لا يمكن. تُحفظ؛ أبلغ عنه من فضلك.',
  'failure.deposit-refused': 'لم تقبل جهة الإصدار الإيداع. ويعود المال، ناقصًا رسم تجديده.',
  'failure.deposit-confirmed.wired': 'حُوّل هذا الإيداع إلى الحساب من قبل، فلم يعد إنهاؤه ممكنًا. والمال هناك.',
  'failure.deposit-confirmed.confirmed': 'هذا الإيداع مؤكَّد ويجري تحويله، فلم يعد إنهاؤه ممكنًا. ويصل المال إلى الحساب.',
  'failure.invoice-fee.ask':
    'يطلب {$host :host} على كلّ طلب {$fee :amount}، شاملًا تكلفة نقله. ولم يتغيّر شيء؛ وافق على ذلك واطلب ثانية، أو اطلب أن يُرسل إليك المال بدلًا من ذلك.',
  'failure.invoice-fee.no-coins':
    'يطلب {$host :host} على كلّ طلب {$fee :amount} يُدفع مقدّمًا، وليس لك مال هناك. ولم يتغيّر شيء؛ أضف قليلًا من المال هناك أولًا، أو اطلب أن يُرسل إليك المال بدلًا من ذلك.',
  'failure.invoice-fee.cannot':
    'يطلب {$host :host} على كلّ طلب {$fee :amount}، ولا تستطيع هذه المحفظة دفعه هناك. ولم يتغيّر شيء؛ اطلب أن يُرسل إليك المال بدلًا من ذلك.',
  'failure.withdrawal-fees.ask':
    'يأخذ {$host :host} من {$sum :amount} رسومًا قدرها {$fees :amount}، فيصل {$total :amount}. ولم يتغيّر شيء؛ وافق على ذلك، أو اختر مبلغًا آخر أو جهة إصدار أخرى.',
  'failure.withdrawal-fees.dearer':
    'يأخذ {$host :host} الآن {$fees :amount} من {$sum :amount} الذي جاء، فيبقى {$total :amount}. لا يؤخذ شيء إلا إن وافقت؛ ويبقى المال هناك.',
  'failure.withdrawal-fees+agreed': 'كنت قد وافقت على رسوم قدرها {$agreed :amount}.',
  'failure.renewal-fees':
    'ما زالت نسخة أقدم من هذه المحفظة تستطيع إنفاق {$sum :amount} لدى {$host :host}. وتجديده يجعل مال تلك النسخة بلا قيمة ويكلّف {$fees :amount}، فيبقى {$total :amount}. لا يُجدَّد شيء إلا إن وافقت، ويمكن إنفاقه كما هو.',
  'failure.refund-renewal':
    'يأخذ {$host :host} الآن أكثر مما عُرض على ما عاد من مدفوعات أو بقي منها: جعله جاهزًا للإنفاق يكلّف {$fees :amount} من {$sum :amount}، فيبقى {$total :amount}. هو في أمان وينتظر إلى أن توافق، أو إلى أن تنخفض الرسوم.',
  'failure.not-asked-about-fees': 'لا ينتظر هذا جوابًا عن رسوم. ولم يتغيّر شيء.',
  'failure.below-purse-fee':
    'لا ينقل {$host :host} دفعة بين أشخاص دون {$least :amount}. ولم يتغيّر شيء؛ أرسل هذا القدر على الأقلّ.',
  'failure.beyond-limit.withdraw':
    'لا يدع {$host :host} أحدًا يسحب أكثر من {$limit :amount} في المرة. ولم يتغيّر شيء؛ اسحب أقلّ، أو الباقي لاحقًا.',
  'failure.beyond-limit.purse':
    'لا ينقل {$host :host} دفعة بين أشخاص أكثر من {$limit :amount}. ولم يتغيّر شيء؛ استعمل عدة دفعات أصغر.',
  'failure.beyond-limit.deposit':
    'لا يدفع {$host :host} أكثر من {$limit :amount} إلى حساب بنكي واحد. ولم يتغيّر شيء؛ حوّل أقلّ، أو الباقي لاحقًا.',
  'failure.beyond-limit.hold':
    'لا يدع {$host :host} أحدًا يملك أكثر من {$limit :amount}. ولم يتغيّر شيء؛ أنفق بعض ما لديك هناك أولًا، أو استعمل جهة إصدار أخرى.',
  'failure.beyond-limit+withinMs': 'يُحسب الحدّ على مدى {$withinMs :span}.',
} as const;

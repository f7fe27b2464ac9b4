// SPDX-License-Identifier: GPL-3.0-or-later

/** Bringing a wallet back by showing who one is, at places that keep its secret for that. */
export const escrowRecovery = {
  'escrowRecovery.place-silent': 'لم يجب، فلا أحد يعلم ما لديه: {$why :said}',
  'escrowRecovery.place-is-other': 'على هذا العنوان شيء آخر: ليس مكانًا يحفظ أسرار الناس.',
  'escrowRecovery.place-not-allowed':
    'يقود هذا العنوان إلى شبكة منزل أو شركة، ولا يجوز لمن ذكره أن يقود إليها. ولم يُسأل.',
  'escrowRecovery.place-no-https': 'ليس هذا عنوان https: يستطيع من في الطريق أن يقرأ ما يُرسل إلى هناك. ولم يُسأل.',
  'escrowRecovery.place-wants-payment': 'يريد أن يُدفع له قبل أن يعيد شيئًا.',
  'escrowRecovery.place-unreadable':
    '.input {$versions :integer} .match $versions one {{ما هو محفوظ هناك لهذه البيانات لا يُفتح: فهو تالف أو لشخص آخر.}} two {{هناك شيئان محفوظان لهذه البيانات لا يُفتحان: فهما تالفان أو لشخص آخر.}} few {{هناك {$versions} أشياء محفوظة لهذه البيانات لا تُفتح: فهي تالفة أو لشخص آخر.}} * {{هناك {$versions} شيئًا محفوظًا لهذه البيانات لا يُفتح: فهي تالفة أو لشخص آخر.}}',
  'escrowRecovery.code-sent': 'رمز في الطريق إليك. اكتبه كما يصل؛ ولا أثر للمسافات والشرطات وحرف A في أوله.',
  'escrowRecovery.code-sent+hint': 'يذهب إلى العنوان الذي فيه {$hint :quote}.',
  'escrowRecovery.code-in-file': 'للتجربة: كُتب الرمز في الملف {$file :file} في ذلك المكان.',
  'escrowRecovery.transfer-awaited':
    'لم يصل التحويل بعد، وقد يستغرق أيامًا. ويُنظر فيه ثانية في {$at :time}، ومن تلقاء نفسه.',
  'escrowRecovery.wrong': 'ليس هذا الجواب الصحيح.',
  'escrowRecovery.wrong-before': 'جُرّب هذا الجواب من قبل وليس صحيحًا، فلم يُرسل ثانية.',
  'escrowRecovery.variants-left':
    '.input {$left :integer} .match $left one {{بقيت كتابة واحدة تشبه جوابك الأخير لم تُجرَّب. لتُجرَّب أعطِ ذلك الجواب ثانية بعد {$at :time}؛ ولا يُرسل شيء إلى هناك قبل ذلك.}} two {{بقيت كتابتان تشبهان جوابك الأخير لم تُجرَّبا. لتُجرَّبا أعطِ ذلك الجواب ثانية بعد {$at :time}؛ ولا يُرسل شيء إلى هناك قبل ذلك.}} few {{بقيت {$left} كتابات تشبه جوابك الأخير لم تُجرَّب. لتُجرَّب أعطِ ذلك الجواب ثانية بعد {$at :time}؛ ولا يُرسل شيء إلى هناك قبل ذلك.}} * {{بقيت {$left} كتابة تشبه جوابك الأخير لم تُجرَّب. لتُجرَّب أعطِ ذلك الجواب ثانية بعد {$at :time}؛ ولا يُرسل شيء إلى هناك قبل ذلك.}}',
  'escrowRecovery.clock-off.ahead':
    'بحسب وقت ذلك المكان تتقدم ساعة هذا الحاسوب بمقدار {$by :span}. والتطبيق الذي يصنع الرموز يعتمد على ساعة أيضًا: انظر هل هي صحيحة.',
  'escrowRecovery.clock-off.behind':
    'بحسب وقت ذلك المكان تتأخر ساعة هذا الحاسوب بمقدار {$by :span}. والتطبيق الذي يصنع الرموز يعتمد على ساعة أيضًا: انظر هل هي صحيحة.',
  'escrowRecovery.too-many-tries':
    'هذه كلّ المحاولات التي يسمح بها هذا المكان الآن. ويقبل التالية بعد {$until :time}؛ ولا يُرسل شيء إلى هناك قبل ذلك.',
  'escrowRecovery.no-code': 'الرمز فيه أرقام. ولم يُرسل شيء.',
  'escrowRecovery.unknown-way':
    'هذه الطريقة ({$type :way}) غير معروفة لهذا الإصدار من Holdfast. استعمل طريقة أخرى، أو إصدارًا أحدث.',
  'escrowRecovery.lost': 'لم يعد لدى ذلك المكان ما يتبع هذه الطريقة. استعمل طريقة أخرى.',
  'escrowRecovery.key-unfit': 'ما لدى ذلك المكان لا يتبع هذه الطريقة: غُيّر هناك أو خُلط. استعمل طريقة أخرى.',
  'escrowRecovery.share-unfit': 'قُبل الجواب، لكنّ ما أعاده ذلك المكان مقابله ليس ما تُرك هناك. استعمل طريقة أخرى.',
  'escrowRecovery.address-unfit': 'لا يستطيع ذلك المكان إرسال رمز: فما تُرك هناك عنوانًا ليس عنوانًا. استعمل طريقة أخرى.',
  'escrowRecovery.asks-payment': 'يطلب ذلك المكان {$fee :amount} قبل أن تُستعمل هذه الطريقة.',
  'escrowRecovery.asks-otherwise':
    'أعلن ذلك المكان سعرًا قدره {$announced :amount}، وفاتورته بمبلغ {$asked :amount}. ولم يُدفع شيء.',
  'escrowRecovery.price-unknown': 'يريد ذلك المكان أن يُدفع له ولا يقول كم. ولم يُدفع شيء؛ انظر ثانية لاحقًا.',
  'escrowRecovery.asks-again': 'دُفع لذلك المكان وهو يطلب {$fee :amount} مرة أخرى. ولم يُدفع شيء آخر.',
  'escrowRecovery.no-such-coins':
    'ليس في هذه المحفظة {$fee :amount}. ادفع بمحفظة أخرى، بمسح الرمز بهاتفك مثلًا، ثم انظر ثانية.',
  'escrowRecovery.payment-pending': 'الدفعة قيد التنفيذ. انظر ثانية بعد لحظة.',
  'escrowRecovery.not-paid-yet': 'لا يعلم ذلك المكان بدفعة بعد. انظر ثانية بعد لحظة.',
  'escrowRecovery.shop-silent': 'لا يستطيع ذلك المكان أن يعرف الآن هل دُفع له. وما دُفع لم يضع؛ انظر ثانية لاحقًا.',
  'escrowRecovery.still-needed':
    '.input {$ways :integer} .match $ways one {{تلزم طريقة أخرى من هذه الطرق.}} two {{تلزم طريقتان أخريان من هذه الطرق.}} few {{تلزم {$ways} طرق أخرى من هذه الطرق.}} * {{تلزم {$ways} طريقة أخرى من هذه الطرق.}}',
  'escrowRecovery.open': 'هذا يكفي: سرّ الاستعادة هنا.',
  'escrowRecovery.none-left':
    'لا يمكن إعادة السرّ بالطرق الباقية. وقد تجد الأماكن التي أضاعت شيئًا ما أضاعته؛ وقد تُفتح نسخة أقدم؛ أما ورقة الاستعادة فتفتح دائمًا.',
  'escrowRecovery.shares-unfit':
    'صحّ ما يكفي من الأجوبة، لكنّ ما أعادته الأماكن مقابلها لا يفتح السرّ. أثبت أنك أنت بطريقة أخرى أيضًا.',
  'escrowRecovery.is-older': 'هذه نسخة أقدم. وربما انتقل ما تقود إليه منذ ذلك الحين؛ جرّب الأحدث أولًا.',
  'escrowRecovery.rehearsed-right': 'صحيح: هذه الطريقة تعمل.',
  'escrowRecovery.rehearsed-uncompared':
    'الجواب صحيح. أما هل يعيد ذلك المكان الشيء الصحيح فلا يستطيع هذا الجهاز أن يقول، فلا تُحسب مُجرَّبة.',
  'escrowRecovery.rehearse-more':
    '.input {$ways :integer} .match $ways one {{جرّب طريقة أخرى، فيُعلم عندئذ أن محفظتك تعود هكذا.}} two {{جرّب طريقتين أخريين، فيُعلم عندئذ أن محفظتك تعود هكذا.}} few {{جرّب {$ways} طرق أخرى، فيُعلم عندئذ أن محفظتك تعود هكذا.}} * {{جرّب {$ways} طريقة أخرى، فيُعلم عندئذ أن محفظتك تعود هكذا.}}',

  'failure.identity-refused.missing': 'تنقص واحدة من بياناتك ({$field :field}). ولم يُسأل أحد.',
  'failure.identity-refused.too-long': 'واحدة من بياناتك طويلة جدًا ({$field :field}). ولم يُسأل أحد.',
  'failure.identity-refused.pattern':
    'واحدة من بياناتك ليست بالشكل المعمول به في هذا البلد ({$field :field}). ولم يُسأل أحد.',
  'failure.identity-refused.date':
    'واحدة من بياناتك ليست يومًا من التقويم ({$field :field}). اكتبها هكذا: \u20661990-02-28\u2069. ولم يُسأل أحد.',
  'failure.identity-refused.unknown': 'لا يُسأل أحد في هذا البلد عن {$field :field}. ولم يُسأل أحد.',
  'failure.no-escrow-place': 'لم يُذكر مكان يمكن سؤاله. أضف عنوان مكان.',
  'failure.search-stopped': 'أُنهي البحث. ولم يتغيّر شيء.',
  'failure.secret-not-found': 'لم يكن هذا بين ما عُثر عليه آخر مرة. ابحث ثانية.',
  'failure.secret-of-other-program':
    'ما اسمه {$name :quote} تركه هناك برنامج آخر وليس محفظة Holdfast. أعده بذلك البرنامج.',
  'failure.document-unfit':
    'ما أعطته هذه الأماكن ليس ما أعلنته، أو لا يمكن قراءته: {$places :places}. ولم يتغيّر شيء؛ جرّب نسخة أخرى.',
  'failure.document-not-there': 'لم يعطِ أيّ من هذه الأماكن ما لديه: {$places :places}. ولم يتغيّر شيء؛ حاول ثانية لاحقًا.',
  'failure.recovery-running': 'استعادة أخرى قيد التنفيذ. تابعها، أو أنهها أولًا.',
  'failure.no-recovery': 'لا استعادة قيد التنفيذ. ابحث أولًا.',
  'failure.no-such-way': 'لا توجد طريقة كهذه في هذه الاستعادة.',
  'failure.recovery-not-open': 'لم يثبت بعد ما يكفي للحصول على السرّ. ولم يتغيّر شيء.',
  'failure.no-payment-asked': 'لا يطلب أحد دفعة هنا. ولم يُدفع شيء.',
  'failure.fee-not-agreed': 'يكلّف {$fee :amount}، ولم يُوافَق عليه. ولم يُدفع شيء.',
  'failure.secret-unreadable':
    'أُعيد السرّ، وليس محفظة Holdfast: تركه هناك برنامج آخر، أو كان تالفًا من قبل. ولم يتغيّر شيء.',
  'failure.newer-secret':
    'أُعيد السرّ، وقد تركه هناك إصدار أحدث من Holdfast (الإصدار {$version :integer}). ولم يتغيّر شيء؛ حدّث البرنامج ثم تابع.',
  'failure.cannot-rehearse':
    'لا يمكن تجربة هذه الطريقة ({$type :way}) هنا: أما السؤال وتطبيق المصادقة فيمكن. ولم يُرسل شيء.',
} as const;

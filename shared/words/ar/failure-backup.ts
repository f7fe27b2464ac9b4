// SPDX-License-Identifier: GPL-3.0-or-later

/** What is refused about copies, the sheet and the places, and why a place had nothing to give. */
export const failureBackup = {
  'failure.not-a-recovery-text':
    'السطر {$line :integer} ليس HOLDFAST-RECOVERY-1 ولا HOLDFAST-SHARE-1، فليس هذا نص ورقة استعادة. ولم يتغيّر شيء.',
  'failure.newer-recovery-text':
    'السطر {$line :integer}: صنع هذه الورقة إصدار أحدث من Holdfast (الإصدار {$version :integer}). ولم يتغيّر شيء؛ حدّث البرنامج من فضلك.',
  'failure.recovery-truncated':
    'يتوقف النص بعد السطر {$line :integer}: ينقص السطر END، وربما أكثر قبله. ولم يتغيّر شيء.',
  'failure.recovery-line': 'السطر {$line :integer}: {$why :said} ولم يتغيّر شيء.',
  'failure.correction-proposed': 'الرمز لا يستقيم كما قُرئ. قارنه بالورقة: {$changes :said} ولم يتغيّر شيء.',
  'failure.too-damaged':
    'الخطأ أو النقص في الرمز أكثر مما يمكن إيجاده من بقيته. اقرأه ثانية مجموعة مجموعة، مع ? لكلّ حرف لا يُقرأ، أو استعمل رمز QR أو نسخة مطبوعة أخرى من الورقة. ولم يتغيّر شيء.',
  'failure.two-recovery-texts':
    'في هذا النص أكثر من ورقة استعادة، تبدأ في السطرين {$line :integer} و{$other :integer}، ولا تقول الشيء نفسه. ولم يتغيّر شيء؛ لا تترك إلا المقصودة.',
  'failure.recovery-too-long': 'لنص ورقة الاستعادة {$limit :integer} حرفًا على الأكثر. ولم يتغيّر شيء.',
  'failure.too-few-shares':
    '.input {$got :integer} .input {$needed :integer} .match $got one {{يلزم من التقسيم {$split :code} {$needed} من الحصص، وهنا واحدة: رقمها {$there :codes}. وحدها لا تكشف شيئًا. ولم يتغيّر شيء؛ أضف البقية.}} two {{يلزم من التقسيم {$split :code} {$needed} من الحصص، وهنا اثنتان: رقماهما {$there :codes}. ولم يتغيّر شيء؛ أضف أخرى.}} * {{يلزم من التقسيم {$split :code} {$needed} من الحصص، وهنا {$got}: أرقامها {$there :codes}. ولم يتغيّر شيء؛ أضف أخرى.}}',
  'failure.same-share-twice':
    'الحصة {$share :integer} من التقسيم {$split :code} هنا من قبل. ويلزم من الحصص المختلفة {$needed :integer}. ولم يتغيّر شيء.',
  'failure.share-of-another-split':
    'الحصة {$share :integer} من التقسيم {$split :code}، والبقية من التقسيم {$other :code}. ولا تجتمع إلا حصص التقسيم نفسه. ولم يتغيّر شيء.',
  'failure.share-contradicts':
    'تقول الحصة {$share :integer} إنها من التقسيم {$split :code} ولا توافق البقية: فهي من محفظة أخرى، أو ليست ما طُبع. ولم يتغيّر شيء.',
  'failure.sheet-among-shares':
    'في السطر {$line :integer} تبدأ ورقة استعادة كاملة بين حصص. والورقة لا تحتاج إلى غيرها: لا تترك إلا هذه أو تلك. ولم يتغيّر شيء.',
  'failure.too-many-shares': 'يُقرأ معًا من الحصص {$limit :integer} على الأكثر. ولم يتغيّر شيء.',
  'failure.malformed-recovery-uri.action': 'عنوان \u2066taler://\u2069 هذا لشيء آخر. ولم يتغيّر شيء.',
  'failure.malformed-recovery-uri.pay':
    'هذا رابط دفع. ومكانه صفحة «دفع»، وتقود إليها صفحة المال. لم يتغيّر شيء ولم يُدفع شيء.',
  'failure.malformed-recovery-uri.key': 'طول السرّ في هذا العنوان خاطئ؛ وربما قُطع. ولم يتغيّر شيء.',
  'failure.malformed-recovery-uri.providers': 'في هذا العنوان مكان ليس عنوانًا على الشبكة. ولم يتغيّر شيء.',
  'failure.malformed-recovery-uri.encoding': 'في هذا العنوان علامة نسبة مئوية وحدها. ولم يتغيّر شيء.',
  'failure.malformed-recovery-uri.length': 'هذا العنوان طويل جدًا. ولم يتغيّر شيء.',
  'failure.malformed-recovery-uri.scheme': 'لا يبدأ هذا كعنوان \u2066taler://\u2069. ولم يتغيّر شيء.',
  'failure.malformed-recovery-uri.segments': 'في هذا العنوان شيء بين السرّ والأماكن. ولم يتغيّر شيء.',
  'failure.malformed-recovery-uri.base-url': 'لا يمكن قراءة عنوان في هذا النص. ولم يتغيّر شيء.',

  'correction.differs': 'المجموعة {$group :integer}: قُرئ {$typed :name}، وينبغي أن تقول الورقة {$proposed :name}.',
  'correction.unread': 'المجموعة {$group :integer} لم تُقرأ؛ وينبغي أن تكون {$proposed :name}.',
  'correction.extra': 'قُرئت مجموعة ليست من هناك: {$typed :name}.',
  'correction.swapped': 'المجموعتان {$group :integer} و{$other :integer} كلّ منهما مكان الأخرى.',

  'correction.in-share': 'في الحصة {$share :integer}:',

  'typing.look-alike': 'المجموعة {$group :integer}: ليس في الرمز {$typed :name}. وما يشبهه هو {$meant :name}.',
  'typing.no-letter': 'المجموعة {$group :integer}: ليس في الرمز {$typed :name}.',
  'typing.beginning': 'يبدأ الرمز بـ {$begin :code}.',
  'typing.short': '.input {$got :integer} .input {$expected :integer} {{عدد أحرفه {$expected}، وكُتب منها {$got}.}}',
  'typing.long': '.input {$got :integer} .input {$expected :integer} {{عدد أحرفه {$expected}، وكُتب {$got}.}}',

  'recoveryLine.date-shape': 'يُكتب التاريخ هكذا: \u20662026-11-23\u2069.',
  'recoveryLine.too-many-providers': 'تذكر الورقة من الأماكن {$limit :integer} على الأكثر.',
  'recoveryLine.unknown-beginning':
    'ليست لهذا السطر بداية معروفة \u2066(wallet:, date:, sheet:, share:, secret …:, provider …:)\u2069.',
  'recoveryLine.no-secret': 'تنقص قبله الأسطر التي تبدأ بـ «secret».',
  'recoveryLine.providers-missing': 'أُعلن من الأماكن {$announced :integer} ووُجد منها {$there :integer}.',
  'recoveryLine.other-sheet-number': 'رقم الورقة هذا ليس الذي في السرّ. هل اختلطت ورقتان؟',
  'recoveryLine.group-numbers': 'تُكتب أرقام المجموعات هكذا: \u2066“secret 01-05:”\u2069.',
  'recoveryLine.groups-missing': 'تنقص قبل هذا السطر المجموعات من {$first :integer} إلى {$last :integer}.',
  'recoveryLine.other-group': 'ينبغي أن يبدأ هذا السطر بالمجموعة {$group :integer}.',
  'recoveryLine.group-length':
    'عدد أحرف المجموعات من {$first :integer} إلى {$last :integer} هو {$expected :integer}، وفي هذا السطر {$got :integer}.',
  'recoveryLine.group-of-five': 'في كلّ مجموعة خمسة أحرف، وعدد أحرف هذا السطر كلّها {$got :integer}.',
  'recoveryLine.share-shape': 'يُكتب هذا السطر هكذا: \u2066“share: 2 of 5, 3 needed, split K7Q2”\u2069.',
  'recoveryLine.other-share': 'هذا السطر ليس عن الحصة التي رمزها هنا. هل اختلطت حصتان؟',
  'recoveryLine.secret-length': 'طول السرّ خاطئ.',
  'recoveryLine.prefix': 'يبدأ السرّ بـ HOLD1.',
  'recoveryLine.unused-character': 'في المجموعة {$group :integer} علامة لا تُستعمل أبدًا (لا يوجد B ولا I ولا O ولا 1).',
  'recoveryLine.characters-of-secret':
    'عدد أحرف السرّ {$got :integer}؛ وينبغي أن يكون واحدًا من هذه الأعداد: {$expected :codes}.',
  'recoveryLine.misplaced-character': 'في المجموعة {$group :integer} علامة لا يمكن أن تكون هناك.',
  'recoveryLine.provider-numbers': 'تُرقَّم الأماكن هكذا: \u2066“provider 1 of 2:”\u2069.',
  'recoveryLine.provider-expected': 'المتوقع هنا المكان {$number :integer}.',
  'recoveryLine.no-address': 'هذا ليس عنوانًا.',
  'recoveryLine.address-check': 'العنوان لا يوافق العلامات الأربع التي بعده.',

  'failure.wrong-backup-state.initialized':
    'لهذه المحفظة نسخ خاصة بها، فلم يتغيّر شيء. استعمل محفظة جديدة، أو تولَّ تلك المحفظة بهذه.',
  'failure.wrong-backup-state.uninitialized':
    'ليس لهذه المحفظة مكان للنسخ بعد. ولم يتغيّر شيء؛ أضف مكانًا أولًا، أو تولَّ المحفظة بورقة استعادتها.',
  'failure.money-here':
    'في هذه المحفظة مال من قبل، أو هي تنتظر مالًا، وقد ينفقه بعد استعادة كلّ من يستطيع فتح تلك المحفظة الأخرى. ولم يتغيّر شيء. استعد في محفظة فارغة، أو تولَّ المحفظة الأخرى: فتبقى هذه محفظة مستقلة، ويُدفع مال الأخرى إليها.',
  'failure.money-here+here': 'هنا، في هذه المحفظة، {$here :said}.',
  'failure.money-here+coming':
    'وهي تنتظر {$coming :said}. إن لم يُرسل ذلك المال قطّ فأنهِ السحب أو الطلب؛ فلا يُحسب بعد ذلك.',
  'failure.issuer-not-allowed':
    'تذكر نسخ تلك المحفظة جهة إصدار ({$host :host}) لا يجوز أن تقود إليها: عنوانها غير مشفّر، أو داخل شبكة خاصة. لم يُتصل بها، ولم يتغيّر شيء. إن كنت تعرفها فأضفها إلى هذه المحفظة أولًا، ثم حاول ثانية.',
  'failure.too-many-issuers':
    'عدد جهات الإصدار التي تذكرها نسخ تلك المحفظة ولا تعرفها هذه المحفظة {$named :integer}؛ ويُسأل عن {$limit :integer} على الأكثر. لم يُتصل بأيّ منها، ولم يتغيّر شيء. ولا تحتاج محفظة سليمة إلى هذا العدد.',
  'failure.takeover-asks':
    'بحسب نسخها في تلك المحفظة {$there :said}، لدى {$issuers :hosts}. يُدفع إلى هذه المحفظة، لأن من يستطيع فتح تلك قد ينفقه لولا ذلك. ولم يتغيّر شيء بعد.',
  'failure.takeover-asks+fees': 'دفعه إلى هنا يكلّف حتى {$fees :said}.',
  'failure.takeover-asks+stays':
    'منه {$stays :said} لا يمكن دفعه إلى هنا الآن، ويمكن أن ينفقه بعد ذلك أيضًا من يستطيع فتح تلك المحفظة.',
  'failure.takeover-asks+silent':
    'لم يجب {$silent :hosts}، فما هناك لا يمكن دفعه إلى هنا الآن. حاول لاحقًا إن كنت تستطيع الانتظار.',
  'failure.takeover-asks+unsaved':
    'لم يغادر {$unsaved :name} تلك المحفظة. وما لم يحفظه، كمال سُحب من دون نسخة، لا تعلم به أيّ نسخة: فليس في ذلك المبلغ، ويبقى على ذلك الجهاز.',
  'failure.drill-running': 'اختبار قيد التنفيذ من قبل. انتظر حتى يتمّ، أو أنهه.',
  'failure.drill-stopped': 'أُنهي الاختبار قبل أن يتمّ. لم يتغيّر شيء؛ وما هو محفوظ في أماكن أخرى كما كان.',
  'failure.restore-stopped': 'أُنهيت الاستعادة قبل أن يأتي شيء. لم يتغيّر شيء؛ وما تحفظه أماكنك كما كان.',
  'failure.restore-running': 'استعادة أو تولٍّ قيد التنفيذ من قبل. ولم يتغيّر شيء؛ انتظر حتى يتمّ.',
  'failure.wrong-device-state': '{$standing :said} ولم يتغيّر شيء.',
  'failure.not-abandoned.active':
    'ما زال {$device :name} يستعمل تلك المحفظة، وجهازان ينفقان المال نفسه يعيق أحدهما الآخر. غادر المحفظة هناك أولًا. أو تولَّها رغم ذلك: فيتوقف ذلك الجهاز حالما يعلم بذلك، وما لم يحفظه يبقى عليه. ولم يتغيّر شيء.',
  'failure.not-abandoned.leaving':
    'يغادر {$device :name} تلك المحفظة ولم يتمّ ذلك. أتمّه هناك أولًا. أو تولَّها رغم ذلك: فما لم يحفظه ذلك الجهاز يبقى عليه. ولم يتغيّر شيء.',
  'failure.not-abandoned.taken-over':
    'تُوُلّيت تلك المحفظة من قبل، فمالها على الأرجح في مكان آخر. ويجوز لك أن تتولّاها رغم ذلك. ولم يتغيّر شيء.',
  'failure.not-abandoned+lastWroteAt': 'آخر تغيير هناك كان في {$lastWroteAt :time}.',
  'failure.not-empty.still': 'ليست هذه المحفظة فارغة بعد. ولم يتغيّر شيء؛ أفرغها ثانية.',
  'failure.not-empty.too-late': 'فات أوان الإنهاء: فقد أُفرغت هذه المحفظة وتجري مغادرتها. ولم يتغيّر شيء.',
  'failure.not-empty.came-in': 'جاء مال بينما كانت هذه المحفظة تُغادَر، فتبقى. ولم يضع شيء؛ أفرغها ثانية.',
  'failure.not-empty.began': 'بدأ شيء بينما كانت هذه المحفظة تُغادَر، فتبقى. ولم يضع شيء؛ أفرغها ثانية.',
  'failure.not-empty+left': 'ما زال هنا: {$left :said}.',
  'failure.no-undo': 'لا توجد هنا استعادة ولا تولٍّ يمكن التراجع عنه، أو انقضت أيامه الثلاثون. ولم يتغيّر شيء.',
  'failure.undo-would-lose':
    'سيأخذ منك {$lost :said}: فلا تقود أيّ ورقة استعادة قُرئت هنا ثانية إلى نسخة منه. انتظر حتى تتحدّث النسخ، واختبر ورقتك، ثم حاول ثانية. ولم يتغيّر شيء.',
  'failure.undo-nothing':
    'لا شيء يُتراجع عنه: كلّ ما جاء من المحفظة الأخرى يبقى هنا، لأن هذه المحفظة وحدها تستطيع إعادته الآن. ولم يتغيّر شيء.',
  'failure.undo-nothing+there':
    'لا شيء يُتراجع عنه: {$there :said} الذي جاء من المحفظة الأخرى دُفع إلى هذه أو استُعمل منذ ذلك الحين، ولا تعيده إلا هذه المحفظة. لم يتغيّر شيء، ولا مال في خطر.',
  'failure.undo-unheard':
    'لم يُعطِ أيّ مكان من أماكن المحفظة الأخرى نسخة، فلا أحد يستطيع أن يقول ما تعيده ورقتها بعد. وما جاء منها يبقى هنا. حاول ثانية حين يمكن الوصول إلى أماكنها. ولم يتغيّر شيء.',
  'failure.undo-unheard+places':
    'لم تجب هذه الأماكن من أماكن المحفظة الأخرى: {$places :places}. ومن دون نسخة لا أحد يستطيع أن يقول ما تعيده ورقتها بعد، فما جاء منها يبقى هنا. حاول ثانية حين يمكن الوصول إليها. ولم يتغيّر شيء.',
  'failure.empty-name': 'يحتاج الاسم إلى حروف تُرى. ولم يتغيّر شيء.',
  'failure.other-sheet': 'هذه الورقة لمحفظة أخرى. لا تعيد ما هنا. ولم يتغيّر شيء.',
  'failure.void-sheet':
    'هذه الورقة لاغية منذ {$at :time}: صُنع آنذاك سرّ جديد، ولا تعيد المال إلا ورقته. أتلف هذه. ولم يتغيّر شيء.',
  'failure.rekey-asks': 'صار السرّ الجديد يكلّف {$total :said}، شاملًا كلّ شيء. ولم يتغيّر شيء؛ وافق على ذلك أولًا.',
  'failure.rekey-running': 'سرّ جديد قيد الصنع من قبل. ولم يتغيّر شيء؛ دعه يستمرّ.',
  'failure.no-rekey': 'لا سرّ جديدًا قيد الصنع. ولم يتغيّر شيء.',
  'failure.rekey-too-late':
    'فات أوان الإبقاء على السرّ القديم: فقد نُقل مال إلى الجديد، أو جهاز آخر يستمرّ بالورقة الجديدة. ولم يتغيّر شيء؛ تابع واطبع الورقة الجديدة.',
  'failure.own-sheet': 'هذه ورقة استعادة هذه المحفظة نفسها. ليصير هذا الجهاز هو النشط فأبقِ هذا الجهاز. ولم يتغيّر شيء.',
  'failure.newer-wallet-there':
    'كتب إصدار أحدث من Holdfast في تلك المحفظة أشياء لا يستطيع هذا تمييزها من المال، فلم تُتولَّ ولم يتغيّر شيء. حدّث البرنامج من فضلك، ثم تولَّها.',
  'failure.password-refused':
    'لا يقبل {$target :place} اسم المستخدم وكلمة المرور هذين. ولم يتغيّر شيء؛ تريد خوادم كثيرة هنا كلمة مرور تطبيق، تُصنع في إعداداتها تحت «الأمان».',
  'failure.password-in-address':
    'في هذا العنوان اسم مستخدم أو كلمة مرور، حيث يراها غيرك. ولم يتغيّر شيء؛ أعطِ العنوان وحده، وأجب حين تُسأل عنهما.',
  'failure.needs-https':
    'تُرسل كلمة مرور إلى {$target :place}، فيجب أن يبدأ عنوانه بـ \u2066https://\u2069. ولم يتغيّر شيء.',
  'failure.not-stored': 'لا توجد نسخ مؤكَّدة كافية من كلّ شيء، فلم يبدأ شيء ولم يُنسَ شيء. حاول ثانية لاحقًا.',
  'failure.not-stored+places': 'لا نسخة من الآن في: {$places :places}.',
  'failure.no-provider-there': '{$target :place} ليس مكانًا للنسخ: {$why :said} ولم يتغيّر شيء.',
  'failure.place-unusable': 'لا يستطيع {$target :place} حفظ النسخ كما هو: {$why :said} ولم يتغيّر شيء.',
  'failure.provider-silent':
    'لا يعطي {$target :place} جوابًا: {$why :said} ولم يتغيّر شيء؛ تحقّق من العنوان، أو حاول ثانية لاحقًا.',
  'failure.malformed-max-fee': '{$text :name} ليس مبلغًا مثل \u2066KUDOS:0.5\u2069. ولم يتغيّر شيء.',
  'failure.no-price-agreed': 'يطلب هذا المكان {$fee :amount} في السنة، ولم يُتفق على حدّ. ولم يتغيّر شيء؛ أضفه مع حدّ.',
  'failure.fee-above-cap': 'يطلب هذا المكان {$fee :amount} في السنة، وهو يتجاوز حدّك {$cap :amount}. ولم يتغيّر شيء.',
  'failure.unknown-provider': '{$id :place} ليس من أماكن هذه المحفظة. ولم يتغيّر شيء.',
  'failure.too-many-providers': 'للمحفظة من أماكن النسخ {$limit :integer} على الأكثر. ولم يتغيّر شيء.',
  'failure.takes-no-fee': 'لا يطلب هذا المكان شيئًا، فلا حدّ يُضبط. ولم يتغيّر شيء.',
  'failure.no-year-to-renew': 'لم يُدفع لهذا المكان شيء قطّ، فلا سنة تُجدَّد. ولم يُدفع شيء.',
  'failure.year-not-ending':
    'هو مدفوع حتى {$until :day}. ويمكن دفع السنة التالية ابتداءً من {$from :day}. ولم يُدفع شيء.',
  'failure.no-such-place':
    '{$text :name} ليس عنوان مكان للنسخ: فذلك عنوان على الشبكة مثل \u2066https://sync.example.org/\u2069. ولم يتغيّر شيء؛ صحّحه أو احذفه.',
  'failure.nowhere-to-restore-from':
    'لا تذكر الورقة، أو ما قُرئ منها، مكانًا يحفظ نسخًا. ولم يتغيّر شيء؛ اذكر عنوان مكان كهذا، أو أشر إلى مجلد فيه نسخة.',
  'failure.nothing-restored': 'لم يُعثر على نسخة صالحة. {$places :said} ولم يتغيّر شيء؛ احتفظ بالورقة.',
  'failure.nothing-restored+silent':
    'ربما كانت في هذه نسخة بعد: {$silent :places}. صِل المجلد الغائب أو أشر إليه؛ واسأل المكان الذي على الشبكة ثانية لاحقًا.',

  'place.empty': 'ليس في {$place :place} أيّ نسخة. {$why :said}',
  'place.silent': 'لا يعطي {$place :place} جوابًا. {$why :said}',
  'place.unusable': 'في {$place :place} نسخة لا يمكن استعمالها. {$why :said}',
  'source.point-at-folder': 'هذه النسخ في مجلد: أشر إليه.',
  'source.renamed': 'كانت لملفاته أسماء أخرى، أو لم تكن بجانبها علامة؛ وعُثر عليها وقُرئت رغم ذلك.',
  'source.folder-missing': 'هذا المجلد غير موجود. هل القرص موصول؟',
  'source.folder-is-file': 'هذا ملف لا مجلد. اختر المجلد الذي هو فيه.',
  'source.folder-unreadable': 'لا يمكن قراءة هذا المجلد. ولم يتغيّر شيء فيه.',
  'source.folder-without-copies':
    'لا نسخ في هذا المجلد، ولا في المجلدات التي تحته مباشرة. اختر المجلد الذي فيه ملفات اسمها «holdfast-…».',
  'source.folder-of-others': 'في هذا المجلد نسخ، ولا تفتح هذه الورقة أيًّا منها: فهي لمحفظة أخرى، أو تالفة.',
  'source.folder-unopened':
    'لا ملف في هذا المجلد يُقرأ نسخةً، وربما كانت في {$file :file} نسخة: فُكّ ضغطه، أو دع البرنامج الذي يحفظ هذا المجلد ينزّله، ثم انظر ثانية.',
  'source.folder-crowded':
    'في هذا المجلد ملفات ومجلدات أكثر مما يُنظر فيه، وليست بين ما نُظر فيه نسخة. اختر المجلد الذي فيه النسخ، أو ضعها في مجلد خاص بها.',
  'source.trouble': '{$why :said}',
  'source.closing': 'هو يغلق أبوابه ولم يعطِ نسخة.',
  'source.holds-none': 'يعرف هذه المحفظة وليست لديه نسخة.',
  'source.account-unknown': 'لا يعرف هذه المحفظة: لم يُدفع هناك قطّ، أو انقضت المدة.',
  'source.unusable': '{$why :said}',
  'source.older-joined': 'استُعملت نسخة أقدم. {$why :said}',
  'source.behind-itself':
    'يعرض نسخة أقدم من نسخة حُفظت هناك من قبل. وما ينقص جاء من الأماكن الأخرى إن كان فيها؛ لا تعتمد على هذا.',
  'source.older-than-stored': 'يعرض نسخة أقدم من التي حفظتها هذه المحفظة هناك آخر مرة.',
  'source.older-than-others': 'نسخته أقدم من نسخة مكان آخر؛ وجُمعت الاثنتان.',
  'source.older-unread': 'لا يمكن قراءة نسخه الأقدم الآن.',
  'source.needs-newer': 'يحتاج إلى إصدار أحدث من Holdfast ولم يُسأل؛ حدّث البرنامج من فضلك.',
  'source.no-password': 'لم يُعطَ اسم المستخدم وكلمة المرور الخاصان به.',
  'source.of-holdfast': 'فيه نسخة من Holdfast.',
  'source.of-that-wallet': 'فيه نسخة من تلك المحفظة.',
  'unusable.not-authentic': 'النسخة تالفة أو لمحفظة أخرى.',
  'unusable.newer': 'كتب النسخة إصدار أحدث من Holdfast؛ حدّث البرنامج من فضلك.',
  'unusable.newer-of-theirs': 'كتب النسخة إصدار من محفظة GNU Taler لا يستطيع Holdfast قراءته.',
  'unusable.legacy-format':
    'صنع النسخة محفظة GNU Taler من عام 2022 (TLRWBK01). تُركت كما هي؛ و«القدوم من محفظة GNU Taler» يجلب مالها.',
  'unusable.too-large-unpacked': 'تصير النسخة بعد فكّها أكبر مما يجوز.',
  'unusable.malformed': 'لا يمكن قراءة النسخة.',
} as const;

// SPDX-License-Identifier: GPL-3.0-or-later

/** What the command line prints. Names of commands and options are the same in every language. */
export const cli = {
  'cli.balance.none': 'لا مال بعد.',
  'cli.balance':
    '{$available :amount} جاهز للإنفاق، أصدرته {$exchange :address} (المجموع {$total :amount}؛ باقٍ في الطريق {$change :amount}، قادم {$incoming :amount}، محجوز {$outgoing :amount})',
  'cli.pending': '{$what :said} ({$id :code}): {$waits :said}',
  'cli.pending.sum': '{$what :said}، {$sum :amount}',
  'cli.pending.fees': "('holdfast agree {$id :code}' يتابع مع {$total :amount})",
  'cli.pending.without': "('holdfast without-backup {$id :code}' يأخذ {$sum :amount} فورًا، مع الخطر)",
  'cli.copies':
    '.input {$count :integer} .match $count one {{يُجلب المال الجديد حين تكون نسخة منه في مكان واحد.}} two {{يُجلب المال الجديد حين تكون نسخة منه في مكانين.}} few {{يُجلب المال الجديد حين تكون نسخة منه في {$count} أماكن.}} * {{يُجلب المال الجديد حين تكون نسخة منه في {$count} مكانًا.}}',
  'cli.copies.tooFew':
    ".input {$total :integer} .match $total zero {{لا يوجد مكان، فينتظر حيث هو إلى أن تضيف أماكن أو تطلب أقلّ ('holdfast backup --copies NUMBER').}} one {{لا يوجد إلا مكان واحد، فينتظر حيث هو إلى أن تضيف أماكن أو تطلب أقلّ ('holdfast backup --copies NUMBER').}} two {{لا يوجد إلا مكانان، فينتظر حيث هو إلى أن تضيف أماكن أو تطلب أقلّ ('holdfast backup --copies NUMBER').}} few {{لا يوجد إلا {$total} أماكن، فينتظر حيث هو إلى أن تضيف غيرها أو تطلب أقلّ ('holdfast backup --copies NUMBER').}} * {{لا يوجد إلا {$total} مكانًا، فينتظر حيث هو إلى أن تضيف غيرها أو تطلب أقلّ ('holdfast backup --copies NUMBER').}}",
  'cli.open.push.starting': 'دفعة قدرها {$sum :amount} ({$id :code}): لم تؤكدها جهة الإصدار بعد.',
  'cli.open.pull.starting': 'طلب قدره {$sum :amount} ({$id :code}): لم تؤكده جهة الإصدار بعد.',
  'cli.open.push.waiting': 'دفعة قدرها {$sum :amount} ({$id :code})، حتى {$until :time}. تؤخذ بـ:',
  'cli.open.pull.waiting': 'طلب قدره {$sum :amount} ({$id :code})، حتى {$until :time}. يُدفع بـ:',
  'cli.history.fees': 'رسوم {$fees :amount}',
  'cli.exchange': '{$address :address}  {$currency :currency}  {$state :said}  {$version :version}',
  'cli.exchange.ready': 'جاهزة',
  'cli.exchange.read-only': 'للاطلاع فقط',
  'cli.exchange.unreachable': 'لم تجب',
  'cli.exchange.conflict': 'ليست التي كانت',

  'cli.run.next': "ثم شغّل 'holdfast run --until-done'.",
  'cli.withdraw.transfer': 'نفّذ هذا التحويل: {$address :address}',
  'cli.withdraw.fees': 'الرسوم {$fees :amount}؛ ويصل {$total :amount}.',
  'cli.withdraw.number': 'الرقم الذي تجد به جهة الإصدار هذه المحفظة: {$number :code}',
  'cli.withdraw.confirm': 'أكّده لدى بنكك: {$address :address}',

  'cli.ask.pay':
    'دفع {$sum :amount} إلى {$merchant :said} مقابل {$summary :quote} (الرسوم {$fees :amount}، المجموع {$total :amount})؟',
  'cli.pay.choices': 'يمكن دفع هذه الطلبية بأكثر من طريقة. قل أيها بـ \u2066--choice\u2069:',
  'cli.pay.choice': '{$number :integer}: {$sum :amount} (الرسوم {$fees :amount}، المجموع {$total :amount})',
  'cli.pay.choice.no': '{$number :integer}: {$sum :amount}، ليس الآن: {$why :said}',
  'cli.pay.page': 'صفحة المتجر: {$address :address}',
  'cli.pay.message': 'يقول المتجر: {$said :quote}',
  'cli.pay.from': 'يُدفع من مالك لدى {$host :host}.',
  'cli.ask.page': 'هل يُسأل {$host :host} إن كانت هذه الصفحة تطلب مالًا؟ هو طلب واحد، ولا يُدفع به شيء.',
  'cli.ask.folder': 'حفظ نسخ مشفّرة في {$name :name}؟',
  'cli.ask.place':
    'حفظ نسخ مشفّرة لدى {$name :place} ({$address :address})، {$price :said}؟ أقصى حجم للنسخة {$size :said}؛ وإن أضاعها المكان {$liability :said}.',
  'cli.ask.place.price': '{$fee :amount} في السنة، ومع تكلفة دفعه {$total :amount} على الأكثر',
  'cli.ask.place.anySize': 'أيّ حجم',
  'cli.ask.send':
    'إرسال {$sum :amount}، أصدرته {$exchange :address} (الرسوم {$fees :amount}، المجموع {$total :amount}؛ ويصل {$arrives :amount})؟',
  'cli.ask.fee':
    'طلب {$sum :amount} لدى {$exchange :address}؟ يكلّف ذلك {$fees :amount}، منها {$opening :amount} تُدفع الآن وتذهب حتى إن لم يدفع أحد؛ وتحصل على {$total :amount}.',
  'cli.ask.drawing':
    'طلب {$sum :amount} لدى {$exchange :address}؟ حين يُدفع يصير {$fees :amount} منه رسومًا؛ ويصل {$total :amount}.',
  'cli.ask.push':
    'أخذ {$sum :amount} مقابل {$summary :quote}، أصدرته {$exchange :address} (الرسوم {$fees :amount}؛ ويصل {$total :amount})؟',
  'cli.ask.pull':
    'دفع طلب قدره {$sum :amount} مقابل {$summary :quote}، أصدرته {$exchange :address} (الرسوم {$fees :amount}، المجموع {$total :amount}؛ ويصل {$arrives :amount})؟',
  'cli.ask.deposit': 'إرسال {$sum :amount} إلى {$account :code} (الرسوم {$fees :amount}، المجموع {$total :amount})؟',
  'cli.ask.fees.ask':
    'يأخذ {$host :host} من {$sum :amount} رسومًا قدرها {$fees :amount}؛ ويصل {$total :amount}. المتابعة؟',
  'cli.ask.fees.reissue':
    'ما زال يستطيع إنفاق {$sum :amount} لدى {$host :host} من معه ورقة محفظة أخرى. دفعه لنفسك يكلّف حتى {$fees :amount}؛ فيبقى {$total :amount}. دفعه؟',
  'cli.ask.fees.renewal':
    'ما زالت نسخة أقدم من هذه المحفظة تستطيع إنفاق {$sum :amount} لدى {$host :host}. تجديده يكلّف {$fees :amount}؛ فيبقى {$total :amount}. تجديده؟',
  'cli.ask.fees.refund':
    'جعل {$sum :amount} العائد جاهزًا للإنفاق يكلّف الآن {$fees :amount} لدى {$host :host}؛ فيبقى {$total :amount}. المتابعة؟',
  'cli.ask.fees.dearer':
    'من {$sum :amount} الذي جاء يأخذ {$host :host} رسومًا قدرها {$fees :amount}؛ فيبقى {$total :amount}. المتابعة؟',
  'cli.ask.forget': '{$lost :said} نسيانه؟',
  'cli.ask.without': 'المتابعة من دون نسخة؟ يضيع {$sum :amount} إن ضاع هذا الحاسوب، إلى أن توجد نسخة مؤكَّدة.',
  'cli.ask.undo': 'التراجع عنه؟',
  'cli.ask.abandon':
    'مغادرة هذه المحفظة على هذا الجهاز؟ يُنسى سرّ الاستعادة هنا؛ وينتظر المال من معه ورقة الاستعادة. هل الورقة معك؟',
  'cli.ask.renew': 'دفع السنة التالية لدى {$place :place} الآن، {$price :said}؟',
  'cli.ask.remove': '{$warnings :said} إزالة {$place :place}؟',
  'cli.ask.takeover': 'تولّيها؟',
  'cli.ask.import': 'جلبه؟',
  'cli.ask.import.link': 'رابطها أو نص استعادتها (لا يُعرض):',
  'cli.ask.import.secret': 'النسخة مختومة. رابطها أو نص استعادتها أو سرّها (لا يُعرض):',
  'cli.import.places': 'تحفظ نسخًا لدى {$places :places}؛ ولا يستعملها Holdfast من تلقاء نفسه.',
  'cli.ask.empty': 'إرسال هذا إلى محفظة أخرى ومحو هذه المحفظة حين يؤخذ كلّ شيء؟',
  'cli.ask.terms.new': 'هل توافق على شروط الخدمة لدى {$host :host}؟',
  'cli.ask.terms.changed': 'شروط الخدمة لدى {$host :host} جديدة. هل توافق عليها؟',
  'cli.terms.elsewhere': 'شروط الخدمة لدى {$host :host} لا تُعرض هنا؛ اقرأها على {$at :address}',
  'cli.ask.issuer': 'إضافة جهة الإصدار {$host :host} إلى هذه المحفظة؟',
  'cli.ask.issuer.inner':
    'يقود الاسم {$host :host} إلى جهاز في شبكتك الخاصة أو إلى هذا الحاسوب. سؤاله رغم ذلك، جهة إصدار على هذا العنوان وحده؟',
  'cli.ask.issuer.plain': 'إضافة جهة الإصدار {$host :host} إلى هذه المحفظة، وهي غير مشفّرة؟',
  'cli.ask.where': 'لا يقول هذا أين تُحفظ النسخ. عنوان مكان كهذا (أو أنهِ، وأعطِ \u2066--folder\u2069): ',
  'cli.ask.where.more': 'عنوان مكان آخر (فارغ حين لا يوجد): ',
  'cli.code.lead':
    'اكتب الرمز من ورقتك مجموعة مجموعة؛ ولا أثر للمسافات والأحرف الكبيرة، و{$unread :name} مكان حرف لا يُقرأ.',
  'cli.ask.groups': 'المجموعات من {$first :integer} إلى {$last :integer}: ',
  'cli.ask.correction': 'هل تقول الورقة ذلك، وهل يُعتمد؟',
  'cli.ask.field': '{$place :place}: {$field :said}: ',
  'cli.declined.paid': 'لم يُؤكَّد، فلم يُدفع شيء ولم يتغيّر. أجب بـ y أو نعم، أو أعطِ \u2066--yes\u2069.',
  'cli.declined.changed': 'لم يُؤكَّد، فلم يتغيّر شيء. أجب بـ y أو نعم، أو أعطِ \u2066--yes\u2069.',
  'cli.declined.correction': 'لم يُعتمد، فلم يتغيّر شيء. انظر إلى الورقة ثانية.',
  'cli.declined.added': 'لم يُؤكَّد، فلم يُضف شيء. أجب بـ y أو نعم، أو أعطِ \u2066--yes\u2069.',
  'cli.declined.sent': 'لم يُؤكَّد، فلم يُرسل شيء. أجب بـ y أو نعم، أو أعطِ \u2066--yes\u2069.',

  'cli.impossible.pay': 'لا يمكن دفع هذه الطلبية. ولم يتحرك مال.',
  'cli.impossible.send': 'لا يمكن إرسال هذا. ولم يتحرك مال.',
  'cli.impossible.request': 'لا يمكن طلب هذا. ولم يتحرك مال.',
  'cli.impossible.receive': 'لا يمكن فعل هذا. ولم يتحرك مال.',
  'cli.impossible.deposit': 'لا يمكن دفع هذا إلى الحساب الآن. ولم يتحرك مال.',
  'cli.paid.already': 'مدفوعة من قبل.',
  'cli.paid': 'دُفع {$sum :amount} إلى {$merchant :said} (الرسوم {$fees :amount}).',
  'cli.paid.pending': "لم تتأكد الدفعة بعد؛ ولا يضيع شيء. 'holdfast run --until-done' يتابعها.",
  'cli.refund':
    "عاد {$sum :amount} من {$merchant :said} (الرسوم {$fees :amount}، ويبقى {$total :amount}). 'holdfast run --until-done' يجعله جاهزًا للإنفاق.",
  'cli.refund.none': 'لم يمنح {$merchant :said} ردًّا لهذا الشراء بعد؛ ولم يتغيّر شيء. اسأل ثانية لاحقًا.',
  'cli.refund.unknown':
    "لا يُعلم بعد هل يردّ {$merchant :said} المبلغ. {$why :said} 'holdfast run --until-done' يواصل السؤال.",
  'cli.refund.pending':
    "عاد {$sum :amount} من {$merchant :said}؛ ومُنح {$more :amount} أخرى ولم تُؤكَّد بعد. 'holdfast run --until-done' يتابع ذلك.",
  'cli.forgotten': 'نُسي هنا.',
  'cli.aborted.sum': "أُنهي: {$sum :amount}. وما يعود منه يجعله 'holdfast run --until-done' جاهزًا للإنفاق.",
  'cli.aborted': "أُنهي. وما يعود منه يجعله 'holdfast run --until-done' جاهزًا للإنفاق.",
  'cli.abort.pending': "لم يقل الطرف الآخر بعد هل فات الأوان؛ ولا يضيع شيء. 'holdfast run --until-done' يواصل السؤال.",
  'cli.agreed.done': 'وصل {$total :amount}.',
  'cli.agreed.pending': 'تمّت الموافقة؛ ويستمرّ من تلقاء نفسه.',
  'cli.without.done': '{$sum :amount} هنا من دون نسخة: يضيع إن ضاع هذا الحاسوب، إلى أن توجد نسخة مؤكَّدة.',
  'cli.without.pending':
    "{$sum :amount} يمضي من دون نسخة: يضيع إن ضاع هذا الحاسوب، إلى أن توجد نسخة مؤكَّدة. 'holdfast run --until-done' يتابعه.",
  'cli.deposit': '{$sum :amount} في الطريق إلى {$account :code} (الرسوم {$fees :amount}).',
  'cli.deposit.pending': "لم تؤكده جهة الإصدار بعد؛ ولا يضيع شيء. 'holdfast run --until-done' يتابعه.",
  'cli.peer.push': 'أُرسل {$sum :amount} (الرسوم {$fees :amount}). يؤخذ بـ: {$address :address}',
  'cli.peer.pull': 'طلب قدره {$sum :amount}. يُدفع بـ: {$address :address}',
  'cli.peer.until': 'حتى {$until :time}؛ ورقمه {$id :code}',
  'cli.peer.received': 'استُلم {$sum :amount} (الرسوم {$fees :amount}).',
  'cli.peer.paid': 'دُفع {$sum :amount} (الرسوم {$fees :amount}).',
  'cli.peer.pending': "لم يتأكد الأمر بعد؛ ولا يضيع شيء. 'holdfast run --until-done' يتابعه.",
  'cli.peer.starting': "لم تؤكده جهة الإصدار بعد؛ ولا يضيع شيء. 'holdfast run' يتابعه ويطبع رابطه حين يصير صالحًا.",

  'cli.place.verified': 'تأكدت في {$at :time}',
  'cli.place.paid': 'مدفوع حتى {$until :day}',
  'cli.place.fee': '{$fee :amount} في السنة، ومع تكلفة دفعه لا يتجاوز أبدًا {$cap :amount}',
  'cli.backup.nowhere': "لا مكان للنسخ بعد؛ ولم يُحفظ شيء. أضف مكانًا بـ 'holdfast provider add URL'.",
  'cli.backup.incomplete': 'ليست النسخة في كلّ الأماكن: {$answers :said}',
  'cli.restore.place': '{$place :place}: {$said :said}',

  'cli.restore.answer': '{$answer :said}.',
  'cli.safety': '{$state :said}. {$said :said}',
  'cli.next.add-money': "التالي: 'holdfast withdraw AMOUNT --exchange URL'.",
  'cli.next.add-place': "التالي: 'holdfast provider add URL'.",
  'cli.next.copy-now': "التالي: 'holdfast backup'؛ و'holdfast provider list' يذكر جواب كلّ مكان.",
  'cli.next.show-sheet':
    "التالي: 'holdfast sheet --pdf FILE'، ثم اطبعها، وصوّرها أو اكتب أسطرها في ملف: 'holdfast sheet --verify FILE'.",
  'cli.next.test-sheet':
    "التالي: 'holdfast sheet --pdf FILE'، ثم اطبعها، وصوّرها أو اكتب أسطرها في ملف: 'holdfast sheet --verify FILE'.",
  'cli.next.print-sheet': "التالي: 'holdfast sheet --pdf FILE'، ثم اطبعها، ثم 'holdfast sheet --verify FILE'.",
  'cli.next.decide':
    "التالي: 'holdfast provider add URL --max-fee AMOUNT' يوافق على السعر؛ و'holdfast provider remove URL' يستغني عن المكان.",
  'cli.next.continue-here': "التالي: 'holdfast takeover here' يتابع بهذا الجهاز.",
  'cli.next.rehearse-escrow': "التالي: 'holdfast escrow status' يذكر الطرق التي تُجرَّب.",
  'cli.next.update-escrow': "التالي: 'holdfast escrow update'.",
  'cli.next.test-again': "التالي: 'holdfast drill --sheet FILE'.",
  'cli.run.behind':
    '.input {$behind :integer} .input {$total :integer} .match $total one {{ليست آخر التغييرات في مكان النسخ بعد.}} * {{ليست آخر التغييرات بعد في {$behind} من {$total} من الأماكن.}}',
  'cli.run.done': 'لم يبقَ شيء يُفعل.',
  'cli.run.pending':
    '.input {$count :integer} .match $count one {{خطوة واحدة ما زالت قيد التنفيذ.}} two {{خطوتان ما زالتا قيد التنفيذ.}} few {{{$count} خطوات ما زالت قيد التنفيذ.}} * {{{$count} خطوة ما زالت قيد التنفيذ.}}',
  'cli.run.unfinished': 'لم يكتمل كلّ شيء: {$what :said}. لا يضيع شيء؛ شغّله ثانية لاحقًا.',
  'cli.run.unfinished.cost': 'لم يكتمل كلّ شيء: {$what :said}. شغّله ثانية لاحقًا.',

  'cli.drill.place': '{$place :place}: {$brings :said}. {$said :said}',
  'cli.drill.verdict': '{$verdict :said}.',
  'cli.sheet.wrote': 'كُتب {$file :file}. اطبعه ثم احذف الملف.',
  'cli.file.absent': 'لا ملف اسمه {$file :file}. ولم يُفتح شيء ولم يتغيّر.',
  'cli.file.directory': '{$file :file} مجلد لا ملف. ولم يُفتح شيء ولم يتغيّر.',
  'cli.file.too-long': '{$file :file} أكبر من أيّ ورقة. لم يُفتح شيء ولم يتغيّر؛ انظر أيّ ملف هو.',
  'cli.file.nobody-writes': 'لا يكتب أحد في الأنبوب {$file :file}. ولم يُفتح شيء ولم يتغيّر.',
  'cli.file.refused': 'لم يمكن قراءة {$file :file}: يرفض النظام ذلك. لم يُفتح شيء ولم يتغيّر؛ انظر من يجوز له قراءته.',
  'cli.setAside.done':
    'ملفات المحفظة محفوظة في {$folder :file}. ولا محفظة هنا الآن: «holdfast restore --sheet FILE» يعيد المال.',
  'cli.unlock.unprotected': 'فتحت الورقة هذه المحفظة؛ ومن الآن هي غير مقفلة.',
  'cli.unlock.passphrase': 'فتحت الورقة هذه المحفظة؛ ومن الآن تفتحها عبارة المرور الجديدة، لا ما كان يفتحها من قبل.',
  'cli.noWallet':
    'لا محفظة في {$directory :file}. لم يُنشأ شيء ولم يتغيّر. تحقّق من \u2066--data\u2069؛ وتبدأ محفظة جديدة بـ «exchange add» أو «withdraw» أو «restore» أو «escrow recover».',
  'cli.usage.data': 'لا يذكر \u2066--data\u2069 مجلدًا: فهو فارغ أو لشخص آخر. لم يُنشأ شيء ولم يتغيّر؛ اكتب المسار كاملًا.',
  'cli.passphrase': 'عبارة المرور: ',
  'cli.passphrase.new': 'عبارة المرور الجديدة: ',
  'cli.passphrase.again': 'مرة أخرى: ',
  'cli.passphrase.needed':
    'تلزم عبارة مرور: أعطِ \u2066--passphrase-file FILE\u2069 (أو \u2066--unprotected\u2069 عند إنشاء محفظة من دونها). ولم يتغيّر شيء.',
  'cli.passphrase.empty': 'عبارة مرور فارغة لا تحمي شيئًا. ولم يُفتح شيء ولم يتغيّر.',
  'cli.passphrase.emptyFile': 'ملف عبارة المرور فارغ. ولم يُفتح شيء ولم يتغيّر.',
  'cli.passphrase.utf16':
    'ملف عبارة المرور نص UTF-16 كما تكتبه بعض برامج Windows. لم يُفتح شيء ولم يتغيّر؛ احفظه بترميز UTF-8.',
  'cli.passphrase.notUtf8':
    'ملف عبارة المرور ليس نص UTF-8، فأحرفه غير مؤكدة. لم يُفتح شيء ولم يتغيّر؛ احفظه بترميز UTF-8.',
  'cli.passphrase.longFile': 'ملف عبارة المرور أطول من أيّ عبارة مرور. لم يُفتح شيء ولم يتغيّر؛ انظر أيّ ملف هو.',
  'cli.passphrase.differs': 'عبارتا المرور مختلفتان. ولم يتغيّر شيء.',

  'cli.name.wallet': 'اسم هذه المحفظة {$name :name}.',
  'cli.name.place': '{$place :place} مكان من أماكن هذه المحفظة.',
  'cli.name.device': 'اسم هذا الجهاز {$name :name}.',
  'cli.device.here': 'هذا الجهاز',
  'cli.device.leads': 'هو النشط',
  'cli.device.epoch': 'تغيير الجهاز رقم {$number :integer}',
  'cli.takeover.told': 'أُبلغ الجهاز الآخر',
  'cli.takeover.later': 'يُبلَّغ لاحقًا',
  'cli.rekey.again': "إن رأى أحد الورقة الجديدة أيضًا: 'holdfast rekey --again' يصنع سرًّا آخر.",
  'cli.undo.none': 'لم يُستعد ولم يُتولَّ هنا شيء يمكن التراجع عنه.',
  'cli.abandon.next': "{$said :said} 'holdfast run' يتابع ذلك.",
  'cli.empty.erased': 'أُفرغت هذه المحفظة ومُحيت؛ وإيصالها في {$directory :file}',
  'cli.empty.returned': 'لم يؤخذ كلّ شيء. {$said :said}',
  'cli.empty.wait': "'holdfast empty --wait' ينتظر ذلك ثم يمحو هذه المحفظة.",
  'cli.empty.wrote': 'كُتب {$file :file}',
  'cli.empty.nothing': 'لا يمكن إرسال شيء الآن.',
  'cli.empty.nothingHere': '{$exchange :address}: لا يمكن إرسال شيء الآن',
  'cli.empty.line':
    '.input {$payments :integer} .match $payments one {{{$exchange :address}: يخرج {$sum :amount} في دفعة واحدة (الرسوم {$fees :amount}، المجموع {$total :amount})؛ وتحصل المحفظة الأخرى على {$arrives :amount}}} two {{{$exchange :address}: يخرج {$sum :amount} في دفعتين (الرسوم {$fees :amount}، المجموع {$total :amount})؛ وتحصل المحفظة الأخرى على {$arrives :amount}}} few {{{$exchange :address}: يخرج {$sum :amount} في {$payments} دفعات (الرسوم {$fees :amount}، المجموع {$total :amount})؛ وتحصل المحفظة الأخرى على {$arrives :amount}}} * {{{$exchange :address}: يخرج {$sum :amount} في {$payments} دفعة (الرسوم {$fees :amount}، المجموع {$total :amount})؛ وتحصل المحفظة الأخرى على {$arrives :amount}}}',
  'cli.empty.payment': '{$sum :amount} (الرسوم {$fees :amount})، حتى {$until :time}. تؤخذ بـ:',
  'cli.empty.state': '{$sum :amount}: {$state :said}',
  'cli.empty.dust': '{$sums :list} أقلّ قيمة من رسم إرساله.',

  'cli.usage': 'يُستعمل هذا الأمر هكذا: {$use :said}. ولم يتغيّر شيء.',
  'cli.usage.value': '{$option :code} يحتاج إلى قيمة.',
  'cli.usage.option': '{$option :code} ليس خيارًا من خيارات {$command :code}.',
  'cli.usage.command': '{$command :name} ليس أمرًا.',
  'cli.usage.language': '{$tag :name} ليست لغة (اكتب ar أو en-GB).',
  'cli.usage.help': "{$what :said} ولم يتغيّر شيء. انظر 'holdfast --help'.",
  'cli.usage.choice': '{$option :code} يأخذ واحدة من {$choices :said}، أو عدة منها بينها فواصل لاتينية. ولم يتغيّر شيء.',
  'cli.usage.day': '{$option :code} يأخذ يومًا مثل \u20662026-12-31\u2069. ولم يتغيّر شيء.',
  'cli.usage.copies': '\u2066--copies\u2069 يأخذ عددًا صحيحًا من 1 إلى 32. ولم يتغيّر شيء.',
  'cli.usage.hours': '\u2066--hours\u2069 يأخذ عددًا صحيحًا من 1 إلى 168، مثل 6. ولم يتغيّر شيء.',
  'cli.usage.timeout': '\u2066--timeout\u2069 يأخذ عدد ثوانٍ أكبر من 0. ولم يتغيّر شيء.',
  'cli.usage.shares':
    '\u2066--shares\u2069 يقول كم يلزم من كم، مثل \u20662/3\u2069: من اثنين إلى خمسة من أصل اثنين إلى ثمانية. ولم يُكتب شيء.',
  'cli.shares.wrote':
    'كُتب {$file :file}: التقسيم {$split :code}، عدد الصفحات {$count :integer}، ويلزم أيّ {$needed :integer} منها. اطبعه ثم احذف الملف؛ وما يكفي من صفحاته هو المال.',
  'cli.shares.printed':
    'سُلّمت إلى الطابعة: التقسيم {$split :code}، عدد الصفحات {$count :integer}، ويلزم أيّ {$needed :integer} منها. وقد تحتفظ بها قائمتها إلى أن تطبعها. ثم اقرأ {$needed :integer} منها ثانية: holdfast sheet --verify FILE --verify FILE.',
  'cli.shares.in':
    '.input {$got :integer} .match $got one {{دخلت من التقسيم {$split :code} الحصة {$there :codes}، ويلزم {$needed :integer}. الآن التالية.}} two {{دخلت من التقسيم {$split :code} الحصتان {$there :codes}، ويلزم {$needed :integer}. الآن التالية.}} * {{دخلت من التقسيم {$split :code} الحصص {$there :codes}، ويلزم {$needed :integer}. الآن التالية.}}',
  'cli.print.done':
    'سُلّمت إلى الطابعة. وقد تحتفظ قائمتها بالصفحة إلى أن تطبعها. ثم اقرأ الورق ثانية: holdfast sheet --verify FILE.',
  'cli.print.missing':
    "ليس في هذا الحاسوب البرنامج lp الذي تذهب به الصفحات إلى الطابعة. ولم يُطبع شيء؛ 'holdfast sheet --pdf FILE' يكتب الصفحة في ملف.",
  'cli.print.none':
    "لا طابعة مُعدّة لتكون المعتادة. ولم يُطبع شيء؛ اذكر واحدة: 'holdfast sheet --print PRINTER' ('lpstat -e' يسردها).",
  'cli.print.unknown': "لا طابعة اسمها {$printer :name}. ولم يُطبع شيء؛ 'lpstat -e' يسرد الموجودة.",
  'cli.print.silent': 'لا تجيب خدمة الطباعة في هذا الحاسوب. ولم يُطبع شيء؛ حاول ثانية لاحقًا.',
  'cli.print.refused': 'لم تقبل خدمة الطباعة الصفحة: {$said :quote}. ولم يُطبع شيء.',
  'cli.usage.paper': '\u2066--paper\u2069 هو A4 أو Letter. ولم يُكتب شيء.',
  'cli.usage.expires': '\u2066--expires\u2069 يأخذ ساعات أو أيامًا حتى سنة، مثل 12h أو 7d. ولم يتغيّر شيء.',
  'cli.help.status': 'status وrun يطبعان روابط الدفعات والطلبات المفتوحة؛ والأرقام اللازمة لـ abort في history --json.',
  'cli.help.unlock': 'unlock يفتح بورقتها محفظةً نُسيت عبارة مرورها؛ وفي \u2066--passphrase-file\u2069 عندئذ الجديدة.',
  'cli.help.exit':
    'رمز الخروج 0 فقط حين يتمّ الشيء. وتعطي status وbackup وsheet --verify وdrill وrekey وrun --until-done الرقم 3 حين يتمّ ولا يكون المال آمنًا: ويقول status ما يجب فعله. \u2066--unprotected\u2069 يحفظ المفتاح بجانب المحفظة.',
} as const;

// SPDX-License-Identifier: GPL-3.0-or-later

/** The recovery secret in escrow: at places that give it back to whoever shows that it is theirs. */
export const escrow = {
  'escrow.enough-places':
    '.input {$places :integer} .match $places one {{من يعرف بياناتك الشخصية ما زال يحتاج إلى {$needed :integer} من طرقك، في مكان واحد على الأقلّ.}} two {{من يعرف بياناتك الشخصية ما زال يحتاج إلى {$needed :integer} من طرقك، في مكانين على الأقلّ.}} few {{من يعرف بياناتك الشخصية ما زال يحتاج إلى {$needed :integer} من طرقك، في {$places} أماكن على الأقلّ.}} * {{من يعرف بياناتك الشخصية ما زال يحتاج إلى {$needed :integer} من طرقك، في {$places} مكانًا على الأقلّ.}}',
  'escrow.one-place':
    'قد تكون كلّ الطرق اللازمة ({$needed :integer}) لدى مكان واحد. فمن يديره أو يقتحمه لا يحتاج إلى غيره.',
  'escrow.answers-alone': 'تكفي بعض الأجوبة عن الأسئلة وحدها. فمن يعرفك جيدًا لا يحتاج إلى هاتفك ولا بريدك ولا تطبيقك.',
  'escrow.place-left-out': 'استُبعد {$place :place}. {$why :said}',
  'escrow.check-digits': 'أرقام المراجعة في {$field :field} لا تستقيم. انظر ثانية هل كُتب كما هو على الورق.',
  'escrow.dear-recovery': 'تكلّف استعادته حتى {$sums :said} لدى هذه الأماكن.',
  'escrow.clock-off': 'الرمز صحيح لساعة تختلف بمقدار {$by :span}. اضبط ساعة هذا الحاسوب أو الهاتف، ثم حاول ثانية.',
  'escrow.other-code': 'ليس هذا من رموز هذا المفتاح. يجب أن يعرض التطبيق ثمانية أرقام.',
  'escrow.silent': 'لا يجيب الآن. {$why :said}',
  'escrow.no-escrow': 'ليس هذا مكانًا يحفظ الأسرار وديعة. {$why :said}',
  'escrow.salt-changed': 'غيّر ما يخلطه ببياناتك، فلم يعد يُعثر على شيء مما حُفظ هناك. أعدّ الوديعة من جديد من دونه.',
  'escrow.asks': '{$why :said}',
  'escrow.lacks-coins': 'يلزم {$lacking :amount} لدفعه، وليس هنا ما يكفي.',
  'escrow.unpaid': 'يريد أن يُدفع له أولًا. {$why :said}',
  'escrow.paying': 'دفعته في الطريق.',
  'escrow.misbehaves': '{$why :said}',
  'escrow.order-lost': 'ما طلب أن يُدفع له لم يعد دفعه ممكنًا، ولا ينشئ طلبية أخرى لذلك. أعدّ الوديعة من جديد.',
  'escrow.serves-old': 'يعيد النسخة {$version :integer} مع أن النسخة {$stored :integer} حُفظت هناك. ويُسأل ثانية.',
  'escrow.serves-other': 'ما يعيده ليس ما حُفظ هناك. ويُحفظ ثانية.',
  'escrow.lost': 'أضاع ما حُفظ هناك. ويُحفظ ثانية.',
  'escrow.unread': 'حُفظ ولم يُقرأ ثانية بعد. {$why :said}',
  'escrow.written-by-other':
    'حفظ غيرك هناك شيئًا أحدث باسم هذه المحفظة. إن لم يكن ذلك من أجهزتك فأعدّ الوديعة من جديد بطرق أخرى.',
  'escrow.newer-there':
    'هناك شيء أحدث تحت بياناتك إلى جانب ما حفظته هذه المحفظة. إن لم تكن لك محفظة أخرى في وديعة هناك فأعدّ الوديعة من جديد بطرق أخرى.',
  'escrow.refuses-method': 'لم يعد يقبل هذه الطريقة: {$type :way}. أعدّ الوديعة من جديد.',
  'escrow.id-taken': 'هناك شيء آخر حيث كان ينبغي أن تُحفظ طريقة. أعدّ الوديعة من جديد.',
  'escrow.too-large': 'لا يقبل هذا القدر.',
  'escrow.methods-missing':
    '.input {$count :integer} .match $count one {{طريقة واحدة لم تُحفظ هناك بعد.}} two {{طريقتان لم تُحفظا هناك بعد.}} few {{{$count} طرق لم تُحفظ هناك بعد.}} * {{{$count} طريقة لم تُحفظ هناك بعد.}}',
  'escrow.waits': 'يُسأل ثانية في {$until :time}.',
  'escrow.paid-ends': 'مدفوع حتى {$until :day}؛ ثم يُدفع ثانية ضمن السعر المتفق عليه.',
  'escrow.paid-over': 'انتهى ما دُفع مقابله في {$until :day}.',
  'escrow.ends-early':
    'يقول إنه يحفظ هذا حتى {$until :day} فقط، مع أنه مدفوع حتى {$paid :day}. ولا يُدفع له ثانية مقابل ذلك؛ أعدّ الوديعة لدى مكان آخر إن بقي كذلك.',
  'escrow.secret-changed': 'لهذه المحفظة سرّ جديد. وما في الوديعة يفتح القديم، ولم تعد له قيمة.',
  'escrow.data-wanted': 'تغيّر شيء، ولم تُحفظ بياناتك الشخصية. أعطها ثانية لتتبعه الوديعة.',
  'escrow.methods-wanted':
    'للسرّ الجديد يجب أن تُعطى الطرق من جديد، لئلا يصل إليه من معه الورقة القديمة. أعدّ الوديعة من جديد.',
  'failure.escrow-needs-newer':
    'أعدّ وديعةَ هذه المحفظة إصدار أحدث من Holdfast. تبقى كما هي؛ حدّث Holdfast للعناية بها. ولم يتغيّر شيء.',

  'failure.no-escrow': 'لا شيء من هذه المحفظة في وديعة. ولم يتغيّر شيء.',
  'failure.escrow-running': 'تُعدّ الوديعة أو تُحدَّث في هذه اللحظة. ولم يتغيّر شيء.',
  'failure.escrow-attribute.missing': 'ينقص {$name :field}. ولم يُرسل شيء.',
  'failure.escrow-attribute.too-long': '{$name :field} طويل جدًا. ولم يُرسل شيء.',
  'failure.escrow-attribute.pattern': 'ما كُتب في {$name :field} ليس كما يُكتب في هذا البلد. ولم يُرسل شيء.',
  'failure.escrow-attribute.date': '{$name :field} ليس تاريخًا. ولم يُرسل شيء.',
  'failure.escrow-attribute.unknown': '{$name :field} لا يُسأل عنه في هذا البلد. ولم يُرسل شيء.',
  'failure.escrow-method.empty': 'الطريقة {$number :integer} ({$type :way}) غير معبّأة. ولم يُرسل شيء.',
  'failure.escrow-method.too-long': 'الطريقة {$number :integer} ({$type :way}) طويلة جدًا. ولم يُرسل شيء.',
  'failure.escrow-method.shape': 'لا يمكن أن تكون الطريقة {$number :integer} ({$type :way}) صحيحة كما هي. ولم يُرسل شيء.',
  'failure.escrow-method.country-code-missing':
    'رقم هاتف الطريقة {$number :integer} ({$type :way}) يحتاج إلى رمز بلده، مثل \u2066+49\u2069. ولم يُرسل شيء.',
  'failure.escrow-method.check-digits':
    'أرقام المراجعة في الطريقة {$number :integer} ({$type :way}) لا تستقيم. ولم يُرسل شيء.',
  'failure.escrow-method-twice':
    'الطريقة {$number :integer} ({$type :code}) هي نفسها طريقة قبلها: فمن معه إحداهما معه كلتاهما. ولم يُرسل شيء.',
  'failure.escrow-methods-few': 'تلزم طريقتان على الأقلّ: فواحدة وحدها سرقة واحدة. ولم يُرسل شيء.',
  'failure.escrow-methods-many': 'أقصى عدد للطرق {$most :integer}. ولم يُرسل شيء.',
  'failure.escrow-ways-many':
    'سيكون عدد تركيبات الطرق أكثر من {$most :integer}. اختر طرقًا أقلّ، أو أعدادًا أخرى. ولم يُرسل شيء.',
  'failure.escrow-needed': 'يمكن أن يُطلب من الطرق ما بين اثنتين و{$methods :integer}. ولم يُرسل شيء.',
  'failure.escrow-no-place-for':
    'لا يقدّم أيّ من هذه الأماكن هذه الطريقة: {$type :way}. خذ طريقة أخرى، أو أضف مكانًا. ولم يُرسل شيء.',
  'failure.escrow-place': 'لا يمكن استعمال {$place :place} الآن. {$why :said}',
  'failure.escrow-asks': 'يكلّف {$total :said}، ولم يُوافَق عليه. ولم يُرسل شيء.',
  'failure.escrow-other-person':
    'بهذه البيانات لا يُعثر على شيء من هذه المحفظة في أماكنها. انظر ثانية هل كُتبت كما كُتبت آنذاك. ولم يتغيّر شيء.',
  'failure.escrow-unproven': 'لم يمكن سؤال أيّ مكان هل هذه هي البيانات نفسها. حاول ثانية حين يجيب أحدها. ولم يتغيّر شيء.',
} as const;

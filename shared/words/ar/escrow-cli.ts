// SPDX-License-Identifier: GPL-3.0-or-later

/** Escrow at the terminal. */
export const escrowCli = {
  'cli.about.escrow':
    'يعطي سرّ الاستعادة لأماكن تعيده إلى من يثبت أنه أنت (setup)، ويذكر حاله (status)، ويحدّثه، ويجرّب طريقة (rehearse)، ويعيد محفظة (recover)، أو ينهيه (forget). تُسأل عن بياناتك وأجوبتك، أو تُقرأ من الدخل القياسي، كلّ منها في سطر: البلد (ch أو de أو … أو xx)، ثم حقوله بترتيبها، ثم مع setup كلّ طريقة (question أو email أو sms أو totp أو post أو iban، وتحتها ما تطلبه) وسطر فارغ؛ ومع recover أزواج من رقم الطريقة وجوابها، ويكون فارغًا ليُرسل رمز. و\u2066--older 1\u2069 يستعيد بالنسخة التي قبل الأحدث. رمز الخروج 3 حين يبقى شيء يُفعل.',
  'cli.aside': '({$text :said})',
  'cli.ask.escrow.country': 'البلد الذي تحمل أوراقه (حرفان لاتينيان؛ {$other :code} لبلد آخر): ',
  'cli.ask.escrow.field': '{$field :said}: ',
  'cli.ask.escrow.way':
    'الطريقة {$number :integer} لإثبات أنك أنت (question أو email أو sms أو totp أو post أو iban؛ فارغ حين لا يبقى شيء): ',
  'cli.ask.escrow': 'الموافقة على هذه الشروط ودفع {$total :said} وحفظ الأجزاء؟',
  'cli.ask.escrow.anew': 'يسأل مكان بسبب سعره. الموافقة على {$total :said} على الأكثر، ودفعه؟',
  'cli.ask.escrow.pay': 'يريد المكان {$total :amount} قبل أن يساعد. دفعه من هذه المحفظة؟',
  'cli.ask.escrow.wallet': 'رقم المحفظة التي يجب أن تعود: ',
  'cli.ask.escrow.which': 'رقم طريقة (فارغ للمتابعة في وقت آخر): ',
  'cli.ask.escrow.answer': 'الجواب أو الرمز (فارغ للمتابعة بطريقة أخرى): ',
  'cli.escrow.none': "لا وديعة مُعدّة. 'holdfast escrow setup' يفعل ذلك.",
  'cli.escrow.state': '{$state :said}. {$why :said}',
  'cli.escrow.number': 'رقم هذه المحفظة: {$number :code}',
  'cli.escrow.way': '{$way :said}، {$hint :quote}، لدى {$place :place}',
  'cli.escrow.wayAlone': '{$way :said}، لدى {$place :place}',
  'cli.escrow.goes': '{$way :said}: إلى {$place :place}.',
  'cli.escrow.tried': '(جُرّبت في {$at :day}، وهي تعمل)',
  'cli.escrow.place': '{$place :place}: {$state :said}',
  'cli.escrow.paidUntil': '(مدفوع حتى {$until :day})',
  'cli.escrow.keptUntil': '(محفوظ مجانًا حتى {$until :day})',
  'cli.escrow.terms': 'شروط {$place :place}: {$terms :address}',
  'cli.escrow.noCountry': 'كان المتوقع حرفين لبلد، مثل ch أو de؛ وxx لبلد آخر.',
  'cli.escrow.noWay': '{$kind :name} ليست طريقة إثبات: question أو email أو sms أو totp أو post أو iban.',
  'cli.escrow.key':
    'أعطِ تطبيق الرموز هذا المفتاح (ثمانية أرقام، ثلاثون ثانية): {$key :code}\nأو هذا الرابط: {$link :address}',
  'cli.escrow.noPlaces': 'لا يُعرف مكان يقدّم الوديعة: اذكر أماكن مع \u2066--place URL\u2069.',
  'cli.escrow.needed': 'عدد الطرق التي تُطلب عدد صحيح، مثل \u2066--needed 2\u2069.',
  'cli.escrow.older':
    '.input {$count :integer} .match $count zero {{لا توجد نسخة أقدم من هذه المحفظة.}} one {{توجد نسخة أقدم واحدة من هذه المحفظة: \u2066--older 1\u2069.}} two {{توجد نسختان أقدم من هذه المحفظة: \u2066--older 1\u2069 هي التي قبل الأحدث.}} few {{توجد {$count} نسخ أقدم من هذه المحفظة: \u2066--older 1\u2069 هي التي قبل الأحدث.}} * {{توجد {$count} نسخة أقدم من هذه المحفظة: \u2066--older 1\u2069 هي التي قبل الأحدث.}}',
  'cli.escrow.nothingTried': 'لم يُجرَّب شيء.',
  'cli.escrow.goOn': "شغّل 'holdfast escrow recover' ثانية للمتابعة.",
  'cli.escrow.underWay':
    "استعادة من الوديعة قيد التنفيذ. 'holdfast escrow recover' يتابعها، و'holdfast escrow recover --stop' ينساها.",
  'cli.escrow.several': 'لك عدة محافظ؛ اذكر واحدة مع \u2066--wallet NUMBER\u2069:',
  'cli.escrow.wallet': '{$number :code}',
  'cli.escrow.walletAt': '{$number :code}  {$at :time}',
  'cli.escrow.noNumber': '{$number :name} ليست طريقة مفتوحة.',
  'cli.escrow.numbered': '{$number :integer}. {$way :said}: {$state :said}.',
  'cli.escrow.missing':
    '.input {$missing :integer} .match $missing one {{تكفي واحدة أخرى.}} two {{تكفي اثنتان أخريان.}} * {{تكفي {$missing} أخرى.}}',
  'cli.escrow.transfer':
    'حوّل {$sum :amount} من حسابك إلى {$name :name}، {$iban :code}، والبيان {$subject :name}؛ ثم اختر هذه الطريقة ثانية.',
  'cli.escrow.payWith': 'أو ادفعه بمحفظة أخرى، واختر هذه الطريقة ثانية: {$link :address}',
} as const;

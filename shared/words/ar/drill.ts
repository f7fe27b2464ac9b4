// SPDX-License-Identifier: GPL-3.0-or-later

/** A restore that is carried out for a try. */
export const drill = {
  'drill.all-back':
    '.input {$found :integer} .match $found one {{يمكن إعادة كلّ شيء، من مكان واحد من أصل {$of :integer}.}} two {{يمكن إعادة كلّ شيء، من مكانين من أصل {$of :integer}.}} few {{يمكن إعادة كلّ شيء، من {$found} أماكن من أصل {$of :integer}.}} * {{يمكن إعادة كلّ شيء، من {$found} مكانًا من أصل {$of :integer}.}}',
  'drill.all-back+total': 'أي {$total :said} من أصل {$total :said}.',
  'drill.not-all':
    'لن يعود {$lacking :said} من أصل {$total :said}: أعطى نسخةً {$found :integer} من {$of :integer} من الأماكن.',
  'drill.not-all+brought': 'ما يعود: {$brought :said}.',
  'drill.nothing-found': 'لن يعود شيء: لم يُعطِ أيّ مكان نسخة تُفتح (عدد الأماكن {$of :integer}).',
  'drill.nothing-found+total': 'لو تعطّل هذا الحاسوب الآن لضاع {$total :said}.',
  'drill.oldest': 'أقدم هذه النسخ من {$at :time}.',
  'drill.lost-at': 'ما كان محفوظًا هنا ضاع، أو صار أقدم مما كان، أو لم يعد يُفتح: {$places :places}.',
  'drill.left-out':
    '.input {$entries :integer} .match $entries one {{قيد واحد ناقص في نسخ كان ينبغي أن تحويه.}} two {{قيدان ناقصان في نسخ كان ينبغي أن تحويهما.}} few {{{$entries} قيود ناقصة في نسخ كان ينبغي أن تحويها.}} * {{{$entries} قيدًا ناقصًا في نسخ كان ينبغي أن تحويها.}}',
  'drill.later':
    '.input {$entries :integer} .match $entries one {{قيد واحد أحدث من النسخ؛ وتحويه النسخة التالية.}} two {{قيدان أحدث من النسخ؛ وتحويهما النسخة التالية.}} few {{{$entries} قيود أحدث من النسخ؛ وتحويها النسخة التالية.}} * {{{$entries} قيدًا أحدث من النسخ؛ وتحويها النسخة التالية.}}',
  'drill.silent-at': 'لم تجب هذه الأماكن، فلم تُختبر: {$places :places}.',
  'drill.not-led-to': 'لا تقود هذه الورقة ولا أيّ نسخة إلى {$places :places}. أما ورقة جديدة فتقود إليها.',
  'drill.copy-now': 'اصنع النسخ الآن، ثم اختبر من جديد.',
  'drill.spent-elsewhere': '{$lost :said} مما هنا أُنفق في مكان آخر من قبل: من جهاز آخر لك، أو ممّن معه ورقتك.',
  'drill.bad-signatures':
    '.input {$coins :integer} .match $coins one {{عادت قطعة نقد واحدة بتوقيع خاطئ.}} two {{عادت قطعتا نقد بتوقيع خاطئ.}} few {{عادت {$coins} قطع نقد بتوقيع خاطئ.}} * {{عادت {$coins} قطعة نقد بتوقيع خاطئ.}}',
  'drill.issuers-silent': 'لم تجب جهات الإصدار هذه، فقورن المال الذي لديها ولم يُسأل عنه: {$issuers :places}.',
  'drill.issuers-untelling':
    'لا تستطيع جهات الإصدار هذه أن تقول ما أُنفق من قبل، فقورن المال الذي لديها ولم يُسأل عنه: {$issuers :places}.',
  'drill.alone': 'وحدها تعيد {$sums :said}.',
  'drill.last': 'في اختبار {$at :time} عاد {$brought :said} من أصل {$total :said}.',
  'drill.last-nothing': 'في اختبار {$at :time} لم يعد شيء من {$total :said}.',

  'trial.verdict.passed': 'نجح الاختبار',
  'trial.verdict.behind': 'آخر تغيير ليس في نسخة بعد',
  'trial.verdict.failed': 'لن يعود كلّ شيء',
  'trial.verdict.places':
    '.input {$places :integer} .match $places one {{في مكان واحد ليس ما ينبغي أن يكون}} two {{في مكانين ليس ما ينبغي أن يكون}} few {{في {$places} أماكن ليس ما ينبغي أن يكون}} * {{في {$places} مكانًا ليس ما ينبغي أن يكون}}',
  'trial.brings.all': 'يعيد كلّ شيء',
  'trial.brings.part': 'يعيد جزءًا',
  'trial.brings.nothing': 'لا يعيد شيئًا',
  'trial.places': 'ما يعيده كلّ مكان',
  'trial.running': 'استعادة على سبيل التجربة. لا يتغيّر شيء هنا، ولا يُرفع شيء.',
  'trial.stop': 'إنهاء الاختبار',
  'trial.coins':
    '.input {$count :integer} .match $count one {{سُئلت جهة الإصدار عن قطعة نقد واحدة.}} two {{سُئلت جهات الإصدار عن قطعتي نقد.}} few {{سُئلت جهات الإصدار عن {$count} قطع نقد.}} * {{سُئلت جهات الإصدار عن {$count} قطعة نقد.}}',
} as const;

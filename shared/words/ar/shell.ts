// SPDX-License-Identifier: GPL-3.0-or-later

/** What the system's own dialogs say, outside the page. */
export const shell = {
  'shell.folder.title': 'اختيار مجلد للنسخ',
  'shell.folder.do': 'استعمال هذا المجلد',
  'shell.pdf.title': 'حفظ ورقة الاستعادة بصيغة PDF',
  'shell.place.title': 'اختيار المجلد الذي تُحفظ فيه هذه المحفظة',
  'shell.place.do': 'استعمال هذا المجلد',
  'shell.history.title': 'حفظ السجلّ',
  'shell.report.title': 'حفظ التقرير',
  'shell.page.died': 'أُغلقت النافذة عدة مرات متتالية',
  'shell.page.died.not': 'إغلاق Holdfast',
  'shell.page.hangs': 'النافذة لا تستجيب',
  'shell.page.hangs.not': 'الانتظار',
  'shell.page.words': 'لا مال في خطر: فالمحفظة تعمل بمعزل عن نافذتها. وما كُتب ولم يُرسل يجب أن يُكتب من جديد.',
  'shell.page.do': 'فتح النافذة من جديد',
  'shell.reveal.message': 'عرض ورقة الاستعادة؟',
  'shell.reveal.words': 'من يقرأ الورقة يملك المال الذي في هذه المحفظة. انظر حولك أولًا. وإن لم تطلب هذا بنفسك فألغِه.',
  'shell.reveal.cancel': 'إلغاء',
  'shell.reveal.do': 'عرض الورقة',
  'shell.reveal.sensor': 'عرض ورقة الاستعادة',
  'shell.cannotStart': 'لا يمكن بدء Holdfast',
  'shell.forbiddenSwitch': 'لا يبدأ Holdfast مع الخيار \u2066--{$name :code}\u2069: فهو يفتح المحفظة لبرامج أخرى.',
  'shell.quit.message': '{$state :said}. إغلاق Holdfast رغم ذلك؟',
  'shell.quit.cancel': 'البقاء',
  'shell.quit.do': 'إغلاق',
} as const;

// SPDX-License-Identifier: GPL-3.0-or-later

/** Showing a sheet instead of typing it. */
export const reading = {
  'show.lead':
    'اعرض الورقة على الكاميرا، أو افتح صورة أو ملف PDF لها، أو اكتبها أدناه. ويمكن إفلات ملف في أيّ موضع من هذه الصفحة، ولصق صورة.',
  'show.drop': 'أفلته: تُقرأ الصورة أو ملف PDF هنا، ولا يخرج منه شيء من هذا الحاسوب.',
  'show.camera': 'عرضها على الكاميرا',
  'show.file': 'فتح صورة أو PDF',
  'show.reading': 'جارٍ قراءة الملف …',
  'show.stop': 'إنهاء القراءة',
  'show.camera.starting': 'بانتظار الكاميرا …',
  'show.camera.on':
    'أمسك الصفحة بحيث يملأ رمزها المربّع ثلث الصورة: مستوية وواضحة، في ضوء وبلا ظلّ. تُقرأ من تلقاء نفسها، ولا تُحفظ أيّ صورة.',
  'show.camera.video': 'ما تراه الكاميرا',
  'show.camera.off': 'إطفاء الكاميرا',
  'show.read': 'قُرئت. هل صفحتك هي صفحة الورقة {$number :code}؟ قارنها قبل أن تتابع.',
  'show.read.text': 'قُرئت. انظر إلى ما هو مكتوب أدناه قبل أن تتابع.',
} as const;

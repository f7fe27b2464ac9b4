// SPDX-License-Identifier: GPL-3.0-or-later

/** The first screens, and what an issuer asks its customers to agree to. */
export const begin = {
  'terms.of': 'شروط الخدمة لدى {$host :host}',
  'terms.first.new': 'قبل أول مال من {$host :host} اقرأ شروط خدمته. أدناه كلامه هو؛ وهذا البرنامج يعرضه فقط.',
  'terms.first.changed':
    'شروط الخدمة لدى {$host :host} جديدة. ما لك هناك يبقى لك؛ وهي تسري على ما تأخذه من هناك بعد الآن.',
  'terms.fetching': 'جارٍ طلب شروط الخدمة …',
  'terms.elsewhere': 'هي مكتوبة بصيغة لا تُعرض هنا. اقرأها على',
  'terms.agree': 'الموافقة والمتابعة',
  'terms.goOn': 'متابعة',
} as const;

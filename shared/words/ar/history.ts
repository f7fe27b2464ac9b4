// SPDX-License-Identifier: GPL-3.0-or-later

/** What happened to the balance. */
export const history = {
  'history.title': 'السجلّ',
  'history.lead': 'كلّ تغيير في الرصيد، مع الرسوم.',
  'history.empty': 'لم يحدث شيء بعد.',
  'history.when': 'متى',
  'history.what': 'ماذا',
  'history.amount': 'المبلغ',
  'history.fees': 'رسوم {$fees :amount}',
  'history.effect': 'الأثر',
  'history.sum': 'مجموع الأسطر',
  'history.equal': 'مجموع الأسطر يساوي الرصيد تمامًا.',
  'history.unequal':
    'مجموع الأسطر لا يساوي الرصيد بعملة {$currencies :currencies}. مالك لم يُمسّ. هذا خلل في Holdfast: أبلغ عنه من فضلك.',
  'history.type.withdrawal': 'مال أُضيف',
  'history.type.payment': 'دفعة',
  'history.type.provider-fee': 'رسم النسخ',
  'history.type.refresh': 'باقٍ',
  'history.type.refund': 'ردّ مبلغ',
  'history.type.deposit': 'إلى حساب بنكي',
  'history.type.spent-elsewhere': 'أُنفق في مكان آخر',
  'history.type.found-again': 'وُجد من جديد',
  'history.type.peer-sent': 'أُرسل إلى شخص',
  'history.type.peer-received': 'استُلم من شخص',
  'history.type.invoice-paid': 'طلب دُفع',
  'history.type.invoice-received': 'طلبك',
  'history.toCode': 'إلى الرمز',
  'history.state.pending': 'قيد التنفيذ',
  'history.state.failed': 'لم ينجح',
  'history.state.aborted': 'أُنهي',
  'history.state.expired': 'انتهت المدة',
} as const;

// SPDX-License-Identifier: GPL-3.0-or-later

/** What those may learn who keep copies, and through whom they are reached. */
export const privacy = {
  'privacy.title': 'الآثار',
  'privacy.level': 'تُصنع النسخ',
  'privacy.level.prompt': 'بعد كلّ تغيير بقليل',
  'privacy.level.quiet': 'بإيقاع ثابت (آثار أقلّ)',
  'privacy.hours': 'كلّ كم ساعة',
  'privacy.words.prompt': 'يرى من يحفظ نسخك متى حدث شيء هنا، لا ما حدث.',
  'privacy.words.quiet':
    'يرى من يحفظ نسخك نسخة جديدة كلّ بضع ساعات، سواء حدث شيء أم لم يحدث. ومالك آمن كما هو: فما يضيع إن ضاع هذا الحاسوب يُنسخ أولًا، كما كان.',
  'privacy.proxy': 'الوسيط',
  'privacy.proxy.help':
    'مثل \u2066socks5://127.0.0.1:9050\u2069 لشبكة Tor. فارغ: كما يقول النظام. «direct»: بلا وسيط. ويُحفظ على هذا الحاسوب وحده.',
  'privacy.place': 'وسيط لهذا المكان وحده',
  'privacy.place.help': 'فارغ: كما في كلّ ما عداه. وإذا كان له وسيط خاص لم يرَ هذا المكان وغيره العنوان نفسه.',
  'privacy.do': 'استعمال هذا',
  'privacy.done': 'حُفظ.',
  'failure.no-proxy':
    'هذا ليس وسيطًا. الوسيط يشبه \u2066socks5://host:port\u2069 أو \u2066http://host:port\u2069. ولم يتغيّر شيء.',
  'cli.about.privacy': 'يذكر متى تُصنع النسخ وعبر أيّ وسيط تمرّ، أو يضبط ذلك.',
  'cli.privacy.quiet':
    'هادئ: نسخة كلّ مدّة بالساعات: {$hours :integer}، بزيادة الثلث أو نقصه، سواء تغيّر شيء أم لم يتغيّر.',
  'cli.privacy.prompt': 'تُصنع النسخ بعد كلّ تغيير بقليل.',
  'cli.privacy.proxy': 'الوسيط: {$proxy :address}',
  'cli.privacy.system': 'الوسيط: كما تقول بيئة التشغيل.',
  'cli.privacy.place': '{$place :place}: {$proxy :address}',
} as const;

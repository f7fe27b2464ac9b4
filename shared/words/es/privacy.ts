// SPDX-License-Identifier: GPL-3.0-or-later

/** Lo que pueden saber quienes guardan copias, y a través de quién se llega a ellos. */
export const privacy = {
  'privacy.title': 'Rastros',
  'privacy.level': 'Las copias se hacen',
  'privacy.level.prompt': 'poco después de cada modificación',
  'privacy.level.quiet': 'a ritmo constante (menos rastros)',
  'privacy.hours': 'Horas entre dos copias',
  'privacy.words.prompt': 'Quien guarda sus copias ve cuándo se hizo algo aquí, aunque no qué.',
  'privacy.words.quiet':
    'Quien guarda sus copias ve una nueva cada pocas horas, se haya hecho algo o no. Su dinero está igual de seguro: lo que se perdería con este equipo se copia antes, como siempre.',
  'privacy.proxy': 'Proxy',
  'privacy.proxy.help':
    'Por ejemplo socks5://127.0.0.1:9050 para Tor. Vacío: como diga el sistema. «direct»: ninguno. Solo se guarda en este equipo.',
  'privacy.place': 'Un proxy solo para este lugar',
  'privacy.place.help':
    'Vacío: como para todo lo demás. Con uno propio, este lugar y los otros no ven la misma dirección.',
  'privacy.do': 'Usar esto',
  'privacy.done': 'Anotado.',
  'failure.no-proxy': 'Eso no es un proxy. Es como socks5://host:puerto o http://host:puerto. No se cambió nada.',
  'cli.about.privacy': 'Dice o fija cuándo se hacen las copias y por qué proxy pasan.',
  'cli.privacy.quiet':
    'Discreto: una copia cada {$hours :integer} horas, con un tercio de margen, haya cambiado algo o no.',
  'cli.privacy.prompt': 'Las copias se hacen poco después de cada modificación.',
  'cli.privacy.proxy': 'Proxy: {$proxy :address}',
  'cli.privacy.system': 'Proxy: como diga el entorno.',
  'cli.privacy.place': '{$place :place}: {$proxy :address}',
};

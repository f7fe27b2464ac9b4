// SPDX-License-Identifier: GPL-3.0-or-later

/** Una restauración que se hace como prueba. */
export const drill = {
  'drill.all-back':
    '.input {$found :integer} .match $found one {{Todo puede recuperarse, con {$found} de {$of :integer} lugares.}} * {{Todo puede recuperarse, con {$found} de {$of :integer} lugares.}}',
  'drill.all-back+total': 'Son {$total :said} de {$total :said}.',
  'drill.not-all':
    '{$lacking :said} de {$total :said} no volverían: dieron una copia {$found :integer} de {$of :integer} lugares.',
  'drill.not-all+brought': 'Lo que vuelve: {$brought :said}.',
  'drill.nothing-found': 'No volvería nada: ningún lugar dio una copia que se abra (de {$of :integer} en total).',
  'drill.nothing-found+total': 'Si este equipo fallara ahora, se perderían {$total :said}.',
  'drill.oldest': 'La más antigua de estas copias es del {$at :time}.',
  'drill.lost-at':
    'Lo que se guardaba allí ha desaparecido, es más antiguo que antes o ya no se abre: {$places :places}.',
  'drill.left-out':
    '.input {$entries :integer} .match $entries one {{Falta {$entries} anotación en copias que deberían tenerla.}} * {{Faltan {$entries} anotaciones en copias que deberían tenerlas.}}',
  'drill.later':
    '.input {$entries :integer} .match $entries one {{{$entries} anotación es más reciente que las copias; la próxima la tendrá.}} * {{{$entries} anotaciones son más recientes que las copias; la próxima las tendrá.}}',
  'drill.silent-at': 'Estos lugares no respondieron, así que no están comprobados: {$places :places}.',
  'drill.not-led-to': 'Ni esta hoja ni ninguna copia llevan a {$places :places}. Una hoja nueva sí lo haría.',
  'drill.copy-now': 'Haga copias ahora y repita el simulacro.',
  'drill.spent-elsewhere':
    '{$lost :said} de lo que hay aquí ya se gastaron en otra parte: con otro dispositivo suyo, o por alguien que tiene su hoja.',
  'drill.bad-signatures':
    '.input {$coins :integer} .match $coins one {{Una pieza de dinero volvió con una firma errónea.}} * {{{$coins} piezas de dinero volvieron con una firma errónea.}}',
  'drill.issuers-silent':
    'Estos emisores no respondieron, así que el dinero de allí se compara sin preguntar por él: {$issuers :places}.',
  'drill.issuers-untelling':
    'Estos emisores no pueden decir qué se ha gastado ya, así que el dinero de allí se compara sin preguntar por él: {$issuers :places}.',
  'drill.alone': 'Por sí solo devuelve {$sums :said}.',
  'drill.last': 'En el simulacro del {$at :time} volvieron {$brought :said} de {$total :said}.',
  'drill.last-nothing': 'En el simulacro del {$at :time} no volvió nada de {$total :said}.',

  'trial.verdict.passed': 'Simulacro superado',
  'trial.verdict.behind': 'La última modificación aún no está en ninguna copia',
  'trial.verdict.failed': 'No volvería todo',
  'trial.verdict.places':
    '.input {$places :integer} .match $places one {{Un lugar no tiene lo que debería}} * {{{$places} lugares no tienen lo que deberían}}',
  'trial.brings.all': 'Lo devuelve todo',
  'trial.brings.part': 'Devuelve una parte',
  'trial.brings.nothing': 'No devuelve nada',
  'trial.places': 'Lo que devuelve cada lugar',
  'trial.running': 'Restaurando como prueba. Aquí no cambia nada y no se sube nada.',
  'trial.stop': 'Anular el simulacro',
  'trial.coins':
    '.input {$count :integer} .match $count one {{Se preguntó al emisor por una pieza de dinero.}} * {{Se preguntó a los emisores por {$count} piezas de dinero.}}',
};

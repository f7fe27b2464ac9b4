// SPDX-License-Identifier: GPL-3.0-or-later

/** Recuperar un monedero demostrando quién se es, en los lugares que guardan su secreto para ello. */
export const escrowRecovery = {
  'escrowRecovery.place-silent': 'No respondió, así que nadie sabe qué guarda: {$why :said}',
  'escrowRecovery.place-is-other': 'En esta dirección hay otra cosa: ningún lugar que guarde secretos para personas.',
  'escrowRecovery.place-not-allowed':
    'Esta dirección lleva a una red doméstica o de empresa, y quien la nombró no puede conducir allí. No se le preguntó.',
  'escrowRecovery.place-no-https':
    'No es una dirección https: quien esté en el camino podría leer lo que se envía allí. No se le preguntó.',
  'escrowRecovery.place-wants-payment': 'Quiere que se le pague antes de devolver nada.',
  'escrowRecovery.place-unreadable':
    '.input {$versions :integer} .match $versions one {{Lo que se guarda allí para estos datos no se abre: está dañado, o es de otra persona.}} * {{Se guardan allí {$versions} cosas para estos datos que no se abren: están dañadas, o son de otra persona.}}',
  'escrowRecovery.code-sent':
    'Un código está en camino. Escríbalo tal como llegue; los espacios, los guiones y la A del principio no importan.',
  'escrowRecovery.code-sent+hint': 'Va a la dirección que contiene {$hint :quote}.',
  'escrowRecovery.code-in-file': 'Para probar: el código se escribió en el archivo {$file :file} en aquel lugar.',
  'escrowRecovery.transfer-awaited':
    'La transferencia aún no ha llegado, lo que puede tardar días. Se mira otra vez: {$at :time}, y por sí solo.',
  'escrowRecovery.wrong': 'No es la respuesta correcta.',
  'escrowRecovery.wrong-before': 'Esta respuesta ya se probó y no es correcta, así que no se envió otra vez.',
  'escrowRecovery.variants-left':
    '.input {$left :integer} .match $left one {{Una forma de escribir su última respuesta aún no se ha probado. Para probarla, dé esa respuesta otra vez después de: {$at :time}; antes no se envía nada allí.}} * {{{$left} formas de escribir su última respuesta aún no se han probado. Para probarlas, dé esa respuesta otra vez después de: {$at :time}; antes no se envía nada allí.}}',
  'escrowRecovery.clock-off.ahead':
    'Según la hora de aquel lugar, el reloj de este equipo va adelantado {$by :span}. La aplicación que hace los códigos también se guía por un reloj: mire si ese está bien.',
  'escrowRecovery.clock-off.behind':
    'Según la hora de aquel lugar, el reloj de este equipo va atrasado {$by :span}. La aplicación que hace los códigos también se guía por un reloj: mire si ese está bien.',
  'escrowRecovery.too-many-tries':
    'Esos fueron todos los intentos que este lugar permite por ahora. Acepta el siguiente después de: {$until :time}; antes no se envía nada allí.',
  'escrowRecovery.no-code': 'Un código tiene dígitos. No se envió nada.',
  'escrowRecovery.unknown-way':
    'Esta versión de Holdfast no conoce esta vía ({$type :way}). Use otra vía, o una versión más nueva.',
  'escrowRecovery.lost': 'Aquel lugar ya no tiene lo que corresponde a esta vía. Use otra vía.',
  'escrowRecovery.key-unfit':
    'Lo que tiene aquel lugar no corresponde a esta vía: allí se cambió o se confundió. Use otra vía.',
  'escrowRecovery.share-unfit':
    'La respuesta se aceptó, y lo que aquel lugar devolvió por ella no es lo que un día se dejó allí. Use otra vía.',
  'escrowRecovery.address-unfit':
    'Aquel lugar no puede enviar un código: lo que se dejó allí como dirección no lo es. Use otra vía.',
  'escrowRecovery.asks-payment': 'Aquel lugar pide {$fee :amount} antes de que pueda usarse esta vía.',
  'escrowRecovery.asks-otherwise':
    'Aquel lugar anunció un precio de {$announced :amount}, y su factura es de {$asked :amount}. No se pagó nada.',
  'escrowRecovery.price-unknown':
    'Aquel lugar quiere que se le pague y no dice cuánto cuesta. No se pagó nada; mire otra vez más tarde.',
  'escrowRecovery.asks-again': 'A aquel lugar se le pagó y pide {$fee :amount} otra vez. No se pagó nada más.',
  'escrowRecovery.no-such-coins':
    'Este monedero no tiene {$fee :amount}. Pague con otro monedero, por ejemplo escaneando el código con su teléfono, y mire otra vez.',
  'escrowRecovery.payment-pending': 'El pago está en curso. Mire otra vez en un momento.',
  'escrowRecovery.not-paid-yet': 'Aquel lugar aún no sabe de ningún pago. Mire otra vez en un momento.',
  'escrowRecovery.shop-silent':
    'Aquel lugar no puede averiguar ahora si se le pagó. Lo que se pagó no está perdido; mire otra vez más tarde.',
  'escrowRecovery.still-needed':
    '.input {$ways :integer} .match $ways one {{Hace falta una más de estas vías.}} * {{Hacen falta {$ways} más de estas vías.}}',
  'escrowRecovery.open': 'Con eso basta: el secreto de recuperación está aquí.',
  'escrowRecovery.none-left':
    'Con las vías que quedan no se puede recuperar el secreto. Lugares que perdieron algo pueden volver a encontrarlo; una versión más antigua quizá se abra; y una hoja de recuperación siempre sirve.',
  'escrowRecovery.shares-unfit':
    'Hubo suficientes respuestas correctas, y lo que los lugares devolvieron por ellas no abre el secreto. Demuestre quién es también de otra forma.',
  'escrowRecovery.is-older':
    'Es una versión más antigua. Aquello a lo que lleva puede haberse trasladado desde entonces; pruebe antes la más reciente.',
  'escrowRecovery.rehearsed-right': 'Correcto: esta vía funciona.',
  'escrowRecovery.rehearsed-uncompared':
    'La respuesta es correcta. Si aquel lugar devuelve lo correcto no lo puede saber este dispositivo, así que no cuenta como ensayada.',
  'escrowRecovery.rehearse-more':
    '.input {$ways :integer} .match $ways one {{Ensaye una vía más; entonces se sabe que su monedero vuelve así.}} * {{Ensaye {$ways} vías más; entonces se sabe que su monedero vuelve así.}}',

  'failure.identity-refused.missing': 'Falta uno de sus datos ({$field :field}). No se preguntó a nadie.',
  'failure.identity-refused.too-long': 'Uno de sus datos es demasiado largo ({$field :field}). No se preguntó a nadie.',
  'failure.identity-refused.pattern':
    'Uno de sus datos no tiene la forma que tiene en este país ({$field :field}). No se preguntó a nadie.',
  'failure.identity-refused.date':
    'Uno de sus datos no es un día del calendario ({$field :field}). Escríbalo como 1990-02-28. No se preguntó a nadie.',
  'failure.identity-refused.unknown': 'En este país no se pide a nadie {$field :field}. No se preguntó a nadie.',
  'failure.no-escrow-place': 'No se nombró ningún lugar al que preguntar. Añada la dirección de uno.',
  'failure.search-stopped': 'La búsqueda se detuvo. No se cambió nada.',
  'failure.secret-not-found': 'Eso no estaba entre lo que se encontró la última vez. Busque otra vez.',
  'failure.secret-of-other-program':
    'Lo que se llama {$name :quote} lo dejó allí otro programa y no es un monedero de Holdfast. Recupérelo con ese programa.',
  'failure.document-unfit':
    'Lo que dieron estos lugares no es lo que habían anunciado, o no se puede leer: {$places :places}. No se cambió nada; pruebe otra versión.',
  'failure.document-not-there':
    'Ninguno de estos lugares dio lo que tiene: {$places :places}. No se cambió nada; inténtelo más tarde.',
  'failure.recovery-running': 'Hay otra recuperación en curso. Siga con ella, o deténgala antes.',
  'failure.no-recovery': 'No hay ninguna recuperación en curso. Busque antes.',
  'failure.no-such-way': 'No existe esa vía en esta recuperación.',
  'failure.recovery-not-open': 'Aún no se ha demostrado lo suficiente para obtener el secreto. No se cambió nada.',
  'failure.no-payment-asked': 'Aquí nadie pide un pago. No se pagó nada.',
  'failure.fee-not-agreed': 'Cuesta {$fee :amount}, lo que no se aceptó. No se pagó nada.',
  'failure.secret-unreadable':
    'El secreto se recuperó, y no es un monedero de Holdfast: lo dejó allí otro programa, o ya estaba dañado. No se cambió nada.',
  'failure.newer-secret':
    'El secreto se recuperó, y lo dejó allí un Holdfast más nuevo (versión {$version :integer}). No se cambió nada; actualice, por favor, y siga.',
  'failure.cannot-rehearse':
    'Esta vía ({$type :way}) no puede ensayarse aquí: una pregunta y una aplicación de códigos sí. No se envió nada.',
};

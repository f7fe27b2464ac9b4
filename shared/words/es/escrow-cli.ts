// SPDX-License-Identifier: GPL-3.0-or-later

/** La custodia en el terminal. */
export const escrowCli = {
  'cli.about.escrow':
    'Confía el secreto de recuperación a lugares que lo devuelven a quien demuestre ser usted (setup), dice cómo está (status), lo actualiza, ensaya una vía (rehearse), recupera un monedero (recover), o acaba con ello (forget). Sus datos y respuestas se preguntan, o se leen de la entrada estándar, una línea cada uno: el país (ch, de, … o xx), sus campos en su orden, y luego, para setup, cada vía (question, email, sms, totp, post o iban, y debajo lo que pide) y una línea vacía; para recover, pares del número de una vía y su respuesta, que se deja vacía para que se envíe un código. --older 1 recupera por la versión anterior a la más reciente. Código de salida 3 cuando queda algo por hacer.',
  'cli.aside': '({$text :said})',
  'cli.ask.escrow.country': 'País cuyos documentos tiene (dos letras; {$other :code} para otro): ',
  'cli.ask.escrow.field': '{$field :said}: ',
  'cli.ask.escrow.way':
    'Vía {$number :integer} para demostrar que es usted (question, email, sms, totp, post, iban; vacío cuando no hay más): ',
  'cli.ask.escrow': '¿Aceptar estas condiciones, pagar {$total :said} y guardar las partes?',
  'cli.ask.escrow.anew': 'Un lugar pregunta por su precio. ¿Aceptar {$total :said} como máximo y pagarlo?',
  'cli.ask.escrow.pay': 'El lugar quiere {$total :amount} antes de ayudar. ¿Pagarlo con este monedero?',
  'cli.ask.escrow.wallet': 'Número del monedero que debe volver: ',
  'cli.ask.escrow.which': 'Número de una vía (vacío para seguir en otro momento): ',
  'cli.ask.escrow.answer': 'Respuesta o código (vacío para seguir con otra vía): ',
  'cli.escrow.none': "No hay ninguna custodia establecida. 'holdfast escrow setup' lo hace.",
  'cli.escrow.state': '{$state :said}. {$why :said}',
  'cli.escrow.number': 'Número de este monedero: {$number :code}',
  'cli.escrow.way': '{$way :said}, {$hint :quote}, en {$place :place}',
  'cli.escrow.wayAlone': '{$way :said}, en {$place :place}',
  'cli.escrow.goes': '{$way :said} va a {$place :place}.',
  'cli.escrow.tried': '(ensayada el {$at :day}, y funciona)',
  'cli.escrow.place': '{$place :place}: {$state :said}',
  'cli.escrow.paidUntil': '(pagado hasta el {$until :day})',
  'cli.escrow.keptUntil': '(guardado gratis hasta el {$until :day})',
  'cli.escrow.terms': 'Condiciones de {$place :place}: {$terms :address}',
  'cli.escrow.noCountry': 'Se esperaban dos letras de un país, como ch o de; xx para otro.',
  'cli.escrow.noWay':
    '{$kind :name} no es una vía para demostrar quién se es: question, email, sms, totp, post o iban.',
  'cli.escrow.key':
    'Dé a su aplicación de códigos esta clave (8 dígitos, 30 segundos): {$key :code}\no este enlace: {$link :address}',
  'cli.escrow.noPlaces': 'No se conoce ningún lugar que ofrezca custodia: nombre algunos con --place URL.',
  'cli.escrow.needed': 'Cuántas vías se piden es un número entero, como --needed 2.',
  'cli.escrow.older':
    '.input {$count :integer} .match $count 0 {{No hay ninguna versión más antigua de este monedero.}} one {{Hay una versión más antigua de este monedero: --older 1.}} * {{Hay {$count} versiones más antiguas de este monedero: --older 1 es la anterior a la más reciente.}}',
  'cli.escrow.nothingTried': 'No se ensayó nada.',
  'cli.escrow.goOn': "Ejecute otra vez 'holdfast escrow recover' para seguir.",
  'cli.escrow.underWay':
    "Hay una recuperación desde la custodia en curso. 'holdfast escrow recover' sigue con ella, 'holdfast escrow recover --stop' la olvida.",
  'cli.escrow.several': 'Hay varios monederos suyos; nombre uno con --wallet NÚMERO:',
  'cli.escrow.wallet': '{$number :code}',
  'cli.escrow.walletAt': '{$number :code}  {$at :time}',
  'cli.escrow.noNumber': '{$number :name} no es una vía abierta.',
  'cli.escrow.numbered': '{$number :integer}. {$way :said}: {$state :said}.',
  'cli.escrow.missing':
    '.input {$missing :integer} .match $missing one {{Basta {$missing} más.}} * {{Bastan {$missing} más.}}',
  'cli.escrow.transfer':
    'Transfiera {$sum :amount} de su cuenta a {$name :name}, {$iban :code}, concepto {$subject :name}; después elija otra vez esta vía.',
  'cli.escrow.payWith': 'O páguelo con otro monedero y elija otra vez esta vía: {$link :address}',
};

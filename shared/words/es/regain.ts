// SPDX-License-Identifier: GPL-3.0-or-later

/** Un monedero vuelve de la custodia. */
export const regain = {
  'regain.title': 'Restaurar con la custodia',
  'regain.lead':
    'Diga quién es, encuentre su monedero en los lugares que guardan su secreto y demuestre por las vías que eligió que es usted.',
  'regain.link': '¿Sin papel, pero con custodia? Restaure con la custodia',
  'regain.person': '¿Quién es usted?',
  'regain.person.words':
    'Escríbalo exactamente como cuando estableció la custodia. Si entonces eligió «Otro país», elíjalo otra vez, aunque ahora su país esté en la lista.',
  'regain.places': 'Lugares que guardan su secreto, una dirección por línea',
  'regain.places.help': 'Por ejemplo https://escrow.example. Basta uno si tiene la lista de los demás.',
  'regain.places.known':
    '.input {$count :integer} .match $count one {{A {$count} lugar que Holdfast conoce se le pregunta de todos modos. Añada otros que usó.}} * {{A {$count} lugares que Holdfast conoce se les pregunta de todos modos. Añada otros que usó.}}',
  'regain.play.words': 'En este equipo se usó dinero de juego.',
  'regain.play.do': 'Preguntar también a sus lugares',
  'regain.find': 'Encontrar mi monedero',
  'regain.finding': 'Se pregunta a los lugares. A uno lento no se le espera sin fin; se le nombra.',
  'regain.stopSearch': 'Dejar de buscar',
  'regain.found': 'Encontrado',
  'regain.nothing': 'No se encontró nada',
  'regain.found.none':
    'No se encontró nada con estos datos. Compare cada letra con sus documentos y piense en otros lugares que pueda haber usado. Por buscar no se pierde nada.',
  'regain.found.doubtful': 'Los dígitos de control de un número no encajan: mire ese primero.',
  'regain.found.words':
    '.input {$count :integer} .match $count one {{¿Es este su monedero?}} * {{Hay {$count} monederos suyos. ¿Cuál debe volver?}}',
  'regain.found.number':
    'El número de un monedero está en su página de custodia, y «holdfast escrow status» lo dice; cómo lo llamó se sabe cuando esté abierto. Si no lo sabe, tome uno: sus vías muestran cuál es, y puede parar y tomar otro.',
  'regain.found.older':
    '.input {$count :integer} .match $count one {{{$count} versión más antigua}} * {{{$count} versiones más antiguas}}',
  'regain.unnamed': 'Algo sin nombre',
  'regain.numbered': 'Monedero número {$number :code}',
  'regain.where': 'en {$places :said}',
  'regain.whereWhen': 'del {$at :time}, en {$places :said}',
  'regain.foreign': 'Otro programa dejó esto aquí; Holdfast no puede abrirlo.',
  'regain.choose': 'Este',
  'regain.choose.label': 'Este: {$name :said}',
  'regain.asked': 'A quién se preguntó',
  'regain.asked.count':
    '.input {$count :integer} .match $count 0 {{No guarda nada suyo.}} one {{Guarda {$count} versión.}} * {{Guarda {$count} versiones.}}',

  'regain.session': '{$name :said}',
  'regain.begin':
    '.input {$missing :integer} .match $missing one {{Basta {$missing} de estas vías. Puede cerrar Holdfast y seguir más tarde.}} * {{Bastan {$missing} de estas vías. Tómelas en cualquier orden; puede cerrar Holdfast y seguir más tarde.}}',
  'regain.progress':
    '.input {$missing :integer} .input {$solved :integer} .match $missing one {{Hechas: {$solved}. Basta una más. Tómelas en cualquier orden; puede cerrar Holdfast y seguir más tarde.}} * {{Hechas: {$solved}. Bastan {$missing} más. Tómelas en cualquier orden; puede cerrar Holdfast y seguir más tarde.}}',
  'regain.impossible':
    'Con las vías que quedan esto no se abre. Un lugar que no respondió puede responder más tarde; la hoja de recuperación también lo abre.',
  'regain.together': 'Cuáles bastan juntas',
  'regain.stop': 'Parar y olvidar …',
  'regain.stop.title': '¿Parar de recuperar este monedero?',
  'regain.stop.do': 'Parar y olvidar',
  'regain.stop.keep': 'Seguir',
  'regain.stop.words':
    'Lo que dijo y lo que ha demostrado hasta ahora se olvida aquí. Los lugares conservan sus partes: puede empezar de nuevo en cualquier momento.',
  'regain.stopped': 'Parado. Nada de lo que dijo se guarda aquí.',
  'regain.under':
    'Se está recuperando un monedero de la custodia. Siga allí antes de añadir dinero: un monedero con dinero propio no vuelve sin más.',
  'regain.goOn': 'Seguir con ello',
  'regain.open':
    'Es usted. Su secreto de recuperación está otra vez en este equipo; su dinero llega con el paso siguiente.',
  'regain.code': 'Código recibido',
  'regain.answer': 'Comprobar',
  'regain.send': 'Enviarme el código',
  'regain.sendAgain': 'Enviarlo otra vez',
  'regain.startTransfer': 'Mostrar adónde transferir',
  'regain.lookAgain': 'Mirar si ha llegado',
  'regain.fee': 'Este lugar cobra {$fee :amount} por ello.',
  'regain.waitUntil': 'El próximo intento es posible el',
  'regain.initialized':
    'Este monedero tiene un secreto de recuperación propio. La custodia solo devuelve un monedero a uno nuevo: borre antes este, o arranque Holdfast con otra carpeta.',
  'regain.pay.square': 'El pago al lugar, como código cuadrado',
  'regain.pay.words': 'El lugar quiere que se le pague antes de ayudar.',
  'regain.pay.sum': 'El lugar quiere {$fee :amount} antes de ayudar.',
  'regain.pay.how':
    'Este monedero está vacío mientras no se restaure nada. Escanee el cuadrado con un monedero Taler en su teléfono, o dé el enlace a alguien que pague por usted; después mire otra vez.',
  'regain.pay.either':
    'Páguelo con el dinero que ya hay aquí, o con otro monedero mediante el cuadrado o el enlace; después mire otra vez.',
  'regain.pay.link': 'Enlace para otro monedero',
  'regain.pay.do': 'Pagar {$total :amount} con este monedero',
  'regain.pay.look': 'Está pagado; mirar otra vez',
  'regain.transfer':
    'Transfiera exactamente esto desde la cuenta que nombró. Cuando llegue, el lugar sabe que es usted; mientras tanto puede cerrar Holdfast.',
  'regain.transfer.amount': 'Importe',
  'regain.transfer.name': 'A',
  'regain.transfer.iban': 'Cuenta (IBAN)',
  'regain.transfer.subject': 'Concepto',

  'regainState.untouched': 'Abierta',
  'regainState.sent': 'En camino',
  'regainState.asks-payment': 'Por pagar',
  'regainState.waits': 'Esperar',
  'regainState.wrong': 'No es correcta',
  'regainState.solved': 'Hecha',
  'regainState.lost': 'Perdida allí',
};

// SPDX-License-Identifier: GPL-3.0-or-later

/** Los primeros pasos, y las condiciones de uso. */
export const begin = {
  'terms.of': 'Condiciones de uso de {$host :host}',
  'terms.first.new':
    'Antes del primer dinero de {$host :host}, lea sus condiciones de uso. Abajo están sus propias palabras; este programa solo las muestra.',
  'terms.first.changed':
    'Las condiciones de uso de {$host :host} son nuevas. Lo que tiene allí sigue siendo suyo; valen para más dinero de allí.',
  'terms.fetching': 'Pidiendo las condiciones de uso …',
  'terms.elsewhere': 'Están escritas en una forma que aquí no se muestra. Léalas en',
  'terms.agree': 'Aceptar y seguir',
  'terms.goOn': 'Seguir',

  'begin.at': 'Pantalla {$at :integer} de {$of :integer}',
  'begin.later': 'Más tarde',
  'begin.back': 'Atrás',
  'begin.next': 'Siguiente: adónde van las copias',
  'begin.done': 'Listo',
  'begin.agree.title': 'Lo que usted acepta',
  'begin.agree.issuer': 'Emitido por',
  'begin.agree.sum': 'Usted transfiere',
  'begin.play.title': 'Su primer dinero de juego',
  'begin.play.lead':
    'Un banco y un emisor dentro de este programa. La criptografía es real, el dinero no vale nada, y no se pregunta a nadie más.',
  'begin.play.agree': 'Aceptar y obtener {$sum :amount}',
  'begin.play.do': 'Obtener {$sum :amount}',
  'begin.money.title': 'Su primer dinero',
  'begin.money.lead':
    'Un emisor convierte una transferencia de su cuenta bancaria en efectivo digital en este monedero. Allí no se pregunta nada antes de que usted pulse.',
  'begin.money.link': '¿Su banco le dio un enlace?',
  'begin.money.toLink': 'Abrirlo aquí',
  'begin.money.skip': 'Seguir sin dinero',
  'begin.money.look': 'Ver costes y condiciones',
  'begin.money.agree': 'Aceptar y mostrar la transferencia',
  'begin.money.do': 'Mostrar la transferencia',
  'begin.money.again':
    'Volverá a encontrar esto en el historial hasta que haya llegado el dinero. Siga mientras tanto: antes de recogerlo, tiene que haber una copia en otra parte.',
  'begin.issuers': 'Quién lo emite',
  'begin.issuers.note':
    'Solo sugerencias: no se llegó a ninguno desde donde se hace este programa, y no se responde de nadie de la lista.',
  'begin.issuers.worthless': 'sin valor',
  'begin.issuers.edit': 'Otro emisor, o cambiar esta lista',
  'begin.issuers.address': 'Su dirección',
  'begin.issuers.add': 'Ponerlo en la lista',
  'begin.issuers.hide': 'Quitar {$name :name} de la lista',
  'begin.issuers.showAll':
    '.input {$count :integer} .match $count one {{Volver a mostrar {$count} oculto}} * {{Volver a mostrar {$count} ocultos}}',
  'begin.places.title': 'Adónde van las copias',
  'begin.places.lead':
    'Si este equipo falla, su dinero vuelve de allí. Cada lugar recibe una copia sellada; la página que la abre viene después.',
  'begin.places.list': 'Lugares para copias',
  'begin.places.folder': 'Una carpeta o una memoria USB',
  'begin.places.folder.why': 'Gratis. Mejor en una memoria USB o una unidad que no esté dentro de este equipo.',
  'begin.places.none':
    'En la lista no hay ningún servicio que acepte su moneda. Una memoria USB es un buen primer lugar; en «Protección» puede añadir cualquier servicio o carpeta web con su dirección.',
  'begin.places.draws': 'Primero se retira de su dinero solo la tarifa, y el resto cuando se hayan releído las copias.',
  'begin.places.add':
    '.input {$count :integer} .match $count 0 {{Añadir}} one {{Añadir este lugar}} 2 {{Añadir los dos}} * {{Añadir los {$count}}}',
  'begin.places.addFor':
    '.input {$count :integer} .match $count one {{Añadir este lugar, por {$sums :list} al año como máximo}} 2 {{Añadir los dos, por {$sums :list} al año como máximo}} * {{Añadir los {$count}, por {$sums :list} al año como máximo}}',
  'begin.places.goOn': 'Seguir con los que se añadieron',
  'begin.places.asks': 'Pide un nombre y una contraseña; añádalo en «Protección».',
  'begin.places.asking': 'Preguntando cuánto cuesta …',
  'begin.places.adding': 'Añadiendo …',
  'begin.places.added': 'Añadido',
  'begin.places.drop': 'Este no',
  'begin.places.dropThis': 'Este no: {$name :name}',
  'begin.places.limit': 'copias de hasta {$size :bytes}',
  'begin.paper.title': 'Su página, y si funciona',
  'begin.paper.lead':
    'Quien tenga esta página tiene el dinero. Asegúrese de que nadie mira por encima de su hombro, imprímala y después muéstrela a la cámara.',
  'begin.paper.page': 'La página tal como se imprime',
  'begin.paper.test': '¿Devuelve el papel el dinero?',
  'begin.paper.test.words':
    'Muéstrelo a la cámara, abra una foto o el PDF, o escríbalo. Este simulacro no cambia nada aquí.',
  'begin.paper.test.do': 'Comprobarlo',
  'begin.paper.around': 'Quien tenga esta página tiene el dinero. Asegúrese de que nadie mira por encima de su hombro.',
  'begin.paper.show': 'Mostrar la página',
  'begin.paper.toPlaces': 'A los lugares para copias',
  'begin.drill.read': 'La página se leyó',
  'begin.drill.brings': 'Esta página devuelve',
  'begin.drill.of': 'de {$total :amount}',
  'begin.drill.noMoney':
    'La página es correcta y lleva a sus lugares. Aún no hay dinero que pudiera devolver; se comprueba otra vez cuando lo haya.',
  'begin.drill.again': 'Intentar otra vez',
  'begin.arriving': '{$sum :amount}: esperando su transferencia',
  'begin.arriving.copy': '{$sum :amount} están en el emisor y llegan cuando se haya hecho una copia',
  'begin.arriving.facts': 'Mostrar otra vez la transferencia',
  'begin.end.safe':
    'Guarde el papel donde guarda las cosas importantes. Una vez al año, o tras un cambio de lugares, compruébelo otra vez.',
  'begin.end.open': 'Lo que falta está en «Protección», con un botón para cada cosa.',
  'begin.end.do': 'A mi dinero',
  'begin.steps': 'Seguir pantalla a pantalla',
  'strength.label': 'Lo difícil que es adivinarla',
  'strength.weak': 'Débil: un archivo robado se abriría en unos días. Cuatro palabras al azar están bien.',
  'strength.fair': 'Regular: un ladrón con un equipo tarda años.',
  'strength.good': 'Buena',
  'strength.strong': 'Fuerte',
  'restore.stop': 'Parar la restauración',
  'leavePlay.title': '¿Ha terminado de jugar?',
  'leavePlay.words':
    'Dejar el dinero de juego acaba con este monedero de juego y empieza uno real. No contiene nada que valga algo.',
  'leavePlay.do': 'Dejar el dinero de juego …',
  'leavePlay.ask': '¿Dejar el dinero de juego?',
  'leavePlay.lost': 'Desaparecen con él: su historial, sus lugares, su página y este dinero de juego:',
  'leavePlay.lostNothing': 'Desaparecen con él: el historial, los lugares y la página de este monedero de juego.',
  'leavePlay.real':
    'En este monedero hay dinero que vale algo. Envíelo o páselo antes a su cuenta; hasta entonces queda todo:',
  'leavePlay.awaited':
    'Puede haber una transferencia a este monedero en camino. Espérela, o anúlela en el historial, antes de irse.',
  'leavePlay.keep': 'Seguir jugando',
  'leavePlay.confirm': 'Dejarlo y empezar con un monedero real',
  'suggested.title': 'Servicios sugeridos',
  'suggested.words':
    'Lo que se ofrece donde usted empieza. A ninguno se le pregunta nada antes de que pulse, y lo que cambie se queda en este equipo.',
  'suggested.kind': 'Clase',
  'suggested.kind.issuer': 'Emisores',
  'suggested.kind.place': 'Lugares para copias',
  'suggested.kind.escrow': 'Lugares para una custodia',
  'suggested.address': 'Dirección',
  'suggested.add': 'Poner en la lista',
};

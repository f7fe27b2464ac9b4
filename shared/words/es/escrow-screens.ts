// SPDX-License-Identifier: GPL-3.0-or-later

/** Dar el secreto a lugares que lo devuelven a su dueño: cuatro pasos, y cómo está después. */
export const escrowScreens = {
  'escrowPage.title': 'Custodia',
  'escrowPage.lead':
    'Su secreto de recuperación en partes selladas en varios lugares. Cada uno da su parte solo a quien demuestre ser usted; ninguno puede abrir nada solo. Devuelve su dinero sin papel.',
  'escrowPage.offer':
    'Sin establecer. Varios lugares guardan una parte sellada de su secreto de recuperación y la devuelven a quien demuestre ser usted: un camino de vuelta aunque el papel ya no esté.',
  'escrowPage.open': 'Establecer la custodia',
  'escrowPage.show': 'Mostrar y ensayar',
  'escrowPage.mend': 'Ver qué falta',
  'escrowPage.noCopies':
    'Aún no hay nada que entregar: este monedero recibe su secreto de recuperación con el primer lugar para copias. Añada uno antes.',
  'escrowPage.step': 'Paso {$number :integer} de {$of :integer}: {$step :said}',
  'escrowPage.step.person': 'Quién es usted',
  'escrowPage.step.ways': 'Vías para demostrarlo',
  'escrowPage.step.places': 'Lugares y precio',
  'escrowPage.step.done': 'Guardar y ensayar',
  'escrowPage.next': 'Continuar',
  'escrowPage.back': 'Atrás',
  'escrowPage.anew':
    'Esto sustituye sus vías y lugares por otros nuevos. Hasta que los acepte al final, todo queda como está.',
  'escrowPage.leave': 'Dejarlo como está',
  'escrowPage.country': 'País cuyos documentos tiene',
  'escrowPage.country.other': 'Otro país',
  'escrowPage.country.name': '{$name :said}',
  'escrowPage.optional': '{$field :said} (puede quedar vacío)',

  'escrowPerson.title': '¿Quién es usted?',
  'escrowPerson.words':
    'Con exactamente estos datos se vuelve a encontrar su custodia, dentro de años y en cualquier equipo. Escríbalos como están en sus documentos: una letra de más, y no se encuentra nada.',
  'escrowPerson.kept':
    'No salen de este equipo: los lugares reciben números hechos con ellos, y no pueden saber quién es usted.',

  'escrowPerson.day': 'Es el {$day :day}.',

  'escrowWays.title': '¿Cómo puede demostrar que es usted?',
  'escrowWays.words':
    'Elija vías que un ladrón no tendría todas a la vez. Más tarde se piden algunas, no todas: una puede perderse.',
  'escrowWays.add': 'Añadir una vía:',
  'escrowWays.hint': '{$hint :said}',
  'escrowWays.drop': 'Quitar',
  'escrowWays.drop.label': 'Quitar: {$way :said}, {$hint :name}',
  'escrowWays.few': 'Para seguir hacen falta al menos dos vías.',
  'escrowWays.third': 'Dos bastan para seguir, y entonces hacen falta las dos. Con una tercera valen dos cualesquiera.',
  'escrowWays.missing': 'Otras vías, que no ofrece ningún lugar conocido',

  'escrowPlaces.title': '¿Qué lugares guardan una parte?',
  'escrowPlaces.words':
    'Cada lugar guarda su parte sellada. Solo conoce su dirección o número cuando usted le pide un código; nunca conoce sus respuestas, su nombre ni lo que hay en su monedero.',
  'escrowPlaces.asking': 'Se pregunta a los lugares qué ofrecen …',
  'escrowPlaces.first': 'Dirección de un lugar que ofrece custodia (Anastasis)',
  'escrowPlaces.another': 'Otro lugar',
  'escrowPlaces.help': 'Su dirección web, https://… Tres lugares de dueños distintos están bien.',
  'escrowPlaces.calls': 'se llama a sí mismo {$name :name}',
  'escrowPlaces.silent': 'No respondió.',
  'escrowPlaces.free': 'Gratis',
  'escrowPlaces.yearly': '{$fee :amount} al año',
  'escrowPlaces.yearlyWay': '{$fee :amount} al año, y {$each :amount} al año por cada vía',
  'escrowPlaces.ways': 'Ofrece: {$ways :said}.',
  'escrowPlaces.wayFee': '{$way :said} ({$fee :amount} cuando la use)',
  'escrowPlaces.liability': 'Si pierde su parte, paga hasta {$sum :amount}.',
  'escrowPlaces.noLiability': 'Si pierde su parte, no paga nada.',
  'escrowPlaces.termsAt':
    'Las condiciones de los lugares están en estas direcciones; léalas en su navegador antes de aceptar:',
  'escrowPlaces.termsOf': 'Condiciones de {$place :place}',

  'escrowPlan.title': 'En conjunto',
  'escrowPlan.asking': 'Calculando el precio …',
  'escrowPlan.needed': 'Para recuperar su dinero',
  'escrowPlan.any':
    '.input {$needed :integer} .input {$count :integer} {{bastan {$needed} cualesquiera de estas {$count}}}',
  'escrowPlan.at': 'Lugar para: {$way :said}',
  'escrowPlan.recoveryFee': '{$fee :amount} cuando la use',
  'escrowPlan.thief':
    'Quien conozca sus datos y {$ways :said} llega a su dinero. No hay forma más fácil: con menos de sus vías no llega nadie, tampoco ningún lugar.',
  'escrowThief.question': 'sabe una respuesta suya',
  'escrowThief.email': 'lee su correo',
  'escrowThief.sms': 'recibe los mensajes a su número',
  'escrowThief.iban': 'hace transferencias desde su cuenta',
  'escrowThief.totp': 'tiene su aplicación de códigos',
  'escrowThief.post': 'abre sus cartas',
  'escrowThief.file': 'lee un archivo en el lugar',
  'escrowPlan.cost': 'Lo que cuesta',
  'escrowPlan.now': 'Ahora, por el primer año',
  'escrowPlan.yearly': 'Cada año siguiente',
  'escrowPlan.paying': 'Comisiones de pago, en ambos importes',
  'escrowPlan.nothing': 'nada',
  'escrowPlan.costWords':
    'Se paga con su propio dinero, con lo que cuesta pagarlo. Se renueva solo dentro de este precio; si un lugar quiere más, no se paga nada y se le pregunta.',
  'escrowPlan.remember': 'Guardar mis datos en este monedero, cifrados',
  'escrowPlan.remember.why':
    'Así la custodia sigue por sí sola cuando cambian sus lugares para copias. Si no, se le piden sus datos cada vez.',
  'escrowPlan.storing': 'Las partes se están guardando y releyendo. Puede dejar esta página; sigue por sí solo.',
  'escrowPlan.do.free': 'Aceptar las condiciones y guardar las partes',
  'escrowPlan.do.paid': 'Aceptar las condiciones, pagar {$total :said} y guardar las partes',

  'escrowStep.current': 'La custodia está al día',
  'escrowStep.uploading': 'Guardando las partes',
  'escrowStep.behind': 'La custodia va atrasada',
  'escrowStep.wants-data': 'Se necesitan sus datos otra vez',
  'escrowStepWhy.current':
    '.input {$needed :integer} .input {$count :integer} .input {$places :integer} .match $places one {{{$needed} cualesquiera de {$count} vías devuelven su monedero; {$places} lugar tiene el estado más reciente.}} * {{{$needed} cualesquiera de {$count} vías devuelven su monedero; {$places} lugares tienen el estado más reciente.}}',
  'escrowStepWhy.uploading':
    '.input {$needed :integer} .input {$count :integer} .input {$places :integer} .match $places one {{Hasta ahora {$places} lugar tiene su parte. Cuando todos tengan la suya, {$needed} cualesquiera de {$count} vías devuelven su monedero.}} * {{Hasta ahora {$places} lugares tienen su parte. Cuando todos tengan la suya, {$needed} cualesquiera de {$count} vías devuelven su monedero.}}',
  'escrowStepWhy.behind':
    '.input {$needed :integer} .input {$count :integer} .input {$places :integer} .match $places 0 {{Algo ha cambiado, y ningún lugar lo tiene aún. Lo que tenían antes sigue abriendo su monedero, con {$needed} de {$count} vías. No se pierde dinero por esto.}} one {{Algo ha cambiado, y solo {$places} lugar lo tiene ya. Lo que los otros tenían antes sigue abriendo su monedero, con {$needed} de {$count} vías. No se pierde dinero por esto.}} * {{Algo ha cambiado, y solo {$places} lugares lo tienen ya. Lo que los otros tenían antes sigue abriendo su monedero, con {$needed} de {$count} vías. No se pierde dinero por esto.}}',
  'escrowStepWhy.wants-data':
    '.input {$needed :integer} .input {$count :integer} .input {$places :integer} .match $places 0 {{Algo ha cambiado, y la custodia no puede seguirlo sin sus datos. Lo que los lugares tenían antes sigue abriendo su monedero, con {$needed} de {$count} vías.}} one {{Algo ha cambiado, y la custodia no puede seguirlo sin sus datos; {$places} lugar tiene el estado más reciente. Lo que los otros tenían antes sigue abriendo su monedero, con {$needed} de {$count} vías.}} * {{Algo ha cambiado, y la custodia no puede seguirlo sin sus datos; {$places} lugares tienen el estado más reciente. Lo que los otros tenían antes sigue abriendo su monedero, con {$needed} de {$count} vías.}}',

  'escrowNow.wantsMethods': 'Establecer otra vez la custodia',
  'escrowNow.places': 'Lugares de la custodia',
  'escrowNow.current': 'Al día',
  'escrowNow.behind': 'Atrasado',
  'escrowNow.untried': 'Ensaye una vía una vez: así sabe que puede.',
  'escrowNow.coming': 'Aún no',
  'escrowNow.stored': 'Guardado',
  'escrowNow.before': 'Guardado antes de restaurar este monedero',
  'escrowNow.never': 'Aún no se ha guardado nada',
  'escrowNow.paidUntil': 'pagado hasta',
  'escrowNow.keptUntil': 'guardado gratis hasta',
  'escrowNow.allPaid': 'Pagado al menos hasta el {$until :day}.',
  'escrowNow.ways': 'Vías para demostrar que es usted',
  'escrowNow.wayAt': 'en {$place :place}',
  'escrowNow.update': 'Actualizar ahora',
  'escrowNow.goOn': 'Seguir ahora',
  'escrowNow.agree': 'Aceptar {$total :said} y actualizar',
  'escrowNow.updating': 'Se pregunta a los lugares. Puede tardar un minuto; puede dejar esta página.',
  'escrowNow.anew': 'Establecer de nuevo',
  'escrowNow.change': 'Cambiar vías o lugares …',
  'escrowNow.more': 'Sobre esta custodia',
  'escrowNow.country': 'País',
  'escrowNow.number': 'Número de este monedero',
  'escrowNow.agreed': 'Acordado para un año',
  'escrowNow.person': 'Sus datos',
  'escrowNow.person.kept': 'guardados aquí, cifrados',
  'escrowNow.person.asked': 'no guardados; se le piden cada vez',

  'escrowAsks.no-consent': 'Pide un pago, y en este equipo no se aceptó ningún precio. No se pagó nada.',
  'escrowAsks.fee-above-cap': 'Pide {$fee :amount}, y usted aceptó como máximo {$cap :amount}. No se pagó nada.',
  'escrowAsks.order-differs':
    'Anuncia {$announced :amount} y pide {$asked :amount}. No se pagó nada; se le pregunta otra vez más tarde.',
  'escrowAsks.paid-already': 'Pide otro pago aunque está pagado hasta el {$until :day}. No se pagó nada.',
  'escrowAsks.paid-unconfirmed':
    'Pagado y no confirmado: tomó {$taken :amount} por el pedido {$orderId :name} y lo niega. No se le paga nada más. Muéstrele el pedido.',
  'escrowAsks.clock-differs':
    'El reloj de este equipo dice {$here :time}, y este lugar dice {$there :time}. No se pagó nada: ponga el reloj en hora y el próximo año se pagará a su tiempo.',
  'escrowAsks.too-many-orders': 'Ha pedido un pago tras otro. No se pagó nada más.',

  'escrowUpdate.title': 'Sus datos, otra vez',
  'escrowUpdate.words':
    'Escríbalos exactamente como cuando estableció la custodia. Se usan esta única vez y no se guardan.',

  'escrowTry.words':
    'De una vía ensayada se sabe que funciona. Ensayar una pregunta o una aplicación de códigos no cuesta nada y no toca las demás vías; los códigos que se envían no se ensayan.',
  'escrowTry.open': 'Ensayar',
  'escrowTry.open.label': 'Ensayar: {$way :said}, {$hint :name}',
  'escrowTry.do': 'Comprobar',
  'escrowTry.right': 'Correcto: esta vía funciona.',
  'escrowTry.wrong':
    'No es correcto. Mírelo otra vez antes de necesitarlo; si no está seguro, establezca la custodia de nuevo.',
  'escrowTry.tried': 'Ensayada, y funciona:',
  'escrowTry.close': 'Cerrar',

  'escrowForget.open': 'Acabar con la custodia …',
  'escrowForget.title': '¿Acabar con la custodia?',
  'escrowForget.do': 'Acabar con ella',
  'escrowForget.words':
    'Allí ya no se guarda, renueva ni paga nada. Lo que tienen los lugares se queda mientras esté pagado; nadie más que usted puede abrirlo.',
  'escrowForget.done': 'La custodia ha acabado; allí ya no sigue nada.',
  'escrowForget.kept': '{$place :place} guarda lo que tiene mientras esté pagado.',
  'escrowForget.keptUntil': '{$place :place} guarda lo que tiene hasta el {$until :day}.',
  'escrowForget.paper': 'Desde entonces solo su hoja de recuperación devuelve su dinero.',

  'playMessages.title': 'Mensajes para usted',
  'playMessages.words':
    'Con dinero de juego no suena ningún teléfono ni llega ningún correo. Lo que envían los lugares de juego se muestra aquí.',
  'playKeeper.free': 'Guardián de juego gratuito',
  'playKeeper.paid': 'Guardián de juego de pago',
  'playKeeper.other': 'Otro guardián de juego',
  'playMessages.look': 'Mirar otra vez',
  'playMessages.none': 'Aún no se ha enviado nada.',
  'playMessages.to': 'A {$address :name}, de',
};

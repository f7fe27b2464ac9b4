// SPDX-License-Identifier: GPL-3.0-or-later

/** Lo que imprime la línea de órdenes. Los nombres de órdenes y opciones son iguales en todos los idiomas. */
export const cli = {
  'cli.balance.none': 'Aún no hay dinero.',
  'cli.balance':
    '{$available :amount} listos para gastar, emitidos por {$exchange :address} (en total {$total :amount}; cambio en curso {$change :amount}, llegando {$incoming :amount}, apartado {$outgoing :amount})',
  'cli.pending': '{$what :said} ({$id :code}): {$waits :said}',
  'cli.pending.sum': '{$what :said}, {$sum :amount}',
  'cli.pending.fees': "('holdfast agree {$id :code}' sigue con {$total :amount})",
  'cli.pending.without': "('holdfast without-backup {$id :code}' da {$sum :amount} al instante, con riesgo)",
  'cli.copies':
    '.input {$count :integer} .match $count one {{El dinero nuevo se recoge cuando {$count} lugar tiene una copia de él.}} * {{El dinero nuevo se recoge cuando {$count} lugares tienen una copia de él.}}',
  'cli.copies.tooFew':
    ".input {$total :integer} .match $total 0 {{No hay ninguno, así que espera donde está hasta que añada alguno o quiera menos ('holdfast backup --copies NÚMERO').}} one {{Solo hay {$total}, así que espera donde está hasta que añada más o quiera menos ('holdfast backup --copies NÚMERO').}} * {{Solo hay {$total}, así que espera donde está hasta que añada más o quiera menos ('holdfast backup --copies NÚMERO').}}",
  'cli.open.push.starting': 'Pago de {$sum :amount} ({$id :code}): el emisor aún no lo ha confirmado.',
  'cli.open.pull.starting': 'Solicitud de {$sum :amount} ({$id :code}): el emisor aún no la ha confirmado.',
  'cli.open.push.waiting': 'Pago de {$sum :amount} ({$id :code}), hasta el {$until :time}. Se toma con:',
  'cli.open.pull.waiting': 'Solicitud de {$sum :amount} ({$id :code}), hasta el {$until :time}. Se paga con:',
  'cli.history.fees': 'comisiones {$fees :amount}',
  'cli.exchange': '{$address :address}  {$currency :currency}  {$state :said}  {$version :version}',
  'cli.exchange.ready': 'listo',
  'cli.exchange.read-only': 'solo puede mirarse',
  'cli.exchange.unreachable': 'no respondió',
  'cli.exchange.conflict': 'no es el que era',

  'cli.run.next': "Después ejecute 'holdfast run --until-done'.",
  'cli.withdraw.transfer': 'Haga esta transferencia: {$address :address}',
  'cli.withdraw.fees': 'Comisiones {$fees :amount}; llegan {$total :amount}.',
  'cli.withdraw.number': 'Número con el que el emisor encuentra este monedero: {$number :code}',
  'cli.withdraw.confirm': 'Confírmelo en su banco: {$address :address}',

  'cli.ask.pay':
    '¿Pagar {$sum :amount} a {$merchant :said} por {$summary :quote} (comisiones {$fees :amount}, en total {$total :amount})?',
  'cli.pay.choices': 'Este pedido puede pagarse de varias maneras. Diga cuál con --choice:',
  'cli.pay.choice': '{$number :integer}: {$sum :amount} (comisiones {$fees :amount}, en total {$total :amount})',
  'cli.pay.choice.no': '{$number :integer}: {$sum :amount}, ahora no: {$why :said}',
  'cli.pay.page': 'La página de la tienda: {$address :address}',
  'cli.pay.message': 'La tienda dice: {$said :quote}',
  'cli.pay.from': 'Se paga de su dinero en {$host :host}.',
  'cli.ask.page': '¿Preguntar a {$host :host} si esta página pide dinero? Es una sola petición; no paga nada.',
  'cli.ask.folder': '¿Guardar copias cifradas en {$name :name}?',
  'cli.ask.place':
    '¿Guardar copias cifradas en {$name :place} ({$address :address}), {$price :said}? Una copia puede tener {$size :said}; si el lugar la pierde, {$liability :said}.',
  'cli.ask.place.price': '{$fee :amount} al año, con lo que cuesta pagarlo como máximo {$total :amount}',
  'cli.ask.place.anySize': 'cualquier tamaño',
  'cli.ask.send':
    '¿Enviar {$sum :amount}, emitidos por {$exchange :address} (comisiones {$fees :amount}, en total {$total :amount}; llegan {$arrives :amount})?',
  'cli.ask.fee':
    '¿Solicitar {$sum :amount} en {$exchange :address}? Cuesta {$fees :amount}, de los que {$opening :amount} se pagan ahora y se van aunque no pague nadie; usted recibe {$total :amount}.',
  'cli.ask.drawing':
    '¿Solicitar {$sum :amount} en {$exchange :address}? Cuando se pague, {$fees :amount} de ello son comisiones; llegan {$total :amount}.',
  'cli.ask.push':
    '¿Tomar {$sum :amount} por {$summary :quote}, emitidos por {$exchange :address} (comisiones {$fees :amount}; llegan {$total :amount})?',
  'cli.ask.pull':
    '¿Pagar la solicitud de {$sum :amount} por {$summary :quote}, emitida por {$exchange :address} (comisiones {$fees :amount}, en total {$total :amount}; llegan {$arrives :amount})?',
  'cli.ask.deposit':
    '¿Enviar {$sum :amount} a {$account :code} (comisiones {$fees :amount}, en total {$total :amount})?',
  'cli.ask.fees.ask':
    '{$host :host} toma {$fees :amount} de {$sum :amount} en comisiones; llegan {$total :amount}. ¿Seguir?',
  'cli.ask.fees.reissue':
    'Quien tenga la hoja de otro monedero aún puede gastar {$sum :amount} en {$host :host}. Pagárselos a usted mismo cuesta hasta {$fees :amount}; quedarían {$total :amount}. ¿Pagarlos?',
  'cli.ask.fees.renewal':
    'Una copia más antigua de este monedero aún puede gastar {$sum :amount} en {$host :host}. Renovarlos cuesta {$fees :amount}; quedarían {$total :amount}. ¿Renovarlos?',
  'cli.ask.fees.refund':
    'Dejar listos para gastar {$sum :amount} que volvieron cuesta ahora {$fees :amount} en {$host :host}; quedarían {$total :amount}. ¿Seguir?',
  'cli.ask.fees.dearer':
    'De {$sum :amount} que llegaron, {$host :host} toma {$fees :amount} en comisiones; quedarían {$total :amount}. ¿Seguir?',
  'cli.ask.forget': '{$lost :said} ¿Olvidarlo?',
  'cli.ask.without':
    '¿Seguir sin copia? {$sum :amount} se perderían con este equipo hasta que exista una copia verificada.',
  'cli.ask.undo': '¿Deshacerlo?',
  'cli.ask.abandon':
    '¿Dejar este monedero en este dispositivo? El secreto de recuperación se olvida aquí; el dinero espera a quien tenga la hoja de recuperación. ¿Tiene la hoja?',
  'cli.ask.renew': '¿Pagar ahora el próximo año en {$place :place}, {$price :said}?',
  'cli.ask.remove': '{$warnings :said} ¿Quitar {$place :place}?',
  'cli.ask.takeover': '¿Tomarlo?',
  'cli.ask.import': '¿Traerlo?',
  'cli.ask.import.link': 'Su enlace o texto de recuperación (no se muestra):',
  'cli.ask.import.secret': 'La copia está sellada. Su enlace, su texto de recuperación o su secreto (no se muestra):',
  'cli.import.places': 'Guarda copias en {$places :places}; Holdfast no los usa por sí solo.',
  'cli.ask.empty': '¿Enviar esto a otro monedero y borrar este cuando se haya tomado todo?',
  'cli.ask.terms.new': '¿Acepta las condiciones de uso de {$host :host}?',
  'cli.ask.terms.changed': 'Las condiciones de uso de {$host :host} son nuevas. ¿Las acepta?',
  'cli.terms.elsewhere': 'Las condiciones de uso de {$host :host} no se muestran aquí; léalas en {$at :address}',
  'cli.ask.issuer': '¿Añadir el emisor {$host :host} a este monedero?',
  'cli.ask.issuer.inner':
    'El nombre {$host :host} lleva a una máquina de su propia red, o a este equipo. ¿Preguntarle de todos modos, como emisor en esta única dirección?',
  'cli.ask.issuer.plain': '¿Añadir a este monedero el emisor {$host :host}, que no está cifrado?',
  'cli.ask.where': 'Esto no dice dónde se guardan las copias. Dirección de un lugar así (o termine y dé --folder): ',
  'cli.ask.where.more': 'Dirección de otro lugar (vacío cuando no hay más): ',
  'cli.code.lead':
    'Escriba el código de su hoja, grupo a grupo; los espacios y las mayúsculas no importan, y {$unread :name} está por una letra que no se lee.',
  'cli.ask.groups': 'Grupos {$first :integer} a {$last :integer}: ',
  'cli.ask.correction': '¿Lo dice la hoja, y se toma así?',
  'cli.ask.field': '{$place :place}: {$field :said}: ',
  'cli.declined.paid': 'Sin confirmar, así que no se pagó ni se cambió nada. Responda s, o dé --yes.',
  'cli.declined.changed': 'Sin confirmar, así que no se cambió nada. Responda s, o dé --yes.',
  'cli.declined.correction': 'No se tomó, así que no se cambió nada. Mire otra vez la hoja.',
  'cli.declined.added': 'Sin confirmar, así que no se añadió nada. Responda s, o dé --yes.',
  'cli.declined.sent': 'Sin confirmar, así que no se envió nada. Responda s, o dé --yes.',

  'cli.impossible.pay': 'Este pedido no puede pagarse. No se movió dinero.',
  'cli.impossible.send': 'Esto no puede enviarse. No se movió dinero.',
  'cli.impossible.request': 'Esto no puede solicitarse. No se movió dinero.',
  'cli.impossible.receive': 'Esto no puede hacerse. No se movió dinero.',
  'cli.impossible.deposit': 'Esto no puede pagarse ahora. No se movió dinero.',
  'cli.paid.already': 'Ya está pagado.',
  'cli.paid': 'Pagados {$sum :amount} a {$merchant :said} (comisiones {$fees :amount}).',
  'cli.paid.pending': "El pago aún no es seguro; no se pierde nada. 'holdfast run --until-done' sigue con él.",
  'cli.refund':
    "{$sum :amount} volvieron de {$merchant :said} (comisiones {$fees :amount}, quedan {$total :amount}). 'holdfast run --until-done' los deja listos para gastar.",
  'cli.refund.none':
    '{$merchant :said} aún no ha concedido ningún reembolso de esta compra; no se cambió nada. Pregunte más tarde.',
  'cli.refund.unknown':
    "Aún no se sabe si {$merchant :said} da un reembolso. {$why :said} 'holdfast run --until-done' sigue preguntando.",
  'cli.refund.pending':
    "{$sum :amount} volvieron de {$merchant :said}; {$more :amount} están concedidos y aún sin confirmar. 'holdfast run --until-done' sigue con ello.",
  'cli.forgotten': 'Olvidado aquí.',
  'cli.aborted.sum':
    "Anulado: {$sum :amount}. Lo que vuelve de ello lo deja listo para gastar 'holdfast run --until-done'.",
  'cli.aborted': "Anulado. Lo que vuelve de ello lo deja listo para gastar 'holdfast run --until-done'.",
  'cli.abort.pending':
    "La otra parte aún no ha dicho si es demasiado tarde; no se pierde nada. 'holdfast run --until-done' sigue preguntando.",
  'cli.agreed.done': 'Han llegado {$total :amount}.',
  'cli.agreed.pending': 'Aceptado; sigue por sí solo.',
  'cli.without.done':
    '{$sum :amount} están aquí sin copia: se perderían con este equipo hasta que exista una copia verificada.',
  'cli.without.pending':
    "{$sum :amount} siguen sin copia: se perderían con este equipo hasta que exista una copia verificada. 'holdfast run --until-done' sigue con ello.",
  'cli.deposit': '{$sum :amount} están en camino a {$account :code} (comisiones {$fees :amount}).',
  'cli.deposit.pending':
    "El emisor aún no lo ha confirmado; no se pierde nada. 'holdfast run --until-done' sigue con ello.",
  'cli.peer.push': 'Enviados {$sum :amount} (comisiones {$fees :amount}). Se toman con: {$address :address}',
  'cli.peer.pull': 'Solicitud de {$sum :amount}. Se paga con: {$address :address}',
  'cli.peer.until': 'Hasta el {$until :time}; su número es {$id :code}',
  'cli.peer.received': 'Recibidos {$sum :amount} (comisiones {$fees :amount}).',
  'cli.peer.paid': 'Pagados {$sum :amount} (comisiones {$fees :amount}).',
  'cli.peer.pending': "Aún no es seguro; no se pierde nada. 'holdfast run --until-done' sigue con ello.",
  'cli.peer.starting':
    "El emisor aún no lo ha confirmado; no se pierde nada. 'holdfast run' sigue con ello e imprime su enlace cuando pueda usarse.",

  'cli.place.verified': 'verificado el {$at :time}',
  'cli.place.paid': 'pagado hasta el {$until :day}',
  'cli.place.fee': '{$fee :amount} al año, con lo que cuesta pagarlo nunca más de {$cap :amount}',
  'cli.backup.nowhere':
    "Aún no hay ningún lugar para copias; no se guardó nada. Añada uno con 'holdfast provider add URL'.",
  'cli.backup.incomplete': 'No todos los lugares tienen la copia: {$answers :said}',
  'cli.restore.place': '{$place :place}: {$said :said}',

  'cli.restore.answer': '{$answer :said}.',
  'cli.safety': '{$state :said}. {$said :said}',
  'cli.next.add-money': "Lo siguiente: 'holdfast withdraw IMPORTE --exchange URL'.",
  'cli.next.add-place': "Lo siguiente: 'holdfast provider add URL'.",
  'cli.next.copy-now': "Lo siguiente: 'holdfast backup'; 'holdfast provider list' dice qué responde cada lugar.",
  'cli.next.show-sheet':
    "Lo siguiente: 'holdfast sheet --pdf ARCHIVO', imprímalo y fotografíelo o escriba sus líneas en un archivo: 'holdfast sheet --verify ARCHIVO'.",
  'cli.next.test-sheet':
    "Lo siguiente: 'holdfast sheet --pdf ARCHIVO', imprímalo y fotografíelo o escriba sus líneas en un archivo: 'holdfast sheet --verify ARCHIVO'.",
  'cli.next.print-sheet':
    "Lo siguiente: 'holdfast sheet --pdf ARCHIVO', imprímalo, y 'holdfast sheet --verify ARCHIVO'.",
  'cli.next.decide':
    "Lo siguiente: 'holdfast provider add URL --max-fee IMPORTE' acepta el precio; 'holdfast provider remove URL' prescinde del lugar.",
  'cli.next.continue-here': "Lo siguiente: 'holdfast takeover here' sigue con este dispositivo.",
  'cli.next.rehearse-escrow': "Lo siguiente: 'holdfast escrow status' nombra las vías que ensayar.",
  'cli.next.update-escrow': "Lo siguiente: 'holdfast escrow update'.",
  'cli.next.test-again': "Lo siguiente: 'holdfast drill --sheet ARCHIVO'.",
  'cli.run.behind':
    '.input {$behind :integer} .input {$total :integer} .match $total one {{El lugar para copias aún no tiene las últimas modificaciones.}} * {{{$behind} de {$total} lugares aún no tienen las últimas modificaciones.}}',
  'cli.run.done': 'No queda nada por hacer.',
  'cli.run.pending':
    '.input {$count :integer} .match $count one {{{$count} paso aún está en curso.}} * {{{$count} pasos aún están en curso.}}',
  'cli.run.unfinished': 'No está todo terminado: {$what :said}. No se pierde nada; ejecútelo más tarde.',
  'cli.run.unfinished.cost': 'No está todo terminado: {$what :said}. Ejecútelo más tarde.',

  'cli.drill.place': '{$place :place}: {$brings :said}. {$said :said}',
  'cli.drill.verdict': '{$verdict :said}.',
  'cli.sheet.wrote': 'Escrito {$file :file}. Imprímalo y después borre el archivo.',
  'cli.file.absent': 'No hay ningún archivo {$file :file}. No se abrió ni se cambió nada.',
  'cli.file.directory': '{$file :file} es una carpeta, no un archivo. No se abrió ni se cambió nada.',
  'cli.file.too-long':
    '{$file :file} es mayor que cualquier hoja. No se abrió ni se cambió nada; revise qué archivo es.',
  'cli.file.nobody-writes': 'Nadie escribe en la tubería {$file :file}. No se abrió ni se cambió nada.',
  'cli.file.refused':
    '{$file :file} no pudo leerse: el sistema lo rechaza. No se abrió ni se cambió nada; revise quién puede leerlo.',
  'cli.setAside.done':
    'Los archivos del monedero se guardan en {$folder :file}. Aquí ya no hay ningún monedero: «holdfast restore --sheet ARCHIVO» devuelve el dinero.',
  'cli.unlock.unprotected': 'La hoja abrió este monedero; desde ahora no está bloqueado.',
  'cli.unlock.passphrase':
    'La hoja abrió este monedero; desde ahora lo abre la nueva frase de contraseña, y lo que lo abría antes no.',
  'cli.noWallet':
    'No hay ningún monedero en {$directory :file}. No se creó ni se cambió nada. Revise --data; un monedero nuevo empieza con «exchange add», «withdraw», «restore» o «escrow recover».',
  'cli.usage.data':
    '--data no nombra ninguna carpeta: está vacío, o es de otra persona. No se creó ni se cambió nada; escriba la ruta entera.',
  'cli.passphrase': 'Frase de contraseña: ',
  'cli.passphrase.new': 'Nueva frase de contraseña: ',
  'cli.passphrase.again': 'Otra vez: ',
  'cli.passphrase.needed':
    'Hace falta una frase de contraseña: dé --passphrase-file ARCHIVO (o --unprotected al crear un monedero sin ella). No se cambió nada.',
  'cli.passphrase.empty': 'Una frase de contraseña vacía no protege nada. No se abrió ni se cambió nada.',
  'cli.passphrase.emptyFile': 'El archivo de la frase de contraseña está vacío. No se abrió ni se cambió nada.',
  'cli.passphrase.utf16':
    'El archivo de la frase de contraseña es texto UTF-16, como lo escriben algunos programas de Windows. No se abrió ni se cambió nada; guárdelo como UTF-8.',
  'cli.passphrase.notUtf8':
    'El archivo de la frase de contraseña no es texto UTF-8, así que sus letras no son seguras. No se abrió ni se cambió nada; guárdelo como UTF-8.',
  'cli.passphrase.longFile':
    'El archivo de la frase de contraseña es demasiado largo para una. No se abrió ni se cambió nada; revise qué archivo es.',
  'cli.passphrase.differs': 'Las dos frases de contraseña son distintas. No se cambió nada.',

  'cli.name.wallet': 'Este monedero se llama {$name :name}.',
  'cli.name.place': '{$place :place} es un lugar de este monedero.',
  'cli.name.device': 'Este dispositivo se llama {$name :name}.',
  'cli.device.here': 'este dispositivo',
  'cli.device.leads': 'activo',
  'cli.device.epoch': 'cambio de dispositivo n.º {$number :integer}',
  'cli.takeover.told': 'avisa al otro dispositivo',
  'cli.takeover.later': 'se le avisa más tarde',
  'cli.rekey.again': "Si alguien ha visto también la hoja nueva: 'holdfast rekey --again' hace otro secreto más.",
  'cli.undo.none': 'Aquí no se restauró ni se tomó nada que pueda deshacerse.',
  'cli.abandon.next': "{$said :said} 'holdfast run' sigue con ello.",
  'cli.empty.erased': 'Este monedero se vació y está borrado; su recibo está en {$directory :file}',
  'cli.empty.returned': 'No se tomó todo. {$said :said}',
  'cli.empty.wait': "'holdfast empty --wait' espera a eso y después borra este monedero.",
  'cli.empty.wrote': 'Escrito {$file :file}',
  'cli.empty.nothing': 'Ahora no puede enviarse nada.',
  'cli.empty.nothingHere': '{$exchange :address}: ahora no puede enviarse nada',
  'cli.empty.line':
    '.input {$payments :integer} .match $payments one {{{$exchange :address}: salen {$sum :amount} en {$payments} pago (comisiones {$fees :amount}, en total {$total :amount}); el otro monedero recibe {$arrives :amount}}} * {{{$exchange :address}: salen {$sum :amount} en {$payments} pagos (comisiones {$fees :amount}, en total {$total :amount}); el otro monedero recibe {$arrives :amount}}}',
  'cli.empty.payment': '{$sum :amount} (comisiones {$fees :amount}), hasta el {$until :time}. Se toman con:',
  'cli.empty.state': '{$sum :amount}: {$state :said}',
  'cli.empty.dust': '{$sums :list} vale menos que la comisión de enviarlo.',

  'cli.usage': 'Esta orden se usa así: {$use :said}. No se cambió nada.',
  'cli.usage.value': '{$option :code} necesita un valor.',
  'cli.usage.option': '{$option :code} no es una opción de {$command :code}.',
  'cli.usage.command': '{$command :name} no es una orden.',
  'cli.usage.language': '{$tag :name} no es un idioma (escriba es o en-GB).',
  'cli.usage.help': "{$what :said} No se cambió nada. Vea 'holdfast --help'.",
  'cli.usage.choice': '{$option :code} toma uno de {$choices :said}, o varios separados por comas. No se cambió nada.',
  'cli.usage.day': '{$option :code} toma un día como 2026-12-31. No se cambió nada.',
  'cli.usage.copies': '--copies toma un número entero de 1 a 32. No se cambió nada.',
  'cli.usage.hours': '--hours toma un número entero de 1 a 168, como 6. No se cambió nada.',
  'cli.usage.timeout': '--timeout toma un número de segundos mayor que 0. No se cambió nada.',
  'cli.usage.shares':
    '--shares dice cuántas hacen falta de cuántas, como 2/3: de dos a cinco entre dos y ocho. No se escribió nada.',
  'cli.shares.wrote':
    'Escrito {$file :file}: reparto {$split :code}, {$count :integer} páginas, de las que hacen falta {$needed :integer} cualesquiera. Imprímalo y después borre el archivo; suficientes de sus páginas son el dinero.',
  'cli.shares.printed':
    'Entregado a la impresora: reparto {$split :code}, {$count :integer} páginas, de las que hacen falta {$needed :integer} cualesquiera. Su propia cola puede guardarlas hasta imprimirlas. Después relea {$needed :integer} de ellas: holdfast sheet --verify ARCHIVO --verify ARCHIVO.',
  'cli.shares.in':
    '.input {$got :integer} .match $got one {{Del reparto {$split :code} está introducida la parte {$there :codes}, y hacen falta {$needed :integer}. Ahora la siguiente.}} * {{Del reparto {$split :code} están introducidas las partes {$there :codes}, y hacen falta {$needed :integer}. Ahora la siguiente.}}',
  'cli.print.done':
    'Entregado a la impresora. Su propia cola puede guardar la página hasta imprimirla. Después relea el papel: holdfast sheet --verify ARCHIVO.',
  'cli.print.missing':
    "Este equipo no tiene el programa lp, con el que las páginas van a una impresora. No se imprimió nada; 'holdfast sheet --pdf ARCHIVO' escribe la página en un archivo.",
  'cli.print.none':
    "No hay ninguna impresora puesta como habitual. No se imprimió nada; nombre una: 'holdfast sheet --print IMPRESORA' ('lpstat -e' las enumera).",
  'cli.print.unknown':
    "No hay ninguna impresora {$printer :name}. No se imprimió nada; 'lpstat -e' enumera las que hay.",
  'cli.print.silent': 'El servicio de impresión de este equipo no responde. No se imprimió nada; inténtelo más tarde.',
  'cli.print.refused': 'El servicio de impresión no aceptó la página: {$said :quote}. No se imprimió nada.',
  'cli.usage.paper': '--paper es A4 o Letter. No se escribió nada.',
  'cli.usage.expires': '--expires toma horas o días hasta un año, como 12h o 7d. No se cambió nada.',
  'cli.help.status':
    'status y run imprimen los enlaces de los pagos y solicitudes que siguen abiertos; history --json tiene los números para abort.',
  'cli.help.unlock':
    'unlock abre con su hoja un monedero cuya frase de contraseña se olvidó; --passphrase-file tiene entonces la nueva.',
  'cli.help.exit':
    'Código de salida 0 solo cuando la cosa está hecha. status, backup, sheet --verify, drill, rekey y run --until-done dan 3 cuando está hecha y el dinero no está a salvo: status dice qué hacer. --unprotected guarda la clave junto al monedero.',
};

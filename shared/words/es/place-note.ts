// SPDX-License-Identifier: GPL-3.0-or-later

/** Lo que se dice de un lugar que guarda copias, por qué no dio una respuesta útil, y por qué no se le pagó. */
export const placeNote = {
  'trouble.unreachable': 'No se pudo contactar con él.',
  'trouble.timeout': 'No respondió en {$afterMs :span}.',
  'trouble.server-trouble': 'Tiene problemas propios.',
  'trouble.too-large': 'Su respuesta supera {$limitBytes :bytes}.',
  'trouble.unreadable': 'Su respuesta no se puede leer.',
  'trouble.redirected': 'Envía este monedero a otra parte.',
  'trouble.refused': 'Se niega.',
  'trouble.between':
    'Alguien responde en su lugar: una red que quiere antes un inicio de sesión, un proxy, o un aviso de mantenimiento. No se leyó lo que contiene.',
  'trouble.no-escrow-service': 'No responde como uno.',
  'trouble.no-service': 'No responde como un servicio que guarda copias.',
  'trouble.other-version': 'Habla un lenguaje que este Holdfast no conoce (versión {$version :version}).',
  'trouble.unasked-unchanged': 'Dice «sin cambios» sin que se le haya preguntado.',
  'trouble.bad-signature': 'No acepta la firma de este monedero. ¿Se escribe su dirección como antes?',
  'trouble.damaged-in-transit': 'Lo que se envió llegó dañado, dos veces.',
  'trouble.payment-service-silent': 'Su servicio de pago no responde.',
  'trouble.closing': 'Va a cerrar.',
  'trouble.shut-out.password': 'No acepta el nombre de usuario y la contraseña.',
  'trouble.shut-out.permission': 'No deja que este usuario lea y escriba allí.',
  'trouble.no-address': 'No es una dirección web.',
  'trouble.confirmed-and-lacks': 'Confirmó la copia y no la tiene.',
  'trouble.asks-again': 'Pide un pago una y otra vez.',
  'trouble.asks-for-paid': 'Pide otra vez algo que está pagado.',
  'trouble.contradicts-itself': 'Se contradice sobre lo que tiene.',
  'trouble.unnamed-payment': 'Pide un pago sin decir cuál.',
  'trouble.sealed-by-other': 'Lo que hay allí está dañado o no lo selló este monedero.',
  'trouble.unpacks-too-large': 'Lo que hay allí, al descomprimirse, ocupa más de lo permitido.',
  'trouble.not-confirmed':
    'Solo una copia nombra su dirección, que no está cifrada o está dentro de una red privada. No se envía nada allí hasta que usted lo añada otra vez con esa dirección.',
  'trouble.inner-address': 'Quiere que se le pague en una dirección que no puede nombrar.',
  'trouble.listing-unreadable': 'Su lista de la carpeta no se puede leer.',
  'trouble.folder-too-full': 'La carpeta contiene demasiado. Holdfast necesita una propia.',
  'trouble.answers-page': 'Responde con una página, no como un servidor WebDAV.',
  'trouble.no-such-folder': 'No existe esa carpeta en el servidor.',
  'trouble.no-webdav': 'No habla WebDAV en esta dirección.',
  'trouble.folder-above-missing': 'La carpeta superior no existe.',
  'trouble.changed-meanwhile': 'Lo que hay allí ha cambiado en este momento.',
  'trouble.file-locked': 'Otro programa ha bloqueado allí un archivo.',
  'trouble.storage-full': 'Su almacenamiento está lleno.',
  'trouble.odd-answer': 'Su respuesta no encaja con ninguna pregunta de este monedero.',
  'trouble.redirected-to': 'Envía este monedero a {$to :quote}. Añádalo otra vez con esa dirección si es correcta.',
  'trouble.no-https': 'No es una dirección https.',
  'trouble.neither-service-nor-webdav': 'No responde ni como un servicio que guarda copias ni como una carpeta WebDAV.',
  'trouble.other-login': 'Quiere un inicio de sesión que Holdfast no sabe hacer (solo Basic, por https).',
  'trouble.folder-full': 'El disco de la carpeta está lleno.',
  'trouble.folder-closed.reading': 'La carpeta no deja leer a Holdfast.',
  'trouble.folder-closed.writing': 'La carpeta no deja escribir a Holdfast.',
  'trouble.folder-missing': 'La carpeta no está. ¿Está conectada la unidad?',
  'trouble.folder-failed.reading': 'La carpeta no pudo leerse.',
  'trouble.folder-failed.writing': 'No se pudo escribir en la carpeta.',
  'trouble.folder-own':
    'Es la carpeta del propio monedero: una copia allí se pierde con él. Elija una carpeta en otro disco.',
  'trouble.folder-is-file': 'Es un archivo, no una carpeta.',
  'trouble.folder-lost-marker': 'La carpeta ha perdido su archivo de marca.',
  'trouble.folder-other': 'Ahora hay allí otra carpeta para copias.',
  'trouble.folder-foreign-marker': 'Su archivo de marca no lo escribió Holdfast.',
  'trouble.folder-unknown-here': 'No se sabe dónde está esta carpeta en este equipo. Añada la carpeta otra vez.',
  'trouble.folder-not-intact': 'Ninguna de las {$copies :integer} copias de la carpeta está intacta.',
  'trouble.folder-damaged': 'Las copias de la carpeta están dañadas. Se dejaron como estaban.',
  'trouble.folder-crowded': 'Hay en la carpeta más copias recientes de las que pueden haber escrito unos dispositivos.',
  'trouble.place-busy': 'Otro programa escribe allí en este momento.',
  'trouble.marker-refused': 'Rechaza incluso un archivo pequeño.',
  'trouble.marker-lost': 'Confirmó un archivo pequeño y no lo tiene.',
  'trouble.neither-folder-nor-address': 'No es ni una carpeta que exista ni una dirección web.',
  'trouble.older': '{$text :quote}',

  'ask.no-consent': 'Pide un pago, y no se acordó ningún precio. No se pagó nada; añádalo otra vez para aceptar uno.',
  'ask.fee-above-cap':
    'Ahora pide {$fee :amount} al año, y usted aceptó como máximo {$cap :amount}. No se pagó nada: acepte el nuevo precio, o quítelo.',
  'ask.other-currency':
    'Pide {$fee :amount}, y usted aceptó {$cap :amount}. No se pagó nada; añádalo otra vez para aceptarlo, o quítelo.',
  'ask.costs-too-much':
    'Pagar sus {$fee :amount} requeriría {$total :amount}, comisiones incluidas: más de lo que usted aceptó. No se pagó nada; añádalo otra vez con un límite de al menos {$total :amount}, o use antes importes menores.',
  'ask.order-differs':
    'Anuncia {$announced :amount} al año y pide {$asked :amount}. No se pagó nada; se le pregunta otra vez más tarde. Si sigue así, quítelo.',
  'ask.paid-already':
    'Pide otro pago aunque está pagado hasta el {$until :day}. No se pagó nada; añádalo otra vez para pagar un año más, o quítelo.',
  'ask.paid-unconfirmed':
    'Pagado y no confirmado: este lugar tomó {$taken :amount} por el pedido {$orderId :name} y lo niega. No se le paga nada más por este año. Muéstrele el pedido; añádalo otra vez solo si quiere pagar de nuevo, o quítelo.',
  'ask.clock-differs':
    'El reloj de este equipo dice {$here :time}, y este lugar dice {$there :time}. No se pagó nada: ponga el reloj en hora y el próximo año se pagará a su tiempo. Si el reloj está bien, añada el lugar otra vez.',
  'ask.too-many-orders':
    'Ha pedido un pago tras otro, y ninguno pudo hacerse. No se pagó nada; añádalo otra vez para darle otra oportunidad, o quítelo.',
  'ask.closing': 'Va a cerrar. Elija otro lugar, por favor.',

  'placeNote.found-old-copy':
    'Entregó una copia más antigua que la que había confirmado. La actual se guardó otra vez y se releyó; piense en otro lugar.',
  'placeNote.found-lost': 'Había perdido la copia. Se guardó otra vez y se releyó; piense en otro lugar.',
  'placeNote.renewal': 'El próximo año no pudo pagarse por adelantado. {$why :said}',
  'placeNote.conflict':
    'Otro dispositivo de este monedero guarda copias al mismo tiempo. Ambas se conservan y se juntan en el próximo intento.',
  'placeNote.old-copy':
    'Entrega una copia más antigua que la que confirmó, así que ahora no protege su dinero. Se le pregunta otra vez más tarde.',
  'placeNote.lost': 'Ha perdido la copia. {$why :said}',
  'placeNote.stands-still': 'Este dispositivo no es el activo, así que no guarda nada allí.',
  'placeNote.unpaid': 'Quiere que se le pague antes. {$why :said}',
  'placeNote.paying': 'El pago está en camino; la copia sigue cuando haya llegado.',
  'placeNote.asks': '{$why :said}',
  'placeNote.unopened':
    'Lo que hay allí no se puede abrir. {$why :said} No se usó ni se sobrescribió, y los otros lugares no se ven afectados.',
  'placeNote.legacy-format':
    'Hay allí una copia del monedero de GNU Taler de 2022 (TLRWBK01). No se sobrescribió; «Venir del monedero de GNU Taler» trae su dinero.',
  'placeNote.real-money-there':
    'En la copia que hay allí hay dinero real, añadido en otro dispositivo, y este monedero es de juego: no se juntó nada ni se sobrescribió nada. Deje el dinero de juego en la página «Dinero» y restaure después desde su hoja de recuperación.',
  'placeNote.newer-format':
    'Un Holdfast más nuevo ha escrito allí (formato {$version :integer}). No se sobrescribió; actualice, por favor.',
  'placeNote.too-large':
    'La copia es mayor de lo que acepta este lugar, así que no se envía nada allí hasta que sea menor. Añada otro lugar que acepte mayores; los demás lugares no se ven afectados.',
  'placeNote.half-full':
    'La copia llena el {$percent :integer} % de lo que puede guardarse allí, {$limitBytes :bytes}. Busque a tiempo un lugar con más espacio.',
  'placeNote.nearly-full':
    'La copia llena el {$percent :integer} % de lo que puede guardarse allí, {$limitBytes :bytes}. Añada ya un lugar con más espacio: cuando esté lleno, no se guardará allí nada nuevo.',
  'placeNote.silent': '{$why :said} Eso no significa que la copia haya desaparecido.',
  'placeNote.unverified': 'La copia se guardó pero no pudo releerse. {$why :said}',
  'placeNote.shut-out.password':
    'Ya no acepta el nombre de usuario y la contraseña. Lo que se guarda allí se queda; añádalo otra vez con los correctos, o quítelo.',
  'placeNote.shut-out.permission':
    'No deja que este usuario lea y escriba allí. Lo que se guarda allí se queda; cambie eso en el servidor, o quítelo.',
  'placeNote.needs-newer':
    'Lo añadió un Holdfast más nuevo, y este no sabe hablar con él. No se le preguntó y no recibe copias de aquí; actualice, por favor.',
  'placeNote.not-ours': 'No es uno de los lugares de este monedero, así que no se le envió nada.',
  'placeNote.misbehaved': 'Su respuesta no puede ser correcta. {$why :said}',
  'placeNote.year-over': 'Su año pagado acabó el {$until :day}. Puede borrar la copia en cualquier momento.',
  'placeNote.year-renews':
    'Está pagado hasta el {$until :day}. El próximo año se paga solo antes de eso, y nunca por encima de lo que usted aceptó.',
  'placeNote.year-ends': 'Está pagado solo hasta el {$until :day}.',
  'placeNote.year-ends-in':
    '.input {$days :integer} .match $days one {{Está pagado hasta el {$until :day}: queda {$days} día, y el próximo año aún no está pagado.}} * {{Está pagado hasta el {$until :day}: quedan {$days} días, y el próximo año aún no está pagado.}}',
  'placeNote.year-lacks': 'El próximo año cuesta {$fee :amount}, y aquí solo hay {$have :amount}: añada dinero.',
  'placeNote.older': '{$text :quote}',

  'removal.would-lose': 'Después de esto, se perderían {$lost :said} si este equipo fallara.',
  'removal.last-place': 'Es el último lugar. Después de esto no existe nada del monedero fuera de este equipo.',
  'removal.leaves': 'Después de esto sería así: {$why :said}',
  'removal.too-few':
    'Usted quiere {$wanted :integer} copias; después de esto quedan lugares para {$there :integer}, y el dinero nuevo espera.',
  'removal.sheet-suffices': 'Su hoja comprobada el {$tested :day} lo nombra, y sigue llevando a todo sin él.',
  'removal.sheet-leads-nowhere':
    'Su hoja comprobada el {$tested :day} no nombra ningún otro lugar que tenga una copia: antes imprima una nueva y reléala.',
  'removal.paid-until': 'Está pagado hasta el {$until :day}; nada de eso vuelve.',
  'removal.removed': '{$name :place} ya no recibe copias.',
  'removal.keeps-copy': 'Aún tiene la última copia sellada; nadie más que usted puede abrirla.',
  'removal.keeps-copy+until': 'Está pagado hasta el {$until :day}.',
  'removal.none-left': 'No queda ningún lugar para copias.',
  'removal.none-left+lost': 'Si este disco fallara ahora, se perderían {$lost :said}.',

  'mark.folder-not-here': 'Su carpeta no está aquí.',
  'mark.needs-newer': 'Necesita un Holdfast más nuevo y no se le avisó.',
  'mark.trouble': '{$why :said}',
  'mark.holds-none': 'No tiene ninguna copia.',
  'mark.unopened': 'Su copia no se puede abrir y se dejó como está.',
  'mark.too-large': 'Su copia es demasiado grande para modificarse.',
  'mark.wants-payment': 'Quiere antes que se le pague otra vez, lo que este monedero no hace por otro.',
  'mark.writes-on': 'El otro dispositivo sigue escribiendo allí.',
  'mark.older': '{$text :quote}',
};

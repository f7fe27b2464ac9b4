// SPDX-License-Identifier: GPL-3.0-or-later

/** Varios dispositivos, y la mudanza a otro. */
export const moving = {
  'standing.keep': 'Seguir con este',
  'standing.keep.title': '¿Seguir con este dispositivo?',
  'standing.keep.words':
    'Este dispositivo vuelve a ser el activo. Cualquier otro dispositivo de este monedero deja de gastar en cuanto se entera; el dinero que gastó mientras tanto aparece en el historial.',
  'standing.keep.do': 'Seguir con este',
  'standing.keep.not': 'Dejarlo como está',

  'devices.title': 'Dispositivos',
  'devices.lead':
    'Un monedero pueden conocerlo varios dispositivos. Solo uno de ellos gasta; los otros están detenidos, para que ningún dinero se gaste dos veces.',
  'devices.here': '(este)',
  'devices.lastWrote': 'Última modificación suya: {$at :time}',
  'devices.neverWrote': 'Aún no ha modificado nada',
  'devices.state.active': 'activo',
  'devices.state.superseded': 'detenido',
  'devices.state.leaving': 'se va',
  'devices.state.abandoned': 'se fue',
  'devices.state.taken-over': 'tomado',
  'devices.ways': 'Mudarse',
  'devices.takeover': 'Tomar otro monedero',
  'devices.takeover.words': 'Su hoja de recuperación trae aquí su dinero. Aquel monedero deja de usarse.',
  'devices.takeover.open': 'Tomar',
  'devices.empty': 'Vaciar a un teléfono',
  'devices.empty.words': 'Lo envía todo a cualquier monedero Taler con códigos QR, y después borra este.',
  'devices.empty.open': 'Vaciar',
  'devices.abandon': 'Dejar este monedero',
  'devices.abandon.words': 'Deja de usarlo aquí, para que otro dispositivo pueda tomarlo sin conflicto.',
  'devices.abandon.open': 'Dejar',

  'takeover.title': 'Tomar un monedero',
  'takeover.lead': 'La hoja de recuperación de otro monedero, por ejemplo de un equipo antiguo, trae aquí su dinero.',
  'takeover.continues':
    'Si este monedero está vacío y no guarda copias, el otro sigue aquí tal como es: su hoja sigue valiendo, y cualquier otro que la tenga también puede gastar el dinero. Si aquí hay dinero, el del otro se paga a este monedero; antes se muestran el importe y el coste.',
  'takeover.joins':
    'Este monedero guarda copias propias. El dinero del otro se le paga, de modo que la otra hoja ya no llega a él; antes se muestran el importe y el coste. El otro monedero queda marcado como tomado.',
  'takeover.do': 'Tomar',
  'takeover.pending':
    'Se pregunta a cada lugar y después se paga el dinero. Puede tardar unos minutos; no se pierde nada si se interrumpe.',
  'takeover.even.words': 'Puede tomarlo de todos modos, por ejemplo si ese dispositivo se perdió.',
  'takeover.even.do': 'Tomarlo de todos modos',
  'takeover.agree.title': '¿Pagar su dinero a este monedero?',
  'takeover.agree.do': 'Tomarlo y pagarlo',
  'takeover.marked': '¿Se enterarán los dispositivos del otro monedero?',
  'takeover.marked.done': 'Avisado',
  'takeover.marked.not': 'Aún no',

  'abandon.title': 'Dejar este monedero',
  'abandon.lead':
    'Para cuando su dinero sigue en otra parte: en otro dispositivo suyo, o con alguien a quien se lo da con su hoja.',
  'abandon.first': 'Anunciarlo',
  'abandon.first.words':
    'Una última copia de todo se guarda en suficientes lugares, marcada como «se va». Desde entonces aquí no se gasta nada.',
  'abandon.second': 'Hacerlo definitivo',
  'abandon.second.words':
    'Cuando las copias están verificadas, se marcan como «se fue», y el secreto de recuperación se borra en este equipo.',
  'abandon.after':
    'El dinero espera entonces en las copias a quien tome el monedero con la hoja de recuperación. Sin la hoja no puede nadie.',
  'abandon.noBackup':
    'Aún no hay ninguna copia que otro dispositivo pudiera tomar: añada antes un lugar para copias, o vacíe el monedero a un teléfono.',
  'abandon.open': 'Dejar este monedero …',
  'abandon.confirm.title': '¿Dejar este monedero?',
  'abandon.confirm.words':
    'Asegúrese de que la hoja de recuperación está en buenas manos: después ya no puede mostrarse aquí. Hasta que acabe el segundo paso aún puede conservar este dispositivo.',
  'abandon.do': 'Dejarlo',

  'empty.title': 'Vaciar a un teléfono',
  'empty.lead': 'Todo lo que hay en este monedero pasa a otro monedero Taler, con códigos que el teléfono escanea.',
  'empty.how':
    'Holdfast pone todo el dinero en pagos, normalmente uno por emisor, cada uno tan grande como lo permiten sus comisiones. El teléfono los toma uno a uno. Lo que no se tome a tiempo vuelve. Solo cuando se ha tomado todo puede borrarse este monedero, con un recibo.',
  'empty.begin.words':
    'Ningún dinero sale del todo antes de que se escanee un código. Tenga listo el teléfono; cada código es dinero para quien lo vea.',
  'empty.paid': '{$place :place} está pagado hasta el {$until :day}; nada de eso se devuelve.',
  'empty.begin': 'Hacer los códigos',
  'empty.again': 'Enviar el resto',
  'empty.begin.sum': 'Hacer los códigos para {$sums :said}',
  'empty.again.sum': 'Enviar el resto: {$sums :said}',
  'empty.hours': 'Pueden tomarse durante',
  'empty.code': 'Escanee esto con el otro monedero',
  'empty.code.of': 'Escanee esto con el otro monedero: código {$at :integer} de {$of :integer}',
  'empty.code.more':
    '.input {$count :integer} .match $count one {{Después viene {$count} código más}} * {{Después vienen {$count} códigos más}}',
  'empty.taken': 'Códigos tomados por el otro monedero: {$taken :integer} de {$of :integer}',
  'empty.taken.label': 'Tomado por el otro monedero',
  'empty.closed': 'Hecho',
  'empty.sent': 'Enviado',
  'empty.summary': 'Todo lo de un monedero',
  'empty.fees': 'Comisiones',

  'emptyQuote.nothing': 'Aquí no hay nada que pueda enviarse ahora.',
  'emptyQuote.none': 'Ahora no puede enviarse nada desde aquí.',
  'emptyQuote.payments': 'Códigos por escanear',
  'emptyQuote.fees': 'Comisiones',
  'emptyQuote.total': 'Sale de este monedero',
  'emptyQuote.dust': '{$sum :amount} no valen la comisión de enviarlos, y se pierden cuando se borre este monedero.',
  'emptyQuote.later':
    '{$sum :amount} aún no pueden enviarse y se quedan: están en camino, o no valen el tiempo suficiente.',
  'emptyQuote.underWay': 'Algo aún está en curso. Lo que aporte no forma parte de esto; puede enviarse después.',

  'empty.left': 'Aún aquí',
  'empty.dust': 'No vale su comisión',
  'empty.stop': 'Dejar de vaciar',
  'empty.stop.words': 'Los códigos que ya existen siguen valiendo hasta que caduquen; después vuelve su dinero.',
  'empty.finish.words':
    'Los lugares reciben una última copia que dice «vaciado»; después el monedero se borra en este equipo y se escribe un recibo.',
  'empty.finish.open': 'Terminar …',
  'empty.finish.title': '¿Borrar el monedero vaciado?',
  'empty.finish.confirm':
    'Se tomó todo. Después de esto el monedero ya no está en este equipo, y su hoja de recuperación no abre nada de valor.',
  'empty.finish.dust': '{$sums :list} es menos de lo que cuesta enviarlo, y se abandona.',
  'empty.finish.typed': 'borrar este monedero',
  'empty.finish.do': 'Dejar y borrar',

  'emptied.title': 'Este monedero se vació',
  'emptied.lead': 'Se ha borrado aquí. Esto es lo que fue a cada sitio.',
  'emptied.receipt': 'Recibo',
  'emptied.files': 'El recibo se guarda como',
  'emptied.done': 'Listo',
};

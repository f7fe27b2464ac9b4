// SPDX-License-Identifier: GPL-3.0-or-later

/** Lo seguro que está el dinero, qué hacer después, y qué mostró la relectura de una hoja. */
export const safety = {
  'chain.label': 'Cómo se guarda este monedero',
  'chain.here': 'Este equipo',
  'chain.noPlace': 'Aún ningún lugar',
  'chain.places': '.input {$places :integer} .match $places one {{{$places} lugar}} * {{{$places} lugares}}',
  'chain.counted':
    '.input {$places :integer} .match $places one {{{$counted :integer} de {$places} lugar}} * {{{$counted :integer} de {$places} lugares}}',
  'chain.paper': 'Su hoja',
  'chain.noCopy': 'sin copia',
  'chain.copied': 'copia del {$at :time}',
  'chain.untested': 'sin comprobar',
  'chain.tested': 'comprobada el {$at :day}',
  'chain.sheetTested': 'hoja comprobada el {$at :day}',

  'safetyState.nothing': 'Aún no hay nada',
  'safetyState.not-protected': 'Sin proteger',
  'safetyState.at-risk': 'En peligro',
  'safetyState.payment-due': 'Pago pendiente',
  'safetyState.stopped': 'Detenido aquí',
  'safetyState.syncing': 'Guardando',
  'safetyState.protected': 'Protegido',

  'safetyStep.add-money': 'Añadir dinero',
  'safetyStep.add-place': 'Añadir un lugar para copias',
  'safetyStep.copy-now': 'Hacer copias ahora',
  'safetyStep.show-sheet': 'Mostrar la hoja de recuperación',
  'safetyStep.test-sheet': 'Releer la hoja',
  'safetyStep.print-sheet': 'Imprimir una hoja nueva',
  'safetyStep.decide': 'Decidir',
  'safetyStep.continue-here': 'Continuar aquí',
  'safetyStep.rehearse-escrow': 'Ensayar la custodia',
  'safetyStep.update-escrow': 'Actualizar la custodia',
  'safetyStep.test-again': 'Comprobar la hoja otra vez',

  'safety.nothing': 'Añada dinero para empezar.',
  'safety.no-money': 'Aquí todavía no hay dinero. Las copias y una hoja releída lo protegerán en cuanto llegue.',
  'safety.no-place':
    'Si este equipo fallara ahora, se perderían {$lost :said}: no se guarda ninguna copia en ningún lugar.',
  'safety.no-copy':
    'Si este equipo fallara ahora, se perderían {$lost :said}: ningún lugar tiene una copia verificada.',
  'safety.no-paper':
    'Si este equipo fallara ahora, se perderían {$lost :said}: las copias solo se abren con una hoja de recuperación, y aquí aún no se ha releído ninguna.',
  'safety.only-here':
    '{$lost :said} de {$all :said} están solo en este equipo. La última copia verificada es del {$at :time}.',
  'safety.paper-outdated':
    'Lo que releyó el {$tested :day} no lleva a ninguna copia. Relea una hoja entera, con sus direcciones, o imprima una nueva.',
  'safety.paper-outdated+lost': 'Si este equipo fallara ahora, se perderían {$lost :said}.',
  'safety.paper-behind':
    'La hoja que comprobó el {$tested :day} no devuelve {$lost :said}: ese dinero está solo en copias de lugares que ella no nombra.',
  'safety.escrow-outdated': 'La custodia que ensayó el {$tested :day} no lleva a ninguna copia. Actualícela.',
  'safety.escrow-outdated+lost': 'Si este equipo fallara ahora, se perderían {$lost :said}.',
  'safety.escrow-behind':
    'La custodia que ensayó el {$tested :day} no devuelve {$lost :said}: ese dinero está solo en copias de lugares que ella no nombra.',
  'safety.unread':
    'Desde que se restauró este monedero no se ha leído nada en {$places :places}. Lo que solo esas copias contienen aún no está aquí, y no cuentan.',
  'safety.copy-gone': 'La copia que había allí ha desaparecido: {$places :places}.',
  'safety.drill-failed': 'El simulacro del {$at :time} no devolvió lo que debía.',
  'safety.drill-failed+lacking': 'Faltó: {$lacking :said}.',
  'safety.drill-failed+places': 'Lo que se guardaba allí ha desaparecido o es demasiado antiguo: {$places :places}.',
  'safety.all-silent':
    '.input {$places :integer} .match $places one {{El lugar que guarda las copias no responde. Lo que tenía se releyó por última vez el {$at :time}.}} * {{Ninguno de los {$places} lugares que guardan copias responde. Lo que tenían se releyó por última vez el {$at :time}.}}',
  'safety.too-few-places':
    '.input {$there :integer} .match $there one {{Usted quiere {$wanted :integer} copias y hay {$there} lugar.}} * {{Usted quiere {$wanted :integer} copias y hay {$there} lugares.}}',
  'safety.long-unread':
    'Para {$thin :said} cuentan muy pocas copias: lo que hay en {$places :places} se releyó por última vez el {$at :day} y puede haber desaparecido desde entonces.',
  'safety.too-few-copies': '{$thin :said} están en menos copias que las {$wanted :integer} que usted quiere.',
  'safety.place-asks': '{$place :place}: {$why :said}',
  'safety.year-over':
    '{$place :place} prometió guardar la copia hasta el {$until :day}. Puede borrarse allí cualquier día y no cuenta.',
  'safety.year-ends':
    '.input {$days :integer} .match $days one {{{$place :place} está pagado hasta el {$until :day}: queda {$days} día, y el próximo año aún no está pagado.}} * {{{$place :place} está pagado hasta el {$until :day}: quedan {$days} días, y el próximo año aún no está pagado.}}',
  'safety.stands-still': '{$standing :said}',
  'safety.saving':
    'Se está guardando la última modificación; puede tardar unos minutos. Todo el dinero está ya en una copia.',
  'safety.protected':
    '.input {$places :integer} .match $places one {{Todo el dinero está en una copia en {$places} lugar, releída el {$at :time}; hoja comprobada el {$tested :day}.}} * {{Todo el dinero está en copias en {$places} lugares, releídas el {$at :time}; hoja comprobada el {$tested :day}.}}',
  'safety.protected+away':
    '.input {$away :integer} .match $away one {{No se llega ahora a ese lugar.}} * {{No se llega ahora a ninguno de ellos.}}',
  'safety.protected-by-escrow':
    '.input {$places :integer} .match $places one {{Todo el dinero está en una copia en {$places} lugar, releída el {$at :time}; custodia ensayada el {$tested :day}.}} * {{Todo el dinero está en copias en {$places} lugares, releídas el {$at :time}; custodia ensayada el {$tested :day}.}}',
  'safety.protected-by-escrow+away':
    '.input {$away :integer} .match $away one {{No se llega ahora a ese lugar.}} * {{No se llega ahora a ninguno de ellos.}}',
  'safety.lost-arriving':
    'De ello, {$sums :said} aún están llegando y se perderían con él, porque solo este equipo puede recogerlos.',
  'safety.waits-for-place':
    'El dinero que está llegando espera en su emisor hasta que usted añada un lugar para copias.',
  'safety.waits-for-copy': 'El dinero que está llegando espera en su emisor hasta que haya una copia.',
  'safety.not-saved':
    'Las modificaciones posteriores del historial aún no están guardadas; la copia más reciente es del {$at :time}.',
  'safety.not-connected': '{$place :place} no está conectado; su contenido se releyó el {$at :time}.',
  'safety.not-answering': '{$place :place} no responde desde el {$since :time}; su contenido se releyó el {$at :time}.',
  'safety.paper-lacks': 'Su hoja del {$tested :day} sigue llevando a todo; no conoce {$places :places}.',
  'safety.drill-again':
    'Si todo puede recuperarse se probó por última vez el {$at :day}: busque su hoja y compruebe otra vez la copia de seguridad.',
  'safety.paper-alone-lacks': 'Su hoja del {$tested :day} por sí sola no devuelve {$lost :said}; la custodia sí.',
  'safety.rehearse-again': 'La custodia se ensayó por última vez el {$tested :day}: pruebe otra vez sus vías.',
  'safety.escrow-unrehearsed':
    '.input {$ways :integer} .match $ways one {{Hay una custodia. Pruebe una más de sus vías y contará como una hoja releída.}} * {{Hay una custodia. Pruebe {$ways} más de sus vías y contará como una hoja releída.}}',
  'safety.escrow-not-current':
    'Hay una custodia, pero ninguno de sus lugares tiene lo que este monedero necesita ahora, así que no cuenta.',
  'safety.escrow-newer':
    'Hay una custodia que necesita un Holdfast más nuevo. Se conserva como está, y aquí no cuenta.',
  'safety.test-again': 'La hoja se comprobó por última vez el {$tested :day}: búsquela y reléala.',

  'sheetTest.brings-all': 'Esta hoja lo devuelve todo.',
  'sheetTest.not-all': 'Es la hoja correcta, pero no devuelve {$lost :said}.',
  'sheetTest.leads-nowhere':
    'Es el secreto correcto, pero ningún lugar nombrado aquí tiene ahora una copia. Imprima la hoja de hoy y relea esa.',
  'sheetTest.names-none':
    'Es el secreto correcto, pero sin ninguna dirección. Reléala otra vez, con las direcciones que están debajo de los grupos.',
  'sheetTest.leads-to': 'Lleva a {$places :places}.',
  'sheetTest.code-alone':
    'Esta vez solo se leyó el código. Que su página nombra estos lugares se vio cuando se releyó la página entera.',
  'sheetTest.does-not-know': 'No conoce {$places :places}, que usted añadió después.',
  'sheetTest.still-all': 'Su hoja comprobada el {$tested :day} aún lo devuelve todo.',
  'sheetTest.still-not-all':
    'Su hoja comprobada el {$tested :day} no devuelve {$lost :said}. Imprima una nueva y reléala.',
  'sheetTest.leads-nowhere-now':
    'Su hoja comprobada el {$tested :day} ya no lleva a ninguna copia. Imprima una nueva y reléala.',
  'sheetTest.names-former': 'Todavía nombra {$places :places}, donde ya no van copias.',
};

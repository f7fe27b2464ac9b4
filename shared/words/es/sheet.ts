// SPDX-License-Identifier: GPL-3.0-or-later

/** La hoja de recuperación, y el regreso del dinero con ella. */
export const sheet = {
  'sheet.title': 'Hoja de recuperación',
  'sheet.lead': 'Una página de papel que lo devuelve todo, en cualquier equipo.',
  'sheet.uninitialized': 'Aún no hay nada que poner en una hoja: su código se crea con el primer lugar para copias.',
  'sheet.toBackup': 'Añadir un lugar',
  'sheet.point.owner': 'Quien lea la hoja es dueño del dinero.',
  'sheet.point.nobody': 'Nadie se la pedirá nunca: ningún banco, ninguna tienda, ningún servicio de ayuda.',
  'sheet.point.around':
    'Mire a su alrededor antes de mostrarla. Se oculta sola a los diez minutos y cuando deje esta página.',
  'sheet.point.asked': 'Su sistema le pregunta otra vez, fuera de esta página. La hoja solo se muestra si acepta allí.',
  'sheet.reveal': 'Mostrar la hoja',
  'sheet.hide': 'Ocultar',
  'sheet.print': 'Imprimir',
  'sheet.save': 'Guardar como PDF',
  'sheet.paper.A4': 'Papel: A4',
  'sheet.paper.Letter': 'Papel: carta',
  'sheet.print.first':
    'Imprimir no deja ningún archivo en este equipo. Un archivo puede copiarlo cualquier programa, y una carpeta sincronizada: quien pueda leerlo tiene el dinero.',
  'sheet.print.done': 'Entregado a la impresora. Oculte la hoja aquí y relea el papel.',
  'sheet.printed':
    'Guardado como {$file :file}. Imprímalo, oculte la hoja aquí y relea el papel. Guarde bien el papel y después borre el archivo: quien lo lea es dueño del dinero.',
  'sheet.test.title': 'Releer la hoja',
  'sheet.test.words':
    'Una hoja cuenta cuando se ha releído: tome el papel, no esta pantalla, y muéstrelo a la cámara, abra una foto o un PDF de él, o escriba sus grupos. Entonces se pide a cada lugar su copia, se restaura todo como prueba, y usted ve qué volvería. Aquí no cambia nada, y no se sube nada.',
  'sheet.test.never': 'Aún no se ha releído ninguna hoja de este monedero.',
  'sheet.test.elsewhere': '¿Tiene ya una hoja de este monedero en papel?',
  'sheet.test.last': 'Releída por última vez el {$at :day}.',
  'sheet.test.help':
    'Todo lo que está en la página, o una parte tras otra. Las mayúsculas, los espacios y los números de línea no importan.',
  'sheet.test.lines':
    'El código está introducido. Falta aún dónde están las copias: escriba las direcciones que están en la página debajo de los grupos y compruebe otra vez. Aún no se comprobó nada, y a su hoja no le pasa nada.',
  'sheet.test.do': 'Comprobar esta hoja',

  'paper.title': 'Hoja de recuperación de Holdfast',
  'paper.what': 'Esta página abre un monedero con dinero. Guárdela donde guarda lo valioso. Nadie se la pedirá nunca.',
  'paper.wallet': 'Monedero',
  'paper.date': 'Fecha',
  'paper.number': 'Hoja',
  'paper.secret': 'Secreto de recuperación, en grupos numerados',
  'paper.asks': '(pide su nombre de usuario y su contraseña, que no están en esta página)',
  'paper.providers': 'Guardan las copias',
  'paper.text': 'Texto de recuperación',
  'paper.preview':
    '.input {$count :integer} .match $count one {{Esta es la página tal como se imprimirá.}} * {{Estas son las {$count} páginas tal como se imprimirán.}}',
  'paper.preview.whole': 'Ver la página entera',
  'paper.preview.large': 'Ver en grande',
  'paper.preview.page': 'Página {$at :integer} de {$of :integer}',

  'split.title': 'Repartir la hoja en partes',
  'split.words':
    'En vez de una página que lo abre todo puede tener varias, de las que solo algunas juntas lo hacen. Déselas a personas o póngalas en sitios que no tengan nada que ver entre sí.',
  'split.count': 'Páginas en total',
  'split.needed': 'Necesarias para recuperar el dinero',
  'split.many': '{$count :integer} páginas',
  'split.any': '{$count :integer} cualesquiera de ellas',
  'split.together':
    '{$needed :integer} cualesquiera de las {$count :integer} páginas juntas son el dinero: quien tenga tantas lo tiene.',
  'split.lose':
    '.input {$count :integer} .match $count one {{Puede perder {$count} página.}} * {{Puede perder {$count} páginas.}}',
  'split.loseNone': 'No puede perder ninguna: si se pierde una página, estas páginas no devuelven nada.',
  'split.fewer':
    '.input {$count :integer} .match $count one {{Una página sola no revela nada, a nadie, tenga los equipos que tenga.}} * {{{$count} páginas o menos no revelan nada, a nadie, tenga los equipos que tenga.}}',
  'split.voidsNothing':
    'Las hojas y partes que se hicieron antes siguen valiendo igual: quien tenga suficientes aún tiene el dinero. Solo un secreto nuevo acaba con eso.',
  'split.do': 'Hacer {$count :integer} páginas',
  'split.made': 'Partes que se hicieron aquí',
  'split.made.one': 'Reparto {$split :code} del {$at :day}: {$needed :integer} cualesquiera de {$of :integer} páginas.',
  'split.made.untested': 'Nunca se releyó.',
  'split.made.tested': 'Releído por última vez el {$at :day}.',
  'split.shown':
    'Reparto {$split :code}: {$count :integer} páginas, de las que hacen falta {$needed :integer} cualesquiera.',
  'split.shown.words':
    'Se muestran una vez: imprímalas o guárdelas ahora. Después ocúltelas y relea {$needed :integer} de las páginas, para saber que son correctas, y lleve cada una a un sitio distinto.',
  'split.printed':
    'Guardado como {$file :file}. Imprímalo y relea el papel. Después borre el archivo: quien lea suficientes de estas páginas es dueño del dinero.',
  'split.back': 'Volver a la hoja entera',
  'split.print.done': 'Entregado a la impresora. Oculte aquí las páginas y relea {$needed :integer} de ellas.',
  'split.print.first':
    'Imprimir no deja ningún archivo en este equipo. Un archivo puede copiarlo cualquier programa, y una carpeta sincronizada: quien tenga {$needed :integer} de estas páginas tiene el dinero.',
  'split.printOne': 'Imprimir solo la página {$number :integer}',
  'split.saveOne': 'Guardar solo la página {$number :integer} como PDF',
  'share.title': 'Parte {$share :integer} de {$of :integer} de una hoja de recuperación de Holdfast',
  'share.what':
    'Sola, esta página no revela nada. {$needed :integer} cualesquiera de estas páginas juntas abren un monedero con dinero.',
  'share.split': 'Reparto',
  'share.code': 'Esta parte, en grupos numerados',

  'restore.title': 'Restaurar',
  'restore.lead':
    'Se pregunta a la vez a todos los lugares de la hoja. Lo que tienen se junta con lo que hay aquí; no se sobrescribe nada.',
  'restore.initialized':
    'Este monedero ya guarda copias propias, así que no se puede restaurar otro en él. Restaure en un monedero nuevo, o borre antes este.',
  'restore.toTakeover': 'Mejor tomar el otro monedero: su dinero se une a este',
  'restore.toComputer': 'Borrar este monedero',
  'restore.text': 'Texto de recuperación',
  'restore.text.help':
    'Pegue todo lo que está en la página, una debajo de otra tantas partes como hagan falta, o un enlace taler://restore/…. Las mayúsculas, los espacios y los números de línea no importan.',
  'restore.folders': 'Carpetas con copias',
  'restore.folders.help': 'Si hay una copia en una carpeta o en una memoria USB, diga dónde está en este equipo.',
  'restore.places': 'Dónde se guardan las copias',
  'restore.places.help':
    'El código solo no lo dice. Una dirección en cada línea, como https://sync.example.org/; nada aquí si señala una carpeta.',
  'restore.asks': 'Lugares que preguntan quién es usted',
  'restore.asks.help':
    'La hoja no contiene esto. Déjelo vacío donde cualquiera puede leer, o cuando otra copia lo sabe.',
  'restore.addFolder': 'Elegir una carpeta',
  'restore.dropFolder': 'Omitir',
  'restore.dropFolder.label': 'Omitir: {$folder :file}',
  'restore.do': 'Restaurar',
  'restore.pending':
    'Se pregunta a cada lugar y después se comprueba con los emisores que el dinero sigue valiendo. Puede tardar un minuto.',
  'restore.leave': 'Dejar de esperar: a la página «Dinero». Sigue por sí solo.',
  'restore.under':
    'Un monedero iba a volver aquí, y todavía no ha llegado nada de él. Siga allí antes de añadir dinero: un monedero con dinero propio no vuelve sin más.',
  'restore.keepEmpty': 'Quedarse mejor con este monedero vacío',
  'restore.again':
    'Usted empezó a recuperar un monedero aquí, y todavía no ha llegado nada de él. La hoja no se guarda en este equipo: introdúzcala otra vez.',
  'restore.progress.places': 'Quién responde',
  'restore.progress.money': 'Aquí hasta ahora',
  'restore.progress.joined': 'Este dinero ya puede verse y usarse; el resto sigue al mismo tiempo.',
  'restore.progress.issuers': 'Comprobando con los emisores',
  'restore.asking': 'Preguntando',
  'restore.asking.why': 'Aún sin respuesta.',
  'issuer.checking': 'Comprobando',
  'issuer.done': 'Comprobado',
  'issuer.silent': 'No responde',
  'issuer.progress':
    '.input {$checked :integer} .input {$of :integer} .match $of one {{{$checked} de {$of} pieza de dinero comprobada.}} * {{{$checked} de {$of} piezas de dinero comprobadas.}}',
  'issuer.silent.why': 'No responde. Lo que emitió se queda aquí, y se comprueba otra vez por sí solo.',
  'restore.sources': 'Quién respondió',
  'restore.copyFrom': 'Su copia es del {$at :time}.',
  'restore.coins': 'Comprobado con los emisores',
  'restore.coinsChecked':
    '.input {$count :integer} .match $count one {{Se comprobó {$count} pieza de dinero.}} * {{Se comprobaron {$count} piezas de dinero.}}',
  'restore.coinsNoneSpent':
    '.input {$count :integer} .match $count one {{No se había gastado en otra parte.}} * {{Ninguna se había gastado en otra parte.}}',
  'restore.nobodyChecked':
    'Aún no se ha comprobado nada: no respondió ningún emisor. Se intenta otra vez automáticamente.',
  'restore.nothingToCheck': 'No había dinero que comprobar.',
  'restore.coinsSpent':
    '.input {$count :integer} .match $count one {{{$count} se había gastado en otra parte; el historial la muestra.}} * {{{$count} se habían gastado en otra parte; el historial las muestra.}}',
  'restore.exchangesSilent':
    'Estos emisores no respondieron, así que su dinero aún no está comprobado. Se comprueba otra vez por sí solo: {$exchanges :places}.',
  'restore.toOverview': 'Ir a la página «Dinero»',

  'answer.found': 'Encontrada',
  'answer.found.why': 'Tiene una copia de este monedero.',
  'answer.empty': 'Vacío',
  'answer.empty.why': 'Respondió, y no tiene nada de este monedero.',
  'answer.silent': 'No responde',
  'answer.silent.why': 'No respondió. Puede que aún tenga una copia.',
  'answer.unusable': 'Inservible',
  'answer.unusable.why': 'Respondió con algo que este monedero no puede abrir.',
};

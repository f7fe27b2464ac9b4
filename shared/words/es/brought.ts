// SPDX-License-Identifier: GPL-3.0-or-later

/** El dinero que viene del monedero de GNU Taler. */
export const brought = {
  'import.title': 'Venir del monedero de GNU Taler',
  'import.lead':
    'Trae a este el dinero del monedero de GNU Taler. Primero se muestra qué hay; no se cambia nada hasta que usted acepte.',
  'import.text': 'Su enlace o texto de recuperación',
  'import.text.help':
    'El enlace empieza por taler://recovery o taler://restore. También puede pegar aquí su texto de recuperación y su copia sin cifrar (JSON).',
  'import.file': 'O un archivo',
  'import.file.taken': 'El archivo',
  'import.file.choose': 'Elegir un archivo …',
  'import.file.given': 'Se leyó, y es demasiado largo para mostrarlo.',
  'import.file.chosen': 'Se leyó {$file :file}.',
  'import.file.drop': 'Tomar otro',
  'import.file.large':
    'Este archivo es mayor que cualquier monedero (como máximo {$limit :bytes}), así que no se leyó.',
  'import.file.empty': 'Este archivo está vacío. No se cambió nada; sáquelo otra vez de aquel monedero.',
  'import.file.unread': 'Este archivo no se puede leer.',
  'import.secret': 'El enlace que abre esta copia',
  'import.secret.help': 'La copia está sellada. La abre su enlace, su texto de recuperación o su secreto.',
  'import.look': 'Ver qué contiene',
  'import.looking': 'Mirando …',
  'import.found': 'Qué contiene',
  'import.written': 'Escrito el {$at :time}.',
  'import.byTheCopy': 'Esto es lo que dice la copia. Qué de ello puede usarse aún se pregunta a sus emisores.',
  'import.issuer': '{$there :amount} en {$issuer :place}',
  'import.issuer.coins': 'Piezas sin usar: {$coins :integer}.',
  'import.issuer.incoming': 'De ello, {$sum :amount} están en camino y se recogen aquí.',
  'import.counts': 'Pagos: {$payments :integer}. Retiradas: {$withdrawals :integer}.',
  'import.empty': 'No contiene dinero.',
  'import.here': 'Todo se trajo ya antes. Hacerlo otra vez no cambia nada.',
  'import.bad': 'Lo que no puede traerse tal como está',
  'import.bad.line': 'N.º {$at :integer}: {$what :said}',
  'import.places': 'Sus lugares para copias',
  'import.places.help':
    'Aquel monedero guarda copias en estos lugares. Holdfast no los usa por sí solo; puede añadirlos en «Protección».',
  'import.stop':
    'Deje antes de usar ese otro monedero, esté donde esté. Aún tiene las claves de este dinero hasta que se haya pagado a este monedero.',
  'import.do': 'Traerlo',
  'import.pending': 'Trayéndolo …',
  'import.ask.title': '¿Lo acepta?',
  'import.agree': 'Sí, traerlo',
  'import.toSheet': 'A la hoja de recuperación',
  'import.link': 'Venir del monedero de GNU Taler …',

  'brought.exchanges': 'El nombre de un emisor. {$why :said} {$stake :said}',
  'brought.exchange_details': 'Un emisor con su dinero. {$why :said} {$stake :said}',
  'brought.denominations': 'Una clase de dinero. {$why :said} {$stake :said}',
  'brought.coins': 'Una pieza de dinero. {$why :said} {$stake :said}',
  'brought.withdrawal_groups': 'Una retirada. {$why :said} {$stake :said}',
  'brought.refresh_groups': 'Un cambio de dinero. {$why :said} {$stake :said}',
  'brought.purchases': 'Un pago. {$why :said} {$stake :said}',
  'brought.tips': 'Un regalo de una tienda. {$why :said} {$stake :said}',
  'brought.recoup_groups': 'Una devolución de dinero. {$why :said} {$stake :said}',
  'brought.others': 'Anotaciones que Holdfast no conoce, llamadas {$name :code}. Si de ellas depende dinero, no llega.',
  'brought.backup_providers': 'Un lugar para copias. {$why :said} {$stake :said}',
  'broughtWhy.unreadable': 'Está dañado.',
  'broughtWhy.unsigned': 'Le falta la firma correcta.',
  'broughtWhy.age-restricted': 'Necesita una prueba de edad, que la copia no guarda.',
  'broughtWhy.twice': 'Está dos veces.',
  'broughtWhy.refers-to-nothing': 'Falta algo que forma parte de ello.',
  'broughtWhy.no-longer-possible': 'Ya no lo entrega nadie.',
  'broughtStake.nothing': 'De ello no depende ningún dinero.',
  'broughtStake.asked-again': 'Se pide otra vez a su emisor.',
  'broughtStake.asked-again+sum': 'Vale {$sum :amount}.',
  'broughtStake.comes-anyway': 'Su dinero llega de todos modos.',
  'broughtStake.comes-anyway+sum': 'Vale {$sum :amount}.',
  'broughtStake.money': 'De ello depende dinero que no llega con esta copia.',
  'broughtStake.money+sum': 'Vale {$sum :amount}.',

  'restored.brought-in': 'Se trajo lo que hay en aquel monedero.',
  'restored.brought-in+total': 'Este monedero tiene ahora {$total :said}.',
  'restored.brought-own-secret':
    'Este monedero tiene ahora un secreto propio, de 64 bytes; el del otro monedero aquí no abre nada. Imprima su hoja de recuperación.',
  'restored.brought-nothing-new': 'Todo se trajo ya antes, así que no se cambió nada.',
  'restored.brought-short':
    'Anotaciones que no pudieron traerse tal como están: {$bad :integer}. De {$money :integer} de ellas depende dinero que no llega.',

  'failure.import-asks':
    'Según su copia, aquel monedero tiene {$there :said}, en {$issuers :hosts}. Se paga a este monedero, porque si no podría gastarlo el otro programa. Deje de usarlo allí. Esto no puede deshacerse. Aún no se cambió nada.',
  'failure.import-asks+fees': 'Pagarlo cuesta hasta {$fees :said}.',
  'failure.import-asks+stays':
    '{$stays :said} de ello no pueden pagarse ahora, y el otro programa puede gastarlos también después.',
  'failure.import-asks+silent':
    '{$silent :hosts} no respondió, así que lo que hay allí no puede pagarse ahora. Inténtelo más tarde si puede esperar.',
  'failure.import-too-large':
    'Esto es mayor que cualquier monedero (como máximo {$limit :bytes}), así que no se leyó. No se cambió nada.',
  'failure.import-too-many':
    'Esto contiene más anotaciones de las que se leen de un monedero (como máximo {$limit :integer}), así que no se trajo. No se cambió nada, y su dinero está donde estaba: páguelo desde allí, con «Recibir» aquí.',
  'failure.import-not-a-wallet':
    'Esto no es del monedero de GNU Taler: ni un enlace a sus copias, ni un texto de recuperación, ni una copia suya. No se cambió nada.',
  'failure.import-damaged':
    'Esto empieza como una copia del monedero de GNU Taler, pero está cortado o dañado. No se cambió nada, y su dinero está donde estaba; cópiela otra vez.',
  'failure.import-newer':
    'Esto lo escribió una versión del monedero de GNU Taler que Holdfast no sabe leer: {$version :code}. No se cambió nada, y su dinero está donde estaba: páguelo desde allí, con «Recibir» aquí.',
  'failure.import-needs-secret':
    'Esta copia está sellada. Dé el enlace, el texto de recuperación o el secreto del monedero del que es. No se cambió nada.',
  'failure.import-wrong-secret':
    'Este secreto no abre la copia: es de otro monedero, o la copia está dañada. No se cambió nada.',
  'failure.import-is-ours':
    'Las copias de allí son de Holdfast. «Restaurar» devuelve ese monedero, y «Tomar» su dinero. No se cambió nada.',
};

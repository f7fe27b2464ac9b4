// SPDX-License-Identifier: GPL-3.0-or-later

/** Deshacer una restauración o una toma. */
export const undo = {
  'undoing.title': 'Deshacer',
  'undoing.lead':
    'Lo que una restauración ha traído a este equipo puede deshacerse durante 30 días. Lo que eso supone en dinero se muestra antes de que ocurra nada.',
  'undoing.step.restore': 'Aquí se restauró un monedero',
  'undoing.step.continued': 'Se tomó otro monedero y continúa aquí',
  'undoing.step.joined': 'El dinero de otro monedero se trajo a este',
  'undoing.step.when': '{$at :time}; puede deshacerse hasta el {$until :day}',
  'undoing.underWay': 'Se está deshaciendo. Sigue por sí solo cuando se hayan enterado suficientes lugares.',
  'undoing.open': 'Deshacer esto …',
  'undoing.open.label': 'Deshacer lo que ocurrió el {$at :time}',
  'undoing.ask.title': '¿Deshacer esto?',
  'undoing.ask.looking': 'Viendo qué supondría …',
  'undoing.do': 'Deshacer',
  'undoing.keep': 'Dejarlo como está',

  'undo.empty-again': 'Este equipo se queda entonces sin monedero, como antes.',
  'undo.left-again': 'Este dispositivo habrá dejado entonces ese monedero, como antes.',
  'undo.leaves':
    '{$sums :said} salen de este equipo: todo lo que hay en este monedero, también lo que llegó desde entonces. No se pierde. Sigue en las copias de sus lugares, y su hoja de recuperación, o su custodia si la tiene, lo devuelve. Lo gastado desde entonces queda gastado.',
  'undo.nothing-leaves': 'No hay dinero en este monedero.',
  'undo.stands-still':
    'Estos dispositivos están detenidos porque el monedero fue tomado: {$others :names}. Para continuar en uno de ellos, elija allí «Seguir con este».',
  'undo.returns':
    '{$sums :said} que vinieron del otro monedero salen de este. No se pierden: la hoja de aquel monedero sigue devolviéndolos. Los tienen estos lugares: {$places :places}.',
  'undo.no-money-returns': 'De este monedero no sale dinero, solo anotaciones del otro que aquí no valen nada.',
  'undo.stays':
    'El otro monedero tenía {$there :said} cuando fue tomado. Lo que no se nombra aquí se queda en este monedero: se le pagó o se ha usado desde entonces, y solo este monedero puede devolverlo.',
  'undo.silent':
    'Lo que guardan solo estos lugares del otro monedero también se queda aquí, porque no respondieron: {$places :places}.',
  'undo.told':
    'Los dispositivos del otro monedero que se enteraron de la toma están detenidos. Para continuar con uno de ellos, elija allí «Seguir con este».',
  'undo.goes-on':
    'Ha comenzado. Aún no se han enterado suficientes lugares, así que de aquí no ha salido nada; sigue por sí solo. Hasta entonces, «Seguir con este» lo anula.',
  'undo.left':
    'Deshecho. El monedero ya no está en este equipo, y su hoja, o su custodia si la tiene, lo devuelve. Avisados: {$told :places}.',
  'undo.untold':
    'Estos no respondieron y no se enterarán: {$places :places}. Para ellos este dispositivo parece seguir en uso.',
  'undo.returned': 'Deshecho. {$sums :said} han salido de este monedero, y la hoja del otro monedero los devuelve.',
  'undo.done': 'Deshecho.',
};

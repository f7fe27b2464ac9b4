// SPDX-License-Identifier: GPL-3.0-or-later

/** En qué acabaron una restauración, una toma, un vaciado y una despedida, y qué dispositivos conocen un monedero. */
export const report = {
  'restored.restored': 'Llegaron copias de {$found :integer} de {$of :integer} lugares.',
  'restored.restored+total': 'Restaurado: {$total :said}.',
  'restored.joined':
    'Lo que llegó de {$found :integer} de {$of :integer} lugares se juntó con los {$before :said} que había aquí.',
  'restored.joined+total': 'Este monedero tiene ahora {$total :said}.',
  'restored.moved':
    'Esta hoja ya no vale: el {$at :time} aquel monedero pasó a un secreto nuevo, y su dinero con él. Use la hoja nueva. Lo que este monedero aún muestra no pudo trasladarse, o estaba en curso en esa copia antigua y desaparece en cuanto su emisor haya respondido.',
  'restored.emptied': 'Aquel monedero se vació el {$at :day}: todo lo que había en él se envió a otro monedero.',
  'restored.spent-elsewhere':
    '{$lost :said} de lo que tienen las copias se gastaron después de hacerlas, con este mismo monedero en su equipo antiguo o en otro dispositivo suyo. No falta nada por esta restauración: ese dinero fue adonde se pagó. Si no fue usted, otra persona tiene su hoja.',
  'restored.bad-signatures':
    '.input {$coins :integer} .match $coins one {{Una pieza de dinero tiene una firma errónea porque una copia estaba dañada. No se gasta, y nunca se borra.}} * {{{$coins} piezas de dinero tienen una firma errónea porque una copia estaba dañada. No se gastan, y nunca se borran.}}',
  'restored.newest-unusable': 'La copia más reciente en {$place :place} no pudo usarse. {$why :said}',
  'restored.silent':
    'No hubo respuesta de {$places :places}. Puede haber allí algo más reciente; se pregunta por ello otra vez más tarde.',
  'restored.kept-apart':
    '.input {$entries :integer} .match $entries one {{Una copia contenía una anotación que ningún monedero honrado escribe. Puede haberla puesto alguien que conoce el código de su hoja. Se mantuvo aparte y no hace nada; si no sabe quién es, pase a un monedero nuevo. ({$detail :quote})}} * {{Había copias con {$entries} anotaciones que ningún monedero honrado escribe. Puede haberlas puesto alguien que conoce el código de su hoja. Se mantuvieron aparte y no hacen nada; si no sabe quién es, pase a un monedero nuevo. ({$detail :quote})}}',
  'restored.issuers-silent':
    'Estos emisores no respondieron, así que el dinero de allí aún no está comprobado: {$issuers :places}.',
  'restored.issuers-untelling':
    'Estos emisores no pueden decir qué se ha gastado ya: {$issuers :places}. Lo que otra copia haya gastado allí se ve cuando se renueva el dinero.',
  'restored.issuers-asked': 'Las copias llevaron a estos emisores: {$issuers :places}.',
  'restored.issuers-unasked':
    'Estos emisores se nombran en las copias y no se les preguntó, porque el lugar que las guarda no puede conducir allí, o porque son demasiados: {$issuers :places}. Si conoce alguno, añádalo con esa dirección; su dinero espera hasta entonces.',
  'restored.places-unasked':
    'Estos lugares se nombran en las copias y no se les preguntó, porque el lugar que las guarda no puede conducir allí: {$places :places}. Si alguno es suyo, añádalo con esa dirección.',
  'restored.paid-over-done': '{$sums :said} de ello se pagaron a este monedero: ya no puede gastarlos nadie más.',
  'restored.taken-meanwhile':
    '{$sums :said} de ello los gastó otra persona durante la toma: quien tiene la otra hoja fue más rápido. El resto no se ve afectado.',
  'restored.paid-over':
    '{$sums :said} de ello se están pagando a este monedero. Hasta que acabe, quien tiene la otra hoja aún puede gastarlos.',
  'restored.paid-over+fees': 'Eso cuesta hasta {$fees :said}.',
  'restored.stays-reachable':
    '{$stays :said} no pueden pagarse ahora: pueden gastarse aquí, y también puede gastarlos quien tiene la otra hoja.',
  'restored.told-all': 'El otro dispositivo se entera por todos los lugares ({$places :integer}).',
  'restored.told-some':
    'El otro dispositivo se entera por {$told :integer} de {$of :integer} lugares; a los otros se les avisa más tarde.',

  'emptying.idle': 'Este monedero no se está vaciando.',
  'emptying.leaving': 'Se tomó todo. Se está avisando a los lugares para copias; después este monedero se borra aquí.',
  'emptying.sending':
    'Pagos que aún esperan a ser tomados: {$open :integer} de {$of :integer}, hasta el {$until :time}. Lo que no se tome para entonces vuelve.',
  'emptying.waits-for-bank':
    'Se tomó todo, pero este monedero aún espera dinero de un banco: {$sums :said}. Anúlelo si el dinero nunca se envió, o espérelo y vacíe otra vez.',
  'emptying.still-here': '{$left :said} aún están aquí.',
  'emptying.still-under-way': 'Algo aún está en curso.',
  'emptying.again': 'Vacíe otra vez para enviarlo, o pare y conserve el monedero.',
  'emptying.taken': 'Se tomó todo.',
  'emptying.finish': 'Termine para dejar el monedero y borrarlo aquí.',
  'emptying.late.kept':
    'Nadie ha visto {$sums :said}, anulados aquí. Si aun así se envían, solo los encuentra una restauración de la última copia.',
  'emptying.late.unkept':
    'Nadie ha visto {$sums :said}, anulados aquí. Si aun así se envían, vuelven a su remitente o se pierden, porque ningún lugar guarda las claves.',

  'leaving.not-yet':
    'Aún no saben suficientes lugares que este dispositivo se va, así que no se olvida nada. Sigue por sí solo; conserve este dispositivo para quedarse de todos modos.',
  'leaving.left':
    'Este dispositivo ha dejado el monedero, y el secreto de recuperación se ha olvidado aquí. Avisados: {$told :places}.',
  'leaving.untold':
    'Estos no respondieron y no se enterarán: {$places :places}. Para ellos este dispositivo parece seguir en uso.',
  'leaving.taken-over':
    'Este monedero fue tomado mientras este dispositivo lo dejaba. El secreto de recuperación se ha olvidado aquí, y el dinero lo tiene quien lo tomó.',
  'leaving.waits-for-next': 'El dinero espera a quien tome el monedero con su hoja de recuperación.',
  'leaving.move-untold':
    'Aún sin avisar de que el monedero ha pasado a un secreto nuevo: {$places :places}. Se les avisa en cuanto respondan, mientras Holdfast esté abierto aquí dentro de 30 días. Hasta entonces, otro dispositivo que solo pregunte allí aún cuenta dinero antiguo, que ya no vale nada.',

  'known.only': 'Ningún otro dispositivo usa este monedero.',
  'known.active':
    '.input {$count :integer} .match $count one {{Este es el dispositivo activo. {$others :names} se detiene en cuanto se entera.}} * {{Este es el dispositivo activo. {$others :names} se detienen en cuanto se enteran.}}',
  'known.kept-apart':
    '.input {$entries :integer} .match $entries one {{Una copia contenía una anotación que ningún monedero honrado escribe. Puede haberla puesto alguien que conoce el código de su hoja. Se mantuvo aparte y no hace nada; si no sabe quién es, pase a un monedero nuevo. ({$detail :quote})}} * {{Había copias con {$entries} anotaciones que ningún monedero honrado escribe. Puede haberlas puesto alguien que conoce el código de su hoja. Se mantuvieron aparte y no hacen nada; si no sabe quién es, pase a un monedero nuevo. ({$detail :quote})}}',
  'known.stands-still': '{$standing :said}',
};

// SPDX-License-Identifier: GPL-3.0-or-later

/** Un secreto nuevo, porque otra persona puede haber visto la hoja. */
export const rekey = {
  'rekey.stays':
    '{$stays :said} no pueden trasladarse ahora: son muy poco, están cerca de su fin o en camino. Quien tenga la hoja antigua aún puede llegar a ellos; siguen siendo utilizables y se trasladan en cuanto se pueda.',
  'rekey.issuers-silent':
    'Estos emisores no responden: {$issuers :places}. {$sums :said} que están allí se trasladan cuando respondan; entonces se le preguntará por el coste.',
  'rekey.places-silent':
    'Estos lugares no respondieron, así que se muestra su último precio conocido: {$places :places}. Si alguno pide más, se le preguntará.',
  'rekey.coming':
    '{$coming :said} están en camino hacia aquí. Quien tenga la hoja antigua podría llevárselos cuando lleguen. Si puede, no los envíe y empiece de nuevo después de esto.',
  'rekey.sent':
    '.input {$payments :integer} .match $payments one {{Hay {$payments} pago abierto con una persona. Quien tenga la hoja antigua podría tomarlo antes; anúlelo si no se fía.}} * {{Hay {$payments} pagos abiertos con personas. Quien tenga la hoja antigua podría tomarlos antes; anúlelos si no se fía.}}',
  'rekey.devices':
    'Los demás dispositivos de este monedero se detienen: {$devices :names}. Lo que solo ellos saben no se traslada, así que haga antes una copia desde ellos, si puede. Después borre allí el monedero y restáurelo con la hoja nueva.',
  'rekey.passwords':
    'La contraseña de {$places :places} también podía leerse con la hoja antigua. Cámbiela allí e introduzca aquí la nueva.',
  'rekey.copies-stay':
    'Las copias antiguas se quedan: quien tenga la hoja antigua puede leer en ellas lo que usted hizo hasta hoy, pero no obtiene nada del dinero trasladado.',
  'rekey.escrow-follows':
    'La custodia sigue: sus vías se rehacen para el secreto nuevo y se pagan dentro de lo que usted aceptó por año.',
  'rekey.escrow-wants': 'La custodia solo abre el secreto antiguo. Vuelva a establecerla después.',
  'rekey.no-place': 'No hay ningún lugar para copias. Añada uno; después sigue por sí solo.',
  'rekey.copying':
    'Copias hechas bajo el secreto nuevo: {$held :integer} de {$wanted :integer}. Esperando a {$places :places}. Aún no se ha trasladado nada; hasta entonces, la hoja antigua es la que devuelve su dinero.',
  'rekey.moving': 'El dinero se está poniendo fuera del alcance de la hoja antigua, en {$issuers :places}.',
  'rekey.telling':
    'Sus otros dispositivos se enteran de que este monedero se ha trasladado. Esperando a {$places :places}.',
  'rekey.saving':
    'Esperando a las copias: {$held :integer} de {$wanted :integer} lo tienen todo. Después toca imprimir la hoja nueva.',
  'rekey.unproven':
    'La hoja se leyó, pero ningún simulacro con ella ha devuelto aún su dinero. Compruébela en la página «Hoja de recuperación».',
  'rekey.taken': 'Alguien fue más rápido: {$sums :said} se gastaron en otra parte.',
  'rekey.reachable': '{$sums :said} aún pueden alcanzarse con la hoja antigua. Se trasladan en cuanto se pueda.',

  'newSecret.title': 'Secreto nuevo',
  'newSecret.lead':
    'Para cuando alguien pueda haber visto, fotografiado o encontrado su hoja de recuperación. Su dinero pasa a un secreto nuevo; después la hoja antigua no vale nada.',
  'newSecret.open': 'Alguien vio mi hoja',
  'newSecret.open.words': 'Hacer un secreto nuevo, para que la hoja antigua no valga nada.',
  'newSecret.asking': 'Preguntando a sus lugares y emisores cuánto cuesta …',
  'newSecret.cost': 'Cuesta como máximo {$total :said}.',
  'newSecret.cost.nothing': 'No cuesta nada.',
  'newSecret.places': 'Cuenta nueva en',
  'newSecret.place.free': 'gratis',
  'newSecret.place.year': '{$fee :amount} al año; con lo que cuesta pagarlo, como máximo {$total :amount}',
  'newSecret.place.lost': 'Lo que queda de los años que pagó allí se pierde.',
  'newSecret.money.moves': 'Se traslada',
  'newSecret.money.silent': '{$sum :amount} esperan: este emisor no responde',
  'newSecret.know': 'Conviene saber',
  'newSecret.do': 'Hacer un secreto nuevo',
  'newSecret.do.paid': 'Hacer un secreto nuevo por {$total :said}',
  'newSecret.confirm.title': '¿Hacer un secreto nuevo?',
  'newSecret.confirm.keep': 'Ahora no',
  'newSecret.confirm.words':
    'Cuesta como máximo {$total :said}. Desde el momento en que su dinero se traslada, solo una hoja nueva lo devuelve: imprímala y compruébela justo después.',
  'newSecret.confirm.free':
    'Desde el momento en que su dinero se traslada, solo una hoja nueva lo devuelve: imprímala y compruébela justo después.',
  'newSecret.running':
    'Puede tardar unos minutos. Sigue por sí solo, también tras un reinicio; no se pierde nada si se interrumpe.',
  'newSecret.step': 'Paso {$number :integer} de {$of :integer}: {$step :said}',
  'newSecret.step.secret': 'Hacer un secreto nuevo',
  'newSecret.step.copies': 'Guardar copias con él',
  'newSecret.step.money': 'Trasladar el dinero',
  'newSecret.step.telling': 'Avisar a sus otros dispositivos',
  'newSecret.step.sheet': 'Imprimir la hoja nueva',
  'newSecret.step.test': 'Comprobar la hoja nueva',
  'newSecret.done': 'El secreto nuevo está en uso y su hoja está comprobada. Destruya la hoja antigua.',
  'newSecret.made':
    'El secreto nuevo del {$at :day} está en uso y su hoja se comprobó: no queda nada por hacer. Destruya la hoja antigua, si aún no lo ha hecho.',
  'newSecret.another': 'Hacer otro más',
  'newSecret.goOn': 'Seguir ahora',
  'newSecret.cancel': 'Conservar el secreto antiguo',
  'newSecret.cancel.title': '¿Conservar el secreto antiguo?',
  'newSecret.cancel.keep': 'Seguir con el nuevo',
  'newSecret.cancel.words': 'Aún no se ha trasladado nada. Lo pagado por las cuentas nuevas no se devuelve.',
  'newSecret.cancelled': 'El secreto antiguo se queda, y su hoja es la que cuenta.',
  'newSecret.toSheet': 'A la hoja nueva',
  'newSecret.void':
    'Imprima ahora la hoja nueva y reléala: hasta entonces nada devuelve su dinero. La hoja antigua ya no vale nada; destrúyala.',
  'newSecret.unread':
    'Relea ahora la hoja nueva: solo entonces se sabe que devuelve su dinero. La hoja antigua ya no vale nada; destrúyala.',
  'newSecret.noCopies': 'Este monedero aún no tiene secreto: lo recibe con el primer lugar para copias.',
  'newSecret.look': 'Ver cómo va',
  'newSecret.under': 'Hay un secreto nuevo en marcha',
};

// SPDX-License-Identifier: GPL-3.0-or-later

/** El secreto de recuperación en custodia: en lugares que lo devuelven a quien demuestre que es suyo. */
export const escrow = {
  'escrow.enough-places':
    '.input {$places :integer} {{Quien conozca sus datos personales aún necesita {$needed :integer} de sus vías, en {$places} lugares como mínimo.}}',
  'escrow.one-place':
    'Un solo lugar puede tener todas las vías que hacen falta ({$needed :integer}). Quien lo gestione, o entre en él, no necesitaría ningún otro.',
  'escrow.answers-alone':
    'Bastan por sí solas algunas respuestas a preguntas. Quien le conozca bien no necesita teléfono, buzón ni aplicación suya.',
  'escrow.place-left-out': '{$place :place} queda fuera. {$why :said}',
  'escrow.check-digits':
    'Los dígitos de control de {$field :field} no encajan. Mire otra vez si está escrito como en el papel.',
  'escrow.dear-recovery': 'Recuperarlo cuesta hasta {$sums :said} en estos lugares.',
  'escrow.clock-off':
    'El código es correcto para un reloj que difiere en {$by :span}. Ponga en hora el reloj de este equipo o el del teléfono e inténtelo otra vez.',
  'escrow.other-code': 'Este código no es de esta clave. La aplicación tiene que mostrar ocho dígitos.',
  'escrow.silent': 'Ahora no responde. {$why :said}',
  'escrow.no-escrow': 'No es un lugar que guarde secretos en custodia. {$why :said}',
  'escrow.salt-changed':
    'Ha cambiado lo que mezcla con sus datos, así que ya no se encuentra nada de lo guardado allí. Establezca otra vez la custodia sin él.',
  'escrow.asks': '{$why :said}',
  'escrow.lacks-coins': 'Hacen falta {$lacking :amount} para pagarlo, y aquí no hay suficiente.',
  'escrow.unpaid': 'Quiere que se le pague antes. {$why :said}',
  'escrow.paying': 'Su pago está en camino.',
  'escrow.misbehaves': '{$why :said}',
  'escrow.order-lost':
    'Aquello por lo que pidió que se le pagara ya no puede pagarse, y no hace otro pedido para ello. Establezca otra vez la custodia.',
  'escrow.serves-old':
    'Devuelve la versión {$version :integer} aunque allí se guardó la versión {$stored :integer}. Se le pregunta otra vez.',
  'escrow.serves-other': 'Lo que devuelve no es lo que se guardó allí. Se guarda otra vez.',
  'escrow.lost': 'Ha perdido lo que se guardó allí. Se guarda otra vez.',
  'escrow.unread': 'Guardado, y aún no releído. {$why :said}',
  'escrow.written-by-other':
    'Otra persona ha guardado allí algo más reciente a nombre de este monedero. Si no fue ninguno de sus dispositivos, establezca otra vez la custodia con otras vías.',
  'escrow.newer-there':
    'Hay allí algo más reciente con sus datos, junto a lo que guardó este monedero. Si no tiene otro monedero en custodia allí, establezca otra vez la custodia con otras vías.',
  'escrow.refuses-method': 'Ya no acepta esta vía: {$type :way}. Establezca otra vez la custodia.',
  'escrow.id-taken': 'Hay otra cosa donde iba a guardarse una vía. Establezca otra vez la custodia.',
  'escrow.too-large': 'No acepta tanto.',
  'escrow.methods-missing':
    '.input {$count :integer} .match $count one {{Una vía aún no está guardada allí.}} * {{{$count} vías aún no están guardadas allí.}}',
  'escrow.waits': 'Se le pregunta otra vez: {$until :time}.',
  'escrow.paid-ends': 'Pagado hasta el {$until :day}; después se paga otra vez dentro del precio acordado.',
  'escrow.paid-over': 'Lo que se pagó acabó el {$until :day}.',
  'escrow.ends-early':
    'Dice que guarda esto solo hasta el {$until :day}, aunque está pagado hasta el {$paid :day}. No se paga otra vez por eso; si sigue así, establezca la custodia con otro lugar.',
  'escrow.secret-changed':
    'Este monedero tiene un secreto nuevo. Lo que está en custodia abre el antiguo, que ya no vale nada.',
  'escrow.data-wanted':
    'Algo ha cambiado, y sus datos personales no se guardaron. Délos otra vez, para que la custodia lo siga.',
  'escrow.methods-wanted':
    'Para el secreto nuevo hay que dar otra vez las vías, para que nadie con la hoja antigua llegue a él. Establezca otra vez la custodia.',

  'failure.escrow-needs-newer':
    'Un Holdfast más nuevo estableció la custodia de este monedero. Se conserva como está; actualice Holdfast para ocuparse de ella. No se cambió nada.',
  'failure.no-escrow': 'Nada de este monedero está en custodia. No se cambió nada.',
  'failure.escrow-running': 'La custodia se está estableciendo o actualizando en este momento. No se cambió nada.',
  'failure.escrow-attribute.missing': 'Falta {$name :field}. No se envió nada.',
  'failure.escrow-attribute.too-long': '{$name :field} es demasiado largo. No se envió nada.',
  'failure.escrow-attribute.pattern':
    'Lo escrito como {$name :field} no se escribe así en este país. No se envió nada.',
  'failure.escrow-attribute.date': '{$name :field} no es una fecha. No se envió nada.',
  'failure.escrow-attribute.unknown': '{$name :field} no se pide en este país. No se envió nada.',
  'failure.escrow-method.empty': 'La vía {$number :integer} ({$type :way}) no está rellenada. No se envió nada.',
  'failure.escrow-method.too-long': 'La vía {$number :integer} ({$type :way}) es demasiado larga. No se envió nada.',
  'failure.escrow-method.shape':
    'La vía {$number :integer} ({$type :way}) no puede ser correcta así. No se envió nada.',
  'failure.escrow-method.country-code-missing':
    'El número de teléfono de la vía {$number :integer} ({$type :way}) necesita su prefijo de país, como +34. No se envió nada.',
  'failure.escrow-method.check-digits':
    'Los dígitos de control de la vía {$number :integer} ({$type :way}) no encajan. No se envió nada.',
  'failure.escrow-method-twice':
    'La vía {$number :integer} ({$type :code}) es la misma que una anterior: quien tiene una tiene las dos. No se envió nada.',
  'failure.escrow-methods-few': 'Hacen falta al menos dos vías: una sola es un solo robo. No se envió nada.',
  'failure.escrow-methods-many': 'Puede haber {$most :integer} vías. No se envió nada.',
  'failure.escrow-ways-many':
    'Habría más de {$most :integer} combinaciones de vías. Elija menos vías, u otros números. No se envió nada.',
  'failure.escrow-needed': 'Pueden pedirse entre 2 y {$methods :integer} de las vías. No se envió nada.',
  'failure.escrow-no-place-for':
    'Ninguno de estos lugares ofrece esta vía: {$type :way}. Tome otra vía, o añada un lugar. No se envió nada.',
  'failure.escrow-place': '{$place :place} no puede usarse ahora. {$why :said}',
  'failure.escrow-asks': 'Costaría {$total :said}, lo que no se aceptó. No se envió nada.',
  'failure.escrow-other-person':
    'Con estos datos no se encuentra nada de este monedero en sus lugares. Mire otra vez si están escritos como entonces. No se cambió nada.',
  'failure.escrow-unproven':
    'No se pudo preguntar a ningún lugar si estos son los mismos datos que entonces. Inténtelo cuando alguno responda. No se cambió nada.',
};

// SPDX-License-Identifier: GPL-3.0-or-later

/** De qué trata una línea del historial, y lo que hay que decir de ella. */
export const note = {
  'title.from-bank': 'Retirado del banco',
  'title.by-transfer': 'Transferencia bancaria',
  'title.received-payment': 'Pago recibido',
  'title.drawn-again': 'Dinero reemplazado, retirado otra vez',
  'title.unknown-origin': 'Dinero cuyo origen esta copia no conoce',
  'title.to-bank-account': 'A su cuenta bancaria',
  'title.spent-elsewhere':
    '.input {$coins :integer} .match $coins one {{Usado por otra copia de este monedero}} * {{Usado por otra copia de este monedero ({$coins} veces)}}',
  'title.found-again':
    '.input {$coins :integer} .match $coins one {{Una copia lo daba por gastado; su emisor aún lo tenía}} * {{Una copia lo daba por gastado; su emisor aún lo tenía ({$coins} veces)}}',
  'title.change': 'Cambio',
  'title.restore': 'Renovado, para que copias antiguas de este monedero no puedan gastarlo',
  'title.expiry': 'Renovado antes de caducar',
  'title.refund': 'Reembolso recogido',
  'title.released': 'Dinero de un pago sin terminar, renovado',
  'title.recoup': 'Dinero que su emisor retiró de la circulación, reemplazado',
  'title.proof': 'Primer cambio en este emisor',
  'title.renewed': 'Dinero renovado',
  'title.earlier': 'De antes; los detalles ya no se guardan',
  'title.earlier-rest': 'Antes: dinero renovado y caducado, y lo que ya no se detalla',
  'title.reissue': 'Pagado a usted mismo, para que ninguna otra hoja llegue a ello',
  'title.drawn-by-others': 'Pagado a usted mismo, y recogido antes por otra copia de este monedero',
  'title.forgotten': 'Olvidado; solo queda el importe',

  'forgetting.purchase-paid':
    'Aquí se olvida qué compró y dónde: ya no hay prueba de la compra, y no puede pedirse ningún reembolso. El importe queda en el historial.',
  'forgetting.purchase-paid+until': 'Hasta el {$until :day} la tienda aún podría devolver dinero.',
  'forgetting.purchase-unpaid':
    'Aquí se olvida qué era y dónde. Lo que le costó, si costó algo, queda como importe en el historial.',
  'forgetting.place-fee':
    'Aquí se olvida el pedido con el que se pagó este lugar: ya no hay prueba de él. El importe queda en el historial.',
  'forgetting.place-fee+until': 'Hasta el {$until :day} el lugar aún podría devolver dinero.',
  'forgetting.still-in': 'Las copias en {$places :places} lo tienen hasta que se hagan de nuevo.',
  'forgetting.older-copies':
    'Las copias más antiguas en {$places :places} lo tienen hasta que después se hayan hecho otras dos.',
  'forgetting.former-has': 'Lo que {$places :places} aún tiene se queda allí.',
  'forgetting.person':
    'Aquí se olvida para qué era, así que ya no puede mostrarse a nadie. El importe queda en el historial.',
  'forgetting.to-bank': 'Aquí se olvida la cuenta para la que era. El importe queda en el historial.',
  'forgetting.from-bank': 'Aquí se olvidan el banco y la cuenta de los que vino. El importe queda en el historial.',
  'forgetting.never-came':
    'Sale del historial. El dinero que se envíe para ello de todos modos se encuentra y se toma igualmente.',
  'forgetting.issuer':
    'No hay dinero en {$host :host}. Aquí se olvidan sus claves; el dinero que se envíe más tarde a una cuenta de allí ya no se encuentra. Puede añadirlo otra vez.',
  'forgetting.place':
    'Aquí se olvidan {$name :place} y por qué se le pagó; los importes quedan en el historial. Si se añade otra vez, puede pedir de nuevo un año entero.',

  'note.registering': 'Se está diciendo al banco adónde enviar el dinero.',
  'note.awaiting-confirmation': 'Esperando la confirmación en el banco.',
  'note.awaiting-transfer': 'Esperando la transferencia bancaria.',
  'note.awaiting-transfer+payto': 'Envíela a {$payto :address}',
  'note.given-up': 'Anulado antes de que llegara dinero. Si se envió de todos modos, se encuentra y se toma.',
  'note.not-carried-out': 'No realizado; este monedero no movió dinero.',
  'note.arrived-less': 'Llegaron {$arrived :amount} de {$wanted :amount}. Lo que llegue después también se toma.',
  'note.left-there':
    '{$host :host} dice que a esta cuenta llegaron {$sum :amount} más de lo anunciado. No se toman solos: se quedan allí, y vuelven a su remitente cuando {$host :host} cierra la cuenta. Si los envió usted, añada ese importe como dinero nuevo cuando haya vuelto.',
  'note.expired-coins': 'Este dinero caducó antes de poder renovarse. Está perdido.',
  'note.paid-unconfirmed':
    'El emisor pagó a la tienda, y la tienda no lo confirma. Muéstrele el pedido {$orderId :name}, o pídale un reembolso.',
  'note.paid-unconfirmed+contract': 'Firmó el contrato {$contract :code}.',
  'note.taking-back': 'Se está anulando; la tienda aún no ha dicho si es demasiado tarde.',
  'note.unpaid-kept':
    'Sin pagar, pero la tienda tomó {$kept :amount} y no los ha devuelto: pídaselos con el pedido {$orderId :name}.',
  'note.unpaid': 'Sin pagar.',
  'note.money-back': 'El dinero volvió, menos la comisión por renovarlo.',
  'note.rest-back': 'El resto volvió, menos la comisión por renovarlo.',
  'note.being-renewed': 'Lo que vuelve es cambio: queda listo por sí solo en unas horas, y al instante si paga con él.',
  'note.dearer':
    'Con el dinero que queda habría costado más que los {$shown :amount} que usted aceptó. Empiécelo otra vez para ver qué cuesta ahora.',
  'note.refund-short':
    'El emisor no lo devolvió todo: ya había pagado a la tienda, o lo tomó otra copia de este monedero.',
  'note.being-transferred': 'El emisor tiene el dinero y lo transfiere a la cuenta.',
  'note.deposited-part': 'Solo pudieron pagarse {$part :amount} de {$wanted :amount}.',
  'note.deposit-failed': 'No realizado.',
  'note.calling-back': 'Se está anulando. Si el destinatario lo tomó antes, queda enviado.',
  'note.waiting-for-receiver': 'Esperando al destinatario; lo que no se tome vuelve por sí solo.',
  'note.waiting-for-receiver+until': 'Puede tomarse hasta el {$until :time}.',
  'note.nobody-took': 'Nadie lo tomó a tiempo.',
  'note.not-sent': 'No enviado.',
  'note.stopping-invoice': 'Se está anulando. Si se pagó antes, queda pagada.',
  'note.invoice-expired': 'La solicitud caducó.',
  'note.invoice-unpaid': 'Sin pagar.',
  'note.other-terms': 'Pagada, pero el emisor conoce la solicitud con otras condiciones que las que se mostraron.',
  'note.payment-expired': 'El pago caducó antes de tomarse. No se movió dinero.',
  'note.not-received': 'No recibido. No se movió dinero.',
  'note.withdrawing-invoice': 'Se está anulando. Si se pagó antes, queda pagada.',
  'note.invoice-open': 'Puede pagarse.',
  'note.invoice-open+until': 'Está abierta hasta el {$until :time}.',
  'note.nobody-paid.none': 'Nadie pagó la solicitud a tiempo. No se movió dinero.',
  'note.nobody-paid.gone': 'Nadie pagó la solicitud a tiempo. Solo se fue la comisión por abrirla.',
  'note.invoice-withdrawn.none': 'Anulada. No se movió dinero.',
  'note.invoice-withdrawn.gone': 'Anulada. Solo se fue la comisión por abrirla.',
  'note.beyond-amounts':
    'Este emisor afirma más dinero del que pueden expresar los importes, así que aquí figura el mayor importe que existe.',
  'note.bad-signatures':
    '.input {$coins :integer} .match $coins one {{Una pieza de dinero tiene una firma errónea porque una copia estaba dañada. No se gasta, y nunca se borra.}} * {{{$coins} piezas de dinero tienen una firma errónea porque una copia estaba dañada. No se gastan, y nunca se borran.}}',
  'note.needs-newer': '{$sum :amount} los hizo un Holdfast más nuevo. Están a salvo, y pueden gastarse allí.',
  'note.left-behind':
    '{$sum :amount} son del monedero que se dejó aquí, y no cuentan como disponibles: otro dispositivo puede seguir con ellos. Para tenerlos aquí, tome aquel monedero con su hoja.',
  'note.reachable': '{$sum :amount} aún puede gastarlos quien tenga la hoja del monedero del que vinieron.',
  'note.two-keys':
    'Se conocen dos claves distintas para esta dirección. Solo se usa el dinero de aquella con la que responde; el resto se conserva.',
  'note.not-proven':
    'Aún no probado: cómo da el cambio este emisor se sabe solo por lectura. La pieza de dinero más pequeña lo prueba por sí sola, y no se cambia nada mayor antes de que su cambio esté aquí.',
  'note.proven': 'Probado con {$sum :amount}: este emisor da el cambio como este monedero lo conoce.',
  'note.failure': '{$why :said}',
};

// SPDX-License-Identifier: GPL-3.0-or-later

/** Lo que rechazan emisores, bancos y la red: qué pasó, si el dinero corre peligro, qué hacer después. */
export const failureExchange = {
  'failure.unreachable':
    'No se puede contactar con {$host :host}. Ningún dinero corre peligro; lo que está sin terminar se intenta otra vez automáticamente.',
  'failure.inner-address':
    'El nombre {$host :host} lleva a una máquina dentro de su propia red o a este equipo, donde solo se sigue una dirección que lo diga ella misma. No se le preguntó nada, y ningún dinero corre peligro. Si es su emisor, añádalo por su dirección: se le preguntará si lo permite.',
  'failure.timeout':
    '{$host :host} no respondió en {$afterMs :span}. Ningún dinero corre peligro; lo que está sin terminar se intenta otra vez automáticamente.',
  'failure.too-large':
    '{$host :host} envió más de {$limitBytes :bytes}, así que su respuesta no se leyó. No se cambió nada.',
  'failure.malformed-response': '{$host :host} dio una respuesta que no se puede leer. No se cambió nada.',
  'failure.redirected':
    '{$host :host} quiere enviar este monedero a otra parte, lo que no sigue cuando se trata de dinero. No se cambió nada.',
  'failure.server-trouble':
    '{$host :host} tiene problemas propios. Ningún dinero corre peligro; se le preguntará más tarde.',
  'failure.refused': '{$host :host} lo rechazó. No se perdió nada.',
  'failure.refused+quote': 'Dice: {$quote :quote}',
  'failure.unsupported-version':
    '{$host :host} se ha actualizado y habla un lenguaje que este Holdfast no conoce (versión {$version :version}). Su dinero de allí se conserva; actualice Holdfast para usarlo.',
  'failure.kyc-required':
    '{$host :host} pregunta quién es usted antes de seguir. Su dinero espera allí hasta que haya respondido.',
  'failure.kyc-required+transfer':
    'Antes debe ver que la cuenta es suya. Haga desde ella una transferencia como dice esto: {$transfer :quote}',
  'failure.kyc-required+holds': 'Lo pregunta porque este monedero tendría más de {$holds :amount} de su dinero.',
  'failure.signature-refused':
    'No se aceptó una firma de este monedero. No se perdió nada; por favor, informe de ello con los detalles.',

  'failure.currency-name':
    '{$host :host} emite una moneda llamada {$name :name}. Este monedero conoce nombres de una a once letras y cifras; el protocolo no tiene sitio para más. No se cambió nada y ningún dinero corre peligro; se puede añadir otro emisor.',
  'failure.not-an-exchange': '{$host :host} no es un emisor que este monedero pueda usar. No se cambió nada.',
  'failure.bad-master-signature':
    'La respuesta del emisor no está firmada con su clave maestra. No se usa, y no se cambió nada.',
  'failure.bad-exchange-signature':
    'La respuesta del emisor no está firmada como debe. Nada se da por hecho hasta que lo esté.',
  'failure.clock-skew':
    'El reloj de este equipo dice {$ours :time} y el de {$host :host} dice {$theirs :time}. Ponga este reloj en hora e inténtelo otra vez; no se cambió nada.',
  'failure.currency-mismatch':
    'Llegó una respuesta en {$got :currency} donde se esperaba {$expected :currency}. No se cambió nada.',
  'failure.unsupported-operation': 'El emisor no ofrece lo que se le pidió. No se cambió nada.',
  'failure.denomination-gone':
    'El emisor ya no entrega dinero en estas piezas. Se eligen otras automáticamente; no se perdió nada.',
  'failure.insufficient-funds':
    'Parte de este dinero ya lo usó otra copia de este monedero. El saldo se corrige y se toma otro dinero.',
  'failure.coin-conflict':
    'El emisor tiene otros datos sobre una pieza de este dinero. Queda apartada y no se pierde; por favor, informe de ello.',
  'failure.coin-unknown': 'El emisor nunca ha visto esta pieza de dinero, así que aún no se ha usado.',
  'failure.coin-expired':
    'Parte del dinero caducó antes de poder renovarse. Está perdido, y el historial muestra cuánto.',
  'failure.reserve-unknown': 'La transferencia aún no ha llegado al emisor. El monedero sigue buscándola.',
  'failure.reserve-insufficient':
    'Llegó al emisor menos dinero del anunciado. El monedero toma lo que hay; si luego llega más, también se toma.',
  'failure.already-withdrawn': 'Parte de este dinero ya se pidió antes. El monedero pide cada parte otra vez.',
  'failure.melt-unknown':
    'El emisor no sigue adelante con el cambio de un pago. No se pierde nada, y se le vuelve a pedir.',
  'failure.commitment-violation':
    'El emisor no acepta cómo se hizo el cambio de un pago. No se pierde nada, y se le vuelve a pedir.',
  'failure.nothing-to-melt': 'El emisor dice que no queda cambio por dar. No se pierde nada, y se le vuelve a pedir.',
  'failure.deposit-unknown': 'El emisor no sabe nada de este ingreso. No se cambió nada.',
  'failure.deposit-conflict': 'El emisor tiene otros datos sobre este ingreso. No se cambió nada.',
  'failure.refund-refused': 'El emisor no da este reembolso. No se cambió nada.',
  'failure.not-revoked':
    'El emisor dice que este dinero es válido, así que no hay nada que reemplazar. No se cambió nada.',
  'failure.recoup-wrong-origin':
    'El emisor dice que este dinero vino de otra parte, así que no lo reemplaza. No se cambió nada.',
  'failure.recoup-not-offered':
    '{$host :host} ha retirado piezas de su dinero de la circulación, y habla una versión en la que no se le puede pedir que las reemplace. Se quedan aquí y no se gastan; pregunte al emisor qué hace con ellas.',
  'failure.age-limited':
    'El dinero que llegó a {$host :host} solo puede entregarse con un límite de edad, lo que este monedero no sabe hacer. Se queda en el emisor y vuelve a su origen cuando acaba allí su plazo.',
  'failure.purse-conflict': 'El emisor tiene otros datos sobre este pago. No se cambió nada.',
  'failure.purse-quota-exceeded':
    'El emisor no transmite ahora más pagos entre personas para esta cuenta. No se cambió nada; inténtelo más tarde.',
  'failure.purse-untimely':
    'Según el reloj del emisor, este pago no puede estar abierto ese tiempo. No se cambió nada; revise el reloj de este equipo y empiece de nuevo.',
  'failure.purse-underfunded':
    'El emisor cobra por un pago entre personas más de lo que este contiene. No se cambió nada; elija una suma mayor.',
  'failure.bad-history':
    'Lo que el emisor dice que ocurrió con este dinero no puede ser cierto. No se le cree, y no se cambió nada.',

  'failure.purse-unknown': 'El emisor no conoce este pago. No se cambió nada; pida una dirección nueva.',
  'failure.purse-expired':
    'Este pago o solicitud ha caducado. El dinero que contenía vuelve solo a su remitente; pida uno nuevo.',
  'failure.purse-deleted': 'Quien hizo este pago o solicitud lo ha anulado. Aquí no se cambió nada.',
  'failure.purse-decided': 'Esta solicitud ya está pagada. Aquí no se pagó nada.',
  'failure.invoice-settled': 'Esta solicitud ya está pagada. Aquí no se pagó nada.',
  'failure.purse-not-full': 'El remitente aún no ha puesto todo el dinero. No se cambió nada, y se intenta otra vez.',
  'failure.purse-merged-elsewhere':
    'Este pago ya se tomó, con otro monedero u otra copia de este. Aquí no se cambió nada.',
  'failure.payment-taken': 'Este pago ya se tomó, con otro monedero u otra copia de este. Aquí no se cambió nada.',
  'failure.purse-fee-too-low':
    'El emisor pide una comisión por las solicitudes. No se hizo ninguna solicitud, y no se cambió nada.',
  'failure.purse-fee-too-low+fee': 'Pide {$fee :amount}.',
  'failure.contract-unknown':
    'El emisor no conoce ningún pago con esta dirección: quien lo hizo lo anuló, o la dirección se copió mal. No se cambió nada.',
  'failure.bad-contract-signature':
    'Alguien cambió por el camino las condiciones de este pago. Aquí no se cambió nada; pida una dirección nueva.',
  'failure.econtract':
    'Las condiciones de este pago no se abren con esta dirección. No se cambió nada; pida una dirección nueva.',
  'failure.peer-contract-malformed': 'Las condiciones de este pago no se pueden leer. No se cambió nada.',
  'failure.purse-contract-mismatch':
    'Las condiciones dicen {$said :amount} y el emisor tiene {$holds :amount}, u otra fecha. No se acepta; lo que usted pagó en él, si pagó algo, vuelve cuando caduque.',
  'failure.unknown-transfer': 'Esta transferencia no se conoce aquí. El historial tiene todas las que se empezaron.',
  'failure.unknown-peer-payment': 'Este pago no se conoce aquí. Abra otra vez su dirección.',
  'failure.peer-closed.being-received': 'Este pago se está recibiendo.',
  'failure.peer-closed.received': 'Este pago ya se recibió.',
  'failure.peer-closed.being-paid': 'Esta solicitud se está pagando.',
  'failure.peer-closed.paid': 'Esta solicitud ya está pagada.',
  'failure.peer-closed.taken': 'Su destinatario ya tomó este pago.',
  'failure.peer-closed.closed': 'Este pago está cerrado. El dinero que se puso en él ha vuelto o vuelve por sí solo.',
  'failure.no-money-at-exchange':
    'Esta solicitud solo puede pagarse con dinero emitido por {$host :host}, y este monedero no lo tiene. No se pagó nada.',

  'failure.operation-unknown': 'El banco no conoce esta retirada. No se cambió nada; empiece una nueva en el banco.',
  'failure.operation-taken': 'Otro monedero ya se hizo cargo de esta retirada. Aquí no se cambió nada.',
  'failure.reserve-reused': 'El banco ya ha visto esta retirada. No se cambió nada; empiécela otra vez.',
  'failure.operation-aborted': 'La retirada se canceló en el banco. No se movió dinero.',
  'failure.bank-leaves-amount-open':
    'El banco le deja elegir el importe: indique uno en {$currency :currency}. No se cambió nada.',
  'failure.bank-sum-too-high': 'El banco le deja retirar {$most :amount} como máximo. No se cambió nada; elija menos.',
  'failure.bank-sum-changed':
    'El banco dice ahora {$sum :amount}, y no {$wanted :amount}. No se movió dinero; diga allí que sí solo si es lo que quiere.',
  'failure.bank-says-sum':
    'El importe se indica en el banco, y no en el monedero. No se cambió nada; no lo ponga aquí.',
  'failure.conversion-unclear':
    'Esta cuenta está en otra moneda, y {$host :host} no dice de forma creíble cuánto toma. No se envió nada; pregunte allí antes de hacerlo.',
  'failure.link-other-issuer':
    'En {$host :host} responde otro emisor que el que nombra el enlace. No se retiró nada; pregunte a quien le dio el enlace.',
};

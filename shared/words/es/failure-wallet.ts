// SPDX-License-Identifier: GPL-3.0-or-later

/** Lo que rechazan las tiendas y el propio monedero: qué pasó, si el dinero corre peligro, qué hacer después. */
export const failureWallet = {
  'failure.order-unknown': 'La tienda no conoce este pedido. No se pagó nada.',
  'failure.order-claimed-elsewhere':
    'Otro monedero ya se hizo cargo de este pedido. Aquí no se pagó nada; pida uno nuevo a la tienda.',
  'failure.claim-token-invalid':
    'La dirección de este pedido está incompleta. No se pagó nada; cópiela otra vez de la tienda.',
  'failure.bad-merchant-signature':
    'La respuesta de la tienda no está firmada como debe. El pago no cuenta como hecho, y se vuelve a preguntar a la tienda.',
  'failure.coin-spent':
    'La tienda dice que parte de este dinero ya se había gastado. Se pregunta al emisor antes de tomar otro dinero.',
  'failure.paid-elsewhere': 'Este pedido lo pagó otro monedero. El dinero apartado aquí vuelve.',
  'failure.paid-and-refunded':
    'La tienda dice que este pedido se pagó y se reembolsó, y el emisor aún no conoce ese pago. El dinero sigue apartado, y se pregunta otra vez a ambos.',
  'failure.offer-expired':
    'La oferta de la tienda ha caducado. No se pagó nada, y el dinero apartado para ella vuelve.',
  'failure.denomination-refused': 'La tienda no acepta este dinero. No se pagó nada, y el dinero vuelve.',
  'failure.payment-too-small':
    'Las comisiones eran más altas de lo que la tienda acepta. No se pagó nada, y el dinero vuelve.',
  'failure.contract-malformed': 'La oferta de la tienda no se puede leer. No se pagó nada.',
  'failure.contract-unsupported': 'La oferta de la tienda pide algo que este monedero no sabe hacer. No se pagó nada.',
  'failure.contract-signature-invalid': 'La oferta de la tienda no está firmada por la tienda. No se pagó nada.',
  'failure.contract-nonce-mismatch': 'La oferta de la tienda se hizo para otro monedero. No se pagó nada.',
  'failure.contract-base-url-mismatch': 'La oferta viene de otra tienda que la que usted abrió. No se pagó nada.',
  'failure.contract-order-mismatch': 'La oferta es de otro pedido que el que usted abrió. No se pagó nada.',
  'failure.contract-expired': 'La oferta podía pagarse hasta el {$payDeadline :time}. No se pagó nada.',
  'failure.contract-deadlines': 'Las fechas de la oferta de la tienda no pueden ser correctas. No se pagó nada.',
  'failure.contract-currency': 'La oferta de la tienda mezcla monedas distintas. No se pagó nada.',
  'failure.too-much-kept.shop':
    'Se guarda ya tanto de lo que escribió {$host :host} que no se guarda más. No se pagó nada. Olvide antes en el historial compras antiguas hechas allí.',
  'failure.too-much-kept.person':
    'Se guarda ya tanto de lo que escribieron personas con pagos en {$host :host} que no se guarda más. No se movió dinero. Olvide antes pagos antiguos en el historial.',
  'failure.too-many-refunds':
    '{$host :host} nombra más reembolsos de esta compra de los que se guardan de una, {$limit :integer}. No se pierde dinero de este monedero; lo que la tienda concede de más no se recoge. Pida a la tienda que devuelva el resto en un solo importe.',
  'failure.choice-open':
    'Este pedido puede pagarse de varias maneras y no se eligió ninguna. No se pagó nada; elija una.',
  'failure.choice-not-usable.needs':
    'Además del dinero, la tienda pide {$quote :quote}, que este monedero no sabe usar. No se pagó nada; elija otra manera de pagar.',
  'failure.choice-not-usable.gives':
    'Con ello la tienda da {$quote :quote}, que ningún monedero debe tomar sin conocerlo. No se pagó nada; elija otra manera de pagar.',
  'failure.choice-unsigned':
    'El dinero que tiene aquí es de un emisor de una versión antigua y no puede decir cuál de las opciones paga. No se pagó nada; pida a la tienda un pedido sin opciones.',
  'failure.choice-refused':
    'La tienda ya no conoce algo que nombra su propia oferta. El pago ha terminado; solicite a la tienda un pedido nuevo.',
  'failure.shop-version':
    'La tienda {$host :host} habla un lenguaje que este Holdfast no conoce (versión {$version :version}). No se pagó nada; actualice Holdfast para pagar allí.',
  'failure.shop-blocked':
    '{$host :host} aún no puede aceptar el pago: su emisor quiere saber antes quién es la tienda. Su dinero no se ha perdido; el monedero lo sigue intentando hasta que termine el pedido.',
  'failure.template-unknown':
    '{$host :host} ya no tiene esa oferta. No se pagó nada; pida a la tienda un enlace nuevo.',
  'failure.template-open.amount': '{$host :host} le deja elegir la suma. No se pagó nada; diga cuánto.',
  'failure.template-open.summary': '{$host :host} le deja decir para qué se paga. No se pagó nada; dígalo.',
  'failure.template-differs':
    '{$host :host} escribió un pedido distinto del que se pidió. No se pagó nada, y ese pedido se dejó.',
  'failure.no-order-there':
    'Esta página de {$host :host} no pide dinero con Taler. No se pagó nada; ábrala en su navegador y busque allí un enlace que empiece por taler:.',
  'failure.page-not-asked':
    'A las páginas se les pregunta solo por https y sin nombre de usuario ni contraseña en la dirección. No salió nada.',
  'failure.nothing-to-refund':
    'Este reembolso no es de nada que este monedero conozca: pagó otro monedero, o hace tanto tiempo que ya no puede llegar ningún reembolso. No se cambió nada.',
  'failure.nothing-to-abort': 'Aquí no hay nada sin terminar que pueda anularse. No se cambió nada.',
  'failure.nothing-to-forget': 'Aquí no hay nada que pueda olvidarse. No se cambió nada.',
  'failure.not-forgettable.unfinished':
    'Esto no está terminado: aún puede traer dinero. No se olvidó nada. Anúlelo antes, o espere a que acabe.',
  'failure.not-forgettable.refund':
    'Hay un reembolso de ello en curso. No se olvidó nada. Inténtelo otra vez cuando haya llegado el reembolso.',
  'failure.not-forgettable.disputed':
    'La tienda tomó dinero por ello y no dio nada a cambio, y el contrato es su prueba. Se guarda un año después del pago. No se olvidó nada.',
  'failure.not-forgettable.money': 'Todavía hay dinero allí. No se olvidó nada. Gástelo o envíelo antes.',
  'failure.not-forgettable.left-there':
    'A esta cuenta llegó dinero que nadie anunció y aún está allí. No se olvidó nada. Su línea del historial dice qué será de él.',
  'failure.not-forgettable.place':
    'Esto pagó un lugar que aún guarda copias por este año. No se olvidó nada. Quite antes el lugar.',
  'failure.already-bought': 'Usted ya compró esto, así que no se paga otra vez. Se mostró su pago a la tienda.',
  'failure.already-complete': 'El pago ya estaba completo, así que queda pagado. Pida mejor un reembolso a la tienda.',
  'failure.paid-unconfirmed':
    'El emisor ha pagado a la tienda, y la tienda no confirma el pedido {$orderId :name}. Nada se paga dos veces. Muestre a la tienda la línea de su historial, o pídale un reembolso.',
  'failure.paid-unconfirmed+quote': 'La tienda dice: {$quote :quote}',
  'failure.no-issuer-there': 'Nadie responde en {$host :host}. Revise la dirección y la conexión. No se cambió nada.',
  'failure.unknown-exchange.https':
    'Este dinero lo emite {$host :host}, que este monedero no conoce. Añada ese emisor solo si confía en él. No se cambió nada.',
  'failure.unknown-exchange.http':
    'Este dinero lo emite {$host :host}, que este monedero no conoce, y su dirección no está cifrada. Añada ese emisor solo si confía en él. No se cambió nada.',
  'failure.exchange-not-allowed':
    'El banco nombra un emisor ({$host :host}) al que no puede conducir: su dirección no está cifrada, o está dentro de una red privada. No se cambió nada.',
  'failure.no-accepted-exchange':
    'La tienda no acepta ninguno de los {$currency :currency} de este monedero: no acepta a sus emisores. No se pagó nada.',
  'failure.unknown-purchase': 'Esta compra no se conoce. Abra otra vez la dirección de la tienda; no se cambió nada.',
  'failure.earlier-order-open':
    'Un pago anterior se anuló. Su dinero se renueva antes, para que no pueda tomarse por segunda vez; después se paga.',
  'failure.fees-changed':
    'Esto toma ahora {$total :amount} y no {$shown :amount} como se mostró. No se pagó nada; mírelo otra vez y confirme.',
  'failure.purchase-closed.paid': 'Este pedido ya está pagado.',
  'failure.purchase-closed.paying': 'Este pago está en curso.',
  'failure.purchase-closed.spent':
    'Parte del dinero que iba a pagar esto se había gastado en otra parte o ya no vale, y el resto no alcanza. Aquí no se pagó nada. Si no fue usted, mire si otro dispositivo tiene este monedero.',
  'failure.purchase-closed.closed': 'Esta compra está cerrada. Pida a la tienda un pedido nuevo; no se pagó nada.',

  'failure.insufficient-balance':
    'Hacen falta {$needed :amount}, de ellos {$fees :amount} de comisiones, y pueden usarse {$available :amount} de un mismo emisor. No se pagó nada.',
  'failure.insufficient-balance+change': 'De ello, {$change :amount} es cambio en curso.',
  'failure.insufficient-balance+pending': 'Otros {$pending :amount} están en camino.',
  'failure.insufficient-balance+until':
    'Otros {$tooShort :amount} solo duran hasta el {$until :time}, así que un plazo más corto puede servir.',
  'failure.too-many-coins':
    'Esto tomaría más de {$limit :integer} piezas de dinero a la vez. No se pagó nada; pague un importe menor.',
  'failure.malformed-amount': '{$text :name} no es un importe; escríbalo como KUDOS:4.20. No se cambió nada.',
  'failure.amount-too-fine':
    'El importe más pequeño en esta moneda es {$least :amount}. No se cambió nada; escriba menos cifras.',
  'failure.amount-too-large': '{$text :name} es más de lo que puede manejar cualquier emisor. No se cambió nada.',
  'failure.malformed-currency': '{$text :name} no nombra ninguna moneda; escríbalo como KUDOS:4.20. No se cambió nada.',
  'failure.malformed-taler-uri': 'No es una dirección taler:// completa. Cópiela otra vez; no se cambió nada.',
  'failure.wrong-taler-uri.withdraw':
    'Esta dirección taler:// no es para retirar dinero de un banco, sino para {$got :name}. No se cambió nada.',
  'failure.wrong-taler-uri.pay':
    'Esta dirección taler:// no es para pagar en una tienda, sino para {$got :name}. No se cambió nada.',
  'failure.wrong-taler-uri.refund':
    'Esta dirección taler:// no es para un reembolso, sino para {$got :name}. No se cambió nada.',
  'failure.wrong-taler-uri.pay-push or pay-pull':
    'Esta dirección taler:// no es de una persona, sino para {$got :name}. No se cambió nada.',
  'failure.malformed-base-url':
    '{$text :name} no es la dirección de un emisor: una así es como https://exchange.example.org/, sin nombre de usuario, contraseña ni espacio. No se cambió nada.',
  'failure.amount-is-zero': 'Cero no puede retirarse ni enviarse. No se cambió nada.',
  'failure.wrong-currency': '{$host :host} emite {$expected :currency}, no {$got :currency}. No se cambió nada.',
  'failure.master-key-changed':
    '{$host :host} responde con otra clave que antes, así que no se confía en él y no se le envía nada. Su dinero con la clave antigua se conserva.',
  'failure.reserve-elsewhere':
    'Una copia dice que dinero de otro emisor debe retirarse en {$host :host}. No se firma nada para eso, y no se toca nada suyo.',
  'failure.exchange-full.bytes':
    'Ha pasado tanto entre este monedero y {$host :host} en dos años que no se guarda más. No se perdió nada: el resto se queda allí. Envíe lo que hay aquí a su cuenta bancaria o a otro monedero y siga allí; lo que vino de un banco y no se recoge vuelve a su remitente.',
  'failure.exchange-full.coins':
    'Hay aquí tantas piezas de dinero de {$host :host} que no caben más. No se perdió nada: el resto se queda allí. Pague con ellas, o envíelas a su cuenta bancaria o a otro monedero; eso hace sitio, y el resto llega solo.',
  'failure.no-denominations':
    '{$host :host} no tiene ahora piezas de dinero que encajen en este importe. No se perdió nada.',
  'failure.no-bank-account': '{$host :host} no nombra ninguna cuenta bancaria a la que transferir. No se cambió nada.',
  'failure.terms-unaccepted.new':
    '{$host :host} le pide que acepte antes sus condiciones de uso. No se empezó nada; léalas y siga.',
  'failure.terms-unaccepted.changed':
    '{$host :host} tiene nuevas condiciones de uso. No se empezó nada, y lo que tiene allí sigue siendo suyo; léalas y siga.',
  'failure.no-exchange-for-currency':
    'No se conoce ningún emisor de {$currency :currency}. Añada uno antes; no se cambió nada.',
  'failure.bad-coin-signature':
    '{$host :host} respondió con firmas erróneas. No se aceptan, y se le vuelve a pedir el mismo dinero.',
  'failure.malicious-denomination':
    'Una clave de {$host :host} no mantendría privados sus pagos. No se toma dinero con ella; no se perdió nada.',
  'failure.coin-not-derivable':
    'La clave de una pieza de dinero no está en esta copia del monedero, así que no puede usarse aquí. No se cambió nada.',
  'failure.step-broke':
    'Ocurrió algo inesperado. Este paso no se completó, no se perdió nada y se intenta otra vez. Por favor, informe de ello con el número {$reference :code}.',
  'failure.withdrawal-stalled': '{$host :host} se negó a entregar el dinero. Sigue allí y le espera.',
  'failure.change-disputed':
    '{$host :host} ha tomado {$sum :amount} para dar cambio de ello, y ahora dice que el cambio no se pidió como debía. Ese importe puede estar perdido; se pide otra vez automáticamente, y mientras tanto no se cambia allí nada mayor. Por favor, informe de ello con los detalles.',
  'failure.change-not-known':
    '{$host :host} habla la versión {$version :version}, en la que este Holdfast no sabe cómo se da el cambio. El dinero usado en parte se conserva y podrá usarse de nuevo cuando se actualice el emisor o Holdfast; todo lo demás de allí puede usarse como siempre.',
  'failure.coins-withheld':
    '{$host :host} ha tomado dinero y ahora no lo entrega. Las claves se conservan y se le vuelve a pedir automáticamente; si esto dura, reclame a {$host :host}.',
  'failure.coins-withheld+sum': 'Retiene {$sum :amount}.',
  'failure.not-waiting-for-backup': 'Aquí ya no hay nada esperando una copia. No se cambió nada.',

  'failure.reissue-asks':
    'A {$sum :amount} en {$host :host} aún se llega con la hoja de otro monedero. Pagárselos a usted mismo acaba con eso y cuesta hasta {$fees :amount}; quedarían {$total :amount}. No se hace nada sin su acuerdo.',
  'failure.not-backed-up-yet.no-provider':
    'Aún no hay ningún lugar para copias. {$staysIn :said} Añada un lugar para seguir.',
  'failure.not-backed-up-yet.too-few-providers':
    'Usted quiere {$wanted :integer} copias y hay lugares para {$there :integer}. {$staysIn :said} Añada un lugar, o quiera menos copias.',
  'failure.not-backed-up-yet.no-copy':
    'La copia aún no ha llegado a suficientes lugares. {$staysIn :said} Se intenta otra vez automáticamente.',
  'failure.not-backed-up-yet.fees-first': 'Los lugares para copias piden antes {$fees :said}. {$staysIn :said}',
  'failure.not-backed-up-yet.fees-lacking':
    'Los lugares para copias piden {$fees :said}, y aquí no hay dinero para pagarlo. {$staysIn :said} Siga sin copia de este importe, o añada un lugar gratuito.',
  'failure.not-backed-up-yet.fees-too-high':
    'Los lugares para copias piden {$fees :said}; con lo que cuesta pagarlo es más de lo que hay, o más de lo que usted aceptó. {$staysIn :said} Añada el lugar otra vez con un límite mayor, añada uno gratuito, o siga sin copia.',
  'failure.not-backed-up-yet+until':
    'Debe renovarse antes del {$until :time}, o se pierde. Renuévelo sin copia antes que dejarlo caducar.',
  'failure.not-backed-up-yet.unknown':
    'La copia aún no ha llegado a suficientes lugares. {$staysIn :said} Se intenta otra vez automáticamente.',
  'staysIn.reserve': 'Hasta entonces el dinero espera en su emisor.',
  'staysIn.coin': 'Hasta entonces el cambio espera donde está.',
  'staysIn.sender': 'Hasta entonces el pago se queda con su remitente.',
  'staysIn.payer': 'Hasta entonces la solicitud no se entrega.',

  'failure.superseded': '{$standing :said}',
  'standstill.superseded':
    'Ahora el dispositivo activo de este monedero es otro, así que este no paga ni guarda copias. No se pierde dinero. Para seguir aquí en su lugar, conserve este dispositivo.',
  'standstill.leaving':
    'Este monedero se está dejando en este dispositivo. No mueve dinero hasta que los lugares para copias lo sepan, lo que sigue por sí solo. Para quedarse, conserve este dispositivo.',
  'standstill.abandoned':
    'Este monedero se dejó en este dispositivo. Su dinero espera en las copias a quien lo tome con la hoja de recuperación.',
  'standstill.taken-over':
    'Este monedero se tomó en otra parte, así que este dispositivo no paga ni guarda copias. Busque allí el dinero. Para seguir aquí en su lugar, conserve este dispositivo.',
  'standstill.moved':
    'Este monedero ha pasado a un secreto nuevo, así que este dispositivo no paga ni guarda copias. Borre aquí el monedero y restáurelo con la hoja nueva. Lo que solo este dispositivo sabe se entrega antes a las copias antiguas; el otro dispositivo lo encuentra allí cuando toma la hoja antigua.',
  'standstill.taken-over-left':
    'Este monedero se tomó en otra parte, así que este dispositivo no paga ni guarda copias. Busque allí el dinero.',

  'failure.malformed-account.not-a-payto':
    'No es la dirección de una cuenta bancaria. Es como payto://iban/DE75512108001245126199?receiver-name=NOMBRE. No se movió dinero.',
  'failure.malformed-account.iban-shape': 'El IBAN tiene una longitud errónea o un signo erróneo. No se movió dinero.',
  'failure.malformed-account.iban-checksum':
    'Los dígitos de control del IBAN son erróneos: al menos un dígito está mal escrito. No se movió dinero.',
  'failure.malformed-account.bic': 'El BIC delante del IBAN es erróneo. No se movió dinero.',
  'failure.malformed-account.account-name': 'El nombre de la cuenta o de su banco es erróneo. No se movió dinero.',
  'failure.malformed-account.bitcoin-address': 'La dirección de Bitcoin es errónea. No se movió dinero.',
  'failure.malformed-account.receiver-place':
    'La localidad o el código postal de esta dirección no puede usarse: es demasiado largo o tiene un signo que no se ve. No se movió dinero.',
  'failure.malformed-account.receiver-name':
    'El nombre del titular de la cuenta falta o es demasiado largo (añada ?receiver-name=NOMBRE). No se movió dinero.',
  'failure.unsupported-account': 'Este monedero no puede pagar a cuentas del tipo {$method :name}. No se movió dinero.',
  'failure.no-payout-exchange':
    'Ningún emisor de {$currency :currency} paga a cuentas del tipo {$method :name}. No se movió dinero.',
  'failure.recoup-elsewhere':
    '{$host :host} dice que entregó a otra persona el valor de dinero retirado, lo que no puede ser. Se conserva; por favor, informe de ello.',
  'failure.deposit-refused': 'El emisor no aceptó el ingreso. El dinero vuelve, menos la comisión por renovarlo.',
  'failure.deposit-confirmed.wired':
    'Este ingreso ya se transfirió a la cuenta, así que ya no puede anularse. El dinero está allí.',
  'failure.deposit-confirmed.confirmed':
    'Este ingreso está confirmado y se está transfiriendo, así que ya no puede anularse. El dinero llega a la cuenta.',
  'failure.invoice-fee.ask':
    '{$host :host} pide {$fee :amount} por cada solicitud, incluido lo que cuesta moverlo. No se cambió nada; acéptelo y solicite otra vez, o pida que le envíen el dinero.',
  'failure.invoice-fee.no-coins':
    '{$host :host} pide {$fee :amount} por cada solicitud, que se paga por adelantado, y usted no tiene dinero allí. No se cambió nada; añada antes un poco de dinero allí, o pida que le envíen el dinero.',
  'failure.invoice-fee.cannot':
    '{$host :host} pide {$fee :amount} por cada solicitud, lo que este monedero no puede pagar allí. No se cambió nada; pida que le envíen el dinero.',
  'failure.withdrawal-fees.ask':
    '{$host :host} toma {$fees :amount} de {$sum :amount} en comisiones, así que llegarían {$total :amount}. No se cambió nada; acéptelo, o elija otro importe u otro emisor.',
  'failure.withdrawal-fees.dearer':
    '{$host :host} toma ahora {$fees :amount} de los {$sum :amount} que llegaron, así que quedarían {$total :amount}. No se toma nada si usted no acepta; el dinero se queda allí.',
  'failure.withdrawal-fees+agreed': 'Usted había aceptado {$agreed :amount} en comisiones.',
  'failure.renewal-fees':
    'Una copia más antigua de este monedero aún puede gastar {$sum :amount} en {$host :host}. Renovarlo deja sin valor el dinero de esa copia y cuesta {$fees :amount}, así que quedarían {$total :amount}. No se renueva nada si usted no acepta, y puede gastarse tal como está.',
  'failure.refund-renewal':
    '{$host :host} toma ahora más de lo que se mostró por lo que volvió o sobró de pagos: dejarlo listo para gastar cuesta {$fees :amount} de {$sum :amount}, así que quedarían {$total :amount}. Está a salvo y espera hasta que usted acepte, o hasta que bajen las comisiones.',
  'failure.not-asked-about-fees': 'Esto no espera ninguna respuesta sobre comisiones. No se cambió nada.',
  'failure.below-purse-fee':
    '{$host :host} no transmite pagos entre personas por debajo de {$least :amount}. No se cambió nada; envíe al menos eso.',
  'failure.beyond-limit.withdraw':
    '{$host :host} no deja a nadie retirar más de {$limit :amount} de una vez. No se cambió nada; retire menos, o el resto más tarde.',
  'failure.beyond-limit.purse':
    '{$host :host} no transmite pagos entre personas de más de {$limit :amount}. No se cambió nada; haga varios pagos menores.',
  'failure.beyond-limit.deposit':
    '{$host :host} no paga más de {$limit :amount} a una misma cuenta bancaria. No se cambió nada; ingrese menos, o el resto más tarde.',
  'failure.beyond-limit.hold':
    '{$host :host} no deja a nadie tener más de {$limit :amount}. No se cambió nada; gaste antes algo de lo que tiene allí, o use otro emisor.',
  'failure.beyond-limit+withinMs': 'El límite se cuenta sobre {$withinMs :span}.',
};

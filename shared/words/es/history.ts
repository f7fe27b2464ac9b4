// SPDX-License-Identifier: GPL-3.0-or-later

/** Lo que pasó con el saldo. */
export const history: Readonly<Record<string, string>> = {
  'history.title': 'Historial',
  'history.lead': 'Cada cambio del saldo, comisiones incluidas.',
  'history.empty': 'Aún no ha pasado nada.',
  'history.when': 'Cuándo',
  'history.what': 'Qué',
  'history.amount': 'Importe',
  'history.fees': '{$fees :amount} de comisiones',
  'history.effect': 'Efecto',
  'history.sum': 'Todas las líneas juntas',
  'history.equal': 'Las líneas suman el saldo, exactamente.',
  'history.unequal':
    'Las líneas no suman el saldo en {$currencies :currencies}. Su dinero no se ve afectado. Es un defecto de Holdfast: por favor, informe de ello.',
  'history.type.withdrawal': 'Dinero añadido',
  'history.type.payment': 'Pago',
  'history.type.provider-fee': 'Precio de las copias',
  'history.type.refresh': 'Cambio',
  'history.type.refund': 'Reembolso',
  'history.type.deposit': 'A una cuenta bancaria',
  'history.type.spent-elsewhere': 'Gastado en otra parte',
  'history.type.found-again': 'Encontrado de nuevo',
  'history.type.peer-sent': 'Enviado a una persona',
  'history.type.peer-received': 'Recibido de una persona',
  'history.type.invoice-paid': 'Solicitud pagada',
  'history.type.invoice-received': 'Su solicitud',
  'history.toCode': 'Al código',
  'history.state.pending': 'en curso',
  'history.state.failed': 'fallido',
  'history.state.aborted': 'anulado',
  'history.state.expired': 'caducado',
};

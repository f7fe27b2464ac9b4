// SPDX-License-Identifier: GPL-3.0-or-later
import type { history as english } from '../en/history.ts';

/** Was mit dem Guthaben geschehen ist. */
export const history: Readonly<Record<keyof typeof english, string>> = {
  'history.title': 'Verlauf',
  'history.lead': 'Jede Änderung des Guthabens, Gebühren eingeschlossen.',
  'history.empty': 'Noch ist nichts geschehen.',
  'history.when': 'Wann',
  'history.what': 'Was',
  'history.amount': 'Betrag',
  'history.fees': '{$fees :amount} Gebühren',
  'history.effect': 'Wirkung',
  'history.sum': 'Alle Zeilen zusammen',
  'history.equal': 'Die Zeilen ergeben zusammen genau das Guthaben.',
  'history.unequal':
    'Die Zeilen ergeben zusammen nicht das Guthaben in {$currencies :currencies}. Ihr Geld ist unberührt. Das ist ein Fehler in Holdfast: Bitte melden Sie ihn.',
  'history.type.withdrawal': 'Geld aufgeladen',
  'history.type.payment': 'Zahlung',
  'history.type.provider-fee': 'Gebühr für Kopien',
  'history.type.refresh': 'Wechselgeld',
  'history.type.refund': 'Rückerstattung',
  'history.type.deposit': 'Auf Bankkonto',
  'history.type.spent-elsewhere': 'Anderswo ausgegeben',
  'history.type.found-again': 'Wiedergefunden',
  'history.type.peer-sent': 'An eine Person gesendet',
  'history.type.peer-received': 'Von einer Person bekommen',
  'history.type.invoice-paid': 'Anforderung bezahlt',
  'history.type.invoice-received': 'Ihre Anforderung',
  'history.toCode': 'Zum Code',
  'history.state.pending': 'unterwegs',
  'history.state.failed': 'fehlgeschlagen',
  'history.state.aborted': 'beendet',
  'history.state.expired': 'abgelaufen',
};

// SPDX-License-Identifier: GPL-3.0-or-later

/** Ce qui est arrivé au solde. */
export const history: Readonly<Record<string, string>> = {
  'history.title': 'Historique',
  'history.lead': 'Chaque changement du solde, frais compris.',
  'history.empty': 'Il ne s’est encore rien passé.',
  'history.when': 'Quand',
  'history.what': 'Quoi',
  'history.amount': 'Montant',
  'history.fees': '{$fees :amount} de frais',
  'history.effect': 'Effet',
  'history.sum': 'Toutes les lignes ensemble',
  'history.equal': 'Les lignes s’additionnent au solde, exactement.',
  'history.unequal':
    'Les lignes ne s’additionnent pas au solde en {$currencies :currencies}. Votre argent n’est pas touché. C’est un défaut de Holdfast : signalez-le.',
  'history.type.withdrawal': 'Argent ajouté',
  'history.type.payment': 'Paiement',
  'history.type.provider-fee': 'Prix des copies',
  'history.type.refresh': 'Monnaie',
  'history.type.refund': 'Remboursement',
  'history.type.deposit': 'Vers un compte bancaire',
  'history.type.spent-elsewhere': 'Dépensé ailleurs',
  'history.type.found-again': 'Retrouvé',
  'history.type.peer-sent': 'Envoyé à une personne',
  'history.type.peer-received': 'Reçu d’une personne',
  'history.type.invoice-paid': 'Demande payée',
  'history.type.invoice-received': 'Votre demande',
  'history.toCode': 'Vers le code',
  'history.state.pending': 'en cours',
  'history.state.failed': 'échoué',
  'history.state.aborted': 'annulé',
  'history.state.expired': 'expiré',
};

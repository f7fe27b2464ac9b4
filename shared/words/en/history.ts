// SPDX-License-Identifier: GPL-3.0-or-later

/** What happened to the balance. */
export const history = {
  'history.title': 'History',
  'history.lead': 'Every change of the balance, fees included.',
  'history.empty': 'Nothing has happened yet.',
  'history.when': 'When',
  'history.what': 'What',
  'history.amount': 'Amount',
  'history.fees': '{$fees :amount} fees',
  'history.effect': 'Effect',
  'history.sum': 'All lines together',
  'history.equal': 'The lines add up to the balance, exactly.',
  'history.unequal':
    'The lines do not add up to the balance in {$currencies :currencies}. Your money is untouched. This is a defect of Holdfast: please report it.',
  'history.type.withdrawal': 'Money added',
  'history.type.payment': 'Payment',
  'history.type.provider-fee': 'Fee for copies',
  'history.type.refresh': 'Change',
  'history.type.refund': 'Refund',
  'history.type.deposit': 'To bank account',
  'history.type.spent-elsewhere': 'Spent elsewhere',
  'history.type.found-again': 'Found again',
  'history.type.peer-sent': 'Sent to a person',
  'history.type.peer-received': 'Received from a person',
  'history.type.invoice-paid': 'Request paid',
  'history.type.invoice-received': 'Your request',
  'history.toCode': 'To the code',
  'history.state.pending': 'under way',
  'history.state.failed': 'failed',
  'history.state.aborted': 'ended',
  'history.state.expired': 'expired',
} as const;

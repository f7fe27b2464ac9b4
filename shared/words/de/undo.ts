// SPDX-License-Identifier: GPL-3.0-or-later
import type { undo as en } from '../en/undo.ts';

export const undo: Readonly<Record<keyof typeof en, string>> = {
  'undoing.title': 'Rückgängig machen',
  'undoing.lead':
    'Was durch eine Wiederherstellung auf diesen Computer kam, lässt sich 30 Tage lang rückgängig machen. Was das für das Geld heißt, steht da, bevor etwas geschieht.',
  'undoing.step.restore': 'Hier wurde eine Wallet wiederhergestellt',
  'undoing.step.continued': 'Eine andere Wallet wurde übernommen und geht hier weiter',
  'undoing.step.joined': 'Das Geld einer anderen Wallet kam in diese',
  'undoing.step.when': '{$at :time}; lässt sich bis {$until :day} rückgängig machen',
  'undoing.underWay': 'Wird rückgängig gemacht. Das geht von selbst weiter, sobald genug Orte davon wissen.',
  'undoing.open': 'Das rückgängig machen …',
  'undoing.open.label': 'Rückgängig machen, was {$at :time} geschah',
  'undoing.ask.title': 'Das rückgängig machen?',
  'undoing.ask.looking': 'Es wird nachgesehen, was das hieße …',
  'undoing.do': 'Rückgängig machen',
  'undoing.keep': 'So lassen',

  'undo.empty-again': 'Auf diesem Computer ist dann keine Wallet mehr, wie zuvor.',
  'undo.left-again': 'Dieses Gerät hat jene Wallet dann verlassen, wie zuvor.',
  'undo.leaves':
    '{$sums :said} verlassen diesen Computer: alles, was in dieser Wallet ist, auch was seither kam. Verloren ist nichts. Es bleibt in den Kopien an ihren Orten, und ihr Notfallblatt oder, wenn sie eine hat, ihre Treuhand bringt es zurück. Was seither ausgegeben wurde, bleibt ausgegeben.',
  'undo.nothing-leaves': 'In dieser Wallet ist kein Geld.',
  'undo.stands-still':
    'Weil die Wallet übernommen wurde, stehen diese Geräte still: {$others :names}. Um dort weiterzumachen, wählen Sie dort „Dieses weiter benutzen“.',
  'undo.returns':
    '{$sums :said}, die von der anderen Wallet kamen, verlassen diese. Verloren ist nichts: Das Blatt jener Wallet bringt sie weiter zurück. Diese Orte haben sie: {$places :places}.',
  'undo.no-money-returns': 'Kein Geld verlässt diese Wallet, nur Einträge der anderen, die hier nichts wert sind.',
  'undo.stays':
    'In der anderen Wallet waren {$there :said}, als sie übernommen wurde. Was hier nicht genannt ist, bleibt in dieser Wallet: Es wurde an sie gezahlt oder seither gebraucht, und nur sie kann es zurückbringen.',
  'undo.silent':
    'Was nur diese Orte der anderen Wallet haben, bleibt auch hier, denn sie haben nicht geantwortet: {$places :places}.',
  'undo.told':
    'Geräte der anderen Wallet, die von der Übernahme gehört haben, stehen still. Um mit einem davon weiterzumachen, wählen Sie dort „Dieses weiter benutzen“.',
  'undo.goes-on':
    'Es hat begonnen. Noch wissen nicht genug Orte davon, also ist hier nichts weg; es geht von selbst weiter. Bis dahin beendet „Dieses weiter benutzen“ es.',
  'undo.left':
    'Rückgängig gemacht. Die Wallet ist nicht mehr auf diesem Computer, und ihr Blatt oder, wenn sie eine hat, ihre Treuhand bringt sie zurück. Es wissen davon: {$told :places}.',
  'undo.untold':
    'Keine Antwort kam von {$places :places}. Dort erfährt niemand davon, und dieses Gerät scheint noch in Gebrauch zu sein.',
  'undo.returned':
    'Rückgängig gemacht. {$sums :said} haben diese Wallet verlassen, und das Blatt der anderen Wallet bringt sie zurück.',
  'undo.done': 'Rückgängig gemacht.',
};

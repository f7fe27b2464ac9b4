// SPDX-License-Identifier: GPL-3.0-or-later
import type { brought as en } from '../en/brought.ts';

export const brought: Readonly<Record<keyof typeof en, string>> = {
  'import.title': 'Von der Wallet von GNU Taler kommen',
  'import.lead':
    'Holt das Geld aus der Wallet von GNU Taler in diese. Zuerst wird gezeigt, was dort ist; geändert wird nichts, bevor Sie zustimmen.',
  'import.text': 'Ihr Link oder ihr Wiederherstellungstext',
  'import.text.help':
    'Der Link beginnt mit taler://recovery oder taler://restore. Auch ihr Wiederherstellungstext und ihre offene Sicherung (JSON) lassen sich hier einfügen.',
  'import.file': 'Oder eine Datei',
  'import.file.taken': 'Die Datei',
  'import.file.choose': 'Datei wählen …',
  'import.file.given': 'Es wurde gelesen und ist zu lang, um es zu zeigen.',
  'import.file.chosen': '{$file :file} wurde gelesen.',
  'import.file.drop': 'Eine andere nehmen',
  'import.file.large':
    'Diese Datei ist größer als jede Wallet (höchstens {$limit :bytes}), darum wurde sie nicht gelesen.',
  'import.file.empty': 'Diese Datei ist leer. Nichts wurde geändert; holen Sie sie noch einmal aus jener Wallet.',
  'import.file.unread': 'Diese Datei ist nicht zu lesen.',
  'import.secret': 'Der Link, der diese Kopie öffnet',
  'import.secret.help': 'Die Kopie ist versiegelt. Ihr Link, ihr Wiederherstellungstext oder ihr Geheimnis öffnet sie.',
  'import.look': 'Nachsehen, was darin ist',
  'import.looking': 'Es wird nachgesehen …',
  'import.found': 'Was darin ist',
  'import.written': 'Geschrieben am {$at :time}.',
  'import.byTheCopy': 'Das sagt die Kopie. Was davon noch zu gebrauchen ist, wird bei den Ausgebern gefragt.',
  'import.issuer': '{$there :amount} bei {$issuer :place}',
  'import.issuer.coins': 'Unbenutzte Geldstücke: {$coins :integer}.',
  'import.issuer.incoming': '{$sum :amount} davon sind unterwegs und werden hier geholt.',
  'import.counts': 'Zahlungen: {$payments :integer}. Abhebungen: {$withdrawals :integer}.',
  'import.empty': 'Darin ist kein Geld.',
  'import.here': 'All das wurde schon hergeholt. Noch einmal ändert nichts.',
  'import.bad': 'Was sich nicht holen lässt, wie es ist',
  'import.bad.line': 'Nr. {$at :integer}: {$what :said}',
  'import.places': 'Ihre Orte für Kopien',
  'import.places.help':
    'An diesen Orten hat jene Wallet Kopien. Holdfast benutzt sie nicht von selbst; Sie können sie unter „Schutz“ hinzufügen.',
  'import.stop':
    'Benutzen Sie die andere Wallet vorher nicht mehr, wo immer sie ist. Sie hat die Schlüssel zu diesem Geld, bis es an diese gezahlt ist.',
  'import.do': 'Herholen',
  'import.pending': 'Es wird hergeholt …',
  'import.ask.title': 'Stimmen Sie dem zu?',
  'import.agree': 'Ja, herholen',
  'import.toSheet': 'Zum Notfallblatt',
  'import.link': 'Von der Wallet von GNU Taler kommen …',

  'brought.exchanges': 'Der Name eines Ausgebers. {$why :said} {$stake :said}',
  'brought.exchange_details': 'Ein Ausgeber mit seinem Geld. {$why :said} {$stake :said}',
  'brought.denominations': 'Eine Sorte Geld. {$why :said} {$stake :said}',
  'brought.coins': 'Ein Geldstück. {$why :said} {$stake :said}',
  'brought.withdrawal_groups': 'Eine Abhebung. {$why :said} {$stake :said}',
  'brought.refresh_groups': 'Ein Wechseln. {$why :said} {$stake :said}',
  'brought.purchases': 'Eine Zahlung. {$why :said} {$stake :said}',
  'brought.tips': 'Ein Geschenk eines Ladens. {$why :said} {$stake :said}',
  'brought.recoup_groups': 'Eine Rückgabe von Geld. {$why :said} {$stake :said}',
  'brought.others':
    'Einträge, die Holdfast nicht kennt; sie heißen {$name :code}. Falls Geld daran hängt, kommt es nicht mit.',
  'brought.backup_providers': 'Ein Ort für Kopien. {$why :said} {$stake :said}',
  'broughtWhy.unreadable': 'Der Eintrag ist beschädigt.',
  'broughtWhy.unsigned': 'Die richtige Unterschrift fehlt.',
  'broughtWhy.age-restricted': 'Dazu gehört ein Altersnachweis, den die Kopie nicht enthält.',
  'broughtWhy.twice': 'Der Eintrag steht zweimal da.',
  'broughtWhy.refers-to-nothing': 'Etwas, das dazugehört, fehlt.',
  'broughtWhy.no-longer-possible': 'Das gibt niemand mehr aus.',
  'broughtStake.nothing': 'Daran hängt kein Geld.',
  'broughtStake.asked-again': 'Der Ausgeber wird noch einmal danach gefragt.',
  'broughtStake.asked-again+sum': 'Wert: {$sum :amount}.',
  'broughtStake.comes-anyway': 'Das Geld kommt trotzdem.',
  'broughtStake.comes-anyway+sum': 'Wert: {$sum :amount}.',
  'broughtStake.money': 'Daran hängt Geld, das mit dieser Kopie nicht kommt.',
  'broughtStake.money+sum': 'Wert: {$sum :amount}.',

  'restored.brought-in': 'Was in jener Wallet ist, wurde hergeholt.',
  'restored.brought-in+total': 'In dieser Wallet sind jetzt {$total :said}.',
  'restored.brought-own-secret':
    'Diese Wallet hat jetzt einen eigenen geheimen Code von 64 Bytes; der der anderen Wallet öffnet hier nichts. Drucken Sie ihr Notfallblatt.',
  'restored.brought-nothing-new': 'All das wurde schon hergeholt, darum wurde nichts geändert.',
  'restored.brought-short':
    'Einträge, die sich nicht holen ließen, wie sie sind: {$bad :integer}. An {$money :integer} davon hängt Geld, das nicht kommt.',

  'failure.import-asks':
    'Nach ihrer Kopie hat jene Wallet {$there :said}, bei {$issuers :hosts}. Das wird an diese Wallet gezahlt, weil das andere Programm es sonst ausgeben könnte. Benutzen Sie es dort nicht mehr. Rückgängig machen lässt sich das nicht. Noch wurde nichts geändert.',
  'failure.import-asks+fees': 'Die Zahlung kostet bis zu {$fees :said}.',
  'failure.import-asks+stays':
    '{$stays :said} davon lassen sich jetzt nicht zahlen; das andere Programm kann sie auch danach ausgeben.',
  'failure.import-asks+silent':
    '{$silent :hosts} hat nicht geantwortet, darum lässt sich jetzt nicht zahlen, was dort ist. Versuchen Sie es später, wenn Sie warten können.',
  'failure.import-too-large':
    'Das ist größer als jede Wallet (höchstens {$limit :bytes}), darum wurde es nicht gelesen. Es wurde nichts geändert.',
  'failure.import-too-many':
    'Das enthält mehr Einträge, als von einer Wallet gelesen werden (höchstens {$limit :integer}), darum wurde es nicht übernommen. Es wurde nichts geändert, und ihr Geld ist, wo es war: Zahlen Sie es von dort hierher, mit „Empfangen“ hier.',
  'failure.import-not-a-wallet':
    'Das stammt nicht von der Wallet von GNU Taler: Es ist kein Link zu ihren Kopien, kein Wiederherstellungstext und keine Sicherung von ihr. Es wurde nichts geändert.',
  'failure.import-damaged':
    'Das beginnt wie eine Sicherung der Wallet von GNU Taler, ist aber abgeschnitten oder beschädigt. Es wurde nichts geändert, und ihr Geld ist, wo es war; kopieren Sie es noch einmal.',
  'failure.import-newer':
    'Das hat eine Version der Wallet von GNU Taler geschrieben, die Holdfast nicht lesen kann: {$version :code}. Es wurde nichts geändert, und ihr Geld ist, wo es war: Zahlen Sie es von dort hierher, mit „Empfangen“ hier.',
  'failure.import-needs-secret':
    'Diese Kopie ist versiegelt. Geben Sie den Link, den Wiederherstellungstext oder das Geheimnis ihrer Wallet an. Es wurde nichts geändert.',
  'failure.import-wrong-secret':
    'Dieses Geheimnis öffnet die Kopie nicht: Es gehört zu einer anderen Wallet, oder die Kopie ist beschädigt. Es wurde nichts geändert.',
  'failure.import-is-ours':
    'Die Kopien dort sind von Holdfast. „Wiederherstellen“ bringt jene Wallet zurück, „Übernehmen“ ihr Geld. Es wurde nichts geändert.',
};

// SPDX-License-Identifier: GPL-3.0-or-later
import type { agree as english } from '../en/agree.ts';

/** Womit man sich einverstanden erklärt, der Augenblick danach, und eine Überweisung Stück für Stück. */
export const agree: Readonly<Record<keyof typeof english, string>> = {
  'agree.pay': '{$sum :amount} bezahlen',
  'agree.send': '{$sum :amount} senden',
  'agree.take': '{$sum :amount} annehmen',
  'agree.request': '{$sum :amount} anfordern',
  'agree.transfer': '{$sum :amount} an die Bank senden',
  'agree.accept': '{$sum :amount} annehmen',
  'agree.prepare': 'Überweisung über {$sum :amount} vorbereiten',
  'success.money': 'Zurück zu Ihrem Geld',
  'success.toMoney': 'Zu Ihrem Geld',
  'success.protection': 'Zu Ihrem Schutz',
  'slow.look': 'Der Herausgeber wird gefragt.',
  'slow.deed': 'Es geschieht gerade. Es geht von selbst weiter, wenn Sie diese Seite verlassen.',
  'slow.cancel': 'Beenden',
  'request.toReceive': 'Eine Zahlung annehmen',
  'deposit.account.blank': 'Schreiben Sie zuerst das Konto.',
  'sum.most': 'Max.',
  'sum.most.label': 'Max.: alles, was gehen kann, nach Gebühren',
  'sum.most.nothing': 'Im Moment kann nichts gehen.',
  'qr.enlarge': 'Groß zeigen: {$what :said}',
  'qr.tap': 'Zum Vergrößern drücken',
  'qr.brighter': 'Wenn die Kamera ihn nicht findet, stellen Sie den Bildschirm heller.',
  'qr.close': 'Schließen',
  'bank.from': 'Von der Bank',
  'bank.choose': 'Die Bank überlässt Ihnen den Betrag.',
  'bank.choose.most': 'Die Bank überlässt Ihnen den Betrag, bis zu {$most :amount}.',
  'bank.cardFees': 'Bank und Karte nehmen dazu',
  'bank.wireFee': 'Die Überweisung kostet dazu',
  'bank.atBank':
    'Wie viel es wird, sagen Sie dort, wo Sie einzahlen. Sie werden gefragt, bevor mehr als ein Zehntel davon zu Gebühren würde.',
  'bank.atBank.begun': 'Was Sie bei der Bank einzahlen, wird von {$exchange :said} herausgegeben.',
  'bank.atBank.do': 'Annehmen, was eingezahlt wird',
  'add.play.more': 'Mehr holen',
  'transfer.title': 'Ihre Überweisung',
  'transfer.show': 'Überweisung zeigen',
  'transfer.you': 'Sie überweisen',
  'transfer.iban': 'IBAN',
  'transfer.bic': 'BIC',
  'transfer.bank': 'Bank',
  'transfer.place': 'Postleitzahl und Ort',
  'transfer.way': 'Auf welches Konto',
  'transfer.only':
    'Dieses Konto nimmt nur Geld von manchen Konten; was von einem anderen kommt, kann abgewiesen oder zurückgeschickt werden. Der Herausgeber sagt: {$said :quote}',
  'transfer.onlySome':
    'Dieses Konto nimmt nur Geld von manchen Konten, und der Herausgeber sagt nicht, von welchen. Was von einem anderen kommt, kann abgewiesen oder zurückgeschickt werden: Fragen Sie den Herausgeber, bevor Sie senden.',
  'transfer.kept':
    '.input {$days :integer} .match $days one {{Der Herausgeber nennt keinen Tag, bis zu dem die Überweisung da sein muss. Ist ihr Geld dort, wartet es {$days} Tag auf diese Wallet; was bis dahin nicht geholt ist, geht an das Konto zurück, von dem es kam, abzüglich dessen, was der Herausgeber dafür nimmt.}} * {{Der Herausgeber nennt keinen Tag, bis zu dem die Überweisung da sein muss. Ist ihr Geld dort, wartet es {$days} Tage auf diese Wallet; was bis dahin nicht geholt ist, geht an das Konto zurück, von dem es kam, abzüglich dessen, was der Herausgeber dafür nimmt.}}',
  'deposit.only':
    'Der Herausgeber zahlt nur auf manche Konten aus; ist dieses ein anderes, kann das Geld aufgehalten werden. Der Herausgeber sagt: {$said :quote}',
  'deposit.onlySome':
    'Der Herausgeber zahlt nur auf manche Konten aus und sagt nicht, auf welche. Ist dieses ein anderes, kann das Geld aufgehalten werden: Fragen Sie zuerst den Herausgeber.',
  'transfer.reference': 'Referenz',
  'transfer.link': 'Alles als Link',
  'transfer.reference.wrong':
    'Die Referenz, die bei diesem Konto steht, kann nicht stimmen. Senden Sie nichts dorthin; nehmen Sie ein anderes Konto, oder fragen Sie den Herausgeber.',
  'transfer.about':
    'Etwa {$sum :amount} zum Kurs von jetzt. Wie viel ankommt, entscheidet der Kurs, wenn es eintrifft.',
  'transfer.otherCurrency': 'andere Währung',
  'cli.withdraw.also': 'Es kann auch gehen an: {$address :address}',
  'transfer.code.epc': 'QR-Code für Banking-Apps: eine Überweisung über {$sum :amount}',
  'transfer.code.swiss': 'Schweizer QR-Code für Banking-Apps: eine Überweisung über {$sum :amount}',
  'transfer.scan.epc': 'Für Ihre Banking-App. Zum Vergrößern drücken.',
  'transfer.scan.swiss': 'Schweizer QR-Code für Ihre Banking-App. Zum Vergrößern drücken.',
  'transfer.arriving': 'Die Überweisung ist da. Ihr Geld wird gerade bereitgemacht.',
  'transfer.done': '{$sum :amount} sind angekommen',
  'transfer.ended': 'Diese Überweisung wurde beendet. Kommt sie trotzdem, wird ihr Geld gefunden und angenommen.',
};

// SPDX-License-Identifier: GPL-3.0-or-later
import type { rekey as english } from '../en/rekey.ts';

/** Ein neues Geheimnis, weil jemand anders das Blatt gesehen haben kann. */
export const rekey: Readonly<Record<keyof typeof english, string>> = {
  'rekey.stays':
    '{$stays :said} lässt sich jetzt nicht umziehen, weil es zu wenig, bald abgelaufen oder unterwegs ist. Wer das alte Blatt hat, kommt weiter daran; es bleibt benutzbar und zieht um, sobald es geht.',
  'rekey.issuers-silent':
    'Diese Herausgeber antworten nicht: {$issuers :places}. {$sums :said} dort zieht um, wenn sie es tun; nach den Kosten werden Sie dann gefragt.',
  'rekey.places-silent':
    'Diese Orte haben nicht geantwortet, darum steht hier ihr letzter bekannter Preis: {$places :places}. Will einer mehr, werden Sie gefragt.',
  'rekey.coming':
    '{$coming :said} ist unterwegs hierher. Wer das alte Blatt hat, könnte es nehmen, wenn es ankommt. Wenn Sie können, senden Sie es nicht und beginnen Sie danach neu.',
  'rekey.sent':
    '.input {$payments :integer} .match $payments one {{{$payments} Zahlung an oder von Menschen ist offen. Wer das alte Blatt hat, könnte sie zuerst nehmen; beenden Sie sie, wenn Ihnen das zu unsicher ist.}} * {{{$payments} Zahlungen an oder von Menschen sind offen. Wer das alte Blatt hat, könnte sie zuerst nehmen; beenden Sie sie, wenn Ihnen das zu unsicher ist.}}',
  'rekey.devices':
    'Andere Geräte dieser Wallet hören auf: {$devices :names}. Was nur sie wissen, zieht nicht um; lassen Sie sie vorher eine Kopie machen, wenn Sie können. Löschen Sie danach dort die Wallet und stellen Sie sie mit dem neuen Blatt wieder her.',
  'rekey.passwords':
    'Auch das Passwort von {$places :places} ließ sich mit dem alten Blatt lesen. Ändern Sie es dort und geben Sie das neue hier ein.',
  'rekey.copies-stay':
    'Alte Kopien bleiben: Wer das alte Blatt hat, kann darin lesen, was Sie bis heute getan haben, bekommt aber nichts von dem Geld, das umgezogen ist.',
  'rekey.escrow-follows':
    'Was hinterlegt ist, kommt nach: Die Nachweise werden für das neue Geheimnis neu gemacht und im vereinbarten Rahmen eines Jahres bezahlt.',
  'rekey.escrow-wants': 'Was hinterlegt ist, öffnet nur das alte Geheimnis. Richten Sie die Treuhand danach neu ein.',
  'rekey.no-place': 'Es gibt keinen Ort für Kopien. Fügen Sie einen hinzu; dann geht es von selbst weiter.',
  'rekey.copying':
    '{$held :integer} von {$wanted :integer} Kopien unter dem neuen Geheimnis sind da. Es fehlt noch {$places :places}. Bisher ist nichts umgezogen; bis dahin bringt das alte Blatt Ihr Geld zurück.',
  'rekey.moving': 'Das Geld zieht dorthin um, wo das alte Blatt nicht hinkommt, bei {$issuers :places}.',
  'rekey.telling': 'Ihre anderen Geräte erfahren, dass diese Wallet umgezogen ist. Es fehlt noch {$places :places}.',
  'rekey.saving':
    'Es fehlt noch an Kopien: {$held :integer} von {$wanted :integer} enthalten alles. Dann drucken Sie das neue Blatt.',
  'rekey.unproven':
    'Das Blatt wurde gelesen, aber noch keine Probe damit hat Ihr Geld zurückgebracht. Prüfen Sie es auf der Seite „Notfallblatt“.',
  'rekey.taken': 'Jemand war schneller: {$sums :said} wurde anderswo ausgegeben.',
  'rekey.reachable': 'An {$sums :said} kommt man noch mit dem alten Blatt. Es zieht um, sobald es geht.',

  'newSecret.title': 'Neues Geheimnis',
  'newSecret.lead':
    'Für den Fall, dass jemand Ihr Notfallblatt gesehen, fotografiert oder gefunden haben kann. Ihr Geld zieht zu einem neuen Geheimnis um; danach ist das alte Blatt nichts mehr wert.',
  'newSecret.open': 'Jemand hat mein Blatt gesehen',
  'newSecret.open.words': 'Machen Sie ein neues Geheimnis, damit das alte Blatt nichts mehr wert ist.',
  'newSecret.asking': 'Ihre Orte und Herausgeber werden gefragt, was es kostet …',
  'newSecret.cost': 'Es kostet höchstens {$total :said}.',
  'newSecret.cost.nothing': 'Es kostet nichts.',
  'newSecret.places': 'Neues Konto bei',
  'newSecret.place.free': 'kostenlos',
  'newSecret.place.year': '{$fee :amount} im Jahr, mit dem, was das Bezahlen kostet, höchstens {$total :amount}',
  'newSecret.place.lost': 'Was von den dort bezahlten Jahren übrig ist, verfällt.',
  'newSecret.money.moves': 'Zieht um',
  'newSecret.money.silent': '{$sum :amount} wartet: Dieser Herausgeber antwortet nicht',
  'newSecret.know': 'Gut zu wissen',
  'newSecret.do': 'Neues Geheimnis machen',
  'newSecret.do.paid': 'Neues Geheimnis machen, für {$total :said}',
  'newSecret.confirm.title': 'Ein neues Geheimnis machen?',
  'newSecret.confirm.keep': 'Jetzt nicht',
  'newSecret.confirm.words':
    'Es kostet höchstens {$total :said}. Sobald Ihr Geld umzieht, bringt nur ein neues Blatt es zurück: Drucken und prüfen Sie es gleich danach.',
  'newSecret.confirm.free':
    'Sobald Ihr Geld umzieht, bringt nur ein neues Blatt es zurück: Drucken und prüfen Sie es gleich danach.',
  'newSecret.running':
    'Das kann einige Minuten dauern. Es geht von selbst weiter, auch nach einem Neustart; nichts ist verloren, wenn es unterbrochen wird.',
  'newSecret.step': 'Schritt {$number :integer} von {$of :integer}: {$step :said}',
  'newSecret.step.secret': 'Neues Geheimnis machen',
  'newSecret.step.copies': 'Kopien darunter ablegen',
  'newSecret.step.money': 'Das Geld umziehen',
  'newSecret.step.telling': 'Ihren anderen Geräten Bescheid geben',
  'newSecret.step.sheet': 'Das neue Blatt drucken',
  'newSecret.step.test': 'Das neue Blatt prüfen',
  'newSecret.done': 'Das neue Geheimnis gilt, und sein Blatt ist geprüft. Vernichten Sie das alte Blatt.',
  'newSecret.made':
    'Das neue Geheimnis vom {$at :day} gilt, und sein Blatt wurde geprüft: Daran ist nichts mehr zu tun. Vernichten Sie das alte Blatt, falls es das noch gibt.',
  'newSecret.another': 'Noch ein neues machen',
  'newSecret.goOn': 'Jetzt weitermachen',
  'newSecret.cancel': 'Altes Geheimnis behalten',
  'newSecret.cancel.title': 'Das alte Geheimnis behalten?',
  'newSecret.cancel.keep': 'Mit dem neuen weitermachen',
  'newSecret.cancel.words': 'Bisher ist nichts umgezogen. Was für neue Konten bezahlt wurde, kommt nicht zurück.',
  'newSecret.cancelled': 'Das alte Geheimnis bleibt, und sein Blatt gilt.',
  'newSecret.toSheet': 'Zum neuen Blatt',
  'newSecret.void':
    'Drucken Sie jetzt das neue Blatt und lesen Sie es zurück: Bis dahin bringt nichts Ihr Geld zurück. Das alte Blatt ist nichts mehr wert; vernichten Sie es.',
  'newSecret.unread':
    'Lesen Sie das neue Blatt jetzt zurück: Erst dann steht fest, dass es Ihr Geld zurückbringt. Das alte Blatt ist nichts mehr wert; vernichten Sie es.',
  'newSecret.noCopies': 'Diese Wallet hat noch kein Geheimnis: Sie bekommt es mit dem ersten Ort für Kopien.',
  'newSecret.look': 'Nachsehen, wie weit es ist',
  'newSecret.under': 'Ein neues Geheimnis ist in Arbeit',
};

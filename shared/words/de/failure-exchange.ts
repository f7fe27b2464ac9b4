// SPDX-License-Identifier: GPL-3.0-or-later
import type { failureExchange as en } from '../en/failure-exchange.ts';

export const failureExchange: Readonly<Record<keyof typeof en, string>> = {
  'failure.unreachable':
    '{$host :host} ist nicht erreichbar. Es ist kein Geld in Gefahr; Unfertiges wird von selbst erneut versucht.',
  'failure.inner-address':
    'Der Name {$host :host} führt zu einem Gerät in Ihrem eigenen Netz oder zu diesem Computer. Dorthin folgt die Wallet nur einer Adresse, die das selbst sagt. Es wurde nichts angefragt, und es ist kein Geld in Gefahr. Ist es Ihr Herausgeber, fügen Sie ihn mit seiner Adresse hinzu: Dabei werden Sie gefragt, ob er erlaubt ist.',
  'failure.timeout':
    '{$host :host} hat innerhalb von {$afterMs :span} nicht geantwortet. Es ist kein Geld in Gefahr; Unfertiges wird von selbst erneut versucht.',
  'failure.too-large':
    '{$host :host} hat mehr als {$limitBytes :bytes} geschickt, deshalb wurde die Antwort nicht gelesen. Es wurde nichts geändert.',
  'failure.malformed-response': '{$host :host} hat etwas Unlesbares geantwortet. Es wurde nichts geändert.',
  'failure.redirected':
    '{$host :host} will diese Wallet woandershin schicken. Dem folgt sie nicht, wo es um Geld geht. Es wurde nichts geändert.',
  'failure.server-trouble':
    '{$host :host} hat selbst eine Störung. Es ist kein Geld in Gefahr; es wird später erneut angefragt.',
  'failure.refused': '{$host :host} hat das abgelehnt. Es ging nichts verloren.',
  'failure.refused+quote': 'Die Begründung lautet: {$quote :quote}',
  'failure.unsupported-version':
    '{$host :host} wurde erneuert und spricht eine Sprache, die dieses Holdfast nicht kennt (Version {$version :version}). Ihr Geld dort bleibt erhalten; aktualisieren Sie Holdfast, um es zu verwenden.',
  'failure.kyc-required':
    '{$host :host} fragt, wer Sie sind, bevor es weitergeht. Ihr Geld wartet dort, bis Sie geantwortet haben.',
  'failure.kyc-required+transfer':
    'Zuerst muss sich zeigen, dass das Konto Ihnen gehört. Überweisen Sie davon, wie es hier steht: {$transfer :quote}',
  'failure.kyc-required+holds': 'Er fragt, weil diese Wallet mehr als {$holds :amount} seines Geldes halten würde.',
  'failure.signature-refused':
    'Eine Unterschrift dieser Wallet wurde nicht anerkannt. Es ging nichts verloren; bitte melden Sie es mit den Einzelheiten.',

  'failure.currency-name':
    '{$host :host} gibt eine Währung namens {$name :name} heraus. Diese Wallet kennt Namen von einem bis elf Buchstaben und Ziffern, für mehr hat das Protokoll keinen Platz. Es wurde nichts geändert, und kein Geld ist in Gefahr; ein anderer Herausgeber lässt sich hinzufügen.',
  'failure.not-an-exchange':
    '{$host :host} ist kein Herausgeber, mit dem diese Wallet umgehen kann. Es wurde nichts geändert.',
  'failure.bad-master-signature':
    'Die Antwort des Herausgebers ist nicht mit seinem Hauptschlüssel unterschrieben. Sie wird nicht verwendet, und es wurde nichts geändert.',
  'failure.bad-exchange-signature':
    'Die Antwort des Herausgebers ist nicht so unterschrieben, wie sie es sein muss. Bis dahin gilt nichts als erledigt.',
  'failure.clock-skew':
    'Die Uhr dieses Computers zeigt {$ours :time}, die von {$host :host} zeigt {$theirs :time}. Stellen Sie diese Uhr richtig und versuchen Sie es noch einmal; es wurde nichts geändert.',
  'failure.currency-mismatch':
    'Es kam eine Antwort in {$got :currency} statt in {$expected :currency}. Es wurde nichts geändert.',
  'failure.unsupported-operation': 'Der Herausgeber bietet das nicht an. Es wurde nichts geändert.',
  'failure.denomination-gone':
    'Der Herausgeber gibt Geld in dieser Stückelung nicht mehr aus. Andere Stücke werden von selbst gewählt; es ging nichts verloren.',
  'failure.insufficient-funds':
    'Ein Teil dieses Geldes wurde schon mit einer anderen Kopie dieser Wallet ausgegeben. Der Kontostand wird berichtigt, und anderes Geld wird genommen.',
  'failure.coin-conflict':
    'Der Herausgeber hat über ein Stück dieses Geldes andere Aufzeichnungen. Es wird beiseitegelegt und ist nicht verloren; bitte melden Sie es.',
  'failure.coin-unknown': 'Der Herausgeber hat dieses Stück Geld noch nie gesehen, es wurde also noch nicht verwendet.',
  'failure.coin-expired':
    'Ein Teil des Geldes ist abgelaufen, bevor er erneuert werden konnte. Er ist verloren; wie viel, steht im Verlauf.',
  'failure.reserve-unknown':
    'Die Überweisung ist noch nicht beim Herausgeber angekommen. Die Wallet sieht weiter danach.',
  'failure.reserve-insufficient':
    'Beim Herausgeber kam weniger an als angekündigt. Die Wallet holt, was da ist; was später kommt, holt sie auch.',
  'failure.already-withdrawn':
    'Ein Teil dieses Geldes wurde schon einmal angefordert. Die Wallet fragt nach jedem Teil noch einmal.',
  'failure.melt-unknown':
    'Der Herausgeber macht mit dem Wechselgeld einer Zahlung nicht weiter. Es ging nichts verloren; er wird noch einmal gefragt.',
  'failure.commitment-violation':
    'Der Herausgeber nimmt nicht an, wie das Wechselgeld einer Zahlung gemacht wurde. Es ging nichts verloren; er wird noch einmal gefragt.',
  'failure.nothing-to-melt':
    'Der Herausgeber sagt, es gebe kein Wechselgeld mehr. Es ging nichts verloren; er wird noch einmal gefragt.',
  'failure.deposit-unknown': 'Der Herausgeber weiß nichts von dieser Auszahlung. Es wurde nichts geändert.',
  'failure.deposit-conflict':
    'Der Herausgeber hat über diese Auszahlung andere Aufzeichnungen. Es wurde nichts geändert.',
  'failure.refund-refused': 'Der Herausgeber zahlt diese Rückerstattung nicht aus. Es wurde nichts geändert.',
  'failure.not-revoked':
    'Der Herausgeber sagt, dieses Geld sei gut; es gibt also nichts zu ersetzen. Es wurde nichts geändert.',
  'failure.recoup-wrong-origin':
    'Der Herausgeber sagt, dieses Geld komme anderswoher; er ersetzt es nicht. Es wurde nichts geändert.',
  'failure.recoup-not-offered':
    '{$host :host} hat Stücke seines Geldes aus dem Verkehr gezogen und spricht eine Version, in der es nicht um Ersatz gebeten werden kann. Sie bleiben hier und werden nicht ausgegeben; fragen Sie den Herausgeber, was mit ihnen geschieht.',
  'failure.age-limited':
    'Das Geld, das bei {$host :host} angekommen ist, darf nur mit einer Altersgrenze ausgegeben werden, und das kann diese Wallet nicht. Es bleibt beim Herausgeber und geht dorthin zurück, woher es kam, wenn seine Zeit dort um ist.',
  'failure.purse-conflict': 'Der Herausgeber hat über diese Zahlung andere Aufzeichnungen. Es wurde nichts geändert.',
  'failure.purse-quota-exceeded':
    'Der Herausgeber befördert für dieses Konto jetzt keine weiteren Zahlungen zwischen Menschen. Es wurde nichts geändert; versuchen Sie es später noch einmal.',
  'failure.purse-untimely':
    'Nach der Uhr des Herausgebers kann diese Zahlung nicht so lange offen sein. Es wurde nichts geändert; sehen Sie nach der Uhr dieses Computers, und beginnen Sie neu.',
  'failure.purse-underfunded':
    'Der Herausgeber nimmt für eine Zahlung zwischen Menschen mehr, als in dieser ist. Es wurde nichts geändert; wählen Sie einen größeren Betrag.',
  'failure.bad-history':
    'Was der Herausgeber über dieses Geld sagt, kann nicht stimmen. Es wird ihm nicht geglaubt, und es wurde nichts geändert.',

  'failure.purse-unknown':
    'Der Herausgeber kennt diese Zahlung nicht. Es wurde nichts geändert; bitten Sie um eine neue Adresse.',
  'failure.purse-expired':
    'Diese Zahlung oder Rechnung ist abgelaufen. Geld, das darin war, geht von selbst an den Absender zurück; bitten Sie um eine neue.',
  'failure.purse-deleted': 'Diese Zahlung oder Rechnung wurde von ihrem Absender beendet. Hier wurde nichts geändert.',
  'failure.purse-decided': 'Diese Rechnung ist schon bezahlt. Hier wurde nichts gezahlt.',
  'failure.invoice-settled': 'Diese Rechnung ist schon bezahlt. Hier wurde nichts gezahlt.',
  'failure.purse-not-full':
    'Der Absender hat noch nicht das ganze Geld hineingetan. Es wurde nichts geändert; es wird erneut versucht.',
  'failure.purse-merged-elsewhere':
    'Diese Zahlung wurde schon angenommen, von einer anderen Wallet oder einer anderen Kopie dieser. Hier wurde nichts geändert.',
  'failure.payment-taken':
    'Diese Zahlung wurde schon angenommen, von einer anderen Wallet oder einer anderen Kopie dieser. Hier wurde nichts geändert.',
  'failure.purse-fee-too-low':
    'Der Herausgeber verlangt für Rechnungen eine Gebühr. Es wurde keine Rechnung erstellt und nichts geändert.',
  'failure.purse-fee-too-low+fee': 'Er verlangt {$fee :amount}.',
  'failure.contract-unknown':
    'Der Herausgeber kennt unter dieser Adresse keine Zahlung: Sie wurde beendet, oder die Adresse wurde falsch kopiert. Es wurde nichts geändert.',
  'failure.bad-contract-signature':
    'Jemand hat die Bedingungen dieser Zahlung unterwegs verändert. Hier wurde nichts geändert; bitten Sie um eine neue Adresse.',
  'failure.econtract':
    'Die Bedingungen dieser Zahlung lassen sich mit dieser Adresse nicht öffnen. Es wurde nichts geändert; bitten Sie um eine neue Adresse.',
  'failure.peer-contract-malformed': 'Die Bedingungen dieser Zahlung sind nicht zu lesen. Es wurde nichts geändert.',
  'failure.purse-contract-mismatch':
    'Vereinbart sind {$said :amount}, beim Herausgeber liegen {$holds :amount}, oder das Datum ist ein anderes. Das wird nicht angenommen; was Sie eingezahlt haben, kommt zurück, wenn die Zahlung abläuft.',
  'failure.unknown-transfer': 'Diese Überweisung ist hier nicht bekannt. Im Verlauf stehen alle, die begonnen wurden.',
  'failure.unknown-peer-payment': 'Diese Zahlung ist hier nicht bekannt. Öffnen Sie ihre Adresse noch einmal.',
  'failure.peer-closed.being-received': 'Diese Zahlung wird gerade empfangen.',
  'failure.peer-closed.received': 'Diese Zahlung wurde schon empfangen.',
  'failure.peer-closed.being-paid': 'Diese Rechnung wird gerade bezahlt.',
  'failure.peer-closed.paid': 'Diese Rechnung ist schon bezahlt.',
  'failure.peer-closed.taken': 'Diese Zahlung hat der Empfänger schon angenommen.',
  'failure.peer-closed.closed':
    'Diese Zahlung ist abgeschlossen. Geld, das darin war, ist zurückgekommen oder kommt von selbst zurück.',
  'failure.no-money-at-exchange':
    'Diese Rechnung lässt sich nur mit Geld von {$host :host} bezahlen, und davon ist in dieser Wallet nichts. Es wurde nichts gezahlt.',

  'failure.operation-unknown':
    'Die Bank kennt diese Abhebung nicht. Es wurde nichts geändert; beginnen Sie bei der Bank eine neue.',
  'failure.operation-taken': 'Eine andere Wallet hat diese Abhebung schon übernommen. Hier wurde nichts geändert.',
  'failure.reserve-reused':
    'Die Bank hat diese Abhebung schon einmal gesehen. Es wurde nichts geändert; beginnen Sie noch einmal.',
  'failure.operation-aborted': 'Die Abhebung wurde bei der Bank abgebrochen. Es wurde kein Geld bewegt.',
  'failure.bank-leaves-amount-open':
    'Die Bank überlässt Ihnen den Betrag: Nennen Sie einen in {$currency :currency}. Es wurde nichts geändert.',
  'failure.bank-sum-too-high':
    'Bei der Bank können Sie höchstens {$most :amount} abheben. Es wurde nichts geändert; wählen Sie weniger.',
  'failure.bank-sum-changed':
    'Die Bank nennt jetzt {$sum :amount} und nicht {$wanted :amount}. Es wurde kein Geld bewegt; stimmen Sie dort nur zu, wenn Sie das wollen.',
  'failure.bank-says-sum':
    'Der Betrag wird bei der Bank genannt und nicht in der Wallet. Es wurde nichts geändert; lassen Sie ihn hier weg.',
  'failure.conversion-unclear':
    'Dieses Konto ist in einer anderen Währung, und {$host :host} sagt nicht so, dass es stimmen kann, wie viel es nimmt. Es wurde nichts gesendet; fragen Sie dort, bevor Sie es tun.',
  'failure.link-other-issuer':
    'Unter {$host :host} antwortet ein anderer Herausgeber als der, den der Link nennt. Es wurde nichts abgehoben; fragen Sie, von wem der Link kommt.',
};

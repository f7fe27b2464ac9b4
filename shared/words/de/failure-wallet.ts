// SPDX-License-Identifier: GPL-3.0-or-later
import type { failureWallet as en } from '../en/failure-wallet.ts';

export const failureWallet: Readonly<Record<keyof typeof en, string>> = {
  'failure.order-unknown': 'Das Geschäft kennt diese Bestellung nicht. Es wurde nichts gezahlt.',
  'failure.order-claimed-elsewhere':
    'Eine andere Wallet hat diese Bestellung schon übernommen. Hier wurde nichts gezahlt; bitten Sie das Geschäft um eine neue.',
  'failure.claim-token-invalid':
    'Die Adresse dieser Bestellung ist unvollständig. Es wurde nichts gezahlt; kopieren Sie sie noch einmal aus dem Geschäft.',
  'failure.bad-merchant-signature':
    'Die Antwort des Geschäfts ist nicht so unterschrieben, wie sie es sein muss. Die Zahlung gilt nicht als erledigt, und das Geschäft wird noch einmal gefragt.',
  'failure.coin-spent':
    'Das Geschäft sagt, ein Teil dieses Geldes sei schon ausgegeben. Der Herausgeber wird gefragt, bevor anderes Geld genommen wird.',
  'failure.paid-elsewhere':
    'Diese Bestellung hat eine andere Wallet bezahlt. Das hier zurückgelegte Geld kommt zurück.',
  'failure.paid-and-refunded':
    'Das Geschäft sagt, diese Bestellung sei bezahlt und erstattet worden; der Herausgeber weiß davon noch nichts. Das Geld bleibt zurückgelegt, und beide werden noch einmal gefragt.',
  'failure.offer-expired':
    'Das Angebot des Geschäfts ist abgelaufen. Es wurde nichts gezahlt; das dafür zurückgelegte Geld kommt zurück.',
  'failure.denomination-refused':
    'Das Geschäft nimmt dieses Geld nicht an. Es wurde nichts gezahlt, und das Geld kommt zurück.',
  'failure.payment-too-small':
    'Die Gebühren waren höher, als das Geschäft hinnimmt. Es wurde nichts gezahlt, und das Geld kommt zurück.',
  'failure.contract-malformed': 'Das Angebot des Geschäfts ist nicht zu lesen. Es wurde nichts gezahlt.',
  'failure.contract-unsupported':
    'Das Angebot des Geschäfts verlangt etwas, was diese Wallet nicht kann. Es wurde nichts gezahlt.',
  'failure.contract-signature-invalid': 'Das Angebot ist nicht vom Geschäft unterschrieben. Es wurde nichts gezahlt.',
  'failure.contract-nonce-mismatch':
    'Das Angebot des Geschäfts wurde für eine andere Wallet gemacht. Es wurde nichts gezahlt.',
  'failure.contract-base-url-mismatch':
    'Das Angebot kommt von einem anderen Geschäft als dem geöffneten. Es wurde nichts gezahlt.',
  'failure.contract-order-mismatch':
    'Das Angebot gehört zu einer anderen Bestellung als der geöffneten. Es wurde nichts gezahlt.',
  'failure.contract-expired': 'Das Angebot galt bis {$payDeadline :time}. Es wurde nichts gezahlt.',
  'failure.contract-deadlines': 'Die Fristen im Angebot des Geschäfts können nicht stimmen. Es wurde nichts gezahlt.',
  'failure.contract-currency': 'Das Angebot des Geschäfts mischt Währungen. Es wurde nichts gezahlt.',
  'failure.too-much-kept.shop':
    'Von {$host :host} wird schon so viel Geschriebenes aufbewahrt, dass nichts mehr dazukommt. Es wurde nichts gezahlt. Vergessen Sie zuerst ältere Käufe dort, im Verlauf.',
  'failure.too-much-kept.person':
    'Von dem, was Menschen zu Zahlungen bei {$host :host} geschrieben haben, wird schon so viel aufbewahrt, dass nichts mehr dazukommt. Es ist kein Geld geflossen. Vergessen Sie zuerst ältere Zahlungen, im Verlauf.',
  'failure.too-many-refunds':
    '{$host :host} nennt mehr Erstattungen zu diesem Kauf, als zu einem aufbewahrt werden: {$limit :integer}. Von dieser Wallet ist kein Geld verloren; was das Geschäft darüber hinaus gewährt, wird nicht abgeholt. Bitten Sie das Geschäft, den Rest in einem Betrag zurückzugeben.',
  'failure.choice-open':
    'Diese Bestellung lässt sich auf mehrere Arten bezahlen, und keine wurde gewählt. Es wurde nichts gezahlt; wählen Sie eine.',
  'failure.choice-not-usable.needs':
    'Neben dem Geld verlangt das Geschäft {$quote :quote}, was diese Wallet nicht verwenden kann. Es wurde nichts gezahlt; wählen Sie eine andere Art zu bezahlen.',
  'failure.choice-not-usable.gives':
    'Das Geschäft gibt dabei {$quote :quote}, was keine Wallet nehmen darf, die es nicht kennt. Es wurde nichts gezahlt; wählen Sie eine andere Art zu bezahlen.',
  'failure.choice-unsigned':
    'Das Geld, das Sie hier haben, ist von einem Herausgeber älterer Art und kann nicht sagen, welche der Möglichkeiten es bezahlt. Es wurde nichts gezahlt; bitten Sie das Geschäft um eine Bestellung ohne Auswahl.',
  'failure.choice-refused':
    'Das Geschäft kennt etwas nicht mehr, was in seinem eigenen Angebot steht. Die Zahlung ist beendet; bitten Sie das Geschäft um eine neue Bestellung.',
  'failure.shop-version':
    'Das Geschäft {$host :host} spricht eine Sprache, die dieses Holdfast nicht kennt (Version {$version :version}). Es wurde nichts gezahlt; aktualisieren Sie Holdfast, um dort zu bezahlen.',
  'failure.shop-blocked':
    '{$host :host} kann die Zahlung noch nicht annehmen: Sein Herausgeber will erst wissen, wer das Geschäft ist. Ihr Geld ist nicht weg; die Wallet versucht es weiter, bis die Bestellung endet.',
  'failure.template-unknown':
    '{$host :host} hat dieses Angebot nicht mehr. Es wurde nichts gezahlt; bitten Sie das Geschäft um einen neuen Link.',
  'failure.template-open.amount':
    '{$host :host} überlässt Ihnen den Betrag. Es wurde nichts gezahlt; sagen Sie, wie viel.',
  'failure.template-open.summary':
    '{$host :host} überlässt Ihnen, wofür gezahlt wird. Es wurde nichts gezahlt; sagen Sie, wofür.',
  'failure.template-differs':
    '{$host :host} hat eine andere Bestellung geschrieben als die erbetene. Es wurde nichts gezahlt, und diese Bestellung blieb liegen.',
  'failure.no-order-there':
    'Diese Seite von {$host :host} verlangt kein Geld mit Taler. Es wurde nichts gezahlt; öffnen Sie sie im Browser und suchen Sie dort einen Link, der mit taler: beginnt.',
  'failure.page-not-asked':
    'Seiten werden nur über https gefragt und ohne Benutzernamen oder Passwort in der Adresse. Es ging nichts hinaus.',
  'failure.nothing-to-refund':
    'Diese Rückerstattung gilt nichts, wovon diese Wallet weiß: Eine andere Wallet hat gezahlt, oder es ist so lange her, dass keine Erstattung mehr kommen kann. Es wurde nichts geändert.',
  'failure.nothing-to-abort': 'Hier ist nichts Unfertiges, was sich beenden ließe. Es wurde nichts geändert.',
  'failure.nothing-to-forget': 'Hier ist nichts, was sich vergessen ließe. Es wurde nichts geändert.',
  'failure.not-forgettable.unfinished':
    'Das ist nicht fertig: Es kann noch Geld daraus kommen. Es wurde nichts vergessen. Beenden Sie es vorher, oder warten Sie, bis es fertig ist.',
  'failure.not-forgettable.refund':
    'Eine Rückerstattung ist unterwegs. Es wurde nichts vergessen. Versuchen Sie es wieder, wenn sie da ist.',
  'failure.not-forgettable.disputed':
    'Das Geschäft hat dafür Geld genommen und nichts gegeben, und der Vertrag ist Ihr Beleg. Er wird ein Jahr nach der Zahlung aufbewahrt. Es wurde nichts vergessen.',
  'failure.not-forgettable.money':
    'Dort ist noch Geld. Es wurde nichts vergessen. Geben Sie es vorher aus, oder senden Sie es.',
  'failure.not-forgettable.left-there':
    'Auf diesem Konto ist Geld, das niemand angekündigt hat. Es wurde nichts vergessen. Was damit wird, steht beim Eintrag im Verlauf.',
  'failure.not-forgettable.place':
    'Damit ist ein Ort, der noch Kopien aufbewahrt, für dieses Jahr bezahlt. Es wurde nichts vergessen. Entfernen Sie vorher den Ort.',
  'failure.already-bought':
    'Das haben Sie schon gekauft, es wird also nicht noch einmal bezahlt. Dem Geschäft wurde Ihre Zahlung gezeigt.',
  'failure.already-complete':
    'Die Zahlung war schon vollständig und bleibt es. Bitten Sie das Geschäft stattdessen um eine Rückerstattung.',
  'failure.paid-unconfirmed':
    'Der Herausgeber hat das Geschäft bezahlt, und es bestätigt die Bestellung {$orderId :name} nicht. Nichts wird zweimal bezahlt. Zeigen Sie dort die Zeile aus Ihrem Verlauf, oder bitten Sie um eine Rückerstattung.',
  'failure.paid-unconfirmed+quote': 'Das Geschäft sagt: {$quote :quote}',
  'failure.no-issuer-there':
    'Unter {$host :host} antwortet niemand. Prüfen Sie die Adresse und die Verbindung. Es wurde nichts geändert.',
  'failure.unknown-exchange.https':
    'Dieses Geld wird von {$host :host} herausgegeben, und diese Wallet kennt diesen Herausgeber nicht. Fügen Sie ihn nur hinzu, wenn Sie ihm vertrauen. Nichts wurde geändert.',
  'failure.unknown-exchange.http':
    'Dieses Geld wird von {$host :host} herausgegeben. Diese Wallet kennt diesen Herausgeber nicht, und seine Adresse ist nicht verschlüsselt. Fügen Sie ihn nur hinzu, wenn Sie ihm vertrauen. Nichts wurde geändert.',
  'failure.exchange-not-allowed':
    'Die Bank nennt einen Herausgeber ({$host :host}), zu dem sie nicht führen darf: Seine Adresse ist nicht verschlüsselt oder liegt in einem privaten Netz. Nichts wurde geändert.',
  'failure.no-accepted-exchange':
    'Das Geschäft nimmt nichts von den {$currency :currency} in dieser Wallet an: Deren Herausgeber gelten dort nicht. Es wurde nichts gezahlt.',
  'failure.unknown-purchase':
    'Dieser Kauf ist nicht bekannt. Öffnen Sie die Adresse des Geschäfts noch einmal; es wurde nichts geändert.',
  'failure.earlier-order-open':
    'Eine frühere Zahlung dorthin wurde beendet. Ihr Geld wird zuerst erneuert, damit es kein zweites Mal genommen werden kann; danach wird gezahlt.',
  'failure.fees-changed':
    'Das kostet jetzt {$total :amount} und nicht {$shown :amount} wie gezeigt. Es wurde nichts gezahlt; sehen Sie es sich noch einmal an und bestätigen Sie.',
  'failure.purchase-closed.paid': 'Diese Bestellung ist schon bezahlt.',
  'failure.purchase-closed.paying': 'Diese Zahlung ist unterwegs.',
  'failure.purchase-closed.spent':
    'Geld, das dafür bestimmt war, ist anderswo ausgegeben worden oder nicht mehr gültig, und der Rest reicht nicht. Hier wurde nichts gezahlt. Waren Sie das nicht, sehen Sie nach, ob ein anderes Gerät diese Wallet hat.',
  'failure.purchase-closed.closed':
    'Dieser Kauf ist abgeschlossen. Bitten Sie das Geschäft um eine neue Bestellung; es wurde nichts gezahlt.',

  'failure.insufficient-balance':
    'Nötig sind {$needed :amount}, davon {$fees :amount} für Gebühren; von einem Herausgeber lassen sich {$available :amount} verwenden. Es wurde nichts gezahlt.',
  'failure.insufficient-balance+change': 'Davon sind {$change :amount} Wechselgeld unterwegs.',
  'failure.insufficient-balance+pending': 'Weitere {$pending :amount} sind unterwegs.',
  'failure.insufficient-balance+until':
    'Weitere {$tooShort :amount} halten nur bis {$until :time}; eine kürzere Frist könnte genügen.',
  'failure.too-many-coins':
    'Dafür wären mehr als {$limit :integer} Stücke Geld auf einmal nötig. Es wurde nichts gezahlt; zahlen Sie einen kleineren Betrag.',
  'failure.malformed-amount':
    '{$text :name} ist kein Betrag; schreiben Sie ihn wie KUDOS:4.20. Es wurde nichts geändert.',
  'failure.amount-too-fine':
    'Die kleinste Summe dieser Währung ist {$least :amount}. Es wurde nichts geändert; schreiben Sie weniger Stellen.',
  'failure.amount-too-large':
    '{$text :name} ist mehr, als irgendein Herausgeber ausdrücken kann. Es wurde nichts geändert.',
  'failure.malformed-currency':
    '{$text :name} nennt keine Währung; schreiben Sie es wie KUDOS:4.20. Es wurde nichts geändert.',
  'failure.malformed-taler-uri':
    'Das ist keine vollständige taler://-Adresse. Kopieren Sie sie noch einmal; es wurde nichts geändert.',
  'failure.wrong-taler-uri.withdraw':
    'Diese taler://-Adresse ist nicht zum Abheben bei einer Bank da, sondern für {$got :name}. Es wurde nichts geändert.',
  'failure.wrong-taler-uri.pay':
    'Diese taler://-Adresse ist nicht zum Bezahlen in einem Geschäft da, sondern für {$got :name}. Es wurde nichts geändert.',
  'failure.wrong-taler-uri.refund':
    'Diese taler://-Adresse ist nicht für eine Rückerstattung da, sondern für {$got :name}. Es wurde nichts geändert.',
  'failure.wrong-taler-uri.pay-push or pay-pull':
    'Diese taler://-Adresse kommt nicht von einem Menschen, sondern ist für {$got :name} da. Es wurde nichts geändert.',
  'failure.malformed-base-url':
    '{$text :name} ist nicht die Adresse eines Herausgebers: Eine solche sieht aus wie https://exchange.example.org/, ohne Benutzernamen, Passwort oder Leerzeichen. Es wurde nichts geändert.',
  'failure.amount-is-zero': 'Null lässt sich weder abheben noch senden. Es wurde nichts geändert.',
  'failure.wrong-currency':
    '{$host :host} gibt {$expected :currency} aus, nicht {$got :currency}. Es wurde nichts geändert.',
  'failure.master-key-changed':
    '{$host :host} antwortet mit einem anderen Schlüssel als bisher. Ihm wird nicht vertraut und nichts geschickt; Ihr Geld mit dem alten Schlüssel bleibt erhalten.',
  'failure.reserve-elsewhere':
    'Eine Sicherung sagt, dass Geld eines anderen Herausgebers bei {$host :host} abgehoben werden soll. Dafür wird nichts unterschrieben, und nichts von Ihnen wird angerührt.',
  'failure.exchange-full.bytes':
    'In zwei Jahren ist so viel zwischen dieser Wallet und {$host :host} hin- und hergegangen, dass nichts mehr dazu aufbewahrt wird. Es ging nichts verloren: Der Rest bleibt dort. Senden Sie, was hier ist, auf Ihr Bankkonto oder an eine andere Wallet, und machen Sie dort weiter; was von einer Bank kam und nicht abgehoben wird, geht an den Absender zurück.',
  'failure.exchange-full.coins':
    'Von {$host :host} sind so viele Geldstücke hier, dass für mehr kein Platz ist. Es ging nichts verloren: Der Rest bleibt dort. Zahlen Sie damit, oder senden Sie etwas auf Ihr Bankkonto oder an eine andere Wallet; das schafft Platz, und der Rest kommt von selbst.',
  'failure.no-denominations': '{$host :host} hat jetzt kein Geld in passender Stückelung. Es ging nichts verloren.',
  'failure.no-bank-account':
    '{$host :host} nennt kein Bankkonto, auf das sich überweisen ließe. Es wurde nichts geändert.',
  'failure.terms-unaccepted.new':
    '{$host :host} verlangt, dass Sie erst seinen Nutzungsbedingungen zustimmen. Es wurde nichts begonnen; lesen Sie sie und machen Sie weiter.',
  'failure.terms-unaccepted.changed':
    '{$host :host} hat neue Nutzungsbedingungen. Es wurde nichts begonnen, und was Sie dort haben, bleibt Ihres; lesen Sie sie und machen Sie weiter.',
  'failure.no-exchange-for-currency':
    'Es ist kein Herausgeber von {$currency :currency} bekannt. Fügen Sie zuerst einen hinzu; es wurde nichts geändert.',
  'failure.bad-coin-signature':
    '{$host :host} hat mit falschen Unterschriften geantwortet. Sie werden nicht angenommen; dasselbe Geld wird noch einmal angefordert.',
  'failure.malicious-denomination':
    'Ein Schlüssel von {$host :host} würde Ihre Zahlungen nicht verbergen. Damit wird kein Geld geholt; es ging nichts verloren.',
  'failure.coin-not-derivable':
    'Der Schlüssel zu einem Stück Geld ist nicht in dieser Kopie der Wallet; es lässt sich hier nicht verwenden. Es wurde nichts geändert.',
  'failure.step-broke':
    'Etwas Unerwartetes ist geschehen. Dieser Schritt wurde nicht abgeschlossen, es ging nichts verloren, und er wird erneut versucht. Bitte melden Sie es mit der Nummer {$reference :code}.',
  'failure.withdrawal-stalled': '{$host :host} hat das Geld nicht herausgegeben. Es ist noch dort und wartet auf Sie.',
  'failure.change-disputed':
    '{$host :host} hat {$sum :amount} genommen, um Wechselgeld dafür zu geben, und sagt jetzt, das Wechselgeld sei nicht so verlangt worden, wie es sein muss. Dieser Betrag ist vielleicht verloren; es wird von selbst weiter gefragt, und Größeres wird dort so lange nicht gewechselt. Bitte melden Sie es mit den Einzelheiten.',
  'failure.change-not-known':
    '{$host :host} spricht Version {$version :version}, und dieses Holdfast weiß nicht, wie darin Wechselgeld gegeben wird. Zum Teil ausgegebenes Geld bleibt erhalten und ist wieder verwendbar, sobald der Herausgeber oder Holdfast erneuert ist; alles andere dort ist verwendbar wie immer.',
  'failure.coins-withheld':
    '{$host :host} hat Geld genommen und gibt es jetzt nicht heraus. Die Schlüssel bleiben erhalten, und es wird von selbst weiter gefragt; wenn das andauert, beschweren Sie sich bei {$host :host}.',
  'failure.coins-withheld+sum': 'Es geht um {$sum :amount}.',
  'failure.not-waiting-for-backup': 'Hier wartet nichts mehr auf eine Kopie. Es wurde nichts geändert.',

  'failure.reissue-asks':
    'An {$sum :amount} bei {$host :host} kommt noch, wer das Notfallblatt einer anderen Wallet hat. Eine Zahlung an sich selbst beendet das und kostet bis zu {$fees :amount}; {$total :amount} blieben. Bevor Sie zustimmen, geschieht nichts.',
  'failure.not-backed-up-yet.no-provider':
    'Es gibt noch keinen Ort für Kopien. {$staysIn :said} Fügen Sie einen hinzu, damit es weitergeht.',
  'failure.not-backed-up-yet.too-few-providers':
    'Sie wollen {$wanted :integer} Kopien, und es gibt Orte für {$there :integer}. {$staysIn :said} Fügen Sie einen Ort hinzu, oder verlangen Sie weniger Kopien.',
  'failure.not-backed-up-yet.no-copy':
    'Die Kopie ist noch nicht an genügend Orten angekommen. {$staysIn :said} Es wird von selbst erneut versucht.',
  'failure.not-backed-up-yet.fees-first': 'Die Orte für Kopien verlangen vorher {$fees :said}. {$staysIn :said}',
  'failure.not-backed-up-yet.fees-lacking':
    'Die Orte für Kopien verlangen {$fees :said}, und hier ist kein Geld, um das zu bezahlen. {$staysIn :said} Machen Sie für diesen Betrag ohne Kopie weiter, oder fügen Sie einen kostenlosen Ort hinzu.',
  'failure.not-backed-up-yet.fees-too-high':
    'Die Orte für Kopien verlangen {$fees :said}; mit allem, was das Bezahlen kostet, ist das mehr, als da ist, oder mehr, als Sie zugestimmt haben. {$staysIn :said} Fügen Sie den Ort mit einer höheren Grenze noch einmal hinzu, fügen Sie einen kostenlosen hinzu, oder machen Sie ohne Kopie weiter.',
  'failure.not-backed-up-yet+until':
    'Es muss vor {$until :time} erneuert werden, sonst ist es verloren. Erneuern Sie es lieber ohne Kopie, als es verfallen zu lassen.',
  'failure.not-backed-up-yet.unknown':
    'Die Kopie ist noch nicht an genügend Orten angekommen. {$staysIn :said} Es wird von selbst erneut versucht.',
  'staysIn.reserve': 'Bis dahin wartet das Geld bei seinem Herausgeber.',
  'staysIn.coin': 'Bis dahin bleibt das Wechselgeld, wo es ist.',
  'staysIn.sender': 'Bis dahin bleibt die Zahlung beim Absender.',
  'staysIn.payer': 'Bis dahin wird die Rechnung nicht herausgegeben.',

  'failure.superseded': '{$standing :said}',
  'standstill.superseded':
    'Jetzt ist ein anderes Gerät dieser Wallet das aktive; dieses hier zahlt nicht und sichert keine Kopien. Es ging kein Geld verloren. Um hier weiterzumachen, behalten Sie dieses Gerät.',
  'standstill.leaving':
    'Diese Wallet wird auf diesem Gerät verlassen. Sie bewegt kein Geld, bis die Orte für Kopien davon wissen; das geht von selbst weiter. Um zu bleiben, behalten Sie dieses Gerät.',
  'standstill.abandoned':
    'Diese Wallet wurde auf diesem Gerät verlassen. Ihr Geld wartet in den Kopien auf den, der sie mit dem Notfallblatt übernimmt.',
  'standstill.taken-over':
    'Diese Wallet wurde anderswo übernommen; dieses Gerät zahlt nicht und sichert keine Kopien. Suchen Sie das Geld dort. Um hier weiterzumachen, behalten Sie dieses Gerät.',
  'standstill.moved':
    'Diese Wallet ist zu einem neuen Geheimnis umgezogen; dieses Gerät zahlt nicht und sichert keine Kopien. Löschen Sie die Wallet hier und stellen Sie sie mit dem neuen Blatt wieder her. Was nur dieses Gerät weiß, kommt vorher in die alten Kopien; das andere Gerät findet es dort, wenn es das alte Blatt übernimmt.',
  'standstill.taken-over-left':
    'Diese Wallet wurde anderswo übernommen; dieses Gerät zahlt nicht und sichert keine Kopien. Suchen Sie das Geld dort.',

  'failure.malformed-account.not-a-payto':
    'Das ist keine Adresse eines Bankkontos. Sie sieht so aus: payto://iban/DE75512108001245126199?receiver-name=NAME. Es wurde kein Geld bewegt.',
  'failure.malformed-account.iban-shape':
    'Die IBAN hat eine falsche Länge oder ein falsches Zeichen. Es wurde kein Geld bewegt.',
  'failure.malformed-account.iban-checksum':
    'Die Prüfziffern der IBAN stimmen nicht; mindestens eine Ziffer ist vertippt. Es wurde kein Geld bewegt.',
  'failure.malformed-account.bic': 'Die BIC vor der IBAN ist falsch. Es wurde kein Geld bewegt.',
  'failure.malformed-account.account-name': 'Der Name des Kontos oder der Bank ist falsch. Es wurde kein Geld bewegt.',
  'failure.malformed-account.bitcoin-address': 'Die Bitcoin-Adresse ist falsch. Es wurde kein Geld bewegt.',
  'failure.malformed-account.receiver-place':
    'Ort oder Postleitzahl in dieser Adresse lassen sich nicht verwenden: zu lang, oder mit einem Zeichen, das niemand sieht. Es wurde kein Geld bewegt.',
  'failure.malformed-account.receiver-name':
    'Der Name des Kontoinhabers fehlt oder ist zu lang (?receiver-name=NAME anhängen). Es wurde kein Geld bewegt.',
  'failure.unsupported-account':
    'Auf Konten der Art {$method :name} kann diese Wallet nicht zahlen. Es wurde kein Geld bewegt.',
  'failure.no-payout-exchange':
    'Kein Herausgeber von {$currency :currency} zahlt auf Konten der Art {$method :name}. Es wurde kein Geld bewegt.',
  'failure.recoup-elsewhere':
    '{$host :host} sagt, der Wert zurückgezogenen Geldes sei an jemand anderen gegangen, was nicht sein kann. Es bleibt erhalten; bitte melden Sie es.',
  'failure.deposit-refused':
    'Der Herausgeber hat die Auszahlung nicht angenommen. Das Geld kommt zurück, abzüglich der Gebühr für das Erneuern.',
  'failure.deposit-confirmed.wired':
    'Diese Auszahlung wurde schon auf das Konto überwiesen und lässt sich nicht mehr beenden. Das Geld ist dort.',
  'failure.deposit-confirmed.confirmed':
    'Diese Auszahlung ist bestätigt, wird überwiesen und lässt sich nicht mehr beenden. Das Geld kommt auf dem Konto an.',
  'failure.invoice-fee.ask':
    '{$host :host} verlangt für jede Rechnung {$fee :amount}, die Kosten des Bewegens eingeschlossen. Es wurde nichts geändert; stimmen Sie zu und fragen Sie noch einmal, oder lassen Sie sich das Geld stattdessen senden.',
  'failure.invoice-fee.no-coins':
    '{$host :host} verlangt für jede Rechnung im Voraus {$fee :amount}, und Sie haben dort kein Geld. Es wurde nichts geändert; holen Sie dort zuerst etwas Geld, oder lassen Sie sich das Geld stattdessen senden.',
  'failure.invoice-fee.cannot':
    '{$host :host} verlangt für jede Rechnung {$fee :amount}, was diese Wallet dort nicht zahlen kann. Es wurde nichts geändert; lassen Sie sich das Geld stattdessen senden.',
  'failure.withdrawal-fees.ask':
    '{$host :host} nimmt {$fees :amount} von {$sum :amount} als Gebühren, so dass {$total :amount} ankämen. Es wurde nichts geändert; stimmen Sie zu, oder wählen Sie einen anderen Betrag oder Herausgeber.',
  'failure.withdrawal-fees.dearer':
    '{$host :host} nimmt jetzt {$fees :amount} von den {$sum :amount}, die angekommen sind, so dass {$total :amount} blieben. Ohne Ihre Zustimmung wird nichts genommen; das Geld bleibt dort.',
  'failure.withdrawal-fees+agreed': 'Zugestimmt hatten Sie {$agreed :amount} an Gebühren.',
  'failure.renewal-fees':
    'Eine ältere Kopie dieser Wallet kann vielleicht noch {$sum :amount} bei {$host :host} ausgeben. Das Geld zu erneuern macht es in jener Kopie wertlos und kostet {$fees :amount}, sodass {$total :amount} übrig blieben. Es wird nichts erneuert, wenn Sie nicht zustimmen, und es lässt sich so ausgeben, wie es ist.',
  'failure.refund-renewal':
    '{$host :host} nimmt jetzt mehr, als gezeigt wurde, für das, was von Zahlungen zurückkam oder übrig blieb: Es verfügbar zu machen kostet {$fees :amount} von {$sum :amount}, sodass {$total :amount} übrig blieben. Es ist sicher und wartet, bis Sie zustimmen oder die Gebühren sinken.',
  'failure.not-asked-about-fees': 'Das wartet auf keine Antwort über Gebühren. Es wurde nichts geändert.',
  'failure.below-purse-fee':
    '{$host :host} befördert keine Zahlung zwischen Menschen unter {$least :amount}. Es wurde nichts geändert; senden Sie mindestens so viel.',
  'failure.beyond-limit.withdraw':
    '{$host :host} lässt niemanden mehr als {$limit :amount} auf einmal abheben. Es wurde nichts geändert; heben Sie weniger ab oder den Rest später.',
  'failure.beyond-limit.purse':
    '{$host :host} befördert keine Zahlung zwischen Menschen über {$limit :amount}. Es wurde nichts geändert; verwenden Sie mehrere kleinere Zahlungen.',
  'failure.beyond-limit.deposit':
    '{$host :host} zahlt auf ein Bankkonto nicht mehr als {$limit :amount}. Es wurde nichts geändert; zahlen Sie weniger aus oder den Rest später.',
  'failure.beyond-limit.hold':
    '{$host :host} lässt niemanden mehr als {$limit :amount} haben. Es wurde nichts geändert; geben Sie zuerst etwas davon aus, oder nehmen Sie einen anderen Herausgeber.',
  'failure.beyond-limit+withinMs': 'Die Grenze gilt für {$withinMs :span}.',
};

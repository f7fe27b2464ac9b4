// SPDX-License-Identifier: GPL-3.0-or-later
import type { escrowPerson as english } from '../en/escrow-person.ts';

/** Wonach ein Mensch in jedem Land gefragt wird, in den Worten seiner Papiere. */
export const escrowPerson: Readonly<Record<keyof typeof english, string>> = {
  'escrowField.full_name': 'Voller Name',
  'escrowField.birthdate': 'Geburtsdatum',
  'escrowField.birthplace': 'Geburtsort',
  'escrowField.nid_number': 'Personennummer (NID, auf dem Ausweis)',
  'escrowField.nrn_number': 'Nationalregisternummer (auf der Rückseite des Ausweises)',
  'escrowField.ahv_number': 'AHV-Nummer (auf der Versichertenkarte)',
  'escrowField.birth_number': 'Geburtsnummer (rodné číslo)',
  'escrowField.social_security_number': 'Sozialversicherungsnummer',
  'escrowField.de.social_security_number': 'Rentenversicherungsnummer (auf dem Sozialversicherungsausweis)',
  'escrowField.fr.social_security_number': 'Sozialversicherungsnummer (auf der Carte Vitale)',
  'escrowField.nl.social_security_number': 'Bürgerservicenummer (BSN)',
  'escrowField.tax_number': 'Steuernummer',
  'escrowField.de.tax_number': 'Steuer-Identifikationsnummer (11 Ziffern, ein Leben lang)',
  'escrowField.es.tax_number': 'Steuernummer (NIF oder NIE)',
  'escrowField.cpr_number': 'CPR-Nummer (auf der Gesundheitskarte)',
  'escrowField.ssn_number': 'Sozialversicherungsnummer',
  'escrowField.aadhar_number': 'Aadhaar-Nummer',
  'escrowField.fiscal_code': 'Steuercode (codice fiscale)',
  'escrowField.my_number': 'My Number (persönliche Nummer)',

  'escrowFieldHelp.full_name': 'Wie er im Pass steht. Jeder Buchstabe zählt, auch groß und klein.',
  'escrowFieldHelp.birthplace': 'Wie er im Pass steht.',
  'escrowFieldHelp.nid_number': 'Zehn Zeichen, zum Beispiel J51225043S.',
  'escrowFieldHelp.nrn_number': 'Elf Ziffern ohne Punkte und Striche.',
  'escrowFieldHelp.ahv_number': 'Sie beginnt mit 756, zum Beispiel 756.9217.0769.85.',
  'escrowFieldHelp.birth_number': 'Mit dem Schrägstrich, zum Beispiel 685229/4449.',
  'escrowFieldHelp.de.social_security_number': 'Acht Ziffern, ein großer Buchstabe, drei Ziffern; ohne Leerzeichen.',
  'escrowFieldHelp.fr.social_security_number': 'Fünfzehn Ziffern ohne Leerzeichen.',
  'escrowFieldHelp.nl.social_security_number': 'Neun Ziffern.',
  'escrowFieldHelp.us.social_security_number': 'Mit ihren Strichen, zum Beispiel 123-45-6789.',
  'escrowFieldHelp.de.tax_number': 'Elf Ziffern ohne Leerzeichen; nicht die Nummer Ihres Finanzamts.',
  'escrowFieldHelp.es.tax_number': 'Neun Zeichen ohne Leerzeichen und Striche, zum Beispiel 12345678Z.',
  'escrowFieldHelp.cpr_number': 'Mit dem Strich, zum Beispiel 010203-1234.',
  'escrowFieldHelp.ssn_number': 'Elf Ziffern ohne Leerzeichen.',
  'escrowFieldHelp.aadhar_number': 'Zwölf Ziffern in drei Gruppen, zum Beispiel 2345 6789 0123.',
  'escrowFieldHelp.fiscal_code': 'Sechzehn Zeichen, in großen Buchstaben.',
  'escrowFieldHelp.my_number': 'Zwölf Ziffern ohne Leerzeichen.',

  'escrowPerson.lookAgain':
    'Oben sieht etwas nach einem Tippfehler aus. Sehen Sie noch einmal hin; steht es genau so in Ihren Papieren, drücken Sie noch einmal.',
  'escrowForm.email.wrong': 'Das ist keine E-Mail-Adresse.',
  'escrowForm.sms.wrong': 'Eine Nummer beginnt mit + und ihrem Land und besteht sonst aus Ziffern.',
  'escrowTrouble.missing': 'Das wird gebraucht.',
  'escrowTrouble.too-long': 'Das ist zu lang.',
  'escrowTrouble.shape': 'So wird es nicht geschrieben. Sehen Sie noch einmal auf Ihr Papier.',
  'escrowTrouble.date': 'Das ist kein Tag im Kalender.',
  'escrowTrouble.unknown-field': 'Danach wird in diesem Land niemand gefragt.',
  'escrowTrouble.check-digits':
    'Die Prüfziffern passen nicht: Vielleicht ist eine Ziffer vertippt. Steht es genau so auf Ihrem Papier, lassen Sie es so.',

  'escrowMethod.question': 'Eine Antwort, die nur Sie wissen',
  'escrowMethod.email': 'Ein Code per E-Mail',
  'escrowMethod.sms': 'Ein Code auf Ihr Telefon',
  'escrowMethod.post': 'Ein Code per Brief',
  'escrowMethod.totp': 'Ein Code aus der Code-App Ihres Telefons',
  'escrowMethod.iban': 'Eine Überweisung von Ihrem Konto',
  'escrowMethod.file': 'Eine Datei an dem Ort (zum Ausprobieren)',
  'escrowMethod.unknown': 'Etwas, das ein neueres Holdfast braucht',

  'escrowMethodWhy.question':
    'Geht ohne Telefon und Post, für immer. So gut, wie die Antwort schwer zu raten oder nachzusehen ist.',
  'escrowMethodWhy.email': 'Der Ort schickt einen Code in Ihr Postfach. Wer Ihre Mails liest, hat ihn auch.',
  'escrowMethodWhy.sms':
    'Der Ort schickt einen Code an Ihre Nummer. Nummern können verloren gehen und übernommen werden.',
  'escrowMethodWhy.post':
    'Der Ort schickt einen Brief mit einem Code. Das dauert Tage, und Diebe öffnen selten Briefkästen.',
  'escrowMethodWhy.totp':
    'Eine App auf Ihrem Telefon macht jede halbe Minute einen neuen Code. Sie geht ohne Netz; ist das Telefon weg und die App nicht gesichert, ist sie verloren.',
  'escrowMethodWhy.iban':
    'Sie überweisen einen kleinen Betrag von Ihrem Konto, und der Ort sieht, dass er von dort kam. Das dauert ein bis zwei Tage.',

  'escrowForm.question': 'Frage',
  'escrowForm.question.help': 'Sie wird Ihnen gezeigt, wenn Sie sie brauchen, und jedem, der Ihre Angaben kennt.',
  'escrowForm.answer': 'Antwort',
  'escrowForm.answer.help':
    'Die Schreibweise zählt. Später werden große und kleine Buchstaben und ein Punkt am Ende für Sie durchprobiert, sonst nichts.',
  'escrowForm.email': 'E-Mail-Adresse',
  'escrowForm.sms': 'Telefonnummer',
  'escrowForm.sms.help': 'Mit ihrem Land, zum Beispiel +41 79 123 45 67.',
  'escrowForm.post.name': 'Name am Briefkasten',
  'escrowForm.post.street': 'Straße und Hausnummer',
  'escrowForm.post.postcode': 'Postleitzahl',
  'escrowForm.post.city': 'Ort',
  'escrowForm.post.country': 'Land',
  'escrowForm.iban': 'Ihr Konto (IBAN)',
  'escrowForm.holder': 'Kontoinhaber',
  'escrowForm.add': 'Diesen Weg hinzufügen',
  'escrowForm.not': 'Diesen nicht',

  'escrowCode.square': 'Der Schlüssel für Ihre Code-App, als Quadratcode',
  'escrowCode.scan':
    'Lesen Sie dieses Quadrat mit der Code-App Ihres Telefons ein (einem Authenticator). Sie zeigt dann acht Ziffern, die jede halbe Minute wechseln.',
  'escrowCode.byHand': 'Eintippen oder eine App auf diesem Computer nehmen',
  'escrowCode.key': 'Der Schlüssel, in Gruppen; wählen Sie 8 Ziffern, 30 Sekunden, SHA-1:',
  'escrowCode.key.groups': '{$groups :said}',
  'escrowCode.link': 'Oder der ganze Link:',
  'escrowCode.code': 'Code, den die App jetzt zeigt',
  'escrowCode.code.help': 'Acht Ziffern.',
  'escrowCode.wrong':
    'Das ist nicht der Code von jetzt. Die App muss acht Ziffern zeigen, und die Uhr des Telefons muss stimmen.',
  'escrowCode.do': 'Prüfen und hinzufügen',
};

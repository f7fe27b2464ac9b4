// SPDX-License-Identifier: GPL-3.0-or-later
import type { door as english } from '../en/door.ts';

/** Das Feld, das alles nimmt: was es erkannt hat und wo es sich öffnen lässt. */
export const door: Readonly<Record<keyof typeof english, string>> = {
  'door.label': 'Ein Link, ein Code oder ein Blatt',
  'door.placeholder': 'Link, Code oder Blatt einfügen, scannen oder hier fallen lassen',
  'door.drop': 'Loslassen: es wird nur auf diesem Computer gelesen',
  'door.keys': 'Strg V',
  'door.key.paste': 'Öffnen, was kopiert wurde',
  'door.key.go': 'Zur Zeile, die alles nimmt',
  'door.do': 'Öffnen',
  'door.file': 'Ein Bild oder PDF öffnen',
  'door.camera': 'Mit der Kamera scannen',
  'door.camera.on':
    'Halten Sie den Code so, dass er ein Drittel des Bildes füllt. Er wird von selbst gelesen, und kein Bild wird behalten.',
  'door.close': 'Schließen',
  'door.is.link': '{$what :said}. Auf dieser Seite ist etwas im Gange, oder es wird gerade getippt.',
  'door.is.sheet': 'Das ist ein Notfallblatt. Was soll damit geschehen?',
  'door.is.share': 'Das ist ein Teil eines Notfallblatts. Was soll damit geschehen?',
  'door.is.code': 'Das ist der Code eines Notfallblatts. Was soll damit geschehen?',
  'door.is.taler-wallet': 'Dieser Link bringt eine Wallet von GNU Taler zurück.',
  'door.is.taler-backup':
    'Das ist vielleicht eine Sicherung der Wallet von GNU Taler. Sie wird angesehen, bevor etwas hereinkommt.',
  'door.is.issuer': '{$host :host} will Herausgeber Ihres Geldes sein.',
  'door.is.web':
    '{$host :host} ist im Web. Holdfast zeigt keine Webseiten. Es kann diese fragen, ob sie Geld verlangt; ein Herausgeber von Geld oder ein Speicherort lässt sich mit seiner Adresse benutzen.',
  'door.is.escrow-code':
    'Das ist ein Code, den ein Ort einer Treuhand schickt. Er gehört in die Wiederherstellung, die auf ihn wartet.',
  'door.is.app-code': 'Eine Zahl, wie eine App für Codes sie zeigt.',
  'door.test': 'Mein eigenes Blatt damit prüfen',
  'door.takeover': 'Die Wallet hereinholen, zu der es gehört',
  'door.restore': 'Die Wallet hier wiederherstellen',
  'door.import': 'Ansehen, was darin ist',
  'door.issuer': 'Geld von diesem Herausgeber aufladen',
  'door.pay': 'Gibt es dort etwas zu bezahlen?',
  'door.place': 'Dort Kopien aufbewahren',
  'door.regain': 'Mit der Wiederherstellung weitermachen',
  'door.rehearse': 'Die Treuhand damit ausprobieren',
  'door.no.too-long':
    'Das ist länger als jeder Link, Code und jedes Blatt und wurde nicht gelesen. Es wurde nichts geändert.',
  'door.no.two-links':
    'In diesem Text ist mehr als ein Link. Es wurde nichts geöffnet: Fügen Sie den ein, den Sie meinen.',
  'door.no.unsupported':
    'Links der Art {$action :code} kennt Holdfast noch nicht. Es wurde nichts bezahlt und nichts geändert.',
  'door.no.payment':
    'Das verlangt eine Zahlung anderer Art, nicht mit Taler. Es wurde nichts bezahlt: Öffnen Sie es mit dem Programm, für das es ist.',
  'door.no.seed':
    'Das sieht nach dem Geheimnis einer anderen Art von Wallet aus, die Holdfast nicht öffnen kann. Nichts davon wurde behalten. Zeigen Sie es niemandem.',
  'door.no.unknown':
    'Das ist kein Link, Code oder Blatt, das Holdfast kennt: {$shown :name}. Es wurde nichts geändert. Fragen Sie, wer es Ihnen gab, wofür es ist.',
};

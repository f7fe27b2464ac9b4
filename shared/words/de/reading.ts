// SPDX-License-Identifier: GPL-3.0-or-later

export const reading = {
  'show.lead':
    'Zeigen Sie das Notfallblatt der Kamera oder öffnen Sie ein Foto oder PDF davon, oder tippen Sie es unten ab. Eine Datei kann irgendwo auf diese Seite gezogen und ein Bild eingefügt werden.',
  'show.drop': 'Lassen Sie los: Das Foto oder PDF wird hier gelesen, und nichts davon verlässt diesen Computer.',
  'show.camera': 'Der Kamera zeigen',
  'show.file': 'Foto oder PDF öffnen',
  'show.reading': 'Die Datei wird gelesen …',
  'show.stop': 'Nicht weiterlesen',
  'show.camera.starting': 'Warten auf die Kamera …',
  'show.camera.on':
    'Halten Sie die Seite so, dass ihr quadratischer Code ein Drittel des Bildes füllt: flach, scharf, mit Licht und ohne Schatten. Gelesen wird von selbst, und kein Bild wird behalten.',
  'show.camera.video': 'Was die Kamera sieht',
  'show.camera.off': 'Kamera ausschalten',
  'show.read': 'Gelesen. Ist Ihre Seite die des Notfallblatts {$number :code}? Vergleichen Sie, bevor Sie weitergehen.',
  'show.read.text': 'Gelesen. Sehen Sie sich an, was unten steht, bevor Sie weitergehen.',
} as const;

// SPDX-License-Identifier: GPL-3.0-or-later

/** Showing a sheet instead of typing it. */
export const reading = {
  'show.lead':
    'Show the sheet to the camera or open a photo or PDF of it, or type it below. A file can be dropped anywhere on this page, and a picture pasted.',
  'show.drop': 'Let go: the photo or PDF is read here, and nothing of it leaves this computer.',
  'show.camera': 'Show it to the camera',
  'show.file': 'Open a photo or PDF',
  'show.reading': 'Reading the file …',
  'show.stop': 'Stop reading',
  'show.camera.starting': 'Waiting for the camera …',
  'show.camera.on':
    'Hold the page so that its square code fills a third of the picture: flat, sharp, with light and without shadow. It is read by itself, and no picture is kept.',
  'show.camera.video': 'What the camera sees',
  'show.camera.off': 'Switch the camera off',
  'show.read': 'Read. Is your page that of sheet {$number :code}? Compare it before you go on.',
  'show.read.text': 'Read. Look at what stands below before you go on.',
} as const;

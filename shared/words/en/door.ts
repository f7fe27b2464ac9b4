// SPDX-License-Identifier: GPL-3.0-or-later

/** The field that takes anything: what it recognised, and where it can be opened. */
export const door = {
  'door.label': 'A link, a code or a sheet',
  'door.placeholder': 'Paste, scan or drop a link, a code or a sheet',
  'door.drop': 'Let go: it is read on this computer alone',
  'door.keys': 'Ctrl V',
  'door.key.paste': 'Open what was copied',
  'door.key.go': 'Go to the line that takes anything',
  'door.do': 'Open',
  'door.file': 'Open a picture or PDF',
  'door.camera': 'Scan with the camera',
  'door.camera.on':
    'Hold the code so that it fills a third of the picture. It is read by itself, and no picture is kept.',
  'door.close': 'Close',
  'door.is.link': '{$what :said}. Something is under way on this page, or is being typed.',
  'door.is.sheet': 'This is a recovery sheet. What shall be done with it?',
  'door.is.share': 'This is a share of a recovery sheet. What shall be done with it?',
  'door.is.code': 'This is the code of a recovery sheet. What shall be done with it?',
  'door.is.taler-wallet': 'This link brings back a wallet of GNU Taler.',
  'door.is.taler-backup': 'This may be a backup of GNU Taler’s wallet. It is looked at before anything comes in.',
  'door.is.issuer': '{$host :host} wants to be an issuer of your money.',
  'door.is.web':
    '{$host :host} is on the web. Holdfast shows no web pages. It can ask this one whether it wants money; an issuer of money or a place for copies can be used by its address.',
  'door.is.escrow-code':
    'This is a code that a place of an escrow sends. It belongs into the recovery that waits for it.',
  'door.is.app-code': 'A number like the one that an app for codes shows.',
  'door.test': 'Test my own sheet with it',
  'door.takeover': 'Bring in the wallet it belongs to',
  'door.restore': 'Restore the wallet here',
  'door.import': 'Look what is in it',
  'door.issuer': 'Add money from this issuer',
  'door.pay': 'Is there something to pay?',
  'door.place': 'Keep copies there',
  'door.regain': 'Go on with the recovery',
  'door.rehearse': 'Try the escrow with it',
  'door.no.too-long': 'This is longer than any link, code or sheet, so it was not read. Nothing was changed.',
  'door.no.two-links': 'There is more than one link in this text. Nothing was opened: paste the one that you mean.',
  'door.no.unsupported': 'Holdfast does not know links of the kind {$action :code} yet. Nothing was paid or changed.',
  'door.no.payment':
    'This asks for a payment of another kind, not with Taler. Nothing was paid: open it with the program it is for.',
  'door.no.seed':
    'This looks like the secret of another kind of wallet, which Holdfast cannot open. Nothing of it was kept. Show it to nobody.',
  'door.no.unknown':
    'This is no link, code or sheet that Holdfast knows: {$shown :name}. Nothing was changed. Ask whoever gave it to you what it is for.',
} as const;

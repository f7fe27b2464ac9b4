// SPDX-License-Identifier: GPL-3.0-or-later

/** Why a picture, a PDF or a camera shows no sheet, and what to do then. */
export const failureReading = {
  'failure.nothing-shown.picture':
    'No sheet can be read in this picture. Nothing was changed and no money is at risk. Photograph the whole page again: flat, sharp, with more light and no shadow, so that the square code fills a third of the picture. Or type the 26 groups.',
  'failure.nothing-shown.pdf':
    'No sheet was found in this PDF; pages looked at: {$looked :integer} of {$of :integer}. Nothing was changed and no money is at risk. Choose the file with the page alone, or a picture of it, or type the 26 groups.',
  'failure.other-code.web':
    'The code there is no recovery sheet: it leads to a web page, {$shown :quote}. It was not opened, and nothing was changed. Show the page with the 26 numbered groups.',
  'failure.other-code.payment':
    'The code there is no recovery sheet: it asks for a payment, {$shown :quote}. Nothing was paid or changed. Show the page with the 26 numbered groups.',
  'failure.other-code.taler':
    'The code there is no recovery sheet, but a link for paying or receiving: {$shown :quote}. Nothing was paid or changed. Paste it under “Receive” or “Pay”, or show the page with the 26 numbered groups.',
  'failure.other-code.wifi':
    'The code there is no recovery sheet: it is the key of a wireless network. Nothing was changed. Show the page with the 26 numbered groups.',
  'failure.other-code.contact':
    'The code there is no recovery sheet: it is somebody’s address. Nothing was changed. Show the page with the 26 numbered groups.',
  'failure.other-code.mail':
    'The code there is no recovery sheet: it begins a mail, {$shown :quote}. Nothing was sent or changed. Show the page with the 26 numbered groups.',
  'failure.other-code.phone':
    'The code there is no recovery sheet: it is a telephone number, {$shown :quote}. Nothing was called or changed. Show the page with the 26 numbered groups.',
  'failure.other-code.seed':
    'The code there looks like the secret of another kind of wallet, which Holdfast cannot open. Nothing was changed or kept. Keep that page safe, and show the one with the 26 numbered groups.',
  'failure.other-code.text':
    'The code there is no recovery sheet; it says {$shown :quote}. Nothing was changed. Show the page with the 26 numbered groups.',
  'failure.two-sheets':
    'There are different sheets in this file, numbers {$numbers :names}. Of a file that was not changed only one is there, so none was taken. Nothing was changed and no money is at risk. Show the page that you hold in your hand, alone.',
  'failure.file-too-large':
    'This file has {$bytes :bytes}, and at most {$limit :bytes} are read. Nothing was opened or changed. Choose a photo or the PDF of the page alone.',
  'failure.picture-too-large':
    'This picture has {$megapixels :integer} megapixels, and at most {$limit :integer} are read. Nothing was opened or changed. Make a smaller picture of the page, or type the 26 groups.',
  'failure.unread-file.heic':
    'This photo is in Apple’s format HEIC, which cannot be read here. Nothing was changed. Make a screenshot of it or save it as JPEG, and choose that.',
  'failure.unread-file.other-picture':
    'This kind of picture cannot be read here. Nothing was changed. Save it as JPEG or PNG, and choose that.',
  'failure.unread-file.archive':
    'This is a packed file or an office document. Nothing was opened or changed. Choose the photo or the PDF in it, or print it as PDF.',
  'failure.unread-file.text':
    'This file is neither a picture nor a PDF, and what is written in it is no recovery sheet. Nothing was changed. Choose the photo or the PDF of the page.',
  'failure.unread-file.damaged':
    'This file is damaged or was not copied whole, so nothing can be seen in it. Nothing was changed and no money is at risk. Copy it again, take another photo, or type the 26 groups.',
  'failure.unread-file.gone':
    'This file could not be read from its place. Nothing was changed. Check that the disk or the telephone is still connected, and choose it again.',
  'failure.pdf-locked':
    'This PDF is locked with a password. Nothing was opened or changed. Open it with your PDF viewer, print it as a PDF without one or take a picture of it, and choose that.',
  'failure.file-too-costly.memory':
    'Reading this file would take more memory than any sheet needs, so it was stopped. It may be made to do harm. Nothing was changed and no money is at risk. Choose a photo of the page, or type the 26 groups.',
  'failure.file-too-costly.time':
    'Reading this file took too long, so it was stopped. Nothing was changed and no money is at risk. Choose a smaller photo of the page, or type the 26 groups.',
  'failure.no-reader':
    'Pictures and PDFs cannot be read on this computer: a part of Holdfast for it is missing. Nothing was changed and no money is at risk. Type the 26 groups, or install Holdfast again.',
  'failure.no-camera.none':
    'No camera was found. Nothing was changed. Connect one, open a photo of the page, or type the 26 groups.',
  'failure.no-camera.refused':
    'This computer does not let Holdfast use the camera. Nothing was changed. Allow it in the system’s settings for privacy, open a photo of the page, or type the 26 groups.',
  'failure.no-camera.busy':
    'Another program is using the camera. Nothing was changed. Close that program and try again, open a photo of the page, or type the 26 groups.',
  'failure.no-camera.taken':
    'The camera was switched off or unplugged before a sheet was read. Nothing was changed. Connect it and try again, open a photo of the page, or type the 26 groups.',
} as const;

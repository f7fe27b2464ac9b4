// SPDX-License-Identifier: GPL-3.0-or-later

/** Lo que está en el papel. */
export const paper = {
  'print.title': 'Hoja de recuperación',
  'print.file': 'Hoja de recuperación de Holdfast',
  'print.subject': 'Monedero {$name :name}, {$date :code}',
  'print.subject.dated': 'Monedero {$name :name}',
  'print.number': 'Hoja',
  'print.number.note': 'Holdfast muestra el mismo número cuando muestra o lee esta hoja.',
  'print.warning': 'Quien tiene esta página tiene el dinero.',
  'print.advice':
    'Guárdela como dinero en efectivo. Nadie se la pedirá nunca: ningún banco, ninguna tienda, ni quienes hacen Holdfast.',
  'print.steps': 'Para recuperar el dinero',
  'print.step.install': 'Consiga Holdfast en cualquier equipo y elija «Restaurar».',
  'print.step.read':
    'Déle el código cuadrado, o escriba los 26 grupos. Los errores pequeños se encuentran y se corrigen.',
  'print.step.places':
    'Conecte las memorias USB y carpetas que se nombran abajo. Holdfast pregunta a todos los lugares y junta lo que guardan.',
  'print.step.after': 'Después ya no pague con el equipo antiguo.',
  'print.code': 'El código en letras',
  'print.code.whole': 'Basta el cuadrado solo, y también estos grupos con los lugares de abajo.',
  'print.code.secret': 'El cuadrado contiene el mismo código; los lugares están solo en el papel.',
  'print.code.hint': 'Sin B, I, O ni 1, salvo en el grupo 1.',
  'print.places': 'Dónde están las copias cifradas',
  'print.places.none': 'Aún en ningún sitio. Sin un lugar que guarde una copia, esta página no restaura nada.',
  'print.places.overleaf': 'En la página siguiente. Guárdela con esta.',
  'print.place.sync': '{$name :place}, un servicio de copias',
  'print.place.folder': '{$name :place}, una carpeta o memoria USB',
  'print.place.webdav': '{$name :place}, una carpeta en un servidor (pide una contraseña que no está en esta página)',
  'print.place.newer': '{$name :place}, necesita un Holdfast más nuevo',
  'print.escrow.none': 'Custodia: sin establecer.',
  'print.escrow.set': 'Custodia: establecida.',
  'print.tested': 'Comprobada el {$date :code}: volvió todo.',
  'print.blank.tested': 'Comprobada el',
  'print.blank.copies': 'Hay otras copias de esta página en',
  'print.blank.helper': 'Quién ayuda',
  'print.foot.without':
    'Sin Holdfast: los grupos son una cadena codex32 larga (BIP-93) con el prefijo «hold». Cómo abre una copia está escrito en electron/backup/FORMAT.md, parte del código fuente de Holdfast.',
  'print.foot.made':
    'Hecho con Holdfast {$version :version}, software libre (GPL-3.0-or-later). Corte por las esquinas; doble por las marcas, con lo escrito hacia dentro.',

  'print.share.file': 'Partes de una hoja de recuperación de Holdfast',
  'print.share.title': 'Parte {$share :integer} de {$of :integer}',
  'print.share.number': 'Reparto',
  'print.share.number.note':
    'Las {$of :integer} páginas de este reparto de una hoja de recuperación de Holdfast tienen todas este número.',
  'print.share.warning':
    'Sola, esta página no revela nada. {$needed :integer} páginas cualesquiera de este reparto son el dinero.',
  'print.share.advice':
    'Guárdela lejos de las otras. Nadie se la pedirá nunca: ningún banco, ninguna tienda, ni quienes hacen Holdfast.',
  'print.share.step.read':
    'Reúna {$needed :integer} páginas con este número, en cualquier orden. Déle sus códigos cuadrados, o escriba sus 26 grupos.',
  'print.share.code': 'Esta parte en letras',
  'print.share.code.whole': 'De esta parte basta el cuadrado solo, y también estos grupos con los lugares de abajo.',
  'print.blank.share': 'Esta parte la tiene',
  'print.blank.others': 'Las otras las tienen',
  'print.share.foot.without':
    'Sin Holdfast: los grupos son una de {$needed :integer} partes de una cadena codex32 larga (BIP-93) con el prefijo «hold». Cómo se vuelven una, y abren una copia, está escrito en electron/backup/FORMAT.md, parte del código fuente de Holdfast.',

  'receipt.title': 'Recibo: este monedero se vació',
  'receipt.date': 'Fecha: {$at :time}',
  'receipt.sent': 'Enviado y tomado: {$sums :list}',
  'receipt.sent.nothing': 'Enviado y tomado: nada',
  'receipt.fees': 'Comisiones de envío: {$sums :list}',
  'receipt.fees.none': 'Comisiones de envío: ninguna',
  'receipt.dust': 'No vale el envío (la comisión es mayor): {$sums :list}',
  'receipt.payment': '{$number :integer}. {$sum :amount}, emitidos por {$exchange :address}',
  'receipt.payment.fees': 'Comisiones {$fees :amount}; podía tomarse hasta el {$until :time}; tomado',
  'receipt.payment.id': 'Número con el que lo encuentran el emisor y el destinatario: {$id :code}',
  'receipt.erased': 'El monedero y su secreto de recuperación se borraron después en este equipo.',
};

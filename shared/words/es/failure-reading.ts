// SPDX-License-Identifier: GPL-3.0-or-later

/** Por qué una imagen, un PDF o una cámara no muestra ninguna hoja, y qué hacer entonces. */
export const failureReading = {
  'failure.nothing-shown.picture':
    'En esta imagen no se puede leer ninguna hoja. No se cambió nada y ningún dinero corre peligro. Fotografíe otra vez la página entera: plana, nítida, con más luz y sin sombra, de modo que el código cuadrado llene un tercio de la imagen. O escriba los 26 grupos.',
  'failure.nothing-shown.pdf':
    'No se encontró ninguna hoja en este PDF; páginas miradas: {$looked :integer} de {$of :integer}. No se cambió nada y ningún dinero corre peligro. Elija el archivo con la página sola, o una imagen de ella, o escriba los 26 grupos.',
  'failure.other-code.web':
    'El código que hay ahí no es una hoja de recuperación: lleva a una página web, {$shown :quote}. No se abrió, y no se cambió nada. Muestre la página con los 26 grupos numerados.',
  'failure.other-code.payment':
    'El código que hay ahí no es una hoja de recuperación: pide un pago, {$shown :quote}. No se pagó ni se cambió nada. Muestre la página con los 26 grupos numerados.',
  'failure.other-code.taler':
    'El código que hay ahí no es una hoja de recuperación, sino un enlace para pagar o recibir: {$shown :quote}. No se pagó ni se cambió nada. Péguelo en «Recibir» o «Pagar», o muestre la página con los 26 grupos numerados.',
  'failure.other-code.wifi':
    'El código que hay ahí no es una hoja de recuperación: es la clave de una red inalámbrica. No se cambió nada. Muestre la página con los 26 grupos numerados.',
  'failure.other-code.contact':
    'El código que hay ahí no es una hoja de recuperación: son las señas de alguien. No se cambió nada. Muestre la página con los 26 grupos numerados.',
  'failure.other-code.mail':
    'El código que hay ahí no es una hoja de recuperación: empieza un correo, {$shown :quote}. No se envió ni se cambió nada. Muestre la página con los 26 grupos numerados.',
  'failure.other-code.phone':
    'El código que hay ahí no es una hoja de recuperación: es un número de teléfono, {$shown :quote}. No se llamó ni se cambió nada. Muestre la página con los 26 grupos numerados.',
  'failure.other-code.seed':
    'El código que hay ahí parece el secreto de otra clase de monedero, que Holdfast no sabe abrir. No se cambió ni se guardó nada. Guarde bien esa página y muestre la que tiene los 26 grupos numerados.',
  'failure.other-code.text':
    'El código que hay ahí no es una hoja de recuperación; dice {$shown :quote}. No se cambió nada. Muestre la página con los 26 grupos numerados.',
  'failure.two-sheets':
    'Hay hojas distintas en este archivo, números {$numbers :names}. En un archivo que no se haya alterado hay solo una, así que no se tomó ninguna. No se cambió nada y ningún dinero corre peligro. Muestre la página que tiene en la mano, sola.',
  'failure.file-too-large':
    'Este archivo tiene {$bytes :bytes}, y se leen como máximo {$limit :bytes}. No se abrió ni se cambió nada. Elija una foto o el PDF de la página sola.',
  'failure.picture-too-large':
    'Esta imagen tiene {$megapixels :integer} megapíxeles, y se leen como máximo {$limit :integer}. No se abrió ni se cambió nada. Haga una imagen menor de la página, o escriba los 26 grupos.',
  'failure.unread-file.heic':
    'Esta foto está en el formato HEIC de Apple, que aquí no se puede leer. No se cambió nada. Haga una captura de pantalla de ella o guárdela como JPEG, y elija esa.',
  'failure.unread-file.other-picture':
    'Esta clase de imagen no se puede leer aquí. No se cambió nada. Guárdela como JPEG o PNG, y elija esa.',
  'failure.unread-file.archive':
    'Es un archivo comprimido o un documento de oficina. No se abrió ni se cambió nada. Elija la foto o el PDF que contiene, o imprímalo como PDF.',
  'failure.unread-file.text':
    'Este archivo no es una imagen ni un PDF, y lo que lleva escrito no es una hoja de recuperación. No se cambió nada. Elija la foto o el PDF de la página.',
  'failure.unread-file.damaged':
    'Este archivo está dañado o no se copió entero, así que no se ve nada en él. No se cambió nada y ningún dinero corre peligro. Cópielo otra vez, haga otra foto, o escriba los 26 grupos.',
  'failure.unread-file.gone':
    'Este archivo no pudo leerse desde su sitio. No se cambió nada. Compruebe que el disco o el teléfono sigue conectado, y elíjalo otra vez.',
  'failure.pdf-locked':
    'Este PDF está bloqueado con una contraseña. No se abrió ni se cambió nada. Ábralo con su visor de PDF, imprímalo como PDF sin contraseña o haga una imagen de él, y elija eso.',
  'failure.file-too-costly.memory':
    'Leer este archivo requeriría más memoria de la que necesita ninguna hoja, así que se detuvo. Puede estar hecho para causar daño. No se cambió nada y ningún dinero corre peligro. Elija una foto de la página, o escriba los 26 grupos.',
  'failure.file-too-costly.time':
    'Leer este archivo tardaba demasiado, así que se detuvo. No se cambió nada y ningún dinero corre peligro. Elija una foto menor de la página, o escriba los 26 grupos.',
  'failure.no-reader':
    'En este equipo no se pueden leer imágenes ni PDF: falta la parte de Holdfast que lo hace. No se cambió nada y ningún dinero corre peligro. Escriba los 26 grupos, o instale Holdfast otra vez.',
  'failure.no-camera.none':
    'No se encontró ninguna cámara. No se cambió nada. Conecte una, abra una foto de la página, o escriba los 26 grupos.',
  'failure.no-camera.refused':
    'Este equipo no deja que Holdfast use la cámara. No se cambió nada. Permítalo en los ajustes de privacidad del sistema, abra una foto de la página, o escriba los 26 grupos.',
  'failure.no-camera.busy':
    'Otro programa está usando la cámara. No se cambió nada. Cierre ese programa e inténtelo otra vez, abra una foto de la página, o escriba los 26 grupos.',
  'failure.no-camera.taken':
    'La cámara se apagó o se desconectó antes de leer una hoja. No se cambió nada. Conéctela e inténtelo otra vez, abra una foto de la página, o escriba los 26 grupos.',
};

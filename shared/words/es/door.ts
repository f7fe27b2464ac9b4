// SPDX-License-Identifier: GPL-3.0-or-later

/** El campo que lo acepta todo: qué reconoció, y dónde se abre. */
export const door = {
  'door.label': 'Un enlace, un código o una hoja',
  'door.placeholder': 'Pegue, escanee o suelte enlace, código u hoja',
  'door.drop': 'Suelte: se lee solo en este equipo',
  'door.keys': 'Ctrl V',
  'door.key.paste': 'Abrir lo que se copió',
  'door.key.go': 'Ir a la línea que lo acepta todo',
  'door.do': 'Abrir',
  'door.file': 'Abrir una imagen o un PDF',
  'door.camera': 'Escanear con la cámara',
  'door.camera.on':
    'Sostenga el código de modo que llene un tercio de la imagen. Se lee solo, y no se guarda ninguna imagen.',
  'door.close': 'Cerrar',
  'door.is.link': '{$what :said}. En esta página hay algo en curso, o se está escribiendo.',
  'door.is.sheet': 'Es una hoja de recuperación. ¿Qué se hace con ella?',
  'door.is.share': 'Es una parte de una hoja de recuperación. ¿Qué se hace con ella?',
  'door.is.code': 'Es el código de una hoja de recuperación. ¿Qué se hace con él?',
  'door.is.taler-wallet': 'Este enlace devuelve un monedero de GNU Taler.',
  'door.is.taler-backup': 'Puede ser una copia del monedero de GNU Taler. Se mira antes de que entre nada.',
  'door.is.issuer': '{$host :host} quiere ser un emisor de su dinero.',
  'door.is.web':
    '{$host :host} está en la web. Holdfast no muestra páginas web. Puede preguntar a esta si pide dinero; un emisor de dinero o un lugar para copias puede usarse con su dirección.',
  'door.is.escrow-code': 'Es un código que envía un lugar de una custodia. Va en la recuperación que lo espera.',
  'door.is.app-code': 'Un número como el que muestra una aplicación de códigos.',
  'door.test': 'Comprobar con ella mi propia hoja',
  'door.takeover': 'Traer el monedero al que pertenece',
  'door.restore': 'Restaurar aquí el monedero',
  'door.import': 'Mirar qué contiene',
  'door.issuer': 'Añadir dinero de este emisor',
  'door.pay': '¿Hay algo que pagar?',
  'door.place': 'Guardar copias allí',
  'door.regain': 'Seguir con la recuperación',
  'door.rehearse': 'Ensayar la custodia con él',
  'door.no.too-long': 'Es más largo que cualquier enlace, código u hoja, así que no se leyó. No se cambió nada.',
  'door.no.two-links': 'Hay más de un enlace en este texto. No se abrió nada: pegue el que quiera.',
  'door.no.unsupported':
    'Holdfast aún no conoce los enlaces de la clase {$action :code}. No se pagó ni se cambió nada.',
  'door.no.payment':
    'Esto pide un pago de otra clase, no con Taler. No se pagó nada: ábralo con el programa para el que es.',
  'door.no.seed':
    'Esto parece el secreto de otra clase de monedero, que Holdfast no sabe abrir. No se guardó nada de ello. No se lo muestre a nadie.',
  'door.no.unknown':
    'No es un enlace, código u hoja que Holdfast conozca: {$shown :name}. No se cambió nada. Pregunte a quien se lo dio para qué es.',
};

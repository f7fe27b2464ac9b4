// SPDX-License-Identifier: GPL-3.0-or-later

/** El marco de todo: inicio, bloqueo, páginas, campos, este equipo. */
export const frame = {
  'app.opening': 'Abriendo el monedero …',
  'app.cannotOpen': 'Este monedero no se puede abrir ahora',
  'app.waiting': 'Un momento …',
  'app.details': 'Detalles',
  'app.skip': 'Ir al contenido de la página',

  'nav.label': 'Páginas',
  'nav.money': 'Dinero',
  'nav.history': 'Historial',
  'nav.protection': 'Protección',
  'nav.settings': 'Ajustes',
  'nav.playMoney': 'Dinero de juego',
  'nav.unprotected': 'Sin bloquear',

  'amount.malformed': 'Escriba un importe como 20 o {$example :said}.',
  'amount.parts':
    'Escriba {$typed :name} con coma o punto, como 0,5: las fracciones y potencias pueden leerse de más de una forma.',
  'amount.sign': 'Escriba {$typed :name} sin signo: lo que se paga o recibe es siempre más que cero.',
  'amount.decimals': 'Un importe tiene como máximo 8 cifras tras la coma, como {$example :said}.',
  'amount.marks':
    'Los signos entre las cifras de {$typed :name} no dicen un solo importe. Escríbalo sin signos entre los miles, como 1250 o {$example :said}.',
  'amount.letters':
    '{$typed :name} contiene algo que no es de un importe. Escriba solo cifras, como 20 o {$example :said}.',
  'amount.which': '{$typed :name} puede significar dos importes. ¿Cuál quiere decir?',
  'amount.readings': 'Qué importe se quiere decir',
  'amount.tooLarge': 'Este importe es demasiado grande para cualquier monedero Taler.',
  'amount.otherCurrency': 'El importe tiene que ser en {$currency :currency}.',
  'amount.zero': 'El importe tiene que ser más que cero.',

  'onward.bringIn': 'Traer otro monedero',
  'onward.devices': 'Dispositivos',
  'onward.devices.words': 'Quién más conoce este monedero, y cómo pasa a otro dispositivo.',
  'onward.restore': 'Restaurar',
  'onward.restore.words': 'Un monedero suyo vuelve con su hoja de recuperación.',
  'onward.regain': 'Restaurar con la custodia',
  'onward.regain.words': 'Sin papel, demostrando que es usted.',
  'onward.takeover': 'Tomar un monedero',
  'onward.takeover.words': 'El dinero de otro monedero suyo viene a este.',
  'onward.import': 'Del monedero de GNU Taler',
  'onward.import.words': 'Con su enlace, su texto de recuperación o un archivo de copia suyo.',
  'way.history': 'Al historial',
  'way.send': 'Enviar dinero',
  'confirm.keep': 'Conservarlo',

  'copy.do': 'Copiar',
  'copy.done': 'Copiado',
  'copy.aMinute': 'Copiado por un minuto',
  'copy.refused': 'No se pudo copiar',
  'copy.label': 'Copiar: {$what :said}',

  'first.title': 'Efectivo digital que sobrevive a su equipo',
  'first.lead':
    'Holdfast guarda efectivo digital GNU Taler y pone copias cifradas de él en lugares que usted elige. Una hoja impresa lo devuelve todo.',
  'first.play.title': 'Primero echar un vistazo',
  'first.play.words':
    'Un banco, un emisor, una tienda y lugares para copias funcionan dentro de este programa. Sin red, sin dinero real.',
  'first.play.do': 'Probar con dinero de juego',
  'first.new.title': 'Crear un monedero',
  'first.new.words': 'Para efectivo digital real, de cualquier emisor Taler.',
  'first.new.do': 'Crear un monedero',
  'first.restore.title': 'Restaurar un monedero',
  'first.restore.words': 'Con una hoja de recuperación, en este equipo.',
  'first.restore.do': 'Restaurar con una hoja',
  'first.restore.sheet':
    'Primero la hoja. Cuando se pueda leer, usted elige cómo se bloquea aquí el monedero; después se pregunta a sus lugares. Antes no se escribe nada.',
  'first.restore.lock': 'La hoja se puede leer. ¿Cómo se bloquea aquí el monedero restaurado?',
  'first.regain.title': 'Restaurar con la custodia',
  'first.regain.words': 'Sin papel: demostrando que es usted.',
  'first.regain.do': 'Restaurar con la custodia',
  'first.where': 'Versión {$version :version}. Este monedero se guardará en {$directory :file}.',

  'protection.label': '¿Quién puede abrir este monedero en este equipo?',
  'protection.passphrase': 'Quien sepa una frase de contraseña',
  'protection.passphrase.why':
    'La escribe cuando arranca Holdfast y antes de que se muestre la hoja de recuperación. Nadie puede restablecerla; la hoja puede sustituirla.',
  'protection.keychain': 'Quien haya iniciado sesión como usted',
  'protection.keychain.why': 'El llavero del sistema guarda la clave. Nada que escribir.',
  'protection.keychain.missing': 'Este sistema no tiene un llavero en el que Holdfast pueda confiar.',
  'protection.unprotected': 'Cualquiera que pueda leer el archivo',
  'protection.unprotected.why': 'Sin bloqueo. Solo para dinero de juego.',
  'protection.passphrase.field': 'Frase de contraseña',
  'protection.passphrase.again': 'Frase de contraseña, otra vez',
  'protection.passphrase.short': 'Use al menos {$length :integer} caracteres; cuatro palabras al azar están bien.',
  'protection.passphrase.different': 'Las dos frases de contraseña son distintas.',
  'protection.back': 'Atrás',
  'protection.do': 'Crear',
  'protection.next': 'Continuar',

  'locked.title': 'Este monedero está bloqueado',
  'locked.passphrase': 'Frase de contraseña',
  'locked.do': 'Abrir',
  'locked.lost':
    '¿Perdió la frase de contraseña? Con la hoja de recuperación el dinero puede restaurarse en un monedero nuevo.',
  'locked.sheet.open': 'Abrir con la hoja de recuperación …',
  'locked.sheet.words':
    '¿Perdió la frase de contraseña? La hoja de recuperación de este monedero lo abre, y usted elige un bloqueo nuevo. En el monedero no cambia nada.',
  'locked.sheet.title': 'Abrir con la hoja de recuperación',
  'locked.sheet.help':
    'Desde HOLDFAST-RECOVERY-1 hasta END, de la hoja de este mismo monedero. Solo se usa en este equipo.',
  'locked.sheet.next': 'Elegir el bloqueo nuevo',
  'locked.sheet.lock': 'Cómo se bloquea este monedero desde ahora',

  'steps.title': 'Protegido en cuatro pasos',
  'steps.done': '(hecho)',
  'steps.waiting': '(en camino)',
  'steps.waiting.why': 'En camino.',
  'steps.money': 'Dinero',
  'steps.money.why': 'Paga los lugares.',
  'steps.provider': 'Un lugar para copias',
  'steps.provider.why': 'Un servicio, o una carpeta suya.',
  'steps.copy': 'Una copia verificada',
  'steps.copy.why': 'Releída y comparada.',
  'steps.sheet': 'Hoja releída',
  'steps.sheet.why': 'Abre sus copias.',

  'sum.currency': 'Moneda',
  'sum.noExchange': 'Este monedero aún no conoce ningún emisor: añada antes dinero, o pegue una dirección.',

  'computer.language': 'Idioma',
  'computer.language.system': 'Como el sistema: {$language :said}',
  'computer.language.example': 'Las fechas y los importes se escriben así: {$at :time} · {$sum :amount}',
  'names.title': 'Nombres',
  'names.wallet': 'Nombre de este monedero',
  'names.wallet.help': 'Está en la hoja de recuperación, para poder distinguir dos hojas.',
  'names.device': 'Nombre de este dispositivo',
  'names.device.help': 'Así lo llaman sus otros dispositivos de este monedero.',
  'names.do': 'Guardar los nombres',
  'names.done': 'Anotado. Las hojas que imprima desde ahora lo dicen.',
  'issuers.title': 'Emisores que este monedero conoce',
  'issuers.issues': 'Emite {$currency :currency}.',
  'issuers.named': 'Llama a este dinero {$name :quote}.',
  'computer.erase.title': 'Borrar este monedero',
  'computer.erase.words':
    'Quita el monedero de este equipo. Las copias en sus lugares se quedan, y quien tenga su hoja de recuperación puede recuperarlas.',
  'computer.erase.open': 'Borrar …',
  'computer.erase.lost': 'Al borrar se perderían {$sums :list}.',
  'computer.erase.confirm':
    'Solo deshace esto lo que lleva de vuelta a las copias: la hoja de recuperación o una custodia. Devuelve lo que tienen las copias.',
  'computer.erase.final':
    'No se sabe de ningún lugar que tenga una copia de este monedero. Sin ella, nada deshace esto.',
  'computer.erase.saving':
    'Antes se están guardando las últimas modificaciones. Si borra antes de que acabe, se pierden.',
  'computer.erase.unsaved':
    'No todos los lugares tienen las últimas modificaciones. Si al restaurar solo responde uno así, el monedero vuelve como era antes de ellas: lo que quitó u olvidó está otra vez ahí.',
  'computer.erase.type': 'Escriba «{$words :said}»',
  'computer.erase.typed': 'borrar todo',
  'computer.erase.do': 'Borrar todo',

  'time.never': 'para siempre',
};

// SPDX-License-Identifier: GPL-3.0-or-later

/** Por qué no se abren los archivos del monedero, y qué rechaza su puerta. */
export const failureFiles = {
  'failure.already-running':
    'Otro Holdfast está usando este monedero, así que este no arranca: dos a la vez podrían gastar el mismo dinero. Cierre antes el otro; no se cambió nada.',
  'failure.disk-full':
    'El disco está lleno, así que esto no se escribió. No se pierde dinero; libere espacio e inténtelo otra vez.',
  'failure.cannot-open':
    'Los archivos del monedero no se pueden abrir. No se cambió nada; compruebe que el disco está conectado y que puede escribir en él.',
  'failure.wrong-key':
    'La base de datos del monedero no se abre con el archivo de clave que está a su lado: uno de los dos es de otro monedero o está dañado. No se cambió nada; junte los archivos que se corresponden, o restaure con su hoja de recuperación en un sitio vacío.',
  'failure.encrypted':
    'La base de datos del monedero y el archivo de clave que está a su lado no se corresponden. No se cambió nada; junte los archivos que se corresponden, o restaure con su hoja de recuperación en un sitio vacío.',
  'failure.not-encrypted':
    'La base de datos del monedero y el archivo de clave que está a su lado no se corresponden. No se cambió nada; junte los archivos que se corresponden, o restaure con su hoja de recuperación en un sitio vacío.',
  'failure.newer-database':
    'Este monedero lo escribió un Holdfast más nuevo, y uno más antiguo no debe tocarlo. No se cambió nada; instale la versión más nueva.',
  'failure.damaged-database':
    'La base de datos del monedero está dañada. No se cambió nada; conserve los archivos y restaure con su hoja de recuperación en un sitio vacío.',
  'failure.no-vault': 'Aquí no hay ningún monedero. No se cambió nada.',
  'failure.damaged-vault':
    'El archivo de clave (wallet-key.json) está dañado. No se cambió nada; reponga una copia de él, o restaure con su hoja de recuperación en un sitio vacío.',
  'failure.costly-vault':
    'El archivo de clave (wallet-key.json) hace que cada frase de contraseña cueste más cálculo del que pide ningún Holdfast: fue editado. No se probó ni se cambió nada; reponga una copia de él, o abra el monedero con su hoja de recuperación.',
  'failure.newer-vault':
    'El archivo de clave lo escribió un Holdfast más nuevo. No se cambió nada; instale la versión más nueva.',
  'failure.vault-exists': 'Aquí ya hay un monedero, y nunca se sobrescribe. No se cambió nada.',
  'failure.empty-passphrase': 'Una frase de contraseña vacía no protege nada. No se cambió nada.',
  'failure.wrong-passphrase': 'Esa no es la frase de contraseña. No se abrió ni se cambió nada.',
  'failure.wrong-passphrase+waitMs': 'Espere {$waitMs :span} antes del próximo intento.',
  'failure.wait':
    'Demasiadas frases de contraseña erróneas: esta ni siquiera se probó. No se cambió nada; espere {$waitMs :span}.',
  'failure.wrong-root-secret': 'Esta hoja de recuperación es de otro monedero. No se abrió ni se cambió nada.',
  'failure.keychain-refused.opens':
    'El llavero del sistema no devolvió la clave. No se pierde dinero: abra el monedero con el usuario que lo creó, o con su hoja de recuperación.',
  'failure.keychain-refused.unknown':
    'El llavero del sistema no devolvió la clave, y ninguna hoja de recuperación abre este monedero aquí. No se cambió nada. Conserve los archivos y abra el monedero con el usuario y en el equipo que lo crearon; con una hoja de recuperación, restaure en un sitio vacío. Sin esa clave y sin hoja, su dinero se pierde.',
  'failure.no-such-protection': 'Este monedero no se abre así, sino con: {$has :codes}. No se cambió nada.',
  'failure.last-protection': 'Es el único bloqueo que queda; sin él se perdería el monedero, así que se queda.',
  'failure.missing-database':
    'El archivo de clave (wallet-key.json) está aquí, pero la base de datos que abre (wallet.db) no. No se abrió nada, y no se puso un monedero vacío en su lugar. Reponga wallet.db; si se ha perdido, aparte wallet-key.json y restaure con su hoja de recuperación.',
  'failure.empty-database':
    'La base de datos del monedero (wallet.db) está vacía aunque su archivo de clave (wallet-key.json) está aquí: lo que contenía ya no está en este disco. No se abrió ni se cambió nada, y no se puso un monedero vacío en su lugar. Reponga una copia de wallet.db, con wallet.db-wal si existe, o restaure con su hoja de recuperación en un sitio vacío.',
  'failure.older-database':
    'La base de datos del monedero (wallet.db) es más antigua que su archivo de clave (wallet-key.json): falta lo último que se escribió, también el secreto de su hoja de recuperación. No se abrió ni se cambió nada. Reponga el wallet.db más reciente con el wallet.db-wal que lo acompaña, o restaure con su hoja de recuperación en un sitio vacío.',
  'failure.not-erased.everything':
    'El monedero no pudo borrarse por el archivo {$file :file}. Está entero y sigue como estaba. Compruebe que se puede escribir en su carpeta y que ningún otro programa retiene ese archivo; después bórrelo otra vez.',
  'failure.not-erased.marked':
    'Se empezó a borrar y no se pudo quitar nada por el archivo {$file :file}. El monedero está entero, pero sigue cerrado porque el próximo arranque lo borra. Para conservarlo, elimine a mano el archivo wallet.erasing; para borrarlo, permita escribir en su carpeta y arranque otra vez.',
  'failure.not-erased.rest':
    'Este monedero se está borrando, como se pidió, y el archivo {$file :file} no se puede quitar. Su clave ya no existe, así que nadie puede abrir lo que queda, y no se toca ningún otro monedero. Elimine ese archivo a mano, o permita escribir en su carpeta, y arranque otra vez.',
  'failure.not-set-aside':
    'El archivo {$file :file} no pudo moverse, así que los archivos del monedero no están todos apartados. No se eliminó nada ni se tocó dinero. Cierre los otros programas que retienen ese archivo, permita escribir en su carpeta e inténtelo otra vez.',
  'failure.place-missing':
    'La carpeta {$file :file}, en la que guarda este monedero, no está. No se cambió nada. Si está en una memoria USB o en una unidad de red, conéctela e inténtelo otra vez.',
  'failure.orphan-database':
    'Aquí hay una base de datos de un monedero pero no su archivo de clave (wallet-key.json), así que no se pone encima ningún monedero nuevo. Reponga el archivo de clave, o elija otra carpeta y restaure con su hoja de recuperación.',
  'failure.no-keychain':
    'Este sistema no tiene un llavero que proteja nada. No se creó ni se cambió nada; elija en su lugar una frase de contraseña.',
  'failure.not-by-sheet':
    'Ninguna hoja de recuperación abre este monedero en este equipo: no tiene copias, o se dejó. No se abrió ni se cambió nada. Lo que guardan los lugares de la hoja puede restaurarse en un sitio vacío.',
  'failure.unwritable-file.no-file':
    '{$file :file} es un enlace, una tubería, un dispositivo o una carpeta, y no se pone ningún archivo en su lugar. No se escribió nada; elija el nombre de un archivo.',
  'failure.unwritable-file.own':
    '{$file :file} quedaría entre los archivos del monedero, o en lugar de uno. No se escribió nada; elija otra carpeta.',
  'failure.unwritable-file.beside-copy':
    'La página no se escribió en {$file :file}: esa carpeta guarda una copia de un monedero, y quien encuentre las dos tiene el dinero. Elija una carpeta sin copias, o imprima la página sin archivo.',
  'failure.unwritable-file.output': '{$file :file} no pudo escribirse. El monedero en sí no ha cambiado.',

  'failure.real-money-here':
    'Este monedero tiene dinero real, lo espera o conoce a un emisor que lo emite, y el dinero de juego nunca se mezcla con él. No se cambió nada y ningún dinero corre peligro. Envíe lo que hay aquí o quite el emisor en los ajustes; entonces se podrá.',
  'failure.play-money-here':
    'Este monedero es de juego, y el dinero de juego se mantiene aparte del real. No se cambió nada; deje antes el dinero de juego en la página «Dinero».',
  'failure.wrong-stage.not-open': 'El monedero no está abierto. No se cambió nada.',
  'failure.wrong-stage.exists': 'Aquí ya existe un monedero. No se cambió nada.',
  'failure.wrong-stage.closing': 'Holdfast se está cerrando. No se cambió nada.',
  'failure.wrong-stage.nothing-to-unlock': 'Ningún monedero espera aquí a ser desbloqueado. No se cambió nada.',
  'failure.defect':
    'Ocurrió algo inesperado. El paso no se completó y no se perdió nada. Por favor, informe de ello con el número {$reference :code}.',
  'failure.unknown-request': 'El monedero no conoce esta petición. No se cambió nada.',
  'failure.too-long.passphrase':
    'Una frase de contraseña tiene como máximo {$most :integer} caracteres. No se abrió ni se cambió nada; revise lo que se escribió, o qué archivo es.',
  'failure.too-long.sheet':
    'El texto alrededor de la hoja de recuperación es demasiado largo: se leen como máximo {$most :integer} caracteres. No se cambió nada; deje solo la hoja, desde HOLDFAST-RECOVERY-1 hasta END.',
  'failure.too-long.other':
    'Lo que se introdujo es demasiado largo: caben como máximo {$most :integer} caracteres. No se cambió nada; revise lo que se pegó.',
  'failure.no-such-line': 'Esta línea ya no está en el historial. Su dinero está como estaba.',
  'failure.malformed-request': 'Lo que se introdujo no se puede leer. No se cambió nada.',
  'failure.folder-not-chosen':
    'Elija esta carpeta con el botón «Elegir una carpeta»: la ventana solo puede usar carpetas que usted confirmó en el diálogo de su sistema. No se cambió nada.',
  'failure.play-not-started':
    'La economía de juego no arrancó: puede que otro programa use sus direcciones. Cierre otras copias de Holdfast y arránquela otra vez. Su dinero de juego se conserva.',
  'failure.not-allowed': 'Solo la ventana del propio monedero puede pedir esto. No se cambió nada.',
  'failure.bridge':
    'La ventana perdió su conexión con el monedero. No se pierde nada; cierre Holdfast y ábralo otra vez.',
  'failure.not-confirmed':
    'A la pregunta del sistema no se respondió que sí, así que la hoja de recuperación sigue oculta. No se mostró ni se cambió nada; muéstrela otra vez para que se le pregunte de nuevo.',
  'failure.passphrase-needed': 'Mostrar la hoja de recuperación requiere la frase de contraseña. No se mostró nada.',
  'failure.abandon-pending':
    'Se tomó todo, y se está avisando a los lugares para copias. Eso sigue por sí solo; no se pierde nada.',
  'failure.sheet-hidden.left':
    'Se salió de la página de la hoja de recuperación antes de que pudiera mostrarse. No se mostró nada.',
  'failure.sheet-hidden.before-print': 'La hoja se imprime desde su página: muéstrela antes. No se imprimió nada.',
  'failure.no-printer.no-window': 'Imprimir requiere la ventana. No se imprimió nada.',
  'failure.no-printer.none':
    'No responde ninguna impresora: no hay ninguna instalada, o está apagada. No se imprimió nada; inténtelo otra vez, o guarde la página como PDF.',
  'failure.no-printer.failed':
    'La impresora no aceptó la página. No se imprimió nada, por lo que aquí se sabe; mire la impresora e inténtelo otra vez.',
  'failure.cannot-write.language':
    'La elección del idioma no pudo escribirse en este disco. No se cambió nada más; haga sitio y elija otra vez.',
  'failure.unknown-language': 'Holdfast no habla este idioma. No se cambió nada.',
  'failure.cannot-write.place':
    'La elección de la carpeta no pudo escribirse en este disco. No se cambió ni se movió nada; haga sitio y elija otra vez.',
  'failure.cannot-write.history':
    'El historial no pudo escribirse allí: el disco puede estar lleno, o cerrado para usted. En el monedero no cambió nada; elija otro sitio.',
  'failure.cannot-write.report': 'El informe no pudo escribirse allí. No se cambió nada más; elija otro sitio.',
  'failure.cannot-write.sheet': 'El archivo no pudo escribirse allí. No se guardó nada; elija otro sitio.',
  'failure.unwritable-file.receipt':
    'El recibo no pudo escribirse en {$file :file}, así que el monedero aún no se ha borrado. Ningún dinero corre peligro, se tomó todo; haga sitio y termine otra vez.',
  'failure.older': '{$text :quote}',
};

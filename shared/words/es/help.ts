// SPDX-License-Identifier: GPL-3.0-or-later

/** Lo que dice `holdfast --help` de cada orden, y lo que está en lugar de lo que se rellena. */
export const help = {
  'cli.about.status': 'Dinero, lo seguro que está, lo que está en curso. Código de salida 3 cuando hay algo que hacer.',
  'cli.about.balance': 'El dinero por emisor.',
  'cli.about.history':
    'Cada suceso, del más reciente al más antiguo, o aquellos en que aparecen todas las palabras; --long muestra todo lo que se sabe de cada uno, --csv hace una tabla.',
  'cli.about.exchange': 'Añade un emisor de dinero, o enumera los que se conocen.',
  'cli.about.withdraw':
    'Retira dinero de una cuenta bancaria: con una transferencia que usted hace, o con un enlace de su banco.',
  'cli.about.pay': 'Paga a una tienda con su enlace, tras mostrar el precio y las comisiones.',
  'cli.about.send': 'Pone dinero en un enlace que otra persona toma.',
  'cli.about.request': 'Hace un enlace que otra persona paga.',
  'cli.about.receive': 'Toma o paga lo que hay detrás de un enlace de otra persona.',
  'cli.about.refund': 'Recoge lo que una tienda devuelve.',
  'cli.about.agree': 'Dice sí a un precio que ha cambiado, tras mostrarlo.',
  'cli.about.abort': 'Anula lo que no está terminado; status muestra el ID.',
  'cli.about.forget':
    'Olvida lo que ya pasó: una compra, un pago entre personas, una transferencia de o a un banco, un emisor sin dinero, un lugar quitado. Los importes se quedan.',
  'cli.about.without-backup': 'Deja pasar un importe que espera su copia, con el riesgo de perderlo con este equipo.',
  'cli.about.deposit': 'Envía dinero a su cuenta bancaria.',
  'cli.about.provider':
    'Añade, enumera, comprueba (relee), renueva o quita un lugar que guarda copias cifradas, o fija lo que puede costar allí un año.',
  'cli.about.backup':
    'Hace copias ahora, o fija cuántas se quieren. Código de salida 3 cuando eso no pone el dinero a salvo.',
  'cli.about.sheet':
    'Imprime la hoja de recuperación, con --shares repartida en partes; --verify la relee de una foto, un PDF o un texto, y solo eso hace que cuente.',
  'cli.about.drill':
    'Restaura como prueba desde cada lugar, con la hoja o sin ella, y dice qué volvería. No cambia nada.',
  'cli.about.unlock': 'Abre con su hoja un monedero cuya frase de contraseña se ha perdido.',
  'cli.about.restore': 'Recupera un monedero con su hoja, o con suficientes partes de ella.',
  'cli.about.import':
    'Trae el dinero del monedero de GNU Taler con su enlace, su texto de recuperación o una copia suya; --look solo muestra qué contiene.',
  'cli.about.set-aside':
    'Mueve a una carpeta propia los archivos de un monedero que no se abre, para que pueda restaurarse aquí. No borra nada.',
  'cli.about.report':
    'Imprime lo que necesita saber quien ayuda: qué archivos hay y qué no se abre. No contiene ningún secreto, nombre, dirección ni importe.',
  'cli.about.empty': 'Lo envía todo a otro monedero y borra este.',
  'cli.about.devices': 'Enumera los dispositivos de este monedero.',
  'cli.about.name': 'Dice cómo se llaman este monedero y este dispositivo, o les da nombre, o se lo da a un lugar.',
  'cli.about.abandon': 'Deja este monedero aquí, para que otro dispositivo pueda tomarlo.',
  'cli.about.takeover': 'Toma otro monedero con su hoja, o hace de este dispositivo otra vez el activo.',
  'cli.about.rekey':
    'Hace un secreto nuevo, porque alguien puede haber visto la hoja: el dinero se traslada, y la hoja antigua no vale nada.',
  'cli.about.undo': 'Deshace la última restauración o toma, o enumera lo que puede deshacerse.',
  'cli.about.run': 'Sigue con todo lo que está en curso.',

  'cli.word.AMOUNT': 'IMPORTE',
  'cli.word.DIR': 'CARPETA',
  'cli.word.FILE': 'ARCHIVO',
  'cli.word.LANGUAGE': 'IDIOMA',
  'cli.word.COMMAND': 'ORDEN',
  'cli.word.NAME': 'NOMBRE',
  'cli.word.NUMBER': 'NÚMERO',
  'cli.word.SECONDS': 'SEGUNDOS',
  'cli.word.TEXT': 'TEXTO',
};

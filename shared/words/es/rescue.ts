// SPDX-License-Identifier: GPL-3.0-or-later

/** Lo que se dice y se ofrece cuando un monedero no se abre, y cuando la ventana o el programa acabaron mal. */
export const rescue = {
  'rescue.lead': 'No se borró nada, y no afecta a ninguna copia en sus lugares. Estos son los caminos posibles.',
  'rescue.ways': 'Qué puede hacer',

  'way.unlock-by-sheet.title': 'Abrirlo con la hoja de recuperación',
  'way.unlock-by-sheet.words':
    'Los archivos del monedero están enteros, solo se perdió el bloqueo. La hoja los abre, y usted elige un bloqueo nuevo. Ningún dinero corre peligro.',
  'way.unlock-by-sheet.do': 'Abrir con la hoja de recuperación …',
  'way.restore.title': 'Recuperar el dinero con el papel',
  'way.restore.words':
    'Con su hoja de recuperación, a partir de lo que guardan sus lugares. Los archivos que no se abren se apartan antes: se mueven enteros a una carpeta propia.',
  'way.restore.do': 'Restaurar con una hoja …',
  'way.regain.title': 'Recuperar el dinero con la custodia',
  'way.regain.words':
    'Si el secreto de recuperación está en custodia: demostrando quién es usted. Los archivos se apartan de la misma manera.',
  'way.regain.do': 'Restaurar con la custodia …',
  'way.try-again.title': 'Mirar otra vez',
  'way.try-again.words':
    'Después de reponer archivos, conectar una unidad, hacer sitio, instalar una versión más nueva o cerrar el otro programa.',
  'way.try-again.do': 'Intentar otra vez',
  'way.elsewhere.title': 'Usar otra carpeta',
  'way.elsewhere.words':
    'Abrir un monedero que está en otro sitio, o guardar allí uno nuevo. Lo que hay aquí queda como está.',
  'way.elsewhere.do': 'Elegir una carpeta …',
  'way.usual-place.title': 'Volver a la carpeta habitual',
  'way.usual-place.words':
    'Donde Holdfast guarda su monedero cuando nadie elige. Lo que hay en la otra carpeta se queda.',
  'way.usual-place.do': 'Usar la carpeta habitual',
  'way.set-aside.title': 'Empezar de nuevo aquí',
  'way.set-aside.words': 'Aparta los archivos en una carpeta propia y empieza sin ningún monedero.',
  'way.set-aside.do': 'Apartar los archivos …',

  'rescue.aside.title': '¿Apartar estos archivos?',
  'rescue.aside.words':
    'Los archivos del monedero pasan a una carpeta nueva en {$directory :file}. No se borra nada, y desde allí se pueden reponer.',
  'rescue.aside.money':
    'El dinero que aún no tiene ninguna copia está solo en estos archivos. Conserve la carpeta hasta que haya visto que todo ha vuelto.',
  'rescue.aside.do': 'Apartarlos',
  'rescue.aside.keep': 'Dejarlos',
  'rescue.aside.restore': 'Apartarlos y restaurar',
  'rescue.kept':
    'Los archivos de un monedero que no se abría se apartaron y se conservan enteros en {$folder :file}. Bórrelos solo cuando haya vuelto todo el dinero.',

  'cannotShow.lead':
    'Solo esta página no se pudo llenar. Su dinero, sus copias y la hoja de recuperación están como antes.',
  'cannotShow.again':
    'A menudo basta un segundo intento. Si no, cierre Holdfast y ábralo de nuevo; lo que estaba haciendo sigue por sí solo.',

  'rescue.report.title': 'Pedir ayuda',
  'rescue.report.words':
    'Un informe para quien le ayude: qué archivos hay y qué pasó últimamente. No contiene ningún secreto, nombre, dirección ni importe.',
  'rescue.report.show': 'Mostrar el informe',
  'rescue.report.save': 'Guardarlo como archivo …',
  'rescue.report.label': 'El informe',
  'rescue.report.saved': 'Guardado como {$file :file}.',

  'ended.window':
    'La ventana falló el {$at :time} y se abrió otra vez donde estaba. Ningún dinero corre peligro; solo se perdió lo que se estaba escribiendo.',
  'ended.program':
    'Holdfast terminó hacia el {$at :time} sin que se cerrara. Ningún dinero corre peligro: lo que estaba en curso sigue ahora.',
  'ended.read': 'De acuerdo',
  'offline.words':
    'Este equipo está sin conexión. Se muestra lo que tiene; los pagos y las copias siguen solos en cuanto haya conexión.',

  'locked.aside.words':
    '¿Perdió la frase de contraseña, y la hoja no abre estos archivos? Pueden apartarse, enteros, y el dinero restaurarse en un monedero nuevo.',
  'locked.aside.do': 'Restaurar en un monedero nuevo …',
};

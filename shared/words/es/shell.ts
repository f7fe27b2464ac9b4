// SPDX-License-Identifier: GPL-3.0-or-later

/** Lo que dicen los diálogos del sistema, fuera de la página. */
export const shell = {
  'shell.folder.title': 'Elegir una carpeta para copias',
  'shell.folder.do': 'Usar esta carpeta',
  'shell.pdf.title': 'Guardar la hoja de recuperación como PDF',
  'shell.place.title': 'Elegir la carpeta en la que se guarda este monedero',
  'shell.place.do': 'Usar esta carpeta',
  'shell.history.title': 'Guardar el historial',
  'shell.report.title': 'Guardar el informe',
  'shell.page.died': 'La ventana se cerró varias veces seguidas',
  'shell.page.died.not': 'Cerrar Holdfast',
  'shell.page.hangs': 'La ventana no responde',
  'shell.page.hangs.not': 'Esperar',
  'shell.page.words':
    'Ningún dinero corre peligro: el monedero funciona aparte de su ventana. Lo que se escribió y no se envió hay que escribirlo otra vez.',
  'shell.page.do': 'Abrir la ventana de nuevo',
  'shell.reveal.message': '¿Mostrar la hoja de recuperación?',
  'shell.reveal.words':
    'Quien lea la hoja es dueño del dinero de este monedero. Mire antes a su alrededor. Si no lo pidió usted mismo, cancele.',
  'shell.reveal.cancel': 'Cancelar',
  'shell.reveal.do': 'Mostrar la hoja',
  'shell.reveal.sensor': 'mostrar la hoja de recuperación',
  'shell.cannotStart': 'Holdfast no puede arrancar',
  'shell.forbiddenSwitch': 'Holdfast no arranca con --{$name :code}: abriría el monedero a otros programas.',
  'shell.quit.message': '{$state :said}. ¿Cerrar Holdfast de todos modos?',
  'shell.quit.cancel': 'Quedarse',
  'shell.quit.do': 'Cerrar',
};

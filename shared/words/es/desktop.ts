// SPDX-License-Identifier: GPL-3.0-or-later

/** Menús, icono, avisos y enlaces: lo que la ventana dice al sistema en que funciona. */
export const desktop = {
  'menu.file': 'Archivo',
  'menu.edit': 'Edición',
  'menu.go': 'Ir',
  'menu.view': 'Ver',
  'menu.help': 'Ayuda',
  'menu.pay': 'Pagar un enlace',
  'menu.add': 'Añadir dinero',
  'menu.send': 'Enviar dinero',
  'menu.request': 'Solicitar dinero',
  'menu.undo': 'Deshacer',
  'menu.redo': 'Rehacer',
  'menu.cut': 'Cortar',
  'menu.copy': 'Copiar',
  'menu.paste': 'Pegar',
  'menu.selectAll': 'Seleccionar todo',
  'menu.larger': 'Más grande',
  'menu.smaller': 'Más pequeño',
  'menu.usualSize': 'Tamaño habitual',
  'menu.fullScreen': 'Pantalla completa',
  'menu.shortcuts': 'Atajos de teclado',
  'menu.quit': 'Cerrar Holdfast',
  'menu.show': 'Mostrar Holdfast',

  'shortcuts.title': 'Atajos de teclado',
  'shortcuts.lead': 'Se llega a todo sin ratón: Tab avanza, Intro pulsa, Esc cierra.',
  'shortcuts.control': 'Ctrl',
  'shortcuts.pages': 'Páginas',
  'shortcuts.window': 'Ventana',

  'tray.state': 'Holdfast: {$state :said}',

  'notify.arrived': 'Ha llegado dinero',
  'notify.arrived.sum': 'Han llegado {$sum :amount}',
  'notify.taken': 'Su pago se ha tomado',
  'notify.taken.sum': 'Su pago de {$sum :amount} se ha tomado',
  'notify.paid': 'Su solicitud se ha pagado',
  'notify.paid.sum': 'Su solicitud de {$sum :amount} se ha pagado',
  'notify.payment-due': 'Un lugar para copias espera una decisión',
  'notify.year-ends': 'El año pagado de un lugar para copias acaba pronto',
  'notify.not-protected': 'Su dinero ya no está protegido',
  'notify.at-risk': 'Parte de su dinero está en peligro',
  'notify.open': 'Abra Holdfast para ver más.',

  'shell.links.message': '¿Abrir los enlaces de pago con Holdfast?',
  'shell.links.words':
    'Los enlaces que empiezan por taler: los abriría Holdfast en este equipo. Muestra qué significan antes de que se pague nada. Esto se pregunta una vez; más tarde se cambia en los ajustes del sistema.',
  'shell.links.do': 'Abrirlos con Holdfast',
  'shell.links.not': 'Dejarlo como está',

  'link.waits': 'Se abrió un enlace o un archivo en otro programa.',
  'link.pay': 'Pide un pago',
  'link.add': 'Trae dinero de un banco',
  'link.receive': 'Es un pago entre personas, o un reembolso',
  'link.deposit': 'Nombra una cuenta bancaria a la que enviar dinero',
  'link.restore': 'Devuelve un monedero',
  'link.too-long':
    'Se abrió un enlace demasiado largo para cualquier monedero, así que no se leyó. No se pagó nada; pida otro a quien lo hizo.',
  'link.unknown':
    'Se abrió un enlace que no es para este monedero. No se pagó nada; pregunte a quien lo hizo para qué es, o ábralo con otro programa.',
  'link.unreadable-file':
    'El archivo que se abrió no contiene ningún texto de recuperación que se pueda leer aquí: es demasiado grande, no es texto o no se puede abrir. No se cambió nada, y ningún dinero corre peligro.',
  'link.open': 'Mirarlo',
  'link.leave': 'Ahora no',
};

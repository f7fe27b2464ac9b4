// SPDX-License-Identifier: GPL-3.0-or-later

/** La página de ajustes: aspecto, bloqueo, avisos, dónde se guarda el monedero, la versión. */
export const settings = {
  'settings.title': 'Ajustes',
  'settings.lead': 'Qué aspecto tiene Holdfast, quién puede abrirlo aquí y qué le cuenta a quién.',

  'settings.look.title': 'Idioma y aspecto',
  'settings.look': 'Aspecto',
  'settings.look.system': 'Como el sistema',
  'settings.look.light': 'Claro',
  'settings.look.dark': 'Oscuro',
  'settings.look.contrast': 'Contraste alto',
  'settings.size': 'Tamaño del texto y de todo lo demás',
  'settings.size.percent': '{$size :integer} %',
  'settings.size.larger': 'Más grande',
  'settings.size.smaller': 'Más pequeño',

  'lock.title': 'Bloqueo',
  'lock.now': 'Bloquear ahora',
  'lock.change': 'Cambiar …',
  'lock.opened.passphrase': 'Se abre con su frase de contraseña.',
  'lock.opened.keychain': 'Se abre con el llavero del sistema, para quien haya iniciado sesión como usted.',
  'lock.opened.unprotected':
    'Sin bloquear: lo abre cualquiera que pueda leer el archivo. Solo está bien para dinero de juego.',
  'lock.opened.none': 'Aún sin bloquear.',
  'lock.needs': 'Puede bloquearse mientras Holdfast funciona cuando lo abra una frase de contraseña.',
  'lock.after': 'Bloquear cuando nadie haya usado la ventana durante',
  'lock.after.span': '{$span :span}',
  'lock.after.never': 'Nunca',
  'lock.sleep': 'Bloquear cuando el equipo se suspenda o se bloquee su pantalla',
  'lock.meanwhile':
    'Mientras está bloqueado no se copia, paga ni recibe nada. El dinero que está en camino no se pierde: sigue cuando se abra el monedero.',
  'lock.change.title': 'Otro bloqueo',
  'lock.change.words':
    'Desde entonces solo el bloqueo nuevo abre este monedero aquí, y la hoja de recuperación como antes. Quien tenga una copia más antigua de los archivos aún puede abrir esa copia con la frase de contraseña antigua.',
  'lock.change.now': 'Frase de contraseña actual',
  'lock.change.do': 'Usar este bloqueo',
  'lock.change.done': 'El bloqueo nuevo está puesto.',

  'tell.title': 'Notificaciones',
  'tell.words':
    'Se envían mientras la ventana no está delante, y sin importes mientras la pantalla está bloqueada. Un monedero bloqueado no avisa de nada.',
  'tell.money': 'Llegó dinero, o se pagó una solicitud',
  'tell.taken': 'Alguien tomó un pago suyo',
  'tell.place': 'Un lugar para copias espera una decisión',
  'tell.safety': 'Su dinero ya no está protegido',

  'kept.title': 'Dónde se guarda este monedero',
  'kept.show': 'Abrir la carpeta',
  'kept.move': 'Mover …',
  'kept.move.title': '¿Mover este monedero?',
  'kept.move.words':
    'Sus archivos se copian a {$folder :file}, se comparan con estos y después se quitan de aquí. Si el equipo se para mientras tanto, el monedero está entero en uno de los dos sitios.',
  'kept.move.sameDisk':
    'También en ese disco: {$places :places}. Un disco que falle se llevaría el monedero y esas copias.',
  'kept.move.do': 'Moverlo',
  'kept.moved': 'El monedero está ahora en {$folder :file}.',
  'kept.moved.left':
    'Algo no pudo quitarse de {$folder :file}. Solo abre un estado antiguo de este monedero; el próximo arranque lo intenta otra vez.',

  'issuers.version': 'Protocolo',
  'issuers.key': 'Clave',
  'issuers.shops': 'Dónde se acepta su dinero:',

  'about.title': 'Acerca de Holdfast',
  'about.version': 'Versión {$version :version}',
  'about.ask': 'Buscar una versión nueva',
  'about.ask.words':
    'Pregunta a una sola dirección de quienes hacen Holdfast, por su proxy, y solo cuando usted pulsa aquí. No se instala nada por sí solo.',
  'about.ask.newer': 'Está disponible la versión {$version :version}. Consígala donde consiguió esta.',
  'about.ask.newest': 'Esta es la versión más nueva.',
  'about.licences': 'Licencias',
  'about.licences.lead':
    'Holdfast es software libre bajo la GNU General Public License, versión 3 o posterior. Contiene el trabajo de otras personas:',
  'about.licences.label': 'Licencias de otros',
  'about.report': 'Escribir un informe',
  'about.shortcuts': 'Atajos de teclado',

  'failure.cannot-write.settings':
    'El ajuste no pudo escribirse en este disco. No se cambió nada, y ningún dinero corre peligro; haga sitio y elija otra vez.',
  'failure.not-lockable.no-passphrase':
    'Este monedero se abre sin frase de contraseña, así que no puede bloquearse mientras Holdfast funciona. Elija antes una frase de contraseña.',
  'failure.not-lockable.file-changed':
    'El archivo de clave (wallet-key.json) no es con el que se abrió este monedero. Si se bloqueara ahora, quizá no se abriría nunca más, así que sigue abierto. Reponga el archivo, o imprima su hoja de recuperación; después bloquéelo.',
  'failure.no-version.unreachable':
    'Nadie respondió, así que no se sabe si hay una versión más nueva. A esta no le pasa nada por eso; inténtelo otro día.',
  'failure.no-version.not-understood':
    'La respuesta no fue una que Holdfast entienda, así que no se sabe si hay una versión más nueva. No se cambió nada.',
  'failure.no-place.not-empty': 'En esa carpeta ya hay algo. No se movió nada; haga una carpeta vacía y elíjala.',
  'failure.no-place.inside':
    'Esa carpeta y la de este monedero están una dentro de otra. No se movió nada; elija otra.',
  'failure.no-place.full': 'No hay espacio suficiente en esa carpeta. No se movió nada; haga sitio allí o elija otra.',
  'failure.no-place.read-only': 'No se puede escribir nada en esa carpeta. No se movió nada; elija otra.',
  'failure.no-place.differs':
    'Lo que se copió allí no se lee como se escribió: ese disco no es de fiar. No se movió nada; elija otra.',
  'failure.no-place.failed':
    'Esa carpeta no pudo usarse. No se movió nada; compruebe que está conectada, o elija otra.',
  'failure.no-place.play-money':
    'Este monedero es de juego: su banco y su emisor están junto a él. No se movió nada; deje antes el dinero de juego.',
  'failure.no-place.not-chosen': 'No se eligió ninguna carpeta. No se movió nada.',

  'cli.about.settings': 'Dice o fija el aspecto de la ventana y cómo se bloquea, de qué avisa y en qué idioma.',
  'cli.about.lock': 'Pone otra frase de contraseña, o ningún bloqueo, en lugar de lo que hay.',
  'cli.about.version': 'Dice qué versión es esta; con --check pregunta si hay una más nueva.',
  'cli.usage.setting': '--{$option :code} toma uno de: {$values :codes}. No se cambió nada.',
  'cli.settings.language': 'Idioma: {$language :said}',
  'cli.settings.language.system': 'Idioma: como el sistema.',
  'cli.settings.look': 'Aspecto: {$look :said}',
  'cli.settings.size': 'Tamaño: {$size :integer} %',
  'cli.settings.lockAfter': 'Se bloquea después de: {$after :said}',
  'cli.settings.lockOnSleep.yes': 'Se bloquea cuando el equipo se suspende: sí.',
  'cli.settings.lockOnSleep.no': 'Se bloquea cuando el equipo se suspende: no.',
  'cli.settings.tell': 'Avisa de: {$sorts :list}',
  'cli.settings.tell.none': 'Avisa de: nada.',
  'cli.lock.passphrase': 'Desde ahora la nueva frase de contraseña abre este monedero, y la antigua no.',
  'cli.lock.unprotected': 'Desde ahora este monedero no está bloqueado: lo abre cualquiera que pueda leer el archivo.',
};

// SPDX-License-Identifier: GPL-3.0-or-later

/** Lo que se rechaza sobre las copias, la hoja y los lugares, y por qué un lugar no tenía nada que dar. */
export const failureBackup = {
  'failure.not-a-recovery-text':
    'La línea {$line :integer} no dice HOLDFAST-RECOVERY-1 ni HOLDFAST-SHARE-1, así que esto no es el texto de una hoja de recuperación. No se cambió nada.',
  'failure.newer-recovery-text':
    'Línea {$line :integer}: esta hoja la hizo un Holdfast más nuevo (versión {$version :integer}). No se cambió nada; actualice, por favor.',
  'failure.recovery-truncated':
    'El texto acaba tras la línea {$line :integer}: falta la línea END, y quizá más antes de ella. No se cambió nada.',
  'failure.recovery-line': 'Línea {$line :integer}: {$why :said} No se cambió nada.',
  'failure.correction-proposed':
    'El código no encaja tal como se leyó. Compare con la hoja: {$changes :said} No se cambió nada.',
  'failure.too-damaged':
    'Hay más errores o faltas en el código de lo que puede deducirse del resto. Léalo otra vez grupo a grupo, con ? por cada letra que no se lea, o use el código QR u otra impresión de la hoja. No se cambió nada.',
  'failure.two-recovery-texts':
    'Hay más de una hoja de recuperación en este texto, desde las líneas {$line :integer} y {$other :integer}, y no dicen lo mismo. No se cambió nada; deje solo la que quiere usar.',
  'failure.recovery-too-long':
    'El texto de una hoja de recuperación tiene como máximo {$limit :integer} caracteres. No se cambió nada.',
  'failure.too-few-shares':
    '.input {$got :integer} .input {$needed :integer} .match $got one {{Del reparto {$split :code} hacen falta {$needed} partes, y aquí hay una: la número {$there :codes}. Sola no revela nada. No se cambió nada; añada las otras.}} * {{Del reparto {$split :code} hacen falta {$needed} partes, y aquí hay {$got}: las números {$there :codes}. No se cambió nada; añada otra.}}',
  'failure.same-share-twice':
    'La parte {$share :integer} del reparto {$split :code} ya está aquí. Hacen falta {$needed :integer} distintas. No se cambió nada.',
  'failure.share-of-another-split':
    'La parte {$share :integer} es del reparto {$split :code}, y las otras son del reparto {$other :code}. Solo encajan partes del mismo reparto. No se cambió nada.',
  'failure.share-contradicts':
    'La parte {$share :integer} dice ser del reparto {$split :code} y no encaja con las otras: es de otro monedero, o no es lo que se imprimió. No se cambió nada.',
  'failure.sheet-among-shares':
    'En la línea {$line :integer} empieza una hoja de recuperación entera entre partes. Una hoja no necesita más: deje la una o las otras. No se cambió nada.',
  'failure.too-many-shares': 'Se leen juntas como máximo {$limit :integer} partes. No se cambió nada.',
  'failure.malformed-recovery-uri.action': 'Esta dirección taler:// es para otra cosa. No se cambió nada.',
  'failure.malformed-recovery-uri.pay':
    'Es un enlace de pago. Va en la página «Pagar», a la que lleva la página «Dinero». No se cambió nada y no se pagó nada.',
  'failure.malformed-recovery-uri.key':
    'El secreto de esta dirección tiene una longitud errónea; puede estar cortado. No se cambió nada.',
  'failure.malformed-recovery-uri.providers': 'Un lugar en esta dirección no es una dirección web. No se cambió nada.',
  'failure.malformed-recovery-uri.encoding': 'En esta dirección hay un signo de porcentaje suelto. No se cambió nada.',
  'failure.malformed-recovery-uri.length': 'Esta dirección es demasiado larga. No se cambió nada.',
  'failure.malformed-recovery-uri.scheme': 'Esto no empieza como una dirección taler://. No se cambió nada.',
  'failure.malformed-recovery-uri.segments':
    'Entre el secreto y los lugares de esta dirección hay algo más. No se cambió nada.',
  'failure.malformed-recovery-uri.base-url': 'Una dirección de este texto no se puede leer. No se cambió nada.',

  'correction.differs': 'Grupo {$group :integer}: se leyó {$typed :name}, y la hoja debería decir {$proposed :name}.',
  'correction.unread': 'El grupo {$group :integer} no se leyó; debería decir {$proposed :name}.',
  'correction.extra': 'Se leyó un grupo que no va ahí: {$typed :name}.',
  'correction.swapped': 'Los grupos {$group :integer} y {$other :integer} están cambiados de sitio.',

  'correction.in-share': 'En la parte {$share :integer}:',

  'typing.look-alike':
    'Grupo {$group :integer}: el código no tiene {$typed :name}. Lo que se le parece es {$meant :name}.',
  'typing.no-letter': 'Grupo {$group :integer}: el código no tiene {$typed :name}.',
  'typing.beginning': 'El código empieza por {$begin :code}.',
  'typing.short':
    '.input {$got :integer} .input {$expected :integer} .match $expected one {{Tiene {$expected} letra, y se escribieron {$got}.}} * {{Tiene {$expected} letras, y se escribieron {$got}.}}',
  'typing.long':
    '.input {$got :integer} .input {$expected :integer} .match $expected one {{Tiene {$expected} letra, y se escribieron {$got}.}} * {{Tiene {$expected} letras, y se escribieron {$got}.}}',

  'recoveryLine.date-shape': 'La fecha se escribe como 2026-11-23.',
  'recoveryLine.too-many-providers': 'Una hoja nombra como máximo {$limit :integer} lugares.',
  'recoveryLine.unknown-beginning':
    'Esta línea no tiene un comienzo conocido (wallet:, date:, sheet:, share:, secret …:, provider …:).',
  'recoveryLine.no-secret': 'Faltan antes las líneas que empiezan por «secret».',
  'recoveryLine.providers-missing': 'Se anuncian {$announced :integer} lugares (provider) y hay {$there :integer}.',
  'recoveryLine.other-sheet-number': 'Este número de hoja no es el del secreto. ¿Se han mezclado dos hojas?',
  'recoveryLine.group-numbers': 'Los números de grupo se escriben como «secret 01-05:».',
  'recoveryLine.groups-missing': 'Faltan los grupos {$first :integer} a {$last :integer} antes de esta línea.',
  'recoveryLine.other-group': 'Esta línea debería empezar por el grupo {$group :integer}.',
  'recoveryLine.group-length':
    'Los grupos {$first :integer} a {$last :integer} tienen {$expected :integer} caracteres, y esta línea tiene {$got :integer}.',
  'recoveryLine.group-of-five': 'Cada grupo tiene cinco caracteres, y esta línea tiene {$got :integer} en total.',
  'recoveryLine.share-shape': 'Esta línea se escribe como «share: 2 of 5, 3 needed, split K7Q2».',
  'recoveryLine.other-share': 'Esta línea no es de la parte cuyo código está aquí. ¿Se han mezclado dos partes?',
  'recoveryLine.secret-length': 'El secreto tiene una longitud errónea.',
  'recoveryLine.prefix': 'El secreto empieza por HOLD1.',
  'recoveryLine.unused-character':
    'En el grupo {$group :integer} hay un carácter que nunca se usa (no hay B, I, O ni 1).',
  'recoveryLine.characters-of-secret':
    'El secreto tiene {$got :integer} caracteres; debería tener uno de estos números: {$expected :codes}.',
  'recoveryLine.misplaced-character': 'En el grupo {$group :integer} hay un carácter que no puede estar ahí.',
  'recoveryLine.provider-numbers': 'Los lugares se numeran como «provider 1 of 2:».',
  'recoveryLine.provider-expected': 'Aquí se espera el lugar (provider) {$number :integer}.',
  'recoveryLine.no-address': 'Esto no es una dirección.',
  'recoveryLine.address-check': 'La dirección no concuerda con los cuatro caracteres que la siguen.',

  'failure.wrong-backup-state.initialized':
    'Este monedero ya tiene copias propias, así que no se cambió nada. Use un monedero nuevo, o tome aquel en este.',
  'failure.wrong-backup-state.uninitialized':
    'Este monedero aún no tiene ningún lugar para copias. No se cambió nada; añada antes un lugar, o tome el monedero con su hoja de recuperación.',
  'failure.money-here':
    'En este monedero ya hay dinero, o lo espera, y cualquiera que pueda abrir aquel otro monedero podría gastarlo tras una restauración. No se cambió nada. Restaure en un monedero vacío, o tome el otro: entonces este sigue siendo un monedero propio, y el dinero del otro se paga a este.',
  'failure.money-here+here': 'Aquí, en este monedero, hay {$here :said}.',
  'failure.money-here+coming':
    'Espera {$coming :said}. Si ese dinero nunca se envió, anule la retirada o la solicitud; entonces ya no cuenta.',
  'failure.issuer-not-allowed':
    'Las copias de aquel monedero nombran un emisor ({$host :host}) al que no pueden conducir: su dirección no está cifrada, o está dentro de una red privada. No se contactó con él, y no se cambió nada. Si lo conoce, añádalo antes a este monedero e inténtelo otra vez.',
  'failure.too-many-issuers':
    'Las copias de aquel monedero nombran {$named :integer} emisores que este monedero no conoce; se pregunta como máximo por {$limit :integer}. No se contactó con ninguno, y no se cambió nada. Ningún monedero honrado necesita tantos.',
  'failure.takeover-asks':
    'Según sus copias, aquel monedero tiene {$there :said}, en {$issuers :hosts}. Se paga a este monedero, porque si no podría gastarlo cualquiera que pueda abrir aquel. Aún no se cambió nada.',
  'failure.takeover-asks+fees': 'Pagarlo cuesta hasta {$fees :said}.',
  'failure.takeover-asks+stays':
    '{$stays :said} de ello no pueden pagarse ahora, y después también puede gastarlos quien pueda abrir aquel monedero.',
  'failure.takeover-asks+silent':
    '{$silent :hosts} no respondió, así que lo que hay allí no puede pagarse ahora. Inténtelo más tarde si puede esperar.',
  'failure.takeover-asks+unsaved':
    '{$unsaved :name} no ha dejado aquel monedero. Lo que no ha guardado, como dinero retirado sin copia, no lo conoce ninguna copia: no está en ese importe, y se queda en ese dispositivo.',
  'failure.drill-running': 'Ya hay un simulacro en curso. Espere a que acabe, o anúlelo.',
  'failure.drill-stopped':
    'El simulacro se anuló antes de acabar. No se cambió nada; lo que se guarda en otros sitios está como estaba.',
  'failure.restore-stopped':
    'La restauración se paró antes de que llegara nada. No se cambió nada; lo que guardan sus lugares está como estaba.',
  'failure.restore-running': 'Ya hay una restauración o una toma en curso. No se cambió nada; espere a que acabe.',
  'failure.wrong-device-state': '{$standing :said} No se cambió nada.',
  'failure.not-abandoned.active':
    '{$device :name} aún usa aquel monedero, y dos dispositivos que gastan el mismo dinero se estorban. Deje antes el monedero allí. O tómelo de todos modos: entonces ese dispositivo se detiene en cuanto se entera, y lo que no ha guardado se queda en él. No se cambió nada.',
  'failure.not-abandoned.leaving':
    '{$device :name} está dejando aquel monedero y no ha acabado. Acabe antes allí. O tómelo de todos modos: lo que ese dispositivo no ha guardado se queda en él. No se cambió nada.',
  'failure.not-abandoned.taken-over':
    'Aquel monedero ya se tomó antes, así que su dinero probablemente está en otra parte. Puede tomarlo de todos modos. No se cambió nada.',
  'failure.not-abandoned+lastWroteAt': 'La última modificación allí es del {$lastWroteAt :time}.',
  'failure.not-empty.still': 'Este monedero aún no está vacío. No se cambió nada; vacíelo otra vez.',
  'failure.not-empty.too-late':
    'Es demasiado tarde para parar: este monedero se ha vaciado y se está dejando. No se cambió nada.',
  'failure.not-empty.came-in':
    'Llegó dinero mientras se dejaba este monedero, así que se queda. No se perdió nada; vacíelo otra vez.',
  'failure.not-empty.began':
    'Algo empezó mientras se dejaba este monedero, así que se queda. No se perdió nada; vacíelo otra vez.',
  'failure.not-empty+left': 'Aún aquí: {$left :said}.',
  'failure.no-undo':
    'Aquí no hay ninguna restauración ni toma que pueda deshacerse, o sus 30 días han pasado. No se cambió nada.',
  'failure.undo-would-lose':
    'Le quitaría {$lost :said}: ninguna hoja de recuperación releída aquí lleva a una copia de ello. Espere a que las copias estén al día, compruebe su hoja e inténtelo otra vez. No se cambió nada.',
  'failure.undo-nothing':
    'No hay nada que deshacer: todo lo que vino del otro monedero se queda aquí, porque ahora solo este monedero puede devolverlo. No se cambió nada.',
  'failure.undo-nothing+there':
    'No hay nada que deshacer: los {$there :said} que vinieron del otro monedero se pagaron a este o se usaron desde entonces, y solo este monedero puede devolverlos. No se cambió nada, ningún dinero corre peligro.',
  'failure.undo-unheard':
    'Ningún lugar del otro monedero dio una copia, así que nadie puede decir qué devuelve aún su hoja. Lo que vino de él se queda aquí. Inténtelo cuando se pueda contactar con sus lugares. No se cambió nada.',
  'failure.undo-unheard+places':
    'Estos lugares del otro monedero no respondieron: {$places :places}. Sin una copia nadie puede decir qué devuelve aún su hoja, así que lo que vino de él se queda aquí. Inténtelo cuando se pueda contactar con ellos. No se cambió nada.',
  'failure.empty-name': 'Un nombre necesita letras que se vean. No se cambió nada.',
  'failure.other-sheet': 'Esta hoja es de otro monedero. No devuelve lo que hay aquí. No se cambió nada.',
  'failure.void-sheet':
    'Esta hoja no vale desde el {$at :time}: entonces se hizo un secreto nuevo, y solo la hoja de ese devuelve el dinero. Destruya esta. No se cambió nada.',
  'failure.rekey-asks': 'Un secreto nuevo cuesta ya {$total :said}, todo junto. No se cambió nada; acéptelo antes.',
  'failure.rekey-running': 'Ya se está haciendo un secreto nuevo. No se cambió nada; déjelo seguir.',
  'failure.no-rekey': 'No se está haciendo ningún secreto nuevo. No se cambió nada.',
  'failure.rekey-too-late':
    'Es demasiado tarde para conservar el secreto antiguo: ya se trasladó dinero al nuevo, u otro dispositivo sigue con la hoja nueva. No se cambió nada; siga, e imprima la hoja nueva.',
  'failure.own-sheet':
    'Es la hoja de recuperación de este mismo monedero. Para que este dispositivo sea el activo, conserve este dispositivo. No se cambió nada.',
  'failure.newer-wallet-there':
    'Un Holdfast más nuevo ha escrito en aquel monedero cosas que este no sabe distinguir del dinero, así que no se tomó y no se cambió nada. Actualice, por favor, y tómelo después.',
  'failure.password-refused':
    '{$target :place} no acepta este nombre de usuario y esta contraseña. No se cambió nada; muchos servidores quieren aquí una contraseña de aplicación, que se crea en sus ajustes, en «seguridad».',
  'failure.password-in-address':
    'Esta dirección lleva un nombre de usuario o una contraseña, donde otros pueden verlos. No se cambió nada; dé solo la dirección y responda cuando se le pregunte por ellos.',
  'failure.needs-https':
    'A {$target :place} se envía una contraseña, así que su dirección tiene que empezar por https://. No se cambió nada.',
  'failure.not-stored':
    'No hay suficientes copias verificadas de todo, así que no se empezó nada y no se olvida nada. Inténtelo más tarde.',
  'failure.not-stored+places': 'Sin copia de ahora mismo: {$places :places}.',
  'failure.no-provider-there': '{$target :place} no es un lugar para copias: {$why :said} No se cambió nada.',
  'failure.place-unusable': '{$target :place} no puede guardar copias tal como está: {$why :said} No se cambió nada.',
  'failure.provider-silent':
    '{$target :place} no da respuesta: {$why :said} No se cambió nada; revise la dirección, o inténtelo más tarde.',
  'failure.malformed-max-fee': '{$text :name} no es un importe como KUDOS:0.5. No se cambió nada.',
  'failure.no-price-agreed':
    'Este lugar pide {$fee :amount} al año, y no se aceptó ningún límite. No se cambió nada; añádalo con un límite.',
  'failure.fee-above-cap':
    'Este lugar pide {$fee :amount} al año, lo que no está dentro de su límite de {$cap :amount}. No se cambió nada.',
  'failure.unknown-provider': '{$id :place} no es uno de los lugares de este monedero. No se cambió nada.',
  'failure.too-many-providers':
    'Un monedero tiene como máximo {$limit :integer} lugares para copias. No se cambió nada.',
  'failure.takes-no-fee': 'Este lugar no pide nada, así que no hay límite que fijar. No se cambió nada.',
  'failure.no-year-to-renew': 'A este lugar nunca se le pagó nada, así que no hay año que renovar. No se pagó nada.',
  'failure.year-not-ending':
    'Está pagado hasta el {$until :day}. El próximo año puede pagarse desde el {$from :day}. No se pagó nada.',
  'failure.no-such-place':
    '{$text :name} no es la dirección de un lugar para copias: es una dirección web como https://sync.example.org/. No se cambió nada; corríjala, u omítala.',
  'failure.nowhere-to-restore-from':
    'La hoja, o lo que se leyó de ella, no nombra ningún lugar que guarde copias. No se cambió nada; dé la dirección de un lugar así, o señale una carpeta que contenga una.',
  'failure.nothing-restored':
    'No se encontró ninguna copia utilizable. {$places :said} No se cambió nada; conserve la hoja.',
  'failure.nothing-restored+silent':
    'Estos quizá tengan aún una copia: {$silent :places}. Conecte o señale una carpeta que no esté; pregunte más tarde a un lugar en la web.',

  'place.empty': '{$place :place} no tiene ninguna. {$why :said}',
  'place.silent': '{$place :place} no da respuesta. {$why :said}',
  'place.unusable': '{$place :place} tiene una que no puede usarse. {$why :said}',
  'source.point-at-folder': 'Estas copias están en una carpeta: señálela.',
  'source.renamed':
    'Sus archivos tenían otros nombres, o no había junto a ellos ninguna marca; se encontraron y se leyeron de todos modos.',
  'source.folder-missing': 'Esta carpeta no está. ¿Está conectada la unidad?',
  'source.folder-is-file': 'Es un archivo, no una carpeta. Elija la carpeta en la que está.',
  'source.folder-unreadable': 'Esta carpeta no se puede leer. No se cambió nada en ella.',
  'source.folder-without-copies':
    'No hay copias en esta carpeta ni en las que están justo debajo. Elija la carpeta que tiene archivos llamados «holdfast-…».',
  'source.folder-of-others':
    'Hay copias en esta carpeta, y esta hoja no abre ninguna: son de otro monedero, o están dañadas.',
  'source.folder-unopened':
    'Ningún archivo de esta carpeta se puede leer como copia, y {$file :file} puede contener una: descomprímalo, o haga que el programa que mantiene esta carpeta lo cargue, y mire otra vez.',
  'source.folder-crowded':
    'Hay en esta carpeta más archivos y carpetas de los que se examinan, y ninguna copia entre ellos. Elija la carpeta que tiene las copias, o póngalas en una carpeta propia.',
  'source.trouble': '{$why :said}',
  'source.closing': 'Va a cerrar y no dio ninguna copia.',
  'source.holds-none': 'Conoce este monedero y no tiene ninguna copia.',
  'source.account-unknown': 'No conoce este monedero: nunca se le pagó, o el plazo acabó.',
  'source.unusable': '{$why :said}',
  'source.older-joined': 'Se usó una copia más antigua. {$why :said}',
  'source.behind-itself':
    'Muestra una copia más antigua que otra que se guardó allí antes. Lo que falta vino de los otros lugares, si lo tienen; no se fíe de este.',
  'source.older-than-stored': 'Muestra una copia más antigua que la última que este monedero guardó allí.',
  'source.older-than-others': 'Su copia es más antigua que la de otro lugar; se juntaron las dos.',
  'source.older-unread': 'Sus copias más antiguas no se pueden leer ahora.',
  'source.needs-newer': 'Necesita un Holdfast más nuevo y no se le preguntó; actualice, por favor.',
  'source.no-password': 'No se dieron su nombre de usuario y su contraseña.',
  'source.of-holdfast': 'Tiene una copia de Holdfast.',
  'source.of-that-wallet': 'Tiene una copia de aquel monedero.',
  'unusable.not-authentic': 'La copia está dañada o es de otro monedero.',
  'unusable.newer': 'La copia la escribió un Holdfast más nuevo; actualice, por favor.',
  'unusable.newer-of-theirs': 'La copia la escribió una versión del monedero de GNU Taler que Holdfast no sabe leer.',
  'unusable.legacy-format':
    'La copia la hizo el monedero de GNU Taler de 2022 (TLRWBK01). Se dejó como estaba; «Venir del monedero de GNU Taler» trae su dinero.',
  'unusable.too-large-unpacked': 'La copia, al descomprimirse, ocupa más de lo permitido.',
  'unusable.malformed': 'La copia no se puede leer.',
};

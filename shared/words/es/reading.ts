// SPDX-License-Identifier: GPL-3.0-or-later

/** Mostrar una hoja en vez de escribirla. */
export const reading = {
  'show.lead':
    'Muestre la hoja a la cámara, abra una foto o un PDF de ella, o escríbala abajo. Puede soltar un archivo en cualquier punto de esta página o pegar una imagen.',
  'show.drop': 'Suelte: la foto o el PDF se lee aquí, y nada de ello sale de este equipo.',
  'show.camera': 'Mostrarla a la cámara',
  'show.file': 'Abrir una foto o un PDF',
  'show.reading': 'Leyendo el archivo …',
  'show.stop': 'Dejar de leer',
  'show.camera.starting': 'Esperando a la cámara …',
  'show.camera.on':
    'Sostenga la página de modo que su código cuadrado llene un tercio de la imagen: plana, nítida, con luz y sin sombra. Se lee sola, y no se guarda ninguna imagen.',
  'show.camera.video': 'Lo que ve la cámara',
  'show.camera.off': 'Apagar la cámara',
  'show.read': 'Leída. ¿Es su página la de la hoja {$number :code}? Compárela antes de seguir.',
  'show.read.text': 'Leída. Mire lo que aparece abajo antes de seguir.',
};

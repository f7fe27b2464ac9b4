// SPDX-License-Identifier: GPL-3.0-or-later

/** Escribir el código de una hoja, y lo que se propone para una dañada. */
export const typing = {
  'code.legend': 'El código de su hoja',
  'code.help':
    'Escriba los grupos numerados tal como están en la página; el cursor avanza solo. Una letra que no pueda leer es un signo de interrogación. Lo que pegue llena todas las casillas.',
  'code.group': 'Grupo {$number :integer}',
  'code.row': 'Grupos {$first :integer} a {$last :integer}',
  'code.row.full': 'Completa',
  'code.row.good': 'Correcta',
  'code.row.wrong': 'El grupo {$group :integer} no puede ser correcto. Mírelo otra vez.',
  'code.rows': 'Líneas completas: {$rows :integer} de {$of :integer}.',
  'code.progress': 'Grupos: {$done :integer} de {$of :integer}',
  'code.right': 'El código es correcto. Es el de la hoja {$number :code}.',
  'code.right.share': 'El código es correcto. Es la parte {$share :integer} del reparto {$split :code}.',
  'shares.in': 'Partes introducidas',
  'shares.in.some':
    '.input {$got :integer} .match $got one {{Reparto {$split :code}: {$got} parte introducida de las {$needed :integer} necesarias.}} * {{Reparto {$split :code}: {$got} partes introducidas de las {$needed :integer} necesarias.}}',
  'shares.in.enough': 'Reparto {$split :code}: están las {$needed :integer} partes necesarias.',
  'shares.in.next': 'Escriba, pegue o muestre la siguiente del mismo reparto. El orden no importa.',
  'shares.in.next.enough': 'Juntas forman la hoja entera. Puede seguir.',
  'shares.number': 'Parte {$number :integer}',
  'shares.lacking': 'aún hace falta',
  'shares.drop': 'Dejar estas partes y empezar de nuevo',
  'shares.putIn': 'Poner esta parte y seguir con la siguiente',
  'shares.putIn.number': 'Poner la parte {$number :integer} y seguir con la siguiente',
  'code.lines': 'Dónde están las copias',
  'code.lines.help':
    'Las direcciones que están debajo de los grupos, una en cada línea, con las cuatro letras entre corchetes detrás. Sin ellas, Holdfast no sabe dónde están las copias.',
  'code.lines.read': 'Tal como se leyeron de la hoja. Compárelas con ella.',
  'code.lines.change': 'Cambiar estas líneas',
  'code.toText': 'Pegar su texto o un enlace',
  'code.toGroups': 'Escribir los grupos numerados',
  'proposal.title': '¿Es esto lo que dice la hoja?',
  'proposal.lead': 'El código no encaja tal como se leyó. Compare con la hoja:',
  'proposal.typed': 'usted escribió',
  'proposal.says': 'la hoja debería decir',
  'proposal.unread': 'no se leyó; la hoja debería decir',
  'proposal.take': 'Sí, aceptarlo',
  'proposal.again': 'Lo miro otra vez',
  'proposal.taken': 'Aceptado como se propuso; no se cambió nada más.',
};

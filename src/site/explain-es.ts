import type { explainEn } from './explain-en.ts';

/** Why rows of lists are one agency, and why it stands as it does, in Spanish. */
export const explainEs: typeof explainEn = {
  title: 'Por qué estas filas son una sola agencia y por qué consta así',
  spellingsTitle: 'Lo que imprimen las listas',
  spelling: '«{text}»: {lists}, del {first} al {last}',
  spellingOfDay: '«{text}»: {lists}, del {first}',
  lists: { one: '{n} lista', other: '{n} listas' },
  noList: 'Ninguna lista imprime esta agencia.',
  mergesTitle: 'Qué se tomó por lo mismo y por qué',
  merge: '«{a}» y «{b}» son la misma. {rule}',
  moved: 'Lo que una lista imprime bajo «{a}» es el acuerdo de «{b}». {rule}',
  filled: '«{b}» está impresa sin modelo. {rule}',
  redated: 'Firmado {from}, después {to}: una sola firma. {rule}',
  undated: 'sin fecha',
  columns: {
    state: 'Estado',
    county: 'Condado',
    agency: 'Nombre',
    signed: 'Día de la firma',
    support: 'Modelo',
    moa: 'Memorando',
  },
  repairBlank: '{column}: {rule}',
  repairsTitle: 'Qué se corrigió',
  repair: '{column}: «{raw}» se lee como «{value}». {rule}',
  row: '{list}, fila {row}',
  cited: '{list}, citada y no capturada',
  cells: '({cells})',
  decisionsTitle: 'Qué decidieron personas',
  decision: '{kind}, por {actor} el {date}: {reason}',
  none: 'No hubo que unir ni corregir nada: las listas la imprimen de una sola manera.',
  registryTitle: 'En el registro oficial',
  coded: { one: 'Su código es {codes}. {rule}', other: 'Tiene {n} códigos: {codes}. {rule}' },
  uncoded: 'No tiene código: {why}.',
  matchRules: {
    'exact-name':
      'La entrada lleva el nombre de la agencia; las homónimas de un estado se distinguen por el condado.',
    'sheriff-of-county': 'Un condado tiene un alguacil.',
    'police-of-place':
      'La policía, o el departamento de seguridad pública, de un lugar de ese nombre; en Indiana, su «marshal».',
    'police-of-town':
      'El mismo nombre sin «borough», «town», «village» ni «city», en el mismo condado. Un «township» es otra entidad.',
    campus: 'La policía de una universidad, o el consejo que firma por ella.',
    'same-body': 'La autoridad de un puerto o aeropuerto, con o sin la palabra «police».',
    'body-of-state':
      'Un organismo del estado con las mismas palabras, salvo «department», «division», «office».',
    'state-police': 'Ambos nombres dicen patrulla de carreteras o policía estatal.',
    'police-of-state':
      'La policía del estado, de la que la agencia puede ser parte, o que puede ser parte de ella.',
    'constables-of-county': 'Los «constables» del condado.',
    'same-decision': 'Quien revisa dijo que la agencia y la entrada son la misma.',
  },
  matchReasons: {
    'no-registry': 'no se añadió ningún registro oficial',
    'no-such-name': 'el registro no tiene ninguna agencia de ese nombre en el estado',
    'kind-not-kept': 'el registro no tiene ninguna agencia de esa clase en el estado',
    'several-fit': 'encajan varias y ningún condado dice cuál',
    'serves-several': 'una entrada encaja con varias agencias de las listas',
    'other-county': 'la agencia de ese nombre está en otro condado',
    'county-unknown': 'la entrada tiene un nombre más completo y ninguna lista da el condado',
    'counted-as-one': 'el registro cuenta como uno a todos los «constables» del condado',
    'police-or-sheriff': 'el registro nombra solo el condado, que tiene una policía y un alguacil',
    'part-or-whole': 'el registro tiene una parte de ella, o el todo del que es parte',
  },
  statusTitle: 'Por qué consta así',
  listed: '{programme}, firmado el {signed}: en las listas del {first} al {last}.',
  listedOneDay: '{programme}, firmado el {signed}: en la lista del {first}.',
  listedUndated: '{programme}, sin fecha de firma: en las listas del {first} al {last}.',
  waited: '{programme}, solicitado: pendiente del {first} al {last}.',
  waitedOneDay: '{programme}, solicitado: pendiente el {first}.',
  datedLater: 'Listas anteriores dan otro día de firma.',
  linked: 'La primera lista que enlaza su memorando es la del {day}.',
  relinked: 'La lista del {day} enlaza otro archivo en su lugar.',
  datedAhead: 'Según lo impreso, estuvo en las listas antes de firmarse.',
  gap: 'Falta después de la lista del {last} y vuelve en la del {first}: es un hueco, no un final.',
  status: {
    active: 'La lista más reciente, del {last}, la muestra.',
    pending: 'La lista de pendientes más reciente, del {last}, la muestra.',
    signed: 'La lista de pendientes del {last} es la última que la muestra; el acuerdo se firmó ({next}).',
    renewed:
      'La lista del {last} lo muestra y {after} no: el mismo modelo se firmó de nuevo ({next}). El acuerdo se renovó; no terminó.',
    'renewed-later':
      'La lista del {last} lo muestra y {after} no. El mismo modelo se firmó de nuevo ({next}) y figura desde el {back}; las listas de en medio no muestran ninguno.',
    'switched-later':
      'La lista del {last} lo muestra y {after} no. Otro modelo ocupó su lugar ({next}), que figura desde el {back}; las listas de en medio no muestran ninguno.',
    switched:
      'La lista del {last} lo muestra y {after} no: otro modelo ocupó su lugar ({next}). La agencia cambió de modelo; no salió.',
    'no-longer-listed':
      'La lista del {last} lo muestra, {after} no, {since}. Terminó {when}; las listas no dicen por qué ni quién lo terminó.',
    'open-handover':
      'La lista del {last} lo muestra; {after} muestra su memorando con el nombre de otra agencia, el acuerdo con otro estado, u otra agencia en su lugar con el mismo modelo y fecha. Si es un desliz o una sola agencia espera a una persona; hasta entonces no se sabe si terminó.',
    'no-longer-pending':
      'La lista de pendientes del {last} lo muestra, {after} no, y no siguió ningún acuerdo de este modelo.',
  },
  listAfter: 'la del {day}',
  listAfterThatDay: 'otra posterior de ese día',
  nothingSince: 'y nada ocupó su lugar en 60 días',
  nothingYet: 'y hasta ahora nada ha ocupado su lugar',
  next: '{programme}, firmado el {signed}',
  nextPending: '{programme}, solicitado',
  rules: {
    given: 'Quien añadió la lista dio su día.',
    'file-name': 'La lista lleva la fecha del nombre de su archivo.',
    'file-name-slip':
      'La fecha del nombre del archivo no puede ser: no es un día, o es anterior a la firma más reciente de la lista o al último guardado del libro. Se tomó el día más cercano posterior a ambos.',
    'workbook-time':
      'El nombre del archivo no lleva fecha: cuenta el día en que se guardó el libro por última vez, en Washington.',
    'capture-day': 'Ni el nombre ni el libro llevan fecha: cuenta el día de su captura.',
    cited: 'El registro inicial cita la lista con este día; sus bytes no están capturados.',
    'state-slip': 'El estado está mal escrito y solo el nombre de un estado es cercano.',
    'state-by-succession':
      'La misma agencia, modelo y fecha estuvieron bajo este estado en la lista siguiente, por más tiempo, y nunca bajo ambos a la vez. El estado impreso no tiene tal condado, ambos enlazan un solo memorando, la solicitud estuvo bajo este estado o la fila no dice condado.',
    'state-by-signing':
      'La agencia estaba pendiente bajo otro estado y firmó en este cuando desapareció de allí.',
    'county-slip': 'El condado está mal escrito y solo un condado del estado tiene un nombre cercano.',
    'county-of-name': 'El nombre de la agencia dice su condado, o es el de un lugar en un solo condado.',
    'county-corrected':
      'La lista más reciente que imprime un condado para la agencia imprime este, o uno de estos.',
    'county-of-registry':
      'El registro oficial tiene la agencia en este condado, y la lista más reciente que imprime uno imprime otro. Se pregunta a una persona.',
    'county-in-name': 'El nombre de la agencia escribe mal el condado que está junto a él en su fila.',
    'addendum-in-name': 'El nombre lleva una nota de que la fila trata de una adición al acuerdo.',
    'model-slip': 'El modelo está mal escrito o se nombra con otra palabra propia.',
    'model-missing': 'La fila no nombra ningún modelo.',
    'date-written': 'El día de la firma es texto y no una fecha; falta una barra o está en otro lugar.',
    'year-digit': 'La primera cifra del año de la firma es un error de escritura.',
    'year-slip':
      'Firmado más de 300 días antes de aparecer, pero su mes y día caen en los 60 días anteriores: el año es un error de escritura.',
    safelink: 'El enlace está envuelto por una pasarela de correo.',
    'archive-prefix': 'El enlace pasa por un archivo web.',
    'browser-prefix': 'El enlace se copió con la dirección del lector de un navegador.',
    slashes: 'Al enlace le falta una barra.',
    'exact-name':
      'Los nombres son iguales sin contar lo que no distingue a dos agencias: mayúsculas y puntuación, abreviaturas, el nombre del propio estado, «City of» y similares, una forma del nombre de la oficina por otra («Sheriff’s Department», «Police Services») y errores de escritura en una de esas palabras o en el condado que está junto al nombre.',
    'turned-words':
      'Los nombres son las mismas palabras en otro orden. Las que dicen el lugar conservan el suyo, o uno ocupó el lugar del otro.',
    'governing-board': 'El consejo de una universidad firma por su policía.',
    'typing-slip':
      'Los nombres difieren en una o dos letras y en ningún número, y no son los de dos condados reales. Ninguna lista tiene ambos, y uno ocupó el lugar del otro.',
    'fuller-name':
      'El nombre más largo solo añade al otro palabras de forma, como «County», «Borough» o «Constable’s Office», o su propio condado, y uno ocupó el lugar del otro.',
    'same-place':
      'Ambos nombres son de un mismo lugar y una misma clase de agencia, y solo difieren en una palabra como «County», «Parish» o «Township». Uno ocupó el lugar del otro.',
    'one-sheriff': 'Ambos son alguaciles de un mismo condado, y un condado tiene uno.',
    'numbered-office':
      'Un nombre omite el número de la oficina, y ninguna otra oficina de ese nombre lleva un número.',
    'rename-by-moa':
      'Una lista enlaza un memorando bajo un nombre, y la siguiente enlaza el mismo bajo el otro.',
    'relabel-by-moa':
      'Una lista enlaza un memorando bajo un nombre, y la siguiente enlaza el mismo bajo el otro. La primera agencia sigue en la lista con otros acuerdos: solo este es de la otra.',
    relabel:
      'Nunca enlazó un memorando, y en la lista siguiente ocupó su lugar la única otra del mismo estado, modelo y fecha: se había impreso bajo un nombre equivocado. Los dos nombres comparten una palabra de su lugar, o empiezan igual, o llevan el mismo número, y no son dos condados que existen ni dos de una misma clase que el registro tiene; de los demás decide una persona.',
    'stand-in':
      'El nombre estuvo solo en listas en las que faltaba el otro, con el mismo estado, modelo y fecha.',
    'division-of-body':
      'El organismo estatal salió de la lista cuando entró en ella una división suya con el mismo modelo.',
    'rename-by-moa-pending': 'La solicitud llevó al acuerdo que cambió de nombre.',
    'relabel-by-moa-pending': 'La solicitud llevó al acuerdo que es de la otra.',
    'relabel-pending': 'La solicitud llevó al acuerdo que estaba bajo un nombre equivocado.',
    'listed-twice':
      'Una lista tiene el acuerdo dos veces, en dos condados, y ambas filas enlazan un solo memorando.',
    'model-filled': 'La fila sin modelo es la que la lista siguiente muestra con él.',
    're-dated-same-moa':
      'La fecha de la firma cambió en menos de 30 días, o en un año exacto, junto al mismo memorando.',
    're-dated-unlinked':
      'La fecha de la firma cambió en menos de 90 días de una lista a la siguiente, antes de que se enlazara un memorando y sin una nueva solicitud entre ambas.',
    're-dated-stand-in': 'Otra fecha estuvo un tiempo dentro de la fila.',
    'double-listing': 'El acuerdo estuvo dos veces en una lista, con dos fechas.',
    'date-filled': 'La fecha de la firma estaba en blanco y después se indicó.',
    'open-handover':
      'La lista siguiente muestra su memorando con el nombre de otra agencia, el acuerdo con otro estado, u otra agencia en su lugar con el mismo modelo y fecha. Una persona tiene que decir si es un desliz; hasta entonces no se sabe si terminó, salvo que esa otra fila ya no esté.',
    alias: 'Una persona revisora decidió que el nombre es uno de los de la agencia.',
    same: 'Una persona revisora decidió que ambas son una sola agencia.',
    distinct: 'Una persona revisora decidió que son dos agencias.',
  },
};

import type { Words } from './words-en.ts';

type Atlas = Pick<
  Words,
  | 'basis'
  | 'timelineRows'
  | 'agreements'
  | 'contra'
  | 'near'
  | 'use'
  | 'county'
  | 'absence'
  | 'dayEvents'
  | 'filter'
  | 'charts'
  | 'register'
  | 'embed'
  | 'feeds'
  | 'mapNote'
>;

/** Words of an agency's surroundings in Spanish. */
export const atlasEs: Atlas = {
  basis: {
    listed: '{sentence}; vista por última vez en la lista de ICE del {day}',
    pending: '{sentence}; vista por última vez en la lista de pendientes de ICE del {day}',
    said: '{sentence}; visto por última vez en una prueba del {day}',
  },
  timelineRows: {
    published: 'Publicado',
    recorded: 'En el registro',
    note: 'Marcas bajo las barras: los días en que se publicaron las pruebas y, si caben en el dibujo, en que este registro las conoció.',
  },
  agreements: {
    title: 'Acuerdos',
    note: 'Tal como los imprimen las listas de ICE.',
    model: 'Modelo',
    signed: 'Firmado',
    listed: 'En las listas',
    status: 'Ahora en las listas',
    states: {
      pending: 'pendiente',
      signed: 'firmado',
      active: 'figura',
      renewed: 'sustituido por uno más nuevo',
      switched: 'sustituido por otro modelo',
      'no-longer-listed': 'ya no figura',
    },
    stillListed: 'en la lista más nueva',
    span: '{from} – {to}',
    spellings: 'Impreso como',
  },
  contra: {
    title: 'No concuerdan',
    pageTitle: 'Contradicciones',
    lead: {
      one: '**{n}** par de pruebas del registro no puede ser cierto a la vez; {open}.',
      other: '**{n}** pares de pruebas del registro no pueden ser ciertos a la vez; {open}.',
    },
    open: { one: '**{n}** sigue abierto', other: '**{n}** siguen abiertos' },
    none: 'Nada en el registro contradice otra cosa del mismo.',
    note: 'Nada se resuelve aquí en silencio: ambos lados quedan, con lo que los muestra.',
    since: 'Abierta desde el {day}',
    until: 'Abierta del {day} al {end}',
    undated: 'Sin fecha',
    filter: 'Tipo',
    onlyOpen: 'Solo las abiertas',
    lacks: 'La lista del {day} no tiene esta agencia.',
    registry: 'El registro de agencias tiene {agency}.',
    provision: 'Una disposición de una norma: {provision}',
    ofLaw: 'La propia ley',
    toAgency: 'En la página de la agencia',
    kinds: {
      'said-no-still-listed': 'Dijo que no y sigue en la lista',
      'said-yes-not-listed': 'Dijo que sí y no está en la lista',
      'list-against-document': 'Lista contra documento',
      'source-against-source': 'Fuente contra fuente',
      'law-against-law': 'Ley contra ley',
      'law-against-practice': 'Ley contra práctica',
      'pending-beyond-a-year': 'Pendiente más de un año',
      'one-ori-two-agencies': 'Un ORI, dos agencias',
      'memorandum-of-another': 'El memorando enlazado es de otra agencia',
    },
    explain: {
      'said-no-still-listed': 'La agencia dijo que se niega o termina; la lista de ICE aún la mostraba.',
      'said-yes-not-listed': 'La agencia dijo que participa; la lista de ICE no la mostraba.',
      'list-against-document': 'La fila de la lista dice una cosa y el documento que enlaza, otra.',
      'source-against-source': 'Dos fuentes dicen cosas distintas sobre lo mismo.',
      'law-against-law': 'Dos disposiciones vigentes piden cosas opuestas.',
      'law-against-practice': 'Una ley vigente pide una cosa y las listas muestran otra.',
      'pending-beyond-a-year': 'La lista de ICE la muestra pendiente más de un año.',
      'one-ori-two-agencies': 'Dos agencias llevan el mismo número del FBI.',
      'memorandum-of-another': 'El enlace de la lista lleva al memorando de otra agencia.',
    },
  },
  near: {
    title: 'Cerca',
    same: 'En el mismo condado',
    around: 'En los condados vecinos',
    all: 'Todo {place}',
    more: { one: 'y {n} más', other: 'y {n} más' },
  },
  use: {
    follow: 'Seguir (feed)',
    cite: 'Citar esto',
    citeText: '{name}. Countersign, pruebas hasta el {date}, versión {version}.',
    citeNote: 'La versión es el SHA-256 del JSON de esta página; cambia cuando cambia algo de lo dicho aquí.',
    correct: 'Corregir esto',
    compare: 'Comparar dos fechas',
  },
  county: {
    lead: {
      one: 'El {date}, el registro conoce la posición de **{n}** agencia en {county}, {state}.',
      other: 'El {date}, el registro conoce la posición de **{n}** agencias en {county}, {state}.',
    },
    none: 'El {date} no se conoce la posición de ninguna agencia en {county}, {state}.',
    others: 'Sin posición conocida',
    othersNote: 'Estas agencias existen aquí; nada en el registro dice algo sobre ellas.',
    around: 'Condados vecinos',
    title: '{county}, {state}',
  },
  embed: {
    title: 'Mostrarlo en su sitio',
    note: 'Esta línea de HTML muestra una ficha que sigue al registro. No deja cookies ni ejecuta código.',
    see: 'Ver la ficha',
    source: 'Countersign: cada afirmación con lo que la demuestra',
  },
  register: {
    title: 'Todas las agencias de {state}',
    lead: {
      one: 'El registro conoce **{n}** agencia policial en {state}; {known}.',
      other: 'El registro conoce **{n}** agencias policiales en {state}; {known}.',
    },
    known: {
      one: 'a fecha de {date} conoce la posición de **{n}**',
      other: 'a fecha de {date} conoce la posición de **{n}**',
    },
    note: 'Donde no figura una posición junto al nombre, nada en el registro dice algo de la agencia: eso no significa que se niegue',
    statewide: 'De todo el estado, o de ningún condado en particular',
    link: 'Todas las agencias de {state}, condado por condado',
  },
  charts: {
    title: 'Gráficos',
    lead: 'Cuántas agencias participan, quién entra y quién sale, y cuánto tardan en aparecer los memorandos. Hasta el {date}.',
    titles: {
      counts: 'Agencias por modelo del 287(g)',
      weeks: 'Altas y bajas, semana a semana',
      'link-lag': 'Días hasta que se puede leer un memorando',
    },
    notes: {
      counts:
        'Agencias que con seguridad tenían un acuerdo el último día de cada mes; la que tiene dos modelos cuenta en ambos. Entre dos listas vale el estado de la anterior.',
      weeks:
        'Acuerdos que entraron en las listas de ICE (arriba) y que salieron de ellas (abajo), por el día de la lista.',
      'link-lag':
        'De la primera lista que muestra un acuerdo a la primera que enlaza su memorando; listas desde el 21 de febrero de 2025.',
    },
    median: { one: 'La mitad lo tuvo en {n} día.', other: 'La mitad lo tuvo en {n} días.' },
    unlinked: { one: '{n} aún no tiene enlace.', other: '{n} aún no tienen enlace.' },
    notYet: 'aún no',
    week: 'Semana del {week}: {joins} altas, {ends} bajas',
    csv: 'Datos (CSV)',
    svg: 'Imagen (SVG)',
  },
  absence: {
    title: 'Ya no está en la lista de ICE',
    text: 'La lista del {seen} es la última que la tiene; la del {gone} no.',
    list: 'La lista del {day}',
  },
  dayEvents: {
    on: '{date}: {what}.',
    nothing: 'nada nuevo',
    joined: { one: '{n} acuerdo era nuevo', other: '{n} acuerdos eran nuevos' },
    pending: { one: '{n} estaba pendiente', other: '{n} estaban pendientes' },
    ended: { one: '{n} había terminado', other: '{n} habían terminado' },
    said: { one: 'se declaró {n} posición', other: 'se declararon {n} posiciones' },
    see: 'Cuáles',
  },
  filter: {
    programme: 'Programa',
    position: 'Posición',
    all: 'Todos',
    every: 'Todos los modelos 287(g)',
    shown: 'El mapa y la tabla muestran: {what}.',
  },
  feeds: { title: 'Countersign: {name}', everybody: 'todo lo que cambió' },
  mapNote: {
    state: 'Un clic en el mapa abre una agencia o un condado.',
    alt: 'Mapa de {state} con las posiciones conocidas el {date}',
  },
};

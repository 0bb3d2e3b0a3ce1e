import type { Words } from './words-en.ts';

/** Words of the outlook, in Spanish. */
export const outlookEs: Words['outlook'] = {
  title: 'Perspectiva',
  lead: 'Qué agencias pueden unirse al 287(g) en los 90 días después del {date}: una estimación a partir de las listas de los meses pasados, no un hecho de este registro.',
  leadState:
    'Qué agencias de {state} pueden unirse al 287(g) en los 90 días después del {date}: una estimación a partir de las listas de los meses pasados, no un hecho de este registro.',
  base: 'En los 90 días anteriores se unió el {base} de las agencias que podían hacerlo. Esa es la probabilidad de una agencia de la que no se sabe nada.',
  none: 'No hay perspectiva: hacen falta las listas de medio año y la lista de agencias del FBI.',
  tried:
    'Cada mes de {first} a {last} se pronosticó del mismo modo, con lo que se sabía en su primer día. Junto a la probabilidad está lo que ocurrió entonces con probabilidades como esa.',
  untried:
    'Ningún mes pronosticado ha terminado aún: nadie puede decir cuánto aciertan estas probabilidades.',
  how: 'Cómo se hace',
  came: 'Qué ocurrió con tales probabilidades',
  cameOf: 'se unieron en {came} de {cases} casos ({percent})',
  cameNone: 'antes no se dieron tales probabilidades',
  agency: 'Agencia',
  odds: 'Probabilidad',
  reasons: 'Lo que más la mueve',
  about: 'cerca de {n} de cada {of}',
  less: 'menos de 1 de cada 1,000',
  raises: '{what}: más probable',
  lowers: '{what}: menos probable',
  states: 'Por estado',
  more: 'Se muestran las {n} más probables.',
  features: {
    like: 'con qué frecuencia se unieron hace poco otras de su tipo y estado, pendientes o no como ella',
    size: 'su número de oficiales',
    sizeUnknown: 'su tamaño no se conoce',
    countyPartner: 'si otra agencia de su condado participa',
    neighbours: 'cuántos condados vecinos participan',
    months: 'cuánto tiempo lleva participando',
    required: 'si la ley del registro lo exige',
    forbidden: 'si la ley del registro lo prohíbe',
    leftBefore: 'si se fue antes',
  },
};

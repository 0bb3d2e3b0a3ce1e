import { isDay } from '../base/index.ts';
import type { ContradictionRow, DiffersForm } from '../record/index.ts';
import { type DateWords, dayText, edtfText, filled } from './dates.ts';
import { en } from './words-en.ts';
import { es } from './words-es.ts';

/** A sentence for each form in which two pieces of evidence differ; `{day}` and `{otherDay}` are such as `on 5 March 2025`. */
type DiffersWords = Record<DiffersForm, string> & {
  /** What a law or a document on 287(g) is about where it names no model. */
  anyModel: string;
};

const ENGLISH: DiffersWords = {
  'said-listed': 'It was said that {day} its position was “{position}”; it was still listed {otherDay}.',
  'said-pending':
    'It was said that {day} its position was “{position}”; it was still listed as pending {otherDay}.',
  'said-not-listed':
    'It was said that {day} its position was “{position}”; the list in force {otherDay} did not show it, nor did any between.',
  signed: 'The document says that it was signed {day}, the list that it was signed {otherDay}.',
  model: 'The document says {programme}, the list {otherProgramme}.',
  positions: 'One source says “{position}”, the other “{otherPosition}”.',
  began: 'By one source it began {day}, by the other {otherDay}.',
  ended: 'By one source it ended {day}, by the other {otherDay}.',
  laws: 'One requires or protects {programme}, the other forbids or limits it.',
  forbids: 'A provision that took effect {day} forbids {programme}; the record shows “{position}”.',
  'forbids-held':
    'A provision that took effect {day} forbids {programme}, for what was agreed before from a later day: {otherDay}; the record shows “{position}”.',
  requires: 'A provision that took effect {day} requires {programme}; the record shows “{position}”.',
  'requires-by':
    'A provision requires {programme}; the time that it gives ended {day}; the record shows “{position}”.',
  'linked-for': 'The list’s row links {file}, which is linked for {agency}.',
  named: 'The list’s row links {file}, whose name is that of {agency}.',
  'linked-model': 'The list’s row says {programme}; it links {file}, whose name says {otherProgramme}.',
  pending: 'It was pending {day}, and still pending {otherDay}.',
  'one-ori': 'ORI {oris} is that of {agency} too.',
  oris: 'ORI {oris} are those of {agency} too.',
  anyModel: '287(g) agreements',
};

const SPANISH: DiffersWords = {
  'said-listed': 'Se dijo que {day} su posición era «{position}»; todavía figuraba en la lista {otherDay}.',
  'said-pending':
    'Se dijo que {day} su posición era «{position}»; todavía figuraba como pendiente {otherDay}.',
  'said-not-listed':
    'Se dijo que {day} su posición era «{position}»; la lista vigente {otherDay} no la mostraba, ni ninguna anterior desde entonces.',
  signed: 'El documento dice que se firmó {day}; la lista, que se firmó {otherDay}.',
  model: 'El documento dice {programme}; la lista, {otherProgramme}.',
  positions: 'Una fuente dice «{position}»; la otra, «{otherPosition}».',
  began: 'Según una fuente empezó {day}; según la otra, {otherDay}.',
  ended: 'Según una fuente terminó {day}; según la otra, {otherDay}.',
  laws: 'Una exige o protege {programme}; la otra prohíbe o limita lo mismo.',
  forbids: 'Una disposición que entró en vigor {day} prohíbe {programme}; el registro muestra «{position}».',
  'forbids-held':
    'Una disposición que entró en vigor {day} prohíbe {programme}, para lo acordado antes desde un día posterior: {otherDay}; el registro muestra «{position}».',
  requires: 'Una disposición que entró en vigor {day} exige {programme}; el registro muestra «{position}».',
  'requires-by':
    'Una disposición exige {programme}; el plazo que da terminó {day}; el registro muestra «{position}».',
  'linked-for': 'La fila de la lista enlaza {file}, que está enlazado para {agency}.',
  named: 'La fila de la lista enlaza {file}, cuyo nombre es el de {agency}.',
  'linked-model': 'La fila de la lista dice {programme}; enlaza {file}, cuyo nombre dice {otherProgramme}.',
  pending: 'Estaba pendiente {day}, y todavía {otherDay}.',
  'one-ori': 'El código ORI {oris} es también de {agency}.',
  oris: 'Los códigos ORI {oris} son también de {agency}.',
  anyModel: 'acuerdos 287(g)',
};

const CATALOGUES = { en: { own: ENGLISH, words: en }, es: { own: SPANISH, words: es } } as const;

/** What differs in a contradiction, as a sentence in a language. */
export function differsText(
  { differs, other }: Pick<ContradictionRow, 'differs' | 'other'>,
  language: 'en' | 'es',
): string {
  const { own, words } = CATALOGUES[language];
  const { programmes, exhibit, dates } = words;
  const { day, otherDay, position, otherPosition, programme, otherProgramme } = differs;
  const model = (one: typeof programme) =>
    one === undefined ? '' : one === '287g' ? own.anyModel : programmes[one];
  const said = (one: typeof position) => (one === undefined ? '' : exhibit.positions[one]);
  return filled(own[differs.form], {
    day: whenOf(day, dates),
    otherDay: whenOf(otherDay, dates),
    position: said(position),
    otherPosition: said(otherPosition),
    programme: model(programme),
    otherProgramme: model(otherProgramme),
    file: differs.file ?? '',
    agency: other ? `${other.name} (${other.state})` : (differs.agency ?? ''),
    oris: differs.oris ?? '',
  });
}

function whenOf(edtf: string | undefined, words: DateWords): string {
  if (edtf === undefined) return '';
  return isDay(edtf) ? filled(words.on, { a: dayText(edtf, words) }) : edtfText(edtf, words);
}

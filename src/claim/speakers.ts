import type { PersonMention } from './people.ts';
import type { Sentence } from './sentences.ts';
import type { Voice } from './voice.ts';

const SPOKES =
  '(?:spokes(?:man|woman|person)|press secretary|communications director|public information officer)';
const POSSESSED = new RegExp(
  `^'s? (?:[a-z-]+ ){0,3}?(?:(${SPOKES})|(office|department|agency|staff|administration))\\b`,
);
const KIN =
  /^'s? (?:[a-z-]+ ){0,2}?(?:lawyers?|attorneys?|opponents?|predecessor|successor|challengers?|rivals?|critics|supporters|wife|husband|son|daughter|brother|sister|widow|boss)\b/;

/**
 * Who speaks where a person is named as somebody's owner: the unnamed spokesman of "Sheriff Roe's spokesman said", the office of
 * "Sheriff Roe's office said" (`person` is then whose they are); null for his lawyer or his opponent, who are not he, and
 * undefined where the person himself is meant.
 */
export function ownedVoice(sentence: Sentence, mention: PersonMention): Partial<Voice> | null | undefined {
  // A name that ends in "s" may have its apostrophe within the mention.
  const from = mention.end - sentence.start;
  const behind = sentence.fold.slice(from, from + 60);
  const possessed = POSSESSED.exec(behind);
  if (possessed?.[1]) return { kind: 'role', role: possessed[1], person: mention.person };
  if (possessed) return { kind: 'agency', person: mention.person };
  return KIN.test(behind) ? null : undefined;
}

const SPANISH = /(?:o|a|aron|ieron|eron|e)$/;
const BARE_VERB =
  /^["“]?(?:tambien |ademas,? |asimismo,? |luego |despues |incluso |en cambio,? |al respecto,? )?$/;

// Behind a quotation: "…", dijo el miércoles.
const QUOTED_BEFORE = /["”],? ?$/;
const NO_SUBJECT =
  /^(?:[.;]|,(?! (?:el|la|un|una) )|$| (?:(?:el|este) (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|ayer|hoy|durante|tras|ante|sobre|al ser|en (?:una?|entrevista|su|rueda|conferencia)|a (?:este|los|periodistas|reporteros|la prensa))\b)/;

/** True where a Spanish verb of saying has no subject of its own ("Explicó que la cárcel no avisa"): whoever spoke last goes on. */
export function dropsSubject(sentence: Sentence, verb: number, length: number): boolean {
  const behind = sentence.fold.slice(verb + length);
  if (
    SPANISH.test(sentence.fold.slice(verb, verb + length)) &&
    QUOTED_BEFORE.test(sentence.fold.slice(0, verb))
  )
    return NO_SUBJECT.test(behind);
  return (
    BARE_VERB.test(sentence.fold.slice(0, verb)) &&
    /^(?:,[^,]{2,60},)? (?:que|ademas que|tambien que)\b/.test(behind)
  );
}

/** The role of a head whom no sentence names, in the words before "he said": "The Bibb County sheriff honors them, he said"; null for none. */
export function unnamedHead(before: string): Partial<Voice> | null {
  const role = /\b(sheriff|alguacil|police chief|chief)\b(?!'s| (?:deputy|of staff|counsel))/.exec(
    before,
  )?.[1];
  return role ? { kind: 'role', role } : null;
}

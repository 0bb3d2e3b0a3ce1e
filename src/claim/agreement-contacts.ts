import { wordsIn } from './agreement-text.ts';

// The areas of ICE Enforcement and Removal Operations, as its field offices are called.
const FIELD_OFFICES =
  'Atlanta|Baltimore|Boston|Buffalo|Chicago|Dallas|Denver|Detroit|El Paso|Harlingen|Houston|Los Angeles|Miami|Newark|New Orleans|New York(?: City)?|Philadelphia|Phoenix|Salt Lake City|San Antonio|San Diego|San Francisco|Seattle|St\\.? Paul|Washington';
const SECTION =
  /points?\s+of\s+contact(?:\s*\([A-Z0-9a-z]+\))?\s+for\s+purposes\s+of\s+(?:implementation\s+of\s+)?this\s+MOA\s+are\s*[:;]([\s\S]{0,900})/i;
const BODY =
  /(?:[A-Z][\w.’']*\s+(?:of\s+(?:the\s+)?)?){1,5}(?:Sheriff[’']?s?\s+Office|Police\s+(?:Department|Dept\.?)|Department\s+of\s+[A-Z]\w+(?:\s+[A-Z]\w+)*|Bureau\s+of\s+[A-Z]\w+|Detention\s+Center|Attorney\s+General)/;
const TITLE =
  /\b(?:Chief of Police|Chief Deputy|Under ?sheriff|Sheriff|Police Chief|City Marshal|Jailer|Secretary|Warden|Director|Commissioner|Administrator)\b/;

/** Who answers for the agreement: the ICE field office and the agency's office. Never a person, a telephone or an address. */
export interface Contacts {
  fieldOffice: string | null;
  contactOffice: string | null;
}

/** The points of contact that an agreement names, as offices alone. */
export function contactsIn(text: string): Contacts {
  const section = SECTION.exec(text)?.[1] ?? '';
  const federal = /For\s*(?:the\s+)?(?:DHS|OHS|ICE|DIIS)\s*[:;]?\s*([\s\S]{0,120})/.exec(section)?.[1] ?? '';
  const agency =
    /For\s*(?:the\s+)?(?!DHS|OHS|ICE|DIIS)[A-Z]\w+\s*[:;]\s*([\s\S]{0,260})/.exec(section)?.[1] ?? '';
  return {
    fieldOffice: new RegExp(`\\b(${FIELD_OFFICES})\\b(?!,? D\\.?C)`).exec(wordsIn(federal))?.[1] ?? null,
    contactOffice: officeIn(agency.split(/\n\s*For\s|\f/)[0]!),
  };
}

function officeIn(lines: string): string | null {
  for (const line of lines.split(/\n/)) {
    const words = wordsIn(line);
    const body = BODY.exec(words)?.[0];
    if (body) return body.replace(/^(?:Office of|The|Secretary of the)\s+(?=[A-Z]\w+ (?:County|Parish))/, '');
  }
  return TITLE.exec(wordsIn(lines))?.[0] ?? null;
}

import { existsSync, readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { STATES } from '../../src/claim/index.ts';

/** Where the memoranda lie, beside the repository. */
export const MOA = '../shared/data/moa-pdf';

/** What a memorandum says, by the manifest and by eye: its signature page was looked at for every row below. */
export interface MoaTruth {
  file: string;
  /** Pages of it are read by OCR alone, which takes seconds each. */
  scanned: boolean;
  agency: string;
  programme: string;
  state: string;
  /** Days beside the signatures, handwritten ones too; null where the blank is empty. */
  agencySigned: string | null;
  federalSigned: string;
  /** The agency's signatory as printed; null where only a signature stands. */
  signatory: string | null;
}

// Part of the file's name, day of the agency, day of the federal side, printed name of the agency's signatory.
// Chattahoochee's is dated 02/28/2028 in print, which is a slip.
const SEEN = `Etowah|2020-04-30|2020-06-09|Jonathon W. Horton
Arcadia|2025-02-28|2025-03-05|Quinn Jones
Chattahoochee||2025-02-28|Michael Miller
Department_of_Corrections|2020-08-17|2020-08-21|Mark S. Inch
lakeCounty|2025-02-21|2025-02-26|
LeeCo|2025-02-19|2025-03-03|Carmine Marceno
Sanibel|2025-03-26|2025-04-02|William Dalton
Suwannee|2019-06-11|2019-10-15|Sam St John
Owyhee||2025-03-07|Larry Kendrick
Cowley|2025-02-28|2025-03-05|David A. Falletti
Finney|2020-02-28|2020-03-17|Kevin Bascue
KansasBureau|2025-02-17|2025-02-18|
Grayson||2025-03-05|Jason Woosley
Wells|2025-03-28|2025-04-02|Jo-Ann Putnam
Portage|2025-03-11|2025-03-17|Bruce Zuchowski
Knox|2020-05-08|2020-06-08|Tom Spangler
SanPatricio|2020-09-01|2020-09-03|Oscar Rivera
SmithCo|2025-02-17|2025-02-18|
TexasOfficeAttorney|2025-01-30|2025-01-31|
Waller|2020-01-13|2020-02-12|R. Glenn Smith
WashingtonCoSheriffsOfficeUT|2025-03-05|2025-03-21|
Loudoun|2025-03-26|2025-03-26|Michael L. Chapman
WashingtonCoWI|2025-02-26|2025-03-03|Martin R. Schulteis
Winnebago|2025-02-28|2025-03-03|John Matz
Sweetwater|2025-02-27|2025-03-07|John Grossnickle`;
const MODELS: Record<string, string> = { JEM: '287g-jail', TFM: '287g-task-force', WSO: '287g-warrant' };

/** The truth about every memorandum; empty where the files are not beside the repository. */
export function moaTruth(): MoaTruth[] {
  if (!existsSync(`${MOA}/manifest.csv`)) return [];
  const rows = csvParse(readFileSync(`${MOA}/manifest.csv`, 'utf8'));
  return SEEN.split('\n').map((line) => {
    const [part = '', agencySigned, federalSigned = '', signatory] = line.split('|');
    const row = rows.find(({ file = '' }) => file.includes(part))!;
    return {
      file: row.file!,
      // The manifest calls Etowah's born digital, yet seven of its pages are pictures.
      scanned: row.class === 'scanned-no-text' || part === 'Etowah',
      agency: row.agency!.replace(/’/g, "'"),
      programme: MODELS[row.model!]!,
      state: STATES.find(({ name }) => name.toUpperCase() === row.state)!.code,
      agencySigned: agencySigned || null,
      federalSigned,
      signatory: signatory || null,
    };
  });
}

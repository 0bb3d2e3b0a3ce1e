/** The columns of an official list that a row can fill, in the order of the newest layout. */
export const LIST_COLUMNS = ['state', 'agency', 'type', 'county', 'support', 'signed', 'moa', 'addendum'] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** The distinct content of a row as printed: every value raw (never trimmed or repaired), '' where the cell is blank or the column absent. */
export interface Line {
  state: string;
  agency: string;
  type: string;
  county: string;
  support: string;
  /** An ISO day where the cell is a real date, else the cell's text. */
  signed: string;
  moa: string;
  addendum: string;
  /** Hyperlink targets as stored in the sheet, '' where there is none. */
  moaLink: string;
  addendumLink: string;
}

/** The kind of a list, judged by its contents and never by its file's name. `page` is the table of ICE's older web page. */
export type ListKind = 'participating' | 'pending' | 'page';

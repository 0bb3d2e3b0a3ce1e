/** A block of a text: where it stands and what it is. Furniture (navigation, captions, related links) is never a source of claims. */
export interface Block {
  /** First UTF-16 offset in the text. */
  start: number;
  /** Offset behind the last character. */
  end: number;
  kind: 'heading' | 'paragraph' | 'list-item' | 'table-row' | 'caption' | 'furniture';
}

/** A page of a paged document: its range in the text, and how surely it was read where it was a picture. */
export interface ReadPage {
  start: number;
  end: number;
  /** Present when OCR read the page: mean certainty of its words, 0 to 1, and the ranges that it merely guessed. */
  ocr?: { confidence: number; doubtful: { start: number; end: number }[] };
  /** Present when the page is a picture that was not read. */
  unread?: true;
}

/** What a named reader made of a prose capture: one string with stable UTF-16 offsets, its blocks and its metadata. */
export interface TextReading {
  form: 'text';
  /** The reader's name, such as `html`, `text`, `pdf`. */
  reader: string;
  version: string;
  text: string;
  blocks: Block[];
  title: string | null;
  publisher: string | null;
  /** EDTF, as found in the document; null when it does not say. */
  published: string | null;
  /** BCP 47 language, such as `en` or `es`; null when unknown. */
  lang: string | null;
  /** The pages of a paged document, in order. */
  pages?: ReadPage[];
  /** The file's own modified time, RFC 3339, where its form has one. */
  modified?: string | null;
}

/** One row of a sheet; `row` is the 1-based row number. */
export interface Row {
  row: number;
  /** The cells' texts as a reader of the sheet sees them, from column A on; '' where a cell is blank. Real dates are ISO days. */
  cells: string[];
  /** Hyperlink targets by zero-based column. */
  links: Record<number, string>;
}

/** One sheet of a workbook, filter-hidden rows included. */
export interface Sheet {
  name: string;
  rows: Row[];
}

/** What a named reader made of a workbook. */
export interface TableReading {
  form: 'table';
  reader: string;
  version: string;
  sheets: Sheet[];
  /** The workbook's own modified time, RFC 3339, or null. */
  modified: string | null;
}

export type Reading = TextReading | TableReading;

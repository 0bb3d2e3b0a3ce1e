import { readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { boundsOf } from '../../src/base/index.ts';
import { type LawBook, type LawRow, readLawBook } from '../../src/law/index.ts';

const rows = (name: string) => [...csvParse(readFileSync(`starter/${name}.csv`, 'utf8'))] as LawRow[];

/** The book of the starter facts. */
export function starterBook(): LawBook {
  const published = new Map(
    rows('sources').flatMap((row) => {
      const day = row.published ? boundsOf(row.published)?.max : null;
      return row.source_id && day ? [[row.source_id, day] as const] : [];
    }),
  );
  return readLawBook({ instruments: rows('instruments'), provisions: rows('provisions') }, published);
}

/** A book of a few invented rows, with the columns that a test does not care for filled in. */
export function inventedBook(instruments: LawRow[], provisions: LawRow[]): LawBook {
  return readLawBook(
    {
      instruments: instruments.map((row) => ({
        title: 'T',
        kind: 'statute',
        issuer: 'I',
        jurisdiction: 'TX',
        summary: 'S',
        source_id: 's',
        ...row,
      })),
      provisions: provisions.map((row) => ({ topic: 'detainers', summary: 'S', source_id: 's', ...row })),
    },
    new Map([['s', '2018-06-30']]),
  );
}

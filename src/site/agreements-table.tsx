import type { AgreementRow } from '../record/index.ts';
import type { Page } from './page.ts';
import { fill } from './phrase.ts';
import { betweenInWords, betweenOf, dayInWords } from './when.ts';
import type { Words } from './words-en.ts';

/** An agency's agreements as the lists print them: model, signing, from when to when they were listed, what became of them. */
export function Agreements({ page, rows }: { page: Page; rows: AgreementRow[] }) {
  const { words } = page;
  const { agreements } = words;
  if (rows.length === 0) return null;
  const ordered = [...rows].sort((a, b) => ((a.signed ?? '') < (b.signed ?? '') ? 1 : -1));
  const spellings = [...new Set(rows.flatMap((row) => row.spellings))].sort();
  return (
    <section>
      <h2 id="agreements">{agreements.title}</h2>
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">{agreements.model}</th>
            <th scope="col">{agreements.signed}</th>
            <th scope="col">{agreements.listed}</th>
            <th scope="col">{agreements.status}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => (
            <tr>
              <td>{words.programmes[row.model as keyof Words['programmes']] ?? row.model}</td>
              <td>{row.signed ? dayInWords(row.signed, words, 'short') : words.dates.undated}</td>
              <td>{listedSpan(row, words)}</td>
              <td>{agreements.states[row.status as keyof Words['agreements']['states']] ?? row.status}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small soft">
        {agreements.note}
        {spellings.length > 1 && ` ${agreements.spellings}: ${spellings.join('; ')}.`}
      </p>
    </section>
  );
}

/** From the first list with it to the end of its listing; both may lie between two lists. */
function listedSpan({ listedFrom, listedTo }: AgreementRow, words: Words): string {
  const said = (edtf: string) => betweenInWords(betweenOf(edtf) ?? { min: null, max: null }, words, 'short');
  const to = listedTo === '..' ? words.agreements.stillListed : said(listedTo);
  return fill(words.agreements.span, { from: said(listedFrom), to });
}

import type { AgencyInfo, RecordedClaim } from '../record/index.ts';
import { Layout } from './layout.tsx';
import type { Page } from './page.ts';
import { fill, inPrint } from './phrase.ts';
import { CHOSEN, type Entered, valueIn, valueName } from './review-edit.tsx';
import { stateIn } from './states-es.ts';
import { edtfInWords } from './when.ts';

interface Correction {
  page: Page;
  agency: AgencyInfo;
  claims: RecordedClaim[];
  entered: Entered;
  fault: string | null;
}

/** The form of a correction: which statement, what is right, what shows it. */
export function Correct({ page, agency, claims, entered, fault }: Correction) {
  const { words } = page;
  const { correct } = words;
  return (
    <Layout page={page} title={correct.title} styles={['review.css']}>
      <h1>{fill(correct.of, { agency: inPrint(agency.name) })}</h1>
      <p class="where">
        <a href={page.to(`agency/${agency.id}`)}>{inPrint(agency.name)}</a>
        {` · ${[agency.county, stateIn(agency.state, words)].filter(Boolean).join(', ')}`}
      </p>
      <p class="answer">{correct.lead}</p>
      {fault && (
        <p class="notice fault" role="alert">
          {fault}
        </p>
      )}
      {claims.length === 0 ? (
        <>
          <p>{correct.nothing}</p>
          <Letter page={page} agency={agency} />
        </>
      ) : (
        <form method="post" action={page.to(page.here)} class="correct">
          <Which page={page} claims={claims} entered={entered} />
          <Right page={page} entered={entered} />
          <fieldset class="chooser">
            <legend>{correct.shows}</legend>
            <label>
              {correct.address}
              <input name="url" type="url" required maxlength={2000} value={entered.url ?? ''} />
            </label>
            <label>
              {correct.note}
              <input name="note" maxlength={500} value={entered.note ?? ''} autocomplete="off" />
            </label>
          </fieldset>
          <button type="submit" class="first">
            {correct.send}
          </button>
        </form>
      )}
    </Layout>
  );
}

/** Which of the agency's statements is wrong. */
function Which({ page, claims, entered }: Pick<Correction, 'page' | 'claims' | 'entered'>) {
  const { words } = page;
  return (
    <fieldset class="chooser">
      <legend>{words.correct.which}</legend>
      <ul class="choices">
        {claims.map((claim) => (
          <li>
            <label>
              <input
                type="radio"
                name="claim"
                value={claim.id}
                required
                checked={claim.id === entered.claim || claims.length === 1}
              />{' '}
              <span>
                <b>
                  {words.positions[claim.position]}: {words.programmes[claim.programme]}
                </b>
                <span class="soft">{about(page, claim)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** What is right instead; a field left as it is stands. */
function Right({ page, entered }: Pick<Correction, 'page' | 'entered'>) {
  const { words } = page;
  const { correct, review } = words;
  return (
    <fieldset class="chooser">
      <legend>{correct.right}</legend>
      <div class="fields">
        {(['position', 'programme'] as const).map((field) => (
          <label>
            {valueName(words, field)}
            <select name={field}>
              <option value="">{correct.asIs}</option>
              {CHOSEN[field].map((one) => (
                <option value={one} selected={one === entered[field]}>
                  {valueIn(words, field, one)}
                </option>
              ))}
            </select>
          </label>
        ))}
        <label>
          {valueName(words, 'date')}
          <input name="date" value={entered.date ?? ''} placeholder={correct.asIs} title={review.dateHint} />
        </label>
      </div>
    </fieldset>
  );
}

function about({ words }: Page, claim: RecordedClaim): string {
  const date = claim.date ? edtfInWords(claim.date, words, 'short') : null;
  return [claim.speaker, date, claim.source.publisher ?? claim.source.title].filter(Boolean).join(' · ');
}

/** What to send where nobody takes corrections on the page itself, as in published files. */
export function Letter({ page, agency }: { page: Page; agency: Pick<AgencyInfo, 'id' | 'name'> }) {
  const { correct } = page.words;
  return (
    <>
      <p>{correct.closed}</p>
      <pre class="letter">{fill(correct.letter, { agency: agency.name, id: agency.id })}</pre>
    </>
  );
}

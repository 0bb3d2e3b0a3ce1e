import { CLAIM_KINDS, POSITIONS, PROGRAMMES } from '../claim/index.ts';
import type { Found, Patch, RecordedClaim } from '../record/index.ts';
import type { Page } from './page.ts';
import { inPrint } from './phrase.ts';
import { stateIn } from './states-es.ts';
import type { Words } from './words-en.ts';

/** The fields of a claim that are typed, and those that are chosen. */
export const TYPED = ['speaker', 'role', 'onBehalfOf', 'via', 'date', 'effective'] as const;
export const CHOSEN = { position: POSITIONS, programme: PROGRAMMES, kind: CLAIM_KINDS } as const;

/** Values of a form by the names of its fields. */
export type Entered = Record<string, string>;

/** The values that differ from the claim's own: what a person corrects. A field that is left blank takes the value away. */
export function patchOf(claim: RecordedClaim, entered: Entered): Patch {
  const patch: Record<string, string | boolean | null> = {};
  for (const field of [...TYPED, 'position', 'programme', 'kind'] as const) {
    const value = entered[field]?.trim();
    if (value !== undefined && value !== (claim[field] ?? '')) patch[field] = value === '' ? null : value;
  }
  const { agency, speaksForAgency } = entered;
  if (agency && agency !== claim.agencyId) patch.agency = agency;
  if (speaksForAgency && (speaksForAgency === 'yes') !== claim.speaksForAgency)
    patch.speaksForAgency = speaksForAgency === 'yes';
  return patch as Patch;
}

/** The values of a claim as words of the page. */
export function valueIn(words: Words, field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? words.review.yes : words.review.no;
  const text = String(value);
  if (field === 'position') return words.positions[text as keyof Words['positions']] ?? text;
  if (field === 'programme') return words.programmes[text as keyof Words['programmes']] ?? text;
  if (field === 'kind') return words.claim.kinds[text as keyof Words['claim']['kinds']] ?? text;
  return text;
}

/** The form in which a person corrects a claim; `entered` is what was typed before, when it comes back. */
export function EditFields(props: { page: Page; claim: RecordedClaim; found: Found[]; entered: Entered }) {
  const { page, claim, found, entered } = props;
  const { words } = page;
  const { review } = words;
  const value = (field: keyof RecordedClaim) => entered[field] ?? String(claim[field] ?? '');
  return (
    <>
      <AgencyChooser
        page={page}
        found={found}
        chosen={entered.agency ?? claim.agencyId}
        asked={entered.find ?? (claim.agencyId === null ? claim.agency.name : '')}
      />
      <div class="fields">
        {Object.entries(CHOSEN).map(([field, options]) => (
          <label>
            {valueName(words, field)}
            <select name={field}>
              {options.map((one) => (
                <option value={one} selected={one === value(field as keyof RecordedClaim)}>
                  {valueIn(words, field, one)}
                </option>
              ))}
            </select>
          </label>
        ))}
        {TYPED.map((field) => (
          <label>
            {valueName(words, field)}
            <input
              name={field}
              value={value(field)}
              autocomplete="off"
              title={field === 'date' || field === 'effective' ? review.dateHint : undefined}
            />
          </label>
        ))}
        <label>
          {review.fields.speaksForAgency}
          <select name="speaksForAgency">
            {(['yes', 'no'] as const).map((one) => (
              <option
                value={one}
                selected={one === (entered.speaksForAgency ?? (claim.speaksForAgency ? 'yes' : 'no'))}
              >
                {review[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
    </>
  );
}

/** What a field is called. */
export function valueName(words: Words, field: string): string {
  return words.review.fields[field as keyof Words['review']['fields']] ?? field;
}

/** The agency chooser: a search, and below it what was found, each with kind, county and state. Works as a plain form. */
function AgencyChooser(props: { page: Page; found: Found[]; chosen: string | null; asked: string }) {
  const { page, found, chosen, asked } = props;
  const { words } = page;
  return (
    <fieldset class="chooser">
      <legend>{words.review.agency}</legend>
      <label for="find">{words.review.search}</label>
      <div class="row">
        <input
          id="find"
          name="find"
          value={asked}
          autocomplete="off"
          data-from={page.to('review/agencies')}
          aria-controls="found"
        />
        <button type="submit" name="look" value="1" formnovalidate>
          {words.review.find}
        </button>
      </div>
      <div id="found" aria-live="polite">
        <FoundAgencies page={page} found={found} chosen={chosen} />
      </div>
    </fieldset>
  );
}

/** Agencies to choose from, each with what tells it from its namesakes. */
export function FoundAgencies(props: { page: Page; found: Found[]; chosen: string | null }) {
  const { page, found, chosen } = props;
  const { words } = page;
  if (found.length === 0) return <p class="soft small">{words.review.noneFound}</p>;
  return (
    <ul class="choices">
      {found.map((one) => (
        <li>
          <label>
            <input type="radio" name="agency" value={one.id} checked={one.id === chosen} />{' '}
            <span>
              <b>{inPrint(one.name)}</b>
              <span class="soft">
                {[one.county, stateIn(one.state, words), words.kinds[one.kind]].filter(Boolean).join(' · ')}
              </span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

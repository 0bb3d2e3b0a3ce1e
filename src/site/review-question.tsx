import type { AgencyInfo, Decision, Patch, RecordedClaim } from '../record/index.ts';
import { EvidenceView } from './evidence.tsx';
import { Chip, Outside } from './layout.tsx';
import { type Page, safeUrl, sourcePath } from './page.ts';
import { inPrint } from './phrase.ts';
import { Actions, type Asked } from './review-actions.tsx';
import { agencyIn, type Question } from './review-data.ts';
import { valueIn, valueName } from './review-edit.tsx';
import { Lost, Notice, Policy, reasonIn } from './review-parts.tsx';
import { stateIn } from './states-es.ts';
import { betweenInWords, betweenOf, edtfInWords, stampInWords } from './when.ts';
import type { Words } from './words-en.ts';

/** A question beside its source, with everything that can be decided on it. */
export function QuestionView(asked: Asked) {
  const { page, question } = asked;
  const { words } = page;
  const { item } = question;
  const history = [...item.decisions, ...question.pairDecisions];
  return (
    <div class="question">
      <section class="stands">
        <h2>{words.review.source}</h2>
        <Stands page={page} question={question} />
      </section>
      <section class="proposal">
        <h2>{words.review.proposal}</h2>
        {item.claim ? (
          <Proposal page={page} claim={item.claim} question={question} />
        ) : item.instrument ? (
          <Policy page={page} instrument={item.instrument} />
        ) : (
          <Identity page={page} question={question} />
        )}
        <Actions {...asked} />
        {history.length > 0 && <History page={page} decisions={history} />}
      </section>
    </div>
  );
}

/** The source: the words in their paragraph with its neighbours, or the rows of the lists. */
function Stands({ page, question }: { page: Page; question: Question }) {
  const { words } = page;
  const { shown, around, rows, item, notice } = question;
  if (item.instrument) return <Notice page={page} instrument={item.instrument} notice={notice} />;
  if (!shown) {
    return (
      <>
        <Agencies page={page} question={question} />
        {rows.map(({ capture, row, around: near }) => (
          <>
            {near && (
              <EvidenceView
                page={page}
                shown={{
                  type: 'row',
                  evidence: { type: 'row', sheet: '', row, cells: [] },
                  around: near,
                }}
              />
            )}
            <p class="src">
              <a href={`${page.to(`capture/${capture}`, { row: String(row) })}#r${row}`}>
                {words.claim.place}
              </a>
            </p>
          </>
        ))}
      </>
    );
  }
  const { source } = shown.claim;
  const url = safeUrl(source.url);
  const published = source.published ? edtfInWords(source.published, words) : null;
  return (
    <>
      <p class="src">
        <cite>
          <a href={page.to(sourcePath(source))}>{source.title ?? source.id}</a>
        </cite>
        <span>{[source.publisher, published].filter(Boolean).join(', ')}</span>
        {url && <Outside url={url} text={words.claim.address} />}
      </p>
      {shown.claim.summary && <p lang="en">{shown.claim.summary}</p>}
      {around?.before && <p class="soft near">{around.before}</p>}
      {shown.shown.map((one) => (
        <EvidenceView page={page} shown={one} />
      ))}
      {around?.after && <p class="soft near">{around.after}</p>}
      {item.lost.map((one) => (
        <Lost page={page} lost={one} />
      ))}
    </>
  );
}

const SHOWN = [
  'speaker',
  'role',
  'onBehalfOf',
  'speaksForAgency',
  'via',
  'date',
  'effective',
  'kind',
] as const;

/** What the machine read and, beside it, what a person says; both stay. */
function Proposal({ page, claim, question }: { page: Page; claim: RecordedClaim; question: Question }) {
  const { words } = page;
  const agency = claim.agencyId;
  const proposal =
    question.item.type === 'correction' ? question.item.decisions.at(-1)?.value.patch : undefined;
  const differing = Object.keys(claim.machine ?? {}).concat(proposal ? differs(claim, proposal) : []);
  return (
    <>
      <p class="headline">
        <Chip page={page} position={claim.position} /> {words.programmes[claim.programme]}
      </p>
      {agency ? (
        <AgencyLine page={page} info={agencyIn(page.snapshot, agency)} />
      ) : (
        <NoAgency page={page} claim={claim} />
      )}
      <dl class="facts-list">
        {SHOWN.filter((field) => claim[field] !== null && claim[field] !== '').map((field) => (
          <>
            <dt>{valueName(words, field)}</dt>
            <dd>{shownValue(words, field, claim[field])}</dd>
          </>
        ))}
        {claim.confidence !== null && (
          <>
            <dt>{words.review.fields.confidence}</dt>
            <dd>{new Intl.NumberFormat(words.locale, { style: 'percent' }).format(claim.confidence)}</dd>
          </>
        )}
        <dt>{words.review.fields.rules}</dt>
        <dd>{claim.rules.join(', ')}</dd>
        <dt>{words.review.fields.why}</dt>
        <dd>{reasonIn(words, question.item.reason)}</dd>
      </dl>
      {differing.length > 0 && (
        <table class="versus">
          <thead>
            <tr>
              <td></td>
              <th scope="col">{words.review.machine}</th>
              <th scope="col">{proposal ? words.review.proposed : words.review.person}</th>
            </tr>
          </thead>
          <tbody>
            {[...new Set(differing)].map((field) => (
              <tr>
                <th scope="row">{field === 'agency' ? words.review.agency : valueName(words, field)}</th>
                <td>{valueIn(words, field, machineValue(claim, field))}</td>
                <td>{valueIn(words, field, personValue(claim, field, proposal))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function machineValue(claim: RecordedClaim, field: string): unknown {
  if (field === 'agency') return claim.agencyId;
  const key = field as keyof RecordedClaim;
  return (claim.machine as Partial<RecordedClaim> | null)?.[key] ?? claim[key];
}

function personValue(claim: RecordedClaim, field: string, proposal: Patch | undefined): unknown {
  return proposal?.[field as keyof Patch] ?? claim[field as keyof RecordedClaim];
}

function differs(claim: RecordedClaim, patch: Patch): string[] {
  return Object.entries(patch).flatMap(([field, value]) => {
    const own = field === 'agency' ? claim.agencyId : claim[field as keyof RecordedClaim];
    return (own ?? null) === (value ?? null) ? [] : [field];
  });
}

function shownValue(words: Words, field: string, value: unknown): string {
  const isDate = field === 'date' || field === 'effective';
  return isDate && typeof value === 'string' ? edtfInWords(value, words) : valueIn(words, field, value);
}

function NoAgency({ page, claim }: { page: Page; claim: RecordedClaim }) {
  const { name, state, place } = claim.agency;
  return (
    <p>
      <b>{page.words.review.noAgency}</b>
      <br />
      <span class="soft">{[name, place, state].filter(Boolean).join(', ')}</span>
    </p>
  );
}

/** An agency with what tells it from its namesakes. */
function AgencyLine({ page, info }: { page: Page; info: AgencyInfo }) {
  const { words } = page;
  const known = page.snapshot.indexOf.has(info.id);
  const place = [info.county, info.state && stateIn(info.state, words), words.kinds[info.kind]];
  return (
    <p class="agency-line">
      <b>{known ? <a href={page.to(`agency/${info.id}`)}>{inPrint(info.name)}</a> : info.name}</b>
      <span class="soft">{place.filter(Boolean).join(' · ')}</span>
    </p>
  );
}

/** A question of identity: the agencies side by side, with what lists say of each. */
function Identity({ page, question }: { page: Page; question: Question }) {
  const { words } = page;
  return (
    <>
      <p class="headline">{question.item.text || words.review.same}</p>
      <p>{reasonIn(words, question.item.reason)}</p>
    </>
  );
}

/** The agencies that a question is about, side by side, with what lists say of each. */
function Agencies({ page, question }: { page: Page; question: Question }) {
  const { words } = page;
  return (
    <div class="pair">
      {question.candidates.map((info) => (
        <div>
          <AgencyLine page={page} info={info} />
          <ul class="small">
            {(page.snapshot.agreements.get(info.id) ?? []).map((row) => (
              <li>
                {words.programmes[row.model as keyof Words['programmes']] ?? row.model}:{' '}
                {listed(row.listedFrom, words)} – {row.listedTo === '..' ? '' : listed(row.listedTo, words)}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function listed(edtf: string, words: Words): string {
  return betweenInWords(betweenOf(edtf) ?? { min: null, max: null }, words, 'short');
}

function History({ page, decisions }: { page: Page; decisions: Decision[] }) {
  const { words } = page;
  return (
    <>
      <h3>{words.review.history}</h3>
      <ol class="small history">
        {decisions.map((one) => (
          <li>
            <b>{kindIn(words, one.kind)}</b> {one.actor}, {stampInWords(one.recorded, words)}
            {one.reason && <q>{one.reason}</q>}
            {one.kind === 'propose' && one.value.document && (
              <a href={page.to(`capture/${one.value.document}`)}>{words.review.document}</a>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

/** What kind of decision it is, in words. */
export function kindIn(words: Words, kind: Decision['kind']): string {
  return words.review.done[kind].replace(/\.$/, '');
}

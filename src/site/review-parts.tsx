import type { LostAnchor, ProposedInstrument } from '../record/index.ts';
import { EvidenceView, outOfPlace, type Shown } from './evidence.tsx';
import { Outside } from './layout.tsx';
import { type Page, safeUrl } from './page.ts';
import { fill } from './phrase.ts';
import { edtfInWords, stampInWords } from './when.ts';
import type { Words } from './words-en.ts';

/** Words that the page has lost, with what may stand in their place now. */
export function Lost({ page, lost }: { page: Page; lost: LostAnchor }) {
  const { review } = page.words;
  const { capture, retrieved, exact, now } = lost;
  return (
    <aside class="notice">
      <p>
        {fill(review.lost, { when: stampInWords(retrieved, page.words) })}{' '}
        <a href={page.to(`capture/${capture}`)}>{review.lostCapture}</a>
      </p>
      <p>
        <del>{exact}</del>
      </p>
      {now ? (
        <>
          <p>
            {fill(review.lostNow, {
              likeness: new Intl.NumberFormat(page.words.locale, { style: 'percent' }).format(now.likeness),
            })}
          </p>
          <EvidenceView page={page} shown={outOfPlace(now.evidence)} />
        </>
      ) : (
        <p>{review.lostNothing}</p>
      )}
    </aside>
  );
}

/** The notice of a policy text, as the source worded it. */
export function Notice(props: { page: Page; instrument: ProposedInstrument; notice: Shown[] }) {
  const { page, instrument, notice } = props;
  const url = safeUrl(instrument.row.url ?? '');
  return (
    <>
      <p class="src">
        <cite lang="en">
          <a href={page.to(`capture/${instrument.capture}`)}>{instrument.row.title}</a>
        </cite>
        {instrument.publisher && <span>{instrument.publisher}</span>}
        {url && <Outside url={url} text={page.words.claim.address} />}
      </p>
      {notice.map((one) => (
        <EvidenceView page={page} shown={one} />
      ))}
    </>
  );
}

const POLICY_FIELDS = ['issuer', 'issued', 'effective', 'citation'] as const;

/** The instrument that a policy text would be, by acceptance alone. */
export function Policy({ page, instrument: { row } }: { page: Page; instrument: ProposedInstrument }) {
  const { words } = page;
  const { law, review } = words;
  const date = (text: string) => edtfInWords(text, words);
  const value = (field: (typeof POLICY_FIELDS)[number]) => {
    const text = row[field];
    if (!text) return null;
    return field === 'issued' || field === 'effective' ? date(text) : <span lang="en">{text}</span>;
  };
  return (
    <>
      <p class="headline" lang="en">
        {row.title}
      </p>
      {row.summary && row.summary !== row.title && <p lang="en">{row.summary}</p>}
      <p>{law.kinds[row.kind as keyof typeof law.kinds] ?? row.kind}</p>
      <dl class="facts-list">
        {POLICY_FIELDS.filter((field) => row[field]).map((field) => (
          <>
            <dt>{law[field]}</dt>
            <dd>{value(field)}</dd>
          </>
        ))}
        <dt>{review.fields.why}</dt>
        <dd>{reasonIn(words, 'a live source newly names it')}</dd>
      </dl>
      <p class="soft">{review.policyHelp}</p>
    </>
  );
}

/** Why something waits, in the language of the page where the catalogue has it. */
export function reasonIn({ review }: Words, reason: string): string {
  return review.waitsFor[reason as keyof typeof review.waitsFor] ?? reason;
}

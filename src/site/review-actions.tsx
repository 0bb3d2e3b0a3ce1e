import type { Found } from '../record/index.ts';
import type { Page } from './page.ts';
import { pairSubject, type Question } from './review-data.ts';
import { EditFields, type Entered } from './review-edit.tsx';

/** A question on its page: the question itself, what comes back with it, and where its forms lead. */
export interface Asked {
  page: Page;
  question: Question;
  found: Found[];
  /** What was entered before, when the page comes back with a conflict or a fault. */
  entered: Entered;
  /** The rule to which the reviewer keeps, or ''. */
  batch: string;
}

/** Everything that can be decided, as plain forms; keys press the same buttons. */
export function Actions(asked: Asked) {
  const { page, question, found, entered } = asked;
  const { review } = page.words;
  const { item, pair } = question;
  const claim = item.claim;
  const correction = item.type === 'correction';
  const open = entered.open ?? (entered.look ? 'correct' : '');
  const { instrument } = item;
  const acceptable = claim ? claim.agencyId !== null : !item.subject.startsWith('agencies:');
  return (
    <div class="actions">
      {correction && (
        <Act {...asked} kind="correct" extra={{ take: '1' }}>
          <Press name={review.take} key_="a" />
        </Act>
      )}
      {acceptable && (
        <Act {...asked} kind="accept">
          <Press
            name={correction || !(claim || instrument) ? review.leave : review.accept}
            key_={correction ? 'l' : 'a'}
          />
        </Act>
      )}
      {pair && (
        <>
          <Reasons {...asked} kind="same" key_="s" open={open === 'same'} />
          <Reasons {...asked} kind="distinct" key_="d" open={open === 'distinct'} />
        </>
      )}
      {claim && (
        <>
          <details open={open === 'correct'} data-key="e">
            <summary>
              <Key name={review.edit} key_="e" />
            </summary>
            <Act {...asked} kind="correct">
              <EditFields page={page} claim={claim} found={found} entered={entered} />
              <label>
                {review.why}
                <input
                  name="reason"
                  required
                  value={entered.reason ?? ''}
                  autocomplete="off"
                  maxlength={500}
                />
              </label>
              <button type="submit" class="first">
                {review.save}
              </button>
            </Act>
          </details>
          <Reasons {...asked} kind="reject" key_="r" open={open === 'reject'} />
        </>
      )}
      {instrument && (
        <Reasons
          {...asked}
          kind="reject"
          key_="r"
          open={open === 'reject'}
          usual={review.reasons.instrument}
        />
      )}
    </div>
  );
}

/** A form that decides; it says which decision it answers, so that nobody else's is overwritten unseen. */
function Act(props: Asked & { kind: string; extra?: Record<string, string>; children?: unknown }) {
  const { page, question, batch, kind, extra = {}, children } = props;
  const { item, pair, pairDecisions } = question;
  const onPair = kind === 'same' || kind === 'distinct';
  const target = onPair ? pair![0] : item.subject.slice(item.subject.indexOf(':') + 1);
  const answers = (onPair ? pairDecisions : item.decisions).at(-1)?.seq;
  const hidden: Record<string, string | undefined> = {
    act: kind,
    target,
    other: onPair ? pair![1] : undefined,
    pair: pair ? pairSubject(pair) : undefined,
    subject: item.subject,
    answers: answers === undefined ? undefined : String(answers),
    batch: batch || undefined,
    ...extra,
  };
  return (
    <form method="post" action={page.to('review')} data-act={kind}>
      {Object.entries(hidden).map(
        ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
      )}
      {children as never}
    </form>
  );
}

/** A decision that needs a reason: the usual ones are a button each, another can be typed. */
function Reasons(
  props: Asked & {
    kind: 'reject' | 'same' | 'distinct';
    key_: string;
    open: boolean;
    usual?: readonly string[];
  },
) {
  const { kind, key_, open, usual, ...asked } = props;
  const { review } = asked.page.words;
  return (
    <details open={open} data-key={key_}>
      <summary>
        <Key name={review[kind]} key_={key_} />
      </summary>
      <Act {...asked} kind={kind}>
        {(usual ?? review.reasons[kind]).map((reason, i) => (
          <button type="submit" name="reason" value={reason} data-key={String(i + 1)} formnovalidate>
            <kbd>{i + 1}</kbd> {reason}
          </button>
        ))}
      </Act>
      <Act {...asked} kind={kind}>
        <label>
          {review.other}
          <input name="reason" required autocomplete="off" maxlength={500} />
        </label>
        <button type="submit">{review.save}</button>
      </Act>
    </details>
  );
}

function Press({ name, key_ }: { name: string; key_: string }) {
  return (
    <button type="submit" class="first" data-key={key_} name="pressed" value="1">
      <Key name={name} key_={key_} />
    </button>
  );
}

/** The name of an action with its key. */
export function Key({ name, key_ }: { name: string; key_: string }) {
  return (
    <>
      {name} <kbd>{key_}</kbd>
    </>
  );
}

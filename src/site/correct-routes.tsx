import type { Context, Hono } from 'hono';
import { boundsOf } from '../base/index.ts';
import { DecisionConflict, type Patch } from '../record/index.ts';
import { Correct } from './correct.tsx';
import { safeUrl } from './page.ts';
import { fill } from './phrase.ts';
import type { Entered } from './review-edit.tsx';
import type { Sitting } from './review-routes.tsx';

type At = (path: string, work: (sitting: Sitting) => Promise<Response>) => (c: Context) => Promise<Response>;

/** Corrections from outside: a form on an agency, of which a proposal for review comes. */
export function serveCorrections(desk: Hono, at: At): void {
  desk.get(
    '/correct/:id',
    at('correct/:id', (sitting) => draw(sitting, {}, null)),
  );
  desk.post('/correct/:id', at('correct/:id', propose));
}

async function propose(sitting: Sitting): Promise<Response> {
  const { c, page, reader, actor, effects } = sitting;
  const words = page.words.correct;
  const entered = Object.fromEntries(
    Object.entries(await c.req.parseBody()).map(([name, value]) => [name, String(value).slice(0, 2000)]),
  );
  const { claim: id = '', position, programme, date = '', note = '', url = '' } = entered;
  const [claim] = id ? await reader.claims({ id }) : [];
  if (!claim || claim.agencyId !== c.req.param('id')) return draw(sitting, entered, words.whichNeeded);
  if (safeUrl(url) === null) return draw(sitting, entered, words.addressNeeded);
  const day = date.trim();
  if (day && !boundsOf(day))
    return draw(sitting, entered, fill(page.words.review.badDate, { value: JSON.stringify(day) }));
  const patch = { ...(position && { position }), ...(programme && { programme }), ...(day && { date: day }) };
  if (Object.keys(patch).length === 0) return draw(sitting, entered, words.nothingSaid);
  const [item] = await reader.review({ subject: `claim:${id}` });
  const answers = item?.decisions.at(-1)?.seq ?? null;
  const reason = [note.trim(), fill(words.source, { url: url.trim() })].filter(Boolean).join(' · ');
  // The bytes themselves, where the record has them: an address can change what it shows.
  const document = (await reader.captureAt(url.trim())) ?? undefined;
  try {
    const [made] = await reader.decide(
      [
        {
          kind: 'propose',
          target: id,
          patch: patch as Patch,
          answers,
          actor,
          reason,
          ...(document && { document }),
        },
      ],
      effects,
    );
    return c.redirect(page.to('review', { at: made!.subject, done: `${made!.seq}-${made!.seq}` }), 303);
  } catch (error) {
    if (!(error instanceof DecisionConflict)) throw error;
    return draw(sitting, entered, words.meanwhile);
  }
}

async function draw({ c, page, reader }: Sitting, entered: Entered, fault: string | null): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const agency = page.snapshot.agencies[page.snapshot.indexOf.get(id) ?? -1];
  if (!agency) return c.notFound();
  const claims = await reader.claims({ agency: id });
  const view = <Correct page={page} agency={agency} claims={claims} entered={entered} fault={fault} />;
  return c.html(`<!doctype html>${view}`, fault === null ? 200 : 400);
}

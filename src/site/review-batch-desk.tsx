import { DecisionConflict } from '../record/index.ts';
import { showClaim } from './claim-card.tsx';
import { BatchPage } from './review-batch.tsx';
import { acceptable, rangeOf, samplesOf, sealOf } from './review-data.ts';
import type { Sitting } from './review-routes.tsx';

/** The page of a batch, and the acceptance of all of it. */
export const BatchDesk = { show, accept };

async function show(sitting: Sitting): Promise<Response> {
  return draw(sitting, sitting.c.req.query('batch') ?? '', null, 200);
}

async function accept(sitting: Sitting): Promise<Response> {
  const { c, page, reader, actor, effects } = sitting;
  const { review } = page.words;
  const body = await c.req.parseBody({ all: true });
  const batch = String(body.batch ?? '');
  const items = acceptable(await reader.review({ batch }));
  const looked = new Set([body.looked ?? []].flat().map(String));
  // Another's decision, or a claim that came since: what the reviewer saw is not what would be accepted.
  if (sealOf(items) !== body.seal) return draw(sitting, batch, review.conflictMany, 409);
  if (items.length === 0 || !samplesOf(items).every(({ claim }) => looked.has(claim!.id)))
    return draw(sitting, batch, review.notLooked, 400);
  const reason = String(body.reason ?? '').trim() || `${review.batchTitle}: ${batch}`;
  const requests = items.map(({ claim }) => ({
    kind: 'accept' as const,
    target: claim!.id,
    actor,
    reason,
    answers: null,
  }));
  try {
    const done = await reader.decide(requests, effects);
    return c.redirect(page.to('review', { done: rangeOf(done) }), 303);
  } catch (error) {
    if (!(error instanceof DecisionConflict)) throw error;
    return draw(sitting, batch, review.conflictMany, 409);
  }
}

async function draw(sitting: Sitting, name: string, fault: string | null, code: 200 | 400 | 409) {
  const { c, page, reader } = sitting;
  const items = name ? acceptable(await reader.review({ batch: name })) : [];
  if (items.length === 0 && fault === null) return c.redirect(page.to('review'), 303);
  const samples = await Promise.all(samplesOf(items).map(({ claim }) => showClaim(reader, claim!)));
  const data = { name, count: items.length, seal: sealOf(items), samples, fault };
  return c.html(`<!doctype html>${<BatchPage page={page} data={data} />}`, code);
}

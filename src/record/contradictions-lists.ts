import { addDays } from '../base/index.ts';
import type { Agency, Candidate, IdentityDecision, Lineage } from '../resolve/index.ts';
import { type Contradiction, contradiction } from './contradiction.ts';
import { linkContradictions } from './contradictions-links.ts';

const YEAR = 365;

/** What the lists and the registry contradict among themselves: long waits, shared memoranda, shared ORI codes. */
export function listContradictions(
  lineage: Lineage,
  agencies: readonly Agency[],
  registry: readonly Agency[],
): Contradiction[] {
  return [
    ...longPending(lineage),
    ...linkContradictions(lineage, agencies),
    ...sharedOris(agencies, registry),
  ];
}

/** Agreements that stood as pending for more than a year. */
function longPending({ agreements }: Lineage): Contradiction[] {
  return agreements.flatMap((agreement) => {
    const begun = agreement.from.max;
    const [first] = agreement.runs;
    const last = agreement.runs.at(-1);
    if (agreement.position !== 'will-join' || begun === null || !first || !last) return [];
    const opened = addDays(begun, YEAR + 1);
    if (agreement.lastListed < opened) return [];
    const found = contradiction({
      kind: 'pending-beyond-a-year',
      agency: agreement.agency,
      programme: agreement.programme,
      opened,
      closed: agreement.to?.max ?? null,
      detail: `pending since ${begun}, still pending on ${agreement.lastListed}`,
      a: { type: 'row', ...first.first, day: first.from },
      b: { type: 'row', ...last.last, day: last.to },
    });
    return found ? [found] : [];
  });
}

/**
 * An ORI that two agencies of the record bear; two agencies that share several contradict once. Only a code that a
 * registry itself gives to an agency counts: one that our own match lent to a listed agency is no evidence of anything
 * (it is a question of identity, `lentCodes`).
 */
function sharedOris(agencies: readonly Agency[], registry: readonly Agency[]): Contradiction[] {
  const stated = new Set(registry.flatMap(({ id, ori }) => ori.map((code) => `${code} ${id}`)));
  return pairsSharing(agencies, (code, id) => stated.has(`${code} ${id}`)).flatMap(
    ({ first, agency, oris }) => {
      const found = contradiction({
        kind: 'one-ori-two-agencies',
        agency,
        programme: 'enforcement',
        opened: null,
        closed: null,
        detail: `ORI ${oris.join(', ')} ${oris.length === 1 ? 'is that' : 'are those'} of ${first} too`,
        a: { type: 'registry', agency },
        b: { type: 'registry', agency: first },
      });
      return found ? [found] : [];
    },
  );
}

/** Pairs of agencies with a common ORI, each pair once with every such code. */
function pairsSharing(
  agencies: readonly Agency[],
  counts: (code: string, id: string) => boolean,
): { first: string; agency: string; oris: string[] }[] {
  const byOri = new Map<string, string[]>();
  for (const { id, ori } of agencies)
    for (const code of new Set(ori)) if (counts(code, id)) byOri.set(code, [...(byOri.get(code) ?? []), id]);
  const byPair = new Map<string, string[]>();
  for (const [ori, ids] of [...byOri].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first, ...others] = [...ids].sort();
    for (const agency of others) {
      const pair = `${first} ${agency}`;
      byPair.set(pair, [...(byPair.get(pair) ?? []), ori]);
    }
  }
  return [...byPair].map(([pair, oris]) => {
    const [first = '', agency = ''] = pair.split(' ');
    return { first, agency, oris };
  });
}

/**
 * Questions of identity: a listed agency to which our match lent the ORI of an agency of the registry, while both stand in
 * the record. They are one body under two names, or the match is wrong; only a person can say.
 */
export function lentCodes(
  agencies: readonly Agency[],
  registry: readonly Agency[],
  decided: readonly IdentityDecision[],
): Candidate[] {
  const stated = new Set(registry.flatMap(({ id, ori }) => ori.map((code) => `${code} ${id}`)));
  const distinct = new Set(
    decided.filter(({ kind }) => kind === 'distinct').map(({ a, b }) => [a, b].sort().join(' ')),
  );
  const byId = new Map(agencies.map((agency) => [agency.id, agency]));
  return pairsSharing(agencies, () => true).flatMap(({ first, agency, oris }) => {
    const [a, b] = [byId.get(first), byId.get(agency)];
    const ownsBoth = oris.every((code) => stated.has(`${code} ${first}`) && stated.has(`${code} ${agency}`));
    if (!a || !b || ownsBoth || distinct.has(`${first} ${agency}`)) return [];
    const text = `${b.name} and ${a.name} have one ORI, ${oris.join(', ')}`;
    return [
      {
        reason: 'one ORI by our match: perhaps one agency',
        text,
        state: a.state,
        agencies: [first, agency],
        rows: [],
      },
    ];
  });
}

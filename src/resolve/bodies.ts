import { type Day, daysBetween } from '../base/index.ts';
import type { Programme } from '../claim/index.ts';
import { type Book, dayAt, listedRuns, type Name, STREAMS, type Track } from './book.ts';
import { joinRuns, meet, type Run, type Stream } from './runs.ts';

/** One agency in the making: the names that rules or reviewers took for one, with all their listings. */
export interface Body {
  names: Name[];
  state: string;
  tracks: Track[];
  listed: Record<Stream, Run[]>;
}

/** Why two bodies became one: the rule and a line of each side. */
export interface Bond {
  rule: string;
  a: number;
  b: number;
}

/** Every body of a book and the bonds that made them; `distinct` pairs of name keys never become one, nor do `namesakes`. */
export class Bodies {
  readonly bonds: Bond[] = [];
  private readonly byKey = new Map<string, Body>();
  private readonly homes = new Map<Track, Body>();
  private bodies: Body[] | null = null;
  private readonly apart: readonly (readonly [string, string])[];
  private readonly namesakes: readonly (readonly [string, string])[];

  constructor(
    names: readonly Name[],
    apart: readonly (readonly [string, string])[],
    namesakes: readonly (readonly [string, string])[] = [],
  ) {
    this.apart = apart;
    this.namesakes = namesakes;
    for (const name of names) {
      const body: Body = { names: [name], state: name.state, tracks: name.tracks, listed: name.listed };
      this.byKey.set(name.key, body);
      for (const track of name.tracks) this.homes.set(track, body);
    }
  }

  /** All bodies, each once, in the order of their first names. */
  all(): readonly Body[] {
    this.bodies ??= [...new Set(this.byKey.values())].filter((body) => body.tracks.length > 0);
    return this.bodies;
  }

  /** The body that has a track now; undefined once the track was joined with another. */
  home(track: Track): Body | undefined {
    return this.homes.get(track);
  }

  /** The body of a name key, or undefined. */
  of(key: string): Body | undefined {
    return this.byKey.get(key);
  }

  /** True when the two may become one: a reviewer's distinction forbids it, and that one list has them as namesakes. */
  mayMerge(a: Body, b: Body): boolean {
    return a !== b && !hasPair(this.apart, a, b) && !hasPair(this.namesakes, a, b);
  }

  /** Pairs of namesakes that one list has in two counties, and of which nobody said yet that they are two. */
  openNamesakes(): [Body, Body][] {
    return this.namesakes.flatMap(([x, y]): [Body, Body][] => {
      const [a, b] = [this.byKey.get(x)!, this.byKey.get(y)!];
      return a.tracks.length === 0 || b.tracks.length === 0 || hasPair(this.apart, a, b) ? [] : [[a, b]];
    });
  }

  /** Moves a listing from one body to another: the list had printed it under the wrong name. An emptied body is gone. */
  move(track: Track, from: Body, to: Body, bond: Bond): void {
    if (!this.mayMerge(from, to)) return;
    this.bonds.push(bond);
    this.replace(
      from,
      from.tracks.filter((other) => other !== track),
    );
    this.replace(to, mergeTracks([...to.tracks, track]));
  }

  /** Gives a listing without a model the one that the agency's next listing shows. */
  assign(track: Track, programme: Programme, bond: Bond): void {
    const body = this.homes.get(track);
    if (!body) return;
    this.bonds.push(bond);
    this.replace(body, mergeTracks(body.tracks.map((own) => (own === track ? { ...own, programme } : own))));
  }

  private replace(body: Body, tracks: Track[]): void {
    for (const track of body.tracks) this.homes.delete(track);
    for (const track of tracks) this.homes.set(track, body);
    body.tracks = tracks;
    body.listed = listedRuns(tracks);
    this.bodies = null;
  }

  /** Makes two bodies one, on the word of a rule and of a line of each; does nothing where a reviewer keeps them apart. */
  merge(a: Body, b: Body, bond: Bond): void {
    if (!this.mayMerge(a, b)) return;
    this.bonds.push(bond);
    const tracks = mergeTracks([...a.tracks, ...b.tracks]);
    const merged: Body = {
      names: [...a.names, ...b.names],
      state: a.state,
      tracks: [],
      listed: listedRuns([]),
    };
    this.replace(a, []);
    this.replace(b, []);
    this.replace(merged, tracks);
    for (const name of merged.names) this.byKey.set(name.key, merged);
  }
}

function hasPair(pairs: readonly (readonly [string, string])[], a: Body, b: Body): boolean {
  if (pairs.length === 0) return false;
  const has = (body: Body, key: string) => body.names.some((name) => name.key === key);
  return pairs.some(([x, y]) => (has(a, x) && has(b, y)) || (has(a, y) && has(b, x)));
}

/** Tracks of one stream, programme and date joined. */
export function mergeTracks(tracks: readonly Track[]): Track[] {
  const merged = new Map<string, Track>();
  for (const track of tracks) {
    const id = `${track.stream} ${track.programme} ${track.signed ?? ''}`;
    const known = merged.get(id);
    if (!known) {
      merged.set(id, { ...track, lines: [...track.lines], files: new Set(track.files) });
      continue;
    }
    known.runs = joinRuns([...known.runs, ...track.runs]);
    known.lines.push(...track.lines);
    for (const file of track.files) known.files.add(file);
  }
  return [...merged.values()];
}

/** True when both ever stood on one list, in either stream. */
export function coListed(a: Pick<Body, 'listed'>, b: Pick<Body, 'listed'>): boolean {
  return STREAMS.some((stream) => meet(a.listed[stream], b.listed[stream]));
}

/** True when both stood on one list under one programme. */
export function sameListing(a: Pick<Body, 'tracks'>, b: Pick<Body, 'tracks'>): boolean {
  return a.tracks.some((x) =>
    b.tracks.some((y) => x.stream === y.stream && x.programme === y.programme && meet(x.runs, y.runs)),
  );
}

/** How one listing passed into another: on the next edition of its stream, or from pending to signed. */
export interface Passage {
  kind: 'handover' | 'signing';
  from: Track;
  to: Track;
}

/** Longest time from the last pending list to the first signed one, and the longest that both may stand. */
const SIGNING_DAYS = 21;

/** The first passage of a listing from one body to another under one programme (and, when signed, one date), or null. */
export function passage(book: Book, a: Pick<Body, 'tracks'>, b: Pick<Body, 'tracks'>): Passage | null {
  for (const from of a.tracks) {
    for (const to of b.tracks) {
      if (from.programme !== to.programme) continue;
      if (from.stream === to.stream && from.signed === to.signed && handsOver(from.runs, to.runs)) {
        return { kind: 'handover', from, to };
      }
      if (from.stream === 'pending' && to.stream === 'signed' && signs(book, from, to)) {
        return { kind: 'signing', from, to };
      }
    }
  }
  return null;
}

function handsOver(a: readonly Run[], b: readonly Run[]): boolean {
  return !meet(a, b) && a.some((run) => b.some((next) => next.first === run.last + 1));
}

function signs(book: Book, from: Track, to: Track): boolean {
  const pending = from.runs.at(-1)!;
  const last: Day = dayAt(book, 'pending', pending.last);
  const began: Day = dayAt(book, 'pending', pending.first);
  const first: Day = dayAt(book, 'signed', to.runs[0]!.first);
  // It was pending until some day before the first list without it, which may be weeks later.
  const gone = book.timeline.pending[pending.last + 1]?.day ?? last;
  const apart = first > last && first < gone ? 0 : Math.min(days(last, first), days(gone, first));
  return first >= began && apart <= SIGNING_DAYS;
}

function days(a: Day, b: Day): number {
  return Math.abs(daysBetween(a, b));
}

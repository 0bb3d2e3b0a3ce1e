import { LOOKS } from './standing.ts';

/** Patterns of drawn maps, one for each look and one for uncertain: the map can be read without its colours. */
export function Hatches() {
  return (
    <defs>
      {LOOKS.filter((look) => look !== 'takes-part').map((look) => (
        <pattern id={`p-${look}`} class={look} width="8" height="8" patternUnits="userSpaceOnUse">
          <rect class="ground" width="8" height="8" />
          <path d={LINES[look]} />
        </pattern>
      ))}
      {LOOKS.map((look) => (
        <pattern
          id={`u-${look}`}
          class={look}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect class="pale" width="6" height="6" />
          <path d="M0 0V6" />
        </pattern>
      ))}
    </defs>
  );
}

const LINES: Record<(typeof LOOKS)[number], string> = {
  'takes-part': '',
  'will-join': 'M0 8L8 0M-2 2L2 -2M6 10L10 6',
  limits: 'M4 1L7 4L4 7L1 4Z',
  declines: 'M0 0H8M0 0V8',
  ends: 'M0 2H8',
  other: 'M4 4h.1',
};

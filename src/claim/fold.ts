const CHARS: Record<string, string> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '„': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '—',
  '\u00a0': ' ',
  '\n': ' ',
  '\t': ' ',
  '\u2009': ' ',
  '\u202f': ' ',
};
const ACCENTS = /[\u0300-\u036f]/g;

/** The text with straight quotes, hyphens and spaces, case kept: one character for one, so that offsets hold. */
export function plain(text: string): string {
  const out = text.replace(/[‘’ʼ´“”«»„‐‑‒–\u00a0\n\t\u2009\u202f]/g, (c) => CHARS[c] ?? c);
  if (!/[a-z][10]|[10][a-z]|[A-Z][10][A-Z]/.test(out)) return out;
  // A scan that writes 1 for l writes l for I too.
  return repairScan(out)
    .replace(/(?<=[A-Z])l(?=[A-Z])/g, 'I')
    .replace(/\bl(?=[A-Z]{2}|mm|nm|nt|nf|nv|[nfts]\b)/g, 'I');
}

/** Lower case without accents, offsets kept. `ICE` in capitals becomes `ice`; frozen water becomes `i_e`. */
export function fold(plainText: string): string {
  const guarded = plainText.replace(/\b[Ii]ce\b/g, (word) => `${word[0]}_e`).replace(/\bSafe\b/g, 'safe');
  return guarded.replace(/[^\u0020-\u007e]|[A-Z]/g, (c) => {
    const lower = c.toLowerCase();
    if (lower.length === 1 && lower < '\u007f') return lower;
    const bare = lower.normalize('NFD').replace(ACCENTS, '');
    return bare.length === 1 ? bare : c;
  });
}

// Scanned letters come with 1 for l or I and 0 for o: "jai1", "OFF1CE". Words of letters never hold digits otherwise, but for "287g".
function repairScan(text: string): string {
  return text.replace(/[A-Za-z01]*[A-Za-z][01][A-Za-z01]*|[A-Za-z01]*[01][A-Za-z][A-Za-z01]*/g, (word) => {
    if (/^\d+(?:g|st|nd|rd|th|s|pm|am|[a-z])$/i.test(word) || word.replace(/[^A-Za-z]/g, '').length < 2)
      return word;
    const capitals = word.replace(/[^A-Z]/g, '').length > 1;
    return word.replace(/1/g, capitals ? 'I' : 'l').replace(/0/g, capitals ? 'O' : 'o');
  });
}

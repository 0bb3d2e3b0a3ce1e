/** The address behind a hyperlink: mail-gateway wrappers, archive and browser prefixes taken off, `https:/www` mended; null where it is none. */
export function unwrapLink(raw: string): { url: string; rule: string | null } | null {
  if (!/https?:/i.test(raw)) return null;
  let text = raw.trim().replace(/[\u200b\u00a0]/g, '');
  let rule: string | null = null;
  for (let turn = 0; turn < 4; turn++) {
    const next = unwrapOnce(text);
    if (!next) break;
    text = next.text;
    rule ??= next.rule;
  }
  if (!/^https?:\/\/[^/\s]+\.[^/\s]+/i.test(text)) return null;
  return { url: text, rule };
}

function unwrapOnce(text: string): { text: string; rule: string } | null {
  const safe = /^https?:\/\/[^/]*safelinks\.protection\.outlook\.com\/\S*?[?&]url=([^&]+)/i.exec(text);
  if (safe) return { text: decoded(safe[1]!), rule: 'safelink' };
  const archived = /^https?:\/\/web\.archive\.org\/web\/\d+(?:[a-z_]+)?\/(https?:.*)$/i.exec(text);
  if (archived) return { text: archived[1]!, rule: 'archive-prefix' };
  const browser = /^chrome-extension:\/\/[a-z]+\/(https?:.*)$/i.exec(text);
  if (browser) return { text: browser[1]!, rule: 'browser-prefix' };
  const slashes = /^(https?):\/(?=[^/])(.*)$/i.exec(text);
  if (slashes) return { text: `${slashes[1]}://${slashes[2]}`, rule: 'slashes' };
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The file name of a memorandum in lower case without its ending, which is what two addresses of one document share; '' when there is none. */
export function moaFile(url: string): string {
  const path = url.split(/[?#]/)[0]!;
  const file = decoded(path.slice(path.lastIndexOf('/') + 1));
  return file
    .replace(/\.pdf$/i, '')
    .trim()
    .toLowerCase();
}

/** The bytes of a PDF of the given objects, the first of which is its catalogue. */
export function pdfOf(objects: (string | Buffer)[]): Buffer {
  const parts = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = parts[0]!.length;
  for (const [i, body] of objects.entries()) {
    offsets.push(at);
    const part = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.from(body),
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(part);
    at += part.length;
  }
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer << /Size ${size} /Root 1 0 R >>\n`),
    Buffer.from(`startxref\n${at}\n%%EOF`),
  );
  return Buffer.concat(parts);
}

/** A stream object with further entries in its dictionary. */
export function stream(content: string | Buffer, entries = ''): Buffer {
  const body = Buffer.from(content);
  return Buffer.concat([
    Buffer.from(`<< /Length ${body.length} ${entries} >>\nstream\n`),
    body,
    Buffer.from('\nendstream'),
  ]);
}

/** Text at places of a page: x and y in points from the bottom left, then size and words. */
export type Placed = [x: number, y: number, size: number, text: string];

/** A PDF of pages of placed texts, with further objects (from number 4 + 2 per page on) and entries for every page. */
export function pages(texts: Placed[][], entries = '', more: (string | Buffer)[] = []): Buffer {
  const kids = texts.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  const objects: (string | Buffer)[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${texts.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  for (const [i, placed] of texts.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F 3 0 R >> >> ${entries} >>`,
      stream(
        placed
          .map(
            ([x, y, size, text]) =>
              `BT /F ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`,
          )
          .join('\n'),
      ),
    );
  }
  return pdfOf([...objects, ...more]);
}

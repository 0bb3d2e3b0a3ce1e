import { ZipFile } from 'yazl';

/** A zip of named parts, as a program writes it: with checksums, packed unless `stored`. */
export async function zipOf(
  parts: Record<string, Buffer | string>,
  { stored = false } = {},
): Promise<Buffer> {
  const file = new ZipFile();
  for (const [name, data] of Object.entries(parts))
    file.addBuffer(Buffer.from(data), name, { compress: !stored, mtime: new Date('2026-01-01T00:00:00Z') });
  file.end();
  const pieces: Buffer[] = [];
  for await (const piece of file.outputStream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

/** A workbook of sheets given as XML of what stands in `<worksheet>`, with any other parts. */
export function sheetsOf(
  sheets: string[],
  more: Record<string, string> = {},
  stored = false,
): Promise<Buffer> {
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook><sheets>${sheets.map((_, i) => `<sheet name="S${i}" r:id="r${i}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, i) => `<Relationship Id="r${i}" Target="worksheets/s${i}.xml"/>`).join('')}</Relationships>`,
  };
  for (const [i, sheet] of sheets.entries())
    parts[`xl/worksheets/s${i}.xml`] = `<worksheet>${sheet}</worksheet>`;
  return zipOf({ ...parts, ...more }, { stored });
}

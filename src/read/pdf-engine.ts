import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFiumModule } from '@hyzyla/pdfium';
import { type PageChar, type PageWord, wordsOf } from './pdf-words.ts';

/** What one page of a PDF holds: its words, and whether it looks like a picture of a page. */
export interface PdfPage {
  width: number;
  height: number;
  words: PageWord[];
  /** Hardly any text, but pictures or drawn outlines. */
  pictured: boolean;
}

/** A grey picture of a page, one byte a pixel, row by row. */
export interface GreyPicture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** An open PDF. `close` frees what the engine holds of it. */
export interface OpenPdf {
  pageCount: number;
  /** The document's own title and times as it writes them (`D:20250307…`), '' where it has none. */
  meta: { title: string; created: string; modified: string };
  page(index: number): PdfPage;
  render(index: number, dpi: number): GreyPicture;
  close(): void;
}

/** Why a PDF cannot be opened, as the engine says it. */
export class PdfRefused extends Error {
  readonly reason: 'password' | 'security' | 'damaged';
  constructor(reason: PdfRefused['reason']) {
    super(reason);
    this.reason = reason;
  }
}

type Raw = Record<string, (...args: number[]) => number>;
interface Engine {
  raw: Raw;
  heap(): Buffer;
}

// A scanned page of 600 dpi in colour needs 100 MB; nine of ten documents need 30.
const MAX_MEMORY = 768 * 1024 * 1024;
const MAX_CHARS = 200_000;
const MAX_PIXELS = 12_000_000;
const ERRORS: Record<number, PdfRefused['reason']> = { 4: 'password', 5: 'security' };
const PICTURED_CHARS = 200;
const IMAGE = 3;
const FORM = 5;
let engine: Promise<Engine> | null = null;

/** A PDF opened from its bytes by the one shared engine. Throws PdfRefused for what is no PDF, broken or locked. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  engine ??= start();
  const { raw, heap } = await engine;
  const at = raw.malloc!(bytes.length);
  heap().set(bytes, at);
  const document = raw.FPDF_LoadMemDocument!(at, bytes.length, 0);
  if (!document) {
    const reason = ERRORS[raw.FPDF_GetLastError!()] ?? 'damaged';
    raw.free!(at);
    throw new PdfRefused(reason);
  }
  const own = { raw, heap, document };
  const meta = (key: string) => metaText(own, key);
  return {
    pageCount: raw.FPDF_GetPageCount!(document),
    meta: { title: meta('Title'), created: meta('CreationDate'), modified: meta('ModDate') },
    page: (index) => withPage(own, index, (page) => readPage(own, page)),
    render: (index, dpi) => withPage(own, index, (page) => renderPage(own, page, dpi)),
    close() {
      raw.FPDF_CloseDocument!(document);
      raw.free!(at);
    },
  };
}

/** Bytes of memory that the engine has taken; it never gives any back. */
export async function engineBytes(): Promise<number> {
  return engine ? (await engine).heap().length : 0;
}

async function start(): Promise<Engine> {
  const quiet = () => {};
  const loaded = await load({ print: quiet, printErr: quiet, instantiateWasm });
  const raw = loaded.wasmExports;
  raw.FPDF_InitLibrary!();
  let view: Buffer = Buffer.alloc(0);
  // The memory moves when it grows.
  const heap = () => {
    const { buffer, length } = loaded.HEAPU8;
    if (view.buffer !== buffer || view.length !== length) view = Buffer.from(buffer, 0, length);
    return view;
  };
  return { raw, heap };
}

type Imports = Record<string, Record<string, unknown>>;
// The package types only the few calls that it uses; the engine has them all.
const load = PDFiumModule as unknown as (
  options: object,
) => Promise<{ wasmExports: Raw; HEAPU8: Uint8Array }>;

/** Starts the engine with a roof over its memory: a file that unpacks to gigabytes fails instead of filling the machine. */
function instantiateWasm(
  imports: Imports,
  done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
) {
  for (const space of Object.values(imports)) {
    const grow = space.emscripten_resize_heap as ((size: number) => boolean) | undefined;
    if (grow) space.emscripten_resize_heap = (size: number) => size >>> 0 <= MAX_MEMORY && grow(size);
  }
  const file = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm');
  const started = WebAssembly.instantiate(readFileSync(file), imports as WebAssembly.Imports);
  started.then(({ instance, module }) => done(instance, module));
  return {};
}

type Own = Engine & { document: number };

function metaText({ raw, heap, document }: Own, key: string): string {
  const at = raw.malloc!(2048);
  heap().write(`${key}\0`, at, 'latin1');
  const size = raw.FPDF_GetMetaText!(document, at, at + 64, 1984);
  const text = size > 2 && size <= 1984 ? heap().toString('utf16le', at + 64, at + 62 + size) : '';
  raw.free!(at);
  return text;
}

/** Runs `use` on an open page whose form fields and notes were made part of its content, and closes it. */
function withPage<T>(own: Own, index: number, use: (page: number) => T): T {
  const { raw, document } = own;
  const first = raw.FPDF_LoadPage!(document, index);
  if (!first) throw new PdfRefused('damaged');
  const changed = raw.FPDFPage_GetAnnotCount!(first) > 0 && raw.FPDFPage_Flatten!(first, 0) === 1;
  const page = changed ? reload(own, first, index) : first;
  try {
    return use(page);
  } finally {
    raw.FPDF_ClosePage!(page);
  }
}

function reload({ raw, document }: Own, page: number, index: number): number {
  raw.FPDF_ClosePage!(page);
  const again = raw.FPDF_LoadPage!(document, index);
  if (!again) throw new PdfRefused('damaged');
  return again;
}

function readPage(own: Own, page: number): PdfPage {
  const { raw } = own;
  const width = raw.FPDF_GetPageWidth!(page);
  const height = raw.FPDF_GetPageHeight!(page);
  const chars = charsOf(own, page, upright(raw.FPDFPage_GetRotation!(page), width, height));
  const letters = chars.reduce((sum, char) => sum + (char.text === '' ? 0 : 1), 0);
  return {
    width,
    height,
    words: wordsOf(chars),
    pictured: letters < PICTURED_CHARS && hasPicture(raw, page),
  };
}

// Letters drawn as outlines make a page of many paths.
const OUTLINES = 300;

function hasPicture(raw: Raw, page: number): boolean {
  const count = raw.FPDFPage_CountObjects!(page);
  if (count > OUTLINES) return true;
  for (let i = 0; i < count; i++) if (isPicture(raw, raw.FPDFPage_GetObject!(page, i), 0)) return true;
  return false;
}

/** True for an image, and for a form (a typed note, a stamp, a scanner's wrapping) with an image in it. */
function isPicture(raw: Raw, object: number, depth: number): boolean {
  const type = raw.FPDFPageObj_GetType!(object);
  if (type === IMAGE) return true;
  if (type !== FORM || depth > 3) return false;
  const count = Math.min(raw.FPDFFormObj_CountObjects!(object), OUTLINES);
  for (let i = 0; i < count; i++)
    if (isPicture(raw, raw.FPDFFormObj_GetObject!(object, i), depth + 1)) return true;
  return false;
}

type Box = Pick<PageChar, 'x0' | 'y0' | 'x1' | 'y1'>;

/** Turns a box of the page's own space (from the bottom left, before rotation) into one of the page as shown. */
function upright(
  turns: number,
  width: number,
  height: number,
): (l: number, t: number, r: number, b: number) => Box {
  if (turns === 1) return (l, t, r, b) => ({ x0: b, x1: t, y0: l, y1: r });
  if (turns === 2) return (l, t, r, b) => ({ x0: width - r, x1: width - l, y0: b, y1: t });
  if (turns === 3) return (l, t, r, b) => ({ x0: width - t, x1: width - b, y0: height - r, y1: height - l });
  return (l, t, r, b) => ({ x0: l, x1: r, y0: height - t, y1: height - b });
}

function charsOf({ raw, heap }: Own, page: number, turn: ReturnType<typeof upright>): PageChar[] {
  const text = raw.FPDFText_LoadPage!(page);
  if (!text) return [];
  const at = raw.malloc!(16);
  const count = Math.min(raw.FPDFText_CountChars!(text), MAX_CHARS);
  const chars: PageChar[] = [];
  for (let i = 0; i < count; i++) {
    const code = raw.FPDFText_GetUnicode!(text, i);
    const unmapped = raw.FPDFText_HasUnicodeMapError!(text, i) === 1;
    const shown = unmapped ? String.fromCharCode(code & 0xffff) : letterOf(code);
    const box = shown !== '' && raw.FPDFText_GetLooseCharBox!(text, i, at) === 1 ? heap() : null;
    if (!box) chars.push({ text: '', x0: 0, y0: 0, x1: 0, y1: 0, size: 0, unmapped: false });
    else {
      const corners = turn(
        box.readFloatLE(at),
        box.readFloatLE(at + 4),
        box.readFloatLE(at + 8),
        box.readFloatLE(at + 12),
      );
      chars.push({ text: shown, ...corners, size: corners.y1 - corners.y0, unmapped });
    }
  }
  raw.free!(at);
  raw.FPDFText_ClosePage!(text);
  return chars;
}

// A hyphen at a line's end comes as U+FFFE or U+0002; letters beyond the first plane do not occur in such documents.
function letterOf(code: number): string {
  if (code === 0xfffe || code === 2 || code === 0xad) return '-';
  if (code <= 32 || code === 0xa0 || code === 0xffff || code > 0xffff) return '';
  return String.fromCharCode(code);
}

function renderPage({ raw, heap }: Own, page: number, dpi: number): GreyPicture {
  const [w, h] = [raw.FPDF_GetPageWidth!(page), raw.FPDF_GetPageHeight!(page)];
  const scale = Math.min(dpi / 72, Math.sqrt(MAX_PIXELS / Math.max(w * h, 1)));
  const width = Math.max(1, Math.floor(w * scale));
  const height = Math.max(1, Math.floor(h * scale));
  const bitmap = raw.FPDFBitmap_CreateEx!(width, height, 1, 0, 0);
  if (!bitmap) throw new PdfRefused('damaged');
  raw.FPDFBitmap_FillRect!(bitmap, 0, 0, width, height, 0xffffffff | 0);
  raw.FPDF_RenderPageBitmap!(bitmap, page, 0, 0, width, height, 0, 0x01 | 0x08);
  const at = raw.FPDFBitmap_GetBuffer!(bitmap);
  const stride = raw.FPDFBitmap_GetStride!(bitmap);
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    pixels.set(heap().subarray(at + y * stride, at + y * stride + width), y * width);
  raw.FPDFBitmap_Destroy!(bitmap);
  return { width, height, pixels };
}

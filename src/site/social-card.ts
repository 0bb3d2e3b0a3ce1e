import { createRequire } from 'node:module';
import { openPdf } from '../read/index.ts';
import { dayAsked } from './ask.ts';
import { answer, homeData } from './home-data.ts';
import { mapPixels } from './map-png.ts';
import { CARD_SIZE } from './map-raster.ts';
import type { Page } from './page.ts';
import { strongParts } from './phrase.ts';
import { encodePng } from './png.ts';

const MARGIN = 64;
const MAP_SCALE = 0.75;
const INK = [0x1d, 0x1b, 0x18];
const PAPER = [0xfb, 0xfa, 0xf6];
// Letters need few shades, and a palette holds 256 with the map's.
const SHADES = 16;

/**
 * The picture that other sites show of a link to these pages, as a PNG of `CARD_SIZE`: the name, the plain answer of the
 * newest day and its map. Letters are drawn by the PDF writer and engine that the program has, so it needs no third.
 */
export async function socialCard(page: Page): Promise<Uint8Array> {
  const { width, height } = CARD_SIZE;
  const data = homeData(page, dayAsked(page.snapshot, undefined), [], { programme: null, look: null });
  const pdf = await openPdf(await lettersOf(page.words.site, answer(page, data)));
  const grey = pdf.render(0, 72);
  pdf.close();
  const pixels = new Uint32Array(width * height);
  const shades = Array.from({ length: SHADES }, (_, i) => shadeOf(i / (SHADES - 1)));
  for (let i = 0; i < pixels.length; i++)
    pixels[i] = shades[Math.round(((grey.pixels[i] ?? 255) / 255) * (SHADES - 1))]!;
  const map = mapPixels(page.snapshot, data.on, 'light', { scale: MAP_SCALE });
  const [left, top] = [width - map.width - 16, height - map.height - 24];
  for (let y = 0; y < map.height; y++)
    for (let x = 0; x < map.width; x++) {
      const pixel = map.pixels[y * map.width + x]!;
      if (pixel >>> 24 === 255) pixels[(top + y) * width + left + x] = pixel;
    }
  return encodePng(pixels, width, height);
}

function shadeOf(light: number): number {
  const [r, g, b] = INK.map((ink, i) => Math.round(ink + (PAPER[i]! - ink) * light));
  return ((255 << 24) | (b! << 16) | (g! << 8) | r!) >>> 0;
}

/** One page with the card's words in black. */
async function lettersOf(name: string, sentence: string): Promise<Uint8Array> {
  const { width, height } = CARD_SIZE;
  // Most who load this file never draw a card.
  const { default: PDFDocument } = await import('pdfkit');
  const doc = new PDFDocument({ size: [width, height], margin: 0 });
  const font = (weight: number) =>
    createRequire(import.meta.url).resolve(
      `@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff`,
    );
  doc.registerFont('plain', font(400)).registerFont('bold', font(600));
  doc.font('bold').fontSize(34).text(name, MARGIN, 48);
  doc.fontSize(35);
  const parts = strongParts(sentence);
  parts.forEach(({ text, strong }, i) => {
    const options = { continued: i < parts.length - 1, width: 384, lineGap: 4 };
    doc.font(strong ? 'bold' : 'plain');
    if (i === 0) doc.text(text, MARGIN, 128, options);
    else doc.text(text, options);
  });
  return new Promise((done, fail) => {
    const bytes: Buffer[] = [];
    doc.on('data', (part: Buffer) => bytes.push(part));
    doc.on('end', () => done(Buffer.concat(bytes)));
    doc.on('error', fail);
    doc.end();
  });
}

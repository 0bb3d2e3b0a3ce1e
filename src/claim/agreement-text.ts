import type { TextReading } from '../read/index.ts';
import { type TextEvidence, textEvidence } from './claim.ts';

const AROUND = 60;

/** A stretch of the reading's text. */
export interface Span {
  start: number;
  end: number;
}

/** The text evidence of a span: its exact words with their surroundings and the zero-based page. */
export function evidenceOf(reading: TextReading, { start, end }: Span): TextEvidence {
  const { text, pages } = reading;
  const page = pages ? pages.findIndex((range) => start >= range.start && start < range.end) : -1;
  return { ...textEvidence(text, { start, end }, AROUND), ...(page >= 0 ? { page } : {}) };
}

/** True where OCR merely guessed at a part of the span. */
export function isDoubtful(reading: TextReading, { start, end }: Span): boolean {
  return (reading.pages ?? []).some((page) =>
    (page.ocr?.doubtful ?? []).some((range) => range.start < end && range.end > start),
  );
}

/** The words of a span on one line, with single spaces. */
export function wordsIn(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

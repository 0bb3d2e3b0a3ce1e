/** Bytes to readings: one reader per form, each a pure function of the bytes with stable offsets. */
export { articleText } from './article.ts';
export { decodeBytes } from './decode.ts';
export { type Feed, type FeedItem, readFeed } from './feed.ts';
export { readHtml } from './html.ts';
export { type IndexForm, type IndexItem, type IndexPage, readIndexPage } from './index-page.ts';
export {
  isNotice,
  NOTICE_FORMS,
  type Notice,
  type NoticeField,
  type NoticeForm,
  readNotice,
} from './notice.ts';
export { readImage } from './ocr-image.ts';
export { type PdfHints, readPdf } from './pdf.ts';
export { openPdf } from './pdf-engine.ts';
export { isSlow, PROSE_READERS, type ProseHints, type ProseReader, readProse } from './prose.ts';
export type { Block, Reading, ReadPage, Row, Sheet, TableReading, TextReading } from './reading.ts';
export { readText } from './text.ts';
export { readWacz } from './wacz.ts';
export { readWarc, type WarcOptions, type WarcRecord, type WarcTally } from './warc.ts';
export { readWorkbook } from './xlsx.ts';

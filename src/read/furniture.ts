// Furniture too, but it is here that an article says when and by whom.
const BYLINE = 'by-?line|dateline-meta|meta|post-meta|entry-meta|author-?(?:info)?|timestamp|info';
const BYLINE_NAMES = new RegExp(`(?:^|[\\s_-])(?:${BYLINE})(?:$|[\\s_-])`, 'i');
/** Words that make a class, id or role of an element furniture: nothing inside it is ever a source of claims. */
const FURNITURE_NAMES = new RegExp(
  `(?:^|[\\s_-])(?:${[
    'nav(?:bar|igation)?|menu|logo|topbar|masthead|breadcrumbs?|toolbar|skip(?:-?link)?',
    'sidebar|col-side|side(?:-?rail)?|rail|widget|aside|colophon|foot(?:er)?',
    'share|sharing|social|follow-us|tools',
    'related|recommend(?:ed|ations)?|trending|popular|most-?read|most-?viewed|more-?(?:stories|news|from|on)|read-?(?:more|next)|recirc\\w*|up-?next|latest',
    'newsletter|subscri(?:be|ption)|sign-?up|promo|paywall|donat(?:e|ion)|membership',
    'ads?|ad-slot|advert\\w*|sponsor\\w*|outbrain|taboola|banner|cookies?|consent|gdpr|popup|modal',
    'comments?|disqus|respond|reply|trackbacks?',
    BYLINE,
    'author-?(?:bio|box)|tags?|tag-list|categor(?:y|ies)',
    'pull-?quote|pager|pagination|print-only|copyright|legal',
  ].join('|')})(?:$|[\\s_-])`,
  'i',
);
const CAPTION_NAMES =
  /(?:^|[\s_-])(?:caption|wp-caption(?:-text)?|photo-?credit|credit|cutline|figure-?text|media-caption)(?:$|[\s_-])/i;
const FURNITURE_ROLES =
  /^(?:navigation|banner|contentinfo|complementary|search|dialog|alert|menu|toolbar|form)$/i;
// A theme names its whole page "with-sidebar" or "single-post has-comments"; such boxes hold the article.
const WHOLE_PAGE =
  /(?:^|\s)(?:page|wrapper|container|site|main|content|article|entry|entry-content|post|post-body|article-body|story|story-body|body)(?:\s|$)/i;

const COMMENT_NAMES =
  /(?:^|[\s_-])(?:comments?(?:-?(?:list|section|area|thread))?|disqus\w*|respond|reply|replies|trackbacks?)(?:$|[\s_-])/i;
const INVITING =
  /(?:^|[\s_-])(?:article|story|post|entry)(?:[_-]?(?:body|content|text|main|copy))?(?:$|[\s_-])|(?:^|[\s_-])(?:main|content|body)[_-]?(?:content|text|body|article)(?:$|[\s_-])|articlebody/i;

/** True when tag, class, id or item property say that an element holds an article. */
export function isInviting(name: string, attributes: Record<string, string>): boolean {
  if (name === 'article' || attributes.itemprop === 'articleBody') return true;
  return INVITING.test(`${attributes.class ?? ''} ${attributes.id ?? ''}`);
}

/** What a class or id makes of an element: `furniture`, `comments`, `caption`, or null for none of them. */
export function namedKind(
  name: string,
  attributes: Record<string, string>,
): 'furniture' | 'comments' | 'caption' | null {
  if (attributes.role && FURNITURE_ROLES.test(attributes.role)) return 'furniture';
  const words = `${attributes.class ?? ''} ${attributes.id ?? ''}`.trim();
  if (words === '' || name === 'body' || name === 'html' || name === 'main' || name === 'article')
    return null;
  if (CAPTION_NAMES.test(words)) return 'caption';
  if (WHOLE_PAGE.test(words)) return null;
  if (COMMENT_NAMES.test(words)) return 'comments';
  return FURNITURE_NAMES.test(words) ? 'furniture' : null;
}

/** True for the class of a byline, which is furniture as its words go and yet speaks of the article. */
export function isByline(names: string): boolean {
  return BYLINE_NAMES.test(names);
}

const LINE = (source: string): RegExp => new RegExp(`^(?:${source})\\W*$`, 'i');

/** Lines of flattened pages that are furniture by themselves: sharing bars, bylines, advertisements' ends. */
export const FURNITURE_LINE = LINE(
  [
    'share|tweet|e-?mail|print|save|facebook|twitter|linkedin|copy link|whatsapp',
    '(?:share|tweet|e-?mail|print|facebook|twitter|x|reddit|copy link|comments?)(?:[\\s|·•/,]+(?:share|tweet|e-?mail|print|facebook|twitter|x|reddit|copy link|comments?))+',
    '(?:by|por) [^.]{2,60}',
    '(?:updated|published|posted|actualizado|publicado)\\b[^.]{0,60}|last updated\\b.{0,60}',
    '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.? \\d{1,2}, \\d{4}(?:[ ,|at]+\\d{1,2}:\\d\\d.{0,12})?',
    'scroll to continue(?: reading)?|continue reading|story continues below.{0,30}|article continues.{0,40}|skip to (?:main )?content',
    'comments are closed.{0,80}|posted in:.{0,80}|filed under:.{0,80}|tags?:.{0,80}',
    'notice: you are using an outdated browser|©.{0,120}|copyright .{0,120}|all rights reserved.{0,60}',
    'sign up for .{0,80}newsletter.{0,60}|subscribe(?: now| today)?.{0,60}',
    'read (?:more|next|also)\\b.{0,120}|also read:.{0,120}|lea (?:también|más).{0,120}',
  ].join('|'),
);

/** A heading of a flattened page behind which only furniture follows, to the end of the document. */
export const FURNITURE_TAIL = LINE(
  [
    'related(?: articles?| stories| content| coverage| links| posts?)?|you (?:may|might) also like|recommended(?: for you| stories)?',
    'trending(?: now)?|most (?:read|popular|viewed)|popular(?: stories)?|more (?:stories|news|headlines|coverage)|more (?:from|in|on) .{2,40}|latest (?:news|stories|headlines)|up next|read next|top stories',
    '\\d+ comments?|comments?(?: \\(\\d+\\))?|leave a (?:reply|comment)|join the conversation|reader comments',
    'newsletter|sign up for our newsletter|about the author',
    'art[ií]culos relacionados|noticias relacionadas|relacionad[ao]s?|lo m[aá]s le[ií]do|m[aá]s (?:noticias|historias)|tambi[eé]n te puede interesar|\\d+ comentarios?|comentarios?',
  ].join('|'),
);

/** The first line of an advertisement in a flattened page; the lines of its group are furniture too. */
export const ADVERTISEMENT = LINE(
  'advertisement|advertising|sponsored(?: content)?|ad|publicidad|anuncio|patrocinado',
);

/** An image's file name left in the text, such as `GettyImages-634417434` or `IMG_8FC25A`. */
export const IMAGE_NAME =
  /^(?:gettyimages|img|image|dsc|dscn|ap|rts|photo|file|shutterstock|istock|screenshot|screen[ _-]shot|pxl|foto)[\s_-]*[\w.-]*\d[\w.-]*(?:\.(?:jpe?g|png|webp|gif))?$|^[\w-]+\.(?:jpe?g|png|webp|gif)$/i;

/** A photo credit, which makes its paragraph a caption. */
export const CREDIT =
  /(?:^|[\s(])(?:photos?|photograph|image|picture|courtesy|credit|foto|fotograf[ií]a|cr[eé]dito|imagen)(?: ?by\b| courtesy\b| ?[:/])|^(?:file(?: photo)?|archivo)\b ?[:.-]|\((?:submitted|file photo|courtesy[^)]*|ap photo[^)]*|[^()]{2,40}\/(?:ap|afp|reuters|getty images|staff|[A-Z][^()]{2,30}))\)\s*$|\/(?:getty images|ap photo)\b/i;

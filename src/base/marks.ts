/** A text without the marks of Unicode that turn the direction of what follows them: a title of others could rearrange the line it stands in. */
export function withoutDirection(text: string): string {
  return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** A text without the marks of Unicode that turn the direction of what follows them: a title of others could rearrange the line it stands in. */
export function withoutDirection(text: string): string {
  return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}

/** A text with a space for every run of control characters: none belongs to a name, and some part columns or lines. */
export function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}

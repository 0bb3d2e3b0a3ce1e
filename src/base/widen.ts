/** The shape of a catalogue of words: any other in this shape may have other words and other lengths of lists. */
export type Widen<T> = T extends string
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Widen<Item>[]
    : { [Key in keyof T]: Widen<T[Key]> };

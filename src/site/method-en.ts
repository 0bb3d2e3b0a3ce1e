/** The page on method in English. Its sections keep their ids in every language, since links lead to them. */
export const methodEn = {
  title: 'Method',
  lead: 'How the record comes about, and what it does not say.',
  sections: [
    {
      id: 'claims',
      title: 'Claims and evidence',
      text: [
        'A source is kept byte for byte and named by its SHA-256. A reader makes text or rows of it; rules find claims in them: this agency, on this program, holds this position, on this person’s word.',
        'Every claim carries its evidence: the exact words, or the row of the list. Facts from sources whose bytes we do not hold are marked “cited, not captured”.',
        'A new record begins with what ICE’s lists have printed since 2021, cited list by list. Adding a list’s own file puts its rows in place of what was cited of it; agencies and agreements stay the same.',
      ],
    },
    {
      id: 'dates',
      title: 'Dates',
      text: [
        'A date is never finer than its source. Who says “in November 2016” gets November 2016.',
        'An agency that one list shows and the next does not ended on some day between the two. It is shown as “between … and …”, hatched on the timeline and on the map.',
        'The first page speaks of the day of the newest evidence in the record, not of today.',
      ],
    },
    {
      id: 'positions',
      title: 'Positions',
      text: [
        'An agency takes part, will join, declines, ended, limits, expands, was not approached, is undecided, or says that nothing changes. Programs are kept apart: one agency can end a jail agreement and still hold people on request.',
        'Where one color or one count must stand for several positions, the first of these is taken: takes part, will join, limits, declines, ended, anything else. Of two that are equal, the certain one goes before the uncertain one.',
        'On the map, a county has the color of the agencies that serve all of it (sheriff, jail, county corrections). Police and other agencies inside it are dots, one for each position, larger where they are many. Statewide bodies are squares.',
      ],
    },
    {
      id: 'not-known',
      title: 'What is not known',
      text: [
        'Most of the 18,000 agencies of the United States have never said anything that this record holds. “No position known” is the color of the paper; it does not mean that an agency declines.',
        'A list says who signed, not what an agency does from day to day. A statement says what somebody said.',
      ],
    },
    {
      id: 'people',
      title: 'People',
      text: [
        'No person in custody, no immigrant and no private person is ever a subject of the record. People appear only as officials who speak or act in office.',
      ],
    },
    {
      id: 'correct',
      title: 'To correct something',
      text: [
        'Somebody who knows better, the agency itself above all, sends the document that shows it: a letter, an agreement, a published page, with its date and where it came from.',
        'It goes into the same review as everything else: “countersign add FILE --publisher NAME --published DATE”. What was said before stays in the record beside what is said now, each with its evidence and the day on which we learned it.',
      ],
    },
    {
      id: 'outlook',
      title: 'Outlook',
      text: [
        'The outlook says how likely an agency is to join 287(g) within 90 days. It is a logistic regression with plain features: whether the agency stands as pending, its kind and size, how many of its kind take part or joined lately in its state, its county and neighbors, and what the law of the record asks. It starts from how often agencies like it (pending or not, of its kind, in its state) joined in the 90 days before, and learns what else tells from the newest three months whose 90 days are over. It is no fact of the record, and no claim rests on it.',
        'Every past month is foretold in the same way, from what was known on its first day, and compared with what came. The page shows that beside the odds: where fewer joined than the odds said, believe what came.',
      ],
    },
  ],
};

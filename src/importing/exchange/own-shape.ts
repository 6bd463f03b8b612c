import * as v from 'valibot';
import { ELEMENT_KINDS, FORMAT } from '../open-format.ts';
import { isDay } from './day.ts';
import { LONGEST_PICTURE, MAX_ELEMENTS, MAX_LEVELS, MAX_TEXT, MAX_TITLE } from './limits.ts';
import { storable } from '../storable.ts';

const words = v.pipe(v.string(), v.transform(storable));
const short = v.pipe(words, v.maxLength(MAX_TITLE));
const long = v.pipe(words, v.maxLength(MAX_TEXT));
const name = v.pipe(short, v.minLength(1));
const short200 = v.pipe(words, v.minLength(1), v.maxLength(200));
const day = v.pipe(v.string(), v.check(isDay));
/** A page never carries a script in a link. */
const link = v.pipe(
  short,
  v.check((text) => text === '' || /^https?:\/\/\S+$/iu.test(text)),
);
const lineNumber = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000));
const source = v.object({ lines: v.tuple([lineNumber, lineNumber]), page: v.exactOptional(lineNumber) });
const passage = { text: v.pipe(words, v.minLength(1)), source };
const names = v.pipe(v.array(name), v.maxLength(500));

const ElementShape = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/u), v.maxLength(2000)),
  kind: v.picklist(ELEMENT_KINDS),
  parent: v.nullable(v.string()),
  level: v.nullable(v.string()),
  title: v.nullable(short),
  text: v.nullable(long),
  source,
  confidence: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  addressees: v.exactOptional(v.array(v.picklist(['organisation', 'leaders', 'employees', 'trio', 'citizens']))),
  coreTasks: v.exactOptional(names),
  values: v.exactOptional(names),
  strategies: v.exactOptional(names),
  weights: v.exactOptional(v.array(v.object({ level: name, weight: v.picklist([1, 2, 3]), words: short }))),
});

const About = v.object({
  purposes: v.exactOptional(v.array(long)),
  scope: v.exactOptional(long),
  scopeUnits: v.exactOptional(names),
  scopeLevels: v.exactOptional(v.array(v.object({ position: lineNumber, name: short }))),
  binding: v.exactOptional(v.picklist(['governing', 'inspiring'])),
  owner: v.exactOptional(short),
  authors: v.exactOptional(names),
  contactName: v.exactOptional(short),
  contactMail: v.exactOptional(short),
  input: v.exactOptional(long),
});

const Extras = {
  stamp: v.exactOptional(short),
  about: v.exactOptional(About),
  coreTasks: v.exactOptional(v.array(v.object({ id: name, name }))),
  levelRules: v.exactOptional(
    v.array(v.object({ level: name, definition: long, refersTo: long, transition: long, positions: v.array(lineNumber) })),
  ),
  duties: v.exactOptional(
    v.array(
      v.object({
        task: name,
        parts: v.array(
          v.object({ level: name, part: v.picklist(['decides', 'responsible', 'contributes', 'informed']), who: short }),
        ),
      }),
    ),
  ),
  strategies: v.exactOptional(
    v.array(
      v.object({
        id: name,
        kind: v.picklist(['strategy', 'vision', 'policy', 'scale']),
        name,
        link,
        about: long,
        begins: v.nullable(day),
        ends: v.nullable(day),
        whole: v.boolean(),
      }),
    ),
  ),
  visual: v.exactOptional(
    v.object({
      type: v.picklist(['image/png', 'image/jpeg', 'image/webp']),
      bytes: v.pipe(v.string(), v.maxLength(LONGEST_PICTURE), v.base64()),
      width: lineNumber,
      height: lineNumber,
      alt: name,
    }),
  ),
  steps: v.exactOptional(
    v.array(
      v.object({
        kind: v.picklist(['draft', 'internal_discussion', 'hearing', 'reworked', 'recommended', 'approved']),
        body: v.nullable(v.object({ name: short200, kind: v.picklist(['political', 'management', 'med', 'hr', 'other']) })),
        beganOn: day,
        endedOn: v.nullable(day),
        knownTo: v.picklist(['day', 'month', 'year']),
        title: short,
        decision: long,
        document: v.nullable(v.object({ name: short, link })),
      }),
    ),
  ),
  origins: v.exactOptional(
    v.array(
      v.object({
        element: name,
        kind: v.picklist(['edited', 'replaced', 'split', 'merged', 'forked', 'new']),
        from: short,
      }),
    ),
  ),
};

/** The open format as it stands in a file; what its parts say of each other is looked at in `readOwnJson`. */
export const OwnShape = v.object({
  format: v.literal(FORMAT),
  organisation: short,
  title: name,
  date: v.nullable(v.pipe(words, v.maxLength(200))),
  levels: v.pipe(v.array(name), v.maxLength(MAX_LEVELS)),
  kinds: v.record(v.picklist(ELEMENT_KINDS), name),
  elements: v.pipe(v.array(ElementShape), v.maxLength(MAX_ELEMENTS)),
  repeats: v.array(v.object({ ...passage, element: v.string() })),
  unplaced: v.array(v.object(passage)),
  furniture: v.array(v.object(passage)),
  repairs: v.array(
    v.object({ line: lineNumber, from: name, to: words, decided: v.exactOptional(v.picklist(['accepted', 'rejected'])) }),
  ),
  text: words,
  ...Extras,
});

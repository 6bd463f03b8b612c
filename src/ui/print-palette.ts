// Concrete colours for charts in documents. The same colours as tokens.css, written again because a PDF has no stylesheet;
// a test holds the two together.
import type { Palette } from './charts/paint.ts';

const ink = '#1b1c1e';
const soft = '#56595e';
const axis = '#85827b';
const grid = '#e3e0d9';
const paper = '#ffffff';
const self = '#b35806';
const others = '#2166ac';
const othersFaint = '#cfe0f0';

export const printPalette: Palette = {
  text: { fill: ink },
  soft: { fill: soft },
  grid: { fill: 'none', stroke: grid },
  axis: { fill: 'none', stroke: axis },
  link: { fill: 'none', stroke: axis, width: 2 },
  line: { fill: 'none', stroke: others, width: 2 },
  self: { fill: self, stroke: paper, width: 1.5 },
  others: { fill: others, stroke: paper, width: 1.5 },
  interval: { fill: othersFaint },
  band: { fill: othersFaint },
  'band-edge': { fill: 'none', stroke: others, width: 2 },
  hidden: { fill: paper, stroke: axis, dash: '4 3' },
  reference: { fill: 'none', stroke: ink, dash: '5 3' },
  middle: { fill: 'none', stroke: ink },
  'step-1': { fill: '#b35806' },
  'step-2': { fill: '#f1a340' },
  'step-3': { fill: '#dedcd7' },
  'step-4': { fill: '#8ab6d6' },
  'step-5': { fill: '#2166ac' },
  'on-dark': { fill: paper },
  'on-light': { fill: ink },
};

/** Words, quiet words, headings and lines of a document that is set as a file. */
export const documentColours = { ink, soft, accent: '#1d4e6b', line: '#d5d1c8' };

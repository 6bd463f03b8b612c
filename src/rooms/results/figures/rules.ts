// From counted ballots and a plan to ledger rows: every number here is already at the precision people will see.
import {
  DISTRIBUTION_FROM,
  SHARES_FROM,
  shownFigure,
  shownMean,
  type ShownMean as MeanOrBand,
} from '#disclosure/shown-figure.ts';
import { wholeTenths } from '#disclosure/whole-tenths.ts';
import { spreadWord, type SpreadWord } from '#statistics/spread-word.ts';
import { meanOfItemMeans } from '#statistics/theme-figure.ts';
import { clampToScale } from '#statistics/scale.ts';
import { studentQuantile } from '#statistics/student-t.ts';
import { standardErrorOfUnitMean, type Precision } from '#statistics/unit-mean-interval.ts';
import { wholePercents } from '#statistics/whole-percents.ts';
import type { PlannedGroup, ReleasePlan } from '../plan/rules.ts';
import {
  OPTIONS,
  SCALE,
  type AuditedRow,
  type DisplayRules,
  type ExactItem,
  type LedgerFigures,
  type ShownFigure,
  type ShownMean,
} from '../schema.ts';
import type { Tally } from '../tally/rules.ts';

type CountedItem = { code: string; question: number; counts: number[]; n: number; mean: number };
type Response = { n: number; invited: number };

/** The ledger rows of a plan. Throws when a planned group has fewer answers than the plan promised to look after. */
export function ledgerRows(tally: Tally, plan: ReleasePlan, rules: DisplayRules): AuditedRow[] {
  const positions = new Map(tally.frame.codes.map((code, position) => [code, position]));
  const asked = tally.frame.themes.map(({ codes }) => codes.map((code) => ({ code, question: positions.get(code) ?? -1 })));
  return plan.groups.map((group) => rowOf(tally, group, asked[group.theme] ?? [], rules));
}

/** A question of a theme, and where it stands in a ballot. */
type Asked = { code: string; question: number };

function rowOf(tally: Tally, group: PlannedGroup, asked: Asked[], rules: DisplayRules): AuditedRow {
  const { theme } = tally.frame.themes[group.theme] ?? { theme: '' };
  const items = countItems(tally, group, asked);
  const response = { n: leastOf(items), invited: group.invited };
  const figures = items.map((item) => groupFigure(tally, group, item, response, rules));
  const themeRules = group.byOption ? rules : { ...rules, middle: 'mean' as const };
  const precision = tally.themePrecision[group.theme];
  const shown: LedgerFigures = {
    answered: group.answered,
    theme: themeFigure(items, figures, response, precision, themeRules),
    items: {},
  };
  const sums: Record<string, ExactItem> = {};
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (item === undefined) continue;
    const figure = figures[i] ?? NOTHING;
    shown.items[item.code] = figure;
    sums[item.code] = exactItem(item, figure);
  }
  return {
    subject: group.subject,
    subjectId: group.subjectId,
    theme,
    n: response.n,
    invited: group.invited,
    figures: shown,
    members: membersOf(tally, group),
    sums,
  };
}

const NOTHING: ShownFigure = { mean: null, shares: null, spread: null };

function groupFigure(tally: Tally, group: PlannedGroup, item: CountedItem, response: Response, rules: DisplayRules): ShownFigure {
  // The word for the spread is about people with the same leader; over many leaders' groups it would say something else.
  const spread = group.subject === 'own' && response.n >= DISTRIBUTION_FROM ? spreadWord(item.counts, SCALE) : null;
  const precision = tally.itemPrecision[item.question];
  const figure = itemFigure(item, spread, response, precision, rules);
  return group.byOption ? figure : meanOnly(figure, item, response, precision);
}

function leastOf(items: CountedItem[]): number {
  let least = Infinity;
  for (const { n } of items) if (n < least) least = n;
  return least;
}

function membersOf(tally: Tally, group: PlannedGroup): string[] {
  const members: string[] = [];
  for (const leaf of group.leaves) {
    const id = tally.groupOfLeaf[leaf]?.id;
    if (id !== undefined) members.push(id);
  }
  return members;
}

function countItems(tally: Tally, group: PlannedGroup, asked: Asked[]): CountedItem[] {
  const width = tally.frame.codes.length;
  const items = asked.map(({ code, question }) => ({
    code,
    question,
    counts: new Array<number>(OPTIONS).fill(0),
    n: 0,
    mean: NaN,
  }));
  for (const leaf of group.leaves) {
    for (const { question, counts } of items) {
      const start = (leaf * width + question) * OPTIONS;
      for (let option = 0; option < OPTIONS; option++)
        counts[option] = (counts[option] ?? 0) + (tally.counts[start + option] ?? 0);
    }
  }
  for (const item of items) {
    let sum = 0;
    for (let option = 0; option < OPTIONS; option++) {
      item.n += item.counts[option] ?? 0;
      sum += (item.counts[option] ?? 0) * (SCALE.lowest + option);
    }
    if (item.n > 0) item.mean = sum / item.n;
  }
  return items;
}

function itemFigure(
  item: CountedItem,
  spread: SpreadWord | null,
  response: Response,
  precision: Precision | undefined,
  rules: DisplayRules,
): ShownFigure {
  const { n } = response;
  // The counts may hold a few more answers than n, the least of the theme's questions: one n is told for the whole theme.
  const shown = shownFigure({
    n,
    mean: item.mean,
    counts: item.counts,
    scale: SCALE,
    midDisplay: rules.middle,
    spread,
    k: rules.k,
  });
  switch (shown.kind) {
    case 'hidden':
      return NOTHING;
    case 'shares':
      return { mean: null, shares: wholePercents(shown.counts), spread: null };
    case 'distribution':
      return {
        mean: withInterval(shown.mean, item.mean, response, precision),
        shares: wholePercents(shown.counts),
        spread: shown.spread,
      };
    default:
      return { mean: withInterval(shown, item.mean, response, precision), shares: null, spread: null };
  }
}

/** The figure of a roll-up whose answers by option, less those told below, would be the answers of too few. */
function meanOnly(figure: ShownFigure, item: CountedItem, response: Response, precision: Precision | undefined): ShownFigure {
  if (figure.shares === null) return figure;
  return {
    mean: withInterval(shownMean(item.mean, response.n, SCALE), item.mean, response, precision),
    shares: null,
    spread: null,
  };
}

/**
 * A theme's figure: the mean of its questions' unrounded means. Two things would give more away than the questions do:
 * beside questions told in shares it is told in shares, and beside a question told as a band it is told as a bound, since the
 * exact figure less the other questions would be what the band hides.
 */
function themeFigure(
  items: CountedItem[],
  figures: ShownFigure[],
  response: Response,
  precision: Precision | undefined,
  rules: DisplayRules,
): ShownFigure {
  const { n } = response;
  if (n < rules.k) return NOTHING;
  const thirds = rules.middle === 'shares' && n >= SHARES_FROM && n < DISTRIBUTION_FROM;
  if (thirds) return { mean: null, shares: wholePercents(inThirds(addUp(items))), spread: null };
  const mean = meanOfItemMeans(items.map((item) => item.mean)) ?? NaN;
  const told = (kind: ShownMean['kind']) => figures.some((figure) => figure.mean?.kind === kind);
  const [low, high] = [told('atMost'), told('atLeast')];
  if (n >= DISTRIBUTION_FROM || !(low || high)) {
    return { mean: withInterval(shownMean(mean, n, SCALE), mean, response, precision), shares: null, spread: null };
  }
  return {
    mean: low && high ? null : boundOf(items, figures, low ? 'atMost' : 'atLeast'),
    shares: null,
    spread: null,
  };
}

function boundOf(items: CountedItem[], figures: ShownFigure[], kind: 'atMost' | 'atLeast'): ShownMean {
  const furthest = items.map((item, i) => {
    const shown = figures[i]?.mean;
    return shown && shown.kind !== 'mean' ? shown.limit : item.mean;
  });
  const tenths = Number(((furthest.reduce((sum, mean) => sum + mean, 0) / items.length) * 10).toPrecision(12));
  return { kind, limit: (kind === 'atMost' ? Math.ceil(tenths) : Math.floor(tenths)) / 10 };
}

function withInterval(shown: MeanOrBand, mean: number, response: Response, precision: Precision | undefined): ShownMean {
  // A band has no interval: the interval's middle would be the mean that the band hides.
  if (shown.kind === 'floor') return { kind: 'atMost', limit: shown.limit };
  if (shown.kind === 'ceiling') return { kind: 'atLeast', limit: shown.limit };
  const half = precision ? halfWidth(response, precision) : null;
  if (half === null) return { kind: 'mean', value: shown.value, low: null, high: null };
  return {
    kind: 'mean',
    value: shown.value,
    low: oneDecimal(clampToScale(mean - half, SCALE)),
    high: oneDecimal(clampToScale(mean + half, SCALE)),
  };
}

/** Half the width of the 95 % interval of a unit's mean: Student's t times its standard error. */
function halfWidth({ n, invited }: Response, precision: Precision): number | null {
  const error = standardErrorOfUnitMean({ answered: n, invited }, precision);
  return error === null || precision.degreesOfFreedom < 1 ? null : quantile(precision.degreesOfFreedom) * error;
}

// A release asks for the same few quantiles a hundred thousand times, and one takes a third of a millisecond.
const quantiles = new Map<number, number>();

function quantile(degreesOfFreedom: number): number {
  const known = quantiles.get(degreesOfFreedom) ?? studentQuantile(0.975, degreesOfFreedom);
  quantiles.set(degreesOfFreedom, known);
  return known;
}

function exactItem(item: CountedItem, figure: ShownFigure): ExactItem {
  if (figure.shares) return { n: item.n, counts: figure.shares.length === OPTIONS ? item.counts : inThirds(item.counts) };
  if (figure.mean?.kind === 'mean') return { n: item.n, sum: Math.round(item.mean * item.n) };
  return { n: item.n };
}

const addUp = (items: CountedItem[]): number[] =>
  Array.from({ length: OPTIONS }, (_, option) => items.reduce((sum, item) => sum + (item.counts[option] ?? 0), 0));

function inThirds(counts: number[]): number[] {
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = counts;
  return [one + two, three, four + five];
}

const oneDecimal = (value: number): number => wholeTenths(value) / 10;

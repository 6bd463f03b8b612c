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
  const items = asked.map((question) => countItem(tally, group, question));
  const response = { n: Math.min(...items.map((item) => item.n)), invited: group.invited };
  // The word for the spread is about people with the same leader; over many leaders' groups it would say something else.
  const spreads = items.map((item) =>
    group.subject === 'own' && response.n >= DISTRIBUTION_FROM ? spreadWord(item.counts, SCALE) : null,
  );
  const told = items.map((item, i) => itemFigure(item, spreads[i] ?? null, response, tally.itemPrecision[item.question], rules));
  const figures = group.byOption ? told : told.map((figure, i) => meanOnly(figure, items[i], response, tally.itemPrecision));
  return {
    subject: group.subject,
    subjectId: group.subjectId,
    theme,
    n: response.n,
    invited: group.invited,
    figures: {
      answered: group.answered,
      theme: themeFigure(
        items,
        figures,
        response,
        tally.themePrecision[group.theme],
        group.byOption ? rules : { ...rules, middle: 'mean' },
      ),
      items: Object.fromEntries(items.map((item, i) => [item.code, figures[i] ?? NOTHING])),
    },
    members: group.leaves.flatMap((leaf) => tally.groupOfLeaf[leaf]?.id ?? []),
    sums: Object.fromEntries(items.map((item, i) => [item.code, exactItem(item, figures[i] ?? NOTHING)])),
  };
}

const NOTHING: ShownFigure = { mean: null, shares: null, spread: null };

function countItem(tally: Tally, group: PlannedGroup, { code, question }: Asked): CountedItem {
  const width = tally.frame.codes.length;
  const counts = new Array<number>(OPTIONS).fill(0);
  for (const leaf of group.leaves) {
    const start = (leaf * width + question) * OPTIONS;
    for (let option = 0; option < OPTIONS; option++) counts[option] = (counts[option] ?? 0) + (tally.counts[start + option] ?? 0);
  }
  let [n, sum] = [0, 0];
  for (let option = 0; option < OPTIONS; option++) {
    n += counts[option] ?? 0;
    sum += (counts[option] ?? 0) * (SCALE.lowest + option);
  }
  return { code, question, counts, n, mean: n === 0 ? NaN : sum / n };
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
function meanOnly(figure: ShownFigure, item: CountedItem | undefined, response: Response, precisions: Precision[]): ShownFigure {
  if (figure.shares === null || item === undefined) return figure;
  return {
    mean: withInterval(shownMean(item.mean, response.n, SCALE), item.mean, response, precisions[item.question]),
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
  const bands = new Set(figures.flatMap(({ mean: shown }) => (shown && shown.kind !== 'mean' ? [shown.kind] : [])));
  if (n >= DISTRIBUTION_FROM || bands.size === 0) {
    return { mean: withInterval(shownMean(mean, n, SCALE), mean, response, precision), shares: null, spread: null };
  }
  return {
    mean: bands.size > 1 ? null : boundOf(items, figures, bands.has('atMost') ? 'atMost' : 'atLeast'),
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

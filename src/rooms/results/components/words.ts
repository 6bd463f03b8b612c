// Figures in words, in the reader's language. The same for pages and files.
import { locale, m } from '#base/text.ts';
import { decimal } from '#ui/charts/numbers.ts';
import type { ShownFigure, ShownMean } from '../schema.ts';
import type { SelfGap, TalkPoint } from '../talk/rules.ts';

/** A figure with one decimal as it is written in the reader's language. */
export function oneDecimal(value: number): string {
  return decimal(value, locale());
}

/** "between 3.3 and 4.0", or nothing when there is no interval. */
export function intervalText(mean: ShownMean): string {
  if (mean.kind !== 'mean' || mean.low === null || mean.high === null) return '';
  return m.results_between({ low: oneDecimal(mean.low), high: oneDecimal(mean.high) });
}

/** "3.4" or "1.4 or lower". */
export function meanText(mean: ShownMean): string {
  if (mean.kind === 'mean') return oneDecimal(mean.value);
  const limit = oneDecimal(mean.limit);
  return mean.kind === 'atMost' ? m.results_at_most({ limit }) : m.results_at_least({ limit });
}

/** The three shares in words: "20 % disagree, 30 % neither, 50 % agree"; for five, the two at each end are added. */
export function sharesText(shares: number[]): string {
  const [low = 0, middle = 0, high = 0] = inThree(shares);
  return m.results_shares_text({ low, middle, high });
}

/** A figure as one line of text, whatever it is shown as. */
export function figureText(figure: ShownFigure | null): string {
  if (figure === null) return m.results_too_few_short();
  if (figure.mean) return [meanText(figure.mean), intervalText(figure.mean)].filter(Boolean).join(', ');
  if (figure.shares) return sharesText(figure.shares);
  return m.results_see_questions();
}

/** The spread in a word; nothing below 20 answers. */
export function spreadText(figure: ShownFigure | null): string {
  switch (figure?.spread) {
    case 'tight':
      return m.results_spread_tight();
    case 'spread':
      return m.results_spread_spread();
    case 'two camps':
      return m.results_spread_camps();
    default:
      return '';
  }
}

export function inThree(shares: number[]): number[] {
  const [one = 0, two = 0, three = 0, four = 0, five = 0] = shares;
  return shares.length === 3 ? shares : [one + two, three, four + five];
}

/** "12 of 15 answers" in a roll-up. */
export const rollCount = (n: number, answered: number): string => m.results_count_roll({ n, answered });

/** "7 of 9 answered" about a leader. */
export const ownCount = (n: number, invited: number): string => m.results_count_own({ n, invited });

/** How own answer and the others' stand to each other, in words. */
export function gapText(gap: SelfGap): string {
  const text = { over: m.results_gap_over, under: m.results_gap_under, same: m.results_gap_same }[gap.direction]();
  return gap.borderline && gap.direction !== 'same' ? `${text} ${m.results_gap_borderline()}` : text;
}

/** A point to talk about: a heading, what the figures say, and a question to ask one another. */
export function talkText(point: TalkPoint): { title: string; text: string; ask: string } {
  switch (point.kind) {
    case 'over':
    case 'under': {
      const { theme, question } = point;
      const facts = {
        self: question === null ? oneDecimal(point.self) : String(point.self),
        others: oneDecimal(point.others.value),
        interval: intervalText(point.others),
      };
      const said = question === null ? m.results_talk_gap_text(facts) : m.results_talk_question_text({ question, ...facts });
      const text = point.borderline ? `${said} ${m.results_gap_borderline()}` : said;
      if (point.kind === 'over') return { title: m.results_talk_over_title({ theme }), text, ask: m.results_talk_over_ask() };
      return { title: m.results_talk_under_title({ theme }), text, ask: m.results_talk_under_ask() };
    }
    case 'lowest':
      return {
        title: m.results_talk_lowest_title({ theme: point.theme }),
        text: meanSentence(point.others),
        ask: m.results_talk_lowest_ask(),
      };
    case 'highest':
      return {
        title: m.results_talk_highest_title({ theme: point.theme }),
        text: meanSentence(point.others),
        ask: m.results_talk_highest_ask(),
      };
    case 'even':
      return { title: m.results_talk_even_title(), text: m.results_talk_even_text(), ask: m.results_talk_even_ask() };
    case 'camps':
      return {
        title: m.results_talk_camps_title({ theme: point.theme }),
        text: m.results_talk_camps_text({ question: point.question }),
        ask: m.results_talk_camps_ask(),
      };
  }
}

const meanSentence = (mean: ShownMean): string =>
  m.results_talk_mean_text({ value: meanText(mean), interval: intervalText(mean) });

// A leader's report as a document: the same figures and words as on the page.
import type { PrintedBlock, PrintedDocument } from '#base/printed-document.ts';
import { locale, m } from '#base/text.ts';
import { inWords } from '#base/time.ts';
import { drawChart } from '#ui/charts/draw.ts';
import type { ChartFigure } from '#ui/charts/figure.ts';
import { lettered } from '#ui/charts/lettered.ts';
import { printPalette } from '#ui/print-palette.ts';
import { contextBlocks } from './printed-context.ts';
import type { Report, ReportTheme } from '../report/read.server.ts';
import { selfGap, talkPoints } from '../talk/rules.ts';
import { countOf, distributionOf, questionsBeside, themesBeside } from './charts.ts';
import { figureText, gapText, oneDecimal, sharesText, spreadText, talkText } from './words.ts';

/** The report as a document in the reader's language. */
export function printedReport(report: Report): PrintedDocument {
  const { leader, round } = report;
  const closed = round.closedAt === null ? '' : inWords(round.closedAt, locale(), 'date');
  return {
    language: locale(),
    title: m.reports_title({ name: leader.name }),
    kicker: round.title,
    lead: m.reports_lead({ title: leader.title, unit: leader.unit, closed }),
    footer: m.reports_page({ page: '{page}', pages: '{pages}' }),
    blocks: [
      { kind: 'note', title: m.reports_care_title(), text: m.reports_care_text() },
      { kind: 'text', text: m.context_no_mark() },
      ...contextBlocks(report.notes),
      ...(report.shown ? shownBlocks(report) : hiddenBlocks(report)),
      ...superiorBlocks(report),
      heading(m.reports_how_title()),
      {
        kind: 'list',
        items: [
          m.reports_how_scale(),
          m.reports_how_interval(),
          m.reports_how_overlap(),
          m.reports_how_band(),
          m.reports_how_count(),
          m.reports_method_text(),
        ],
      },
    ],
  };
}

const heading = (text: string, level: 2 | 3 = 2): PrintedBlock => ({ kind: 'heading', level, text });

function hiddenBlocks(report: Report): PrintedBlock[] {
  return [
    { kind: 'note', title: m.reports_hidden_title(), text: m.reports_hidden_text({ k: report.round.k }) },
    heading(m.reports_dialogue_title()),
    { kind: 'text', text: m.reports_dialogue_lead() },
    {
      kind: 'list',
      items: [m.reports_dialogue_choose(), m.reports_dialogue_begin(), m.reports_dialogue_ask(), m.reports_dialogue_agree()],
    },
  ];
}

function shownBlocks(report: Report): PrintedBlock[] {
  const points = talkPoints(report).map(talkText);
  const partial = report.themes.some((theme) => theme.n === null);
  return [
    ...(partial ? [{ kind: 'text' as const, text: m.reports_partial_text({ k: report.round.k }) }] : []),
    heading(m.reports_overview_title()),
    chart('themes', m.reports_overview_title(), m.reports_overview_finding(), themesBeside(report)),
    overviewTable(report),
    heading(m.reports_talk_title()),
    { kind: 'text', text: points.length > 0 ? m.reports_talk_lead() : m.reports_talk_none() },
    ...points.map((point) => ({ kind: 'talk' as const, ...point })),
    heading(m.results_themes_title()),
    ...report.themes.flatMap((theme, position) => (theme.n === null ? [] : themeBlocks(theme, report.invited, position))),
  ];
}

function overviewTable(report: Report): PrintedBlock {
  return {
    kind: 'table',
    caption: m.reports_overview_title(),
    columns: [m.results_theme_heading(), m.results_self_heading(), m.results_others_heading(), m.results_count_heading()],
    numeric: [false, true, false, false],
    rows: report.themes.map((theme) => [
      theme.name,
      selfText(theme.self),
      figureText(theme.others),
      countOf(theme, report.invited),
    ]),
  };
}

function themeBlocks(theme: ReportTheme, invited: number | null, position: number): PrintedBlock[] {
  const count = countOf(theme, invited);
  const gap = theme.self !== null && theme.others?.mean?.kind === 'mean' ? gapText(selfGap(theme.self, theme.others.mean)) : '';
  const rows = theme.questions.map((question) => ({ label: question.wording, figure: question.others, count }));
  const hasMeans = theme.questions.some((question) => question.others?.mean || question.self !== null);
  return [
    heading(theme.name, 3),
    { kind: 'text', text: [figureText(theme.others), count, gap].filter(Boolean).join('. ').replace(/\.\./g, '.') },
    ...(hasMeans
      ? [chart(`questions-${position}`, theme.name, m.reports_questions_finding(), questionsBeside(theme, invited))]
      : []),
    ...([5, 3] as const).flatMap((options) => {
      const figure = distributionOf(rows, m.results_question_heading(), options);
      return figure === null
        ? []
        : [
            chart(
              `shares-${position}-${options}`,
              m.reports_distribution_title({ theme: theme.name }),
              m.results_distribution_finding(),
              figure,
            ),
          ];
    }),
    questionTable(theme),
  ];
}

function questionTable(theme: ReportTheme): PrintedBlock {
  const spread = theme.questions.some((question) => spreadText(question.others) !== '');
  return {
    kind: 'table',
    caption: theme.name,
    columns: [
      m.results_question_heading(),
      m.results_self_heading(),
      m.results_others_heading(),
      ...(spread ? [m.results_spread_heading()] : []),
    ],
    numeric: [false, true, false, ...(spread ? [false] : [])],
    rows: theme.questions.map((question) => [
      question.wording,
      question.self === null ? '–' : String(question.self),
      [figureText(question.others), question.others?.mean && question.others.shares ? sharesText(question.others.shares) : '']
        .filter(Boolean)
        .join('. '),
      ...(spread ? [spreadText(question.others)] : []),
    ]),
  };
}

function superiorBlocks(report: Report): PrintedBlock[] {
  const rows = report.themes.flatMap((theme) => (theme.superior === null ? [] : [[theme.name, oneDecimal(theme.superior)]]));
  if (rows.length === 0) return [];
  const name = report.superiorName;
  const columns = [
    m.results_theme_heading(),
    name === null ? m.results_superior_heading_plain() : m.results_superior_heading({ name }),
  ];
  return [
    heading(name === null ? m.reports_superior_plain_title() : m.reports_superior_title({ name })),
    { kind: 'text', text: m.reports_superior_text() },
    { kind: 'table', caption: m.reports_superior_caption(), columns, numeric: [false, true], rows },
  ];
}

function chart(id: string, title: string, finding: string, figure: ChartFigure): PrintedBlock {
  const svg = drawChart(figure, { id, title, finding, width: 720, locale: locale(), palette: printPalette });
  return { kind: 'figure', ...lettered(svg), alt: `${title}. ${finding}`, caption: finding };
}

const selfText = (self: number | null): string => (self === null ? '–' : oneDecimal(self));

// A framework, a role description and a competence as documents: the same words as on their pages.
import type { PrintedBlock, PrintedDocument, Words } from '#base/printed-document.ts';
import { locale, m } from '#base/text.ts';
import type { Attributes, Notes } from '../../attributes/schema.ts';
import { ADDRESSEE_WORDS, BINDING_WORDS, WEIGHT_WORDS } from '../../components/attribute-words.ts';
import { shortName } from '../../draft/removals/rules.ts';
import type { MatrixGroup } from '../../matrix/rules.ts';
import {
  blocksOf,
  branchesOf,
  paragraphsOf,
  type Branch,
  type CompetencePage,
  type RoleDescription,
} from '../../reading/rules.ts';
import type { Statement } from '../../schema.ts';
import type { PrintParts } from '../schema.ts';

type Level = 2 | 3 | 4 | 5;

/** The whole framework. */
export function printedFramework(parts: PrintParts): PrintedDocument {
  const { version, picture } = parts;
  const branches = branchesOf(version.statements);
  const headings = branches.filter((branch) => branch.title !== null).length;
  return {
    ...frameOf(parts, version.head.title),
    ...(headings > 1 ? { contents: m.exchange_contents() } : {}),
    blocks: [...(picture === null ? [] : [picture]), ...branchBlocks(branches, 2, parts), ...aboutBlocks(parts.attributes)],
  };
}

/** What is expected at one level. */
export function printedRole(parts: PrintParts, role: RoleDescription): PrintedDocument {
  const rule = parts.attributes.levels.find((one) => one.level === role.level.position);
  const defined = [rule?.definition ?? '', rule?.refersTo ?? ''].filter((text) => text !== '');
  return {
    ...frameOf(parts, m.frameworks_level_title({ level: role.level.name })),
    kicker: parts.version.head.title,
    blocks: [
      ...defined.map((text): PrintedBlock => ({ kind: 'text', text })),
      ...role.groups.flatMap((group) => groupBlocks(group, role, parts.notes)),
      ...looseBlocks(m.frameworks_level_others({ level: role.level.name }), role.others),
      ...looseBlocks(m.frameworks_level_common(), role.common),
    ],
  };
}

/** One competence, at all levels. */
export function printedCompetence(parts: PrintParts, { competence, below, group }: CompetencePage): PrintedDocument {
  const title = shortName(competence, 120);
  const rows = (group?.rows ?? []).flatMap(({ row, cells }): PrintedBlock[] => [
    { kind: 'heading', level: 2, text: shortName(row, 200) },
    ...(row.title !== null && row.text !== null ? textBlocks(row.text) : []),
    {
      kind: 'terms',
      items: cells.flatMap((cell) =>
        cell.statements.map((one) => ({ term: cell.level.name, text: weighted(one, cell.level.position, parts.notes) })),
      ),
    },
  ]);
  return {
    ...frameOf(parts, title),
    kicker: [parts.version.head.title, competence.kindName].join(' · '),
    blocks: [
      ...(competence.title === null ? [] : textBlocks(competence.text)),
      ...branchBlocks(below, 2, parts),
      ...rows.filter((block) => block.kind !== 'terms' || block.items.length > 0),
    ],
  };
}

function frameOf({ version, stamp }: PrintParts, title: string): Omit<PrintedDocument, 'blocks'> {
  return {
    language: locale(),
    title,
    kicker: version.head.issuedBy,
    lead: stamp,
    footer: m.reports_page({ page: '{page}', pages: '{pages}' }),
    stamp,
  };
}

const textBlocks = (text: string | null): PrintedBlock[] =>
  paragraphsOf(text).map((paragraph) => ({ kind: 'text', text: paragraph }));

/** Branches with what is below them. A heading stands one level below the nearest heading above it, however deep its element lies. */
function branchBlocks(branches: readonly Branch[], level: Level, parts: PrintParts): PrintedBlock[] {
  return blocksOf(branches).flatMap((block): PrintedBlock[] => {
    if (block.form === 'levels')
      return [
        {
          kind: 'terms',
          items: block.items.map((one) => ({ term: one.levelName ?? '', text: weighted(one, one.level, parts.notes) })),
        },
      ];
    if (block.form === 'list')
      return [
        { kind: 'kicker', text: block.kindName },
        { kind: 'list', items: block.items.map((one) => one.text ?? '') },
      ];
    return headedBlocks(block.branch, level, parts);
  });
}

/** Kinds that say nothing a reader does not see. */
const PLAIN: ReadonlySet<string> = new Set(['section', 'foreword']);

function headedBlocks(branch: Branch, level: Level, parts: PrintParts): PrintedBlock[] {
  const kicker = [PLAIN.has(branch.kind) ? '' : branch.kindName, branch.levelName ?? '']
    .filter((part) => part !== '')
    .join(' · ');
  const words = [...textBlocks(branch.text), ...noteBlocks(parts.notes[branch.statementId])];
  if (branch.title === null) return [...words, ...branchBlocks(branch.children, level, parts)];
  const below = level === 5 ? 5 : ((level + 1) as Level);
  return [
    { kind: 'heading', level, text: branch.title },
    ...(kicker === '' ? [] : [{ kind: 'kicker' as const, text: kicker }]),
    ...words,
    ...branchBlocks(branch.children, below, parts),
  ];
}

function noteBlocks(notes: Notes | undefined): PrintedBlock[] {
  if (notes === undefined) return [];
  const said = [
    [m.editor_note_addressees(), notes.addressees.map((one) => ADDRESSEE_WORDS[one]()).join(', ')],
    [m.editor_note_core_task(), notes.coreTasks.join(', ')],
    [m.editor_note_values(), notes.values.map((value) => value.name).join(', ')],
    [m.editor_note_builds_on(), notes.strategies.map((strategy) => strategy.name).join(', ')],
    [m.editor_note_weight(), notes.weights.map((one) => `${one.levelName}: ${weightWords(one)}`).join('; ')],
  ].filter(([, words]) => words !== '');
  return said.map(([label, words]) => ({ kind: 'kicker', text: `${label}: ${words}` }));
}

const weightWords = ({ weight, words }: Notes['weights'][number]): string => (words === '' ? WEIGHT_WORDS[weight]() : words);

/** A statement's words at a level, with its weight there where it has one. */
function weighted(statement: Statement, level: number | null, notes: Record<string, Notes>): Words {
  const words = statement.text ?? statement.title ?? '';
  const own = notes[statement.statementId]?.weights.find((one) => one.level === level);
  return own === undefined ? words : [{ text: `${words} ` }, { text: `(${weightWords(own)})`, mark: 'emphasis' }];
}

function groupBlocks(group: MatrixGroup, role: RoleDescription, notes: Record<string, Notes>): PrintedBlock[] {
  return [
    ...(group.title === '' ? [] : [{ kind: 'heading' as const, level: 2 as const, text: group.title }]),
    {
      kind: 'terms',
      items: group.rows.flatMap(({ row, cells }) =>
        cells.flatMap((cell) =>
          cell.statements.map((one) => ({ term: shortName(row, 120), text: weighted(one, role.level.position, notes) })),
        ),
      ),
    },
  ];
}

function looseBlocks(title: string, statements: readonly Statement[]): PrintedBlock[] {
  if (statements.length === 0) return [];
  const items = statements.map((one): Words => {
    if (one.title === null || one.text === null) return one.text ?? one.title ?? '';
    return [{ text: `${one.title}. `, mark: 'strong' }, { text: one.text }];
  });
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'list', items },
  ];
}

/** Why the framework is there, for whom, who wrote it, whom to ask; nothing when it does not say. */
function aboutBlocks({ cover }: Attributes): PrintedBlock[] {
  const contact = [cover.contactName, cover.contactMail].filter((part) => part !== '').join(', ');
  const items = [
    [m.exchange_about_purpose(), cover.purposes.join('\n')],
    [m.exchange_about_scope(), cover.scope],
    [m.exchange_about_binding(), cover.binding === '' ? '' : BINDING_WORDS[cover.binding]()],
    [m.exchange_about_owner(), cover.owner],
    [m.exchange_about_authors(), cover.authors.join(', ')],
    [m.exchange_about_input(), cover.input],
    [m.exchange_about_contact(), contact],
  ].flatMap(([term, text]) => (text === undefined || text === '' || term === undefined ? [] : [{ term, text }]));
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: m.exchange_about() },
    { kind: 'terms', items },
  ];
}

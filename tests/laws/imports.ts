// Who may import whom, as a table. Each row: what is forbidden unless allowed. First matching row decides.
import { importsOf, type Breach, type SourceFile } from './source.ts';

/** The rooms from top to bottom: a room may use what lies above it, never below. */
export const ROOM_ORDER = [
  'trail',
  'organisations',
  'people',
  'messages',
  'frameworks',
  'rounds',
  'ballots',
  'results',
  'talks',
  'plans',
];

const PUBLIC_OF_A_ROOM = /(^|\/)(schema|read\.server|write\.server)\.ts$/;
const PROOFS = /^src\/rooms\/(people|organisations|frameworks|rounds)\/proof\.server\.ts$/;
const PURE = ['importing', 'statistics', 'disclosure'];

export function checkImports(files: SourceFile[]): Breach[] {
  return files.flatMap((file) => {
    if (/\.test\.ts$/.test(file.path)) return [];
    return importsOf(file).flatMap(({ written, target }) => {
      const why = target === null ? outside(file.path, written) : forbidden(file.path, target);
      return why === null ? [] : [{ path: file.path, why: `${why}: ${written}` }];
    });
  });
}

/** Packages that only some may use, and the framework's own modules that nothing Node runs directly may touch. */
function outside(from: string, written: string): string | null {
  const inPages =
    from.startsWith('src/routes/') || from.startsWith('src/ui/') || from.endsWith('.svelte') || from.startsWith('src/hooks');
  if (/^\$(app|env)\//.test(written) && !inPages) return 'what Node runs directly never imports the framework';
  if (PURE.some((folder) => from.startsWith(`src/${folder}/`)) && /^(node:)?(fs|http|https|net|child_process|pg)/.test(written))
    return 'a pure folder does no input or output';
  return null;
}

function forbidden(from: string, target: string): string | null {
  if (target.startsWith('src/base/') || target === 'src/environment.ts') return environmentRule(from, target);
  const room = /^src\/rooms\/([a-z]+)\//.exec(from)?.[1];
  if (room !== undefined) return roomRule(room, from, target);
  if (from.startsWith('src/routes/')) return routeRule(from, target);
  if (from.startsWith('src/gate/')) return gateRule(target);
  if (from.startsWith('src/jobs/run/') || from.startsWith('src/jobs/')) return jobsRule(target);
  for (const folder of PURE)
    if (from.startsWith(`src/${folder}/`) && !target.startsWith(`src/${folder}/`))
      return `${folder} imports nothing of ours but base`;
  if (from.startsWith('src/reading/') && !/^src\/(reading|importing|dictionaries)\//.test(target))
    return 'reading imports only importing, dictionaries and base';
  if (from.startsWith('src/questions/') && !/^src\/(questions|statistics|ui)\//.test(target))
    return 'questions import only statistics, ui and base';
  if (from.startsWith('src/ui/') && !target.startsWith('src/ui/')) return 'ui imports only base';
  if (from.startsWith('src/reports/') && !/^src\/(reports|ui)\//.test(target) && !/^src\/rooms\/.*schema\.ts$/.test(target))
    return 'reports are fed with presented data only';
  if (from.startsWith('src/dictionaries/') && !/^src\/(dictionaries\/|importing\/repair\/lexicon\.ts$)/.test(target))
    return 'dictionaries know words and nothing else of ours';
  if (from.startsWith('src/base/') && !target.startsWith('src/base/')) return 'base imports nothing of ours';
  if (from === 'src/server.ts' && !['src/base/log.ts', 'src/relay.ts'].includes(target))
    return 'the front shares no module with state with the build';
  if (from === 'src/relay.ts') return 'the relay knows only where the urn listens';
  if (from === 'src/urn.ts' && !/^src\/rooms\/ballots\//.test(target) && !target.startsWith('src/database/'))
    return 'the urn imports only ballots, environment and base';
  if (from.startsWith('src/') && !from.startsWith('src/cli') && target.startsWith('tests/'))
    return 'the product does not import its tests';
  return null;
}

function environmentRule(from: string, target: string): string | null {
  const pure = [...PURE, 'ui', 'questions'].some((folder) => from.startsWith(`src/${folder}/`));
  if (target === 'src/environment.ts' && pure) return 'a pure folder does not know its environment';
  if (target === 'src/environment.ts' && from.startsWith('src/routes/')) return 'a page asks the gate about the installation';
  return null;
}

function roomRule(room: string, from: string, target: string): string | null {
  const component = from.includes('/components/') || from.endsWith('.svelte');
  // The shape of a chart is a type without a picture; presented results are made of it.
  if (target.startsWith('src/ui/')) return component || target === 'src/ui/charts/figure.ts' ? null : 'only components use ui';
  const other = /^src\/rooms\/([a-z]+)\//.exec(target)?.[1];
  if (room === 'ballots') return ballotsRule(target);
  if (room === 'results' && (other === 'organisations' || (other === 'people' && !PROOFS.test(target))))
    return 'results never know people';
  if (room === 'results' && other === 'ballots' && target !== 'src/rooms/ballots/opened/read.server.ts')
    return 'results see only opened ballots';
  if (other === room) return null;
  if (other !== undefined) {
    if (PROOFS.test(target)) return null;
    if (ROOM_ORDER.indexOf(other) > ROOM_ORDER.indexOf(room)) return `${room} stands above ${other}`;
    return PUBLIC_OF_A_ROOM.test(target) ? null : `only schema, read and write of ${other} are for other rooms`;
  }
  if (/^src\/(database|dictionaries|questions|importing|statistics|disclosure)\//.test(target)) return null;
  if (target === 'src/jobs/enqueue.ts' || target === 'src/jobs/names.ts') return null;
  if (target === 'static/sealed/bundle.json' || target === 'static/workbench/bundle.json') return null;
  if (target.startsWith('demo/item-bank') || target.startsWith('demo/items/')) return null;
  return `a room may not import ${target.split('/').slice(0, 3).join('/')}`;
}

/** The most important line of the table: the urn's room knows a round's frozen manifest, and never people. */
function ballotsRule(target: string): string | null {
  if (/^src\/rooms\/ballots\//.test(target) || /^src\/database\//.test(target)) return null;
  if (/^src\/questions\/[^/]+\/schema\.ts$/.test(target) || target === 'src/questions/schema.ts') return null;
  if (target === 'src/rooms/rounds/manifest/schema.ts') return null;
  return 'ballots know only questions, the manifest, database and base';
}

function routeRule(from: string, target: string): string | null {
  if (target.startsWith('src/gate/') || target.startsWith('src/ui/')) return null;
  if (
    /^src\/rooms\/.+\/(schema|policy|read\.server|commands\.server)\.ts$/.test(target) ||
    /^src\/rooms\/.+\/components\//.test(target)
  )
    return null;
  if (PROOFS.test(target)) return null;
  if (/^src\/questions\/[^/]+\/(Answer\.svelte|Edit\.svelte|schema\.ts)$/.test(target)) return null;
  if (target.startsWith('src/reports/')) return null;
  if (target.startsWith('src/routes/')) {
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    return target.startsWith(folder) || folder.startsWith(target.slice(0, target.lastIndexOf('/') + 1))
      ? null
      : 'a route does not import another route';
  }
  return 'a route imports gate, the public files of rooms, ui and base';
}

function gateRule(target: string): string | null {
  if (target.startsWith('src/gate/') || target.startsWith('src/database/')) return null;
  if (target === 'src/jobs/enqueue.ts' || PROOFS.test(target)) return null;
  if (/^src\/rooms\/(people|organisations|rounds|trail)\/(.+\/)?(schema|read\.server|write\.server)\.ts$/.test(target))
    return null;
  if (target === 'src/rooms/messages/write.server.ts' || target === 'src/rooms/messages/schema.ts') return null;
  return 'the gate reads people, organisations and rounds, and posts its own links';
}

function jobsRule(target: string): string | null {
  if (/^src\/(jobs|database|reports|reading)\//.test(target)) return null;
  if (/^src\/rooms\/.+\/(schema|read\.server|write\.server|commands\.server)\.ts$/.test(target)) return null;
  return 'a job calls rooms, and holds no logic of its own';
}

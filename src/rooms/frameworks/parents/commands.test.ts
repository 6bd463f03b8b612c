import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import fc from 'fast-check';
import { Problem, type ProblemCode } from '#base/errors.ts';
import { FORMAT, type ElementKind, type FrameworkDraft } from '#importing/open-format.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts';
import { readManuscript } from '../draft/read.server.ts';
import { lockDraft } from '../draft/lock/write.server.ts';
import { removeElement } from '../draft/removals/rules.ts';
import { editElement } from '../draft/rules.ts';
import { saveDraft } from '../draft/saves/write.server.ts';
import type { Manuscript } from '../draft/schema.ts';
import { publishVersion } from '../publication/commands.server.ts';
import { makeNextVersion } from '../versions/commands.server.ts';
import { createFromDraft } from '../write.server.ts';
import { putUnderParent, supportStatement, takeFromParent } from './commands.server.ts';
import { familyOf } from './read.server.ts';
import { ancestorsIn, mayStandUnder } from './rules.ts';

const isProblem = (code: ProblemCode) => (thrown: unknown) => thrown instanceof Problem && thrown.code === code;

function framework(title: string, kind: ElementKind, titles: string[]): FrameworkDraft {
  const elements = titles.map((name, at) => ({
    id: `e${at}`,
    kind,
    parent: null,
    level: null,
    title: name,
    text: null,
    source: { lines: [at + 1, at + 1] as [number, number] },
  }));
  const rest = { repeats: [], unplaced: [], furniture: [], repairs: [] };
  return {
    format: FORMAT,
    organisation: 'Fjordby',
    title,
    date: null,
    levels: [],
    kinds: {},
    elements,
    ...rest,
    text: titles.join('\n'),
  };
}

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;
let values: string;
let care: string;

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
  [values, care] = await fjordby.web.transaction(async (tx) => {
    const make = async (one: FrameworkDraft) => (await createFromDraft(tx, one, { publish: true })).frameworkId;
    return [
      await make(framework('Værdier og ledestjerne', 'value', ['Nysgerrighed', 'Mod', 'Omtanke'])),
      await make(framework('Sundhed og Omsorg', 'principle', ['Vi spørger, før vi svarer', 'Vi tør ændre kurs'])),
    ];
  });
});
after(() => database.close());

const family = async () => (await fjordby.member('Bo').read((tx) => familyOf(tx, care, { drafts: false }))) ?? assert.fail();

async function change(frameworkId: string, work: (manuscript: Manuscript, revision: number) => Manuscript): Promise<void> {
  const lene = fjordby.member('Lene');
  const { versionId } = await makeNextVersion(lene, frameworkId);
  await lene.read(async (tx) => {
    const head = (await lockDraft(tx, versionId)) ?? assert.fail();
    const manuscript = await readManuscript(tx, versionId);
    const draft = { head, personId: lene.personId, name: lene.name };
    await saveDraft(tx, draft, manuscript, work(manuscript, head.revision + 1), { what: 'edit' });
  });
  await publishVersion(lene, versionId, { restSeen: true });
}

it('HO7 an administration’s framework stands under the municipality’s values: it says what carries out what, and is told when those change', async () => {
  const lene = fjordby.member('Lene');
  await putUnderParent(lene, care, values);
  const { statements, above } = await family();
  const upper = above[0]?.statements ?? [];
  const id = (all: typeof statements, title: string) => all.find((one) => one.title === title)?.statementId ?? '';
  const links = [
    ['Vi spørger, før vi svarer', 'Nysgerrighed'],
    ['Vi tør ændre kurs', 'Mod'],
    ['Vi tør ændre kurs', 'Omtanke'],
  ] as const;
  for (const [own, value] of links)
    await supportStatement(lene, care, {
      parentId: values,
      statementId: id(statements, own),
      parentStatementId: id(upper, value),
    });
  const states = async () => (await family()).above[0]?.supports.map((support) => [support.above.name, support.state]).sort();
  assert.deepEqual(await states(), [
    ['Mod', 'standing'],
    ['Nysgerrighed', 'standing'],
    ['Omtanke', 'standing'],
  ]);
  assert.deepEqual(
    (await fjordby.member('Bo').read((tx) => familyOf(tx, values, { drafts: false })))?.below.map((below) => below.supports),
    [3],
  );
  await change(values, (manuscript, revision) => {
    const find = (title: string) => manuscript.elements.find((one) => one.title === title) ?? assert.fail();
    const { kind, level } = find('Mod');
    const edited = editElement(manuscript, find('Mod').id, { kind, level, title: 'Mod til at vælge fra', text: null }, revision);
    return removeElement(edited, find('Omtanke').id)?.manuscript ?? assert.fail();
  });
  assert.deepEqual(await states(), [
    ['Mod til at vælge fra', 'changed'],
    ['Nysgerrighed', 'standing'],
    ['Omtanke', 'gone'],
  ]);
  const changed = (await family()).above[0]?.supports.find((support) => support.state === 'changed') ?? assert.fail();
  const link = { parentId: values, statementId: changed.statement.statementId, parentStatementId: changed.above.statementId };
  await supportStatement(lene, care, link);
  assert.equal((await states())?.[0]?.[1], 'standing');
});

it('AA2 what stands above cannot be put under what stands below it, and only those who keep frameworks arrange them', async () => {
  await assert.rejects(putUnderParent(fjordby.member('Lene'), values, care), isProblem('invalid'));
  await assert.rejects(putUnderParent(fjordby.member('Lene'), values, values), isProblem('invalid'));
  await assert.rejects(takeFromParent(fjordby.member('Mette'), care, values), isProblem('not_found'));
  await assert.rejects(putUnderParent(holmsted.member('Rikke'), care, values), isProblem('not_found'));
  assert.equal(await holmsted.member('Rikke').read((tx) => familyOf(tx, care, { drafts: true })), null);
});

it('no order of putting frameworks under each other makes a ring', () => {
  const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })), { maxLength: 40 });
  fc.assert(
    fc.property(pairs, (wishes) => {
      const kinships: { frameworkId: string; parentId: string }[] = [];
      for (const [child, parent] of wishes)
        if (mayStandUnder(kinships, String(child), String(parent)))
          kinships.push({ frameworkId: String(child), parentId: String(parent) });
      for (let at = 0; at < 8; at++) assert.ok(!ancestorsIn(kinships, String(at)).has(String(at)));
    }),
  );
});

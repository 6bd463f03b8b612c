import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Problem } from '#base/errors.ts';
import { newId } from '#base/ids.ts';
import { ImportProblem } from '#importing/extract/import-problem.ts';
import { importDocument } from '#importing/import-document.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { settleCast, type CastTown } from '../../../../tests/cast.ts';
import { freshDatabase, withOwner, type TestDatabase } from '../../../../tests/database.ts';
import { makePdf } from '../../../importing/extract/made-documents.fixture.ts';
import { frameworkList } from '../read.server.ts';
import { importUpload, readUpload, receiveUpload, stopUpload, type ReadApart } from './commands.server.ts';
import { unfinishedUploads, uploadOf, uploadsOnTheirWay } from './read.server.ts';

let database: TestDatabase;
let fjordby: CastTown;
let holmsted: CastTown;

before(async () => {
  database = await freshDatabase();
  ({ fjordby, holmsted } = await settleCast(database));
});
after(() => database.close());

const WORDS = 'Vores værdier:\n\n- Mod til at lede\n- Omhu i det små\n';
const fileOf = (contents: string | Uint8Array<ArrayBuffer>, name = 'grundlag.md'): File => new File([contents], name);
const here: ReadApart = (document) => importDocument(document);
const first = { pictures: false };
const failing =
  (code: 'image_only_pdf' | 'broken'): ReadApart =>
  () =>
    Promise.resolve({ ok: false, problem: new ImportProblem(code) });

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  try {
    await work;
  } catch (thrown) {
    assert.ok(thrown instanceof Problem, String(thrown));
    return thrown;
  }
  throw new Error('nothing was refused');
}

/** What lies in the database of an upload, seen from behind the walls. */
async function stored(id: string): Promise<{ bytes: Buffer | null; ended_at: Date | null } | undefined> {
  return withOwner(database.ownerUrl, async (client) => {
    const { rows } = await client.query<{ bytes: Buffer | null; ended_at: Date | null }>(
      `select bytes, ended_at from framework_uploads where id = $1`,
      [id],
    );
    return rows[0];
  });
}

const stateOf = async (member: Member, id: string) => (await member.read((tx) => uploadOf(tx, id)))?.state;

describe('a document on its way in', () => {
  test('B7 Lene hands in a document; the worker reads it, she finds its draft, and the file is wiped', async () => {
    const lene = fjordby.member('Lene');
    const id = await receiveUpload(lene, fileOf(WORDS));
    assert.equal(await stateOf(lene, id), 'waiting');
    assert.ok((await stored(id))?.bytes, 'the file is kept until it is read');
    await readUpload(fjordby.worker, id, here, first);
    const upload = await lene.read((tx) => uploadOf(tx, id));
    assert.equal(upload?.state, 'done');
    assert.equal(upload?.fileName, 'grundlag.md');
    assert.equal((await stored(id))?.bytes, null, 'and no longer');
    const versions = (await lene.read((tx) => frameworkList(tx, { drafts: true }))).flatMap((one) => one.versions);
    assert.ok(versions.some(({ versionId }) => versionId === upload.draft?.versionId));
    const trail = await lene.read((tx) =>
      tx.selectFrom('trail_entries').select('actor_name').where('action', '=', 'framework.imported').execute(),
    );
    assert.deepEqual(trail, [{ actor_name: 'Lene' }]);
  });

  test('AA13 a document for the history of a framework is read in the worker like any other, and leads back to that framework', async () => {
    const lene = fjordby.member('Lene');
    const [first] = await lene.read((tx) => frameworkList(tx, { drafts: true }));
    const id = await receiveUpload(lene, fileOf(WORDS), first?.frameworkId ?? '');
    const upload = await lene.read((tx) => uploadOf(tx, id));
    assert.deepEqual([upload?.state, upload?.pastOf], ['waiting', first?.frameworkId], 'nothing has read it yet');
    await readUpload(fjordby.worker, id, here, { pictures: false });
    assert.ok((await lene.read((tx) => uploadOf(tx, id)))?.draft);
    const rikke = holmsted.member('Rikke');
    assert.equal((await problemOf(receiveUpload(rikke, fileOf(WORDS), first?.frameworkId ?? ''))).code, 'not_found');
    assert.equal((await problemOf(receiveUpload(lene, fileOf(WORDS), 'intet'))).code, 'not_found');
  });

  test('a small document is ready before she has let go of the button', async () => {
    const lene = fjordby.member('Lene');
    const [upload] = await Promise.all([importUpload(lene, fileOf(WORDS)), readNext()]);
    assert.equal(upload.state, 'done');
    assert.ok(upload.draft);
  });

  test('one that cannot be read comes back to the form with what to do, and nothing of it is kept', async () => {
    const lene = fjordby.member('Lene');
    const [problem] = await Promise.all([problemOf(importUpload(lene, fileOf('hej', 'falsk.pdf'))), readNext()]);
    assert.match(problem.fields['document'] ?? '', /beskadiget/u);
    assert.equal(await lene.read((tx) => unfinishedUploads(tx)), 0);
    assert.deepEqual(await lene.read((tx) => uploadsOnTheirWay(tx)), []);
  });

  test('a file in an exchange format that cannot be taken is told what is wrong, and where', async () => {
    const twice = JSON.stringify({
      format: 'pejling-framework/1',
      organisation: 'Fjordby',
      title: 'Kursen',
      date: null,
      levels: [],
      kinds: {},
      elements: ['Mod', 'Ro'].map((title) => ({
        id: 'kurs',
        kind: 'value',
        parent: null,
        level: null,
        title,
        text: null,
        source: { lines: [1, 1] },
      })),
      repeats: [],
      unplaced: [],
      furniture: [],
      repairs: [],
      text: 'Mod\nRo',
    });
    const lene = fjordby.member('Lene');
    const [problem] = await Promise.all([problemOf(importUpload(lene, fileOf(twice, 'kursen.json'))), readNext()]);
    assert.equal(problem.fields['document'], 'To steder i filen har samme id. Det ene er «Ro». Giv det et andet id.');
  });

  test('an empty file, none at all, or one that is too large is refused at once', async () => {
    const lene = fjordby.member('Lene');
    assert.match((await problemOf(receiveUpload(lene, fileOf('')))).fields['document'] ?? '', /tomt/u);
    assert.match((await problemOf(receiveUpload(lene, 'grundlag.md'))).fields['document'] ?? '', /Vælg/u);
    const large = fileOf(new Uint8Array(20 * 1024 * 1024 + 1), 'stor.txt');
    assert.match((await problemOf(receiveUpload(lene, large))).fields['document'] ?? '', /for stort/u);
    assert.equal(await lene.read((tx) => unfinishedUploads(tx)), 0);
  });

  test('pages that are pictures wait for the slower reading, which tells how far it is', async () => {
    const lene = fjordby.member('Lene');
    const id = await receiveUpload(lene, fileOf(new Uint8Array(makePdf([[], []])), 'scan.pdf'));
    await readUpload(fjordby.worker, id, failing('image_only_pdf'), first);
    assert.equal(await stateOf(lene, id), 'pictures');
    const seen: unknown[] = [];
    const slow: ReadApart = async (document, { pageRead }) => {
      pageRead(1, 2);
      seen.push(document.fileName);
      return importDocument({ ...document, bytes: new TextEncoder().encode(WORDS), fileName: 'x.md' });
    };
    await readUpload(fjordby.worker, id, slow, { pictures: true });
    const upload = await lene.read((tx) => uploadOf(tx, id));
    assert.deepEqual([upload?.state, upload?.pages, seen], ['done', { done: 1, of: 2 }, ['scan.pdf']]);
  });

  test('a scan without words is told so, with its name, until she clears it away', async () => {
    const lene = fjordby.member('Lene');
    const id = await receiveUpload(lene, fileOf('x', 'tom-scan.pdf'));
    await readUpload(fjordby.worker, id, failing('image_only_pdf'), { pictures: true });
    const [upload] = await lene.read((tx) => uploadsOnTheirWay(tx));
    assert.equal(upload?.fileName, 'tom-scan.pdf');
    assert.match(upload.problem ?? '', /kun billeder/u);
    assert.equal((await stored(id))?.bytes, null);
    await stopUpload(lene, id);
    assert.equal(await stored(id), undefined);
  });

  test('stopped while it is read, it leaves no draft behind, and the reading is told to stop', async () => {
    const lene = fjordby.member('Lene');
    const drafts = async () => (await lene.read((tx) => frameworkList(tx, { drafts: true }))).length;
    const count = await drafts();
    const id = await receiveUpload(lene, fileOf(WORDS));
    let told = false;
    const stopping: ReadApart = async (document, { pageRead, stop }) => {
      stop.addEventListener('abort', () => (told = true));
      await stopUpload(lene, id);
      pageRead(1, 1);
      return importDocument(document);
    };
    await readUpload(fjordby.worker, id, stopping, first);
    assert.equal(told, true);
    assert.equal(await drafts(), count);
    assert.equal(await stored(id), undefined);
  });

  test('a document that takes the worker down twice is not tried again, and a job told twice reads once', async () => {
    const lene = fjordby.member('Lene');
    const id = await receiveUpload(lene, fileOf(WORDS));
    const crash: ReadApart = () => Promise.reject(new Error('the process ended'));
    for (let tries = 0; tries < 2; tries++) await assert.rejects(readUpload(fjordby.worker, id, crash, first));
    let reads = 0;
    const counting: ReadApart = (document) => ((reads += 1), importDocument(document));
    await readUpload(fjordby.worker, id, counting, first);
    assert.equal(reads, 0);
    assert.equal(await stateOf(lene, id), 'failed');
    await readUpload(fjordby.worker, id, counting, first);
    assert.equal(reads, 0);
    await stopUpload(lene, id);
  });

  test('nobody fills the database: ten at a time, then wait', async () => {
    const lene = fjordby.member('Lene');
    const ids = [];
    for (let count = 0; count < 10; count++) ids.push(await receiveUpload(lene, fileOf(WORDS)));
    assert.equal((await problemOf(receiveUpload(lene, fileOf(WORDS)))).code, 'too_many');
    for (const id of ids) await stopUpload(lene, id);
  });
});

describe('the wall around it', () => {
  test('an ordinary employee, a leader, and another organisation see no upload and hand in none', async () => {
    const id = await receiveUpload(fjordby.member('Lene'), fileOf(WORDS));
    for (const name of ['Amina', 'Henrik', 'Tom', 'Birgitte']) {
      const member = fjordby.member(name);
      assert.equal((await problemOf(receiveUpload(member, fileOf(WORDS)))).code, 'not_found');
      assert.equal((await problemOf(stopUpload(member, id))).code, 'not_found');
    }
    const rikke = holmsted.member('Rikke');
    assert.equal(await rikke.read((tx) => uploadOf(tx, id)), null);
    assert.equal((await problemOf(stopUpload(rikke, id))).code, 'not_found');
    assert.equal((await problemOf(stopUpload(rikke, newId()))).code, 'not_found');
    await readUpload(holmsted.worker, id, here, first);
    assert.equal(await stateOf(fjordby.member('Lene'), id), 'waiting', 'a job in the wrong organisation finds nothing');
    await stopUpload(fjordby.member('Lene'), id);
  });

  test('the web process cannot take a kept file out again', async () => {
    await assert.rejects(
      fjordby.web.transaction((tx) => tx.selectFrom('framework_uploads').select('bytes').execute()),
      /permission denied/u,
    );
  });
});

/** What the worker does: the next waiting document of Fjordby, as soon as there is one. */
async function readNext(): Promise<void> {
  for (;;) {
    const row = await fjordby.worker.transaction((tx) =>
      tx.selectFrom('framework_uploads').select('id').where('ended_at', 'is', null).executeTakeFirst(),
    );
    if (row !== undefined) return readUpload(fjordby.worker, row.id, here, first);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

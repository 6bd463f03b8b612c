import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { after, before, test } from 'node:test';
import { environment } from '#environment';
import { inTenant, mintTenant, type Tenant } from '#database/tenant.ts';
import { importDocument } from '#importing/import-document.ts';
import { checkNothingLost } from '#importing/open-format.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/database.ts';
import { exportVersion } from './exchange/read.server.ts';
import { createFromDraft } from './write.server.ts';

const folder = path.resolve(environment.PEJLING_SOURCES);
const files = existsSync(folder) ? readdirSync(folder).sort() : [];

let database: TestDatabase;
let fjordby: Tenant;

before(async () => {
  database = await freshDatabase();
  const { id } = await database.as.worker.kysely
    .insertInto('organisations')
    .values({ slug: 'fjordby', name: 'Fjordby' })
    .returning('id')
    .executeTakeFirstOrThrow();
  fjordby = mintTenant(database.as.web, id);
});
after(() => database.close());

for (const file of files.length > 0 ? files : ['no source documents']) {
  test(
    `a real document goes in and comes out the same: ${file}`,
    { skip: files.length === 0 && `skipped: no source documents in ${folder}` },
    async () => {
      const outcome = await importDocument({ bytes: readFileSync(path.join(folder, file)), fileName: file });
      assert.ok(outcome.ok);
      const exported = await inTenant(fjordby, async (tx) => {
        const { versionId } = await createFromDraft(tx, outcome.draft, { publish: true, sourceName: file });
        return exportVersion(tx, versionId);
      });
      assert.ok(exported);
      checkNothingLost(exported);
      assert.ok(isDeepStrictEqual(exported, outcome.draft), 'the export differs from the import');
    },
  );
}

// Prints database/schema.sql and src/database/tables.ts from the catalogue of a freshly migrated database. A law test does the same
// and compares.
import { writeFileSync } from 'node:fs';
import { describeSchema } from '../src/database/describe.ts';
import { freshDatabase } from '../tests/database.ts';

const database = await freshDatabase();
try {
  const { schemaSql, tablesTs } = await describeSchema(database.ownerUrl);
  writeFileSync('database/schema.sql', schemaSql);
  writeFileSync('src/database/tables.ts', tablesTs);
} finally {
  await database.close();
}

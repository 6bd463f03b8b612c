import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { curvePoint } from '#base/curve-key.ts';
import { organisationOf, type Tx } from '#database/tenant.ts';

/** A round's private keys. They live in a file of the urn's, never in the database nor in a backup with it. */
export type UrnKeys = { encryption: KeyObject; receipt: KeyObject };

const KeyFile = v.strictObject({ encryption: v.string(), receipt: v.string() });
const NAME = /^(\d{1,9})-([0-9a-f-]{36})\.json$/;

/** The round's keys; null when there is no file, which is so before they are made and after the urn was opened. */
export function readKeys(dataDir: string, organisation: number, roundId: string): UrnKeys | null {
  const file = fileOf(dataDir, organisation, roundId);
  if (!existsSync(file)) return null;
  const kept = v.parse(KeyFile, JSON.parse(readFileSync(file, 'utf8')));
  const key = (text: string) => createPrivateKey({ key: Buffer.from(text, 'base64url'), format: 'der', type: 'pkcs8' });
  return { encryption: key(kept.encryption), receipt: key(kept.receipt) };
}

/** Makes the round's keys if they are not made, and hands their public parts to the register. */
export async function makeKeys(tx: Tx, dataDir: string, roundId: string): Promise<void> {
  const organisation = await organisationOf(tx);
  const keys = readKeys(dataDir, organisation, roundId) ?? keepNewKeys(dataDir, organisation, roundId);
  await tx
    .insertInto('handover.urn_keys')
    .values({
      organisation_id: organisation,
      round_id: roundId,
      encryption_key: curvePoint(createPublicKey(keys.encryption)),
      receipt_key: curvePoint(createPublicKey(keys.receipt)),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Deletes a round's keys for good. With them gone, what is left of envelopes in logs, dead rows and backups is noise. */
export function destroyKeys(dataDir: string, organisation: number, roundId: string): void {
  const file = fileOf(dataDir, organisation, roundId);
  if (!existsSync(file)) return;
  rmSync(file);
  synced(folderOf(dataDir));
}

/** The rounds there are key files for. */
export function keptRounds(dataDir: string): { organisation: number; roundId: string }[] {
  const folder = folderOf(dataDir);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const [, organisation, roundId] = NAME.exec(name) ?? [];
    return organisation === undefined || roundId === undefined ? [] : [{ organisation: Number(organisation), roundId }];
  });
}

function keepNewKeys(dataDir: string, organisation: number, roundId: string): UrnKeys {
  const keys = { encryption: newKey(), receipt: newKey() };
  const text = (key: KeyObject) => key.export({ type: 'pkcs8', format: 'der' }).toString('base64url');
  const folder = folderOf(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  const file = fileOf(dataDir, organisation, roundId);
  // On disk before anybody hears of the key: an envelope sealed for a key that was lost could never be opened.
  const handle = openSync(`${file}.new`, 'w', 0o600);
  writeSync(handle, JSON.stringify({ encryption: text(keys.encryption), receipt: text(keys.receipt) }));
  fsyncSync(handle);
  closeSync(handle);
  renameSync(`${file}.new`, file);
  synced(folder);
  return keys;
}

function newKey(): KeyObject {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
}

function synced(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function folderOf(dataDir: string): string {
  return path.join(dataDir, 'urn-keys');
}

function fileOf(dataDir: string, organisation: number, roundId: string): string {
  return path.join(folderOf(dataDir), `${organisation}-${roundId}.json`);
}

import assert from 'node:assert/strict';
import { generateKeyPairSync, sign } from 'node:crypto';
import { test } from 'node:test';
import { canonicalJson } from '#base/canonical-json.ts';
import { curvePoint } from '#base/curve-key.ts';
import { bindings, excerpt } from '#rooms/rounds/manifest/rules.ts';
import type { ManifestBody, ManifestExcerpt, ManifestGroup } from '#rooms/rounds/manifest/schema.ts';
import { checkManifest } from './manifest-check.ts';

const signer = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const id = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const group = (number: number): ManifestGroup => ({ id: id(number), node: id(900), pool: false, invited: 7, key: 'AAAA' });
const point = curvePoint(signer.publicKey).toString('base64url');

function signed(groups: number, change: (body: ManifestBody) => ManifestBody = (body) => body) {
  const nodes = [{ id: id(900), parent: null, pool: id(901) }];
  const list = Array.from({ length: groups }, (_, number) => group(number));
  const rules = {
    k: 5,
    middle: 'mean',
    closesAt: '2026-11-30T15:00:00.000Z',
    superiorSees: true,
    hrSees: false,
    employeesSee: true,
  } as const;
  const head = {
    ...{ form: 'pejling/1', organisation: 3, round: id(999), number: 1, previous: null, ...rules },
    ...{ questions: [{ code: 'q1', type: 'likert5', theme: 't' }], questionnaire: 'A'.repeat(43), ...bindings(nodes, list) },
    ...{ encryptionKey: point, receiptKey: point, bundle: 'sha384-x' },
  } as ManifestBody['head'];
  const body = change({ head, nodes, groups: list });
  const signature = sign('sha256', Buffer.from(canonicalJson(head)), { key: signer.privateKey, dsaEncoding: 'ieee-p1363' });
  return (index: number): ManifestExcerpt =>
    excerpt(body, signature, curvePoint(signer.publicKey), id(index)) ?? assert.fail('no such group');
}

test('a browser finds its own group in the signed head, in a round of any size', async () => {
  for (const size of [1, 2, 3, 5, 8, 13, 64, 100]) {
    const excerptOf = signed(size);
    for (let index = 0; index < size; index += Math.max(1, Math.floor(size / 9))) {
      const checked = await checkManifest(excerptOf(index));
      assert.equal(checked?.group, id(index));
      assert.deepEqual(checked?.questions, ['q1']);
    }
  }
});

test('a head that was changed, or signed by another, is not believed', async () => {
  const mine = signed(5)(2);
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  assert.equal(await checkManifest({ ...mine, head: mine.head.replace('"k":5', '"k":2') }), null);
  assert.equal(await checkManifest({ ...mine, signingKey: curvePoint(other.publicKey).toString('base64url') }), null);
});

test('a group with another key, a group from elsewhere, or a wrong way to the root is not believed', async () => {
  const mine = signed(5)(2);
  assert.equal(await checkManifest({ ...mine, group: mine.group.replace('AAAA', 'AAAB') }), null);
  assert.equal(await checkManifest({ ...mine, group: signed(6)(5).group }), null);
  for (const index of [0, 1, 3, 4]) assert.equal(await checkManifest({ ...mine, index }), null);
  assert.equal(await checkManifest({ ...mine, path: mine.path.slice(1) }), null);
  assert.equal(await checkManifest({ ...mine, path: [...mine.path, mine.path[0] ?? ''] }), null);
  assert.equal(await checkManifest({ ...mine, path: [] }), null);
});

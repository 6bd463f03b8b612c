import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { safeParse } from 'valibot';
import { addressOf, frameSnippet } from './rules.ts';
import { FrameOriginInput, PublicPageInput } from './schema.ts';

test('an address is made of any title, and the database takes it', () => {
  assert.equal(addressOf('Ledelse på Ærø: øget åbenhed!'), 'ledelse-paa-aeroe-oeget-aabenhed');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => /^[a-z0-9][a-z0-9-]{0,59}$/.test(addressOf(title))),
  );
});

test('G18 what is copied to another site holds nothing but the address and the title', () => {
  const snippet = frameSnippet('https://pejling.example/public/f/k/embed', 'Mod & "vilje" <script>');
  assert.ok(!/<script/.test(snippet));
  assert.match(snippet, /title="Mod &amp; &quot;vilje&quot; &lt;script>"/);
});

test('a site is a protocol and a host, and nothing that could widen a policy', () => {
  const read = (text: string) => {
    const parsed = safeParse(FrameOriginInput, text);
    return parsed.success ? parsed.output : null;
  };
  assert.equal(read(' https://Intranet.Fjordby.example/ '), 'https://intranet.fjordby.example');
  assert.equal(read('http://localhost:8080'), 'http://localhost:8080');
  for (const wrong of [
    '*',
    'https://*',
    'https:',
    "'self'",
    'https://a.example https://b.example',
    'https://a.example;',
    'https://a.example/sti',
    'javascript:alert(1)',
    'data:',
    '',
  ])
    assert.equal(read(wrong), null, wrong);
});

test('an address that cannot be in an address says so', () => {
  for (const address of ['', 'æ', 'a b', '-a', 'a/b', 'a'.repeat(61)])
    assert.equal(safeParse(PublicPageInput, { address, contact: '', findable: true }).success, false, address);
});

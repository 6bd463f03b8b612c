import assert from 'node:assert/strict';
import { test } from 'node:test';
import { write } from '#rooms/messages/commands.server.ts';
import { confidentialMail, type MailFrame } from './rules.ts';

const frame: MailFrame = {
  origin: 'https://pejling.example',
  organisation: 'Fjordby Kommune',
  slug: 'fjordby',
  round: 'Ledelse 2029',
  k: 5,
  closesAt: new Date('2029-03-01T11:00:00Z'),
  fingerprint: 'ab12',
  minutes: 14,
};
const invited = { name: 'Amina', email: 'amina@fjordby.example', leader: 'Mette', pool: null, link: 'x' };

test('the invitation says how long the round takes, as it was worked out for its own questions', () => {
  for (const [language, words] of [
    ['da', 'Du bliver spurgt om Mette. Det tager cirka 14 minutter.\n'],
    ['en', 'You are asked about Mette. It takes about 14 minutes.\n'],
  ] as const) {
    const { text } = write(confidentialMail('invitation', frame, { ...invited, language }));
    assert.ok(text.includes(words), text);
  }
});

test('an invitation that was queued before it knew how long it takes says nothing of it', () => {
  const mail = confidentialMail('invitation', frame, { ...invited, language: 'da' });
  const { minutes: _unknown, ...parameters } = mail.parameters as Record<string, string>;
  assert.ok(write({ ...mail, parameters }).text.includes('Du bliver spurgt om Mette.\n\nSvar her'));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { calendarFile, escapeText, foldLine } from './rules.ts';

const EVENT = {
  uid: 'a-0@fjordby.pejling',
  sequence: 2,
  changedAt: new Date('2026-11-02T09:08:07Z'),
  from: '2028-02-29',
  to: '2028-02-29',
  name: 'Ledere, TRIO; og "alle"',
  about: 'Første linje\nAnden linje',
  category: 'Dialog',
  url: 'https://pejling.example/fjordby/year/a',
};
const unfold = (text: string) => text.replaceAll('\r\n ', '');

test('AA3 a calendar file has whole days that end the day after, escaped text, and an id that stays', () => {
  const lines = unfold(calendarFile('Årshjul', [EVENT])).split('\r\n');
  assert.equal(lines[0], 'BEGIN:VCALENDAR');
  assert.equal(lines.at(-2), 'END:VCALENDAR');
  for (const line of [
    'UID:a-0@fjordby.pejling',
    'DTSTAMP:20261102T090807Z',
    'DTSTART;VALUE=DATE:20280229',
    'DTEND;VALUE=DATE:20280301',
    'SUMMARY:Ledere\\, TRIO\\; og "alle"',
    'DESCRIPTION:Første linje\\nAnden linje',
  ])
    assert.ok(lines.includes(line), line);
});

test('AA3 no line of a calendar is longer than 75 bytes, and folding loses and splits no letter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const line = `SUMMARY:${escapeText(text)}`;
      const folded = foldLine(line);
      for (const part of folded.split('\r\n')) assert.ok(new TextEncoder().encode(part).length <= 75);
      assert.equal(unfold(folded), line);
    }),
  );
});

test('AA3 text put in a calendar cannot begin a line of its own', () => {
  for (const end of ['\r\n', '\n', '\r', '\u0085', '\u000b', '\u0000'])
    assert.doesNotMatch(escapeText(`a${end}ATTENDEE:x${end}END:VEVENT`), /\p{Cc}/u);
});

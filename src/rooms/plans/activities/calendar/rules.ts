// A calendar file by RFC 5545: whole days, one event for each time, so that every calendar reads it the same way.
import { dayAfter } from '#base/time.ts';
import type { CalendarEvent } from './schema.ts';

/** The file, with the line ends and folding the standard asks for. */
export function calendarFile(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Pejling//Year wheel//DA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** Text as it stands in a property: backslash, semicolon and comma escaped, line ends written out, other control signs left out. */
export function escapeText(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/\p{Cc}/gu, ' ');
}

/** A line in parts of at most 75 bytes, each but the first beginning with a space; no letter is cut in two. */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let bytes = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (bytes + size > 75) {
      parts.push(part);
      [part, bytes] = [' ', 1];
    }
    part += letter;
    bytes += size;
  }
  return [...parts, part].join('\r\n');
}

function eventLines(event: CalendarEvent): string[] {
  const stamp = `${event.changedAt.toISOString().replaceAll(/[-:]/g, '').slice(0, 15)}Z`;
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;VALUE=DATE:${event.from.replaceAll('-', '')}`,
    // The end of a whole-day event is the day after its last.
    `DTEND;VALUE=DATE:${dayAfter(event.to, { days: 1 }).replaceAll('-', '')}`,
    `SUMMARY:${escapeText(event.name)}`,
    ...(event.about === '' ? [] : [`DESCRIPTION:${escapeText(event.about)}`]),
    `CATEGORIES:${escapeText(event.category)}`,
    `URL:${event.url}`,
    // It is there to be seen, and takes nobody's time.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

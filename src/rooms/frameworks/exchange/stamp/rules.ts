import { locale, m } from '#base/text.ts';
import { dayInWords, inWords, localDate } from '#base/time.ts';
import { isDraft } from '../../rules.ts';
import type { VersionHead } from '../../schema.ts';

/** Which wording this is, who issued it and when: "Version 2 · Chefgruppen · december 2021". A draft says that it is one, and of which day. */
export function versionStamp(head: VersionHead, today: Date): string {
  const language = locale();
  const number = m.exchange_stamp_version({ number: head.number });
  if (isDraft(head)) return `${number} · ${m.exchange_stamp_draft({ date: inWords(today, language, 'date') })}`;
  const when = head.dated === null ? publishedOn(head) : datedInWords(head.dated);
  return [number, head.issuedBy, when].filter((part) => part !== '').join(' · ');
}

function publishedOn({ publishedAt }: VersionHead): string {
  return publishedAt === null ? '' : dayInWords(localDate(publishedAt), locale());
}

/** A date as exact as the document gives it (2021, 2021-12, 2021-12-24) in words; other words stay as they are. */
export function datedInWords(dated: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/u.exec(dated) ?? [];
  if (year === undefined || month === undefined || Number(month) < 1 || Number(month) > 12) return dated;
  if (day === undefined) return dayInWords(`${year}-${month}-01`, locale(), 'month');
  return Number(day) < 1 || Number(day) > 31 ? dated : dayInWords(dated, locale());
}

import { daysAfter, fromLocal, localDate } from '#base/time.ts';

/** A hearing is open for nine weeks unless somebody chooses otherwise: long enough for a body that meets once a month. */
const USUAL_DAYS = 63;

/** The deadline that is proposed: nine weeks from now, at noon in Copenhagen. */
export function usualDeadline(moment: Date): Date {
  const day = daysAfter(moment, USUAL_DAYS);
  const noon = fromLocal(`${localDate(day)}T12:00`);
  return noon.ok ? noon.moment : day;
}

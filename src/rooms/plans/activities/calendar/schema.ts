/** One time of something, on whole days (2029-12-31), ready in words. */
export type CalendarEvent = {
  /** The same for the same time of the same thing, also when its day has been moved. */
  uid: string;
  sequence: number;
  changedAt: Date;
  from: string;
  to: string;
  name: string;
  about: string;
  category: string;
  url: string;
};

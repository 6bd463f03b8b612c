import { readPairs } from './word-pairs.ts';

const VERBS = `være tænke møde føre høre lære læse løse lægge gå få stå nå øge sætte søge følge støtte køre løbe vælge træde trække bære
  række tåle slå forstå opnå indgå udføre gøre ændre øve afgøre opstå bestå foregå fremgå håbe råde tælle sænke føle spørge`;

/** They tell apart words that a scan makes alike ("for" and "før", "mode" and "møde"). Put together for Pejling by hand. */
export const DANISH_PAIRS: Map<string, number> = readPairs([
  [2000, 'lige året dagen ugen måneden kort timer dage end som aldrig allerede dér minutter', 'før'],
  [40, 'før', 'og eller mødet møder samtalen jul tid i næste beslutningen beslutninger hvert hver efter under ferien tiden 1'],
  [12, 'længe tid ikke og først møde sent', 'før'],
  [120, ',', 'før når så får'],
  [40, 'før', 'nogen noget målingen svarene det'],
  [8, 'før', 'vi du man de der han hun'],
  [6, 'for', 'at den det en et alle vores jeres borgerne medarbejderne sig hele os dem'],
  [20, 'ansvar grund rammer rammen brug behov tak sørge sørger ud inden uden over frem bange ansvaret plads rum glæde', 'for'],
  [30, 'at kan skal vil må bør kunne skulle ville', VERBS.replaceAll('\n', ' ')],
  [20, 'så hvor ikke alt for alle', 'længe'],
  [50, 'der som de vi jeg hun han', 'bor'],
  [50, 'bor', 'i her på der hos'],
  [20, 'til et hvert næste første holder holde på ved hvert dette vores', 'møde'],
  [20, 'på en den denne samme anden hvilken', 'måde'],
  [20, 'et gode vores råd alle tre fire to klare fælles på nye egne', 'mål'],
  [20, 'mere så meget er for de', 'svære'],
  [20, 'et gode godt', 'råd'],
  [15, 'vi de der som det man jeg du', 'får når går står bør tør gør'],
]);

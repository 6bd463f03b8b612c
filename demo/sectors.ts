export type Sector = 'daycare' | 'school' | 'elder' | 'health' | 'administration';

/** What distinguishes one part of the municipality: how common its units are, how large, what they and their people are called. */
export interface SectorProfile {
  readonly sector: Sector;
  readonly share: number;
  readonly meanSpan: number;
  readonly department: string;
  readonly areaWord: string;
  readonly unitKinds: readonly { readonly word: string; readonly employeeTitles: readonly string[] }[];
  readonly leaderTitles: Readonly<Record<2 | 3 | 4, string>>;
  readonly shareWithoutMail: number;
}

/** Shares and mean spans of control as published for Danish public leaders; the names are invented. */
export const sectors: readonly SectorProfile[] = [
  {
    sector: 'daycare',
    share: 0.25,
    meanSpan: 14,
    department: 'Børn og Dagtilbud',
    areaWord: 'Dagtilbud',
    unitKinds: [
      { word: 'Børnehuset', employeeTitles: ['Pædagog', 'Pædagog', 'Pædagogisk assistent', 'Pædagogmedhjælper'] },
      { word: 'Vuggestuen', employeeTitles: ['Pædagog', 'Pædagog', 'Pædagogmedhjælper'] },
      { word: 'Børnehaven', employeeTitles: ['Pædagog', 'Pædagog', 'Pædagogisk assistent', 'Pædagogmedhjælper'] },
      { word: 'Naturbørnehaven', employeeTitles: ['Pædagog', 'Pædagogmedhjælper'] },
      { word: 'Dagplejen', employeeTitles: ['Dagplejer'] },
    ],
    leaderTitles: { 2: 'Dagtilbudschef', 3: 'Dagtilbudsleder', 4: 'Pædagogisk leder' },
    shareWithoutMail: 0.13,
  },
  {
    sector: 'school',
    share: 0.2,
    meanSpan: 24,
    department: 'Skole og Fritid',
    areaWord: 'Skoledistrikt',
    unitKinds: [
      { word: 'Indskolingen', employeeTitles: ['Lærer', 'Lærer', 'Børnehaveklasseleder', 'Skolepædagog'] },
      { word: 'Mellemtrinnet', employeeTitles: ['Lærer', 'Lærer', 'Lærer', 'Skolepædagog'] },
      { word: 'Udskolingen', employeeTitles: ['Lærer'] },
      { word: 'Fritidshjemmet', employeeTitles: ['Skolepædagog', 'Pædagogmedhjælper'] },
      { word: 'Specialklasserne', employeeTitles: ['Lærer', 'Skolepædagog'] },
    ],
    leaderTitles: { 2: 'Skolechef', 3: 'Skoleleder', 4: 'Afdelingsleder' },
    shareWithoutMail: 0.04,
  },
  {
    sector: 'elder',
    share: 0.2,
    meanSpan: 32,
    department: 'Ældre og Omsorg',
    areaWord: 'Omsorgsområde',
    unitKinds: [
      {
        word: 'Plejehjemmet',
        employeeTitles: [
          'Social- og sundhedshjælper',
          'Social- og sundhedsassistent',
          'Social- og sundhedsassistent',
          'Sygeplejerske',
          'Ernæringsassistent',
        ],
      },
      {
        word: 'Hjemmeplejen',
        employeeTitles: ['Social- og sundhedshjælper', 'Social- og sundhedshjælper', 'Social- og sundhedsassistent'],
      },
      { word: 'Aftenvagten', employeeTitles: ['Social- og sundhedshjælper', 'Social- og sundhedsassistent', 'Sygeplejerske'] },
      { word: 'Aktivitetscentret', employeeTitles: ['Aktivitetsmedarbejder', 'Ergoterapeut', 'Social- og sundhedsassistent'] },
      { word: 'Ældreboligerne', employeeTitles: ['Social- og sundhedshjælper', 'Social- og sundhedsassistent'] },
    ],
    leaderTitles: { 2: 'Ældrechef', 3: 'Områdeleder', 4: 'Teamleder' },
    shareWithoutMail: 0.16,
  },
  {
    sector: 'health',
    share: 0.2,
    meanSpan: 24,
    department: 'Sundhed og Rehabilitering',
    areaWord: 'Sundhedsområde',
    unitKinds: [
      { word: 'Sundhedscentret', employeeTitles: ['Sygeplejerske', 'Fysioterapeut', 'Diætist', 'Sundhedskonsulent'] },
      { word: 'Genoptræningen', employeeTitles: ['Fysioterapeut', 'Fysioterapeut', 'Ergoterapeut'] },
      { word: 'Sundhedsplejen', employeeTitles: ['Sundhedsplejerske'] },
      { word: 'Tandplejen', employeeTitles: ['Tandlæge', 'Klinikassistent', 'Klinikassistent', 'Tandplejer'] },
      { word: 'Sygeplejeklinikken', employeeTitles: ['Sygeplejerske', 'Sygeplejerske', 'Social- og sundhedsassistent'] },
    ],
    leaderTitles: { 2: 'Sundhedschef', 3: 'Centerleder', 4: 'Afdelingsleder' },
    shareWithoutMail: 0.06,
  },
  {
    sector: 'administration',
    share: 0.15,
    meanSpan: 13,
    department: 'Stab og Borgerservice',
    areaWord: 'Serviceområde',
    unitKinds: [
      { word: 'Borgerservice', employeeTitles: ['Sagsbehandler', 'Administrativ medarbejder'] },
      { word: 'Ydelsesteamet', employeeTitles: ['Sagsbehandler'] },
      { word: 'Byggesagsteamet', employeeTitles: ['Byggesagsbehandler', 'Landinspektør', 'Administrativ medarbejder'] },
      { word: 'Regnskabsteamet', employeeTitles: ['Økonomimedarbejder', 'Økonomikonsulent'] },
      { word: 'Jobteamet', employeeTitles: ['Jobkonsulent', 'Jobkonsulent', 'Virksomhedskonsulent'] },
    ],
    leaderTitles: { 2: 'Administrationschef', 3: 'Afdelingschef', 4: 'Teamleder' },
    shareWithoutMail: 0.01,
  },
];

// Invented places of Fjordby; a unit's name is a word of its sector and a place.
export const places: readonly string[] =
  'Strandby Havnefronten Lyngbakken Møllevang Skovkanten Engdalen Kystvejen Fyrbakken Ådalen Søholm Nørremark Sønderskov Vesterhede Østerlide Birkehøj Elmelund Rønnebæk Klintholt Hasselkrog Kildemose Tangbjerg Mågevej Ternehøj Sivbanken Dybvig Sandhage Lærkely Viberholt Hjortemark Solkrogen Bakkehuset Troldkær Brombærhaven Pilegab Rosenvænge Kornmarken Teglgården Smedekær Bredning Fiskerleje Stenvad Kongsmose Ravnholt Egedal Bøgelund Askemark Linderup Kirsebærlund Ahornparken Gyvelbakken'.split(
    ' ',
  );

// What a newcomer brings along: an organisation as a file, and a framework document.
import { readFileSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const NAMES = [
  'Asger',
  'Bodil',
  'Carl',
  'Ditte',
  'Emil',
  'Fatima',
  'Gorm',
  'Helle',
  'Ivan',
  'Jytte',
  'Kim',
  'Lis',
  'Mads',
  'Nanna',
  'Ole',
  'Pia',
  'Rasmus',
  'Signe',
  'Tina',
  'Uffe',
];

/** A small town of two workplaces: Vera leads all, Mikkel leads ten, Nora leads six. Two people have no mail address. */
export function organisationFile(): Buffer {
  const rows = [
    ['10', 'Nyby', '', '1', 'Vera Lund', 'vera@nyby.example', 'Kommunaldirektør', 'ja', '1'],
    ['11', 'Plejecenter Engen', '10', '2', 'Mikkel Brandt', 'mikkel@nyby.example', 'Centerleder', 'ja', '2'],
    ['12', 'Biblioteket', '10', '3', 'Nora Friis', 'nora@nyby.example', 'Bibliotekschef', 'ja', '2'],
    ...NAMES.slice(0, 10).map((name, at) => [
      '11',
      '',
      '',
      String(20 + at),
      `${name} Holt`,
      at === 3 ? '' : `${name.toLowerCase()}@nyby.example`,
      'Plejer',
      'nej',
      '',
    ]),
    ...NAMES.slice(10, 16).map((name, at) => [
      '12',
      '',
      '',
      String(40 + at),
      `${name} Vang`,
      at === 2 ? '' : `${name.toLowerCase()}@nyby.example`,
      'Bibliotekar',
      'nej',
      '',
    ]),
    ...NAMES.slice(16, 20).map((name, at) => [
      '10',
      '',
      '',
      String(60 + at),
      `${name} Toft`,
      `${name.toLowerCase()}@nyby.example`,
      'Konsulent',
      'nej',
      '',
    ]),
  ];
  const head = [
    'enhedskode',
    'enhed',
    'overordnet enhedskode',
    'medarbejdernummer',
    'navn',
    'mail',
    'stilling',
    'leder',
    'ledelsesniveau',
  ];
  return Buffer.from('\ufeff' + [head, ...rows].map((row) => row.join(';')).join('\r\n') + '\r\n');
}

const OWN_DOCUMENT = `# Ledelse i Nyby

Nyby, marts 2026

## Vi siger det, som det er

- Lederen fortæller, hvad der er besluttet, og hvad der stadig er åbent.
- Lederen spørger, før noget ændres i andres hverdag.
- Lederen retter sig selv højt, når noget var forkert.

## Vi passer på hinandens tid

- Lederen holder møder, der har et formål og slutter til tiden.
- Lederen siger nej til opgaver, der ikke er plads til.
- Lederen svarer inden for to dage, også når svaret er et måske.

## Vi bliver klogere sammen

- Lederen sætter tid af til at se tilbage på det, der lige er gjort.
- Lederen prøver nyt i det små, før det bliver til alles arbejde.
- Lederen henter hjælp hos andre, i god tid.
`;

/** One of the real documents where they are at hand, else a small one of our own. */
export function frameworkDocument(which: 'real' | 'own'): { name: string; bytes: Buffer; real: boolean } {
  const folder = path.resolve(process.env.PEJLING_SOURCES ?? '../shared/seeds');
  const found =
    which === 'real' && existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => name.endsWith('.txt'))
          .sort()
      : [];
  // The one with the cleanest text: values, lists and chapters.
  const name = found.find((one) => one.startsWith('003')) ?? found[0];
  if (name !== undefined) return { name, bytes: readFileSync(path.join(folder, name)), real: true };
  return { name: 'ledelse-i-nyby.md', bytes: Buffer.from(OWN_DOCUMENT), real: false };
}

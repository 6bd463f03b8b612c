import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkNothingLost, type DraftElement, type FrameworkDraft } from './open-format.ts';
import { structureDocument } from './structure-document.ts';

/* All texts here are invented. */

function draftOf(...lines: string[]): FrameworkDraft {
  const draft = structureDocument({ text: lines.join('\n'), pageOf: () => undefined, furnitureLines: new Set() }, 'grundlag.txt');
  checkNothingLost(draft);
  return draft;
}

const shape = (draft: FrameworkDraft): string[] => draft.elements.map(describeElement);
const describeElement = (element: DraftElement): string =>
  `${element.kind} ${element.title ?? element.text ?? ''}`.slice(0, 60).trim();

describe('lists take their kind from what announces them', () => {
  test('a counted noun names the items, and an own title is told from its text', () => {
    const draft = draftOf(
      'Arbejdet i Lillelund Kommune hviler på to værdier:',
      '',
      '- **Nysgerrighed** – Vi spørger, før vi svarer.',
      '- **Ro** – Vi tager én ting ad gangen.',
    );
    const values = draft.elements.filter((element) => element.kind === 'value');
    assert.deepEqual(
      values.map((value) => [value.title, value.text]),
      [
        ['Nysgerrighed', 'Vi spørger, før vi svarer.'],
        ['Ro', 'Vi tager én ting ad gangen.'],
      ],
    );
    assert.equal(draft.kinds.value, 'værdier');
    assert.equal(draft.organisation, 'Lillelund Kommune');
  });

  test('names without marks are items when there are as many lines as were counted', () => {
    const draft = draftOf(
      'Vi har fire kompetencer:',
      '',
      'Overblik',
      'Omtanke',
      '',
      'Handlekraft',
      'Udsyn',
      '',
      'De hører sammen og kan ikke vælges fra hver for sig i hverdagen.',
    );
    assert.deepEqual(
      draft.elements.filter((element) => element.kind === 'competence').map((element) => element.title),
      ['Overblik', 'Omtanke', 'Handlekraft', 'Udsyn'],
    );
  });

  test('numbered levels become the axis of the draft, highest first', () => {
    const draft = draftOf('Vi har tre ledelsesniveauer:', '', '1. Øverste ledelse', '2. Afdelingsledere', '3. Teamledere');
    assert.deepEqual(draft.levels, ['Øverste ledelse', 'Afdelingsledere', 'Teamledere']);
    assert.deepEqual(
      draft.furniture.map((entry) => entry.text),
      ['1.', '2.', '3.'],
    );
  });

  test('things to have in hand are a checklist, and a list of four in a parenthesis its points', () => {
    const draft = draftOf(
      'God drift er:',
      '',
      '- At have styr på tiden (planer, aftaler, pauser og frister, der flytter sig)',
      '- At have styr på nøglerne',
    );
    assert.deepEqual(shape(draft).slice(1), [
      'checklist_item At have styr på tiden',
      'checklist_item planer',
      'checklist_item aftaler',
      'checklist_item pauser',
      'checklist_item frister, der flytter sig',
      'checklist_item At have styr på nøglerne',
    ]);
  });

  test('a damaged bullet that reads as a letter is a bullet, listed as a repair', () => {
    const draft = draftOf('Vi lover:', '', 'e at lytte til hinanden', 'e at svare inden ugen er omme');
    assert.equal(draft.elements.length, 3);
    assert.deepEqual(draft.repairs, [
      { line: 3, from: 'e', to: '•' },
      { line: 4, from: 'e', to: '•' },
    ]);
  });
});

describe('labels and repetition', () => {
  const guidepost = (title: string, ...items: string[]): string[] => [
    'Pejlemærke:',
    '',
    `## ${title}`,
    '',
    '### Det betyder at:',
    '',
    `- ${items[0]}`,
    '',
    '### I praksis:',
    '',
    `- ${items[1]}`,
    `- ${items[2]}`,
    '',
  ];
  const posts = [
    ...guidepost('Vi lytter først', 'Vi spørger.', 'Vi holder møde.', 'Vi skriver ned.'),
    ...guidepost('Vi deler viden', 'Vi fortæller.', 'Vi viser frem.', 'Vi tager med.'),
    ...guidepost('Vi holder fast', 'Vi venter.', 'Vi følger op.', 'Vi runder af.'),
  ];

  test('a label names the kind of the heading after it, and repeated labels open layers', () => {
    const draft = draftOf(...posts);
    assert.deepEqual(shape(draft).slice(0, 4), [
      'guidepost Vi lytter først',
      'meaning Vi spørger.',
      'practice Vi holder møde.',
      'practice Vi skriver ned.',
    ]);
    assert.equal(draft.kinds.guidepost, 'Pejlemærke');
    assert.equal(draft.kinds.meaning, 'Det betyder at');
  });

  test('a list that only names what is unfolded below repeats it', () => {
    const draft = draftOf('## Tre pejlemærker', '', '- Vi lytter først', '- Vi deler viden', '- Vi holder fast', '', ...posts);
    assert.deepEqual(
      draft.repeats.map((repeat) => repeat.element),
      ['vi-lytter-foerst', 'vi-deler-viden', 'vi-holder-fast'],
    );
    assert.equal(draft.elements.filter((element) => element.kind === 'guidepost').length, 3);
  });

  test('a pull quote repeats the passage it is taken from', () => {
    const quote = 'Vi leder bedst når vi tør bede hinanden om hjælp i god tid';
    const draft = draftOf(
      'Hvorfor det?',
      '',
      `${quote}.`,
      '',
      ...Array.from({ length: 12 }, (_, i) => `Linje nummer ${i} siger noget helt andet end de øvrige linjer gør, synes jeg.`),
      '',
      quote,
    );
    assert.deepEqual(
      draft.repeats.map((repeat) => [repeat.text, repeat.element]),
      [[quote, draft.elements[0]?.id]],
    );
  });

  test('a label in the margin is furniture and does not hide the heading beside it', () => {
    const area = (name: string): string[] => [`Vi vil lede ${name} steder:`, '', '- vi tør', '- vi kan', ''];
    const draft = draftOf(
      'Vi har tre fokusområder, og dem arbejder vi med hele året rundt.',
      '',
      'Hvad nu',
      '',
      ...area('Hvad nu Vi vil lede kloge').map((line) => line.replace('Vi vil lede Hvad nu ', 'Hvad nu ')),
      ...area('rolige'),
      ...area('åbne'),
    );
    assert.deepEqual(draft.elements.filter((element) => element.kind === 'focus_area').length, 3);
    assert.deepEqual(
      draft.furniture.map((entry) => entry.text),
      ['Hvad nu', 'Hvad nu'],
    );
  });
});

describe('paragraphs take their kind from their neighbours', () => {
  test('siblings whose paragraphs open alike have layers', () => {
    const part = (n: number, title: string, end: string): string[] => [
      `${n}. ${title}`,
      '',
      `Alle i huset ser ud ad vinduet og lægger mærke til ${end}.`,
      '',
      `Lederne går forrest i huset og lægger mærke til ${end}.`,
      '',
      `Det betyder, at lederne spørger hinanden til råds om ${end}.`,
      '',
    ];
    const draft = draftOf('## Principper', '', ...part(1, 'Vi ser ud', 'vejret'), ...part(2, 'Vi ser ind', 'stemningen'));
    assert.deepEqual(
      draft.elements.map((element) => element.kind),
      [
        'section',
        'principle',
        'general_expectation',
        'expectation',
        'meaning',
        'principle',
        'general_expectation',
        'expectation',
        'meaning',
      ],
    );
  });

  test('dated paragraphs in a chapter about the process are its steps', () => {
    const draft = draftOf(
      '## Processen',
      '',
      'Det hele tog sin tid, og mange var med undervejs.',
      '',
      'I maj 2021 mødtes alle ledere for første gang.',
      '',
      'Derefter blev teksten skrevet om.',
      '',
      'Den blev vedtaget den 3. juni 2022.',
    );
    assert.deepEqual(
      draft.elements.map((element) => element.kind),
      ['section', 'process_step', 'process_step', 'process_step'],
    );
  });

  test('questions under a short line are reflection questions of that setting', () => {
    const draft = draftOf(
      'Ledergruppen',
      '',
      'Hvad lykkes vi med sammen?',
      '',
      'Hvem mangler ved bordet?',
      '',
      'Alene:',
      'Hvad trænger jeg til?',
    );
    assert.deepEqual(shape(draft), [
      'setting Ledergruppen',
      'reflection_question Hvad lykkes vi med sammen?',
      'reflection_question Hvem mangler ved bordet?',
      'setting Alene',
      'reflection_question Hvad trænger jeg til?',
    ]);
  });

  test('paragraphs that count themselves are the reasons that were announced', () => {
    const draft = draftOf(
      'Der er to grunde til at begynde nu.',
      '',
      'For det første er vi blevet flere, end vi var.',
      '',
      'For det andet har vi fået nye opgaver.',
    );
    assert.equal(draft.elements.filter((element) => element.kind === 'reason').length, 2);
  });

  test('a paragraph on what the framework is used for is a use; a sentence that defines is a definition', () => {
    const draft = draftOf(
      '## Brug',
      '',
      'Ledelsesgrundlaget ligger på bordet, hver gang vi rekrutterer til huset.',
      '',
      'Vi definerer trivsel som at have det godt nok til at sige fra.',
    );
    assert.deepEqual(
      draft.elements.map((element) => element.kind),
      ['section', 'use', 'definition'],
    );
  });
});

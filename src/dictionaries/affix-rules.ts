/** One way a word of the dictionary gets its ending: `strip` leaves it, `append` comes, when it ends as `condition` says. */
export type SuffixStep = { flag: string; strip: string; append: string; condition: RegExp | null; carries: ReadonlySet<string> };

/** Endings put one after the other; the whole changes `strip` into `append`. */
export type Ending = { first: string; steps: SuffixStep[]; strip: string; append: string; carries: ReadonlySet<string> };

export type AffixRules = {
  endings: Ending[];
  prefixes: { flag: string; strip: string; append: string }[];
  special: Map<string, string>;
  numeric: boolean;
};

const NONE: ReadonlySet<string> = new Set();
/** No Danish or English word takes more than three endings one after the other. */
const MOST_STEPS = 3;

/** Reads the rules of a Hunspell dictionary (`.aff`). What only serves suggestions is passed over. */
export function readAffixRules(aff: string): AffixRules {
  const lines = aff.split(/\r?\n/u);
  const numeric = lines.some((line) => /^FLAG\s+num/u.test(line));
  const steps: SuffixStep[] = [];
  const prefixes: AffixRules['prefixes'] = [];
  const special = new Map<string, string>();
  for (const line of lines) {
    const [kind = '', flag = '', strip = '', append = '', condition = ''] = line.split(/\s+/u);
    if (/^(?:FORBIDDENWORD|NEEDAFFIX|COMPOUNDBEGIN|COMPOUNDMIDDLE|COMPOUNDEND|ONLYINCOMPOUND)$/u.test(kind))
      special.set(flag, kind);
    if (condition === '' || (kind !== 'SFX' && kind !== 'PFX')) continue;
    const [letters = '', carried = ''] = append.split('/');
    const change = { flag, strip: bare(strip), append: bare(letters) };
    if (kind === 'PFX') prefixes.push(change);
    else steps.push({ ...change, condition: patternOf(condition), carries: new Set(flagsIn(carried, numeric)) });
  }
  return { endings: chainSteps(steps), prefixes, special, numeric };
}

/** The flags behind the stroke of an entry. */
export function flagsIn(text: string, numeric: boolean): string[] {
  if (text === '') return [];
  return numeric ? text.split(',') : [...text];
}

function bare(text: string): string {
  return text === '0' ? '' : text;
}

const patterns = new Map<string, RegExp | null>();

function patternOf(condition: string): RegExp | null {
  if (condition === '.') return null;
  const known = patterns.get(condition);
  if (known !== undefined) return known;
  const made = new RegExp(`${condition}$`, 'u');
  patterns.set(condition, made);
  return made;
}

function chainSteps(steps: readonly SuffixStep[]): Ending[] {
  const byFlag = Map.groupBy(steps, (step) => step.flag);
  let last = steps.map((step): Ending => ({ first: step.flag, steps: [step], ...pick(step) }));
  const all = [...last];
  for (let depth = 1; depth < MOST_STEPS; depth++) {
    last = last.flatMap((ending) => longer(ending, byFlag));
    all.push(...last);
  }
  return all;
}

function pick({ strip, append, carries }: SuffixStep): Pick<Ending, 'strip' | 'append' | 'carries'> {
  return { strip, append, carries };
}

function longer(ending: Ending, byFlag: Map<string, SuffixStep[]>): Ending[] {
  const found: Ending[] = [];
  for (const flag of ending.carries) {
    for (const step of byFlag.get(flag) ?? []) {
      const joined = joinEndings(ending, step);
      if (joined) found.push(joined);
    }
  }
  return found;
}

/** An ending and one more behind it, or null when what it would strip is not there. */
function joinEndings(ending: Ending, step: SuffixStep): Ending | null {
  const steps = [...ending.steps, step];
  const carries = step.carries.size > 0 ? step.carries : NONE;
  if (ending.append.endsWith(step.strip)) {
    const kept = ending.append.slice(0, ending.append.length - step.strip.length);
    return { first: ending.first, steps, strip: ending.strip, append: kept + step.append, carries };
  }
  if (!step.strip.endsWith(ending.append)) return null;
  const further = step.strip.slice(0, step.strip.length - ending.append.length);
  return { first: ending.first, steps, strip: further + ending.strip, append: step.append, carries };
}

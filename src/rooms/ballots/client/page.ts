// The program of the answer page. Until it has shown that it can seal an answer, the page says that it cannot be used.
import type { ManifestExcerpt } from '#rooms/rounds/manifest/schema.ts';
import { cast, resume, type Kept, type Ports, type UrnReply } from './cast.ts';
import { newBallotKey } from './ballot.ts';
import { checkManifest, type CheckedManifest } from './manifest-check.ts';
import { browserPatience, persist } from './persistence.ts';
import { askToken, sendBallot } from './post.ts';
import { Screen, type Draft } from './screen.ts';
import { browserShelf, memoryShelf, type Shelf } from './shelf.ts';

class AnswerPage {
  readonly #screen: Screen;
  readonly #manifest: CheckedManifest;
  readonly #shelf: Shelf;
  readonly #slot: string;
  #missingAccepted = false;

  constructor(screen: Screen, manifest: CheckedManifest, shelf: Shelf) {
    this.#screen = screen;
    this.#manifest = manifest;
    this.#shelf = shelf;
    this.#slot = `${manifest.round}/${screen.fact('slot')}`;
  }

  async begin(): Promise<void> {
    const screen = this.#screen;
    screen.addButtons({ send: () => void this.#send(), drop: () => void this.#dropDraft() });
    screen.onPress('again', () => this.#edit());
    screen.onPress('retry', () => void this.#send());
    screen.onChoice(() => void this.#shelf.put(`draft/${this.#slot}`, screen.draft()));
    screen.fill((await this.#shelf.get<Draft>(`draft/${this.#slot}`)) ?? {});
    const kept = await this.#shelf.get<Kept>(`ballot/${this.#slot}`);
    if (kept !== null && kept.sealed !== null) return this.#finishEarlier();
    if (kept !== null && kept.receipt !== null) return this.#conclude({ kind: 'kept', receipt: kept.receipt });
    screen.tell(null);
    screen.showQuestions(true);
  }

  /** An earlier visit had pressed send and was interrupted: the same ballot is sent on. */
  async #finishEarlier(): Promise<void> {
    await this.#deliver(() => this.#again());
  }

  async #send(): Promise<void> {
    const { answers, blank } = this.#screen.answers(this.#manifest.questions);
    const [first] = blank;
    if (first !== undefined && !this.#missingAccepted) {
      this.#missingAccepted = true;
      this.#screen.onPress('missing', () => this.#screen.focusQuestion(first));
      return this.#screen.tell('missing', { count: String(blank.length) });
    }
    this.#missingAccepted = false;
    await this.#deliver(() => cast(this.#manifest, answers, this.#ports()));
  }

  async #deliver(first: () => Promise<UrnReply>): Promise<void> {
    this.#screen.lock(true);
    this.#screen.tell('sending');
    let reply: UrnReply;
    try {
      reply = await persist(
        first,
        () => this.#again(),
        browserPatience,
        (setback) => this.#screen.tell(setback.kind === 'offline' ? 'offline' : 'busy'),
      );
    } catch {
      reply = { kind: 'refused', problem: 'program' };
    }
    this.#screen.lock(false);
    await this.#conclude(reply);
  }

  async #again(): Promise<UrnReply> {
    return (await resume(this.#manifest, this.#ports())) ?? { kind: 'refused', problem: 'forgotten' };
  }

  async #conclude(reply: UrnReply): Promise<void> {
    const screen = this.#screen;
    screen.showQuestions(reply.kind !== 'kept' && reply.kind !== 'closed' && reply.kind !== 'taken');
    if (reply.kind === 'kept') {
      // What was answered is not left behind on the device.
      await this.#shelf.drop(`draft/${this.#slot}`);
      screen.fill({});
      return screen.tell('kept', { receipt: readable(reply.receipt.leaf) });
    }
    if (reply.kind === 'closed' || reply.kind === 'taken') return screen.tell(reply.kind);
    if (reply.kind === 'busy' || reply.kind === 'offline') return screen.tell('gave_up');
    screen.tell('refused', { problem: reply.kind === 'refused' ? reply.problem : reply.kind });
  }

  #edit(): void {
    this.#screen.tell(null);
    this.#screen.showQuestions(true);
    this.#screen.focusQuestion(this.#manifest.questions[0] ?? '');
  }

  async #dropDraft(): Promise<void> {
    await this.#shelf.drop(`draft/${this.#slot}`);
    this.#screen.fill({});
    this.#screen.tell('dropped');
  }

  #ports(): Ports {
    const name = `ballot/${this.#slot}`;
    return {
      recall: () => this.#shelf.get<Kept>(name),
      keep: (kept) => this.#shelf.put(name, kept),
      askToken: (blinded) => askToken(fetch, this.#screen.fact('token'), blinded),
      sendBallot: (ballot) => sendBallot(fetch, this.#screen.fact('urn'), ballot),
    };
  }
}

/** The start of a receipt, as people can compare it: 4F2A 90C1 … */
function readable(leaf: string): string {
  return leaf.slice(0, 16).replaceAll(/(....)(?=.)/g, '$1 ');
}

async function start(): Promise<void> {
  const screen = new Screen();
  const manifest = await checkManifest(JSON.parse(screen.fact('excerpt')) as ManifestExcerpt);
  if (manifest === null) throw new Error('the manifest is not signed as it should be');
  await newBallotKey();
  const own = await browserShelf().catch(() => null);
  const begin = (shelf: Shelf) => new AnswerPage(screen, manifest, shelf).begin();
  if (own !== null && (await own.get<boolean>('own')) === true) {
    await begin(own);
    return screen.ready();
  }
  screen.onPress('own', () => void (own ?? memoryShelf()).put('own', true).then(() => begin(own ?? memoryShelf())));
  screen.onPress('shared', () => void begin(memoryShelf()));
  screen.ready();
  screen.tell('device');
}

// Whatever goes wrong here leaves the page as the server sent it: with the notice of what to do instead.
start().catch(() => undefined);

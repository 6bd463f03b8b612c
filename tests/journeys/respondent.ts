// A respondent without a browser: over the same HTTP and with the same program as the answer page, but free to do wrong.
import type { APIRequestContext } from '@playwright/test';
import { assembleBallot, ballotPoint, newBallotKey, sealAnswers } from '../../src/rooms/ballots/client/ballot.ts';
import { blindToken, finishToken, type BlindedToken } from '../../src/rooms/ballots/client/blind-token.ts';
import { checkManifest, type CheckedManifest } from '../../src/rooms/ballots/client/manifest-check.ts';
import { fromBase64, toBase64 } from '../../src/rooms/ballots/schema.ts';
import type { ManifestExcerpt } from '../../src/rooms/rounds/manifest/schema.ts';

export type Signed = { key: CryptoKeyPair; token: Uint8Array<ArrayBuffer>; tokenSignature: Uint8Array };
export type Reply = { status: number; body: { problem?: string; receipt?: string; version?: number; signature?: string } };

export class Respondent {
  readonly #request: APIRequestContext;
  readonly #origin: string;
  readonly manifest: CheckedManifest;

  private constructor(request: APIRequestContext, origin: string, manifest: CheckedManifest) {
    this.#request = request;
    this.#origin = origin;
    this.manifest = manifest;
  }

  /** Opens the link of an invitation and reads the page. */
  static async enter(request: APIRequestContext, origin: string, link: string): Promise<Respondent> {
    await request.post(link, { headers: { origin }, form: {} });
    const page = await (await request.get('/answer/ballot')).text();
    const written = /data-excerpt="([^"]*)"/.exec(page)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    if (written === undefined) throw new Error('the page has nothing to answer');
    const manifest = await checkManifest(JSON.parse(written) as ManifestExcerpt);
    if (manifest === null) throw new Error('the manifest does not fit together');
    return new Respondent(request, origin, manifest);
  }

  get urn(): string {
    return `/urn/${this.manifest.organisation}/${this.manifest.round}`;
  }

  /** A new key and its blinded token: what a browser keeps before it asks. */
  async prepare(): Promise<{ key: CryptoKeyPair; token: BlindedToken }> {
    const key = await newBallotKey();
    const { groupKey, round, group } = this.manifest;
    return { key, token: await blindToken(groupKey, round, group, await ballotPoint(key)) };
  }

  async askToken(blinded: Uint8Array): Promise<Reply> {
    const data = { blinded: toBase64(blinded) };
    return replyOf(await this.#request.post('/answer/token', { headers: { origin: this.#origin }, data }));
  }

  /** Gets a token signed; throws when it is refused. */
  async token(prepared: { key: CryptoKeyPair; token: BlindedToken }): Promise<Signed> {
    const { body } = await this.askToken(prepared.token.blinded);
    if (body.signature === undefined) throw new Error(`no token: ${body.problem}`);
    const tokenSignature = await finishToken(this.manifest.groupKey, prepared.token, fromBase64(body.signature));
    return { key: prepared.key, token: prepared.token.message, tokenSignature };
  }

  async ballot(signed: Signed, version: number, answer: number): Promise<Uint8Array> {
    const answers = this.manifest.questions.map(() => answer);
    const sealed = await sealAnswers(this.manifest.encryptionKey, signed.token, version, answers);
    return assembleBallot(signed.key, { ...signed, version, sealed });
  }

  /** Puts a ballot into an urn: the round's own unless another is named. */
  async send(ballot: Uint8Array, urn = this.urn): Promise<Reply> {
    const answer = await fetch(this.#origin + urn, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: Buffer.from(ballot),
    });
    return { status: answer.status, body: JSON.parse((await answer.text()) || '{}') as Reply['body'] };
  }
}

async function replyOf(answer: Awaited<ReturnType<APIRequestContext['post']>>): Promise<Reply> {
  return { status: answer.status(), body: (await answer.json()) as Reply['body'] };
}

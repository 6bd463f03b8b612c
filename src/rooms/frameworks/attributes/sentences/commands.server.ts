import { found, Problem } from '#base/errors.ts';
import { m } from '#base/text.ts';
import type { Member } from '#rooms/people/proof.server.ts';
import { readManuscript } from '../../draft/read.server.ts';
import { shortName } from '../../draft/removals/rules.ts';
import { saveDraft } from '../../draft/saves/write.server.ts';
import { changeDraft } from '../commands.server.ts';
import { followStatement } from '../write.server.ts';
import { splitIntoSentences } from './rules.ts';

/** Makes each sentence of an element's text a statement of its own; what was said about the whole holds for each of them. */
export function splitSentences(member: Member, versionId: string, input: { element: string; revision: number }): Promise<number> {
  return changeDraft(member, versionId, async (tx, head) => {
    const before = await readManuscript(tx, versionId);
    const element = found(before.elements.find((candidate) => candidate.id === input.element));
    if (element.revision > input.revision) throw new Problem('conflict', m.editor_sentences_conflict());
    const split = splitIntoSentences(before, input.element, head.revision + 1);
    if (split === null) throw new Problem('conflict', m.editor_sentences_conflict());
    const into = split.to.map((one) => one.statementId);
    await saveDraft(tx, { head, personId: member.personId, name: member.name }, before, split.manuscript, {
      what: 'split',
      name: shortName(split.from),
      told: { split: { from: split.from.statementId, into: [split.from.statementId, ...into] } },
    });
    await followStatement(tx, versionId, split.from.statementId, into);
    return into.length;
  });
}

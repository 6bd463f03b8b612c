import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { installation } from '#gate/installation.server.ts';
import { origin } from '#gate/origin.server.ts';
import { write } from '#rooms/messages/commands.server.ts';
import { mayReadLetters } from '#rooms/messages/policy.ts';
import { messageContent } from '#rooms/messages/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  found(mayReadLetters(member, installation()) || null);
  const message = found(await member.read((tx) => messageContent(tx, event.params.message)));
  return {
    base: `/${member.organisation.slug}/outbox`,
    address: message.address,
    template: message.templateWords,
    queuedAt: message.queuedAt,
    letter: message.parameters === null ? null : write(message),
    origin: origin(),
  };
});

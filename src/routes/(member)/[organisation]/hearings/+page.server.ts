import { asMember } from '#gate/gate.server.ts';
import { mayHoldHearings } from '#rooms/frameworks/hearing/policy.ts';
import { askedOf, hearingsFor } from '#rooms/frameworks/hearing/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, _event: PageServerLoadEvent) =>
  member.read(async (tx) => ({
    asked: await askedOf(tx, member),
    hearings: await hearingsFor(tx, member),
    holds: mayHoldHearings(member),
    home: `/${member.organisation.slug}`,
  })),
);

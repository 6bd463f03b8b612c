import { asMember } from '#gate/gate.server.ts';
import { countReading } from '#rooms/frameworks/health/commands.server.ts';
import { expectationsFor } from '#rooms/frameworks/reading/expectations/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, _event: PageServerLoadEvent) => {
  const page = await member.read((tx) => expectationsFor(tx, member));
  await countReading(
    member,
    page.frameworks.map((framework) => framework.version.frameworkId),
    'expectations',
  );
  return { ...page, list: `/${member.organisation.slug}/frameworks` };
});

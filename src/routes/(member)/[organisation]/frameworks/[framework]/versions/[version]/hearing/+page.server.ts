import { found, Problem } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { hearingsOf } from '#rooms/frameworks/hearing/of-version/read.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asMember(async (member, event: PageServerLoadEvent) => {
  const { framework, version } = event.params;
  const shown = found(await member.read((tx) => hearingsOf(tx, member, version)));
  if (shown.head.frameworkId !== framework) throw new Problem('not_found');
  const home = `/${member.organisation.slug}`;
  return { ...shown, home, list: `${home}/frameworks`, base: `${home}/frameworks/${framework}/versions/${version}` };
});

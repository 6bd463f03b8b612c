import { locale } from '#base/text.ts';
import { asAnyone, currentMember } from '#gate/gate.server.ts';
import { installation } from '#gate/installation.server.ts';
import type { LayoutServerLoadEvent } from './$types';

/** What the frame around every page needs. */
export const load = asAnyone(async (event: LayoutServerLoadEvent) => {
  const forAll = /^\/(\(answer\)|\(open\)\/public\/)/.test(event.route.id ?? '');
  const member = forAll ? null : await currentMember(event);
  return {
    demo: installation().demo,
    locale: locale(),
    path: event.url.pathname + event.url.search,
    frame:
      member === null
        ? null
        : {
            name: member.name,
            organisation: member.organisation,
            roles: [...member.roles],
          },
  };
});

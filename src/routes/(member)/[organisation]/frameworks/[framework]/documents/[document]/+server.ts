import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { documentFor } from '#rooms/frameworks/steps/documents/read.server.ts';
import type { RequestEvent } from './$types';

/** A file that documents a step, for whoever may see the step. Always a download: what people upload is never shown as a page of ours. */
export const GET = asMember(async (member, event: RequestEvent) => {
  const { framework, document } = event.params;
  const reader = { personId: member.personId, edits: mayEditFrameworks(member) };
  const file = found(await member.read((tx) => documentFor(tx, framework, document, reader)));
  return new Response(new Uint8Array(file.content), {
    headers: {
      'content-type': file.mediaType,
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  });
});

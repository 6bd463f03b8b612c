import { found } from '#base/errors.ts';
import { asMember } from '#gate/gate.server.ts';
import { mayEditFrameworks } from '#rooms/frameworks/policy.ts';
import { readVersion } from '#rooms/frameworks/reading/read.server.ts';
import { visualBytes } from '#rooms/frameworks/visual/read.server.ts';
import type { RequestEvent } from './$types';

/** The picture itself, for whoever may read the version. It was put together from nothing but a picture's parts. */
export const GET = asMember(async (member, event: RequestEvent) => {
  const picture = await member.read(async (tx) => {
    found(await readVersion(tx, event.params, { drafts: mayEditFrameworks(member) }));
    return found(await visualBytes(tx, event.params.version));
  });
  return new Response(Buffer.from(picture.bytes), {
    headers: {
      'content-type': picture.type,
      'x-content-type-options': 'nosniff',
      'content-disposition': 'inline',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=300',
    },
  });
});

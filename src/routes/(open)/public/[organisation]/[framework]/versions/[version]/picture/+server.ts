import { found } from '#base/errors.ts';
import { asVisitor } from '#gate/visitor.server.ts';
import { publicPicture } from '#rooms/frameworks/public/read.server.ts';
import type { RequestEvent } from './$types';

export const GET = asVisitor(async (visitor, event: RequestEvent) => {
  const { framework, version } = event.params;
  const picture = found(await visitor.read((tx) => publicPicture(tx, framework, version)));
  return new Response(new Uint8Array(picture.bytes), {
    headers: { 'content-type': picture.type, 'cache-control': 'public, max-age=300', 'x-content-type-options': 'nosniff' },
  });
});

import { asAnyone } from '#gate/gate.server.ts';
import { databaseAnswers } from '#gate/health.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = asAnyone(async () => {
  const ok = await databaseAnswers();
  return Response.json({ ok }, { status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } });
});

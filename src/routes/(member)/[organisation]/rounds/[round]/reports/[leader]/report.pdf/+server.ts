import { m } from '#base/text.ts';
import { asMember } from '#gate/gate.server.ts';
import { typeset } from '#reports/typeset.ts';
import { openReport } from '#rooms/results/commands.server.ts';
import { printedReport } from '#rooms/results/components/printed.ts';
import type { RequestEvent } from './$types';

export const GET = asMember(async (member, event: RequestEvent) => {
  const { report } = await openReport(member, event.params.round, event.params.leader, 'downloaded');
  const pdf = await typeset(printedReport(report));
  const name = `${m.reports_file_name()}-${report.leader.name}.pdf`;
  return new Response(new Uint8Array(pdf), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${m.reports_file_name()}.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'private, no-store',
    },
  });
});

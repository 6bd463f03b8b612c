import { origin } from '#gate/origin.server.ts';
import { asVisitor } from '#gate/visitor.server.ts';
import { caseDocuments } from '#rooms/frameworks/exchange/case/read.server.ts';
import { casePage } from '#rooms/frameworks/exchange/components/case-pages.ts';
import type { RequestEvent } from './$types';
import { answered, refused } from '../answers.ts';

export const GET = asVisitor(async (visitor, event: RequestEvent) => {
  const base = `${origin()}/public/${visitor.organisation.slug}/ims/case/v1p1`;
  const documents = await visitor.read((tx) => caseDocuments(tx, { base, publisher: visitor.organisation.name }));
  const page = casePage(documents, event.url.searchParams, `${base}/CFDocuments`);
  return 'status' in page ? refused(page) : answered({ CFDocuments: page.documents }, page.headers);
});

import type { CaseFault } from '#rooms/frameworks/exchange/case/schema.ts';

/** Anybody's program may read what anybody may read; it stands for some minutes on the way. */
const HEADERS = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' };

/** Something of the service, as JSON. */
export function answered(body: object, headers: Record<string, string> = {}): Response {
  return Response.json(body, { headers: { ...HEADERS, ...headers } });
}

/** What was wrong, in the form that the standard has for it. */
export function refused({ status, code, field, description }: CaseFault): Response {
  const body = {
    imsx_codeMajor: 'failure',
    imsx_severity: 'error',
    imsx_description: description,
    imsx_codeMinor: { imsx_codeMinorField: [{ imsx_codeMinorFieldName: field, imsx_codeMinorFieldValue: code }] },
  };
  return Response.json(body, { status, headers: HEADERS });
}

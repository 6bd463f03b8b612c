import assert from 'node:assert/strict';
import test from 'node:test';
import { Problem } from '#base/errors.ts';
import { tidyRequest } from './tidy-request.server.ts';

function eventOf(address: string, init?: RequestInit) {
  const event = { request: new Request(address, init), url: new URL(address) };
  tidyRequest(event);
  return event;
}
const posted = (body: BodyInit, type?: string) =>
  eventOf('http://localhost/x', { method: 'POST', body, ...(type === undefined ? {} : { headers: { 'content-type': type } }) });

test('NUL in a search is not there any more, and the rest of the address is as it was', () => {
  const { url } = eventOf('http://localhost/x?q=a%00b&page=2');
  assert.equal(url.searchParams.get('q'), 'ab');
  assert.equal(url.searchParams.get('page'), '2');
});

test('NUL in a field is not there any more, and nothing else of what a person typed is touched', async () => {
  const form = new FormData();
  form.append('title', 'Åbenhed\0 og\nro');
  form.append('choice', 'a');
  form.append('choice', 'b');
  form.append('file', new File([Uint8Array.of(1, 0, 2)], 'u\0d.txt', { type: 'text/plain' }));
  const read = await posted(form).request.formData();
  assert.equal(read.get('title'), 'Åbenhed og\r\nro');
  assert.deepEqual(read.getAll('choice'), ['a', 'b']);
  const file = read.get('file');
  assert.ok(file instanceof File);
  assert.equal(file.name, 'ud.txt');
  assert.deepEqual([...new Uint8Array(await file.arrayBuffer())], [1, 0, 2]);
});

test('a body that is no form can be mended by sending a form', async () => {
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x', 'text/plain', 'application/json'])
    await assert.rejects(
      posted('{"a', type).request.formData(),
      (thrown) => thrown instanceof Problem && thrown.code === 'invalid',
    );
});

test('what stops a body for another reason is passed on as it is', async () => {
  const stopped = Object.assign(new Error('too large'), { status: 413 });
  const body = new ReadableStream({ start: (controller) => controller.error(stopped) });
  const event = eventOf('http://localhost/x', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    duplex: 'half',
  } as RequestInit);
  await assert.rejects(event.request.formData(), stopped);
});

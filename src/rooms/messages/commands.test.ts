import assert from 'node:assert/strict';
import { createServer, type Server, type Socket } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { settleCast, type CastTown } from '../../../tests/cast.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/database.ts';
import { sendWaiting } from './commands.server.ts';
import { postAll } from './write.server.ts';

let database: TestDatabase;
let fjordby: CastTown;
let mailbox: Mailbox;

before(async () => {
  database = await freshDatabase();
  ({ fjordby } = await settleCast(database));
  mailbox = await openMailbox();
});
beforeEach(async () => {
  mailbox.taken.length = 0;
  await fjordby.worker.transaction((tx) => tx.deleteFrom('messages').execute());
});
after(async () => {
  mailbox.server.close();
  await database.close();
});

type Mailbox = { server: Server; url: string; taken: string[] };

/** A mail server of our own: it takes every mail but those to "nobody", and knows whom they were for. */
async function openMailbox(): Promise<Mailbox> {
  const taken: string[] = [];
  const server = createServer((socket) => converse(socket, taken));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return { server, url: `smtp://127.0.0.1:${port}?ignoreTLS=true`, taken };
}

function converse(socket: Socket, taken: string[]): void {
  let to = '';
  let inMail = false;
  let unread = '';
  const line = (said: string): string | null => {
    if (inMail) {
      if (said !== '.') return null;
      inMail = false;
      taken.push(to);
      return '250 taken';
    }
    const recipient = /^RCPT TO:<(.+?)@/i.exec(said)?.[1];
    if (recipient === 'nobody') return '550 nobody here';
    to = recipient ?? to;
    inMail = /^DATA$/i.test(said);
    if (inMail) return '354 go on';
    return /^QUIT/i.test(said) ? '221 bye' : '250 mailbox';
  };
  socket.setNoDelay(true).setEncoding('utf8').on('error', () => undefined);
  socket.write('220 mailbox\r\n');
  socket.on('data', (data: string) => {
    const lines = (unread + data).split('\r\n');
    unread = lines.pop() ?? '';
    for (const said of lines) {
      const answer = line(said);
      if (answer !== null) socket.write(`${answer}\r\n`);
    }
  });
}

const queue = (names: readonly string[]) =>
  fjordby.worker.transaction((tx) =>
    postAll(
      tx,
      names.map((name) => ({
        template: 'sign_in' as const,
        address: `${name}@fjordby.example`,
        language: 'da' as const,
        parameters: { name, code: '123456', link: 'https://pejling.example/ind' },
      })),
    ),
  );
const outbox = () => fjordby.worker.transaction((tx) => tx.selectFrom('messages').selectAll().orderBy('address').execute());
const many = Array.from({ length: 120 }, (_, at) => `amina${String(at).padStart(3, '0')}`);

test('everybody gets one mail, its links are wiped when it has left, and a second run sends nothing', async () => {
  await queue(many);
  assert.deepEqual(await sendWaiting(fjordby.worker, mailbox.url), { sent: 120, kept: 0, failed: 0 });
  assert.deepEqual([...mailbox.taken].sort(), many);
  assert.ok((await outbox()).every((one) => one.sent_at !== null && one.parameters === null));
  await sendWaiting(fjordby.worker, mailbox.url);
  assert.equal(mailbox.taken.length, 120);
});

test('a run that has lasted too long stops between two mails; the next sends the rest, nobody gets two, and no attempt is lost', async () => {
  const names = ['amina', 'bo', 'carla'];
  await queue(names);
  for (const left of [2, 1, 0]) {
    assert.deepEqual(await sendWaiting(fjordby.worker, mailbox.url, 0), { sent: 1, kept: 0, failed: 0 });
    const waiting = (await outbox()).filter((one) => one.sent_at === null);
    assert.deepEqual(waiting.map((one) => one.attempts), Array.from({ length: left }, () => 0));
  }
  await sendWaiting(fjordby.worker, mailbox.url);
  assert.deepEqual([...mailbox.taken].sort(), names);
});

test('an address that the mail server refuses is tried five times and then said to have failed; the others get theirs', async () => {
  await queue(['bo', 'nobody']);
  for (let run = 0; run < 6; run++) await sendWaiting(fjordby.worker, mailbox.url);
  const [bo, nobody] = await outbox();
  assert.deepEqual(mailbox.taken, ['bo']);
  assert.deepEqual([bo?.sent_at !== null, nobody?.failed_at !== null, nobody?.attempts], [true, true, 5]);
});

test('without a mail server all mails are kept', async () => {
  await queue(many);
  assert.deepEqual(await sendWaiting(fjordby.worker, undefined), { sent: 0, kept: 120, failed: 0 });
  assert.ok((await outbox()).every((one) => one.kept_at !== null && one.parameters !== null));
});

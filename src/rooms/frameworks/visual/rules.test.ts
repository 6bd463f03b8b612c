import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { readPicture } from './rules.ts';
import { MOST_BYTES, type Picture } from './schema.ts';

const ascii = (text: string) => Buffer.from(text, 'latin1');

function chunk(type: string, body: Uint8Array): Buffer {
  const named = Buffer.concat([ascii(type), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
function png({
  width = 2,
  height = 2,
  extra = [] as Buffer[],
  data = deflateSync(Buffer.alloc((width * 3 + 1) * height)),
} = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), ...extra, chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}
function segment(marker: number, body: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
function jpeg(extra: Buffer[] = [], between: Buffer[] = []): Buffer {
  const frame = segment(0xc2, Buffer.from([8, 0, 40, 0, 30, 1, 1, 0x11, 0]));
  const scan = Buffer.concat([
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
  ]);
  const start = Buffer.from([0xff, 0xd8]);
  return Buffer.concat([
    start,
    segment(0xe0, ascii('JFIF\0')),
    ...extra,
    frame,
    scan,
    ...between,
    scan,
    Buffer.from([0xff, 0xd9]),
  ]);
}
function riff(chunks: [string, Buffer][]): Buffer {
  const body = Buffer.concat(
    chunks.map(([type, data]) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(data.length);
      return Buffer.concat([ascii(type), length, data, Buffer.alloc(data.length % 2)]);
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length + 4);
  return Buffer.concat([ascii('RIFF'), length, ascii('WEBP'), body]);
}
const lossy = Buffer.from([0, 0, 0, 0x9d, 0x01, 0x2a, 20, 0, 10, 0, 7]);

const SECRET = 'Nørregade 7, 55.6761 N';
const holds = (picture: Picture, words: string) => Buffer.from(picture.bytes).includes(ascii(words));
function taken(bytes: Buffer): Picture {
  const picture = readPicture(bytes);
  assert.ok(typeof picture !== 'string', String(picture));
  return picture;
}

test('G18 a picture is known by what is in the file: PNG, JPEG and WebP, with their size', () => {
  const sizes = [png(), jpeg(), riff([['VP8 ', lossy]])].map(taken).map(({ type, width, height }) => [type, width, height]);
  assert.deepEqual(sizes, [
    ['image/png', 2, 2],
    ['image/jpeg', 30, 40],
    ['image/webp', 20, 10],
  ]);
});

test('G18 what a camera or a program wrote into the file is not kept: no place, no text, nothing after the end', () => {
  const pictures = [
    Buffer.concat([png({ extra: [chunk('tEXt', ascii(SECRET)), chunk('eXIf', ascii(SECRET))] }), ascii(SECRET)]),
    Buffer.concat([
      jpeg([segment(0xe1, ascii(`Exif\0\0${SECRET}`)), segment(0xfe, ascii(SECRET))], [segment(0xfe, ascii(SECRET))]),
      ascii(SECRET),
    ]),
    Buffer.concat([
      riff([
        ['VP8X', Buffer.alloc(10)],
        ['ALPH', Buffer.from([0, 1])],
        ['VP8 ', lossy],
        ['EXIF', ascii(SECRET)],
      ]),
      ascii(SECRET),
    ]),
  ];
  for (const bytes of pictures) {
    const picture = taken(bytes);
    assert.equal(holds(picture, SECRET), false, picture.type);
    assert.deepEqual(taken(Buffer.from(picture.bytes)), picture, 'read again it is the same');
  }
});

test('G18 drawings with programs, other files, moving and broken pictures are refused by name', () => {
  const svg = ascii('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  assert.equal(readPicture(svg), 'drawing');
  assert.equal(readPicture(ascii('%PDF-1.7')), 'not_a_picture');
  assert.equal(readPicture(ascii('<html><script>alert(1)</script>')), 'not_a_picture');
  assert.equal(readPicture(ascii('GIF89a')), 'not_a_picture');
  assert.equal(readPicture(Buffer.alloc(0)), 'missing');
  assert.equal(readPicture(Buffer.alloc(MOST_BYTES + 1)), 'too_large');
  assert.equal(readPicture(png({ extra: [chunk('acTL', Buffer.alloc(8))] })), 'broken');
  assert.equal(readPicture(riff([['ANIM', Buffer.alloc(6)]])), 'broken');
  assert.equal(readPicture(png().subarray(0, 60)), 'broken');
  assert.equal(readPicture(jpeg().subarray(0, 40)), 'broken');
});

test('a small file that unpacks to something enormous is refused before anything is unpacked', () => {
  assert.equal(readPicture(png({ width: 60_000, height: 60_000, data: deflateSync(Buffer.alloc(10)) })), 'too_many_points');
  assert.equal(readPicture(png({ width: 2, height: 2, data: deflateSync(Buffer.alloc(5_000_000)) })), 'broken');
});

test('no bytes make the reader fall over', () => {
  const starts = [png(), jpeg(), riff([['VP8 ', lossy]])];
  fc.assert(
    fc.property(fc.nat(2), fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 6 }), fc.nat(200), (which, changes, cut) => {
      const bytes = Buffer.from(starts[which] ?? starts[0]!);
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      const read = readPicture(bytes.subarray(0, Math.max(1, bytes.length - cut)));
      assert.ok(typeof read === 'string' || read.width > 0);
    }),
  );
});

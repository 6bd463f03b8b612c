import type { getDocumentProxy } from 'unpdf';
import type { PageImage } from './recognition.ts';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
/** From picture to page: a point (x, y) becomes (a·x + c·y + e, b·x + d·y + f). */
type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number];
/** A decoded picture: one bit, three or four bytes a point, from the top left. */
type Picture = { width: number; height: number; kind: number; data: Uint8Array };
type Placed = { picture: Picture; matrix: Matrix; mask: boolean };

const ONE_BIT = 1;
const RGB = 2;
const FINEST_DPI = 300;
const COARSEST_DPI = 200;
const MOST_POINTS = 12_000_000;
const POINTS_PER_INCH = 72;
const MOST_PICTURES = 400;

/** The page as one picture in grey, put together of the pictures on it; null when it has none. Drawn lines and letters are left out. */
export async function pictureOfPage(page: Page): Promise<PageImage | null> {
  const placed = await placedPictures(page);
  if (placed.length === 0) return null;
  const { width, height } = page.getViewport({ scale: 1 });
  const dpi = Math.min(resolutionOf(placed), Math.sqrt(MOST_POINTS / (width * height)) * POINTS_PER_INCH);
  const viewport = page.getViewport({ scale: dpi / POINTS_PER_INCH });
  const [columns, rows] = [Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height))];
  const grey = new Uint8Array(columns * rows).fill(255);
  const toPage = viewport.transform as Matrix;
  for (const one of placed) draw({ ...one, matrix: multiply(toPage, one.matrix) }, grey, columns, rows);
  return { width: columns, height: rows, grey, dpi };
}

/** The finest resolution of a picture that matters, within what a reader of letters can use. */
function resolutionOf(placed: readonly Placed[]): number {
  const finest = Math.max(
    ...placed.map(({ picture, matrix: [a, b] }) => (picture.width / (Math.hypot(a, b) || 1)) * POINTS_PER_INCH),
  );
  return Math.min(FINEST_DPI, Math.max(COARSEST_DPI, finest));
}

async function placedPictures(page: Page): Promise<Placed[]> {
  const { OPS } = await (await import('unpdf')).getResolvedPDFJS();
  const list = await page.getOperatorList();
  const placed: Placed[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (let at = 0; at < list.fnArray.length && placed.length < MOST_PICTURES; at++) {
    const operator = list.fnArray[at];
    const values = (list.argsArray[at] ?? []) as unknown[];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(matrix);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    if (operator === OPS.transform) matrix = multiply(matrix, asMatrix(values));
    if (operator === OPS.paintFormXObjectBegin) matrix = multiply(matrix, asMatrix(values[0]));
    const mask = operator === OPS.paintImageMaskXObject;
    if (!mask && operator !== OPS.paintImageXObject && operator !== OPS.paintInlineImageXObject) continue;
    const picture = await pictureOf(page, values[0]);
    if (picture !== null) placed.push({ picture, matrix, mask });
  }
  return placed;
}

/** A picture stands in the list itself, or under a name among the page's or the document's objects. */
async function pictureOf(page: Page, value: unknown): Promise<Picture | null> {
  const name = typeof value === 'string' ? value : (value as { data?: unknown } | null)?.data;
  if (typeof name !== 'string') return asPicture(value);
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs;
  const found: unknown = await new Promise((resolve) => {
    objects.get(name, resolve);
  });
  return asPicture(found);
}

function asPicture(value: unknown): Picture | null {
  const {
    width,
    height,
    kind = ONE_BIT,
    data,
  } = (value ?? {}) as { width?: unknown; height?: unknown; kind?: number; data?: unknown };
  if (!(data instanceof Uint8Array) && !(data instanceof Uint8ClampedArray)) return null;
  return typeof width === 'number' && typeof height === 'number'
    ? { width, height, kind, data: new Uint8Array(data.buffer, data.byteOffset, data.length) }
    : null;
}

function asMatrix(values: unknown): Matrix {
  const numbers = Array.isArray(values) || ArrayBuffer.isView(values) ? Array.from(values as ArrayLike<unknown>, Number) : [];
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers;
  return [a, b, c, d, e, f];
}

/** First `inner`, then `outer`. */
function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [p, q, r, s, t, u] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** Draws a picture, which fills the unit square, by asking for each point of the page where it lies in the picture. */
function draw({ picture, matrix, mask }: Placed, grey: Uint8Array, columns: number, rows: number): void {
  const [a, b, c, d, e, f] = matrix;
  const determinant = a * d - b * c;
  if (determinant === 0) return;
  const across = [e, e + a, e + c, e + a + c];
  const down = [f, f + b, f + d, f + b + d];
  const right = Math.min(columns, Math.ceil(Math.max(...across)));
  const bottom = Math.min(rows, Math.ceil(Math.max(...down)));
  for (let row = Math.max(0, Math.floor(Math.min(...down))); row < bottom; row++)
    for (let column = Math.max(0, Math.floor(Math.min(...across))); column < right; column++) {
      const [x, y] = [column + 0.5 - e, row + 0.5 - f];
      const [u, v] = [(d * x - c * y) / determinant, (a * y - b * x) / determinant];
      if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
      const shade = shadeBetween(picture, u * picture.width - 0.5, (1 - v) * picture.height - 0.5);
      if (!mask) grey[row * columns + column] = shade;
      else if (shade < 128) grey[row * columns + column] = 0;
    }
}

/** How light a picture is between four of its points: letters keep their edges when a coarse picture is made finer. */
function shadeBetween(picture: Picture, x: number, y: number): number {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [right, below] = [x - column, y - row];
  const above = shadeAt(picture, column, row) * (1 - right) + shadeAt(picture, column + 1, row) * right;
  const under = shadeAt(picture, column, row + 1) * (1 - right) + shadeAt(picture, column + 1, row + 1) * right;
  return Math.round(above * (1 - below) + under * below);
}

/** How light a point of a picture is, 0 to 255. Points outside are those at its edge. */
function shadeAt({ width, height, kind, data }: Picture, x: number, y: number): number {
  const [column, row] = [Math.min(width - 1, Math.max(0, x)), Math.min(height - 1, Math.max(0, y))];
  if (kind === ONE_BIT) {
    const byte = data[row * ((width + 7) >> 3) + (column >> 3)] ?? 0;
    return (byte >> (7 - (column & 7))) & 1 ? 255 : 0;
  }
  const at = (row * width + column) * (kind === RGB ? 3 : 4);
  return Math.round(0.3 * (data[at] ?? 255) + 0.59 * (data[at + 1] ?? 255) + 0.11 * (data[at + 2] ?? 255));
}

// How a picture of the guide is taken, and the words of the catalogue that lead to it.
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = path.join(ROOT, 'docs/guide/pictures');
const MOST_BYTES = 200_000;
export const SCREEN = { width: 1180, height: 860 };
export const PHONE = { width: 390, height: 800 };
const words = Object.assign(
  {},
  ...readdirSync(path.join(ROOT, 'messages'))
    .filter((name) => name.endsWith('.da.json'))
    .map((name) => JSON.parse(readFileSync(path.join(ROOT, 'messages', name), 'utf8')) as Record<string, string>),
) as Record<string, string>;

mkdirSync(FOLDER, { recursive: true });

/** The catalogue's words, so that a picture follows its button when the button is renamed. */
export function say(key: string, parameters: Record<string, string> = {}): string {
  const text = words[key];
  if (text === undefined) throw new Error(`no text ${key}`);
  return text.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? '');
}

/** Presses the button with the catalogue's words. */
export async function press(page: Page, key: string): Promise<void> {
  await page
    .getByRole('button', { name: say(key), exact: true })
    .first()
    .click();
}

type Options = { height?: number; to?: string; above?: number };

/** Writes what the page shows, from its top or from a place on it (and so many pixels above that), into docs/guide/pictures/. */
export async function picture(page: Page, name: string, options: Options = {}): Promise<void> {
  const size = page.viewportSize() ?? SCREEN;
  if (options.height !== undefined) await page.setViewportSize({ width: size.width, height: options.height });
  if (options.to === undefined) await page.evaluate(() => window.scrollTo(0, 0));
  else
    await page
      .locator(options.to)
      .first()
      .evaluate(
        (element, above) => window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - above),
        options.above ?? 24,
      );
  // What lies under the pointer looks as if it were chosen.
  await page.mouse.move(0, 0);
  const file = path.join(FOLDER, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  await page.setViewportSize(size);
  const { size: bytes } = statSync(file);
  if (bytes > MOST_BYTES) throw new Error(`${name}.png is ${bytes} bytes; make it lower`);
  console.log(`${name}.png ${Math.round(bytes / 1000)} kB`);
}

import { defineConfig } from '@playwright/test';

const browser = JSON.parse(process.env.PEJLING_BROWSER ?? '{"executablePath":"/usr/bin/chromium","args":["--no-sandbox"]}') as {
  executablePath: string;
  args: string[];
};

// The main way is walked at both sizes by npm test; the whole matrix, with every page, the answer page's troubles and all bad input at
// both sizes, is npm run test:all.
const whole = process.env.PEJLING_MATRIX === '1';

export default defineConfig({
  testDir: '.',
  testMatch: whole ? '*.journey.ts' : ['sign-in.journey.ts', 'main-way.journey.ts', 'every-page.journey.ts'],
  outputDir: '../../.data/test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  reporter: [['list']],
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    browserName: 'chromium',
    launchOptions: { executablePath: browser.executablePath, args: browser.args },
    screenshot: 'only-on-failure',
    trace: 'off',
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 900 } } },
    {
      name: 'phone',
      ...(whole ? {} : { testIgnore: 'every-page.journey.ts' }),
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
});

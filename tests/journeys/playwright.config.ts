import { defineConfig } from '@playwright/test';

const browser = JSON.parse(process.env.PEJLING_BROWSER ?? '{"executablePath":"/usr/bin/chromium","args":["--no-sandbox"]}') as {
  executablePath: string;
  args: string[];
};

// npm test walks the main way and sign-in at both sizes and the rest at 1280 px; npm run test:all walks all at both.
const whole = process.env.PEJLING_MATRIX === '1';

export default defineConfig({
  testDir: '.',
  testMatch: '*.journey.ts',
  outputDir: '../../.data/test-results',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  // A machine may be small, slow and shared: no journey fails because it waited. Patience costs nothing when all is well.
  timeout: 1_200_000,
  expect: { timeout: 120_000 },
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
      ...(whole ? {} : { testMatch: ['sign-in.journey.ts', 'main-way.journey.ts'] }),
      use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
});

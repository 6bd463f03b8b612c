import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

// Kit's own working folder stays .svelte-kit: types are read from there, and builds run one at a time under the set-up lock.
// The build's place is given by scripts/build.mjs (the hash of its sources); anything else is the developer's own server.
const out = process.env['PEJLING_BUILD_OUT'] ?? '.data/build/dev';

export default defineConfig({
  plugins: [
    sveltekit({
      adapter: adapter({ out, precompress: true }),
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'form-action': ['self'],
          'object-src': ['none'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  css: { preprocessorOptions: { scss: { silenceDeprecations: ['if-function'] } } },
  build: { assetsInlineLimit: 0 },
});

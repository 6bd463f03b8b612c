import type { Transport } from '@sveltejs/kit/hooks';

/**
 * What a page was loaded with stays on the server. No page runs the framework's program (csr = false), but the framework writes all of it
 * out as JavaScript for each page and throws it away, and would hand it to whoever asks for a page's data: more than the page shows.
 */
export const transport: Transport = { kept: { encode: () => true, decode: () => null } };

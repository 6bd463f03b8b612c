// Property tests of npm test draw the same examples every time, so that what turns red is the change at hand; npm run test:all draws new
// ones, and finds what nobody thought of.
import fc from 'fast-check';

/** Is this npm run test:all? Then sizes are the largest there are. */
export const WHOLE_MATRIX = process.env['PEJLING_MATRIX'] === '1';

if (!WHOLE_MATRIX) fc.configureGlobal({ seed: 20_261_122 });

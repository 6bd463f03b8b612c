/** A framework has some hundred elements; ten thousand is a mistake or an attack. */
export const MAX_ELEMENTS = 10_000;
/** Deeper trees nobody can read, and their names in files would grow without end. */
export const MAX_DEPTH = 30;
export const MAX_TITLE = 2_000;
export const MAX_TEXT = 100_000;
export const MAX_LEVELS = 60;
/** A picture of two megabytes, in base64. */
export const LONGEST_PICTURE = 2_796_204;

import * as v from 'valibot';

/** What a picture may take up. */
export const MOST_BYTES = 2 * 1024 * 1024;
/** More points than this are a trap for the reader's machine, however small the file. */
export const MOST_POINTS = 25_000_000;
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

/** A picture without what a camera or a program wrote into the file. */
export type Picture = { type: PictureType; bytes: Uint8Array; width: number; height: number };
export type PictureProblem = 'missing' | 'too_large' | 'not_a_picture' | 'drawing' | 'broken' | 'too_many_points';

/** What the picture shows, in words; without it people who cannot see it are left out. */
export const AltText = v.pipe(
  v.string(),
  v.transform((text) => text.trim().replaceAll(/\s+/g, ' ')),
  v.minLength(1, 'alt'),
  v.maxLength(500, 'long'),
);

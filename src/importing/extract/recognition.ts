/** A page as a picture in grey, eight bits a point, from the top left; `dpi` tells how large a point is. */
export type PageImage = { width: number; height: number; grey: Uint8Array; dpi: number };

/** A line of text found in a picture: its place in points of the picture, the height of its letters, and how sure it is (0 to 1). */
export type RecognisedLine = { text: string; x: number; baseline: number; width: number; size: number; confidence: number };

/** Finds the lines of text in a picture of a page. It comes from outside: this folder reads no files and starts nothing. */
export type Recognise = (image: PageImage) => Promise<RecognisedLine[]>;

/** What may be handed to an import: a way to read pictures of pages, and somebody to tell how far it has come. */
export type ReadingTools = { recognise?: Recognise; pageRead?: (done: number, of: number) => void };

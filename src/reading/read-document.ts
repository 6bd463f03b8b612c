import { lexicons } from '#dictionaries/lexicons.ts';
import { importDocument, type ImportOutcome } from '#importing/import-document.ts';
import { ImportProblem } from '#importing/extract/import-problem.ts';
import { openRecogniser } from './recogniser.ts';

export type DocumentToRead = { bytes: Uint8Array; fileName: string };
export type PageRead = (done: number, of: number) => void;

/** Reads a document with everything this installation has: letters in pictures of pages too. */
export async function readDocument(document: DocumentToRead, pageRead?: PageRead): Promise<ImportOutcome> {
  const recogniser = openRecogniser();
  try {
    return await importDocument(document, lexicons, {
      recognise: recogniser.recognise,
      ...(pageRead === undefined ? {} : { pageRead }),
    });
  } finally {
    await recogniser.close();
  }
}

/** Reads a document of text at once; one with pages that are pictures gives `image_only_pdf`, to be read where there is more time. */
export function readText(document: DocumentToRead): Promise<ImportOutcome> {
  return importDocument(document, lexicons, { recognise: () => Promise.reject(new ImportProblem('image_only_pdf')) });
}

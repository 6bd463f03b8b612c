/** Limits that keep a hostile or mistaken document from holding the server. Real frameworks have 10 to 60 pages. */
export const MAX_BYTES = 20 * 1024 * 1024;
export const MAX_PAGES = 400;
export const MAX_LINES = 50_000;
export const MAX_CHARACTERS = 4_000_000;
/** Inflated size of a DOCX: text, styles and relations; pictures count too. */
export const MAX_INFLATED = 120 * 1024 * 1024;
/** The main part of a DOCX as XML, which mammoth holds as a tree. */
export const MAX_DOCUMENT_XML = 24 * 1024 * 1024;
export const MAX_ZIP_ENTRIES = 4_000;
/** A PDF may put any number of small runs of text on a page. */
export const MAX_TEXT_RUNS = 400_000;
/** One packed stream of a PDF: text of a page, fonts. Pictures are allowed more; they are not unpacked for their text. */
export const MAX_PDF_STREAM = 24 * 1024 * 1024;
export const MAX_PDF_PICTURE = 100 * 1024 * 1024;
export const MAX_PDF_INFLATED = 200 * 1024 * 1024;
/** A spreadsheet: filled cells in all of it, columns of a sheet, sheets. A matrix of a framework has some hundred cells. */
export const MAX_CELLS = 50_000;
export const MAX_COLUMNS = 400;
export const MAX_SHEETS = 60;
/** Pages that are read from pictures in one document, and the points of the largest picture. A page takes about two seconds. */
export const MAX_SCANNED_PAGES = 100;
export const MAX_PICTURE_POINTS = 40_000_000;

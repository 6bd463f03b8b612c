export type Record = { line: number; cells: string[] };

/** The separator that the first line uses most: a tab (from a spreadsheet), a semicolon or a comma. */
export function separatorOf(text: string): string {
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  const count = (separator: string): number => header.split(separator).length;
  return ['\t', ';', ','].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}

/** The cells of a table, record by record. A cell in quotation marks may hold separators, line breaks and doubled quotation marks. */
export function cellsOf(text: string, separator: string): Record[] {
  const records: Record[] = [];
  let record: Record = { line: 1, cells: [] };
  let cell = '';
  let quoted = false;
  let line = 1;
  const endCell = (): void => {
    record.cells.push(cell);
    cell = '';
  };
  const endRecord = (): void => {
    endCell();
    if (record.cells.some((one) => one.trim() !== '')) records.push(record);
    record = { line: line + 1, cells: [] };
  };
  const letters = [...text.replaceAll('\r\n', '\n')];
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? '';
    if (quoted && letter === '"' && letters[at + 1] === '"') cell += letters[++at];
    else if (letter === '"' && (quoted || cell.trim() === '')) quoted = !quoted;
    else if (!quoted && letter === separator) endCell();
    else if (!quoted && letter === '\n') endRecord();
    else cell += letter;
    if (letter === '\n') line++;
  }
  endRecord();
  return records;
}

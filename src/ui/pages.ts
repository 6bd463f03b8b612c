/** The page numbers to link to: the first, the last, the one we are on and its neighbours; null stands for a gap. */
export function pageLinks(page: number, pages: number): (number | null)[] {
  const shown = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
  const links: (number | null)[] = [];
  let last = 0;
  for (const number of [...new Set(shown)].sort((a, b) => a - b)) {
    // A gap of one page is shorter as its number than as dots.
    if (number - last === 2) links.push(last + 1);
    else if (number - last > 2) links.push(null);
    links.push(number);
    last = number;
  }
  return links;
}

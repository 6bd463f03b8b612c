/** Each word with its flags as written; a word that stands twice has the flags of both. */
export function readStems(dic: string): Map<string, string> {
  const stems = new Map<string, string>();
  for (const line of dic.split('\n')) {
    const entry = /\s/u.test(line) ? line.replace(/(?:\t| +[a-z]{2}:).*$/u, '').trim() : line;
    if (entry === '' || entry.startsWith('#') || entry.includes(' ')) continue;
    const stroke = entry.indexOf('/');
    const word = stroke < 0 ? entry : entry.slice(0, stroke);
    const flags = stroke < 0 ? '' : entry.slice(stroke + 1);
    const before = stems.get(word);
    stems.set(word, before === undefined || before === '' ? flags : flags === '' ? before : joinFlags(before, flags));
  }
  return stems;
}

function joinFlags(before: string, flags: string): string {
  return /^[\d,]+$/u.test(flags) ? `${before},${flags}` : before + flags;
}

const SPELT: Record<string, string> = { æ: 'ae', ø: 'oe', å: 'aa' };

/** An address made of a title: small letters, digits and hyphens. */
export function addressOf(title: string): string {
  const plain = title
    .toLowerCase()
    .replaceAll(/[æøå]/g, (letter) => SPELT[letter] ?? '')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  return plain === '' ? 'ledelsesgrundlag' : plain;
}

/** The lines that show a framework, or one statement of it, on another site. Both parts are ours or of a closed alphabet. */
export function frameSnippet(address: string, title: string): string {
  const named = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return `<iframe src="${address}" title="${named}" width="100%" height="640" loading="lazy"></iframe>`;
}

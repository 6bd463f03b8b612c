const UNSTORABLE = /\0|\p{Cs}/u;

/** Words as a database takes them: JSON can hold a NUL and halves of signs, which no text has. They become a space and the sign for what is not known. */
export function storable(text: string): string {
  return UNSTORABLE.test(text) ? text.replaceAll('\0', ' ').toWellFormed() : text;
}

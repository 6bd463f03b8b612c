import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Reads a command's arguments; an unknown one is an error that says what is known. */
export function readArguments<const Options extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: Options) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`);
    throw new Error(`${error instanceof Error ? error.message : 'unknown argument'}. Known: ${known.join(', ') || 'none'}`);
  }
}

/** A whole number within limits, or an error that names the argument. */
export function wholeNumber(text: string | undefined, name: string, least: number, most: number): number {
  const value = Number(text);
  if (text === undefined || !Number.isInteger(value) || value < least || value > most)
    throw new Error(`--${name} must be a whole number from ${least} to ${most}`);
  return value;
}

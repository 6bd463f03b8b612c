import type { Block } from './blocks.ts';

const PAGE_NUMBER = /^(?:[-–|]\s*)?(?:side\s+|s\.\s*)?\d{1,3}(?:\s*(?:af|\/)\s*\d{1,3})?(?:\s*[-–|])?$/iu;

/** Whether a block is nothing but a page number. */
export function isPageNumber(block: Block): boolean {
  return block.mark === null && block.pieces.length === 1 && block.gap > 0 && PAGE_NUMBER.test(block.text);
}

type Asking = { has: (...anyOf: ('hr' | 'editor')[]) => boolean };

/** HR and editors look after what the whole organisation has set itself to do. */
export function mayPlanForAll(member: Asking): boolean {
  return member.has('hr', 'editor');
}

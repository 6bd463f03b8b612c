// The names of steps, states, bodies and rights, for pages: they are the room's rules.
export { bodyKindName, bodyRightName, stateName, stepKindName } from '../steps/names/rules.ts';

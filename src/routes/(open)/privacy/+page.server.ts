import { asAnyone } from '#gate/gate.server.ts';
import { installation } from '#gate/installation.server.ts';
import type { PageServerLoadEvent } from './$types';

export const load = asAnyone(async (_event: PageServerLoadEvent) => ({ demo: installation().demo }));

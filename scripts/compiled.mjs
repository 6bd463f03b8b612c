// Loaded before a program: what has been compiled once is kept, so that the next start has less to do.
import { enableCompileCache } from 'node:module';

enableCompileCache('.data/compiled');

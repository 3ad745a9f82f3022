/** Real documents and gold facts beside the repository, where there are any; tests that need them are left out without. */
import { fileURLToPath } from 'node:url';

export const shared = fileURLToPath(new URL('../../shared', import.meta.url));

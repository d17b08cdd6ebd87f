/**
 * The parts of the browser's half that generated modules import.
 */
import path from 'node:path';
import { BROWSER } from '../places';

/** Labels, user and locale. */
export const PLATFORM_RUNTIME = path.join(BROWSER, 'platform.ts');

/** Calls of Apex. */
export const APEX_RUNTIME = path.join(BROWSER, 'apex.ts');

/** The address of the platform's part, under which the base components import it too. */
export const PLATFORM_URL = '/assets/app/platform.js';

/** Names of objects, fields and values in the language of the running user. */
import { Texts } from '../../schema/texts';
import { kernel } from '../kernel';

/**
 * What describe results say to the running user.
 * Source: Apex Developer Guide, "Understanding Apex Describe Information": labels are in the language of the current user.
 */
export const textsOfUser = (): Texts => new Texts(kernel.org, kernel.tx.user.language);

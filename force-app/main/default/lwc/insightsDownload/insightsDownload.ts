import { afterPause } from 'c/insightsDelay';

/**
 * The only type that Lightning Web Security lets every component make a file of. The name of the file tells browsers
 * and spreadsheets what it is.
 */
const FILE_TYPE = 'application/octet-stream';
/** Some browsers take the text only after the click has been handled. */
const KEPT_MILLISECONDS = 60000;

/**
 * Saves text as a file on the user's computer.
 * @param fileName name with extension
 * @param parts pieces of the text, written one after another
 */
export function downloadText(fileName: string, parts: string[]): void {
  save(fileName, parts);
}

/**
 * Saves bytes as a file on the user's computer.
 * @param fileName name with extension
 * @param base64 the bytes, as Apex sends them
 */
export function downloadBase64(fileName: string, base64: string): void {
  save(fileName, [Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]);
}

/** @returns address from which Salesforce delivers a version of a file */
export function downloadAddress(versionId: string | null | undefined): string {
  return `/sfc/servlet.shepherd/version/download/${versionId ?? ''}`;
}

/** @returns address of the page of a record of any object */
export function recordAddress(recordId: string | null | undefined): string {
  return `/lightning/r/${recordId ?? ''}/view`;
}

function save(fileName: string, parts: BlobPart[]): void {
  const address = URL.createObjectURL(new Blob(parts, { type: FILE_TYPE }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  afterPause(() => URL.revokeObjectURL(address), KEPT_MILLISECONDS).start();
}

import readFile from '@salesforce/apex/InsightsRunsController.readFile';
import { parseCsv, withoutGuard } from 'c/insightsCsv';

/** Texts that have been read are kept up to this many characters, so that a second search is quick. */
const MOST_KEPT = 20_000_000;

/** Reads the files of a run one after another, and tells how far it is. */
export class FileTexts {
  private files: Apex.InsightsFileView[];
  private kept = new Map<string, string>();
  private room = MOST_KEPT;

  /** @param files the files, in the order in which they are read */
  constructor(files: Apex.InsightsFileView[]) {
    this.files = files;
  }

  /** How many files there are. */
  get count(): number {
    return this.files.length;
  }

  /**
   * @param index position of a file, counted from 0
   * @returns its text
   */
  async read(index: number): Promise<string> {
    const versionId = this.files[index]?.versionId ?? '';
    const known = this.kept.get(versionId);
    if (known !== undefined) {
      return known;
    }
    const text = await readFile({ versionId });
    if (text.length <= this.room) {
      this.room -= text.length;
      this.kept.set(versionId, text);
    }
    return text;
  }

  /**
   * Reads all files.
   * @param onFile told before each file which one it is, counted from 1; answers false to stop
   * @returns the texts; null when stopped
   */
  async readAll(onFile: (position: number) => boolean): Promise<string[] | null> {
    const texts: string[] = [];
    for (let index = 0; index < this.count; index++) {
      if (!onFile(index + 1)) {
        return null;
      }
      // eslint-disable-next-line no-await-in-loop -- one request at a time, so that it can be stopped
      texts.push(await this.read(index));
    }
    return texts;
  }
}

/** Goes through the lines of log files, and finds those that hold a text. */
export class LogReader {
  /** Names of the columns, as the first file has them; empty before it has been read. */
  header: string[] = [];
  /** Lines that were found so far. */
  lines: string[][] = [];
  /** How many files have been read. */
  filesRead = 0;

  private texts: FileTexts;
  private searched: string;
  private stopped = false;

  /**
   * @param texts the log files in report order
   * @param searchText text that a line has to hold, in any letter case; empty for all lines
   */
  constructor(texts: FileTexts, searchText: string) {
    this.texts = texts;
    this.searched = searchText.trim().toLocaleLowerCase();
  }

  /** How many files there are. */
  get fileCount(): number {
    return this.texts.count;
  }

  /** Whether all files have been read. */
  get isDone(): boolean {
    return this.filesRead >= this.texts.count;
  }

  /**
   * Reads on until that many lines are found, all files are read, or it is stopped.
   * @param count how many lines there should be
   * @param onFile called before each file
   */
  async readUntil(count: number, onFile: () => void): Promise<void> {
    this.stopped = false;
    while (this.lines.length < count && !this.isDone && !this.stopped) {
      onFile();
      // eslint-disable-next-line no-await-in-loop -- one request at a time, so that it can be stopped
      this.take(await this.texts.read(this.filesRead));
    }
  }

  /** Lets the file in hand be the last one, until readUntil is called again. */
  stop(): void {
    this.stopped = true;
  }

  private take(text: string): void {
    const [header = [], ...lines] = parseCsv(text);
    this.header = this.header.length > 0 ? this.header : header;
    for (const line of lines) {
      if (this.searched === '' || line.some((cell) => cell.toLocaleLowerCase().includes(this.searched))) {
        this.lines.push(line.map(withoutGuard));
      }
    }
    this.filesRead++;
  }
}

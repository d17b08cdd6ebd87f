/**
 * Text output that keeps the lines of the source: what is emitted for a token stands on the token's line, so that stack
 * traces, coverage and the inspector speak of Apex lines.
 */
export class Writer {
  private readonly parts: string[] = [];
  private currentLine = 1;

  /** Appends text, which must hold no line break. */
  write(text: string): void {
    this.parts.push(text);
  }

  /** Moves down to a line of the source; never up, and nowhere when the line is already passed. */
  at(line: number): void {
    while (this.currentLine < line) {
      this.parts.push('\n');
      this.currentLine++;
    }
  }

  get line(): number {
    return this.currentLine;
  }

  /** Keeps a place here whose text is known only later; give it to `fill`. */
  reserve(): number {
    return this.parts.push('') - 1;
  }

  fill(place: number, text: string): void {
    this.parts[place] = text;
  }

  toString(): string {
    return this.parts.join('');
  }
}

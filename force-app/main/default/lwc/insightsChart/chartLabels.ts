import { widthOf } from 'c/insightsFormat';

/** Most and least room beside a bar, in letters of a Latin font; those of Chinese and Japanese take two. */
const WIDEST = 34;
const NARROWEST = 12;
const MOST_LINES = 2;
/** Labels take at most so much of a chart's width. */
const SHARE = 0.42;
/** Pixels of a letter, about, in the font of charts. */
const LETTER = 7;

/**
 * Breaks a label into the lines that have room beside a bar: between words where it can, and with an ellipsis where it
 * is too long for two lines.
 * @param label a word, or a sentence
 * @param lineWidth letters of a line
 * @returns its lines, at least one
 */
export function linesOf(label: string, lineWidth = WIDEST): string[] {
  const lines: string[] = [];
  let rest = label.trim();
  while (rest !== '' && lines.length < MOST_LINES) {
    const line = firstLine(rest, lineWidth);
    rest = rest.slice(line.length).trimStart();
    lines.push(line.trimEnd());
  }
  if (rest !== '') {
    lines.push(cut(lines.pop()!, lineWidth));
  }
  return lines.length > 0 ? lines : [''];
}

/**
 * @param chartWidth width of a chart of lying bars, in pixels
 * @returns letters of a line beside its bars
 */
export function lineWidthIn(chartWidth: number): number {
  return Math.max(NARROWEST, Math.min(WIDEST, Math.floor((chartWidth * SHARE) / LETTER)));
}

/** The ellipsis takes the place of the last letter where there is no room behind it. */
function cut(line: string, lineWidth: number): string {
  const letters = [...line];
  const width = widthOf(line);
  return `${(width < lineWidth ? letters : letters.slice(0, -1)).join('')}…`;
}

function firstLine(text: string, lineWidth: number): string {
  let line = '';
  let width = 0;
  for (const letter of text) {
    width += widthOf(letter);
    if (width > lineWidth) {
      return upToLastWord(line, text);
    }
    line += letter;
  }
  return line;
}

/** A word that would fill more than half of the line is broken, as are scripts without spaces. */
function upToLastWord(line: string, text: string): string {
  const space = text[line.length] === ' ' ? line.length : line.lastIndexOf(' ');
  return space > line.length / 2 ? line.slice(0, space) : line;
}

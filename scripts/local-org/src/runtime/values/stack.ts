/**
 * Turns V8's stack into Apex's. Emitted files are named `apex:///Foo.cls` and keep the lines of their source.
 */

/** Names the Apex method at a place of an emitted file: `Class.Foo.bar`, `Trigger.T`, `AnonymousBlock`. */
export type FrameNamer = (file: string, line: number, functionName: string) => string;

let frameNamer: FrameNamer | null = null;

/** The emitter tells how frames are called; without it the JavaScript name is cut at its first `$`. */
export function useFrameNamer(namer: FrameNamer | null): void {
  frameNamer = namer;
}

// Apex allows a call depth of 1000; the trace of an org is shorter, and capturing more costs time for every exception.
Error.stackTraceLimit = 60;

export interface ApexFrame {
  file: string;
  line: number;
  functionName: string;
}

/** The Apex frames of a V8 stack text, innermost first. */
export function apexFrames(stack: string): ApexFrame[] {
  const frames: ApexFrame[] = [];
  for (const text of stack.split('\n')) {
    const start = text.indexOf('apex:///');
    if (start < 0) continue;
    const place = text.slice(start + 'apex:///'.length).replace(')', '');
    const parts = place.split(':');
    const line = Number(parts[parts.length - 2]);
    const file = parts.slice(0, -2).join(':');
    const at = text.indexOf('at ');
    const functionName = text
      .slice(at + 3, Math.max(at + 3, start - 1))
      .replace('(', '')
      .trim();
    if (Number.isInteger(line)) frames.push({ file, line, functionName });
  }
  return frames;
}

function defaultName(frame: ApexFrame): string {
  const base = frame.file.replace(/\.(cls|trigger|apex)$/, '');
  if (frame.file.endsWith('.trigger')) return `Trigger.${base}`;
  if (!frame.file.endsWith('.cls')) return 'AnonymousBlock';
  const words = frame.functionName.split(' ');
  const method = (words[words.length - 1] ?? '').split('.').pop() ?? '';
  const name = method.startsWith('$c') ? '<init>' : (method.split('$')[0] ?? '');
  return name === '' ? `Class.${base}` : `Class.${base}.${name}`;
}

/** Apex's own format of a stack trace; empty when no frame is Apex. */
export function apexStackText(stack: string): string {
  const lines: string[] = [];
  for (const frame of apexFrames(stack)) {
    const name = frameNamer ? frameNamer(frame.file, frame.line, frame.functionName) : defaultName(frame);
    const line = `${name}: line ${frame.line}, column 1`;
    if (name !== '' && lines[lines.length - 1] !== line) lines.push(line);
  }
  return lines.join('\n');
}

/** The line of the innermost Apex frame, 0 when there is none. */
export function firstApexLine(stack: string): number {
  return apexFrames(stack)[0]?.line ?? 0;
}

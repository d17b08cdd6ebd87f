/**
 * Reading the text form of members in the class snapshot.
 */

/** `Map<String, List<Account>>` as a tree. */
export interface TypeText {
  name: string;
  args: TypeText[];
}

/** A member of a class as the snapshot writes it. A field has no params. */
export interface MemberText {
  name: string;
  isStatic: boolean;
  isFinal: boolean;
  isConstructor: boolean;
  /** Absent for constructors. */
  type: TypeText | null;
  params: TypeText[] | null;
}

/** Splits at commas outside of angle brackets. */
function splitTypes(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const character = text[at];
    if (character === '<') depth++;
    else if (character === '>') depth--;
    else if (character === undefined || (character === ',' && depth === 0)) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return parts.filter((part) => part !== '');
}

/** Parses a type as the snapshot writes it. */
export function parseTypeText(text: string): TypeText {
  const open = text.indexOf('<');
  if (open < 0) return { name: text.trim(), args: [] };
  return {
    name: text.slice(0, open).trim(),
    args: splitTypes(text.slice(open + 1, text.lastIndexOf('>'))).map(parseTypeText)
  };
}

/** Parses a member: `static List<String> split(String, Integer)`, `new(String)`, `final Integer size`. */
export function parseMemberText(text: string): MemberText {
  const open = text.indexOf('(');
  const params = open < 0 ? null : splitTypes(text.slice(open + 1, text.lastIndexOf(')'))).map(parseTypeText);
  let head = open < 0 ? text : text.slice(0, open);
  const isStatic = head.startsWith('static ');
  if (isStatic) head = head.slice('static '.length);
  const isFinal = head.startsWith('final ');
  if (isFinal) head = head.slice('final '.length);
  if (head === 'new' && params) return { name: '<init>', isStatic, isFinal, isConstructor: true, type: null, params };
  const space = head.lastIndexOf(' ');
  const type = parseTypeText(head.slice(0, space));
  return { name: head.slice(space + 1), isStatic, isFinal, isConstructor: false, type, params };
}

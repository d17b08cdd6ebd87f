/** Finds annotated nodes in checked trees. */

interface Node {
  kind: string;
  [key: string]: unknown;
}

/** Parts of symbols and types are no parts of the tree. */
const NOT_TREE = new Set(['type', 'symbol', 'method', 'ref', 'constructorSymbol', 'conv', 'testType', 'refType']);

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).kind === 'string';
}

/** All nodes of a kind, in the order of the text. */
export function nodesOf<T>(tree: unknown, kind: string): T[] {
  const found: T[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(visit);
      return;
    }
    if (typeof value !== 'object' || value === null || value instanceof Map) return;
    if (isNode(value) && value.kind === kind) found.push(value as T);
    for (const [key, part] of Object.entries(value)) {
      const isReference = NOT_TREE.has(key) && !(isNode(part) && Array.isArray(part['members']));
      if (!isReference) visit(part);
    }
  };
  visit(tree);
  return found;
}

/** The first node of a kind. Throws when there is none. */
export function nodeOf<T>(tree: unknown, kind: string): T {
  const [first] = nodesOf<T>(tree, kind);
  if (first === undefined) throw new Error(`The tree has no ${kind}`);
  return first;
}

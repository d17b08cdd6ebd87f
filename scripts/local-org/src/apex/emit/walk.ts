/**
 * Walks a tree: statements and expressions, not the types and symbols that hang on them.
 */
const ANNOTATIONS = new Set([
  'type', 'ref', 'method', 'symbol', 'constructorSymbol', 'testType', 'refType', 'typeRef', 'conv', 'modifiers', 'pos'
]); // prettier-ignore

/** Calls `visit` on the node and on every node below it, parents first. */
export function walk(node: object, visit: (node: object) => void): void {
  if ('kind' in node) visit(node);
  for (const [key, value] of Object.entries(node)) {
    if (value === null || typeof value !== 'object' || ANNOTATIONS.has(key)) continue;
    walk(value as object, visit);
  }
}

/** Whether some node below (or the node itself) passes the test. */
export function some(node: object, test: (node: object) => boolean): boolean {
  let found = false;
  walk(node, (item) => {
    found ||= test(item);
  });
  return found;
}

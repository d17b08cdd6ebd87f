import { faultKinds } from './fault';

const wholeFrom1 = { type: 'integer', minimum: 1 } as const;

/** JSON schema of one fault; the fields that a kind cannot do without are required for it. */
export const faultSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['kind'],
  properties: {
    kind: { type: 'string', enum: Object.keys(faultKinds) },
    method: { type: 'string' },
    path: { type: 'string', pattern: '^/' },
    query: { type: 'object', additionalProperties: { type: 'string' } },
    nth: wholeFrom1,
    times: wholeFrom1,
    retryAfter: { type: ['integer', 'string'] },
    delayMs: { type: 'integer', minimum: 0 },
    column: { type: 'string', minLength: 1 },
    newName: { type: 'string', minLength: 1 },
    count: wholeFrom1,
    row: { type: 'integer', minimum: 0 }
  },
  allOf: [
    requiredFor('missingColumn', ['column']),
    requiredFor('renamedColumn', ['column', 'newName']),
    requiredFor('slow', ['delayMs'])
  ]
} as const;

/** JSON schema of `PUT /_stand-in/faults`. */
export const faultListSchema = { type: 'array', items: faultSchema } as const;

function requiredFor(kind: string, fields: string[]) {
  return { if: { properties: { kind: { const: kind } } }, then: { required: fields } };
}

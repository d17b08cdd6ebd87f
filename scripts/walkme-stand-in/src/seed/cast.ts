import type { CastDefinition, Role } from './definitions';

/** The part that one report row plays. */
export interface Part {
  role: Role;
  /** Number of the person that the row is about: the row's own number, or that of the row which it repeats. */
  person: number;
  /** Which of the rows with this role in its block, from 0. */
  ordinal: number;
}

/** Says in constant time which part a row plays, for any row number. */
export class Cast {
  private readonly parts: { role: Role; slot: number; ordinal: number }[] = [];

  constructor(private readonly definition: CastDefinition) {
    const roleAt = definition.roles.flatMap((part) => new Array<Role>(part.rows).fill(part.role));
    const seen = new Map<Role, number>();
    for (let slot = 0; slot < definition.blockSize; slot++) {
      const role = roleAt[(slot * definition.stride + definition.shift) % definition.blockSize] as Role;
      const ordinal = seen.get(role) ?? 0;
      seen.set(role, ordinal + 1);
      this.parts.push({ role, slot, ordinal });
    }
  }

  /** The part of report row `row` (from 0). */
  partOf(row: number): Part {
    const { blockSize } = this.definition;
    const slot = row % blockSize;
    const { role, ordinal } = this.parts[slot] as { role: Role; ordinal: number };
    const person = role === 'repeat' ? row - slot + this.slotOf('repeated', ordinal) : row;
    return { role, person, ordinal };
  }

  private slotOf(role: Role, ordinal: number): number {
    const part = this.parts.find((candidate) => candidate.role === role && candidate.ordinal === ordinal);
    if (!part) throw new Error(`No row number ${ordinal} with the role ${role} in a block.`);
    return part.slot;
  }
}

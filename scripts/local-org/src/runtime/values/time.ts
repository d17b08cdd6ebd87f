import { pad2 } from './date';

const DAY = 86400000;

/** A Time of day: milliseconds since midnight, 0 to 86,399,999. */
export class ApexTime {
  readonly ms: number;
  /** Values outside a day wrap around. */
  constructor(ms: number) {
    this.ms = ((ms % DAY) + DAY) % DAY;
  }
  static of(hour: number, minute: number, second: number, millisecond: number): ApexTime {
    return new ApexTime(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
  }
  get hour(): number {
    return Math.floor(this.ms / 3600000);
  }
  get minute(): number {
    return Math.floor(this.ms / 60000) % 60;
  }
  get second(): number {
    return Math.floor(this.ms / 1000) % 60;
  }
  get millisecond(): number {
    return this.ms % 1000;
  }
  /** `HH:mm:ss.SSSZ`. */
  toText(): string {
    const millis = String(this.millisecond).padStart(3, '0');
    return `${pad2(this.hour)}:${pad2(this.minute)}:${pad2(this.second)}.${millis}Z`;
  }
}

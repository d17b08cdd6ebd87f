/**
 * Speed of emitted Apex: a few small programs, each run some times in this process. Prints milliseconds of the first run
 * (cold) and of the fastest one. Usage: `node -r ts-node/register scripts/bench/language.ts [--emit]`; `--emit` prints the
 * JavaScript instead.
 */
import { compileProject } from '../local-org/src/apex/compile';
import { parseUnit } from '../local-org/src/apex/parse';
import { buildSymbols, checkProgram } from '../local-org/src/apex/check';
import { emitUnit } from '../local-org/src/apex/emit';
import { standardObjects } from '../local-org/src/platform/standardObjects';
import { createPlatformTypes } from '../local-org/src/platform/types';
import '../local-org/src/runtime/lib';
import { provideServices, withTransaction } from '../local-org/src/runtime/kernel';
import { isImplemented } from '../local-org/src/runtime/lib/registry';
import type { Schema } from '../local-org/src/schema/model';

const RUNS = 7;

const SOURCE = `public class Bench {
    public virtual class Shape { protected Integer n = 1; public virtual Integer area() { return n; } }
    public class Square extends Shape { public override Integer area() { return n * 2; } }
    public static void integerLoop() {
        Integer sum = 0;
        for (Integer i = 0; i < 5000000; i++) { sum += i; }
    }
    public static void stringBuilding() {
        String s = '';
        for (Integer i = 0; i < 100000; i++) { s += 'x' + i; }
    }
    public static void listAndMap() {
        List<Integer> xs = new List<Integer>();
        Map<String, Integer> byName = new Map<String, Integer>();
        for (Integer i = 0; i < 100000; i++) { xs.add(i); byName.put('k' + i, xs[i]); }
        Integer sum = 0;
        for (String key : byName.keySet()) { sum += byName.get(key); }
    }
    public static void decimals() {
        Decimal d = 0;
        for (Integer i = 0; i < 100000; i++) { d += 1.25 * i; }
    }
    static Integer fib(Integer n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
    public static void fibonacci() { fib(27); }
    public static void virtualCalls() {
        Shape s = new Square();
        Integer sum = 0;
        for (Integer i = 0; i < 1000000; i++) { sum += s.area(); }
    }
}`;

const schema: Schema = { objects: standardObjects(), metadataRecords: new Map(), labels: new Map() };
const platform = createPlatformTypes({ isImplemented });

function printEmitted(): void {
  const { unit } = parseUnit(SOURCE, 'Bench.cls', 'class');
  const table = buildSymbols([unit!], { platform, schema });
  checkProgram(table);
  process.stdout.write(`${emitUnit(unit!, undefined).code}\n`);
}

function measure(): void {
  provideServices({
    beginTransaction: () => null,
    commitTransaction: () => undefined,
    rollbackTransaction: () => undefined
  });
  const files = [{ file: 'Bench.cls', kind: 'class' as const, source: SOURCE }];
  const { program, errors } = compileProject({ files, schema, platform });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  for (const { name, jsName, access } of program.classInfo('Bench')!.methods) {
    if (access === 'private') continue;
    const times = Array.from({ length: RUNS }, () => {
      const start = process.hrtime.bigint();
      withTransaction({ limitMode: 'async' }, () => program.callStatic('Bench', jsName));
      return Number(process.hrtime.bigint() - start) / 1e6;
    });
    const [cold] = times;
    process.stdout.write(`${name.padEnd(16)} cold ${cold!.toFixed(1)} ms, best ${Math.min(...times).toFixed(1)} ms\n`);
  }
}

if (process.argv.includes('--emit')) printEmitted();
else measure();
